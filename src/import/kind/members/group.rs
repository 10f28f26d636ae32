//! Members listed by the group they belong to, a line to each: "Labour (2): Cllr Ann Bell,
//! 1 vacancy".

use super::super::super::fault::Fault;
use super::super::super::paper::{Block, Cell, Paper, Piece, Role as Part};
use super::super::super::words::fold::fold;
use super::super::super::words::party::is_party;
use super::super::Desk;
use super::super::heading::Head;
use super::super::people::is_name;
use super::word::{Term, brackets, is_vacant, role_of};
use super::{Members, Said, prose};
use crate::model::Role;

/// What else such lines are headed by.
const HEADS: [&str; 6] =
    ["councillors", "elected members", "coopted members", "cooptees", "coopted", "members"];

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
    let lines = paper.pieces.iter().flat_map(|piece| match piece {
        Piece::Text(block) if block.role == Part::Heading => Vec::new(),
        Piece::Text(block) => {
            block.text.split('\n').map(|line| (block.place.clone(), line.to_owned())).collect()
        }
        Piece::Table(table) => {
            let lines = table.rows.iter().filter_map(|row| {
                let said: Vec<&Cell> = row.said().collect();
                let [label, names] = said[..] else { return None };
                let names: Vec<String> = names.blocks.iter().map(Block::flat).collect();
                let label = label.flat();
                let line = format!("{}: {}", label.trim_end_matches(':'), names.join(", "));
                Some((row.place.clone(), line))
            });
            lines.collect()
        }
    });
    let found: Vec<Group> = lines.filter_map(|(place, line)| group(place, &line)).collect();
    if found.len() < LISTED { Vec::new() } else { found }
}

fn group(place: String, line: &str) -> Option<Group> {
    let (label, list) = line.split_once(':')?;
    let label = brackets(label).0;
    let heads = HEADS.contains(&fold(&label).as_str()) || prose::is_reserve(&label);
    if !heads && !is_party(&label) {
        return None;
    }
    let mut depth = 0;
    let each = list.split(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0 && matches!(c, ',' | ';')
    });
    let each: Vec<&str> = each.map(str::trim).filter(|name| !name.is_empty()).collect();
    let named = |said: &&str| is_name(&brackets(said).0) || vacancies(said).is_some();
    let all = !each.is_empty() && each.iter().all(named);
    let names = each.iter().flat_map(|said| match vacancies(said) {
        Some(times) => vec!["Vacancy".to_owned(); times],
        None => vec![without_party(said)],
    });
    all.then(|| Group { place, label, names: names.collect() })
}

/// How many places `said` leaves open: "Vacancy", "2 vacancies".
fn vacancies(said: &str) -> Option<usize> {
    if is_vacant(said) {
        return Some(1);
    }
    let folded = fold(said);
    let (n, word) = folded.split_once(' ')?;
    let times = if n == "one" { Some(1) } else { n.parse().ok() };
    times.filter(|n| word.starts_with("vacan") && *n < 100)
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
