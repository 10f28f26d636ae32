//! What a body carries from one meeting to the next: questions it referred, its
//! order of business, its calendar, and the lists of it all.

use minutebook::app::page::meeting::minute;
use minutebook::app::{Loaded, Msg};
use minutebook::book::{EVERY, Filter};
use minutebook::capture;
use minutebook::document::{Audience, Document};
use minutebook::export::Format;
use minutebook::model::{
    BodyKind, DecisionLine, ItemKind, MeetingId, MeetingStatus, Sitting, Verb,
};
use minutebook::rules::missing::{self, Lack};

use crate::support::blank::{at, day, item, meeting};
use crate::support::clerk::{Clerk, printed, rows_before};
use crate::support::desk::Desk;
use crate::support::invented::committee;
use crate::support::registers;

const COMING: &str = ".in allardyce, farrow, hesketh, nettleship, ravensworth, idris, quill";

/// A committee that has referred a question under item 7, as its third minute,
/// and now meets again.
fn met_again(before: &str) -> Clerk {
    let mut clerk = Clerk::before(&committee());
    clerk.script(&format!("10.00 .next\n.chair okonjo\n{COMING}\n{before}\n12.10 .close"));
    clerk.meeting = MeetingId::from("after");
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(&format!(".agenda What others answered\n.next\n.chair okonjo\n{COMING}"));
    clerk
}

const REFERRED: &str =
    ".item 6\n.item 7\n.d REFERRED TO Cabinet: whether lorries may be kept off the lanes";

fn referral(clerk: &Clerk) -> DecisionLine {
    let lines = clerk.pen.decisions(&Filter::default(), EVERY).unwrap();
    lines.into_iter().find(|line| line.decision.verb == Verb::Referred).unwrap()
}

#[test]
fn what_was_referred_waits_until_its_answer_is_put_on_record() {
    let mut clerk = met_again(REFERRED);
    assert_eq!(referral(&clerk).stands(), "waits for an answer");
    clerk.script(".answer 3/26: that they may, from April");
    let answered = referral(&clerk);
    assert_eq!(answered.stands(), "answered 8 September 2026");
    let said = "NOTED: the answer of Cabinet to what was referred on 9 June 2026 (Minute 3/26): \
                that they may, from April.";
    assert!(printed(&clerk.sitting()).contains(said), "{}", printed(&clerk.sitting()));
    let thread = clerk.pen.thread(answered.decision.id.as_str()).unwrap().unwrap();
    let line = thread.lines.iter().find(|line| line.tie == "answered by").unwrap();
    assert!(line.text.contains("that they may, from April"), "{}", line.text);
    let register = Document::decision_register(&[answered], Audience::Public, day(2026, 9, 9));
    let mut text = vec![];
    (Format::named("md").unwrap().write)(&register, &mut text).unwrap();
    assert!(String::from_utf8(text).unwrap().contains("answered 8 September 2026"));
}

#[test]
fn an_answer_asked_for_by_a_day_is_chased_after_it() {
    let mut clerk = met_again(&format!("{REFERRED}\n.reply 1 Sep"));
    assert_eq!(referral(&clerk).stands(), "to be answered by 1 September 2026");
    let late = "The answer of Cabinet to what was referred (PS Minute 3/26) was due on \
                1 September 2026.";
    let chased = |clerk: &Clerk, on| clerk.pen.overview(day(2026, 9, on)).unwrap().waiting;
    assert_eq!(chased(&clerk, 1), Vec::<String>::new());
    assert_eq!(chased(&clerk, 2), [late]);
    clerk.script(".answer 3/26: that they may, from April");
    assert_eq!(chased(&clerk, 2), Vec::<String>::new());
}

#[test]
fn who_was_asked_under_exempt_business_is_not_said_in_the_overview() {
    let clerk = met_again(&format!("{REFERRED}\n.reply 1 Sep\n.exempt 3"));
    let chased = clerk.pen.overview(day(2026, 9, 2)).unwrap().waiting;
    assert_eq!(chased.len(), 1);
    assert!(!chased[0].contains("Cabinet"), "{chased:?}");
}

#[test]
fn only_what_is_referred_is_to_be_answered_by_a_day() {
    let mut clerk = met_again(".item 7\n.d to wait");
    assert!(clerk.refused(".reply 1 Sep").contains("Nothing has been decided"));
    clerk.script(".d to wait");
    assert!(clerk.refused(".reply 1 Sep").contains("refers or recommends nothing"));
    clerk.script(".d REFERRED TO Cabinet: whether to wait");
    assert!(clerk.refused(".reply whenever").contains("is not a day"));
    clerk.script(".reply 1 Oct");
    let said = "To be answered by 1 October 2026.";
    assert!(printed(&clerk.sitting()).contains(said), "{}", printed(&clerk.sitting()));
}

#[test]
fn an_answer_is_to_a_question_that_waits_for_one() {
    let mut clerk = met_again(REFERRED);
    for (line, because) in [
        (".answer 2/26: yes", "no minute 2/26 that anybody is to answer"),
        (".answer 2/26: yes", "waiting: 3/26 (Cabinet)"),
        (".answer 3/26:", "what Cabinet answered"),
        (".answer", "\"REF: TEXT\"; waiting: 3/26 (Cabinet)"),
    ] {
        let why = clerk.refused(line);
        assert!(why.contains(because), "{line}: {why}");
    }
    clerk.script(".answer 3/26: yes");
    let why = clerk.refused(".answer 3/26: no");
    assert!(why.contains("has been answered"), "{why}");
}

#[test]
fn an_answer_is_taken_back_as_everything_is() {
    let mut clerk = met_again(REFERRED);
    clerk.script(".answer 3/26: yes");
    let signed = clerk.signed();
    clerk.pen.undo(&signed).unwrap();
    clerk.pen.undo(&signed).unwrap();
    assert_eq!(referral(&clerk).stands(), "waits for an answer");
    assert!(clerk.sitting().decisions.is_empty());
    clerk.script(".answer 3/26: yes, all the same");
    assert_eq!(referral(&clerk).stands(), "answered 8 September 2026");
    assert_eq!(clerk.pen.verify().unwrap().faults, Vec::<String>::new());
}

#[test]
fn what_was_referred_in_private_is_not_answered_in_public() {
    let private = ".exclude\n.item 8\n.d REFERRED TO Cabinet: whether to buy the depot";
    let mut clerk = met_again(&format!(".item 6\n{private}"));
    let minute = referral(&clerk).minute.unwrap();
    let line = format!(".answer {minute}/26: yes");
    let why = clerk.refused(&line);
    assert!(why.contains("exempt business"), "{why}");
    clerk.script(&format!(".exempt 3\n{line}"));
    assert!(!printed(&clerk.sitting()).contains("Cabinet"), "{}", printed(&clerk.sitting()));
}

fn numbers(sitting: &Sitting) -> Vec<&str> {
    sitting.items.iter().map(|item| item.number.as_str()).collect()
}

#[test]
fn a_part_of_an_item_stands_under_it_wherever_it_was_added() {
    let mut sitting = committee();
    let mut lanes = item("6.1", "Lanes", ItemKind::Report);
    lanes.rank = 9_999;
    sitting.items.push(lanes);
    let mut clerk = Clerk::before(&sitting);
    clerk.script(
        ".agenda Petitions under 4
         .agenda Figures under 5
         .agenda Causes under 5
         .agenda Bridges under 6
         .agenda Life under the bridges
         10.00 .next",
    );
    let after = ["1", "2", "3", "4", "4(a)", "5", "5(a)", "5(b)", "6", "6.1", "6.2", "7", "8", "9"];
    assert_eq!(numbers(&clerk.sitting()), after);
    let signed = clerk.signed();
    clerk.script(&format!(".chair okonjo\n{COMING}\n.item 5\n.next"));
    assert_eq!(clerk.sitting().current().map(|item| item.number.as_str()), Some("5(a)"));
    clerk.script(".exclude");
    assert_eq!(numbers(&clerk.sitting()).iter().position(|n| n.is_empty()), Some(12));
    clerk.pen.undo(&signed).unwrap();
    assert_eq!(clerk.pen.verify().unwrap().faults, Vec::<String>::new());
}

fn titles(sitting: &Sitting) -> Vec<String> {
    sitting.items.iter().map(|item| format!("{} {}", item.number, item.title)).collect()
}

#[test]
fn an_item_changes_places_and_takes_its_parts_with_it() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".agenda Figures under 5\n.agenda Causes under 5");
    let before = titles(&clerk.sitting());
    let five = clerk.sitting().item_numbered("5").unwrap().title.clone();
    clerk.script(".alter 5 before 3");
    let now = titles(&clerk.sitting());
    let at = now.iter().position(|line| *line == format!("3 {five}")).unwrap();
    assert_eq!(now[at + 1..=at + 2], ["3(a) Figures", "3(b) Causes"]);
    assert_eq!(
        numbers(&clerk.sitting()),
        ["1", "2", "3", "3(a)", "3(b)", "4", "5", "6", "7", "8"],
        "{now:?}"
    );
    clerk.script(".alter 3(b) before 3(a)\n.alter 3(a) last\n.alter 3 before 6");
    assert_eq!(titles(&clerk.sitting()), before);
    let why = clerk.refused(".alter 5(a) before 2");
    assert!(why.contains("cannot stand there"), "{why}");
    assert!(clerk.refused(".alter 5 before 40").contains("numbered 40"));
}

#[test]
fn the_agenda_is_put_right_a_part_at_a_time_and_keeps_the_rest() {
    let mut clerk = Clerk::before(&committee());
    let was = clerk.sitting().item_numbered("6").unwrap().clone();
    clerk.script(".alter 6 paper PS9, report by Head of Roads: that the lanes be mended");
    let now = clerk.sitting().item_numbered("6").unwrap().clone();
    assert_eq!((now.paper.as_str(), now.report_by.as_str()), ("PS9", "Head of Roads"));
    assert_eq!(now.recommendation, "that the lanes be mended");
    assert_eq!(now.title, was.title);
    let shown = capture::altering(&now);
    assert!(clerk.refused(&shown).contains("already"), "{shown}");
    clerk.script(".alter 6 title Lanes, byways and bridges");
    assert_eq!(clerk.sitting().item_numbered("6").unwrap().title, "Lanes, byways and bridges");
    assert!(clerk.refused(".alter 6 colour red").contains("colour red"));
    assert!(clerk.refused(".alter 6 about the moon").contains("No partnership"));
}

#[test]
fn an_agenda_keeps_its_order_once_the_meeting_has_begun() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .next");
    let why = clerk.refused(".alter 5 before 3");
    assert!(why.contains("keeps its order"), "{why}");
    clerk.script(".alter 5 report by Head of Roads");
    assert_eq!(clerk.sitting().meeting.status, MeetingStatus::InSession);
}

#[test]
fn a_part_of_standing_business_comes_back_under_it() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".agenda Petitions under 4\n.agenda Figures under 5");
    clerk.sets_up(".meeting PS 10 Nov 2026");
    let id = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    let items = clerk.pen.items(&id).unwrap();
    let last = items.last().map(|item| (item.number.as_str(), item.title.as_str()));
    assert_eq!(last, Some(("4(a)", "Petitions")));
    assert_eq!(items.len(), 5, "{items:?}");
}

#[test]
fn an_item_of_which_only_motions_are_minuted_is_written() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.m farrow/idris: that it be built\n.v 1-7-0\n.item 5\n12.10 .close");
    let unwritten = missing::items(&clerk.sitting(), Lack::Minute);
    assert!(unwritten.contains(&"item 5".to_owned()), "{unwritten:?}");
    assert!(!unwritten.contains(&"item 7".to_owned()), "{unwritten:?}");
}

#[test]
fn an_action_said_to_be_done_with_nothing_to_show_it_is_told_of() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: ring the trust by 30 June\n.a idris: ring the club by 30 June");
    let references: Vec<String> =
        clerk.sitting().actions.iter().map(minutebook::model::Action::reference).collect();
    let told = clerk.try_line(&format!(".done {}", references[0])).unwrap().join(" ");
    assert!(told.contains("Nothing is said to show it"), "{told}");
    let told = clerk.try_line(&format!(".done {}: they rang back", references[1])).unwrap();
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn a_councillor_five_months_away_is_named_on_the_overview() {
    let mut clerk = Clerk::in_session();
    clerk.script("12.10 .close");
    clerk.sets_up(".meeting PS 10 Nov 2026");
    let id = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    clerk.meeting = id;
    clerk.now = at(day(2026, 11, 10), "10.00");
    clerk.script("10.00 .next\n.chair okonjo\n.in allardyce, farrow, hesketh, ravensworth, idris, quill\n.apol nettleship, tarrant\n11.00 .close");
    let away = |day| clerk.pen.overview(day).unwrap().away;
    assert_eq!(away(day(2026, 11, 9)), Vec::<String>::new(), "no meeting was missed yet");
    let told = away(day(2026, 11, 11));
    let said = |name: &str| told.iter().any(|line| line.contains(name));
    assert!(said("Nettleship has attended nothing since 9 June 2026"), "{told:?}");
    assert!(said("Tarrant has attended nothing since"), "{told:?}");
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(away(day(2028, 11, 11)), Vec::<String>::new(), "the body stopped");
}

/// The committee, meant to meet four times a year, with its next meeting then.
fn quarterly(month: u32) -> Clerk {
    let mut sitting = committee();
    sitting.body.frequency = Some(4);
    sitting.items.push(item("9", "Dates of meetings", ItemKind::Dates));
    sitting.neighbours.coming = vec![meeting("after", "ps", day(2026, month, 8))];
    let mut clerk = Clerk::before(&sitting);
    clerk.script("10.00 .next");
    clerk
}

#[test]
fn a_quarterly_body_with_five_months_to_its_next_meeting_is_warned_of() {
    let said = "PS is to meet 4 times a year and has no meeting between 9 June 2026 and \
                8 November 2026.";
    for (month, warned) in [(9, false), (11, true)] {
        let clerk = quarterly(month);
        let sitting = clerk.sitting();
        let lacks = missing::missing(&sitting).into_iter().any(|(lack, _)| lack == Lack::Dates);
        assert_eq!(lacks, warned, "month {month}");
        let overview = clerk.pen.overview(day(2026, 6, 9)).unwrap();
        assert_eq!(overview.lulls.iter().any(|lull| lull == said), warned, "{:?}", overview.lulls);
        let dates = sitting.items.iter().find(|item| item.kind == ItemKind::Dates).unwrap();
        let shown = format!("{:?}", minute::rows(&sitting, dates, true));
        assert_eq!(shown.contains(said), warned, "{shown}");
    }
}

#[test]
fn actions_of_two_bodies_with_one_number_are_told_apart() {
    let log = |code: &str| {
        let mut lines = registers::actions();
        lines[1].code = code.into();
        let mut text = vec![];
        let log = Document::action_log(&lines, Audience::Public, day(2026, 7, 1));
        (Format::named("md").unwrap().write)(&log, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    };
    assert!(log("NW").contains("A/26/10 (NW)") && log("NW").contains("A/26/09 (PS)"));
    assert!(!log("PS").contains("(PS)"));
}

#[test]
fn a_screen_says_where_a_long_register_stops() {
    let mut lines = registers::decisions();
    let one = lines.remove(0);
    for (count, title) in [(3, "Decisions (3)"), (5_000, "Decisions (the first 5000;")] {
        let mut desk = Desk::sample().sized(120, 24);
        desk.keys("gd");
        desk.hear(Msg::Loaded(Loaded::Decisions(vec![one.clone(); count])));
        assert!(desk.picture().text().contains(title), "{}", desk.screen());
    }
}

fn lacking(clerk: &Clerk, wanted: Lack) -> u32 {
    missing::missing(&clerk.sitting()).iter().find(|(lack, _)| *lack == wanted).map_or(0, |l| l.1)
}

#[test]
fn a_substitute_sat_for_a_member_who_came_later() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .next\n.chair okonjo\n.sub brandreth for quill\n.item 5");
    assert_eq!(lacking(&clerk, Lack::Principal), 0);
    clerk.script(".in quill");
    assert_eq!(lacking(&clerk, Lack::Principal), 0);
    let page = printed(&clerk.sitting());
    assert!(page.contains("Councillor S. Quill (until coming) Councillor T. Brandreth"), "{page}");
}

#[test]
fn whoever_moved_seconded_or_voted_was_in_the_room() {
    let mut sitting = committee();
    // A board is warned, so that what a committee is refused comes on record.
    sitting.body.kind = BodyKind::PartnershipBoard;
    let rows = rows_before(&sitting);
    let mut clerk = Clerk::with(rows, &sitting.meeting.id, at(day(2026, 6, 9), "10.00"));
    clerk.script("10.00 .next\n.chair okonjo\n.in allardyce, idris\n.item 6");
    clerk.script(".m okonjo/allardyce: that it be so\n.v for okonjo, allardyce; against idris");
    assert_eq!(lacking(&clerk, Lack::Elsewhere), 0);
    clerk.script(".out idris\n.m okonjo/tarrant: that it be otherwise\n.v for idris");
    assert_eq!(lacking(&clerk, Lack::Elsewhere), 2);
    let words = Lack::Elsewhere.in_words(2);
    assert_eq!(words, "2 movers or voters not in the room");
}

#[test]
fn what_is_referred_to_another_body_of_the_book_is_told_until_it_is_answered() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".body EX Vale Executive as executive");
    clerk.script(".d REFERRED to Vale Executive: whether the fares can wait\n12.00 .close");
    let waits = |clerk: &Clerk| clerk.pen.waits_in_words(day(2026, 6, 24)).unwrap().join(" ");
    let said = "PS Minute 2/26 was referred to Vale Executive (EX), which has not answered.";
    assert!(waits(&clerk).contains(said), "{}", waits(&clerk));
    clerk.meeting = "after".into();
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(".agenda What others answered\n.next\n.chair okonjo\n.in idris, farrow, hesketh");
    clerk.script(".answer 2/26: they can");
    assert!(!waits(&clerk).contains(said), "{}", waits(&clerk));
}
