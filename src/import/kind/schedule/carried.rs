//! What a later edition of a schedule says in the words of the last keeps what
//! was judged of it: its tone or kind, its owner and day, how far it has
//! gone, and what it was tied to.

use std::collections::{BTreeSet, HashMap};

use super::super::super::words::count::Counts;
use super::super::super::words::fold::fold;
use super::super::Desk;
use crate::model::{Action, Edition, Link, LinkId, LinkKind, Point, Record, Response, Schedule};

/// Carries over what was judged of the last edition before `edition`, which is
/// new to the book.
pub(super) fn over(desk: &mut Desk<'_>, edition: &Edition) {
    let earlier = desk.known.schedules.iter().filter(|s| s.edition.as_at < edition.as_at);
    let Some(last) = earlier.max_by_key(|schedule| schedule.edition.as_at) else { return };
    let mut names: HashMap<&str, String> = HashMap::new();
    let mut reworded: Vec<(String, &str)> = Vec::new();
    // What says the same goes on first, so that nothing in other words takes its place.
    for alike in [same, nearly] {
        for row in desk.rows.iter_mut().filter(|row| is_of(row, edition)) {
            if names.values().any(|new| new == row.id()) {
                continue;
            }
            let Some((had, was, says)) = goes_on(row, last, alike, &names) else { continue };
            if fold(was) != fold(&says) {
                reworded.push((says, was));
            }
            names.insert(had, row.id().to_owned());
        }
    }
    for (new, had) in reworded {
        let text = format!(
            "\u{201c}{new}\u{201d} is taken to go on from \u{201c}{had}\u{201d}: see whether what was judged of that still holds"
        );
        desk.report.warn("the schedule", text);
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

/// Whether a row is a point or a response of `edition`.
fn is_of(row: &Record, edition: &Edition) -> bool {
    match row {
        Record::Point(point) => point.edition == edition.id,
        Record::Response(response) => response.edition == edition.id,
        _ => false,
    }
}

/// Has a point or a response keep what was judged of what it goes on from, of what is not
/// gone on from yet; gives the name of that and its words, and those of the row.
fn goes_on<'a>(
    row: &mut Record,
    last: &'a Schedule,
    alike: Alike,
    names: &HashMap<&'a str, String>,
) -> Option<(&'a str, &'a str, String)> {
    let free = |id: &str| !names.contains_key(id);
    match row {
        Record::Point(point) => {
            let of = |had: &&Point| {
                had.partnership == point.partnership
                    && had.section == point.section
                    && free(had.id.as_str())
            };
            let points = last.standings.iter().flat_map(|row| &row.points);
            let had = best(points.filter(of), alike, |had| &had.text, &point.text)?;
            point.tone = point.tone.or(had.tone);
            Some((had.id.as_str(), had.text.as_str(), point.text.clone()))
        }
        Record::Response(response) => {
            let of =
                |had: &&Response| had.partnership == response.partnership && free(had.id.as_str());
            let responses = last.standings.iter().flat_map(|row| &row.responses);
            let had = best(responses.filter(of), alike, |had| &had.text, &response.text)?;
            response.kind = response.kind.or(had.kind);
            response.status = had.status;
            if response.owner.is_empty() {
                response.owner.clone_from(&had.owner);
            }
            if response.due.is_none() && response.due_text.is_empty() {
                response.due = had.due;
                response.due_text.clone_from(&had.due_text);
            }
            Some((had.id.as_str(), had.text.as_str(), response.text.clone()))
        }
        _ => None,
    }
}

/// How much of two texts is one, of a thousand; none, where they are two.
type Alike = fn(&str, &str) -> Option<usize>;

/// The one whose words are most alike to `new`.
fn best<'a, T>(
    had: impl Iterator<Item = &'a T>,
    alike: Alike,
    words: fn(&T) -> &str,
    new: &str,
) -> Option<&'a T> {
    let found = had.filter_map(|had| Some((alike(words(had), new)?, had)));
    found.max_by_key(|(much, _)| *much).map(|(_, had)| had)
}

fn same(had: &str, new: &str) -> Option<usize> {
    (fold(had) == fold(new)).then_some(1_000)
}

/// Whether a text says nearly what another did: most of the words are in both, figures
/// aside; or both count the targets.
fn nearly(had: &str, new: &str) -> Option<usize> {
    if had.len().max(new.len()) > LONG || codes(had) != codes(new) {
        return None;
    }
    let counts = |text: &str| {
        let counts = Counts::of(text);
        counts.targets && counts.parts.len() >= 2
    };
    let words = |text: &str| -> BTreeSet<String> {
        let folded = fold(text);
        let told = folded.split(' ').filter(|word| word.chars().any(char::is_alphabetic));
        told.map(str::to_owned).collect()
    };
    let (old, now) = (words(had), words(new));
    let shared = old.intersection(&now).count() * 1_000 / old.union(&now).count().max(1);
    (shared >= 600 || counts(had) && counts(new)).then_some(shared)
}

/// How long a text of a row is, in bytes, before it is compared with no other.
const LONG: usize = 2_000;

/// The codes of targets in a text: "NI 192", "CT4".
fn codes(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let digits = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let capitals = |word: &str| word.len() >= 2 && word.chars().all(|c| c.is_ascii_uppercase());
    let one = |word: &str| {
        let at = word.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
        capitals(&word[..at]) && digits(&word[at..])
    };
    let pairs = words.windows(2).filter(|pair| capitals(pair[0]) && digits(pair[1]));
    let pairs = pairs.map(<[&str]>::concat);
    pairs.chain(words.iter().filter(|word| one(word)).map(|word| (*word).to_owned())).collect()
}
