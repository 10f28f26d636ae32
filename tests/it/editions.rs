//! One edition of the schedule after another, the book as it was, who takes
//! part, and an officer's notes.

use chrono::{Duration, NaiveDate};
use minutebook::app::Loaded;
use minutebook::app::key::{Code, Key};
use minutebook::book::{Book, Pen, Signed};
use minutebook::capture::read_schedule;
use minutebook::document::facts;
use minutebook::model::{
    ActionStatus, Edition, Entry, GapRule, Link, LinkKind, Mint, Mute, Point, Record, Response,
    Standing, Summary, Tone,
};
use minutebook::rules;
use minutebook::rules::since::Outcome;
use proptest::prelude::*;

use crate::support::officer::{Officer, file, files, now, sampled, signed, today};

/// The rows of a new edition: those of the newest, with other figures, and with
/// the names of its points and responses made new.
fn next_edition(pen: &Pen, as_at: &str, figures: &[(&str, [u32; 4])]) -> Vec<Record> {
    let last = pen.schedule().unwrap().unwrap();
    let id = format!("schedule-{as_at}");
    let edition =
        Edition { id: id.as_str().into(), as_at: as_at.parse().unwrap(), ..last.edition.clone() };
    let again = |name: &str| format!("{name}-{as_at}");
    let period = if as_at < "2011" { "Q1 2010/11" } else { "Q2 2010/11" };
    let mut rows = vec![Record::from(edition.clone())];
    for row in last.standings {
        rows.extend(row.points.into_iter().map(|point| {
            let id = again(point.id.as_str()).as_str().into();
            Record::from(Point { id, edition: edition.id.clone(), ..point })
        }));
        rows.extend(row.responses.into_iter().map(|response| {
            let id = again(response.id.as_str()).as_str().into();
            Record::from(Response { id, edition: edition.id.clone(), ..response })
        }));
        let figures = figures.iter().find(|(of, _)| *of == row.partnership.id.as_str());
        rows.extend(row.summary.map(|summary| {
            let [total, on, off, unsure] = figures.map_or(
                [summary.total, summary.on_track, summary.off_track, summary.cannot_judge],
                |(_, figures)| *figures,
            );
            Record::from(Summary {
                id: again(summary.id.as_str()).as_str().into(),
                edition: edition.id.clone(),
                period: period.into(),
                total,
                on_track: on,
                off_track: off,
                lost: 0,
                cannot_judge: unsure,
                ..summary
            })
        }));
    }
    rows
}

fn row<'a>(standings: &'a [Standing], id: &str) -> (usize, &'a Standing) {
    let at = standings.iter().position(|row| row.partnership.id.as_str() == id).unwrap();
    (at, &standings[at])
}

#[test]
fn a_gap_is_as_old_as_the_first_edition_that_has_it_whatever_its_row_is_called() {
    let (_folder, mut pen) = sampled();
    let mut second = next_edition(&pen, "2010-10-01", &[]);
    let carried = second.iter().find_map(|row| match row {
        Record::Response(response) if response.partnership.as_str() == "CT" => {
            Some(response.clone())
        }
        _ => None,
    });
    let carried = carried.unwrap();
    let new =
        Response { id: "CT-R99".into(), text: "Write to everyone.".into(), ..carried.clone() };
    second.push(Record::from(new));
    file(&mut pen, second, Vec::new());
    let gaps = pen.gaps().unwrap();
    let since = |id: &str| {
        let of = gaps.iter().find(|gap| gap.rule == GapRule::G3 && gap.subject == id).unwrap();
        of.first_seen.unwrap().to_string()
    };
    assert_eq!(since(carried.id.as_str()), "2010-07-22");
    assert_eq!(since("CT-R99"), "2010-10-01");
}

#[test]
fn a_second_edition_shows_what_moved_what_lasts_and_what_was_delivered() {
    let (_folder, mut pen) = sampled();
    let mut second =
        next_edition(&pen, "2010-10-01", &[("CT", [17, 5, 4, 8]), ("EW", [7, 7, 0, 0])]);
    second.retain(|row| row.id() != "CT-R3-2010-10-01");
    file(&mut pen, second, Vec::new());
    let third = next_edition(&pen, "2011-01-01", &[]);
    let review = pen.review(None).unwrap().unwrap();
    let (at, children) = row(&review.schedule.standings, "CT");
    let since = review.since[at].as_ref().unwrap();
    assert_eq!(since.in_words(children.summary.as_ref()), "on track 2 to 5, off track 7 to 4");
    assert_eq!((since.unjudged_for, since.newer), (2, true));
    let outcome = |of: &str| since.responses.iter().find(|(r, _)| r.id.as_str() == of).unwrap().1;
    assert_eq!(outcome("CT-R1"), Outcome::Repeated);
    assert_eq!(outcome("CT-R3"), Outcome::Silent);
    let (at, environment) = row(&review.schedule.standings, "EW");
    assert_eq!(review.since[at].as_ref().unwrap().unjudged_for, 0);
    assert_eq!(environment.summary.as_ref().unwrap().period, "Q1 2010/11");

    file(&mut pen, third, Vec::new());
    let review = pen.review(None).unwrap().unwrap();
    let (at, _) = row(&review.schedule.standings, "CT");
    assert!(review.since[at].as_ref().unwrap().is_unjudged_too_long());
    let gaps = pen.gaps().unwrap();
    let long = gaps.iter().find(|gap| gap.rule == GapRule::G9 && gap.subject == "CT").unwrap();
    assert!(long.text.ends_with("for 3 periods running, which is too long"), "{}", long.text);
    // Figures printed again are still of one period.
    let fourth = next_edition(&pen, "2011-04-01", &[]);
    file(&mut pen, fourth, Vec::new());
    let review = pen.review(None).unwrap().unwrap();
    assert_eq!(review.since[at].as_ref().unwrap().unjudged_for, 3);
    let first = pen.review(NaiveDate::from_ymd_opt(2010, 8, 1)).unwrap().unwrap();
    assert_eq!(first.schedule.edition.id.as_str(), "schedule-2010-07");
    assert!(first.since.iter().all(Option::is_none));
}

#[test]
fn a_response_is_delivered_when_its_action_is_done() {
    let (_folder, mut pen) = sampled();
    let action = pen.actions(&minutebook::book::Filter::default(), 100).unwrap();
    let action = action.into_iter().find(|line| line.action.reference() == "A/10/04").unwrap();
    let mut done = action.action;
    done.status = ActionStatus::Complete;
    file(&mut pen, vec![Record::from(done)], Vec::new());
    let second = next_edition(&pen, "2010-10-01", &[]);
    file(&mut pen, second, Vec::new());
    let review = pen.review(None).unwrap().unwrap();
    let (at, _) = row(&review.schedule.standings, "CT");
    let since = review.since[at].as_ref().unwrap();
    let delivered: Vec<&str> = since
        .responses
        .iter()
        .filter(|(_, outcome)| *outcome == Outcome::Delivered)
        .map(|(response, _)| response.id.as_str())
        .collect();
    assert_eq!(delivered, ["CT-R5"]);
}

/// Everything a book says of its schedule and its gaps.
fn told(book: &Book) -> String {
    let rows = book
        .schedule()
        .unwrap()
        .map(|schedule| schedule.standings.iter().map(facts::partnership).collect::<Vec<_>>());
    let recommendations = book.recommendations().unwrap();
    let (notes, targets) = (book.annotations().unwrap(), book.targets().unwrap());
    let gaps = facts::gaps(&book.gaps().unwrap());
    let tree = book.framework().unwrap();
    format!("{rows:?} {gaps:?} {recommendations:?} {notes:?} {targets:?} {tree:?}")
}

/// Lines an officer might type.
const LINES: &[&str] = &[
    ".response CT-R1 action, owner K. Oduya, due 30 Sep 2010",
    ".target CT code NI 117, national: fewer young people out of work",
    ".register EP under PSB, meets 4",
    ".answers CT-R1: CT-O2, CT-O3",
    ".point SP concern: Nobody comes.",
    ".strike HW-R1",
];

/// One thing an officer might put on record.
fn step(n: u8, pen: &Pen) -> Option<Entry> {
    if let Some(line) = LINES.get(usize::from(n / 6)).filter(|_| n % 6 == 5) {
        let review = pen.review(None).unwrap()?;
        let mut mint = Mint::new("", 20_000 + pen.count().unwrap() * 10);
        return Some(read_schedule(line, &review, today(), &mut mint).ok()?.entries.remove(0));
    }
    let schedule = pen.schedule().unwrap()?;
    let filed = |rows| Some(Entry::Filed { said: "step".into(), rows, gone: Vec::new() });
    let at = usize::from(n) % schedule.standings.len();
    let standing = &schedule.standings[at];
    match n % 4 {
        0 => {
            let point = standing.points.first()?;
            let tone =
                if point.tone == Some(Tone::Concern) { Tone::Strength } else { Tone::Concern };
            filed(vec![Record::from(Point { tone: Some(tone), ..point.clone() })])
        }
        1 => filed(vec![Record::from(Mute {
            id: format!("mute-{n}").as_str().into(),
            rule: minutebook::model::GapRule::G9,
            subject: standing.partnership.id.0.clone(),
            most: None,
            why: "known".into(),
        })]),
        2 => {
            let (from, to) = (standing.responses.first()?, standing.points.last()?);
            filed(vec![Record::from(Link {
                id: format!("link-{n}").as_str().into(),
                from_id: from.id.0.clone(),
                to_id: to.id.0.clone(),
                kind: LinkKind::Answers,
                meeting: None,
            })])
        }
        _ => {
            let summary = standing.summary.as_ref()?;
            let (on, off) = (summary.off_track, summary.on_track);
            filed(vec![Record::from(Summary {
                on_track: on,
                off_track: off,
                lost: 0,
                ..summary.clone()
            })])
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn a_view_as_at_a_moment_equals_the_book_then(steps in proptest::collection::vec(0u8..40, 1..7)) {
        let (_folder, mut pen) = sampled();
        let mut then = vec![(now(), told(&pen))];
        for (n, step_of) in steps.into_iter().enumerate() {
            let at = now() + Duration::minutes(i64::try_from(n + 1).unwrap());
            let signed = Signed { at, ..signed() };
            match step_of {
                36..=37 => { pen.undo(&signed).unwrap(); }
                38..=39 => { pen.redo(&signed).unwrap(); }
                n => if let Some(entry) = step(n, &pen) {
                    pen.record(&rules::admit(entry, &[]).unwrap(), &signed).unwrap();
                }
            }
            then.push((at, told(&pen)));
            if pen.schedule().unwrap().is_none() { break; }
        }
        for (at, told_then) in &then {
            let past = pen.as_at(*at).unwrap().unwrap();
            prop_assert_eq!(&told(&past), told_then);
        }
        prop_assert!(pen.as_at(now() - Duration::minutes(1)).unwrap().is_none());
        for row in pen.schedule().unwrap().iter().flat_map(|schedule| &schedule.standings) {
            prop_assert!(row.summary.as_ref().is_none_or(Summary::adds_up));
        }
        prop_assert!(pen.verify().unwrap().faults.is_empty());
    }
}

#[test]
fn an_officer_marks_rows_and_notes_queries_and_sees_the_rows_asked_for() {
    let mut officer = Officer::sample((150, 50));
    officer.press("gs");
    officer.press("v");
    let review = officer.pen.review(None).unwrap().unwrap();
    assert!(review.is_reviewed(&review.schedule.standings[0]));
    officer.press("ysince when?↵");
    let notes = officer.pen.annotations().unwrap();
    assert_eq!(
        (notes.len(), notes[1].subject.as_str(), notes[1].text.as_str()),
        (2, "CT", "since when?")
    );
    assert!(
        officer.seen().contains("query on CT: \u{201c}since when?\u{201d}"),
        "{}",
        officer.seen()
    );
    assert!(officer.seen().contains("v?Children"), "{}", officer.seen());
    officer.press("f");
    assert!(officer.seen().contains("off track (3 of 7)"), "{}", officer.seen());
    officer.press("ff");
    assert!(officer.seen().contains("unanswered (5 of 7)"), "{}", officer.seen());
    officer.press("f");
    assert!(officer.seen().contains("overdue (2 of 7)"), "{}", officer.seen());
    officer.press("f");
    assert!(officer.seen().contains("not reviewed (6 of 7)"), "{}", officer.seen());
    officer.press("o");
    assert!(officer.seen().contains("most off track"), "{}", officer.seen());
    officer.press("uu");
    assert!(officer.pen.annotations().unwrap().is_empty());
    assert!(matches!(
        officer.loaded_schedule(),
        Loaded::Schedule(Some(review)) if review.notes.is_empty()
    ));
}

#[test]
fn a_note_beside_nothing_is_refused_and_a_reader_notes_nothing() {
    let mut officer = Officer::sample((150, 50));
    officer.press("gsyhello");
    officer.key(Key::plain(Code::Home));
    officer.press("X↵");
    let seen = officer.seen();
    assert!(seen.contains("Nothing in the schedule is called \"XCT\""), "{seen}");
    officer.press("⎋");
    officer.state.book.as_mut().unwrap().read_only = Some("This book is open to read only.".into());
    officer.press("v");
    assert!(officer.seen().contains("open to read only"), "{}", officer.seen());
    assert!(officer.pen.annotations().unwrap().is_empty());
}

#[test]
fn the_page_goes_back_from_meeting_to_meeting_and_alters_nothing_there() {
    let (mut officer, day) = (Officer::sample((150, 50)), "2010-05-20".parse().unwrap());
    let earlier = next_edition(&officer.pen, "2010-05-01", &[("CT", [17, 1, 8, 8])]);
    file(&mut officer.pen, earlier, Vec::new());
    officer.press("gs[");
    let seen = officer.seen();
    assert!(seen.contains("As at 20 May 2010"), "{seen}");
    assert!(seen.contains("1 on track"), "{seen}");
    let then = officer.pen.review(Some(day)).unwrap().unwrap();
    assert_eq!(then.schedule.standings[0].summary.as_ref().unwrap().on_track, 1);
    officer.press("e");
    assert!(
        officer.seen().contains("This is the schedule as at 20 May 2010"),
        "{}",
        officer.seen()
    );
    officer.press("[");
    // An edition has a day of its own, though no meeting was held on it.
    assert!(officer.seen().contains("As at 1 May 2010"), "{}", officer.seen());
    officer.press("[");
    assert!(officer.seen().contains("There was no schedule yet on 24 February 2010."));
    officer.press("[[");
    assert!(officer.seen().contains("No earlier meeting."), "{}", officer.seen());
    officer.press("]]]]");
    assert!(officer.seen().contains("Partnerships, 22 July 2010"), "{}", officer.seen());
    officer.press("]");
    assert!(officer.seen().contains("This is today's."), "{}", officer.seen());
}

#[test]
fn a_mark_of_having_reviewed_a_row_is_of_the_edition_it_was_made_on() {
    let mut officer = Officer::sample((150, 50));
    officer.press("gsv");
    assert!(officer.seen().contains("v Children"), "{}", officer.seen());
    let rank = officer.pen.annotations().unwrap()[0].rank;
    let mut later = next_edition(&officer.pen, "2010-07-22", &[]);
    for row in &mut later {
        if let Record::Point(point) = row {
            point.rank += rank + 1;
        }
    }
    file(&mut officer.pen, later, Vec::new());
    let review = officer.pen.review(None).unwrap().unwrap();
    let (_, row) = row(&review.schedule.standings, "CT");
    let newest = row.points.iter().all(|point| point.rank > rank);
    assert_eq!(review.is_reviewed(row), !newest);
}

#[test]
fn what_is_in_hand_as_at_a_day_stays_so_after_a_new_edition() {
    let (_folder, mut pen) = sampled();
    let day = NaiveDate::from_ymd_opt(2010, 7, 22);
    let in_hand = |pen: &Pen| {
        let gaps = pen.review(day).unwrap().unwrap().gaps;
        gaps.into_iter().map(|gap| (gap.rule, gap.subject, gap.in_hand)).collect::<Vec<_>>()
    };
    let before = in_hand(&pen);
    assert!(before.iter().any(|(_, _, in_hand)| !in_hand.is_empty()), "{before:?}");
    let second = next_edition(&pen, "2010-10-01", &[]);
    file(&mut pen, second, Vec::new());
    assert_eq!(in_hand(&pen), before);
}

#[test]
fn what_targets_by_name_come_to_as_at_a_day_stays_so_after_a_new_edition() {
    let (_folder, mut pen) = sampled();
    let july = NaiveDate::from_ymd_opt(2010, 8, 1);
    let named = |pen: &Pen| {
        let review = pen.review(july).unwrap().unwrap();
        row(&review.schedule.standings, "SA").1.named.clone()
    };
    files(&mut pen, ".result SA-volunteering Q4 2009/10, off track");
    let before = named(&pen);
    assert_eq!(before.as_ref().map(|counts| (counts.off_track, counts.on_track)), Some((1, 0)));
    files(&mut pen, ".edition 1 October 2010");
    assert_eq!(named(&pen), before);
    files(&mut pen, ".result SA-volunteering Q3 2010/11, on track");
    assert_eq!(named(&pen), before, "a quarter that had not begun is told by the next edition");
}
