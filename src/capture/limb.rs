//! Lines about a decision on record: which of an item they mean, its reasons, what else was
//! thought of and when it takes effect.

use super::call_in::after;
use super::{Place, Read, Reading, Unclear, decision, item, wants, wrong};
use crate::model::{Decision, Entry, Mint, Sitting, Verb, day};
use crate::rules::number;
use crate::rules::sentence::list;

/// The decision that a line is about, and what it says of it.
struct Limb<'a, 'r> {
    of: &'a Decision,
    /// Its letter, if the line gives that.
    letter: Option<&'r str>,
    text: &'r str,
}

/// The decision that `rest` begins with the letter of, "(b) the lease ends"; else the last
/// on the item.
fn limb<'a, 'r>(rest: &'r str, place: &Place<'a>) -> Result<Limb<'a, 'r>, Unclear> {
    let of = last(place)?;
    let lettered = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let Some((letter, text)) = lettered else { return Ok(Limb { of, letter: None, text: rest }) };
    let text = text.trim_start_matches([':', ' ']);
    let called = |d: &&Decision| number::letter_of(place.sitting, d).is_some_and(|of| of == letter);
    let named = place.sitting.decisions_on(item(place)?).find(called);
    // What is said may have letters of its own: "(a) it is cheap; (b) it is quick".
    let goes_on = ["; (b)", ", (b)", "and (b)"].iter().any(|next| text.contains(next));
    match named.filter(|_| !goes_on) {
        Some(of) => Ok(Limb { of, letter: Some(letter), text }),
        None if letter.len() == 1 && ("b"..="z").contains(&letter) => Err(wrong(
            format!("No decision on this item has the letter ({letter})."),
            "Leave it out for the last one.",
        )),
        None => Ok(Limb { of, letter: None, text: rest }),
    }
}

/// The last decision on the item, which there must be.
pub(super) fn last<'a>(place: &Place<'a>) -> Result<&'a Decision, Unclear> {
    let here = item(place)?;
    place.sitting.decisions_on(here).last().ok_or_else(|| {
        wrong("Nothing has been decided on this item yet.", "Record the decision first.")
    })
}

/// What was said before with `more`, unless that was said: neither is lost.
fn with(before: &str, more: &str) -> String {
    match before.trim_end_matches('.') {
        "" => more.to_owned(),
        said if said.ends_with(more.trim_end_matches('.')) => before.to_owned(),
        before => format!("{before}; {more}"),
    }
}

/// Which decision a preview is about, where a letter says so.
fn of_letter(letter: Option<&str>) -> String {
    letter.map(|letter| format!(" for ({letter})")).unwrap_or_default()
}

/// The decision a line is about; with no letter, all that were recorded by one line with it.
fn meant<'a>(of: &'a Limb<'a, '_>, place: &Place<'a>) -> Vec<&'a Decision> {
    if of.letter.is_some() { vec![of.of] } else { of_one_line(place.sitting, of.of) }
}

/// `last` with the limbs that one line gave with it, the last first: the ranks of what one
/// line decides follow each other.
pub(super) fn of_one_line<'a>(sitting: &'a Sitting, last: &'a Decision) -> Vec<&'a Decision> {
    let mut limbs = vec![last];
    for had in sitting.decisions_on(&last.item).collect::<Vec<_>>().into_iter().rev() {
        if limbs.last().is_some_and(|next| next.rank == had.rank.saturating_add(1)) {
            limbs.push(had);
        }
    }
    limbs
}

pub(super) fn reasons(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let limb = limb(rest, place)?;
    if limb.text.is_empty() {
        return wants("the reasons");
    }
    let said = with(&limb.of.reasons, limb.text);
    let preview = format!("Reasons{}: {said}", of_letter(limb.letter));
    let now = meant(&limb, place).into_iter().map(|had| {
        let reasons = with(&had.reasons, limb.text);
        Entry::Decided { decision: Decision { reasons, ..had.clone() } }
    });
    Ok(Reading { entries: now.collect(), preview })
}

pub(super) fn alternatives(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let limb = limb(rest, place)?;
    if limb.text.is_empty() {
        return wants("what else was thought of");
    }
    let said = with(&limb.of.alternatives, limb.text);
    let preview = format!("Turned down{}: {said}", of_letter(limb.letter));
    let now = meant(&limb, place).into_iter().map(|had| {
        let alternatives = with(&had.alternatives, limb.text);
        Entry::Decided { decision: Decision { alternatives, ..had.clone() } }
    });
    Ok(Reading { entries: now.collect(), preview })
}

/// When a decision takes effect: the one of a letter, or all of the item that stand as the
/// last does, with no day or with the same. What is only recommended or referred takes none.
pub(super) fn effective(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let Limb { of, letter, text } = limb(rest, place)?;
    let elsewhere = |had: &Decision| matches!(had.verb, Verb::Recommended | Verb::Referred);
    let here =
        || place.sitting.decisions_on(&of.item).any(|had| had.verb.is_limb() && !elsewhere(had));
    if elsewhere(of) && (letter.is_some() || !here()) {
        return Err(wrong(
            format!("It is for {} to decide, and takes no effect here.", of.to_whom),
            "\".reply WHEN\" says by when they are to answer.",
        ));
    }
    let together = |had: &&Decision| {
        let as_it = (had.effective_on, &had.at_once) == (of.effective_on, &of.at_once);
        let limb = had.verb.is_limb() && had.verb != Verb::Noted && !elsewhere(had);
        had.id == of.id && !elsewhere(had) || letter.is_none() && limb && as_it
    };
    let meant = place.sitting.decisions_on(item(place)?).filter(together);
    let (on, why) = when(text, place)?;
    let now = meant.map(|had| Decision {
        effective_on: Some(on),
        at_once: why.to_owned(),
        ..had.clone()
    });
    let now: Vec<Decision> = now.collect();
    let letters = now.iter().filter_map(|had| number::letter_of(place.sitting, had));
    let letters: Vec<String> = letters.map(|letter| format!("({letter})")).collect();
    let which = if letters.is_empty() { String::new() } else { format!("{}: ", list(&letters)) };
    let says = if why.is_empty() {
        format!("takes effect on {} unless called in", day::long(on))
    } else {
        format!("takes effect at once, and is not open to call-in: {why}")
    };
    let entries = now.into_iter().map(|decision| Entry::Decided { decision }).collect();
    Ok(Reading { entries, preview: format!("{which}{says}") })
}

/// The day a decision takes effect, and why at once, if it could not wait.
fn when<'r>(rest: &'r str, place: &Place<'_>) -> Result<(chrono::NaiveDate, &'r str), Unclear> {
    if let Some(why) = after(rest, "at once").or_else(|| after(rest, "immediately")) {
        let why = why.trim_start_matches([':', ',']).trim();
        if why.is_empty() {
            return wants("why it cannot wait to be called in, as \"at once: WHY\"");
        }
        return Ok((place.sitting.meeting.date, why));
    }
    let day = decision::on(rest, place)?;
    if day < place.sitting.meeting.date {
        return Err(wrong(
            format!("{} is before the meeting that decides it.", day::plain(day)),
            "Give a later day, or \"at once: WHY\".",
        ));
    }
    Ok((day, ""))
}
