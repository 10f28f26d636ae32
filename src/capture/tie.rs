//! Lines that tie what is done to what it answers.

use super::{Place, Read, Reading, Unclear, action, item, wants, wrong};
use crate::model::{Entry, Gap, Link, LinkId, LinkKind, MeetingId, Mint, ThingKind};

/// A thing by its name, and how what is recorded is tied to it.
type Named<'a> = (&'a str, LinkKind);

/// What says before a name that the thing is only what gave rise to it: to have
/// somebody named for a response is not to carry it out.
const ABOUT: &str = "about ";

/// Splits "[ID]" off the end of a line: the thing that what it records is tied
/// to.
pub(super) fn split<'a>(
    text: &'a str,
    place: &Place<'a>,
) -> Result<(&'a str, Option<Named<'a>>), Unclear> {
    let Some((before, name)) = text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) else {
        return Ok((text, None));
    };
    Ok((before.trim_end(), Some(thing(name.trim(), place)?)))
}

fn thing<'a>(said: &str, place: &Place<'a>) -> Result<Named<'a>, Unclear> {
    let about = said.strip_prefix(ABOUT);
    let name = about.unwrap_or(said).trim();
    let (id, kind) = place.sitting.thing(name).ok_or_else(|| {
        wrong(
            format!("Nothing here is called \"{name}\"."),
            "The panes show the name of each point and response.",
        )
    })?;
    Ok((id, about.map_or(kind.tied(), |_| LinkKind::ArisesFrom)))
}

/// The entries that tie `from` to a thing: to a row of the schedule that a meeting has
/// before it, and to what that goes on as in a later edition.
pub(super) fn ties(
    from: &str,
    (to, kind): Named<'_>,
    place: &Place<'_>,
    mint: &mut Mint,
) -> Vec<Entry> {
    let links = place.sitting.standings.iter().flat_map(|row| &row.links);
    let later = links.filter(|link| link.kind == LinkKind::Continues && link.to_id == to);
    let mut ends: Vec<&str> = later.map(|link| link.from_id.as_str()).collect();
    ends.sort_unstable();
    ends.dedup();
    let ends = std::iter::once(to).chain(ends);
    ends.map(|end| drawn(from, end, kind, place, mint)).collect()
}

/// The entry for a tie of one kind.
pub(super) fn drawn(
    from: &str,
    to: &str,
    kind: LinkKind,
    place: &Place<'_>,
    mint: &mut Mint,
) -> Entry {
    Entry::Linked { link: between(from, to, kind, &place.sitting.meeting.id, mint) }
}

/// A tie of one kind, made at a meeting.
pub(super) fn between(
    from: &str,
    to: &str,
    kind: LinkKind,
    meeting: &MeetingId,
    mint: &mut Mint,
) -> Link {
    Link {
        id: LinkId::mint(mint),
        from_id: from.to_owned(),
        to_id: to.to_owned(),
        kind,
        meeting: Some(meeting.clone()),
    }
}

/// What a tie says, for the preview: "answers SP-O3".
pub(super) fn in_words((to, kind): Named<'_>) -> String {
    let verb = match kind {
        LinkKind::Answers => "answers",
        LinkKind::Implements => "carries out",
        _ => "arises from",
    };
    format!("{verb} {to}")
}

pub(super) fn link(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let name = rest.trim();
    if name.is_empty() {
        return wants("the name of a point, response, target or recommendation, as CT-O2");
    }
    let to = thing(name, place)?;
    let sitting = place.sitting;
    let here = item(place)?;
    let decision = sitting.decisions_on(here).last().map(|d| (d.rank, d.id.0.clone()));
    let action = sitting.actions_on(here).last().map(|a| (a.rank, a.id.0.clone()));
    let Some((_, from)) = decision.into_iter().chain(action).max() else {
        return Err(wrong(
            "There is no decision or action on this item to tie.",
            "Record one first.",
        ));
    };
    let entries = ties(&from, to, place, mint);
    Ok(Reading { entries, preview: format!("{from} {}", in_words(to)) })
}

/// ".gap" lists what is missing on the item; ".gap 1 OWNER by WHEN" gives
/// somebody the action that would mend the first of it.
pub(super) fn gap(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let gaps = remediable(place)?;
    let asked = rest.trim().is_empty();
    if gaps.is_empty() {
        let none = "Nothing is missing on this item.";
        return if asked { Ok(Reading::answer(none)) } else { Err(wrong(none, "")) };
    }
    let told = |gap: &Gap| gap.in_words().trim_end_matches('.').to_owned();
    let listed: Vec<String> =
        (1..).zip(&gaps).map(|(n, gap)| format!("({n}) {}", told(gap))).collect();
    if asked {
        let listed = listed.join("; ");
        let next = "Give a number, and who is to act on it by when.";
        return Ok(Reading::answer(format!("Missing here: {listed}. {next}")));
    }
    let (number, who) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let chosen = number.parse().ok().and_then(|n: usize| gaps.get(n.checked_sub(1)?));
    let Some(gap) = chosen else {
        return Err(wrong(
            format!("\"{number}\" is not one of the {} gaps here.", gaps.len()),
            format!("They are: {}.", listed.join("; ")),
        ));
    };
    action::assign(&filled(place, gap, who.trim()), place, mint)
}

/// The gaps on the item that somebody can be told to do something about.
fn remediable<'a>(place: &Place<'a>) -> Result<Vec<&'a Gap>, Unclear> {
    let here = item(place)?;
    let Some(here) = place.sitting.item(here) else { return Ok(Vec::new()) };
    Ok(place.sitting.gaps_on(here).filter(|gap| !gap.remedy.is_empty()).collect())
}

/// The line for an action about `gap`, given who is to do it and by when.
fn filled(place: &Place<'_>, gap: &Gap, who: &str) -> String {
    let response = matches!(place.sitting.thing(&gap.tie), Some((_, ThingKind::Response)));
    let tie = if response { format!("{ABOUT}{}", gap.tie) } else { gap.tie.clone() };
    if who.contains(':') {
        return format!("{who} [{tie}]");
    }
    let (owner, when) = match who.rsplit_once(" by ") {
        Some((owner, when)) => (owner, format!(" by {when}")),
        None => (who, String::new()),
    };
    format!("{owner}: {}{when} [{tie}]", gap.remedy)
}

/// The action line for the most pressing gap on the item of `place`, ready to be
/// put on record: for whoever reported, by the next meeting.
#[must_use]
pub fn suggested(place: &Place<'_>, gap: &Gap) -> String {
    let sitting = place.sitting;
    let reporter = place.item.and_then(|id| sitting.item(id)).map(|item| item.report_by.as_str());
    let owner = reporter
        .filter(|name| matches!(super::name::person(sitting, name), super::name::Meant::One(_)))
        .unwrap_or_default();
    let when = if sitting.neighbours.coming.is_empty() { "" } else { " by next meeting" };
    format!(".a {}", filled(place, gap, &format!("{owner}{when}")))
}
