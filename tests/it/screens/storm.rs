//! Every page at every size, without colour, and with names meant to do harm.

use minutebook::view::Theme;

use super::PAGES;
use crate::support::board::{Board, HARMFUL};
use crate::support::desk::Desk;

/// Draws the screen at its size and looks whether it holds together: the cursor
/// is inside, and no cell has anything in it that a terminal would obey.
#[track_caller]
fn holds(desk: &Desk, what: &str) {
    let picture = desk.picture();
    let (width, height) = desk.state.size;
    if let Some(at) = picture.cursor {
        assert!(at.x < width && at.y < height, "{what} at {width} by {height}: cursor {at}");
    }
    let plain = |symbol: &str| matches!(symbol.as_bytes(), [b' '..=b'~']);
    for cell in picture.cells.content.iter().filter(|cell| !plain(cell.symbol())) {
        let harm = cell.symbol().chars().find(|c| c.is_control() || hides(*c));
        assert_eq!(harm, None, "{what} at {width} by {height}: {:?}", cell.symbol());
    }
}

/// What reorders or hides its neighbours.
fn hides(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn no_size_of_window_breaks_a_page() {
    for (n, (name, keys)) in (0..).zip(PAGES) {
        let mut desk = Desk::sample();
        desk.keys(keys);
        // Every height, and every third width: the pages share them out.
        let narrow = (0..=200).step_by(8).map(|width| (width, 24));
        let slanted = (n % 3..=200).step_by(3).map(|width| (width, width * 7 % 61));
        for size in narrow.chain(slanted) {
            desk.state.size = size;
            holds(&desk, name);
        }
    }
}

#[test]
fn without_colour_nothing_is_coloured_and_everything_is_said() {
    for (name, keys) in PAGES {
        let mut desk = Desk::sample();
        desk.keys(keys);
        let coloured = desk.picture();
        desk.theme = Theme::Plain;
        let plain = desk.picture();
        assert!(plain.is_plain(), "{name} has colour");
        assert_eq!(plain.text(), coloured.text(), "{name}");
    }
}

#[track_caller]
fn holds_at_each_size(desk: &mut Desk, what: &str) {
    for size in [(30, 8), (40, 12), (80, 24), (120, 40)] {
        desk.state.size = size;
        holds(desk, what);
        straight(desk, what);
    }
}

#[test]
fn a_harmful_name_reaches_no_cell_and_keeps_the_borders_straight() {
    for (page, keys) in PAGES {
        let mut desk = Desk::with(Board::harmful().shelved());
        desk.keys(keys);
        holds_at_each_size(&mut desk, page);
    }
    let mut desk = Desk::with(Board::harmful().shelved());
    desk.keys("gm");
    for (n, name) in HARMFUL.iter().enumerate() {
        desk.keys(&format!("{}<enter>", 6 + n));
        holds_at_each_size(&mut desk, name);
        desk.keys("e").pastes(name).pastes(&format!("\n.d {name}"));
        holds_at_each_size(&mut desk, name);
        desk.keys("<enter><esc>");
        holds_at_each_size(&mut desk, name);
    }
    desk.keys("3<enter>");
    for _ in 0..3 {
        desk.keys("s<end>");
        holds_at_each_size(&mut desk, "the panes");
    }
}

/// Below the upper left corner of a pane stand its left border and its lower
/// corner; so on the right.
#[track_caller]
fn straight(desk: &Desk, what: &str) {
    let picture = desk.picture();
    let cells = &picture.cells;
    let area = cells.area;
    for y in 0..area.height {
        for x in 0..area.width {
            let (side, end): (&[&str], &[&str]) = match cells[(x, y)].symbol() {
                "┌" => (&["│", "├"], &["└"]),
                "┐" => (&["│", "┤"], &["┘"]),
                _ => continue,
            };
            // Something laid over a pane, or said at length, may stand in front.
            if desk.state.over.is_some() || desk.state.foot.said.is_some() {
                continue;
            }
            let mut below = (y + 1..area.height).map(|y| cells[(x, y)].symbol());
            let first = below.find(|symbol| !side.contains(symbol));
            let closed = first.is_none_or(|symbol| end.contains(&symbol));
            assert!(closed, "{what} at {}x{}:\n{}", area.width, area.height, picture.text());
        }
    }
}

#[test]
fn a_harmful_name_is_written_down_and_shown_for_what_it_is() {
    let mut desk = Desk::with(Board::new().shelved());
    desk.keys("gmne").pastes("pay\u{202e}lla \u{1b}[2Jaway\u{200b}").keys("<esc>");
    let text = desk.picture().text();
    assert!(text.contains("pay<U+202E>lla [2Jaway<U+200B>"), "{text}");
}
