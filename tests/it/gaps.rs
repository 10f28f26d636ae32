//! What is missing: the counts that the sample must give, and how a gap comes
//! and goes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use minutebook::book::{Book, Pen};
use minutebook::document::facts;
use minutebook::import::{self, Known, PaperKind};
use minutebook::model::{
    Gap, GapRule, Link, LinkKind, Mint, Mute, Record, ResponseId, ResponseKind, ResponseStatus,
    Standing, Target, TargetResult, TargetState, TargetStatus, Tone,
};
use minutebook::rules::gap::{Ground, judge, tally};

use crate::support::officer::{Officer, empty, file, files, record, sampled, signed};

fn ground() -> Ground {
    sampled().1.ground().unwrap()
}

/// How many rows of JSON stand for each partnership under a rule.
fn counted(gaps: &[Gap], rule: GapRule) -> Vec<(String, u32)> {
    let mut counts = BTreeMap::<String, u32>::new();
    for row in facts::gaps(gaps).iter().filter(|row| row["rule"] == rule.word()) {
        let key = row["partnership"].as_str().unwrap_or_default().to_owned();
        *counts.entry(key).or_default() += 1;
    }
    counts.into_iter().collect()
}

fn found(ground: &Ground, rule: GapRule) -> Vec<(String, u32)> {
    counted(&judge(ground), rule)
}

fn each(want: &[(&str, u32)]) -> Vec<(String, u32)> {
    want.iter().map(|(id, n)| ((*id).to_owned(), *n)).collect()
}

fn row<'a>(ground: &'a mut Ground, id: &str) -> &'a mut Standing {
    let standings = &mut ground.editions[0].standings;
    standings.iter_mut().find(|s| s.partnership.id.as_str() == id).unwrap()
}

fn answer(row: &mut Standing, from: &str, to: &str) {
    row.links.push(Link {
        id: format!("{from}-{to}").as_str().into(),
        from_id: from.into(),
        to_id: to.into(),
        kind: LinkKind::Answers,
        meeting: None,
    });
}

#[test]
fn the_sample_gives_the_counts_of_the_paper() {
    use GapRule::{G1, G2, G3, G4, G5, G6, G7, G8, G9, G10, G11, G12, G13, G14, G15, G16};
    let gaps = sampled().1.gaps().unwrap();
    let check = |rule, want: &[(&str, u32)]| assert_eq!(counted(&gaps, rule), each(want), "{rule}");
    check(G1, &[("SP", 1)]);
    check(G2, &[("HW", 1), ("SP", 3)]);
    check(G3, &[("CT", 5), ("EP", 1), ("EW", 4), ("HW", 1), ("SA", 1), ("SC", 1)]);
    check(G4, &[("CT", 4), ("EP", 4), ("EW", 3), ("HW", 1), ("SA", 1)]);
    check(G5, &[]);
    check(G6, &[("HW", 1)]);
    check(G7, &[("SA", 1)]);
    check(G8, &[("CT", 1), ("HW", 1), ("SC", 1), ("SP", 1)]);
    check(G9, &[("CT", 8), ("EP", 2), ("EW", 1), ("HW", 1), ("SC", 1)]);
    check(G10, &[("CT", 8), ("HW", 1), ("SC", 1)]);
    check(G11, &[("EW", 1)]);
    check(G12, &[("CT", 7), ("HW", 1), ("SP", 3)]);
    check(G13, &[("EP", 2), ("HW", 2), ("SA", 1), ("SC", 3), ("SP", 2)]);
    check(G14, &[("", 9)]);
    check(G15, &[("", 13)]);
    check(G16, &[("", 2)]);
    assert!(gaps.iter().all(|gap| !gap.text.contains(['{', '}'])));
    assert_eq!((gaps[0].rule, gaps[0].subject.as_str()), (G1, "SP"));
    assert_eq!(gaps[0].text, "3 targets lost, no response on file");
}

#[test]
fn the_paper_itself_gives_what_needs_neither_links_nor_tones() {
    let paper = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds/001_8e1bf8d891cdf356.txt");
    let Ok(bytes) = std::fs::read(paper) else { return };
    let today = NaiveDate::from_ymd_opt(2026, 6, 9).unwrap();
    let (_folder, mut pen) = empty();
    let mut mint = Mint::default();
    let known = Known::nothing(today);
    let read = import::read("schedule.txt", &bytes, PaperKind::Auto, &known, &mut mint).unwrap();
    record(&mut pen, read.entry.unwrap());
    let gaps = pen.gaps().unwrap();
    let total = |rule| counted(&gaps, rule).iter().map(|(_, n)| n).sum::<u32>();
    let totals: Vec<u32> = GapRule::ALL.iter().map(|rule| total(*rule)).collect();
    assert_eq!(totals, [1, 4, 13, 13, 0, 1, 1, 4, 13, 10, 1, 11, 0, 0, 0, 0]);
}

#[test]
fn a_response_answers_and_neither_a_question_nor_an_action_to_get_one_does() {
    let mut ground = ground();
    answer(row(&mut ground, "HW"), "HW-R1", "HW-O1");
    answer(row(&mut ground, "HW"), "act7", "HW-O1");
    answer(row(&mut ground, "SP"), "act8", "SP-targets");
    assert_eq!(found(&ground, GapRule::G1), each(&[("SP", 1)]));
    assert_eq!(found(&ground, GapRule::G2), each(&[("HW", 1), ("SP", 3)]));
    row(&mut ground, "HW").responses[0].kind = Some(ResponseKind::Action);
    assert_eq!(found(&ground, GapRule::G2), each(&[("SP", 3)]));
    row(&mut ground, "HW").responses[0].status = ResponseStatus::Dropped;
    assert_eq!(found(&ground, GapRule::G2), each(&[("HW", 1), ("SP", 3)]));
}

#[test]
fn where_nothing_is_tied_a_response_that_could_answer_is_not_doubted() {
    let mut ground = ground();
    for standing in &mut ground.editions[0].standings {
        standing.links.clear();
        standing.points.iter_mut().for_each(|point| point.tone = None);
    }
    assert_eq!(found(&ground, GapRule::G2), each(&[("HW", 1), ("SP", 3)]));
    assert!(found(&ground, GapRule::G13).is_empty());
    row(&mut ground, "SP").points[0].tone = Some(Tone::Concern);
    assert_eq!(found(&ground, GapRule::G13), each(&[("SP", 1)]));
}

#[test]
fn where_answers_are_tied_a_response_that_is_not_leaves_the_gap_open() {
    let mut ground = ground();
    let mut response = row(&mut ground, "CT").responses[0].clone();
    response.id = ResponseId("SP-R1".into());
    response.kind = Some(ResponseKind::Assurance);
    row(&mut ground, "SP").responses.push(response);
    assert!(found(&ground, GapRule::G2).contains(&("SP".into(), 3)));
    assert!(found(&ground, GapRule::G13).contains(&("SP".into(), 2)));
}

#[test]
fn a_gap_let_pass_keeps_its_reason_and_counts_no_more() {
    let (_folder, mut pen) = sampled();
    let count = |book: &Book| tally(&book.gaps().unwrap()).iter().map(|(_, n)| n).sum::<u32>();
    let before = count(&pen);
    let mute = |subject: &str| Mute {
        id: format!("mute-{subject}").as_str().into(),
        rule: GapRule::G8,
        subject: subject.into(),
        most: None,
        why: "the year is closing".into(),
    };
    file(&mut pen, vec![Record::from(mute("CT"))], Vec::new());
    assert_eq!(count(&pen), before - 1);
    let gaps = pen.gaps().unwrap();
    let muted: Vec<&Gap> = gaps.iter().filter(|gap| gap.muted.is_some()).collect();
    assert_eq!((muted.len(), muted[0].subject.as_str()), (1, "CT"));
    pen.undo(&signed()).unwrap();
    assert_eq!(count(&pen), before);
    file(&mut pen, vec![Record::from(mute(""))], Vec::new());
    assert_eq!(count(&pen), before - 4);
}

#[test]
fn a_gap_is_as_old_as_the_editions_that_have_it_without_a_break() {
    let mut ground = ground();
    let newest = ground.editions[0].clone();
    for year in [2009, 2008, 2007] {
        let mut old = newest.clone();
        old.edition.id = format!("e{year}").as_str().into();
        old.edition.as_at = NaiveDate::from_ymd_opt(year, 7, 1).unwrap();
        ground.editions.push(old);
    }
    ground.editions[2].standings.iter_mut().for_each(|row| row.summary = None);
    let gaps = judge(&ground);
    let since = |rule, subject: &str| {
        let gap = gaps.iter().find(|gap| gap.rule == rule && gap.subject == subject).unwrap();
        gap.first_seen.unwrap().to_string()
    };
    assert_eq!(since(GapRule::G9, "CT"), "2009-07-01");
    assert_eq!(since(GapRule::G3, "CT-R1"), "2007-07-01");
}

#[test]
fn a_target_named_and_answered_by_itself_is_no_longer_counted_as_missing() {
    let (_folder, mut pen) = sampled();
    let target = Target {
        id: "SP-homes".into(),
        partnership: Some("SP".into()),
        priority: None,
        code: "T1".into(),
        wording: "invented homes".into(),
        level: None,
        measure: String::new(),
        better: None,
        baseline: String::new(),
        goal: String::new(),
        goal_on: None,
        lead: String::new(),
        state: TargetState::Active,
        remark: String::new(),
        rank: 9_000,
    };
    let result = TargetResult {
        id: "SP-homes-r1".into(),
        target: target.id.clone(),
        period: "Q3 2009/10".into(),
        value: String::new(),
        status: TargetStatus::NotAchievable,
        cause: None,
        mender: String::new(),
        remark: String::new(),
        rank: 9_001,
    };
    file(&mut pen, vec![Record::from(target), Record::from(result)], Vec::new());
    let gaps = pen.gaps().unwrap();
    assert_eq!(counted(&gaps, GapRule::G12), each(&[("CT", 7), ("HW", 1), ("SP", 2)]));
    assert_eq!(counted(&gaps, GapRule::G2), each(&[("HW", 1), ("SP", 3)]));
    let tied = |from: &str| Link {
        id: format!("{from}-tie").as_str().into(),
        from_id: from.into(),
        to_id: "SP-homes".into(),
        kind: LinkKind::Answers,
        meeting: None,
    };
    let mut review = pen.review(None).unwrap().unwrap();
    let mut response = review.schedule.standings.remove(0).responses.remove(0);
    response.id = "SP-R1".into();
    response.partnership = "SP".into();
    response.kind = Some(ResponseKind::Question);
    let asked =
        vec![Record::from(tied("opb-2010-visits")), response.clone().into(), tied("SP-R1").into()];
    file(&mut pen, asked, Vec::new());
    assert_eq!(counted(&pen.gaps().unwrap(), GapRule::G2), each(&[("HW", 1), ("SP", 3)]));
    response.kind = Some(ResponseKind::Action);
    file(&mut pen, vec![Record::from(response)], Vec::new());
    assert_eq!(counted(&pen.gaps().unwrap(), GapRule::G2), each(&[("HW", 1), ("SP", 2)]));
}

#[test]
fn the_response_pane_says_what_presses_and_one_key_minutes_an_action_to_mend_it() {
    let mut officer = Officer::sample((140, 50));
    officer.open("spsc-2010-07-22");
    officer.press("10↵");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let seen = words(officer.seen());
    assert!(seen.contains("! 3 targets lost, no response on file"), "{seen}");
    assert!(seen.contains("press a to minute an action"), "{seen}");
    officer.press("a");
    let seen = officer.seen();
    assert!(seen.contains(".a Paul James: obtain a response from the Spatial"), "{seen}");
    officer.press("↵");
    let sitting = officer.pen.sitting(&officer.meeting()).unwrap();
    let item = sitting.item_numbered("10").unwrap();
    let action = sitting.actions_on(&item.id).last().unwrap();
    assert_eq!(
        action.text,
        "obtain a response from the Spatial Planning & Infrastructure Partnership on its 3 targets lost"
    );
    let link = sitting.links.iter().find(|link| link.from_id == action.id.0).unwrap();
    assert_eq!((link.kind, link.to_id.as_str()), (LinkKind::Answers, "SP-O3"));
    let seen = words(officer.seen());
    assert!(seen.contains("no response on file; in hand: A/10/"), "{seen}");
    assert!(!seen.contains("press a to minute"), "{seen}");
    // Until there is a response the gap stays, whoever was asked for one.
    assert!(sitting.gaps_on(item).any(|gap| gap.rule == GapRule::G1));
    // The action and its tie came of one line.
    officer.press("u");
    let seen = words(officer.seen());
    assert!(seen.contains("no response on file: press a to"), "{seen}");
}

#[test]
fn what_presses_is_told_where_one_pane_has_room() {
    let mut officer = Officer::sample((80, 24));
    officer.open("spsc-2010-07-22");
    officer.press("10↵");
    let seen = officer.seen();
    assert!(seen.contains("! 3 targets lost, no response on file: press a to"), "{seen}");
}

#[test]
fn any_gap_of_the_item_can_be_chosen_to_act_on() {
    let mut officer = Officer::sample((140, 50));
    officer.open("spsc-2010-07-22");
    officer.press("8↵G");
    assert!(officer.seen().contains("Missing here"), "{}", officer.seen());
    officer.press("↓↓↵");
    assert!(officer.seen().contains(".a Paul James: "), "{}", officer.seen());
}

#[test]
fn the_overview_counts_what_is_missing_and_the_page_of_gaps_leads_to_the_schedule() {
    let mut officer = Officer::sample((120, 60));
    officer.press("go");
    let seen = officer.seen();
    assert!(seen.contains("Missing: 6 high · "), "{seen}");
    officer.press("gg");
    let seen = officer.seen();
    assert!(seen.contains("G1, Off track, and no response"), "{seen}");
    officer.press("↵");
    assert!(officer.seen().contains("Response: Spatial Planning"), "{}", officer.seen());
}

#[test]
fn an_office_a_council_or_its_letters_is_not_a_person() {
    let (_folder, mut pen) = sampled();
    let count = |pen: &Pen, rule| pen.gaps().unwrap().iter().filter(|gap| gap.rule == rule).count();
    let (unnamed, led) = (count(&pen, GapRule::G3), count(&pen, GapRule::G15));
    for line in [
        ".response EP-R2 owner OCC",
        ".response EW-R3 owner Oxfordshire County",
        ".recommendation R2 lead the Cabinet",
    ] {
        files(&mut pen, line);
    }
    assert_eq!((count(&pen, GapRule::G3), count(&pen, GapRule::G15)), (unnamed, led));
}

#[test]
fn a_target_judged_since_then_is_no_gap_and_one_with_a_cause_is_explained() {
    let (_folder, mut pen) = sampled();
    let of = |pen: &Pen, rule| counted(&pen.gaps().unwrap(), rule);
    let (unjudged, silent) = (of(&pen, GapRule::G9), of(&pen, GapRule::G10));
    files(&mut pen, ".target HW code NI1: homes that are warm");
    files(&mut pen, ".result NI1 Q4 2009/10, on track");
    assert_eq!(of(&pen, GapRule::G9), unjudged, "one on track is judged");
    files(&mut pen, ".result NI1 Q3 2009/10, cannot judge, data late");
    assert_eq!(of(&pen, GapRule::G9), unjudged);
    assert_eq!(of(&pen, GapRule::G10).len(), silent.len() - 1, "the cause of HW's one is known");
}

#[test]
fn a_season_is_a_date_and_a_row_that_speaks_of_no_target_lacks_no_figures() {
    let (_folder, mut pen) = sampled();
    let of = |pen: &Pen, rule| -> u32 {
        counted(&pen.gaps().unwrap(), rule).iter().map(|(_, n)| n).sum()
    };
    let undated = of(&pen, GapRule::G4);
    files(&mut pen, ".response CT-R1 due in good time");
    assert_eq!(of(&pen, GapRule::G4), undated);
    files(&mut pen, ".response CT-R1 due before Easter");
    assert_eq!(of(&pen, GapRule::G4), undated - 1);
    let mut ground = ground();
    let silent = row(&mut ground, "SA");
    silent.points.iter_mut().for_each(|point| point.text = "It meets.".into());
    assert_eq!(found(&ground, GapRule::G7), each(&[]));
}

#[test]
fn a_target_counted_in_the_figures_is_not_missing_twice_and_a_point_may_answer_for_it() {
    let (_folder, mut pen) = sampled();
    let of = |pen: &Pen, rule| counted(&pen.gaps().unwrap(), rule);
    files(&mut pen, ".target HW code NI1: homes that are warm");
    files(&mut pen, ".result NI1 Q3 2009/10, cannot judge, data late");
    let unjudged = of(&pen, GapRule::G9);
    files(&mut pen, ".result NI1 Q4 2009/10, cannot judge, data late");
    assert_eq!(of(&pen, GapRule::G9), unjudged);
    let told = |pen: &Pen, of: &str| {
        let gaps = pen.gaps().unwrap();
        gaps.into_iter().find(|g| g.rule == GapRule::G9 && g.subject == of).unwrap().text
    };
    assert!(told(&pen, "HW").ends_with("judged, as for 2 periods running"));
    files(&mut pen, ".target CT code NI9: babies");
    files(&mut pen, ".result NI9 Q2 2009/10, cannot judge, data late");
    files(&mut pen, ".result NI9 Q3 2009/10, cannot judge, data late");
    assert!(told(&pen, "CT").ends_with("judged, 1 of them for 2 periods running"));
    files(&mut pen, ".target CT code NI2: pupils who stay on");
    files(&mut pen, ".result NI2 Q4 2009/10, off track");
    assert!(of(&pen, GapRule::G2).contains(&("CT".into(), 1)));
    files(&mut pen, ".tells CT-O2: NI2");
    assert!(!of(&pen, GapRule::G2).contains(&("CT".into(), 1)), "CT-R2 answers CT-O2");
}

#[test]
fn a_concern_is_unanswered_where_nobody_tied_any_response_to_anything() {
    let (_folder, mut pen) = sampled();
    let review = pen.review(None).unwrap().unwrap();
    let responses = review.schedule.standings.iter().flat_map(|row| row.responses.clone());
    for response in responses {
        let review = pen.review(None).unwrap().unwrap();
        let tied = |tie: &&Link| tie.kind == LinkKind::Answers && tie.from_id == response.id.0;
        let gone = review.registers.ties.iter().filter(tied).map(|tie| ("link", tie.id.0.clone()));
        file(&mut pen, Vec::new(), gone.collect());
    }
    let gaps = pen.gaps().unwrap();
    let lacking = gaps.iter().filter(|gap| gap.rule == GapRule::G13).count();
    assert_eq!(lacking, 19, "every concern there is");
}
