//! What minutes tell in a sentence beside a decision and is none of its words, and
//! elections, which are decisions told in a sentence.

use super::super::people::is_name;
use super::attached::Attached;
use super::how::{self, Count, How};
use super::said::Decided;
use super::several::names;
use crate::model::{Cast, Verb};

/// Takes off the words of a decision the sentences at their end that tell of one member's
/// vote. Where a vote is told that they can have been part of, they are; else each is left
/// to be kept in words.
pub(super) fn told(decided: &mut Decided) -> Vec<String> {
    let mut kept: Vec<String> = uncounted(&mut decided.how).into_iter().collect();
    let mut own = Vec::new();
    while let Some((from, who, cast)) = own_vote(&decided.text) {
        let said = decided.text[from..].trim_end_matches('.').to_owned();
        own.insert(0, (who, cast, said));
        decided.text.truncate(decided.text[..from].trim_end().len());
    }
    for (who, cast, said) in own {
        if room_for(&decided.how, cast) {
            decided.how.asked.push((who, cast));
        } else {
            kept.push(format!("{said}."));
        }
    }
    if decided.how.count.is_none() {
        let asked = std::mem::take(&mut decided.how.asked);
        kept.extend(asked.into_iter().map(|(who, cast)| {
            let what = match cast {
                Cast::For => "vote for",
                Cast::Against => "vote against",
                Cast::Abstained => "abstention",
            };
            format!("{who} asked that their {what} be recorded.")
        }));
    }
    kept
}

/// How many abstained, in words, where nothing else is told of the vote: to count nobody for
/// it would be to say that nobody was.
fn uncounted(how: &mut How) -> Option<String> {
    let abstained = how.count.map_or(0, |count| count.abstained);
    let only = Count { abstained, ..Count::default() };
    if abstained == 0 || how.count != Some(only) || !how.named.is_empty() {
        return None;
    }
    how.count = None;
    Some(format!("{abstained} abstained."))
}

/// Whether the vote told of has one more of `cast` than are named.
fn room_for(how: &How, cast: Cast) -> bool {
    let Some(count) = how.count else { return false };
    let counted = match cast {
        Cast::For => count.in_favour,
        Cast::Against => count.against,
        Cast::Abstained => count.abstained,
    };
    let named = how.asked.iter().chain(&how.named).filter(|(_, how)| *how == cast).count();
    u32::try_from(named).is_ok_and(|named| named < counted)
}

/// How a sentence says that somebody voted.
const WAYS: [(&str, Cast); 5] = [
    (" abstained from voting", Cast::Abstained),
    (" abstained from the vote", Cast::Abstained),
    (" abstained", Cast::Abstained),
    (" voted against", Cast::Against),
    (" voted in favour", Cast::For),
];

/// The last sentence of `text`, where it tells how one member voted and no more: where it
/// begins, who, and how.
fn own_vote(text: &str) -> Option<(usize, String, Cast)> {
    // The stop after an initial ends no sentence: "Cllr T. Silk abstained".
    let ends = |at: &usize| !text[..*at].ends_with(|c: char| c.is_ascii_uppercase());
    let from = text.match_indices(". ").map(|(at, _)| at).filter(ends).last()? + 2;
    let said = text[from..].trim().trim_end_matches('.');
    let (who, cast) =
        WAYS.iter().find_map(|(words, cast)| Some((said.strip_suffix(words)?, *cast)))?;
    (is_person(who)).then(|| (from, who.to_owned(), cast))
}

fn is_person(who: &str) -> bool {
    who.split_whitespace().count() <= 5 && (names(who) || is_name(who))
}

/// How a sentence says that somebody was elected.
const ELECTED: [&str; 8] = [
    " was duly elected as ",
    " was duly elected ",
    " was re-elected as ",
    " was re-elected ",
    " was elected as ",
    " was elected ",
    " was appointed as ",
    " was appointed ",
];

/// What may stand before whoever was elected.
const BEFORE: [&str; 4] = [
    "There being no other nominations, ",
    "There being no other nomination, ",
    "There were no other nominations and ",
    "On being put to the vote, ",
];

/// The election that a paragraph tells of and nothing else: "Councillor Fox was elected
/// Vice Chair for 2026/27, proposed by Dr Bell and seconded by Mr Kite." With it comes who
/// was elected.
pub(super) fn election(text: &str) -> Option<(String, Decided)> {
    let whole = text.trim().trim_end_matches('.');
    let whole = BEFORE.iter().find_map(|lead| whole.strip_prefix(lead)).unwrap_or(whole);
    let (who, how_said, rest) = ELECTED.iter().find_map(|words| {
        let (who, rest) = whole.split_once(words)?;
        Some((who, *words, rest))
    })?;
    let put = [", proposed by ", ", moved by ", ", having been proposed by ", " (proposed by "];
    let put = put.iter().filter_map(|words| rest.find(words)).min();
    let (office, movers) = put.map_or((rest, ""), |at| rest.split_at(at));
    let movers = movers.trim_start_matches([',', ' ', '(']).trim_end_matches(')');
    let movers = movers.strip_prefix("having been ").unwrap_or(movers);
    let how = if movers.is_empty() { How::default() } else { how::of(movers)? };
    let plain = (1..=14).contains(&office.split_whitespace().count()) && !office.contains(". ");
    let verb = if how_said.contains("appointed") { "be appointed" } else { "be elected" };
    let decided = Decided {
        verb: Verb::Resolved,
        to_whom: String::new(),
        text: format!("{who} {verb} {office}"),
        how,
        attached: Attached::default(),
    };
    (plain && is_person(who)).then(|| (who.to_owned(), decided))
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::*;

    #[test]
    fn how_one_member_voted_is_no_part_of_what_was_decided() {
        let mut plain =
            said::decision("RESOLVED that it be mended. Cllr T. Fox abstained.").unwrap();
        assert_eq!(told(&mut plain), ["Cllr T. Fox abstained."]);
        assert_eq!(plain.text, "it be mended.");
        let voted =
            "RESOLVED (by 4 votes to 1, with 1 abstention) that it be so. Cllr Fox abstained.";
        let mut voted = said::decision(voted).unwrap();
        assert_eq!(told(&mut voted), Vec::<String>::new());
        assert_eq!(voted.how.asked, [("Cllr Fox".to_owned(), Cast::Abstained)]);
        let asked = "RESOLVED that it be so. Cllr Fox asked that his vote against be recorded.";
        let mut asked = said::decision(asked).unwrap();
        assert_eq!(told(&mut asked), ["Cllr Fox asked that their vote against be recorded."]);
        let mut other = said::decision("RESOLVED that it be so. The meeting abstained.").unwrap();
        assert_eq!(told(&mut other), Vec::<String>::new());
    }

    #[test]
    fn an_election_is_told_in_a_sentence() {
        let read = |text: &str| election(text).map(|(who, d)| (who, d.text, d.how.seconder));
        assert_eq!(
            read(
                "Cllr Ed Fox was duly elected Vice Chair for 2026/27, proposed by Dr Bell and seconded by Mr Kite."
            ),
            Some((
                "Cllr Ed Fox".into(),
                "Cllr Ed Fox be elected Vice Chair for 2026/27".into(),
                "Mr Kite".into()
            ))
        );
        assert_eq!(
            read("There being no other nominations, Cllr A. Bede was elected Chair."),
            Some(("Cllr A. Bede".into(), "Cllr A. Bede be elected Chair".into(), String::new()))
        );
        for text in [
            "The chair was elected in May.",
            "Cllr Fox was elected Chair. Members clapped, and Dr Bell was thanked.",
            "He said that Cllr Fox was elected by the ward, which was recorded.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
