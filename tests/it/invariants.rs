//! What holds of a meeting whatever is typed: the invariants of the domain that are
//! about meetings, each a property. Exempt words are in `redaction`, sums in
//! `editions`, undo and merge in `journal`, and a killed program in `terminal`.

use minutebook::document::{Audience, Document};
use minutebook::model::day::Stamp;
use minutebook::model::{
    AttendanceStatus, ItemStatus, MeetingId, MinutesStatus, MotionOutcome, Sitting, Vote, WaitsFor,
};
use minutebook::rules::room::{self, Account};
use proptest::prelude::*;

use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, words_of};
use crate::support::invented::committee;

/// Who comes and goes.
const COMING: &[&str] = &[
    ".in okonjo",
    ".in allardyce",
    ".in farrow",
    ".in hesketh",
    ".in nettleship",
    ".in quill",
    ".in all",
    ".out okonjo",
    ".out allardyce",
    ".out farrow",
    ".out hesketh",
    ".apol tarrant",
    ".apol idris",
    ".absent rest",
    ".sub brandreth for quill",
    ".chair okonjo",
    ".chair allardyce",
];

/// What is moved, voted on and decided.
const DECIDING: &[&str] = &[
    ".d that it be so",
    ".d RECOMMENDED TO Cabinet: that it be so",
    ".v 2-1-0",
    ".v 2-2-0 casting for",
    ".v 1-1-0 casting against",
    ".v 4-0-1",
    ".v for okonjo; against allardyce",
    ".v for okonjo, farrow; against allardyce, hesketh casting for",
    ".m okonjo/allardyce: that it be so",
    ".am farrow/hesketh: to add \"soon\"",
    ".m withdrawn",
    ".int farrow: a director withdrew",
    ".int hesketh: a tenant spoke",
];

/// How business goes on.
const GOING_ON: &[&str] = &[
    ".next",
    ".item 6",
    ".item 7",
    ".item 3",
    ".defer next meeting: late",
    ".defer 1 December: later",
    ".defer when it is ready: later still",
    ".a oduya: write by 30 Sep",
    ".done 1: done",
    ".promise oduya: what was learnt by next meeting",
    ".exempt 3",
    ".open",
    ".exclude",
    ".adjourn",
    ".resume",
    ".close",
    "Somebody spoke.",
    ".priv remember",
    ".confirm",
    ".minutes checked",
];

/// Lines a clerk might type next, in any order, of these sorts.
fn lines(sorts: &[&[&'static str]]) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(sorts.concat()), 0..24)
}

/// The record before and after each line that was permitted.
fn goes(clerk: &mut Clerk, lines: &[&str], mut step: impl FnMut(&Sitting, &Sitting)) {
    let mut before = clerk.sitting();
    for line in lines {
        let _ = clerk.try_line(line);
        let after = clerk.sitting();
        step(&before, &after);
        before = after;
    }
}

/// The votes of `after` that `before` has not.
fn new_votes<'a>(before: &'a Sitting, after: &'a Sitting) -> impl Iterator<Item = &'a Vote> {
    after.votes.iter().filter(|vote| before.votes.iter().all(|had| had.id != vote.id))
}

/// The record as it stood when the thing of rank `rank` was recorded, as far as who was
/// in the room goes.
fn until(sitting: &Sitting, rank: i64) -> Sitting {
    let mut cut = sitting.clone();
    cut.movements.retain(|movement| movement.rank < rank);
    cut
}

/// The minutes of a meeting as members read them.
fn page(sitting: &Sitting) -> String {
    words_of(&Document::minutes(sitting, Audience::Members))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Invariant 1.
    #[test]
    fn everyone_on_the_roll_is_accounted_for_exactly_once(lines in lines(&[COMING, GOING_ON])) {
        let mut clerk = Clerk::before(&committee());
        goes(&mut clerk, &lines, |_, after| {
            for member in room::members(after) {
                let kept = after.attendance.iter().filter(|a| a.person == member.person);
                assert!(kept.count() <= 1, "{} attends twice", member.person);
                let instead = after.attendance.iter();
                let instead = instead.filter(|a| a.in_place_of.as_ref() == Some(&member.person));
                assert!(instead.count() <= 1, "two stand in for {}", member.person);
            }
        });
        let _ = clerk.try_line(".absent rest");
        let sitting = clerk.sitting();
        if sitting.meeting.status.has_begun() {
            for member in room::members(&sitting) {
                let account = room::account(&sitting, &member.person);
                prop_assert!(account != Account::Unaccounted, "{}", member.person);
                let status = sitting.attendance_of(&member.person).map(|a| a.status);
                let came = matches!(account, Account::InRoom | Account::Out);
                prop_assert_eq!(status == Some(AttendanceStatus::Present), came);
            }
        }
    }

    /// Invariant 2.
    #[test]
    fn those_who_vote_are_in_the_room_and_entitled(lines in lines(&[COMING, DECIDING, &[".item 6"]])) {
        let mut clerk = Clerk::before(&committee());
        goes(&mut clerk, &lines, |before, after| {
            for vote in new_votes(before, after) {
                let entitled = room::entitled(before, &vote.item);
                assert!(usize::try_from(vote.total()).unwrap() <= entitled.len());
                let named: Vec<_> =
                    after.ballots.iter().filter(|b| b.vote == vote.id).map(|b| &b.person).collect();
                for (n, person) in named.iter().enumerate() {
                    assert!(room::was_in_room(after, person, vote.rank), "voted from outside");
                    assert!(entitled.contains(person), "{person} was not entitled");
                    assert!(!named[n + 1..].contains(person), "{person} voted twice");
                }
            }
        });
    }

    /// Invariant 3.
    #[test]
    fn a_casting_vote_is_the_chairs_and_given_on_equality_alone(lines in lines(&[COMING, DECIDING, &[".item 6"]])) {
        let mut clerk = Clerk::before(&committee());
        goes(&mut clerk, &lines, |before, after| {
            for vote in new_votes(before, after).filter(|vote| vote.casting.is_some()) {
                assert_eq!(vote.in_favour, vote.against, "a casting vote without equality");
                assert_eq!(vote.presiding.as_ref(), before.chair(), "given by another");
            }
        });
    }

    /// Invariant 4.
    #[test]
    fn a_quorum_depends_on_who_had_come_and_gone_by_then(lines in lines(&[COMING, GOING_ON]), shift in 1usize..8) {
        let mut clerk = Clerk::before(&committee());
        goes(&mut clerk, &lines, |_, _| {});
        let sitting = clerk.sitting();
        let mut reordered = sitting.clone();
        reordered.items.rotate_left(shift);
        for (n, movement) in sitting.movements.iter().enumerate() {
            let item = movement.item.as_ref();
            let then = room::quorum_before(&sitting, movement.rank, item);
            prop_assert_eq!(then, room::quorum_before(&until(&sitting, movement.rank), movement.rank, item), "{}", n);
            prop_assert_eq!(then, room::quorum_before(&reordered, movement.rank, item));
        }
        prop_assert_eq!(room::quorum(&sitting).present, room::quorum(&reordered).present);
    }

    /// Invariant 5.
    #[test]
    fn minutes_are_numbered_from_one_without_a_gap(lines in lines(&[COMING, DECIDING, GOING_ON])) {
        let mut clerk = Clerk::before(&committee());
        goes(&mut clerk, &lines, |_, after| {
            let mut numbers: Vec<u32> = after.minutes.iter().filter_map(|m| m.number).collect();
            numbers.sort_unstable();
            assert!((1..).zip(&numbers).all(|(n, number)| n == *number), "{numbers:?}");
        });
    }

    /// Invariant 6.
    #[test]
    fn what_was_signed_keeps_its_digest_and_prints_with_its_corrections(later in lines(&[COMING, DECIDING, GOING_ON])) {
        let mut clerk = Clerk::in_session();
        clerk.script(".d that it be so\n.why it is ready\n.a oduya: write by 30 Sep\n.out quill\nSaid.\n12.10 .close");
        clerk.script(".minutes circulated");
        let signed = clerk.meeting.clone();
        clerk.meeting = MeetingId::from("after");
        clerk.now = at(day(2026, 9, 8), "10.00");
        clerk.script(".agenda Minutes\n.next\n.chair okonjo\n.in allardyce, farrow, hesketh");
        clerk.script(".correct 2/26: \"that it be so\" read \"that it be done\"\n.confirm\n.confirm signed");
        let then = clerk.pen.sitting(&signed).unwrap();
        prop_assert_eq!(then.meeting.minutes, MinutesStatus::Signed);
        goes(&mut clerk, &later, |_, _| {});
        let now = clerk.pen.sitting(&signed).unwrap();
        let digest = |sitting| Document::minutes(sitting, Audience::Public).digest().to_owned();
        prop_assert_eq!(digest(&now), digest(&then));
        prop_assert_eq!(page(&now), page(&then));
        prop_assert!(page(&now).contains("for \"that it be so\" read \"that it be done\""));
    }

    /// Invariant 10.
    #[test]
    fn an_item_put_off_is_on_one_agenda_or_waits_for_one(lines in lines(&[GOING_ON, &[".item 5", ".item 4"]]), december: bool) {
        let mut clerk = Clerk::in_session();
        goes(&mut clerk, &lines, |_, _| {});
        if december {
            clerk.sets_up(".meeting PS 1 Dec 2026");
        }
        let sitting = clerk.sitting();
        let waiting = clerk.pen.waiting().unwrap();
        let coming = sitting.neighbours.coming.iter();
        let coming: Vec<_> = coming.flat_map(|next| clerk.pen.items(&next.id).unwrap()).collect();
        for item in &sitting.items {
            let carried = coming.iter().filter(|on| on.deferred_from.as_ref() == Some(&item.id));
            let waits = waiting.iter().filter(|on| matches!(&on.what, WaitsFor::Item(it) if it.id == item.id));
            let agendas = usize::from(item.status == ItemStatus::Deferred);
            prop_assert_eq!(carried.count() + waits.count(), agendas, "{}", item.title);
        }
    }

    /// Invariant 11.
    #[test]
    fn overdue_is_told_from_the_day_and_stored_nowhere(lines in lines(&[GOING_ON]), days in -40_i64..200) {
        let mut clerk = Clerk::in_session();
        goes(&mut clerk, &lines, |_, _| {});
        let today = day(2026, 9, 1) + chrono::TimeDelta::days(days);
        let count = clerk.pen.count().unwrap();
        for action in &clerk.sitting().actions {
            let late = action.due.is_some_and(|due| due < today) && action.status.is_live();
            prop_assert_eq!(action.is_overdue(today), late);
        }
        let mut morrow = clerk.reopens();
        morrow.now = Stamp::from(at(today, "10.00"));
        let _ = morrow.pen.overview(today).unwrap();
        prop_assert_eq!(morrow.pen.count().unwrap(), count);
    }

    #[test]
    fn whatever_is_typed_the_record_stays_sound_and_the_book_whole(lines in lines(&[COMING, DECIDING, GOING_ON])) {
        let mut clerk = Clerk::before(&committee());
        goes(&mut clerk, &lines, |_, after| {
            let discussed = after.items.iter().filter(|i| i.status == ItemStatus::UnderDiscussion);
            assert!(discussed.count() <= 1);
            for item in &after.items {
                let open = after.motions.iter();
                let open = open.filter(|m| m.item == item.id && m.outcome == MotionOutcome::Open);
                assert!(open.count() <= 2, "more than a motion and an amendment");
            }
        });
        prop_assert_eq!(clerk.pen.verify().unwrap().faults, Vec::<String>::new());
    }

    #[test]
    fn no_line_stops_the_reader(line in "\\.[a-z]{0,8} [\\PC]{0,40}") {
        let mut clerk = Clerk::before(&committee());
        let _ = clerk.try_line(&line);
    }
}
