//! Columns of minutes that say what is to be done, by whom and by when, each of its own.

use super::super::super::paper::{Block, Cell, Role, Row};
use super::super::super::words::column::Column;
use super::super::super::words::fold::fold;
use super::super::super::words::name::Name;
use super::super::super::words::nothing::is_nothing;
use super::super::super::words::{marker, progress, when};
use super::owed::{self, Assigned};
use super::part::Part;
use super::row::line;
use super::{number, parted};

/// Where such columns stand.
pub(super) struct Duties {
    /// What is to be done.
    pub(super) text: usize,
    owner: usize,
    due: Option<usize>,
}

impl Duties {
    /// The columns of a table that has others for what was said.
    pub(super) fn of(columns: &[(usize, Column)]) -> Option<Self> {
        let at = |wanted: &[Column]| {
            columns.iter().rfind(|(_, column)| wanted.contains(column)).map(|(at, _)| *at)
        };
        let told =
            columns.iter().any(|(_, column)| matches!(column, Column::Remark | Column::Title));
        let (text, owner) = (at(&[Column::Text])?, at(&[Column::Owner, Column::Lead])?);
        (told && text < owner).then(|| Self { text, owner, due: at(&[Column::Due]) })
    }

    /// `row` with each thing to be done as a line that says by whom and by when; nothing, if
    /// the row has none. Where each line has an owner of its own, they go together.
    pub(super) fn told(&self, row: &Row) -> Option<Row> {
        let lines = |at: usize| -> Vec<String> {
            let blocks = row.cell(at).map(|cell| cell.blocks.clone()).unwrap_or_default();
            let lines = blocks.iter().flat_map(Block::lines);
            let lines = lines.filter(|line| !is_nothing(line));
            lines.map(|line| unnumbered(&line).to_owned()).collect()
        };
        let (what, who) = (lines(self.text), lines(self.owner));
        let when = self.due.map(lines).unwrap_or_default();
        if what.is_empty() {
            let empty = row.cell(self.text).is_some_and(|cell| !cell.is_empty());
            return empty.then(|| self.without(row));
        }
        let beside = |all: &[String], n: usize| {
            let each = all.len() == what.len();
            if each { all.get(n).cloned() } else { all.first().cloned() }.unwrap_or_default()
        };
        let action = |(n, text): (usize, &String)| {
            let (who, when) = (beside(&who, n), beside(&when, n));
            let who = if who.is_empty() { who } else { format!(" ({who})") };
            let when = when.trim_start_matches("by ");
            let by = if when.is_empty() { String::new() } else { format!(" by {when}") };
            format!("ACTION{who}: {}{by}", text.trim_end_matches('.'))
        };
        let said: Vec<String> = what.iter().enumerate().map(action).collect();
        let mut told = row.clone();
        told.cells.retain(|cell| cell.at == self.text || !self.has(cell));
        for cell in told.cells.iter_mut().filter(|cell| cell.at == self.text) {
            cell.blocks.truncate(1);
            for block in &mut cell.blocks {
                block.text = said.join("\n");
            }
        }
        Some(told)
    }

    /// Whether a cell is in one of these columns.
    fn has(&self, cell: &Cell) -> bool {
        [Some(self.text), Some(self.owner), self.due].contains(&Some(cell.at))
    }

    /// `row` without these columns, which say that nothing is to be done.
    fn without(&self, row: &Row) -> Row {
        let mut told = row.clone();
        told.cells.retain(|cell| !self.has(cell));
        told
    }
}

/// Where a table of nothing but actions has what is to be done, by whom and by when, and the
/// number of the item that it was given under.
pub(super) struct Only {
    item: Option<usize>,
    text: usize,
    owner: usize,
    due: Option<usize>,
    /// How far each is.
    status: Option<usize>,
    /// That, and what is said of it.
    news: Vec<usize>,
}

/// Where `rows` has them under `head`, whose `columns` are known, if it has nothing else.
pub(super) fn only(rows: &[Row], head: &Row, columns: &[(usize, Column)]) -> Option<Only> {
    let of = |wanted: Column| columns.iter().find(|(_, c)| *c == wanted).map(|(at, _)| *at);
    let numbers = |at: usize| {
        let under = rows.iter().filter(|row| row.place != head.place);
        under.map(|row| row.at(at)).all(|said| is_number(&said))
    };
    let item = columns.iter().map(|(at, _)| *at).find(|at| {
        let said = fold(&head.at(*at));
        ["item", "minute", "agenda"].iter().any(|word| said.split(' ').any(|w| w == *word))
            && numbers(*at)
    });
    let status = of(Column::Status);
    let is_news =
        |column: Column| column == Column::Status || (column == Column::Remark && status.is_some());
    let all = columns.iter().all(|(at, column)| {
        matches!(column, Column::Text | Column::Owner | Column::Due | Column::Number)
            || is_news(*column)
            || Some(*at) == item
    });
    let news = columns.iter().filter(|(at, c)| is_news(*c) && Some(*at) != item);
    let news = news.map(|(at, _)| *at).collect();
    let (text, owner) = (of(Column::Text)?, of(Column::Owner)?);
    all.then(|| Only { item, text, owner, due: of(Column::Due), status, news })
}

/// Who is to do something, and the day where that stands behind them: "Ann Bell, 9 July 2026".
fn dated(owner: &str) -> (String, String) {
    let parted = [" by ", ", ", " - ", " \u{2013} ", "\n"].into_iter().find_map(|tie| {
        let (who, day) = owner.rsplit_once(tie)?;
        when::whole_day(day.trim())?;
        Some((who.trim_end_matches(',').to_owned(), day.trim().to_owned()))
    });
    parted.unwrap_or_else(|| (owner.to_owned(), String::new()))
}

/// Whether `said` is the number of an item, or of a minute and its year: "4", "36/26".
fn is_number(said: &str) -> bool {
    let year = |year: &str| year.len() <= 4 && year.bytes().all(|b| b.is_ascii_digit());
    let said = said.trim();
    let bare = said.split_once('/').filter(|(_, behind)| year(behind)).map_or(said, |(n, _)| n);
    bare.is_empty() || marker::is_lone(bare)
}

impl Only {
    /// A row as the line that gives the action; of one that is done, as the line that says so.
    pub(super) fn assigned(&self, row: &Row) -> Option<Block> {
        let (owner, beside) = dated(&row.at(self.owner));
        let due = self.due.map_or(beside, |at| row.at(at));
        let due = due.trim().trim_start_matches("by ");
        let by = if is_nothing(due) { String::new() } else { format!(" by {due}") };
        let text = row.at(self.text);
        let text = text.trim().trim_end_matches('.');
        let who = if is_nothing(&owner) { String::new() } else { format!(" ({owner})") };
        let item = self.item.map(|at| row.at(at)).unwrap_or_default();
        let of = format!("{OF_ITEM}{})", item.trim_end_matches(['.', ')']));
        let news = self.news.iter().map(|at| row.at(*at)).filter(|said| !is_nothing(said));
        let news: Vec<String> = news.collect();
        let far = self.status.and_then(|at| progress::of(&row.at(at)));
        let said = if far.is_some_and(|far| !far.is_live()) {
            format!("{text}{who}{by}: {}.{of}", news.join("; ").trim_end_matches('.'))
        } else {
            format!("ACTION{who}: {text}{by}{of}")
        };
        (!is_nothing(text)).then(|| line(row, Role::Line, "", &said))
    }
}

/// What stands behind each line of such a table, before the number of its item; its space is
/// one that nobody types, so that no other line ends so.
const OF_ITEM: &str = " (item\u{a0}";

/// Puts each line of such a table under the item that its row names, by the number of its
/// own or of its minute, and leaves out the actions that were given above already.
pub(super) fn sort(items: &mut [Part]) {
    let mut told: Vec<(usize, Block)> = Vec::new();
    let own: Vec<String> = items.iter().map(|part| part.item.clone()).collect();
    let minutes: Vec<Option<(u32, Option<i32>)>> = items.iter().map(|part| part.minute).collect();
    let place = |said: &str| {
        let minuted = |at: &usize| {
            minutes[*at].is_some_and(|(number, year)| number::means(said, number, year, &own))
        };
        let mut fit = (0..own.len()).filter(|at| own[*at] == said || minuted(at));
        // A number that may mean either of two moves nothing.
        fit.next().filter(|_| !said.is_empty() && fit.next().is_none())
    };
    let mut given: Vec<Assigned> = Vec::new();
    for part in &mut *items {
        part.blocks.retain_mut(|block| {
            let of = block.text.strip_suffix(')').and_then(|text| text.rsplit_once(OF_ITEM));
            let Some((text, item)) = of else {
                given.extend(parted::sentences(&block.flat()).into_iter().filter_map(owed::action));
                return true;
            };
            let (text, at) = (text.to_owned(), place(item));
            block.text = text;
            let news = owed::action(&block.text);
            if news.as_ref().is_some_and(|news| given.iter().any(|had| is_again(had, news))) {
                return false;
            }
            given.extend(news);
            told.extend(at.map(|at| (at, block.clone())));
            at.is_none()
        });
    }
    for (at, block) in told {
        if let Some(part) = items.get_mut(at) {
            part.blocks.push(block);
        }
    }
}

/// Whether two lines give the same to the same by the same day.
fn is_again(had: &Assigned, news: &Assigned) -> bool {
    let what = |given: &Assigned| fold(given.text.trim_start_matches("to "));
    let who = |given: &Assigned| fold(&Name::of(&given.who).family);
    let due = |given: &Assigned| given.due.as_ref().map(|due| fold(&due.said));
    what(had) == what(news)
        && who(had) == who(news)
        && (due(had) == due(news) || due(had).is_none() || due(news).is_none())
}

/// `row` with what its column `action` has due by what stands beside it: a line for a line
/// where there are as many, else the last by the one day. More days than that stay as they are.
pub(super) fn due_beside(row: &Row, action: Option<usize>, due: usize) -> Row {
    let lines = |cell: Option<&Cell>| -> Vec<String> {
        let blocks = cell.map(|cell| cell.blocks.as_slice()).unwrap_or_default();
        blocks.iter().flat_map(Block::lines).filter(|line| !is_nothing(line)).collect()
    };
    let (days, acts) = (lines(row.cell(due)), lines(action.and_then(|at| row.cell(at))));
    let mut told = row.clone();
    if days.len() > 1 && days.len() != acts.len() {
        return told;
    }
    told.cells.retain(|cell| cell.at != due);
    let each = days.len() == acts.len();
    let mut nth = 0;
    for block in told
        .cells
        .iter_mut()
        .filter(|cell| Some(cell.at) == action)
        .flat_map(|cell| &mut cell.blocks)
    {
        let timed = block.text.split('\n').map(|line| {
            if is_nothing(line) {
                return line.to_owned();
            }
            nth += 1;
            let by =
                if each { days.get(nth - 1) } else { days.first().filter(|_| nth == acts.len()) };
            by.map_or_else(
                || line.to_owned(),
                |by| {
                    let by = by.trim().trim_start_matches("by ");
                    format!("{} by {by}", line.trim_end_matches('.'))
                },
            )
        });
        block.text = timed.collect::<Vec<_>>().join("\n");
    }
    told
}

/// What is to be done without the number it bears among others in a cell.
pub(super) fn unnumbered(line: &str) -> &str {
    let line = line.trim();
    marker::split(line).map_or(line, |(_, words)| words.trim())
}
