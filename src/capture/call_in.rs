//! The lines for when a decision takes effect, and for its being called in before
//! it does.

use super::{
    Place, Read, Reading, Unclear, decision, item, listed, one, person, public_business, run,
    wants, wrong,
};
use crate::model::{
    CallIn, CallInId, CallInOutcome, Callable, DecisionStatus, Entry, Mint, Verb, day,
};
use crate::rules::sentence::list;

/// What an outcome is typed as, the verb that settles it, and how the decision called
/// in then stands.
const OUTCOMES: [(&str, CallInOutcome, Verb, DecisionStatus); 3] = [
    ("no action", CallInOutcome::NoAction, Verb::Resolved, DecisionStatus::Effective),
    ("refer back", CallInOutcome::ReferredBack, Verb::Referred, DecisionStatus::CalledIn),
    (
        "refer to council",
        CallInOutcome::ReferredToCouncil,
        Verb::Referred,
        DecisionStatus::CalledIn,
    ),
];

/// Who called a decision in and on what grounds; or what this meeting settles.
///
/// A call-in comes between meetings: it is put down for the meeting that is to consider it,
/// and does not begin that.
pub(super) fn call_in(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants(format!("\"REF by NAMES: GROUNDS\"{}", offered(place)));
    }
    let (called, said) = named(rest, place)?;
    if !place.sitting.meeting.status.has_begun() && after(said, "by").is_some() {
        return told(called, said, place, mint);
    }
    let before = run::ready(place, true, mint);
    Ok(run::made_ready(before, told(called, said, place, mint)?, place.sitting))
}

fn told(called: &Callable, said: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let made = format!("{} was decided", called.reference);
    public_business(place, called.exempt, &made)?;
    if called.body == place.sitting.body.name {
        return deciding_again(called, said, place, mint);
    }
    if called.status == DecisionStatus::Effective {
        return Err(wrong(
            format!("The call-in of {} is settled: it took effect.", called.reference),
            "A decision is called in once.",
        ));
    }
    let here = place.sitting.call_ins.iter().find(|had| had.decision == called.id);
    let before = here.or(called.called_in.as_ref());
    if let Some(outcome) = before.and_then(|had| had.outcome) {
        return Err(wrong(
            format!("The call-in of {} is settled: {}.", called.reference, outcome.plain()),
            "Take it back with \"u\" if it was a slip.",
        ));
    }
    match (after(said, "by"), before) {
        (Some(by), _) => calling(called, here, by, place, mint),
        (None, Some(before)) => settling(called, before, said, place, mint),
        (None, None) => wants("who called it in, as \"by NAMES: GROUNDS\""),
    }
}

fn calling(
    called: &Callable,
    before: Option<&CallIn>,
    by: &str,
    place: &Place<'_>,
    mint: &mut Mint,
) -> Read {
    let Some((who, grounds)) = by.split_once(':') else {
        return wants("the grounds, after a colon");
    };
    let (names, strangers) = named_in_full(who, place);
    let grounds = grounds.trim();
    if names.is_empty() || grounds.is_empty() {
        return wants("who called it in, and their grounds");
    }
    let (who, grounds) = joined(before, &names, grounds);
    let (meeting, today) = (&place.sitting.meeting, place.now.date_naive());
    let early = (!meeting.status.has_begun() && today < meeting.date).then_some(today);
    let call_in = CallIn {
        id: before.map_or_else(|| CallInId::mint(mint), |had| had.id.clone()),
        meeting: place.sitting.meeting.id.clone(),
        item: item(place)?.clone(),
        decision: called.id.clone(),
        who: who.clone(),
        grounds: grounds.clone(),
        received: before.map_or(early, |had| had.received),
        outcome: None,
        rank: before.map_or_else(|| mint.rank(), |had| had.rank),
    };
    let unknown = match list(&strangers) {
        none if none.is_empty() => none,
        names => format!(" (the book knows nobody called {names})"),
    };
    let preview = format!("{} called in by {who}: {grounds}{unknown}", called.reference);
    let status = standing(called, DecisionStatus::CalledIn);
    Ok(one(Entry::CalledIn { call_in, status, decision: None }, preview))
}

/// Those who called a decision in and their grounds, with those who did before; the same
/// people said again put right what was said.
fn joined(before: Option<&CallIn>, names: &[String], grounds: &str) -> (String, String) {
    let known = |name: &String| before.is_some_and(|had| had.who.contains(name.as_str()));
    let more: Vec<String> = names.iter().filter(|name| !known(name)).cloned().collect();
    let others = before.filter(|had| !more.is_empty() || had.who != list(names));
    let who = match (others, more.is_empty()) {
        (Some(had), true) => had.who.clone(),
        (Some(had), false) => format!("{}, and {}", had.who, list(&more)),
        (None, _) => list(names),
    };
    let grounds = match others {
        Some(had) if had.grounds.split("; ").any(|said| said == grounds) => had.grounds.clone(),
        Some(had) => format!("{}; {grounds}", had.grounds),
        None => grounds.to_owned(),
    };
    (who, grounds)
}

/// The body that made a decision confirms it, after it was called in and came back.
fn deciding_again(called: &Callable, said: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if called.status != DecisionStatus::CalledIn {
        return Err(wrong(
            format!("{} is this body's own decision.", called.reference),
            "It is called in at the meeting of the body that considers that.",
        ));
    }
    let Some(why) = after(said.trim_start_matches([':', ',']).trim(), "confirm") else {
        return wants("\"confirm\"; a change is recorded with \".rescind REF: TEXT\"");
    };
    let on = day::plain(called.date);
    let text =
        format!("that Minute {} of {on}, which was called in, be confirmed", called.reference);
    let mut decision = decision::decision(place, item(place)?, Verb::Resolved, "", &text, mint);
    why.trim_start_matches([':', ',', ' ']).clone_into(&mut decision.reasons);
    let call_in = CallIn {
        id: CallInId::mint(mint),
        meeting: place.sitting.meeting.id.clone(),
        item: item(place)?.clone(),
        decision: called.id.clone(),
        who: String::new(),
        grounds: String::new(),
        received: None,
        outcome: Some(CallInOutcome::NoAction),
        rank: mint.rank(),
    };
    let preview = format!("{} is confirmed, and takes effect", called.reference);
    let decision = Some(Box::new(decision));
    let entry = Entry::CalledIn { call_in, status: DecisionStatus::Effective, decision };
    Ok(one(entry, preview))
}

fn settling(
    called: &Callable,
    before: &CallIn,
    said: &str,
    place: &Place<'_>,
    mint: &mut Mint,
) -> Read {
    let said = said.trim_start_matches([':', ',']).trim();
    let found = OUTCOMES.iter().find_map(|row| Some((row, after(said, row.0)?)));
    let Some(((_, outcome, verb, status), why)) = found else {
        return wants("\"no action\", \"refer back\" or \"refer to council\"");
    };
    let which = format!("Minute {} of {}", called.reference, day::plain(called.date));
    let body = format!("the {}", called.body.trim_start_matches("The "));
    let (whom, text) = match outcome {
        CallInOutcome::NoAction => {
            ("", format!("that no action be taken on the call-in of {which}, which takes effect"))
        }
        CallInOutcome::ReferredBack => (&*body, format!("{which}, to be decided again")),
        CallInOutcome::ReferredToCouncil => {
            ("the full council", format!("{which}, for it to consider"))
        }
    };
    let mut decision = decision::decision(place, item(place)?, *verb, whom, &text, mint);
    why.trim_start_matches([':', ',', ' ']).clone_into(&mut decision.reasons);
    // What another meeting began to consider is settled under this one's item.
    let call_in = if before.meeting == place.sitting.meeting.id {
        CallIn { outcome: Some(*outcome), ..before.clone() }
    } else {
        CallIn {
            id: CallInId::mint(mint),
            meeting: place.sitting.meeting.id.clone(),
            item: item(place)?.clone(),
            outcome: Some(*outcome),
            rank: mint.rank(),
            ..before.clone()
        }
    };
    let preview = format!("Call-in of {}: {}", called.reference, outcome.plain());
    let decision = Some(Box::new(decision));
    let entry = Entry::CalledIn { call_in, status: standing(called, *status), decision };
    Ok(Reading { entries: vec![entry], preview })
}

/// How a decision stands after its call-in came to `status`: what its body undid
/// meanwhile stays undone.
fn standing(called: &Callable, status: DecisionStatus) -> DecisionStatus {
    let undone = called.status == DecisionStatus::Rescinded;
    if undone { DecisionStatus::Rescinded } else { status }
}

/// Those who called a decision in: people the book knows in full, and others as typed,
/// who are also told apart.
fn named_in_full(who: &str, place: &Place<'_>) -> (Vec<String>, Vec<String>) {
    let mut strangers = Vec::new();
    let names = listed(who)
        .map(|said| {
            let bare = ["Councillors ", "Cllrs "].iter().find_map(|title| said.strip_prefix(title));
            if let Ok(id) = person(place, bare.unwrap_or(said)) {
                return place.sitting.name_of(&id);
            }
            let name = bare.map_or_else(|| said.to_owned(), |bare| format!("Councillor {bare}"));
            strangers.push(name.clone());
            name
        })
        .fold(Vec::new(), |mut once, name| {
            if !once.contains(&name) {
                once.push(name);
            }
            once
        });
    (names, strangers)
}

/// The decision that a line begins with, by its reference, and the rest of the line.
/// The letters of its body may be left out where no other body's goes by the same.
fn named<'a, 'b>(rest: &'b str, place: &Place<'a>) -> Result<(&'a Callable, &'b str), Unclear> {
    let begins = |called: &'a Callable| {
        let bare = called.reference.split_once(' ').map_or("", |(_, bare)| bare);
        let said = after(rest, &called.reference).or_else(|| after(rest, bare))?;
        Some((called, said))
    };
    let mut found = place.sitting.callable.iter().filter_map(begins);
    let Some((called, said)) = found.next() else {
        let said = rest.split([':', ',']).next().unwrap_or(rest);
        let said = said.split(" by ").next().unwrap_or(said).trim();
        return Err(wrong(
            format!("No decision {said} waits to take effect."),
            format!("Give its body and minute, as CA 36/26{}.", offered(place)),
        ));
    };
    if let Some((other, _)) = found.next() {
        return Err(wrong(
            format!("{} and {} could be meant.", called.reference, other.reference),
            "Put the letters of the body first.",
        ));
    }
    Ok((called, said))
}

/// What of a line comes after `word`, in any case, if it begins with that word.
pub(super) fn after<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let head = line
        .get(..word.len())
        .filter(|head| !word.is_empty() && head.eq_ignore_ascii_case(word))?;
    let rest = line.get(head.len()..)?;
    let ends = rest.is_empty() || rest.starts_with([' ', ':', ',']);
    ends.then(|| rest.trim_start())
}

/// The decisions that may be called in, for a hint.
fn offered(place: &Place<'_>) -> String {
    let waits = |called: &&Callable| {
        !called.exempt
            && called.at_once.is_empty()
            && called.effective_on.is_some()
            && called.status == DecisionStatus::Made
    };
    let open = place.sitting.callable.iter().filter(waits);
    let said: Vec<&str> = open.map(|called| called.reference.as_str()).collect();
    if said.is_empty() { String::new() } else { format!("; these wait: {}", said.join(", ")) }
}
