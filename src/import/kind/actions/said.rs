//! What one row of a log says: who owes it, by when, how far it has gone, and
//! what was last said of it.

use chrono::NaiveDate;

use super::super::super::words::column::Column;
use super::super::super::words::fold::fold;
use super::super::super::words::{due, marker, name, progress, when};
use super::super::Desk;
use super::super::letterhead::is_body;
use super::super::people::is_name;
use super::super::table::Record;
use super::Found;
use crate::model::{Action, ActionStatus, Person, Update, UpdateId, day};

/// Those who share what is owed, the one who answers for it first; one name, or
/// what may be one, if they are not all people.
pub(super) fn sharing(printed: &str, people: &[Person]) -> Vec<String> {
    let each: Vec<String> = printed
        .replace(" and ", ",")
        .replace(" & ", ",")
        .split([',', '/', ';'])
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    let is_one = |name: &String| name::known(name, people).is_some() || is_name(name);
    // "Learning and Skills Partnership" is the name of one.
    let several = each.len() > 1 && each.iter().all(is_one) && !is_body(printed);
    if several { each } else { vec![printed.to_owned()] }
}

pub(super) fn count(desk: &mut Desk<'_>, found: &Found<'_>) {
    let report = &mut desk.report;
    report.count("actions", 1);
    let done = matches!(found.status, ActionStatus::Complete | ActionStatus::Confirmed);
    let state = match () {
        () if found.status.is_live() => "open",
        () if done => "complete",
        () => "no longer wanted",
    };
    report.count(state, 1);
    if found.printed.is_empty() {
        report.count("without owner", 1);
    }
    if found.status.is_live() {
        report.count(if found.due.is_some() { "open with due" } else { "open without due" }, 1);
    }
}

pub(super) fn tell(desk: &mut Desk<'_>, found: &Found<'_>, place: &str) {
    let by =
        if found.printed.is_empty() { "nobody named".to_owned() } else { found.printed.clone() };
    let due = match &found.due {
        None => "no date".to_owned(),
        Some(due::Due { said, on: Some(on) }) if said.is_empty() => day::plain(*on),
        Some(due) => due.said.clone(),
    };
    let reference =
        if found.reference.is_empty() { String::new() } else { format!("{} ", found.reference) };
    desk.report.fact(
        place,
        format!("action {reference}({by}; {due}; {}): {}", found.status.plain(), found.text),
    );
}

/// Files what was last said of an action, if it bears a day.
pub(super) fn update(
    desk: &mut Desk<'_>,
    action: &Action,
    (text, on): &(String, Option<NaiveDate>),
) {
    let at = on.and_then(|on| on.and_hms_opt(0, 0, 0)).map(|at| at.and_utc().fixed_offset());
    let had = |had: &Update| had.action == action.id && fold(&had.text) == fold(text);
    let said = text.is_empty() || desk.known.updates.iter().any(had);
    let Some(at) = at.filter(|_| !said) else { return };
    let update = Update {
        id: UpdateId::mint(desk.mint),
        action: action.id.clone(),
        at,
        meeting: None,
        by: String::new(),
        text: text.clone(),
        status: action.status,
        due: action.due,
        due_text: action.due_text.clone(),
        was: action.due,
        rank: desk.mint.rank(),
    };
    desk.report.count("updates", 1);
    desk.file(update);
}

/// When it is due: a day, a period or words, as printed.
pub(super) fn due_of(desk: &mut Desk<'_>, record: &Record<'_>) -> Option<due::Due> {
    let said = record.get(Column::Due);
    if said.is_empty()
        || matches!(fold(&said).as_str(), "" | "tbc" | "tba" | "na" | "n a" | "none" | "no date")
    {
        return None;
    }
    if let Some(day) = when::days(&said).first().filter(|day| day.wrong_weekday().is_some()) {
        desk.report.warn(
            record.place(),
            format!("\u{201c}{said}\u{201d}: {} was a {}", day::plain(day.on), day.on.format("%A")),
        );
    }
    let on = when::whole_day(&said).or_else(|| revised(&said)).or_else(|| {
        let on = serial(&said)?;
        let day = day::plain(on);
        let text = format!("\u{201c}{said}\u{201d} is a day as spreadsheets count them: {day}");
        desk.report.warn(record.place(), text);
        Some(on)
    });
    let said = if serial(&said).is_some() { String::new() } else { said };
    let figures = said.split(['/', '.', '-']).filter(|part| part.trim().parse::<u32>().is_ok());
    if on.is_none() && figures.count() == 3 {
        let text = format!("\u{201c}{said}\u{201d} is no day that there is; kept in words");
        desk.report.warn(record.place(), text);
    }
    Some(due::Due { said, on })
}

/// The day that stands before brackets: "31/03/2026 (was 28/02/2026)".
fn revised(said: &str) -> Option<NaiveDate> {
    let (day, before) = said.split_once('(')?;
    before.trim_end().ends_with(')').then(|| when::whole_day(day.trim()))?
}

/// The day that spreadsheets keep as how many days after 30 December 1899, for
/// days of this century.
fn serial(said: &str) -> Option<NaiveDate> {
    let days: i64 = said.trim().strip_suffix(".0").unwrap_or(said.trim()).parse().ok()?;
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    (36_526..73_000).contains(&days).then(|| first + chrono::Duration::days(days))
}

/// What was last said of it, and when: where nothing is, the day on which it was done.
pub(super) fn last_said(record: &Record<'_>) -> (String, Option<NaiveDate>) {
    let (said, done) = (remark(record), when::whole_day(&record.get(Column::Done)));
    let on = when::whole_day(&record.get(Column::Changed));
    match done.filter(|_| said.is_empty()) {
        Some(day) => ("Done, by the log".to_owned(), Some(day)),
        None => (said, on.or(done)),
    }
}

/// What was last said of it: a column of minutes gives the number of the one that it comes
/// of, "31/26", and says nothing of it.
fn remark(record: &Record<'_>) -> String {
    let number = |said: &String| {
        let figures = said.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '.'));
        said.len() <= 9 && (figures || marker::is_lone(said))
    };
    let remark = record.each(Column::Remark).find(|said| !number(said)).unwrap_or_default();
    if remark.is_empty() { beside_status(&record.get(Column::Status)) } else { remark }
}

/// What a column of states says more than the state: "draft with the chair" of "In progress –
/// draft with the chair", and all of what names no state.
fn beside_status(said: &str) -> String {
    let parted = [" \u{2013} ", " - ", ": "].iter().find_map(|dash| said.split_once(dash));
    match parted.filter(|(state, _)| progress::of(state).is_some()) {
        Some((_, more)) => more.trim().to_owned(),
        None if progress::of(said).is_none() => said.to_owned(),
        None => String::new(),
    }
}

/// How far it is, by the word in its column; where that is empty, as the `section` it stands
/// in says, else open.
pub(super) fn status(
    desk: &mut Desk<'_>,
    record: &Record<'_>,
    section: Option<ActionStatus>,
) -> ActionStatus {
    let said = record.get(Column::Status);
    // A day on which it was done says that it is: "Completed" over days is one.
    let done = if said.is_empty() { record.get(Column::Done) } else { said.clone() };
    if when::whole_day(&done).is_some() {
        return ActionStatus::Complete;
    }
    // A log without a column for it may say so as its last news: "DONE".
    let news = remark(record);
    if said.is_empty()
        && let Some(state) = progress::of(&news).filter(|_| !news.is_empty() && !news.contains(' '))
    {
        return state;
    }
    // What names no state tells how it went, and the section how far it is.
    if let Some(section) = section.filter(|_| said.is_empty() || progress::of(&said).is_none()) {
        return section;
    }
    if let Some(status) = progress::of(&said).filter(|_| progress::is_colour(&said)) {
        // Its news may say it in a word, whatever the colour: "Complete - sent on 20/02".
        let word = news.split([',', '.', ':', ';', '(']).next().unwrap_or_default();
        let word = word.split(" - ").next().and_then(|word| word.split(" \u{2013} ").next());
        let word =
            word.map(str::trim).filter(|word| !word.is_empty() && !progress::is_colour(word));
        if let Some(state) = word.and_then(progress::of) {
            return state;
        }
        let what = format!("is a colour and no word; taken as {}", status.plain());
        desk.report.warn(record.place(), format!("\u{201c}{said}\u{201d} {what}"));
        return status;
    }
    progress::of(&said).unwrap_or_else(|| {
        let what = "is no state of an action that is known; taken as open";
        desk.report.warn(record.place(), format!("\u{201c}{said}\u{201d} {what}"));
        ActionStatus::Open
    })
}
