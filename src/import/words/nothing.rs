//! What stands in a cell that says nothing.

/// What papers print where nothing is, besides saying so in words.
const NOTHING: &[&str] = &[
    "",
    "-",
    "\u{2013}",
    "\u{2014}",
    "n/a",
    "na",
    "tbc",
    "not applicable",
    "not received",
    "awaited",
    "awaiting response",
    "response awaited",
    "response to follow",
    "to follow",
];

/// What a cell begins with that says in words that there is nothing.
const NONE: [&str; 4] = ["no", "none", "nil", "nothing"];

/// The words that such a cell is made of: "No response was received this quarter".
const SAID: &str = "no none nil nothing further response responses reply return action actions \
    comment comments update is was are were has have been yet needed required necessary received \
    provided recorded given submitted proposed to date at present this time stage moment the \
    quarter currently report";

/// Whether `text` stands for an empty cell.
#[must_use]
pub fn is_nothing(text: &str) -> bool {
    let bare = text.trim().trim_matches(['.', '(', ')', '[', ']']).to_lowercase();
    let bare = bare.trim();
    let mut words = bare.split_whitespace();
    let known = |word: &str| SAID.split_whitespace().any(|said| said == word);
    NOTHING.contains(&bare)
        || words.next().is_some_and(|first| NONE.contains(&first)) && words.all(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_say_in_many_words_that_it_says_nothing() {
        for text in ["None", "No response is needed.", "(none received this quarter)", "Nil return"]
        {
            assert!(is_nothing(text), "{text}");
        }
        for text in
            ["No action was taken by the police", "Nothing but praise", "No data", "Not yet"]
        {
            assert!(!is_nothing(text), "{text}");
        }
    }
}
