//! What the clerk sees: keys in, picture out.

mod acts;
mod afoot;
mod meeting;
mod officer;
mod over;
mod papers;
mod parts;
mod public;
mod registers;
mod storm;
mod strokes;

use minutebook::app::command::DESTINATIONS;

use crate::support::desk::Desk;

/// Every page and everything that is laid over one: its name, and the keys that
/// lead there from the sample book as it opens.
const PAGES: &[(&str, &str)] = &[
    ("overview", ""),
    ("meeting", "gm5<enter>"),
    ("performance", "gm5<enter>s"),
    ("response", "gm5<enter>ss"),
    ("writing", "gmn.in all<enter>5<enter>eThe chair spoke.<enter>.d to ask"),
    ("line", "gm5<enter>.in okon"),
    ("roll", "gmr"),
    ("export", "gmE"),
    ("gaps of an item", "gm5<enter>G"),
    ("minutes", "gmw"),
    ("schedule", "gs"),
    ("schedule altered", "gse"),
    ("schedule narrowed", "gsFhealth<enter>"),
    ("schedule as at a meeting", "gs["),
    ("framework", "gl"),
    ("recommendations", "gr"),
    ("plan", "gp"),
    ("targets", "gt"),
    ("drivers", "gw"),
    ("findings", "gf"),
    ("engagement", "ge"),
    ("actions", "ga"),
    ("decisions", "gd"),
    ("gaps", "gg"),
    ("engagement", "ge"),
    ("bodies", "gb"),
    ("history", "gh"),
    ("calendar", "gc"),
    ("search", "/strategy"),
    ("nothing looked for", "/"),
    ("nothing found", "/xyzzy"),
    ("help", "?"),
    ("help on a meeting", "gm?"),
    ("palette", ":go to"),
    ("something new", "gb+Ada Lovelace"),
    ("files", ":import a paper<enter>"),
    ("paper", ":import a paper<enter>no such paper<enter>"),
    ("kinds of paper", ":import a paper<enter>no such paper<enter>c"),
];

#[test]
fn every_page_there_is_a_letter_for_is_looked_at() {
    for (letter, _, help) in DESTINATIONS {
        let keys = format!("g{letter}");
        let listed = PAGES.iter().any(|(_, there)| there.starts_with(&keys) || *letter == 'o');
        assert!(listed, "{help} is not among the pages");
    }
}

/// A desk with the page called `name` open.
fn page(name: &str) -> Desk {
    let (_, keys) = PAGES.iter().find(|(known, _)| *known == name).unwrap();
    let mut desk = Desk::sample();
    desk.keys(keys);
    desk
}
