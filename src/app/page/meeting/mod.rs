//! A meeting: its agenda, the minute being written, and the panes of the
//! partnership the item is about.

pub mod minute;
mod parts;
mod writing;

use super::{Hint, IMPORT, KEYS, View};
use crate::app::column::columns;
use crate::app::command::Command;
use crate::app::editor::Editor;
use crate::app::screen::{Area, Look, Pane, Part, Row};
use crate::app::standing;
use crate::app::wrap;
use crate::model::{Item, ItemId, ItemStatus, MeetingStatus, Sitting, day};
use crate::rules::gap;

pub use parts::Parts;
pub use writing::{Preview, Suggestion};

/// A meeting's page.
#[derive(Clone, Debug)]
pub struct MeetingPage {
    /// Which item is chosen on the agenda.
    pub chosen: usize,
    /// Which pane has the keys.
    pub focus: Part,
    /// Which of the minute, Performance and Response is in sight, where there is
    /// room for one.
    pub shown: Part,
    /// How far the minute, Performance and Response are scrolled.
    pub scroll: [usize; 3],
    /// The minute being written, if one is.
    pub writing: Option<Writing>,
    /// The capture line being filled in at the foot, if one is.
    pub line: Option<LineField>,
    /// Whether Performance and Response stand beside the writing on a narrow
    /// screen.
    pub beside: bool,
}

/// A minute being written.
#[derive(Clone, Debug)]
pub struct Writing {
    /// The item it is about.
    pub item: ItemId,
    /// The text.
    pub editor: Editor,
    /// What the line under the cursor would record, if it is a capture line.
    pub preview: Option<Preview>,
    /// Words in it that no dictionary knows, where the machine has one.
    pub misspelt: Vec<String>,
}

impl Writing {
    /// The minute of `item` about to be written in.
    #[must_use]
    pub fn of(item: ItemId, text: &str) -> Self {
        Self { item, editor: Editor::with(text), preview: None, misspelt: Vec::new() }
    }
}

/// A capture line filled in at the foot.
#[derive(Clone, Debug)]
pub struct LineField {
    /// The line.
    pub editor: Editor,
    /// It as it was opened.
    pub opened: String,
    /// What it would record.
    pub preview: Preview,
    /// Words in it that no dictionary knows, where the machine has one.
    pub misspelt: Vec<String>,
}

impl LineField {
    /// `line` opened to be filled in.
    #[must_use]
    pub fn opened(line: &str, preview: Preview) -> Self {
        Self { editor: Editor::with(line), opened: line.to_owned(), preview, misspelt: Vec::new() }
    }
}

impl Default for MeetingPage {
    fn default() -> Self {
        Self {
            chosen: 0,
            focus: Part::List,
            shown: Part::Detail,
            scroll: [0; 3],
            writing: None,
            line: None,
            beside: false,
        }
    }
}

impl MeetingPage {
    /// The page at the item being discussed, or at the first.
    #[must_use]
    pub fn at(sitting: &Sitting) -> Self {
        let current =
            sitting.items.iter().position(|item| item.status == ItemStatus::UnderDiscussion);
        Self { chosen: current.unwrap_or(0), ..Self::default() }
    }

    /// The item chosen on the agenda.
    #[must_use]
    pub fn item<'a>(&self, sitting: &'a Sitting) -> Option<&'a Item> {
        sitting.items.get(self.chosen)
    }

    /// Whether something is being typed.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.writing.is_some() || self.line.is_some()
    }

    /// The keys that do something here, the most useful first.
    pub(super) fn hints(&self) -> Vec<Hint> {
        if self.line.is_some() {
            return vec![("Enter", "put on record"), ("Tab", "complete"), ("Esc", "leave it")];
        }
        if self.writing.is_some() {
            return vec![
                ("Esc", "done"),
                (".d .a .v .in", "record"),
                ("Tab", "complete"),
                ("Ctrl-O", "panes"),
            ];
        }
        vec![
            ("n", "next"),
            ("e", "write"),
            ("d", "decision"),
            ("a", "action"),
            ("v", "vote"),
            ("+", "arrival"),
            ("s", "panes"),
            KEYS,
            ("r", "roll"),
            ("m", "motion"),
            ("i", "interest"),
            ("G", "missing"),
            ("w", "read the minutes"),
            ("b", "read back"),
            ("t", "thread"),
            (".", "any line"),
            ("g", "go to a page"),
        ]
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let Some(sitting) = view.state.sitting.as_deref() else {
            let text = [
                Row::plain("No meeting is open."),
                Row::of("Press g then c for the calendar of meetings and open one.", Look::Dim),
            ];
            return vec![Pane::text(Part::List, view.area, "Meeting", &text, 0)];
        };
        let partnered = self.item(sitting).is_some_and(|item| sitting.standing(item).is_some());
        let parts = self.parts(view.area, partnered);
        let mut panes = Vec::new();
        if parts.agenda.width > 0 {
            panes.push(self.agenda(sitting, parts.agenda));
        }
        if let Some(item) = self.item(sitting) {
            let read_only = view.state.book.as_ref().is_some_and(|b| b.read_only.is_some());
            panes.extend(self.item_panes(sitting, item, parts, !read_only));
        }
        panes.extend(self.line_pane(parts.line));
        panes
    }

    fn agenda(&self, sitting: &Sitting, area: Area) -> Pane {
        if sitting.items.is_empty() {
            let text = [Row::plain("The agenda is empty."), Row::of(IMPORT, Look::Dim)];
            return Pane::text(Part::List, area, "Agenda", &text, 0)
                .focused(self.focus == Part::List);
        }
        let done = sitting.items.iter().filter(|item| item.status.is_over()).count();
        let title = format!("Agenda {done}/{}", sitting.items.len());
        let pane =
            Pane::list(Part::List, area, title, sitting.items.len(), self.chosen, |n, width| {
                sitting.items.get(n).map_or_else(Row::new, |item| agenda_row(sitting, item, width))
            });
        pane.focused(self.focus == Part::List && !self.is_writing())
    }

    fn item_panes(&self, sitting: &Sitting, item: &Item, parts: Parts, writes: bool) -> Vec<Pane> {
        let mut panes = Vec::new();
        if parts.minute.width > 0 {
            panes.push(if let Some(writing) = &self.writing {
                writing_pane(writing, parts.minute, &item.number)
            } else {
                let mut rows = minute::rows(sitting, item, writes);
                // Where the panes are folded away, what presses is told here.
                let folded = parts.response.width == 0;
                if let Some(gap) = gap::pressing(sitting, item).filter(|_| folded && writes) {
                    rows.splice(0..0, standing::gaps(&[gap], Some(gap), Some(Command::Gaps)));
                }
                Pane::text(
                    Part::Detail,
                    parts.minute,
                    tabbed("Minute", parts),
                    &rows,
                    self.scroll[0],
                )
                .focused(self.focus == Part::Detail && self.line.is_none())
            });
        }
        let none = [Row::of("This item is not about a partnership.", Look::Dim)];
        let standing = sitting.standing(item);
        let named = standing.map(|s| format!(": {}", s.partnership.short)).unwrap_or_default();
        for (area, part, scroll, name) in [
            (parts.performance, Part::Performance, self.scroll[1], "Performance"),
            (parts.response, Part::Response, self.scroll[2], "Response"),
        ] {
            if area.width == 0 {
                continue;
            }
            let rows = match standing {
                None => none.to_vec(),
                Some(standing) if part == Part::Performance => standing::performance(standing),
                Some(standing) => {
                    let mut rows = standing::missing(sitting, item, !self.is_writing());
                    rows.extend(standing::response(standing, sitting.meeting.date));
                    let actions = sitting.known_actions();
                    let owned = actions.map(|action| (action, minute::owner(sitting, action)));
                    let links = &sitting.links;
                    rows.extend(standing::doing(standing, links, owned, sitting.meeting.date));
                    rows
                }
            };
            let title = tabbed(&format!("{name}{named}"), parts);
            panes.push(
                Pane::text(part, area, title, &rows, scroll)
                    .focused(self.focus == part && !self.is_writing()),
            );
        }
        panes
    }

    fn line_pane(&self, area: Area) -> Option<Pane> {
        if area.height < 3 {
            return None;
        }
        if let Some(field) = &self.line {
            let width = usize::from(area.inside().width);
            let (row, column) = one_line(&field.editor, width);
            let title = match field.misspelt.as_slice() {
                [] => field.preview.title().to_owned(),
                words => unknown(words),
            };
            let mut pane =
                Pane::text(Part::Line, area, title, &[row, field.preview.row.clone()], 0);
            pane.cursor = Some((u16::try_from(column).unwrap_or(u16::MAX), 0));
            return Some(pane.focused(true));
        }
        let preview = self.writing.as_ref()?.preview.as_ref()?;
        Some(Pane::text(Part::Line, area, preview.title(), std::slice::from_ref(&preview.row), 0))
    }
}

/// The title of a part, with the way to the others where only one is in
/// sight.
fn tabbed(name: &str, parts: Parts) -> String {
    let alone =
        [parts.minute, parts.performance, parts.response].iter().filter(|a| a.width > 0).count()
            == 1;
    if alone { format!("{name} · s: next pane") } else { name.to_owned() }
}

/// A one-line field, scrolled so that the cursor is in sight, and the column the
/// cursor stands in.
fn one_line(editor: &Editor, width: usize) -> (Row, usize) {
    let text = editor.text();
    let column = wrap::width(text.get(..editor.cursor()).unwrap_or_default());
    let mut from = 0;
    while wrap::width(text.get(from..editor.cursor()).unwrap_or_default()) >= width.max(2) {
        from += text.get(from..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    let hidden = wrap::width(text.get(..from).unwrap_or_default());
    let mut row = Row::new();
    let selection = editor.selection().unwrap_or(0..0);
    let cuts = [from, selection.start.max(from), selection.end.max(from), text.len()];
    for (pair, look) in cuts.windows(2).zip([Look::Plain, Look::Selected, Look::Plain]) {
        if let [start, end] = pair {
            row = row.and(text.get(*start..*end).unwrap_or_default(), look);
        }
    }
    let shown = wrap::cut(&row.text(), width);
    let row = if shown == row.text() { row } else { Row::plain(shown) };
    (row, column - hidden)
}

/// The minute being written: the rows in sight around the cursor.
fn writing_pane(writing: &Writing, area: Area, number: &str) -> Pane {
    let (width, height) = area.inside().size();
    let editor = &writing.editor;
    let (row, column) = wrap::position(editor.text(), editor.cursor(), width);
    let ranges = wrap::rows(editor.text(), width.max(1));
    let first = (row + 1).saturating_sub(height);
    let selection = editor.selection().unwrap_or(0..0);
    let rows = ranges
        .iter()
        .skip(first)
        .take(height)
        .map(|range| {
            let start = selection.start.clamp(range.start, range.end);
            let end = selection.end.clamp(start, range.end);
            let piece = |from, to| editor.text().get(from..to).unwrap_or_default();
            let whole = piece(range.start, range.end);
            let look = if crate::capture::is_capture(whole) { Look::Record } else { Look::Plain };
            Row::of(piece(range.start, start), look)
                .and(piece(start, end), Look::Selected)
                .and(piece(end, range.end), look)
        })
        .collect();
    let cell = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let title = match writing.misspelt.as_slice() {
        [] => format!("Writing the minute of item {number}"),
        words => format!("Item {number} · {}", unknown(words)),
    };
    Pane {
        rows,
        first,
        total: ranges.len(),
        cursor: Some((cell(column.min(width.saturating_sub(1))), cell(row.saturating_sub(first)))),
        ..Pane::text(Part::Detail, area, title, &[], 0).focused(true)
    }
}

/// Words that no dictionary knows.
fn unknown(words: &[String]) -> String {
    format!("check the spelling: {}", words.join(", "))
}

/// An item on one row: how far it has gone, its number, its title, and what has
/// been recorded on it.
fn agenda_row(sitting: &Sitting, item: &Item, width: usize) -> Row {
    let (mark, look) = match item.status {
        ItemStatus::UnderDiscussion => ("▶", Look::Good),
        ItemStatus::Concluded => ("✓", Look::Dim),
        ItemStatus::Paused => ("‖", Look::Unsure),
        ItemStatus::Deferred => ("→", Look::Unsure),
        ItemStatus::Withdrawn | ItemStatus::Dropped => ("×", Look::Dim),
        ItemStatus::NotReached => (" ", Look::Plain),
    };
    let mut record = String::new();
    for (letter, count) in
        [('d', sitting.decisions_on(&item.id).count()), ('a', sitting.actions_on(&item.id).count())]
    {
        if count > 0 {
            record.push_str(&format!("{count}{letter}"));
        }
    }
    if !item.exempt.is_open() {
        record.push('E');
    }
    let number = wrap::width(&item.number).max(2);
    let tail = if record.is_empty() { 0 } else { wrap::width(&record) + 1 };
    let room = width.saturating_sub(number + 3 + tail);
    let title = if item.status == ItemStatus::UnderDiscussion { Look::Strong } else { look };
    let row = columns(
        width - tail.min(width),
        &[(1, mark, look), (number, &item.number, look), (room, &item.title, title)],
    );
    if record.is_empty() { row } else { row.and(format!(" {record}"), Look::Record) }
}

/// The least room in which the name of a body says anything.
const NAMED: usize = 14;

/// The meeting in one line of `width` columns, for the head of the screen: how
/// far it has gone is never cut.
#[must_use]
pub fn head(sitting: &Sitting, width: usize) -> String {
    let since = match sitting.meeting.status {
        MeetingStatus::Closed => sitting.meeting.ended_at,
        MeetingStatus::Adjourned => sitting.adjournments.last().map(|broken| broken.from_at),
        _ => sitting.meeting.began_at,
    };
    let began = since.map(|at| format!(" {}", day::time_of(at)));
    let status = format!("{}{}", sitting.meeting.status.plain(), began.unwrap_or_default());
    let date = day::plain(sitting.meeting.date);
    let room = width.saturating_sub(wrap::width(&date) + wrap::width(&status) + 6);
    if room < NAMED {
        // Where the name has no room its letters tell which body it is.
        let (code, status) = (&sitting.body.code, sitting.meeting.status.plain());
        return format!("{code} · {} · {status}", sitting.meeting.date.format("%-d %b %Y"));
    }
    format!("{} · {date} · {status}", wrap::cut(&sitting.body.name, room))
}
