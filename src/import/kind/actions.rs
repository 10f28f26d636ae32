//! A log of actions: what was to be done, by whom, by when, and how far it is.

mod later;
mod listed;
mod said;

use chrono::{Datelike as _, NaiveDate};

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::Paper;
use super::super::report::{Hindrance, Report};
use super::super::words::column::Column;
use super::super::words::fold::{fold, same};
use super::super::words::{due, name, progress};
use super::heading::Head;
use super::people::{Folk, is_name};
use super::table::{self, Record};
use super::{Desk, Likeness, PaperKind};
use crate::model::{
    Action, ActionId, ActionStatus, Item, ItemId, ItemKind, Meeting, OrganisationId, People,
    PersonId, day,
};
use crate::rules::sentence::several;
use later::{as_printed, bare, differences, is_later, is_reported, kept, own_number};
use said::{count, due_of, last_said, sharing, status, tell, update};

/// What stands before the name of an owner whom nobody knows.
const PRINTED: &str = " (responsible, as printed: ";

/// The columns that are read.
const USED: &[Column] = &[
    Column::Number,
    Column::Text,
    Column::Owner,
    Column::Lead,
    Column::Due,
    Column::Status,
    Column::Remark,
    Column::Changed,
    Column::Done,
];

/// Whether columns headed so log actions.
fn fits(columns: &[Column]) -> bool {
    let has = |column| columns.contains(&column);
    has(Column::Text)
        && has(Column::Owner)
        && (has(Column::Due) || has(Column::Status) || has(Column::Number) || columns.len() >= 2)
        || (has(Column::Text) && has(Column::Due) && (has(Column::Status) || has(Column::Lead)))
}

/// How much `paper` looks like a log of actions.
pub(super) fn likeness(paper: &Paper) -> Option<Likeness> {
    let Some(place) = table::has(paper, fits) else {
        let place = table::has(&listed::tabled(paper)?, fits)?;
        let why = format!("{place} begins a list of actions, who does them and by when");
        return Some(Likeness { score: 66, why });
    };
    Some(Likeness {
        score: 68,
        why: format!("{place} heads columns of actions, who does them and by when"),
    })
}

/// Reads a log.
pub(super) fn read(desk: &mut Desk<'_>) -> Result<String, Fault> {
    let mut tables = table::headed(desk.paper, fits)?;
    let listed = if tables.is_empty() { listed::tabled(desk.paper) } else { None };
    if let Some(listed) = &listed {
        tables = table::headed(listed, fits)?;
    }
    if tables.is_empty() {
        return Err(Fault::Strange {
            what: "no column of it lists actions with their owners or dates".into(),
        });
    }
    for what in
        ["actions", "open", "complete", "without owner", "open without due", "open with due"]
    {
        desk.report.count(what, 0);
    }
    let head = Head::of(
        desk.paper,
        desk.known.bodies,
        &mut Report::new(desk.file, PaperKind::Actions, String::new()),
    );
    let mut log = Log {
        folk: Folk::of(desk),
        strangers: vec![],
        numbers: vec![],
        item: None,
        told: vec![],
        day: head.day,
        undated: vec![],
        section: None,
    };
    if desk.known.meeting.is_none() {
        desk.report.hinder(Hindrance::Unplaced);
        desk.report.warn("heading", "an action belongs to a meeting: name the one that these are to stand under (--meeting, or m on the screen)");
    }
    for headed in &tables {
        headed.tell_unused(USED, &mut desk.report);
        let over = [&headed.under, &headed.before, &headed.above];
        log.opens(desk, over.into_iter().find(|said| !said.is_empty()), "the log");
        for record in headed.records() {
            log.row(desk, &record)?;
        }
    }
    log.tell(desk);
    Ok(format!("Actions imported from {}", desk.file))
}

struct Log {
    folk: Folk,
    /// Owners as printed whom nobody knows, with the first place of each.
    strangers: Vec<(String, String, usize)>,
    /// Numbers given so far: year and number.
    numbers: Vec<(i32, u32)>,
    item: Option<ItemId>,
    /// The actions told so far: number and words.
    told: Vec<(Option<(i32, u32)>, String)>,
    /// The day that the log bears.
    day: Option<NaiveDate>,
    /// The comments that bear no day, each with its place.
    undated: Vec<(String, String)>,
    /// How far the actions are that stand under the last heading, if that says.
    section: Option<ActionStatus>,
}

/// One action, as found.
struct Found<'a> {
    place: &'a str,
    text: String,
    reference: String,
    owes: Owes,
    printed: String,
    due: Option<due::Due>,
    status: ActionStatus,
    /// What was last said of it, and on which day.
    remark: (String, Option<NaiveDate>),
}

/// Who owes an action, as found.
#[derive(Default)]
struct Owes {
    owner: Option<PersonId>,
    /// The organisation that owes it, where nobody does.
    organisation: Option<OrganisationId>,
    /// Who helps.
    support: Vec<PersonId>,
    /// Whether somebody else is named whom nobody knows.
    stranger: bool,
}

impl Log {
    fn row(&mut self, desk: &mut Desk<'_>, record: &Record<'_>) -> Result<(), Fault> {
        let Some((reference, text, printed)) = self.said(desk, record) else { return Ok(()) };
        let owes = self.owes(desk, &printed, record.place());
        let due = due_of(desk, record);
        let status = status(desk, record, self.section);
        let (remark, on) = last_said(record);
        if !remark.is_empty() && on.is_none() {
            self.undated.push((record.place().to_owned(), remark.clone()));
        }
        let remark = (remark, on.or(self.day));
        let place = record.place();
        let found = Found { place, text, reference, owes, printed, due, status, remark };
        count(desk, &found);
        tell(desk, &found, record.place());
        if desk.report.counted("actions") > u32::try_from(limit::ITEMS).unwrap_or(u32::MAX) {
            return Err(Fault::over("there are too many actions", limit::ITEMS_SAID));
        }
        if let Some(meeting) = desk.known.meeting {
            self.file(desk, meeting, found);
        }
        Ok(())
    }

    /// The reference, the words and the owner as printed, of a row that is an action and
    /// was not told before.
    fn said(
        &mut self,
        desk: &mut Desk<'_>,
        record: &Record<'_>,
    ) -> Option<(String, String, String)> {
        let (reference, text) = (record.get(Column::Number), record.get(Column::Text));
        let owners = [Column::Owner, Column::Lead].into_iter().map(|column| record.get(column));
        let printed = owners.into_iter().find(|said| !said.is_empty()).unwrap_or_default();
        let told = (own_number(&reference, 0), fold(&text));
        let no_action = if text.is_empty() || fold(&text).starts_with("total") {
            format!("says nothing to be done: \u{201c}{}\u{201d}", record.first())
        } else if text == printed {
            format!("a heading across the table, and no action: \u{201c}{text}\u{201d}")
        } else if told.0.is_some() && self.told.contains(&told) {
            format!("{reference} again, as before")
        } else {
            self.told.push(told);
            return Some((reference, text, printed));
        };
        desk.report.pass(record.place(), no_action);
        let heads = record.leads() || record.band().is_some();
        if record.said() == 1 && heads || !text.is_empty() && text == printed {
            self.opens(desk, Some(&record.first()), record.place());
        }
        None
    }

    /// Takes in a heading that may say how far the actions under it are: "Closed actions".
    fn opens(&mut self, desk: &mut Desk<'_>, heading: Option<&String>, place: &str) {
        let heading = heading.map_or("", String::as_str);
        self.section = progress::of(heading).filter(|state| !state.is_live());
        if let Some(state) = self.section {
            let text = format!(
                "what stands under \u{201c}{heading}\u{201d} is taken as {}",
                state.plain()
            );
            desk.report.warn(place, text);
        }
    }

    /// Who owes what `printed` owes: an organisation that the book has, or people.
    fn owes(&mut self, desk: &mut Desk<'_>, printed: &str, place: &str) -> Owes {
        let mut organisations = desk.known.organisations.iter();
        let known = organisations.find(|o| same(&o.name, printed) || same(&o.short, printed));
        if let Some(organisation) = known {
            return Owes { organisation: Some(organisation.id.clone()), ..Owes::default() };
        }
        // "Ann Bell (with Ed Fox and Kim Oduya)"
        let helped = printed.strip_suffix(')').and_then(|rest| rest.split_once(" (with "));
        let shared = helped.map(|(who, with)| {
            format!("{who} / {}", with.replace(" and ", " / ").replace(", ", " / "))
        });
        let printed = shared.as_deref().unwrap_or(printed);
        let mut each = sharing(printed, self.folk.people()).into_iter();
        let owner = each.next().and_then(|who| self.owner(desk, &who, place));
        let named: Vec<Option<PersonId>> = each.map(|who| self.owner(desk, &who, place)).collect();
        let stranger = named.iter().any(Option::is_none);
        Owes { owner, organisation: None, support: named.into_iter().flatten().collect(), stranger }
    }

    /// Whoever is named, if it is somebody the book has, or beyond doubt a
    /// person.
    fn owner(&mut self, desk: &mut Desk<'_>, printed: &str, place: &str) -> Option<PersonId> {
        let first = printed.split([',', ';', '/', '[', '(']).next().unwrap_or_default().trim();
        if first.is_empty() {
            return None;
        }
        if let Some(person) = name::known(first, self.folk.people()) {
            return Some(person.id.clone());
        }
        if is_name(first) && name::is_person(first) && !self.folk.is_several(first) {
            return Some(self.folk.person(desk, first, None, place));
        }
        match self.strangers.iter_mut().find(|(had, _, _)| fold(had) == fold(first)) {
            Some((_, _, times)) => *times += 1,
            None => self.strangers.push((first.to_owned(), place.to_owned(), 1)),
        }
        None
    }

    fn file(&mut self, desk: &mut Desk<'_>, meeting: &Meeting, found: Found<'_>) {
        let item = self.item(desk, meeting);
        let text = as_printed(&found);
        let numbered = own_number(&found.reference, meeting.date.year());
        let log = |had: &&Action| had.body == meeting.body;
        let worded = |had: &&Action| fold(bare(&had.text)) == fold(&found.text);
        // A later version of the log may put in other words what it has already.
        let same_number = |had: &Action| numbered == Some((had.year, had.number));
        let later = |had: &&Action| had.item == item && is_later(had, &found, same_number(had));
        let mut actions = desk.known.actions.iter().filter(log);
        let had = actions.clone().find(worded).or_else(|| actions.find(later));
        let (year, number) = had.map_or_else(
            || self.number(desk, meeting, &found.reference),
            |had| (had.year, had.number),
        );
        let (due, due_text) =
            found.due.map(|due| due.by_last_day(meeting.date)).unwrap_or_default();
        let action = Action {
            id: had.map_or_else(|| ActionId::mint(desk.mint), |had| had.id.clone()),
            body: meeting.body.clone(),
            number,
            year,
            meeting: had.map_or_else(|| meeting.id.clone(), |had| had.meeting.clone()),
            item: had.map_or(item, |had| had.item.clone()),
            rank: had.map_or_else(|| desk.mint.rank(), |had| had.rank),
            place: had.map_or(0, |had| had.place),
            text,
            owner: found.owes.owner.or_else(|| had.and_then(|had| had.owner.clone())),
            organisation: found
                .owes
                .organisation
                .or_else(|| had.and_then(|had| had.organisation.clone())),
            support: match had {
                Some(had) if found.owes.support.is_empty() => had.support.clone(),
                _ => People(found.owes.support),
            },
            due,
            due_text,
            status: found.status,
        };
        let action = match had.filter(|had| is_reported(desk, had)) {
            Some(had) => kept(desk, had, action, found.place),
            None => action,
        };
        update(desk, &action, &found.remark);
        match had {
            Some(had) if *had == action => {}
            Some(had) => {
                differences(desk, had, &action, found.place);
                desk.file(action);
            }
            None => desk.file(action),
        }
    }

    /// The number an action has in its own reference ("A2014.05", "A/26/14"),
    /// or the next in the year of the meeting.
    fn number(&mut self, desk: &Desk<'_>, meeting: &Meeting, reference: &str) -> (i32, u32) {
        let taken = |log: &Self, pair: &(i32, u32)| {
            log.numbers.contains(pair)
                || desk
                    .known
                    .actions
                    .iter()
                    .any(|had| had.body == meeting.body && (had.year, had.number) == *pair)
        };
        let year = meeting.date.year();
        let own = own_number(reference, year).filter(|pair| !taken(self, pair));
        let next = || (1..1_000_000).map(|n| (year, n)).find(|pair| !taken(self, pair));
        let pair = own.or_else(next).unwrap_or((year, 1));
        self.numbers.push(pair);
        pair
    }

    /// The item that carries them: one about actions or matters arising, or a
    /// new one.
    fn item(&mut self, desk: &mut Desk<'_>, meeting: &Meeting) -> ItemId {
        if let Some(item) = &self.item {
            return item.clone();
        }
        let items = || desk.known.items.iter().filter(|item| item.meeting == meeting.id);
        let about = |words: &[&str]| {
            items().find(|item| words.iter().any(|word| fold(&item.title).contains(word)))
        };
        let had =
            about(&["action"]).or_else(|| about(&["matters arising"])).map(|item| item.id.clone());
        let id = had.unwrap_or_else(|| {
            let numbers = items().filter_map(|item| item.number.parse::<u32>().ok());
            let number = numbers.max().unwrap_or(0).saturating_add(1).to_string();
            let item = Item {
                number,
                title: "Action log".into(),
                kind: ItemKind::Other,
                paper: desk.file.to_owned(),
                ..Item::blank(ItemId::mint(desk.mint), meeting.id.clone(), desk.mint.rank())
            };
            let id = item.id.clone();
            desk.report.warn("the log", "the agenda has no item for actions; one called \u{201c}Action log\u{201d} is added to carry these");
            desk.file(item);
            id
        });
        self.item = Some(id.clone());
        id
    }

    fn tell(self, desk: &mut Desk<'_>) {
        for (who, place, times) in &self.strangers {
            let often = if *times > 1 { format!(" ({times} times)") } else { String::new() };
            desk.report.warn(place.clone(), format!("\u{201c}{who}\u{201d}{often} is nobody the book knows; kept in words, and not as an owner"));
        }
        if let (Some(day), false) = (self.day, self.undated.is_empty()) {
            let (comments, day) = (several(self.undated.len(), "comment"), day::plain(day));
            let text = format!("{comments} without a day, put down as of {day}, the log's");
            desk.report.warn("the log", text);
        } else {
            for (place, said) in self.undated {
                let text = format!("a comment without a day, not read in: \u{201c}{said}\u{201d}");
                desk.report.pass(place, text);
            }
        }
        if desk.known.meeting.is_some() {
            self.folk.settle(desk);
        }
    }
}
