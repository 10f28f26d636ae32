//! The members of a body: who they are, where they come from, and the seats
//! they sit in.

mod bare;
mod group;
mod list;
mod named;
mod outside;
mod prose;
mod seat;
mod settle;
mod word;

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::{Paper, Piece, Role as Part};
use super::super::words::column::Column;
use super::super::words::fold::{fold, same};
use super::super::words::name::Name;
use super::super::words::turned;
use super::heading::Head;
use super::people::{Folk, is_name};
use super::place::{coded, new_body};
use super::table::{self, Headed, Record};
use super::{Desk, Likeness};
use crate::model::{BodyId, OrganisationId, Person, PersonId, Record as Row, Role, SeatId};
use named::{over, title};
use word::{
    Term, brackets, has_left, is_vacant, is_voteless, people_of, role_of, vacant_for, voting_of,
};

/// The columns that are read.
const USED: &[Column] = &[
    Column::Person,
    Column::Role,
    Column::Organisation,
    Column::From,
    Column::To,
    Column::Seats,
    Column::Voting,
    Column::Board,
];

/// Whether columns headed so list members.
fn fits(columns: &[Column]) -> bool {
    let has = |column| columns.contains(&column);
    has(Column::Person)
        && (has(Column::Role)
            || has(Column::Organisation)
            || has(Column::Party)
            || has(Column::From)
            || has(Column::Seats))
        && ![Column::Due, Column::Value, Column::Interest].into_iter().any(has)
}

/// How much `paper` looks like a list of members.
pub(super) fn likeness(paper: &Paper) -> Option<Likeness> {
    if let Some(place) = table::has(paper, fits) {
        return Some(Likeness {
            score: 60,
            why: format!("{place} heads columns of members and where they come from"),
        });
    }
    let listed =
        paper.texts().find(|block| title(&block.flat()).is_some() && block.role != Part::Item);
    if let Some(listed) = listed {
        let why = format!("{} heads a list of members", listed.place);
        return Some(Likeness { score: 30, why });
    }
    if let Some(place) = group::listed(paper) {
        return Some(Likeness { score: 29, why: format!("{place} lists members by their group") });
    }
    for (at, piece) in paper.pieces.iter().enumerate() {
        if let Piece::Text(block) = piece
            && prose::heads(block, &paper.pieces[at + 1..])
        {
            let why = format!("{} is a committee with the names of its members", block.place);
            return Some(Likeness { score: 28, why });
        }
    }
    let block = paper.texts().find(|block| prose::named(&block.flat()).is_some())?;
    Some(Likeness { score: 26, why: format!("{} names the members", block.place) })
}

/// Reads a list of members.
pub(super) fn read(desk: &mut Desk<'_>) -> Result<String, Fault> {
    let head = Head::of(desk.paper, desk.known.bodies, &mut desk.report);
    let mut members = Members {
        folk: Folk::of(desk),
        body: None,
        judged: false,
        listed: vec![],
        turned: false,
        here: vec![],
        vacant: vec![],
        placed: None,
    };
    let tables = table::headed(desk.paper, fits)?;
    for headed in &tables {
        let over = [&headed.before, &headed.under, &headed.above, headed.sheet()];
        members.turn(desk, &head, &over);
        headed.tell_unused(USED, &mut desk.report);
        let heading = [&headed.before, &headed.under].into_iter().find(|said| !said.is_empty());
        if let Some(said) = heading.filter(|said| prose::is_reserve(said)) {
            let text = format!("substitutes are named at the meeting: \u{201c}{said}\u{201d}");
            desk.report.pass(headed.place(), text);
            continue;
        }
        members.placed = heading.and_then(|said| named::attending(said));
        members.table(desk, &head, headed)?;
    }
    members.placed = None;
    group::read(&mut members, desk, &head)?;
    if tables.is_empty() && desk.report.counted("members") == 0 {
        list::read(&mut members, desk, &head)?;
        if members.listed.is_empty() {
            bare::read(&mut members, desk, &head)?;
        }
    }
    // A paper that names a body and nobody on it may list them in a way that is not read.
    let any = ["people", "seats", "vacancies", "organisations", "appointments"];
    if any.iter().all(|what| desk.report.counted(what) == 0) {
        return Err(Fault::Strange { what: "no member was found in it".into() });
    }
    members.missing(desk);
    members.folk.settle(desk);
    Ok(format!("Members imported from {}", desk.file))
}

struct Members {
    folk: Folk,
    /// The body whose members are being read.
    body: Option<BodyId>,
    /// Whether the clerk has been told that members are taken to vote.
    judged: bool,
    /// Those the list has.
    listed: Vec<PersonId>,
    /// Whether the names of the table being read stand with the family name first.
    turned: bool,
    /// Those listed for the body being read, each as printed.
    here: Vec<(PersonId, String)>,
    /// For what each vacancy of the list stands.
    vacant: Vec<String>,
    /// What those of the table being read are, where they only attend.
    placed: Option<Role>,
}

/// What a list says of one member.
struct Said<'a> {
    name: &'a str,
    role: &'a str,
    organisation: &'a str,
    place: &'a str,
    term: Term,
    /// Whether they vote, if it says.
    voting: Option<bool>,
    /// The seat they hold, where seats are listed.
    seat: Option<&'a SeatId>,
}

/// The body of that name: one the book has, one the paper has named already, or a new one.
fn called(desk: &mut Desk<'_>, head: &Head, name: &str) -> BodyId {
    let (bare, _) = coded(name);
    let known = desk.known.bodies.iter().find(|body| same(&body.name, bare));
    let filed = || {
        desk.rows.iter().find_map(|row| match row {
            Row::Body(body) if same(&body.name, bare) => Some(body.id.clone()),
            _ => None,
        })
    };
    let id = known.map(|body| body.id.clone()).or_else(filed);
    id.unwrap_or_else(|| new_body(desk, name, head).id)
}

impl Members {
    /// Turns to the body that the words before a table name, or the paper, or
    /// the meeting the clerk named.
    fn turn(&mut self, desk: &mut Desk<'_>, head: &Head, before: &[&str]) {
        self.here.clear();
        if let Some(id) = desk.known.body() {
            self.body = Some(id.clone());
            return;
        }
        let named =
            |text: &&str| title(text).filter(|name| !name.is_empty()).or_else(|| over(text));
        let named = before.iter().find_map(named);
        let printed = named.or_else(|| head.body.as_ref().map(|(name, _)| name.clone()));
        self.body = printed.map(|name| called(desk, head, &name));
    }

    fn table(
        &mut self,
        desk: &mut Desk<'_>,
        head: &Head,
        headed: &Headed<'_>,
    ) -> Result<(), Fault> {
        // A column may say of each row on which body it is.
        let named = desk.known.body().is_none() && headed.has(Column::Board);
        let of = |desk: &mut Desk<'_>, record: &table::Record<'_>| {
            let name = record.get(Column::Board);
            // What stands alone in its row is a note.
            (named && !name.is_empty() && record.said() > 1).then(|| called(desk, head, &name))
        };
        let outside = headed.headings.iter().any(|(heading, column)| {
            fold(heading).starts_with("appoint")
                && !matches!(column, Some(Column::From | Column::Organisation))
        });
        let seated = headed.has(Column::Organisation)
            && !headed.has(Column::Role)
            && !outside
            && headed.records().filter(|record| !fold(&record.first()).starts_with("total")).any(
                |record| {
                    let named = |line: &String| is_name(&brackets(line).0) || is_vacant(line);
                    !record.lines(Column::Person).iter().all(named)
                },
            );
        if seated {
            return seat::read(self, desk, headed, of);
        }
        if !outside && !named {
            self.unsaid(desk);
        }
        let names: Vec<String> =
            headed.records().flat_map(|record| record.lines(Column::Person)).collect();
        let family_first = |(heading, column): &(String, Option<Column>)| {
            *column == Some(Column::Person) && turned::is_heading(heading)
        };
        self.turned = headed.headings.iter().any(family_first)
            || turned::is_list(names.iter().map(String::as_str));
        for record in headed.records() {
            if outside {
                self.outside(desk, &record);
                continue;
            }
            self.body = of(desk, &record).or(self.body.take());
            self.member(desk, &record)?;
        }
        if outside {
            desk.report.warn("the table", "these are appointments to other organisations: the people and organisations are added, and the appointments only listed here");
        }
        Ok(())
    }

    /// Tells that it is not known whose members are listed, if it is not.
    fn unsaid(&self, desk: &mut Desk<'_>) {
        if self.body.is_none() {
            desk.report.warn("heading", "the paper does not say whose members these are; they are added as people only, unless a meeting is named (--meeting, or m on the screen)");
        }
    }

    /// A row of one member.
    fn member(&mut self, desk: &mut Desk<'_>, record: &Record<'_>) -> Result<(), Fault> {
        let place = record.place().to_owned();
        let organisation = record.get(Column::Organisation);
        let role = record.get(Column::Role);
        if fold(&record.first()).starts_with("total")
            || record.said() == 1 && !is_vacant(&record.first()) && !is_name(&record.first())
        {
            let text =
                format!("a heading or a sum, and no member: \u{201c}{}\u{201d}", record.first());
            desk.report.pass(place, text);
            return Ok(());
        }
        for said in Term::unread(record) {
            let text = format!("\u{201c}{said}\u{201d} is no day, so no term was taken in");
            desk.report.warn(&place, text);
        }
        let voting = voting_of(record);
        self.judged |= voting.is_some();
        let mut names: Vec<String> =
            record.lines(Column::Person).iter().flat_map(|line| people_of(line)).collect();
        for name in names.iter_mut().filter(|_| self.turned) {
            if let Some(said) = turned::said_in_list(name) {
                *name = said;
            }
        }
        // A place that nobody has says so where it says what it is for.
        let vacant = vacant_for(&organisation).filter(|_| names.is_empty());
        let organisation = vacant.unwrap_or(&organisation);
        names.extend(vacant.map(|_| "Vacant".to_owned()));
        if names.is_empty() && record.said() > 0 {
            let text =
                format!("names nobody, and was not read in: \u{201c}{}\u{201d}", record.first());
            desk.report.pass(place.clone(), text);
        }
        for name in names {
            desk.report.count("members", 1);
            let (role, term) = (role.as_str(), Term::of(record));
            let seat = None;
            let said = Said { name: &name, role, organisation, place: &place, term, voting, seat };
            self.one(desk, &said)?;
        }
        Ok(())
    }

    /// One member, however listed.
    fn one(&mut self, desk: &mut Desk<'_>, listed: &Said<'_>) -> Result<(), Fault> {
        let &Said { name: said, role, organisation, place, .. } = listed;
        if desk.rows.len() > limit::ITEMS {
            return Err(Fault::over("there are too many members", limit::ITEMS_SAID));
        }
        let (said, bracket) = brackets(said);
        if has_left(&bracket) {
            let text = format!("{said} has left, and was not read in: \u{201c}{bracket}\u{201d}");
            desk.report.pass(place, text);
            return Ok(());
        }
        // "Cllr Ann Bell (Chair)" presides, whatever else the columns say of her.
        let presides = matches!(role_of(&bracket).0, Some(Role::Chair | Role::ViceChair));
        let (role, post) = match () {
            () if presides => (bracket.as_str(), role),
            () if role.is_empty() => (bracket.as_str(), ""),
            () => (role, ""),
        };
        if is_vacant(&said) {
            desk.report.count("vacancies", 1);
            let of = [organisation, role].into_iter().filter(|text| !text.is_empty());
            let of: Vec<&str> = of.collect();
            desk.report.fact(place, format!("vacant: {}", of.join(", ")));
            self.vacancy(desk, organisation, role, &said);
            return Ok(());
        }
        if !is_name(&said) && Name::of(&said).title.is_empty() {
            desk.report.pass(
                place,
                format!("\u{201c}{said}\u{201d} was not taken for a person\u{2019}s name"),
            );
            return Ok(());
        }
        let from = (!organisation.is_empty())
            .then(|| self.folk.organisation(desk, organisation, "", place));
        let person = self.person(desk, &said, from.clone(), place);
        desk.report.count("people", 1);
        Self::moved(desk, &person, from.as_ref(), listed);
        if !post.is_empty() {
            self.folk.post(&person, post);
        }
        let (known, voting) = role_of(role);
        if known.is_none() && !role.is_empty() {
            if self.placed.is_none() {
                desk.report.pass(place, format!("{said}: \u{201c}{role}\u{201d} is no place on a body that is known; taken as a member"));
            }
            self.folk.post(&person, role);
        }
        let placed = self.placed.filter(|_| known.is_none());
        let (known, voting) = placed.map_or((known, voting), |placed| (Some(placed), false));
        let told = [said.as_str(), role, organisation].into_iter().filter(|part| !part.is_empty());
        desk.report.fact(place, format!("member: {}", told.collect::<Vec<_>>().join(", ")));
        let role = known.unwrap_or(Role::Member);
        // "Member (non-voting)", wherever it is said.
        let voteless = [listed.name, listed.role].iter().any(|said| is_voteless(said));
        self.judged |= voteless;
        let said = if voteless { Some(false) } else { listed.voting };
        self.appoint(desk, person, (role, said, voting), listed);
        Ok(())
    }

    /// The person of that name. Of one list, two rows of other names are two people:
    /// "Isolde Marchbank" and "I Marchbank".
    fn person(
        &mut self,
        desk: &mut Desk<'_>,
        said: &str,
        from: Option<OrganisationId>,
        place: &str,
    ) -> PersonId {
        let printed = fold(said);
        let had = self.folk.found(said).map(|person| person.id.clone());
        let other = |(id, name): &(PersonId, String)| Some(id) == had.as_ref() && *name != printed;
        let person = if self.here.iter().any(other) {
            let near = had.as_ref().and_then(|id| {
                self.folk.people().iter().find(|person| person.id == *id).map(Person::minuted)
            });
            desk.report.nearly(place, said, &near.unwrap_or_default(), "somebody else");
            self.folk.somebody_else(desk, Name::of(said), from, (said, place))
        } else {
            self.folk.person(desk, said, from, place)
        };
        self.here.push((person.clone(), printed));
        person
    }
}
