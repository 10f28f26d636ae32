//! Lines about the life of minutes: checked, circulated, confirmed, signed.

use super::{Place, Read, item, one, wants, wrong};
use crate::model::{Decision, DecisionId, DecisionStatus, Entry, Mint, MinutesStatus, Verb, day};

/// Says how far this meeting's own minutes have gone.
pub(super) fn advance(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let meeting = place.sitting.meeting.id.clone();
    match MinutesStatus::from_word(&rest.to_lowercase()) {
        Some(to @ (MinutesStatus::Checked | MinutesStatus::Circulated)) => {
            Ok(one(Entry::Advanced { meeting, to }, format!("These minutes are {}", to.plain())))
        }
        Some(MinutesStatus::Confirmed | MinutesStatus::Signed) => Err(wrong(
            "Minutes are confirmed and signed at a later meeting.",
            "Type \".confirm\" on the minutes item of that meeting.",
        )),
        _ => wants("\"checked\" or \"circulated\""),
    }
}

/// Confirms the minutes of the last meeting, or says that they are signed.
///
/// Only accuracy is in question, and the corrections noted on the item go with
/// it; from then on the earlier text is locked.
pub(super) fn confirm(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some(previous) = &place.sitting.neighbours.previous else {
        return Err(wrong("There is no earlier meeting whose minutes could be confirmed.", ""));
    };
    let here = item(place)?;
    let (meeting, of) = (place.sitting.meeting.id.clone(), previous.id.clone());
    let on = day::plain(previous.date);
    if rest.eq_ignore_ascii_case("signed") {
        let entry = Entry::Confirmed { meeting, of, to: MinutesStatus::Signed, decision: None };
        return Ok(one(entry, format!("Minutes of {on} signed")));
    }
    if !rest.is_empty() {
        return wants("nothing more, or \"signed\"");
    }
    let decision = Decision {
        id: DecisionId::mint(mint),
        meeting: meeting.clone(),
        item: here.clone(),
        rank: mint.rank(),
        place: place.paragraph,
        verb: Verb::Resolved,
        to_whom: String::new(),
        text: format!("that the Minutes of {on} be approved and signed as a correct record"),
        as_recommended: true,
        bloc: None,
        reasons: String::new(),
        alternatives: String::new(),
        mover: None,
        seconder: None,
        vote: None,
        effective_on: None,
        reply_by: None,
        status: DecisionStatus::Made,
        replaces: None,
    };
    let corrections = place.sitting.corrections.iter().filter(|c| c.of == of).count();
    let with = match corrections {
        0 => String::new(),
        1 => ", with 1 correction".into(),
        n => format!(", with {n} corrections"),
    };
    let to = MinutesStatus::Confirmed;
    let entry = Entry::Confirmed { meeting, of, to, decision: Some(Box::new(decision)) };
    Ok(one(entry, format!("Minutes of {on} confirmed{with}; they can no longer be altered")))
}
