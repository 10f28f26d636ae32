//! Every command, asked rightly and wrongly.

use std::process::{Command, Stdio};

use minutebook::capture::LINES;
use serde_json::Value;

use super::{Desk, MEETING};

const BEFORE: &str = "spsc-2010-05-20";

#[test]
fn each_list_is_printed_for_a_reader_and_as_json() {
    let desk = Desk::with_the_sample();
    for (what, words) in [
        ("meetings", "Thu 22 Jul 2010"),
        ("bodies", "Public Service Board"),
        ("partnerships", "Spatial Planning"),
        ("people", "Councillor R. Okonjo"),
        ("decisions", "RESOLVED"),
        ("actions", "A/10/03"),
    ] {
        desk.does(&["list", what], words);
        let json = desk.json(&["list", what, "--json"]);
        assert!(json.as_array().is_some_and(|all| !all.is_empty()), "{what}: {json}");
        assert_eq!(json, desk.json(&["list", what, "--json"]), "{what} is in another order");
    }
    desk.does(&["list", "items", "--meeting", MEETING], "Children's Trust");
    desk.does(&["list", "items", "--meeting", MEETING, "--json"], "\"spsc-2010-07-22-5\"");
}

/// Each thing of a list has at least these names.
#[track_caller]
fn named(json: &Value, names: &str) {
    for thing in json.as_array().unwrap() {
        let missing: Vec<&str> =
            names.split(", ").filter(|name| thing.get(name).is_none()).collect();
        assert_eq!(missing, Vec::<&str>::new(), "{thing}");
    }
}

#[test]
fn json_keeps_the_names_that_are_promised() {
    let desk = Desk::with_the_sample();
    let meetings = desk.json(&["list", "meetings", "--json"]);
    named(&meetings, "id, body, title, date, start, place, status, items, present, quorum");
    let items = desk.json(&["list", "items", "--meeting", BEFORE, "--json"]);
    named(
        &items,
        "id, meeting, number, title, kind, status, partnership, exempt, minute, decisions, actions, \
         votes",
    );
    let decisions = desk.json(&["list", "decisions", "--json"]);
    named(
        &decisions,
        "id, ref, meeting, item, minute, verb, text, reasons, mover, seconder, vote, exempt, links, \
         status",
    );
    let actions = desk.json(&["list", "actions", "--json"]);
    named(
        &actions,
        "id, ref, meeting, item, minute, text, owner, organisation, support, due, due_text, status, \
         overdue, slips, links",
    );
    let partnerships = desk.json(&["list", "partnerships", "--json"]);
    named(&partnerships, "id, name, body, period, targets, performance, responses");
    named(&partnerships[0]["performance"], "id, section, text, tone, answered_by");
    named(&partnerships[0]["responses"], "id, text, kind, owner, due, answers");
}

#[test]
fn a_list_is_narrowed_by_its_filters() {
    let desk = Desk::with_the_sample();
    let count = |args: &[&str]| {
        let all = [&["list"], args, &["--json"]].concat();
        desk.json(&all).as_array().unwrap().len()
    };
    assert_eq!(count(&["meetings"]), 6);
    assert_eq!(count(&["meetings", "--body", "SYP"]), 3);
    let (all, on_one) = (count(&["people"]), count(&["people", "--body", "SYP"]));
    assert!(0 < on_one && on_one < all, "{on_one} of {all} people");
    let came = count(&["people", "--meeting", BEFORE]);
    assert!(0 < came && came < all, "{came} of {all} people");
    assert_eq!(count(&["bodies", "--body", "SYP"]), 1);
    assert_eq!(count(&["meetings", "--status", "planned"]), 3);
    assert_eq!(count(&["meetings", "--from", "1 Jul 2010", "--to", "31/7/10"]), 2);
    assert_eq!(count(&["actions", "--owner", "oduya"]), 1);
    assert_eq!(count(&["partnerships", "--partnership", "CT"]), 1);
}

#[test]
fn one_thing_is_shown_whole() {
    let desk = Desk::with_the_sample();
    for (id, words) in [
        (MEETING, "County Hall"),
        ("spsc-2010-07-22-5", "Children's Trust"),
        ("CT", "off track"),
        ("r-okonjo", "Okonjo"),
        ("A/10/03", "targets that cannot be judged"),
        ("opb A/10/01", "Audit what is spent"),
    ] {
        desk.does(&["show", id], words);
        assert!(desk.json(&["show", id, "--json"]).is_object(), "{id}");
    }
}

#[test]
fn a_search_finds_what_was_minuted_and_scheduled() {
    let desk = Desk::with_the_sample();
    desk.does(&["search", "fear", "crime"], "crime");
    desk.does(&["search", "xyzzy"], "Nothing in the book matches \"xyzzy\".");
    let json = desk.json(&["search", "strategy", "--json"]);
    assert_eq!(json["query"], "strategy");
    assert_eq!(json["count"].as_u64(), json["hits"].as_array().map(|hits| hits.len() as u64));
    for odd in ["\"", "NEAR(", "a AND", "*", "-", "'; DROP TABLE item"] {
        assert_eq!(desk.runs(&["search", "--", odd]).code, Some(0), "{odd}");
    }
}

#[test]
fn a_search_for_whoever_has_something_to_do_finds_it() {
    let desk = Desk::with_the_sample();
    desk.does(
        &["record", "--meeting", MEETING, ".a okonjo: write to the trust, by 1 August 2010"],
        "",
    );
    desk.does(&["search", "okonjo", "trust"], "to the trust (");
    desk.does(&["search", "lead", "officers"], "(A group of lead officers");
}

#[test]
fn the_history_undo_and_redo_speak_in_sentences() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", "--meeting", MEETING, ".in okonjo"], "In the room");
    desk.does(&["history"], "Councillor R. Okonjo");
    desk.does(&["undo"], "Councillor R. Okonjo");
    let history = desk.json(&["history", "--json"]);
    named(&history, "no, kind, verb, said, at, clerk, meeting, taken_back");
    assert_eq!(history[0]["kind"], "undo");
    let done = |row: &&Value| row["kind"] == "do" && row["no"] != 1;
    let done: Vec<&Value> = history.as_array().unwrap().iter().filter(done).collect();
    assert!(done.len() > 1, "the line began the meeting and took up an item first");
    assert!(done.iter().all(|row| row["taken_back"] == true), "one undo takes back one line");
    desk.does(&["redo"], "Councillor R. Okonjo");
    desk.refuses(&["redo"], "There is nothing to put back.");
    desk.does(&["verify"], "");
}

#[test]
fn the_history_for_the_public_says_what_was_done_and_none_of_the_words() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", "--meeting", MEETING, ".agenda The Quixotrope sale"], "");
    desk.does(&["history"], "Quixotrope");
    for args in [&["history", "--public"][..], &["history", "--public", "--json"]] {
        let told = desk.does(args, "added");
        assert!(!told.contains("Quixotrope") && !told.contains("clerk\": \"c"), "{told}");
    }
}

#[test]
fn completions_and_the_manual_know_every_command_and_every_line() {
    let desk = Desk::with_the_sample();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        desk.does(&["completions", shell], "minutebook");
    }
    let man = desk.does(&["man"], ".TH");
    for command in ["record", "import", "export", "verify", "backup", "undo", "history"] {
        assert!(man.to_lowercase().contains(command), "the manual says nothing of {command}");
    }
    for line in LINES {
        assert!(
            man.contains(&format!(".{} ", line.word)),
            "the manual says nothing of .{}",
            line.word
        );
    }
    desk.does(&["--help"], "record");
    desk.does(&["--version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn what_is_asked_wrongly_ends_with_2_and_a_sentence() {
    let desk = Desk::with_the_sample();
    for (args, words) in [
        (&["frobnicate"][..], "frobnicate"),
        (&["list"], "WHAT"),
        (&["list", "nonsense"], "nonsense"),
        (&["list", "meetings", "--status", "bogus"], "is not a status of meetings"),
        (&["list", "meetings", "--from", "someday"], "is not a day"),
        (&["export", "frob"], "There is no document called \"frob\"."),
        (&["export", "minutes", "--as", "frob"], "There is no format called \"frob\"."),
        (&["export", "minutes", "--audience", "martians"], "is no audience"),
        (&["import", "x", "--kind", "frob"], "There is no kind of paper called \"frob\"."),
        (&["completions", "tcsh"], "tcsh"),
        (&["new"], "FILE"),
        (&["search"], "WORDS"),
    ] {
        desk.is_asked_wrongly(args, words);
    }
}

#[test]
fn what_is_asked_wrongly_with_json_is_answered_with_json() {
    let desk = Desk::with_the_sample();
    for (args, message, hint) in [
        (&["list", "nonsense", "--json"][..], "invalid value 'nonsense' for '<WHAT>'", "--help"),
        (&["search", "--json"], "<WORDS>...", "Usage: minutebook search"),
        (&["list", "meetings", "--frob", "--json"], "unexpected argument '--frob'", "--help"),
        (&["import", "x", "--kind", "frob", "--json"], "no kind of paper", "It is one of auto"),
    ] {
        let done = desk.runs(args);
        assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{args:?}");
        let error: Value = serde_json::from_str(&done.err).unwrap();
        let said = |name: &str| error["error"][name].as_str().unwrap_or_default().to_owned();
        assert_eq!(said("kind"), "usage", "{args:?}");
        assert!(said("message").contains(message) && said("hint").contains(hint), "{}", done.err);
        assert!(!said("message").starts_with("error"), "{}", done.err);
    }
    let plain = desk.runs(&["list", "nonsense", "--", "--json"]);
    assert!(plain.err.starts_with("error: "), "{}", plain.err);
}

#[test]
fn what_cannot_be_done_ends_with_1_and_a_sentence() {
    let desk = Desk::with_the_sample();
    for (args, words) in [
        (&["show", "nothing"][..], "There is no thing called \"nothing\""),
        (&["show", "A/10/01"], "could be \"OPB A/10/01\" or \"SYP A/10/01\""),
        (&["list", "items", "--meeting", "nope"], "There is no meeting \"nope\""),
        (&["list", "actions", "--owner", "nobody"], "\"nobody\""),
        (&["list", "meetings", "--body", "nope"], "There is no body \"nope\""),
        (&["record", "--meeting", "nope", ".next"], "There is no meeting \"nope\""),
        (&["record", "--meeting", MEETING, ".frob"], "Line 1: There is no line \".frob\"."),
        (&["record", "--meeting", MEETING, ".in nobody"], "Nobody in the book is called"),
        (&["record", "--meeting", MEETING, ".in a"], "could be"),
        (&["record", "--meeting", MEETING, "--item", "99", "x"], "There is no item 99"),
        (&["record", "--meeting", MEETING, ".d rec"], "no recommendation to adopt"),
        (&["record", "--meeting", MEETING, ".d to go on"], "quorum"),
        (
            &["record", "--meeting", MEETING, ".a james: go by 31 Feb"],
            "There is no day \"31 Feb\".",
        ),
        (&["export", "minutes", "--meeting", "nope"], "There is no meeting \"nope\""),
        (&["import", "nope.txt"], "There is no file nope.txt."),
        (&["import", "."], "is not a file"),
        (&["new", "board.minutebook"], "is there already"),
        (&["demo", "fresh.minutebook"], "The book opens on a terminal,"),
        (&["backup", "board.minutebook"], "is there already"),
        (&[], "The book opens on a terminal, and this is not one."),
    ] {
        desk.refuses(args, words);
    }
    assert!(!desk.folder().join("fresh.minutebook").exists());
    desk.0.is_sound();
}

#[test]
fn a_list_of_meetings_says_who_came_to_those_that_were_held() {
    let desk = Desk::with_the_sample();
    let meetings = desk.json(&["list", "meetings", "--json"]);
    let of = |status: &str| {
        meetings.as_array().unwrap().iter().find(|row| row["status"] == status).unwrap().clone()
    };
    assert_eq!(of("closed")["quorum"]["met"], true);
    assert!(of("closed")["present"].as_array().is_some_and(|present| present.len() > 9));
    assert!(of("planned")["present"].is_null());
}

#[test]
fn a_word_that_is_no_option_is_not_minuted() {
    let desk = Desk::with_the_sample();
    for args in [
        &["record", "--meeting", MEETING, "--itme", "5", "x"][..],
        &["record", "--meeting", MEETING, "x", "--json"],
    ] {
        let done = desk.runs(args);
        assert_eq!(done.code, Some(2), "{args:?}: {}", done.out);
    }
    assert_eq!(desk.json(&["show", MEETING, "--json"])["status"], "planned");
}

#[test]
fn troubles_are_json_where_json_was_asked_for() {
    let desk = Desk::with_the_sample();
    let done = desk.runs(&["show", "nothing", "--json"]);
    assert_eq!((done.code, done.out.as_str()), (Some(1), ""));
    let error: Value = serde_json::from_str(&done.err).unwrap();
    assert_eq!(error["error"]["kind"], "unknown");
    for part in ["message", "hint"] {
        assert!(error["error"][part].as_str().is_some_and(|said| said.ends_with('.')), "{error}");
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let desk = Desk::with_the_sample();
    for args in
        [&["man"][..], &["list", "partnerships", "--json"], &["list", "people"], &["history"]]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_minutebook"))
            .args(args)
            .env("MINUTEBOOK", desk.0.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(done.stderr).unwrap(), "", "{args:?}");
        assert!(done.status.success(), "{args:?}: {}", done.status);
    }
}

#[test]
fn names_meant_to_do_harm_are_printed_for_what_they_are() {
    let desk = Desk(crate::support::board::Board::harmful().shelved());
    for args in [
        &["list", "people"][..],
        &["list", "items", "--meeting", "m"],
        &["list", "bodies"],
        &["list", "partnerships"],
        &["show", "harm0"],
        &["show", "m"],
        &["history"],
        &["search", "home"],
        &["list", "people", "--json"],
        &["list", "items", "--meeting", "m", "--json"],
        &["show", "cr", "--json"],
    ] {
        let done = desk.runs(args);
        assert_eq!(done.code, Some(0), "{args:?}: {}", done.err);
        let harm = done.out.chars().find(|c| {
            (c.is_control() && *c != '\n') || matches!(c, '\u{202e}' | '\u{2066}' | '\u{200b}')
        });
        assert_eq!(harm, None, "{args:?}: {}", done.out);
    }
    desk.refuses(&["show", "\u{1b}[2J"], "There is no thing called \"␛[2J\"");
}

#[test]
fn the_help_of_a_command_names_every_word_that_may_be_given() {
    let desk = Desk::without_a_book();
    desk.does(&["import", "--help"], "auto, schedule, agenda");
    desk.does(&["export", "--help"], "minutes, agenda, decisions");
    desk.does(&["export", "--help"], "docx, pdf");
}

#[test]
fn of_several_papers_none_is_taken_in_if_one_cannot_be_read() {
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "");
    let paper = "Vale Board\nAgenda\nTuesday 9 June 2026\n1. Apologies\n2. Budget\n3. Close\n";
    std::fs::write(desk.folder().join("agenda.txt"), paper).unwrap();
    desk.refuses(&["import", "agenda.txt", "none.txt"], "None of the papers was taken in.");
    desk.does(&["list", "meetings"], "There are no meetings to list.");
    desk.refuses(&["export", "book", "-o", "none/book.txt"], "There is no folder");
    desk.does(&["list", "plan"], "There is nothing in the forward plan to list.");
}
