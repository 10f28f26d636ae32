//! Who came to a meeting and who did not, as minutes list them.

use super::super::super::paper::{Block, Role};
use super::super::super::words::fold::fold;
use super::super::super::words::name::Name;
use super::super::super::words::when;
use super::super::letterhead::is_post;
use super::super::people::is_name;
use super::beside::{is_organisation, office, presides, principal, substitute};
use super::several::{can_be, names, split};
use crate::model::AttendanceStatus::{self, Absent, Apologies, Present};
use crate::model::Capacity;

/// What a label says of the people listed after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// These were there, or not.
    Came(Capacity, AttendanceStatus),
    /// This one presided.
    Chair,
    /// It is not said whether these came.
    Unsaid,
    /// What follows lists nobody's attendance.
    Other,
}

/// The label of those of whom a list does not say whether they came.
pub(super) const UNSAID: &str = "attendance not said";

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
    let label = match called(head).as_str() {
        "present"
        | "members present"
        | "voting members"
        | "members"
        | "attendees"
        | "attendance"
        | "record of attendance"
        | "attending"
        | "those present"
        | "councillors present"
        | "directors present"
        | "substitutes"
        | "substitute members"
        | "substitutes present" => Label::Came(Capacity::Voting, Present),
        "nonvoting members" | "nonvoting" => Label::Came(Capacity::NonVoting, Present),
        "coopted members" | "cooptees" | "coopted" => Label::Came(Capacity::CoOpted, Present),
        "former members" | "former member" => Label::Came(Capacity::FormerMember, Present),
        "in attendance"
        | "also present"
        | "other members in attendance"
        | "also in attendance"
        | "others present"
        | "others in attendance"
        | "others attending"
        | "invited"
        | "invitees"
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
        "attendance not said" => Label::Unsaid,
        "chair" | "chairman" | "chairperson" | "in the chair" | "presiding" => Label::Chair,
        "date" | "time" | "venue" | "place" | "location" | "agenda" | "contents"
        | "circulation" => Label::Other,
        _ => return None,
    };
    Some((label, rest.trim_start_matches(['-', '\u{2013}', ' ']).trim()))
}

/// What a label is called, without what stands in brackets: "present" for "At a meeting of
/// the Panel there were present".
fn called(head: &str) -> String {
    let bare = fold(head.split('(').next().unwrap_or(head));
    if bare.ends_with("there were present") { "present".to_owned() } else { bare }
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
            match current {
                Some(Label::Other) => {}
                Some(label) => roll.people(rest, label, block),
                // Somebody listed under no label is not lost without a word.
                None if listed(rest) => roll.people(rest, Label::Unsaid, block),
                None => {}
            }
        }
    }
    roll.found
}

/// Whether a line lists one person and does nothing else: a title, a name and no verb.
fn listed(line: &str) -> bool {
    let bare = line.split('(').next().unwrap_or(line).trim();
    let titled = !Name::of(bare).title.is_empty();
    names(line) && titled && !line.contains(':') && line.split_whitespace().count() <= 10
}

/// One person as a list prints them.
struct Printed {
    name: String,
    /// What stands first in brackets after the name.
    inside: String,
    /// What stands after a dash.
    dashed: String,
    /// Where they come from.
    home: String,
}

impl Printed {
    /// Takes `part` apart; `councillors` is kept where a title stands before
    /// several names: "Councillors Bell, Hart and Moss".
    fn of(part: &str, councillors: &mut bool) -> Self {
        // Which items somebody came for is told from their comings and goings.
        let (name, inside) = match part.split_once('(') {
            Some((name, rest)) => (name, rest.split(')').next().unwrap_or_default().trim()),
            None => (part, ""),
        };
        let behind = part.rsplit_once(')').map_or("", |(_, behind)| behind);
        let behind = behind.trim_start_matches([' ', '-', '\u{2013}', ',']);
        let name = name.trim();
        // "Mark Yates for Keith Rowan"
        let stands_in = name.split_once(" for ").filter(|(a, b)| is_name(a) && is_name(b));
        let (name, inside) = match stands_in {
            Some((own, _)) => (own, &name[own.len() + 1..]),
            None => (name, inside),
        };
        // "Chief Executive (R. Pike)"
        let by_office = is_post(name) && !is_name(name) && (is_name(inside) || names(inside));
        let (name, inside) = if by_office { (inside, name) } else { (name, inside) };
        let first = fold(name.split_whitespace().next().unwrap_or_default());
        *councillors |= matches!(first.as_str(), "councillors" | "cllrs");
        let bare = Name::of(name).title.is_empty() || Name::of(name).title.starts_with("Dr");
        let titled = if *councillors && bare {
            format!("Councillor {name}")
        } else {
            name.replacen("Councillors ", "Councillor ", 1).replacen("Cllrs", "Cllr", 1)
        };
        let dash = [" \u{2013} ", " - "].into_iter().find_map(|dash| titled.split_once(dash));
        let (name, dashed) = dash.unwrap_or((&titled, behind));
        let mut parts = inside.split(';').map(str::trim);
        let inside = parts.next().unwrap_or_default();
        // "Ann Bell (Chair; Rivers Trust)", "Ann Bell - Rivers Trust"
        let home = parts
            .next()
            .or_else(|| [inside, dashed].into_iter().find(|said| is_organisation(said)));
        Self {
            name: name.replace('_', " ").trim().trim_end_matches([',', '.']).to_owned(),
            inside: inside.to_owned(),
            dashed: dashed.to_owned(),
            home: home.unwrap_or_default().to_owned(),
        }
    }
}

struct Roll<'a> {
    found: Vec<Listed>,
    unread: &'a mut Vec<(String, String)>,
}

impl Roll<'_> {
    fn people(&mut self, text: &str, label: Label, block: &Block) {
        if label == Label::Unsaid {
            let text = text.replace("(; ", "(");
            let text = format!("{text} is listed, and it is not said whether they came");
            return self.unread.push((block.place.clone(), text));
        }
        let mut councillors = false;
        for (part, post) in split(text) {
            let printed = Printed::of(&part, &mut councillors);
            let name = printed.name.as_str();
            if !when::times(&printed.inside).is_empty() {
                let text = format!(
                    "\u{201c}{}\u{201d}, of {name}, was not read in: it does not say during which item",
                    printed.inside
                );
                self.unread.push((block.place.clone(), text));
            }
            let folded = fold(name);
            if matches!(folded.as_str(), "" | "none" | "nobody" | "nil" | "and") {
                continue;
            }
            if !can_be(name) || folded.starts_with("none ") || folded.starts_with("no ") {
                let text = format!("\u{201c}{part}\u{201d} was not taken for a person");
                self.unread.push((block.place.clone(), text));
                continue;
            }
            self.listed(printed, &part, post, label, &block.place);
        }
    }

    /// Adds somebody as printed, and whoever came in their place.
    fn listed(&mut self, printed: Printed, part: &str, post: String, label: Label, place: &str) {
        let (capacity, status) = match label {
            Label::Came(capacity, status) => (capacity, status),
            Label::Chair | Label::Unsaid | Label::Other => (Capacity::Voting, Present),
        };
        let Printed { name, inside, dashed, home } = printed;
        let stands_in = [&dashed, &inside, part].into_iter().find_map(substitute);
        if let Some(other) = stands_in.filter(|_| status == Apologies) {
            self.add(Listed {
                name: other,
                capacity,
                status: Present,
                chair: false,
                counted: true,
                from: home.clone(),
                in_place_of: name.clone(),
                post: String::new(),
                place: place.to_owned(),
            });
        }
        let said = [name.as_str(), &dashed].into_iter().chain(inside.split(','));
        let presides = said.chain(post.split(',')).any(presides);
        let beside = office(if dashed.is_empty() { &inside } else { &dashed }, capacity);
        self.add(Listed {
            capacity,
            status,
            chair: presides || label == Label::Chair,
            counted: label != Label::Chair && capacity != Capacity::Officer,
            from: home,
            in_place_of: principal(&inside),
            post: if post.is_empty() { beside } else { post },
            place: place.to_owned(),
            name,
        });
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
