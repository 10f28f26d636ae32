//! Lines about what is moved.

use super::{Place, Read, item, one, person, wants, wrong};
use crate::model::{Entry, Majority, Mint, Motion, MotionId, MotionKind, MotionOutcome};

pub(super) fn motion(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let outcome = match rest.trim().to_lowercase().as_str() {
        "fell" => Some(MotionOutcome::Fell),
        "withdrawn" => Some(MotionOutcome::Withdrawn),
        "dropped" => Some(MotionOutcome::Dropped),
        _ => None,
    };
    let Some(outcome) = outcome else { return moved(rest, place, MotionKind::Original, mint) };
    let Some(open) = open_motion(place) else {
        return Err(wrong(
            "No motion is before the meeting.",
            "\".m MOVER/SECONDER: TEXT\" records one.",
        ));
    };
    let motion = Motion { outcome, ..open.clone() };
    let preview = format!("The motion {}: {}", outcome.plain(), motion.text);
    Ok(one(Entry::Moved { motion }, preview))
}

pub(super) fn amendment(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    moved(rest, place, MotionKind::Amendment, mint)
}

fn moved(rest: &str, place: &Place<'_>, kind: MotionKind, mint: &mut Mint) -> Read {
    let Some((who, text)) = rest.split_once(':') else {
        return wants("\"MOVER/SECONDER: TEXT\"");
    };
    let (who, kind, majority) = manner(who, kind);
    let (mover, seconder) =
        who.split_once('/').map_or((who, ""), |(mover, seconder)| (mover, seconder));
    let mover = person(place, mover)?;
    let seconder = if seconder.trim().is_empty() { None } else { Some(person(place, seconder)?) };
    if seconder.as_ref() == Some(&mover) {
        return Err(wrong(
            "Nobody seconds their own motion.",
            "Name somebody else after the stroke.",
        ));
    }
    let text = text.trim();
    if text.is_empty() {
        return wants("the words of the motion");
    }
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
        text: text.to_owned(),
        outcome: MotionOutcome::Open,
        majority,
    };
    let preview =
        format!("{}: {text}", if kind == MotionKind::Amendment { "Amendment" } else { "Motion" });
    Ok(one(Entry::Moved { motion }, preview))
}

/// Takes "two-thirds" or "procedural" off the end of who moved and seconded.
fn manner(who: &str, kind: MotionKind) -> (&str, MotionKind, Majority) {
    let who = who.trim();
    if let Some(who) = who.strip_suffix("two-thirds") {
        return (who, kind, Majority::TwoThirds);
    }
    match who.strip_suffix("procedural") {
        Some(who) if kind == MotionKind::Original => {
            (who, MotionKind::Procedural, Majority::Simple)
        }
        _ => (who, kind, Majority::Simple),
    }
}

/// The motion or amendment to be put next: an open amendment before its motion.
pub(super) fn open_motion<'a>(place: &Place<'a>) -> Option<&'a Motion> {
    let here = place.item?;
    let open = || {
        place
            .sitting
            .motions
            .iter()
            .filter(move |m| m.item == *here && m.outcome == MotionOutcome::Open)
    };
    open().find(|m| m.kind == MotionKind::Amendment).or_else(|| open().next())
}

fn original<'a>(place: &Place<'a>) -> Option<&'a Motion> {
    let here = place.item?;
    place.sitting.motions.iter().find(|m| {
        m.item == *here && m.outcome == MotionOutcome::Open && m.kind != MotionKind::Amendment
    })
}
