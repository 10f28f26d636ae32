//! Lines that set a book up: bodies, people, meetings and partnerships, where no
//! paper says them.

mod body;
mod gather;
mod meeting;
mod person;

use chrono::NaiveDate;

use super::{Read, Reading, Unclear, one, wants, wrong};
use crate::model::{
    Body, BodyLine, Entry, MeetingLine, Mint, Organisation, Partnership, PartnershipId, Person,
    Precedent, Record, Waiting,
};

/// What a set-up line is read against.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    /// The bodies, with their members.
    pub bodies: &'a [BodyLine],
    /// Everyone in the book.
    pub people: &'a [Person],
    /// The organisations they come from.
    pub organisations: &'a [Organisation],
    /// The partnerships.
    pub partnerships: &'a [Partnership],
    /// What each body's newest meeting hands on to the next.
    pub precedents: &'a [Precedent],
    /// The meetings of today and later.
    pub coming: &'a [MeetingLine],
    /// What waits for a meeting: items put off, and promises.
    pub waiting: &'a [Waiting],
    /// Today.
    pub today: NaiveDate,
}

/// A set-up line.
#[derive(Clone, Copy, Debug)]
pub struct SetupLine {
    /// The word after the dot.
    pub word: &'static str,
    /// What follows it.
    pub shape: &'static str,
    /// What it puts in the book, as the end of "this line puts in ...".
    pub about: &'static str,
    read: fn(&str, &Shelf<'_>, &mut Mint) -> Read,
}

/// Every set-up line.
pub const SETUP_LINES: &[SetupLine] = &[
    SetupLine {
        word: "body",
        shape: "CODE NAME [as KIND] [quorum N|N of M] [of AUTHORITY]",
        about: "a board or a committee; the letters of its code number its papers, and its kind is \
                statutory committee, executive, scrutiny, partnership board or informal group",
        read: body::body,
    },
    SetupLine {
        word: "person",
        shape: "NAME[, POST] [from ORGANISATION [(SECTOR)]] [on CODE [as chair|vice chair|member|co-opted|officer|invitee] [since DAY] [until DAY]]",
        about: "a person, whom they stand for, and their place on a body, from when and to when",
        read: person::person,
    },
    SetupLine {
        word: "meeting",
        shape: "CODE DAY [TIME] [number N] [as annual|extraordinary] [at PLACE]",
        about: "a meeting, with the body's standing items on its agenda; an annual one elects first, \
                and an extraordinary one has only what it is called for",
        read: meeting::meeting,
    },
    SetupLine {
        word: "partnership",
        shape: "ID NAME",
        about: "a thematic partnership",
        read: partnership,
    },
];

/// Reads a set-up line.
pub fn read_setup(line: &str, shelf: &Shelf<'_>, mint: &mut Mint) -> Read {
    let typed = line.trim();
    let typed = typed.strip_prefix('.').unwrap_or(typed);
    let (word, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let Some(known) = SETUP_LINES.iter().find(|line| line.word == word) else {
        let words: Vec<String> = SETUP_LINES.iter().map(|line| format!(".{}", line.word)).collect();
        return Err(wrong(
            format!("There is no line \".{word}\"."),
            format!("The lines are {}.", words.join(" ")),
        ));
    };
    let again = format!("{word} ");
    let rest = rest.trim();
    // A whole line typed after the word the box began with.
    let whole = rest.strip_prefix('.').and_then(|rest| rest.split_whitespace().next());
    if whole.is_some_and(|other| SETUP_LINES.iter().any(|line| line.word == other)) {
        return read_setup(rest, shelf, mint);
    }
    let rest = rest.trim_start_matches('.');
    (known.read)(rest.strip_prefix(&again).unwrap_or(rest).trim(), shelf, mint)
}

fn filed(said: String, rows: Vec<Record>) -> Reading {
    let preview = said.clone();
    one(Entry::Filed { said, rows, gone: Vec::new() }, preview)
}

fn body_coded<'a>(shelf: &Shelf<'a>, code: &str) -> Result<&'a Body, Unclear> {
    let found =
        shelf.bodies.iter().map(|line| &line.body).find(|body| {
            body.code.eq_ignore_ascii_case(code) || body.id.0.eq_ignore_ascii_case(code)
        });
    found.ok_or_else(|| {
        let codes: Vec<&str> = shelf.bodies.iter().map(|line| line.body.code.as_str()).collect();
        let hint = if codes.is_empty() {
            "Add one first: .body CODE NAME.".to_owned()
        } else {
            format!("The codes are {}.", codes.join(", "))
        };
        wrong(format!("No body has the code \"{code}\"."), hint)
    })
}

fn partnership(rest: &str, shelf: &Shelf<'_>, mint: &mut Mint) -> Read {
    let Some((id, name)) = body::coded(rest)? else {
        return wants("letters and a name, as \"CT Children's Trust\"");
    };
    let known =
        |p: &Partnership| p.id.0.eq_ignore_ascii_case(id) || p.name.eq_ignore_ascii_case(name);
    if let Some(known) = shelf.partnerships.iter().find(|p| known(p)) {
        return Err(wrong(format!("{} ({}) is in the book already.", known.name, known.id), ""));
    }
    let partnership = Partnership::named(PartnershipId(id.to_uppercase()), name, mint.rank());
    Ok(filed(format!("{name} ({}) put in the book.", partnership.id), vec![partnership.into()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf(bodies: &[BodyLine]) -> Shelf<'_> {
        let today = NaiveDate::from_ymd_opt(2026, 7, 29).unwrap();
        Shelf {
            bodies,
            people: &[],
            organisations: &[],
            partnerships: &[],
            precedents: &[],
            coming: &[],
            waiting: &[],
            today,
        }
    }

    fn board() -> Vec<BodyLine> {
        let read = read_setup(".body PSB Public Service Board", &shelf(&[]), &mut Mint::default());
        let Entry::Filed { rows, .. } = read.unwrap().entries.remove(0) else { panic!() };
        let Record::Body(body) = rows[0].clone() else { panic!() };
        vec![BodyLine { body, seats: vec![], members: vec![], organisations: vec![] }]
    }

    #[track_caller]
    fn check(line: &str, said: &str) {
        let bodies = board();
        let read = read_setup(line, &shelf(&bodies), &mut Mint::default());
        let preview = read.map_or_else(|unclear| format!("{unclear:?}"), |reading| reading.preview);
        assert!(preview.contains(said), "{line}: {preview}");
    }

    #[test]
    fn a_book_is_set_up_line_by_line() {
        check(".body CG Corporate Governance Scrutiny Committee", "put in the book: scrutiny");
        check(
            ".person Councillor Miss P. Allardyce on PSB as vice chair",
            "Councillor Miss P. Allardyce put in the book, on Public Service Board as vice chair",
        );
        check(".meeting PSB 8 Sep 2026 10.00 at Shire House", "Tuesday 8 September 2026");
        check(".meeting psb 8 Sep", "Tuesday 8 September 2026");
        check(".meeting psb 8 Sep as annual", "Annual meeting of Public Service Board");
        check(
            ".meeting psb 8 Sep 10.00 number 4 as extraordinary at Hill",
            "Extraordinary meeting 4",
        );
        check(".partnership CT Children's Trust", "Children's Trust (CT)");
        check(
            ".body HT Hill Forum as scrutiny quorum 4 of Vale Council",
            "scrutiny, with a quorum of 4.",
        );
        check(".body HT Hill Forum quorum 1 of 4", "with a quorum of 1 of each 4 members");
        check(".body HT, Hill Forum", "Hill Forum (HT) put in the book");
        check(
            ".person A. Penhale on PSB as chair since 1 May 2026 until 30 April 2027",
            "as chair since 1 May 2026 until 30 April 2027",
        );
        check(".body HT Hill Forum quorum some", "is not a quorum");
        check(".person .meeting PSB 8 Sep 2026 3pm", "Tuesday 8 September 2026");
    }

    #[test]
    fn what_cannot_be_is_said_plainly() {
        check(".meeting XX 8 Sep", "No body has the code");
        check(".meeting PSB soon", "is not a day");
        check(".meeting PSB 8 Sep as inquorate", "is not a sort of meeting");
        check(".meeting PSB 8 Sep number four", "is not the number of a meeting");
        check(".person A. Penhale on PSB as king", "is not a place on a body");
        check(".body PSB Another", "has the code PSB already");
        check(".body P-B Another", "cannot be a code");
        check(".person A. Penhale on PSB until soon", "is not a day");
        check(".person A. Penhale on PSB since 2 May 2026 until 1 May 2026", "before it begins");
    }
}
