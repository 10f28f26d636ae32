//! An invented meeting that does not run smoothly: business out of order, a
//! change of chair, recorded votes, motions that come to nothing.

use minutebook::model::{
    BodyKind, Capacity, Cast, Direction, ItemKind, ItemStatus, Method, MotionOutcome, Sitting, Verb,
};

use super::blank::{body, day, item, meeting};
use super::scene::Scene;

const PEOPLE: [&str; 6] = [
    "Councillor Mrs|A.|Bryce",
    "Councillor|C.|Dunn",
    "Councillor|E.|Fane",
    "Councillor Mr|G.|Dunn",
    "Councillor|小林|さくら",
    "|H.|Innes|Clerk",
];

/// The meeting.
pub(crate) fn committee() -> Sitting {
    let mut scene = Scene::new(
        body("hc", "", "Harbour Panel", "Saltmouth Town Council", BodyKind::StatutoryCommittee),
        meeting("m", "hc", day(2026, 11, 3)),
    );
    for person in PEOPLE {
        scene.person(person);
    }
    scene.roll("Bryce Dunn Fane さくら");
    scene.agenda(vec![
        item("1", "Apologies", ItemKind::Apologies),
        item("2", "Declarations of interest", ItemKind::Interests),
        item("3", "Moorings", ItemKind::Decision),
        item("4", "Dredging", ItemKind::Decision),
        item("5", "Harbour lights", ItemKind::Report),
        item("6", "Sea wall", ItemKind::Urgent),
        item("7", "Any other business", ItemKind::Other),
    ]);
    scene.begin("10.00");
    scene.chair("Bryce", "10.00");
    scene.take(0, 9);
    for name in ["Bryce", "Dunn", "Fane", "さくら"] {
        scene.arrive(name, Capacity::Voting, "10.01");
    }
    scene.arrive("Innes", Capacity::Officer, "10.01");
    scene.take(1, 10);
    dredging(&mut scene);
    moorings(&mut scene);
    scene.take(5, 13);
    scene.sitting.items[5].urgent_reason = "the wall was breached overnight".into();
    scene.decide(Verb::Noted, "", "The engineer's report.", None);
    scene.sitting.items[4].status = ItemStatus::Withdrawn;
    scene.sitting.items[4].why = "the lamps having been mended".into();
    scene.close("11.30");
    scene.sitting
}

/// Taken before moorings: an amendment carried, and a recorded vote.
fn dredging(scene: &mut Scene) {
    scene.take(3, 11);
    scene.chair("Fane", "10.20");
    let motion =
        scene.motion(None, ["Dunn", "さくら"], "Dredge the inner basin", MotionOutcome::Carried);
    let amendment = scene.motion(
        Some(&motion),
        ["さくら", "Bryce"],
        "to add \"before Easter\"",
        MotionOutcome::Carried,
    );
    scene.vote(Some(&amendment), [3, 1, 0], None);
    let vote = scene.vote(Some(&motion), [2, 1, 1], None);
    let named = scene.sitting.votes.last_mut().unwrap();
    named.method = Method::Named;
    for (name, cast) in [
        ("Dunn", Cast::For),
        ("さくら", Cast::For),
        ("Bryce", Cast::Against),
        ("Fane", Cast::Abstained),
    ] {
        scene.ballot(&vote, name, cast, false);
    }
    scene.decide(Verb::Resolved, "", "The inner basin be dredged before Easter", Some(&vote));
    let decision = scene.sitting.decisions.last_mut().unwrap();
    decision.reasons = "silt has halved its depth".into();
    decision.alternatives = "waiting a year".into();
    decision.effective_on = Some(day(2026, 11, 12));
}

fn moorings(scene: &mut Scene) {
    scene.take(2, 12);
    scene.motion(None, ["Dunn", ""], "That moorings be free", MotionOutcome::Fell);
    scene.write("Members discussed the charge for moorings.");
    let motion =
        scene.motion(None, ["Bryce", "Dunn"], "to leave the charge alone", MotionOutcome::Carried);
    let consent = scene.vote(Some(&motion), [0, 0, 0], None);
    scene.sitting.votes.last_mut().unwrap().method = Method::Consensus;
    scene.decide(Verb::Resolved, "", "to leave the charge alone", Some(&consent));
    scene.decide(
        Verb::Referred,
        "the Finance Committee",
        "whether it can be collected online",
        None,
    );
    let vote = scene.vote(None, [2, 1, 1], None);
    scene.ballot(&vote, "Bryce", Cast::Against, true);
    scene.moves("Dunn", Direction::Out, "10.50");
    scene.moves("さくら", Direction::Out, "10.50");
}
