//! Which documents can be asked for, and what composes each.

use std::collections::BTreeSet;
use std::io::IsTerminal as _;
use std::path::Path;

use chrono::NaiveDate;

use super::filter::read_day;
use super::reader;
use super::told::tell_begun;
use super::wanted::{Compose, Wanted};
use crate::book::{Book, EVERY, Filter};
use crate::document::{Audience, Document};
use crate::export::{FORMATS, Format};
use crate::model::{ActionLine, MeetingId, MeetingLine, MeetingStatus, Sitting, day};
use crate::rules::review::Review;
use crate::shell::args::Export;
use crate::shell::list::looked_back;
use crate::shell::{Trouble, output, place};

/// A document, or why there is none.
type Composed = Result<Document<'static>, Trouble>;

/// Every document that can be asked for.
pub(super) const DOCUMENTS: &[(&str, Compose)] = &[
    ("minutes", |book, asked, audience| Ok(Document::minutes(&held(book, asked)?, audience))),
    ("agenda", |book, asked, audience| Ok(Document::agenda(&sitting(book, asked)?, audience))),
    ("decisions", decisions),
    ("actions", actions),
    ("schedule", schedule),
    ("gaps", gaps),
    ("recommendations", |book, asked, audience| {
        Ok(Document::recommendations(&book.recommendations()?, audience, today(asked)))
    }),
    ("attendance", attendance),
    ("engagement", |book, asked, audience| {
        Ok(Document::engagement(&book.engagement(None)?, audience, today(asked)))
    }),
    ("people", |book, asked, audience| {
        Ok(Document::people(&book.bodies()?, audience, today(asked)))
    }),
    ("book", whole),
];

/// The day that a document is of: that asked for, or this one.
fn today(asked: &Export) -> NaiveDate {
    let now = place::now().date_naive();
    asked.as_at.as_deref().and_then(|day| read_day(day, now).ok()).unwrap_or(now)
}

/// The documents that are of one meeting.
const OF_A_MEETING: [&str; 5] = ["minutes", "agenda", "decisions", "actions", "attendance"];

/// The documents that are of all there is.
const OF_THE_BOOK: [&str; 8] = [
    "schedule",
    "gaps",
    "actions",
    "decisions",
    "recommendations",
    "attendance",
    "engagement",
    "people",
];

/// The documents that say themselves how the schedule stood on a day.
const OF_A_DAY: [&str; 2] = ["schedule", "gaps"];

/// The book as it stood on the day asked for, where the document is of the whole of it.
fn as_asked(book: Book, asked: &Export) -> Result<Book, Trouble> {
    let Some(day) = asked.as_at.as_deref() else { return Ok(book) };
    if OF_A_DAY.contains(&asked.what.as_str()) {
        return Ok(book);
    }
    let day = read_day(day, place::now().date_naive())?;
    book.as_at(place::end_of(day))?.ok_or_else(|| {
        Trouble::refused(
            "absent",
            format!("Nothing was on record yet on {}.", day::plain(day)),
            "Of a day before the book was begun, the schedule alone can be had.",
        )
    })
}

fn sitting(book: &Book, asked: &Export) -> Result<Sitting, Trouble> {
    Ok(book.minuted(&meeting(book, asked)?)?)
}

/// The meeting asked for, which must have begun: of one to come nothing is minuted.
fn held(book: &Book, asked: &Export) -> Result<Sitting, Trouble> {
    let sitting = sitting(book, asked)?;
    if sitting.meeting.status.has_begun() {
        return Ok(sitting);
    }
    Err(Trouble::refused(
        "not_held",
        format!(
            "The meeting of the {} on {} has not been held.",
            sitting.body.name,
            day::plain(sitting.meeting.date)
        ),
        "Its agenda can be had: export agenda. Another meeting is named with --meeting ID.",
    ))
}

/// The notice of one meeting's decisions, or the register of all.
fn decisions(book: &Book, asked: &Export, audience: Audience) -> Composed {
    if asked.meeting.is_some() {
        return Ok(Document::decisions(&held(book, asked)?, audience));
    }
    let lines = book.decisions(&Filter::default(), EVERY)?;
    Ok(Document::decision_register(&lines, audience, today(asked)))
}

/// The actions one meeting gave, or the log of all with a sheet for each owner.
fn actions(book: &Book, asked: &Export, audience: Audience) -> Composed {
    if asked.meeting.is_some() {
        // How far they have gone since is what is asked for.
        return Ok(Document::actions(
            &book.sitting(&meeting(book, asked)?)?,
            audience,
            today(asked),
        ));
    }
    let lines = book.actions(&Filter::default(), EVERY)?;
    match &asked.owner {
        Some(said) => {
            // The public are not told of somebody who is named in exempt business alone.
            let shown = |line: &&ActionLine| audience == Audience::Members || !line.exempt;
            let owner = owner(lines.iter().filter(shown), said)?;
            Ok(Document::chaser(&lines, &owner, audience, today(asked)))
        }
        None => Ok(Document::action_log(&lines, audience, today(asked))),
    }
}

/// Whoever owns something still to do or helps with it, and whom `said` names: in full, or
/// by a part of their name alone.
fn owner<'a>(lines: impl Iterator<Item = &'a ActionLine>, said: &str) -> Result<String, Trouble> {
    let wanted = said.trim().to_lowercase();
    let live = lines.filter(|line| line.action.status.is_live());
    let named = live.flat_map(|line| std::iter::once(&line.owner).chain(&line.support));
    let owners: BTreeSet<&str> =
        named.map(String::as_str).filter(|owner| !owner.is_empty()).collect();
    if owners.is_empty() {
        let nobody = "Nobody named has anything still to do.";
        return Err(Trouble::refused("absent", nobody, "The log has the rest: export actions."));
    }
    if let Some(whole) = owners.iter().find(|owner| owner.to_lowercase() == wanted) {
        return Ok((*whole).to_owned());
    }
    let named: Vec<&str> =
        owners.iter().copied().filter(|owner| owner.to_lowercase().contains(&wanted)).collect();
    match named[..] {
        [one] if !wanted.is_empty() => Ok(one.to_owned()),
        [] | [_] => Err(Trouble::refused(
            "absent",
            format!("Nobody called \"{said}\" has anything still to do."),
            format!("These have: {}.", owners.into_iter().collect::<Vec<_>>().join(", ")),
        )),
        _ => Err(Trouble::refused(
            "ambiguous",
            format!("\"{said}\" can be any of {}.", named.join(", ")),
            "Give more of the name.",
        )),
    }
}

/// The day of which the schedule is asked for: that given, else that of the meeting.
fn day_asked(book: &Book, asked: &Export) -> Result<Option<NaiveDate>, Trouble> {
    if let Some(day) = &asked.as_at {
        return read_day(day, place::now().date_naive()).map(Some);
    }
    let Some(id) = &asked.meeting else { return Ok(None) };
    Ok(Some(book.sitting(&MeetingId(id.clone()))?.meeting.date))
}

/// The schedule as it stands, or stood on the day asked for: as the book was then, or,
/// before there was one, by the editions up to that day.
fn review(book: &Book, day: Option<NaiveDate>) -> Result<Review, Trouble> {
    let Some(day) = day else {
        return book.review(None)?.ok_or_else(Trouble::no_schedule);
    };
    let found = looked_back(book, day)?.review(Some(day))?;
    found.ok_or_else(|| Trouble::no_schedule_by(day))
}

fn schedule(book: &Book, asked: &Export, audience: Audience) -> Composed {
    let day = day_asked(book, asked)?;
    let review = review(book, day)?;
    let set_out = if asked.with_gaps { Document::schedule_with_gaps } else { Document::schedule };
    as_told(book, day, set_out(&review, audience))
}

/// A document of the schedule, which says so where it looks back to before the book was begun.
fn as_told(book: &Book, day: Option<NaiveDate>, document: Document<'static>) -> Composed {
    match day {
        Some(day) if !book.is_begun_by(place::end_of(day))? => Ok(document.looked_back()),
        _ => Ok(document),
    }
}

/// What is missing in the schedule and the registers.
fn gaps(book: &Book, asked: &Export, audience: Audience) -> Composed {
    let day = day_asked(book, asked)?;
    let found = super::gaps::on_day(book, day)?;
    let as_at = day.unwrap_or_else(|| today(asked));
    as_told(book, day, Document::gaps(&found, &book.partnerships()?, audience, as_at))
}

/// Who came to the meetings of a body: that of the meeting asked for.
fn attendance(book: &Book, asked: &Export, audience: Audience) -> Composed {
    let held = sitting(book, asked)?;
    let (own, body) = (held.meeting.id, held.body.id);
    let filter = Filter { body: Some(body), ..Filter::default() };
    let mut meetings = book.meetings(&filter, EVERY)?;
    // The meeting asked for may still sit.
    meetings.retain(|line| {
        line.status == MeetingStatus::Closed || line.id == own && line.status.has_begun()
    });
    let sittings = meetings.iter().rev().map(|line| book.sitting(&line.id));
    Ok(Document::attendance(sittings, audience, today(asked))?)
}

/// Every meeting that has begun, oldest first.
fn whole<'b>(book: &'b Book, asked: &Export, audience: Audience) -> Result<Document<'b>, Trouble> {
    let meetings = book.meetings(&Filter::default(), EVERY)?;
    let (held, coming): (Vec<MeetingLine>, Vec<MeetingLine>) =
        meetings.into_iter().rev().partition(|line| line.status.has_begun());
    let sittings = move |at: usize| held.get(at).map(|line| book.minuted(&line.id));
    let about = book.setting("about")?.unwrap_or_default();
    Ok(Document::book(sittings, &about, audience, today(asked))?.with_coming(&coming))
}

/// The names of all documents.
pub(in crate::shell) fn documents() -> impl Iterator<Item = &'static str> {
    DOCUMENTS.iter().map(|(name, _)| *name)
}

/// What composes the document called `what`.
pub(super) fn compose(what: &str) -> Option<Compose> {
    DOCUMENTS.iter().find(|(name, _)| *name == what).map(|(_, compose)| *compose)
}

/// Writes a document.
pub(super) fn run(named: Option<&Path>, asked: &Export) -> Result<(), Trouble> {
    let Some(compose) = compose(&asked.what) else {
        let known: Vec<&str> = documents().collect();
        return Err(Trouble::usage(
            format!("There is no document called \"{}\".", asked.what),
            format!("It is one of {}.", known.join(", ")),
        ));
    };
    if asked.owner.is_some() && (asked.what != "actions" || asked.meeting.is_some()) {
        return Err(Trouble::usage(
            "--owner goes with the actions of the whole book.",
            "As: export actions --owner Bell -o bell.docx",
        ));
    }
    let format = format(asked)?;
    let audience = audience(&asked.audience)?;
    let book = as_asked(reader(named)?, asked)?;
    if OF_A_DAY.contains(&asked.what.as_str())
        && let Some(day) = day_asked(&book, asked)?
    {
        tell_begun(&book, day)?;
    }
    let wanted = Wanted { compose, asked, audience, format };
    match asked.output.as_deref() {
        None if format.binary && std::io::stdout().is_terminal() => Err(Trouble::usage(
            format!("The {} format is not for a terminal.", format.name),
            "Name a file with -o FILE.",
        )),
        Some(path) if path != Path::new("-") => output::lines([wanted.to_file(&book, path)?]),
        _ => output::bytes(&wanted.bytes(&book)?),
    }
}

/// Writes a document of `meeting`, or of the whole book as it stands or stood, to a file, both `said` in one line
/// as on the screen: "minutes june.docx for members". Says where it is.
pub(in crate::shell) fn from_the_screen(
    book: &Book,
    (meeting, as_at): (Option<&MeetingId>, Option<NaiveDate>),
    said: &str,
) -> Result<String, Trouble> {
    let said = said.trim();
    let (said, audience) = match said.strip_suffix(" for members") {
        Some(said) => (said.trim_end(), Audience::Members),
        None => (said, Audience::Public),
    };
    let (what, file) = said.split_once(' ').unwrap_or((said, ""));
    let what = &*what.to_lowercase();
    let file = file.trim();
    if file.is_empty() {
        return Err(Trouble::usage(
            "The name of a file is wanted.",
            "As \"minutes june.docx\": what it is, then the name.",
        ));
    }
    let path = place::at_home(file);
    let asked = Export {
        what: what.to_owned(),
        format: None,
        meeting: meeting.map(|id| id.0.clone()),
        audience: audience.word().to_owned(),
        with_gaps: true,
        as_at: as_at.map(day::plain),
        owner: None,
        output: Some(path.clone()),
        force: false,
    };
    let (known, whose): (&[&str], _) = match (meeting, as_at) {
        (Some(_), _) => (&OF_A_MEETING, "a meeting"),
        (None, Some(_)) => (&OF_A_DAY, "a day gone by"),
        (None, None) => (&OF_THE_BOOK, "the whole book"),
    };
    let Some(compose) = compose(what).filter(|_| known.contains(&what)) else {
        return Err(Trouble::usage(
            format!("\"{what}\" is no document of {whose}."),
            format!("It is one of {}, and stands first.", known.join(", ")),
        ));
    };
    let wanted = Wanted { compose, asked: &asked, audience, format: format(&asked)? };
    let written = wanted.to_file(book, &path)?;
    let whom = if audience == Audience::Members { "members" } else { "the public" };
    Ok(format!("Written, for {whom}: {written}"))
}

/// The audience called so.
pub(super) fn audience(word: &str) -> Result<Audience, Trouble> {
    Audience::from_word(word).ok_or_else(|| {
        Trouble::usage(format!("\"{word}\" is no audience."), "It is public or members.")
    })
}

fn format(asked: &Export) -> Result<&'static Format, Trouble> {
    let ending =
        asked.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    let found = match (&asked.format, ending) {
        (Some(name), _) => Format::named(name),
        (None, Some(ending)) => Format::of_ending(ending),
        (None, None) => Format::named("txt"),
    };
    found.ok_or_else(|| {
        let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
        let said = asked.format.as_deref().or(ending).unwrap_or_default();
        Trouble::usage(
            format!("There is no format called \"{said}\"."),
            format!("It is one of {}.", names.join(", ")),
        )
    })
}

/// The meeting asked for, else the newest that has begun, else the newest.
fn meeting(book: &Book, asked: &Export) -> Result<MeetingId, Trouble> {
    if let Some(id) = &asked.meeting {
        return Ok(MeetingId(id.clone()));
    }
    book.newest_meeting()?.ok_or_else(|| {
        Trouble::refused(
            "empty",
            "There is no meeting in this book yet.",
            "Import an agenda, or try \"minutebook demo\".",
        )
    })
}
