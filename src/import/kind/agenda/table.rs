//! The items of an agenda that is a table: a number, a title and a presenter
//! to a row, with days and breaks between.

use super::super::super::paper::{Block, Cell, Paper, Piece, Row, Table};
use super::super::super::report::Report;
use super::super::super::words::column::Column;
use super::super::super::words::fold::fold;
use super::super::super::words::nothing::is_nothing;
use super::super::super::words::{marker, when};
use super::super::particulars;
use super::asked;
use super::columns::{headings, unheaded};
use super::line::Line;
use super::outline::{self, Labels};
use super::purpose;
use super::reference;
use super::title;

/// The items in the tables of `paper`; days, breaks and rows without a number
/// are told to `report`.
pub(super) fn lines(paper: &Paper, report: &mut Report) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![];
    for piece in &paper.pieces {
        let Piece::Table(table) = piece else { continue };
        let columns =
            table.rows.iter().take(12).enumerate().find_map(|(at, row)| Some((at, headings(row)?)));
        let bare = columns.as_ref().map_or_else(|| unheaded(table), |_| None);
        if columns.is_none() && bare.is_none() && !is_numbered(table) {
            pass(table, report);
            continue;
        }
        if let Some((at, columns)) = &columns {
            unread(&table.rows[*at], columns, report);
        }
        let first = columns.as_ref().map_or(0, |(at, _)| at + 1);
        let columns = columns.as_ref().map(|(_, columns)| columns).or(bare.as_ref());
        for row in &table.rows[first..] {
            read(row, columns.map(Vec::as_slice), &mut lines, report);
        }
    }
    lines
}

/// Tells of a table that has no items, and does not only say when and where they meet.
fn pass(table: &Table, report: &mut Report) {
    let mut rows = table.rows.iter().filter(|row| row.said().next().is_some());
    if rows.clone().all(|row| particulars::of_row(row).is_some()) {
        return;
    }
    let Some(first) = rows.next() else { return };
    let begins = first.said().map(Cell::flat).collect::<Vec<_>>().join(", ");
    let begins: String = begins.chars().take(60).collect();
    let text = format!("a table without items of business, not read in: \u{201c}{begins}\u{201d}");
    report.pass(first.place.clone(), text);
}

/// Tells of columns that are not read in.
fn unread(head: &Row, columns: &[(usize, Column)], report: &mut Report) {
    for cell in head.said().filter(|cell| columns.iter().all(|(at, _)| *at != cell.at)) {
        let text = format!("the column \u{201c}{}\u{201d} was not read in", cell.flat());
        report.pass(head.place.clone(), text);
    }
}

/// Whether the first cells of at least two rows hold nothing but a number.
fn is_numbered(table: &Table) -> bool {
    let numbered = |row: &&Row| {
        let said: Vec<&Cell> = row.said().take(2).collect();
        matches!(said[..], [first, second] if !numbers(first).is_empty() && second.flat().chars().any(char::is_alphabetic) && second.flat().len() > 3)
    };
    let small = table.rows.iter().filter(|row| row.cells.len() <= 6);
    small.filter(numbered).count() >= 2
}

/// The numbers that a cell holds, and nothing else, with their line in it.
pub(super) fn numbers(cell: &Cell) -> Vec<(u32, String)> {
    let lone = |block: &Block| {
        marker::is_lone(&block.full()) && block.full().chars().any(|c| c.is_ascii_digit())
    };
    if !cell.blocks.iter().all(lone) {
        return vec![];
    }
    let clean = |block: &Block| block.full().trim().trim_end_matches(['.', ')', ':']).to_owned();
    cell.blocks.iter().map(|block| (block.nth, clean(block))).collect()
}

fn read(
    row: &Row,
    columns: Option<&[(usize, Column)]>,
    lines: &mut Vec<Line>,
    report: &mut Report,
) {
    let said: Vec<&Cell> = row.said().collect();
    if let [only] = said[..]
        && (row.cells.len() == 1 || only.span > 1 || columns.is_some())
        && numbers(only).is_empty()
    {
        return only.blocks.iter().for_each(|block| aside(block, report));
    }
    let of = |wanted: &[Column]| {
        let at = columns?.iter().find(|(_, column)| wanted.contains(column))?.0;
        row.cell(at)
    };
    let (number, titled, lead) = match columns {
        Some(_) => {
            (of(&[Column::Number]), of(&[Column::Title]), of(&[Column::Lead, Column::Owner]))
        }
        None => (row.cells.first(), row.cells.get(1), row.cells.get(2)),
    };
    let Some(titled) = titled.filter(|cell| !cell.is_empty()) else {
        // A pause stands in the column of numbers, with its time beside it.
        let pause = said.iter().filter(|cell| numbers(cell).is_empty());
        return pause.take(1).flat_map(|cell| &cell.blocks).for_each(|block| aside(block, report));
    };
    let numbers = number.map(numbers).unwrap_or_default();
    if numbers.is_empty() && (columns.is_none() || of(&[Column::Number]).is_some()) {
        return titled.blocks.iter().for_each(|block| aside(block, report));
    }
    let none = Cell::default();
    // A column that nothing heads may give the pages of the pack, and no presenter.
    let pages =
        lead.map(Cell::flat).filter(|said| !said.is_empty() && reference::on_pages(said) != *said);
    let lead = lead.filter(|_| pages.is_none()).unwrap_or(&none);
    let mut made = cut(&numbers, titled, lead, row, report);
    if columns.is_none() {
        unheaded_beside(row, made.first_mut(), report);
    }
    for line in made.iter_mut().filter(|line| line.depth == 0 || line.number.contains('.')) {
        beside(line, row, columns);
        if let Some(pages) = &pages {
            let reference = reference::on_pages(pages);
            line.papers.push(super::line::Paper { reference, lead: String::new() });
        }
    }
    for line in made {
        match lines.iter_mut().find(|had| had.number == line.number && !line.number.is_empty()) {
            Some(had) => {
                report.fact(line.place.clone(), format!("item {} continued", line.number));
                had.go_on(line);
            }
            None => lines.push(line),
        }
    }
}

/// Takes the time of an item from the columns that nothing heads, behind those that every such
/// table has; what else they say is told.
fn unheaded_beside(row: &Row, mut line: Option<&mut Line>, report: &mut Report) {
    for cell in row.cells.iter().skip(3).filter(|cell| !cell.is_empty()) {
        let said = cell.flat();
        let timed = when::whole_time(&said).is_some();
        match line.as_mut().filter(|line| timed && line.time.is_empty()) {
            Some(line) => line.time = said,
            None => report.pass(
                row.place.clone(),
                format!("in a column that nothing heads, not read in: \u{201c}{said}\u{201d}"),
            ),
        }
    }
}

/// Puts what other columns say of an item beside it.
fn beside(line: &mut Line, row: &Row, columns: Option<&[(usize, Column)]>) {
    let of = |wanted: Column| {
        let at = columns?.iter().find(|(_, column)| *column == wanted)?.0;
        row.cell(at)
    };
    if let Some(minutes) = of(Column::Length).map(Cell::flat) {
        let bare = minutes.trim().parse().ok();
        line.minutes =
            when::minutes(&minutes).map(|(minutes, _)| minutes).or(bare).or(line.minutes);
    }
    if let Some(time) = of(Column::Time).map(Cell::flat).filter(|time| !time.is_empty()) {
        line.time = time;
    }
    if let Some(paper) = of(Column::Paper).filter(|cell| !cell.is_empty()) {
        let none = ["", "verbal", "oral", "none", "na", "n a", "presentation", "to follow", "tbc"];
        // "Decision / Paper A" says what it is for as well.
        for said in paper.flat().split(" / ").map(purpose::sought) {
            if !none.contains(&fold(&said).as_str()) && !reference::add_paper(&said, line) {
                let reference = reference::on_pages(&said);
                line.papers.push(super::line::Paper { reference, lead: String::new() });
            }
        }
    }
    let asked = of(Column::Recommendation).map(Cell::flat).filter(|asked| !is_nothing(asked));
    if let Some(asked) = asked {
        line.recommendation = asked::asked(&asked);
    }
}

/// The items of one row: one, or as many as its number cell has numbers.
fn cut(
    numbers: &[(u32, String)],
    titled: &Cell,
    lead: &Cell,
    row: &Row,
    report: &mut Report,
) -> Vec<Line> {
    let mut blocks: Vec<&Block> = vec![];
    for block in &titled.blocks {
        if title::is_break(&block.flat()) { aside(block, report) } else { blocks.push(block) }
    }
    let plain = |number: &str, blocks: &[&Block], leads: &[String]| {
        let mut line =
            Line { number: number.to_owned(), place: row.place.clone(), ..Line::default() };
        if number.contains('(') || number.contains('.') {
            line.depth = usize::from(
                !number.ends_with('.') && number.split('.').count() > 1 && numbers.len() == 1,
            );
        }
        fill(&mut line, blocks, leads);
        line
    };
    let leads = |from: u32, to: u32| -> Vec<String> {
        let within = lead.blocks.iter().filter(|block| (from..to).contains(&block.nth));
        within.map(crate::import::paper::Block::full).collect()
    };
    match numbers {
        [] | [_] => {
            let number = numbers.first().map_or("", |(_, number)| number);
            if blocks.is_empty() {
                return Vec::new();
            }
            let (own, within) = parted(&blocks, number);
            let mut lines = vec![plain(number, &own, &leads(0, u32::MAX))];
            lines.extend(within);
            lines
        }
        several if several.len() == blocks.len() => several
            .iter()
            .enumerate()
            .map(|(nth, (from, number))| {
                let to = several.get(nth + 1).map_or(u32::MAX, |(to, _)| *to);
                plain(number, &blocks[nth..=nth], &leads(*from, to))
            })
            .collect(),
        several => {
            let text = "the row has several numbers, and it is not clear which words go with which";
            report.warn(row.place.clone(), text);
            let number =
                several.iter().map(|(_, number)| number.as_str()).collect::<Vec<_>>().join(", ");
            vec![plain(&number, &blocks, &leads(0, u32::MAX))]
        }
    }
}

/// The blocks of an item of its own, and the items within it that its cell
/// letters: "(a) Corporate".
fn parted<'b>(blocks: &[&'b Block], number: &str) -> (Vec<&'b Block>, Vec<Line>) {
    let mut labels = Labels::default();
    let (mut own, mut within) = (vec![], vec![]);
    for (nth, block) in blocks.iter().enumerate() {
        match labels.next(block, number).filter(|_| nth > 0 && !number.is_empty()) {
            Some(label) => within.push(outline::begin(block, 1, &label)),
            None => own.push(*block),
        }
    }
    (own, within)
}

/// Puts the words of the title cell and of the presenter's into `line`. Each
/// paper has its own presenter where there are as many of one as of the other.
fn fill(line: &mut Line, blocks: &[&Block], leads: &[String]) {
    let Some((first, rest)) = blocks.split_first() else { return };
    // A title may be broken anywhere; what stands beside it begins a line.
    let lines: Vec<&str> = first.text.split('\n').collect();
    let end = lines.iter().skip(1).position(|text| title::is_beside(text));
    let (own, under) = lines.split_at(end.map_or(lines.len(), |at| at + 1));
    title::read(&own.join(" "), line);
    for text in under {
        title::under(text, line);
    }
    if title::is_continued(&line.title) {
        line.title.clear();
    }
    for block in rest {
        let parts = papers(&block.flat());
        if parts.is_empty() {
            title::under(&block.flat(), line);
        }
        for part in parts {
            reference::add_paper(&part, line);
        }
    }
    let leads: Vec<&String> = leads.iter().filter(|lead| !lead.trim().is_empty()).collect();
    let papers = line.papers.len();
    let own = match leads.len() {
        0 => return,
        1 => 1,
        many if papers == 0 => many,
        many if many == papers => 0,
        many if many == papers + 1 => 1,
        many => many,
    };
    let named: Vec<&str> = leads[..own].iter().map(|lead| lead_alone(lead, line)).collect();
    line.lead = named.join(", ");
    for (paper, lead) in line.papers.iter_mut().zip(&leads[own..]) {
        lead.trim().clone_into(&mut paper.lead);
    }
}

/// Who leads on an item, without what it is for and the paper that columns put beside them:
/// "Dr P Lowe DECISION Paper 1".
fn lead_alone<'a>(lead: &'a str, line: &mut Line) -> &'a str {
    const FOR: [&str; 7] =
        ["DECISION", "DISCUSSION", "UPDATE", "INFORMATION", "NOTE", "NOTING", "APPROVAL"];
    let words = lead.split_whitespace();
    let purpose = words.skip(1).find(|word| FOR.contains(word));
    let Some((who, after)) = purpose.and_then(|word| lead.split_once(word)) else {
        return lead.trim();
    };
    if !after.trim().is_empty() {
        reference::add_paper(after.trim(), line);
    }
    who.trim()
}

/// The papers that one line lists, each from its reference on: "Doc 8.2 … Doc
/// 8.3 …" is two.
fn papers(text: &str) -> Vec<String> {
    let starts: Vec<usize> = text
        .match_indices("Doc ")
        .map(|(at, _)| at)
        .filter(|at| reference::reference(&text[*at..]).is_some())
        .collect();
    if starts.first() != Some(&0) {
        return reference::reference(text).map(|_| text.to_owned()).into_iter().collect();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(from, to)| text[*from..to].to_owned()).collect()
}

/// How far from its front a line that only says the day says it: "Day 2: 3 May".
const DAY_FIRST: usize = 12;

/// A day, a break, or words that no number makes an item of.
fn aside(block: &Block, report: &mut Report) {
    let text = block.flat();
    let first = text.split([' ', ',', '(']).next().unwrap_or_default();
    let dated = when::days(&text).first().is_some_and(|day| day.at.start <= DAY_FIRST);
    let day = when::weekday(first).is_some() || dated;
    if day {
        report.count("days", 1);
        report.fact(block.place.clone(), format!("day: {text}"));
    } else if title::is_break(&text) {
        let end = fold(&text).contains("adjourn");
        report.count(if end { "ends" } else { "breaks" }, 1);
        let what = if end { "end of the day" } else { "break" };
        report.fact(block.place.clone(), format!("{what}, not an item: {text}"));
    } else {
        report.pass(
            block.place.clone(),
            format!("has no number, and was not taken for an item: \u{201c}{text}\u{201d}"),
        );
    }
}
