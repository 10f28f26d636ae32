//! Lines about the schedule as a whole: a new edition of it, and what is let pass
//! as missing.

use super::{filed, find};
use crate::capture::said::{Said, after};
use crate::capture::{Read, Unclear, wants, when, wrong};
use crate::model::{
    Annotation, Edition, EditionId, Gap, GapRule, Link, LinkId, LinkKind, Mint, Mute, MuteId,
    Point, PointId, Record, Response, ResponseId, ResponseStatus, Standing, Summary, SummaryId,
    day,
};
use crate::rules::gap;
use crate::rules::review::Review;

/// A new edition: the figures, points and responses of the last, each under a new
/// name and with its ties, to be brought up to date. Figures keep the period they
/// are of, so that old ones are never taken for new.
pub(super) fn edition(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let (on, title, author) = whole(said, review)?;
    let last = &review.schedule.edition;
    if review.has_schedule() && on == last.as_at {
        return renamed(last, title, author);
    }
    if review.has_schedule() && on <= last.as_at {
        return Err(wrong(
            format!("The last edition is as at {}.", day::plain(last.as_at)),
            "A new one is of a later day.",
        ));
    }
    let id = EditionId::mint(mint);
    let title = if title.is_empty() { last.title.clone() } else { title };
    let made = Edition { id: id.clone(), title, as_at: on, author, source: String::new() };
    let mut rows: Vec<Record> = vec![made.into()];
    let names = brought(review, &id, &mut rows, mint);
    let named = |old: &str| names.iter().find(|(had, _)| had == old).map(|(_, new)| new.clone());
    let mut links: Vec<&Link> =
        review.schedule.standings.iter().flat_map(|row| &row.links).collect();
    links.sort_by(|one, other| one.id.cmp(&other.id));
    links.dedup();
    // What the last edition tied is tied in the new one.
    for link in links {
        let lasting = |id: &str| {
            link.meeting.is_none()
                || review.actions.iter().any(|line| line.action.id.as_str() == id)
        };
        if let Some((from_id, to_id)) = link.carried(named, lasting) {
            let id = LinkId::mint(mint);
            rows.push(Link { id, from_id, to_id, meeting: None, kind: link.kind }.into());
        }
    }
    for (had, new) in &names {
        let (from_id, to_id) = (new.clone(), had.clone());
        let (id, kind) = (LinkId::mint(mint), LinkKind::Continues);
        rows.push(Link { id, from_id, to_id, meeting: None, kind }.into());
    }
    // What an officer noted beside a row is noted beside what it goes on as.
    let open = review.notes.iter().filter(|note| note.wants_something());
    rows.extend(open.filter_map(|note| {
        let subject = named(&note.subject)?;
        Some(Annotation { subject, ..note.clone() }.into())
    }));
    let mutes = review.registers.mutes.iter();
    rows.extend(mutes.filter_map(|mute| mute.carried(named, mint)).map(Record::from));
    let said = format!(
        "New edition of the schedule as at {}, with {} figures, points and responses of the last",
        day::plain(on),
        names.len()
    );
    Ok(filed(said, rows, Vec::new()))
}

/// What the last edition is called and whose it is, where that is put right.
fn renamed(last: &Edition, title: String, author: String) -> Read {
    let title = if title.is_empty() { last.title.clone() } else { title };
    let now = Edition { title, author, ..last.clone() };
    if now == *last {
        return Err(wrong(
            format!("The last edition is as at {}.", day::plain(last.as_at)),
            "A new one is of a later day; of that day, give its title after a colon.",
        ));
    }
    let by = if now.author.is_empty() { String::new() } else { format!(", by {}", now.author) };
    let said = format!("Edition of {} called {}{by}", day::plain(last.as_at), now.title);
    Ok(filed(said, vec![now.into()], Vec::new()))
}

/// Puts the figures, points and responses of the last edition with `rows`, each under a
/// new name; gives the old names with the new.
fn brought(
    review: &Review,
    id: &EditionId,
    rows: &mut Vec<Record>,
    mint: &mut Mint,
) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = Vec::new();
    let mut free = find::Free::of(review);
    for standing in &review.schedule.standings {
        if let Some(summary) = &standing.summary {
            let name = free.next(&summary.id.0);
            names.push((summary.id.0.clone(), name.clone()));
            let edition = id.clone();
            rows.push(Summary { id: SummaryId(name), edition, ..summary.clone() }.into());
        }
        for point in &standing.points {
            let name = free.next(&point.id.0);
            names.push((point.id.0.clone(), name.clone()));
            let (edition, rank) = (id.clone(), mint.rank());
            rows.push(Point { id: PointId(name), edition, rank, ..point.clone() }.into());
        }
        let untold = !review.schedule.standings.iter().any(gap::ties);
        for response in standing.responses.iter().filter(|r| goes_on(r, standing, untold)) {
            let name = free.next(&response.id.0);
            names.push((response.id.0.clone(), name.clone()));
            let (edition, rank) = (id.clone(), mint.rank());
            rows.push(Response { id: ResponseId(name), edition, rank, ..response.clone() }.into());
        }
    }
    names
}

/// Whether a response of the last edition stands in the next: what was given up does not;
/// what was done does, as done, while it answers something, or may do so where the whole
/// schedule is `untold` which answers which. Else what it answers would look unanswered.
fn goes_on(response: &Response, row: &Standing, untold: bool) -> bool {
    match response.status {
        ResponseStatus::Dropped => false,
        ResponseStatus::Delivered => untold || row.answered(response.id.as_str()).next().is_some(),
        _ => true,
    }
}

/// The day, the title and the author of a new edition.
fn whole(said: &Said<'_>, review: &Review) -> Result<(chrono::NaiveDate, String, String), Unclear> {
    let mut words = vec![said.name];
    let mut author = review.schedule.edition.author.clone();
    for part in &said.parts {
        match after(part, "by") {
            Some(name) => name.clone_into(&mut author),
            None => words.push(part),
        }
    }
    let text = words.join(" ");
    let on = when::day(&text, review.schedule.edition.as_at).ok_or_else(|| {
        wrong(format!("\"{text}\" is not a day."), "Write it as .edition 22 Oct 2010: TITLE.")
    })?;
    Ok((on, said.text.unwrap_or_default().to_owned(), author))
}

/// The rule and the subject that a line names.
fn gap(said: &Said<'_>) -> Result<(GapRule, String), Unclear> {
    let rule = GapRule::from_word(&said.name.to_uppercase()).ok_or_else(|| {
        wrong(
            format!("There is no rule \"{}\".", said.name),
            "The rules are G1 to G16; each gap shows its own.",
        )
    })?;
    Ok((rule, said.parts.join(", ")))
}

/// Lets a gap pass.
pub(super) fn pass(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let (rule, subject) = gap(said)?;
    let Some(why) = said.text.filter(|why| !why.is_empty()) else {
        return wants("why the gap is let pass, after a colon");
    };
    let of = if subject.is_empty() { String::new() } else { format!(" of {subject}") };
    let named = |gap: &Gap| subject.is_empty() || gap.subject.eq_ignore_ascii_case(&subject);
    let own = review.gaps.iter().filter(|gap| gap.rule == rule && named(gap));
    let most = own.map(|gap| gap.tells_of).max().filter(|_| !subject.is_empty());
    let mut known = review.registers.mutes.iter().filter(|mute| mute.is_of(rule, &subject));
    if let Some(known) = known.find(|mute| mute.covers(rule, &subject, most.unwrap_or_default())) {
        return Err(wrong(format!("It is let pass already: {}.", known.why), ""));
    }
    // What is missing in the registers is not looked for here.
    let elsewhere = matches!(rule, GapRule::G14 | GapRule::G15 | GapRule::G16);
    if !elsewhere && !subject.is_empty() && most.is_none() {
        return Err(wrong(
            format!("There is no gap {}{of}.", rule.word()),
            format!("\"minutebook gaps --rule {}\" lists those there are.", rule.word()),
        ));
    }
    let told = format!("Gap {}{of} let pass: {why}", rule.word());
    let had =
        review.registers.mutes.iter().find(|mute| mute.subject == subject && mute.rule == rule);
    let id = had.map_or_else(|| MuteId::mint(mint), |had| had.id.clone());
    let mute = Mute { id, rule, subject, most, why: why.to_owned() };
    Ok(filed(told, vec![mute.into()], Vec::new()))
}

/// Lets a gap pass no longer.
pub(super) fn unpass(said: &Said<'_>, review: &Review, _: &mut Mint) -> Read {
    let (rule, subject) = gap(said)?;
    let mute = review
        .registers
        .mutes
        .iter()
        .find(|mute| mute.rule == rule && mute.subject.eq_ignore_ascii_case(&subject));
    let Some(mute) = mute else {
        return Err(wrong("No such gap is let pass.", ""));
    };
    let of = if subject.is_empty() { String::new() } else { format!(" of {subject}") };
    let told = format!("Gap {}{of} counts again", rule.word());
    Ok(filed(told, Vec::new(), vec![("gap_mute", mute.id.0.clone())]))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::capture::read_schedule;
    use crate::model::Mint;
    use crate::rules::review::Review;

    #[track_caller]
    fn check(line: &str, said: &str) {
        let today = NaiveDate::from_ymd_opt(2010, 7, 22).unwrap();
        let review = Review::blank(today);
        let read = read_schedule(line, &review, today, &mut Mint::default());
        let told = read.map_or_else(|unclear| unclear.in_words(), |reading| reading.preview);
        assert!(told.contains(said), "{line}: {told}");
    }

    #[test]
    fn an_edition_is_of_a_day() {
        check(".edition 22 Oct 2010: Review of partnerships", "as at 22 October 2010");
        check(".edition soon: Review", "is not a day");
    }

    #[test]
    fn a_gap_is_let_pass_for_a_reason() {
        check(
            ".pass G14 R2: it is done as it comes",
            "Gap G14 of R2 let pass: it is done as it comes.",
        );
        check(".pass G8 OEP: the figures are yearly", "There is no gap G8 of OEP");
        check(".pass G8 OEP", "why the gap is let pass");
        check(".pass G99: no", "There is no rule \"G99\"");
        check(".unpass G8 OEP", "No such gap is let pass");
    }

    #[test]
    fn a_book_without_a_schedule_begins_one() {
        check(".point CT outcomes: all is well", "no schedule yet");
    }
}
