//! Plain text and Markdown, line by line: headings, lists by their indent,
//! tables by tabs or bars, and scraps of web pages.
//!
//! Clerks' files called `.md` and `.txt` are mostly neither: lists typed by
//! hand, tables pasted with tabs, a little HTML. Typed numbers are kept as
//! typed, which a Markdown parser would not do.

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::{Block, Cell, Paper, Piece, Role, Row, Table};
use super::super::report::Remark;
use super::super::words::{marker, part};
use super::filled::{self, Filled};
use super::line::{PAGE, front_matter, heading, is_page, is_row, is_rule};
use super::margin::Margin;
use super::nesting::Nesting;
use super::{aligned, bars, html, inline, paged, ruled, running};

/// Reads `text`.
pub(super) fn read(text: &str) -> Result<Paper, Fault> {
    let text = paged::in_brackets(text);
    let (text, struck) = inline::unstruck(&text);
    let lines: Vec<&str> = text.lines().take(limit::LINES + 1).collect();
    if lines.len() > limit::LINES {
        return Err(Fault::over("the paper is too long", "500,000 lines"));
    }
    // A line that is too long is told as that.
    if text.len() > limit::SAID && lines.iter().all(|line| line.len() <= limit::TEXT) {
        return Err(Fault::over("the paper is too long", limit::SAID_SAID));
    }
    let mut reader = Reader { filled: Filled::of(&lines), ..Reader::default() };
    reader.paper.hidden.extend(struck);
    let (running, told) = running::heads(&lines);
    reader.paper.hidden.extend(told);
    let mut at = front_matter(&lines);
    if at > 0 {
        let said = "settings at the head of the file were left out";
        reader.paper.hidden.push(Remark::new("line 1", said));
    }
    while at < lines.len() {
        at = if running.contains(&at) { at + 1 } else { reader.line(&lines, at)? };
        if reader.paper.pieces.len() > limit::PARAGRAPHS {
            return Err(Fault::over("the paper is too long", limit::PARAGRAPHS_SAID));
        }
    }
    reader.flush()?;
    Ok(reader.paper)
}

#[derive(Default)]
struct Reader {
    paper: Paper,
    open: Option<Open>,
    lists: Nesting,
    rows: Vec<Row>,
    cells: usize,
    filled: Filled,
    margin: Margin,
    /// Whether the line being read ends as Markdown has it where its break is to stay.
    kept: bool,
}

/// A paragraph or item being read.
struct Open {
    role: Role,
    level: u8,
    marker: String,
    line: usize,
    text: String,
    /// How long its last line is, in characters.
    long: usize,
}

impl Reader {
    /// Reads the line at `at`, and those that belong to it; returns the next.
    fn line(&mut self, lines: &[&str], at: usize) -> Result<usize, Fault> {
        let raw = lines[at];
        let line = self.margin.cut(raw).trim_end();
        self.kept = raw.ends_with("  ");
        let bare = line.trim_start().trim_start_matches("> ");
        if line.len() > limit::TEXT {
            return Err(Fault::over(
                format!("line {} is too long", at + 1),
                "64 KB of text in one line",
            ));
        }
        if bare.is_empty() || bare == ">" {
            self.flush()?;
        } else if let Some(fence) = ["```", "~~~"].into_iter().find(|fence| bare.starts_with(fence))
        {
            return self.fenced(lines, at, fence);
        } else if bare.starts_with("<!--") {
            return self.comment(lines, at);
        } else if let Some((rows, used)) =
            bars::grid(&lines[at..]).or_else(|| ruled::rows(&lines[at..]))
        {
            self.flush()?;
            for (nth, cells) in rows {
                self.row(cells.iter().map(String::as_str), at + nth)?;
            }
            self.flush_table();
            return Ok(at + used);
        } else if is_page(bare) {
            return self.page(lines, at);
        } else if let Some((level, words)) = heading(bare).filter(|_| !line.starts_with("    ")) {
            self.flush()?;
            self.lists.clear();
            self.push(Role::Heading, level, "", at, words)?;
        } else if is_rule(bare) {
            self.rule(bare)?;
        } else if bars::is_row(bare, lines.get(at + 1)) {
            self.bar_row(bare, at)?;
        } else if is_row(lines, at) {
            self.row(line.split('\t').map(str::trim), at)?;
        } else if let table = aligned::table(&lines[at..])
            && table.lines > 0
        {
            self.flush()?;
            for (nth, row) in table.rows {
                self.row(row.iter().map(String::as_str), at + nth)?;
            }
            return Ok(at + table.lines);
        } else {
            // What is quoted is read as what it quotes.
            let quoted = line.trim_start().starts_with("> ");
            self.words(if quoted { bare } else { line }, at)?;
        }
        Ok(at + 1)
    }

    /// A line of a paragraph or of a list.
    fn words(&mut self, line: &str, at: usize) -> Result<(), Fault> {
        self.flush_table();
        let line = line.replace('\t', "    ");
        let trimmed = line.trim_start();
        let long = if self.kept { 0 } else { line.chars().count() };
        let indent = line.chars().count() - trimmed.chars().count();
        if let Some((mark, words)) = marker::split(trimmed) {
            self.flush()?;
            let words_at = indent + trimmed.chars().count() - words.chars().count();
            let level = self.lists.item(indent, words_at, mark);
            self.open = Some(Open {
                role: Role::Item,
                level,
                marker: mark.to_owned(),
                line: at,
                text: words.to_owned(),
                long,
            });
            return Ok(());
        }
        // A line further out than the item it follows is none of its words, nor
        // is one that opens another part.
        let outer = self.lists.is_outside(indent);
        let item = self.open.as_ref().is_some_and(|open| open.role == Role::Item);
        if item && (outer || part::of(trimmed).is_some()) {
            self.flush_text()?;
        }
        match &mut self.open {
            Some(open) if open.text.len() + line.len() > limit::TEXT => {
                let what = format!("the paragraph at line {} is too long", open.line + 1);
                return Err(Fault::over(what, "64 KB of text in one paragraph"));
            }
            Some(open) => {
                let hangs = item && !self.kept && self.lists.hangs(indent);
                let hangs = hangs && filled::breaks_off(&open.text, trimmed);
                let day = filled::parts_a_day(&open.text, trimmed);
                let goes_on = hangs || day || self.filled.goes_on(open.long, trimmed);
                open.text.push(if goes_on { ' ' } else { '\n' });
                open.text.push_str(trimmed);
                open.long = long;
            }
            None => {
                let level = self.lists.line(indent);
                let (marker, text) = (String::new(), trimmed.to_owned());
                self.open = Some(Open { role: Role::Line, level, marker, line: at, text, long });
            }
        }
        Ok(())
    }

    /// A line of nothing but dashes or the like: it makes the line above a
    /// heading, or means nothing.
    fn rule(&mut self, line: &str) -> Result<(), Fault> {
        match self.open.take() {
            Some(open)
                if open.role == Role::Line
                    && !open.text.contains('\n')
                    && line.starts_with(['=', '-']) =>
            {
                self.lists.clear();
                let level = if line.starts_with('=') { 1 } else { 2 };
                self.push(Role::Heading, level, "", open.line, &open.text)
            }
            open => {
                self.open = open;
                self.flush()
            }
        }
    }

    fn fenced(&mut self, lines: &[&str], at: usize, fence: &str) -> Result<usize, Fault> {
        self.flush()?;
        let inside =
            lines[at + 1..].iter().take_while(|line| !line.trim_start().starts_with(fence));
        let end = at + 1 + inside.count();
        for (nth, line) in lines.iter().enumerate().take(end).skip(at + 1) {
            let block = Block {
                place: format!("line {}", nth + 1),
                role: Role::Line,
                level: 0,
                marker: String::new(),
                text: line.split_whitespace().collect::<Vec<_>>().join(" "),
                nth: 0,
            };
            if !block.text.is_empty() {
                self.paper.pieces.push(Piece::Text(block));
            }
        }
        Ok(end + 1)
    }

    fn comment(&mut self, lines: &[&str], at: usize) -> Result<usize, Fault> {
        self.flush()?;
        let end = lines[at..]
            .iter()
            .position(|line| line.contains("-->"))
            .unwrap_or(lines.len() - at - 1);
        let said = "a comment, which readers do not see, was left out";
        self.paper.hidden.push(Remark::new(format!("line {}", at + 1), said));
        Ok(at + end + 1)
    }

    /// A table or list of a web page that fills lines of its own.
    fn page(&mut self, lines: &[&str], at: usize) -> Result<usize, Fault> {
        self.flush()?;
        let mut open = 0usize;
        let mut end = at;
        while end < lines.len() {
            let line = lines[end].to_ascii_lowercase();
            for name in PAGE {
                open += line.matches(&format!("<{name}")).count();
                open = open.saturating_sub(line.matches(&format!("</{name}")).count());
            }
            end += 1;
            if open == 0 {
                break;
            }
        }
        let place = format!("line {}", at + 1);
        let scrap = html::scrap(&lines[at..end].join("\n"), &place)?;
        for mut piece in scrap.pieces {
            match &mut piece {
                Piece::Text(block) => block.place.clone_from(&place),
                Piece::Table(table) => {
                    for (row, nth) in table.rows.iter_mut().zip(1..) {
                        row.place = format!("{place}, row {nth}");
                    }
                }
            }
            self.paper.pieces.push(piece);
        }
        self.paper.hidden.extend(scrap.hidden);
        Ok(end)
    }

    fn bar_row(&mut self, line: &str, at: usize) -> Result<(), Fault> {
        if bars::is_divider(line) {
            return Ok(());
        }
        let cells = bars::cells(line);
        self.row(cells.iter().map(String::as_str), at)
    }

    fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>, at: usize) -> Result<(), Fault> {
        self.flush_text()?;
        let place = format!("line {}", at + 1);
        let mut row = Row { place, cells: vec![] };
        for (column, text) in cells.enumerate() {
            if column >= limit::COLUMNS {
                return Err(Fault::over(
                    format!("line {} has too many columns", at + 1),
                    "256 columns",
                ));
            }
            let blocks = blocks(&row.place, Role::Line, 0, "", text)?;
            row.cells.push(Cell { at: column, span: 1, joined: false, blocks });
        }
        self.cells += row.cells.len();
        if self.cells > limit::CELLS {
            return Err(Fault::over("the tables are too large", "100,000 cells"));
        }
        self.rows.push(row);
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Fault> {
        self.flush_table();
        self.flush_text()
    }

    fn flush_table(&mut self) {
        if !self.rows.is_empty() {
            let rows = std::mem::take(&mut self.rows);
            self.paper.pieces.push(Piece::Table(Table { sheet: String::new(), rows }));
        }
    }

    fn flush_text(&mut self) -> Result<(), Fault> {
        match self.open.take() {
            Some(open) => {
                self.push(open.role, open.level, &open.marker, open.line, &open.text)?;
                let told = self.margin.told();
                told.map_or(Ok(()), |told| self.push(Role::Line, 0, "", open.line, &told))
            }
            None => Ok(()),
        }
    }

    fn push(
        &mut self,
        role: Role,
        level: u8,
        mark: &str,
        line: usize,
        text: &str,
    ) -> Result<(), Fault> {
        let found = blocks(&format!("line {}", line + 1), role, level, mark, text)?;
        self.paper.pieces.extend(found.into_iter().map(Piece::Text));
        Ok(())
    }
}

/// The blocks that `text` comes to, whatever marks are in it.
fn blocks(place: &str, role: Role, level: u8, mark: &str, text: &str) -> Result<Vec<Block>, Fault> {
    if !html::is_marked(text) {
        return Ok(Block::split(place, role, level, mark, &inline::plain(text)));
    }
    let mut found = html::blocks(text, place)?;
    for block in &mut found {
        block.text = inline::plain(&block.text);
    }
    if let Some(first) = found.first_mut() {
        first.role = if first.role == Role::Line { role } else { first.role };
        first.level = first.level.max(level);
        if first.marker.is_empty() {
            mark.clone_into(&mut first.marker);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let paper = read(text).unwrap();
        let found: Vec<String> = paper
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(b) => format!("{:?}{} {}|{}", b.role, b.level, b.marker, b.text),
                Piece::Table(t) => t
                    .rows
                    .iter()
                    .map(|row| row.cells.iter().map(Cell::flat).collect::<Vec<_>>().join("/"))
                    .collect::<Vec<_>>()
                    .join(" // "),
            })
            .collect();
        assert_eq!(found, want);
    }

    #[test]
    fn lists_nest_by_their_indent() {
        check(
            " 9. Nine\n    A. Sub\n10. Ten\n    words\n\n- a\n  - b\n",
            &["Item0 9.|Nine", "Item1 A.|Sub", "Item0 10.|Ten words", "Item0 -|a", "Item1 -|b"],
        );
    }

    #[test]
    fn headings_are_marked_or_underlined() {
        check(
            "# One\nTwo\n---\n```\n# not one\n```",
            &["Heading1 |One", "Heading2 |Two", "Line0 |# not one"],
        );
    }

    #[test]
    fn tabs_and_bars_make_tables() {
        check("A\tB\nC\tD\n\nx", &["A/B // C/D", "Line0 |x"]);
        check("| A | B |\n|---|---|\n| c \\| d | e |", &["A/B // c | d/e"]);
        check("5.\tApologies", &["Item0 5.|Apologies"]);
        check("\\- to be words", &["Item0 \\-|to be words"]);
    }
}
