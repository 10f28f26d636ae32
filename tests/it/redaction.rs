//! No word that the public may not read is in any byte the public is given.

use minutebook::document::{Audience, Document};
use minutebook::export::{FORMATS, Format};
use minutebook::model::{
    Action, ActionStatus, CallIn, Callable, Cast, Corrected, Correction, DecisionStatus, Direction,
    HouseStyle, InterestKind, InterestOutcome, ItemId, MinutesStatus, MotionOutcome, Note,
    Paragraphs, People, Person, PlanEntry, PlanKind, PlanStatus, Sitting, Update, Verb,
};
use minutebook::rules::number;
use proptest::prelude::*;

use crate::formats::bytes;
use crate::support::blank::day;
use crate::support::{contents, invented, registers};

/// A word that is in no minute by chance.
pub(crate) const CANARY: &str = "Quixotrope";

/// Makes the item at `at` exempt and puts the canary into everything about it,
/// with somebody named after the canary having done it all.
pub(crate) fn planted(at: usize, paragraph: u8) -> Sitting {
    let mut scene = invented::retaken(at);
    scene.person(&format!("Councillor|{CANARY}|{CANARY}|{CANARY}|Shire"));
    let vote = {
        let motion = scene.motion(None, [CANARY, CANARY], CANARY, MotionOutcome::Carried);
        scene.motion(Some(&motion), [CANARY, ""], CANARY, MotionOutcome::Fell);
        scene.vote(Some(&motion), [4, 2, 1], None)
    };
    scene.ballot(&vote, CANARY, Cast::Against, true);
    scene.write(CANARY);
    scene.decide(Verb::Recommended, CANARY, CANARY, Some(&vote));
    scene.action(77, CANARY, CANARY, day(2026, 9, 1));
    scene.correct(CANARY, CANARY, CANARY);
    scene.moves("Farrow", Direction::Out, "11.59");
    scene.interest("Idris", at, InterestKind::Other, CANARY, InterestOutcome::Spoke);
    let mut sitting = scene.sitting;
    sow(&mut sitting, at, paragraph);
    sitting
}

/// Puts the canary into what the scene leaves empty.
fn sow(sitting: &mut Sitting, at: usize, paragraph: u8) {
    let item = &mut sitting.items[at];
    item.exempt = Paragraphs::of([paragraph]).unwrap();
    item.deferred_from = Some(CANARY.into());
    item.balance = CANARY.into();
    item.partnership = Some(CANARY.into());
    for text in [
        &mut item.title,
        &mut item.paper,
        &mut item.report_by,
        &mut item.recommendation,
        &mut item.deferred_to,
        &mut item.why,
        &mut item.urgent_reason,
    ] {
        *text = CANARY.into();
    }
    let id: ItemId = item.id.clone();
    for decision in sitting.decisions.iter_mut().filter(|d| d.item == id) {
        decision.reasons = CANARY.into();
        decision.alternatives = CANARY.into();
        decision.mover = Some(CANARY.into());
        decision.as_recommended = true;
    }
    for action in sitting.actions.iter_mut().filter(|a| a.item == id) {
        action.due_text = CANARY.into();
        action.support.0.push(CANARY.into());
    }
    for interest in sitting.interests.iter_mut().filter(|i| i.item == id) {
        interest.dispensation = CANARY.into();
    }
    for movement in sitting.movements.iter_mut().filter(|m| m.item.as_ref() == Some(&id)) {
        movement.reason = CANARY.into();
    }
    for attendance in &mut sitting.attendance {
        attendance.reason = CANARY.into();
    }
    sow_follow_up(sitting, &id);
    let notes = sitting.items.iter().map(|i| (i.id.clone(), i.meeting.clone()));
    sitting.notes = notes.map(|(id, meeting)| Note { id, meeting, text: CANARY.into() }).collect();
    let number = number::of_item(sitting, &id).unwrap();
    let wrong = |minute: &str, exempt| Corrected {
        on: day(2026, 9, 8),
        exempt,
        correction: Correction {
            minute: minute.into(),
            old: CANARY.into(),
            new: CANARY.into(),
            ..sitting.corrections[0].clone()
        },
    };
    sitting.corrected = vec![wrong(&format!("{number}, line 2"), false), wrong("31/26", true)];
    sitting.meeting.minutes = MinutesStatus::Confirmed;
}

/// Puts the canary into what was promised on an exempt item, and into the calling in of
/// decisions there and of an exempt one elsewhere.
fn sow_follow_up(sitting: &mut Sitting, item: &ItemId) {
    let open = sitting.items.iter().find(|item| item.exempt.is_open()).unwrap().id.clone();
    let plan = PlanEntry {
        id: CANARY.into(),
        body: sitting.body.id.clone(),
        topic: CANARY.into(),
        kind: PlanKind::ReportBack,
        wanted_by: CANARY.into(),
        origin: CANARY.into(),
        meeting: None,
        due_text: CANARY.into(),
        due: None,
        status: PlanStatus::Proposed,
        slips: 0,
        rank: 990,
    };
    sitting.promises = vec![(item.clone(), plan)];
    let called = |id: &str, exempt| Callable {
        called_in: None,
        id: id.into(),
        reference: if exempt { format!("{CANARY} 1/26") } else { "CA 2/26".into() },
        body: "Cabinet".into(),
        date: day(2026, 6, 1),
        effective_on: Some(day(2026, 6, 1)),
        at_once: String::new(),
        status: DecisionStatus::CalledIn,
        exempt,
    };
    sitting.callable = vec![called("called-secret", true), called("called-open", false)];
    let call_in = |n: i64, item: &ItemId, decision: &str| CallIn {
        id: format!("call-{n}").as_str().into(),
        meeting: sitting.meeting.id.clone(),
        item: item.clone(),
        decision: decision.into(),
        who: CANARY.into(),
        grounds: CANARY.into(),
        received: None,
        outcome: None,
        rank: 990 + n,
    };
    sitting.call_ins = vec![call_in(1, item, "called-open"), call_in(2, &open, "called-secret")];
}

/// Puts an action of an earlier meeting beside one that was given under exempt
/// business, and the canary into the latter and all that is told of either.
fn sow_earlier(sitting: &mut Sitting) {
    let earlier = Action {
        id: "open".into(),
        text: "Count the lorries".into(),
        owner: None,
        support: People::default(),
        due_text: String::new(),
        ..sitting.actions[0].clone()
    };
    let secret = Action { id: "secret".into(), text: CANARY.into(), ..earlier.clone() };
    sitting.secret = vec![secret.id.clone()];
    // What was said of it may have been said while the public was out.
    sitting.updates.extend([&earlier, &secret].map(|action| Update {
        id: format!("told-{}", action.id).as_str().into(),
        action: action.id.clone(),
        at: sitting.meeting.began_at.unwrap(),
        meeting: Some(sitting.meeting.id.clone()),
        by: String::new(),
        text: CANARY.into(),
        status: ActionStatus::Complete,
        due: None,
        due_text: String::new(),
        was: None,
        rank: 1_000_000,
    }));
    sitting.outstanding = vec![earlier, secret];
}

/// Every document of `sitting`, and the registers, for the public.
fn public(sitting: &Sitting) -> Vec<Document<'_>> {
    let (audience, today) = (Audience::Public, day(2026, 7, 1));
    let mut actions = registers::actions();
    for line in actions.iter_mut().filter(|line| line.exempt) {
        line.action.text = CANARY.into();
        line.action.due_text = CANARY.into();
        line.owner = CANARY.into();
        line.organisation = CANARY.into();
        line.item_title = CANARY.into();
        line.partnership = Some(CANARY.into());
    }
    let mut decisions = registers::decisions();
    for line in decisions.iter_mut().filter(|line| line.exempt) {
        line.decision.text = CANARY.into();
        line.decision.reasons = CANARY.into();
        line.decision.to_whom = CANARY.into();
        line.item_title = CANARY.into();
    }
    vec![
        Document::minutes(sitting, audience),
        Document::agenda(sitting, audience),
        Document::decisions(sitting, audience),
        Document::actions(sitting, audience, day(2026, 7, 1)),
        Document::attendance([invented::Read::Ok(sitting.clone())], audience, today).unwrap(),
        Document::book(
            |at| (at == 0).then(|| invented::Read::Ok(sitting.clone())),
            "",
            audience,
            today,
        )
        .unwrap(),
        Document::action_log(&actions, audience, today),
        Document::decision_register(&decisions, audience, today),
    ]
}

#[track_caller]
fn check(document: &Document) {
    check_in(document, |_| true);
}

#[track_caller]
fn check_in(document: &Document, wanted: impl Fn(&Format) -> bool) {
    for format in FORMATS.iter().filter(|format| format.holds(document) && wanted(format)) {
        let found = contents::find(&bytes(document, format.name), CANARY);
        assert!(found.is_none(), "{} as {}: {found:?}", document.what(), format.name);
    }
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    /// Setting pages is slow, so that each time one document in turn is set.
    #[test]
    fn no_exempt_word_reaches_the_public(
        at in 0usize..9,
        paragraph in 1u8..=7,
        notes: bool,
        turn in 0usize..8,
    ) {
        let mut sitting = planted(at, paragraph);
        sow_earlier(&mut sitting);
        if notes {
            sitting.body.house_style = HouseStyle::Notes;
        }
        for (n, document) in public(&sitting).iter().enumerate() {
            check_in(document, |format| format.name != "pdf" || n == turn);
        }
    }
}

#[test]
fn the_canary_is_found_where_it_is() {
    let sitting = planted(8, 3);
    let minutes = Document::minutes(&sitting, Audience::Members);
    for format in FORMATS.iter().filter(|format| format.holds(&minutes)) {
        let made = bytes(&minutes, format.name);
        assert!(contents::find(&made, CANARY).is_some(), "not seen in {}", format.name);
    }
}

#[test]
fn a_private_note_is_in_no_document_for_anyone() {
    let mut sitting = invented::committee();
    for note in &mut sitting.notes {
        note.text = CANARY.into();
    }
    assert!(!sitting.notes.is_empty());
    check(&Document::minutes(&sitting, Audience::Members));
    check(&Document::agenda(&sitting, Audience::Members));
}

#[test]
fn what_an_exempt_line_leaves_behind_is_neutral() {
    use minutebook::document::{facts, sift};
    let mut line = registers::actions().pop().unwrap();
    line.action.text = CANARY.into();
    line.owner = CANARY.into();
    let public = facts::action_line(&sift(&line, Audience::Public), day(2026, 7, 1)).to_string();
    assert!(!public.contains(CANARY) && public.contains("Exempt item"));
    let mut line: Person = invented::committee().people.remove(0);
    line.honours = "OBE".into();
    assert_eq!(facts::person(&line, None)["honorific_suffix"], "OBE");
}
