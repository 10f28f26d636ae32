//! Setting a book up: bodies, people, meetings and partnerships, a line each.

use std::io::BufRead as _;

use crate::book::{Book, EVERY, Filter, Pen, Signed};
use crate::capture::{self, Reading, Shelf, Unclear};
use crate::model::{Entry, Record, tidy};
use crate::rules;
use crate::shell::{Trouble, output, place};

/// Puts each line in the book, and says what it put there.
pub(super) fn run(pen: &mut Pen, lines: &[String]) -> Result<(), Trouble> {
    let from_input = lines.is_empty() || lines == ["-"];
    let typed: Vec<String> = if from_input {
        std::io::stdin().lock().lines().collect::<Result<_, _>>().map_err(|error| {
            Trouble::refused(
                "input",
                format!("Standard input cannot be read ({error})."),
                "It must be text in UTF-8.",
            )
        })?
    } else {
        lines.to_vec()
    };
    for line in typed.iter().filter(|line| !line.trim().is_empty()) {
        let said = set_up(pen, line)?;
        output::lines([said])?;
    }
    Ok(())
}

/// Puts one line in the book; says what it put there.
pub(in crate::shell) fn set_up(pen: &mut Pen, line: &str) -> Result<String, Trouble> {
    let (reading, minted) = read(pen, line)?;
    let mut named = String::new();
    for entry in reading.entries {
        if let Entry::Filed { rows, .. } = &entry
            && let Some(Record::Meeting(meeting)) = rows.first()
        {
            named = format!(" Its name is {}.", meeting.id);
        }
        let signed = Signed { clerk: place::holder().who, at: place::now(), minted };
        pen.record(&rules::admit(entry, &pen.locked()?)?, &signed)?;
    }
    Ok(reading.preview + &named)
}

/// What one line would put in the book.
pub(in crate::shell) fn considered(book: &Book, line: &str) -> Result<String, Trouble> {
    read(book, line).map(|(reading, _)| reading.preview)
}

/// Reads one line, and says how many names have been given with it.
fn read(book: &Book, line: &str) -> Result<(Reading, i64), Trouble> {
    let today = place::now().date_naive();
    let mut mint = book.mint()?;
    let line = tidy(line);
    let read = if capture::is_of_schedule(&line) {
        capture::read_schedule(&line, &book.to_alter(today)?, today, &mut mint)
    } else {
        let (bodies, people, precedents) = (book.bodies()?, book.people()?, book.precedents()?);
        let (partnerships, organisations) = (book.partnerships()?, book.organisations()?);
        let waiting = book.waiting()?;
        let coming = book.meetings(&Filter { from: Some(today), ..Filter::default() }, EVERY)?;
        let shelf = Shelf {
            bodies: &bodies,
            people: &people,
            organisations: &organisations,
            partnerships: &partnerships,
            precedents: &precedents,
            coming: &coming,
            waiting: &waiting,
            today,
        };
        capture::read_setup(&line, &shelf, &mut mint)
    };
    let reading = read.map_err(|unclear| match unclear {
        Unclear::Wrong { text, hint } => Trouble::refused("unclear", text, hint),
        Unclear::Unfinished { wants } => {
            Trouble::refused("unclear", format!("This line still wants {wants}."), "")
        }
        Unclear::Which { said, .. } => {
            Trouble::refused("unclear", format!("\"{said}\" could be several people."), "")
        }
    })?;
    Ok((reading, mint.minted()))
}
