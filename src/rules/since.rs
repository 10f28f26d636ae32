//! What came of a partnership's row since the last edition of the schedule.

use chrono::NaiveDate;

use super::gap::Period;
use crate::model::{
    Link, LinkKind, Point, Response, ResponseId, ResponseKind, ResponseStatus, Schedule, Standing,
    Summary, Tone, day,
};

/// What became of a response of the last edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// What it promised was done: an action carrying it out is complete, or
    /// something shows it.
    Delivered,
    /// It will not be done, says this edition.
    Dropped,
    /// It stands in this edition in the same words.
    Repeated,
    /// Nothing more is heard of it.
    Silent,
}

impl Outcome {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Dropped => "dropped",
            Self::Repeated => "repeated",
            Self::Silent => "not heard of again",
        }
    }
}

/// What moved in one partnership's row since the last edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The day of the edition it is compared with.
    pub last: NaiveDate,
    /// Its targets then.
    pub before: Option<Summary>,
    /// Whether the figures are of a later period than then; not, where either
    /// names none.
    pub newer: bool,
    /// For how many periods running some target could not be judged, this one
    /// included.
    pub unjudged_for: u32,
    /// What became of each response of the last edition.
    pub responses: Vec<(Response, Outcome)>,
    /// What is otherwise with points and responses that the last edition had too, each in
    /// a sentence.
    pub altered: Vec<String>,
    /// The points of the last edition that do not stand in this one,
    /// and those that it has besides.
    pub points: [Vec<Point>; 2],
}

/// Three periods running without a judgement are too many.
pub const TOO_LONG: u32 = 3;

/// For how many periods running `unjudged` holds of rows told newest first, each
/// by its period. Figures printed again are still of one period; a period of which nothing
/// was reported does not break the run, as boards report by quarters or by halves of a year.
#[must_use]
pub fn unjudged_for<'a>(rows: impl IntoIterator<Item = (&'a str, bool)>) -> u32 {
    let run = rows.into_iter().take_while(|(_, unjudged)| *unjudged);
    let mut periods: Vec<&str> = run.map(|(period, _)| period).collect();
    periods.dedup_by(|one, other| !one.is_empty() && same(one, other));
    super::count(periods.iter())
}

impl Since {
    /// Whether some target has gone without a judgement for too long.
    #[must_use]
    pub fn is_unjudged_too_long(&self) -> bool {
        self.unjudged_for >= TOO_LONG
    }

    /// How the figures moved since the last edition, in a line.
    #[must_use]
    pub fn told(&self, now: Option<&Summary>) -> String {
        let last = day::plain(self.last);
        let moved = self.in_words(now);
        let moved = match (&self.before, moved.as_str()) {
            (None, _) => format!("no figures on {last}"),
            (Some(before), "") => match now.filter(|now| now.period != before.period) {
                Some(now) => {
                    let (then, now) = (&before.period, &now.period);
                    format!("since {last}: {then} to {now}, and the counts are as they were")
                }
                None => format!("figures as on {last}"),
            },
            (_, moved) => format!("since {last}: {moved}"),
        };
        let (n, long) = (self.unjudged_for, self.is_unjudged_too_long());
        let long = if long { ", which is too long" } else { "" };
        match n {
            0 | 1 => moved,
            n => format!("{moved}; some cannot be judged for {n} periods running{long}"),
        }
    }

    /// How each count moved, in words: "on track 2 to 5, off track 7 to 4";
    /// nothing where either edition gives no figures or none moved.
    #[must_use]
    pub fn in_words(&self, now: Option<&Summary>) -> String {
        let (Some(before), Some(now)) = (&self.before, now) else { return String::new() };
        let counts = [
            ("targets", before.total, now.total),
            ("on track", before.on_track, now.on_track),
            ("off track", before.off_track, now.off_track),
            ("lost", before.lost, now.lost),
            ("cannot judge", before.cannot_judge, now.cannot_judge),
            ("not due", before.not_due, now.not_due),
        ];
        let moved = counts.into_iter().filter(|(_, then, now)| then != now);
        moved
            .map(|(word, then, now)| format!("{word} {then} to {now}"))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// For how many periods running some target of the row of `now` could not be
/// judged, by it and the editions before it, newest first.
#[must_use]
pub fn unjudged_since(now: &Standing, earlier: &[Schedule]) -> u32 {
    let id = &now.partnership.id;
    let rows = earlier
        .iter()
        .filter_map(|schedule| schedule.standings.iter().find(|row| row.partnership.id == *id));
    unjudged_for(std::iter::once(now).chain(rows).map(|row| {
        let figures = row.summary.as_ref();
        figures.map_or(("", false), |s| (s.period.as_str(), s.cannot_judge > 0))
    }))
}

/// What moved in the row of `now` since the editions before it, newest first;
/// `done` names the responses that were delivered. `None` for the first edition
/// the partnership stands in.
#[must_use]
pub fn since(now: &Standing, earlier: &[Schedule], done: &[ResponseId]) -> Option<Since> {
    let id = &now.partnership.id;
    let row = |schedule: &&Schedule| {
        let found = schedule.standings.iter().find(|row| row.partnership.id == *id);
        found.is_some_and(|row| !row.points.is_empty() || row.summary.is_some())
    };
    let at = earlier.iter().position(|schedule| row(&schedule))?;
    let (last, older) = (earlier.get(at)?, earlier.get(at + 1..)?);
    let before = last.standings.iter().find(|row| row.partnership.id == *id)?;
    let period = |row: &Standing| Period::read(&row.summary.as_ref()?.period);
    let outcome = |response: &Response| {
        let again =
            now.responses.iter().find(|new| is_again(now, responded(new), responded(response)));
        let status = again.map_or(response.status, |again| again.status);
        let delivered = done.contains(&response.id)
            || again.is_some_and(|again| done.contains(&again.id))
            || status == ResponseStatus::Delivered;
        match again {
            _ if delivered => Outcome::Delivered,
            _ if status == ResponseStatus::Dropped => Outcome::Dropped,
            Some(_) => Outcome::Repeated,
            None => Outcome::Silent,
        }
    };
    Some(Since {
        last: last.edition.as_at,
        before: before.summary.clone(),
        newer: period(now).zip(period(before)).is_some_and(|(now, then)| now > then),
        unjudged_for: unjudged_since(now, earlier),
        altered: altered(before, now),
        points: [
            missing(&before.points, &now.points, |had, new| is_again(now, new, had)),
            missing(&now.points, &before.points, |new, had| is_again(now, new, had)),
        ],
        responses: {
            let untold = |had: &&Response| !was_delivered(before, had, older, done);
            before.responses.iter().filter(untold).map(|r| (r.clone(), outcome(r))).collect()
        },
    })
}

/// Whether a response of the row `last` was delivered already in an `older` edition, so
/// that this was told then.
fn was_delivered(
    last: &Standing,
    response: &Response,
    older: &[Schedule],
    done: &[ResponseId],
) -> bool {
    let rows = older.iter().flat_map(|schedule| &schedule.standings);
    let own = rows.filter(|row| row.partnership.id == last.partnership.id);
    own.flat_map(|row| &row.responses).any(|had| {
        let delivered = had.status == ResponseStatus::Delivered || done.contains(&had.id);
        delivered && is_again(last, responded(response), responded(had))
    })
}

/// What is otherwise in `now` of the points and responses that `before` had, in the same
/// words or gone on from: words, tones and kinds, who is to do it and by when, how far it has gone.
fn altered(before: &Standing, now: &Standing) -> Vec<String> {
    let plain = |word: Option<String>| word.unwrap_or_else(|| "none".into());
    let due = |response: &Response| match response.due {
        Some(due) => day::plain(due),
        None if response.due_text.is_empty() => "none".into(),
        None => response.due_text.clone(),
    };
    let named = |owner: &str| plain((!owner.is_empty()).then(|| owner.to_owned()));
    let told = |(id, new): Said<'_>, (_, had): Said<'_>, parts: Vec<(&str, String, String)>| {
        let words = (!same(had, new)).then(|| ("words", had.to_owned(), new.to_owned()));
        let moved = parts.into_iter().filter(|(_, then, now)| then != now).chain(words);
        let moved = moved.map(|(what, then, now)| format!("{what} was {then}, now {now}"));
        let moved: Vec<String> = moved.collect();
        (!moved.is_empty()).then(|| format!("{id}: {}", moved.join("; ")))
    };
    let points = now.points.iter().filter_map(|point| {
        let new = pointed(point);
        let had = before.points.iter().find(|had| is_again(now, new, pointed(had)))?;
        let tone = |of: &Point| plain(of.tone.map(Tone::plain));
        told(new, pointed(had), vec![("tone", tone(had), tone(point))])
    });
    let responses = now.responses.iter().filter_map(|response| {
        let new = responded(response);
        let had = before.responses.iter().find(|had| is_again(now, new, responded(had)))?;
        let kind = |of: &Response| plain(of.kind.map(ResponseKind::plain));
        let parts = vec![
            ("kind", kind(had), kind(response)),
            ("owner", named(&had.owner), named(&response.owner)),
            ("date", due(had), due(response)),
            ("status", had.status.plain(), response.status.plain()),
        ];
        told(new, responded(had), parts)
    });
    points.chain(responses).collect()
}

/// Those of `points` that are `again` none of `others`.
fn missing(
    points: &[Point],
    others: &[Point],
    again: impl Fn(Said<'_>, Said<'_>) -> bool,
) -> Vec<Point> {
    let told = |point: &&Point| others.iter().any(|other| again(pointed(point), pointed(other)));
    points.iter().filter(|point| !told(point)).cloned().collect()
}

/// What a point or a response is known by from one edition to the next: its name and its
/// words.
type Said<'a> = (&'a str, &'a str);

fn pointed(point: &Point) -> Said<'_> {
    (point.id.as_str(), &point.text)
}

fn responded(response: &Response) -> Said<'_> {
    (response.id.as_str(), &response.text)
}

/// Whether `new`, of the row of `now`, is what `had` was: it goes on from it, or says the
/// same.
fn is_again(now: &Standing, new: Said<'_>, had: Said<'_>) -> bool {
    let goes_on = |link: &Link| {
        link.kind == LinkKind::Continues && link.from_id == new.0 && link.to_id == had.0
    };
    now.links.iter().any(goes_on) || same(new.1, had.1)
}

/// Whether two texts say the same, white space and case aside.
fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(one) == words(other)
}
