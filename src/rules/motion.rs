//! What a motion says once its amendments have been voted on.

use crate::model::{Motion, MotionKind, MotionOutcome};

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

/// What an amendment begins with that puts its second words in place of its first.
const REPLACES: [&str; 6] = ["replace", "for", "delete", "leave out", "omit", "strike out"];

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
    fn one_that_does_not_stands_beside_the_motion() {
        check("to think again", "to extend it by two years, as amended: to think again");
        check(
            "to replace \"four\" by \"five\"",
            "to extend it by two years, as amended: to replace \"four\" by \"five\"",
        );
    }
}
