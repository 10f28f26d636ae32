//! Who answers to whom: the bodies, the partnerships under them, and the groups
//! that deliver for those.

use super::sentence::several;
use crate::model::word::words;
use crate::model::{Body, BodyId, BodyLine, Partnership, Role, Seat, SeatStatus};

words! {
    /// What stands on a line of the framework.
    BranchKind {
        /// A body that meets.
        Body = "body",
        /// A thematic partnership.
        Partnership = "partnership",
        /// A group that delivers for a partnership.
        Group = "delivery_group",
    }
}

/// The row of a register that a line of the framework shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BranchRow {
    /// A body.
    Body(Box<Body>),
    /// A partnership.
    Partnership(Box<Partnership>),
    /// The partnership that names the group as delivering for it.
    Group(Box<Partnership>),
}

/// A line of the framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// What it is, whole.
    pub row: BranchRow,
    /// Its name in the book; a delivery group has none.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The name in the book of what it answers to; empty at the top.
    pub parent: String,
    /// The strokes that join it to what it answers to: "│  └─ ".
    pub strokes: String,
    /// Who chairs it, as far as is known.
    pub chair: String,
    /// The officer who leads on it.
    pub lead: String,
    /// Whether the law requires it.
    pub statutory: bool,
    /// How many meetings it is to hold in a year.
    pub frequency: Option<u32>,
    /// How many seats it has.
    pub seats: u32,
    /// The same in words, with those that are vacant or to be settled.
    pub seated: String,
    /// What it is for.
    pub remit: String,
}

impl Branch {
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> BranchKind {
        match self.row {
            BranchRow::Body(_) => BranchKind::Body,
            BranchRow::Partnership(_) => BranchKind::Partnership,
            BranchRow::Group(_) => BranchKind::Group,
        }
    }

    /// What is known of it in a few words: "statutory · chair R. Okonjo · meets 4
    /// times a year".
    #[must_use]
    pub fn about(&self) -> String {
        let named = |word: &str, name: &str| (!name.is_empty()).then(|| format!("{word} {name}"));
        let parts = [
            self.statutory.then(|| "statutory".to_owned()),
            named("chair", &self.chair),
            named("lead", &self.lead),
            self.frequency.map(|n| {
                if n == 1 { "meets once a year".into() } else { format!("meets {n} times a year") }
            }),
            (self.seats > 0).then(|| self.seated.clone()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn body(line: &BodyLine) -> Self {
        let body = &line.body;
        let chair = line.members.iter().find(|(place, _)| place.role == Role::Chair);
        Self {
            row: BranchRow::Body(Box::new(body.clone())),
            id: body.id.0.clone(),
            name: body.name.clone(),
            parent: String::new(),
            strokes: String::new(),
            chair: chair.map(|(_, person)| person.plain()).unwrap_or_default(),
            lead: body.lead.clone(),
            statutory: false,
            frequency: body.frequency,
            seats: count(&line.seats),
            seated: seats_in_words(&line.seats),
            remit: body.remit.clone(),
        }
    }

    fn partnership(partnership: &Partnership) -> Self {
        Self {
            row: BranchRow::Partnership(Box::new(partnership.clone())),
            id: partnership.id.0.clone(),
            name: partnership.name.clone(),
            parent: String::new(),
            strokes: String::new(),
            chair: partnership.chair.clone(),
            lead: partnership.lead.clone(),
            statutory: partnership.statutory,
            frequency: partnership.frequency,
            seats: 0,
            seated: String::new(),
            remit: partnership.remit.clone(),
        }
    }

    fn group(name: &str, of: &Partnership) -> Self {
        Self {
            row: BranchRow::Group(Box::new(of.clone())),
            id: String::new(),
            name: name.to_owned(),
            parent: String::new(),
            strokes: String::new(),
            chair: String::new(),
            lead: String::new(),
            statutory: false,
            frequency: None,
            seats: 0,
            seated: String::new(),
            remit: String::new(),
        }
    }
}

/// How many seats there are: "14 seats, 2 vacant", or "up to 33 seats" where some of the
/// counts are ceilings. A body whose seats the book does not have says so: none is not
/// known to be none.
#[must_use]
pub fn seats_in_words(seats: &[Seat]) -> String {
    if seats.is_empty() {
        return "not in the book".into();
    }
    let most = if seats.iter().any(|seat| seat.at_most) { "up to " } else { "" };
    let mut said = format!("{most}{}", several(count(seats), "seat"));
    for (status, word) in
        [(SeatStatus::Vacant, "vacant"), (SeatStatus::ToBeSettled, "to be settled")]
    {
        let open = count(seats.iter().filter(|seat| seat.status == status));
        if open > 0 {
            said.push_str(&format!(", {open} {word}"));
        }
    }
    said
}

fn count<'a>(seats: impl IntoIterator<Item = &'a Seat>) -> u32 {
    seats.into_iter().fold(0, |sum, seat| sum.saturating_add(seat.count))
}

/// A branch with what hangs on it.
struct Tree {
    own: Branch,
    under: Vec<Tree>,
}

/// The framework, a line to each, from the top down.
///
/// Bodies that answer to each other in a ring are all drawn, the first of them
/// at the top.
#[must_use]
pub fn framework(bodies: &[BodyLine], partnerships: &[Partnership]) -> Vec<Branch> {
    let mut left: Vec<&BodyLine> = bodies.iter().collect();
    let mut trees = Vec::new();
    let known = |id: &BodyId| bodies.iter().any(|line| line.body.id == *id);
    let tops = |body: &Body| body.parent.as_ref().is_none_or(|parent| !known(parent));
    while let Some(first) = left.first().copied() {
        let top = left.iter().copied().find(|line| tops(&line.body)).unwrap_or(first);
        trees.push(of_body(top, &mut left, partnerships));
    }
    let loose = partnerships.iter().filter(|p| p.body.as_ref().is_none_or(|body| !known(body)));
    trees.extend(loose.map(of_partnership));
    let mut lines = Vec::new();
    for tree in trees {
        draw(tree, "", "", "", &mut lines);
    }
    lines
}

/// A body with all under it, each taken out of those left.
fn of_body(line: &BodyLine, left: &mut Vec<&BodyLine>, partnerships: &[Partnership]) -> Tree {
    left.retain(|other| other.body.id != line.body.id);
    let mut under = Vec::new();
    let beneath = |other: &&BodyLine| other.body.parent.as_ref() == Some(&line.body.id);
    while let Some(next) = left.iter().copied().find(beneath) {
        under.push(of_body(next, left, partnerships));
    }
    let own = partnerships.iter().filter(|p| p.body.as_ref() == Some(&line.body.id));
    under.extend(own.map(of_partnership));
    Tree { own: Branch::body(line), under }
}

fn of_partnership(partnership: &Partnership) -> Tree {
    let groups = partnership.delivery.split(';').map(str::trim).filter(|name| !name.is_empty());
    let leaf = |name| Tree { own: Branch::group(name, partnership), under: Vec::new() };
    Tree { own: Branch::partnership(partnership), under: groups.map(leaf).collect() }
}

fn draw(tree: Tree, parent: &str, first: &str, rest: &str, lines: &mut Vec<Branch>) {
    let id = tree.own.id.clone();
    lines.push(Branch { parent: parent.to_owned(), strokes: first.to_owned(), ..tree.own });
    let last = tree.under.len().saturating_sub(1);
    for (n, branch) in tree.under.into_iter().enumerate() {
        let (joint, on) = if n == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        draw(branch, &id, &format!("{rest}{joint}"), &format!("{rest}{on}"), lines);
    }
}
