//! Minutes kept in a table, a row to an item with its actions beside it, read
//! as if they stood one under another.

use super::super::super::paper::{Block, Cell, Role, Row, Table};
use super::super::super::words::column::{self, Column};
use super::super::super::words::fold::fold;
use super::super::super::words::nothing::is_nothing;
use super::super::super::words::{marker, when};
use super::super::people::is_name;
use super::beside::{is_organisation, late, substitute, time_alone};
use super::charged;
use super::duties::{self, due_beside, unnumbered};
use super::headed;
use super::label::{self, Label};
use super::number::minute_number;
use super::numbering::Numbering;
use super::several::names;
use super::side::by_side;
use super::voted;

/// The blocks of `table` in reading order.
pub(super) fn blocks(table: &Table) -> Vec<Block> {
    if let Some(vote) = voted::table(table) {
        return vec![vote];
    }
    if let Some(found) = apologies(table).or_else(|| by_side(table)).or_else(|| attendance(table)) {
        return found;
    }
    let mut found = vec![];
    let mut action = None;
    let mut given: Option<duties::Only> = None;
    let mut due = None;
    let mut duty = None;
    let numbering = Numbering::of(table);
    for (nth, row) in table.rows.iter().enumerate() {
        if let Some(item) = numbering.over(row, table.rows.get(nth + 1)) {
            found.push(item);
            continue;
        }
        if let Some(columns) = heads(row) {
            given = duties::only(row, &columns);
            let (by, rest) = match columns.split_last() {
                Some(((at, Column::Due), rest)) => (Some(*at), rest),
                _ => (None, columns.as_slice()),
            };
            let last = rest.last().filter(|(_, c)| matches!(c, Column::Text | Column::Owner));
            action = last.map(|(at, _)| *at);
            due = by.filter(|_| action.is_some());
            duty = duties::Duties::of(&columns);
            action = duty.as_ref().map(|duty| duty.text).or(action);
            continue;
        }
        if let Some(given) = &given {
            found.extend(given.assigned(row));
            continue;
        }
        let told = duty.as_ref().and_then(|duty| duty.told(row));
        let timed = due.filter(|_| duty.is_none()).map(|due| due_beside(row, action, due));
        let row = timed.as_ref().unwrap_or(row);
        let told = told.or_else(|| charged::charged(row, action?));
        read(told.as_ref().unwrap_or(row), action, numbering, &mut found);
    }
    found
}

/// Whether `table` has nothing but actions.
pub(super) fn is_of_actions(table: &Table) -> bool {
    let only = |row: &Row| duties::only(row, &heads(row)?);
    table.rows.iter().any(|row| only(row).is_some())
}

/// Who sent apologies and who came instead, as two such columns tell, a line to each.
fn apologies(table: &Table) -> Option<Vec<Block>> {
    let (head, rows) = table.rows.split_first()?;
    let headed = head.said().map(Cell::flat).collect::<Vec<_>>().join(" ");
    if !label::heads_apologies(&headed) {
        return None;
    }
    let said = |row: &Row| {
        let mut cells = row.said().map(Cell::flat);
        let name = cells.next()?;
        let instead = cells.next().filter(|instead| !is_dash(instead));
        let instead = instead.map(|who| format!(" (represented by {who})")).unwrap_or_default();
        Some(line(row, Role::Line, "", &format!("Apologies from {name}{instead}")))
    };
    Some(rows.iter().filter_map(said).collect())
}

/// The rows of a table of who was there, each as a line that names somebody: its
/// own columns say whether they came, or the label over the table does.
fn attendance(table: &Table) -> Option<Vec<Block>> {
    let (head, rows) = table.rows.split_first()?;
    let of = |wanted: Column| {
        head.said().find(|cell| column::of(&cell.flat()) == Some(wanted)).map(|cell| cell.at)
    };
    let headed = [Column::Role, Column::Status, Column::Organisation].map(of);
    let headed = headed.iter().any(Option::is_some);
    // The column of names may be headed by what they all did: "Present".
    let over = head
        .said()
        .next()
        .filter(|cell| headed && matches!(label::label(&cell.flat()), Some((Label::Came(..), ""))));
    let (Some(person), over) = (match (of(Column::Person), over) {
        (None, Some(cell)) => (Some(cell.at), Some(line(head, Role::Line, "", &cell.flat()))),
        (named, _) => (named, None),
    }) else {
        // A heading that is no name would be read as somebody, and a status as a label.
        return if headed { None } else { people(&table.rows) };
    };
    let came = statuses(head, person);
    let [from, role] = [Column::Organisation, Column::Role].map(of);
    if from.or(role).is_none() && came.is_empty() {
        return people(rows);
    }
    let other = |at: &usize| came.iter().all(|(of, _)| of != at);
    let (from, role) = (from.filter(other), role.filter(other));
    // Beside ticks, a cross is for who did not come.
    let tick = |text: String| fold(&text).is_empty() && !is_dash(&text);
    let has =
        |row: &Row, says: &dyn Fn(String) -> bool| came.iter().any(|(at, _)| says(row.at(*at)));
    // Nobody is in the chair who is not there.
    let cross = |text: String| fold(&text) == "x";
    let chaired =
        rows.iter().any(|row| has(row, &cross) && fold(&row.at(person)).ends_with(" chair"));
    let ticked = !chaired && rows.iter().any(|row| has(row, &tick));
    let cells = rows.iter().flat_map(|row| came.iter().map(|(at, _)| row.at(*at)));
    let opened = cells.filter_map(|cell| time_alone(&cell)).min();
    let named = |row: &Row| {
        let at = |column: Option<usize>| column.map(|at| row.at(at)).unwrap_or_default();
        let (mut from, mut role) = (at(from), at(role));
        // A column of roles may have whom somebody stands for.
        if from.is_empty() && is_organisation(&role) {
            (from, role) = (role, String::new());
        }
        let chaired = came.iter().any(|(at, _)| fold(&row.at(*at)).ends_with(" chair"));
        // Who came instead, as brackets after an apology say.
        let instead = came.iter().find_map(|(at, _)| deputised(&row.at(*at)));
        let post = if chaired { "Chair" } else { instead.as_deref().unwrap_or(&role) };
        let late = came.iter().find_map(|(at, _)| late(&row.at(*at), opened));
        let post = &*late.map_or(post.to_owned(), |late| match post {
            "" => late,
            post => format!("{post}, {late}"),
        });
        let text = beside(&row.at(person), post, &from);
        line(row, Role::Line, "", &format!("{}{text}", status(row, &came, ticked)))
    };
    let named = rows.iter().filter(|row| !row.at(person).is_empty()).map(named);
    Some(over.into_iter().chain(named).collect())
}

/// The columns under `head`, besides that of a `person`'s name, that say whether they came,
/// and what heads them.
fn statuses(head: &Row, person: usize) -> Vec<(usize, String)> {
    const BOTH: [&str; 9] = [
        "present apologies",
        "attendance",
        "present absent",
        "attended",
        "attending",
        "status",
        "time in",
        "time arrived",
        "arrived",
    ];
    let others = head.said().filter(|cell| cell.at != person);
    let headed = others.map(|cell| (cell.at, cell.flat()));
    let says = |(_, head): &(usize, String)| {
        matches!(label::label(head), Some((Label::Came(..), ""))) || BOTH.contains(&&*fold(head))
    };
    headed.filter(says).collect()
}

/// Whether a cell that holds no letter says no.
fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "" | "-" | "\u{2013}" | "\u{2717}" | "\u{2718}")
}

/// What stands in brackets after an apology, where it names who came instead: "Apologies
/// (Ann Petch deputising)".
fn deputised(text: &str) -> Option<String> {
    let (_, inside) = text.split_once('(').filter(|(said, _)| fold(said).starts_with("apolog"))?;
    let inside = inside.split(')').next()?.trim();
    substitute(inside).map(|_| inside.to_owned())
}

/// Whether a column headed so is of those who came.
fn says_who_came(head: &str) -> bool {
    ["present", "attendance", "attended", "attending"].contains(&fold(head).as_str())
}

/// The label of what `row` says of somebody's coming: the one word of a column
/// of them, or the heading of the column that is ticked.
fn status(row: &Row, came: &[(usize, String)], ticked: bool) -> String {
    let said = came.iter().find_map(|(at, head)| {
        let text = row.at(*at);
        // "Present (arrived 17.50)", and the time at which somebody came in.
        let folded = fold(text.split('(').next().unwrap_or(&text));
        match folded.trim_end_matches(" chair") {
            "present" | "attended" | "attending" => Some("Present"),
            "in attendance" => Some("In attendance"),
            "apologies" | "apology" | "apologies received" | "sent apologies" => Some("Apologies"),
            "absent" | "did not attend" | "not present" | "no apologies" => Some("Absent"),
            said if said.starts_with("apologies ") => Some("Apologies"),
            "x" if ticked => Some("Absent"),
            "yes" | "y" | "x" | "1" => Some(head.as_str()),
            // One column of who was present says of the others that they were not.
            "no" | "n" | "0" if came.len() == 1 && says_who_came(head) => Some("Absent"),
            _ if time_alone(&text).is_some() => Some("Present"),
            // A tick is no letter.
            "" if !is_dash(&text) => Some(head.as_str()),
            _ => None,
        }
    });
    match said {
        _ if came.is_empty() => String::new(),
        Some(label) => format!("{label}: "),
        None => format!("{}: ", label::UNSAID),
    }
}

/// The rows of a table without headings that has a person in each row, with
/// what they are beside them.
fn people(rows: &[Row]) -> Option<Vec<Block>> {
    let named = |row: &Row| {
        let said: Vec<&Cell> = row.said().collect();
        let [first, beside @ ..] = said.as_slice() else { return false };
        let short = |cell: &&Cell| cell.flat().split_whitespace().count() <= 12;
        let name = first.flat();
        let bare = name.split('(').next().unwrap_or_default().trim();
        !beside.is_empty() && beside.len() <= 3 && beside.iter().all(short) && names(bare)
    };
    let person = |row: &Row| {
        let mut said = row.said().map(Cell::flat);
        let name = said.next().unwrap_or_default();
        let rest: Vec<String> = said.collect();
        let home = rest.iter().position(|said| is_organisation(said));
        let post: Vec<&str> =
            (0..rest.len()).filter(|at| Some(*at) != home).map(|at| rest[at].as_str()).collect();
        let home = home.map(|at| rest[at].as_str()).unwrap_or_default();
        line(row, Role::Line, "", &beside(&name, &post.join(", "), home))
    };
    let rows: Vec<&Row> = rows.iter().filter(|row| row.said().next().is_some()).collect();
    let all = !rows.is_empty() && rows.iter().all(|row| named(row));
    all.then(|| rows.into_iter().map(person).collect())
}

/// `name` as a list has it, with what they are and where they come from in
/// brackets: "Ann Bell (Chair; Rivers Trust)".
fn beside(name: &str, post: &str, home: &str) -> String {
    // Brackets within brackets would end them.
    let plain = |said: &str| said.replace(" (", ", ").replace(['(', ')', ';'], "");
    let (name, inside) = match name.strip_suffix(')').and_then(|name| name.split_once('(')) {
        Some((name, inside)) => (name.trim(), inside),
        None => (name, ""),
    };
    let said: Vec<String> =
        [inside, post].into_iter().filter(|s| !s.is_empty()).map(plain).collect();
    let home = if home.is_empty() { String::new() } else { format!("; {}", plain(home)) };
    match (said.is_empty(), home.is_empty()) {
        (true, true) => name.to_owned(),
        _ => format!("{name} ({}{home})", said.join(", ")),
    }
}

/// The columns of `row`, if it heads such a table.
fn heads(row: &Row) -> Option<Vec<(usize, Column)>> {
    let known: Vec<(usize, Column)> =
        row.said().filter_map(|cell| Some((cell.at, column::of(&cell.flat())?))).collect();
    let said = row.said().count();
    let has = |wanted: &[Column]| known.iter().any(|(_, column)| wanted.contains(column));
    let notes = has(&[Column::Remark, Column::Title, Column::Text, Column::Number]);
    (said >= 2 && known.len() == said && notes).then_some(known)
}

/// Reads a row of a table that is numbered so.
fn read(row: &Row, action: Option<usize>, numbering: Numbering, found: &mut Vec<Block>) {
    let said: Vec<&Cell> = row.said().collect();
    let [first, rest @ ..] = said.as_slice() else { return };
    let label = first.flat();
    if !rest.is_empty() && label::label(label.trim_end_matches(':')).is_some() {
        let names: Vec<String> =
            rest.iter().flat_map(|cell| &cell.blocks).map(|b| b.lines().join(", ")).collect();
        let text = format!("{}: {}", label.trim_end_matches(':'), names.join(", "));
        return found.push(line(row, Role::Line, "", &text));
    }
    let numbered = marker::is_lone(&label) && label.chars().any(|c| c.is_ascii_digit());
    let titled = first.blocks.first().filter(|block| {
        block.marker.starts_with(|c: char| c.is_ascii_digit()) && !block.text.contains('\n')
    });
    if let Some(title) = titled.filter(|_| !rest.is_empty() && action.is_some()) {
        found.push(line(row, Role::Item, &title.marker, &title.text));
        let under = first.blocks.iter().skip(1).flat_map(Block::lines);
        found.extend(under.map(|text| line(row, Role::Line, "", &text)));
        return cells(row, rest, action, found);
    }
    // "BM/26/014" numbers a minute in words of its own.
    let printed = first.blocks.first().filter(|block| minute_number(block).is_some());
    if let (Some(_), [title, others @ ..]) = (printed.filter(|_| !numbered), rest) {
        let mut lines = opening(title).into_iter();
        let heading = format!("{label} {}", lines.next().unwrap_or_default());
        found.push(line(row, Role::Line, "", &heading));
        found.extend(lines.map(|text| line(row, Role::Line, "", &text)));
        return cells(row, others, action, found);
    }
    if !numbered {
        // A list in columns is read by the row: "HMRC, £212.40".
        let short =
            |cell: &&Cell| cell.blocks.len() <= 1 && cell.flat().split_whitespace().count() <= 8;
        if action.is_none() && said.len() > 1 && said.iter().all(short) {
            let texts: Vec<String> = said.iter().map(|cell| cell.flat()).collect();
            return found.push(line(row, Role::Line, "", &texts.join(", ")));
        }
        return cells(row, &said, action, found);
    }
    // The first thing said beside a number is the title of the item.
    let (title, rest) = rest.split_first().map_or((None, rest), |(cell, rest)| (Some(*cell), rest));
    if numbering.is_told(&label, found) {
        let said = title.into_iter().flat_map(|cell| &cell.blocks).flat_map(Block::lines);
        let marks = std::iter::once(label.as_str()).chain(std::iter::repeat(""));
        found.extend(said.zip(marks).map(|(text, mark)| line(row, Role::Line, mark, &text)));
    } else {
        let mut lines = title.map(opening).unwrap_or_default().into_iter();
        let title = lines.next().unwrap_or_default();
        found.push(line(row, Role::Item, &numbering.item(&label), &title));
        found.extend(lines.map(|text| line(row, Role::Line, "", &text)));
    }
    cells(row, rest, action, found);
}

/// The lines of a cell that opens with a title, which has the first to itself.
fn opening(cell: &Cell) -> Vec<String> {
    let mut lines: Vec<String> = cell.blocks.iter().flat_map(Block::lines).collect();
    if let Some(first) = lines.first_mut()
        && let Some((title, said)) =
            headed::apart(first).map(|(title, said)| (title.to_owned(), said.to_owned()))
    {
        *first = title;
        lines.insert(1, said);
    }
    lines
}

/// What stands in the cells of a row: talk, and in their own column actions.
fn cells(row: &Row, cells: &[&Cell], action: Option<usize>, found: &mut Vec<Block>) {
    for cell in cells {
        let own = Some(cell.at) == action;
        let lines = cell.blocks.iter().flat_map(Block::lines);
        let lines = lines.filter(|line| !own || !is_nothing(line));
        let lines: Vec<String> =
            lines.map(|line| if own { unnumbered(&line).to_owned() } else { line }).collect();
        let before = found.last().map(|block| block.text.as_str()).filter(|_| own);
        if let Some(given) = before.and_then(|before| charged::alone(&lines, before)) {
            found.push(line(row, Role::Line, "", &given));
            continue;
        }
        for text in lines {
            // Initials alone say who, and not what.
            let words = text.split_whitespace().count();
            let named = is_name(&text) && !text.contains(" to ");
            let says = !named && words > 1 && when::whole_day(&text).is_none();
            let said = text.starts_with("ACTION");
            let text = if own && says && !said { format!("ACTION: {text}") } else { text };
            found.push(line(row, Role::Line, "", &text));
        }
    }
}

/// A line at the place of `row`.
pub(super) fn line(row: &Row, role: Role, marker: &str, text: &str) -> Block {
    Block {
        place: row.place.clone(),
        role,
        level: 0,
        marker: marker.to_owned(),
        text: text.to_owned(),
        nth: 0,
    }
}
