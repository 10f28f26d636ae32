//! Minutes of a meeting whose minutes the book has: in what they differ is told,
//! and the book is kept.

use super::super::super::words::fold::fold;
use super::business::{Done, Written};
use super::how::Count;
use super::roll::Listed;
use super::settle::Settle;
use crate::model::{Action, Attendance, AttendanceStatus, Decision, ItemId, Person, Vote};

impl Settle<'_, '_> {
    /// Tells of decisions, votes and actions under `item` that only the paper has,
    /// or only the book.
    pub(super) fn differs(&mut self, item: &ItemId, named: &str, written: &Written, place: &str) {
        let known = self.desk.known;
        let decided: Vec<&Decision> =
            known.decisions.iter().filter(|had| had.item == *item).collect();
        let owed: Vec<&Action> = known.actions.iter().filter(|had| had.item == *item).collect();
        let (mut said, mut given) = (vec![], vec![]);
        for (_, done, at) in &written.done {
            let told = match done {
                Done::Decided(new, _) => {
                    said.push(fold(&new.text));
                    let had = decided.iter().find(|had| fold(&had.text) == fold(&new.text));
                    otherwise(known.votes, had.copied(), new.how.count)
                        .map(|what| (what, &new.text))
                }
                Done::Assigned(new) => {
                    given.push(fold(&new.text));
                    let news = !owed.iter().any(|had| begins(&had.text, &new.text));
                    news.then_some(("has an action that the book has not", &new.text))
                }
                _ => None,
            };
            if let Some((what, text)) = told {
                let text = format!("{named}: the paper {what}: \u{201c}{text}\u{201d}");
                self.desk.report.keep(at.clone(), text);
            }
        }
        let decisions = decided.iter().map(|had| ("a decision", &had.text));
        let decisions = decisions.filter(|(_, text)| !said.contains(&fold(text)));
        let actions = owed.iter().map(|had| ("an action", &had.text));
        let actions = actions.filter(|(_, text)| !given.iter().any(|new| begins(text, new)));
        for (what, text) in decisions.chain(actions) {
            let text = format!(
                "{named}: the book has {what} that this paper has not: \u{201c}{text}\u{201d}"
            );
            self.desk.report.keep(place, text);
        }
    }

    /// Tells that the book has somebody's coming otherwise.
    pub(super) fn came_otherwise(&mut self, had: &Attendance, listed: &Listed) {
        if had.status != listed.status {
            let text = format!(
                "{}: the book has them as {}, and the paper as {}",
                listed.name,
                had.status.plain(),
                listed.status.plain()
            );
            self.desk.report.keep(listed.place.clone(), text);
        }
    }

    /// Tells of those whom the book has in the room and the paper does not name.
    pub(super) fn unlisted(&mut self) {
        let Some(meeting) = self.sat.as_ref().map(|sat| sat.meeting.clone()) else { return };
        if self.people.is_empty() {
            return;
        }
        let known = self.desk.known;
        let came = known.attendance.iter().filter(|had| {
            let present = had.status == AttendanceStatus::Present;
            had.meeting == meeting && present && !self.people.iter().any(|(_, p)| *p == had.person)
        });
        let names: Vec<String> = came
            .filter_map(|had| known.people.iter().find(|person| person.id == had.person))
            .map(Person::minuted)
            .collect();
        for name in names {
            let text =
                format!("{name} was there, as the book has it, and this paper does not say so");
            self.desk.report.keep("the roll", text);
        }
    }
}

/// Whether what the book has of an action is what the paper says of it: the name of
/// somebody unknown may stand after it.
fn begins(had: &str, new: &str) -> bool {
    fold(had).starts_with(&fold(new))
}

/// What a paper says otherwise of a decision than the book, if it does; a paper
/// that counts no votes says nothing of them.
fn otherwise(votes: &[Vote], had: Option<&Decision>, count: Option<Count>) -> Option<&'static str> {
    let Some(had) = had else { return Some("has a decision that the book has not") };
    let count = count?;
    let vote = votes.iter().find(|vote| Some(&vote.id) == had.vote.as_ref());
    let as_one = count == Count::default();
    let same = vote.is_some_and(|vote| {
        as_one && vote.against == 0 && vote.abstained == 0
            || (vote.in_favour, vote.against, vote.abstained)
                == (count.in_favour, count.against, count.abstained)
    });
    (!same).then_some("counts the votes otherwise than the book")
}
