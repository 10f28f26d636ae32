//! Invented registers: actions, decisions, bodies, meetings and a schedule.

use std::collections::BTreeMap;

use minutebook::model::{
    Action, ActionLine, ActionStatus, Annotation, AnnotationKind, AnnotationStatus, Appointment,
    BodyKind, BodyLine, Decision, DecisionLine, Edition, Gap, GapRule, Link, LinkKind, MeetingLine,
    MeetingStatus, MinutesStatus, Mute, Partnership, People, Person, Point, Recommendation,
    RecommendationStatus, Response, ResponseKind, ResponseStatus, Role, Schedule, Seat, SeatStatus,
    Section, Standing, Summary, Tied, Tone, Update, Verb,
};
use minutebook::rules::gap::{Ground, judge};
use minutebook::rules::review::Review;
use minutebook::rules::since::since;

use super::blank::{at, body, day};

fn action(number: u32, owner: &str, text: &str, month: u32, status: ActionStatus) -> ActionLine {
    ActionLine {
        links: Vec::new(),
        action: Action {
            id: format!("act{number}").as_str().into(),
            body: "ps".into(),
            number,
            year: 2026,
            meeting: "m".into(),
            item: "item-5".into(),
            rank: i64::from(number),
            place: 0,
            text: text.into(),
            owner: (!owner.is_empty()).then(|| owner.into()),
            organisation: None,
            support: People::default(),
            due: Some(day(2026, month, 30)),
            due_text: String::new(),
            status,
        },
        owner: owner.into(),
        support: Vec::new(),
        organisation: "Shire".into(),
        code: "PS".into(),
        given: day(2026, 4, 14),
        minute: Some(24),
        item_title: "Thematic partnerships".into(),
        exempt: false,
        reports: Vec::new(),
        partnership: None,
    }
}

/// Four actions in four states, and an exempt one.
pub(crate) fn actions() -> Vec<ActionLine> {
    let mut lines = vec![
        action(9, "K. Oduya", "Ask for the quarter's figures", 5, ActionStatus::Open),
        action(10, "K. Oduya", "Write to the partnership", 9, ActionStatus::InProgress),
        action(11, "H. Strand", "Report on freight", 6, ActionStatus::Complete),
        action(12, "", "Book a larger room", 7, ActionStatus::Cancelled),
        action(13, "H. Strand", "Renew the lease quietly", 8, ActionStatus::Open),
    ];
    lines[0].reports = vec![put_back(4, 30, 5), put_back(3, 31, 4)];
    lines[4].exempt = true;
    lines[4].item_title = "Depot lease".into();
    lines
}

/// A report that puts the day of an action back to the end of a later month.
fn put_back(month: u32, last: u32, to: u32) -> Update {
    let was = day(2026, month, last);
    Update {
        id: format!("upd{month}").as_str().into(),
        action: "act9".into(),
        at: at(was, "10.00"),
        meeting: None,
        by: String::new(),
        text: "the figures were late".into(),
        status: ActionStatus::Open,
        due: Some(day(2026, to, 30)),
        due_text: String::new(),
        was: Some(was),
        rank: i64::from(month),
    }
}

fn decision(minute: u32, verb: Verb, text: &str) -> DecisionLine {
    DecisionLine {
        links: Vec::new(),
        decision: Decision {
            verb,
            text: text.into(),
            ..Decision::blank(
                format!("dec{minute}").as_str().into(),
                "m".into(),
                "item-5".into(),
                i64::from(minute),
            )
        },
        code: "PS".into(),
        body_id: "ps".into(),
        date: day(2026, 4, 14),
        minute: Some(minute),
        year: 2026,
        letter: None,
        item_title: "Thematic partnerships".into(),
        exempt: false,
        vote: None,
        answered: None,
        ratified_by: String::new(),
        ratify_on: None,
        corrections: Vec::new(),
        partnership: None,
    }
}

/// Two decisions, and an exempt one.
pub(crate) fn decisions() -> Vec<DecisionLine> {
    let mut lines = vec![
        decision(24, Verb::Agreed, "to ask for the quarter's figures"),
        decision(25, Verb::Recommended, "that the plan be published"),
        decision(26, Verb::Agreed, "to renew the lease quietly"),
    ];
    lines[1].decision.to_whom = "Cabinet".into();
    lines[1].letter = Some(1);
    lines[2].exempt = true;
    lines[2].item_title = "Depot lease".into();
    lines
}

pub(crate) fn bodies() -> Vec<BodyLine> {
    let seat = |n: i64, sector: &str, count: u32, at_most: bool, status: SeatStatus| Seat {
        id: format!("seat{n}").as_str().into(),
        body: "vb".into(),
        sector: sector.into(),
        count,
        at_most,
        holder: if status == SeatStatus::Filled {
            "Leader of the council".into()
        } else {
            String::new()
        },
        status,
        remark: String::new(),
        rank: n,
    };
    let person = Person {
        id: "Okonjo".into(),
        title: "Councillor".into(),
        given: "R.".into(),
        family: "Okonjo".into(),
        honours: "OBE".into(),
        post: "Leader".into(),
        organisation: None,
    };
    let appointment = Appointment {
        id: "app1".into(),
        body: "vb".into(),
        person: person.id.clone(),
        seat: Some("seat1".into()),
        role: Role::Chair,
        voting: true,
        from_on: Some(day(2025, 5, 20)),
        to_on: None,
        rank: 1,
    };
    let mut board = body("vb", "VB", "Vale Board", "", BodyKind::PartnershipBoard);
    board.remit = "Keeps the vision for the vale".into();
    vec![BodyLine {
        body: board,
        seats: vec![
            seat(1, "County", 1, false, SeatStatus::Filled),
            seat(2, "Parishes", 5, true, SeatStatus::ToBeSettled),
        ],
        members: vec![(appointment, person)],
        organisations: vec![],
    }]
}

pub(crate) fn meetings() -> Vec<MeetingLine> {
    let line = |id: &str, month, status| MeetingLine {
        id: id.into(),
        code: "PS".into(),
        body: "Partnerships Scrutiny Committee".into(),
        body_id: "ps".into(),
        title: String::new(),
        date: day(2026, month, 9),
        start: chrono::NaiveTime::from_hms_opt(10, 0, 0),
        place: "Shire House; room 2, Marlow Street".into(),
        status,
        minutes: MinutesStatus::Draft,
        items: 9,
        decisions: 4,
        actions: 2,
    };
    vec![
        line("mtg1", 2, MeetingStatus::Closed),
        line("mtg2", 6, MeetingStatus::Planned),
        line("mtg3", 12, MeetingStatus::Cancelled),
    ]
}

fn standing(n: i64, name: &str, period: &str, counts: Option<[u32; 4]>) -> Standing {
    let id = format!("pship{n}");
    Standing {
        summary: counts.map(|[total, on_track, off_track, cannot_judge]| Summary {
            id: format!("sum{n}").as_str().into(),
            edition: "ed1".into(),
            partnership: id.as_str().into(),
            period: period.into(),
            total,
            on_track,
            off_track,
            lost: off_track.min(1),
            cannot_judge,
            not_due: 0,
            cause: None,
            mender: String::new(),
            remark: String::new(),
        }),
        ..Standing::blank(Partnership::named(id.as_str().into(), name, n))
    }
}

/// Three partnerships, of two periods, one with no figures.
pub(crate) fn schedule() -> Schedule {
    let mut rivers = standing(1, "Clean Rivers Partnership", "Q3 2025/26", Some([9, 4, 2, 3]));
    let point = |n: i64, section, text: &str, tone| Point {
        id: format!("pt{n}").as_str().into(),
        edition: "ed1".into(),
        partnership: "pship1".into(),
        section,
        text: text.into(),
        tone,
        rank: n,
    };
    rivers.points = vec![
        point(1, Section::Outcomes, "Weirs are being cleared.", Some(Tone::Strength)),
        point(2, Section::Outcomes, "Two targets lost", Some(Tone::Concern)),
        point(3, Section::PartnershipWorking, "Meets rarely", None),
    ];
    rivers.responses = vec![Response {
        id: "resp1".into(),
        edition: "ed1".into(),
        partnership: "pship1".into(),
        text: "A plan for the two".into(),
        kind: Some(ResponseKind::Action),
        owner: "K. Oduya".into(),
        due: None,
        due_text: "during 2026/27".into(),
        status: ResponseStatus::Proposed,
        rank: 1,
    }];
    rivers.links = vec![Link {
        id: "link1".into(),
        from_id: "resp1".into(),
        to_id: "pt2".into(),
        kind: LinkKind::Answers,
        meeting: None,
    }];
    Schedule {
        edition: Edition {
            id: "ed1".into(),
            title: "Partnership schedule, summer 2026".into(),
            as_at: day(2026, 6, 1),
            author: "K. Oduya".into(),
            source: String::new(),
        },
        standings: vec![
            rivers,
            standing(2, "Skills Partnership", "Q4 2025/26", Some([5, 5, 0, 0])),
            standing(3, "Village Halls Alliance", "", None),
        ],
    }
}

/// The partnerships of the schedule.
pub(crate) fn partnerships() -> Vec<Partnership> {
    schedule().standings.into_iter().map(|row| row.partnership).collect()
}

/// What is missing in the schedule and the recommendations, one of it let pass.
/// The schedule gone over, with the invented actions given on its first row.
pub(crate) fn review() -> Review {
    let schedule = schedule();
    let mut last = schedule.clone();
    last.edition.as_at = day(2025, 10, 1);
    let before = last.standings.iter_mut().filter_map(|row| row.summary.as_mut());
    before.for_each(|summary| {
        "Q1 2025/26".clone_into(&mut summary.period);
        (summary.on_track, summary.off_track) = (summary.off_track, summary.on_track);
    });
    let mut actions = actions();
    actions.retain(|line| line.action.status.is_live());
    for line in &mut actions {
        line.partnership = Some("pship1".into());
    }
    let note = Annotation {
        id: "note1".into(),
        subject: "pship1".into(),
        kind: AnnotationKind::Query,
        text: "Are the weirs counted twice?".into(),
        made_on: day(2026, 2, 3),
        status: AnnotationStatus::Open,
        answer: String::new(),
        by: "H. Strand".into(),
        rank: 1,
    };
    let earlier = [last];
    Review {
        since: schedule.standings.iter().map(|row| since(row, &earlier, &[])).collect(),
        gaps: gaps(),
        notes: vec![note],
        actions,
        schedule,
        ..Review::blank(day(2026, 7, 1))
    }
}

pub(crate) fn gaps() -> Vec<Gap> {
    let passed = Mute {
        id: "mute1".into(),
        rule: GapRule::G8,
        subject: String::new(),
        most: None,
        why: "The rivers are counted a quarter late.".into(),
    };
    let rows = recommendations().into_iter().map(|tied| tied.row);
    judge(&Ground {
        editions: vec![schedule()],
        recommendations: rows.collect(),
        mutes: vec![passed],
        ..Ground::default()
    })
}

/// Three recommendations: one done, one late, and one that nobody answered.
pub(crate) fn recommendations() -> Vec<Tied<Recommendation>> {
    let row = |n: i64, text: &str, status| Recommendation {
        id: format!("rec{n}").as_str().into(),
        number: format!("R{n}"),
        source: "Scrutiny of partnerships, 2025".into(),
        meeting: None,
        made_on: Some(day(2025, 11, 3)),
        text: text.into(),
        addressed_to: "The Cabinet".into(),
        lead: String::new(),
        due: None,
        due_text: String::new(),
        reply_due: Some(day(2026, 1, 3)),
        reply: String::new(),
        status,
        rank: n,
    };
    let alone = |row| Tied { row, links: Vec::new(), called: BTreeMap::new() };
    let mut lines = vec![
        alone(row(1, "Keep a list of every partnership", RecommendationStatus::Achieved)),
        alone(row(2, "Name a lead for each target", RecommendationStatus::InProgress)),
        alone(row(3, "=Debate the schedule once a year", RecommendationStatus::Made)),
    ];
    lines[0].row.reply = "Agreed; the list was published in March".into();
    lines[0].links.push(Link {
        id: "link2".into(),
        from_id: "act11".into(),
        to_id: "rec1".into(),
        kind: LinkKind::Evidences,
        meeting: None,
    });
    lines[1].row.lead = "K. Oduya".into();
    lines[1].row.due = Some(day(2026, 3, 31));
    lines
}
