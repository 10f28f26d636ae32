//! Confirming the minutes of several meetings: what is put right in which, and when.

use minutebook::book::{EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::model::day::Stamp;
use minutebook::model::{ItemKind, MeetingId};

use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed, words_of};
use crate::support::invented::committee;

/// The committee's meetings of 9 June and 14 July held and circulated, and that of
/// 21 July in session; what `said` puts down in July comes before its end.
fn twice_met(said: &str) -> Clerk {
    let mut clerk = Clerk::in_session();
    clerk.script("The rivers are low.\n12.00 .close\n.minutes circulated");
    clerk.sets_up(".meeting PS 14 Jul 2026 10.00");
    clerk.sets_up(".meeting PS 21 Jul 2026 10.00");
    let coming = clerk.sitting().neighbours.coming.clone();
    goes_on_to(&mut clerk, &coming[0].id, at(day(2026, 7, 14), "10.00"));
    clerk.script(said);
    clerk.script("12.00 .close\n.minutes circulated");
    goes_on_to(&mut clerk, &coming[1].id, at(day(2026, 7, 21), "10.00"));
    clerk
}

fn goes_on_to(clerk: &mut Clerk, meeting: &MeetingId, now: Stamp) {
    (clerk.meeting, clerk.now) = (meeting.clone(), now);
    let items = clerk.sitting().items;
    let minutes = items.iter().find(|item| item.kind == ItemKind::Minutes);
    let number = &minutes.unwrap().number;
    clerk.script(&format!(".item {number}\n.chair okonjo\n.in allardyce, farrow, hesketh, quill, idris, nettleship, ravensworth\n.apol tarrant"));
}

#[test]
fn minutes_put_right_before_they_were_confirmed_say_at_which_meeting() {
    let mut clerk = twice_met(".correct 2/26: \"low\" read \"high\"\nNothing was confirmed.");
    clerk.script(".confirm");
    clerk.meeting = MeetingId::from("m");
    let page = printed(&clerk.sitting());
    assert!(page.contains("Corrected at the meeting on 14 July 2026: Minute 2/26"), "{page}");
    assert!(!page.contains("confirmed on 14 July"), "{page}");
}

#[test]
fn a_minute_of_a_meeting_that_was_confirmed_is_not_put_right_as_another_ones() {
    let mut clerk = twice_met("Nothing was confirmed.");
    clerk.script(".confirm 9 Jun 2026");
    clerk.refuses(
        ".correct 2/26: \"low\" read \"high\"",
        "The minutes that 2/26 stands in are confirmed already.",
    );
}

#[test]
fn an_agenda_says_which_minutes_waited_once_they_are_confirmed_too() {
    let mut clerk = twice_met("Nothing was confirmed.");
    let agenda = |clerk: &Clerk| words_of(&Document::agenda(&clerk.sitting(), Audience::Public));
    let before = agenda(&clerk);
    assert!(before.contains("the minutes of 9 June 2026 and 14 July 2026"), "{before}");
    clerk.script(".confirm");
    assert_eq!(agenda(&clerk), before);
}

#[test]
fn minutes_that_the_meeting_votes_down_are_not_confirmed() {
    let mut clerk = twice_met("Nothing was confirmed.");
    clerk.script(".confirm 9 Jun 2026");
    clerk.refuses(".v 1-4-0", "are put down as confirmed, and that vote is lost");
    clerk.refuses(".v 2-2-0 casting against", "are put down as confirmed, and that vote is lost");
    clerk.script(".v 4-1-0");
}

#[test]
fn a_members_own_vote_stands_after_the_corrections_and_all_are_signed() {
    let mut clerk = twice_met("Nothing was confirmed.");
    clerk.script(".correct 2/26: \"low\" read \"high\"\n.confirm\n.v 4-1-0\n.own farrow against");
    clerk.script(".confirm signed leaf 12");
    let page = printed(&clerk.sitting());
    let (put_right, asked) =
        (page.find("read \"high\"").unwrap(), page.find("asked that").unwrap());
    assert!(put_right < asked, "{page}");
    let signed =
        clerk.sitting().neighbours.held.iter().filter(|held| held.signed_on.is_some()).count();
    assert_eq!(signed, 2);
}

#[test]
fn what_was_put_right_at_confirmation_is_told_with_the_decision_and_the_action() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(
        "10.00 .next\n.chair okonjo\n.in idris, farrow, hesketh\n.apol tarrant\n.absent rest
         .item 5\nIt was talked of.\n.d RESOLVED: that a grant of £5,000 be made\n.why need
         .a penhale: pay £5,000 by 30 June\n.close 10.20\n.minutes checked\n.minutes circulated",
    );
    let first = clerk.meeting.clone();
    clerk.meeting = "after".into();
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(
        ".agenda Minutes\n.next\n.chair okonjo\n.in idris, farrow, hesketh
         .correct 2/26: \"£5,000\" read \"£6,000\"\n.confirm",
    );
    let register = clerk.pen.decisions(&Filter::default(), EVERY).unwrap();
    let granted = register.iter().find(|line| line.decision.text.contains("grant")).unwrap();
    assert!(granted.stands().contains("for \"£5,000\" read \"£6,000\""), "{}", granted.stands());
    clerk.meeting = first;
    let sitting = clerk.sitting();
    let notice = words_of(&Document::decisions(&sitting, Audience::Public));
    let actions = words_of(&Document::actions(&sitting, Audience::Public, day(2026, 9, 9)));
    for paper in [notice, actions] {
        assert!(paper.contains("Corrected at the meeting on 8 September 2026"), "{paper}");
        assert!(paper.contains("£6,000"), "{paper}");
    }
}

#[test]
fn who_was_there_is_put_right_without_the_number_of_a_minute() {
    let mut clerk =
        twice_met(".correct attendance: \"S. Quill\" read \"S. Quill and J. Rowe\"\n.confirm");
    let said = "Those present: for \"S. Quill\" read \"S. Quill and J. Rowe\".";
    let july = clerk.sitting().neighbours.previous.clone().unwrap();
    for meeting in [july.id, MeetingId::from("m")] {
        clerk.meeting = meeting;
        let page = printed(&clerk.sitting());
        assert!(page.contains(said), "{page}");
    }
}

#[test]
fn words_of_exempt_business_are_not_put_among_those_present() {
    let mut clerk = twice_met(".exempt 3\n.summary A claim was settled.\nAcme is paid.");
    clerk.refuses(
        ".correct present: \"Acme is paid\" read \"Zed is paid\"",
        "Those words stand in exempt business of that meeting",
    );
}
