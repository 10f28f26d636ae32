//! The lines that open a part of the business: "Part B – exempt", "Section 2".

use super::fold::fold;

/// The letter or number of the part that `text`, a line alone, opens: "Part B –
/// exempt" is "B", "Section 2" is "2", and a line that only says that what
/// follows is private is "P".
#[must_use]
pub fn of(text: &str) -> Option<String> {
    let text = text.trim();
    let mut each = text.split_whitespace();
    let (first, second) = (each.next()?, each.next()?);
    let count = text.split_whitespace().count();
    if matches!(first, "Part" | "PART" | "Section" | "SECTION") && count <= LONGEST {
        let label = second.trim_end_matches(['.', ':', '\u{2013}', '\u{2014}', '-']);
        let parted = label.len() < second.len() || each.next().is_none_or(is_parting);
        return (is_label(label) && parted).then(|| label.to_uppercase());
    }
    let (first, second) = (fold(first), fold(second));
    let private = ["exempt", "confidential", "private", "closed"].contains(&first.as_str());
    let business = ["business", "items", "session", "agenda", "part"].contains(&second.as_str());
    (private && business && count <= 4).then(|| "P".to_owned())
}

/// The most words of a line that opens a part.
const LONGEST: usize = 16;

/// Whether `label` is a number, a Roman number or a capital: "2", "II", "B".
fn is_label(label: &str) -> bool {
    let digits = label.len() <= 2 && label.chars().all(|c| c.is_ascii_digit());
    let roman = label.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x'));
    let letter = label.len() == 1 && label.starts_with(|c: char| c.is_ascii_uppercase());
    !label.is_empty() && (digits || roman || letter)
}

/// Whether `word` after the label can begin what a part is: a dash, or a word of
/// publicity; "Part 1 of the plan" opens none.
fn is_parting(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "agenda",
        "business",
        "closed",
        "confidential",
        "exempt",
        "in",
        "items",
        "matters",
        "not",
        "open",
        "private",
        "public",
        "reports",
        "session",
    ];
    !word.starts_with(char::is_alphanumeric) || WORDS.contains(&fold(word).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_business_is_opened_by_its_letter_or_number() {
        let check =
            |text: &str, want: Option<&str>| assert_eq!(of(text).as_deref(), want, "{text}");
        check("Part B \u{2013} exempt from publication", Some("B"));
        check("PART II", Some("II"));
        check("Section 2: items taken in private", Some("2"));
        check("Part A", Some("A"));
        check("Exempt business", Some("P"));
        check("PART B (closed to the public)", Some("B"));
        check("Part of the plan", None);
        check("Part 1 of the open space plan", None);
        check("Part 1 of Schedule 12A: descriptions", None);
        check("section 17 of the Housing Act", None);
        check("Exempt accommodation strategy", None);
    }
}
