//! What the sample book must hold: the counts of the five papers, and nothing
//! that hangs in the air.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::model::{
    ActionStatus, AttendanceStatus, Capacity, FindingKind, MeetingStatus, ResponseKind, Section,
    Tone,
};

/// Every row of one kind.
macro_rules! all {
    ($kind:ident) => {
        sample()
            .unwrap()
            .rows
            .into_iter()
            .filter_map(|row| if let Record::$kind(row) = row { Some(row) } else { None })
            .collect::<Vec<_>>()
    };
}

/// The responses to a point.
fn answers(point: &str) -> Vec<Response> {
    let links = all!(Link);
    let from: BTreeSet<&str> = links
        .iter()
        .filter(|link| link.kind == LinkKind::Answers && link.to_id == point)
        .map(|link| link.from_id.as_str())
        .collect();
    all!(Response).into_iter().filter(|response| from.contains(response.id.as_str())).collect()
}

/// The points of a tone that nothing answers; a question is no answer.
fn unanswered(tone: Tone) -> usize {
    let points = all!(Point).into_iter().filter(|point| point.tone == Some(tone));
    points
        .filter(|point| {
            answers(point.id.as_str()).iter().all(|r| r.kind == Some(ResponseKind::Question))
        })
        .count()
}

#[test]
fn the_schedule_has_the_points_and_responses_of_the_paper() {
    let ids: Vec<String> = all!(Partnership).into_iter().map(|row| row.id.0).collect();
    assert_eq!(ids, ["CT", "EP", "EW", "HW", "SC", "SP", "SA"]);
    let points = all!(Point);
    let outcomes = points.iter().filter(|point| point.section == Section::Outcomes).count();
    assert_eq!((outcomes, points.len() - outcomes, all!(Response).len()), (26, 16, 16));
    let statutory: Vec<String> =
        all!(Partnership).into_iter().filter(|row| row.statutory).map(|row| row.id.0).collect();
    assert_eq!(statutory, ["CT", "SC"]);
}

#[test]
fn points_and_responses_are_named_for_their_partnership_and_section() {
    for point in all!(Point) {
        let letter = if point.section == Section::Outcomes { "O" } else { "W" };
        assert!(point.id.0.starts_with(&format!("{}-{letter}", point.partnership)), "{}", point.id);
    }
    for response in all!(Response) {
        assert!(
            response.id.0.starts_with(&format!("{}-R", response.partnership)),
            "{}",
            response.id
        );
    }
}

#[test]
fn the_tones_are_tallied_as_the_reading_has_them() {
    let points = all!(Point);
    let tally =
        Tone::ALL.iter().map(|tone| points.iter().filter(|p| p.tone == Some(*tone)).count());
    assert_eq!(tally.collect::<Vec<_>>(), [11, 19, 6, 6]);
}

#[test]
fn forty_two_targets_are_eighteen_eleven_and_thirteen() {
    let summaries = all!(Summary);
    assert!(summaries.iter().all(Summary::adds_up));
    let counts: Vec<[u32; 4]> =
        summaries.iter().map(|s| [s.total, s.on_track, s.off_track, s.cannot_judge]).collect();
    assert_eq!(
        counts,
        [[17, 2, 7, 8], [3, 1, 0, 2], [7, 6, 0, 1], [5, 3, 1, 1], [5, 4, 0, 1], [5, 2, 3, 0]]
    );
    let sums: Vec<u32> = (0..4).map(|column| counts.iter().map(|row| row[column]).sum()).collect();
    assert_eq!(sums, [42, 18, 11, 13]);
    let lost: Vec<_> = summaries.iter().filter(|s| s.lost > 0).collect();
    assert_eq!((lost.len(), lost[0].lost, lost[0].partnership.as_str()), (1, 3, "SP"));
}

#[test]
fn four_partnerships_have_older_figures_and_one_has_none() {
    let summaries = all!(Summary);
    let at = |period| summaries.iter().filter(|s| s.period == period).count();
    assert_eq!((at("Q3 2009/10"), at("Q4 2009/10")), (4, 2));
    assert!(summaries.iter().all(|s| s.partnership.as_str() != "SA"));
    assert!(
        all!(Point).iter().any(|p| p.partnership.as_str() == "SA" && p.text.contains("target"))
    );
}

#[test]
fn off_track_targets_without_a_response_are_four() {
    let responses = all!(Response);
    let silent: Vec<Summary> = all!(Summary)
        .into_iter()
        .filter(|s| s.off_track > 0 && responses.iter().all(|r| r.partnership != s.partnership))
        .collect();
    assert_eq!((silent.len(), silent[0].partnership.as_str()), (1, "SP"));
    let about_targets = [("CT-O1", 7), ("HW-O1", 1), ("SP-O3", 3)];
    let unlinked = about_targets.iter().filter(|(point, _)| answers(point).is_empty());
    assert_eq!(unlinked.map(|(_, targets)| targets).sum::<u32>(), 4);
}

#[test]
fn thirteen_responses_name_nobody_and_thirteen_no_day() {
    let responses = all!(Response);
    let people = all!(Person);
    let named: Vec<_> = responses.iter().filter(|r| !r.owner.is_empty()).collect();
    assert_eq!((named.len(), responses.len()), (3, 16));
    for response in &named {
        assert_eq!(response.partnership.as_str(), "EP");
        assert!(people.iter().any(|person| person.plain() == response.owner));
    }
    let dated: Vec<_> = responses.iter().filter(|r| !r.due_text.is_empty()).collect();
    let ids: Vec<&str> = dated.iter().map(|r| r.id.as_str()).collect();
    assert_eq!(ids, ["CT-R2", "EW-R3", "SC-R1"]);
    assert!(responses.iter().all(|r| r.due.is_some() != r.due_text.is_empty()));
    assert!(dated.iter().all(|r| r.owner.is_empty()));
}

#[test]
fn responses_are_of_the_kinds_the_reading_gives_them() {
    let responses = all!(Response);
    let tally =
        ResponseKind::ALL.iter().map(|k| responses.iter().filter(|r| r.kind == Some(*k)).count());
    assert_eq!(tally.collect::<Vec<_>>(), [8, 5, 2, 1]);
    let question = responses.iter().find(|r| r.kind == Some(ResponseKind::Question)).unwrap();
    assert!(question.text.ends_with('?') && question.partnership.as_str() == "HW");
}

#[test]
fn ten_concerns_and_four_mixed_points_are_unanswered() {
    assert_eq!((unanswered(Tone::Concern), unanswered(Tone::Mixed)), (10, 4));
    let linked = |point: &Point| !answers(point.id.as_str()).is_empty();
    let concerns = all!(Point).into_iter().filter(|p| p.tone == Some(Tone::Concern));
    assert_eq!(concerns.filter(|point| !linked(point)).count(), 9);
}

#[test]
fn ten_targets_cannot_be_judged_with_no_word_of_the_data() {
    let rows = sample().unwrap().rows;
    let spoken_of = |partnership: &str| {
        rows.iter().any(|row| match row {
            Record::Point(p) => p.partnership.as_str() == partnership && mentions(&p.text),
            Record::Response(r) => r.partnership.as_str() == partnership && mentions(&r.text),
            Record::Summary(s) => s.partnership.as_str() == partnership && mentions(&s.remark),
            _ => false,
        })
    };
    let silent = all!(Summary).into_iter().filter(|s| !spoken_of(s.partnership.as_str()));
    assert_eq!(silent.map(|s| s.cannot_judge).filter(|n| *n > 0).collect::<Vec<_>>(), [8, 1, 1]);
}

fn mentions(text: &str) -> bool {
    text.to_lowercase().contains("data")
}

#[test]
fn the_boards_have_thirty_three_and_fourteen_seats() {
    let seats = all!(Seat);
    let on = |body| seats.iter().filter(|s| s.body.as_str() == body).map(|s| s.count).sum::<u32>();
    assert_eq!((on("OPB"), on("PSB")), (33, 14));
    let organisations = all!(Organisation);
    let sectors: BTreeSet<_> = organisations.iter().map(|row| row.sector.as_str()).collect();
    let known: BTreeSet<_> = seats.iter().map(|row| row.sector.as_str()).collect();
    assert!(sectors.is_subset(&known), "{sectors:?}");
}

#[test]
fn every_name_is_given_once_and_can_be_typed() {
    let mut seen = BTreeSet::new();
    for row in sample().unwrap().rows {
        let id = row.id();
        assert!(
            id.starts_with(char::is_alphanumeric)
                && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
            "{id}"
        );
        // A minute goes by the name of its item.
        assert!(row.table() == "minute" || seen.insert(id.to_lowercase()), "{id} twice");
    }
}

#[test]
fn every_name_referred_to_is_in_the_book() {
    const REFERENCES: &[(&str, &str)] = &[
        ("priority", "priority"),
        ("organisation", "organisation"),
        ("person", "person"),
        ("owner", "person"),
        ("mover", "person"),
        ("seconder", "person"),
        ("presiding", "person"),
        ("in_place_of", "person"),
        ("support", "person"),
        ("body", "body"),
        ("edition", "edition"),
        ("partnership", "partnership"),
        ("meeting", "meeting"),
        ("deferred_from", "item"),
        ("item", "item"),
        ("motion", "motion"),
        ("vote", "vote"),
        ("action", "action"),
    ];
    let rows = sample().unwrap().rows;
    let names: BTreeSet<(&str, &str)> = rows.iter().map(|row| (row.table(), row.id())).collect();
    for row in rows.iter().filter(|row| !matches!(row.table(), "response" | "finding")) {
        let fields = Table::try_from(row).unwrap();
        for (field, table) in REFERENCES {
            for name in text(&fields, field).split_whitespace() {
                assert!(names.contains(&(*table, name)), "{} has {field} {name}", row.id());
            }
        }
    }
    let ids: BTreeSet<&str> = names.iter().map(|(_, id)| *id).collect();
    for link in all!(Link) {
        assert!(
            ids.contains(link.from_id.as_str()) && ids.contains(link.to_id.as_str()),
            "{link:?}"
        );
    }
    let parents: Vec<_> = all!(Body).into_iter().filter_map(|body| body.parent).collect();
    assert!(parents.iter().all(|parent| names.contains(&("body", parent.as_str()))));
}

#[test]
fn everyone_on_the_roll_of_a_closed_meeting_is_accounted_for_once() {
    let (appointments, attendance) = (all!(Appointment), all!(Attendance));
    let closed = all!(Meeting).into_iter().filter(|m| m.status == MeetingStatus::Closed);
    let closed: Vec<_> = closed.collect();
    assert_eq!(closed.len(), 3);
    for meeting in closed {
        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for row in attendance.iter().filter(|row| row.meeting == meeting.id) {
            *times.entry(row.person.as_str()).or_default() += 1;
        }
        assert!(times.values().all(|n| *n == 1), "{}", meeting.id);
        let mut roll = appointments
            .iter()
            .filter(|row| row.body == meeting.body && row.stands_on(meeting.date));
        assert!(roll.all(|row| times.contains_key(row.person.as_str())), "{}", meeting.id);
    }
}

#[test]
fn a_vote_counts_those_in_the_room() {
    let votes = all!(Vote);
    let [vote] = votes.as_slice() else { panic!("one vote, not {}", votes.len()) };
    let members = all!(Attendance).into_iter().filter(|row| {
        row.meeting == vote.meeting
            && row.capacity == Capacity::Voting
            && row.status == AttendanceStatus::Present
    });
    assert_eq!(vote.total() as usize, members.count());
    assert!(vote.carried(11));
}

#[test]
fn minutes_and_actions_are_numbered_from_one_without_gaps() {
    for body in ["OPB", "SPSC"] {
        let meetings: BTreeSet<_> =
            all!(Meeting).into_iter().filter(|m| m.body.as_str() == body).map(|m| m.id).collect();
        let minutes: Vec<u32> = all!(Minute)
            .into_iter()
            .filter(|minute| meetings.contains(&minute.meeting))
            .filter_map(|minute| minute.number)
            .collect();
        assert!(minutes.iter().copied().eq(1..=u32::try_from(minutes.len()).unwrap()), "{body}");
        let actions: Vec<u32> =
            all!(Action).iter().filter(|a| a.body.as_str() == body).map(|a| a.number).collect();
        assert!(actions.iter().copied().eq(1..=u32::try_from(actions.len()).unwrap()), "{body}");
    }
}

#[test]
fn july_has_actions_to_chase_and_an_item_for_each_partnership() {
    let july = all!(Meeting).into_iter().find(|m| m.id.as_str() == "spsc-2010-07-22").unwrap();
    let actions = all!(Action);
    let given: Vec<_> = actions.iter().filter(|a| a.body == july.body).collect();
    let live = given.iter().filter(|a| a.status.is_live()).count();
    let overdue = given.iter().filter(|a| a.is_overdue(july.date)).count();
    assert_eq!((given.len(), live, overdue), (4, 3, 1));
    assert!(given.iter().all(|a| a.owner.is_some() && a.due.is_some()));
    assert!(given.iter().any(|a| a.status == ActionStatus::Complete));
    let items: Vec<Item> = all!(Item).into_iter().filter(|i| i.meeting == july.id).collect();
    let about: Vec<_> = items.iter().filter_map(|i| i.partnership.as_ref()).collect();
    let wanted: Vec<_> = all!(Partnership).into_iter().map(|row| row.id).collect();
    assert_eq!(about, wanted.iter().collect::<Vec<_>>());
}

#[test]
fn the_sample_is_tried_on_the_day_of_its_meeting() {
    let waits = all!(Meeting).into_iter().find(|meeting| meeting.id.as_str() == MEETING);
    assert_eq!(waits.map(|meeting| meeting.date), DAY);
}

#[test]
fn items_are_named_for_their_meeting_and_number() {
    for item in all!(Item) {
        assert_eq!(item.id.0, format!("{}-{}", item.meeting, item.number));
    }
}

#[test]
fn the_hearing_of_2007_had_eleven_people_and_thirteen_recommendations() {
    let came = all!(Attendance).into_iter().filter(|a| a.meeting.as_str() == "cgsc-2007-03-27");
    let decisions = all!(Decision).into_iter().filter(|d| d.meeting.as_str() == "cgsc-2007-03-27");
    let recommendations = all!(Recommendation);
    assert_eq!((came.count(), decisions.count(), recommendations.len()), (11, 1, 13));
    let dated = recommendations.iter().filter(|row| row.due.is_some()).count();
    let led = recommendations.iter().filter(|row| !row.lead.is_empty()).count();
    assert_eq!((dated, led), (4, 0));
}

#[test]
fn the_registers_hold_what_the_papers_look_ahead_to_and_back_on() {
    let drivers = all!(Driver);
    let links = all!(Link);
    let touched = |driver: &str| {
        let from = links.iter().filter(|l| l.kind == LinkKind::Threatens && l.from_id == driver);
        from.count()
    };
    assert_eq!(drivers.len(), 12);
    assert_eq!(touched("driver-area-agreement-ends"), 13);
    let findings = all!(Finding);
    let of = |kind| findings.iter().filter(|row| row.kind == kind && row.year == 2009).count();
    assert_eq!((of(FindingKind::RedFlag), of(FindingKind::GreenFlag)), (0, 0));
    assert_eq!((of(FindingKind::Strength), of(FindingKind::FollowUp)), (4, 5));
    assert_eq!((all!(Priority).len(), all!(Target).len(), all!(PlanEntry).len()), (9, 19, 5));
    let evidence =
        links.iter().find(|l| l.kind == LinkKind::Evidences && l.to_id == "cgsc-2007-R5");
    assert_eq!(evidence.unwrap().from_id, "review-2008-audit");
}
