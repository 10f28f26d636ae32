//! The lines that open a part of the business: "Part B – exempt", "Section 2".

use super::fold::fold;

/// The letter or number of the part that `text`, a line alone, opens: "Part B –
/// exempt" is "B", "Section 2" is "2", and a line that only says that what
/// follows is private is "P".
#[must_use]
pub fn of(text: &str) -> Option<String> {
    let words = fold(text);
    let mut each = words.split(' ');
    let (first, second) = (each.next()?, each.next()?);
    let roman = second.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let number = second.len() <= 2 && second.chars().all(|c| c.is_ascii_digit());
    let label = roman
        || number
        || (second.len() == 1 && second != "a")
        || (second == "a" && text.contains(" A"));
    let count = words.split(' ').count();
    if matches!(first, "part" | "section") && label && count <= 16 {
        return Some(second.to_uppercase());
    }
    let private = ["exempt", "confidential", "private", "closed"].contains(&first);
    let business = ["business", "items", "session", "agenda", "part"].contains(&second);
    (private && business && count <= 4).then(|| "P".to_owned())
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
        check("Part of the plan", None);
        check("Part a of the plan", None);
        check("Exempt accommodation strategy", None);
    }
}
