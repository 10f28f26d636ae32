//! Things of the schedule by their names.

use crate::capture::field::Lined;
use crate::capture::{Unclear, name, wrong};
use crate::model::{Point, Response, Standing, first_free};
use crate::rules::gap;
use crate::rules::review::Review;

/// The partnership's row called `name`: by its letters, its name or its short
/// name.
pub(super) fn row<'a>(review: &'a Review, name: &str) -> Option<&'a Standing> {
    review.schedule.standings.iter().find(|row| row.partnership.is_called(name))
}

/// The point called `name`, in this edition or in one that it goes on from.
pub(super) fn point<'a>(review: &'a Review, name: &str) -> Option<&'a Point> {
    let called = |name: &str| {
        let rows = review.schedule.standings.iter();
        rows.flat_map(|row| &row.points).find(|point| point.id.0.eq_ignore_ascii_case(name))
    };
    called(name).or_else(|| gone_on(review, name).find_map(called))
}

/// The response called `name`, in this edition or in one that it goes on from, with its row.
pub(super) fn response<'a>(review: &'a Review, name: &str) -> Option<(&'a Standing, &'a Response)> {
    let called = |name: &str| {
        let rows = review.schedule.standings.iter();
        rows.flat_map(|row| row.responses.iter().map(move |response| (row, response)))
            .find(|(_, response)| response.id.0.eq_ignore_ascii_case(name))
    };
    called(name).or_else(|| gone_on(review, name).find_map(called))
}

/// What goes on, in any row, from what an edition gone by called `name`.
fn gone_on<'a>(review: &'a Review, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
    review.schedule.standings.iter().flat_map(move |row| row.gone_on(name))
}

/// Has the owner of `now`, where a line said one, be the person of the book whose name it
/// is, as the minutes have them; gives what the clerk is to be told of one that the book
/// does not know.
pub(super) fn whose<T: Lined>(
    review: &Review,
    before: Option<&T>,
    now: &mut T,
) -> Result<String, Unclear> {
    let had = before.cloned().and_then(|mut had| had.owner_mut().map(std::mem::take));
    let Some(owner) = now.owner_mut().filter(|owner| !owner.is_empty()) else {
        return Ok(String::new());
    };
    if had.as_ref() == Some(owner) {
        return Ok(String::new());
    }
    match name::named(&review.people, owner).as_slice() {
        [person] => {
            *owner = person.minuted();
            Ok(String::new())
        }
        [] if gap::names_somebody(owner) => Ok(format!("The book knows nobody called {owner}.")),
        [] => Ok(String::new()),
        several => {
            let names: Vec<String> = several.iter().map(|person| person.minuted()).collect();
            Err(wrong(
                format!("\"{owner}\" could be {}.", names.join(" or ")),
                "Say more of the name.",
            ))
        }
    }
}

/// That nothing is called `name`.
pub(super) fn nothing(what: &str, name: &str) -> Unclear {
    wrong(
        format!("No {what} of the schedule is called \"{name}\"."),
        "The panes show the name of each.",
    )
}

/// Refuses a new row the name of something else: a thread that came upon it could not
/// tell which is meant.
pub(super) fn free(review: &Review, name: &str) -> Result<(), Unclear> {
    if !review.names.iter().any(|had| had.eq_ignore_ascii_case(name)) {
        return Ok(());
    }
    Err(wrong(format!("Something else is called \"{name}\"."), "Give it a name of its own."))
}

/// Names that no edition has given, for rows brought over from the last.
pub(super) struct Free {
    taken: Vec<String>,
}

impl Free {
    /// Begins with those that have been given.
    pub(super) fn of(review: &Review) -> Self {
        Self { taken: review.names.iter().map(|name| name.to_uppercase()).collect() }
    }

    /// The next name like that of `old`: "CT-O7" for "CT-O2".
    pub(super) fn next(&mut self, old: &str) -> String {
        let name = first_free(old, |name| self.taken.contains(&name.to_uppercase()));
        self.taken.push(name.to_uppercase());
        name
    }
}

/// The first name of a row like "CT-O" or "CT-R" that no edition has given.
pub(super) fn fresh(review: &Review, stem: &str) -> String {
    first_free(stem, |name| review.names.iter().any(|had| had.eq_ignore_ascii_case(name)))
}
