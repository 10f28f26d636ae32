//! The pieces of a paper put together as a reader comes to them, table inside
//! table, within the limits.

use std::mem;

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::{Block, Cell, Paper, Piece, Role, Row, Table};
use super::super::report::Remark;

/// Puts a paper together from what a reader comes to, in order.
///
/// Text stands in the innermost open cell, or in the paper itself. A table
/// inside a cell is taken out and stands after the table around it, so that
/// nothing it says is lost.
#[derive(Debug, Default)]
pub(super) struct Composer {
    paper: Paper,
    open: Option<Open>,
    tables: Vec<Building>,
    waiting: Vec<Table>,
    paragraphs: usize,
    begun: usize,
    cells: usize,
    /// How much has been said so far, in bytes.
    said: usize,
}

/// A block of text being read.
#[derive(Debug)]
struct Open {
    role: Role,
    level: u8,
    marker: String,
    text: String,
}

/// A table being read.
#[derive(Debug, Default)]
struct Building {
    number: usize,
    table: Table,
    cell: Option<Cell>,
    lines: u32,
    /// For each column, how many more rows a cell above reaches down.
    reach: Vec<usize>,
}

impl Composer {
    /// Begins a block of text.
    pub(super) fn begin(&mut self, role: Role, level: usize, marker: &str) -> Result<(), Fault> {
        self.end()?;
        let level = u8::try_from(level).unwrap_or(u8::MAX);
        self.open = Some(Open { role, level, marker: marker.to_owned(), text: String::new() });
        Ok(())
    }

    /// Goes on with the block, or begins a paragraph.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Fault> {
        self.say(text.len())?;
        let place = if self.is_full(text.len()) { self.place() } else { String::new() };
        let open = self.open.get_or_insert_with(|| Open {
            role: Role::Line,
            level: 0,
            marker: String::new(),
            text: String::new(),
        });
        if open.text.len() + text.len() > limit::TEXT {
            return Err(Fault::over(format!("{place} is too long"), "64 KB of text in one place"));
        }
        open.text.push_str(text);
        Ok(())
    }

    /// Counts `more` bytes said.
    fn say(&mut self, more: usize) -> Result<(), Fault> {
        self.said = self.said.saturating_add(more);
        if self.said > limit::SAID {
            return Err(Fault::over("the paper says too much", limit::SAID_SAID));
        }
        Ok(())
    }

    fn is_full(&self, more: usize) -> bool {
        self.open.as_ref().map_or(0, |open| open.text.len()) + more > limit::TEXT
    }

    /// Whether the block so far ends in a space or has not begun, so that
    /// another space would say nothing.
    pub(super) fn is_spaced(&self) -> bool {
        self.open.as_ref().is_none_or(|open| open.text.ends_with([' ', '\n']))
    }

    /// Whether a list item has begun and says nothing so far.
    pub(super) fn is_item_begun(&self) -> bool {
        self.open
            .as_ref()
            .is_some_and(|open| open.role == Role::Item && open.text.trim().is_empty())
    }

    /// Takes back the block so far, to be used otherwise.
    pub(super) fn take(&mut self) -> String {
        self.open.take().map(|open| open.text).unwrap_or_default()
    }

    /// Ends the block.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        let Some(open) = self.open.take() else { return Ok(()) };
        let place = self.place();
        let mut blocks = Block::split(&place, open.role, open.level, &open.marker, &open.text);
        if let Some(table) = self.tables.last_mut() {
            for block in &mut blocks {
                block.nth += table.lines;
            }
            table.lines += 1;
            if let Some(cell) = &mut table.cell {
                cell.blocks.append(&mut blocks);
            }
        } else if !blocks.is_empty() {
            self.paragraphs += blocks.len();
            self.paper.pieces.extend(blocks.into_iter().map(Piece::Text));
        }
        if self.paragraphs > limit::PARAGRAPHS {
            return Err(Fault::over("the paper is too long", limit::PARAGRAPHS_SAID));
        }
        Ok(())
    }

    /// Begins a table.
    pub(super) fn open_table(&mut self, sheet: &str) -> Result<(), Fault> {
        self.end()?;
        self.begun += 1;
        let table = Table { sheet: sheet.to_owned(), rows: vec![] };
        self.tables.push(Building { number: self.begun, table, ..Building::default() });
        Ok(())
    }

    /// Ends a table.
    pub(super) fn close_table(&mut self) -> Result<(), Fault> {
        self.close_cell()?;
        let Some(mut building) = self.tables.pop() else { return Ok(()) };
        building.pad(usize::MAX);
        let mut table = building.table;
        table.rows.retain(|row| !row.cells.is_empty());
        if !self.tables.is_empty() {
            self.waiting.push(table);
            return Ok(());
        }
        let waiting = mem::take(&mut self.waiting);
        let tables = [table].into_iter().chain(waiting).filter(|table| !table.rows.is_empty());
        self.paper.pieces.extend(tables.map(Piece::Table));
        Ok(())
    }

    /// Begins a row; `place` if the format knows better than to count.
    pub(super) fn open_row(&mut self, place: Option<String>) -> Result<(), Fault> {
        self.close_cell()?;
        if let Some(building) = self.tables.last_mut() {
            building.pad(usize::MAX);
            let nth = building.table.rows.len() + 1;
            let place = place.unwrap_or_else(|| format!("table {}, row {nth}", building.number));
            building.table.rows.push(Row { place, cells: vec![] });
        }
        Ok(())
    }

    /// Drops the row being read.
    pub(super) fn drop_row(&mut self) {
        self.open = None;
        if let Some(building) = self.tables.last_mut() {
            building.cell = None;
            building.table.rows.pop();
        }
    }

    /// Begins the next cell, over `span` columns and `down` rows; `joined` if it
    /// only goes on with the cell above.
    pub(super) fn open_cell(
        &mut self,
        span: usize,
        down: usize,
        joined: bool,
    ) -> Result<(), Fault> {
        self.close_cell()?;
        let at = self.tables.last().map_or(0, Building::next_free);
        self.open_cell_at(at, span, down, joined)
    }

    /// The same, at column `at`.
    pub(super) fn open_cell_at(
        &mut self,
        at: usize,
        span: usize,
        down: usize,
        joined: bool,
    ) -> Result<(), Fault> {
        self.close_cell()?;
        self.cells += 1;
        let place = self.place();
        let Some(building) = self.tables.last_mut() else { return Ok(()) };
        let span = span.max(1);
        if at.saturating_add(span) > limit::COLUMNS {
            return Err(Fault::over(format!("{place} has too many columns"), "256 columns"));
        }
        if self.cells > limit::CELLS {
            return Err(Fault::over("the tables are too large", "100,000 cells"));
        }
        building.pad(at);
        building.set_reach(at, span, down.clamp(1, limit::CELLS) - 1);
        building.lines = 0;
        building.cell = Some(Cell { at, span, joined, blocks: vec![] });
        Ok(())
    }

    /// Whether the cell being read, or the last one, says nothing.
    pub(super) fn is_blank(&self) -> bool {
        let open = self.open.as_ref().is_none_or(|open| open.text.trim().is_empty());
        let building = self.tables.last();
        let cell =
            building.and_then(|b| b.cell.as_ref().or_else(|| b.table.rows.last()?.cells.last()));
        open && cell.is_none_or(Cell::is_empty)
    }

    /// Whether the row being read says nothing so far.
    pub(super) fn is_row_blank(&self) -> bool {
        let row = self.tables.last().and_then(|building| building.table.rows.last());
        self.is_blank() && row.is_none_or(|row| row.said().next().is_none())
    }

    /// Leaves off the empty cells that the row being read ends with.
    pub(super) fn trim_row(&mut self) -> Result<(), Fault> {
        self.close_cell()?;
        if let Some(row) =
            self.tables.last_mut().and_then(|building| building.table.rows.last_mut())
        {
            while row.cells.pop_if(|cell| cell.is_empty() && !cell.joined).is_some() {}
        }
        Ok(())
    }

    /// Puts the last cell down `times` more times, beside itself.
    pub(super) fn repeat_cell(&mut self, times: usize) -> Result<(), Fault> {
        self.close_cell()?;
        let last = self.tables.last().and_then(|b| b.table.rows.last()?.cells.last()).cloned();
        let Some(last) = last.filter(|cell| !cell.is_empty()) else { return Ok(()) };
        for nth in 1..=times.min(limit::COLUMNS) {
            self.say(last.blocks.iter().map(|block| block.text.len()).sum())?;
            self.open_cell_at(last.at + nth * last.span.max(1), last.span, 1, false)?;
            if let Some(cell) = self.tables.last_mut().and_then(|b| b.cell.as_mut()) {
                cell.blocks.clone_from(&last.blocks);
            }
        }
        self.close_cell()
    }

    /// Puts the last row down `times` more times, under itself.
    pub(super) fn repeat_row(&mut self, times: usize) -> Result<(), Fault> {
        self.close_cell()?;
        let Some(building) = self.tables.last_mut() else { return Ok(()) };
        let Some(last) = building.table.rows.last().cloned() else { return Ok(()) };
        self.cells = self.cells.saturating_add(last.cells.len().saturating_mul(times));
        let blocks = last.cells.iter().flat_map(|cell| &cell.blocks);
        let said: usize = blocks.map(|block| block.text.len()).sum();
        self.say(said.saturating_mul(times))?;
        let Some(building) = self.tables.last_mut() else { return Ok(()) };
        if self.cells > limit::CELLS {
            return Err(Fault::over("the tables are too large", "100,000 cells"));
        }
        building.table.rows.extend(std::iter::repeat_n(last, times));
        Ok(())
    }

    /// Ends a cell.
    pub(super) fn close_cell(&mut self) -> Result<(), Fault> {
        self.end()?;
        if let Some(building) = self.tables.last_mut()
            && let Some(cell) = building.cell.take()
            && let Some(row) = building.table.rows.last_mut()
        {
            row.cells.push(cell);
        }
        Ok(())
    }

    /// Tells of something hidden, where the reader now is.
    pub(super) fn hidden(&mut self, text: impl Into<String>) {
        let place = self.place();
        self.hidden_at(place, text);
    }

    /// Tells of something hidden elsewhere.
    pub(super) fn hidden_at(&mut self, place: impl Into<String>, text: impl Into<String>) {
        if self.paper.hidden.len() < limit::ITEMS {
            self.paper.hidden.push(Remark::new(place, text));
        }
    }

    /// Keeps what runs along the top of the pages.
    pub(super) fn running(&mut self, texts: &[String]) {
        self.paper.running.extend_from_slice(texts);
    }

    /// Tells the clerk how something was read.
    pub(super) fn note(&mut self, place: impl Into<String>, text: impl Into<String>) {
        if self.paper.notes.len() < limit::ITEMS {
            self.paper.notes.push(Remark::new(place, text));
        }
    }

    /// Where the reader is.
    pub(super) fn place(&self) -> String {
        match self.tables.first() {
            Some(building) => match building.table.rows.last() {
                Some(row) => row.place.clone(),
                None => format!("table {}", building.number),
            },
            None => format!("paragraph {}", self.paragraphs + 1),
        }
    }

    /// The paper, whole.
    pub(super) fn finish(mut self) -> Result<Paper, Fault> {
        while !self.tables.is_empty() {
            self.close_table()?;
        }
        self.end()?;
        Ok(self.paper)
    }
}

impl Building {
    /// The first column that no cell of the row covers, nor one above that
    /// reaches down into it.
    fn next_free(&self) -> usize {
        let cells = self.table.rows.last().and_then(|row| row.cells.last());
        let at = cells.map_or(0, |cell| cell.at + cell.span.max(1));
        let reached = self.reach.iter().skip(at).take_while(|reach| **reach > 0).count();
        at + reached
    }

    /// Marks the columns before `to` into which a cell above reaches.
    fn pad(&mut self, to: usize) {
        let Some(row) = self.table.rows.last_mut() else { return };
        let from = row.cells.last().map_or(0, |cell| cell.at + cell.span.max(1));
        for at in from..to.min(self.reach.len()) {
            if self.reach[at] > 0 {
                self.reach[at] -= 1;
                row.cells.push(Cell { at, span: 1, joined: true, blocks: vec![] });
            }
        }
    }

    fn set_reach(&mut self, at: usize, span: usize, down: usize) {
        if down == 0 {
            return;
        }
        self.reach.resize(self.reach.len().max(at + span), 0);
        for reach in &mut self.reach[at..at + span] {
            *reach = down;
        }
    }
}
