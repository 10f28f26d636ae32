//! What is on the screen, and what a key does to it.
//!
//! [`update`] is the only thing that changes a [`State`], and it touches nothing
//! else: what should happen to the book comes back as [`Effect`]s for the shell
//! to carry out, and what came of them comes in as the next [`Msg`]. [`screen`]
//! says what is to be seen, as panes of rows; the same state is the same screen.

pub mod adding;
mod aloud;
mod area;
pub mod bars;
pub mod column;
pub mod command;
mod desk;
pub mod editor;
mod field;
mod foot;
mod intake;
pub mod key;
mod lead;
mod mouse;
mod movement;
pub mod over;
mod overlay;
pub mod page;
pub mod palette;
mod record;
mod review;
mod row;
pub mod screen;
mod spelling;
pub mod standing;
pub mod state;
mod typing;
mod unfinished;
mod update;
pub mod wrap;

pub use mouse::{Mouse, MouseAct};
pub use page::files::Listing;
pub use page::paper::{Brought, Wish};
pub use record::Pending;
pub use state::{About, Effect, Foot, Loaded, Msg, PAGE, Said, State, Unsaved, Wanted};
pub use update::update;

use page::{Page, View};
use screen::{Area, Look, Part, Row, Screen};

/// The smallest screen with room for anything.
pub const SMALLEST: (u16, u16) = (30, 8);

/// What is to be seen.
#[must_use]
pub fn screen(state: &State) -> Screen {
    let (width, height) = state.size;
    if width < SMALLEST.0 || height < SMALLEST.1 {
        let text = format!(
            "minutebook needs {} by {}; this window is {width} by {height}.",
            SMALLEST.0, SMALLEST.1
        );
        let mut rows = Row::plain(text).broken(usize::from(width.max(1))).into_iter();
        let head = rows.next().unwrap_or_default();
        let foot = rows.take(usize::from(height.saturating_sub(1))).collect();
        return Screen { head, foot, ..Screen::default() };
    }
    let mut panes = state.page.panes(&View { state, area: page_area(state) });
    if let Some(over) = &state.over {
        for pane in &mut panes {
            pane.cursor = None;
            pane.focused = false;
        }
        panes.extend(over.panes(state, page_area(state)));
    }
    Screen { head: head(state), panes, foot: foot::rows(state) }
}

/// The area of the page: all but one line at the head and two at the foot.
fn page_area(state: &State) -> Area {
    let (_, rest) = Area::of(state.size).top(1);
    rest.foot(2).0
}

/// How far each text in sight can be scrolled.
fn heights(state: &State) -> Vec<(Part, usize)> {
    screen(state)
        .panes
        .iter()
        .map(|pane| (pane.part, (pane.total + 1).saturating_sub(pane.lines().size().1).max(1)))
        .collect()
}

fn head(state: &State) -> Row {
    let row = Row::of(" minutebook ", Look::Strong);
    match (&state.page, state.sitting.as_deref()) {
        (Page::Meeting(_), Some(sitting)) => {
            let room = usize::from(state.size.0).saturating_sub(12);
            row.and(page::meeting::head(sitting, room), Look::Plain)
        }
        (page, _) => row.and(page.title(), Look::Plain),
    }
}
