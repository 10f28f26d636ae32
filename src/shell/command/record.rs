//! Minuting without the screen: capture lines from arguments or standard input.

use std::io::BufRead as _;

use crate::book::{Pen, Signed};
use crate::capture::{self, Place, Step};
use crate::model::{Entry, ItemId, MeetingId, Mint, Sitting, tidy};
use crate::rules;
use crate::shell::args::Record;
use crate::shell::{Trouble, output, place};

/// The longest line taken from standard input.
const LONGEST: usize = 256 * 1024;

/// Puts the lines on record, one after the other, and says what each recorded.
/// The first that cannot be ends it; those before it stand.
pub(super) fn run(pen: &mut Pen, asked: &Record) -> Result<(), Trouble> {
    let mut desk = match &asked.meeting {
        Some(id) => Desk::Meeting(Clerk::at(pen, &MeetingId(id.clone()), asked.item.as_deref())?),
        None => Desk::Schedule(pen),
    };
    let from_input = asked.lines.is_empty() || asked.lines == ["-"];
    if from_input {
        for (n, line) in std::io::stdin().lock().lines().enumerate() {
            let line = line.map_err(|error| {
                Trouble::refused(
                    "input",
                    format!("Line {} of standard input cannot be read ({error}).", n + 1),
                    "It must be text in UTF-8.",
                )
            })?;
            desk.line(&line, n + 1)?;
        }
    } else {
        for (n, line) in asked.lines.iter().enumerate() {
            desk.line(line, n + 1)?;
        }
    }
    Ok(())
}

/// What lines are put on record of: a meeting, or the schedule alone.
enum Desk<'a> {
    /// A meeting, at which lines of the schedule can be typed too.
    Meeting(Clerk<'a>),
    /// The schedule.
    Schedule(&'a mut Pen),
}

impl Desk<'_> {
    fn line(&mut self, typed: &str, n: usize) -> Result<(), Trouble> {
        let line = tidy(typed);
        match self {
            Self::Meeting(clerk) if capture::is_of_schedule(&line) => {
                clerk.may_publish(n)?;
                revise(clerk.pen, &line, n)?;
                clerk.read_again()
            }
            Self::Meeting(clerk) => clerk.line(&line, n),
            Self::Schedule(_) if line.trim().is_empty() => Ok(()),
            Self::Schedule(pen) if capture::is_of_schedule(&line) => revise(pen, &line, n),
            Self::Schedule(_) => Err(Trouble::usage(
                format!("Line {n} belongs to a meeting."),
                "Name it with --meeting ID; \"minutebook list meetings\" shows the names.",
            )),
        }
    }
}

/// Puts a line of the schedule on record.
fn revise(pen: &mut Pen, line: &str, n: usize) -> Result<(), Trouble> {
    let today = place::now().date_naive();
    let review = pen.to_alter(today)?;
    let mut mint = pen.mint()?;
    let read = capture::read_schedule(line, &review, today, &mut mint);
    let reading = read.map_err(|unclear| unclear_at(n, &unclear.in_words()))?;
    for entry in reading.entries {
        let permitted = rules::admit(entry, &[]).map_err(|refusal| refused_at(n, refusal))?;
        let signed = Signed { clerk: place::holder().who, at: place::now(), minted: mint.minted() };
        pen.record(&permitted, &signed)?;
    }
    output::lines([reading.preview])
}

struct Clerk<'a> {
    pen: &'a mut Pen,
    mint: Mint,
    sitting: Box<Sitting>,
    item: Option<ItemId>,
}

impl<'a> Clerk<'a> {
    /// At a meeting, on the item of that number if one is given.
    fn at(pen: &'a mut Pen, meeting: &MeetingId, number: Option<&str>) -> Result<Self, Trouble> {
        let mint = pen.mint()?;
        let sitting = Box::new(pen.sitting(meeting)?);
        let item = match number {
            None => None,
            Some(number) => {
                let item = sitting.item_numbered(number).ok_or_else(|| {
                    Trouble::refused(
                        "unknown",
                        format!("There is no item {number} on this agenda."),
                        "\"minutebook list items --meeting ID\" shows them.",
                    )
                })?;
                Some(item.id.clone())
            }
        };
        Ok(Self { pen, mint, sitting, item })
    }

    /// Refuses what anybody may read while the public is shut out.
    fn may_publish(&self, n: usize) -> Result<(), Trouble> {
        let here = self.here().and_then(|id| self.sitting.item(&id));
        let exempt = here.is_some_and(|item| !item.exempt.is_open());
        if exempt || rules::room::is_public_out(&self.sitting) {
            return Err(Trouble::refused(
                "unclear",
                format!(
                    "Line {n}: The public is shut out of this business, and anybody may read the schedule and the registers."
                ),
                "Record it with no meeting named once it may be public.",
            ));
        }
        Ok(())
    }

    /// Reads the meeting again after something else was recorded.
    fn read_again(&mut self) -> Result<(), Trouble> {
        let meeting = self.sitting.meeting.id.clone();
        *self.sitting = self.pen.sitting(&meeting)?;
        self.mint = self.pen.mint()?;
        Ok(())
    }

    /// Puts one line on record: a capture line, or a paragraph of the minute.
    fn line(&mut self, line: &str, n: usize) -> Result<(), Trouble> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(());
        }
        if line.len() > LONGEST {
            return Err(Trouble::refused(
                "too_long",
                format!("Line {n} is longer than {LONGEST} bytes."),
                "Break it into several.",
            ));
        }
        let now = place::now();
        let item = self.here();
        let paragraph = item.as_ref().map_or(0, |id| capture::foot_of(&self.sitting, id));
        let at = Place { sitting: &self.sitting, item: item.as_ref(), paragraph, now };
        if let Some(late) = capture::after_a_time(line) {
            return Err(unclear_at(
                n,
                &format!(
                    "A line with a time before \"{late}\" is not read: the time stands last, as \".in NAME 10.30\"."
                ),
            ));
        }
        let entries = if capture::is_capture(line) {
            let read = capture::read(line, &at, &mut self.mint);
            let read = read.map_err(|unclear| unclear_at(n, &unclear.in_full(&self.sitting)))?;
            if read.entries.is_empty() {
                return output::lines([read.preview]);
            }
            read.entries
        } else {
            self.narrative(line, item, now, n)?
        };
        rules::foresee(&self.sitting, &entries).map_err(|refusal| refused_at(n, refusal))?;
        let moves = entries.iter().any(|entry| matches!(entry, Entry::Took { .. }));
        for (nth, entry) in entries.into_iter().enumerate() {
            self.put(entry, n, nth > 0)?;
        }
        if moves {
            self.item = None;
        }
        Ok(())
    }

    /// The item lines are about: the one asked for, else the one being
    /// discussed or dealt with last, else the first.
    fn here(&self) -> Option<ItemId> {
        let current = self.sitting.current().map(|item| item.id.clone());
        let last = || {
            let last = self.sitting.last_taken().or(self.sitting.items.first());
            last.map(|item| item.id.clone())
        };
        self.item.clone().or(current).or_else(last)
    }

    fn narrative(
        &mut self,
        line: &str,
        item: Option<ItemId>,
        now: crate::model::day::Stamp,
        n: usize,
    ) -> Result<Vec<Entry>, Trouble> {
        let Some(item) = item else {
            return Err(unclear_at(n, "The agenda is empty, so there is no item to minute."));
        };
        let at = Place { sitting: &self.sitting, item: Some(&item), paragraph: 0, now };
        let untaken = self.sitting.item(&item).is_some_and(|item| !item.status.is_taken());
        let mut entries = capture::begin(&at);
        if untaken && let Ok(reading) = capture::step(&at, &Step::To(item.clone()), &mut self.mint)
        {
            entries = reading.entries;
        }
        let before = self.sitting.text_of(&item);
        let text = if before.is_empty() { line.to_owned() } else { format!("{before}\n{line}") };
        entries.push(Entry::Wrote { meeting: self.sitting.meeting.id.clone(), item, text });
        Ok(entries)
    }

    /// Puts an entry of line `n` on record; with those before it, if it `goes_on`.
    fn put(&mut self, entry: Entry, n: usize, goes_on: bool) -> Result<(), Trouble> {
        let permitted =
            rules::permit(&self.sitting, entry).map_err(|refusal| refused_at(n, refusal))?;
        let permitted = if goes_on { permitted.going_on() } else { permitted };
        let signed =
            Signed { clerk: place::holder().who, at: place::now(), minted: self.mint.minted() };
        self.pen.record(&permitted, &signed)?;
        let meeting = self.sitting.meeting.id.clone();
        *self.sitting = self.pen.sitting(&meeting)?;
        let notes = permitted.warnings().iter().map(|warning| format!("  Note: {warning}"));
        output::lines([permitted.said().to_owned()].into_iter().chain(notes))
    }
}

fn unclear_at(n: usize, text: &str) -> Trouble {
    Trouble::refused(
        "unclear",
        format!("Line {n}: {text}"),
        "Nothing from that line on was recorded.",
    )
}

fn refused_at(n: usize, refusal: rules::Refusal) -> Trouble {
    let mut trouble = Trouble::from(refusal);
    trouble.message = format!("Line {n}: {}", trouble.message);
    trouble
}
