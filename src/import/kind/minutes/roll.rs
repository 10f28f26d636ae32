//! Who came to a meeting and who did not, as minutes list them.

use std::borrow::Cow;

use super::super::super::paper::{Block, Role};
use super::super::super::words::fold::fold;
use super::super::super::words::marker;
use super::super::super::words::name::Name;
use super::super::super::words::when;
use super::super::letterhead::is_post;
use super::super::people::is_name;
use super::beside::{
    are_initials_of, instead, is_of_members, is_organisation, office, presides, principal,
    substitute, with_substitute,
};
use super::broken::whole_lines;
use super::label::{Label, heads_apologies, label, sent_apologies};
use super::listing;
use super::parted::sentences;
use super::several::{are_councillors, can_be, is_holder, names, split};
use crate::model::AttendanceStatus::{self, Apologies, Present};
use crate::model::Capacity;

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
    /// The items they came for, as printed; empty if it is not said.
    pub(super) items: String,
    /// Where.
    pub(super) place: String,
}

/// The people whom the item for apologies names, in sentences or in columns.
pub(super) fn away(blocks: &[Block], unread: &mut Vec<(String, String)>) -> Vec<Listed> {
    let mut roll = Roll { found: vec![], unread };
    let mut table = false;
    let sent = Label::Came(Capacity::Voting, Apologies);
    for block in blocks {
        let mut bare = block.clone();
        if marker::is_paragraph(&bare.marker) {
            bare.marker.clear();
        }
        for line in whole_lines(&[&bare]).into_iter().flat_map(|(_, lines)| lines) {
            // A sentence is no row.
            table &= !line.ends_with('.');
            let came = sentences(&line).into_iter().filter_map(instead);
            for came in came {
                roll.people(&came, Label::Came(Capacity::Voting, Present), block);
            }
            if heads_apologies(&line) {
                table = true;
            } else if let Some(from) = sent_apologies(&line) {
                roll.people(&from, sent, block);
            } else if table {
                roll.people(&with_substitute(&line), sent, block);
            }
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
    let mut councillors = false;
    for (block, lines) in whole_lines(blocks) {
        if block.role == Role::Heading && label(&block.flat()).is_none() {
            current = None;
            continue;
        }
        let lines = lines.iter().flat_map(|line| listing::sentences(line));
        for line in lines {
            let line = listing::unnumbered(line, current);
            let line = numbered(line, current);
            let line = line.as_ref();
            if fold(line) == "agenda item officer attending" {
                continue;
            }
            let rest = match label(line) {
                Some((label, rest)) => {
                    current = Some(label);
                    (whole, councillors) = (!rest.is_empty(), false);
                    rest
                }
                // "Councillors:" over some of those listed, "Labour: Councillors Bell and Hart".
                None if current.is_some_and(listing::is_listing) && listing::heads_some(line) => {
                    (whole, councillors) = (false, true);
                    continue;
                }
                None if current.is_some_and(listing::is_listing)
                    && listing::grouped(line).is_some() =>
                {
                    let (names, known) = listing::grouped(line).unwrap_or_default();
                    if !known {
                        roll.people(names, Label::Unsaid, block);
                        continue;
                    }
                    names
                }
                // A sentence names nobody, and ends the list.
                None if listing::is_prose(line) => {
                    current = None;
                    line
                }
                None if whole && !names(line) && !has_post(line) => {
                    current = None;
                    line
                }
                // A heading nobody knows ends the list before it: whether those under it came
                // is not said.
                None if line.ends_with(':') && line.split(' ').count() <= 6 => {
                    current = Some(Label::Unsaid);
                    whole = false;
                    continue;
                }
                None => line,
            };
            roll.under(current, rest, councillors, block);
        }
    }
    roll.found
}

/// A line about officers with the number of the item that they came for behind them, as it
/// stands behind others: "6 Karen Lyle, Director of Finance".
fn numbered(line: &str, current: Option<Label>) -> Cow<'_, str> {
    let officers = matches!(current, Some(Label::Came(Capacity::Officer, _)));
    let bare = line.trim_start_matches(|c: char| c.is_ascii_digit() || ",&. ".contains(c));
    let number = line[..line.len() - bare.len()].trim().trim_end_matches('.');
    let name = bare.split([',', '(']).next().unwrap_or(bare).trim();
    if officers && !number.is_empty() && is_name(name) {
        return Cow::Owned(format!("{bare} (for Agenda Item {number})"));
    }
    Cow::Borrowed(line)
}

/// Whether a line is somebody's name and, in brackets, what they are: "Una Bright (Solicitor)".
fn has_post(line: &str) -> bool {
    let named = line.strip_suffix(')').and_then(|line| line.split_once(" ("));
    named.is_some_and(|(name, inside)| is_name(name.trim()) && !inside.contains(['(', ')']))
}

/// An office that stands in brackets in a cell of its own, without them.
fn unbracketed(post: String) -> String {
    match post.strip_prefix('(').and_then(|post| post.strip_suffix(')')) {
        Some(inside) if !inside.contains(['(', ')']) => inside.to_owned(),
        _ => post,
    }
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
        // "(Chair) (Rivers Trust)" says as much as "(Chair; Rivers Trust)".
        let part = &*part.replace(") (", "; ");
        let (name, inside) = match part.split_once('(') {
            Some((name, rest)) => (name, rest.split(')').next().unwrap_or_default().trim()),
            None => (part, ""),
        };
        let behind = part.rsplit_once(')').map_or("", |(_, behind)| behind);
        let behind = behind.trim_start_matches([' ', '-', '\u{2013}', ',']);
        let behind = behind.trim_end_matches('.');
        let name = name.trim();
        let in_chair = [" in the Chair", " in the chair"];
        let (name, inside) = match in_chair.iter().find_map(|end| name.strip_suffix(end)) {
            Some(name) => (name.trim_end_matches([',', '-', ' ']), "in the chair"),
            None => (name, inside),
        };
        // "Mark Yates for Keith Rowan"
        let stands_in = name.split_once(" for ").filter(|(a, b)| is_name(a) && is_name(b));
        let (name, inside) = match stands_in {
            Some((own, _)) => (own, &name[own.len() + 1..]),
            None => (name, inside),
        };
        // "Chief Executive (R. Pike)"
        let by_office = is_holder(part);
        let (name, inside) = if by_office { (inside, name) } else { (name, inside) };
        *councillors |= are_councillors(name);
        // "Councillors Bell, Mrs P. Hart and Dr Moss": minutes style no councillor "Mr".
        let own = Name::of(name).title;
        let bare = ["", "Dr", "Dr.", "Mrs", "Mrs.", "Miss", "Ms", "Ms."].contains(&&*own)
            && (!is_post(inside) || is_of_members(inside));
        let titled = if *councillors && bare {
            format!("Councillor {name}")
        } else {
            name.replacen("Councillors ", "Councillor ", 1).replacen("Cllrs", "Cllr", 1)
        };
        let dash = [" \u{2013} ", " - "].into_iter().find_map(|dash| titled.split_once(dash));
        let (name, dashed) = dash.unwrap_or((&titled, behind));
        let mut parts: Vec<&str> = inside.split(';').map(str::trim).collect();
        // "(Rivers Trust) (Chair)"
        if parts.len() > 1 && presides(parts[1]) {
            parts.swap(0, 1);
        }
        let mut parts = parts.into_iter();
        let inside = parts.next().unwrap_or_default();
        // "Ann Bell (Chair; Rivers Trust)", "Ann Bell - Rivers Trust"
        let home = parts
            .find(|said| substitute(said).is_none())
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
    /// Takes in a line that stands under a label, or under none.
    fn under(&mut self, label: Option<Label>, line: &str, councillors: bool, block: &Block) {
        match label {
            Some(Label::Other) => {}
            Some(label) if councillors => {
                self.people(&listing::as_councillors(line), label, block);
            }
            Some(label) => self.people(line, label, block),
            // Somebody listed under no label is not lost without a word.
            None if listing::listed(line) => self.people(line, Label::Unsaid, block),
            None => {
                if let Some((names, _)) = listing::grouped(line) {
                    self.people(names, Label::Unsaid, block);
                }
            }
        }
    }

    fn people(&mut self, text: &str, label: Label, block: &Block) {
        if label == Label::Unsaid {
            let text = text.replace("(; ", "(");
            let text = format!("{text} is listed, and it is not said whether they came");
            return self.unread.push((block.place.clone(), text));
        }
        let mut councillors = false;
        for (part, post) in split(text) {
            // "and as substitute Cllr Fox for Cllr Ross", among those who sent apologies.
            let came = part.strip_prefix("as substitute ");
            let label = came.map_or(label, |_| Label::Came(Capacity::Voting, Present));
            let (part, for_items) = listing::without_items(came.unwrap_or(&part));
            let (post, more) = listing::without_items(&post);
            let printed = Printed::of(&part, &mut councillors);
            let name = printed.name.as_str();
            for said in [&printed.inside, &printed.dashed, &post] {
                if !when::times(said).is_empty() {
                    let text = format!(
                        "\u{201c}{said}\u{201d}, of {name}, was not read in: it does not say during which item"
                    );
                    self.unread.push((block.place.clone(), text));
                }
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
            let at = self.found.len();
            self.listed(printed, &part, post, label, &block.place);
            for new in self.found.iter_mut().skip(at).filter(|new| new.status == Present) {
                new.items = if for_items.is_empty() { more.clone() } else { for_items.clone() };
            }
        }
    }

    /// Adds somebody as printed, and whoever came in their place.
    fn listed(&mut self, printed: Printed, part: &str, post: String, label: Label, place: &str) {
        let (capacity, status) = match label {
            Label::Came(capacity, status) => (capacity, status),
            Label::Chair | Label::Unsaid | Label::Other => (Capacity::Voting, Present),
        };
        let Printed { name, inside, dashed, mut home } = printed;
        // "Dr Anil Rao, NHS Vale ICB": where they come from, and no office.
        let post = unbracketed(post);
        let bare = post.split(" (").next().unwrap_or_default();
        let (post, org) = if is_organisation(bare) {
            (post[bare.len()..].trim_matches([' ', '(', ')']).to_owned(), bare.to_owned())
        } else {
            (post, String::new())
        };
        if home.is_empty() {
            home = org;
        }
        let mut said = [&dashed, &inside, part].into_iter();
        let stands_in = said.find_map(substitute).filter(|_| status == Apologies);
        if let Some(other) = stands_in.clone() {
            self.add(Listed {
                name: other,
                capacity,
                status: Present,
                chair: false,
                counted: true,
                from: home.clone(),
                in_place_of: name.clone(),
                post: String::new(),
                items: String::new(),
                place: place.to_owned(),
            });
        }
        let said = [name.as_str(), &dashed].into_iter().chain(inside.split(','));
        let presides = said.chain(post.split(',')).any(presides);
        let beside = office(if dashed.is_empty() { &inside } else { &dashed }, capacity);
        let read = presides
            || stands_in.is_some()
            || !beside.is_empty()
            || home == inside
            || are_initials_of(&inside, &name)
            || !principal(&inside).is_empty()
            || !when::times(&inside).is_empty();
        if !inside.is_empty() && !read && part.contains(&inside) {
            let text = format!("\u{201c}{inside}\u{201d}, of {name}, was not read in");
            self.unread.push((place.to_owned(), text));
        }
        self.add(Listed {
            capacity,
            status,
            chair: presides || label == Label::Chair,
            counted: label != Label::Chair && capacity != Capacity::Officer,
            from: home,
            in_place_of: principal(&inside),
            post: if post.is_empty() || fold(&post) == "in the chair" { beside } else { post },
            items: String::new(),
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
