//! Lines that put something on the agenda: urgent business, the exclusion of
//! the public, a new item.

use super::clock::moment;
use super::motion::movers;
use super::run::took;
use super::{Place, Read, Reading, Unclear, item, one, wants, when, wrong};
use crate::model::{
    Decision, DecisionId, Entry, Item, ItemId, ItemKind, ItemStatus, Mint, Minute, Paragraphs,
    PartnershipId, PersonId, Sitting, Update, agenda, day,
};
use crate::rules::missing::{READMITTED, SILENT};
use crate::rules::number::{letter, roman};
use crate::rules::room;
use crate::rules::sentence::{list, paragraphs_in_words};

/// Business that could not wait (s100B(4)(b), Local Government Act 1972): the
/// chair's reason is recorded.
pub(super) fn urgent(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((title, reason)) = rest.split_once(':') else {
        return wants("\"TITLE: REASON\"");
    };
    let (title, reason) = (title.trim(), reason.trim());
    if title.is_empty() || reason.is_empty() {
        return wants("a title and the chair's reason");
    }
    let number = next_number(place.sitting);
    let item = Item {
        urgent_reason: reason.to_owned(),
        exempt: while_out(place.sitting),
        ..blank(place.sitting, ItemKind::Urgent, title, &number, mint)
    };
    let out = if item.exempt.is_open() { "" } else { ", withheld as the public is out" };
    Ok(one(Entry::Added { item }, format!("Urgent business, item {number}: {title}{out}")))
}

pub(super) fn add(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (rest, under) = under(rest, place.sitting);
    let (title, about) = rest
        .split_once(" about ")
        .map_or((rest, None), |(title, about)| (title, Some(about.trim())));
    if title.trim().is_empty() {
        return wants("the title of the item");
    }
    let partnership = match about {
        None => None,
        Some(name) => Some(partnership(place.sitting, name)?),
    };
    let number = under.map_or_else(
        || next_number(place.sitting),
        |parent| next_under(place.sitting, &parent.number),
    );
    // A part of standing business comes back with it.
    let kind = match under {
        Some(parent) if parent.kind.is_standing() => ItemKind::Other,
        None if is_exclusion(title) => ItemKind::Exclusion,
        _ => ItemKind::Report,
    };
    // A part of exempt business is exempt.
    let exempt = under.map(|parent| parent.exempt.clone()).unwrap_or_default();
    let out = while_out(place.sitting);
    let (exempt, said) = match (exempt.is_open(), out.is_open()) {
        (false, _) => (exempt, ", exempt as what it stands under is"),
        (true, false) => (out, ", withheld as the public is out"),
        (true, true) => (exempt, ""),
    };
    let preview = format!("Item {number}: {}{said}", title.trim());
    let item =
        Item { partnership, exempt, ..blank(place.sitting, kind, title.trim(), &number, mint) };
    Ok(one(Entry::Added { item }, preview))
}

/// Whether an item of this title is there for the resolution to exclude the public.
fn is_exclusion(title: &str) -> bool {
    let title = title.to_lowercase().replace("the ", "");
    ["exclusion of", "exclude"]
        .iter()
        .any(|shut| ["press", "public"].iter().any(|who| title.contains(&format!("{shut} {who}"))))
}

/// What withholds business added while the public is out, until the clerk opens it.
fn while_out(sitting: &Sitting) -> Paragraphs {
    if room::is_public_out(sitting) { Paragraphs::unnamed() } else { Paragraphs::default() }
}

/// Splits "under 5" off the end of a title, where there is an item 5.
fn under<'a>(rest: &'a str, sitting: &'a Sitting) -> (&'a str, Option<&'a Item>) {
    let split = rest.rsplit_once(" under ");
    let found = split.and_then(|(title, number)| Some((title, sitting.item_numbered(number)?)));
    found.map_or((rest, None), |(title, parent)| (title, Some(parent)))
}

/// The next number under `parent`: "5(a)", or "5.1" where its others are so; a part of
/// "5(a)" is "5(a)(i)".
fn next_under(sitting: &Sitting, parent: &str) -> String {
    let parent = parent.trim_end_matches('.');
    let others = sitting.items.iter().filter(|item| agenda::parent(&item.number) == Some(parent));
    let (mut pointed, mut n) = (false, 1_u32);
    for other in others {
        pointed |= !other.number.ends_with(')');
        n = n.saturating_add(1);
    }
    let number = |n: u32| match pointed {
        true => format!("{parent}.{n}"),
        false if parent.ends_with(')') => format!("{parent}({})", roman(n)),
        false => format!("{parent}({})", letter(n)),
    };
    while sitting.item_numbered(&number(n)).is_some() {
        n = n.saturating_add(1);
    }
    number(n)
}

/// The partnership called `name`, in any of the ways it is called.
pub(super) fn partnership(sitting: &Sitting, name: &str) -> Result<PartnershipId, Unclear> {
    let mut known = sitting.standings.iter().map(|s| &s.partnership);
    let found = known.find(|partnership| partnership.is_called(name));
    found.map(|partnership| partnership.id.clone()).ok_or_else(|| {
        wrong(
            format!("No partnership of the schedule before this meeting is called \"{name}\"."),
            "The schedule page shows their names; \".edition DAY: TITLE\" there begins a schedule of those the book has.",
        )
    })
}

/// The resolution to exclude the public, composed from the exempt items still to
/// be taken (s100A(4), Local Government Act 1972); who moved it may be named.
pub(super) fn exclude(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let moved = if rest.is_empty() { None } else { Some(movers(rest, place)?) };
    let sitting = place.sitting;
    let out = room::is_public_out(sitting);
    // The agenda may have an item of its own for it, taken already or still to be.
    let own = sitting.items.iter().filter(|_| !out).find(|item| {
        item.kind == ItemKind::Exclusion
            && !item.status.is_set_aside()
            && sitting.decisions_on(&item.id).next().is_none()
            && sitting.motions.iter().all(|motion| motion.item != item.id)
    });
    let exempt = to_come(sitting, out);
    if out && exempt.is_empty() {
        return Err(wrong("The public is excluded already.", "\".readmit\" lets them in again."));
    }
    if exempt.is_empty() {
        let taken = sitting.items.iter().find(|item| {
            !item.exempt.is_open()
                && item.status.is_over()
                && !room::is_excluded_from(sitting, item)
        });
        if let Some(taken) = taken {
            return Err(wrong(
                format!("Item {} is exempt, and was taken already.", taken.number),
                format!("Go back to it with \".item {}\" first.", taken.number),
            ));
        }
        return Err(wrong(
            "No item still to be taken is exempt.",
            "Mark it with \".exempt PARAGRAPH\" first.",
        ));
    }
    if let Some(unnamed) = exempt.iter().find(|item| item.exempt.is_unnamed()) {
        return Err(wrong(
            format!("No paragraph is named under which item {} is exempt.", unnamed.number),
            "Go to it and name one first, as \".exempt 3\".",
        ));
    }
    let text = exclusion(&exempt);
    // They are out already: the resolution goes on, for what it did not name.
    if let (true, Some(begun)) = (out, room::exclusions(sitting).last()) {
        return Ok(shut_out_still(place, begun, (text, moved), mint));
    }
    let before = exempt.first().map_or(0, |item| item.rank);
    let resolution = own.cloned().unwrap_or_else(|| Item {
        rank: before,
        ..blank(sitting, ItemKind::Exclusion, "Exclusion of press and public", "", mint)
    });
    let mut entries = Vec::new();
    if own.is_none() {
        entries.push(Entry::Added { item: resolution.clone() });
    }
    // A vote right after it is on the resolution, whatever is gone on with.
    let goes_on = shut_out(place, &resolution, &mut entries, mint).map(|item| {
        let left = (resolution.id.clone(), ItemStatus::Concluded);
        took(place, (&item, sitting.next_minute), Some(left), mint)
    });
    let decision = resolved(sitting, &resolution.id, (text.clone(), moved), mint);
    entries.push(Entry::Decided { decision });
    entries.extend(goes_on);
    Ok(Reading { entries, preview: format!("RESOLVED: {text}") })
}

/// Goes back to a resolution already come to, for business it did not name: a vote right
/// after it is on that, whatever is gone on with.
fn shut_out_still(
    place: &Place<'_>,
    begun: &Item,
    (text, moved): (String, Option<Movers>),
    mint: &mut Mint,
) -> Reading {
    let sitting = place.sitting;
    let preview = format!("RESOLVED: {text}");
    let current = sitting.current().filter(|current| current.id != begun.id);
    let number = sitting.next_minute;
    let to = current.map(|current| {
        let left = (current.id.clone(), ItemStatus::Paused);
        took(place, (&begun.id, number), Some(left), mint)
    });
    let back = current.map(|current| {
        let left = (begun.id.clone(), ItemStatus::Concluded);
        took(place, (&current.id, number), Some(left), mint)
    });
    let decision = resolved(sitting, &begun.id, (text, moved), mint);
    let entries = to.into_iter().chain([Entry::Decided { decision }]).chain(back);
    Reading { entries: entries.collect(), preview }
}

/// Takes up the resolution, with `entries`; gives the exempt business to go on with that was
/// begun already: nothing said next may land on the resolution, which is public. An item
/// with nothing said on it yet comes after the resolution, as it should.
fn shut_out(
    place: &Place<'_>,
    resolution: &Item,
    entries: &mut Vec<Entry>,
    mint: &mut Mint,
) -> Option<ItemId> {
    let sitting = place.sitting;
    let current = sitting.current().filter(|current| current.id != resolution.id);
    let interrupted = current.filter(|current| !current.exempt.is_open());
    let early = interrupted.filter(|item| is_unspoken(sitting, item));
    let left = match interrupted {
        Some(_) if early.is_some() => ItemStatus::NotReached,
        Some(_) => ItemStatus::Paused,
        None => ItemStatus::Concluded,
    };
    let number = early.and_then(|item| sitting.minute(&item.id)?.number);
    if resolution.status != ItemStatus::UnderDiscussion {
        let left = current.map(|current| (current.id.clone(), left));
        let number = number.unwrap_or(sitting.next_minute);
        entries.push(took(place, (&resolution.id, number), left, mint));
    }
    interrupted.map(|item| item.id.clone())
}

/// Whether nothing was said or done on an item but that it was taken: who came and went, took
/// the chair or withdrew for it did so before its business. What was reported of actions since
/// bears the number of its minute.
fn is_unspoken(sitting: &Sitting, item: &Item) -> bool {
    let id = &item.id;
    let own = Some(&sitting.meeting.id);
    let since = |update: &Update| {
        update.meeting.as_ref() == own && item.taken.is_none_or(|taken| update.rank > taken)
    };
    let unsaid = |minute: &Minute| minute.text.is_empty() && minute.summary.is_empty();
    sitting.minute(id).is_none_or(unsaid)
        && sitting.decisions_on(id).next().is_none()
        && sitting.actions_on(id).next().is_none()
        && sitting.motions.iter().all(|motion| motion.item != *id)
        && sitting.votes.iter().all(|vote| vote.item != *id)
        && sitting.adjournments.iter().all(|broken| broken.item.as_ref() != Some(id))
        && sitting.corrections.iter().all(|correction| correction.item != *id)
        && sitting.call_ins.iter().all(|call_in| call_in.item != *id)
        && !sitting.updates.iter().any(since)
}

/// Whether nothing at all was recorded on an item but that it was taken.
fn is_untouched(sitting: &Sitting, item: &Item) -> bool {
    let id = &item.id;
    is_unspoken(sitting, item)
        && sitting.movements.iter().all(|moved| moved.item.as_ref() != Some(id))
        && sitting.presiding.iter().all(|presiding| presiding.item.as_ref() != Some(id))
        && sitting.interests.iter().all(|own| own.item != *id || item.taken > Some(own.rank))
}

/// The exempt items not yet done with; with the public `out`, those that no resolution
/// names.
fn to_come(sitting: &Sitting, out: bool) -> Vec<&Item> {
    let named = |item: &Item| item.exempt.is_unnamed() || room::is_excluded_from(sitting, item);
    let pending = |item: &&Item| !item.exempt.is_open() && !item.status.is_over();
    // What was broken off after its own resolution is not shut out for again.
    let done = |item: &Item| {
        item.status == ItemStatus::Paused
            && !item.exempt.is_unnamed()
            && room::is_excluded_from(sitting, item)
    };
    let asked = |item: &&Item| if out { !named(item) } else { !done(item) };
    sitting.items.iter().filter(pending).filter(asked).collect()
}

/// The words that exclude the public for these items.
fn exclusion(exempt: &[&Item]) -> String {
    let paragraphs = Paragraphs::all(exempt.iter().map(|item| &item.exempt));
    let numbers: Vec<String> = exempt.iter().map(|item| item.number.clone()).collect();
    let items = if let [one] = numbers.as_slice() {
        format!("Agenda Item {one}")
    } else {
        format!("Agenda Items {}", list(&numbers))
    };
    format!(
        "that the public be excluded for {items}, which would be likely to disclose exempt information under {} of Part 1 of Schedule 12A to the Local Government Act 1972, the public interest in withholding it being the greater",
        paragraphs_in_words(&paragraphs)
    )
}

/// Who moved something, and who seconded it.
type Movers = (PersonId, Option<PersonId>);

fn resolved(
    sitting: &Sitting,
    item: &ItemId,
    (text, moved): (String, Option<Movers>),
    mint: &mut Mint,
) -> Decision {
    let (mover, seconder) = moved.map_or((None, None), |(mover, by)| (Some(mover), by));
    Decision {
        text,
        mover,
        seconder,
        as_recommended: true,
        ..Decision::blank(
            DecisionId::mint(mint),
            sitting.meeting.id.clone(),
            item.clone(),
            mint.rank(),
        )
    }
}

pub(super) fn readmit(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let time = if rest.is_empty() {
        None
    } else {
        Some(when::clock(rest).ok_or_else(|| {
            wrong(format!("\"{rest}\" is not a time of day."), "Write it as 12.10.")
        })?)
    };
    let when = moment(place, time);
    let at = day::time_of(when);
    let sitting = place.sitting;
    let Some(exclusion) = room::exclusions(sitting).next() else {
        return Err(wrong("The public has not been excluded.", ""));
    };
    if !room::is_public_out(sitting) {
        return Err(wrong("The public is back already: the minutes say so.", ""));
    }
    if let Some(out) = exclusion.started_at.filter(|out| day::is_before(when, *out)) {
        return Err(wrong(
            format!("The public was still there at {at}: they left at {}.", day::time_of(out)),
            "Say when they came back, as .readmit 12.10.",
        ));
    }
    let line = format!("{READMITTED} at {at}.");
    // It is minuted where it happened; of exempt business the public is told in
    // the summary.
    let here = sitting.item(item(place)?).unwrap_or(exclusion);
    let (meeting, id) = (sitting.meeting.id.clone(), here.id.clone());
    let after = |before: &str| {
        if before.is_empty() { line.clone() } else { format!("{before}\n{line}") }
    };
    // Nothing was said of it while they were out, and it was no secret before: it was
    // withheld only for that.
    let known = here.kind != ItemKind::Urgent && exclusion.taken > Some(here.rank);
    let opens = here.exempt.is_unnamed() && known && is_untouched(sitting, here);
    if here.exempt.is_open() || opens {
        let text = after(sitting.text_of(&id));
        let paragraphs = Paragraphs::default();
        let balance = String::new();
        let opened =
            Entry::Exempted { meeting: meeting.clone(), item: id.clone(), paragraphs, balance };
        let wrote = Entry::Wrote { meeting, item: id, text };
        let entries = opens.then_some(opened).into_iter().chain([wrote]).collect();
        return Ok(Reading { entries, preview: line });
    }
    let summary = sitting.minute(&id).map(|minute| minute.summary.as_str()).unwrap_or_default();
    let text = after(if summary.is_empty() { SILENT } else { summary });
    Ok(one(Entry::Summarised { meeting, item: id, text }, line))
}

fn blank(sitting: &Sitting, kind: ItemKind, title: &str, number: &str, mint: &mut Mint) -> Item {
    let last = sitting.items.iter().map(|item| item.rank).max().unwrap_or(0);
    let rank = last.saturating_add(1).max(mint.rank());
    Item {
        number: number.to_owned(),
        title: title.to_owned(),
        kind,
        ..Item::blank(ItemId::mint(mint), sitting.meeting.id.clone(), rank)
    }
}

/// One above the highest whole number on the agenda.
fn next_number(sitting: &Sitting) -> String {
    let whole = |item: &Item| {
        item.number.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u32>().ok()
    };
    sitting.items.iter().filter_map(whole).max().unwrap_or(0).saturating_add(1).to_string()
}
