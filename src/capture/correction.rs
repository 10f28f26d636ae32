//! The line that puts right the minutes of an earlier meeting.

use super::{Place, Read, Reading, Unclear, item, wants, wrong};
use crate::model::{
    Correction, CorrectionId, Entry, Former, Meeting, MeetingId, Mint, MinutesStatus, Sitting,
};
use crate::rules::sentence::quotes;

/// Whether `said` begins with the number of a minute, and of one no later than `last`: it
/// may have been written before the book was begun.
fn precedes(said: &str, last: Option<&str>) -> bool {
    let parts = |text: &str| -> Option<(u32, u32)> {
        let (number, year) = text.split([',', ' ']).next()?.split_once('/')?;
        Some((year.parse().ok()?, number.parse().ok()?))
    };
    parts(said).is_some_and(|said| last.and_then(parts).is_none_or(|last| said <= last))
}

/// What stands for a minute's number where who was there is put right.
const PRESENT: [&str; 4] = [Correction::PRESENT, "those present", "attendance", "heading"];

pub(super) fn correct(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let shape = "\"MINUTE: \"OLD\" read \"NEW\"\"";
    let Some((minute, words)) = rest.split_once(':') else { return wants(shape) };
    let quoted: Vec<&str> = words.split('"').skip(1).step_by(2).collect();
    let [old, new] = quoted.as_slice() else { return wants(shape) };
    if old.trim().is_empty() {
        return Err(wrong(
            "There are no words to put right.",
            "Quote what stands there; to add to it, quote the words before and say them again.",
        ));
    }
    let minute = minute.trim();
    let present = PRESENT.iter().any(|word| minute.eq_ignore_ascii_case(word));
    let minute = if present { Correction::PRESENT } else { minute };
    let former = place.sitting.corrects(minute).filter(|_| !present);
    let last = place.sitting.former.last().map(|last| last.reference.as_str());
    if former.is_none() && !present && !precedes(minute, last) {
        return Err(no_such(minute, last));
    }
    // Words that only members may read are put right for members alone, under whatever item.
    let exempt = former.is_some_and(|former| {
        former.exempt || quotes(&former.withheld, old) && !quotes(&former.says, old)
    });
    let neighbours = &place.sitting.neighbours;
    let of = match former {
        Some(former) => neighbours.earlier(&former.of),
        None => neighbours.previous.as_ref(),
    };
    let Some(of) = of else {
        return Err(wrong("There is no earlier meeting to correct.", ""));
    };
    // One before those that wait is of minutes that were confirmed, if the book has any.
    let confirmed = |meeting: &Meeting| meeting.minutes >= MinutesStatus::Confirmed;
    let before = former.is_none() && !present && neighbours.held.iter().any(confirmed);
    if before || confirmed(of) {
        return Err(wrong(
            format!("The minutes that {minute} stands in are confirmed already."),
            "A correction is agreed before they are; later, put it right by a new decision.",
        ));
    }
    if present && is_withheld(place.sitting, &of.id, [old, new]) {
        return Err(wrong(
            "Those words stand in exempt business of that meeting, and would be told to everybody.",
            "Correct them under the number of their minute, as 27/26.",
        ));
    }
    let correction = Correction {
        id: CorrectionId::mint(mint),
        meeting: place.sitting.meeting.id.clone(),
        item: item(place)?.clone(),
        of: of.id.clone(),
        minute: minute.to_owned(),
        old: (*old).to_owned(),
        new: (*new).to_owned(),
        exempt,
        rank: mint.rank(),
    };
    let kept = if exempt { ", kept from the public as that minute is" } else { "" };
    let preview = format!("{}: for \"{old}\" read \"{new}\"{kept}", correction.subject());
    Ok(Reading { entries: vec![Entry::Corrected { correction }], preview })
}

/// Whether any of `words` stands in what is withheld of the minutes of `of`, and not in what
/// is open.
fn is_withheld(sitting: &Sitting, of: &MeetingId, words: [&str; 2]) -> bool {
    let minutes = || sitting.former.iter().filter(|former| former.of == *of);
    words.iter().any(|said| {
        let open = |former: &Former| !former.exempt && quotes(&former.says, said);
        let closed = |former: &Former| {
            quotes(&former.withheld, said) || former.exempt && quotes(&former.says, said)
        };
        minutes().any(closed) && !minutes().any(open)
    })
}

/// That no minute has the number `minute`; `last` is that of the last which may be corrected.
fn no_such(minute: &str, last: Option<&str>) -> Unclear {
    let last = last.map(|last| format!(": the last that waits to be confirmed is {last}"));
    let hint = if minute.contains('/') {
        format!("Give its number, as 27/26{}.", last.unwrap_or_default())
    } else {
        "Give its number, as 27/26, or \"present\" for the list of those there.".to_owned()
    };
    wrong(format!("There is no minute {minute} yet."), hint)
}
