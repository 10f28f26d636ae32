//! Short names for partnerships and for what their rows say.

use super::super::super::words::fold::fold;

/// A name for narrow places: without the county and "Partnership".
pub(super) fn short(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let from = usize::from(words.len() > 2 && words[0].to_lowercase().ends_with("shire"));
    let last = words.last().is_some_and(|word| word.eq_ignore_ascii_case("partnership"));
    let to = words.len() - usize::from(last && words.len() - from > 1);
    words[from..to].join(" ")
}

/// Codes for `name`, best first: its first two initials, its first and last,
/// its first three, and then two letters of its first word.
pub(super) fn codes(name: &str) -> Vec<String> {
    let short = short(name);
    let words: Vec<String> = fold(&short)
        .split(' ')
        .filter(|word| !matches!(*word, "and" | "the" | "of" | "for"))
        .map(str::to_uppercase)
        .collect();
    let named = name.split_whitespace().next_back().unwrap_or_default().to_uppercase();
    let initial = |word: &String| word.chars().next().map(String::from).unwrap_or_default();
    let initials: Vec<String> = words.iter().map(initial).collect();
    let mut tries = vec![];
    match initials.as_slice() {
        [] => {}
        [one] => {
            tries.push(format!("{one}{}", initial(&named)));
            tries.extend(words.first().map(|word| word.chars().take(2).collect()));
        }
        [one, two, ..] => {
            tries.push(format!("{one}{two}"));
            tries.extend(initials.last().map(|last| format!("{one}{last}")));
            tries.push(initials.iter().take(3).cloned().collect());
            tries.push(format!("{one}{two}{}", initial(&named)));
        }
    }
    tries.extend(words.first().map(|word| word.chars().take(3).collect()));
    tries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partnerships_code_is_its_initials() {
        let first = |name: &str| codes(name)[0].clone();
        assert_eq!(first("Children's Trust"), "CT");
        assert_eq!(first("Oxfordshire Economic Partnership"), "EP");
        assert_eq!(first("Health and Well-being partnership"), "HW");
        assert_eq!(codes("Oxfordshire Stronger Communities Alliance")[..2], ["SC", "SA"]);
    }
}
