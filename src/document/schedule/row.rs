//! One partnership's row of the schedule, on paper.

use crate::document::block::Block;
use crate::document::english::{line, sentence};
use crate::document::{Audience, Sifted, gaps};
use crate::model::{
    ActionLine, AnnotationStatus, Gap, Link, Point, Response, ResponseKind, ResponseStatus,
    Section, Standing, Summary, TargetLine, Tone, WHY, Worth, day,
};
use crate::rules::review::Review;
use crate::rules::sentence::{capital, list};
use crate::rules::since::Since;

/// What is known of rows from elsewhere, as far as the audience may.
pub(super) struct Beside<'a> {
    pub(super) review: &'a Review,
    pub(super) gaps: &'a [Gap],
    pub(super) actions: Sifted<Vec<ActionLine>>,
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, number: String::new(), text: text.to_owned(), aside: String::new() }
}

/// A heading with a list, or with `none` where there is nothing to list; nothing
/// at all where nothing need be said of that.
fn listed(name: &str, rows: Vec<String>, none: &str) -> Vec<Block> {
    match (rows.is_empty(), none) {
        (false, _) => vec![heading(3, name), Block::List(rows)],
        (true, "") => Vec::new(),
        (true, none) => vec![heading(3, name), Block::Para(none.to_owned())],
    }
}

/// How the partnership performs and what it answers.
pub(super) fn standing(
    standing: &Standing,
    since: Option<&Since>,
    beside: &Beside<'_>,
) -> Vec<Block> {
    let partnership = &standing.partnership;
    let mut blocks = vec![heading(2, &partnership.name)];
    if !partnership.remit.is_empty() {
        blocks.push(Block::Para(sentence(&line(&partnership.remit))));
    }
    blocks.push(Block::Para(match standing.figures() {
        Some(summary) => figures(summary),
        None => "No figures are given for its targets.".into(),
    }));
    let moved = since.map(|since| since.told(standing.summary.as_ref()));
    blocks.extend(moved.map(|moved| Block::Para(sentence(&capital(&moved)))));
    let own = |line: &&TargetLine| line.is_of(&partnership.id);
    let targets = beside.review.targets.iter().filter(own).map(by_name).collect();
    blocks.extend(listed("Targets by name", targets, ""));
    for (section, name) in [
        (Section::Outcomes, "Performance: outcomes"),
        (Section::PartnershipWorking, "Performance: partnership working"),
    ] {
        blocks.extend(listed(name, points(standing, section), ""));
    }
    blocks.extend(listed("Response", responses(standing), "No response is recorded."));
    if let Some(since) = since {
        let came = since
            .responses
            .iter()
            .map(|(response, outcome)| format!("{} ({})", line(&response.text), outcome.word()));
        let name = format!("Promised on {}", day::plain(since.last));
        blocks.extend(listed(&name, came.collect(), ""));
        let moved = [("no longer", &since.points[0]), ("new", &since.points[1])].into_iter();
        let moved = moved.flat_map(|(how, points)| {
            points.iter().map(move |point| format!("{} ({how})", line(&point.text)))
        });
        let name = format!("Altered since {}", day::plain(since.last));
        let moved = moved.chain(since.altered.iter().map(|said| line(said)));
        blocks.extend(listed(&name, moved.collect(), ""));
    }
    blocks
}

/// What a reviewer wants to know of the row besides.
pub(super) fn reviewed(standing: &Standing, beside: &Beside<'_>, audience: Audience) -> Vec<Block> {
    let id = &standing.partnership.id;
    let missing = beside.gaps.iter().filter(|gap| gap.partnership.as_ref() == Some(id));
    let missing = missing
        .map(|gap| format!("{} ({}): {}", gap.rule, gap.severity.plain(), gaps::in_words(gap)))
        .collect();
    let mut blocks = listed("What is missing", missing, "Nothing is missing.");
    let actions = beside.actions.iter().filter(|line| beside.review.bears_on(line, standing));
    let actions = actions.map(to_do).collect();
    blocks.extend(listed("Actions to be done", actions, ""));
    if audience == Audience::Members {
        let notes = beside.review.notes_on(standing).map(|note| {
            let by = if note.by.is_empty() { String::new() } else { format!("{}, ", note.by) };
            let settled = match note.status {
                AnnotationStatus::Open => String::new(),
                status => format!("; {} {}", status.plain(), line(&note.answer)),
            };
            let made = day::plain(note.made_on);
            let kind = note.kind.plain();
            let text = format!("{kind}, {}: {}", note.subject, line(&note.text));
            format!("{} ({by}{made}{})", text.trim_end_matches([':', ' ']), settled.trim_end())
        });
        blocks.extend(listed("Notes", notes.collect(), ""));
    }
    blocks
}

/// The performance points of a section of a row, each with what is known of it.
pub(super) fn points(standing: &Standing, section: Section) -> Vec<String> {
    let own = standing.points.iter().filter(|point| point.section == section);
    own.map(|point| said(point, standing)).collect()
}

/// The responses of a row, each with what is known of it.
pub(super) fn responses(standing: &Standing) -> Vec<String> {
    standing.responses.iter().map(|response| answer(response, standing)).collect()
}

/// What else is said of figures: why some cannot be judged, and what was remarked.
pub(super) fn remark(summary: &Summary) -> String {
    let why = summary.why_unjudged().map(|why| sentence(&format!("{WHY}{why}")));
    let remark = Some(summary.remark.clone()).filter(|remark| !remark.is_empty());
    why.into_iter().chain(remark).collect::<Vec<_>>().join(" ")
}

fn figures(summary: &Summary) -> String {
    let mut said = summary.in_words();
    if summary.lost > 0 {
        said = format!("{said}; {} of those off track will not be achieved", summary.lost);
    }
    if let Some(why) = summary.why_unjudged() {
        said = format!("{said}; {WHY}{why}");
    }
    if !summary.period.is_empty() {
        said = format!("{}: {said}", summary.period);
    }
    let remark = sentence(&line(&summary.remark));
    format!("{} {remark}", sentence(&said)).trim_end().to_owned()
}

fn by_name(target: &TargetLine) -> String {
    let called = format!("{} {}", target.target.code, line(&target.target.wording));
    let stood = target.in_words();
    format!("{} ({stood})", called.trim_start())
}

fn said(point: &Point, standing: &Standing) -> String {
    let tone = point.tone.map(Tone::plain);
    let (answer, meet): (Vec<&Response>, Vec<&Response>) =
        standing.answers(point.id.as_str()).partition(|response| response.worth() == Worth::Answer);
    let told = [(Worth::Answer, answer), (Worth::Assurance, meet)].map(|(worth, responses)| {
        let names: Vec<String> = responses.iter().map(|response| response.id.0.clone()).collect();
        (!names.is_empty()).then(|| format!("{} {}", worth.forward(), list(&names)))
    });
    let facts: Vec<String> = tone.into_iter().chain(told.into_iter().flatten()).collect();
    aside(point.id.as_str(), &point.text, &facts)
}

/// What a response answers that is tied to the figures of its row.
const ITS_TARGETS: &str = "its targets";

fn answer(response: &Response, standing: &Standing) -> String {
    let mut facts = Vec::new();
    facts.extend(response.kind.map(ResponseKind::plain));
    if !response.owner.is_empty() {
        facts.push(response.owner.clone());
    }
    match (response.due, response.due_text.as_str()) {
        (Some(due), _) => facts.push(format!("by {}", day::plain(due))),
        (None, "") => {}
        (None, text) => facts.push(text.to_owned()),
    }
    if response.status != ResponseStatus::Proposed {
        facts.push(response.status.plain());
    }
    let figures = standing.summary.as_ref().map(|summary| summary.id.as_str());
    // Figures go by no name that anybody reads.
    let named = |link: &Link| {
        let its = Some(link.to_id.as_str()) == figures;
        if its { ITS_TARGETS.to_owned() } else { link.to_id.clone() }
    };
    let answers: Vec<String> = standing.answered(response.id.as_str()).map(named).collect();
    if !answers.is_empty() {
        facts.push(format!("{} {}", response.worth().backward(), list(&answers)));
    }
    aside(response.id.as_str(), &response.text, &facts)
}

/// A text under the name it goes by, with what is known of it in brackets.
fn aside(name: &str, text: &str, facts: &[String]) -> String {
    let text = format!("{name}: {}", line(text));
    if facts.is_empty() { text } else { format!("{text} ({})", facts.join(", ")) }
}

fn to_do(found: &ActionLine) -> String {
    let owner = if found.owner.is_empty() { "nobody" } else { &found.owner };
    let action = &found.action;
    format!("{}, {owner}: {} ({})", action.reference(), line(&action.text), action.due_in_words())
}
