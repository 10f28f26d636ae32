//! Minutes of an earlier meeting.

use minutebook::import::{Known, PaperKind};
use minutebook::model::{Item, Minute, Record, Verb};

use super::{Found, counted, nothing, read, read_knowing, real, rows, told};

const PAPER: &str = "RIVERS SCRUTINY COMMITTEE\n\nMINUTES of the meeting held on Thursday 7 April 2011 commencing at 10.00 am and finishing at 12.10 pm\n\n\
    Present:\n\nVoting Members:\nCouncillor Ann Bell - in the Chair\nCouncillor Mrs J. Okoro (in place of Councillor Lee Grant)\n\n\
    Other Members in Attendance: Councillor Tom Hill (for Agenda Item 5)\n\nOfficers: J. Clark, Head of Rivers; S. Dean\nApologies: Councillor Lee Grant\n\n\
    20/11 APOLOGIES FOR ABSENCE\n(Agenda Item 1)\n\nApologies were received as above.\n\n\
    21/11 FLOODS\n(Agenda Item 5)\n\nThe Committee considered a report.\n\nRESOLVED: to\n(a) note it; and\n(b) ask again in June.\n\n\
    The Committee RECOMMENDED the Cabinet to act.\n\nACTION: J. Clark to circulate the plan by 30 April 2011.\n";

#[test]
fn minutes_give_who_came_what_was_said_and_what_was_settled() {
    let found = read("minutes.txt", PAPER.as_bytes(), PaperKind::Auto);
    assert_eq!(
        counted(
            &found,
            ["items", "present", "others present", "apologies", "decisions", "actions"]
        ),
        [2, 3, 2, 1, 3, 1]
    );
    let numbers: Vec<Option<u32>> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Minute(m) = row { Some(m.number) } else { None })
        .collect();
    assert_eq!(numbers, [Some(20), Some(21)]);
    let decided: Vec<(Verb, &str, &str)> = rows(&found)
        .iter()
        .filter_map(|row| {
            if let Record::Decision(d) = row {
                Some((d.verb, d.to_whom.as_str(), d.text.as_str()))
            } else {
                None
            }
        })
        .collect();
    assert_eq!(decided[0], (Verb::Resolved, "", "to note it"));
    assert_eq!(decided[1], (Verb::Resolved, "", "to ask again in June."));
    assert_eq!(decided[2], (Verb::Recommended, "the Cabinet", "act."));
    let owned = rows(&found)
        .iter()
        .any(|row| matches!(row, Record::Action(a) if a.owner.is_some() && a.due.is_some()));
    assert!(owned);
    let people = rows(&found).iter().filter(|row| matches!(row, Record::Person(_))).count();
    assert_eq!(
        people, 6,
        "the principal of a substitute is a person, \u{201c}Agenda Item 5\u{201d} is not"
    );
}

#[test]
fn minutes_in_the_book_are_never_written_over() {
    let first = read("minutes.txt", PAPER.as_bytes(), PaperKind::Minutes);
    let mut meetings = vec![];
    let mut bodies = vec![];
    let mut items: Vec<Item> = vec![];
    let mut minutes: Vec<Minute> = vec![];
    for row in rows(&first).iter().cloned() {
        match row {
            Record::Meeting(meeting) => meetings.push(meeting),
            Record::Body(body) => bodies.push(body),
            Record::Item(item) => items.push(item),
            Record::Minute(minute) => {
                minutes.push(Minute { text: "The clerk's own words.".into(), ..minute });
            }
            _ => {}
        }
    }
    let known = Known {
        meetings: &meetings,
        bodies: &bodies,
        items: &items,
        minutes: &minutes,
        ..nothing()
    };
    let found = read_knowing("minutes.txt", PAPER.as_bytes(), PaperKind::Minutes, &known);
    assert!(told(&found, "", "the book has another minute for it, which is kept"));
    assert!(!rows(&found).iter().any(|row| matches!(row, Record::Minute(_) | Record::Decision(_))));
}

#[test]
fn minutes_made_by_a_program_count_each_action_once() {
    if let Some(bytes) = real("samples/w3c-sample-public.html") {
        let found = read("public.html", &bytes, PaperKind::Auto);
        assert_eq!(counted(&found, ["items", "actions", "decisions", "present"]), [6, 2, 0, 2]);
        let due = rows(&found).iter().any(|row| matches!(row, Record::Action(a) if a.due_text == "2014-04-16" && a.owner.is_some()));
        assert!(due);
        assert!(told(&found, "heading", "date: 9 April 2014"));
    }
    if let Some(bytes) = real("samples/w3c-sample-fancy.html") {
        let found = read("fancy.html", &bytes, PaperKind::Auto);
        assert_eq!(counted(&found, ["items", "actions", "decisions", "apologies"]), [6, 6, 6, 4]);
        assert!(told(&found, "heading", "date: 15 April 2014"));
        assert!(told(&found, "", "\u{201c}+1.212.924.aacc\u{201d} was not taken for a person"));
    }
}

#[test]
fn notes_in_a_table_have_their_actions_beside_them() {
    let paper = "<h1>Rivers Board</h1><p>Notes of the meeting held on Tuesday 5 May 2026</p>\
        <table><tr><td>Present<td>Ann Bell (Chair), Peter Marsh<tr><td>Apologies<td>Lee Grant</table>\
        <table><tr><th>Item<th>Notes<th>Action<tr><td>1.<td>Welcome<br>All were welcomed.<td>\
        <tr><td>2.<td>Floods<br>AGREED: to adopt the plan.<td>Ann Bell to write to the Trust</table>";
    let found = read("notes.html", paper.as_bytes(), PaperKind::Auto);
    let what = ["items", "present", "apologies", "decisions", "actions"];
    assert_eq!(counted(&found, what), [2, 2, 1, 1, 1]);
    assert!(told(&found, "row 1", "Ann Bell, in the chair"));
    let owned =
        rows(&found).iter().any(|row| matches!(row, Record::Action(a) if a.owner.is_some()));
    assert!(owned);
}

/// Minutes as a parish council keeps them.
const PARISH: &str = "LITTLE WENDOVER PARISH COUNCIL\nMinutes of the meeting of the Parish Council held on Monday 9th March 2026 in the \
    Village Hall, Church Lane, commencing at 7.30pm\n\nPRESENT: Cllr J. Haddow (Chair), Cllr M. Prentice (Deputy Chair), Cllrs A. Sykes and G. Purkiss\n\n\
    101/26 APOLOGIES\nApologies were received from Cllr R. Yeo (holiday) and Cllr S. Khan.\n\n\
    102/26 FINANCE\n(a) RESOLVED: to approve the payments listed.\nProposed by Cllr Prentice, seconded by Cllr Purkiss (3 for, 0 against, 1 abstention).\n\n\
    103/26 PLAYGROUND\nRESOLVED:\n\n(a) That the swings be mended; and\n\n(b) That a notice be put up.\n\nIt was NOT RESOLVED to close the slide.\n\n\
    ACTION: Cllr Sykes to inspect the slide before 20th March.\n\nThe Chair closed the meeting at 9.12pm.\n";

#[test]
fn the_minutes_of_a_parish_are_read_as_its_clerk_means_them() {
    let found = read("parish.txt", PARISH.as_bytes(), PaperKind::Auto);
    assert_eq!(
        counted(&found, ["items", "present", "apologies", "decisions", "actions"]),
        [3, 4, 2, 3, 1]
    );
    let mut chairs = 0;
    for row in rows(&found) {
        match row {
            Record::Meeting(meeting) => {
                assert_eq!(meeting.place, "Village Hall, Church Lane");
                assert!(meeting.ended_at.is_some());
            }
            Record::Presiding(_) => chairs += 1,
            Record::Vote(vote) => {
                assert_eq!((vote.in_favour, vote.against, vote.abstained), (3, 0, 1));
            }
            Record::Decision(decision) => {
                assert!(!decision.text.contains("slide") && !decision.text.starts_with("That"));
                let moved = decision.text.contains("payments");
                assert_eq!(decision.mover.is_some(), moved, "{}", decision.text);
            }
            Record::Action(action) => {
                assert_eq!(action.due, chrono::NaiveDate::from_ymd_opt(2026, 3, 20));
                assert!(action.owner.is_some());
            }
            _ => {}
        }
    }
    assert_eq!(chairs, 1, "a deputy is not in the chair");
}

#[test]
fn minutes_numbered_through_the_year_begin_at_any_number() {
    let paper = "# Rivers Committee\n\nMinutes of the meeting held on 7 April 2026\n\nPresent: Ann Bell\n\n\
        ## 14 Floods\n\nRESOLVED:\n\n1. That the plan be agreed.\n2. That it be sent out.\n\n\
        ## 15 Locks\n\nNoted.\n\n## 16 Next meeting\n\nIn June.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Auto);
    let numbers: Vec<Option<u32>> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Minute(one) = row { Some(one.number) } else { None })
        .collect();
    assert_eq!(numbers, [Some(14), Some(15), Some(16)]);
    assert_eq!(counted(&found, ["decisions"]), [2]);
}

#[test]
fn notes_in_a_table_give_their_items_and_their_actions() {
    let paper = "<h1>Safer Towns Partnership</h1><p>Notes of the meeting held on 8 July 2026</p>\
        <table><tr><th>Present</th><td>Ann Bell (Chair) – Town Police<br>Tom Hart – County Council</td></tr></table>\
        <table><tr><th>Item</th><th>Discussion</th><th>Action / Owner</th></tr>\
        <tr><td>1. Welcome</td><td>All were welcomed.</td><td></td></tr>\
        <tr><td>2. Roads</td><td>Figures were shown.</td><td>Tom Hart – send the list – 31/08/2026</td></tr>\
        <tr><td>3. Close</td><td>None.</td><td>AB</td></tr></table>";
    let found = read("notes.html", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["items", "present", "actions"]), [3, 2, 1]);
    let owed = rows(&found).iter().any(|row| {
        matches!(row, Record::Action(a) if a.text == "send the list" && a.owner.is_some() && a.due.is_some())
    });
    assert!(owed, "{:?}", rows(&found));
}

/// Minutes of one item in which these paragraphs stand.
fn minutes_of(paragraphs: &[&str]) -> Vec<Record> {
    let paper = format!(
        "RIVERS COMMITTEE\n\nMinutes of the meeting held on 7 April 2011\n\nPresent: Councillors Bell and Hart\n\n\
         20/11 APOLOGIES\n\nNone.\n\n21/11 FLOODS\n\n{}\n",
        paragraphs.join("\n\n")
    );
    rows(&read("minutes.txt", paper.as_bytes(), PaperKind::Minutes)).to_vec()
}

#[test]
fn a_vote_is_what_was_counted_and_never_what_only_looks_like_one() {
    let votes = |paragraphs: &[&str]| -> Vec<(u32, u32, bool)> {
        let vote = |row| match row {
            Record::Vote(vote) => Some((vote.in_favour, vote.against, vote.casting.is_some())),
            _ => None,
        };
        minutes_of(paragraphs).into_iter().filter_map(vote).collect()
    };
    let divided = "Proposed by Cllr Bell, seconded by Cllr Hart, by five votes to two.";
    assert_eq!(votes(&["RESOLVED: to pay.", divided]), [(5, 2, false)]);
    assert_eq!(votes(&["RESOLVED: that the accounts be approved (31/03/2026)."]), []);
    assert_eq!(votes(&["RESOLVED: that the ages be extended (11 to 16)."]), []);
    assert_eq!(votes(&["RESOLVED: that it be let (on the Chair's casting vote)."]), []);
    let twice = ["RESOLVED unanimously that A.", "RESOLVED unanimously that B."];
    assert_eq!(votes(&twice).len(), 2, "each was put by itself");
}

#[test]
fn what_was_not_broken_off_is_not_resumed() {
    let resumed = "At 8.15 pm the meeting resumed.";
    let kept = |row: &Record| matches!(row, Record::Minute(m) if m.text.contains(resumed));
    assert!(minutes_of(&[resumed]).iter().any(kept), "it stays in the minute");
}

#[test]
fn a_sentence_after_the_apologies_is_nobody() {
    let sent = "Apologies were received from Councillor J. Marsh. The Chair welcomed everybody.";
    let people: Vec<String> = minutes_of(&[sent])
        .into_iter()
        .filter_map(|row| if let Record::Person(p) = row { Some(p.plain()) } else { None })
        .collect();
    assert!(!people.iter().any(|name| name.contains("welcomed")), "{people:?}");
}

#[test]
fn no_letter_of_a_title_stops_the_reader() {
    let paper = "RIVERS COMMITTEE\n\nMinutes of the meeting held on 7 April 2011\n\n\
        20/11 \u{1E9E}\u{20AC}(item 1)\u{130}\n\nSaid.\n\n21/11 FLOODS\n\nSaid.\n";
    assert!(!rows(&read("minutes.txt", paper.as_bytes(), PaperKind::Minutes)).is_empty());
}

#[test]
fn who_leaves_after_a_decision_and_what_an_officer_is_given_are_told_apart_from_it() {
    let minutes = "# Fell Town Council\n\nMinutes of the meeting held on 9 November 2026\n\n\
                   Present: Cllrs Ann Bell and Carl Hart\nIn attendance: Sue Moss (Clerk)\n\n\
                   1. CCTV\nResolved: not to proceed. Cllr Bell left the meeting at 8.15pm.\n\n\
                   2. Audit\nThe return is late. ACTION: Clerk\n\n\
                   3. Roads\nThe survey came. Agreed to publish it. Prop: AB Sec: CH. All in favour.\n";
    let found = read("minutes.md", minutes.as_bytes(), PaperKind::Minutes);
    let decided: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Decision(d) = row { Some(d.text.as_str()) } else { None })
        .collect();
    assert_eq!(decided, ["not to proceed.", "to publish it."]);
    assert!(rows(&found).iter().any(|row| matches!(
        row,
        Record::Decision(of) if of.mover.is_some() && of.seconder.is_some()
    )));
    assert!(told(&found, "", "in the room: Cllr Bell left the meeting"));
    assert!(told(&found, "", "action (Clerk): The return is late"));
}

const TOWN: &str = "Fernley Town Council\n\nMinutes of the meeting of the Town Council held on Monday 9 March 2026 at 7.00 pm in the Town Hall\n\n\
    Present: Cllr A Denby (Chair), Cllr R Bose, Cllr T Quarles, Cllr M Pike, Cllr S Vane\n\nIn attendance: P Oxley (Clerk)\n\n\
    103/26 Market charges\nIt was moved by Cllr Quarles, seconded by Cllr Vane, that charges rise by 3%. On being put to the vote the motion was lost by 1 vote to 4.\n\
    Cllr Pike moved, seconded by Cllr Bose, that charges stay as they are. CARRIED.\n\n\
    104/26 Grants\nRESOLVED that a grant be made to the band. Vote: For 3, Against 2.\nA recorded vote was requested:\n\
    For: Denby, Bose, Pike\nAgainst: Quarles, Vane\n\n\
    105/26 Weir\nIt was moved by Cllr Gale, seconded by Cllr Vane, that it be sold. The motion was lost.\n\n\
    106/26 Cemetery\nDecisions:\n- The wall will be repaired.\nActions:\n- Clerk to obtain three quotes by 30 April\n- Cllr Bose: speak to the mason\n";

#[test]
fn motions_votes_by_name_and_actions_under_a_heading_are_read() {
    let found = read("minutes.txt", TOWN.as_bytes(), PaperKind::Auto);
    let motions: Vec<String> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Motion(m) = row { Some(m) } else { None })
        .map(|m| format!("{}: {}", m.text, m.outcome.word()))
        .collect();
    assert_eq!(
        motions,
        ["that charges rise by 3%: lost", "that charges stay as they are: carried"],
        "nobody called Gale came: that stays as it stands"
    );
    let kept = rows(&found).iter().any(|row| {
        matches!(row, Record::Minute(m) if m.text == "It was moved by Cllr Gale, seconded by Cllr Vane, that it be sold. The motion was lost.")
    });
    assert!(kept);
    let ballots = rows(&found).iter().filter(|row| matches!(row, Record::Ballot(_))).count();
    assert_eq!(ballots, 5);
    assert!(told(&found, "", "action (Clerk): obtain three quotes"));
    assert!(told(&found, "", "action (Cllr Bose): speak to the mason"));
    assert!(told(&found, "", "RESOLVED: a grant be made to the band."));
}

/// How many voted for and against, vote by vote.
fn votes(found: &Found) -> Vec<(u32, u32)> {
    let vote = |row: &Record| match row {
        Record::Vote(vote) => Some((vote.in_favour, vote.against)),
        _ => None,
    };
    rows(found).iter().filter_map(vote).collect()
}

#[test]
fn minutes_tell_of_a_vote_in_a_table_of_an_election_in_a_sentence_and_of_several_actions() {
    let paper = "# Vale Town Council\n\nMinutes of the meeting of 4 March 2026\n\n\
        Present: Dr Ann Bell (Chair), Paul Kite, Lou Marr, Cllr Ed Fox\n\n## 1. Precept\n\n\
        | Member | For | Against |\n|---|---|---|\n| Dr Bell | x | |\n| P. Kite | x | |\n| Lou Marr | | x |\n\n\
        RESOLVED: that the precept be set.\n\n## 2. Election\n\n\
        Cllr Ed Fox was elected Vice Chair, proposed by Dr Bell and seconded by Paul Kite.\n\n\
        RESOLVED that the fence be mended. Cllr Fox abstained.\n\n\
        Action: Paul Kite to write by 1 April; Lou Marr to report.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["decisions", "actions"]), [3, 2]);
    assert_eq!(votes(&found), [(2, 1)]);
    let decided: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Decision(decision) => Some(decision.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        decided,
        ["the precept be set.", "Cllr Ed Fox be elected Vice Chair", "the fence be mended."]
    );
    let kept = rows(&found).iter().any(|row| match row {
        Record::Minute(minute) => minute.text == "Cllr Fox abstained.",
        _ => false,
    });
    assert!(kept);
}

#[test]
fn a_parish_numbers_by_its_year_and_says_what_each_decision_is_about() {
    let paper = "SWALE PARISH COUNCIL\n\
        Minutes of the meeting held in the Village Hall on Thursday 12 February 2026 at 7.30pm\n\n\
        PRESENT: Cllrs J Marsh (Chairman), P Dale\n\n\
        085/25 APOLOGIES\nNone.\n\n086/25 DECLARATIONS OF INTEREST\n\
        Cllr Dale declared a Disclosable Pecuniary Interest in item 088/25 (allotments) as a tenant.\n\n\
        087/25 FINANCE\na) Payments: RESOLVED to pay the clerk.\n\n088/25 ALLOTMENTS\n\
        RESOLVED that rents stay at \u{a3}30.\n\nMeeting closed at 8.40pm\n";
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Auto);
    let basis = rows(&found).iter().find_map(|row| match row {
        Record::Body(body) => Some(body.year_basis),
        _ => None,
    });
    assert_eq!(basis, Some(minutebook::model::YearBasis::Municipal));
    let began = rows(&found).iter().find_map(|row| match row {
        Record::Meeting(meeting) => meeting.began_at,
        _ => None,
    });
    assert_eq!(began.map(|at| at.format("%H.%M").to_string()).as_deref(), Some("19.30"));
    assert_eq!(counted(&found, ["decisions", "interests"]), [2, 1]);
    let kept = rows(&found).iter().any(|row| match row {
        Record::Minute(minute) => minute.text.contains("Payments:"),
        _ => false,
    });
    assert!(kept);
}

#[test]
fn a_lost_vote_a_departure_and_an_owner_on_a_line_with_more_are_read() {
    let paper = "# Dale Parish Council\n\nMinutes of the meeting held on 3 June 2024 at 7.00 pm\n\n\
        Present: Cllr Ames (Chairman), Cllr Boult, Cllr Cross\n\nIn attendance: Mrs K. Lind (Clerk & RFO)\n\n\
        ## 1. Footpath\n\nCllr Boult moved and Cllr Cross seconded that the path be closed. The motion was lost by 2 votes to 1.\n\n\
        ## 2. Lamps\n\nCllr Cross left the meeting at 7.30 pm. It was RESOLVED to mend them. Cllr Cross returned at 7.40 pm.\n\n\
        ## 3. Holes\n\nThe Clerk to report the holes to the county.\n\nACTION: Clerk\n\n\
        ## 4. Clock\n\nMembers agreed to disagree about the clock.\n\n\
        24/035.2 RESOLVED to pay. Proposed Cllr Boult, seconded Cllr Cross. 2 for, 1 against.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(votes(&found), [(1, 2), (2, 1)]);
    assert_eq!(counted(&found, ["motions", "decisions", "actions"]), [1, 2, 1]);
    let moves = rows(&found).iter().filter(|row| matches!(row, Record::Movement(_)));
    assert!(moves.count() >= 2, "{:?}", found.report.facts);
    let action = rows(&found).iter().find_map(|row| match row {
        Record::Action(action) => Some((action.text.clone(), action.owner.is_some())),
        _ => None,
    });
    assert_eq!(action, Some(("The Clerk to report the holes to the county".into(), true)));
}
