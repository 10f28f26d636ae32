//! Papers read in from the screen: one is named, looked at, and put in the book
//! or left out of it.

use super::command::Command;
use super::field::{Typed, type_key};
use super::key::{Code, Key};
use super::movement::{moved, moves};
use super::over::Over;
use super::page::Page;
use super::page::files::{FilesPage, Listing};
use super::page::paper::PaperPage;
use super::state::{Effect, Said, State};
use super::update::go;
use crate::import::PaperKind;

/// Does what a command asks about papers.
pub(super) fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    if command == Command::Import {
        return import(state);
    }
    let Page::Paper(page) = &mut state.page else {
        state.say(Said::Refused("That is for a paper being read in: import one first.".into()));
        return Vec::new();
    };
    match command {
        Command::TakeIn => take_in(state),
        Command::OtherKind => {
            let at = PaperKind::ALL.iter().position(|kind| *kind == page.wish.kind);
            state.over = Some(Over::Kinds { chosen: at.unwrap_or(0) });
            Vec::new()
        }
        Command::OtherMeeting => {
            let open = state.sitting.as_deref().map(|sitting| sitting.meeting.id.clone());
            if open.is_none() && page.wish.meeting.is_none() {
                state.say(Said::Refused(
                    "No meeting is open. Open the one the paper belongs to, and import it there."
                        .into(),
                ));
                return Vec::new();
            }
            page.wish.meeting = if page.wish.meeting.is_some() { None } else { open };
            again(page)
        }
        _ => Vec::new(),
    }
}

/// Opens the page where a paper is named.
fn import(state: &mut State) -> Vec<Effect> {
    let why = match &state.book {
        None => Some("No book is open yet.".to_owned()),
        Some(book) => book.read_only.clone(),
    };
    if let Some(why) = why {
        state.say(Said::Refused(why));
        return Vec::new();
    }
    go(state, Page::Files(FilesPage::default()))
}

/// Reads the paper again, from the top.
fn again(page: &mut PaperPage) -> Vec<Effect> {
    (page.brought, page.scroll) = (None, 0);
    vec![page.wanted()]
}

/// Gives a key to the field in which a paper is named.
pub(super) fn typed(state: &mut State, key: Key) -> Vec<Effect> {
    let Page::Files(page) = &mut state.page else { return Vec::new() };
    match key.code {
        Code::Esc => return super::update::obey(state, Command::Back),
        Code::Enter => return open(state),
        Code::Tab => return complete(page),
        _ => {}
    }
    if let Some(command) = moves(key).filter(|_| key.typed().is_none()) {
        page.chosen = moved(page.chosen, page.listing.names.len(), command);
        return Vec::new();
    }
    let before = page.field.text().to_owned();
    let typed = type_key(&mut page.field, key, usize::MAX);
    if page.field.text() != before {
        return looked_for(page);
    }
    match typed {
        Typed::Copied(text) => vec![Effect::Copy(text)],
        _ => Vec::new(),
    }
}

/// Looks again for what could be meant.
pub(super) fn looked_for(page: &mut FilesPage) -> Vec<Effect> {
    page.chosen = 0;
    vec![page.wanted()]
}

/// Completes what was typed with what is chosen.
fn complete(page: &mut FilesPage) -> Vec<Effect> {
    let picked = page.picked();
    page.field.replace(0..page.field.text().len(), &picked);
    looked_for(page)
}

/// Reads the paper that is chosen, or looks into the folder.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let Page::Files(page) = &mut state.page else { return Vec::new() };
    let Some(wish) = page.wish() else {
        state.say(Said::Refused("Type the name of a paper first.".into()));
        return Vec::new();
    };
    if !Listing::folder_of(&wish.file).is_empty() && wish.file == Listing::folder_of(&wish.file) {
        return complete(page);
    }
    go(state, Page::Paper(PaperPage::of(wish)))
}

/// Puts all that was found in the book.
fn take_in(state: &mut State) -> Vec<Effect> {
    let Page::Paper(page) = &mut state.page else { return Vec::new() };
    let (found, minted) = match &page.brought {
        Some(Ok((found, minted))) if found.entry.is_some() => (found, *minted),
        Some(Ok((found, _))) => {
            let why = format!("Nothing was written: {}.", found.report.nothing_new());
            state.say(Said::Refused(why));
            return Vec::new();
        }
        Some(Err(_)) => {
            state.say(Said::Refused(
                "There is nothing to put in the book. Esc goes back to the files.".into(),
            ));
            return Vec::new();
        }
        None => {
            state.say(Said::Refused("The paper is still being read.".into()));
            return Vec::new();
        }
    };
    if state.foot.saving {
        return Vec::new();
    }
    page.taking = true;
    state.foot.saving = true;
    vec![Effect::TakeIn(found.clone(), minted)]
}

/// Gives a key to the list of the kinds of paper.
pub(super) fn in_kinds(state: &mut State, chosen: usize, key: Key) -> Vec<Effect> {
    if let Some(command) = moves(key) {
        let chosen = moved(chosen, PaperKind::ALL.len(), command);
        state.over = Some(Over::Kinds { chosen });
        return Vec::new();
    }
    if key.code != Code::Enter {
        state.over = Some(Over::Kinds { chosen });
        return Vec::new();
    }
    let (Page::Paper(page), Some(kind)) = (&mut state.page, PaperKind::ALL.get(chosen)) else {
        return Vec::new();
    };
    page.wish.kind = *kind;
    again(page)
}

/// Something reached the disk: the paper if it was that, and then one is back
/// where it was asked for; else the book that it was read against has changed.
pub(super) fn saved(state: &mut State) {
    let Page::Paper(page) = &mut state.page else { return };
    if !page.taking {
        page.brought = None;
        return;
    }
    while matches!(state.page, Page::Paper(_) | Page::Files(_)) {
        let Some(page) = state.back.pop() else { break };
        state.page = page;
    }
}

/// What was on its way did not reach the disk.
pub(super) fn failed(state: &mut State) {
    if let Page::Paper(page) = &mut state.page {
        page.taking = false;
    }
}
