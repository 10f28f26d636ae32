//! Tables on pages: columns by what is in them, and the head again on every page.

use krilla::tagging::{TableHeaderScope, Tag};

use super::face::{Face, Line};
use super::page::{MARGIN, Mark, Pages, Part, TEXT, WIDTH};
use super::part::colour;

const SIZE: f32 = 9.5;
const HEIGHT: f32 = SIZE * 1.35;
/// Free on either side of a cell's words.
const PAD: f32 = 4.0;
const GREY: (u8, u8, u8) = (0x76, 0x76, 0x76);
const SHADE: (u8, u8, u8) = (0xE9, 0xEE, 0xF3);

/// Where a column begins, and how wide it is.
type Column = (f32, f32);

/// Sets a table.
pub(super) fn set(pages: &mut Pages<'_>, caption: &str, head: &[String], rows: &[Vec<String>]) {
    let columns = columns(pages, head, rows);
    let table = pages.part(None, Tag::Table);
    pages.need(TEXT * 1.35 + HEIGHT * 4.0);
    let part = pages.part(Some(table), Tag::Caption);
    pages.text(part, &[(caption, Face::Bold)], TEXT, 0.0);
    pages.space(2.0);
    let heads = pages.part(Some(table), Tag::THead);
    let heads = pages.part(Some(heads), Tag::TR);
    let parts: Vec<Option<Part>> = head
        .iter()
        .map(|_| Some(pages.part(Some(heads), Tag::TH(TableHeaderScope::Column))))
        .collect();
    let repeated = cells(pages, head, &columns, Face::Bold);
    head_row(pages, &repeated, &columns, &parts);
    let body = pages.part(Some(table), Tag::TBody);
    for row in rows {
        let line = pages.part(Some(body), Tag::TR);
        let mut parts = Vec::new();
        for (at, cell) in row.iter().enumerate() {
            parts.push(Some(if at == 0 && !cell.is_empty() {
                pages.part(Some(line), Tag::TH(TableHeaderScope::Row))
            } else {
                pages.part(Some(line), Tag::TD)
            }));
        }
        let set = cells(pages, row, &columns, Face::Regular);
        body_row(pages, &set, &columns, &parts, &repeated);
    }
    rule(pages);
    pages.space(8.0);
}

/// The lines of each cell of a row. An empty cell is set as a space, so that it
/// still stands in the tree and the columns still meet their heads.
fn cells(pages: &mut Pages<'_>, row: &[String], columns: &[Column], face: Face) -> Vec<Vec<Line>> {
    row.iter()
        .zip(columns)
        .map(|(cell, (_, width))| {
            let room = width - 2.0 * PAD;
            let cell = if cell.is_empty() { " " } else { cell.as_str() };
            cell.lines()
                .flat_map(|words| {
                    let words = format!("{words} ");
                    pages.setter.lines(&[(words.as_str(), face)], SIZE, room)
                })
                .collect()
        })
        .collect()
}

fn tallest(cells: &[Vec<Line>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or(0).max(1)
}

fn height(lines: usize) -> f32 {
    HEIGHT * f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) + 2.0 * PAD
}

fn rule(pages: &mut Pages<'_>) {
    let y = pages.y;
    pages.mark(Mark::Fill { x: MARGIN, y, width: WIDTH, height: 0.5, colour: colour(GREY) });
}

/// Sets the row of heads; one that is only repeated is of no part.
fn head_row(
    pages: &mut Pages<'_>,
    cells: &[Vec<Line>],
    columns: &[Column],
    parts: &[Option<Part>],
) {
    let (y, height) = (pages.y, height(tallest(cells)));
    pages.mark(Mark::Fill { x: MARGIN, y, width: WIDTH, height, colour: colour(SHADE) });
    rule(pages);
    pages.y += PAD;
    for at in 0..tallest(cells) {
        across(pages, cells, columns, parts, at);
    }
    pages.y += PAD;
}

/// Sets a row of the body, whole on a page if a page can hold it.
fn body_row(
    pages: &mut Pages<'_>,
    cells: &[Vec<Line>],
    columns: &[Column],
    parts: &[Option<Part>],
    repeated: &[Vec<Line>],
) {
    let tall = tallest(cells);
    let none = vec![None; columns.len()];
    if pages.need(height(tall).min(500.0)) {
        head_row(pages, repeated, columns, &none);
    }
    rule(pages);
    pages.y += PAD;
    for at in 0..tall {
        if pages.need(HEIGHT) {
            head_row(pages, repeated, columns, &none);
        }
        across(pages, cells, columns, parts, at);
    }
    pages.y += PAD;
}

/// Sets the line at `at` of every cell, side by side.
fn across(
    pages: &mut Pages<'_>,
    cells: &[Vec<Line>],
    columns: &[Column],
    parts: &[Option<Part>],
    at: usize,
) {
    let y = pages.y;
    for ((lines, (x, _)), part) in cells.iter().zip(columns).zip(parts) {
        if let Some(line) = lines.get(at) {
            let (line, x) = (line.clone(), x + PAD);
            pages.mark(Mark::Line { line, x, y, part: *part });
        }
    }
    pages.y += HEIGHT;
}

/// Where each column begins and how wide it is: a share by its longest line, and
/// none too narrow for its longest words, which would run into the next.
fn columns(pages: &mut Pages<'_>, head: &[String], rows: &[Vec<String>]) -> Vec<Column> {
    let needs: Vec<f32> = head
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            let widest = word_width(pages, [name].into_iter(), Face::Bold).max(word_width(
                pages,
                cells,
                Face::Regular,
            ));
            (widest + 2.0 * PAD + 1.0).min(WIDTH / 3.0)
        })
        .collect();
    let mut x = MARGIN;
    widened(&shares(head, rows), &needs)
        .into_iter()
        .map(|width| {
            let column = (x, width);
            x += width;
            column
        })
        .collect()
}

/// How wide the longest word of `cells` is.
fn word_width<'a>(
    pages: &mut Pages<'_>,
    cells: impl Iterator<Item = &'a String>,
    face: Face,
) -> f32 {
    let word = cells.flat_map(|cell| cell.split_whitespace()).max_by_key(|w| w.chars().count());
    let lines = word.map(|word| pages.setter.lines(&[(word, face)], SIZE, WIDTH));
    lines.unwrap_or_default().iter().map(|line| line.width).fold(0.0, f32::max)
}

/// The width by how long each column's lines are.
fn shares(head: &[String], rows: &[Vec<String>]) -> Vec<f32> {
    let long = |text: &str| u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    let wanted: Vec<f32> = head
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            let longest = cells.flat_map(|cell| cell.lines()).map(long).max().unwrap_or(0);
            f32::from(longest.max(long(name).min(16)).clamp(6, 44) + 3)
        })
        .collect();
    let sum: f32 = wanted.iter().sum::<f32>().max(1.0);
    wanted.into_iter().map(|want| WIDTH * want / sum).collect()
}

/// The shares, with those below their need raised to it at the others' cost.
fn widened(shares: &[f32], needs: &[f32]) -> Vec<f32> {
    let spare = WIDTH - needs.iter().sum::<f32>();
    let over = |(share, need): (&f32, &f32)| (share - need).max(0.0);
    let all_over: f32 = shares.iter().zip(needs).map(over).sum();
    if spare <= 0.0 || all_over <= 0.0 {
        return shares.to_vec();
    }
    let each = shares.iter().zip(needs);
    each.map(|pair| pair.1 + spare * over(pair) / all_over).collect()
}

#[cfg(test)]
mod tests {
    use super::super::face::Setter;
    use super::*;

    #[test]
    fn a_cell_stays_in_its_column_however_long_its_words() {
        let mut pages = Pages::new(Setter::new().unwrap(), None);
        let head = ["Reference", "What", "Where"].map(str::to_owned);
        let rows = [vec!["R".repeat(300), "to go on".into(), format!("see {}", "x".repeat(300))]];
        let columns = columns(&mut pages, &head, &rows);
        assert!(columns.iter().map(|(_, width)| width).sum::<f32>() < WIDTH + 0.1);
        let set = cells(&mut pages, &rows[0], &columns, Face::Regular);
        for (lines, (_, width)) in set.iter().zip(&columns) {
            assert!(lines.iter().all(|line| line.width <= *width), "wider than {width}");
        }
        assert_eq!(set[1].len(), 1);
        assert!(set[0].len() > 1 && set[2].len() > 1);
    }
}
