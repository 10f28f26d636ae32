//! The golden thread: from any target off track to the action that answers it,
//! or to the words that nobody does.

use minutebook::app::key::{Code, Key};
use minutebook::app::page::Page;
use minutebook::app::page::schedule::SchedulePage;
use minutebook::book::Pen;
use minutebook::capture::read_schedule;
use minutebook::document::facts;
use minutebook::model::{Entry, Link, LinkKind, Record};
use minutebook::rules::thread::{ELSEWHERE, Line, NO_RESPONSE};
use minutebook::rules::{self};

use crate::support::officer::{Officer, file, files, sampled, signed, today};

/// What a thread says, a line to a string.
fn told(id: &str) -> Vec<String> {
    told_by(&sampled().1, id)
}

fn told_by(pen: &Pen, id: &str) -> Vec<String> {
    let thread = pen.thread(id).unwrap().unwrap();
    facts::thread(&thread)
        .iter()
        .map(|row| {
            let word = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            let id = row["id"].as_str().unwrap_or(NO_RESPONSE);
            format!("{} {} {id}", row["depth"], word("tie"))
        })
        .collect()
}

#[track_caller]
fn has(id: &str, lines: &[&str]) {
    let told = told(id);
    for line in lines {
        assert!(told.iter().any(|told| told == line), "{line} is not in {told:#?}");
    }
}

#[test]
fn a_thread_runs_from_the_partnership_to_the_action_and_back() {
    has(
        "CT",
        &["0  CT", "1 has CT-W1", "2 answered by CT-R5", "3 carried out by spsc-2010-05-20-7-a1"],
    );
    has(
        "spsc-2010-05-20-7-a1",
        &[
            "-1 carries out CT-R5",
            "-2 answers CT-W1",
            "-1 carries out spsc-2010-05-20-7-d1",
            "-3 belongs to CT",
        ],
    );
    has("EP-O2", &["1 answered by EP-R1", "1 in hand as opb-2010-02-24-2-a1"]);
}

#[test]
fn a_recommendation_shows_its_evidence_and_a_driver_what_it_threatens() {
    has("cgsc-2007-R5", &["1 shown by review-2008-audit", "-1 arises from cgsc-2007-report"]);
    has(
        "driver-area-agreement-ends",
        &["1 threatens SP", "1 threatens CT-targets", "1 led to spsc-2010-07-22-12"],
    );
    has("caa-2009-neet", &["1 answered by opb-2010-02-24-2-a1", "1 led to EP"]);
}

#[test]
fn an_action_is_found_by_its_reference_in_any_case() {
    assert_eq!(told("a/10/04").iter().filter(|line| line.starts_with("0 ")).count(), 1);
    assert!(sampled().1.thread("nothing-here").unwrap().is_none());
}

#[test]
fn from_any_partnership_off_track_six_keys_reach_the_action_or_the_words_that_none_answers() {
    for (id, wanted) in [("CT", "A/10/04"), ("HW", NO_RESPONSE), ("SP", NO_RESPONSE)] {
        let mut officer = Officer::sample((80, 24));
        officer.press("gs");
        let Page::Schedule(page) = &mut officer.state.page else { unreachable!() };
        *page = SchedulePage { data: page.data.take(), ..SchedulePage::at(id.into(), None) };
        let loaded = officer.pen.review(None).unwrap().map(Box::new);
        officer.tell(minutebook::app::Loaded::Schedule(loaded));
        officer.press("t");
        let mut keys = 1;
        while !officer.seen().contains(wanted) {
            officer.key(Key::plain(Code::PageDown));
            keys += 1;
            assert!(keys <= 6, "{id} took more than six keys:\n{}", officer.seen());
        }
    }
}

#[test]
fn enter_walks_to_the_chosen_thing_and_escape_walks_back() {
    let mut officer = Officer::sample((110, 40));
    officer.press("gst");
    let seen = officer.seen();
    assert!(seen.contains("Thread of CT") && seen.contains("● CT Children's Trust"), "{seen}");
    officer.press("↓↵");
    assert!(officer.seen().contains("Thread of CT-"), "{}", officer.seen());
    officer.press("⎋");
    assert!(officer.seen().contains("Thread of CT\n"), "{}", officer.seen());
}

#[test]
fn a_link_never_runs_to_nothing() {
    let (_folder, mut pen) = sampled();
    let link = |to: &str| Link {
        id: format!("link-{to}").as_str().into(),
        from_id: "CT-R1".into(),
        to_id: to.into(),
        kind: LinkKind::Answers,
        meeting: None,
    };
    let filed = |rows, gone| Entry::Filed { said: "filed".into(), rows, gone };
    let try_to = |pen: &mut minutebook::book::Pen, entry| {
        pen.record(&rules::admit(entry, &[]).unwrap(), &signed())
    };
    assert!(try_to(&mut pen, filed(vec![Record::from(link("CT-O99"))], Vec::new())).is_err());
    file(&mut pen, vec![Record::from(link("CT-O3"))], Vec::new());
    let gone = vec![("point", "CT-O3".to_owned())];
    assert!(try_to(&mut pen, filed(Vec::new(), gone)).is_err());
    assert!(pen.verify().unwrap().faults.is_empty());
}

#[test]
fn a_row_of_a_new_edition_goes_back_to_the_one_it_goes_on_from() {
    let (_folder, mut pen) = sampled();
    files(&mut pen, ".edition 1 October 2010");
    let newest = pen.schedule().unwrap().unwrap();
    let point = newest.standings.iter().flat_map(|row| &row.points).next().unwrap();
    let thread = pen.thread(point.id.as_str()).unwrap().unwrap();
    let back = thread.lines.iter().find(|line| line.tie == "goes on from").unwrap();
    let last = back.knot.as_ref().unwrap();
    assert_eq!((last.id.as_str(), back.depth), ("CT-O1", 1));
    assert!(thread.lines.iter().all(|line| line.depth < 2 || line.text != last.text));
    let partnership = pen.thread("CT").unwrap().unwrap();
    let held = partnership.lines.iter().filter_map(|line| line.knot.as_ref());
    assert!(held.clone().any(|knot| knot.id == newest.edition.id.as_str()));
}

#[test]
fn a_point_may_tell_of_the_figures_of_its_row_and_wants_an_answer_as_they_do() {
    let (_folder, mut pen) = sampled();
    let wants = |pen: &Pen| told_by(pen, "HW-O2").iter().any(|line| line.ends_with(NO_RESPONSE));
    assert!(!wants(&pen));
    files(&mut pen, ".tells HW-O2: HW-targets");
    assert!(told_by(&pen, "HW-O2").contains(&"-1 tells of HW-targets".to_owned()));
    assert!(wants(&pen));
    files(&mut pen, ".threatens driver-total-place: EP-targets");
}

#[test]
fn a_question_meets_a_concern_and_does_not_answer_it() {
    has("HW-W4", &["1 met by HW-R1"]);
}

#[test]
fn a_target_named_as_an_example_says_so_and_how_it_stood() {
    let (_folder, mut pen) = sampled();
    files(&mut pen, ".result target-1-national Q3 2009/10, off track");
    let thread = pen.thread("target-1-national").unwrap().unwrap();
    let stood = &thread.lines[thread.here].knot.as_ref().unwrap().state;
    assert_eq!(stood, "example, off track Q3 2009/10");
}

#[test]
fn what_a_meeting_carries_out_is_not_struck_out_of_a_later_edition_either() {
    let (_folder, mut pen) = sampled();
    files(&mut pen, ".edition 1 October 2010");
    let review = pen.review(None).unwrap().unwrap();
    let goes_on = |tie: &&Link| tie.kind == LinkKind::Continues && tie.to_id == "CT-R5";
    let new = review.registers.ties.iter().find(goes_on).unwrap().from_id.clone();
    let line = format!(".strike {new}");
    let refused = read_schedule(&line, &review, today(), &mut pen.mint().unwrap()).unwrap_err();
    assert!(refused.in_words().contains("goes on from CT-R5"), "{}", refused.in_words());
}

#[test]
fn what_outlives_editions_is_answered_by_the_rows_of_the_newest_alone() {
    let (_folder, mut pen) = sampled();
    files(&mut pen, ".target CT code NI 117, national: fewer young people out of work");
    files(&mut pen, ".answers CT-R2: CT-O2, NI117");
    let targets = pen.targets().unwrap();
    let target = targets.iter().find(|line| line.target.code == "NI 117").unwrap();
    let target = target.target.id.0.clone();
    files(&mut pen, ".edition 1 October 2010");
    let review = pen.review(None).unwrap().unwrap();
    let goes_on = |tie: &&Link| tie.kind == LinkKind::Continues && tie.to_id == "CT-R2";
    let new = review.registers.ties.iter().find(goes_on).unwrap().from_id.clone();
    let answered = |pen: &Pen| {
        let thread = pen.thread(&target).unwrap().unwrap();
        let by = thread.lines.iter().filter(|l| l.depth == 1 && l.tie == "answered by");
        by.filter_map(|line| line.knot.as_ref().map(|knot| knot.id.clone())).collect::<Vec<_>>()
    };
    assert_eq!(answered(&pen), std::slice::from_ref(&new));
    files(&mut pen, &format!(".response {new} dropped"));
    assert_eq!(answered(&pen), Vec::<String>::new(), "the copy that was dropped answers nothing");
}

#[test]
fn a_point_that_is_met_by_what_is_told_already_says_so() {
    let (_folder, pen) = sampled();
    let thread = pen.thread("CT").unwrap().unwrap();
    let of = |line: &&Line| line.knot.as_ref().is_some_and(|knot| knot.id == "CT-R5");
    let told: Vec<&str> = thread.lines.iter().filter(of).map(|line| line.text.as_str()).collect();
    let [first, again] = told[..] else { unreachable!("{told:?}") };
    assert!(first.contains("proposals"), "{first}");
    assert_eq!(again, ELSEWHERE);
}
