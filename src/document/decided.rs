//! Decisions: the notice of one meeting's, and the register of them all.

use chrono::NaiveDate;
use serde_json::json;

use super::block::{Block, Sheet};
use super::english::line;
use super::minutes::in_order_taken;
use super::ruling::join;
use super::scribe::Scribe;
use super::sift::{Sifted, sift};
use super::{Audience, Document, as_at, digest, facts, marked, shown_in_part};
use crate::model::{
    Corrected, Decision, DecisionLine, DecisionStatus, MeetingKind, MinutesStatus, Sitting, Vote,
    day,
};
use crate::rules::number;
use crate::rules::sentence::towards;

const COLUMNS: [&str; 17] = [
    "ref",
    "date",
    "body",
    "item",
    "verb",
    "to",
    "text",
    "for",
    "against",
    "abstained",
    "casting",
    "reasons",
    "alternatives",
    "effective_on",
    "reply_by",
    "status",
    "corrected",
];

impl Document<'static> {
    /// Gives notice of what `sitting` decided.
    #[must_use]
    pub fn decisions(sitting: &Sitting, audience: Audience) -> Self {
        let sifted = sift(sitting, audience);
        let scribe = Scribe::new(&sifted);
        let mut blocks = Vec::new();
        // What too few put off they did not decide.
        let informal = sifted.meeting.kind == MeetingKind::Inquorate;
        for item in in_order_taken(&sifted).into_iter().filter(|_| !informal) {
            let decided = sifted.decisions_as_told(&item.id);
            let rulings: Vec<_> = decided.iter().map(|d| scribe.ruling(item, d)).collect();
            if !rulings.is_empty() {
                blocks.push(scribe.heading(item));
                blocks.extend(join(rulings));
                let since = decided.into_iter().filter_map(|decision| {
                    let key = match decision.status {
                        DecisionStatus::CalledIn => "decisions.called_in",
                        DecisionStatus::Effective => "decisions.was_called_in",
                        DecisionStatus::Rescinded => "decisions.rescinded",
                        _ => return None,
                    };
                    Some((decision, key))
                });
                blocks.extend(since.map(|(decision, key)| {
                    let letter = number::letter_of(&sifted, decision);
                    let which = letter.map_or_else(
                        || scribe.word("decisions.it"),
                        |letter| format!("({letter})"),
                    );
                    Block::Aside(scribe.say(key, &[("which", &which)]))
                }));
                blocks.extend(scribe.declared_in(item));
            }
        }
        if blocks.is_empty() {
            blocks.push(Block::Para(scribe.word("decisions.none")));
        }
        blocks.extend(scribe.corrected());
        blocks.splice(..0, shown_in_part(audience));
        let day = day::plain(sifted.meeting.date);
        let title = scribe.say("decisions.title", &[("body", &sifted.body.name), ("day", &day)]);
        let decided = || sifted.decisions.iter().filter(|_| !informal);
        let rows: Vec<_> = decided().map(|d| facts::decision(&sifted, d)).collect();
        Self {
            heading: scribe.letterhead(),
            opening: scribe.say("decisions.opening", &[("day", &day::long(sifted.meeting.date))]),
            standing: scribe.marked(scribe.word(match sifted.meeting.minutes {
                MinutesStatus::Confirmed | MinutesStatus::Signed => "decisions.confirmed",
                _ => "decisions.draft",
            })),
            digest: digest::of_record(&sifted),
            facts: json!({ "meeting": sifted.meeting.id, "decisions": rows }),
            sheet: Some(sheet(decided().map(|d| of_meeting(&sifted, d)))),
            blocks,
            ..Self::new("decisions", title, sifted.meeting.date)
        }
        .cleaned()
    }

    /// Sets out the register of decisions as it stood on `today`.
    #[must_use]
    pub fn decision_register(lines: &[DecisionLine], audience: Audience, today: NaiveDate) -> Self {
        let sifted = sift(&lines.to_vec(), audience);
        let mut blocks = vec![Block::table_or(
            "There are no decisions.",
            Block::Table {
                caption: "Decisions".into(),
                head: ["Minute", "Date", "Body", "Decision", "Vote", "Status"]
                    .map(str::to_owned)
                    .to_vec(),
                rows: sifted.iter().map(row).collect(),
            },
        )];
        blocks.splice(..0, shown_in_part(audience));
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("as_at", &today);
        for line in sifted.iter() {
            canon.add(
                "decision",
                &(&line.decision, line.minute, line.year, &line.vote, &line.corrections),
            );
        }
        let facts: Vec<_> =
            sifted.iter().map(|line| facts::decision_line(&sift(line, audience))).collect();
        Self {
            standing: marked(as_at(today), sifted.iter().any(|line| line.exempt)),
            digest: canon.digest(),
            facts: json!({ "decisions": facts }),
            sheet: Some(sheet(sifted.iter().map(of_register))),
            blocks,
            ..Self::new("decisions", "Register of decisions".into(), today)
        }
        .cleaned()
    }
}

fn sheet(rows: impl Iterator<Item = Vec<String>>) -> Sheet {
    Sheet { columns: COLUMNS.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn of_meeting(sitting: &Sifted<Sitting>, decision: &Decision) -> Vec<String> {
    let vote = decision.vote.as_ref().and_then(|id| sitting.vote(id));
    let item = sitting.item(&decision.item).map(|item| item.title.clone()).unwrap_or_default();
    let reference = number::of_decision(sitting, decision);
    let minute = number::of_item(sitting, &decision.item).unwrap_or_default();
    let confirmed = sitting.meeting.minutes >= MinutesStatus::Confirmed;
    let put_right =
        sitting.corrected.iter().filter(|put| confirmed && put.correction.is_of(&minute));
    let corrected: Vec<String> = put_right.map(Corrected::in_words).collect();
    cells(
        decision,
        vote,
        [reference, sitting.meeting.date.to_string(), sitting.body.code.clone(), item],
        &corrected,
    )
}

fn of_register(line: &DecisionLine) -> Vec<String> {
    let reference = facts::reference(line).unwrap_or_default();
    let first = [reference, line.date.to_string(), line.code.clone(), line.item_title.clone()];
    let corrected: Vec<String> = line.corrections.iter().map(|(said, _)| said.clone()).collect();
    cells(&line.decision, line.vote.as_ref(), first, &corrected)
}

fn cells(
    decision: &Decision,
    vote: Option<&Vote>,
    first: [String; 4],
    corrected: &[String],
) -> Vec<String> {
    let count = |of: fn(&Vote) -> u32| vote.map(|v| of(v).to_string()).unwrap_or_default();
    let mut cells = Vec::from(first);
    cells.extend([
        decision.verb.word().to_owned(),
        decision.to_whom.clone(),
        decision.text.clone(),
        count(|v| v.in_favour),
        count(|v| v.against),
        count(|v| v.abstained),
        vote.and_then(|v| v.casting).map(|c| c.word().to_owned()).unwrap_or_default(),
        decision.reasons.clone(),
        decision.alternatives.clone(),
        decision.takes_effect().map(|day| day.to_string()).unwrap_or_default(),
        decision.reply_by.map(|day| day.to_string()).unwrap_or_default(),
        decision.status.plain(),
        corrected.join("; "),
    ]);
    cells
}

fn row(of: &DecisionLine) -> Vec<String> {
    let decision = &of.decision;
    let to = match decision.to_whom.as_str() {
        "" => String::new(),
        whom => format!(" {}", towards(whom)),
    };
    let verb = format!("{}{to}: {}", decision.verb.word(), line(&decision.text));
    let vote = of.vote.as_ref().filter(|v| v.total() > 0);
    let vote = vote.map(|v| format!("{}-{}-{}", v.in_favour, v.against, v.abstained));
    vec![
        facts::reference(of).unwrap_or_default(),
        day::plain(of.date),
        of.code.clone(),
        format!("{}\n{}", of.item_title, verb.trim_end_matches(": ")),
        vote.unwrap_or_default(),
        of.stands(),
    ]
}
