//! Who comes to meetings, organisation by organisation and sector by sector.

use chrono::NaiveDate;

use crate::model::PersonId;

/// How one place on a roll was filled at one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filled {
    /// Its holder came.
    Came,
    /// Somebody came in its holder's place.
    Substituted,
    /// Its holder sent apologies, and nobody came instead.
    Apologies,
    /// Its holder neither came nor sent word.
    Absent,
    /// Nothing is on record.
    Unknown,
}

impl Filled {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Came => "attended",
            Self::Substituted => "by_substitute",
            Self::Apologies => "apologies",
            Self::Absent => "absent",
            Self::Unknown => "unknown",
        }
    }

    /// Whether somebody was there for it.
    #[must_use]
    pub fn is_there(self) -> bool {
        matches!(self, Self::Came | Self::Substituted)
    }

    /// The mark for it, which can be read without colour.
    #[must_use]
    pub fn mark(self) -> char {
        match self {
            Self::Came => '●',
            Self::Substituted => 's',
            Self::Apologies => 'a',
            Self::Absent => '-',
            Self::Unknown => '?',
        }
    }
}

/// How the places of an organisation or a sector were filled on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The day.
    pub day: NaiveDate,
    /// How the best filled of its places was; none, where it had no place that day.
    pub best: Option<Filled>,
    /// How many of its places anybody filled.
    pub there: u32,
    /// How many it had.
    pub places: u32,
}

impl Seen {
    fn none(day: NaiveDate) -> Self {
        Self { day, best: None, there: 0, places: 0 }
    }

    /// The mark for it, which can be read without colour: `◐` where only some of its
    /// places were filled, a blank where it had none.
    #[must_use]
    pub fn mark(&self) -> char {
        if self.is_in_part() { '◐' } else { self.best.map_or(' ', Filled::mark) }
    }

    /// Whether somebody was there, and not for every place.
    #[must_use]
    pub fn is_in_part(&self) -> bool {
        self.there > 0 && self.there < self.places
    }

    fn add(&mut self, filled: Filled) {
        self.best = Some(self.best.map_or(filled, |best| best.min(filled)));
        self.there = self.there.saturating_add(u32::from(filled.is_there()));
        self.places = self.places.saturating_add(1);
    }
}

/// One place on the roll of one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The day of the meeting.
    pub day: NaiveDate,
    /// The body's code.
    pub code: String,
    /// Whose place it is.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The organisation they come from; empty, not on record.
    pub organisation: String,
    /// Its sector.
    pub sector: String,
    /// How the place was filled.
    pub filled: Filled,
    /// Whether whoever filled it could bind the organisation; not said, not known.
    pub mandated: Option<bool>,
}

/// An action that somebody of an organisation was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The organisation.
    pub organisation: String,
    /// Its sector.
    pub sector: String,
    /// Whether it was done.
    pub done: bool,
    /// Whether it was given under exempt business.
    pub exempt: bool,
}

/// How an organisation, or a sector, took part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// The organisation, or the sector.
    pub name: String,
    /// Whether it is a sector.
    pub is_sector: bool,
    /// The sector of an organisation.
    pub sector: String,
    /// How many places it had, over all meetings.
    pub places: u32,
    /// How many of them their holders filled.
    pub came: u32,
    /// How many somebody else filled.
    pub by_substitute: u32,
    /// How many sent apologies.
    pub apologies: u32,
    /// How many neither came nor sent word.
    pub absent: u32,
    /// How many nothing is known of.
    pub unknown: u32,
    /// How many meetings running it was not there at all, up to the last of which anything
    /// is known.
    pub missed_in_a_row: u32,
    /// How many meetings running it was there by substitutes alone, up to the last of which
    /// anything is known.
    pub substitutes_in_a_row: u32,
    /// At how many of the places filled its people could bind it.
    pub mandated: u32,
    /// At how many they could not, and had to take it back.
    pub unmandated: u32,
    /// How many actions its people were given.
    pub actions: u32,
    /// How many of those were done.
    pub done: u32,
    /// How many of the actions were given under exempt business.
    pub exempt_actions: u32,
    /// How many of those were done.
    pub exempt_done: u32,
    /// How its places were filled on each day that anybody met, in the order of time: the
    /// same days for every share, so that they can be read one under another.
    pub strip: Vec<Seen>,
    /// Its people, each with their places in the order of time.
    pub people: Vec<(String, Vec<Filled>)>,
}

impl Share {
    /// How many of its places were filled, in a hundred; none, if it had none.
    #[must_use]
    pub fn filled(&self) -> Option<u32> {
        let there = self.came.saturating_add(self.by_substitute);
        there.saturating_mul(100).saturating_add(self.places / 2).checked_div(self.places)
    }

    fn add(&mut self, place: &Place) {
        let one = match place.filled {
            Filled::Came => &mut self.came,
            Filled::Substituted => &mut self.by_substitute,
            Filled::Apologies => &mut self.apologies,
            Filled::Absent => &mut self.absent,
            Filled::Unknown => &mut self.unknown,
        };
        *one = one.saturating_add(1);
        self.places = self.places.saturating_add(1);
        if place.filled.is_there() {
            self.mandated = self.mandated.saturating_add(u32::from(place.mandated == Some(true)));
            let not = u32::from(place.mandated == Some(false));
            self.unmandated = self.unmandated.saturating_add(not);
        }
        let day = place.day;
        if self.strip.last().is_none_or(|seen| seen.day != day) {
            self.strip.push(Seen::none(day));
        }
        if let Some(seen) = self.strip.last_mut() {
            seen.add(place.filled);
        }
        match self.people.iter_mut().find(|(name, _)| *name == place.name) {
            Some((_, places)) => places.push(place.filled),
            None => self.people.push((place.name.clone(), vec![place.filled])),
        }
    }

    fn take(&mut self, action: &Taken) {
        let (done, exempt) = (u32::from(action.done), u32::from(action.exempt));
        self.actions = self.actions.saturating_add(1);
        self.done = self.done.saturating_add(done);
        self.exempt_actions = self.exempt_actions.saturating_add(exempt);
        self.exempt_done = self.exempt_done.saturating_add(exempt.min(done));
    }

    /// How its places were filled at each meeting at which it had any, in the order of time.
    pub fn met(&self) -> impl Iterator<Item = (&Seen, Filled)> {
        self.strip.iter().filter_map(|seen| seen.best.map(|best| (seen, best)))
    }

    /// Counts up what was added, with a place in the strip for each of `days`.
    fn close(&mut self, days: &[NaiveDate]) {
        let own = |day: &NaiveDate| {
            let found = self.strip.iter().find(|seen| seen.day == *day).copied();
            found.unwrap_or_else(|| Seen::none(*day))
        };
        let strip = days.iter().map(own).collect();
        self.strip = strip;
        let missed = |filled| matches!(filled, Filled::Apologies | Filled::Absent);
        self.missed_in_a_row = self.run(missed);
        self.substitutes_in_a_row = self.run(|filled| filled == Filled::Substituted);
    }

    fn run(&self, of: impl Fn(Filled) -> bool) -> u32 {
        // A meeting that nothing is on record of neither ends a run nor makes it longer.
        let mut known: Vec<Filled> = self.met().map(|(_, best)| best).collect();
        known.retain(|best| *best != Filled::Unknown);
        super::count(known.into_iter().rev().take_while(|best| of(*best)))
    }
}

/// Engagement, by organisation and by sector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Engagement {
    /// Each organisation, by name; what is not on record comes last.
    pub organisations: Vec<Share>,
    /// Each sector, by name.
    pub sectors: Vec<Share>,
}

impl Engagement {
    /// The organisations, then the sectors.
    pub fn shares(self) -> impl Iterator<Item = Share> {
        self.organisations.into_iter().chain(self.sectors)
    }
}

/// The name of those whose organisation is not on record.
pub const UNKNOWN: &str = "not on record";

/// Works out how each organisation and sector took part. The places come in the
/// order of time.
#[must_use]
pub fn engagement(places: &[Place], actions: &[Taken]) -> Engagement {
    let mut days: Vec<NaiveDate> = places.iter().map(|place| place.day).collect();
    days.dedup();
    let by = |key: fn(&str, &str) -> String| {
        let mut shares: Vec<Share> = Vec::new();
        for place in places {
            let name = key(&place.organisation, &place.sector);
            share(&mut shares, &name, &place.sector, |share| share.add(place));
        }
        for action in actions {
            let name = key(&action.organisation, &action.sector);
            share(&mut shares, &name, &action.sector, |share| share.take(action));
        }
        for share in &mut shares {
            share.close(&days);
        }
        shares.sort_by_key(|share| (share.name == UNKNOWN, share.name.clone()));
        shares
    };
    let mut sectors = by(|_, sector| known_or(sector));
    for share in &mut sectors {
        share.is_sector = true;
    }
    Engagement { organisations: by(|organisation, _| known_or(organisation)), sectors }
}

fn known_or(name: &str) -> String {
    if name.is_empty() { UNKNOWN.to_owned() } else { name.to_owned() }
}

/// Does `with` to the share of this name, which is made if it is not there.
fn share(shares: &mut Vec<Share>, name: &str, sector: &str, with: impl FnOnce(&mut Share)) {
    if let Some(known) = shares.iter_mut().find(|share| share.name == name) {
        return with(known);
    }
    let mut new = Share { name: name.into(), sector: sector.into(), ..Share::default() };
    with(&mut new);
    shares.push(new);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(day: u32, name: &str, organisation: &str, filled: Filled) -> Place {
        Place {
            day: NaiveDate::from_ymd_opt(2026, 6, day).unwrap(),
            code: "NW".into(),
            person: name.into(),
            name: name.into(),
            organisation: organisation.into(),
            sector: "health".into(),
            mandated: (filled == Filled::Came).then_some(day == 1),
            filled,
        }
    }

    #[test]
    fn the_parts_of_a_share_make_its_places() {
        let places = [
            place(1, "Vane", "Trust", Filled::Came),
            place(1, "Lisle", "Trust", Filled::Absent),
            place(2, "Vane", "Trust", Filled::Substituted),
            place(2, "Lisle", "Trust", Filled::Apologies),
            place(3, "Vane", "Trust", Filled::Apologies),
            place(3, "Lisle", "Trust", Filled::Absent),
            place(3, "Strand", "", Filled::Unknown),
        ];
        let taken = [Taken {
            organisation: "Trust".into(),
            sector: "health".into(),
            done: true,
            exempt: false,
        }];
        let found = engagement(&places, &taken);
        for share in found.organisations.iter().chain(&found.sectors) {
            let parts =
                share.came + share.by_substitute + share.apologies + share.absent + share.unknown;
            assert_eq!(parts, share.places, "{}", share.name);
        }
        let trust = &found.organisations[0];
        assert_eq!((trust.places, trust.came, trust.by_substitute), (6, 1, 1));
        assert_eq!((trust.missed_in_a_row, trust.filled()), (1, Some(33)));
        let strip: String = trust.strip.iter().map(Seen::mark).collect();
        assert_eq!(strip, "◐◐a");
        let later = [&places[..], &[place(4, "Vane", "Trust", Filled::Unknown)]].concat();
        assert_eq!(engagement(&later, &[]).organisations[0].missed_in_a_row, 1);
        let whole = engagement(&places[2..3], &[]);
        assert_eq!(whole.organisations[0].strip[0].mark(), 's');
        assert_eq!((trust.actions, trust.done), (1, 1));
        assert_eq!((trust.mandated, trust.unmandated), (1, 0));
        assert_eq!(found.organisations[1].name, UNKNOWN);
        assert_eq!(found.sectors.len(), 1);
        let strip: String = found.organisations[1].strip.iter().map(Seen::mark).collect();
        assert_eq!(strip, "  ?", "the days stand one under another");
    }
}
