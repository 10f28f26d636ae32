//! What the heads of papers name, and the columns and numbers that minutes are set out in.

use minutebook::import::PaperKind;
use minutebook::model::{Action, ActionStatus, Method, Record};

use super::{Found, counted, read, rows, told};

fn actions(found: &Found) -> Vec<&Action> {
    rows(found)
        .iter()
        .filter_map(|row| if let Record::Action(action) = row { Some(action) } else { None })
        .collect()
}

fn minutes(head: &str) -> String {
    format!("{head}\n\nPresent: Cllrs Ann Bell (Chair), Ed Fox\n\n1. Welcome\nAll were welcomed.\n")
}

#[test]
fn the_body_is_named_whatever_sort_of_meeting_it_held() {
    for head in [
        "Minutes of the Ordinary Meeting of Upper Vale Parish Council held on 12 May 2025",
        "Minutes of the meeting of Upper Vale Parish Council held on 12 May 2025",
        "Draft minutes of an Extraordinary Meeting of Upper Vale Parish Council held on 12 May 2025",
        "Minutes of the Annual General Meeting of the Upper Vale Parish Council, 12 May 2025",
    ] {
        let found = read("minutes.txt", minutes(head).as_bytes(), PaperKind::Auto);
        assert!(told(&found, "", "body: Upper Vale Parish Council"), "{head}: {:?}", found.report);
    }
}

#[test]
fn the_year_of_a_roll_is_no_part_of_the_name_of_the_body() {
    for head in [
        "Vale Partnership Board 2025/26",
        "Vale Partnership Board membership 2025/26",
        "Membership of the Vale Partnership Board (2025-2026)",
    ] {
        let paper = format!(
            "# {head}\n\n| Sector | Seats | Holder | Vote |\n|---|---|---|---|\n\
             | Health | 1 | Dr H. Lisle | No |\n"
        );
        let found = read("members.md", paper.as_bytes(), PaperKind::Members);
        let bodies: Vec<&str> = rows(&found)
            .iter()
            .filter_map(|row| if let Record::Body(body) = row { Some(&*body.name) } else { None })
            .collect();
        assert_eq!(bodies, ["Vale Partnership Board"], "{head}: {:?}", found.report);
    }
}

#[test]
fn a_summons_names_the_body_and_its_clerk_is_none() {
    let paper = "You are hereby summoned to attend a meeting of Upper Vale Parish Council to be \
        held on Wednesday 9 April 2025 at 7.30pm in the Village Hall.\n\n1. Apologies\n\
        2. Finance\n3. Planning\n4. Next meeting\n\nJane Moss\nClerk to the Council\n3 April 2025\n";
    let found = read("summons.txt", paper.as_bytes(), PaperKind::Auto);
    assert!(told(&found, "", "body: Upper Vale Parish Council"), "{:?}", found.report);
}

#[test]
fn minutes_on_an_agenda_are_an_item_of_it() {
    let paper = "# Vale Care Board\n\nThursday 20 November 2025, 13:00\n\n\
        | Time | Item | Title | Lead |\n|---|---|---|---|\n\
        | 13:00 | 1 | Welcome and apologies | Chair |\n\
        | 13:05 | 2 | Minutes of the meeting held on 18 September 2025 | Chair |\n\
        | 13:10 | 3 | Finance report | Sally Reed |\n\
        | 13:30 | 4 | Winter plan | Omar Farooq |\n";
    let found = read("agenda.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["items"]), [4], "{:?}", found.report);
}

#[test]
fn columns_of_actions_and_who_leads_on_them_go_together() {
    let paper = "# Vale Board\n\nMinutes of the meeting held on 12 May 2025\n\n\
        Present: Ann Bell (Chair), Ed Fox\n\n\
        | Item | Minute | Action | Lead |\n|---|---|---|---|\n\
        | 1 | Welcome | | |\n| 2 | Theft was up. | Draw up a bid by 30 June | Ed Fox |\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Auto);
    let given = actions(&found);
    assert_eq!(given.len(), 1, "{:?}", found.report);
    assert_eq!(given[0].text, "Draw up a bid");
    assert!(given[0].owner.is_some() && given[0].due.is_some(), "{:?}", given[0]);
}

#[test]
fn the_number_of_a_paragraph_hides_nothing_that_it_tells() {
    let paper = minutes("Vale Board\nMinutes of the meeting held on 12 May 2025")
        + "\n2. Apologies\n\n2.1 Apologies were received from Councillor R Frost.\n\n3. Budget\n\n\
           3.1 Action: Ed Fox to bring a plan by 31 July 2025.\n\n\
           3.2 Councillor Fox left the meeting at 7.40 pm.\n";
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["apologies", "actions"]), [1, 1], "{:?}", found.report);
    assert!(told(&found, "", "in the room: Councillor Fox left"), "{:?}", found.report);
}

#[test]
fn a_column_of_roles_has_posts_and_no_organisations() {
    let paper = "# Board of Directors\n\nMinutes of the meeting held on 28 May 2025\n\n\
        **Present**\n\n| Name | Role |\n|---|---|\n| Ann Bell | Chair |\n\
        | Ed Fox | Chief Executive |\n\n## 1. Welcome\n\nAll were welcomed.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["new organisations", "present"]), [0, 2]);
    assert!(told(&found, "", "present: Ann Bell, in the chair"), "{:?}", found.report);
}

#[test]
fn what_stands_right_under_response_is_a_response() {
    for said in ["Agree a plan\n", "o Agree a plan\no Seek assurance\n", "\u{a7} Agree a plan\n"] {
        let paper = format!(
            "Schedule of partnerships\n\n22 July 2010\n\nWaste Partnership\n\nPerformance\n\n\
             - Recycling is at 52%\n\nResponse\n{said}\nSafer Partnership\n\nPerformance\n\n\
             - Burglary is down\n\nResponse\n\n- Fund cameras\n"
        );
        let found = read("schedule.txt", paper.as_bytes(), PaperKind::Auto);
        let is = |row: &&Record| matches!(row, Record::Point(_));
        assert_eq!(rows(&found).iter().filter(is).count(), 2, "{said}: {:?}", found.report);
    }
}

#[test]
fn what_stands_under_closed_actions_is_closed_whatever_is_said_of_it() {
    let log = "Ref,Action,Owner,Due date,Comments\nOpen actions,,,,\n\
        A1,Send the letter,Ann Bell,30/06/2025,Drafted\nClosed actions,,,,\n\
        A2,Book the room,Ed Fox,30/06/2025,Booked for June\n";
    let found = super::read_knowing(
        "log.csv",
        log.as_bytes(),
        PaperKind::Auto,
        &minutebook::import::Known {
            meeting: Some(&super::meeting(super::day(2025, 5, 12))),
            ..super::nothing()
        },
    );
    let states: Vec<ActionStatus> = actions(&found).iter().map(|action| action.status).collect();
    assert_eq!(states, [ActionStatus::Open, ActionStatus::Complete], "{:?}", found.report);
}

#[test]
fn a_resolution_that_says_first_how_it_was_carried_is_carried_so() {
    let paper = minutes("Vale Board\nMinutes of the meeting held on 12 May 2025")
        + "\n2. Close\n\nRESOLVED \u{2013} unanimously \u{2013} that the Chairman be thanked.\n";
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Auto);
    let decided = rows(&found).iter().find_map(|row| match row {
        Record::Decision(decision) => Some(decision.text.as_str()),
        _ => None,
    });
    assert_eq!(decided, Some("the Chairman be thanked."));
    let how = |row: &Record| matches!(row, Record::Vote(vote) if vote.method == Method::Unanimous);
    assert!(rows(&found).iter().any(how), "{:?}", found.report);
}

#[test]
fn a_schedule_whose_title_ends_with_a_month_is_of_that_month() {
    let paper = "# Vale Board: governance schedule, September 2026\n\n## Safer Vale\n\nPerformance\n\n\
        On track: 4; off track: 3\n\nResponse\n\nNo response is needed.\n";
    let found = read("schedule.md", paper.as_bytes(), PaperKind::Auto);
    assert!(told(&found, "heading", "bears only a month; taken as 1 September 2026"));
    assert_eq!(counted(&found, ["targets", "responses"]), [7, 0]);
}
