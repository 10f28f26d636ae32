//! The people and organisations that a paper names: those the book has, and
//! those it does not have yet.

use super::super::words::fold::{alike, distance, fold, key, skeleton};
use super::super::words::name::{self, Name};
use super::Desk;
use crate::model::{Organisation, OrganisationId, Person, PersonId, is_particle};

/// The people and organisations met so far, the book's and this paper's.
pub(super) struct Folk {
    people: Vec<Person>,
    /// The name of each, made plain once: every name in a long list is held against all.
    names: Vec<Plain>,
    organisations: Vec<Organisation>,
    /// The name of each as far as it counts, and the short one.
    called: Vec<[String; 2]>,
    /// How many of each are the book's own.
    known: (usize, usize),
}

impl Folk {
    /// Begins with those the book has.
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let (people, organisations) =
            (desk.known.people.to_vec(), desk.known.organisations.to_vec());
        let known = (people.len(), organisations.len());
        let names = people.iter().map(Plain::of).collect();
        let called = organisations.iter().map(keys).collect();
        Self { people, names, organisations, called, known }
    }

    /// Everyone met so far.
    pub(super) fn people(&self) -> &[Person] {
        &self.people
    }

    /// The person printed as `said`, made if there is none; a name that nearly
    /// is another's is warned of.
    pub(super) fn person(
        &mut self,
        desk: &mut Desk<'_>,
        said: &str,
        organisation: Option<OrganisationId>,
        place: &str,
    ) -> PersonId {
        let name = Name::of(said);
        if let Some(had) = self.same(&Plain::named(&name)) {
            return had.id.clone();
        }
        self.somebody_else(desk, name, organisation, (said, place))
    }

    /// The person that `said` is, as far as the book and the paper have anybody.
    pub(super) fn found(&self, said: &str) -> Option<&Person> {
        self.same(&Plain::named(&Name::of(said)))
    }

    fn same(&self, name: &Plain) -> Option<&Person> {
        let whole = self.names.iter().position(|had| had.folded == name.folded && had.is(name));
        let at = whole.or_else(|| self.names.iter().position(|had| had.is(name)))?;
        self.people.get(at)
    }

    /// Whether `said` can be several people, and is nobody's whole name: "S. Marsh".
    pub(super) fn is_several(&self, said: &str) -> bool {
        let name = Plain::named(&Name::of(said));
        let whole = self.names.iter().any(|had| had.folded == name.folded);
        !whole && self.names.iter().filter(|had| had.is(&name)).count() > 1
    }

    /// Somebody of that name who is nobody met so far.
    pub(super) fn somebody_else(
        &mut self,
        desk: &mut Desk<'_>,
        name: Name,
        organisation: Option<OrganisationId>,
        (said, place): (&str, &str),
    ) -> PersonId {
        let plain = Plain::named(&name);
        let near = self.names.iter().position(|had| had.is_near(&plain));
        if let Some(near) = near.and_then(|at| self.people.get(at)) {
            desk.report.nearly(place, said, &near.minuted(), "somebody else");
        }
        let person = Person {
            id: PersonId::mint(desk.mint),
            title: name.title,
            given: name.given,
            family: name.family,
            honours: name.honours,
            post: String::new(),
            organisation,
        };
        let id = person.id.clone();
        self.names.push(plain);
        self.people.push(person);
        id
    }

    /// The organisation called `said`, made if there is none.
    pub(super) fn organisation(
        &mut self,
        desk: &mut Desk<'_>,
        said: &str,
        sector: &str,
        place: &str,
    ) -> OrganisationId {
        let wanted = key(said);
        let had =
            self.called.iter().position(|called| !wanted.is_empty() && called.contains(&wanted));
        if let Some(had) = had.and_then(|at| self.organisations.get(at)) {
            return had.id.clone();
        }
        let known = &self.organisations[..self.known.1];
        if let Some(near) = known.iter().find(|organisation| alike(&organisation.name, said)) {
            desk.report.nearly(place, said, &near.name, "another organisation");
        }
        let organisation = Organisation {
            id: OrganisationId::mint(desk.mint),
            name: said.to_owned(),
            short: short(said),
            sector: sector.to_owned(),
        };
        let id = organisation.id.clone();
        self.called.push(keys(&organisation));
        self.organisations.push(organisation);
        id
    }

    /// Notes the office of somebody who had none.
    pub(super) fn post(&mut self, id: &PersonId, post: &str) {
        let known = self.known.0;
        let new = self.people.iter_mut().skip(known).find(|person| person.id == *id);
        if let Some(person) = new.filter(|person| person.post.is_empty()) {
            post.clone_into(&mut person.post);
        }
    }

    /// Files those that are new, and counts them.
    pub(super) fn settle(self, desk: &mut Desk<'_>) {
        let (people, organisations) = self.known;
        let new: Vec<Organisation> = self.organisations.into_iter().skip(organisations).collect();
        desk.report.count("new organisations", new.len());
        for organisation in new {
            desk.file(organisation);
        }
        let new: Vec<Person> = self.people.into_iter().skip(people).collect();
        desk.report.count("new people", new.len());
        for person in new {
            desk.file(person);
        }
    }
}

/// The names of an organisation as far as they count.
fn keys(organisation: &Organisation) -> [String; 2] {
    [key(&organisation.name), key(&organisation.short)]
}

/// A name made plain, to be held against others.
struct Plain {
    given: String,
    family: String,
    /// The first word of the title.
    title: String,
    /// The given names and the family name, as printed.
    whole: String,
    folded: String,
    skeleton: String,
}

impl Plain {
    fn of(person: &Person) -> Self {
        Self::told([&person.title, &person.given, &person.family], person.plain())
    }

    fn named(name: &Name) -> Self {
        let whole = format!("{} {}", name.given, name.family).trim().to_owned();
        Self::told([&name.title, &name.given, &name.family], whole)
    }

    fn told([title, given, family]: [&String; 3], whole: String) -> Self {
        let folded = fold(&whole);
        Self {
            given: fold(given),
            family: fold(family),
            title: first(&fold(title)).to_owned(),
            skeleton: skeleton(&folded),
            whole,
            folded,
        }
    }

    /// Whether it is the one that `name` says: the same family name, and given names that
    /// are the same, or initials of one another, or not said and the same title.
    fn is(&self, name: &Self) -> bool {
        if self.family != name.family || name.family.is_empty() {
            return false;
        }
        let (a, b) = (&self.given, &name.given);
        if a.is_empty() || b.is_empty() {
            return self.title == name.title && (a == b || !name.title.is_empty());
        }
        a == b
            || ((initial_only(a) || initial_only(b))
                && first(a).chars().next() == first(b).chars().next())
    }

    fn is_near(&self, other: &Self) -> bool {
        self.folded != other.folded && (self.skeleton == other.skeleton || self.slips(other))
    }

    /// Whether two full names differ by a slip of the pen.
    fn slips(&self, other: &Self) -> bool {
        let whole = |name: &Self| name.folded.contains(' ');
        if !whole(self) || !whole(other) {
            return false;
        }
        let (a, b) = (first(&self.folded), first(&other.folded));
        let (c, d) = (last(&self.folded), last(&other.folded));
        if a == b && alike(&self.whole, &other.whole) {
            return true;
        }
        // "Terence" and "Terrence Whitlow".
        let given = || a.chars().count() >= 5 && c == d && distance(a, b) == 1;
        // "Bob Ray" and "Bob Raye".
        let family = || {
            a == b
                && a.chars().count() >= 3
                && c.chars().count().min(d.chars().count()) >= 3
                && c.chars().next() == d.chars().next()
                && distance(c, d) == 1
        };
        given() || family()
    }
}

fn first(folded: &str) -> &str {
    folded.split(' ').next().unwrap_or_default()
}

fn last(folded: &str) -> &str {
    folded.rsplit(' ').next().unwrap_or_default()
}

fn initial_only(given: &str) -> bool {
    given.split(' ').all(|part| part.chars().count() == 1)
}

/// The letters in brackets after an organisation's name, or the name again.
fn short(name: &str) -> String {
    let inside = name.rsplit_once('(').and_then(|(_, rest)| rest.split(')').next());
    match inside {
        Some(letters)
            if (2..=8).contains(&letters.len())
                && letters.chars().all(|c| c.is_ascii_uppercase()) =>
        {
            letters.to_owned()
        }
        _ => name.to_owned(),
    }
}

/// Whether `text`, in a place for names, can be one: a few words with capitals
/// and nothing that belongs to an office.
pub(super) fn is_name(text: &str) -> bool {
    if text.len() > name::LONGEST {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let plain = !text.contains(['(', ')', ';', ':', '/', '?', '&'])
        && !text.chars().any(|c| c.is_ascii_digit());
    let offices = [
        "chief",
        "executive",
        "director",
        "chair",
        "leader",
        "officer",
        "manager",
        "head",
        "representative",
        "representatives",
        "council",
        "board",
        "trust",
        "nominee",
        "commander",
        "member",
        "members",
        "provost",
        "constabulary",
        "clinical",
        "minute",
        "minutes",
        "healthwatch",
        "alliance",
        "partnership",
        "committee",
        "hospital",
        "hospitals",
        "nhs",
        "university",
        "services",
        "of",
        "the",
        "all",
    ];
    let office = words.iter().any(|word| offices.contains(&fold(word).as_str()));
    let named = words.iter().all(|word| capital(word) || is_particle(word));
    name::is_person(text) || (plain && (2..=5).contains(&words.len()) && named && !office)
}
