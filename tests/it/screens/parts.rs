//! Only the lines that a key alters are painted: the screen must be the same as
//! if it were painted whole, and so must the terminal that was told no more.

use minutebook::app::Msg;
use minutebook::view::Picture as Painted;
use ratatui::buffer::Buffer;

use super::PAGES;
use crate::support::desk::Desk;
use crate::support::keys::keys;
use crate::support::picture::Picture;

/// A terminal that is told what alters, key by key.
struct Told {
    painted: Painted,
    cells: Buffer,
}

impl Told {
    fn of(desk: &Desk) -> Self {
        let painted = Painted::blank(desk.state.size, desk.theme);
        let cells = painted.cells().clone();
        Self { painted, cells }
    }

    /// Tells it what stands on the desk now; how many cells that took.
    #[track_caller]
    fn look(&mut self, desk: &Desk, what: &str) -> usize {
        let strokes = self.painted.show(&desk.state);
        for at in &strokes {
            self.cells[*at] = self.painted.cells()[*at].clone();
        }
        let whole = desk.picture();
        assert_eq!(self.painted.cells(), &whole.cells, "{what}");
        assert_eq!(self.painted.cursor(), whole.cursor, "{what}");
        let shown = Picture { cells: self.cells.clone(), cursor: None };
        assert_eq!(shown.text(), whole.text(), "{what}");
        strokes.len()
    }
}

#[test]
fn what_is_painted_in_parts_is_what_is_painted_whole() {
    for (page, there) in PAGES {
        let mut desk = Desk::sample();
        let mut told = Told::of(&desk);
        told.look(&desk, page);
        for (key, _) in keys(&format!("{there}jjk<tab>x<pgdn><esc>")) {
            desk.hear(Msg::Key(key));
            told.look(&desk, page);
        }
    }
}

#[test]
fn writing_is_painted_in_parts_whatever_is_written() {
    let mut desk = Desk::sample();
    desk.keys("gm5<enter>e");
    let mut told = Told::of(&desk);
    told.look(&desk, "before");
    for typed in [
        "The chair spoke of the figures, at length, and then of the fear of crime in the towns",
        "日本語の議事録と e\u{301}te\u{301} 👩‍👩‍👧 ends",
        "a\nb\nc\n\nd\n.d to ask the Trust",
    ] {
        for letter in typed.chars() {
            desk.pastes(&letter.to_string());
            told.look(&desk, typed);
        }
        for key in ["<left>", "<bs>", "<up>", "<home>", "<end>", "<down>"] {
            desk.keys(key);
            told.look(&desk, typed);
        }
    }
}

#[test]
fn a_letter_alters_a_few_cells_and_not_the_screen() {
    let mut desk = Desk::sample().sized(120, 40);
    desk.keys("gm5<enter>e");
    let mut told = Told::of(&desk);
    told.look(&desk, "before");
    desk.keys("T");
    told.look(&desk, "the first letter");
    desk.keys("h");
    let cells = told.look(&desk, "the second letter");
    assert!(cells <= 4, "{cells} cells");
}

#[test]
fn an_item_about_no_partnership_has_the_room_for_its_minute() {
    let mut desk = Desk::sample().sized(120, 40);
    desk.keys("gm");
    let top = |desk: &Desk| {
        let rows = desk.picture().rows();
        rows.iter().position(|row| row.contains("─ Performance")).unwrap()
    };
    let folded = top(&desk);
    desk.keys("5<enter>");
    assert!(folded > top(&desk) + 10, "{}", desk.screen());
}
