//! Minutes exported as Markdown and imported again.

use std::collections::HashMap;

use minutebook::book::{EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::import::{Found, PaperKind};
use minutebook::model::{AttendanceStatus, Motion, Person, PersonId, Record, Sitting};

use super::{read, rows, told};
use crate::formats::bytes;
use crate::support::clerk::Clerk;
use crate::support::invented;
use crate::support::shelf::Shelf;

/// What two meetings must have alike to be the same one.
#[derive(Debug, Default, PartialEq, Eq)]
struct Story {
    held: Vec<String>,
    items: Vec<String>,
    came: Vec<String>,
    apologies: Vec<String>,
    decided: Vec<String>,
    /// Who is to do it and by when, and what.
    actions: Vec<(String, String)>,
}

/// Words as they are, but for capitals and the stops that end them.
fn bare(text: &str) -> String {
    let text = text.to_lowercase().replace('\n', " ");
    let text = text.strip_prefix("that ").unwrap_or(&text).to_owned();
    text.trim_end_matches(['.', ';']).to_owned()
}

fn names(people: &[Person]) -> HashMap<PersonId, String> {
    people.iter().map(|person| (person.id.clone(), person.plain())).collect()
}

impl Story {
    fn of(rows: &[Record]) -> Self {
        let person =
            |row: &Record| if let Record::Person(p) = row { Some(p.clone()) } else { None };
        let people: Vec<Person> = rows.iter().filter_map(person).collect();
        let names = names(&people);
        let mut story = Self::default();
        for row in rows {
            match row {
                Record::Meeting(m) => {
                    story.held = vec![format!("{} {:?} {}", m.date, m.start, m.place)];
                }
                Record::Item(i) => story.items.push(format!("{} {}", i.number, i.title)),
                Record::Attendance(a) if a.status == AttendanceStatus::Apologies => {
                    story.apologies.push(names[&a.person].clone());
                }
                Record::Attendance(a) => {
                    let instead = a.in_place_of.as_ref().map(|id| names[id].as_str());
                    story.came.push(format!("{} {:?} {instead:?}", names[&a.person], a.capacity));
                }
                Record::Decision(d) => {
                    let whom = d.to_whom.trim_start_matches("the ").to_owned();
                    story.decided.push(format!("{:?} {whom}: {}", d.verb, bare(&d.text)));
                }
                Record::Action(a) => {
                    let owner = a.owner.as_ref().map(|id| names[id].as_str());
                    story.actions.push((format!("{owner:?} by {:?}", a.due), bare(&a.text)));
                }
                _ => {}
            }
        }
        for list in [&mut story.came, &mut story.apologies] {
            list.sort();
        }
        story
    }

    fn held(sitting: &Sitting) -> Self {
        let mut rows: Vec<Record> = vec![sitting.meeting.clone().into()];
        rows.extend(sitting.people.iter().cloned().map(Record::from));
        rows.extend(sitting.items.iter().cloned().map(Record::from));
        rows.extend(sitting.attendance.iter().cloned().map(Record::from));
        rows.extend(sitting.decisions.iter().cloned().map(Record::from));
        rows.extend(sitting.actions.iter().cloned().map(Record::from));
        Self::of(&rows)
    }
}

fn imported(sitting: &Sitting) -> Found {
    let document = Document::minutes(sitting, Audience::Members);
    read("minutes.md", &bytes(&document, "md"), PaperKind::Auto)
}

#[test]
fn minutes_exported_and_imported_give_the_same_meeting() {
    let sitting = invented::committee();
    let found = imported(&sitting);
    let (told, had) = (Story::of(rows(&found)), Story::held(&sitting));
    assert_eq!((&told.held, &told.came, &told.apologies), (&had.held, &had.came, &had.apologies));
    assert_eq!(told.actions.len(), had.actions.len());
    for ((told, told_of), (had, had_of)) in told.actions.iter().zip(&had.actions) {
        assert_eq!(told, had);
        assert!(told_of.starts_with(had_of), "{told_of} is not {had_of}");
    }
    for (told, had) in told.items.iter().zip(&had.items) {
        // An item without a number of its own is printed without one.
        assert!(told == had || had.starts_with(' ') && told.ends_with(had), "{told} is not {had}");
    }
    assert_eq!(told.items.len(), had.items.len());
    // The page says more than the record: a standing resolution in full, whose
    // vote is noted, and an item deferred as a resolution.
    let mut printed =
        told.decided.iter().filter(|decided| !decided.starts_with("Deferred ")).peekable();
    for decided in &had.decided {
        let told = printed.next().map(String::as_str).unwrap_or_default();
        assert!(told.starts_with(decided), "{told} is not {decided}");
    }
    assert_eq!(printed.peek(), None);
}

#[test]
fn a_title_may_begin_with_anything_and_its_item_comes_back() {
    const TITLES: [&str; 8] = [
        "£250,000 grant",
        "20 mph zones",
        "2026/27 budget outturn",
        "\u{201c}Quiet lanes\u{201d}",
        "(Late) report on floods",
        "iPad policy",
        "5-year plan",
        "الميزانية",
    ];
    let mut sitting = invented::committee();
    for (item, title) in sitting.items.iter_mut().zip(TITLES.iter().cycle()) {
        (*title).clone_into(&mut item.title);
    }
    let had = Story::of(rows(&imported(&invented::committee())));
    for format in ["md", "html", "docx"] {
        let document = Document::minutes(&sitting, Audience::Members);
        let found = read(&format!("m.{format}"), &bytes(&document, format), PaperKind::Minutes);
        let told = Story::of(rows(&found));
        assert_eq!(told.items.len(), had.items.len(), "{format}: {:?}", told.items);
        assert_eq!(told.decided.len(), had.decided.len(), "{format}: {:?}", told.decided);
    }
}

#[test]
fn a_line_that_the_clerk_began_with_a_sign_keeps_it() {
    const LINES: &str = "Three things were said:\n- the lock leaks\n* it is old\n+ 5 * 6 = 30";
    let mut sitting = invented::committee();
    let minute = sitting.minutes.iter_mut().find(|minute| !minute.text.is_empty()).unwrap();
    LINES.clone_into(&mut minute.text);
    let found = imported(&sitting);
    let kept = |row: &Record| matches!(row, Record::Minute(m) if m.text.contains(LINES));
    assert!(rows(&found).iter().any(kept), "{:?}", rows(&found));
}

#[test]
fn what_only_the_page_needs_is_no_part_of_the_minutes() {
    let found = imported(&invented::committee());
    for row in rows(&found) {
        let Record::Minute(minute) = row else { continue };
        for words in
            ["Signed", "Date of signing", "Made with", "DRAFT", "Apology from", "Members who sent"]
        {
            assert!(!minute.text.contains(words), "{}", minute.text);
        }
    }
    assert!(!told(&found, "", "Item 5: K. Oduya"));
}

#[test]
fn plain_text_brings_back_every_item_and_no_interest_as_a_paragraph() {
    let sitting = invented::committee();
    let document = Document::minutes(&sitting, Audience::Members);
    let found = read("minutes.txt", &bytes(&document, "txt"), PaperKind::Auto);
    let told_of = Story::of(rows(&found));
    assert_eq!(told_of.items.len(), sitting.items.len(), "{:?}", told_of.items);
    assert!(told(&found, "", "the table of interests"), "it says what it leaves out");
    for row in rows(&found) {
        let Record::Minute(minute) = row else { continue };
        assert!(!minute.text.contains("haulage firm under contract"), "{}", minute.text);
    }
}

#[test]
fn a_paper_of_anybody_elses_is_left_as_it_is() {
    let paper = "# Rivers Committee\n\nMINUTES of the meeting held on 7 April 2011\n\nPresent: Ann Bell\n\n\
        ## 20/11 Floods\n\nACTION A/11/3 Write. \u{2014} Ann Bell, by 30 April 2011\n\nDate of signing: 9 May 2011\n\n\
        ## 21/11 Locks\n\nThe report was noted.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Minutes);
    let kept = rows(&found).iter().any(
        |row| matches!(row, Record::Minute(m) if m.text.contains("Date of signing: 9 May 2011")),
    );
    assert!(kept, "{:?}", rows(&found));
}

/// The minutes of `sitting`, without the lines that tell how they stand and the
/// record's digest.
fn page(sitting: &Sitting) -> String {
    let text = bytes(&Document::minutes(sitting, Audience::Members), "md");
    let text = String::from_utf8(text).unwrap();
    let stands = |line: &&str| !line.starts_with("DRAFT") && !line.starts_with("Made with");
    text.lines().filter(stands).collect::<Vec<_>>().join("\n")
}

/// The only meeting of a book that has taken in `paper` and nothing else.
fn taken_in(name: &str, paper: &[u8]) -> Sitting {
    let found = read(name, paper, PaperKind::Auto);
    let shelf = Shelf::with("Took a paper in", rows(&found).to_vec());
    let book = shelf.book();
    let meetings = book.meetings(&Filter::default(), EVERY).unwrap();
    book.sitting(&meetings[0].id).unwrap()
}

#[test]
fn minutes_come_back_word_for_word_whichever_way_they_went_out() {
    let shelf = Shelf::sample();
    let book = shelf.book();
    for meeting in ["spsc-2010-05-20", "opb-2010-02-24", "cgsc-2007-03-27"] {
        let sitting = book.sitting(&meeting.into()).unwrap();
        let document = Document::minutes(&sitting, Audience::Members);
        for format in ["md", "html", "docx"] {
            let back = taken_in(&format!("minutes.{format}"), &bytes(&document, format));
            assert_eq!(page(&back), page(&sitting), "{meeting} as {format}");
        }
    }
}

/// Each motion and each vote of a sitting, in words that do not depend on the names of rows.
fn floor(sitting: &Sitting) -> Vec<String> {
    let name = |id: &Option<PersonId>| {
        id.as_ref().map(|id| sitting.person(id).unwrap().family.clone()).unwrap_or_default()
    };
    let words = |motion: &Motion| bare(&motion.text);
    let motions = sitting.motions.iter().map(|motion| {
        let of = sitting.motions.iter().find(|other| Some(&other.id) == motion.of.as_ref());
        format!(
            "{:?} {} {} {:?}, amending {:?}: {:?}, {:?}",
            motion.kind,
            name(&motion.mover),
            name(&motion.seconder),
            words(motion),
            of.map(words),
            motion.outcome,
            motion.majority
        )
    });
    let votes = sitting.votes.iter().map(|vote| {
        let on = sitting.motions.iter().find(|motion| Some(&motion.id) == vote.motion.as_ref());
        let ballots = sitting.ballots.iter().filter(|ballot| ballot.vote == vote.id);
        let mut named: Vec<String> = ballots
            .map(|b| format!("{} {:?} {}", name(&Some(b.person.clone())), b.cast, b.on_request))
            .collect();
        named.sort();
        format!(
            "{:?} {}-{}-{} {:?} {:?} on {:?}: {named:?}",
            vote.method,
            vote.in_favour,
            vote.against,
            vote.abstained,
            vote.casting,
            vote.majority,
            on.map(words)
        )
    });
    motions.chain(votes).collect()
}

#[test]
fn motions_amendments_and_votes_come_back_as_what_they_were() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m allardyce/ravensworth: that the plan be adopted
         .am nettleship/idris: add \"from April 2027\"
         .v 4-4-0 casting against
         .am hesketh/farrow: add \"with a review\"
         .v 6-2-0
         .v for allardyce, ravensworth, idris, farrow; against okonjo, quill; abstained nettleship, hesketh
         .d that the plan be adopted with a review
         .why it is ready
         .item 7
         .m farrow: that the depot be sold
         .m fell
         .m farrow/idris two-thirds: that the depot be kept
         .v 6-2-0
         .own quill against
         .d that the depot be kept
         .m okonjo/idris: that the meeting go on
         .m withdrawn
         12.10 .close",
    );
    let sitting = clerk.sitting();
    let document = Document::minutes(&sitting, Audience::Members);
    for format in ["md", "html", "docx"] {
        let back = taken_in(&format!("minutes.{format}"), &bytes(&document, format));
        assert_eq!(floor(&back), floor(&sitting), "{format}");
        // Items that were not come to have no minute to come back in.
        let minuted = |page: String| {
            let end = page.find("## Business not reached").or_else(|| page.find("Signed (in"));
            page[..end.unwrap()].to_owned()
        };
        assert_eq!(minuted(page(&back)), minuted(page(&sitting)), "{format}");
    }
}

#[test]
fn what_the_public_is_told_of_an_exempt_item_comes_back_as_that() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        "The plan was noted.\n.item 8\n.exclude\nThe agent wants 51,000.\n\
         .summary A payment was considered.\n12.10 .close",
    );
    let sitting = clerk.sitting();
    let document = Document::minutes(&sitting, Audience::Public);
    let back = taken_in("minutes.md", &bytes(&document, "md"));
    let exempt = back.items.iter().find(|item| !item.exempt.is_open()).unwrap();
    let minute = back.minute(&exempt.id).unwrap();
    assert_eq!((minute.text.as_str(), minute.summary.as_str()), ("", "A payment was considered."));
}

#[test]
fn what_is_told_beside_a_decision_comes_back_with_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".d that the wall be mended
         .why it leans
         .effective 20 June 2026
         .d REFERRED to Cabinet: who pays
         .reply 30 June 2026
         .d that the gate be shut
         .why (c) it is windy
         .alt (c) a new gate
         .effective (c) at once: the tide
         .item 7
         .d that the depot be kept
         .why it is in use
         12.10 .close",
    );
    let sitting = clerk.sitting();
    let beside = |sitting: &Sitting| -> Vec<_> {
        let told = sitting.decisions.iter().map(|decision| {
            let words = [&decision.reasons, &decision.alternatives, &decision.at_once];
            (words.map(|said| bare(said)), decision.effective_on, decision.reply_by)
        });
        told.collect()
    };
    let document = Document::minutes(&sitting, Audience::Members);
    for format in ["md", "html", "docx", "txt"] {
        let back = taken_in(&format!("minutes.{format}"), &bytes(&document, format));
        assert_eq!(beside(&back), beside(&sitting), "{format}");
    }
}

#[test]
fn interests_breaks_and_votes_on_nothing_moved_come_back() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        "10.30 .int idris: Personal: governor of a school
         .v 4-4-0 casting against
         .d NOTED
         .a hesketh, farrow: visit the depot by 30 June 2026
         .item 7
         10.40 .adjourn
         10.55 .resume
         12.10 .close",
    );
    let sitting = clerk.sitting();
    let told = |sitting: &Sitting| {
        let names = names(&sitting.people);
        let mut came: Vec<String> = sitting
            .attendance
            .iter()
            .map(|a| format!("{} {:?} {:?}", names[&a.person], a.capacity, a.status))
            .collect();
        came.sort();
        let interests = sitting
            .interests
            .iter()
            .map(|i| format!("{} {:?} {} {:?}", names[&i.person], i.kind, i.nature, i.outcome));
        let breaks = sitting.adjournments.iter().map(|a| format!("{} {:?}", a.from_at, a.to_at));
        let votes = sitting
            .votes
            .iter()
            .map(|v| format!("{}-{}-{} {:?}", v.in_favour, v.against, v.abstained, v.casting));
        let decided = sitting.decisions.iter().map(|d| format!("{:?} {}", d.verb, bare(&d.text)));
        came.into_iter().chain(interests).chain(breaks).chain(votes).chain(decided).collect()
    };
    let had: Vec<String> = told(&sitting);
    let document = Document::minutes(&sitting, Audience::Members);
    for format in ["md", "html", "docx"] {
        let back = taken_in(&format!("minutes.{format}"), &bytes(&document, format));
        assert_eq!(told(&back), had, "{format}");
    }
}
