//! What happened in the room, as minutes note it: who came and went, when the
//! meeting broke off, and the table of interests.

use chrono::NaiveTime;

use super::super::super::paper::{Row, Table};
use super::super::super::words::fold::fold;
use super::super::super::words::name::Name;
use super::super::super::words::when;
use crate::model::{InterestKind, InterestOutcome};

/// Something that happened at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// When.
    pub(super) at: NaiveTime,
    /// What.
    pub(super) what: What,
    /// Who, as printed; nobody if it is the meeting itself.
    pub(super) who: Vec<String>,
    /// Why, if that is printed.
    pub(super) why: String,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// They came, or came back.
    In,
    /// They left.
    Out,
    /// They took the chair.
    Chair,
    /// The meeting broke off.
    Adjourned,
    /// It went on.
    Resumed,
}

const SAID: [(&str, What); 18] = [
    (" left the chamber", What::Out),
    (" withdrew from the room", What::Out),
    (" withdrew from the meeting", What::Out),
    (" returned to the meeting", What::In),
    (" returned to the room", What::In),
    (" rejoined the meeting", What::In),
    (" joined the room", What::In),
    (" left the room", What::Out),
    (" left the meeting", What::Out),
    (" left", What::Out),
    (" returned", What::In),
    (" rejoined", What::In),
    (" arrived", What::In),
    (" joined the meeting", What::In),
    (" took the chair", What::Chair),
    (" in the chair", What::Chair),
    (" adjourned", What::Adjourned),
    (" resumed", What::Resumed),
];

/// The events of a line in brackets: "(11.18 am: Councillor Farrow returned.
/// 11.20 am: Councillor Hesketh left.)". Nothing, unless all of it is
/// understood.
pub(super) fn events(text: &str) -> Option<Vec<Event>> {
    let text = text.trim();
    if let Some(said) = text.strip_prefix("At ").or_else(|| text.strip_prefix("at ")) {
        return events(&format!("({said})"));
    }
    let Some(inside) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) else {
        return moved(text.trim_end_matches('.')).map(|event| vec![event]);
    };
    let times = when::times(inside);
    if let ([_], Some(event)) = (times.as_slice(), ends_with_time(inside.trim_end_matches('.'))) {
        return Some(vec![event]);
    }
    if times.is_empty() || times.first()?.1.start != 0 {
        return None;
    }
    let ends = times.iter().skip(1).map(|(_, at)| at.start).chain([inside.len()]);
    times.iter().zip(ends).map(|((at, of), end)| event(*at, inside.get(of.end..end)?)).collect()
}

/// "Councillor Hart left the room at 7.40 pm", the time last.
fn ends_with_time(said: &str) -> Option<Event> {
    let times = when::times(said);
    let (at, of) = times.first().filter(|(_, of)| of.end == said.len())?;
    event(*at, said.get(..of.start)?.trim_end().strip_suffix(" at")?)
}

/// The same as a paragraph of its own: of somebody who "left" nothing is sure but that
/// they left something.
fn moved(said: &str) -> Option<Event> {
    let sure = ["the meeting at ", "the room at ", "the chamber at "];
    // A long paragraph is told from one without a look for times in it.
    let short = said.split_whitespace().nth(16).is_none();
    let sure = sure.iter().any(|words| said.contains(words));
    // Whoever came back came back into the room, if a person did.
    let back = [" returned at ", " rejoined at ", " arrived at "];
    let person = !Name::of(said).title.is_empty();
    let back = person && back.iter().any(|words| said.contains(words));
    if !short || !(sure || back) {
        return None;
    }
    ends_with_time(said)
}

fn event(at: NaiveTime, said: &str) -> Option<Event> {
    let said = said.trim().trim_start_matches([':', '-', '\u{2013}']).trim().trim_end_matches('.');
    let (said, why) = match said.strip_suffix(')').and_then(|said| said.split_once(" (")) {
        Some((said, why)) => (said, why.to_owned()),
        None => (said, String::new()),
    };
    let (words, what) = SAID.into_iter().find(|(words, _)| said.ends_with(words))?;
    let who = said.strip_suffix(words)?;
    let whole = matches!(what, What::Adjourned | What::Resumed);
    if whole != (fold(who) == "the meeting") {
        return None;
    }
    // "Councillors Bell and Hart" are councillors both.
    let names = who.replace(" and ", ", ");
    let who = names.split(", ").map(|name| name.trim().to_owned()).filter(|_| !whole).collect();
    Some(Event { at, what, who, why })
}

/// An interest as a row of the table has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Declared {
    /// Who, as printed.
    pub(super) who: String,
    /// In which item, as printed.
    pub(super) item: String,
    /// Of which kind, if that is printed.
    pub(super) kind: Option<InterestKind>,
    /// What it is.
    pub(super) nature: String,
    /// What they did about it, if that is printed.
    pub(super) outcome: Option<InterestOutcome>,
    /// The dispensation they had.
    pub(super) dispensation: String,
    /// Where.
    pub(super) place: String,
}

const KINDS: [(&str, InterestKind); 7] = [
    ("disclosable pecuniary", InterestKind::Pecuniary),
    ("pecuniary", InterestKind::Pecuniary),
    ("personal and prejudicial", InterestKind::Prejudicial),
    ("prejudicial", InterestKind::Prejudicial),
    ("personal", InterestKind::Personal),
    ("non pecuniary", InterestKind::Other),
    ("other", InterestKind::Other),
];

const OUTCOMES: [(&str, InterestOutcome); 6] = [
    ("withdrew", InterestOutcome::Withdrew),
    ("left", InterestOutcome::Withdrew),
    ("spoke and did not vote", InterestOutcome::Spoke),
    ("spoke did not vote", InterestOutcome::Spoke),
    ("stayed", InterestOutcome::Stayed),
    ("remained", InterestOutcome::Stayed),
];

/// The interests that `table` lists; none, if it is not a table of them.
pub(super) fn interests(table: &Table) -> Vec<Declared> {
    let Some((head, rows)) = table.rows.split_first() else { return Vec::new() };
    let column = |words: &[&str]| {
        head.said().find(|cell| words.contains(&fold(&cell.flat()).as_str())).map(|cell| cell.at)
    };
    let who = column(&["councillor", "member", "name", "declared by"]);
    let nature = column(&["nature", "nature of interest", "interest", "reason"]);
    let item = column(&[
        "item",
        "agenda item",
        "item no",
        "item number",
        "agenda item no",
        "agenda item number",
        "minute",
        "minute no",
        "minute number",
        "minute reference",
    ]);
    let (Some(who), Some(nature), Some(item)) = (who, nature, item) else { return Vec::new() };
    let came_of_it = column(&["outcome", "action taken", "action"]);
    let read = |row: &Row| {
        let (kind, words) = kind(&row.at(nature));
        let said = came_of_it.map(|at| row.at(at)).unwrap_or_default();
        let (said, dispensation) = match said.split_once(" (dispensation: ") {
            Some((said, rest)) => (said.to_owned(), rest.trim_end_matches(')').to_owned()),
            None => (said, String::new()),
        };
        let outcome = outcome(&said);
        Declared {
            who: row.at(who),
            item: row.at(item),
            kind,
            nature: words,
            outcome,
            dispensation,
            place: row.place.clone(),
        }
    };
    rows.iter().filter(|row| !row.at(who).is_empty()).map(read).collect()
}

/// What came of an interest, as a column for it says.
pub(super) fn outcome(said: &str) -> Option<InterestOutcome> {
    let folded = fold(said);
    let known = OUTCOMES.into_iter().find(|(words, _)| folded.starts_with(words));
    known.map(|(_, outcome)| outcome)
}

/// "Personal: trustee of a charity": the kind, and what is said beside it.
pub(super) fn kind(text: &str) -> (Option<InterestKind>, String) {
    let (head, rest) = text.split_once(':').unwrap_or((text, ""));
    let folded = fold(head);
    let named = KINDS.into_iter().find(|(words, _)| folded == *words);
    match named {
        Some((_, kind)) if !rest.is_empty() => (Some(kind), rest.trim().to_owned()),
        Some((_, kind)) => (Some(kind), text.to_owned()),
        None => (None, text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comings_and_goings_are_read_with_their_times() {
        let read = |text: &str| {
            let told = events(text)?.into_iter();
            Some(
                told.map(|e| format!("{} {:?} {}", e.at.format("%H:%M"), e.what, e.who.join("+")))
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(
            read(
                "(11.18 am: Councillor Farrow returned. 2.20 pm: Councillors Bell and Hart left.)"
            ),
            Some(vec![
                "11:18 In Councillor Farrow".into(),
                "14:20 Out Councillors Bell+Hart".into()
            ])
        );
        assert_eq!(
            read("(11.30 am: the meeting adjourned. 11.45 am: the meeting resumed.)"),
            Some(vec!["11:30 Adjourned ".into(), "11:45 Resumed ".into()])
        );
        assert_eq!(read("(10.12 am: the projector failed.)"), None);
        assert_eq!(read("Councillor Bell left at 10.12 am."), None);
        let back = Some(vec!["18:30 In Cllr Toft".to_owned()]);
        assert_eq!(read("Cllr Toft returned at 6.30 pm."), back);
        assert_eq!(read("The police arrived at 6.30 pm."), None);
    }
}
