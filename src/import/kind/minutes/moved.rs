//! Motions and amendments as minutes tell of them: who moved what, and what became of it.

use super::super::people::is_name;
use super::how::{self, Count, How};
use crate::import::words::name::Name;
use crate::model::{Cast, Majority, MotionKind, MotionOutcome};

/// What a paragraph tells that is nothing but motions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// What was moved, if it begins with that.
    pub(super) moved: Option<Moved>,
    /// What became of that, or of what was moved before it.
    pub(super) put: Vec<Put>,
}

/// Something moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    /// By whom, as printed; empty if nobody is named.
    pub(super) mover: String,
    /// Seconded by whom, as printed; empty if by nobody.
    pub(super) seconder: String,
    /// What sort of motion it is.
    pub(super) kind: MotionKind,
    /// Its words.
    pub(super) text: String,
}

/// What became of something moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Put {
    /// What sort of motion it was.
    pub(super) kind: MotionKind,
    /// What became of it.
    pub(super) outcome: MotionOutcome,
    /// How the vote went, if it is told here.
    pub(super) how: How,
    /// A casting vote.
    pub(super) casting: Option<Cast>,
}

/// Reads a paragraph that tells of motions and of nothing else.
pub(super) fn told(text: &str) -> Option<Told> {
    let text = text.trim();
    if let Some(put) = puts(text, None) {
        return Some(Told { moved: None, put });
    }
    let (moved, said) = opening(text)?;
    let mut ends = said.match_indices(". ").map(|(at, _)| at);
    let put = |at: usize| puts(said.get(at + 2..)?, Some(moved.kind));
    let cut = ends.find_map(|at| Some((at, put(at)?)));
    let (words, put) = cut.map_or((said, Vec::new()), |(at, put)| (&said[..at], put));
    let words = words.trim().trim_end_matches('.');
    let whole = !words.is_empty() && !words.contains(". ");
    whole.then(|| Told { moved: Some(Moved { text: words.to_owned(), ..moved }), put })
}

/// Whether `text` can be the name of a person.
fn names(text: &str) -> bool {
    text.split_whitespace().count() <= 6 && (is_name(text) || !Name::of(text).title.is_empty())
}

/// Who moved and seconded, and the words after that.
fn opening(text: &str) -> Option<(Moved, &str)> {
    let (mover, rest) = moved_by(text)?;
    let ends = [
        (" and ", " seconded"),
        (", seconded by ", ","),
        (" and seconded by ", ","),
        (", seconded by ", " and"),
        (", seconded by ", ""),
        (" and seconded by ", ""),
    ];
    let seconded = ends.into_iter().find_map(|(begins, ends)| {
        let after = rest.strip_prefix(begins)?;
        let (seconder, after) = match ends {
            "" => after.split_at(after.find(" that ").or_else(|| after.find(" to "))?),
            ends => after.split_once(ends)?,
        };
        names(seconder).then_some((seconder, after))
    });
    let (seconder, rest) = seconded.unwrap_or(("", rest));
    let behind = rest.strip_prefix(", as an amendment");
    let amended = behind.is_some() || text.starts_with("An amendment ");
    let rest = behind.unwrap_or(rest).trim_start_matches([',', ':']).trim_start();
    let rest = rest.strip_prefix("and ").unwrap_or(rest);
    let asks = ["that ", "to "].iter().any(|word| rest.starts_with(word));
    // "Councillor Bell moved to the back of the hall" puts no motion.
    let put = amended || !seconder.is_empty() || rest.starts_with("that ");
    let colon = text[..text.len() - rest.len()].trim_end().ends_with(':');
    let (mover, seconder) = (mover.to_owned(), seconder.to_owned());
    let kind = if amended { MotionKind::Amendment } else { MotionKind::Original };
    let moved = Moved { mover, seconder, kind, text: String::new() };
    (put && (asks || colon || amended)).then_some((moved, rest))
}

/// Who moved something: nobody that is named, or the name that stands before or after the
/// word.
fn moved_by(text: &str) -> Option<(&str, &str)> {
    const BY: [&str; 8] = [
        "It was moved by ",
        "It was proposed by ",
        "Moved by ",
        "Proposed by ",
        "An amendment was moved by ",
        "An amendment was proposed by ",
        "A motion was moved by ",
        "A motion was proposed by ",
    ];
    if let Some(rest) = BY.iter().find_map(|words| text.strip_prefix(words)) {
        let ends = [", ", " and seconded", " that ", " to "];
        let at = ends.iter().filter_map(|end| rest.find(end)).min()?;
        let (mover, rest) = rest.split_at(at);
        return names(mover).then_some((mover, rest));
    }
    match text.strip_prefix("It was moved") {
        Some(rest) => Some(("", rest)),
        None => text.split_once(" moved").filter(|(mover, _)| names(mover)),
    }
}

/// What became of motions, in sentences that tell of nothing else; of what was moved just
/// before, where that is an amendment or is none, a word is enough.
fn puts(text: &str, before: Option<MotionKind>) -> Option<Vec<Put>> {
    let mut put: Vec<Put> = Vec::new();
    let mut how = How::default();
    for said in text.trim().trim_end_matches('.').split(". ") {
        if let Some(count) = counted(said) {
            how.count = Some(count);
        } else if let Some((cast, one)) = casting(said) {
            put.push(Put { casting: Some(cast), how: std::mem::take(&mut how), ..one });
        } else if let Some(one) = fate(said).or_else(|| word(said, before?)) {
            let mut told = std::mem::take(&mut how);
            told.join(one.how.clone());
            put.push(Put { how: told, ..one });
        } else if let Some(last) = put.last_mut() {
            // How one member voted, at their own request.
            let mut said = format!("x. {said}.");
            let asked = how::on_request(&mut said);
            (!asked.is_empty()).then(|| last.how.asked.extend(asked))?;
        } else {
            return None;
        }
    }
    (!put.is_empty() && how == How::default()).then_some(put)
}

/// "Three voted for, three against, one abstained", in words or in figures.
fn counted(said: &str) -> Option<Count> {
    let mut count = Count::default();
    let mut parts = said.split(", ");
    let n = |part: &str, end: &str| {
        how::number(&part.trim().strip_suffix(end)?.trim().to_lowercase())
            .or_else(|| (part.trim() == format!("none{end}")).then_some(0))
    };
    count.in_favour = n(parts.next()?, " voted for")?;
    count.against = n(parts.next()?, " against")?;
    if let Some(part) = parts.next() {
        count.abstained = n(part, " abstained")?;
    }
    parts.next().is_none().then_some(count)
}

/// A vote on something that nobody moved: "On a vote, three voted for, three against. The
/// Chair gave a casting vote against."
pub(super) fn polled(text: &str) -> Option<(Count, Option<Cast>)> {
    let said = text.trim().strip_prefix("On a vote, ")?.trim_end_matches('.');
    let (votes, after) = said.split_once(". ").unwrap_or((said, ""));
    let cast = match after.strip_prefix("The Chair gave a casting vote ") {
        Some(cast) => Some(Cast::from_word(cast)?),
        None if after.is_empty() => None,
        None => return None,
    };
    Some((counted(votes)?, cast))
}

/// "The Chair gave a casting vote against and the amendment was lost".
fn casting(said: &str) -> Option<(Cast, Put)> {
    let rest = said.strip_prefix("The Chair gave a casting vote ")?;
    let (cast, rest) = rest.split_once(" and the ")?;
    Some((Cast::from_word(cast)?, fate(&format!("The {rest}"))?))
}

/// What is put to a meeting.
const NOUNS: [(&str, MotionKind); 5] = [
    ("the motion", MotionKind::Original),
    ("the substantive motion", MotionKind::Original),
    ("the proposition", MotionKind::Original),
    ("the amendment", MotionKind::Amendment),
    ("the procedural motion", MotionKind::Procedural),
];

/// What may stand before what became of it.
const ON: [&str; 4] = [
    "on being put to the vote, ",
    "on being put to the vote ",
    "upon being put to the vote, ",
    "on being put, ",
];

/// What a motion that was put is said to have been.
const FATES: [(&str, MotionOutcome); 16] = [
    ("put and carried", MotionOutcome::Carried),
    ("put and lost", MotionOutcome::Lost),
    ("put to the vote and carried", MotionOutcome::Carried),
    ("put to the vote and lost", MotionOutcome::Lost),
    ("put to the vote and was carried", MotionOutcome::Carried),
    ("put to the vote and was lost", MotionOutcome::Lost),
    ("carried", MotionOutcome::Carried),
    ("lost", MotionOutcome::Lost),
    ("not carried", MotionOutcome::Lost),
    ("defeated", MotionOutcome::Lost),
    ("withdrawn", MotionOutcome::Withdrawn),
    ("considered dropped", MotionOutcome::Dropped),
    ("fell for want of a seconder", MotionOutcome::Fell),
    ("fell for lack of a seconder", MotionOutcome::Fell),
    ("fell", MotionOutcome::Fell),
    ("was not seconded and fell", MotionOutcome::Fell),
];

/// "The motion was put and carried", with how the vote went if that is told.
fn fate(said: &str) -> Option<Put> {
    let (said, majority) = needing(said);
    let lower = said.to_ascii_lowercase();
    let bare = ON.iter().find_map(|on| lower.strip_prefix(on)).unwrap_or(&lower);
    let (rest, kind) =
        NOUNS.iter().find_map(|(noun, kind)| Some((bare.strip_prefix(noun)?, *kind)))?;
    let rest = rest.trim_start_matches([',', ' ']);
    let rest = rest.strip_prefix("was ").unwrap_or(rest);
    let rest = rest.strip_prefix("then ").unwrap_or(rest);
    let (tail, outcome) = FATES
        .iter()
        .filter_map(|(words, outcome)| Some((rest.strip_prefix(words)?, *outcome)))
        .min_by_key(|(tail, _)| tail.len())?;
    let tail = tail.trim().trim_matches([',', ':', '-', '(', ')', ' ']);
    let mut how = if tail.is_empty() { How::default() } else { how::of(tail)? };
    how.majority = majority;
    // "Lost by 3 votes to 2": those who carried the day are counted first.
    if let Some(count) = how.count.as_mut().filter(|_| outcome == MotionOutcome::Lost) {
        let by = tail.starts_with("by ") && !tail.contains("for") && !tail.contains("against");
        if by && count.in_favour > count.against {
            std::mem::swap(&mut count.in_favour, &mut count.against);
        } else if count.in_favour > count.against {
            return None;
        }
    }
    Some(Put { kind, outcome, how, casting: None })
}

/// "CARRIED", of what was moved in the sentence before.
fn word(said: &str, kind: MotionKind) -> Option<Put> {
    let noun = NOUNS.iter().find(|(_, of)| *of == kind).map(|(noun, _)| noun)?;
    fate(&format!("{noun} was {said}"))
}

/// What stands at the end of a sentence of the majority that was needed.
fn needing(said: &str) -> (&str, Option<Majority>) {
    let found = how::NEEDED.iter().find_map(|(words, majority)| {
        Some((said.strip_suffix(words)?.trim_end_matches([',', ' ']), *majority))
    });
    found.map_or((said, None), |(said, majority)| (said, Some(majority)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fates(text: &str) -> Vec<MotionOutcome> {
        told(text).map(|told| told.put.iter().map(|put| put.outcome).collect()).unwrap_or_default()
    }

    #[test]
    fn a_paragraph_tells_who_moved_what_and_what_became_of_it() {
        let read = told(
            "Councillor Bell moved and Councillor Hart seconded, as an amendment, to add \"from \
             April\". Three voted for, three against, one abstained. The Chair gave a casting vote \
             against and the amendment was lost.",
        )
        .unwrap();
        let moved = read.moved.unwrap();
        assert_eq!(
            (moved.mover.as_str(), moved.seconder.as_str()),
            ("Councillor Bell", "Councillor Hart")
        );
        assert_eq!(moved.kind, MotionKind::Amendment);
        assert_eq!(moved.text, "to add \"from April\"");
        let [put] = read.put.as_slice() else { panic!("{:?}", read.put) };
        let count = put.how.count.unwrap();
        assert_eq!((count.in_favour, count.against, count.abstained), (3, 3, 1));
        assert_eq!((put.outcome, put.casting), (MotionOutcome::Lost, Some(Cast::Against)));
        let read =
            told("Councillor Bell moved that it be sold. The motion fell for want of a seconder.");
        assert_eq!(read.unwrap().moved.unwrap().text, "that it be sold");
        let read = told(
            "An amendment was moved by Cllr Hart, seconded by Cllr Moss, that fees fall. On being put to the vote the amendment was LOST (2 for, 3 against).",
        )
        .unwrap();
        assert_eq!(read.moved.unwrap().kind, MotionKind::Amendment);
        assert_eq!(
            fates("The motion was then put and CARRIED by 3 votes to 2."),
            [MotionOutcome::Carried]
        );
        assert_eq!(fates("The motion was put and carried."), [MotionOutcome::Carried]);
        assert_eq!(
            fates("The amendment was put to the vote and LOST (2 for, 3 against)."),
            [MotionOutcome::Lost]
        );
        assert_eq!(
            fates("On being put to the vote, the motion was carried."),
            [MotionOutcome::Carried]
        );
        let read = told("It was moved by Cllr Bell, seconded by Cllr Hart, that fees rise. LOST.")
            .unwrap();
        let moved = read.moved.unwrap();
        assert_eq!((moved.seconder.as_str(), moved.text.as_str()), ("Cllr Hart", "that fees rise"));
        assert_eq!(read.put[0].outcome, MotionOutcome::Lost);
        let read = told(
            "Proposed by Cllr Bell and seconded by Cllr Hart that fees rise. The motion was lost by 2 votes to 4.",
        );
        assert_eq!(read.unwrap().put[0].how.count.unwrap().against, 4);
        let lost = told("The motion was lost by 3 votes to 2.").unwrap().put[0].how.count.unwrap();
        assert_eq!((lost.in_favour, lost.against), (2, 3));
        assert_eq!(told("The motion was lost (3 for, 2 against)."), None);
        let two_thirds = "The motion was put and carried, two-thirds of the votes being needed.";
        assert_eq!(told(two_thirds).unwrap().put[0].how.majority, Some(Majority::TwoThirds));
    }

    #[test]
    fn what_tells_more_than_that_is_left_as_it_stands() {
        for text in [
            "The motion was discussed at length.",
            "Councillor Bell moved to the back of the hall.",
            "Councillor Bell moved that it be sold. Members were shocked. The motion was lost.",
            "The motion was carried. Members cheered.",
            "Three voted for, three against.",
            "Work moved that on.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
