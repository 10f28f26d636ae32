//! What must be known of an Excel sheet before its values are read.

use std::collections::{HashMap, HashSet};

use super::super::fault::Fault;
use super::super::limit;
use super::bag::Bag;
use super::look::{self, Look};
use super::relation::{self, main_part};
use super::xml::{self, Node, Tag};

/// What is hidden, merged or without a result on a sheet. Rows and columns
/// are counted from nought.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The rows that are hidden.
    pub(super) rows: HashSet<u32>,
    /// The columns that are hidden.
    pub(super) columns: HashSet<u32>,
    /// The merged areas: from row, from column, to row, to column.
    merged: Vec<[u32; 4]>,
    /// How many columns each merged cell covers.
    spans: HashMap<(u32, u32), u32>,
    /// The cells whose formula has no result in the file.
    pub(super) unworked: Vec<(u32, u32)>,
    /// The cells that do not show their numbers as they are.
    pub(super) looks: HashMap<(u32, u32), Look>,
}

impl Plan {
    /// A plan that hides these rows and columns and shows these cells so.
    pub(super) fn hiding(
        rows: HashSet<u32>,
        columns: HashSet<u32>,
        looks: HashMap<(u32, u32), Look>,
    ) -> Self {
        Self { rows, columns, looks, ..Self::default() }
    }

    /// The same, with these areas merged: from row, from column, to row, to column.
    pub(super) fn merging(mut self, areas: impl IntoIterator<Item = [u32; 4]>) -> Self {
        let widest = u32::try_from(limit::COLUMNS).unwrap_or(u32::MAX);
        let is_one = |[top, left, bottom, right]: &[u32; 4]| {
            top <= bottom && left <= right && *right < widest
        };
        let areas = areas.into_iter().filter(is_one);
        areas.take(limit::ITEMS).for_each(|area| self.merge(area));
        self
    }

    fn merge(&mut self, area: [u32; 4]) {
        let columns = area[3].saturating_sub(area[1]).saturating_add(1);
        self.spans.insert((area[0], area[1]), columns);
        self.merged.push(area);
    }

    /// How many columns the cell at this place covers.
    pub(super) fn span(&self, row: u32, column: u32) -> u32 {
        self.spans.get(&(row, column)).copied().unwrap_or(1)
    }

    /// The columns, from and to, that only go on into `row` from a merged cell
    /// above it.
    pub(super) fn reaching(&self, row: u32) -> Vec<(u32, u32)> {
        let covers = |area: &&[u32; 4]| (area[0] + 1..=area[2]).contains(&row);
        self.merged.iter().filter(covers).map(|area| (area[1], area[3])).collect()
    }

    /// Notes a hidden column or a merged area.
    fn note(&mut self, tag: &Tag) {
        if tag.name == "s:col" && is_on(tag.get("hidden")) {
            let from = tag.number("min").unwrap_or(1).max(1);
            let to = tag.number("max").unwrap_or(from).min(limit::COLUMNS);
            self.columns.extend((from..=to).filter_map(|n| u32::try_from(n - 1).ok()));
        } else if tag.name == "s:mergeCell"
            && self.merged.len() < limit::ITEMS
            && let Some(area) = tag.get("ref").and_then(area)
        {
            self.merge(area);
        }
    }
}

/// The plan of every sheet of a workbook, by its name.
pub(super) fn plans(bag: &mut Bag<'_>) -> Result<Vec<(String, Plan)>, Fault> {
    let book = main_part(bag)?.unwrap_or_else(|| "xl/workbook.xml".into());
    let Some(bytes) = bag.part(&book)? else {
        return Err(Fault::damaged(
            "the file",
            format!("it is no Excel workbook: {book} is missing"),
        ));
    };
    let mut sheets = vec![];
    xml::walk(&book, &bytes, |node| {
        if let Node::Open(tag) = node
            && tag.name == "s:sheet"
        {
            sheets.extend(
                tag.get("name").zip(tag.get("id")).map(|(n, id)| (n.to_owned(), id.to_owned())),
            );
        }
        Ok(())
    })?;
    let targets = relation::of(bag, &book)?;
    let parts: HashMap<&str, &str> =
        targets.iter().map(|r| (r.id.as_str(), r.target.as_str())).collect();
    let styles = targets.iter().find(|r| r.target.ends_with("styles.xml"));
    let looks = match styles {
        Some(styles) => look::looks(bag, &styles.target)?,
        None => HashMap::new(),
    };
    let mut plans = vec![];
    let mut cells = 0;
    for (name, id) in sheets {
        let Some(part) = parts.get(id.as_str()) else { continue };
        let Some(bytes) = bag.part(part)? else { continue };
        plans.push((name, plan(part, &bytes, &looks, &mut cells)?));
    }
    Ok(plans)
}

/// The cell being looked at.
#[derive(Default)]
struct Open {
    place: Option<(u32, u32)>,
    formula: bool,
    value: bool,
}

fn plan(
    part: &str,
    bytes: &[u8],
    looks: &HashMap<usize, Look>,
    cells: &mut usize,
) -> Result<Plan, Fault> {
    let mut plan = Plan::default();
    let mut row = 0u32;
    let mut open = Open::default();
    xml::walk(part, bytes, |node| {
        match node {
            Node::Open(tag) => match tag.name.as_str() {
                "s:row" => {
                    let said = tag.number("r").and_then(|n| u32::try_from(n).ok());
                    row = said.unwrap_or(row.saturating_add(1));
                    if is_on(tag.get("hidden")) {
                        plan.rows.insert(row.saturating_sub(1));
                    }
                }
                "s:c" => {
                    open = Open { place: cell(part, tag)?, ..Open::default() };
                    let look = tag.number("s").and_then(|style| looks.get(&style));
                    if let (Some(place), Some(look)) = (open.place, look) {
                        plan.looks.insert(place, *look);
                    }
                }
                "s:f" => open.formula = true,
                "s:v" | "s:is" => {
                    open.value = true;
                    *cells += 1;
                }
                _ => plan.note(tag),
            },
            Node::Close("s:c") => {
                if let (true, false, Some(place)) = (open.formula, open.value, open.place) {
                    plan.unworked.push(place);
                }
                if open.value && open.place.is_some_and(|(_, column)| column >= 256) {
                    let what = format!("{part}: its cells stand too far apart");
                    return Err(Fault::over(what, "256 columns"));
                }
            }
            _ => {}
        }
        if *cells > limit::CELLS {
            return Err(Fault::over("the workbook is too large", "100,000 cells"));
        }
        Ok(())
    })?;
    plan.unworked.truncate(limit::ITEMS);
    Ok(plan)
}

/// The place of a cell; one outside Excel's grid is refused.
fn cell(part: &str, tag: &Tag) -> Result<Option<(u32, u32)>, Fault> {
    let Some(at) = tag.get("r") else { return Ok(None) };
    let what = || format!("\u{201c}{at}\u{201d} is no cell of a sheet");
    place(at).map(Some).ok_or_else(|| Fault::damaged(part, what()))
}

fn is_on(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true" | "on"))
}

/// "B7": row 6, column 1. None outside Excel's own grid.
fn place(at: &str) -> Option<(u32, u32)> {
    let letters = at.bytes().take_while(u8::is_ascii_uppercase).count();
    let column = at[..letters]
        .bytes()
        .try_fold(0u32, |sum, b| sum.checked_mul(26)?.checked_add(u32::from(b - b'A') + 1))?;
    let row: u32 = at[letters..].parse().ok()?;
    ((1..=16_384).contains(&column) && (1..=1_048_576).contains(&row))
        .then(|| (row - 1, column - 1))
}

fn area(range: &str) -> Option<[u32; 4]> {
    let (from, to) = range.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    (top <= bottom && left <= right).then_some([top, left, bottom, right])
}

/// The letters of a column: 27 is "AB".
pub(super) fn letters(column: u32) -> String {
    let mut letters = vec![];
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from_digit(digit + 10, 36).unwrap_or('?').to_ascii_uppercase());
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Rows or columns as a reader of the sheet counts them: "3, 5-8".
pub(super) fn ranges(set: &HashSet<u32>, lettered: bool) -> String {
    let mut all: Vec<u32> = set.iter().copied().collect();
    all.sort_unstable();
    let name = |n: u32| if lettered { letters(n) } else { (u64::from(n) + 1).to_string() };
    let mut said = vec![];
    let mut from = 0;
    for at in 0..all.len() {
        if all.get(at + 1) != Some(&(all[at] + 1)) {
            said.push(if from == at {
                name(all[at])
            } else {
                format!("{}\u{2013}{}", name(all[from]), name(all[at]))
            });
            from = at + 1;
        }
    }
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_has_its_place_inside_the_grid_only() {
        assert_eq!(place("B7"), Some((6, 1)));
        assert_eq!(place("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(place("XFE16777217"), None);
        assert_eq!(place("7B"), None);
        assert_eq!((letters(0), letters(27)), ("A".into(), "AB".into()));
    }

    #[test]
    fn hidden_rows_are_named_as_the_sheet_names_them() {
        let set = HashSet::from([2, 4, 5, 6]);
        assert_eq!(ranges(&set, false), "3, 5\u{2013}7");
        assert_eq!(ranges(&set, true), "C, E\u{2013}G");
    }
}
