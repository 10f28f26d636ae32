//! Telling what is missing, and letting some of it pass.

use chrono::NaiveDate;
use serde_json::Value;

use super::filter::{partnership_named, read_day};
use super::told::tell_begun;
use crate::book::{Book, Pen, Signed};
use crate::document::facts;
use crate::model::{Entry, Gap, GapRule, Mute, MuteId, Record, Standing};
use crate::rules::{self, gap};
use crate::shell::args::Gaps;
use crate::shell::{Trouble, output, place};

/// Prints what is missing, the rules in order.
pub(super) fn tell(book: &Book, asked: &Gaps) -> Result<(), Trouble> {
    let rule = asked.rule.as_deref().map(rule_named).transpose()?;
    let partnership =
        asked.partnership.as_deref().map(|name| partnership_named(book, name)).transpose()?;
    let wanted = |gap: &Gap| {
        rule.is_none_or(|rule| gap.rule == rule)
            && (partnership.is_none() || gap.partnership == partnership)
    };
    let found: Vec<Gap> = standing(book, asked)?.into_iter().filter(wanted).collect();
    if asked.json {
        return output::json(&Value::Array(facts::gaps(&found)));
    }
    let schedule = standings(book, asked)?;
    let unsaid = gap::unsaid(&schedule).into_iter().map(str::to_owned);
    if found.is_empty() {
        let nothing = match book.schedule()? {
            None if asked.as_at.is_none() => {
                "No schedule is in the book yet, so it cannot be said what is missing on one: import it first."
            }
            _ => "Nothing is missing.",
        };
        return output::lines([nothing.to_owned()].into_iter().chain(unsaid));
    }
    let mut lines = Vec::new();
    for asked in &gap::RULES {
        let under: Vec<&Gap> = found.iter().filter(|gap| gap.rule == asked.rule).collect();
        if under.is_empty() {
            continue;
        }
        let (open, passed) = counts(&under);
        let passed = if passed == 0 { String::new() } else { format!(", {passed} let pass") };
        lines.push(format!("{} {} ({open}{passed}, {})", asked.rule, asked.title, asked.severity));
        lines.extend(under.into_iter().map(line));
        lines.push(String::new());
    }
    lines.push(tally(&found));
    output::lines(lines.into_iter().chain(unsaid))
}

/// The rows of the schedule as it is, or was on the day asked for.
fn standings(book: &Book, asked: &Gaps) -> Result<Vec<Standing>, Trouble> {
    let until = asked.as_at.as_deref().map(|day| read_day(day, place::now().date_naive()));
    let newest = book.editions(until.transpose()?, 1)?.pop();
    Ok(newest.map(|schedule| schedule.standings).unwrap_or_default())
}

/// The gaps there are, or were on the day asked for.
fn standing(book: &Book, asked: &Gaps) -> Result<Vec<Gap>, Trouble> {
    let day = asked.as_at.as_deref();
    let day = day.map(|day| read_day(day, place::now().date_naive())).transpose()?;
    day.map_or(Ok(()), |day| tell_begun(book, day))?;
    on_day(book, day)
}

/// The gaps there are, or were on `day`.
pub(super) fn on_day(book: &Book, day: Option<NaiveDate>) -> Result<Vec<Gap>, Trouble> {
    let Some(day) = day else { return Ok(book.gaps()?) };
    Ok(crate::shell::list::gaps_on(book, day)?)
}

fn line(gap: &Gap) -> String {
    let whose = gap.partnership.as_ref().map(|id| format!("{id}: ")).unwrap_or_default();
    let passed = gap.muted.as_ref().map(|why| format!(" [let pass: {why}]")).unwrap_or_default();
    let since = gap.first_seen.map(|day| format!(" (since {day})")).unwrap_or_default();
    format!("  {whose}{}{since}{passed}", gap.in_words())
}

/// How much is missing, and how much of that was let pass.
fn counts(found: &[&Gap]) -> (u32, u32) {
    found.iter().fold((0, 0), |(open, passed), gap| match gap.muted {
        None => (u32::saturating_add(open, gap.count), passed),
        Some(_) => (open, u32::saturating_add(passed, gap.count)),
    })
}

/// The count by severity, in words.
fn tally(found: &[Gap]) -> String {
    let counts: Vec<String> =
        gap::tally(found).iter().map(|(severity, n)| format!("{n} {}", severity.word())).collect();
    let (_, passed) = self::counts(&found.iter().collect::<Vec<_>>());
    let passed = if passed == 0 { String::new() } else { format!("; {passed} let pass") };
    format!("Gaps: {}{passed}.", if counts.is_empty() { "none".into() } else { counts.join(", ") })
}

/// Lets a gap pass, or lets it pass no longer.
pub(super) fn settle(pen: &mut Pen, asked: &Gaps) -> Result<(), Trouble> {
    let entry = match (asked.mute.as_slice(), asked.unmute.as_slice()) {
        ([rule, subject @ ..], _) => mute(pen, rule, subject, asked.why.as_deref())?,
        (_, [rule, subject @ ..]) => unmute(pen, rule, subject)?,
        _ => return Ok(()),
    };
    let signed = Signed { clerk: place::holder().who, at: place::now(), minted: entry.1 };
    let permitted = rules::admit(entry.0, &[])?;
    let said = permitted.said().to_owned();
    match pen.record(&permitted, &signed)? {
        Some(_) => output::lines([said]),
        None => output::lines(["Nothing was changed by that.".to_owned()]),
    }
}

fn mute(
    pen: &Pen,
    rule: &str,
    subject: &[String],
    why: Option<&str>,
) -> Result<(Entry, i64), Trouble> {
    let rule = rule_named(rule)?;
    let why = why.unwrap_or_default().trim();
    if why.is_empty() {
        return Err(Trouble::usage("A gap is let pass for a reason.", "Give one with --why TEXT."));
    }
    let subject = subject.first().cloned().unwrap_or_default();
    let known = pen.gaps()?.into_iter().find(|gap| {
        gap.rule == rule && (subject.is_empty() || gap.subject.eq_ignore_ascii_case(&subject))
    });
    let Some(gap) = known else {
        return Err(Trouble::refused(
            "unknown",
            format!("There is no gap under {rule} in \"{subject}\"."),
            format!("\"minutebook gaps --rule {rule} --json\" shows each subject."),
        ));
    };
    let most = Some(gap.tells_of).filter(|_| !subject.is_empty());
    let subject = if subject.is_empty() { subject } else { gap.subject };
    let mut mint = pen.mint()?;
    let had = pen.mutes()?.into_iter().find(|had| had.rule == rule && had.subject == subject);
    let id = had.map_or_else(|| MuteId::mint(&mut mint), |had| had.id);
    let said = format!("Let pass {} under {rule}: \"{why}\"", gap_in(&subject));
    let row = Record::from(Mute { id, rule, subject, most, why: why.to_owned() });
    Ok((Entry::Filed { said, rows: vec![row], gone: Vec::new() }, mint.minted()))
}

fn unmute(pen: &Pen, rule: &str, subject: &[String]) -> Result<(Entry, i64), Trouble> {
    let rule = rule_named(rule)?;
    let subject = subject.first().map(String::as_str).unwrap_or_default();
    let had = pen
        .mutes()?
        .into_iter()
        .find(|had| had.rule == rule && had.subject.eq_ignore_ascii_case(subject));
    let Some(had) = had else {
        return Err(Trouble::refused(
            "unknown",
            match subject {
                "" => format!("Not every gap under {rule} was let pass."),
                subject => format!("Nothing was let pass under {rule} in \"{subject}\"."),
            },
            "\"minutebook gaps\" shows what was let pass.",
        ));
    };
    let said = format!("No longer let pass {} under {rule}", gap_in(&had.subject));
    let gone = vec![("gap_mute", had.id.0)];
    Ok((Entry::Filed { said, rows: Vec::new(), gone }, pen.mint()?.minted()))
}

/// The gap found in `subject`, or all there are of a rule.
fn gap_in(subject: &str) -> String {
    if subject.is_empty() { "every gap".to_owned() } else { format!("the gap in {subject}") }
}

fn rule_named(name: &str) -> Result<GapRule, Trouble> {
    GapRule::from_word(&name.trim().to_uppercase()).ok_or_else(|| {
        Trouble::usage(format!("\"{name}\" is not a rule of gaps."), "The rules are G1 to G16.")
    })
}
