//! Bytes of text made into characters, whatever program saved them.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::super::fault::Fault;

/// Text, and what the clerk should know of how it was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a mark of its byte order.
    pub(super) text: String,
    /// How it was decoded, if not as plain UTF-8.
    pub(super) note: Option<&'static str>,
}

/// Decodes `bytes`: by its byte-order mark, else as UTF-16 if every other byte
/// is nought, else as UTF-8, else as Windows-1252, which old programs save.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return decode(rest);
    }
    let sixteen = match bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ => sixteen_bits(bytes),
    };
    if let Some(encoding) = sixteen {
        let (text, _, wrong) = encoding.decode(bytes);
        if wrong || bytes.len() % 2 == 1 {
            return Err(Fault::damaged("the text", "it is not whole UTF-16"));
        }
        let marked = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
        let note = (!marked).then_some("read as UTF-16, though nothing in the file says so");
        return Ok(Decoded { text: text.into_owned(), note });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), note: None });
    }
    let strange = bytes.iter().filter(|b| matches!(b, 0..=8 | 14..=31)).count();
    if strange > bytes.len() / 50 {
        return Err(Fault::Refused {
            sort: "not text, nor any other sort of file that is known here",
            hint: "Ask for the paper in another format.",
        });
    }
    let (text, _, _) = WINDOWS_1252.decode(bytes);
    let note = Some(
        "read as Windows-1252, the way older programs save; look at \u{a3} signs, dashes and accents",
    );
    Ok(Decoded { text: text.into_owned(), note })
}

/// Which UTF-16 it is, if nearly all bytes at even or at odd places are nought.
fn sixteen_bits(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let pairs = head.len() / 2;
    let noughts = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (noughts(0), noughts(1));
    let most = |n: usize| pairs >= 4 && n * 10 >= pairs * 7;
    match (most(even), most(odd)) {
        (false, true) if even * 10 < pairs => Some(UTF_16LE),
        (true, false) if odd * 10 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], noted: bool) {
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.text, "caf\u{e9} \u{a3}5, and more words");
        assert_eq!(decoded.note.is_some(), noted, "{bytes:?}");
    }

    #[test]
    fn one_text_in_five_encodings_is_one_text() {
        let text = "caf\u{e9} \u{a3}5, and more words";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(text.as_bytes(), false);
        check(&[b"\xEF\xBB\xBF", text.as_bytes()].concat(), false);
        check(&[b"\xFF\xFE".as_slice(), &little].concat(), false);
        check(&little, true);
        check(&big, true);
        check(b"caf\xE9 \xA35, and more words", true);
    }
}
