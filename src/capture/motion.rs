//! Lines about what is moved.

use super::{Place, Read, Unclear, item, one, person, wants, wrong};
use crate::model::{Entry, Majority, Mint, Motion, MotionId, MotionKind, MotionOutcome, PersonId};
use crate::rules::{motion::to_alter, procedure};

pub(super) fn motion(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let open = open_motion(place);
    became(rest, open, MotionKind::Original, place, mint)
}

pub(super) fn amendment(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let open = open(place, MotionKind::Amendment);
    became(rest, open, MotionKind::Amendment, place, mint)
}

/// What became of the motion that is `open`; or one of `kind`, moved.
fn became(
    rest: &str,
    open: Option<&Motion>,
    kind: MotionKind,
    place: &Place<'_>,
    mint: &mut Mint,
) -> Read {
    let outcome = match rest.trim().to_lowercase().as_str() {
        "fell" => Some(MotionOutcome::Fell),
        "withdrawn" => Some(MotionOutcome::Withdrawn),
        "dropped" => Some(MotionOutcome::Dropped),
        _ => None,
    };
    let Some(outcome) = outcome else { return moved(rest, place, kind, mint) };
    // One left open on another item is before the meeting still.
    let Some(open) = open.or_else(|| left_open(place, kind)) else {
        let amends = kind == MotionKind::Amendment;
        let (what, line) = if amends { ("amendment", "am") } else { ("motion", "m") };
        return Err(wrong(
            format!("No {what} is before the meeting."),
            format!("\".{line} MOVER/SECONDER: TEXT\" records one."),
        ));
    };
    let motion = Motion { outcome, ..open.clone() };
    let what = if open.kind == MotionKind::Amendment { "amendment" } else { "motion" };
    let preview = format!("The {what} {}: {}", outcome.plain(), motion.text);
    Ok(one(Entry::Moved { motion }, preview))
}

fn moved(rest: &str, place: &Place<'_>, kind: MotionKind, mint: &mut Mint) -> Read {
    let Some((who, text)) = rest.split_once(':') else {
        return wants("\"MOVER/SECONDER: TEXT\"");
    };
    let (who, kind, majority) = manner(who, kind);
    let (mover, seconder) = movers(who, place)?;
    let text = match text.trim() {
        rec if rec.eq_ignore_ascii_case("rec") => recommended(place)?,
        text => text,
    };
    if text.is_empty() {
        return wants("the words of the motion");
    }
    // What is moved while a motion is before the meeting, and is no amendment, is how to go on.
    let kind = match kind {
        MotionKind::Original
            if procedure::is_of_itself(text)
                || original(place).is_some() && procedure::is_of(text) =>
        {
            MotionKind::Procedural
        }
        kind => kind,
    };
    let alters = to_alter(text).filter(|_| kind == MotionKind::Amendment);
    let text = alters.unwrap_or_else(|| text.to_owned());
    let of = match kind {
        MotionKind::Amendment => match original(place) {
            Some(motion) => Some(motion.id.clone()),
            None => {
                return Err(wrong(
                    "There is no motion to amend.",
                    "\".m MOVER/SECONDER: TEXT\" records one.",
                ));
            }
        },
        _ => None,
    };
    let motion = Motion {
        id: MotionId::mint(mint),
        meeting: place.sitting.meeting.id.clone(),
        item: item(place)?.clone(),
        rank: mint.rank(),
        place: place.paragraph,
        kind,
        of,
        mover: Some(mover),
        seconder,
        text: text.clone(),
        outcome: MotionOutcome::Open,
        majority,
    };
    let preview = format!("{}: {text}", kind.noun());
    Ok(one(Entry::Moved { motion }, preview))
}

/// What the item recommends, which is moved as it stands.
fn recommended<'a>(place: &Place<'a>) -> Result<&'a str, Unclear> {
    let about = place.sitting.item(item(place)?);
    about
        .map(|about| about.recommendation.trim())
        .filter(|text| !text.is_empty())
        .ok_or_else(|| wrong("This item has no recommendation to move.", "Write the motion out."))
}

/// Who moved and, after a stroke, who seconded.
pub(super) fn movers(
    who: &str,
    place: &Place<'_>,
) -> Result<(PersonId, Option<PersonId>), Unclear> {
    let (mover, seconder) = who.split_once('/').unwrap_or((who, ""));
    let mover = person(place, mover)?;
    let seconder = if seconder.trim().is_empty() { None } else { Some(person(place, seconder)?) };
    if seconder.as_ref() == Some(&mover) {
        return Err(wrong(
            "Nobody seconds their own motion.",
            "Name somebody else after the stroke.",
        ));
    }
    Ok((mover, seconder))
}

/// What may stand after who moved and seconded, of the majority that is needed.
const MAJORITIES: [(&str, Majority); 8] = [
    ("two-thirds of those present", Majority::TwoThirdsOfPresent),
    ("two-thirds of all members", Majority::TwoThirdsOfMembers),
    ("two-thirds of members", Majority::TwoThirdsOfMembers),
    ("two-thirds of those voting", Majority::TwoThirds),
    ("two-thirds", Majority::TwoThirds),
    ("of those present", Majority::OfPresent),
    ("of all members", Majority::OfMembers),
    ("of members", Majority::OfMembers),
];

/// Takes the majority needed, or "procedural", off the end of who moved and seconded.
fn manner(who: &str, kind: MotionKind) -> (&str, MotionKind, Majority) {
    let who = who.trim();
    let spelt = who.to_ascii_lowercase().replace("two thirds", "two-thirds");
    let ends = |said: &str| {
        let at = spelt.ends_with(said).then(|| who.len().checked_sub(said.len()))??;
        who.get(..at)
    };
    let of = MAJORITIES.iter().find_map(|(said, of)| Some((ends(said)?, *of)));
    if let Some((who, of)) = of {
        return (who.trim_end().trim_end_matches("majority"), kind, of);
    }
    match who.strip_suffix("procedural") {
        Some(who) if kind == MotionKind::Original => {
            (who, MotionKind::Procedural, Majority::Simple)
        }
        _ => (who, kind, Majority::Simple),
    }
}

/// What is put first of what is open.
const FIRST: [MotionKind; 3] =
    [MotionKind::Procedural, MotionKind::Amendment, MotionKind::Original];

/// The motion or amendment to be put next: how to go on, then an amendment, then
/// what it would amend; of two alike, the later.
pub(super) fn open_motion<'a>(place: &Place<'a>) -> Option<&'a Motion> {
    FIRST.into_iter().find_map(|kind| open(place, kind))
}

fn open<'a>(place: &Place<'a>, kind: MotionKind) -> Option<&'a Motion> {
    let here = place.item?;
    place
        .sitting
        .motions
        .iter()
        .filter(|m| m.item == *here && m.outcome == MotionOutcome::Open && m.kind == kind)
        .max_by_key(|m| m.rank)
}

/// The last motion of that kind that is open on any item.
fn left_open<'a>(place: &Place<'a>, kind: MotionKind) -> Option<&'a Motion> {
    let mut motions = place.sitting.motions.iter();
    motions.rfind(|motion| motion.kind == kind && motion.outcome == MotionOutcome::Open)
}

fn original<'a>(place: &Place<'a>) -> Option<&'a Motion> {
    open(place, MotionKind::Original)
}
