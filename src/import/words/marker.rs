//! Bullets and numbers typed in front of a line: "•", "5.", "5.1", "(a)", "iv)".

/// The bullets people type, besides dashes and stars.
pub const BULLETS: &[char] = &[
    '\u{2022}', '\u{25CF}', '\u{25CB}', '\u{25E6}', '\u{25AA}', '\u{25AB}', '\u{25A0}', '\u{2023}',
    '\u{00B7}', '\u{2043}', '\u{F0B7}', '\u{F0A7}', '\u{2714}', '\u{27A2}', '\u{F0D8}', '\u{2219}',
];

/// The longest marker: "12.10.10(viii)." and no more.
const LONGEST: usize = 16;

/// The marker at the front of `line` and what follows it, if it begins with one.
///
/// A time ("10.30 Tea") is not a marker, nor is a number with nothing after it
/// to say that it numbers anything ("3 will not be achieved"), unless a tab or
/// two spaces set it apart.
#[must_use]
pub fn split(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    if BULLETS.contains(&first) {
        let (marker, rest) = line.split_at(first.len_utf8());
        return Some((marker, rest.trim_start()));
    }
    // A star before a number marks the item: "* 3. Depot", "*3. Depot".
    let bare = line.trim_start_matches(['*', ' ']);
    let emphasis = line.starts_with("**") || line.trim_end().ends_with('*');
    if line.starts_with('*')
        && !emphasis
        && let Some((number, words)) = split(bare).filter(|(mark, _)| !is_bullet(mark))
    {
        let end = line.len() - bare.len() + number.len();
        return Some((line.get(..end)?, words));
    }
    let end = line.find(char::is_whitespace)?;
    let (marker, rest) = line.split_at(end);
    let apart = rest.starts_with('\t') || rest.starts_with("  ");
    let rest = rest.trim_start();
    if rest.is_empty() || marker.len() > LONGEST {
        return None;
    }
    // With Markdown's own mark on it, a sign is words there: it is a bullet that was typed.
    let dash = matches!(
        marker,
        "\\-" | "\\*" | "\\+" | "-" | "*" | "+" | "\u{2013}" | "\u{2014}" | "\u{2212}"
    );
    // What a word processor's round and square bullets come out as in plain text.
    let capital = rest.starts_with(char::is_uppercase);
    let sign = marker == "o" && (apart || capital) || marker == "\u{a7}" && capital;
    // "(2.40 pm: Councillor Fell left.)" opens with a time, and numbers nothing.
    let half = rest.split([' ', ':', ')', ',']).next().unwrap_or_default().to_ascii_lowercase();
    let time = matches!(half.as_str(), "am" | "pm" | "a.m." | "p.m.");
    let unclosed = marker.starts_with('(') && !marker.contains(')');
    let numbers = is_number(marker, apart) && !time && !unclosed;
    (dash || sign || numbers).then_some((marker, rest))
}

/// Whether `marker` is a bullet or a dash, which numbers nothing.
#[must_use]
pub fn is_bullet(marker: &str) -> bool {
    !marker.is_empty()
        && !marker.chars().any(|c| c.is_ascii_digit() || c.is_alphabetic() && c != 'o')
        || marker == "o"
}

/// Whether `marker` numbers a paragraph of an item: "2.1", "12.10.".
#[must_use]
pub fn is_paragraph(marker: &str) -> bool {
    let parts = parts(marker);
    parts.len() == 2 && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a marker is a number, and no bullet and no letter: "5.", "2.1".
#[must_use]
pub fn is_numeric(marker: &str) -> bool {
    marker.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit())
}

/// The parts of a numbering marker, with its signs gone: "5(a)." is "5", "a".
#[must_use]
pub fn parts(marker: &str) -> Vec<&str> {
    let mut found = vec![];
    for part in marker.split(|c: char| !c.is_alphanumeric()) {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, letters) = part.split_at(digits);
        found.extend([number, letters].into_iter().filter(|p| !p.is_empty()));
    }
    found
}

/// Whether `marker` alone, as in a column of numbers, numbers something.
#[must_use]
pub fn is_lone(marker: &str) -> bool {
    let marker = marker.trim();
    marker.len() <= LONGEST && is_number(marker, true)
}

fn is_number(marker: &str, apart: bool) -> bool {
    let bare = marker.trim_end_matches(['.', ')', ':']);
    let stopped = bare.len() < marker.len();
    let opened = bare.starts_with('(');
    let bare = bare.trim_start_matches('(');
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return (stopped || opened && marker.ends_with(')')) && is_letter(bare);
    }
    let mut rest = &bare[digits..];
    if digits > 3 || is_clock(bare) {
        return false;
    }
    let mut dotted = false;
    while let Some(after) = rest.strip_prefix('.') {
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 3 {
            return false;
        }
        dotted = true;
        rest = &after[digits..];
    }
    let letter = rest.trim_start_matches('(').trim_end_matches(')');
    (rest.is_empty() && (stopped || dotted || apart))
        || (is_letter(letter) && letter.len() <= 4 && (rest.starts_with('(') || letter.len() == 1))
}

/// A letter, a doubled letter or a small Roman number.
fn is_letter(text: &str) -> bool {
    let roman = |c: char| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x');
    match text.len() {
        1 | 2 => {
            text.chars().all(|c| c.is_ascii_uppercase())
                || text.chars().all(|c| c.is_ascii_lowercase())
                    && (text.len() == 1 || text.chars().all(roman))
        }
        3..=5 => text.chars().all(roman),
        _ => false,
    }
}

fn is_clock(text: &str) -> bool {
    let Some((hour, minute)) = text.split_once('.') else { return false };
    minute.len() == 2
        && hour.parse().is_ok_and(|hour: u8| (7..=23).contains(&hour))
        && minute.parse().is_ok_and(|minute: u8| minute < 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, want: Option<(&str, &str)>) {
        assert_eq!(split(line), want, "{line}");
    }

    #[test]
    fn a_star_before_a_number_is_a_part_of_the_mark() {
        assert_eq!(split("* 3. Depot sale"), Some(("* 3.", "Depot sale")));
        assert_eq!(split("*4. Depot sale"), Some(("*4.", "Depot sale")));
        assert_eq!(split("* Depot sale"), Some(("*", "Depot sale")));
        assert_eq!(split("**1. Apologies**"), None);
        assert_eq!(parts("*4."), ["4"]);
    }

    #[test]
    fn typed_numbers_and_bullets_are_markers() {
        check("5. Apologies", Some(("5.", "Apologies")));
        check("5\tApologies", Some(("5", "Apologies")));
        check("5.1 Budget", Some(("5.1", "Budget")));
        check("5(a) Budget", Some(("5(a)", "Budget")));
        check("(iv) Budget", Some(("(iv)", "Budget")));
        check("AB. Falcon", Some(("AB.", "Falcon")));
        check("o Agree a plan", Some(("o", "Agree a plan")));
        check("\u{a7} Agree a plan", Some(("\u{a7}", "Agree a plan")));
        check("o fewn y sir", None);
        check("\u{2022}Skills", Some(("\u{2022}", "Skills")));
        check("- Skills", Some(("-", "Skills")));
    }

    #[test]
    fn counts_times_and_years_are_not_markers() {
        check("3 will not be achieved", None);
        check("10.30 Tea", None);
        check("2010/11 is the final year", None);
        check("2010. The year", None);
        check("Dr. Foster", None);
        check("-5 degrees", None);
    }

    #[test]
    fn a_marker_has_parts() {
        assert_eq!(parts("5(a)."), ["5", "a"]);
        assert_eq!(parts("12.10"), ["12", "10"]);
        assert!(is_bullet("\u{2022}") && is_bullet("-") && !is_bullet("(a)"));
    }
}
