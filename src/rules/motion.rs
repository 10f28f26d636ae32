//! What a motion says once its amendments have been voted on.

use super::room;
use crate::model::{ItemId, Motion, MotionKind, MotionOutcome, Sitting, Vote};

/// The words put to the vote: those moved, as each carried amendment in turn
/// leaves them (domain.md 2.6, 3). What was moved stays as it was moved.
#[must_use]
pub fn substantive(motions: &[Motion], motion: &Motion) -> String {
    carried(motions, motion).fold(motion.text.clone(), |text, by| amended(&text, &by.text))
}

/// Whether an amendment to `motion` was carried.
#[must_use]
pub fn is_amended(motions: &[Motion], motion: &Motion) -> bool {
    carried(motions, motion).next().is_some()
}

fn carried<'a>(motions: &'a [Motion], motion: &'a Motion) -> impl Iterator<Item = &'a Motion> {
    motions.iter().filter(|other| {
        other.kind == MotionKind::Amendment
            && other.of.as_ref() == Some(&motion.id)
            && other.outcome == MotionOutcome::Carried
    })
}

/// What an amendment begins with that says what is to be altered in the words of a motion.
const ALTERS: [&str; 7] = ["add", "insert", "delete", "omit", "leave", "replace", "substitute"];

/// What alters the words of a motion, as it is moved: "to add" what is typed as "add".
#[must_use]
pub fn to_alter(text: &str) -> Option<String> {
    let (first, rest) = text.split_once(' ')?;
    let first = first.to_lowercase();
    ALTERS.contains(&first.as_str()).then(|| format!("to {first} {rest}"))
}

/// What an amendment begins with that puts its second words in place of its first.
const REPLACES: [&str; 6] = ["replace", "for", "delete", "leave out", "omit", "strike out"];

/// Words that any motion or decision may have, whatever it is about.
const COMMON: &str = "that this with from have been will shall should agree agreed approve \
    approved accept accepted adopt adopted resolved carried motion meeting";

/// The words of `text` that tell what it is about, by their first four letters: "plan"
/// and "plans" are one.
fn telling(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let mut found: Vec<String> = words
        .filter(|word| word.chars().count() > 3 || word.chars().any(char::is_numeric))
        .filter(|word| !COMMON.split_whitespace().any(|common| common == word))
        .map(|word| word.chars().take(4).collect())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a decision in the words `decided` is what a motion in the words `put` put
/// before the meeting: half of what either is about is in the other. Clerks seldom
/// write a decision in quite the words that were moved.
#[must_use]
pub fn says(decided: &str, put: &str) -> bool {
    let (decided, put) = (telling(decided), telling(put));
    let shared = put.iter().filter(|word| decided.contains(word)).count();
    decided.is_empty() || put.is_empty() || shared * 2 >= decided.len().min(put.len())
}

/// Whether two texts have a word in common that tells what either is about, or one of them none.
fn shares(one: &str, other: &str) -> bool {
    let (one, other) = (telling(one), telling(other));
    one.is_empty() || other.is_empty() || one.iter().any(|word| other.contains(word))
}

/// Whether `decided` says all that a motion in the words `put` is about; where those are
/// too short to tell what that is, whether it says the same.
#[must_use]
pub fn repeats(decided: &str, put: &str) -> bool {
    let (said, about) = (telling(decided), telling(put));
    let alike = likeness(decided, put) == ALIKE;
    alike || !about.is_empty() && about.iter().all(|word| said.contains(word))
}

/// The numbers in the words `decided` that are not in the words `put`, where both have some:
/// whoever wrote them down may have slipped. Figures and small numbers in words are the
/// same; commas between thousands are none of a number.
#[must_use]
pub fn other_numbers(decided: &str, put: &str) -> Vec<String> {
    let (decided, put) = (numbers(decided), numbers(put));
    let other = decided.iter().filter(|n| !put.contains(n));
    if put.is_empty() { Vec::new() } else { other.cloned().collect() }
}

/// The small numbers that are written in words.
const IN_WORDS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

fn numbers(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, ',' | '.')));
    let words = words.map(|word| word.trim_matches([',', '.']).replace(',', "").to_lowercase());
    let number = |word: String| match IN_WORDS.iter().position(|known| *known == word) {
        // "the one that was chosen" counts nothing.
        Some(1) => None,
        Some(n) => Some(n.to_string()),
        None => word.starts_with(|c: char| c.is_ascii_digit()).then_some(word),
    };
    words.filter_map(number).collect()
}

/// How the motion carried on an item reads, where a decision in the words `decided` is what
/// its amendments took out or altered.
#[must_use]
pub fn amended_away(sitting: &Sitting, item: &ItemId, decided: &str) -> Option<String> {
    let meant = meant(sitting, item, decided).map(|motion| &motion.id);
    let carried = sitting.motions.iter().filter(|motion| {
        motion.item == *item
            && motion.kind != MotionKind::Amendment
            && motion.outcome == MotionOutcome::Carried
            && is_amended(&sitting.motions, motion)
    });
    let worded = carried.map(|motion| (motion, substantive(&sitting.motions, motion)));
    let mut altered = worded.filter(|(motion, now)| {
        let is = meant == Some(&motion.id) && leaves_out(decided, &motion.text, now);
        is || has(&motion.text, decided) && !has(now, decided)
    });
    altered.next().map(|(_, now)| now)
}

/// Whether the words `part`, of which there are enough to tell, stand in `whole` as they are.
fn has(whole: &str, part: &str) -> bool {
    const ENOUGH: usize = 3;
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (whole, part) = (words(whole), words(part));
    let part = part.strip_prefix(&["that".to_owned()]).unwrap_or(&part);
    part.len() >= ENOUGH && whole.windows(part.len()).any(|run| run == part)
}

/// Whether `decided` has what amendments took out of the words `moved`, or is what was moved
/// where they put more in; `now` is how those words were carried. One limb of it, or other
/// words that the meeting settled on, leave nothing out that anybody can tell.
fn leaves_out(decided: &str, moved: &str, now: &str) -> bool {
    let (decided, moved, now) = (telling(decided), telling(moved), telling(now));
    let puts_in = now.iter().any(|word| !moved.contains(word));
    let mut taken_out = moved.iter().filter(|word| !now.contains(word)).peekable();
    match (puts_in, taken_out.peek()) {
        (true, _) => {
            // All that was moved but a word, and nothing of what was put in.
            let most = !decided.is_empty() && decided.len() + 1 >= moved.len();
            most && decided.iter().all(|word| moved.contains(word))
                && now
                    .iter()
                    .filter(|word| !moved.contains(word))
                    .all(|word| !decided.contains(word))
        }
        (false, Some(_)) => taken_out.all(|word| decided.contains(word)),
        (false, None) => false,
    }
}

/// How much words are each other that are so to the letter.
const ALIKE: usize = 1_000;

/// How much the words `decided` are those `put`, of [`ALIKE`].
fn likeness(decided: &str, put: &str) -> usize {
    let plain = |text: &str| {
        let text = text.trim().trim_end_matches('.').to_lowercase();
        text.strip_prefix("that ").map(str::to_owned).unwrap_or(text)
    };
    if plain(decided) == plain(put) {
        return ALIKE;
    }
    let (decided, put) = (telling(decided), telling(put));
    let shared = put.iter().filter(|word| decided.contains(word)).count();
    shared * (ALIKE - 1) / decided.len().max(put.len()).max(1)
}

/// The motion put to the vote on an item that a decision in the words `decided` is of: of
/// those it could be, the one it is most like, and the last of several alike.
#[must_use]
pub fn meant<'a>(sitting: &'a Sitting, item: &ItemId, decided: &str) -> Option<&'a Motion> {
    let put = sitting.motions.iter().filter(|motion| {
        motion.item == *item
            && motion.kind != MotionKind::Amendment
            && matches!(motion.outcome, MotionOutcome::Carried | MotionOutcome::Lost)
    });
    let worded = put.map(|motion| (substantive(&sitting.motions, motion), motion));
    worded
        .filter(|(words, _)| says(decided, words))
        .max_by_key(|(words, _)| likeness(decided, words))
        .map(|(_, motion)| motion)
}

/// The motion that a vote was on.
#[must_use]
pub fn put_in<'a>(sitting: &'a Sitting, vote: &Vote) -> Option<&'a Motion> {
    sitting.motions.iter().find(|motion| Some(&motion.id) == vote.motion.as_ref())
}

/// The votes on an item that carried and that no decision has taken yet: those on
/// motions, amendments aside, and one on no motion if nothing was decided since.
#[must_use]
pub fn unclaimed<'a>(sitting: &'a Sitting, item: &ItemId) -> Vec<&'a Vote> {
    let members = room::voting_places(sitting);
    // A vote on nothing that was moved is on what is decided next, and on nothing later.
    let decided = |vote: &Vote| {
        sitting.decisions_on(item).any(|had| had.rank > vote.rank)
            || sitting.motions.iter().any(|had| had.item == *item && had.rank > vote.rank)
            || sitting.votes.iter().any(|had| had.item == *item && had.rank > vote.rank)
    };
    let open = |vote: &&Vote| match put_in(sitting, vote) {
        Some(motion) => motion.kind != MotionKind::Amendment,
        None => !decided(vote) && !is_on_a_report(sitting, vote),
    };
    let taken = |vote: &Vote| sitting.decisions.iter().any(|d| d.vote.as_ref() == Some(&vote.id));
    let votes = sitting.votes.iter().filter(|vote| vote.item == *item && vote.carried(members));
    votes.filter(|vote| !taken(vote)).filter(open).collect()
}

/// Whether what was done last before a vote was to change an action: to put it off, to give
/// it up.
fn is_on_a_report(sitting: &Sitting, vote: &Vote) -> bool {
    let own = Some(&sitting.meeting.id);
    let reported = sitting.updates.iter().filter(|update| update.meeting.as_ref() == own);
    let reported = reported.map(|update| update.rank).filter(|rank| *rank < vote.rank).max();
    let moved = sitting.motions.iter().map(|motion| motion.rank);
    let decided = sitting.decisions.iter().map(|decision| decision.rank);
    let voted = sitting.votes.iter().map(|other| other.rank);
    let last = moved.chain(decided).chain(voted).filter(|rank| *rank < vote.rank).max();
    reported > last
}

/// The words put to the vote in three parts, of which the middle is what the carried
/// amendments made of the words moved; nothing where none altered them.
#[must_use]
pub fn difference(motions: &[Motion], motion: &Motion) -> Option<[String; 3]> {
    let now = substantive(motions, motion);
    let (was, is): (Vec<&str>, Vec<&str>) =
        (motion.text.split_whitespace().collect(), now.split_whitespace().collect());
    let shorter = was.len().min(is.len());
    let start = was.iter().zip(&is).take_while(|(one, other)| one == other).count();
    let end = was.iter().rev().zip(is.iter().rev()).take_while(|(one, other)| one == other);
    let end = end.count().min(shorter - start);
    let cut = |from: usize, to: usize| is.get(from..to).unwrap_or_default().join(" ");
    (was != is).then(|| [cut(0, start), cut(start, is.len() - end), cut(is.len() - end, is.len())])
}

/// The words that an amendment takes out of `motion` and that are not in it.
#[must_use]
pub fn not_in<'a>(motion: &str, amendment: &'a str) -> Option<&'a str> {
    let asked = amendment.trim_start().trim_start_matches("to ").to_lowercase();
    let takes_out = REPLACES.iter().any(|word| asked.starts_with(word));
    let out = amendment.split('"').nth(1).filter(|_| takes_out)?;
    (!motion.contains(out)).then_some(out)
}

/// The motion's words after the amendment, where the amendment says plainly
/// what to add, delete or replace; otherwise both, side by side.
fn amended(motion: &str, amendment: &str) -> String {
    let quoted: Vec<&str> = amendment.split('"').skip(1).step_by(2).collect();
    let asked = amendment.trim_start().trim_start_matches("to ").to_lowercase();
    match quoted.as_slice() {
        [added] if asked.starts_with("add") => {
            format!("{} {}", motion.trim_end_matches('.'), added.trim())
        }
        [gone] if asked.starts_with("delete") && motion.contains(gone) => {
            let left = motion.replacen(gone, "", 1);
            left.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".")
        }
        [old, new]
            if REPLACES.iter().any(|word| asked.starts_with(word)) && motion.contains(old) =>
        {
            motion.replacen(old, new, 1)
        }
        // The motion as it is to read, whole: it shares what it is about.
        [] if asked.starts_with("that ") && shares(amendment, motion) => {
            amendment.trim().to_owned()
        }
        _ => format!("{}, as amended: {}", motion.trim_end_matches('.'), amendment.trim()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(amendment: &str, after: &str) {
        assert_eq!(amended("to extend it by two years.", amendment), after);
    }

    #[test]
    fn an_amendment_that_says_what_it_alters_alters_it() {
        check("to replace \"two\" by \"three\"", "to extend it by three years.");
        check("to delete \"two\" and insert \"three\"", "to extend it by three years.");
        check("to leave out \"two\" and add \"three\"", "to extend it by three years.");
        check("add \"from April\"", "to extend it by two years from April");
        check("to delete \"by two years\"", "to extend it.");
    }

    #[test]
    fn a_decision_is_known_as_what_was_put_by_what_it_is_about() {
        assert!(says(
            "that the review be welcomed, and its authors thanked",
            "that the review be welcomed"
        ));
        assert!(says("that it be extended for two years", "to extend it by two years"));
        assert!(says(
            "to ask the Trust for a plan for each target",
            "That the Trust be asked for its plans."
        ));
        assert!(says("NOTED", "that the report be noted"));
        assert!(says("that the grant be paid", "that it be agreed"));
        assert!(!says("NOTED the timetable", "that the review be welcomed"));
        assert!(!says("that the secretary write to all", "that the levy be set at 5 pounds"));
        assert!(!says("that the fees be approved", "that the budget be approved"));
    }

    #[test]
    fn numbers_that_were_not_put_are_told_apart_however_they_are_written() {
        assert_eq!(other_numbers("a grant of £50,000", "that the grant be £5,000"), ["50000"]);
        assert_eq!(other_numbers("a group of four", "that a group of 3 be set up"), ["4"]);
        for decided in ["a grant of 5000", "a grant", "the one of £5,000."] {
            assert!(other_numbers(decided, "that the grant be £5,000").is_empty(), "{decided}");
        }
        assert!(other_numbers("by 3 May", "that it be done").is_empty());
    }

    #[test]
    fn one_that_does_not_stands_beside_the_motion() {
        check("to think again", "to extend it by two years, as amended: to think again");
        check(
            "to replace \"four\" by \"five\"",
            "to extend it by two years, as amended: to replace \"four\" by \"five\"",
        );
    }
}
