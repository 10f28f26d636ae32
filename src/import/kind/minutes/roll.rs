//! Who came to a meeting and who did not, as minutes list them.

use super::super::super::paper::{Block, Role};
use super::super::super::words::fold::fold;
use super::super::super::words::name::{self, Name};
use super::super::super::words::when;
use super::super::letterhead::{self, is_post};
use super::super::people::is_name;
use crate::model::AttendanceStatus::{self, Absent, Apologies, Present};
use crate::model::Capacity;

/// What a label says of the people listed after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// These were there, or not.
    Came(Capacity, AttendanceStatus),
    /// This one presided.
    Chair,
    /// What follows lists nobody's attendance.
    Other,
}

/// One person listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    /// The name as printed, without what stands in brackets.
    pub(super) name: String,
    /// The office they hold, if it is printed after the name.
    pub(super) post: String,
    /// As what.
    pub(super) capacity: Capacity,
    /// Whether they came.
    pub(super) status: AttendanceStatus,
    /// Whether they presided.
    pub(super) chair: bool,
    /// Whether a list of those present has them, and not only the chair's line.
    pub(super) counted: bool,
    /// The organisation they come from, if it is printed beside them.
    pub(super) from: String,
    /// In whose place.
    pub(super) in_place_of: String,
    /// Where.
    pub(super) place: String,
}

/// The label that `text` opens with, and what follows it.
pub(super) fn label(text: &str) -> Option<(Label, &str)> {
    if let Some(from) = sent_apologies(text) {
        return Some((Label::Came(Capacity::Voting, Apologies), from));
    }
    let (head, rest) = match text.split_once(':') {
        Some((head, rest)) => (head, rest),
        None if text.split_whitespace().count() <= 4 => (text, ""),
        None => return None,
    };
    let bare = head.split('(').next().unwrap_or(head);
    let label = match fold(bare).as_str() {
        "present"
        | "members present"
        | "voting members"
        | "members"
        | "attendees"
        | "attending"
        | "those present"
        | "councillors present"
        | "directors present"
        | "substitutes"
        | "substitute members"
        | "substitutes present" => Label::Came(Capacity::Voting, Present),
        "nonvoting members" | "nonvoting" => Label::Came(Capacity::NonVoting, Present),
        "coopted members" | "cooptees" | "coopted" => Label::Came(Capacity::CoOpted, Present),
        "in attendance"
        | "also present"
        | "other members in attendance"
        | "also in attendance"
        | "by invitation"
        | "guests"
        | "observers" => Label::Came(Capacity::Invitee, Present),
        "officers"
        | "officers present"
        | "officers in attendance"
        | "whole of meeting"
        | "part of meeting"
        | "staff"
        | "scribe"
        | "minutes by"
        | "minute taker"
        | "secretary" => Label::Came(Capacity::Officer, Present),
        "apologies"
        | "apologies for absence"
        | "regrets"
        | "apologies received"
        | "apologies from" => Label::Came(Capacity::Voting, Apologies),
        "absent" | "not present" => Label::Came(Capacity::Voting, Absent),
        "chair" | "chairman" | "chairperson" | "in the chair" | "presiding" => Label::Chair,
        "date" | "time" | "venue" | "place" | "location" | "agenda" | "contents"
        | "circulation" => Label::Other,
        _ => return None,
    };
    Some((label, rest.trim()))
}

/// Those from whom a sentence says that apologies came: "Apologies were received
/// from Councillors Marsh and Hollis."
pub(super) fn sent_apologies(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let opens = lower.starts_with("apolog") && !lower.starts_with("apologies:");
    let at = lower.find(" from ").filter(|at| opens && lower[..*at].split(' ').count() <= 9)?;
    let rest = text.get(at + " from ".len()..)?;
    // What follows the names says something of them.
    let end = [", for whom", ". ", " and it was", ", who "]
        .iter()
        .flat_map(|words| rest.match_indices(words).map(|(at, _)| at))
        // The stop after an initial ends nothing.
        .filter(|at| !rest[..*at].ends_with(|c: char| c.is_ascii_uppercase()))
        .min()
        .unwrap_or(rest.len());
    Some(rest[..end].trim().trim_end_matches('.'))
}

/// The people whom a sentence under the item for apologies names.
pub(super) fn away(block: &Block, unread: &mut Vec<(String, String)>) -> Vec<Listed> {
    let mut roll = Roll { found: vec![], unread };
    for line in block.lines() {
        if let Some(from) = sent_apologies(&line) {
            roll.people(from, Label::Came(Capacity::Voting, Apologies), block);
        }
    }
    roll.found
}

/// The people that the blocks before the first item list; what cannot be a
/// person is told.
pub(super) fn read(blocks: &[&Block], unread: &mut Vec<(String, String)>) -> Vec<Listed> {
    let mut roll = Roll { found: vec![], unread };
    let mut current = None;
    // Names on a label's own line may be all of them: what follows belongs to it
    // only if it is beyond doubt somebody's name.
    let mut whole = false;
    for block in blocks {
        if block.role == Role::Heading && label(&block.flat()).is_none() {
            current = None;
            continue;
        }
        for line in block.lines() {
            let line = line.as_str();
            let rest = match label(line) {
                Some((label, rest)) => {
                    current = Some(label);
                    whole = !rest.is_empty();
                    rest
                }
                None if whole && !names(line) => {
                    current = None;
                    line
                }
                None => line,
            };
            if let Some(label) = current.filter(|label| *label != Label::Other) {
                roll.people(rest, label, block);
            }
        }
    }
    roll.found
}

/// Whether a line is beyond doubt a name: a title and a name, a given name that
/// people have, or initials.
fn names(line: &str) -> bool {
    let bare = line.split(['(', '\u{2013}']).next().unwrap_or(line);
    let bare = bare.split(" - ").next().unwrap_or(bare).split(',').next().unwrap_or(bare).trim();
    let initials =
        |word: &str| word.len() >= 2 && word.split('.').all(|part| part.chars().count() <= 1);
    let named = bare.split_whitespace().count() <= 6 && !bare.ends_with('.');
    named
        && (!Name::of(bare).title.is_empty()
            || name::is_person(bare)
            || (is_name(bare) && bare.split_whitespace().any(initials)))
}

struct Roll<'a> {
    found: Vec<Listed>,
    unread: &'a mut Vec<(String, String)>,
}

impl Roll<'_> {
    fn people(&mut self, text: &str, label: Label, block: &Block) {
        let mut councillors = false;
        for (part, post) in split(text) {
            // Which items somebody came for is told from their comings and goings.
            let (name, inside) = match part.split_once('(') {
                Some((name, rest)) => (name, rest.split(')').next().unwrap_or_default().trim()),
                None => (part.as_str(), ""),
            };
            let name = name.trim();
            // "Chief Executive (R. Pike)"
            let by_office = is_post(name) && !is_name(name) && (is_name(inside) || names(inside));
            let (name, inside) = if by_office { (inside, name) } else { (name, inside) };
            // "Councillors Bell, Hart and Moss"
            let first = fold(name.split_whitespace().next().unwrap_or_default());
            councillors |= matches!(first.as_str(), "councillors" | "cllrs");
            let bare = Name::of(name).title.is_empty() || Name::of(name).title.starts_with("Dr");
            let titled = if councillors && bare {
                format!("Councillor {name}")
            } else {
                name.replacen("Councillors ", "Councillor ", 1).replacen("Cllrs", "Cllr", 1)
            };
            let name = titled.as_str();
            if !when::times(inside).is_empty() {
                let text = format!(
                    "\u{201c}{inside}\u{201d}, of {name}, was not read in: it does not say during which item"
                );
                self.unread.push((block.place.clone(), text));
            }
            let parts: Vec<&str> = inside.split(';').map(str::trim).collect();
            let inside = parts.first().copied().unwrap_or_default();
            let home =
                parts.get(1).copied().or_else(|| Some(inside).filter(|said| is_organisation(said)));
            let presides = presides(name) || presides(inside);
            let dash = [" \u{2013} ", " - "].into_iter().find_map(|dash| name.find(dash));
            let name = dash.map_or(name, |at| &name[..at]).replace('_', " ");
            let name = name.trim().trim_end_matches([',', '.']).to_owned();
            if matches!(fold(&name).as_str(), "" | "none" | "nobody" | "nil" | "and") {
                continue;
            }
            if !can_be(&name) {
                let text = format!("\u{201c}{part}\u{201d} was not taken for a person");
                self.unread.push((block.place.clone(), text));
                continue;
            }
            let (capacity, status) = match label {
                Label::Came(capacity, status) => (capacity, status),
                Label::Chair | Label::Other => (Capacity::Voting, AttendanceStatus::Present),
            };
            self.add(Listed {
                name,
                capacity,
                status,
                chair: presides || label == Label::Chair,
                counted: label != Label::Chair && capacity != Capacity::Officer,
                from: home.unwrap_or_default().to_owned(),
                in_place_of: principal(inside),
                post: if post.is_empty() { office(inside, capacity) } else { post },
                place: block.place.clone(),
            });
        }
    }

    /// Adds somebody, or what else is said of somebody listed already: the
    /// same name, or the only one of that given or family name.
    fn add(&mut self, listed: Listed) {
        let name = fold(&listed.name);
        let lone = !name.contains(' ');
        let given = |had: &Listed| fold(&had.name).split(' ').next() == Some(&name);
        let namesakes = self.found.iter().filter(|had| given(had)).count();
        let had = self.found.iter_mut().find(|had| {
            let family = fold(&Name::of(&had.name).family);
            fold(&had.name) == name || (lone && (family == name || (namesakes == 1 && given(had))))
        });
        match had {
            Some(had) => {
                had.chair |= listed.chair;
                if had.in_place_of.is_empty() {
                    had.in_place_of = listed.in_place_of;
                }
            }
            None => self.found.push(listed),
        }
    }
}

/// Whether words beside a name put its bearer in the chair; the office of a vice
/// or deputy does not.
fn presides(said: &str) -> bool {
    let said = fold(said);
    let deputy = ["vice", "deputy"].iter().any(|word| said.contains(word));
    let chair = ["in the chair", "chair", "chairman", "chairperson", "chairwoman", "presiding"];
    said.contains("in the chair")
        || (!deputy
            && chair.iter().any(|word| said == *word || said.ends_with(&format!(" {word}"))))
}

/// The office in the brackets after an officer's or a guest's name.
fn office(inside: &str, capacity: Capacity) -> String {
    let guest = matches!(capacity, Capacity::Officer | Capacity::Invitee);
    let folded = fold(inside);
    let times =
        ["for ", "except ", "item ", "items ", "in place of ", "substitut", "until ", "from "];
    let of_time = times.iter().any(|word| folded.starts_with(word));
    if guest && !of_time && !presides(inside) && !is_organisation(inside) {
        inside.to_owned()
    } else {
        String::new()
    }
}

/// The member in whose place somebody came: "in place of Councillor Bell".
fn principal(inside: &str) -> String {
    let lower = inside.to_lowercase();
    let words = ["in place of ", "substitute for ", "substituting for ", "sub for ", "for "];
    let words = words.into_iter().find(|words| lower.starts_with(words));
    let said = words.and_then(|words| inside.get(words.len()..)).unwrap_or_default().trim();
    let titled = !Name::of(said).title.is_empty();
    if is_name(said) && !said.chars().any(|c| c.is_ascii_digit()) || titled {
        said.to_owned()
    } else {
        String::new()
    }
}

/// The people of one line, parted by commas, semicolons or tabs, each with the
/// office that follows their name.
fn split(text: &str) -> Vec<(String, String)> {
    let mut parts = vec![String::new()];
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match c {
            ',' | ';' | '\t' | '\u{2022}' if depth == 0 => parts.push(String::new()),
            c => {
                if let Some(last) = parts.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    let mut people: Vec<(String, String)> = vec![];
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        // "and 4 members of the public"
        let crowd = part
            .rfind(" and ")
            .filter(|at| part[at + 5..].starts_with(|c: char| c.is_ascii_digit()));
        let part = crowd.map_or(part, |at| part[..at].trim());
        let bare = part.split('(').next().unwrap_or(part);
        let bare = bare.split(" \u{2013} ").next().unwrap_or(bare);
        let bare = bare.split(" - ").next().unwrap_or(bare).trim();
        let office = !is_name(bare)
            && bare.split_whitespace().count() > 1
            && Name::of(bare).title.is_empty();
        if let Some((_, post)) = people.last_mut().filter(|_| office && !part.contains(" and ")) {
            post.push_str(if post.is_empty() { "" } else { ", " });
            post.push_str(part);
            continue;
        }
        match both(part) {
            Some((a, b)) => people.extend([a, b].map(|name| (name.to_owned(), String::new()))),
            None => people.push((part.to_owned(), String::new())),
        }
    }
    people
}

/// Two people joined by "and", whatever stands in brackets beside them.
fn both(part: &str) -> Option<(&str, &str)> {
    let person = |text: &str| {
        let bare = text.split('(').next().unwrap_or(text).trim();
        is_name(bare) || names(bare) || !Name::of(bare).title.is_empty()
    };
    part.match_indices(" and ")
        .map(|(at, and)| (part[..at].trim(), part[at + and.len()..].trim()))
        .find(|(a, b)| a.matches('(').count() == a.matches(')').count() && person(a) && person(b))
}

/// Words of offices and organisations, which no name ends in.
const NOT_NAMES: [&str; 12] = [
    "police",
    "council",
    "service",
    "services",
    "adviser",
    "advisor",
    "team",
    "nhs",
    "trust",
    "officer",
    "authority",
    "public",
];

/// Whether what stands in brackets after a name is where somebody comes from.
fn is_organisation(said: &str) -> bool {
    let several = said.split_whitespace().count() >= 2;
    let words = ["police", "council", "nhs", "trust", "authority", "icb", "university", "college"];
    let named = fold(said).split(' ').any(|word| words.contains(&word));
    several && (letterhead::is_body(said) || named)
}

/// Whether `name`, in a list of people, can be one: no number, no address.
fn can_be(name: &str) -> bool {
    let plain = !name.contains(['@', '/', ':', '+']) && !name.chars().any(|c| c.is_ascii_digit());
    let words = name.split_whitespace().count();
    let last = fold(name.rsplit(' ').next().unwrap_or_default());
    let titled = !Name::of(name).title.is_empty();
    let office = words > 1 && !titled && NOT_NAMES.contains(&last.as_str());
    plain && !office && (words == 1 || is_name(name) || titled || words <= 3)
}
