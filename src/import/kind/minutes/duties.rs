//! Columns of minutes that say what is to be done, by whom and by when, each of its own.

use super::super::super::paper::{Block, Cell, Role, Row};
use super::super::super::words::column::Column;
use super::super::super::words::fold::fold;
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
pub(super) fn only(head: &Row, columns: &[(usize, Column)]) -> Option<Only> {
    let of = |wanted: Column| columns.iter().find(|(_, c)| *c == wanted).map(|(at, _)| *at);
    let item = columns.iter().map(|(at, _)| *at).find(|at| {
        let said = fold(&head.at(*at));
        ["item", "minute", "agenda"].iter().any(|word| said.split(' ').any(|w| w == *word))
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

impl Only {
    /// A row as the line that gives the action, and what is said of it; of one that is done, as
    /// the line that says so.
    pub(super) fn assigned(&self, row: &Row) -> Vec<Block> {
        let (owner, beside) = dated(&row.at(self.owner));
        let due = self.due.map_or(beside, |at| row.at(at));
        let due = due.trim().trim_start_matches("by ");
        let by = if is_nothing(due) { String::new() } else { format!(" by {due}") };
        let text = row.at(self.text);
        let text = text.trim().trim_end_matches('.');
        let who = if is_nothing(&owner) { String::new() } else { format!(" ({owner})") };
        let item = self.item.map(|at| row.at(at)).unwrap_or_default();
        let of = format!("{OF_ITEM}{})", item.trim_end_matches(['.', ')']));
        let news = |at: &&usize| !is_nothing(&row.at(**at));
        let all: Vec<String> = self.news.iter().filter(news).map(|at| row.at(*at)).collect();
        let far = self.status.and_then(|at| progress::of(&row.at(at)));
        let mut lines = Vec::new();
        if far.is_some_and(|far| !far.is_live()) {
            lines.push(format!("{text}{who}{by}: {}.", all.join("; ").trim_end_matches('.')));
        } else {
            lines.push(format!("ACTION{who}: {text}{by}"));
            let said = self.news.iter().filter(|at| Some(**at) != self.status).filter(news);
            lines.extend(said.map(|at| format!("{text}: {}", row.at(*at))));
        }
        let told = lines.into_iter().filter(|_| !is_nothing(text));
        told.map(|said| line(row, Role::Line, "", &format!("{said}{of}"))).collect()
    }
}

/// What stands behind each line of such a table, before the number of its item; its space is
/// one that nobody types, so that no other line ends so.
const OF_ITEM: &str = " (item\u{a0}";

/// Puts each line of such a table under the item that its row names, by the number of its
/// own or of its minute, and leaves out the actions that were given there already. Of items
/// that are `shut` nothing goes to one that is open; what a row names and nobody knows may be
/// one of them.
pub(super) fn sort(items: &mut [Part], shut: &[bool]) {
    let shut = |at: usize| shut.get(at).copied().unwrap_or_default();
    let own: Vec<String> = items.iter().map(|part| part.item.clone()).collect();
    let minutes: Vec<Option<(u32, Option<i32>)>> = items.iter().map(|part| part.minute).collect();
    let numbered = |said: &str| {
        let minuted = |at: &usize| {
            minutes[*at].is_some_and(|(number, year)| number::means(said, number, year, &own))
        };
        let mut fit = (0..own.len()).filter(|at| own[*at] == said || minuted(at));
        // A number that may mean either of two moves nothing.
        fit.next().filter(|_| fit.next().is_none())
    };
    let last_shut = (0..own.len()).rev().find(|at| shut(*at));
    let place = |said: &str| {
        let digits = said.bytes().take_while(u8::is_ascii_digit).count();
        // "2(a)" is a part of item 2.
        let whole = || numbered(&said[..digits]).filter(|_| !said.contains('/'));
        let named = (!said.is_empty()).then(|| numbered(said).or_else(whole).or(last_shut));
        named.flatten()
    };
    let mut told: Vec<(usize, Block)> = Vec::new();
    let mut given: Vec<(usize, Assigned)> = Vec::new();
    for (at, part) in items.iter_mut().enumerate() {
        part.blocks.retain_mut(|block| {
            let of = block.text.strip_suffix(')').and_then(|text| text.rsplit_once(OF_ITEM));
            let Some((text, item)) = of else {
                let said = block.flat();
                let new = parted::sentences(&said).into_iter().filter_map(owed::action);
                given.extend(new.map(|action| (at, action)));
                return true;
            };
            let to = place(item);
            block.text = text.to_owned();
            let news = owed::action(&block.text);
            let again = |news: &Assigned| {
                given
                    .iter()
                    .any(|(under, had)| to.is_none_or(|to| to == *under) && is_again(had, news))
            };
            if news.as_ref().is_some_and(again) {
                return false;
            }
            given.extend(news.map(|action| (to.unwrap_or(at), action)));
            let Some(to) = to.filter(|to| shut(*to) || !shut(at)) else { return true };
            told.push((to, block.clone()));
            false
        });
    }
    for (at, block) in told {
        if let Some(part) = items.get_mut(at) {
            part.blocks.push(block);
        }
    }
}

/// Whether a line gives what was given before and nothing more: the same to the same, by the
/// same day or by none.
fn is_again(had: &Assigned, news: &Assigned) -> bool {
    let what = |given: &Assigned| fold(given.text.trim_start_matches("to "));
    let due = |given: &Assigned| given.due.as_ref().map(|due| fold(&due.said));
    what(had) == what(news)
        && fold(&had.who) == fold(&news.who)
        && (due(news).is_none() || due(had) == due(news))
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
