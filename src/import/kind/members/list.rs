//! Members listed without a table, under a heading that says so.

use super::super::super::fault::Fault;
use super::super::super::paper::{Block, Piece, Role as Part};
use super::super::super::words::marker;
use super::super::Desk;
use super::super::heading::Head;
use super::super::people::is_name;
use super::named::title;
use super::word::{Term, brackets, is_area, parted, role_of};
use super::{Members, Said, prose};

/// Where in the list the reader is.
struct List {
    /// Whether the list has begun.
    on: bool,
    /// How deep its heading stands.
    depth: u8,
    /// Whom those under a deeper heading stand for.
    home: String,
    /// What those after a line that only says so are.
    placed: String,
}

/// Reads the members that `desk` lists.
pub(super) fn read(members: &mut Members, desk: &mut Desk<'_>, head: &Head) -> Result<(), Fault> {
    let mut list = List { on: false, depth: u8::MAX, home: String::new(), placed: String::new() };
    for (at, piece) in desk.paper.pieces.iter().enumerate() {
        let Piece::Text(block) = piece else { continue };
        let heading = block.role == Part::Heading;
        let flat = block.flat();
        let deeper = heading && list.on && block.level > list.depth;
        let heads = || prose::heads(block, &desk.paper.pieces[at + 1..]);
        let over = || (!deeper && heads()).then(|| flat.clone());
        if let Some((each, rest)) = prose::named(&flat).filter(|_| !heading) {
            if !rest.is_empty() {
                let text = format!("said after the names, and not read in: \u{201c}{rest}\u{201d}");
                desk.report.pass(block.place.clone(), text);
            }
            if members.body.is_none() {
                members.turn(desk, head, &[]);
            }
            for name in &each {
                list.line(members, desk, block, name)?;
            }
        } else if let Some(name) = title(&flat).or_else(over) {
            members.turn(desk, head, &[&format!("membership of {name}")]);
            (list.on, list.depth) = (true, if heading { block.level } else { u8::MAX });
            list.home.clear();
            list.placed.clear();
        } else if deeper {
            list.home = block.flat();
        } else {
            if heading && list.on {
                let text = format!("a list of its own, not read in: \u{201c}{flat}\u{201d}");
                desk.report.pass(block.place.clone(), text);
            }
            list.on &= !heading;
            let on = list.on;
            for line in block.text.split('\n').filter(|_| on) {
                if prose::is_reserve(line) {
                    let text =
                        format!("substitutes are named at the meeting: \u{201c}{line}\u{201d}");
                    desk.report.pass(block.place.clone(), text);
                    // Where they stand on the lines below, those are not read either.
                    let below = line.trim_end().ends_with(':') || !line.contains(':');
                    list.on = !below;
                    if below {
                        break;
                    }
                    continue;
                }
                list.line(members, desk, block, line)?;
            }
        }
    }
    Ok(())
}

/// Whether a line can only say what those after it are: "Officers supporting the Board".
fn is_heading(line: &str) -> bool {
    let words = line.split(' ').count();
    words <= 3
        || words <= 5 && !line.contains([',', '(', '-']) && line.ends_with(char::is_lowercase)
        || words <= 5 && line.contains(" supporting ")
}

impl List {
    fn line(
        &mut self,
        members: &mut Members,
        desk: &mut Desk<'_>,
        block: &Block,
        line: &str,
    ) -> Result<(), Fault> {
        // An initial is no marker.
        let marked = block.marker.is_empty()
            || block.role == Part::Item && marker::is_bullet(&block.marker)
            || block.marker.chars().any(|c| c.is_ascii_digit());
        let line = if marked { line.to_owned() } else { format!("{} {line}", block.marker) };
        // "Chair: Councillor Bell (County Council)"
        let led = line.split_once(": ").filter(|(role, _)| role_of(role).0.is_some());
        let (name, role, organisation) = if let Some((role, said)) = led {
            let (name, from) = brackets(said);
            (name, role.to_owned(), if from.is_empty() { self.home.clone() } else { from })
        } else {
            let (name, rest) = parted(&line);
            // "Co-opted" alone says what those after it are.
            if role_of(&line).0.is_some() && !is_name(&line) && is_heading(&line) {
                line.trim_end_matches(':').clone_into(&mut self.placed);
                return Ok(());
            }
            if is_area(&brackets(&name).0) {
                self.placed.clear();
                desk.report.count("areas", 1);
                desk.report.fact(block.place.clone(), format!("area: {name}"));
                return Ok(());
            }
            // "Leader, Vale County Council (Chair)"
            let (home, inside) = brackets(&rest);
            match role_of(&rest) {
                _ if self.home.is_empty() && role_of(&inside).0.is_some() => (name, inside, home),
                (None, _) if self.home.is_empty() => (name, self.placed.clone(), rest),
                _ => (name, rest, self.home.clone()),
            }
        };
        desk.report.count("members", 1);
        let (role, organisation, place) = (&*role, &*organisation, &*block.place);
        let (name, term) = (&*name, Term::default());
        let (voting, seat) = (None, None);
        members.one(desk, &Said { name, role, organisation, place, term, voting, seat })
    }
}
