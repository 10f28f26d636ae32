//! What the program writes, it reads again.

use super::Desk;

/// A partnership's row as data, without what stands in registers and no schedule prints,
/// and the words in which a day was first given.
fn row(partnership: &serde_json::Value) -> serde_json::Value {
    let mut row = serde_json::json!({});
    for field in ["name", "period", "targets", "performance"] {
        row[field] = partnership[field].clone();
    }
    let mut responses = partnership["responses"].clone();
    for response in responses.as_array_mut().into_iter().flatten() {
        response["due_text"] = serde_json::Value::Null;
    }
    row["responses"] = responses;
    row
}

#[test]
fn a_schedule_that_was_exported_is_read_back_row_for_row() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".answers CT-R3: CT-O3, CT-targets"], "");
    let there = desk.json(&["list", "partnerships", "--json"]);
    for paper in ["schedule.md", "schedule.html", "schedule.docx", "schedule.txt", "schedule.csv"] {
        desk.does(&["export", "schedule", "--with-gaps", "-o", paper], paper);
        let book = format!("{paper}.minutebook");
        desk.does(&["new", &book], "");
        let read = desk.does(&["--book", &book, "import", paper], "42 targets");
        assert!(!read.contains("new body"), "{read}");
        let here = desk.json(&["--book", &book, "list", "partnerships", "--json"]);
        let (there, here) = (there.as_array().unwrap(), here.as_array().unwrap());
        assert_eq!(there.len(), here.len());
        for (there, here) in there.iter().zip(here) {
            assert_eq!(row(there), row(here), "{paper}");
        }
        let gaps = |book: &str| desk.does(&["--book", book, "gaps", "--rule", "G2"], "G2");
        assert_eq!(gaps(&book), gaps("board.minutebook"), "{paper}");
        // A sheet has no head, and says beside each row of which edition it is.
        let head = if paper.ends_with("csv") { "22 July 2010" } else { "drawn up by Paul James" };
        desk.does(&["--book", &book, "export", "schedule", "--as", "txt"], head);
        let again = desk.does(&["--book", &book, "import", paper], "");
        assert!(!again.contains("new partnership"), "{again}");
    }
}

#[test]
fn an_action_log_that_was_exported_is_read_back_once() {
    let desk = Desk::with_the_sample();
    let rows = |of: &[&str]| -> Vec<String> {
        let actions = desk.json(of);
        let text = |action: &serde_json::Value, field: &str| action[field].to_string();
        let row = |action: &serde_json::Value| {
            let said = text(action, "text");
            let said = said.split(" (responsible").next().unwrap().trim_matches('"').to_owned();
            format!("{said} {} {}", text(action, "due"), text(action, "status"))
        };
        let mut rows: Vec<String> = actions.as_array().unwrap().iter().map(row).collect();
        rows.sort();
        rows
    };
    // A season is written, and no day: it is reckoned afresh.
    let dated = |rows: Vec<String>| -> Vec<String> {
        rows.into_iter().filter(|row| !row.contains("Audit what is spent")).collect()
    };
    let there = dated(rows(&["list", "actions", "--json"]));
    for paper in ["log.md", "log.html", "log.docx", "log.csv"] {
        desk.does(&["export", "actions", "-o", paper], paper);
        let book = format!("{paper}.minutebook");
        desk.does(&["new", &book], "");
        desk.does(&["--book", &book, "add", ".body SYP Scrutiny", ".meeting SYP 1 Oct 2010"], "");
        let meetings = desk.json(&["--book", &book, "list", "meetings", "--json"]);
        let meeting = meetings[0]["id"].as_str().unwrap().to_owned();
        desk.does(&["--book", &book, "import", paper, "--meeting", &meeting], "actions");
        let here = dated(rows(&["--book", &book, "list", "actions", "--json"]));
        assert_eq!(there, here, "{paper}");
    }
}

#[test]
fn what_a_later_paper_says_in_other_words_keeps_what_was_judged_and_the_clerk_is_told() {
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "");
    let paper = |day: &str, counts: &str, said: &str| {
        format!(
            "# Performance and response, {day}\n\n## Housing Board\n\n### Performance\n\n#### Outcomes\n\n\
             - {counts}\n- Homes are built too slowly in the towns of the north.\n- {said}\n\n\
             ### Response\n\n- A plan for the towns is being drawn up by Ann Bell.\n"
        )
    };
    let first = paper(
        "22 July 2026",
        "Of 9 targets 5 are on track, 3 off track and 1 cannot be judged (Q1 2026/27).",
        "Rents rise.",
    );
    std::fs::write(desk.folder().join("july.md"), first).unwrap();
    desk.does(&["import", "july.md", "--kind", "schedule"], "Written.");
    let row = desk.json(&["list", "partnerships", "--json"]);
    let id = |of: &str, n: usize| row[0][of][n]["id"].as_str().unwrap().to_owned();
    let (counts, slow, answer) = (id("performance", 0), id("performance", 1), id("responses", 0));
    desk.does(
        &[
            "record",
            &format!(".point {counts} mixed"),
            &format!(".point {slow} concern"),
            &format!(".response {answer} action, owner Ann Bell"),
            &format!(".answers {answer}: {counts}, {slow}"),
        ],
        "",
    );
    let second = paper(
        "22 October 2026",
        "Of 9 targets 6 are on track, 2 off track and 1 cannot be judged (Q2 2026/27).",
        "A new hostel has opened.",
    )
    .replace("Homes are built too slowly in", "Homes are still built too slowly in");
    std::fs::write(desk.folder().join("october.md"), second).unwrap();
    let told = desk.does(&["import", "october.md", "--kind", "schedule"], "is taken to go on from");
    assert!(!told.contains("hostel has opened.\u{201d} is taken"), "{told}");
    let row = desk.json(&["list", "partnerships", "--json"]);
    let points = row[0]["performance"].as_array().unwrap();
    let tones: Vec<_> = points.iter().map(|point| point["tone"].as_str()).collect();
    assert_eq!(tones, [Some("mixed"), Some("concern"), None]);
    assert_eq!(row[0]["responses"][0]["owner"], "Ann Bell");
    assert_eq!(row[0]["responses"][0]["answers"].as_array().unwrap().len(), 2);
}
