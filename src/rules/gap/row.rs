//! What a partnership's row of the schedule lacks.

use super::super::since;
use super::{Lack, Period};
use crate::model::{
    GapRule, Link, LinkKind, Point, Response, ResponseStatus, Standing, Summary, TargetLine,
    TargetResult, TargetState, TargetStatus, Tone, Worth, day,
};

/// What is known of a row from elsewhere.
pub(super) struct Beside<'a> {
    /// The newest period of the schedule's figures.
    pub(super) newest: Option<Period>,
    /// Whether the row is printed without its headings.
    pub(super) headless: bool,
    /// Whether nobody has said yet, of any row, which response answers what, so
    /// that one which could answer may well do.
    pub(super) unread: bool,
    /// For how many periods running some of its targets could not be judged.
    pub(super) unjudged_for: u32,
    /// The partnership's targets, as far as they are known one by one.
    pub(super) targets: Vec<&'a TargetLine>,
}

/// Everything the row lacks.
pub(super) fn lacks(row: &Standing, beside: &Beside<'_>) -> Vec<Lack> {
    let mut found = Vec::new();
    match &row.summary {
        Some(summary) => found.extend(figures(row, summary, beside)),
        // Targets known by name were counted instead.
        None if row.named.is_some() => {}
        None if row.points.iter().any(|point| speaks_of(&point.text, "target")) => {
            found.push(Lack::new(GapRule::G7, row.partnership.id.as_str()));
        }
        None => {}
    }
    found.extend(later(row, beside));
    found.extend(standing(row).flat_map(response));
    found.extend(beside.headless.then(|| Lack::new(GapRule::G11, row.partnership.id.as_str())));
    let concerns = row.points.iter().filter(|point| point.tone == Some(Tone::Concern));
    found.extend(
        concerns
            .filter(|point| !is_answered(row, &row.links, point.id.as_str()))
            .map(|point| Lack::new(GapRule::G13, point.id.as_str()).with("text", &point.text)),
    );
    let name = &row.partnership.name;
    found.into_iter().map(|lack| lack.with("partnership", name)).collect()
}

/// What the figures of the row show to be missing.
fn figures(row: &Standing, summary: &Summary, beside: &Beside<'_>) -> Vec<Lack> {
    let mut found = Vec::new();
    let id = row.partnership.id.as_str();
    let about = about_targets(row, summary);
    let off = |rule, count| targets(rule, id, count, summary);
    let unanswered = |rule, count| off(rule, count).tied(&about);
    let known = known_off(summary, &beside.targets);
    let named = crate::rules::count(known.iter());
    let met = crate::rules::count(known.iter().filter(|line| is_met(row, line)));
    let answered = about.iter().any(|of| is_answered(row, &row.links, of));
    if summary.off_track > 0 && standing(row).next().is_none() {
        found.push(Lack { count: 1, ..unanswered(GapRule::G1, summary.off_track) });
    }
    let alone = summary.off_track.saturating_sub(met);
    if alone > 0 && !answered && !may_answer(row, beside) {
        found.push(unanswered(GapRule::G2, alone));
    }
    let unnamed = summary.off_track.saturating_sub(named);
    if unnamed > 0 {
        found.push(off(GapRule::G12, unnamed));
    }
    if let (Some(newest), Some(period)) = (beside.newest, Period::read(&summary.period))
        && period < newest
    {
        let lack = Lack::new(GapRule::G8, id).with("period", &summary.period);
        found.push(lack.with("newest", newest.to_string()));
    }
    if summary.cannot_judge > 0 {
        found.push(off(GapRule::G9, summary.cannot_judge).with("run", run(summary, beside)));
        let silent = summary.cannot_judge.saturating_sub(explained(summary, &beside.targets));
        let told = summary.cause.is_some() || !summary.mender.is_empty();
        if silent > 0 && !told && !speaks_of_data(row) {
            found.push(off(GapRule::G10, silent));
        }
    }
    found
}

/// What targets known one by one show to be missing, that were off track after
/// the period of the row's figures, or have none to be counted in.
fn later(row: &Standing, beside: &Beside<'_>) -> Vec<Lack> {
    let counted = row.summary.as_ref().and_then(|summary| Period::read(&summary.period));
    let is = |line: &TargetLine, so: fn(TargetStatus) -> bool| {
        let newest = line.results.last().filter(|_| line.target.state == TargetState::Active);
        newest.is_some_and(|result| so(result.status) && Period::read(&result.period) > counted)
    };
    let off: Vec<&&TargetLine> =
        beside.targets.iter().filter(|line| is(line, TargetStatus::is_off)).collect();
    let mut found = Vec::new();
    // One that could not be judged in the period of the figures is counted in them.
    let in_figures = |line: &TargetLine| {
        let then = |result: &TargetResult| Period::read(&result.period) == counted;
        counted.is_some() && line.results.iter().any(|r| then(r) && is_unjudged(r.status))
    };
    let unjudged = beside.targets.iter().filter(|line| is(line, is_unjudged));
    for line in unjudged.filter(|line| !in_figures(line)) {
        let run = in_a_run("as", unjudged_by_name(line));
        found.push(named(GapRule::G9, line).with("run", run));
        let told = line.results.last().is_some_and(|r| r.cause.is_some() || !r.mender.is_empty());
        found.extend((!told && !speaks_of_data(row)).then(|| named(GapRule::G10, line)));
    }
    // A partnership lacks its response once, whatever else is off track.
    let in_figures = row.summary.as_ref().is_some_and(|summary| summary.off_track > 0);
    if standing(row).next().is_none() && !in_figures {
        found.extend(match off.as_slice() {
            [] => None,
            [line] => Some(named(GapRule::G1, line)),
            [..] => {
                let tells_of = crate::rules::count(off.iter());
                let lack = Lack { tells_of, ..Lack::new(GapRule::G1, row.partnership.id.as_str()) };
                Some(
                    lack.with("targets", format!("{tells_of} targets"))
                        .with("state", "off track")
                        .with("them", "them"),
                )
            }
        });
    }
    let alone = off.iter().filter(|line| !is_met(row, line));
    if !may_answer(row, beside) {
        found.extend(alone.map(|line| named(GapRule::G2, line)));
    }
    found
}

/// For how many periods running a target that holds could not be judged, by its results.
fn unjudged_by_name(line: &TargetLine) -> u32 {
    if line.target.state != TargetState::Active {
        return 0;
    }
    let results = line.results.iter().rev();
    since::unjudged_for(results.map(|r| (r.period.as_str(), is_unjudged(r.status))))
}

/// A gap about one target.
fn named(rule: GapRule, line: &TargetLine) -> Lack {
    let target = &line.target;
    let called = if target.code.is_empty() { &target.wording } else { &target.code };
    Lack::new(rule, target.id.as_str())
        .with("targets", called.as_str())
        .with("state", "off track")
        .with("them", "it")
}

/// For how many periods running some of the row's targets could not be judged; of those
/// known by name alone, how many for so long.
fn run(summary: &Summary, beside: &Beside<'_>) -> String {
    let named: Vec<u32> = beside.targets.iter().map(|line| unjudged_by_name(line)).collect();
    let longest = named.iter().copied().max().unwrap_or(0);
    if longest <= beside.unjudged_for {
        return in_a_run("as", beside.unjudged_for);
    }
    let so_long = crate::rules::count(named.iter().filter(|run| **run == longest));
    let some = so_long < summary.cannot_judge;
    in_a_run(&if some { format!("{so_long} of them") } else { "as".into() }, longest)
}

/// For how many periods running something has held, in words, where for more than one.
fn in_a_run(what: &str, periods: u32) -> String {
    match periods {
        0 | 1 => String::new(),
        n @ ..since::TOO_LONG => format!(", {what} for {n} periods running"),
        n => format!(", {what} for {n} periods running, which is too long"),
    }
}

fn is_unjudged(status: TargetStatus) -> bool {
    status == TargetStatus::CannotJudge
}

/// How many of the targets that cannot be judged are known one by one to have a
/// cause, or somebody to mend it.
fn explained(summary: &Summary, targets: &[&TargetLine]) -> u32 {
    let period = Period::read(&summary.period);
    let explained = |line: &&&TargetLine| {
        line.results.iter().any(|result| {
            result.status == TargetStatus::CannotJudge
                && Period::read(&result.period) == period
                && (result.cause.is_some() || !result.mender.is_empty())
        })
    };
    crate::rules::count(targets.iter().filter(explained))
}

/// The targets known to be off track in the period of the figures.
fn known_off<'a>(summary: &Summary, targets: &[&'a TargetLine]) -> Vec<&'a TargetLine> {
    let period = Period::read(&summary.period);
    let off = |line: &&&TargetLine| {
        line.results
            .iter()
            .any(|result| result.status.is_off() && Period::read(&result.period) == period)
    };
    targets.iter().filter(off).copied().collect()
}

/// Whether a response is tied to a target as its answer, or to a point that tells of it.
fn is_met(row: &Standing, line: &TargetLine) -> bool {
    let id = line.target.id.as_str();
    let told = row.links.iter().filter(|link| link.kind == LinkKind::Tells && link.to_id == id);
    is_answered(row, &line.links, id)
        || told.into_iter().any(|link| is_answered(row, &row.links, &link.from_id))
}

fn targets(rule: GapRule, partnership: &str, count: u32, summary: &Summary) -> Lack {
    let lost = summary.lost == summary.off_track;
    let noun = if count == 1 { "target" } else { "targets" };
    let lack = Lack { count, tells_of: count, ..Lack::new(rule, partnership) };
    lack.with("targets", format!("{count} {noun}"))
        .with("state", if lost { "lost" } else { "off track" })
        .with("them", if count == 1 { "it" } else { "them" })
}

/// The responses that still stand.
fn standing(row: &Standing) -> impl Iterator<Item = &Response> {
    row.responses.iter().filter(|response| response.status != ResponseStatus::Dropped)
}

fn response(response: &Response) -> Vec<Lack> {
    let named = names_somebody(&response.owner);
    let dated = response.due.is_some() || says_when(&response.due_text);
    // What was done wants nobody named to do it, and no day.
    let wanting = response.status != ResponseStatus::Delivered;
    let rules = [
        (GapRule::G3, wanting && !named),
        (GapRule::G4, wanting && !dated),
        (GapRule::G5, named && dated),
        (GapRule::G6, response.worth() == Worth::Question),
    ];
    rules
        .into_iter()
        .filter(|(_, broken)| *broken)
        .map(|(rule, _)| Lack::new(rule, response.id.as_str()).with("text", &response.text))
        .collect()
}

/// Words of offices and bodies, which are not persons (rule G3), and of nobody.
const OFFICES: &str = "council partnership board trust committee group team service services \
    department directorate unit office agency authority forum network police pct nhs director head \
    county city borough parish manager officer officers lead chair chairman executive cabinet member members partner partners \
    tbc tba tbd n/a none nobody unknown vacant confirmed appointed all everyone";

/// Whether `owner` names a person, alone or among others.
#[must_use]
pub fn names_somebody(owner: &str) -> bool {
    owner.split([',', ';', '/', '&']).flat_map(|part| part.split(" and ")).any(|name| {
        let mut words = name.split_whitespace().filter(|word| *word != "-").peekable();
        let office = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            OFFICES.split_whitespace().any(|office| office == word)
        };
        // "OCC" is a body by its letters.
        let letters = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
        let short = words.clone().count() == 1 && words.peek().is_some_and(|word| letters(word));
        words.peek().is_some() && !short && !words.any(office)
    })
}

/// Whether words say when: a year, a month, a quarter, a season or a meeting.
fn says_when(text: &str) -> bool {
    const NAMED: [&str; 8] =
        ["spring", "summer", "autumn", "winter", "meeting", "christmas", "easter", "michaelmas"];
    words(text).map(str::to_lowercase).any(|word| {
        let year = word.len() == 4 && word.parse::<u32>().is_ok_and(|n| (1900..2200).contains(&n));
        let quarter = word.strip_prefix('q').is_some_and(|n| matches!(n, "1" | "2" | "3" | "4"));
        year || quarter || day::month_named(&word).is_some() || NAMED.contains(&word.as_str())
    })
}

/// Whether one of `links` ties a response of the row to `id` as its answer.
///
/// An action that somebody was given does not answer: it is done for the
/// response's sake, and until the partnership gives one nothing is on file.
fn is_answered(row: &Standing, links: &[Link], id: &str) -> bool {
    let answers =
        |from: &str| row.responses.iter().any(|r| r.id.as_str() == from && r.worth().is_on_file());
    links
        .iter()
        .any(|link| link.kind == LinkKind::Answers && link.to_id == id && answers(&link.from_id))
}

/// Whether a response that answers may be the answer to anything in its row.
fn may_answer(row: &Standing, beside: &Beside<'_>) -> bool {
    beside.unread && row.responses.iter().any(|response| response.worth().is_on_file())
}

/// Whether a response of the row is tied to anything as its answer.
#[must_use]
pub fn ties(row: &Standing) -> bool {
    row.links.iter().any(|link| {
        link.kind == LinkKind::Answers
            && row.responses.iter().any(|response| response.id.as_str() == link.from_id)
    })
}

/// What an answer to the row's targets would be tied to: the points that speak of
/// targets, and its figures, the plainest first.
fn about_targets<'a>(row: &'a Standing, summary: &'a Summary) -> Vec<&'a str> {
    let speaking = row.points.iter().filter(|point| tells_of_figures(row, point));
    speaking.map(|point| point.id.as_str()).chain([summary.id.as_str()]).collect()
}

/// Whether a point speaks of targets, or is tied to the figures of its row.
#[must_use]
pub fn tells_of_figures(row: &Standing, point: &Point) -> bool {
    let figures = row.summary.as_ref().map(|summary| summary.id.as_str());
    let tells = |link: &Link| {
        link.kind == LinkKind::Tells
            && link.from_id == point.id.as_str()
            && Some(link.to_id.as_str()) == figures
    };
    has_word(&point.text, "targets") || row.links.iter().any(tells)
}

fn speaks_of_data(row: &Standing) -> bool {
    let points = row.points.iter().map(|point| &point.text);
    let responses = row.responses.iter().map(|response| &response.text);
    let remark = row.summary.iter().map(|summary| &summary.remark);
    points
        .chain(responses)
        .chain(remark)
        .any(|text| has_word(text, "data") && has_word(text, "quality"))
}

/// Whether `text` has the word, alone or with an "s".
fn speaks_of(text: &str, word: &str) -> bool {
    words(text).any(|found| {
        let stem = found.get(..word.len()).is_some_and(|stem| stem.eq_ignore_ascii_case(word));
        stem && matches!(found.get(word.len()..), Some("" | "s" | "S"))
    })
}

fn has_word(text: &str, word: &str) -> bool {
    words(text).any(|found| found.eq_ignore_ascii_case(word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}
