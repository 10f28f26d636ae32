//! Lines as clerks say them, and what each comes to.

use minutebook::book::{EVERY, Filter};
use minutebook::capture;
use minutebook::model::Organisation;

use crate::support::clerk::{Clerk, printed};
use crate::support::invented::committee;

const COMING: &str = ".in allardyce, farrow, hesketh, nettleship, ravensworth, idris, quill";

#[test]
fn items_taken_together_are_voted_on_together() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(&format!(
        "10.00 .next\n.chair okonjo\n{COMING}\n.alter 6: note the report\n.alter 7: agree the plan\n\
         .bloc 6, 7\n.v 6-1-0"
    ));
    let sitting = clerk.sitting();
    let votes: Vec<_> = sitting.decisions.iter().map(|d| (d.en_bloc, d.vote.clone())).collect();
    let vote = sitting.votes.last().map(|vote| vote.id.clone());
    assert!(vote.is_some());
    assert_eq!(votes, [(true, vote.clone()), (true, vote)]);
    let text = printed(&sitting);
    assert_eq!(text.matches("(en bloc, by 6 votes to 1)").count(), 2, "{text}");
}

#[test]
fn a_line_is_read_as_a_clerk_says_it() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(&format!("10.00 .next\n.chair okonjo\n{COMING}\n.next 6"));
    assert_eq!(clerk.sitting().current().unwrap().number, "6");
    clerk.script(
        ".d to act\n.v unanimous\n.d to wait\n.v 6 for, 1 against\n\
         .int Cllr Farrow on item 7: a lease\n.a farrow and hesketh: write by June\n.exempt 3 and 5",
    );
    let sitting = clerk.sitting();
    let counts: Vec<_> = sitting.votes.iter().map(|v| (v.in_favour, v.against)).collect();
    assert_eq!(counts.len(), 2);
    assert_eq!((counts[0].1, counts[1]), (0, (6, 1)));
    assert_eq!(sitting.item(&sitting.interests[0].item).unwrap().number, "7");
    assert_eq!(sitting.actions[0].support.0.len(), 1);
    assert_eq!(sitting.current().unwrap().exempt.numbers(), [3, 5]);
}

#[test]
fn a_first_day_and_a_report_of_progress_are_no_slips() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(&format!(
        "10.00 .next\n.chair okonjo\n{COMING}\n.next 6\n.a farrow: write\n.a hesketh: call by 1 September 2026"
    ));
    let sitting = clerk.sitting();
    let [write, call] = [0, 1].map(|n| sitting.actions[n].reference());
    clerk.script(&format!(
        ".extend {write} to 1 September 2026\n.progress {call}: half done\n.extend {call} to 1 August 2026\n.extend {call} to 1 October 2026"
    ));
    let lines = clerk.pen.actions(&Filter::default(), EVERY).unwrap();
    let slips: Vec<(String, u32)> =
        lines.iter().map(|line| (line.action.text.clone(), line.slips)).collect();
    assert_eq!(slips, [("write".to_owned(), 0), ("call".to_owned(), 1)]);
}

#[test]
fn namesakes_are_told_apart_by_whom_they_stand_for() {
    let clerk = Clerk::before(&committee());
    let mut sitting = clerk.sitting();
    let roll: Vec<_> = sitting.appointments.iter().map(|a| a.person.clone()).take(2).collect();
    let homes = ["Trust", "Police"].map(|short| Organisation {
        id: short.into(),
        name: format!("The {short}"),
        short: short.into(),
        sector: String::new(),
    });
    for (id, home) in roll.iter().zip(&homes) {
        let person = sitting.people.iter_mut().find(|person| person.id == *id).unwrap();
        (person.given, person.family) = ("John".into(), "Quarrington".into());
        person.organisation = Some(home.id.clone());
    }
    sitting.organisations.extend(homes);
    let said = capture::told_apart(&sitting, &roll);
    assert_eq!(said, ["John Quarrington Trust", "John Quarrington Police"]);
}
