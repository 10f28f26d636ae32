//! Votes that minutes tell of apart from what was voted on: by the names of those who
//! voted, or in a paragraph of their own.

use super::super::super::paper::{Block, Role, Table};
use super::super::super::words::fold::fold;
use super::super::super::words::name::Name;
use super::super::people::is_name;
use super::how::{How, figures, of};
use crate::model::Cast;

/// The words before the names of those who voted so.
const NAMES: [(&str, Cast); 7] = [
    ("in favour: ", Cast::For),
    ("for: ", Cast::For),
    ("against: ", Cast::Against),
    ("abstentions: ", Cast::Abstained),
    ("abstained: ", Cast::Abstained),
    ("abstaining: ", Cast::Abstained),
    ("abstention: ", Cast::Abstained),
];

/// `blocks` with a vote by name in one paragraph, where it is set out in one for each way
/// to vote: "For (2): Cllrs Bell and Hart", "Against (1): Cllr Moss". What only says that a
/// vote by name follows goes with it.
pub(super) fn together(blocks: &[Block]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    // Whether the last paragraph is such a vote.
    let mut open = false;
    for block in blocks {
        let flat = block.flat();
        // Who did not vote is nobody's vote.
        if open && flat.starts_with("Did not vote (") {
            continue;
        }
        let Some((label, names)) = one_way(&flat) else {
            open = false;
            out.push(block.clone());
            continue;
        };
        if let Some(last) = out.last_mut().filter(|_| open) {
            last.text = format!("{}. {label}: {names}", last.text.trim_end_matches('.'));
            continue;
        }
        open = matches!(label.to_ascii_lowercase().as_str(), "for" | "in favour");
        if !open {
            out.push(block.clone());
            continue;
        }
        let announces = |block: &Block| {
            let folded = fold(&block.flat());
            let words = folded.split(' ').count();
            words <= 12
                && ["recorded", "named"].iter().any(|word| folded.contains(word))
                && folded.contains("vot")
        };
        out.pop_if(|last| announces(last));
        let (role, marker, text) = (Role::Line, String::new(), format!("{label}: {names}"));
        out.push(Block { role, marker, text, ..block.clone() });
    }
    out
}

/// The vote that a table tells, a member to a row, as one line: beside each how they
/// voted, or a tick under "For", "Against" or "Abstained".
pub(super) fn table(table: &Table) -> Option<Block> {
    let (head, rows) = table.rows.split_first()?;
    let named = ["member", "members", "councillor", "councillors", "name", "director"];
    let who = head.said().find(|cell| named.contains(&fold(&cell.flat()).as_str()))?.at;
    let one = head.said().find(|cell| matches!(fold(&cell.flat()).as_str(), "vote" | "voted"));
    let ways: Vec<(usize, Cast)> =
        head.said().filter_map(|cell| Some((cell.at, way(&cell.flat())?))).collect();
    let mut cast: Vec<(String, Cast)> = Vec::new();
    for row in rows {
        let name = row.at(who);
        let ticked = || ways.iter().find(|(at, _)| !row.at(*at).trim().is_empty());
        let how = match one {
            Some(cell) => way(&row.at(cell.at)),
            None if ways.len() > 1 => ticked().map(|(_, way)| *way),
            None => return None,
        };
        let named = is_name(&name) || !Name::of(&name).title.is_empty();
        cast.extend(how.filter(|_| named).map(|how| (name, how)));
    }
    let of = |way: Cast| {
        let names: Vec<&str> =
            cast.iter().filter(|(_, how)| *how == way).map(|(name, _)| name.as_str()).collect();
        if names.is_empty() { "none".to_owned() } else { names.join(", ") }
    };
    let [yes, no, neither] = [Cast::For, Cast::Against, Cast::Abstained].map(of);
    let text = format!("For: {yes}. Against: {no}. Abstained: {neither}.");
    let place = head.place.clone();
    let line = Block { place, role: Role::Line, level: 0, marker: String::new(), text, nth: 0 };
    (cast.len() > 1).then_some(line)
}

/// How somebody voted, as a cell or the heading of a column says.
fn way(text: &str) -> Option<Cast> {
    match fold(text).as_str() {
        "for" | "in favour" | "yes" | "aye" => Some(Cast::For),
        "against" | "no" | "nay" => Some(Cast::Against),
        "abstained" | "abstain" | "abstention" | "abstentions" | "abstaining" => {
            Some(Cast::Abstained)
        }
        _ => None,
    }
}

/// Who voted in one way, where a paragraph tells that alone: "For (2): Cllrs Bell and Hart".
fn one_way(text: &str) -> Option<(&str, &str)> {
    let (label, names) = text.split_once(": ")?;
    let bare = label.split_once(" (").map_or(label, |(bare, _)| bare);
    let lower = format!("{}: ", bare.to_ascii_lowercase());
    let known = NAMES.iter().any(|(label, _)| *label == lower);
    let more = NAMES.iter().any(|(label, _)| names.to_ascii_lowercase().contains(label));
    (known && !more).then_some((bare, names))
}

/// A vote by name that ends `text`, and where it begins: "In favour: Cllrs Bell
/// and Hart. Against: Cllr Moss."
pub(super) fn by_name(text: &str) -> Option<(usize, How)> {
    // Of the same length: only letters of ASCII are other ones.
    let lower = text.to_ascii_lowercase();
    let mut starts: Vec<(usize, usize, Cast)> = NAMES
        .iter()
        .flat_map(|(label, cast)| {
            lower.match_indices(label).map(|(at, _)| (at, at + label.len(), *cast))
        })
        .filter(|(at, ..)| *at == 0 || text[..*at].ends_with(' '))
        .collect();
    starts.sort_unstable_by_key(|(at, ..)| *at);
    let first = starts.iter().find(|(_, _, cast)| *cast == Cast::For)?.0;
    let mut how = How::default();
    let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    for ((_, from, cast), to) in starts.iter().zip(ends) {
        let said = text[*from..to].trim().trim_end_matches(['.', ';']);
        let names = said.replace(" and ", ", ");
        let names = names.split(',').map(str::trim).filter(|name| {
            !name.is_empty() && !matches!(name.to_lowercase().as_str(), "none" | "nil" | "0")
        });
        for name in names {
            let name = name.trim_start_matches("Cllrs ").trim_start_matches("Councillors ");
            let name = without_count(name);
            let family = name.starts_with(char::is_uppercase)
                && name.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\''));
            let all = ["all", "members", "unanimous", "everyone", "carried"];
            let named = is_name(name) || !Name::of(name).title.is_empty() || family;
            if !named || all.contains(&name.to_lowercase().as_str()) {
                return None;
            }
            how.named.push((name.to_owned(), *cast));
        }
    }
    (!how.named.is_empty()).then_some((first, how))
}

/// A name without how many voted so, which may stand after the last of them: "Hart (3)".
fn without_count(name: &str) -> &str {
    let counted = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    match counted {
        Some((name, n)) if n.chars().all(|c| c.is_ascii_digit()) => name,
        _ => name,
    }
}

/// How the vote on what stands before went, where a paragraph tells that and no more:
/// "FOR: Cllrs Bell and Hart. AGAINST: Cllr Moss.", "The motion was put and carried by 5
/// votes to 2". With it comes whether those who voted are named.
pub(super) fn alone(text: &str) -> Option<(How, bool)> {
    let bare = text.trim().trim_end_matches('.');
    let bare = bare.strip_prefix('(').and_then(|bare| bare.strip_suffix(')')).unwrap_or(bare);
    if let Some((0, how)) = by_name(bare) {
        return Some((how, true));
    }
    let lower = bare.to_ascii_lowercase();
    let put = [
        "the motion",
        "the substantive motion",
        "on being put",
        "upon being put",
        "the recommendation",
        "the proposal",
        "on a show of hands",
        "voting",
        "vote",
    ];
    let is_put =
        put.iter().any(|words| lower.starts_with(words)) || lower.contains("put to the vote");
    if !is_put || lower.contains("amendment") {
        return None;
    }
    let (at, word) = ["carried", "agreed", "approved", "voting:", "vote:", "votes:"]
        .iter()
        .filter_map(|word| Some((lower.find(word)?, *word)))
        .min()?;
    let tail =
        bare.get(at + word.len()..)?.trim_matches([' ', ',', ':', '-', '\u{2013}', '(', ')']);
    let how = of(tail).or_else(|| figures(tail))?;
    how.count.is_some().then_some((how, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vote_by_name_is_each_members() {
        let text = "the precept be set. In favour: Cllrs Bell, Hart and Moss. Against: Cllr Lee. Abstentions: none.";
        let (at, mut how) = by_name(text).unwrap();
        how.settle();
        assert_eq!(text[..at].trim(), "the precept be set.");
        assert_eq!(how.count.map(|c| (c.in_favour, c.against, c.abstained)), Some((3, 1, 0)));
        assert_eq!(how.named[3], ("Cllr Lee".to_owned(), Cast::Against));
        let (at, how) = by_name("FOR: Cllrs Bell and Hart. AGAINST: Cllr Lee.").unwrap();
        assert_eq!((at, how.named.len()), (0, 3));
        assert_eq!(by_name("the plan be adopted. For: 8, Against: 3."), None);
        assert_eq!(by_name("the minutes be approved. In favour: all. Against: none."), None);
    }

    #[test]
    fn a_paragraph_may_tell_of_nothing_but_the_vote() {
        let count =
            |text| alone(text).and_then(|(how, _)| how.count).map(|c| (c.in_favour, c.against));
        assert_eq!(count("The motion was put and CARRIED (4 for, 1 against)."), Some((4, 1)));
        assert_eq!(count("On being put to the vote it was carried by 5 votes to 2"), Some((5, 2)));
        assert_eq!(count("Voting: 6 for, 1 against"), Some((6, 1)));
        assert_eq!(count("The motion was put and LOST (2 for, 3 against)."), None);
        assert_eq!(count("The amendment was put and carried by 3 votes to 2."), None);
        assert_eq!(count("The motion was carried forward to June."), None);
    }
}
