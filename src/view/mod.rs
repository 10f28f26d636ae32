//! The screen, drawn from the app's state.
//!
//! Drawing changes nothing and asks nothing: the same state is the same screen.
//! Every text goes through [`SafeText`] on its way to a cell, here and nowhere
//! else.

mod picture;
mod theme;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear, Widget as _};

use tui_big_text::{BigText, PixelSize};

use crate::app;
use crate::app::screen::{Area, Pane, Row, Screen};
use crate::model::SafeText;

pub use picture::{Picture, Stroke};
pub use theme::Theme;

/// Paints the screen into empty cells.
fn paint(screen: &Screen, theme: Theme, area: Rect, buffer: &mut Buffer) {
    row(&screen.head, theme, line(area, area.y), buffer);
    for pane in &screen.panes {
        paint_pane(pane, theme, area, buffer);
    }
    let lines = foot(screen, area);
    for (y, foot) in (lines.y..lines.bottom()).zip(&screen.foot) {
        Clear.render(line(area, y), buffer);
        row(foot, theme, line(area, y), buffer);
    }
}

/// Where the lines at the foot stand.
fn foot(screen: &Screen, area: Rect) -> Rect {
    let height = u16::try_from(screen.foot.len()).unwrap_or(u16::MAX).min(area.height);
    Rect { y: area.bottom().saturating_sub(height), height, ..area }
}

fn line(area: Rect, y: u16) -> Rect {
    Rect { y, height: 1, ..area }.intersection(area)
}

fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}

/// Where the cursor stands in a pane, if it does.
fn cursor(pane: &Pane, screen: Rect) -> Option<Position> {
    let inside = rect(pane.area.inside()).intersection(screen);
    let (x, y) = pane.cursor.filter(|_| !pane.large && !inside.is_empty())?;
    Some(Position { x: inside.x.saturating_add(x), y: inside.y.saturating_add(y) })
}

fn paint_pane(pane: &Pane, theme: Theme, screen: Rect, buffer: &mut Buffer) {
    let area = rect(pane.area).intersection(screen);
    if area.is_empty() {
        return;
    }
    Clear.render(area, buffer);
    let style = if pane.focused { theme.focus() } else { Theme::border() };
    Block::bordered().border_set(border::PLAIN).border_style(style).render(area, buffer);
    title(&pane.title, if pane.focused { theme.focus() } else { Theme::title() }, area, buffer);
    let inside = rect(pane.area.inside()).intersection(screen);
    if pane.large {
        large(&pane.rows, inside, buffer);
        scroll_marks(pane, area, style, buffer);
        return;
    }
    if let Some(heads) = &pane.heads {
        row(heads, theme, line(inside, inside.y), buffer);
    }
    let lines = rect(pane.lines()).intersection(screen);
    for (n, y) in (lines.y..lines.bottom()).enumerate().take(pane.rows.len()) {
        pane_row(pane, n, theme, line(lines, y), buffer);
    }
    scroll_marks(pane, area, style, buffer);
}

/// Paints the `n`th row to be seen of a pane, if it has so many.
fn pane_row(pane: &Pane, n: usize, theme: Theme, at: Rect, buffer: &mut Buffer) {
    let Some(shown) = pane.rows.get(n) else { return };
    row(shown, theme, at, buffer);
    if pane.chosen == Some(pane.first + n) {
        buffer.set_style(at, Theme::chosen(pane.focused));
    }
}

/// Rows in letters that can be read across a room.
fn large(rows: &[Row], area: Rect, buffer: &mut Buffer) {
    let rows: Vec<String> = rows.iter().map(Row::text).collect();
    let lines: Vec<Line<'_>> =
        rows.iter().map(|row| Line::raw(SafeText::line(row).into_cow())).collect();
    BigText::builder().pixel_size(PixelSize::Quadrant).lines(lines).build().render(area, buffer);
}

/// Arrows in the border where there is more above or below.
fn scroll_marks(pane: &Pane, area: Rect, style: Style, buffer: &mut Buffer) {
    let x = area.right().saturating_sub(2);
    if pane.first > 0 {
        buffer.set_string(x, area.y, "↑", style);
    }
    if pane.first + pane.rows.len() < pane.total {
        buffer.set_string(x, area.bottom().saturating_sub(1), "↓", style);
    }
}

fn title(text: &str, style: Style, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width.saturating_sub(6));
    let text = SafeText::line(text);
    let cut = app::wrap::cut(text.as_str(), room);
    if !cut.is_empty() && area.width > 6 {
        buffer.set_string(
            area.x + 2,
            area.y,
            format!(" {cut} "),
            style.add_modifier(Modifier::BOLD),
        );
    }
}

fn row(shown: &Row, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let mut x = area.x;
    for span in &shown.spans {
        let left = usize::from(area.right().saturating_sub(x));
        if left == 0 || area.height == 0 {
            return;
        }
        let text = SafeText::line(&span.text);
        let text = spelt(text.as_str());
        (x, _) = buffer.set_stringn(x, area.y, &text, left, theme.look(span.look));
    }
}

/// The letters that flags are made of, the first of them.
const FLAG: char = '\u{1F1E6}';

/// Flags as the two letters they are made of: terminals do not agree how wide a flag
/// is, and the letters are as wide on all of them.
fn spelt(text: &str) -> Cow<'_, str> {
    let letter = |c: char| u8::try_from(u32::from(c).checked_sub(u32::from(FLAG))?).ok();
    let plain = |c: char| letter(c).filter(|n| *n < 26).map_or(c, |n| char::from(b'A' + n));
    if text.is_ascii() || text.chars().all(|c| plain(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(plain).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_is_two_letters_and_all_else_is_itself() {
        assert_eq!(
            spelt("the \u{1F1EC}\u{1F1E7} flag, caf\u{e9}, \u{65E5}\u{672C}"),
            "the GB flag, café, 日本"
        );
    }
}
