//! Keys and pasted text in the fields of a page: the minute being written, the
//! capture line at the foot, the words searched for.

use super::command::Command;
use super::editor::{Editor, LONGEST};
use super::field::{Typed, type_key};
use super::key::{Code, Key};
use super::page::Page;
use super::page::meeting::{LineField, Preview};
use super::record::{Pending, submit};
use super::screen::Part;
use super::spelling;
use super::state::{Effect, Said, State, Unsaved};
use super::unfinished;
use crate::capture;
use crate::model::{Entry, paragraph_count};

/// The field that has the keys, if one has.
fn field(state: &State) -> Option<&Editor> {
    match &state.page {
        Page::Meeting(page) => {
            page.line.as_ref().map(|l| &l.editor).or(page.writing.as_ref().map(|w| &w.editor))
        }
        Page::Search(page) => Some(&page.field),
        Page::Files(page) => Some(&page.field),
        Page::Schedule(page) => {
            page.line.as_ref().map(|l| &l.editor).or(page.asked.as_ref().map(|a| &a.editor))
        }
        _ => None,
    }
}

/// Whether a field has the keys.
pub(super) fn is_field(state: &State) -> bool {
    field(state).is_some()
}

/// Whether a field has something selected, which Ctrl-C then copies.
pub(super) fn has_selection(state: &State) -> bool {
    field(state).is_some_and(|field| !field.selected().is_empty())
}

/// Gives a key to the field that has the keys.
pub(super) fn typed(state: &mut State, key: Key) -> Vec<Effect> {
    match &mut state.page {
        Page::Search(_) => searched(state, key),
        Page::Schedule(_) => super::review::typed(state, key),
        Page::Files(_) => super::intake::typed(state, key),
        Page::Meeting(page) if page.line.is_some() => lined(state, key),
        Page::Meeting(_) => written(state, key),
        _ => Vec::new(),
    }
}

fn searched(state: &mut State, key: Key) -> Vec<Effect> {
    if let Some(command) = super::movement::moves(key).filter(|_| key.typed().is_none()) {
        super::movement::obey(state, command);
        return Vec::new();
    }
    match key.code {
        Code::Esc => return super::update::obey(state, Command::Back),
        Code::Enter => return super::update::obey(state, Command::Open),
        _ => {}
    }
    let Page::Search(page) = &mut state.page else { return Vec::new() };
    let before = page.field.text().to_owned();
    let typed = type_key(&mut page.field, key, usize::MAX);
    if page.field.text() == before {
        return told(state, typed);
    }
    page.chosen = 0;
    vec![Effect::Search(page.query().to_owned())]
}

fn lined(state: &mut State, key: Key) -> Vec<Effect> {
    match key.code {
        Code::Esc => return unfinished::put_down(state),
        Code::Up if unfinished::bring_back(state) => {
            refresh(state);
            return keep(state);
        }
        _ => {}
    }
    let Page::Meeting(page) = &mut state.page else { return Vec::new() };
    let Some(field) = &mut page.line else { return Vec::new() };
    match key.code {
        // A phrase is unfolded before the line can go on record.
        Code::Tab | Code::Enter if key.code == Code::Tab || field.preview.unfolds() => {
            if let Some(suggestion) = field.preview.suggestion.clone() {
                complete(state, &suggestion, 0);
            }
            return keep(state);
        }
        Code::Enter => return file_line(state),
        Code::Up | Code::Down => return Vec::new(),
        _ => {}
    }
    let before = field.editor.text().to_owned();
    let typed = type_key(&mut field.editor, key, usize::MAX);
    let changed = field.editor.text() != before;
    refresh(state);
    if !changed {
        return told(state, typed);
    }
    keep(state).into_iter().chain(spelling::look(state, key)).collect()
}

/// Puts the line at the foot on record, unless it is not clear yet.
fn file_line(state: &mut State) -> Vec<Effect> {
    let behind = state.is_behind();
    let Some(sitting) = state.sitting.as_deref() else { return Vec::new() };
    let Page::Meeting(page) = &mut state.page else { return Vec::new() };
    let Some(field) = &page.line else { return Vec::new() };
    if let Err(unclear) = &field.preview.read
        && !behind
    {
        let said = unclear.in_full(sitting);
        state.say(Said::Refused(said));
        return Vec::new();
    }
    let text = field.editor.text().to_owned();
    let item = page.item(sitting).map(|item| item.id.clone());
    let paragraph =
        item.as_ref().map_or(0, |item| super::desk::place_of_line(&text, sitting, item));
    page.line = None;
    state.left.take_if(|left| *left == text);
    let mut effects = submit(state, Pending::Line { text, item, paragraph });
    effects.extend(unfinished::let_go(state));
    effects
}

fn written(state: &mut State, key: Key) -> Vec<Effect> {
    let area = super::page_area(state);
    let Page::Meeting(page) = &mut state.page else { return Vec::new() };
    let width = page.writing_width(area);
    let Some(writing) = &mut page.writing else { return Vec::new() };
    let capture_line = capture::is_capture(writing.editor.line().1);
    let unfolds = writing.preview.as_ref().is_some_and(Preview::unfolds);
    match (key.code, key.ctrl) {
        (Code::Esc, _) => return fold(state),
        (Code::Char('o'), true) => {
            page.beside = !page.beside;
            return Vec::new();
        }
        (Code::Tab | Code::Enter, _) if key.code == Code::Tab || (capture_line && unfolds) => {
            if let Some(suggestion) =
                writing.preview.as_ref().and_then(|preview| preview.suggestion.clone())
            {
                complete(state, &suggestion, writing_start(state));
                return keep(state);
            }
            return Vec::new();
        }
        (Code::Enter, _) if capture_line => return file_written_line(state),
        (Code::Enter, _) => {
            let fits = writing.editor.insert("\n");
            refresh(state);
            return if fits { keep(state) } else { told(state, Typed::Full) };
        }
        _ => {}
    }
    let before = writing.editor.text().to_owned();
    let typed = type_key(&mut writing.editor, key, width);
    let changed = before != writing.editor.text();
    refresh(state);
    if !changed {
        return told(state, typed);
    }
    keep(state).into_iter().chain(spelling::look(state, key)).collect()
}

/// Takes a capture line out of the minute and puts it on record where it stood.
fn file_written_line(state: &mut State) -> Vec<Effect> {
    let behind = state.is_behind();
    let Some(sitting) = state.sitting.as_deref() else { return Vec::new() };
    let Page::Meeting(page) = &mut state.page else { return Vec::new() };
    let Some(writing) = &mut page.writing else { return Vec::new() };
    if let Some(Preview { read: Err(unclear), .. }) = &writing.preview
        && !behind
    {
        let said = unclear.in_full(sitting);
        state.say(Said::Refused(said));
        return Vec::new();
    }
    let (start, _) = writing.editor.line();
    let paragraph = paragraph_count(writing.editor.text().get(..start).unwrap_or_default());
    let text = writing.editor.take_line();
    let item = Some(writing.item.clone());
    let mut effects = keep(state);
    effects.extend(submit(state, Pending::Line { text, item, paragraph }));
    refresh(state);
    effects
}

fn writing_start(state: &State) -> usize {
    match &state.page {
        Page::Meeting(page) => page.writing.as_ref().map_or(0, |writing| writing.editor.line().0),
        _ => 0,
    }
}

/// Completes a name with the first of those it could be.
fn complete(state: &mut State, suggestion: &super::page::meeting::Suggestion, offset: usize) {
    let person = suggestion
        .people
        .first()
        .and_then(|id| Some(capture::unmistakable(state.sitting.as_deref()?, id)));
    let Some(name) = suggestion.phrase.clone().or(person) else { return };
    let range = suggestion.range.start + offset..suggestion.range.end + offset;
    if let Page::Meeting(page) = &mut state.page {
        let editor = page
            .line
            .as_mut()
            .map(|l| &mut l.editor)
            .or(page.writing.as_mut().map(|w| &mut w.editor));
        if let Some(editor) = editor {
            editor.replace(range, &name);
        }
    }
    refresh(state);
}

/// Works out again what the line being typed would record.
pub(super) fn refresh(state: &mut State) {
    let Some(sitting) = state.sitting.as_deref() else { return };
    let Page::Meeting(page) = &mut state.page else { return };
    let item = page.item(sitting).map(|item| item.id.clone());
    if let Some(field) = &mut page.line {
        let paragraph = item.as_ref().map_or(0, |item| paragraph_count(sitting.text_of(item)));
        let place = capture::Place { sitting, item: item.as_ref(), paragraph, now: state.now };
        field.preview =
            Preview::of(field.editor.text(), field.editor.cursor(), &place, &state.mint);
    }
    if let Some(writing) = &mut page.writing {
        writing.preview =
            Preview::in_minute(&writing.editor, &writing.item, sitting, &state.mint, state.now);
    }
}

/// Leaves the minute being written, which goes on record if it has changed.
pub(super) fn fold(state: &mut State) -> Vec<Effect> {
    let Page::Meeting(page) = &mut state.page else { return Vec::new() };
    let Some(writing) = page.writing.take() else { return Vec::new() };
    page.beside = false;
    // The keys go on with the agenda, from which most clerks came.
    page.focus = Part::List;
    let Some(sitting) = state.sitting.as_deref() else { return Vec::new() };
    let text = writing.editor.text().trim_end().to_owned();
    if text == sitting.text_of(&writing.item) {
        return vec![Effect::Forget(writing.item)];
    }
    state.unsaved.writing = Some(writing.clone());
    let entry =
        Entry::Wrote { meeting: sitting.meeting.id.clone(), item: writing.item.clone(), text };
    let mut effects = vec![Effect::Keep {
        meeting: sitting.meeting.id.clone(),
        item: writing.item,
        text: writing.editor.text().to_owned(),
    }];
    effects.extend(submit(state, Pending::Entry(Box::new(entry))));
    effects
}

/// Gives back what was typed for an entry that did not reach the disk.
pub(super) fn give_back(state: &mut State, unsaved: Unsaved) {
    let Page::Meeting(page) = &mut state.page else { return };
    if state.over.is_some() {
        return;
    }
    if let (Some(writing), Some(line)) = (&mut page.writing, &unsaved.line) {
        // Back where it stood, or above what has been typed there since.
        let (start, typed) = writing.editor.line();
        let end = if typed.is_empty() { "" } else { "\n" };
        writing.editor.replace(start..start, &format!("{line}{end}"));
    }
    if page.is_writing() {
        refresh(state);
        return;
    }
    page.writing = unsaved.writing;
    if let (None, Some(line)) = (&page.writing, unsaved.line) {
        let preview = Preview::none();
        page.line = Some(LineField::opened(&line, preview));
    }
    refresh(state);
}

/// Keeps what is being written, against a crash.
fn keep(state: &mut State) -> Vec<Effect> {
    let (Some(sitting), Page::Meeting(page)) = (state.sitting.as_deref(), &state.page) else {
        return Vec::new();
    };
    let meeting = sitting.meeting.id.clone();
    let (item, text) = match (&page.line, &page.writing, page.item(sitting)) {
        // A line at the foot is kept as the last of the minute, which is where
        // it would stand if it had been typed there.
        (Some(line), _, Some(item)) => {
            let left = state.unfinished.iter().find(|draft| draft.item == item.id);
            let minute = left.map_or(sitting.text_of(&item.id), |draft| &draft.text);
            let text = format!("{minute}\n{}", line.editor.text());
            (item.id.clone(), text.trim_start_matches('\n').to_owned())
        }
        (None, Some(writing), _) => (writing.item.clone(), writing.editor.text().to_owned()),
        _ => return Vec::new(),
    };
    state.foot.kept = None;
    vec![Effect::Keep { meeting, item, text }]
}

/// Takes pasted text as text, in one step for undo and with no key obeyed.
pub(super) fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    let one_line = text.replace('\n', " ");
    if let Some(over) = &mut state.over {
        return over.paste(one_line.trim());
    }
    let fits = match &mut state.page {
        Page::Search(page) => {
            page.field.insert(one_line.trim());
            return vec![Effect::Search(page.query().to_owned())];
        }
        Page::Files(page) => {
            page.field.insert(one_line.trim());
            return super::intake::looked_for(page);
        }
        Page::Meeting(page) => match (&mut page.line, &mut page.writing) {
            (Some(line), _) => line.editor.insert(one_line.trim()),
            (None, Some(writing)) => writing.editor.insert(text),
            (None, None) => {
                state.say(Said::Refused(
                    "There is no field to paste into. Press \"e\" to write the minute first."
                        .into(),
                ));
                return Vec::new();
            }
        },
        Page::Schedule(page) => page.paste(one_line.trim()),
        _ => return Vec::new(),
    };
    if !fits {
        let size = text.len() / 1024;
        state.say(Said::Refused(format!(
            "That paste is {size} KB, and a minute holds at most {} KB. Nothing was pasted.",
            LONGEST / 1024
        )));
        return Vec::new();
    }
    refresh(state);
    tell_of_lines(state, text);
    keep(state)
}

/// Says that lines which were pasted into a minute record nothing, where they
/// look as if they did.
fn tell_of_lines(state: &mut State, pasted: &str) {
    if !matches!(&state.page, Page::Meeting(page) if page.line.is_none()) {
        return;
    }
    let (what, it) = match pasted.lines().filter(|line| capture::is_capture(line)).count() {
        0 => return,
        1 => ("A pasted line begins".to_owned(), "it"),
        n => (format!("{n} pasted lines begin"), "one"),
    };
    state.say(Said::Warned(format!(
        "{what} as a capture line does, and is only text: nothing is recorded by it. To record {it}, put the cursor on it and press Enter."
    )));
}

fn told(state: &mut State, typed: Typed) -> Vec<Effect> {
    match typed {
        Typed::Copied(text) => vec![Effect::Copy(text)],
        Typed::Full => {
            state.say(Said::Refused("The field is full.".into()));
            Vec::new()
        }
        Typed::Changed | Typed::Nothing | Typed::Unused => Vec::new(),
    }
}
