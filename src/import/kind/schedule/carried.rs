//! What a later edition of a schedule says in the words of the last keeps what
//! was judged of it: its tone or kind, its owner and day, how far it has
//! gone, and what it was tied to.

use std::collections::HashMap;

use super::super::super::words::fold::fold;
use super::super::Desk;
use crate::model::{
    Action, Edition, Link, LinkId, LinkKind, PartnershipId, Point, Record, Response, Schedule,
};

/// Carries over what was judged of the last edition before `edition`, which is
/// new to the book.
pub(super) fn over(desk: &mut Desk<'_>, edition: &Edition) {
    let earlier = desk.known.schedules.iter().filter(|s| s.edition.as_at < edition.as_at);
    let Some(last) = earlier.max_by_key(|schedule| schedule.edition.as_at) else { return };
    let mut names: HashMap<&str, String> = HashMap::new();
    for row in &mut desk.rows {
        match row {
            Record::Point(point) if point.edition == edition.id => {
                if let Some(had) = same_point(last, &point.partnership, &point.text) {
                    point.tone = point.tone.or(had.tone);
                    names.insert(had.id.as_str(), point.id.0.clone());
                }
            }
            Record::Response(response) if response.edition == edition.id => {
                if let Some(had) = same_response(last, &response.partnership, &response.text) {
                    response.kind = response.kind.or(had.kind);
                    response.status = had.status;
                    if response.owner.is_empty() {
                        response.owner.clone_from(&had.owner);
                    }
                    if response.due.is_none() && response.due_text.is_empty() {
                        response.due = had.due;
                        response.due_text.clone_from(&had.due_text);
                    }
                    names.insert(had.id.as_str(), response.id.0.clone());
                }
            }
            _ => {}
        }
    }
    tie_again(desk, last, &names);
    for mute in desk.known.mutes {
        if let Some(mute) = mute.carried(|id| names.get(id).cloned(), desk.mint) {
            desk.file(mute);
        }
    }
    let names: Vec<(String, String)> =
        names.into_iter().map(|(had, new)| (had.to_owned(), new)).collect();
    for (had, new) in &names {
        let id = LinkId::mint(desk.mint);
        let (from_id, to_id) = (new.clone(), had.clone());
        desk.file(Link { id, from_id, to_id, kind: LinkKind::Continues, meeting: None });
    }
    if !names.is_empty() {
        desk.report.count("as in the last edition", names.len());
    }
}

/// Ties what goes on under `names` to what the last edition tied it to.
fn tie_again(desk: &mut Desk<'_>, last: &Schedule, names: &HashMap<&str, String>) {
    let mut links: Vec<&Link> = last.standings.iter().flat_map(|row| &row.links).collect();
    links.sort_by(|one, other| one.id.cmp(&other.id));
    links.dedup();
    let passing = |id: &str| {
        let rows = || last.standings.iter();
        rows().flat_map(|row| &row.points).any(|had| had.id.as_str() == id)
            || rows().flat_map(|row| &row.responses).any(|had| had.id.as_str() == id)
    };
    let live: Vec<&Action> =
        desk.known.actions.iter().filter(|action| action.status.is_live()).collect();
    for link in links {
        let live = |id: &str| live.iter().any(|action| action.id.as_str() == id);
        let lasting = |id: &str| (link.meeting.is_none() && !passing(id)) || live(id);
        if let Some((from_id, to_id)) = link.carried(|id| names.get(id).cloned(), lasting) {
            let id = LinkId::mint(desk.mint);
            desk.file(Link { id, from_id, to_id, kind: link.kind, meeting: None });
        }
    }
}

fn same_point<'a>(last: &'a Schedule, of: &PartnershipId, text: &str) -> Option<&'a Point> {
    let points = last.standings.iter().flat_map(|row| &row.points);
    points.filter(|had| had.partnership == *of).find(|had| fold(&had.text) == fold(text))
}

fn same_response<'a>(last: &'a Schedule, of: &PartnershipId, text: &str) -> Option<&'a Response> {
    let responses = last.standings.iter().flat_map(|row| &row.responses);
    responses.filter(|had| had.partnership == *of).find(|had| fold(&had.text) == fold(text))
}
