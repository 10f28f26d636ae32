//! What keys do on the schedule: other rows, and an officer's notes beside them.

use super::command::{Command, Revised, Time};
use super::editor::Editor;
use super::field::{Typed, type_key};
use super::key::{Code, Key};
use super::page::Page;
use super::page::asked::{Asked, AskedField};
use super::page::revise::Revising;
use super::page::schedule::SchedulePage;
use super::record::{Pending, submit};
use super::state::{Effect, Said, State};
use crate::capture::{Part, lines_of, read_schedule};
use crate::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationStatus, Entry, Mint, Record, Standing, day,
};
use crate::rules::sentence::capital;

/// Does what a command asks of the schedule.
pub(super) fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    let read_only = state.book.as_ref().and_then(|book| book.read_only.clone());
    let Page::Schedule(page) = &mut state.page else { return Vec::new() };
    let past = page.until.map(|day| {
        format!("This is the schedule as at {}; \"]\" comes back to today.", day::plain(day))
    });
    match (command, past.or(read_only)) {
        (Command::Sift, _) => {
            page.sift(state.now.date_naive());
            Vec::new()
        }
        (Command::Narrow, _) => {
            let mut editor = Editor::with(page.words.clone());
            editor.select(0..page.words.len());
            page.asked = Some(AskedField { what: Asked::Words, editor });
            Vec::new()
        }
        (Command::Order, _) => {
            page.reorder();
            Vec::new()
        }
        (Command::AsAt(to), _) => {
            if page.travel(to) {
                let began = state.book.as_ref().and_then(|book| book.began);
                if let Some(day) = page.until.filter(|day| began.is_some_and(|began| *day < began))
                {
                    state.say(Said::Warned(format!(
                        "The book was begun after {}: its schedule up to that day is told as it stands in the book now.",
                        day::plain(day)
                    )));
                }
                return state.page.wanted().into_iter().collect();
            }
            let end = if to == Time::Later { "This is today's." } else { "No earlier meeting." };
            state.say(Said::Refused(end.into()));
            Vec::new()
        }
        (_, Some(why)) => {
            state.say(Said::Refused(why));
            Vec::new()
        }
        (Command::Note(AnnotationKind::Reviewed), None) => tick(state),
        (Command::Note(kind), None) => {
            if let Some(row) = page.standing() {
                let editor = Editor::with(begun(kind, row, (page.part(), page.chosen_thing())));
                page.asked = Some(AskedField { what: Asked::Note(kind), editor });
            }
            Vec::new()
        }
        (Command::Revise(what), None) => {
            revise(state, what);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// What the field for a note on a row opens with: the name of what is chosen in it, or of the
/// row; where other words are to be proposed, that of the first thing of the pane, with its
/// words as they stand.
fn begun(kind: AnnotationKind, row: &Standing, (part, chosen): (Part, Option<&str>)) -> String {
    let responses = if part == Part::Response { row.points.len() } else { 0 };
    let own = row.worded().find(|(name, _)| Some(*name) == chosen);
    let worded = own.or_else(|| row.worded().nth(responses)).or_else(|| row.worded().next());
    match (kind, worded, own) {
        (AnnotationKind::Wording, Some((name, text)), _) => format!("{name}: {text}"),
        (_, _, Some((name, _))) => format!("{name}: "),
        _ => format!("{}: ", row.partnership.id),
    }
}

/// Opens the lines of what is to be altered, each as it stands.
fn revise(state: &mut State, what: Revised) {
    let Page::Schedule(page) = &mut state.page else { return };
    let (Some(row), Some(review)) = (page.standing(), page.review()) else { return };
    let id = &row.partnership.id;
    let lines = match what {
        Revised::Part => lines_of(review, id, page.part()),
        Revised::Note => lines_of(review, id, Part::Notes),
        Revised::Any => Vec::new(),
    };
    if what == Revised::Note && lines.is_empty() {
        let said = format!("No note on {} wants an answer.", row.partnership.name);
        return state.say(Said::Refused(said));
    }
    let name =
        |line: &String| line.split(' ').nth(1).map(|name| name.trim_end_matches(':').to_owned());
    let chosen = page.chosen_thing();
    let at = lines.iter().position(|line| chosen.is_some() && name(line).as_deref() == chosen);
    page.line = Some(Box::new(Revising::of(lines, at.unwrap_or(0))));
    refresh(state);
}

/// Works out again what the line would record.
fn refresh(state: &mut State) {
    let Page::Schedule(page) = &mut state.page else { return };
    let Some(mut line) = page.line.take() else { return };
    if let Some(review) = page.review() {
        line.refresh(review, state.now.date_naive(), &state.mint);
    }
    page.line = Some(line);
}

/// Marks the chosen row as reviewed, or takes the mark off.
fn tick(state: &mut State) -> Vec<Effect> {
    let Page::Schedule(page) = &state.page else { return Vec::new() };
    let (Some(row), Some(review)) = (page.standing(), page.review()) else { return Vec::new() };
    let subject = row.partnership.id.0.clone();
    let name = row.partnership.name.clone();
    if review.is_reviewed(row) {
        let ticks = review
            .notes
            .iter()
            .filter(|note| note.kind == AnnotationKind::Reviewed && note.subject == subject);
        let gone = ticks.map(|note| ("annotation", note.id.0.clone())).collect();
        let said = format!("{name} no longer marked as reviewed.");
        return file(state, Entry::Filed { said, rows: Vec::new(), gone });
    }
    let as_at = review.schedule.edition.as_at;
    let mut note = note(state, AnnotationKind::Reviewed, subject, String::new());
    note.made_on = note.made_on.max(as_at);
    let said = format!("{name} marked as reviewed.");
    file(state, Entry::Filed { said, rows: vec![Record::from(note)], gone: Vec::new() })
}

fn note(state: &mut State, kind: AnnotationKind, subject: String, text: String) -> Annotation {
    let mint: &mut Mint = &mut state.mint;
    Annotation {
        id: AnnotationId::mint(mint),
        subject,
        kind,
        text,
        made_on: state.now.date_naive(),
        status: AnnotationStatus::Open,
        answer: String::new(),
        by: state.book.as_ref().map(|book| book.clerk.clone()).unwrap_or_default(),
        rank: mint.rank(),
    }
}

fn file(state: &mut State, entry: Entry) -> Vec<Effect> {
    submit(state, Pending::Entry(Box::new(entry)))
}

/// Gives a key to the note or the words being written.
pub(super) fn typed(state: &mut State, key: Key) -> Vec<Effect> {
    let Page::Schedule(page) = &mut state.page else { return Vec::new() };
    if page.line.is_some() {
        return revised(state, key);
    }
    let Some(field) = &mut page.asked else { return Vec::new() };
    let narrows = field.what == Asked::Words;
    match key.code {
        Code::Esc => {
            page.asked = None;
            if narrows {
                page.narrow("");
            }
            Vec::new()
        }
        Code::Enter if narrows => {
            page.asked = None;
            Vec::new()
        }
        Code::Enter => put(state),
        _ => {
            let copied = match type_key(&mut field.editor, key, usize::MAX) {
                Typed::Copied(text) => vec![Effect::Copy(text)],
                _ => Vec::new(),
            };
            page.heed();
            copied
        }
    }
}

/// Gives a key to the line being altered.
fn revised(state: &mut State, key: Key) -> Vec<Effect> {
    let Page::Schedule(page) = &mut state.page else { return Vec::new() };
    let Some(line) = &mut page.line else { return Vec::new() };
    match key.code {
        Code::Esc => {
            page.line = None;
            return Vec::new();
        }
        Code::Enter => return put_line(state),
        Code::Up | Code::Down => line.step(key.code == Code::Down),
        _ => {
            if let Typed::Copied(text) = type_key(&mut line.editor, key, usize::MAX) {
                return vec![Effect::Copy(text)];
            }
        }
    }
    refresh(state);
    Vec::new()
}

/// Puts the line on record, unless it is not clear yet.
fn put_line(state: &mut State) -> Vec<Effect> {
    let Page::Schedule(page) = &mut state.page else { return Vec::new() };
    let (Some(line), Some(review)) = (&page.line, page.review()) else { return Vec::new() };
    match read_schedule(line.editor.text(), review, state.now.date_naive(), &mut state.mint) {
        Ok(reading) => {
            page.line = None;
            let entries = reading.entries.into_iter();
            entries.flat_map(|entry| file(state, entry)).collect()
        }
        Err(unclear) => {
            state.say(Said::Refused(unclear.in_words()));
            Vec::new()
        }
    }
}

/// Puts the note on record, unless it is not clear what it is beside.
fn put(state: &mut State) -> Vec<Effect> {
    let Page::Schedule(page) = &mut state.page else { return Vec::new() };
    match read(page) {
        Ok((kind, subject, text)) => {
            page.asked = None;
            let said = format!("{} on {subject}: \"{text}\"", capital(&kind.plain()));
            let note = note(state, kind, subject, text);
            file(state, Entry::Filed { said, rows: vec![Record::from(note)], gone: Vec::new() })
        }
        Err(why) => {
            state.say(Said::Refused(why));
            Vec::new()
        }
    }
}

/// What the note says and beside what.
fn read(page: &SchedulePage) -> Result<(AnnotationKind, String, String), String> {
    let shape = "Write it as NAME: what it says, as \"SP-O3: since when?\".";
    let (Some(AskedField { what: Asked::Note(kind), editor }), Some(review)) =
        (&page.asked, page.review())
    else {
        return Err(shape.into());
    };
    let (name, text) = editor.text().split_once(':').ok_or(shape)?;
    let text = text.trim();
    if text.is_empty() {
        return Err("The note says nothing yet.".into());
    }
    let subject = review
        .subject(name.trim())
        .ok_or_else(|| format!("Nothing in the schedule is called \"{}\".", name.trim()))?;
    let row = review.schedule.standings.iter().any(|row| row.partnership.id.as_str() == subject);
    if row && *kind == AnnotationKind::Wording {
        return Err("Wording is proposed for a point or a response, as \"SP-O3: …\".".into());
    }
    let mut worded = review.schedule.standings.iter().flat_map(Standing::worded);
    if *kind == AnnotationKind::Wording && worded.any(|as_it_is| as_it_is == (subject, text)) {
        return Err(format!("That is what {subject} says already: put it in other words."));
    }
    Ok((*kind, subject.to_owned(), text.to_owned()))
}
