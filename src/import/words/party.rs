//! Political parties and groups, as lists of members name them.

use super::fold::fold;

/// Their words, in full and short.
const PARTIES: &str = "conservative conservatives labour liberal democrat democrats green \
    independent independents reform plaid snp lab con cons ld lib dem libdem grn ind";

/// Whether `said` names a party or a group of one, and no more: "Liberal Democrat", "Lab".
#[must_use]
pub fn is_party(said: &str) -> bool {
    let folded = fold(said);
    let mut words = folded.split(' ').filter(|word| !matches!(*word, "group" | "party" | "and"));
    let party = |word: &str| PARTIES.split_whitespace().any(|party| party == word);
    words.next().is_some_and(party) && words.all(party)
}
