//! Minutes that minutebook itself wrote, put as minutes from elsewhere are: what
//! only the printed page needs is left out, and what it sets in a way of its own
//! is said in the words that every reader of minutes knows.

use super::paper::{Block, Paper, Piece, Role, Table};

/// What the last line of everything it writes begins with.
const MADE: &str = "Made with minutebook. The digest of this record is ";

/// Lines that are there to be signed.
const SIGNED: [&str; 3] = ["Signed (in the Chair)", "Date of signing", "................"];

/// Verbs that a resolution leads with.
const VERBS: [&str; 6] = ["RESOLVED", "AGREED", "RECOMMENDED", "NOTED", "REFERRED", "REFUSED"];

/// The paper as minutes from elsewhere would have it; any other paper as it is.
pub(super) fn plain(mut paper: Paper) -> Paper {
    let made = |piece: &Piece| text(piece).is_some_and(|block| block.text.starts_with(MADE));
    let Some(last) = paper.pieces.iter().position(made) else { return paper };
    let standing = last.checked_sub(1).and_then(|at| text(&paper.pieces[at])).cloned();
    let needless = |block: &Block| {
        block.text.starts_with(MADE)
            || SIGNED.iter().any(|words| block.text.starts_with(words))
            || standing.as_ref().is_some_and(|standing| standing.text == block.text)
    };
    let mut said = Said::default();
    for piece in paper.pieces {
        match piece {
            Piece::Text(block) if needless(&block) => {}
            Piece::Text(block) => said.block(block),
            Piece::Table(table) => said.table(table),
        }
    }
    paper.pieces = said.pieces;
    paper
}

fn text(piece: &Piece) -> Option<&Block> {
    if let Piece::Text(block) = piece { Some(block) } else { None }
}

/// A paper being put in other words.
#[derive(Default)]
struct Said {
    pieces: Vec<Piece>,
    /// The verb that the lettered parts which follow are decided under.
    lead: Option<String>,
    /// Whether the first item has begun.
    begun: bool,
}

impl Said {
    fn line(&mut self, like: &Block, text: String) {
        let (role, marker) = (Role::Line, String::new());
        self.pieces.push(Piece::Text(Block { role, marker, text, ..like.clone() }));
    }

    fn block(&mut self, block: Block) {
        let full = block.full();
        if let (Some(lead), Some(limb)) = (&self.lead, lettered(&full)) {
            let text = format!("{lead}: {}", limb.trim_end_matches("; and").trim_end_matches(';'));
            return self.line(&block, text);
        }
        self.lead = None;
        if let Some(action) = action(&full) {
            return self.line(&block, action);
        }
        if let Some((lead, how, rest)) = resolution(&full) {
            if rest.is_empty() {
                self.lead = Some(lead);
            } else {
                self.line(&block, joined(&lead, &rest));
            }
            if !how.is_empty() {
                self.line(&block, format!("({how}.)"));
            }
            return;
        }
        if let Some(place) = place(&full) {
            self.pieces.push(Piece::Text(block.clone()));
            return self.line(&block, format!("Place: {place}"));
        }
        self.begun |= block.role == Role::Heading && full.starts_with(|c: char| c.is_ascii_digit());
        if let Some(officer) = officer(&full).filter(|_| !self.begun) {
            return self.line(&block, officer.to_owned());
        }
        self.pieces.push(Piece::Text(block));
    }

    /// Those who sent apologies stand in a table under the first item; elsewhere
    /// they stand in the roll.
    fn table(&mut self, table: Table) {
        let heads = table.rows.first().is_some_and(|row| row.at(0) == "Apology from");
        let item = self
            .pieces
            .iter()
            .rposition(|piece| text(piece).is_some_and(|block| block.role == Role::Heading));
        let (true, Some(item)) = (heads, item) else {
            self.pieces.push(Piece::Table(table));
            return;
        };
        // The words over the table go with it.
        self.pieces.truncate(item + 1);
        let names: Vec<String> = table.rows.iter().skip(1).map(|row| row.at(0)).collect();
        if let Some(heading) = text(&self.pieces[item]).cloned() {
            let text = format!("Apologies: {}", names.join("; "));
            let (role, marker) = (Role::Line, String::new());
            let block = Block { role, marker, text, level: 0, ..heading };
            self.pieces.insert(item, Piece::Text(block));
        }
    }
}

/// The words after "(a) ".
fn lettered(text: &str) -> Option<&str> {
    let (letter, rest) = text.strip_prefix('(')?.split_once(") ")?;
    (letter.len() <= 2 && letter.chars().all(|c| c.is_ascii_lowercase())).then_some(rest)
}

/// "ACTION A/26/14 Obtain a response. — K. Oduya, by 30 June 2026".
fn action(text: &str) -> Option<String> {
    let (reference, rest) = text.strip_prefix("ACTION ")?.split_once(' ')?;
    reference.strip_prefix("A/")?;
    let (what, tail) = rest.rsplit_once(" \u{2014} ")?;
    let (who, due) = tail.rsplit_once(", ").unwrap_or((tail, ""));
    let due = if due.starts_with("by ") { format!(" {due}") } else { String::new() };
    Some(format!("ACTION: {who} to {}{due}", what.trim_end_matches('.')))
}

/// "RECOMMENDED to Cabinet (by 5 votes to 1): that ...": the verb with whom it
/// is put to, how it was carried, and what was resolved.
fn resolution(text: &str) -> Option<(String, String, String)> {
    let (lead, rest) = text.split_once(':')?;
    VERBS.iter().find(|verb| {
        lead.strip_prefix(**verb).is_some_and(|l| l.is_empty() || l.starts_with(' '))
    })?;
    let (lead, how) = match lead.split_once(" (") {
        Some((lead, how)) => (lead, how.trim_end_matches(')')),
        None => (lead, ""),
    };
    Some((lead.to_owned(), how.to_owned(), rest.trim().to_owned()))
}

fn joined(lead: &str, rest: &str) -> String {
    match lead.split_once(" to ") {
        Some((verb, whom)) if rest.starts_with("that ") || rest.starts_with("to ") => {
            let the = if whom.starts_with("the ") { "" } else { "the " };
            format!("{verb} {the}{whom} {rest}")
        }
        _ => format!("{lead}: {rest}"),
    }
}

/// Where the meeting was held, from the sentence that opens its minutes.
fn place(text: &str) -> Option<&str> {
    let after = text.strip_prefix("MINUTES of ")?.split_once(" held on ")?.1;
    Some(after.split_once(" at ")?.1.split_once(", commencing")?.0)
}

/// An officer named with the items they came for.
fn officer(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("Item ").or_else(|| text.strip_prefix("Items "))?;
    let (items, name) = rest.split_once(": ")?;
    let numbers = |c: char| c.is_ascii_digit() || matches!(c, ',' | ' ') || "andto".contains(c);
    items.chars().all(numbers).then_some(name)
}
