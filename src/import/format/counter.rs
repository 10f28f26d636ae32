//! Numbers as lists print them: 4, d, D, iv, IV.

use crate::rules::number::roman;

/// `count` in the format that a document names: a decimal number if it is one
/// that is not known.
pub(super) fn said(count: u32, format: &str) -> String {
    match format {
        "lowerLetter" | "a" => letters(count),
        "upperLetter" | "A" => letters(count).to_uppercase(),
        "lowerRoman" | "i" => roman(count),
        "upperRoman" | "I" => roman(count).to_uppercase(),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}

/// a … z, aa, bb: the way word processors go on after z.
fn letters(count: u32) -> String {
    let Some(from) = count.checked_sub(1) else { return "0".into() };
    let letter = char::from_digit(from % 26 + 10, 36).unwrap_or('a');
    let times = usize::try_from(from / 26 + 1).unwrap_or(1).min(8);
    std::iter::repeat_n(letter, times).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_printed_as_the_list_says() {
        let read = ["decimal", "lowerLetter", "upperRoman"].map(|format| said(29, format));
        assert_eq!(read, ["29", "cc", "XXIX"]);
    }
}
