//! Tables whose headings stand in two rows, and what stands in them beside what is meant.

use minutebook::import::{Known, PaperKind};
use minutebook::model::{Action, Person, PersonId, Record, Target};

use super::{Found, counted, nothing, read, read_knowing, rows, told};

/// The figures of each target, in the order of their periods, and what it aims at.
fn figures(found: &Found) -> Vec<(String, String, Vec<String>)> {
    let targets = rows(found).iter().filter_map(|row| match row {
        Record::Target(target) => Some(target),
        _ => None,
    });
    let of = |target: &Target| {
        let results = rows(found).iter().filter_map(|row| match row {
            Record::TargetResult(result) if result.target == target.id => {
                Some(format!("{}: {}", result.period, result.value))
            }
            _ => None,
        });
        (target.wording.clone(), target.goal.clone(), results.collect())
    };
    targets.map(of).collect()
}

#[test]
fn counts_under_the_name_of_a_pane_are_counts_and_owners_are_owners() {
    let paper = "<h1>Governance schedule, quarter 2 2025/26</h1><table>\
        <tr><th rowspan=2>Partnership</th><th colspan=4>Performance</th><th colspan=3>Response</th></tr>\
        <tr><th>Targets</th><th>On track</th><th>Off track</th><th>Commentary</th>\
        <th>Corrective action</th><th>Lead officer</th><th>By</th></tr>\
        <tr><td>Safer Vale Partnership</td><td>12</td><td>9</td><td>3</td><td>Burglary rose.</td>\
        <td>Patrols doubled</td><td>Supt Ann Bell</td><td>31 January 2026</td></tr>\
        <tr><td>Clean Rivers Partnership</td><td>8</td><td>8</td><td>0</td><td>Weirs were mended.</td>\
        <td>None required</td><td></td><td></td></tr></table>";
    let found = read("schedule.html", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["targets", "outcomes", "responses"]), [20, 2, 1]);
    let response = rows(&found).iter().find_map(|row| match row {
        Record::Response(response) => Some(response.clone()),
        _ => None,
    });
    let response = response.unwrap();
    assert_eq!(response.text, "Patrols doubled");
    assert_eq!(response.due.map(|day| day.to_string()).as_deref(), Some("2026-01-31"));
}

#[test]
fn a_colour_that_stands_alone_is_no_partnership_and_no_point() {
    let paper = "# Governance schedule, Q3 2025/26\n\n## Safer Vale Partnership\n\n**RAG: Amber \u{2191}**\n\n\
        | Performance | Response |\n|---|---|\n| GREEN<br>Burglary fell. | Patrols go on. |\n";
    let found = read("schedule.md", paper.as_bytes(), PaperKind::Schedule);
    assert_eq!(counted(&found, ["partnerships", "outcomes", "responses"]), [1, 1, 1]);
    assert!(told(&found, "", "a colour, and not read in: \u{201c}RAG: Amber \u{2191}\u{201d}"));
}

#[test]
fn figures_and_those_aimed_at_go_by_the_year_that_heads_them() {
    let paper = "NI ref,Description,Target 09/10,Actual 09/10,Target 10/11,Actual 10/11,Lead partnership\n\
        NI 16,Burglary,13.1,12.9,12.5,12.1*,Safer Vale Partnership\n\
        NI 117,Young people not in work,5.5%,5.8% (p),5.0%,n/a,Vale Trust\n";
    let found = read("results.csv", paper.as_bytes(), PaperKind::Auto);
    let figures = figures(&found);
    let [(burglary, goal, of), (_, aim, young)] = figures.as_slice() else { panic!("{figures:?}") };
    assert_eq!((burglary.as_str(), goal.as_str(), aim.as_str()), ("Burglary", "12.5", "5.0%"));
    assert_eq!(of, &["2009/10: 12.9", "2010/11: 12.1*"]);
    assert_eq!(young.first().map(String::as_str), Some("2009/10: 5.8% (p)"));
}

#[test]
fn a_band_across_a_table_of_figures_says_whose_they_are() {
    let paper = "<table><tr><th>Ref</th><th>Measure</th><th>Q1 2025/26</th></tr>\
        <tr><th colspan=3>Safer Vale Partnership</th></tr><tr><td>S1</td><td>Burglary</td><td>7.7</td></tr>\
        <tr><th colspan=3>Vale Trust</th></tr><tr><td>T1</td><td>Places</td><td>31 days</td></tr></table>";
    let found = read("results.html", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["new partnerships", "new targets", "results"]), [2, 2, 2]);
}

#[test]
fn whoever_is_named_and_not_known_stays_in_the_words_of_an_action() {
    let person = |id: &str, name: &str| Person::named(PersonId::from(id), name);
    let people = [person("A", "Sue Marsh"), person("B", "Sam Marsh"), person("C", "Cllr Ann Bell")];
    let known = Known { people: &people, ..nothing() };
    let log = "Ref,Action,Owner,Due,RAG,Progress\n1,Book the hall,Ann Bell; Petra Voss,3 April 2026,G,Complete - booked\n\
        2,Book the van,Mrs S Marsh,3 April 2026,A,\n";
    let meeting = super::meeting(super::day(2026, 3, 3));
    let known = Known { meeting: Some(&meeting), ..known };
    let found = read_knowing("log.csv", log.as_bytes(), PaperKind::Actions, &known);
    let actions: Vec<&Action> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Action(action) = row { Some(action) } else { None })
        .collect();
    let [hall, van] = actions.as_slice() else { panic!("{actions:?}") };
    assert!(hall.owner.is_some() && hall.text.contains("Ann Bell; Petra Voss"), "{}", hall.text);
    assert!(!hall.status.is_live(), "the colour is a colour; its news says complete");
    assert!(van.owner.is_none() && van.text.contains("Mrs S Marsh"), "{van:?}");
}

#[test]
fn members_may_stand_in_lines_by_their_group() {
    let paper = "STANDARDS COMMITTEE\nMembership 2025/26\n\n\
        Conservative (3):      Cllr Alan Birch (Chairman), Cllr Betty Crook\n\
        Labour (2):            Cllr Dora Ellis (Lab), 1 vacancy\n\
        Co-opted members:      Mr K. Lamb, Mrs M. North\n\
        Substitutes:           Cllr Ian Jute, Cllr Moe Nash\n";
    let found = read("members.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(found.report.kind, PaperKind::Members);
    assert_eq!(counted(&found, ["people", "vacancies"]), [5, 1]);
    assert!(told(&found, "", "body: STANDARDS COMMITTEE"));
    assert!(told(&found, "", "member: Mr K. Lamb, Co-opted members"));
    assert!(told(&found, "", "substitutes are named at the meeting"));
}

#[test]
fn members_may_stand_in_a_column_to_each_group() {
    let paper = "<h1>Standards Committee</h1><p>Membership 2025/26</p><table>\
        <tr><th>Conservative (2)</th><th>Labour (2)</th><th>Co-opted parish members</th></tr>\
        <tr><td>Cllr Alan Birch (Chairman)</td><td>Cllr Dora Ellis</td><td>Mr K. Lamb</td></tr>\
        <tr><td>Cllr Betty Crook</td><td>Vacancy</td><td></td></tr>\
        <tr><th colspan=3>Substitutes</th></tr>\
        <tr><td>Cllr Ian Jute<br>Cllr Kay Low</td><td>Cllr Moe Nash</td><td></td></tr></table>";
    let found = read("members.html", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["people", "vacancies"]), [4, 1]);
    assert!(told(&found, "", "Cllr Ian Jute, Cllr Kay Low, Cllr Moe Nash"));
}

#[test]
fn a_schedule_may_say_under_labels_what_it_says_of_each_partnership() {
    let paper = "Governance schedule Q2 2025/26\n\nPartnership: Safer Vale Partnership\nRAG: Amber\n\
        Performance: 12 targets: 9 on track, 3 off track. Burglary rose.\n\
        Response: Patrols doubled by 31 January 2026.\n\n\
        Partnership: Clean Rivers Partnership\nPerformance: Weirs were mended.\nResponse: None needed.\n";
    let found = read("schedule.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(
        counted(&found, ["partnerships", "outcomes", "responses", "targets"]),
        [2, 2, 1, 12]
    );
    assert!(
        told(&found, "", "the paper bears no date"),
        "the day of a response is not the paper's"
    );
}

#[test]
fn what_goes_well_and_what_is_of_concern_are_how_it_performs() {
    let paper = "<h1>Partnership governance schedule, 22 October 2025</h1><h2>Safer Vale Partnership</h2>\
        <table><tr><th>What is going well</th><th>Areas of concern</th><th>What we are doing about it</th><th>Who</th><th>When</th></tr>\
        <tr><td>Robbery fell.</td><td>Burglary rose.</td><td>Patrols doubled</td><td>Supt Ann Bell</td><td>31 January 2026</td></tr></table>";
    let found = read("schedule.html", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["partnerships", "outcomes", "responses"]), [1, 2, 1]);
}
