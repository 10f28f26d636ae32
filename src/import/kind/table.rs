//! Tables whose columns are headed: the heading found, and the rows under it
//! as records.

use super::super::fault::Fault;
use super::super::paper::{Block, Cell, Paper, Piece, Role, Row, Table};
use super::super::report::Report;
use super::super::words::column::{self, Column};
use super::super::words::fold::fold;

/// How far down a table its headings may stand.
const REACH: usize = 12;

/// A table with its columns known.
pub(super) struct Headed<'a> {
    table: &'a Table,
    columns: Vec<(usize, Column)>,
    first: usize,
    /// The headings as printed, each with what its column holds, if anyone knows.
    pub(super) headings: Vec<(String, Option<Column>)>,
    /// The last line of text before the table.
    pub(super) before: String,
    /// The last heading before it, after the table before that.
    pub(super) under: String,
    /// What stands in its rows above the headings.
    pub(super) above: String,
}

/// A row of such a table.
pub(super) struct Record<'a> {
    headed: &'a Headed<'a>,
    at: usize,
}

/// The tables of `paper` whose headings `fits` accepts.
///
/// # Errors
///
/// If two columns have the same heading, nobody can say which is meant.
pub(super) fn headed(paper: &Paper, fits: fn(&[Column]) -> bool) -> Result<Vec<Headed<'_>>, Fault> {
    let mut found = vec![];
    let (mut before, mut under) = (String::new(), String::new());
    for piece in &paper.pieces {
        let table = match piece {
            Piece::Text(block) => {
                before = block.flat();
                if block.role == Role::Heading {
                    under.clone_from(&before);
                }
                continue;
            }
            Piece::Table(table) => table,
        };
        let Some((at, columns)) = heading(table, fits) else { continue };
        twice(&table.rows[at])?;
        let headings = table.rows[at].said().map(|cell| {
            let column = columns.iter().find(|(column, _)| *column == cell.at);
            (cell.flat(), column.map(|(_, column)| *column))
        });
        let headings = headings.collect();
        found.push(Headed {
            table,
            columns,
            first: at + 1,
            headings,
            before: std::mem::take(&mut before),
            under: std::mem::take(&mut under),
            above: table.rows[..at].iter().flat_map(Row::said).map(Cell::flat).collect(),
        });
    }
    Ok(found)
}

/// Whether a table of `paper` is headed so, and where.
pub(super) fn has(paper: &Paper, fits: fn(&[Column]) -> bool) -> Option<String> {
    paper.tables().find_map(|table| {
        heading(table, fits).and_then(|(at, _)| Some(table.rows.get(at)?.place.clone()))
    })
}

/// Which row heads a table, and its columns. A row under one that names more columns is none:
/// "On track" stands in it as a value.
fn heading(table: &Table, fits: fn(&[Column]) -> bool) -> Option<(usize, Vec<(usize, Column)>)> {
    let mut most = 0;
    table.rows.iter().take(REACH).enumerate().filter(|(_, row)| can_head(row)).find_map(
        |(at, row)| {
            let columns = columns(row);
            let known: Vec<Column> = columns.iter().map(|(_, column)| *column).collect();
            let under = known.len() < most;
            most = most.max(known.len());
            (!under && fits(&known)).then_some((at, columns))
        },
    )
}

/// Whether a row may head a table: it has cells, and none is a figure. A year is
/// none.
fn can_head(row: &Row) -> bool {
    let is_figure = |cell: &Cell| {
        let text = cell.flat();
        let year = text.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year));
        let figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '%' | '\u{a3}' | '-');
        !year && text.chars().any(|c| c.is_ascii_digit()) && text.chars().all(figure)
    };
    row.said().count() >= 2 && !row.said().any(is_figure)
}

/// Columns that tables may have several of, and which of their names is meant
/// before the others.
const PLAINEST: &[(Column, &[&str])] = &[
    (Column::Status, &["status", "state"]),
    (
        Column::Organisation,
        &["organisation", "organization", "school organisation", "representing"],
    ),
    (
        Column::Due,
        &[
            "revised due date",
            "revised date",
            "current due date",
            "new due date",
            "timescale revised",
            "due date revised",
            "due revised",
            "deadline revised",
            "target date revised",
        ],
    ),
];

/// The columns of a row of headings. Of two columns of words, the first can
/// only hold references: "Action | Description". A colour tells how a thing stands
/// only where no words do.
fn columns(row: &Row) -> Vec<(usize, Column)> {
    let known = |text: &str| column::of(&text.replace('_', " "));
    let mut columns: Vec<(usize, Column)> =
        row.said().filter_map(|cell| Some((cell.at, known(&cell.flat())?))).collect();
    if !columns.iter().any(|(_, column)| *column == Column::Status)
        && let Some(colour) = columns.iter_mut().find(|(_, column)| *column == Column::Rag)
    {
        colour.1 = Column::Status;
    }
    let headed = |at: &usize| fold(&row.at(*at));
    // "To be done by" beside "By whom" says when.
    let owners = at(&columns, Column::Owner);
    for (at, column) in &mut columns {
        let says = headed(at) == "to be done by";
        if *column == Column::Owner && says && owners.len() > 1 {
            *column = Column::Due;
        }
    }
    // Where several columns could be read as one, the plainest name is meant; the
    // others are told as not read in.
    for (column, plainest) in PLAINEST {
        let of = at(&columns, *column);
        let best = plainest.iter().find_map(|name| of.iter().find(|at| headed(at) == *name));
        if let Some(best) = best.filter(|_| of.len() > 1) {
            // What is empty there is looked for in the others.
            columns.sort_by_key(|(at, c)| (c == column && at != best, *at));
        }
    }
    aimed(row, &mut columns);
    let aims = |at: &usize| fold(&row.at(*at)).starts_with("target");
    // "Description | Target | Actual": what is measured is described, and the target is
    // the figure aimed at.
    let figures = columns.iter().any(|(_, c)| matches!(c, Column::Value | Column::Figure));
    if let [described] = at(&columns, Column::Text).as_slice()
        && let [aim] = at(&columns, Column::Indicator).as_slice()
        && figures
        && described < aim
        && aims(aim)
    {
        for (at, column) in &mut columns {
            if *at == *described {
                *column = Column::Indicator;
            } else if *at == *aim {
                *column = Column::Goal;
            }
        }
    }
    // What is measured and what is aimed at may both be called a target.
    let measures = columns.iter().filter(|(_, column)| *column == Column::Indicator).count();
    let aimed = columns.iter().any(|(_, column)| *column == Column::Goal);
    if let Some(aim) = columns.iter_mut().rfind(|(at, c)| *c == Column::Indicator && aims(at))
        && measures > 1
        && !aimed
    {
        aim.1 = Column::Goal;
    }
    let words = columns.iter().filter(|(_, column)| *column == Column::Text).count();
    let numbered = columns.iter().any(|(_, column)| *column == Column::Number);
    if let Some(first) = columns.iter_mut().find(|(_, column)| *column == Column::Text)
        && words > 1
        && !numbered
    {
        first.1 = Column::Number;
    }
    columns
}

/// Tells apart the columns of figures aimed at, where several are each of the period that
/// heads it; what is described beside them is what is measured.
fn aimed(row: &Row, columns: &mut [(usize, Column)]) {
    let aimed: Vec<usize> = row
        .said()
        .filter(|cell| column::of_aim(&cell.flat()).is_some())
        .map(|cell| cell.at)
        .collect();
    if aimed.len() > 1 {
        for (at, column) in columns.iter_mut() {
            if aimed.contains(at) {
                *column = Column::Aim;
            }
        }
        let measured = columns.iter().any(|(_, column)| *column == Column::Indicator);
        if let Some((_, column)) =
            columns.iter_mut().find(|(_, column)| !measured && *column == Column::Text)
        {
            *column = Column::Indicator;
        }
    }
}

/// Where the columns that hold `wanted` stand.
fn at(columns: &[(usize, Column)], wanted: Column) -> Vec<usize> {
    columns.iter().filter(|(_, column)| *column == wanted).map(|(at, _)| *at).collect()
}

/// Refuses two columns with one heading.
fn twice(row: &Row) -> Result<(), Fault> {
    let said: Vec<(usize, String)> = row.said().map(|cell| (cell.at, fold(&cell.flat()))).collect();
    for (nth, (at, heading)) in said.iter().enumerate() {
        if column::of(heading).is_some()
            && let Some((again, _)) = said[nth + 1..].iter().find(|(_, other)| other == heading)
        {
            let what = format!(
                "columns {} and {} are both headed \u{201c}{}\u{201d}; rename the one that is not meant",
                at + 1,
                again + 1,
                row.at(*at)
            );
            return Err(Fault::damaged(row.place.clone(), what));
        }
    }
    Ok(())
}

impl<'a> Headed<'a> {
    /// The rows under the headings that say anything.
    pub(super) fn records(&'a self) -> impl Iterator<Item = Record<'a>> {
        let rows = self.first..self.table.rows.len();
        rows.filter(|at| self.table.rows[*at].said().next().is_some())
            .map(|at| Record { headed: self, at })
    }

    /// Tells of the columns that hold none of `used`.
    pub(super) fn tell_unused(&self, used: &[Column], report: &mut Report) {
        let unused =
            self.headings.iter().filter(|(_, column)| column.is_none_or(|c| !used.contains(&c)));
        let unused = unused.map(|(heading, _)| heading.as_str());
        let unused: Vec<&str> = unused.filter(|heading| !heading.is_empty()).collect();
        if !unused.is_empty() {
            report.pass(self.place(), format!("columns not read in: {}", unused.join(", ")));
        }
    }

    /// Whether it has a column of this sort.
    pub(super) fn has(&self, wanted: Column) -> bool {
        self.columns.iter().any(|(_, column)| *column == wanted)
    }

    /// Where its headings stand.
    pub(super) fn place(&self) -> &str {
        &self.table.rows[self.first - 1].place
    }

    /// The name of the sheet, if it fills one.
    pub(super) fn sheet(&self) -> &str {
        &self.table.sheet
    }
}

impl Record<'_> {
    /// Where it stands.
    pub(super) fn place(&self) -> &str {
        &self.headed.table.rows[self.at].place
    }

    /// What stands in the first column of this sort that says anything, on one
    /// line; a merged cell above counts.
    pub(super) fn get(&self, wanted: Column) -> String {
        self.each(wanted).next().unwrap_or_default()
    }

    /// What each column of this sort says, of those that say anything.
    pub(super) fn each(&self, wanted: Column) -> impl Iterator<Item = String> {
        let columns = self.headed.columns.iter().filter(move |(_, column)| *column == wanted);
        columns
            .map(|(at, _)| self.headed.table.at(self.at, *at).trim().to_owned())
            .filter(|said| !said.is_empty())
    }

    /// What stands in the columns headed by periods that hold `wanted`, each with
    /// its period.
    pub(super) fn by_period(&self, wanted: Column) -> Vec<(String, String)> {
        let table = self.headed.table;
        let heads = &table.rows[self.headed.first - 1];
        let columns = self.headed.columns.iter().filter(|(_, column)| *column == wanted);
        columns
            .map(|(at, _)| {
                let head = heads.at(*at);
                let period = column::of_period(&head).map(|(period, _)| period);
                let period = period.or_else(|| column::of_aim(&head)).unwrap_or(head);
                (period, table.at(self.at, *at).trim().to_owned())
            })
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// What stands there, a line to each line of the cell.
    pub(super) fn lines(&self, wanted: Column) -> Vec<String> {
        let column = self.headed.columns.iter().find(|(_, column)| *column == wanted);
        let cell = column.and_then(|(at, _)| self.headed.table.rows[self.at].cell(*at));
        let blocks = cell.map(|cell| cell.blocks.as_slice()).unwrap_or_default();
        let lines = blocks.iter().flat_map(Block::lines).map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// Whether its first cell says something.
    pub(super) fn leads(&self) -> bool {
        self.headed.table.rows[self.at].cells.first().is_some_and(|cell| !cell.blocks.is_empty())
    }

    /// What it says across the table, if that is all it does.
    pub(super) fn band(&self) -> Option<String> {
        let mut said = self.headed.table.rows[self.at].said();
        let only = said.next().filter(|cell| cell.span > 1)?;
        said.next().is_none().then(|| only.flat())
    }

    /// Whether any of its cells says so.
    pub(super) fn any(&self, says: fn(&str) -> bool) -> bool {
        self.headed.table.rows[self.at].said().any(|cell| says(&cell.flat()))
    }

    /// How many of its cells say something.
    pub(super) fn said(&self) -> usize {
        self.headed.table.rows[self.at].said().count()
    }

    /// The first thing it says.
    pub(super) fn first(&self) -> String {
        self.headed.table.rows[self.at].said().next().map(Cell::flat).unwrap_or_default()
    }
}
