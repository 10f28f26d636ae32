//! Lines that put the governance schedule right: its points, responses, figures
//! and targets, what answers what, and what officers noted beside them.
//!
//! Each line shows its row whole, so that it can be opened filled in and any
//! part of it altered; a part left out stays as it was.

mod edition;
mod figures;
mod find;
mod ledger;
mod note;
mod recommendation;
mod register;
mod row;
mod seat;
mod strike;
mod target;
mod tie;

use super::field::Lined as _;
use chrono::NaiveDate;

use super::said::Said;
use super::{Read, Reading, wrong};
use crate::model::{
    Body, Driver, Entry, Finding, Mint, Partnership, PartnershipId, PlanEntry, Recommendation,
    Record, Target,
};
use crate::rules::review::Review;
use row::{Points, Responses};

/// A line of the schedule.
#[derive(Clone, Copy, Debug)]
pub struct ScheduleLine {
    /// The word after the dot.
    pub word: &'static str,
    /// What follows it.
    pub shape: &'static str,
    /// What it records, as the end of "this line records ...".
    pub about: &'static str,
    read: fn(&Said<'_>, &Review, &mut Mint) -> Read,
}

type Reader = fn(&Said<'_>, &Review, &mut Mint) -> Read;

const fn line(
    word: &'static str,
    shape: &'static str,
    about: &'static str,
    read: Reader,
) -> ScheduleLine {
    ScheduleLine { word, shape, about, read }
}

/// Every line of the schedule. Where a shape begins with the name of a thing,
/// that of a partnership puts a new one in.
#[rustfmt::skip]
pub const SCHEDULE_LINES: &[ScheduleLine] = &[
    line("point", "ID|PARTNERSHIP [outcomes|partnership working][, strength|concern|mixed|neutral|no tone][: TEXT]", "what a performance point says, where it stands and its tone; a new one goes by its partnership", row::point),
    line("response", "ID|PARTNERSHIP [action|assurance|appointment|question|no kind][, owner NAME][, due WHEN][, proposed|agreed|under way|delivered|dropped][: TEXT]", "what a response says, its kind, its owner, its date and how far it has gone; a new one goes by its partnership", row::response),
    line("figures", "PARTNERSHIP [N targets][, N on track][, N off track][, N lost][, N cannot judge][, N not due][, period PERIOD][: REMARK]", "the target figures of a row, which must add up", figures::figures),
    line("target", "ID|PARTNERSHIP [code CODE][, of PARTNERSHIP][, priority N][, national|local][, measure TEXT][, baseline TEXT][, goal TEXT][, by DAY][, better higher|lower][, lead NAME][, remark TEXT][, STATE][: WORDING]", "a target by name", target::target),
    line("result", "TARGET PERIOD[, on track|off track|not achievable|cannot judge|not due|achieved][, value TEXT][, data quality|data not due|data late|no baseline|other][, mended by NAME][: REMARK]", "how a target stood at the end of a period", target::result),
    line("priority", "NUMBER [plan TEXT][: TITLE]", "a priority of the strategy, which targets serve", ledger::priority),
    line("answers", "RESPONSE[: ID, ID…]", "all that a response answers", tie::answers),
    line("register", "PARTNERSHIP [called NAME][, short NAME][, chair NAME][, lead NAME][, under BODY][, statutory|not statutory][, meets N][, delivery A; B][: REMIT]", "what a partnership is called, who chairs it, whom it answers to and what it is for", register::register),
    line("board", "CODE [called NAME][, KIND][, rules PROFILE][, under CODE][, meets N][, calendar|municipal year][, narrative|notes][, quorum N|N of M][, ends TIME][, at PLACE][, lead NAME][: REMIT]", "what a body is called and of what kind it is, whose rules of procedure it keeps if not those of its kind (statutory, executive, scrutiny, partnership or informal), whom it answers to, how often and where it meets, which officer leads on its work, how its minutes are numbered and set out, at what time its meetings end unless they resolve to go on, and what it is for", register::of_body),
    line("seat", "ID|CODE [for SECTOR][, [up to ]N seats][, filled|vacant|to be settled][, remark TEXT][: HOLDER]", "the seats a sector has on a body, who holds them and which are vacant; the code of the body puts new ones on it", seat::seat),
    line("recommendation", "NUMBER [to WHOM][, lead NAME][, due WHEN][, answer by DAY][, reply TEXT][, source TEXT][, STATUS][: TEXT]", "what was recommended, to whom, by when, and what came of it; by the number of its minute, what a meeting recommended", recommendation::recommendation),
    line("driver", "ID [heading TEXT][, possible|likely|certain][, timing TEXT][, review TEXT][, source TEXT][, watch|act|past][: TEXT]", "what is coming that may change the work", ledger::driver),
    line("tells", "POINT: ID, not ID, ID…", "targets that a performance point tells of; \"not\" before one unties it", tie::tells),
    line("threatens", "DRIVER: ID, not ID, ID…", "partnerships, points and targets that something coming threatens; \"not\" before one unties it", tie::threatens),
    line("evidence", "RECOMMENDATION: ID, not ID, ID…", "what shows how far a recommendation was carried out: findings, points, responses, targets; \"not\" before one unties it", tie::evidence),
    line("finding", "ID [scheme NAME][, year YEAR][, KIND][, of PARTNERSHIP][, owner NAME][, due WHEN][, open|answered|closed][: TEXT]", "what an inspection or a review found, feared or set out to do", ledger::finding),
    line("plan", "ID [body CODE][, KIND][, for WHOM][, from TEXT][, due WHEN][, proposed|scheduled|taken|slipped][: TOPIC]", "what a body means to take up", ledger::plan),
    line("edition", "DAY[, by NAME][: TITLE]", "a new edition of the schedule, with the points and responses of the last to be brought up to date; by the day of the last, whose it is and what it is called", edition::edition),
    line("pass", "RULE [SUBJECT]: WHY", "that a gap is let pass, and why; once it is about more targets than then, it is told again", edition::pass),
    line("unpass", "RULE [SUBJECT]", "that a gap is let pass no longer", edition::unpass),
    line("strike", "ID | TARGET PERIOD", "that a point, a response, a target or one of its results, a seat or a row of a register is struck out, and its ties with it", strike::strike),
    line("adopt", "NOTE[: ANSWER]", "that an officer's note is taken up; proposed wording replaces the text", note::adopt),
    line("decline", "NOTE: WHY", "that an officer's note is not taken up", note::decline),
];

/// The line of the schedule called `word`.
#[must_use]
pub fn schedule_line_named(word: &str) -> Option<&'static ScheduleLine> {
    SCHEDULE_LINES.iter().find(|line| line.word == word)
}

/// Whether `line` is one of the schedule.
#[must_use]
pub fn is_of_schedule(line: &str) -> bool {
    parted(line).is_some_and(|(word, _)| schedule_line_named(word).is_some())
}

fn parted(line: &str) -> Option<(&str, &str)> {
    let typed = line.trim().strip_prefix('.')?;
    // Where the page has put the dot already, a line is typed with its own.
    let typed = typed.strip_prefix('.').unwrap_or(typed);
    Some(typed.split_once(char::is_whitespace).unwrap_or((typed, "")))
}

/// Reads a line of the schedule, typed `today`, against the newest edition of it. A day
/// without its year is the next after the edition, or of a register after today.
pub fn read_schedule(line: &str, review: &Review, today: NaiveDate, mint: &mut Mint) -> Read {
    let Some((word, rest)) = parted(line) else {
        return Err(wrong(
            "That is not a line.",
            "One begins with a dot and a word, as \".point\".",
        ));
    };
    let Some(known) = schedule_line_named(word) else {
        if SCHEDULE_LINES.iter().any(|line| line.word.starts_with(word)) {
            return super::wants("the rest of its first word");
        }
        let words: Vec<String> =
            SCHEDULE_LINES.iter().map(|line| format!(".{}", line.word)).collect();
        return Err(wrong(
            format!("There is no line \".{word}\" of the schedule."),
            format!("The lines are {}.", words.join(" ")),
        ));
    };
    let said = Said::of(rest, today);
    if said.name.is_empty() {
        return super::wants(known.shape);
    }
    let of_rows = ["point", "response", "figures", "answers"];
    if !review.has_schedule() && of_rows.contains(&word) {
        return Err(wrong(
            "The book has no schedule yet.",
            "Import one, or begin it with .edition DAY: TITLE.",
        ));
    }
    (known.read)(&said, review, mint)
}

/// A row of a register, whose line can be opened as it stands.
#[derive(Clone, Copy, Debug)]
pub enum Registered<'a> {
    /// A recommendation.
    Recommendation(&'a Recommendation),
    /// Something coming.
    Driver(&'a Driver),
    /// Something found.
    Finding(&'a Finding),
    /// Something planned.
    Plan(&'a PlanEntry),
    /// A target.
    Target(&'a Target),
    /// A body.
    Body(&'a Body),
    /// A partnership.
    Partnership(&'a Partnership),
}

impl Registered<'_> {
    /// The line that shows it as it stands, ready to be altered.
    #[must_use]
    pub fn line(self) -> String {
        match self {
            Self::Recommendation(row) => row.shown(),
            Self::Driver(row) => row.shown(),
            Self::Finding(row) => row.shown(),
            Self::Plan(row) => row.shown(),
            Self::Target(row) => row.shown(),
            Self::Body(row) => row.shown(),
            Self::Partnership(row) => row.shown(),
        }
    }
}

/// Which part of a partnership's row lines are wanted of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its figures, its targets and what the register says of it.
    Figures,
    /// The Performance pane.
    Performance,
    /// The Response pane.
    Response,
    /// The officers' notes that want something.
    Notes,
}

/// The lines that show one part of a partnership's row as it stands, each ready
/// to be altered.
#[must_use]
pub fn lines_of(review: &Review, partnership: &PartnershipId, part: Part) -> Vec<String> {
    let Some(row) = review.row(partnership) else { return Vec::new() };
    match part {
        Part::Figures => {
            let mut lines = vec![figures::shown(row)];
            lines.extend(target::shown(review, partnership));
            lines.push(row.partnership.shown());
            lines
        }
        Part::Performance => {
            let lines = row.points.iter().map(Points::shown);
            lines.chain([format!(".point {partnership} outcomes, no tone: ")]).collect()
        }
        Part::Response => {
            let lines = row
                .responses
                .iter()
                .flat_map(|response| [Responses::shown(response), tie::shown(row, response)]);
            lines.chain([format!(".response {partnership} no kind: ")]).collect()
        }
        Part::Notes => review
            .open_notes(row)
            .flat_map(|note| [format!(".adopt {}", note.id), format!(".decline {}: ", note.id)])
            .collect(),
    }
}

/// Rows filed together, and what the history says of it.
pub(super) fn filed(
    mut said: String,
    rows: Vec<Record>,
    gone: Vec<(&'static str, String)>,
) -> Reading {
    if !said.ends_with(['.', '…', '"']) {
        said.push('.');
    }
    let preview = said.clone();
    super::one(Entry::Filed { said, rows, gone }, preview)
}
