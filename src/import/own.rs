//! Minutes that minutebook itself wrote, put as minutes from elsewhere are: what
//! only the printed page needs is left out, and what it sets in a way of its own
//! is said in the words that every reader of minutes knows.

mod folded;

use super::paper::{Block, Paper, Piece, Role, Table};
use super::report::Remark;
use folded::{letters, numbered_minute, unfolded};

/// What the last line of everything it writes begins with.
const MADE: &str = "Made with minutebook. The digest of this record is ";

/// What stands at the foot of its pages, before the digest.
const RECORD: &str = "minutebook record ";

/// Lines that are there to be signed.
const SIGNED: [&str; 3] = ["Signed (in the Chair)", "Date of signing", "................"];

/// What tells how far its minutes have gone, and what leads past the head of a web
/// page.
const STANDING: [&str; 5] = [
    "Corrected at the meeting on ",
    "DRAFT - subject to confirmation",
    "CONFIRMED as a correct record",
    "CONFIRMED and signed as a correct record",
    "Skip to the record",
];

/// What heads the items that the meeting did not come to, and what is said of them.
const LEFT: [&str; 2] = ["Business not reached", " could not be reached."];

/// What the sentence over the items says of reports.
const CONSIDERED: &str = "considered the reports in the agenda and any addenda, and decided as";

/// What stands over the table of interests.
const INTERESTS: &str = "Interests declared";

/// What stands over the table of apologies where no item is for them.
const SENT: &str = "Members who sent apologies, and who came instead";

/// What heads the columns of that table, where it is set in spaces.
const COLUMNS: &str = "Item Nature Outcome";

/// What a stop ends that is no sentence: "St. Mary's Lane".
const SHORT: [&str; 8] = ["St", "Dr", "Mr", "Mrs", "Ms", "No", "Rev", "Sgt"];

/// The paper as minutes from elsewhere would have it; any other paper as it is.
pub(super) fn plain(mut paper: Paper) -> Paper {
    let made = |piece: &Piece| text(piece).is_some_and(|block| block.flat().contains(MADE));
    let last = paper.pieces.iter().position(made);
    let footed = |beside: &Remark| beside.text.contains(RECORD);
    if last.is_none() && !paper.hidden.iter().any(footed) {
        return paper;
    }
    // What stands at the head and foot of its pages is in it already.
    paper.hidden.retain(|beside| !beside.place.starts_with("page "));
    // Where the two do not stand in one block, the standing is the one before.
    let alone =
        last.filter(|at| text(&paper.pieces[*at]).is_some_and(|b| b.text.starts_with(MADE)));
    let standing = alone.and_then(|at| at.checked_sub(1)).and_then(|at| text(&paper.pieces[at]));
    let standing = standing.cloned();
    let needless = |piece: &Piece| {
        text(piece).is_some_and(|block| {
            block.flat().contains(MADE)
                || block.flat().contains(CONSIDERED)
                || block.text == LEFT[0]
                || block.text.starts_with("Agenda Item") && block.text.ends_with(LEFT[1])
                || SIGNED.iter().chain(&STANDING).any(|words| block.text.starts_with(words))
                || standing.as_ref().is_some_and(|standing| standing.text == block.text)
        })
    };
    let left = |block: &&Block| block.text.ends_with(LEFT[1]);
    if let Some(block) = paper.pieces.iter().filter_map(text).find(left) {
        // They stand on the agenda, if the book has it; no minute says what they were about.
        let said = format!("not read in: \u{201c}{}\u{201d}", block.text);
        paper.hidden.push(Remark::new(block.place.clone(), said));
    }
    let mut pieces: Vec<Piece> =
        paper.pieces.into_iter().filter(|piece| !needless(piece)).collect();
    letterhead(&mut pieces);
    let mut said = Said::default();
    untabled(&mut pieces, &mut paper.hidden);
    for piece in unfolded(pieces) {
        match piece {
            Piece::Text(block) => said.block(typed(block)),
            Piece::Table(table) => said.table(table),
        }
    }
    paper.pieces = said.pieces;
    paper
}

/// The block with a sign that its Markdown takes for words in front of them.
fn typed(block: Block) -> Block {
    match block.marker.strip_prefix('\\') {
        Some(sign) => Block {
            role: Role::Line,
            text: format!("{sign} {}", block.text),
            marker: String::new(),
            ..block
        },
        None => block,
    }
}

/// Leaves out the table of interests where it is set in spaces, with what stands
/// below it in its minute: where it ends cannot be seen, and the nature of an
/// interest in exempt business must not become a paragraph for the public.
fn untabled(pieces: &mut Vec<Piece>, hidden: &mut Vec<Remark>) {
    let mut below = false;
    pieces.retain_mut(|piece| {
        let Piece::Text(block) = piece else { return true };
        below &= !numbered_minute(&block.text);
        if below {
            return false;
        }
        let spaced = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(head) = block.text.lines().position(|line| spaced(line).ends_with(COLUMNS)) {
            let kept: Vec<&str> = block.text.lines().take(head).collect();
            block.text = kept.join("\n");
            below = true;
            hidden.push(Remark::new(
                block.place.clone(),
                "the table of interests, and what stands below it in this minute, cannot be read back from plain text: import the Word, web or Markdown file instead",
            ));
        }
        true
    });
}

/// Leaves out the title, which the rest of the head says again, and says which of
/// the lines beside it is the body and which the authority it belongs to.
fn letterhead(pieces: &mut Vec<Piece>) {
    let begins = |piece: &Piece, words: &[&str]| {
        text(piece).is_some_and(|block| words.iter().any(|words| block.text.starts_with(words)))
    };
    let opens = |piece: &Piece| begins(piece, &["MINUTES of", "Notes of"]);
    let Some(opening) = pieces.iter().position(opens).filter(|at| *at <= 4) else { return };
    let titles = |piece: &Piece| {
        text(piece).is_some_and(|block| {
            block.text.contains(": minutes of ") || block.text.contains(": notes of ")
        })
    };
    let title = pieces[..opening].iter().position(titles).map(|at| pieces.remove(at));
    if opening - usize::from(title.is_some()) == 2 {
        pieces.swap(0, 1);
        if let Some(Piece::Text(authority)) = pieces.get_mut(1) {
            authority.text = format!("Authority: {}", authority.text);
        }
    }
}

fn text(piece: &Piece) -> Option<&Block> {
    if let Piece::Text(block) = piece { Some(block) } else { None }
}

/// A paper being put in other words.
#[derive(Default)]
struct Said {
    pieces: Vec<Piece>,
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
        if let Some(place) = place(&block.flat()) {
            self.pieces.push(Piece::Text(block.clone()));
            return self.line(&block, format!("Place: {place}"));
        }
        if let Some(item) = numbered(&block) {
            return self.pieces.push(Piece::Text(item));
        }
        self.begun |= block.role == Role::Heading && full.starts_with(|c: char| c.is_ascii_digit());
        if let Some(officer) = officer(&full).filter(|_| !self.begun) {
            return self.line(&block, officer.to_owned());
        }
        self.pieces.push(Piece::Text(block));
    }

    /// Those who sent apologies stand in a table under the first item; elsewhere
    /// they stand in the roll, as do those who came instead.
    fn table(&mut self, table: Table) {
        let head = table.rows.first().map(|row| row.at(0)).unwrap_or_default();
        if head == "No" {
            return self.notes(&table);
        }
        let item = self
            .pieces
            .iter()
            .rposition(|piece| text(piece).is_some_and(|block| block.role == Role::Heading));
        let heading = item.and_then(|at| text(&self.pieces[at]).cloned());
        let (Some(item), Some(heading), true) = (item, heading, head == "Apology from") else {
            // The words over a table go with it.
            let over = |piece: &Piece| text(piece).is_some_and(|block| block.text == INTERESTS);
            self.pieces.pop_if(|piece| over(piece));
            self.pieces.push(Piece::Table(table));
            return;
        };
        // Where there is no item for them, they stand below the roll.
        let item = if self.begun {
            self.pieces.truncate(item + 1);
            item
        } else {
            self.pieces.pop_if(|piece| text(piece).is_some_and(|block| block.text == SENT));
            self.pieces.len()
        };
        let rows = table.rows.iter().skip(1).map(|row| (row.at(0), row.at(1)));
        let (away, instead): (Vec<String>, Vec<String>) = rows
            .map(|(away, instead)| match instead.as_str() {
                "" | "-" => (away, String::new()),
                _ => (away.clone(), format!("{instead} (in place of {away})")),
            })
            .unzip();
        let instead: Vec<String> = instead.into_iter().filter(|said| !said.is_empty()).collect();
        let line = |words: &str, names: &[String]| {
            let text = format!("{words}: {}", names.join("; "));
            let (role, marker) = (Role::Line, String::new());
            Piece::Text(Block { role, marker, text, level: 0, ..heading.clone() })
        };
        self.pieces.insert(item, line("Apologies", &away));
        if !instead.is_empty() {
            self.pieces.insert(item, line("Present", &instead));
        }
    }

    /// Notes stand in a table: item and minute number, what was said after the
    /// title, and who is to do what.
    fn notes(&mut self, table: &Table) {
        for row in table.rows.iter().skip(1) {
            let lines = |at: usize| -> Vec<String> {
                row.cell(at)
                    .into_iter()
                    .flat_map(|cell| &cell.blocks)
                    .flat_map(Block::lines)
                    .collect()
            };
            let (numbers, said, owed) = (lines(0), lines(1), lines(2));
            let Some((first, more)) = said.split_first() else { continue };
            let stops = first.match_indices(". ").map(|(at, _)| at);
            let ends = |at: &usize| {
                let word = first[..*at].rsplit(|c: char| !c.is_alphanumeric()).next();
                word.is_some_and(|word| letters(word) > 1 && !SHORT.contains(&word))
            };
            let (title, opening) = match stops.filter(|at| ends(at)).min() {
                Some(at) => (&first[..at], &first[at + 2..]),
                None => (first.as_str(), ""),
            };
            let title = title.trim_end_matches('.');
            let (item, minute) = match numbers.as_slice() {
                [item, minute, ..] => (item.as_str(), minute.as_str()),
                [only] if only.contains('/') => ("", only.as_str()),
                [only] => (only.as_str(), ""),
                [] => ("", ""),
            };
            let aside =
                if item.is_empty() { String::new() } else { format!(" (Agenda Item {item})") };
            let block = |role: Role, level: u8, text: String| {
                let (place, marker) = (row.place.clone(), String::new());
                Piece::Text(Block { place, role, level, marker, text, nth: 0 })
            };
            let heading = format!("{minute} {title}{aside}");
            self.pieces.push(block(Role::Heading, 2, heading.trim().to_owned()));
            let said = std::iter::once(opening.to_owned()).chain(more.iter().cloned());
            let said = said.filter(|text| !text.is_empty()).flat_map(|text| parted(&text));
            self.pieces.extend(said.map(|text| block(Role::Line, 0, text)));
            let owed = owed.iter().filter_map(|text| action(text));
            self.pieces.extend(owed.map(|text| block(Role::Line, 0, text)));
        }
    }
}

/// What was said, and after it what was agreed.
fn parted(text: &str) -> Vec<String> {
    let at = ["Agreed", "Resolved", "Recommended", "Noted", "Referred"]
        .iter()
        .filter_map(|verb| text.find(&format!(". {verb}")))
        .min();
    match at {
        Some(at) => vec![text[..=at].to_owned(), text[at + 2..].to_owned()],
        None => vec![text.to_owned()],
    }
}

/// "Supt. Vane: Propose three measures, 15 July 2026 (A/26/01)", as minutes have
/// it.
fn action(text: &str) -> Option<String> {
    let (owner, rest) = text.split_once(": ")?;
    let (what, reference) = rest.strip_suffix(')')?.rsplit_once(" (")?;
    let (what, due) = what.rsplit_once(", ").unwrap_or((what, ""));
    let due = match due {
        "" | "no date given" => "no date given".to_owned(),
        due => format!("by {due}"),
    };
    reference
        .starts_with("A/")
        .then(|| format!("ACTION {reference} {what}. \u{2014} {owner}, {due}"))
}

/// The heading of an item of an agenda: "5(a) Floods".
fn numbered(block: &Block) -> Option<Block> {
    let (number, title) = block.text.split_once(' ').filter(|_| block.role == Role::Heading)?;
    let figures = number.starts_with(|c: char| c.is_ascii_digit()) && !number.contains('/');
    let marker = format!("{number}.");
    (figures && block.marker.is_empty()).then(|| Block {
        marker,
        text: title.to_owned(),
        ..block.clone()
    })
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
