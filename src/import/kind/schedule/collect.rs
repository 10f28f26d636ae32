//! The rows of a schedule gathered from its tables and lists, before anything
//! is made of them.

use super::super::super::fault::Fault;
use super::super::super::limit;
use super::super::super::paper::{Block, Cell, Paper, Piece, Role, Row, Table};
use super::super::super::report::Report;
use super::super::super::words::column::{COUNTED, Column};
use super::super::super::words::fold::{fold, key};
use super::super::letterhead;
use super::cell::Pile;
use super::fill::{fill, halves, is_read};
use super::named::{gives_figures, is_name, is_total, name_row, opens_next, period_in};
use super::own;
use super::word::{self, Pane};
use crate::model::Section;

/// One partnership's row, as found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The partnership, as printed.
    pub(super) name: String,
    /// Where.
    pub(super) place: String,
    /// The Performance pane.
    pub(super) performance: Pile,
    /// The Response pane.
    pub(super) response: Pile,
    /// Whether words such as "Performance" head its panes.
    pub(super) headed: bool,
    /// Whether it has any pane at all, even an empty one.
    pub(super) paned: bool,
    /// What its name comes to when only its meaning counts.
    key: String,
    /// Cells under columns of figures.
    pub(super) figures: Vec<(Column, String, String)>,
}

impl Found {
    /// Whether nothing stands in its panes.
    fn is_bare(&self) -> bool {
        self.performance.said.is_empty() && self.response.said.is_empty() && self.figures.is_empty()
    }
}

/// Gathers the rows of `paper`.
pub(super) fn collect(paper: &Paper, report: &mut Report) -> Result<Vec<Found>, Fault> {
    let level = word::level(paper);
    let mut collect = Collect { level, listed: level.is_some(), ..Collect::default() };
    for (at, piece) in paper.pieces.iter().enumerate() {
        match piece {
            Piece::Text(block) => {
                for block in apart(block) {
                    collect.text(&block, &paper.pieces[at + 1..]);
                }
            }
            Piece::Table(table) => collect.table(table),
        }
        if collect.found.len() > limit::ITEMS {
            return Err(Fault::over("there are too many partnerships", limit::ITEMS_SAID));
        }
    }
    collect.title_alone();
    collect.tell(report);
    for row in &mut collect.found {
        row.performance.said.iter_mut().chain(&mut row.response.said).for_each(own::unfold);
    }
    Ok(collect.found)
}

/// The word that heads a pane apart from what stands right under it.
fn apart(block: &Block) -> Vec<Block> {
    let Some((first, rest)) = block.text.split_once('\n') else { return vec![block.clone()] };
    let bare = first.trim_end_matches(':').trim();
    if block.role == Role::Item || word::pane(bare).is_none() && word::section(bare).is_none() {
        return vec![block.clone()];
    }
    let under = Block { role: Role::Line, text: rest.to_owned(), ..block.clone() };
    vec![Block { text: first.to_owned(), ..block.clone() }, under]
}

/// Where the gatherer is in the paper.
#[derive(Default)]
struct Collect {
    found: Vec<Found>,
    /// A heading that may name the next partnership, with its level.
    title: Option<(String, String, u8)>,
    /// Whether it is printed as a heading.
    printed: bool,
    /// Figures printed beneath that heading, before any pane, and where.
    counted: Vec<(String, String)>,
    /// The level at which headings name partnerships.
    level: Option<u8>,
    /// Whether the panes are lists under headings of their own: no other table is one.
    listed: bool,
    /// The pane that a heading outside any table opened.
    pane: Option<Pane>,
    /// The level of that heading.
    part: Option<u8>,
    /// Paragraphs that belong to no row: from where, to where, how many.
    other: Vec<(String, String, usize)>,
    /// Whether the last piece belonged to no row.
    outside: bool,
    /// The headings of columns that nothing is read from, and where.
    unread: Vec<(String, String)>,
}

impl Collect {
    fn text(&mut self, block: &Block, rest: &[Piece]) {
        let flat = block.flat();
        let bare = flat.trim_end_matches(':').trim();
        let alone = block.role != Role::Item;
        if block.role == Role::Heading && word::is_part(&flat) {
            self.part = Some(block.level);
        }
        if alone && let Some(pane) = word::pane(bare) {
            self.title_opens();
            return self.turn(pane, None);
        }
        if alone && let Some(section) = word::section(bare) {
            self.title_opens();
            return self.turn(Pane::Performance, Some(section));
        }
        if alone && self.title.is_some() && gives_figures(&flat) {
            return self.counted.push((flat, block.place.clone()));
        }
        let names = alone && is_name(block) && (block.role == Role::Heading || opens_next(rest));
        if alone && word::is_other(bare) {
            self.pane = None;
            return self.outside(&block.place);
        }
        // A heading of another part of the row, such as what was promised, ends the pane.
        if block.role == Role::Heading && self.part.is_some_and(|part| block.level <= part) {
            self.pane = None;
        }
        if names
            && self.level.is_none_or(|level| block.role != Role::Heading || block.level <= level)
        {
            self.pane = None;
            self.title_alone();
            self.title = Some((flat, block.place.clone(), block.level));
            self.printed = block.role == Role::Heading;
            self.counted.clear();
            self.outside = false;
            return;
        } else if let (Some(pane), Some(row)) = (self.pane, self.found.last_mut()) {
            let pile = pile(row, pane);
            pile.read(std::slice::from_ref(block), pane == Pane::Performance);
        } else {
            self.outside(&block.place);
        }
        self.outside = self.pane.is_none();
    }

    fn outside(&mut self, place: &str) {
        match self.other.last_mut().filter(|_| self.outside) {
            Some((_, to, count)) => {
                place.clone_into(to);
                *count += 1;
            }
            None => self.other.push((place.to_owned(), place.to_owned(), 1)),
        }
    }

    /// The heading before a pane names the partnership whose pane it is.
    fn title_opens(&mut self) {
        if let Some((name, place, level)) = self.title.take() {
            self.level = Some(level);
            self.open(&name, &place, false);
            let counted = std::mem::take(&mut self.counted).into_iter();
            let figures = counted.map(|(said, place)| (Column::Total, said, place));
            if let Some(row) = self.found.last_mut() {
                row.figures.extend(figures);
            }
        }
    }

    /// A heading that stands among those of partnerships, and has nothing under it, names one
    /// of which nothing is said.
    fn title_alone(&mut self) {
        let beside = |level| self.printed && self.level == Some(level) && !self.found.is_empty();
        let names = |name: &str| {
            letterhead::is_body(name) && !name.contains(" to ") && !name.contains(" of the ")
        };
        let alone = self.title.take_if(|(name, _, level)| beside(*level) && names(name));
        let Some((name, place, _)) = alone else { return };
        self.open(&name, &place, false);
        if let Some(row) = self.found.last_mut() {
            (row.headed, row.paned) = (true, true);
        }
    }

    fn turn(&mut self, pane: Pane, section: Option<Section>) {
        self.pane = Some(pane);
        self.outside = false;
        if let Some(row) = self.found.last_mut() {
            row.headed = true;
            row.paned = true;
            pile(row, pane).turn(section);
        }
    }

    /// Opens the row of the partnership `name`, or goes on with it. Where it `counts`
    /// targets, one of another wording that has counts of its own is another's.
    fn open(&mut self, name: &str, place: &str, counts: bool) {
        let name = name.trim().trim_end_matches(':').trim();
        let known = key(name);
        let apart =
            |row: &Found| counts && !row.figures.is_empty() && fold(&row.name) != fold(name);
        let called = |row: &Found| !known.is_empty() && row.key == known && !apart(row);
        if self.found.last().is_some_and(called) || self.found.len() > limit::ITEMS {
            return;
        }
        if let Some(at) = self.found.iter().position(called) {
            let row = self.found.remove(at);
            self.found.push(row);
            return;
        }
        self.found.push(Found {
            name: name.to_owned(),
            key: known,
            place: place.to_owned(),
            ..Found::default()
        });
    }

    fn table(&mut self, table: &Table) {
        self.pane = None;
        // A sheet to each partnership is named after it.
        if self.title.is_none() && !table.sheet.is_empty() {
            let place = table.rows.first().map(|row| row.place.clone()).unwrap_or_default();
            self.title = Some((table.sheet.clone(), place, 0));
        }
        let titled = self.title.as_ref().is_some_and(|(name, ..)| letterhead::is_body(name));
        let mut columns: Option<Vec<(usize, Column)>> = None;
        let headings = table.rows.iter().filter(|row| word::columns(row).is_some()).count();
        for (at, row) in table.rows.iter().enumerate() {
            if let Some(mut found) = word::columns(row) {
                halves(&mut found, row, &table.rows[at + 1..]);
                let named = found.iter().any(|(_, column)| *column == Column::Partnership);
                if !named {
                    self.title_opens();
                    if let Some(last) = self.found.last_mut() {
                        last.headed = true;
                        last.paned = true;
                        last.figures.extend(period_in(row));
                    }
                }
                self.unread(row, &found);
                columns = Some(found);
            } else if let Some((name, period)) = name_row(row, columns.as_deref(), titled) {
                self.title = None;
                // What stood over a table that names its partnerships is the
                // paper's title.
                if let Some(over) = self.found.last_mut().filter(|row| row.is_bare()) {
                    over.paned = false;
                }
                self.open(&name, &row.place, false);
                if let (Some(period), Some(last)) = (period, self.found.last_mut()) {
                    last.figures.push((Column::Period, period, row.place.clone()));
                }
                if headings > 1 {
                    columns = None;
                } else if let (true, Some(last)) = (columns.is_some(), self.found.last_mut()) {
                    last.headed = true;
                }
            } else if row.said().next().is_some() {
                self.row(table, at, columns.as_deref());
            }
        }
        self.outside = false;
    }

    /// Keeps the headings of `row` under which nothing is read.
    fn unread(&mut self, row: &Row, columns: &[(usize, Column)]) {
        let read = |at: usize| columns.iter().any(|(of, c)| *of == at && is_read(*c, columns));
        let first = row.cells.first().map(|cell| cell.at);
        let unread = row.said().filter(|cell| !read(cell.at) && Some(cell.at) != first);
        let unread: Vec<String> = unread.map(Cell::flat).collect();
        if !unread.is_empty() {
            self.unread.push((row.place.clone(), unread.join(", ")));
        }
    }

    /// A row of cells that are panes.
    fn row(&mut self, table: &Table, at: usize, columns: Option<&[(usize, Column)]>) {
        let row = &table.rows[at];
        if self.listed && columns.is_none() {
            return self.outside(&row.place);
        }
        self.title_opens();
        let guessed: Vec<(usize, Column)>;
        let columns = if let Some(columns) = columns {
            columns
        } else {
            let first = row.cells.first().map_or(0, |cell| cell.at);
            let last = row.cells.last().map_or(1, |cell| cell.at.max(first + 1));
            guessed = vec![(first, Column::Performance), (last, Column::Response)];
            &guessed
        };
        let name = column(columns, Column::Partnership).map(|column| table.at(at, column));
        if let Some(name) = name.filter(|name| !name.trim().is_empty()) {
            if is_total(&name) {
                return self.outside(&row.place);
            }
            let given = |(at, column): &(usize, Column)| {
                COUNTED.contains(column) && !row.at(*at).trim().is_empty()
            };
            self.open(&name, &row.place, columns.iter().any(given));
            if let Some(last) = self.found.last_mut() {
                last.headed = true;
            }
        }
        match self.found.last_mut() {
            Some(found) => {
                fill(found, row, columns);
                found.figures.extend(period_in(row));
            }
            None => self.outside(&row.place),
        }
    }

    /// Tells of what was passed over, and drops names that headed nothing.
    fn tell(&mut self, report: &mut Report) {
        for row in self.found.extract_if(.., |row| !row.paned && row.figures.is_empty()) {
            report.pass(
                row.place,
                format!("\u{201c}{}\u{201d} heads no performance or response", row.name),
            );
        }
        for (place, headings) in &self.unread {
            report.pass(place.clone(), format!("columns not read in: {headings}"));
        }
        for (from, to, count) in &self.other {
            let (place, paragraphs) = if from == to {
                (from.clone(), "1 paragraph".to_owned())
            } else {
                (format!("{from} to {to}"), format!("{count} paragraphs"))
            };
            report.pass(place, format!("{paragraphs} outside the schedule, not read in"));
        }
    }
}

pub(super) fn column(columns: &[(usize, Column)], wanted: Column) -> Option<usize> {
    columns.iter().find(|(_, column)| *column == wanted).map(|(at, _)| *at)
}

fn pile(row: &mut Found, pane: Pane) -> &mut Pile {
    match pane {
        Pane::Performance => &mut row.performance,
        Pane::Response => &mut row.response,
    }
}
