//! The line of who presides.

use super::people::{attending, movement, where_told};
use super::{Place, Read, Reading, moment, person, when, wrong};
use crate::model::{AttendanceStatus, Direction, Entry, Mint, Presiding, PresidingId};
use crate::rules::room;

pub(super) fn preside(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (name, time) = when::split_time(rest);
    let id = person(place, name)?;
    let at = moment(place, time);
    if place.sitting.chair() == Some(&id) {
        return Err(wrong(format!("{} presides already.", place.sitting.name_of(&id)), ""));
    }
    let mut entries = Vec::new();
    if !room::in_room(place.sitting, &id) {
        entries.push(Entry::Arrived {
            meeting: place.sitting.meeting.id.clone(),
            attendance: vec![attending(place, &id, AttendanceStatus::Present, mint)],
            movements: vec![movement(place, &id, Direction::In, at, String::new(), mint)],
        });
    }
    let presiding = Presiding {
        id: PresidingId::mint(mint),
        meeting: place.sitting.meeting.id.clone(),
        person: id.clone(),
        at,
        timed: true,
        item: where_told(place).0,
        rank: mint.rank(),
    };
    let comes = if entries.is_empty() { "" } else { ", who comes in" };
    entries.push(Entry::Presided { presiding });
    Ok(Reading { entries, preview: format!("{}{comes}, in the chair", place.sitting.name_of(&id)) })
}
