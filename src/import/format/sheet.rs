//! Spreadsheets of Excel: values as they are shown, and nothing that is hidden.
//!
//! The values come from calamine. What it does not tell, or would spend itself
//! on, is looked at first: how far cells stand apart, what is hidden, what is
//! merged, which formulas have no result.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader as _, SheetType, SheetVisible, Xls, Xlsx};
use chrono::NaiveDate;

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::{Paper, Role};
use super::bag::Bag;
use super::compose::Composer;
use super::contained::contained;
use super::grid::{Plan, ranges};
use super::look::Look;
use super::{grid, ole};

/// Reads a workbook of the present sort (.xlsx).
pub(super) fn xlsx(bytes: &[u8]) -> Result<Paper, Fault> {
    whole(|| cells_of_xlsx(bytes))
}

/// Reads a workbook of the old sort (.xls).
pub(super) fn xls(bytes: &[u8]) -> Result<Paper, Fault> {
    whole(|| cells_of_xls(bytes))
}

/// What `read` gives; a workbook that calamine trips over is refused as broken.
fn whole(read: impl FnOnce() -> Result<Paper, Fault>) -> Result<Paper, Fault> {
    contained(read).unwrap_or_else(|| Err(broken(&"a record of it ends too soon")))
}

fn broken(wrong: &dyn std::fmt::Display) -> Fault {
    Fault::damaged("the workbook", format!("it is not a whole Excel file ({wrong})"))
}

fn cells_of_xlsx(bytes: &[u8]) -> Result<Paper, Fault> {
    let mut bag = Bag::open(bytes)?;
    let plans = grid::plans(&mut bag)?;
    bag.weigh()?;
    let mut out = Composer::default();
    let comments = bag
        .names()
        .iter()
        .filter(|name| name.contains("/comments") || name.contains("/threadedComments"))
        .count();
    if comments > 0 {
        out.hidden_at("the workbook", "comments on cells were left out");
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|wrong| broken(&wrong))?;
    for sheet in book.sheets_metadata().to_vec() {
        if !is_read(&sheet, &mut out) {
            continue;
        }
        let plan = plans.iter().find(|(name, _)| *name == sheet.name).map(|(_, plan)| plan);
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(|wrong| broken(&wrong))?;
        let mut filler = Filler::new(&sheet.name, plan, &mut out)?;
        loop {
            let cell = cells.next_cell().map_err(|_| {
                Fault::damaged(format!("sheet {}", sheet.name), "a cell cannot be read; it points to text that is not there, or its place is no place")
            })?;
            let Some(cell) = cell else { break };
            let place = cell.get_position();
            filler.cell(place, &seen(plan, place, cell.get_value()))?;
        }
        filler.end()?;
    }
    out.finish()
}

fn cells_of_xls(bytes: &[u8]) -> Result<Paper, Fault> {
    let outlines = ole::sheets(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|wrong| broken(&wrong))?;
    let mut out = Composer::default();
    for (nth, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        if !is_read(&sheet, &mut out) {
            continue;
        }
        let merged = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let areas = merged.iter().map(|of| [of.start.0, of.start.1, of.end.0, of.end.1]);
        let plan = outlines.get(nth).map(|of| {
            let hidden = Plan::hiding(of.rows.clone(), of.columns.clone(), of.looks.clone());
            hidden.merging(areas)
        });
        let range = book.worksheet_range(&sheet.name).map_err(|wrong| broken(&wrong))?;
        let (top, left) = range.start().unwrap_or_default();
        let mut filler = Filler::new(&sheet.name, plan.as_ref(), &mut out)?;
        for (row, column, value) in range.used_cells() {
            let place = (
                top + u32::try_from(row).unwrap_or(u32::MAX - top),
                left + u32::try_from(column).unwrap_or(u32::MAX - left),
            );
            filler.cell(place, &seen(plan.as_ref(), place, &as_ref(value)))?;
        }
        filler.end()?;
    }
    out.finish()
}

/// Whether a sheet is a visible one with cells; tells of one that is hidden.
fn is_read(sheet: &calamine::Sheet, out: &mut Composer) -> bool {
    let visible = sheet.visible == SheetVisible::Visible;
    if !visible {
        out.hidden_at(format!("sheet {}", sheet.name), "the sheet is hidden, and was left out");
    }
    visible && matches!(sheet.typ, SheetType::WorkSheet)
}

fn as_ref(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(n) => DataRef::Int(*n),
        Data::Float(n) => DataRef::Float(*n),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(b) => DataRef::Bool(*b),
        Data::DateTime(at) => DataRef::DateTime(*at),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(wrong) => DataRef::Error(wrong.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// A value as the sheet shows it: whole numbers without a point, days as
/// "2010-07-22". An error stays an error, so that nobody takes it for nought.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => number(*n),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(b) => if *b { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(at) if at.is_duration() => {
            let minutes = (at.as_f64() * 1440.0).round();
            format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
        }
        DataRef::DateTime(at) => {
            let (year, month, day, hour, minute, _, _) = at.to_ymd_hms_milli();
            let clock = format!("{hour:02}:{minute:02}");
            match (at.as_f64() < 1.0, hour == 0 && minute == 0) {
                (true, _) => clock,
                (false, true) => format!("{year:04}-{month:02}-{day:02}"),
                (false, false) => format!("{year:04}-{month:02}-{day:02} {clock}"),
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.trim_end_matches("T00:00:00").to_owned()
        }
        DataRef::Error(wrong) => format!("{wrong}"),
        DataRef::Empty => String::new(),
    }
}

/// A value as its own cell shows it.
fn seen(plan: Option<&Plan>, place: (u32, u32), value: &DataRef<'_>) -> String {
    let look = plan.and_then(|plan| plan.looks.get(&place));
    look.and_then(|look| looked(*look, value)).unwrap_or_else(|| shown(value))
}

/// A value that its cell shows otherwise than it is: 0.95 as "95%".
fn looked(look: Look, value: &DataRef<'_>) -> Option<String> {
    match (look, value) {
        (Look::Percent(decimals), DataRef::Float(n)) if n.is_finite() => {
            Some(format!("{:.decimals$}%", n * 100.0))
        }
        (Look::Percent(_), DataRef::Int(n)) => Some(format!("{}%", n.checked_mul(100)?)),
        (Look::Month, DataRef::DateTime(at)) => {
            let (year, month, ..) = at.to_ymd_hms_milli();
            let on = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), 1)?;
            Some(on.format("%B %Y").to_string())
        }
        _ => None,
    }
}

/// A number without the noise of its binary digits.
fn number(n: f64) -> String {
    if !n.is_finite() {
        return "#NUM!".into();
    }
    let text = format!("{n:.10}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.to_owned() }
}

/// Fills a table from cells that come in order of their rows.
struct Filler<'a> {
    out: &'a mut Composer,
    name: String,
    plan: Option<&'a Plan>,
    row: Option<u32>,
    /// The columns that only go on into the row from above.
    reaching: Vec<(u32, u32)>,
    /// The column the next cell must not come before.
    next: u32,
}

impl<'a> Filler<'a> {
    fn new(name: &str, plan: Option<&'a Plan>, out: &'a mut Composer) -> Result<Self, Fault> {
        if let Some(plan) = plan {
            for (hidden, what) in [(&plan.rows, "row"), (&plan.columns, "column")] {
                if !hidden.is_empty() {
                    let which = ranges(hidden, what == "column");
                    let text = format!("hidden {what}s {which} were left out");
                    out.hidden_at(format!("sheet {name}"), text);
                }
            }
            for (row, column) in &plan.unworked {
                let place = format!("sheet {name}, row {}", row + 1);
                out.note(
                    place,
                    format!(
                        "the formula in column {} has no result in the file",
                        grid::letters(*column)
                    ),
                );
            }
        }
        out.open_table(name)?;
        Ok(Self { out, name: name.to_owned(), plan, row: None, reaching: vec![], next: 0 })
    }

    fn cell(&mut self, (row, column): (u32, u32), text: &str) -> Result<(), Fault> {
        let hidden = self
            .plan
            .is_some_and(|plan| plan.rows.contains(&row) || plan.columns.contains(&column));
        if text.trim().is_empty() || hidden {
            return Ok(());
        }
        if self.row != Some(row) {
            self.join_rest()?;
            self.row = Some(row);
            self.reaching = self.plan.map(|plan| plan.reaching(row)).unwrap_or_default();
            self.next = 0;
            self.out.open_row(Some(format!("sheet {}, row {}", self.name, u64::from(row) + 1)))?;
        }
        self.join(column)?;
        let span = self.plan.map_or(1, |plan| plan.span(row, column));
        let at = usize::try_from(column).unwrap_or(usize::MAX);
        if at >= limit::COLUMNS {
            return Err(Fault::over(
                format!("{} has too many columns", self.out.place()),
                "256 columns",
            ));
        }
        self.out.open_cell_at(
            at,
            usize::try_from(span).unwrap_or(1).min(limit::COLUMNS - at),
            1,
            false,
        )?;
        for line in text.split(['\n', '\r']) {
            self.out.begin(Role::Line, 0, "")?;
            self.out.text(line)?;
        }
        self.next = column + 1;
        Ok(())
    }

    /// Marks the cells before `column` that only go on from a merged one above.
    fn join(&mut self, column: u32) -> Result<(), Fault> {
        if self.reaching.is_empty() {
            return Ok(());
        }
        for at in self.next..column.min(256) {
            if self.reaching.iter().any(|(from, to)| (*from..=*to).contains(&at)) {
                self.out.open_cell_at(usize::try_from(at).unwrap_or(0), 1, 1, true)?;
            }
        }
        Ok(())
    }

    fn join_rest(&mut self) -> Result<(), Fault> {
        if self.row.is_some() { self.join(256) } else { Ok(()) }
    }

    fn end(mut self) -> Result<(), Fault> {
        self.join_rest()?;
        self.out.close_table()
    }
}
