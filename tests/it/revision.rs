//! The schedule put right by lines, on the screen and without it, and officers'
//! notes taken up or turned down.

use std::sync::OnceLock;

use minutebook::app::key::{Code, Key};
use minutebook::capture::{Part, Registered, SCHEDULE_LINES, lines_of, read_schedule};
use minutebook::model::{
    AnnotationStatus, Entry, GapRule, LinkKind, Mint, ResponseKind, Standing, Tone,
};
use minutebook::rules;
use minutebook::rules::review::Review;
use proptest::prelude::*;

use crate::support::officer::{Officer, record, sampled, today};

fn review() -> Review {
    sampled().1.review(None).unwrap().unwrap()
}

/// What `line` would put on record, or why nothing.
fn said(line: &str) -> String {
    match read_schedule(line, &review(), today(), &mut Mint::new("", 900)) {
        Ok(reading) => {
            let permitted = rules::admit(reading.entries[0].clone(), &[]).unwrap();
            assert!(reading.preview.starts_with(permitted.said()), "{}", reading.preview);
            reading.preview
        }
        Err(unclear) => unclear.in_words(),
    }
}

#[track_caller]
fn check(line: &str, words: &str) {
    let said = said(line);
    assert!(said.contains(words), "{line}: {said}");
}

/// The row of a partnership after lines were put on record one after the other.
fn after(lines: &[&str], partnership: &str) -> Standing {
    let (_folder, mut pen) = sampled();
    for line in lines {
        let review = pen.review(None).unwrap().unwrap();
        let reading = read_schedule(line, &review, today(), &mut pen.mint().unwrap()).unwrap();
        reading.entries.into_iter().for_each(|entry| record(&mut pen, entry));
    }
    assert!(pen.verify().unwrap().faults.is_empty());
    pen.review(None).unwrap().unwrap().row(&partnership.into()).unwrap().clone()
}

#[test]
fn a_point_is_given_another_tone_section_and_text() {
    let row = after(&[".point CT-O1 partnership working, concern: Too many are off track."], "CT");
    let point = row.points.iter().find(|point| point.id.as_str() == "CT-O1").unwrap();
    assert_eq!((point.tone, point.text.as_str()), (Some(Tone::Concern), "Too many are off track."));
    assert_eq!(point.section.word(), "partnership_working");
    check(".point ct-o1 concern", "Point CT-O1: tone was mixed, now concern");
    check(".point CT-O1 no tone", "tone was mixed, now none");
    check(".point CT-O1 mixed", "says so already");
    check(".point CT-O1 purple", "\"purple\" is nothing that can be said of a point.");
    check(".point CT-O1 strength, concern", "The tone of the point is said twice");
    check(".response CT-R1 due 31 Sep 2010", "\"31 Sep 2010\" is no day that there is");
    check("..point CT-O1 concern", "tone was mixed, now concern");
    check(".point CT-O99 mixed", "No point or partnership of the schedule is called \"CT-O99\".");
    check(
        ".point CT concern: Nobody comes.",
        "Point CT-O6 put in: Nobody comes; outcomes, concern.",
    );
    check(".point CT working", "wants what the new point says");
}

#[test]
fn a_response_is_given_another_kind_owner_and_date() {
    let row = after(&[".response CT-R1 action, owner A. Penhale, due 30 Sep 2010"], "CT");
    let response = row.responses.iter().find(|r| r.id.as_str() == "CT-R1").unwrap();
    assert_eq!(
        (response.kind, response.owner.as_str()),
        (Some(ResponseKind::Action), "A. Penhale")
    );
    assert_eq!(response.due.unwrap().to_string(), "2010-09-30");
    assert_eq!(response.text, "Informal Cabinet hears where goals are being missed.");
    check(".response CT-R2 due once the results are in", "date was due Aug 2010, now due once");
    check(".response CT-R2 no due, no owner", "date was due Aug 2010, now none");
    check(".response CT-R1 no kind", "kind was assurance, now none");
    check(".response SP action, owner H. Strand: Renegotiate.", "Response SP-R1 put in");
}

#[test]
fn figures_that_do_not_add_up_are_refused_with_the_sum() {
    let row = after(&[".figures CT 3 on track, 6 off track, 1 lost: Better."], "CT");
    let summary = row.summary.unwrap();
    assert_eq!([summary.total, summary.on_track, summary.off_track, summary.lost], [17, 3, 6, 1]);
    assert_eq!((summary.period.as_str(), summary.remark.as_str()), ("Q3 2009/10", "Better."));
    check(".figures CT 7 cannot judge", "2 + 7 + 7 + 0 make 16, and there are 17 targets.");
    check(".figures CT 8 lost", "8 are lost, and only 7 are off track.");
    check(".figures CT off track 4294967295", "make 4294967305, and there are 17 targets.");
    check(".figures CT 17 2 7 8", "is nothing that can be said of a row's figures");
    check(".figures SA 4 targets, 4 on track", "wants the period of the figures");
    let row = after(&[".figures SA 4 targets, 3 on, 1 cannot judge, period Q4 2009/10"], "SA");
    assert_eq!(row.summary.unwrap().id.as_str(), "SA-targets");
}

#[test]
fn a_target_is_named_and_its_results_are_told_period_by_period() {
    let (_folder, mut pen) = sampled();
    for (n, line) in (1i64..).zip([
        ".target CT code NI 117, national, baseline 6.1 %, goal 4.8 %, by 31 Mar 2011, better lower, lead K. Oduya, remark counted each November: fewer young people out of work and learning",
        ".result NI117 Q3 2009/10, off track, value 5.9 %",
        ".result NI117 Q4 2009/10, cannot judge, data late, mended by K. Oduya: The census is awaited.",
    ]) {
        let review = pen.review(None).unwrap().unwrap();
        let mut mint = Mint::new("", 20_000 + n * 10);
        let reading = read_schedule(line, &review, today(), &mut mint).unwrap();
        reading.entries.into_iter().for_each(|entry| record(&mut pen, entry));
    }
    let targets = pen.targets().unwrap();
    check(".result CT-T1 Q4 2009/10, cannot judge, data not due", "No target");
    let line = targets.iter().find(|line| line.target.code == "NI 117").unwrap();
    assert_eq!((line.target.goal.as_str(), line.target.lead.as_str()), ("4.8 %", "K. Oduya"));
    assert_eq!(line.target.remark, "counted each November");
    let told: Vec<&str> = line.results.iter().map(|result| result.status.word()).collect();
    assert_eq!(told, ["off_track", "cannot_judge"]);
    let review = pen.review(None).unwrap().unwrap();
    let refused = |line: &str| {
        read_schedule(line, &review, today(), &mut Mint::default()).unwrap_err().in_words()
    };
    assert!(refused(".result NI117 Q4 2009/10, on track").contains("A cause is given for what"));
    assert!(refused(".result NI117").contains("wants the period"));
}

#[test]
fn what_a_response_answers_is_said_whole() {
    let row = after(&[".answers CT-R1: CT-O2, CT-targets"], "CT");
    let ends: Vec<&str> = row
        .links
        .iter()
        .filter(|link| link.kind == LinkKind::Answers && link.from_id == "CT-R1")
        .map(|link| link.to_id.as_str())
        .collect();
    assert_eq!(ends.len(), 2);
    assert!(ends.contains(&"CT-O2") && ends.contains(&"CT-targets"), "{ends:?}");
    check(".answers CT-R1: CT-O1", "says so already");
    check(".answers CT-R1: CT-O9", "Nothing that CT-R1 could answer is called \"CT-O9\"");
    check(".answers CT-R1:", "answers nothing");
}

#[test]
fn a_point_is_struck_out_with_its_ties_unless_a_meeting_made_one() {
    let row = after(&[".strike CT-O2"], "CT");
    assert!(row.points.iter().all(|point| point.id.as_str() != "CT-O2"));
    assert!(row.links.iter().all(|link| link.to_id != "CT-O2"));
    let tied = review();
    let rows = tied.schedule.standings.iter();
    let held =
        rows.flat_map(|row| row.links.iter().map(move |link| (row, link))).find(|(row, link)| {
            link.meeting.is_some() && row.responses.iter().any(|r| r.id.as_str() == link.to_id)
        });
    let (_, held) = held.unwrap();
    check(&format!(".strike {}", held.to_id), "is tied to what a meeting did, so it stays");
}

#[test]
fn the_register_says_who_chairs_and_whom_a_partnership_answers_to() {
    let row = after(
        &[".register EP chair R. Okonjo, under PSB, statutory, meets 4, delivery Skills; Place"],
        "EP",
    );
    let own = row.partnership;
    assert_eq!((own.chair.as_str(), own.frequency, own.statutory), ("R. Okonjo", Some(4), true));
    assert_eq!((own.body.unwrap().as_str(), own.delivery.as_str()), ("PSB", "Skills; Place"));
    check(".register EP under XX", "No body has the code \"XX\".");
    check(
        ".board CG under SYP, meets 6",
        "Body CG: parent was none, now under SPSC; meetings a year",
    );
    check(".board OPB under PSB", "answers to Oxfordshire Partnership Board already");
    check(".board OPB under OPB", "A body cannot stand above itself.");
}

#[test]
fn a_partnership_and_a_body_are_called_something_else() {
    let row = after(&[".register EP called Partnership for Work, Skills and Growth"], "EP");
    assert_eq!(row.partnership.name, "Partnership for Work, Skills and Growth");
    check(".register EP called Children's Trust", "CT is called Children's Trust already.");
    check(".register EP called", "A name is wanted.");
    check(".board OPB called Board of Partners, informal group", "now called Board of Partners");
    check(".board OPB called Board of Partners, informal group", "kind was partnership board");
    check(".board OPB called Public Service Board", "PSB is called Public Service Board already.");
}

#[test]
fn every_line_that_is_opened_filled_in_says_what_the_book_says() {
    let review = review();
    for row in &review.schedule.standings {
        for part in [Part::Figures, Part::Performance, Part::Response] {
            for line in lines_of(&review, &row.partnership.id, part) {
                let read = read_schedule(&line, &review, today(), &mut Mint::default());
                let why = read.unwrap_err().in_words();
                let same = why.contains("says so already") || why.contains("still wants");
                assert!(same, "{line}: {why}");
            }
        }
    }
    let registers = &review.registers;
    let recommended = registers.recommendations.iter().map(Registered::Recommendation);
    let drivers = registers.drivers.iter().map(Registered::Driver);
    let findings = registers.findings.iter().map(Registered::Finding);
    let plan = registers.plan.iter().map(Registered::Plan);
    for row in recommended.chain(drivers).chain(findings).chain(plan) {
        let line = row.line();
        let why =
            read_schedule(&line, &review, today(), &mut Mint::default()).unwrap_err().in_words();
        assert!(why.contains("says so already"), "{line}: {why}");
    }
    for known in SCHEDULE_LINES {
        let refused =
            read_schedule(&format!(".{}", known.word), &review, today(), &mut Mint::default());
        assert!(refused.is_err(), "{}", known.word);
    }
}

#[test]
fn a_recommendation_is_altered_in_its_whole_line() {
    let review = review();
    let row = review.registers.recommendations.iter().find(|row| row.number == "R5").unwrap();
    let line = Registered::Recommendation(row).line();
    assert!(line.contains(", 2007, made: "), "a source with a comma in it: {line}");
    check(&line.replace(", made: ", ", accepted: "), "status was made, now accepted");
    check(&line.replace(", 2007", ", 2008"), "Give the new one a number of its own");
}

#[test]
fn a_line_is_altered_on_the_page_and_taken_back() {
    let mut officer = Officer::sample((150, 50));
    officer.press("gse");
    assert!(officer.seen().contains(".figures CT 17 targets, 2 on track"), "{}", officer.seen());
    officer.press("⎋⇥e");
    officer.press("↓");
    assert!(
        officer.seen().contains(".point CT-O2 outcomes, concern: The GCSE"),
        "{}",
        officer.seen()
    );
    for _ in 0..200 {
        officer.key(Key::plain(Code::Backspace));
    }
    officer.press(".point CT-O2 strength");
    assert!(officer.seen().contains("tone was concern, now strength"), "{}", officer.seen());
    officer.press("↵");
    let tone = |officer: &Officer| {
        let row = officer.pen.review(None).unwrap().unwrap().schedule.standings.remove(0);
        row.points[1].tone
    };
    assert_eq!(tone(&officer), Some(Tone::Strength));
    let last = officer.pen.history(None, 1).unwrap().remove(0);
    assert_eq!(last.said, "Point CT-O2: tone was concern, now strength.");
    officer.press("u");
    assert_eq!(tone(&officer), Some(Tone::Concern));
    officer.press(".figures CT 1 on track↵");
    assert!(officer.seen().contains("1 + 7 + 8 + 0 make 16"), "{}", officer.seen());
}

#[test]
fn proposed_wording_is_taken_up_in_one_entry_and_a_query_is_turned_down() {
    let mut officer = Officer::sample((150, 50));
    officer.press("gsa");
    assert!(officer.seen().contains("No note on Children's Trust wants an answer."));
    officer.press("w");
    assert!(officer.seen().contains("CT-O1: "), "the words open as they stand");
    officer.press("↵");
    assert!(officer.seen().contains("That is what CT-O1 says already"), "{}", officer.seen());
    let clear = |officer: &mut Officer| officer.key(Key::ctrl('u'));
    clear(&mut officer);
    officer.press("CT: A↵");
    assert!(officer.seen().contains("Wording is proposed for a point or a response"));
    clear(&mut officer);
    officer.press("CT-O4: A new plan is in force.↵");
    officer.press("yby when?↵");
    let note = |officer: &Officer, n: usize| officer.pen.annotations().unwrap().remove(n);
    officer.press("a");
    let id = note(&officer, 0).id;
    assert!(officer.seen().contains(&format!(".adopt {id}")), "{}", officer.seen());
    officer.press("↵");
    let point = |officer: &Officer| {
        let mut rows = officer.pen.review(None).unwrap().unwrap().schedule.standings;
        rows.remove(0).points.remove(3).text
    };
    assert_eq!(point(&officer), "A new plan is in force.");
    assert_eq!(note(&officer, 0).status, AnnotationStatus::Accepted);
    officer.press("u");
    assert_ne!(point(&officer), "A new plan is in force.");
    assert_eq!(note(&officer, 0).status, AnnotationStatus::Open);
    officer.press(".decline CT↵");
    assert!(officer.seen().contains("wants a colon and why"), "{}", officer.seen());
    officer.press(": It says so.↵");
    let settled = note(&officer, 1);
    assert_eq!(
        (settled.status, settled.answer.as_str()),
        (AnnotationStatus::Declined, "It says so.")
    );
    assert!(officer.seen().contains("(declined: It says so.)"), "{}", officer.seen());
    officer.press(".decline CT: again↵");
    assert!(officer.seen().contains("No open note is called \"CT\""), "{}", officer.seen());
}

#[test]
fn a_name_with_a_comma_in_it_is_read_back_as_it_was_written() {
    let lines = [".response CT-R1 action, owner Head of Skills, Shire, due Aug 2010"];
    let row = after(&lines, "CT");
    let response = row.responses.iter().find(|r| r.id.as_str() == "CT-R1").unwrap();
    assert_eq!(response.owner, "Head of Skills, Shire");
    assert_eq!(response.due_text, "Aug 2010");
    check(".point CT-O1 mixed, purple", "\"purple\" is nothing that can be said of a point.");
}

#[test]
fn a_month_spelled_wrongly_is_no_day_and_a_day_taken_away_is_told() {
    for said in ["6 Nvember 2007", "Agust 2010", "by Mrach 2008", "Febuary 2008"] {
        check(&format!(".response CT-R2 due {said}"), "is no day that there is (is ");
    }
    let reading = read_schedule(
        ".response CT-R2 due once the results are in",
        shared(),
        today(),
        &mut Mint::default(),
    );
    let said = reading.unwrap().preview;
    assert!(said.contains("it falls due on no day any more"), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed, a line is read or refused in a sentence, and figures
    /// that are read add up.
    #[test]
    fn whatever_is_typed_is_read_or_refused(
        word in proptest::sample::select(SCHEDULE_LINES),
        rest in r"(CT|ct-o1|CT-R2|EP|note1|)[ ,:]{0,2}(\PC{0,12}|[0-9]{1,12} (on|off|lost|targets)|, |: |no tone|owner |due ){0,6}",
    ) {
        let review = shared();
        let line = format!(".{} {rest}", word.word);
        match read_schedule(&line, review, today(), &mut Mint::default()) {
            Ok(reading) => for entry in reading.entries {
                prop_assert!(rules::admit(entry, &[]).is_ok(), "{line}");
            },
            Err(unclear) => prop_assert!(unclear.in_words().ends_with(['.', '"']), "{line}: {}", unclear.in_words()),
        }
    }
}

/// One review of the sample, for many lines.
fn shared() -> &'static Review {
    static READ: OnceLock<Review> = OnceLock::new();
    READ.get_or_init(review)
}

#[test]
fn figures_say_why_some_targets_cannot_be_judged_and_who_mends_that() {
    let (_folder, mut pen) = sampled();
    let line = ".figures CT data late, mended by the Head of Performance";
    let read =
        read_schedule(line, &pen.review(None).unwrap().unwrap(), today(), &mut pen.mint().unwrap());
    read.unwrap().entries.into_iter().for_each(|entry| record(&mut pen, entry));
    let row = pen.review(None).unwrap().unwrap().row(&"CT".into()).unwrap().clone();
    let why = row.summary.unwrap().why_unjudged();
    assert_eq!(why.as_deref(), Some("data late, to be mended by the Head of Performance"));
    let silent = pen.gaps().unwrap().into_iter().filter(|gap| gap.rule == GapRule::G10);
    assert!(!silent.map(|gap| gap.partnership).any(|of| of == Some("CT".into())));
    check(".figures SP data quality", "these figures have none of those");
    check(".figures EP 0 cannot judge, 3 on track", "cause was data quality, now none");
}

#[test]
fn a_line_of_the_schedule_is_one_entry_of_no_meeting() {
    let review = review();
    let read =
        read_schedule(".point CT-O1 concern", &review, today(), &mut Mint::default()).unwrap();
    assert_eq!(read.entries.len(), 1);
    assert!(matches!(&read.entries[0], Entry::Filed { gone, .. } if gone.is_empty()));
}
