//! The invented meetings that documents are checked on: people, bodies and
//! places that never were.

use std::convert::Infallible;

use minutebook::model::{
    AttendanceStatus, BodyKind, Capacity, Cast, Direction, HouseStyle, InterestKind,
    InterestOutcome, ItemKind, ItemStatus, Meeting, MeetingKind, MinutesStatus, MotionOutcome,
    Paragraphs, Sitting, Verb,
};

use super::blank::{body, day, item, meeting};
use super::scene::Scene;

const PEOPLE: [&str; 13] = [
    "Councillor|R.|Okonjo||Shire",
    "Councillor Miss|P.|Allardyce||Shire",
    "Councillor|T.|Brandreth||Shire",
    "Councillor|D.|Farrow||Shire",
    "Councillor|J.|Hesketh||Shire",
    "Councillor|M.|Idris||Shire",
    "Councillor|L.|Nettleship||Shire",
    "Councillor|C.|Ravensworth||Shire",
    "Councillor|S.|Quill||Shire",
    "Councillor|V.|Tarrant||Shire",
    "Councillor|B.|Sallow|Cabinet Member for Places|Shire",
    "|K.|Oduya|Head of Partnerships|Shire",
    "|H.|Strand|Director of Environment|Shire",
];

/// A committee's meeting with everything on it: a substitute, a late arrival and
/// an early departure, an interest, a correction, an amendment lost on a casting
/// vote, a vote noted on request, a deferral and exempt business.
pub(crate) fn committee() -> Sitting {
    let mut scene = played();
    scene.close("12.10");
    scene.sitting
}

/// The same meeting before it closed, gone back to the item at this place on its
/// agenda.
pub(crate) fn retaken(item: usize) -> Scene {
    let mut scene = played();
    scene.go_back(item);
    scene
}

fn played() -> Scene {
    let mut scene = convened();
    opening_business(&mut scene);
    reports(&mut scene);
    exempt_business(&mut scene);
    scene
}

fn convened() -> Scene {
    let committee = body(
        "ps",
        "PS",
        "Partnerships Scrutiny Committee",
        "Vale and Downs County Council",
        BodyKind::Scrutiny,
    );
    let mut held = meeting("m", "ps", day(2026, 6, 9));
    held.place = "Shire House, Marlow Street".into();
    let mut scene = Scene::new(committee, held);
    scene.organisation("Shire");
    for person in PEOPLE {
        scene.person(person);
    }
    scene.person("|A.|Penhale|Democratic Services|Shire");
    scene.roll("Okonjo Allardyce Quill Farrow Hesketh Idris Nettleship Ravensworth Tarrant");
    let mut lease = item("8", "Depot lease", ItemKind::Report);
    lease.exempt = Paragraphs::of([3]).unwrap();
    scene.agenda(vec![
        item("1", "Apologies and temporary appointments", ItemKind::Apologies),
        item("2", "Declarations of interest", ItemKind::Interests),
        item("3", "Minutes", ItemKind::Minutes),
        item("4", "Speaking to the committee", ItemKind::Address),
        item("5", "Thematic partnerships: quarter 4 schedule", ItemKind::Report),
        item("6", "Carbon and freight", ItemKind::Decision),
        item("7", "Skills review", ItemKind::Report),
        item("", "Exclusion of press and public", ItemKind::Exclusion),
        lease,
    ]);
    let before = meeting("before", "ps", day(2026, 4, 14));
    let sent = Meeting { minutes: MinutesStatus::Circulated, ..before };
    scene.sitting.neighbours.previous = Some(sent);
    scene.sitting.neighbours.coming = vec![meeting("after", "ps", day(2026, 9, 8))];
    scene
}

fn opening_business(scene: &mut Scene) {
    scene.begin("10.00");
    scene.chair("Okonjo", "10.00");
    scene.take(0, 31);
    for name in ["Okonjo", "Allardyce"] {
        scene.arrive(name, Capacity::Voting, "10.00");
    }
    scene.apologies("Quill", "unwell after an operation");
    scene.arrive("Brandreth", Capacity::Voting, "10.00");
    scene.in_place_of("Quill");
    for name in ["Farrow", "Hesketh", "Nettleship", "Ravensworth"] {
        scene.arrive(name, Capacity::Voting, "10.00");
    }
    scene.apologies("Tarrant", "");
    scene.arrive("Penhale", Capacity::Officer, "10.00");
    scene.take(1, 32);
    scene.interest(
        "Farrow",
        5,
        InterestKind::Pecuniary,
        "director of a haulage firm under contract",
        InterestOutcome::Withdrew,
    );
    scene.take(2, 33);
    scene.decide(
        Verb::Resolved,
        "",
        "That the Minutes of 14 April 2026 be approved and signed as a correct record.",
        None,
    );
    scene.correct("27/26, line 2", "Councillor Ravensworth", "Councillor Nettleship");
    scene.write("Matters arising - Minute 24/26 (A/26/09): complete; accepted.");
    scene.sitting.decisions[0].place = 0;
    scene.arrive("Idris", Capacity::Voting, "10.12");
    scene.take(3, 34);
    scene.write("One address was heard, on Agenda Item 6, from the Downland Walkers' Forum.");
}

fn reports(scene: &mut Scene) {
    scene.take(4, 35);
    scene.arrive("Oduya", Capacity::Officer, "10.20");
    scene.write(
        "The Head of Partnerships reported that 21 of 34 targets were on track, seven were not, \
         and six could not be judged. Three of the seven had no response on file.",
    );
    scene.write("Members asked why the Clean Rivers Partnership's figures were a quarter older.");
    scene.decide(
        Verb::Agreed,
        "",
        "to ask the Clean Rivers Partnership for a written response on its two targets not on \
         track",
        None,
    );
    scene.action(14, "Oduya", "Obtain response under (a)", day(2026, 6, 30));
    scene.decide(
        Verb::Agreed,
        "",
        "that figures not yet judged be listed by cause in future",
        None,
    );
    scene.action(15, "Oduya", "Add cause column under (b)", day(2026, 9, 8));
    scene.moves("Oduya", Direction::Out, "10.40");
    scene.take(5, 36);
    scene.moves("Farrow", Direction::Out, "10.41");
    scene.arrive("Sallow", Capacity::Invitee, "10.41");
    scene.arrive("Strand", Capacity::Officer, "10.41");
    let motion = scene.motion(
        None,
        ["Allardyce", "Ravensworth"],
        "that the Cabinet be recommended to adopt the freight plan at PS6",
        MotionOutcome::Carried,
    );
    let amendment = scene.motion(
        Some(&motion),
        ["Nettleship", "Idris"],
        "to add \"from April 2027\"",
        MotionOutcome::Lost,
    );
    scene.vote(Some(&amendment), [3, 3, 1], Some(Cast::Against));
    let vote = scene.vote(Some(&motion), [5, 1, 1], None);
    scene.ballot(&vote, "Nettleship", Cast::Against, true);
    scene.decide(Verb::Recommended, "Cabinet", "that the freight plan be adopted", Some(&vote));
    scene.note("Check the haulage figures with H. Strand before publication.");
    scene.moves("Farrow", Direction::In, "11.18");
    scene.moves("Hesketh", Direction::Out, "11.20");
    scene.moves("Sallow", Direction::Out, "11.20");
    scene.moves("Strand", Direction::Out, "11.20");
    scene.take(6, 37);
    scene.set_aside(
        ItemStatus::Deferred,
        "8 September 2026",
        "the employers' survey being incomplete",
    );
}

fn exempt_business(scene: &mut Scene) {
    scene.take(7, 38);
    let vote = scene.vote(None, [7, 0, 0], None);
    scene.decide(Verb::Resolved, "", "", Some(&vote));
    scene.take(8, 39);
    scene.write("The landlord's agent asked for 48,000 a year; the Director had offered 41,500.");
    scene.decide(Verb::Agreed, "", "to support an offer of up to 44,000 a year", None);
    scene.action(16, "Strand", "Put the offer to the agent", day(2026, 6, 19));
    scene.summary(
        "The Committee considered the terms of a lease and gave its comments to the Director.",
    );
}

/// A partnership's meeting, kept in notes.
pub(crate) fn partnership() -> Sitting {
    let mut board =
        body("nw", "NW", "North Wolds Safer Places Partnership", "", BodyKind::PartnershipBoard);
    board.house_style = HouseStyle::Notes;
    board.quorum = None;
    let mut held = meeting("m", "nw", day(2026, 5, 18));
    held.number = Some(4);
    held.kind = MeetingKind::Ordinary;
    let mut scene = Scene::new(board, held);
    for name in ["County", "Police", "Fire", "Health", "Districts", "Voluntary sector"] {
        scene.organisation(name);
    }
    for person in [
        "|G.|Lorne|Head of Community Safety|County",
        "Councillor|E.|Marsh|Cabinet Member for Safety|County",
        "Supt.||Vane||Police",
        "|O.|Trewin|Area Manager|Fire",
        "Dr|N.|Farr|Director of Public Health|Health",
        "|H.|Lisle|Programme Manager|Health",
        "Councillor|W.|Ashby||Districts",
        "Councillor|Y.|Dunmore||Districts",
        "Councillor|Z.|Coates||Districts",
        "|I.|Pell||Voluntary sector",
    ] {
        scene.person(person);
    }
    scene.roll("Lorne Marsh Vane Trewin Farr Ashby Dunmore Coates Pell");
    scene.agenda(vec![
        item("3.1", "Fear of crime", ItemKind::Report),
        item("3.2", "Countywide plan", ItemKind::Decision),
        item("3.3", "Reporting burden", ItemKind::Report),
    ]);
    scene.begin("14.00");
    scene.chair("Lorne", "14.00");
    scene.take(0, 1);
    for name in ["Lorne", "Marsh", "Vane"] {
        scene.arrive(name, Capacity::Voting, "14.00");
    }
    scene.apologies("Trewin", "");
    scene.apologies("Farr", "");
    scene.arrive("Lisle", Capacity::Voting, "14.00");
    scene.in_place_of("Farr");
    for name in ["Ashby", "Dunmore", "Pell"] {
        scene.arrive(name, Capacity::Voting, "14.00");
    }
    scene.attend("Coates", Capacity::Voting, AttendanceStatus::Absent);
    scene.write("Survey shows no change though recorded crime has fallen.");
    scene.action(1, "Vane", "Propose three local measures", day(2026, 7, 15));
    scene.take(1, 2);
    scene.write("Health's substitute could not commit the trust.");
    scene.decide(Verb::Agreed, "", "the plan in principle", None);
    scene.action(2, "Lisle", "Confirm the trust's agreement", day(2026, 6, 5));
    scene.take(2, 3);
    scene.decide(Verb::Agreed, "", "that the two returns be merged", None);
    scene.close("15.30");
    scene.sitting.neighbours.coming = vec![meeting("after", "nw", day(2026, 9, 14))];
    scene.sitting
}

/// A meeting as it is read from a book that nothing is wrong with.
pub(crate) type Read = Result<Sitting, Infallible>;
