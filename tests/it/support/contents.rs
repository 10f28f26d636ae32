//! What is in a file, however it is packed.

use std::io::{Cursor, Read as _};

/// Where `word` is in a file, in any case, plain or in UTF-16; nothing if it is
/// not there.
pub(crate) fn find(bytes: &[u8], word: &str) -> Option<String> {
    layers(bytes).into_iter().find(|(_, layer)| holds(layer, word)).map(|(name, _)| name)
}

/// The file as it is, and everything packed in it: the parts of an archive, or
/// the streams of a PDF and the words its glyphs stand for.
fn layers(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut layers = vec![("as it is".to_owned(), bytes.to_vec())];
    if bytes.starts_with(b"%PDF") {
        layers.extend(of_pdf(bytes));
    }
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) {
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let mut whole = Vec::new();
            part.read_to_end(&mut whole).unwrap();
            layers.push((part.name().unwrap().to_string(), whole));
        }
    }
    layers
}

/// The body of a word processor's file, each of its paragraphs on a line.
pub(crate) fn body(docx: &[u8]) -> String {
    let body = layers(docx).into_iter().find(|(name, _)| name == "word/document.xml");
    String::from_utf8(body.unwrap().1).unwrap().replace("</w:p>", "</w:p>\n")
}

/// The words on the pages of a PDF, page by page.
pub(crate) fn pages(pdf: &[u8]) -> String {
    let pages = layers(pdf).into_iter().filter(|(name, _)| name.starts_with("page "));
    let shown = |(name, words): (String, Vec<u8>)| {
        format!("== {name}\n{}\n", String::from_utf8(words).unwrap().trim())
    };
    pages.map(shown).collect()
}

fn of_pdf(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let file = lopdf::Document::load_mem(bytes).unwrap();
    let streams = file.objects.iter().filter_map(|(id, object)| {
        let stream = object.as_stream().ok()?;
        Some((format!("stream {id:?}"), stream.decompressed_content().ok()?))
    });
    let mut layers: Vec<_> = streams.collect();
    for page in file.get_pages().into_keys() {
        let words = file.extract_text(&[page]).unwrap();
        layers.push((format!("page {page}"), words.into_bytes()));
    }
    layers
}

/// UTF-16 without its noughts is plain, in either order of bytes.
fn holds(bytes: &[u8], word: &str) -> bool {
    let has = |bytes: &[u8]| {
        String::from_utf8_lossy(&bytes.to_ascii_lowercase()).contains(&word.to_lowercase())
    };
    let narrow: Vec<u8> = bytes.iter().copied().filter(|b| *b != 0).collect();
    has(bytes) || has(&narrow)
}
