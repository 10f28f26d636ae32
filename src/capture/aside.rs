//! Lines beside the minute: private notes, and what is exempt.

use super::{Place, Read, Reading, item, listed, one, wants, wrong};
use crate::model::{Entry, Item, ItemId, Mint, Note, Paragraphs, agenda};
use crate::rules::missing::READMITTED;
use crate::rules::sentence::{self, list};

pub(super) fn note(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("the note");
    }
    let here = item(place)?;
    let before = place.sitting.notes.iter().find(|note| note.id == *here);
    let text = before.map_or_else(|| rest.to_owned(), |note| format!("{}\n{rest}", note.text));
    let note = Note { id: here.clone(), meeting: place.sitting.meeting.id.clone(), text };
    Ok(one(Entry::Noted { note }, "A private note, in no document"))
}

pub(super) fn exempt(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("a paragraph of Schedule 12A, 1 to 7");
    }
    let words = ["paragraphs ", "paragraph ", "paras ", "para "];
    let (rest, balance) = rest.split_once(':').unwrap_or((rest, ""));
    let lower = rest.to_ascii_lowercase();
    let skip = words.into_iter().find(|word| lower.starts_with(*word)).map_or(0, str::len);
    let numbers = &rest[skip..];
    let numbers = listed(numbers).collect::<Vec<_>>().join(",");
    let paragraphs = Paragraphs::try_from(numbers).map_err(|why| {
        wrong(format!("{why}."), "Name paragraphs of Part 1 of Schedule 12A, as \".exempt 3\".")
    })?;
    let under = sentence::paragraphs_in_words(&paragraphs);
    let balance = balance.trim();
    let why = if balance.is_empty() { String::new() } else { format!(": {balance}") };
    exempted(place, &paragraphs, balance, &format!("This item is exempt under {under}{why}"))
}

pub(super) fn reopen(_: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    exempted(place, &Paragraphs::default(), "", "This item is open")
}

/// Exempts this item, or opens it. What stands under it becomes exempt with it,
/// unless it is so already; it is opened by itself.
fn exempted(place: &Place<'_>, paragraphs: &Paragraphs, balance: &str, preview: &str) -> Read {
    let sitting = place.sitting;
    let here = item(place)?;
    let number = sitting.item(here).map_or("", |item| item.number.as_str());
    // What was said of why it is withheld stands, until something else is said.
    let had = sitting.item(here).map_or("", |item| item.balance.as_str());
    let balance = if balance.is_empty() && !paragraphs.is_open() { had } else { balance };
    let exempts = |item: &ItemId| Entry::Exempted {
        meeting: sitting.meeting.id.clone(),
        item: item.clone(),
        paragraphs: paragraphs.clone(),
        balance: balance.to_owned(),
    };
    let promised = sitting.promises.iter().any(|(on, _)| on == here) && !paragraphs.is_open();
    let promised = if promised {
        "; what was promised here is taken off the forward plan, which anybody may read: make it an action"
    } else {
        ""
    };
    let below = |item: &&Item| {
        !paragraphs.is_open()
            && item.exempt.is_open()
            && !number.is_empty()
            && agenda::is_under(&item.number, number)
    };
    let parts: Vec<&Item> = sitting.items.iter().filter(below).collect();
    let numbers: Vec<String> = parts.iter().map(|item| item.number.clone()).collect();
    let with = if parts.is_empty() {
        String::new()
    } else {
        format!(", and so {} {}", if parts.len() == 1 { "is" } else { "are" }, list(&numbers))
    };
    let entries = std::iter::once(here).chain(parts.iter().map(|item| &item.id)).map(exempts);
    Ok(Reading { entries: entries.collect(), preview: format!("{preview}{with}{promised}") })
}

pub(super) fn summary(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("what the public is told");
    }
    let (meeting, item) = (place.sitting.meeting.id.clone(), item(place)?.clone());
    // That the public came back is told there too, and stays.
    let before = place.sitting.minute(&item).map_or("", |minute| minute.summary.as_str());
    let back = before.lines().filter(|line| line.starts_with(READMITTED));
    let text: Vec<&str> = std::iter::once(rest).chain(back).collect();
    let entry = Entry::Summarised { meeting, item, text: text.join("\n") };
    Ok(one(entry, format!("Public summary: {rest}")))
}
