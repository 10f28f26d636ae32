//! Writing that was broken off: what a draft had kept when the program was ended
//! from outside, offered again until it is taken up or let go; and a line left at the foot.

use super::editor::Editor;
use super::key::{Code, Key};
use super::over::Over;
use super::page::Page;
use super::page::meeting::Writing;
use super::screen::Part;
use super::state::{Effect, Said, State};
use crate::model::{Draft, ItemId};

/// Offers the first of the drafts that say something else than the record does.
pub(super) fn offer(state: &mut State, mut drafts: Vec<Draft>) {
    let sitting = state.sitting.as_deref();
    drafts.retain(|draft| {
        sitting.is_some_and(|s| s.text_of(&draft.item) != draft.text.trim_end_matches('\n'))
    });
    state.over = drafts.first().cloned().map(|draft| Over::Recover { draft });
    state.unfinished = drafts;
}

/// Answers the question what is to become of a draft.
pub(super) fn answered(state: &mut State, draft: Draft, key: Key) -> Vec<Effect> {
    match key.code {
        Code::Enter => {
            let at = state
                .sitting
                .as_deref()
                .and_then(|sitting| sitting.items.iter().position(|item| item.id == draft.item));
            if let (Page::Meeting(page), Some(at)) = (&mut state.page, at) {
                page.chosen = at;
                write(state, draft.item, "");
            }
            Vec::new()
        }
        Code::Char('x') => {
            state.say(Said::Done("The draft was let go.".into()));
            taken_up(state, &draft.item);
            vec![Effect::Forget(draft.item)]
        }
        _ => {
            state.over = Some(Over::Recover { draft });
            Vec::new()
        }
    }
}

/// Begins to write the minute of `item`: its unfinished writing, or else `text`.
pub(super) fn write(state: &mut State, item: ItemId, text: &str) {
    let left = taken_up(state, &item);
    if left.is_some() {
        state.say(Said::Warned(
            "This is the writing that was broken off. It goes on record when you leave it.".into(),
        ));
    }
    let Page::Meeting(page) = &mut state.page else { return };
    page.writing = Some(Writing::of(item, left.as_ref().map_or(text, |draft| &draft.text)));
    page.focus = Part::Detail;
    page.shown = Part::Detail;
    state.foot.kept = None;
    super::typing::refresh(state);
}

fn taken_up(state: &mut State, item: &ItemId) -> Option<Draft> {
    let at = state.unfinished.iter().position(|draft| draft.item == *item)?;
    Some(state.unfinished.remove(at))
}

/// Lets go of what was kept of a line at the foot, once it is there no more; not
/// of unfinished writing that the line was kept beside.
pub(super) fn let_go(state: &State) -> Vec<Effect> {
    let (Some(sitting), Page::Meeting(page)) = (state.sitting.as_deref(), &state.page) else {
        return Vec::new();
    };
    let Some(item) = page.item(sitting).filter(|_| page.line.is_none()) else { return Vec::new() };
    match state.unfinished.iter().find(|draft| draft.item == item.id) {
        Some(draft) => vec![Effect::Keep {
            meeting: draft.meeting.clone(),
            item: draft.item.clone(),
            text: draft.text.clone(),
        }],
        None => vec![Effect::Forget(item.id.clone())],
    }
}

/// Leaves the capture line at the foot without recording it; what was typed can be brought
/// back.
pub(super) fn put_down(state: &mut State) -> Vec<Effect> {
    let Page::Meeting(page) = &mut state.page else { return Vec::new() };
    let Some(field) = page.line.take() else { return Vec::new() };
    let text = field.editor.text();
    if text != field.opened && !text.trim_matches(['.', ' ']).is_empty() {
        state.left = Some(text.to_owned());
        state.say(Said::Done("Not recorded. \".\" and then \u{2191} bring it back.".into()));
    }
    let_go(state)
}

/// Puts the line last left into the field at the foot, where nothing has been typed yet;
/// `false` if there is none.
pub(super) fn bring_back(state: &mut State) -> bool {
    let Page::Meeting(page) = &mut state.page else { return false };
    let fresh = page.line.as_mut().filter(|field| field.editor.text() == field.opened);
    let (Some(field), Some(left)) = (fresh, &state.left) else { return false };
    field.editor = Editor::with(left);
    true
}
