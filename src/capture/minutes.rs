//! Lines about the life of minutes: checked, circulated, confirmed, signed.

use super::{Place, Read, Reading, Unclear, decision, item, one, wants, when, wrong};
use crate::model::{Decision, DecisionId, Entry, Meeting, Mint, MinutesStatus, Sitting, Verb, day};
use crate::rules::sentence::list;

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

/// Confirms the minutes of earlier meetings, or says that they are signed.
///
/// Only accuracy is in question, and the corrections noted on the item go with
/// them; from then on the earlier text is locked.
pub(super) fn confirm(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (said, leaf) = match rest.rsplit_once("leaf ") {
        Some((said, leaf)) => {
            let number = leaf.trim().parse().ok().filter(|n: &u32| *n > 0);
            let number = number.ok_or_else(|| {
                wrong(format!("\"{}\" is not the number of a leaf.", leaf.trim()), "")
            })?;
            (said.trim(), Some(number))
        }
        None => (rest, None),
    };
    let head = said.len().saturating_sub("signed".len());
    let signed = said.get(head..).is_some_and(|word| word.eq_ignore_ascii_case("signed"));
    if !signed && leaf.is_some() {
        return wants("\"signed\" before the leaf that bears the signature");
    }
    let on = if signed { said[..head].trim() } else { said };
    if signed {
        return sign(&meant(place.sitting, on, MinutesStatus::Signed)?, leaf, place);
    }
    let here = item(place)?;
    let mut entries = Vec::new();
    let waiting = meant(place.sitting, on, MinutesStatus::Confirmed)?;
    // It may have been moved, and voted on, before it is put down.
    let put = "that the Minutes be approved";
    let moved = decision::decision(place, here, Verb::Resolved, "", put, mint);
    // Their ranks follow each other with no name between: a vote is on all of them.
    let ids: Vec<DecisionId> = waiting.iter().map(|_| DecisionId::mint(mint)).collect();
    for (of, id) in waiting.iter().zip(ids) {
        let on = day::plain(of.date);
        let meeting = place.sitting.meeting.id.clone();
        let decision = Decision {
            id,
            rank: mint.rank(),
            text: format!("that the Minutes of {on} be approved and signed as a correct record"),
            as_recommended: true,
            ..moved.clone()
        };
        entries.push(Entry::Confirmed {
            meeting,
            of: of.id.clone(),
            to: MinutesStatus::Confirmed,
            signature: None,
            decision: Some(Box::new(decision)),
        });
    }
    let ids: Vec<_> = waiting.iter().map(|of| &of.id).collect();
    let with = match place.sitting.corrections.iter().filter(|c| ids.contains(&&c.of)).count() {
        0 => String::new(),
        1 => ", with 1 correction".into(),
        n => format!(", with {n} corrections"),
    };
    let days = days(&waiting);
    let preview = format!("Minutes of {days} confirmed{with}; they can no longer be altered");
    Ok(Reading { entries, preview })
}

/// Whoever presides signs minutes that were confirmed (paragraph 41, Schedule 12,
/// Local Government Act 1972).
fn sign(confirmed: &[&Meeting], leaf: Option<u32>, place: &Place<'_>) -> Read {
    let sitting = place.sitting;
    let Some(chair) = sitting.chair() else {
        return Err(wrong(
            "Nobody presides, so nobody can sign.",
            "Record who presides with \".chair NAME\".",
        ));
    };
    let signs = |of: &&Meeting| {
        // Signed already, only the leaf can be put right.
        let had = of.signed_by.clone().zip(of.signed_on);
        let (who, on) = had.unwrap_or_else(|| (chair.clone(), place.now.date_naive()));
        Entry::Confirmed {
            meeting: sitting.meeting.id.clone(),
            of: of.id.clone(),
            to: MinutesStatus::Signed,
            signature: Some((who, on, leaf)),
            decision: None,
        }
    };
    let on = leaf.map(|leaf| format!(", on leaf {leaf}")).unwrap_or_default();
    let (days, who) = (days(confirmed), sitting.name_of(chair));
    let preview = format!("Minutes of {days} signed by {who}{on}");
    Ok(Reading { entries: confirmed.iter().map(signs).collect(), preview })
}

/// The earlier meetings whose minutes are to become `to`: that of the day said; else
/// all that wait to be confirmed, or the last.
fn meant<'a>(
    sitting: &'a Sitting,
    said: &str,
    to: MinutesStatus,
) -> Result<Vec<&'a Meeting>, Unclear> {
    let neighbours = &sitting.neighbours;
    if !said.is_empty() {
        let held = |meeting: &&Meeting| when::day(said, meeting.date) == Some(meeting.date);
        let found = neighbours.held.iter().chain(&neighbours.previous).find(held);
        return found.map(|meeting| vec![meeting]).ok_or_else(|| {
            let waiting: Vec<&Meeting> = neighbours.unconfirmed().collect();
            let hint = if waiting.is_empty() {
                String::new()
            } else {
                format!("Those of {} wait to be confirmed.", days(&waiting))
            };
            wrong(format!("This body did not meet on \"{said}\", as far as the book has it."), hint)
        });
    }
    let waiting: Vec<&Meeting> = neighbours.unconfirmed().collect();
    if to == MinutesStatus::Confirmed && !waiting.is_empty() {
        return Ok(waiting);
    }
    let unsigned = neighbours.held.iter().filter(|held| held.minutes == MinutesStatus::Confirmed);
    let unsigned: Vec<&Meeting> =
        unsigned.filter(|held| held.confirmed_at.as_ref() == Some(&sitting.meeting.id)).collect();
    if to == MinutesStatus::Signed && !unsigned.is_empty() {
        return Ok(unsigned);
    }
    neighbours
        .previous
        .as_ref()
        .map(|last| vec![last])
        .ok_or_else(|| {
            wrong(
                "There is no earlier meeting in the book whose minutes could be confirmed.",
                "Of minutes kept elsewhere, record \".d RESOLVED: that the Minutes of 14 April be approved\".",
            )
        })
}

fn days(meetings: &[&Meeting]) -> String {
    let days: Vec<String> = meetings.iter().map(|meeting| day::plain(meeting.date)).collect();
    list(&days)
}
