//! People, the organisations they come from, and the bodies they sit on.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::word::words;
use super::{AppointmentId, BodyId, OrganisationId, PersonId, SeatId};

words! {
    /// What kind of body it is, which settles the rules it keeps.
    BodyKind {
        /// A committee set up under the Local Government Act 1972.
        StatutoryCommittee = "statutory_committee",
        /// A cabinet or other executive.
        Executive = "executive",
        /// A scrutiny committee.
        Scrutiny = "scrutiny",
        /// A board of partners, bound by its own terms of reference.
        PartnershipBoard = "partnership_board",
        /// A working or task group.
        InformalGroup = "informal_group",
    }
    /// How a body's minutes are laid out.
    HouseStyle {
        /// Numbered paragraphs in the past tense, as committees keep them.
        Narrative = "narrative",
        /// Short notes beside a column of actions, as partnerships keep them.
        Notes = "notes",
    }
    /// Which year a body numbers its minutes by.
    YearBasis {
        /// January to December.
        Calendar = "calendar",
        /// May to April, from one annual meeting to the next.
        Municipal = "municipal",
    }
    /// Whether somebody sits in a seat.
    SeatStatus {
        /// Somebody does.
        Filled = "filled",
        /// Nobody does.
        Vacant = "vacant",
        /// Who is to have it is not settled yet.
        ToBeSettled = "to_be_settled",
    }
    /// What a person is on a body.
    Role {
        /// Presides.
        Chair = "chair",
        /// Presides when the chair does not.
        ViceChair = "vice_chair",
        /// Sits and votes.
        Member = "member",
        /// Sits by invitation of the members.
        CoOpted = "co_opted",
        /// Advises.
        Officer = "officer",
        /// Comes when asked.
        Invitee = "invitee",
    }
}

impl BodyKind {
    /// What kind of body its name says it is.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        let name = name.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if says(&["scrutiny"]) {
            Self::Scrutiny
        } else if says(&["cabinet", "executive"]) && !says(&["committee", "partnership", "trust"]) {
            Self::Executive
        } else if says(&["working group", "task group", "working party", "team"]) {
            Self::InformalGroup
        } else if says(&["committee", "council"]) {
            Self::StatutoryCommittee
        } else if says(&["partnership", "board", "trust", "alliance", "forum"]) {
            Self::PartnershipBoard
        } else {
            Self::InformalGroup
        }
    }
}

impl Body {
    /// A body of which only its letters and its name are known.
    #[must_use]
    pub fn named(id: BodyId, code: impl Into<String>, name: impl Into<String>, rank: i64) -> Self {
        let name = name.into();
        Self {
            id,
            code: code.into(),
            kind: BodyKind::of_name(&name),
            name,
            parent: None,
            authority: String::new(),
            profile: String::new(),
            house_style: HouseStyle::Narrative,
            year_basis: YearBasis::Calendar,
            quorum: None,
            quorum_of: None,
            frequency: None,
            closing: None,
            place: String::new(),
            lead: String::new(),
            remit: String::new(),
            rank,
        }
    }
}

/// An organisation that sends people to meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its name in the book.
    pub id: OrganisationId,
    /// Its full name.
    pub name: String,
    /// Its short name, or the full one again.
    pub short: String,
    /// The sector it belongs to, such as "health" or "districts".
    pub sector: String,
}

/// A person, under the one spelling used everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their name in the book.
    pub id: PersonId,
    /// How they are addressed: "Councillor", "Councillor Miss", "Dr" or nothing.
    pub title: String,
    /// Given names or initials, as the minutes print them.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Letters after the name.
    pub honours: String,
    /// The office they hold, such as "Head of Partnerships".
    pub post: String,
    /// Where they come from.
    pub organisation: Option<OrganisationId>,
}

/// The ways of addressing a person that come before a name.
const TITLES: [&str; 17] = [
    "councillor",
    "cllr",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "revd",
    "supt",
];

/// What stands after a name and is no part of it.
const HONOURS: [&str; 22] = [
    "MBE", "OBE", "CBE", "KBE", "DBE", "CH", "CB", "QPM", "QFSM", "JP", "DL", "KC", "QC", "MP",
    "MSP", "MS", "BEM", "TD", "RD", "PHD", "FRSA", "CPFA",
];

/// Whether a word before a family name is a part of it: "van der Berg", "Ní Bhriain". One
/// with a capital may be somebody's given name, unless it is none in these islands.
#[must_use]
pub fn is_particle(word: &str) -> bool {
    const SMALL: &str =
        "van von der den ter ten de da das do dos du di del della la le al el bin ibn ap ab ni";
    const CAPITAL: &str = "Ní Nic Ó Uí Mac Ap Van Von De Di Du Le La";
    SMALL.split_whitespace().chain(CAPITAL.split_whitespace()).any(|known| known == word)
}

impl Person {
    /// A person by the name as it is written: titles first, family name last.
    #[must_use]
    pub fn named(id: PersonId, name: &str) -> Self {
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_title =
            |word: &&str| TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
        let titles = words
            .iter()
            .take_while(|word| is_title(word))
            .count()
            .min(words.len().saturating_sub(1));
        let (title, rest) = words.split_at(titles);
        let is_honour =
            |word: &&&str| HONOURS.contains(&word.replace(['.', ','], "").to_uppercase().as_str());
        let honours = rest.iter().skip(1).rev().take_while(is_honour).count();
        let (rest, honours) = rest.split_at(rest.len() - honours);
        let mut from = rest.len().saturating_sub(1);
        // After a title there may be no given name: "Councillor Ní Dhálaigh".
        let least = usize::from(title.is_empty());
        while from > least && is_particle(rest[from - 1]) {
            from -= 1;
        }
        let (given, family) = rest.split_at(from);
        Self {
            id,
            title: title.join(" ").replace("Cllr", "Councillor"),
            given: given.join(" "),
            family: family.join(" "),
            honours: honours.join(" "),
            post: String::new(),
            organisation: None,
        }
    }

    /// The name as the minutes print it: "Councillor Miss P. Allardyce".
    #[must_use]
    pub fn minuted(&self) -> String {
        let parts = [&self.title, &self.given, &self.family, &self.honours];
        let parts: Vec<&str> =
            parts.into_iter().map(|p| p.trim()).filter(|p| !p.is_empty()).collect();
        if parts.is_empty() { self.post.clone() } else { parts.join(" ") }
    }

    /// The name without how they are addressed, as an action list prints it.
    #[must_use]
    pub fn plain(&self) -> String {
        match (self.given.trim(), self.family.trim()) {
            ("", "") => self.post.clone(),
            ("", name) | (name, "") => name.to_owned(),
            (given, family) => format!("{given} {family}"),
        }
    }

    /// The name a reader of running text expects: title and family name.
    #[must_use]
    pub fn short(&self) -> String {
        let title = self.title.split_whitespace().next().unwrap_or_default();
        match (title, self.family.trim()) {
            (_, "") | ("", _) => self.plain(),
            (title, family) => format!("{title} {family}"),
        }
    }

    /// Whether minutes call this person a councillor.
    #[must_use]
    pub fn is_councillor(&self) -> bool {
        self.title.starts_with("Councillor") || self.title.starts_with("Cllr")
    }
}

/// A body that meets and is minuted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Its name in the book.
    pub id: BodyId,
    /// The letters its papers are numbered with.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// The body it answers to.
    pub parent: Option<BodyId>,
    /// The authority or partnership it belongs to, as a heading prints it.
    pub authority: String,
    /// Its procedure profile; empty for its kind's own.
    pub profile: String,
    /// How its minutes are laid out.
    pub house_style: HouseStyle,
    /// Which year its minutes are numbered by.
    pub year_basis: YearBasis,
    /// How many make a quorum, or the top of the fraction that does.
    pub quorum: Option<u32>,
    /// The bottom of the fraction, if the quorum is one.
    pub quorum_of: Option<u32>,
    /// How many meetings it is to hold in a year, if that is laid down.
    pub frequency: Option<u32>,
    /// At what time its meetings end unless they resolve to go on, if standing orders say.
    pub closing: Option<NaiveTime>,
    /// Where it usually meets.
    pub place: String,
    /// The officer who leads on its work.
    pub lead: String,
    /// What it is for.
    pub remit: String,
    /// Its place in lists.
    pub rank: i64,
}

/// A seat, or several alike, on a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Its name in the book.
    pub id: SeatId,
    /// On which body.
    pub body: BodyId,
    /// The sector it stands for.
    pub sector: String,
    /// How many such seats there are.
    pub count: u32,
    /// Whether the count is a ceiling ("up to five").
    pub at_most: bool,
    /// The office or person who holds it, as the papers put it.
    pub holder: String,
    /// Whether somebody does.
    pub status: SeatStatus,
    /// What remains to be said about it.
    pub remark: String,
    /// Its place in lists.
    pub rank: i64,
}

impl Seat {
    /// How many such seats there are, as lists put it: "5", or "up to 5".
    #[must_use]
    pub fn number(&self) -> String {
        if self.at_most { format!("up to {}", self.count) } else { self.count.to_string() }
    }
}

/// A person's place on a body, for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its name in the book.
    pub id: AppointmentId,
    /// On which body.
    pub body: BodyId,
    /// Who.
    pub person: PersonId,
    /// In which seat, where seats are kept.
    pub seat: Option<SeatId>,
    /// As what.
    pub role: Role,
    /// Whether they vote.
    pub voting: bool,
    /// From which day; always, if not said.
    pub from_on: Option<NaiveDate>,
    /// Until which day, that day included.
    pub to_on: Option<NaiveDate>,
    /// Its place on the roll.
    pub rank: i64,
}

impl Appointment {
    /// Whether it stands on `day`.
    #[must_use]
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.from_on.is_none_or(|from| from <= day) && self.to_on.is_none_or(|to| day <= to)
    }

    /// The same place, ended the day before its holder takes up another, as `role` from
    /// `since` on; none if it had not begun then, had ended, or is the same.
    #[must_use]
    pub fn left_for(&self, role: Role, since: NaiveDate) -> Option<Self> {
        let to_on = since.pred_opt()?;
        let goes_on = self.to_on.is_none_or(|to| to > to_on);
        let later = goes_on && self.role != role && self.from_on.is_none_or(|from| from <= to_on);
        later.then(|| Self { to_on: Some(to_on), ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_after_a_name_is_no_part_of_it() {
        let person = Person::named("p".into(), "Councillor R. J. Whitlock MBE, JP");
        assert_eq!((person.given.as_str(), person.family.as_str()), ("R. J.", "Whitlock"));
        assert_eq!(person.minuted(), "Councillor R. J. Whitlock MBE, JP");
        assert_eq!(person.short(), "Councillor Whitlock");
        assert_eq!(Person::named("p".into(), "Ms").family, "Ms");
        for (said, short) in [
            ("Councillor Jan van der Berg", "Councillor van der Berg"),
            ("Cllr Máire Ní Bhriain", "Councillor Ní Bhriain"),
            ("Cllr Ní Dhálaigh", "Councillor Ní Dhálaigh"),
            ("Councillor Rhys ap Gwilym", "Councillor ap Gwilym"),
        ] {
            assert_eq!(Person::named("p".into(), said).short(), short);
        }
    }
}
