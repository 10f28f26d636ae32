//! Which items of a paper the public may not read, as the paper marks them: on
//! the item, in a column, by a part of the paper, or by sending the public out.

use super::super::fault::Fault;
use super::super::paper::{Paper, Piece};
use super::super::report::Report;
use super::super::words::closed::{self, Reach, Said};
use super::super::words::fold::fold;
use crate::model::Paragraphs;

mod passage;

use passage::{Passage, begins, of_table, passages};

/// How many paragraphs from the start of a paper mark the whole of it.
const HEAD: usize = 15;

/// The most words of a marking of a whole paper.
const SHORT: usize = 12;

/// How much of a marking the report repeats.
const QUOTED: usize = 60;

/// Where an item begins in a paper.
pub(super) struct Start<'a> {
    /// Its place.
    pub(super) place: &'a str,
    /// Its number.
    pub(super) number: &'a str,
    /// Whether it is where the public are sent out, and not business itself.
    pub(super) excludes: bool,
    /// Whether it says nothing else.
    pub(super) alone: bool,
}

/// Under which paragraphs each item is withheld from the public; what was taken
/// for a marking, or may be one, is told. `spoken` papers have the words said at
/// an item under it.
pub(super) fn items(
    paper: &Paper,
    starts: &[Start<'_>],
    spoken: bool,
    report: &mut Report,
) -> Vec<Paragraphs> {
    let passages = passages(paper);
    let mut reading = Reading {
        starts,
        begins: begins(&passages, starts),
        passages: &passages,
        found: vec![Paragraphs::default(); starts.len()],
        part: running(paper),
        before: Paragraphs::default(),
        out: Paragraphs::default(),
        spoken,
        doubts: vec![],
        report,
    };
    for (at, passage) in passages.iter().enumerate() {
        reading.read(at, passage);
    }
    reading.with_their_items();
    reading.tell()
}

/// What runs along the pages marks all that stands on them.
fn running(paper: &Paper) -> Paragraphs {
    let marks = paper.running.iter().filter(|text| marks_whole(text));
    let under: Vec<Paragraphs> = marks
        .filter_map(|text| match closed::said(text) {
            Some(Said::Withheld(under, _)) => Some(under),
            _ => None,
        })
        .collect();
    Paragraphs::all(&under)
}

/// The part of `paper` that is open to everybody, as the rows of a schedule or a
/// list are in the book. What is marked exempt is left out and told.
///
/// # Errors
///
/// Refuses a paper that is marked as a whole.
pub(super) fn open(paper: &Paper, report: &mut Report) -> Result<Paper, Fault> {
    let head = paper.texts().take(HEAD).map(|block| (block.place.clone(), block.text.clone()));
    let running = paper.running.iter().map(|text| ("page header".to_owned(), text.clone()));
    if let Some((place, text)) = head.chain(running).find(|(_, text)| marks_whole(text)) {
        return Err(Fault::Withheld { place, said: short(&text) });
    }
    let mut open = paper.clone();
    let mut leave_out = |place: &str, withheld: bool| {
        if withheld {
            report.pass(place, "marked exempt, and not read in: it would be open to everybody");
        }
        !withheld
    };
    open.pieces.retain(|piece| match piece {
        Piece::Text(block) => leave_out(&block.place, withholds(&block.text)),
        Piece::Table(_) => true,
    });
    for table in open.pieces.iter_mut().filter_map(|piece| match piece {
        Piece::Table(table) => Some(table),
        Piece::Text(_) => None,
    }) {
        let marked: Vec<&str> = of_table(table)
            .into_iter()
            .filter(|passage| passage.column.is_some() || withholds(&passage.text))
            .map(|passage| passage.row)
            .collect();
        let marked: Vec<String> = marked.into_iter().map(str::to_owned).collect();
        table.rows.retain(|row| leave_out(&row.place, marked.contains(&row.place)));
    }
    Ok(open)
}

/// What a paper says that has nothing exempt in it any more: our own for the public say
/// the first.
const LEFT_OUT: [&str; 6] =
    ["not shown", "not included", "left out", "omitted", "been removed", "redacted"];

/// Whether `text` marks the row it stands in. "Private" by itself says of which
/// sector somebody is.
fn withholds(text: &str) -> bool {
    let withheld = matches!(closed::said(text), Some(Said::Withheld(..) | Said::Excluded(..)));
    let folded = fold(text);
    let left_out = LEFT_OUT.iter().any(|words| folded.contains(words));
    withheld && !left_out && folded != "private"
}

fn marks_whole(text: &str) -> bool {
    let few = text.split_whitespace().count() <= SHORT;
    few && withholds(text) && matches!(closed::said(text), Some(Said::Withheld(_, Reach::Unsaid)))
}

struct Reading<'a> {
    starts: &'a [Start<'a>],
    /// In which passage each item begins.
    begins: Vec<usize>,
    passages: &'a [Passage<'a>],
    found: Vec<Paragraphs>,
    /// What withholds the part of the paper being read.
    part: Paragraphs,
    /// What withheld it when the item being read began.
    before: Paragraphs,
    /// What sent the public out during the item being read.
    out: Paragraphs,
    spoken: bool,
    /// What may be a marking: where, how it is told, and of which items.
    doubts: Vec<(String, String, Vec<usize>)>,
    report: &'a mut Report,
}

impl Reading<'_> {
    fn read(&mut self, at: usize, passage: &Passage<'_>) {
        let own: Vec<usize> = (0..self.starts.len()).filter(|n| self.begins[*n] == at).collect();
        if !own.is_empty() {
            self.out = Paragraphs::default();
            self.before = self.part.clone();
            let part = self.part.clone();
            let business = own.iter().copied().filter(|n| !self.starts[*n].excludes);
            let business: Vec<usize> = business.collect();
            // What an item names of itself goes before what its part names of all.
            let named = closed::bracketed(&passage.text).filter(|_| !part.is_open());
            self.mark(&business, named.as_ref().unwrap_or(&part));
        }
        let current = self.current(at);
        if own.is_empty() && self.legend(passage) {
            return;
        }
        if let Some(under) = &passage.column {
            self.mark(&current, under);
        }
        match closed::said(&passage.text) {
            Some(Said::Withheld(under, Reach::Unsaid) | Said::Excluded(under, Reach::Unsaid))
                if passage.band && own.is_empty() =>
            {
                self.part = Paragraphs::all([&self.part, &under]);
            }
            Some(Said::Withheld(under, reach)) => {
                let elsewhere = self.reached(at, &reach);
                if reach == Reach::Rest {
                    self.send_out(&current, &under);
                }
                // A row's number and its title are the item's own, in cells apart.
                let row =
                    |n: &usize| !passage.row.is_empty() && self.starts[*n].place == passage.row;
                let own = !own.is_empty() || current.iter().any(row);
                self.withheld(&current, &elsewhere, &under, (passage, own));
                self.heads_what_follows(at, passage, &under);
            }
            Some(Said::Excluded(under, reach)) => {
                // Its own number beside its title says nothing of what it is for.
                let mut elsewhere = self.reached(at, &reach);
                elsewhere.retain(|n| !own.contains(n));
                self.excluded(&current, &elsewhere, &under);
                if self.spoken && own.is_empty() && closed::goes_on(&passage.text) {
                    let out = self.out.clone();
                    self.mark(&current, &out);
                }
            }
            Some(Said::Open) => {
                self.part = Paragraphs::default();
                self.out = Paragraphs::default();
                for n in own {
                    self.found[n] = Paragraphs::default();
                }
            }
            Some(Said::Unsure) => self.doubt(passage, current),
            None if self.spoken && own.is_empty() => {
                let out = self.out.clone();
                self.mark(&current, &out);
            }
            None => {}
        }
    }

    /// Whether a passage says by which signs items are marked, and some of them are: those
    /// are withheld, and the item that it stands under is not.
    fn legend(&mut self, passage: &Passage<'_>) -> bool {
        let Some(signs) = closed::legend(passage.marked().trim()) else { return false };
        let signed = |said: &Passage<'_>| {
            let said = said.marked().to_lowercase();
            signs.iter().any(|sign| said.contains(sign))
        };
        // An item is marked where it begins, or in any cell of its row.
        let has = |n: &usize| {
            let own = &self.passages[self.begins[*n]];
            let row =
                self.passages.iter().filter(|other| !own.row.is_empty() && own.row == other.row);
            signed(own) || row.into_iter().any(signed)
        };
        let each: Vec<usize> = (0..self.starts.len()).filter(has).collect();
        self.mark(&each, &closed::paragraphs(&passage.text));
        !each.is_empty()
    }

    /// The items that passage `at` stands under: those that began last.
    fn current(&self, at: usize) -> Vec<usize> {
        let last = self.begins.iter().filter(|begin| **begin <= at).max();
        (0..self.starts.len()).filter(|n| Some(&self.begins[*n]) == last).collect()
    }

    /// The items that a marking in passage `at` means, where it says which.
    fn reached(&self, at: usize, reach: &Reach) -> Vec<usize> {
        match reach {
            Reach::Items(named) => self.numbered(at, named),
            Reach::Next => {
                let next = self.begins.iter().filter(|begin| **begin > at).min();
                (0..self.starts.len()).filter(|n| Some(&self.begins[*n]) == next).collect()
            }
            Reach::Rest | Reach::Unsaid => Vec::new(),
        }
    }

    fn withheld(
        &mut self,
        current: &[usize],
        elsewhere: &[usize],
        under: &Paragraphs,
        (passage, own): (&Passage<'_>, bool),
    ) {
        let excludes = current.iter().any(|n| self.starts[*n].excludes);
        let head = current.is_empty();
        let heads = closed::heads(&passage.text) && (passage.headed || head) && !own;
        if excludes || (head && !elsewhere.is_empty()) || heads {
            self.excluded(current, elsewhere, under);
        } else if !head {
            // What it names is withheld, and it may mean where it is said as well.
            self.mark(current, under);
            if !own {
                self.mark(elsewhere, under);
            }
        } else if marks_whole(&passage.text) {
            self.part = under.clone();
        } else {
            self.doubt(passage, Vec::new());
        }
    }

    /// A line that is nothing but a marking, at the end of what is said under an item
    /// and right before the next, may mark either: both are withheld.
    fn heads_what_follows(&mut self, at: usize, passage: &Passage<'_>, under: &Paragraphs) {
        let next = self.begins.contains(&(at + 1));
        let last = self.begins.iter().filter(|begin| **begin <= at).max();
        let apart = last.is_some_and(|begin| at > begin + 1);
        if next && apart && passage.row.is_empty() && marks_whole(&passage.text) {
            self.part = Paragraphs::all([&self.part, under]);
        }
    }

    /// The public are sent out for the items that are named, whatever the title
    /// of the item where they are seemed to mean; else for all that follow.
    fn excluded(&mut self, current: &[usize], elsewhere: &[usize], under: &Paragraphs) {
        if elsewhere.is_empty() {
            return self.send_out(current, under);
        }
        self.part = self.before.clone();
        self.mark(elsewhere, under);
    }

    /// From here on business is withheld; so is what was said at this item
    /// after the public left, unless it is only the resolution itself.
    fn send_out(&mut self, current: &[usize], under: &Paragraphs) {
        self.part = Paragraphs::all([&self.part, under]);
        let last = self.begins.iter().max();
        let business =
            current.iter().any(|n| !self.starts[*n].excludes || Some(&self.begins[*n]) == last);
        if business {
            self.out = self.part.clone();
        }
    }

    /// Remembers a passage that may mark something: the items it stands under, or any.
    fn doubt(&mut self, passage: &Passage<'_>, under: Vec<usize>) {
        let text = format!(
            "\u{201c}{}\u{201d} speaks of exempt business; mark the items it means with .exempt",
            short(&passage.text)
        );
        self.doubts.push((passage.place.to_owned(), text, under));
    }

    /// The items that `named` numbers mean in passage `at`, their own items among
    /// them: those still to come, where there are any.
    fn numbered(&self, at: usize, named: &[String]) -> Vec<usize> {
        let main = |number: &str| -> String {
            // Items of a later part are numbered within it: "B/1".
            let own = number.rsplit_once('/').map_or(number, |(_, own)| own);
            own.chars().take_while(char::is_ascii_digit).collect()
        };
        let means = |n: &usize| {
            let own = main(self.starts[*n].number);
            !own.is_empty() && named.contains(&own)
        };
        let all: Vec<usize> = (0..self.starts.len()).filter(means).collect();
        let ahead: Vec<usize> = all.iter().copied().filter(|n| self.begins[*n] > at).collect();
        if ahead.is_empty() { all } else { ahead }
    }

    fn mark(&mut self, items: &[usize], under: &Paragraphs) {
        for n in items {
            self.found[*n] = Paragraphs::all([&self.found[*n], under]);
        }
    }

    /// What is part of an item is withheld with it: "6.1" and "6A" with "6".
    fn with_their_items(&mut self) {
        for n in 0..self.starts.len() {
            let number = self.starts[n].number;
            let lettered = || number.strip_suffix(|c: char| c.is_ascii_alphabetic());
            let whole = number.rsplit_once(['.', '(']).map(|(whole, _)| whole).or_else(lettered);
            let of = (0..n).rev().find(|of| Some(self.starts[*of].number) == whole);
            if let Some(of) = of.filter(|of| !self.starts[*of].excludes) {
                self.mark(&[n], &self.found[of].clone());
            }
        }
    }

    fn tell(mut self) -> Vec<Paragraphs> {
        // The public may know why it was sent out (s100A(5), Local Government Act 1972).
        for (start, under) in self.starts.iter().zip(&mut self.found) {
            if start.excludes && start.alone && !under.is_open() {
                let text = "the resolution to exclude the public stays open to it: see that it says nothing else";
                self.report.warn(start.place, text);
                *under = Paragraphs::default();
            }
        }
        for (place, text, under) in self.doubts {
            if under.is_empty() || under.iter().any(|n| self.found[*n].is_open()) {
                self.report.warn(place, text);
            }
        }
        for (start, under) in self.starts.iter().zip(&self.found) {
            if under.is_open() {
                continue;
            }
            self.report.count("withheld from the public", 1);
            let todo = if under.is_unnamed() {
                "; name its paragraph of Schedule 12A with .exempt, or type .open if it is open"
            } else {
                "; type .open if it is open"
            };
            let number = if start.number.is_empty() { "" } else { " " };
            let text = format!(
                "item{number}{} is marked exempt and kept from the public{todo}",
                start.number
            );
            self.report.warn(start.place, text);
        }
        self.found
    }
}

fn short(text: &str) -> String {
    let flat = text.replace('\n', " ");
    match flat.char_indices().nth(QUOTED) {
        Some((cut, _)) => format!("{}\u{2026}", flat[..cut].trim_end()),
        None => flat,
    }
}
