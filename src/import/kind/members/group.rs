//! Members listed by the group they belong to, a line to each: "Labour (2): Cllr Ann Bell,
//! 1 vacancy".

use super::super::super::fault::Fault;
use super::super::super::paper::{Block, Cell, Paper, Piece, Role as Part, Row, Table};
use super::super::super::words::fold::fold;
use super::super::super::words::party::is_party;
use super::super::Desk;
use super::super::heading::Head;
use super::super::people::is_name;
use super::word::{Term, apart, brackets, role_of, vacancies};
use super::{Members, Said, prose};
use crate::model::Role;

/// What else such lines are headed by.
const HEADS: [&str; 7] = [
    "councillors",
    "elected members",
    "coopted members",
    "cooptees",
    "coopted",
    "members",
    "coopted parish members",
];

/// How many lines of this shape make a list.
const LISTED: usize = 2;

/// One line.
struct Group {
    place: String,
    label: String,
    names: Vec<String>,
}

/// The place of the first such line of `paper`, if it lists members so.
pub(super) fn listed(paper: &Paper) -> Option<String> {
    groups(paper).into_iter().next().map(|group| group.place)
}

/// Reads those whom such lines name.
pub(super) fn read(members: &mut Members, desk: &mut Desk<'_>, head: &Head) -> Result<(), Fault> {
    let groups = groups(desk.paper);
    if !groups.is_empty() && members.body.is_none() {
        members.turn(desk, head, &[]);
    }
    for Group { place, label, names } in &groups {
        if prose::is_reserve(label) {
            let text = format!(
                "substitutes are named at the meeting: \u{201c}{}\u{201d}",
                names.join(", ")
            );
            desk.report.pass(place.clone(), text);
            continue;
        }
        let coopted = role_of(label).0 == Some(Role::CoOpted);
        let (role, organisation) = (if coopted { label.as_str() } else { "" }, "");
        for name in names {
            desk.report.count("members", 1);
            let (term, voting, seat) = (Term::default(), None, None);
            let said = Said { name, role, organisation, place, term, voting, seat };
            members.one(desk, &said)?;
        }
    }
    Ok(())
}

/// Every such line, if there are enough of them.
fn groups(paper: &Paper) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut heading = String::new();
    for piece in &paper.pieces {
        let lines = match piece {
            Piece::Text(block) if block.role == Part::Heading => {
                heading = block.flat();
                continue;
            }
            Piece::Text(block) => {
                block.text.split('\n').map(|line| (block.place.clone(), line.to_owned())).collect()
            }
            Piece::Table(table) => by_column(table).unwrap_or_else(|| by_row(table)),
        };
        let mut these: Vec<Group> =
            lines.into_iter().filter_map(|(place, line)| group(place, &line)).collect();
        if prose::is_reserve(&heading) {
            for group in &mut these {
                group.label.clone_from(&heading);
            }
        }
        found.append(&mut these);
    }
    if found.len() < LISTED { Vec::new() } else { found }
}

/// Rows of a group and its members.
fn by_row(table: &Table) -> Vec<(String, String)> {
    let line = |row: &Row| {
        let said: Vec<&Cell> = row.said().collect();
        let [label, names] = said[..] else { return None };
        let label = label.flat();
        let line = format!("{}: {}", label.trim_end_matches(':'), names_in(names));
        Some((row.place.clone(), line))
    };
    table.rows.iter().filter_map(line).collect()
}

/// Columns of members under their groups; those under a band across them are of that.
fn by_column(table: &Table) -> Option<Vec<(String, String)>> {
    let (head, rows) = table.rows.split_first()?;
    let heads: Vec<&Cell> = head.said().collect();
    if heads.len() < 2 || !heads.iter().all(|cell| is_group(&brackets(&cell.flat()).0)) {
        return None;
    }
    let band = |row: &Row| {
        let said: Vec<&Cell> = row.said().collect();
        matches!(said[..], [only] if only.span > 1)
    };
    let end = rows.iter().position(band).unwrap_or(rows.len());
    let (own, below) = rows.split_at(end);
    let column = |cell: &&Cell| {
        let names = own.iter().filter_map(|row| row.cell(cell.at)).map(names_in);
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        (head.place.clone(), format!("{}: {}", cell.flat(), names.join(", ")))
    };
    let mut lines: Vec<(String, String)> = heads.iter().map(column).collect();
    if let Some((over, rest)) = below.split_first() {
        let label = over.said().map(Cell::flat).collect::<String>();
        let names: Vec<String> = rest.iter().flat_map(Row::said).map(names_in).collect();
        lines.push((over.place.clone(), format!("{label}: {}", names.join(", "))));
    }
    Some(lines)
}

/// The names of a cell, a line to each.
fn names_in(cell: &Cell) -> String {
    cell.blocks.iter().flat_map(Block::lines).collect::<Vec<_>>().join(", ")
}

/// Whether `label` is of a group that members are listed in.
fn is_group(label: &str) -> bool {
    HEADS.contains(&fold(label).as_str()) || prose::is_reserve(label) || is_party(label)
}

fn group(place: String, line: &str) -> Option<Group> {
    let (label, list) = line.split_once(':')?;
    let label = brackets(label).0;
    if !is_group(&label) {
        return None;
    }
    let each = apart(list).into_iter().map(str::trim);
    let each: Vec<&str> = each.filter(|name| !name.is_empty()).collect();
    let named = |said: &&str| is_name(&brackets(said).0) || vacancies(said).is_some();
    let all = !each.is_empty() && each.iter().all(named);
    let names = each.iter().flat_map(|said| match vacancies(said) {
        Some(times) => vec!["Vacancy".to_owned(); usize::from(times)],
        None => vec![without_party(said)],
    });
    all.then(|| Group { place, label, names: names.collect() })
}

/// A name without the party in the brackets behind it, which no place on a body is: "Cllr Ann
/// Bell (Chair, Lab)".
fn without_party(said: &str) -> String {
    let (name, inside) = brackets(said);
    let left: Vec<&str> = inside
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty() && !is_party(part))
        .collect();
    if left.is_empty() { name } else { format!("{name} ({})", left.join(", ")) }
}
