//! The line of who presides.

use super::clock::{is_told, when_told};
use super::people::{attending, in_its_time, movement, where_told};
use super::{Place, Read, Reading, person, when, wrong};
use crate::model::{
    Attendance, AttendanceStatus, Direction, Entry, Mint, Presiding, PresidingId, day,
    paragraph_count,
};
use crate::rules::room;

pub(super) fn preside(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (name, time) = when::split_time(rest);
    let id = person(place, name)?;
    let at = when_told(place, time);
    // Whoever took it at a time that has gone by presided from there on, until somebody
    // else did.
    let earlier = time.and_then(|_| room::belated(place.sitting, at));
    let mut chairs = place.sitting.presiding.iter().filter(|_| time.is_some());
    let next = chairs.find(|chair| chair.known_at().is_some_and(|took| day::is_before(at, took)));
    let before = earlier.map(|(_, rank)| rank).into_iter();
    let before = before.chain(next.map(|chair| chair.rank.saturating_sub(1))).min();
    if before.is_none() && place.sitting.chair() == Some(&id) {
        return Err(wrong(format!("{} presides already.", place.sitting.name_of(&id)), ""));
    }
    let mut entries = Vec::new();
    if !room::in_room(place.sitting, &id) {
        let comes = movement(place, &id, Direction::In, at, String::new(), mint);
        let comes = in_its_time(place.sitting, comes, time);
        let known = attending(place, &id, AttendanceStatus::Present, mint);
        let apologised = known.apologised || room::had_sent_word(place.sitting, &id, &comes);
        entries.push(Entry::Arrived {
            meeting: place.sitting.meeting.id.clone(),
            attendance: vec![Attendance { apologised, ..known }],
            movements: vec![comes],
        });
    }
    let (here, paragraph) = where_told(place);
    let (item, paragraph) = match earlier {
        Some((item, _)) => {
            (Some(item.id.clone()), paragraph_count(place.sitting.text_of(&item.id)))
        }
        None => (here, paragraph),
    };
    let presiding = Presiding {
        id: PresidingId::mint(mint),
        meeting: place.sitting.meeting.id.clone(),
        person: id.clone(),
        at,
        timed: is_told(place, at),
        item,
        place: paragraph,
        rank: before.unwrap_or_else(|| mint.rank()),
    };
    let comes = if entries.is_empty() { "" } else { ", who comes in" };
    entries.push(Entry::Presided { presiding });
    Ok(Reading { entries, preview: format!("{}{comes}, in the chair", place.sitting.name_of(&id)) })
}
