//! What the head of a paper says: whose meeting, which day, when and where.

use chrono::{NaiveDate, NaiveTime};

use super::super::paper::{Block, Paper, Piece, Role, Row};
use super::super::report::Report;
use super::super::words::column::{self, Column};
use super::super::words::fold::{alike, fold, same};
use super::super::words::{marker, name, when};
use super::letterhead::{
    code, ends, is_authority, is_body, is_post, place, speaks_of_another, venue, without_date,
};
use super::particulars;
use super::place::proper;
use crate::model::Body;
use crate::model::day;

/// How many words a sentence that calls people to a meeting has at most.
const LETTER: usize = 70;

/// How many blocks from the start the head of a paper reaches.
const REACH: usize = 40;

/// What the head of a paper says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The body, as printed.
    pub(super) body: Option<(String, String)>,
    /// The authority that the body belongs to, as printed.
    pub(super) authority: Option<String>,
    /// The title of the paper, as printed.
    pub(super) title: Option<String>,
    /// The day.
    pub(super) day: Option<NaiveDate>,
    /// The month, where only that is printed.
    pub(super) month: Option<NaiveDate>,
    /// The letters the body is known by, if they are printed after its name.
    pub(super) code: Option<String>,
    /// When the meeting was called for, or began.
    pub(super) start: Option<NaiveTime>,
    /// Whether that is when it began.
    pub(super) began: bool,
    /// When it ended.
    pub(super) end: Option<NaiveTime>,
    /// Whether the paper calls itself notes.
    pub(super) notes: bool,
    /// Where.
    pub(super) place: Option<String>,
    /// Whether it is said that the meeting was there: a school may only head its paper.
    located: bool,
    /// Who wrote the paper, with their office.
    pub(super) author: Option<String>,
}

impl Head {
    /// Reads the head of `paper`, telling `report` what it finds; `known`
    /// bodies are looked for by name.
    pub(super) fn of(paper: &Paper, known: &[Body], report: &mut Report) -> Self {
        Self::apart_from(&[], paper, known, report)
    }

    /// The same, where `others` are the names of what the paper is about, and no body's.
    pub(super) fn apart_from(
        others: &[&str],
        paper: &Paper,
        known: &[Body],
        report: &mut Report,
    ) -> Self {
        let mut head = Self::default();
        let blocks = top(paper);
        // Whether business has begun.
        let mut begun = false;
        for block in &blocks {
            begun |= is_business(block, others);
            let other = |line: &&str| !others.iter().any(|other| same(other, line));
            // "held in the Village Hall," goes on in the line below.
            let text = block.text.replace(",\n", ", ");
            let text = if summons(&text) { text.replace('\n', " ") } else { text };
            for line in text.split('\n').filter(other) {
                for line in particulars::of_line(line) {
                    head.line(line, (block, begun), known, report);
                }
            }
            head.sign(block);
        }
        head.title = title(&blocks, &head);
        head.tell(report);
        head
    }

    fn line(
        &mut self,
        line: &str,
        (block, begun): (&Block, bool),
        known: &[Body],
        report: &mut Report,
    ) {
        let longest = if summons(line) { LETTER } else { 30 };
        let heads = block.role != Role::Item && words(line) <= longest;
        // Business has days of its own.
        if heads && !begun && self.day.is_none() && !speaks_of_another(line) {
            self.date(line, block, report);
        } else if heads && summons(line) {
            self.summoned(line, block, report);
        }
        if heads {
            self.name(line, block, known);
        }
        self.labelled(line);
        if heads && self.start.is_none() && !speaks_of_another(line) && !ends(line) {
            let folded = fold(line);
            let called = ["commencing", "scheduled for", "start", "begin", "time "];
            let called = called.iter().any(|words| folded.contains(words));
            let dated = !when::days(line).is_empty() || weekday_first(line);
            if called || dated || words(line) <= 4 {
                let times = when::times(line);
                self.start = times.first().map(|(time, _)| *time);
                let begun = ["commencing", "commenced", "began", "opened", "started"];
                // Minutes of a meeting "held at 7.30 pm" say when it was.
                let held = folded.starts_with("minutes") && !folded.contains("scheduled");
                self.began = held || begun.iter().any(|words| folded.contains(words));
                let over = ["finishing", "finished", "ending", "ended", "closing", "concluding"];
                let ends = over.iter().any(|words| folded.contains(words));
                self.end = times.get(1).filter(|_| ends).map(|(time, _)| *time);
            }
        }
        self.notes |= heads && fold(line).starts_with("notes of ");
        // A numbered line is business, whatever it is about.
        let alone = heads && block.marker.is_empty();
        if alone && !self.located && (summons(line) || !line.contains(": ")) {
            // "HELD AT THE GUILDHALL ON 13 MAY"
            let capitals = !line.contains(char::is_lowercase);
            let held = if capitals { venue(&proper(line)) } else { venue(line) };
            self.located = held.is_some();
            self.place = held.or(self.place.take()).or_else(|| place(line));
        }
    }

    /// The name of a body on a line of its own. One that ends in "Council" gives
    /// way to a committee of it, and stays as the authority.
    fn name(&mut self, line: &str, block: &Block, known: &[Body]) {
        let council = |name: &str| {
            let folded = fold(name);
            folded.ends_with("council") || folded.ends_with(" authority")
        };
        if self.authority.is_none() && is_authority(line) {
            self.authority = Some(line.trim().to_owned());
        }
        let name = without_date(called_to(line).unwrap_or(of_members(line)));
        // "Board of Trustees (as at 1 July 2026)"
        let name = name.strip_suffix(" (as at").unwrap_or(&name).to_owned();
        // "BOROUGH OF EASTHAVEN" over "COUNCIL MEETING".
        let its = self.authority.is_some() && same(&name, "council");
        let fits = words(&name) <= 12
            && (its || known.iter().any(|body| same(&body.name, &name)) || is_body(&name));
        match &self.body {
            _ if !fits => {}
            None => {
                self.body = Some((name, block.place.clone()));
                self.code = code(line);
            }
            Some((had, _)) if council(had) && !council(&name) && self.authority.is_none() => {
                self.authority = Some(had.clone());
                self.body = Some((name, block.place.clone()));
                self.code = code(line);
            }
            Some(_) => {}
        }
    }

    /// The day that a summons names: a letter bears another at its head, which is the day
    /// it was written.
    fn summoned(&mut self, line: &str, block: &Block, report: &mut Report) {
        let (had, now) = (self.day, when::days(line).into_iter().next().map(|found| found.on));
        let (Some(had), Some(now)) = (had, now) else { return };
        if had < now {
            let (had, now) = (day::plain(had), day::plain(now));
            let text = format!(
                "the paper bears two days; {now} is taken for the meeting's, and {had} for the day it was written"
            );
            report.warn(block.place.clone(), text);
            self.day = None;
            self.date(line, block, report);
        }
    }

    fn date(&mut self, line: &str, block: &Block, report: &mut Report) {
        if let Some(found) = when::days(line).into_iter().next() {
            if let Some(weekday) = found.wrong_weekday() {
                let text = format!(
                    "the paper says {}, but {} was a {}",
                    full(weekday),
                    day::plain(found.on),
                    found.on.format("%A")
                );
                report.warn(block.place.clone(), text);
            }
            self.day = Some(found.on);
        } else if self.month.is_none() && words(line) <= 4 {
            let mut parts = line.split_whitespace();
            let month = parts.next().and_then(when::month);
            let year = parts
                .next()
                .and_then(|year| year.parse().ok())
                .filter(|y| (1900..2200).contains(y));
            self.month = month.zip(year).and_then(|(m, y)| NaiveDate::from_ymd_opt(y, m, 1));
        }
    }

    /// "Venue: County Hall", "Time: 10.00 am".
    fn labelled(&mut self, line: &str) {
        let Some((label, said)) = line.split_once(':') else { return };
        let said = said.trim();
        match fold(label).as_str() {
            "venue" | "place" | "location" | "where" | "at"
                if !said.is_empty() && when::times(said).is_empty() =>
            {
                if !self.located {
                    self.place = Some(said.to_owned());
                }
                self.located = true;
            }
            "authority" if !said.is_empty() => {
                self.authority.get_or_insert_with(|| said.to_owned());
            }
            "committee" | "board" | "body" | "meeting of" | "meeting"
                if words(said) <= 12 && !said.is_empty() =>
            {
                self.body.get_or_insert_with(|| (said.to_owned(), String::new()));
            }
            _ => {}
        }
    }

    /// A person's name and, under it, their office.
    fn sign(&mut self, block: &Block) {
        let drawn = block.text.split_once("drawn up by ").map(|(_, who)| who);
        if let Some(who) = drawn.map(|who| who.replace('\n', " ")) {
            let who = who.trim_end_matches('.').to_owned();
            self.author = self.author.take().or((words(&who) <= 12).then_some(who));
        }
        let mut lines = block.text.split('\n');
        let (Some(person), Some(post), None) = (lines.next(), lines.next(), lines.next()) else {
            return;
        };
        if self.author.is_none() && name::is_person(person) && is_post(post) {
            self.author = Some(format!("{person}, {post}"));
        }
    }

    fn tell(&self, report: &mut Report) {
        if let Some((body, place)) = &self.body {
            report.fact(place.clone(), format!("body: {body}"));
        }
        if let Some(on) = self.day {
            report.fact("heading", format!("date: {}", day::plain(on)));
        }
        if let Some(start) = self.start {
            report.fact("heading", format!("time: {}", day::clock(start)));
        }
        if let Some(place) = &self.place {
            report.fact("heading", format!("place: {place}"));
        }
    }

    /// The known body that the paper names; a name that nearly is one is
    /// warned of.
    pub(super) fn known_body<'a>(
        &self,
        known: &'a [Body],
        report: &mut Report,
    ) -> Option<&'a Body> {
        let (name, place) = self.body.as_ref()?;
        if let Some(body) = known.iter().find(|body| same(&body.name, name)) {
            return Some(body);
        }
        if let Some(body) = known.iter().find(|body| alike(&body.name, name)) {
            report.warn(
                place.clone(),
                format!(
                    "\u{201c}{name}\u{201d} is nearly \u{201c}{}\u{201d}, which the book has",
                    body.name
                ),
            );
        }
        None
    }
}

/// Whether business begins at `block`: at what is numbered, at a pane of a schedule, or at
/// one of the `others` that the paper is about.
fn is_business(block: &Block, others: &[&str]) -> bool {
    let text = block.flat();
    let pane = || {
        let heads = column::whole(&text);
        matches!(heads, Some(Column::Performance | Column::Response | Column::Outcomes))
    };
    let numbered = marker::is_numeric(&block.marker) && block.role != Role::Line;
    numbered || pane() || others.iter().any(|other| same(other, &text))
}

/// The first blocks of a paper: its paragraphs, the rows of one cell that head
/// a sheet, and the rows that give particulars of the meeting.
fn top(paper: &Paper) -> Vec<Block> {
    let mut blocks = vec![];
    for piece in &paper.pieces {
        match piece {
            Piece::Text(block) => blocks.push(block.clone()),
            Piece::Table(table) => {
                let heads =
                    |row: &&Row| row.said().count() <= 1 || particulars::of_row(row).is_some();
                for row in table.rows.iter().take_while(heads).take(8) {
                    match particulars::of_row(row) {
                        Some(found) => blocks.extend(found),
                        None => blocks.extend(row.said().flat_map(|c| c.blocks.clone())),
                    }
                }
            }
        }
        if blocks.len() >= REACH {
            break;
        }
    }
    blocks.truncate(REACH);
    blocks
}

/// The body whose paper a line heads: "Members of the Rivers Board", "Agenda for
/// Rivers Board".
fn of_members(line: &str) -> &str {
    let leads = ["Members of ", "Membership of ", "Agenda for ", "Agenda of "];
    let body = leads.into_iter().find_map(|lead| line.strip_prefix(lead)).or_else(|| {
        // "Rivers Board: membership 2026"
        let (body, tail) = line.split_once([':', '\u{2013}'])?;
        fold(tail).starts_with("members").then_some(body.trim())
    });
    body.map_or(line, |body| body.strip_prefix("the ").unwrap_or(body))
}

/// The weekday, in full.
fn full(weekday: chrono::Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        [usize::try_from(weekday.num_days_from_monday()).unwrap_or(0)]
}

/// Whether the line opens with a weekday: "Tuesday (09:00 – 17:00)".
fn weekday_first(line: &str) -> bool {
    let first = line.split([' ', ',', '(']).next().unwrap_or_default();
    first.len() > 3 && when::weekday(first).is_some()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether a line calls people to the meeting that the paper is of.
fn summons(line: &str) -> bool {
    let folded = fold(line);
    let calls = ["summoned", "hereby given", "invited to attend", "requested to attend"];
    calls.iter().any(|words| folded.contains(words))
}

/// The body that a sentence calls people to: "summoned to attend a meeting of Upper Stoke
/// Parish Council to be held on ...".
fn called_to(line: &str) -> Option<&str> {
    let (_, called) = line.split_once("eeting of ").filter(|_| summons(line))?;
    let ends = [" to be held", " which ", " on ", " at ", " in ", ","];
    let end = ends.iter().filter_map(|end| called.find(end)).min().unwrap_or(called.len());
    let name = called.get(..end)?.trim();
    Some(name.strip_prefix("the ").unwrap_or(name))
}

/// The first heading, or line in capitals, that is neither body nor date.
fn title(blocks: &[Block], head: &Head) -> Option<String> {
    let body = head.body.as_ref().map(|(name, _)| name.as_str()).unwrap_or_default();
    let heads = |block: &&Block| {
        let flat = block.flat();
        let capitals =
            flat.chars().any(char::is_alphabetic) && !flat.chars().any(char::is_lowercase);
        let plain = when::days(&flat).is_empty() && !same(&without_date(&flat), body);
        (block.role == Role::Heading || capitals)
            && plain
            && (2..=25).contains(&words(&flat))
            && !flat.contains('\t')
    };
    blocks.iter().take(12).find(heads).map(Block::flat)
}
