//! The body of an `OpenDocument` file, read in order.

use super::super::super::fault::Fault;
use super::super::super::limit;
use super::super::super::paper::{Paper, Role};
use super::super::compose::Composer;
use super::super::xml::{Node, Tag};
use super::grid::{Grid, is_hidden, pass};
use super::style::{OUTLINE, Styles};

/// A list that is open.
struct List {
    style: String,
    /// Whether the item being read still waits for its first paragraph.
    fresh: bool,
    start: Option<u32>,
}

/// Reads the body from first element to last.
pub(super) struct Body {
    out: Composer,
    styles: Styles,
    lists: Vec<List>,
    tables: Vec<Grid>,
    /// How deep in what is passed over, and why.
    skipping: usize,
    why: &'static str,
    skipped: String,
    words: usize,
    begun: bool,
    /// Whether its tables are sheets.
    sheets: bool,
    deletions: usize,
}

impl Body {
    /// Begins with the styles of the other part.
    pub(super) fn new(styles: Styles) -> Self {
        Self {
            out: Composer::default(),
            styles,
            lists: vec![],
            tables: vec![],
            skipping: 0,
            why: "",
            skipped: String::new(),
            words: 0,
            begun: false,
            sheets: false,
            deletions: 0,
        }
    }

    /// Reads on.
    pub(super) fn node(&mut self, node: Node<'_>) -> Result<(), Fault> {
        if !self.begun {
            self.styles.node(&node);
            self.begun = matches!(&node, Node::Open(tag) if tag.name == "office:body");
            return Ok(());
        }
        match node {
            Node::Open(tag) if self.skipping > 0 => {
                self.deletions += usize::from(tag.name == "text:deletion");
                self.skipping += 1;
                Ok(())
            }
            Node::Open(tag) => match self.passes_over(tag) {
                Some(why) => {
                    self.cover(tag);
                    self.why = why;
                    self.skipping = 1;
                    self.skipped.clear();
                    Ok(())
                }
                None => self.open(tag),
            },
            Node::Close(_) if self.skipping > 0 => {
                self.skipping -= 1;
                if self.skipping == 0 {
                    self.tell_skipped();
                }
                Ok(())
            }
            Node::Close(name) => self.close(name),
            Node::Text(text) if self.skipping > 0 => {
                if self.skipped.len() < 80 {
                    self.skipped.push_str(text);
                }
                Ok(())
            }
            Node::Text(text) => self.text(text),
        }
    }

    /// Whether what `tag` holds is passed over, and what the clerk is told:
    /// nothing, where it is no part of the text.
    fn passes_over(&self, tag: &Tag) -> Option<&'static str> {
        let style = tag.get("style-name").unwrap_or_default();
        match tag.name.as_str() {
            "text:tracked-changes"
            | "text:note-citation"
            | "table:tracked-changes"
            | "office:forms"
            | "table:shapes"
            | "text:table-of-content"
            | "table:covered-table-cell" => Some(""),
            "office:annotation" => Some("a comment was left out"),
            "text:note" => Some("a footnote was left out"),
            "draw:text-box" => Some("a text box was left out"),
            "text:hidden-text" | "text:hidden-paragraph" => Some("hidden text was left out"),
            "text:section" if tag.get("display") == Some("none") => {
                Some("a hidden section was left out")
            }
            "text:p" | "text:h" | "text:span" if self.styles.is_hidden(style) => {
                Some("hidden text was left out")
            }
            "table:table" if self.tables.is_empty() && !self.styles.is_shown(style) => {
                Some("the sheet is hidden, and was left out")
            }
            "table:table-row" if is_hidden(tag) => Some("a hidden row was left out"),
            _ => None,
        }
    }

    /// Moves past a cell that another one covers.
    fn cover(&mut self, tag: &Tag) {
        if tag.name == "table:covered-table-cell"
            && let Some(table) = self.tables.last_mut()
        {
            let times = tag.number("number-columns-repeated").unwrap_or(1).max(1);
            table.column = table.column.saturating_add(times);
        }
    }

    fn tell_skipped(&mut self) {
        let why = std::mem::take(&mut self.why);
        if why.is_empty() {
            return;
        }
        let said = self.skipped.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(table) = self.tables.last_mut().filter(|_| why.contains("row")) {
            table.row += 1;
        }
        if said.is_empty() && why.contains("row") {
            return;
        }
        self.out.hidden(if said.is_empty() {
            why.to_owned()
        } else {
            format!("{why}: \u{201c}{said}\u{201d}")
        });
    }

    fn open(&mut self, tag: &Tag) -> Result<(), Fault> {
        match tag.name.as_str() {
            "office:spreadsheet" => self.sheets = true,
            "text:h" => self.heading(tag)?,
            "text:p" => self.paragraph(tag)?,
            "text:list" => self.list(tag),
            "text:list-item" | "text:list-header" => {
                if let Some(list) = self.lists.last_mut() {
                    list.fresh = tag.name == "text:list-item";
                    list.start = tag.number("start-value").and_then(|n| u32::try_from(n).ok());
                }
            }
            "text:s" => self.out.text(&" ".repeat(tag.number("c").unwrap_or(1).min(100)))?,
            "text:tab" => self.out.text("\t")?,
            "text:line-break" => self.out.text("\n")?,
            name if name.starts_with("table:") => self.table(tag)?,
            _ => {}
        }
        Ok(())
    }

    fn heading(&mut self, tag: &Tag) -> Result<(), Fault> {
        self.words += 1;
        let level = tag.number("outline-level").unwrap_or(1).clamp(1, 10);
        let plain = tag.get("is-list-header") == Some("true");
        let mut marker = String::new();
        if let Some(depth) = self.lists.len().checked_sub(1)
            && let Some(list) = self.lists.last_mut()
        {
            if std::mem::take(&mut list.fresh) {
                let (style, start) = (list.style.clone(), list.start.take());
                marker = self.styles.next(&style, depth, start);
            }
        } else if !plain {
            let start = tag.number("start-value").and_then(|n| u32::try_from(n).ok());
            marker = self.styles.next(OUTLINE, level - 1, start);
        }
        let marker = if marker == "\u{2022}" { String::new() } else { marker };
        self.out.begin(Role::Heading, level, &marker)
    }

    fn paragraph(&mut self, tag: &Tag) -> Result<(), Fault> {
        self.words += 1;
        let instead = self.tables.last().is_some_and(|table| table.instead);
        let depth = self.lists.len().saturating_sub(1);
        let fresh = self.lists.last_mut().and_then(|list| {
            std::mem::take(&mut list.fresh).then(|| (list.style.clone(), list.start.take()))
        });
        match fresh {
            Some((mut style, start)) if !instead => {
                if style.is_empty() {
                    style = self
                        .styles
                        .list_of(tag.get("style-name").unwrap_or_default())
                        .unwrap_or_default();
                }
                let marker = self.styles.next(&style, depth, start);
                self.out.begin(Role::Item, depth, &marker)
            }
            _ => self.out.begin(Role::Line, depth, ""),
        }
    }

    fn list(&mut self, tag: &Tag) {
        let outer = self.lists.last().map(|list| list.style.clone());
        let style = tag.get("style-name").map(str::to_owned).or(outer).unwrap_or_default();
        let goes_on =
            tag.get("continue-numbering") == Some("true") || tag.get("continue-list").is_some();
        if self.lists.is_empty() && !goes_on {
            self.styles.again(&style);
        }
        self.lists.push(List { style, fresh: false, start: None });
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        if self.words == 0 || self.tables.last().is_some_and(|table| table.instead) {
            return Ok(());
        }
        let mut said = String::with_capacity(text.len());
        let mut spaced = self.out.is_spaced();
        for c in text.chars() {
            let space = matches!(c, ' ' | '\n' | '\t' | '\r');
            if !(space && spaced) {
                said.push(if space { ' ' } else { c });
            }
            spaced = space;
        }
        if said.is_empty() { Ok(()) } else { self.out.text(&said) }
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "text:p" | "text:h" => {
                self.words = self.words.saturating_sub(1);
                self.out.end()?;
            }
            "text:list" => {
                self.lists.pop();
            }
            "table:table-cell" => self.end_cell()?,
            "table:table-row" => self.end_row()?,
            "table:table" => {
                self.tables.pop();
                self.out.close_table()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn table(&mut self, tag: &Tag) -> Result<(), Fault> {
        let repeated = |name: &str| tag.number(name).unwrap_or(1).max(1);
        match tag.name.as_str() {
            "table:table" => {
                let sheet = self.sheets && self.tables.is_empty() && tag.get("name").is_some();
                let name = tag.get("name").unwrap_or_default();
                self.out.open_table(if sheet { name } else { "" })?;
                let sheet = sheet.then(|| name.to_owned());
                self.tables.push(Grid { sheet, ..Grid::default() });
            }
            "table:table-column" => {
                let Some(table) = self.tables.last_mut() else { return Ok(()) };
                let from = table.columns;
                table.columns = from.saturating_add(repeated("number-columns-repeated"));
                if is_hidden(tag) {
                    table.hidden.push((from, table.columns));
                    self.out.hidden("a hidden column was left out");
                }
            }
            "table:table-row" => {
                let Some(table) = self.tables.last_mut() else { return Ok(()) };
                table.rows = repeated("number-rows-repeated");
                table.column = 0;
                table.begun = false;
            }
            "table:table-cell" => self.cell(tag)?,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, tag: &Tag) -> Result<(), Fault> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        table.cells = tag.number("number-columns-repeated").unwrap_or(1).max(1);
        let sort = tag.get("value-type").unwrap_or_default();
        table.value = match sort {
            "date" => tag.get("date-value").map(|day| day.trim_end_matches("T00:00:00").to_owned()),
            "boolean" => tag.get("boolean-value").map(str::to_uppercase),
            "string" => tag.get("string-value").map(str::to_owned),
            _ => tag.get("value").map(str::to_owned),
        }
        .unwrap_or_default();
        table.instead = matches!(sort, "date" | "float") && !table.value.is_empty();
        let unworked = tag.get("formula").is_some() && sort.is_empty();
        let hidden = table.hidden.iter().any(|(from, to)| (*from..*to).contains(&table.column));
        let column = table.column;
        let sheet = table.sheet.clone();
        if !table.begun {
            let place = sheet.map(|name| format!("sheet {name}, row {}", table.row + 1));
            table.begun = true;
            self.out.open_row(place)?;
        }
        if hidden {
            pass(table);
            self.skipping = 1;
            return Ok(());
        }
        let span = tag.number("number-columns-spanned").unwrap_or(1);
        let down = tag.number("number-rows-spanned").unwrap_or(1);
        // An empty cell is not begun: the empty ones to the right of a sheet
        // would fill it.
        if column < limit::COLUMNS {
            self.out.open_cell_at(column, span.min(limit::COLUMNS - column), down, false)?;
        }
        if unworked {
            let place = self.out.place();
            self.out.note(place, "a formula has no result in the file");
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Fault> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let value = std::mem::take(&mut table.value);
        let (instead, times, column) = (table.instead, table.cells, table.column);
        table.instead = false;
        pass(table);
        if instead || (!value.is_empty() && self.out.is_blank()) {
            self.out.begin(Role::Line, 0, "")?;
            self.out.text(&value)?;
        }
        self.out.close_cell()?;
        if times > 1 && column + times > limit::COLUMNS && !self.out.is_blank() {
            return Err(Fault::over(
                format!("{} has too many columns", self.out.place()),
                "256 columns",
            ));
        }
        self.out.repeat_cell(times - 1)
    }

    /// Ends a row; one of a sheet that says nothing is not kept.
    fn end_row(&mut self) -> Result<(), Fault> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let (times, begun) = (table.rows, table.begun);
        table.row = table.row.saturating_add(times);
        table.begun = false;
        let sheet = table.sheet.is_some();
        if begun && !self.out.is_row_blank() {
            // The rest of a sheet is as wide as sheets are.
            if sheet {
                self.out.trim_row()?;
            }
            return self.out.repeat_row(times - 1);
        }
        if begun && sheet {
            self.out.drop_row();
        }
        Ok(())
    }

    /// The paper, whole.
    pub(super) fn finish(mut self) -> Result<Paper, Fault> {
        if self.deletions > 0 {
            let text =
                format!("{} tracked deletions were dropped; insertions were kept", self.deletions);
            self.out.hidden_at("the whole file", text);
        }
        self.out.finish()
    }
}
