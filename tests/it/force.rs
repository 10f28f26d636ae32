//! How hard each rule binds: what breaks it is refused where the body's profile
//! enforces it, told where it is warned of, and passed over where it is off.

use minutebook::model::{BodyKind, MeetingId};
use minutebook::rules::{Force, Profile, Rule};

use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, rows_before};
use crate::support::invented::committee;

const COMING: &str = ".chair okonjo
    .in allardyce, farrow, hesketh, nettleship, ravensworth, idris, quill
    .apol tarrant";

/// What breaks `rule` and nothing else: what is typed before it, the line that
/// breaks it, and what is said of that.
fn broken(rule: Rule) -> (&'static str, &'static str, &'static str) {
    match rule {
        Rule::Quorum => (
            ".out allardyce, farrow, hesketh, idris, quill, nettleship",
            ".d that it be so",
            "There is no quorum",
        ),
        Rule::Eligible => ("", ".m tarrant/idris: that it be so", "Tarrant is not in the room"),
        Rule::Withdrawn => (
            ".int farrow: other: director of a firm withdrew",
            ".m farrow/idris: that it be so",
            "Farrow withdrew from this item",
        ),
        Rule::Totals => ("", ".v 9-0-0", "counts 9 but 8"),
        Rule::OneMotion => (
            ".m allardyce/idris: that it be so",
            ".m okonjo/idris: that it be refused",
            "A motion is before the meeting already",
        ),
        Rule::Carried => (
            ".m allardyce/idris: that the depot be sold\n.v 2-6-0",
            ".d that the depot be sold",
            "The motion was lost: that the depot be sold",
        ),
        Rule::Casting => ("", ".v 5-3-0 casting for", "only on equality"),
        Rule::Presiding => (".out okonjo", ".item 7", "Okonjo presides and has left the room"),
        Rule::NamedOnce => ("", ".v for okonjo, okonjo", "Okonjo is named twice"),
        Rule::OwnerPresent => ("", ".a oduya: write by 30 Sep", "was not in the room"),
        Rule::Seconded => (".m allardyce: that it be so", ".v 5-3-0", "has no seconder"),
        Rule::Rescission => (
            ".d that it be so\n12.10 .close",
            ".rescind 1/26: that it be not so",
            "was decided less than six months ago",
        ),
        Rule::Excluded => ("", ".item 8", "The public has not been excluded"),
        Rule::InterestKind => {
            ("", ".int farrow: prejudicial: a director", "A prejudicial interest")
        }
        Rule::Reasons => {
            (".d that it be so\n12.10 .close", ".minutes circulated", "1 decision without reasons")
        }
        Rule::Ready => {
            (".a : find out\n12.10 .close", ".minutes circulated", "1 action without owner")
        }
        Rule::Notice => ("", ".publish 4 Sep", "1 clear working day before the meeting"),
        Rule::Published => (
            ".publish 1 June",
            ".agenda A fair on the green",
            "It was not on the agenda that went out on 1 June 2026",
        ),
        Rule::CallIn => (
            ".d that it be so\n.effective at once: the tender ends\n12.10 .close",
            ".callin PS 1/26 by Councillors Allardyce and Idris: no case was made",
            "could not wait to be called in",
        ),
    }
}

/// A body of this kind, with all of its members but Tarrant in the room.
fn in_session(kind: BodyKind) -> Clerk {
    let mut sitting = committee();
    sitting.body.kind = kind;
    let rows = rows_before(&sitting);
    let mut clerk = Clerk::with(rows, &sitting.meeting.id, at(day(2026, 6, 9), "10.00"));
    clerk.script(&format!("10.00 .item 6\n{COMING}"));
    clerk
}

/// The next meeting of the body, in session.
fn goes_on_to_the_next_meeting(clerk: &mut Clerk) {
    clerk.meeting = MeetingId::from("after");
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(&format!(".agenda What others answered\n.next\n{COMING}"));
}

#[test]
fn every_rule_binds_every_body_as_hard_as_its_profile_says() {
    for kind in BodyKind::ALL {
        for rule in Rule::ALL {
            let (before, line, told) = broken(*rule);
            let mut clerk = in_session(*kind);
            clerk.script(before);
            match rule {
                Rule::Rescission => goes_on_to_the_next_meeting(&mut clerk),
                Rule::CallIn => clerk.goes_to_another_body_of(*kind),
                Rule::Notice => clerk.meeting = MeetingId::from("after"),
                _ => {}
            }
            let (force, source) = Profile::binding(&clerk.sitting(), *rule);
            let (said, refused) = match clerk.try_line(line) {
                Ok(warnings) => (warnings.join(" "), false),
                Err(why) => (why, true),
            };
            let case = format!("{} at a body of kind {}: {said}", rule.word(), kind.word());
            assert_eq!(refused, force == Force::Enforce, "{case}");
            assert_eq!(said.contains(told), force != Force::Off, "{case}");
            assert!(!refused || said.contains(source), "{case}");
        }
    }
}
