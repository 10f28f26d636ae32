//! Members in a table without headings: a person to each row, and beside them what they
//! are and where they come from.

use super::super::super::fault::Fault;
use super::super::super::paper::{Cell, Paper, Row, Table};
use super::super::super::words::name::Name;
use super::super::Desk;
use super::super::heading::Head;
use super::super::people::is_name;
use super::word::{Term, brackets, role_of};
use super::{Members, Said};

/// The tables of `paper` that have a person at the head of each of their rows.
pub(super) fn tables(paper: &Paper) -> Vec<&Table> {
    let named = |row: &Row| {
        let said: Vec<&Cell> = row.said().collect();
        let [first, beside @ ..] = said.as_slice() else { return true };
        let name = brackets(&first.flat()).0;
        let person = is_name(&name) || !Name::of(&name).title.is_empty();
        person && (1..=3).contains(&beside.len())
    };
    paper.tables().filter(|table| table.rows.len() > 1 && table.rows.iter().all(named)).collect()
}

/// Reads the members of such tables.
pub(super) fn read(members: &mut Members, desk: &mut Desk<'_>, head: &Head) -> Result<(), Fault> {
    for table in tables(desk.paper) {
        if members.body.is_none() {
            members.turn(desk, head, &[]);
        }
        members.unsaid(desk);
        for row in &table.rows {
            let said: Vec<String> = row.said().map(Cell::flat).collect();
            let Some((name, beside)) = said.split_first() else { continue };
            let role = beside.iter().position(|said| role_of(said).0.is_some());
            let others: Vec<&str> = (0..beside.len())
                .filter(|at| Some(*at) != role)
                .map(|at| beside[at].as_str())
                .collect();
            // Of two columns that are no place on the body, the last says where from.
            let (organisation, post) = match others.split_last() {
                Some((last, posts)) => (*last, posts.join(", ")),
                None => ("", String::new()),
            };
            let role = role.map_or(post.as_str(), |at| beside[at].as_str());
            desk.report.count("members", 1);
            let (term, voting, seat) = (Term::default(), None, None);
            let place = &*row.place;
            members.one(desk, &Said { name, role, organisation, place, term, voting, seat })?;
        }
    }
    Ok(())
}
