//! What a clerk types that would carry exempt business, or a note for themselves,
//! into the open.

use minutebook::book::{EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::model::MeetingId;

use crate::formats::bytes;
use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed, words_of};
use crate::support::officer::today;

const COMING: &str = ".chair okonjo\n.in allardyce, farrow, hesketh, nettleship, idris, quill";

/// A committee that decided something under exempt business as its third minute,
/// and now meets again.
fn met_again() -> Clerk {
    let mut clerk = Clerk::in_session();
    clerk.script(
        "The plan was shown.
         .exclude
         .item 8
         .d AGREED: to offer the landlord 44,000
         .summary An offer was agreed.
         12.10 .close
         .minutes circulated",
    );
    clerk.meeting = MeetingId::from("after");
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(&format!(".agenda Minutes\n.next\n{COMING}"));
    clerk
}

#[test]
fn what_is_taken_while_the_public_is_out_is_withheld_until_they_are_back() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude");
    let told = clerk.try_line(".item 7").unwrap().join(" ");
    assert!(told.contains("still excluded, so item 7 is withheld"), "{told}");
    clerk.script("The agent wants 51,000.\n.d that 51,000 be paid");
    assert!(!printed(&clerk.sitting()).contains("51,000"));
    // Let in before anything was said of it, it was withheld for nothing.
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude\n.item 7\n.readmit\nThe agent wants 51,000.");
    let page = printed(&clerk.sitting());
    assert!(page.contains("51,000") && page.contains("The public was readmitted"), "{page}");
}

fn exempt_minute(clerk: &Clerk) -> String {
    clerk.sitting().former.iter().find(|minute| minute.exempt).unwrap().reference.clone()
}

#[test]
fn an_exempt_minute_is_corrected_for_members_alone_before_all_are_confirmed() {
    let mut clerk = met_again();
    let number = exempt_minute(&clerk);
    let line = format!(".correct {number}: \"44,000\" read \"41,000\"");
    assert!(clerk.preview(&line).contains("kept from the public"), "{}", clerk.preview(&line));
    clerk.script(&format!("{line}\n.confirm\n.v consent"));
    let page = printed(&clerk.sitting());
    assert!(page.contains(&format!("Minute {number}, which is exempt.")), "{page}");
    assert!(!page.contains("41,000") && !page.contains("44,000"), "{page}");
    let members = words_of(&Document::minutes(&clerk.sitting(), Audience::Members));
    assert!(members.contains("for \"44,000\" read \"41,000\""), "{members}");
}

#[test]
fn what_is_about_an_exempt_decision_is_not_opened_with_its_item() {
    let mut clerk = met_again();
    let number = exempt_minute(&clerk);
    clerk.script(&format!(".exempt 3\n.rescind {number}: that nothing be offered"));
    clerk.refuses(".open", &format!("about {number}, which is exempt"));
}

#[test]
fn an_exempt_decision_is_rescinded_under_exempt_business_alone() {
    let mut clerk = met_again();
    let number = exempt_minute(&clerk);
    let line = format!(".rescind {number}: that nothing be offered to the landlord");
    clerk.refuses(&line, "was decided under exempt business, and this item is open");
}

#[test]
fn a_correction_of_a_minute_that_is_not_there_is_told() {
    let mut clerk = met_again();
    clerk.refuses(
        ".correct 77/26: \"so\" read \"not so\"",
        "There is no minute 77/26 yet. Give its number, as 27/26: the last that waits to be \
         confirmed is 4/26.",
    );
    let told = clerk.try_line(".correct 1/26: \"pigs flew\" read \"not so\"").unwrap().join(" ");
    assert!(told.contains("decisions of minute 1/26 say \"pigs flew\""), "{told}");
}

#[test]
fn minutes_carry_what_was_put_right_in_them() {
    let mut clerk = met_again();
    clerk.script(".correct 1/26, line 2: \"so\" read \"not so\"\n.confirm");
    clerk.meeting = MeetingId::from("m");
    let page = printed(&clerk.sitting());
    let said = "Corrected at the meeting on 8 September 2026: Minute 1/26, line 2: for \
                \"so\" read \"not so\".";
    assert!(page.contains(said), "{page}");
}

#[test]
fn what_stands_under_exempt_business_is_exempt_with_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".agenda Rent of the yard under 8\n.agenda Roof under 7\n.item 7\n.exempt 3");
    let page = bytes(&Document::agenda(&clerk.sitting(), Audience::Public), "txt");
    let page = String::from_utf8(page).unwrap();
    assert!(!page.contains("Rent of the yard") && !page.contains("Roof"), "{page}");
}

#[test]
fn a_slip_of_the_shift_key_makes_no_private_note_public() {
    for line in
        [".Priv She lost her temper", ". priv She lost her temper", "..PRIV She lost her temper"]
    {
        let mut clerk = Clerk::in_session();
        clerk.script(line);
        assert_eq!(clerk.sitting().notes[0].text, "She lost her temper", "{line}");
        assert!(!printed(&clerk.sitting()).contains("temper"), "{line}");
    }
    let mut clerk = Clerk::in_session();
    clerk.script("...and so the debate ended.");
    assert!(printed(&clerk.sitting()).contains("and so the debate ended"));
}

#[test]
fn what_was_confirmed_stays_as_it_was_whatever_is_altered_since() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a oduya: write by 30 Sep\n12.10 .close\n.minutes circulated");
    clerk.goes_to_another_body();
    clerk.meeting = MeetingId::from("after");
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(&format!(".agenda Minutes\n.next\n{COMING}\n.confirm"));
    let minuted = |clerk: &Clerk| {
        let sitting = clerk.pen.minuted(&MeetingId::from("m")).unwrap();
        words_of(&Document::minutes(&sitting, Audience::Public))
    };
    let signed = minuted(&clerk);
    assert!(signed.contains("30 September 2026") && signed.contains("quorum of three"), "{signed}");
    clerk.script(".extend A/26/01 to 1 Dec: later\n.done A/26/01: sent");
    clerk.sets_up(".person K. Oduya, Chief Executive");
    clerk.sets_up(".meeting PS 20 Jun 2026");
    for line in [".board PS quorum 9", ".board PS notes", ".board OS quorum 3"] {
        let review = clerk.pen.to_alter(day(2026, 9, 8)).unwrap();
        let mut mint = clerk.pen.mint().unwrap();
        let reading =
            minutebook::capture::read_schedule(line, &review, today(), &mut mint).unwrap();
        for entry in reading.entries {
            let signed = clerk.signed();
            let permitted = minutebook::rules::admit(entry, &[]).unwrap();
            clerk.pen.record(&permitted, &signed).unwrap();
        }
    }
    let live = clerk.pen.sitting(&MeetingId::from("m")).unwrap();
    assert_eq!(live.body.quorum, Some(9), "the book itself goes on");
    assert_eq!(minuted(&clerk), signed);
}

/// A public page of every sort about the meetings a clerk has been to.
fn public_pages(clerk: &Clerk, meetings: &[&str]) -> String {
    let mut pages = String::new();
    for id in meetings {
        let sitting = clerk.pen.sitting(&MeetingId::from(*id)).unwrap();
        for document in [
            Document::minutes(&sitting, Audience::Public),
            Document::agenda(&sitting, Audience::Public),
            Document::decisions(&sitting, Audience::Public),
        ] {
            for format in ["txt", "json", "html"] {
                pages += &String::from_utf8(bytes(&document, format)).unwrap();
            }
        }
    }
    let lines = clerk.pen.decisions(&Filter::default(), EVERY).unwrap();
    pages += &words_of(&Document::decision_register(&lines, Audience::Public, today()));
    pages
}

#[test]
fn letting_the_public_in_publishes_nothing_that_was_done_while_they_were_out() {
    for done in [
        ".m allardyce/farrow: that CANARY be told to go",
        ".m allardyce/farrow: that it be so\n.v 5-1-0",
        ".int farrow: director of CANARY",
        ".out farrow 11.10: CANARY",
    ] {
        let mut clerk = Clerk::in_session();
        clerk.script(&format!(".item 8\n.exclude\n.item 7\n{done}\n.readmit 11.30"));
        let page = printed(&clerk.sitting());
        assert!(!page.contains("CANARY") && !page.contains("that it be so"), "{done}: {page}");
        let item = clerk.sitting().item_numbered("7").unwrap().clone();
        assert!(item.exempt.is_unnamed(), "{done}");
    }
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude\n.urgent CANARY of the clerk: CANARY was told today");
    let number = clerk.sitting().items.last().unwrap().number.clone();
    clerk.script(&format!(".item {number}"));
    let told = clerk.try_line(".readmit 11.30").unwrap().join(" ");
    assert!(!told.contains("The public is out"), "{told}");
    let sitting = clerk.sitting();
    let agenda = words_of(&Document::agenda(&sitting, Audience::Public));
    assert!(!printed(&sitting).contains("CANARY") && !agenda.contains("CANARY"), "{agenda}");
}

#[test]
fn what_was_put_off_is_exempt_with_what_it_was_put_off_from() {
    let mut clerk = Clerk::in_session();
    clerk.script(".agenda The CANARY\n.item 9\n.defer next meeting\n.exempt 1");
    let later = clerk.pen.items(&MeetingId::from("after")).unwrap();
    let carried = later.iter().find(|item| item.title == "The CANARY").unwrap();
    assert_eq!(carried.exempt.numbers(), [1]);
    let pages = public_pages(&clerk, &["m", "after"]);
    assert!(!pages.contains("CANARY"), "{pages}");
}

#[test]
fn what_is_told_of_a_minute_is_exempt_with_it_whenever_that_was() {
    let mut clerk = Clerk::in_session();
    clerk.script("Mr CANARY spoke.\n.d REFERRED TO Cabinet: the matter of the yard\n12.10 .close");
    let told = clerk.sitting().item_numbered("6").unwrap().id.clone();
    clerk.meeting = MeetingId::from("after");
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(&format!(".agenda Minutes\n.next\n{COMING}"));
    clerk.script(
        ".correct 2/26: \"Mr CANARY\" read \"Mrs CANARY\"
         .answer 2/26: CANARY was agreed",
    );
    assert!(public_pages(&clerk, &["after"]).contains("CANARY"), "nothing was planted");
    clerk.meeting = MeetingId::from("m");
    clerk.looks_at(&told);
    clerk.script(".exempt 1");
    let pages = public_pages(&clerk, &["m", "after"]);
    assert!(!pages.contains("CANARY"), "{pages}");
    assert!(clerk.pen.search("CANARY", true).unwrap().hits.is_empty());
    let members = clerk.pen.sitting(&MeetingId::from("after")).unwrap();
    let members = words_of(&Document::minutes(&members, Audience::Members));
    assert!(members.contains("CANARY was agreed"), "{members}");
}
