//! A paper read in again, and a later version of one.

use std::fs;

use super::Desk;

#[test]
fn a_later_version_keeps_what_was_reworded_and_brings_figures_up_to_date() {
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "");
    let sheet = "# Governance schedule\n\nAs at 30 June 2026\n\n## Safer Vale\n\n\
        | Performance | Response |\n|---|---|\n| 10 targets: 6 on track, 4 off track | |\n\
        | Victims are not supported well. | |\n";
    fs::write(desk.folder().join("one.md"), sheet).unwrap();
    desk.does(&["import", "one.md"], "Written.");
    let points = || desk.json(&["list", "partnerships", "--json"])[0]["performance"].clone();
    let second = points()[1]["id"].as_str().unwrap().to_owned();
    let line = format!(".point {second} concern: Those hurt twice lack help.");
    desk.does(&["record", &line], &second);
    let later = sheet.replace("6 on track, 4 off", "7 on track, 3 off");
    fs::write(desk.folder().join("two.md"), later).unwrap();
    desk.does(
        &["import", "two.md"],
        "“Victims are not supported well.” (kept as the clerk typed it)",
    );
    let points = points();
    let texts: Vec<&str> =
        points.as_array().unwrap().iter().map(|point| point["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["10 targets: 7 on track, 3 off track", "Those hurt twice lack help."]);
}

#[test]
fn rows_of_nearly_one_name_find_their_own_again_when_the_paper_is_read_again() {
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "");
    let sheet = "Partnership,Targets,On track,Off track,Cannot judge,Performance,Response\n\
        Housing,9,5,3,1,Homes built,Build more\nHousing Partnership,4,4,0,0,,\n";
    fs::write(desk.folder().join("schedule.csv"), sheet).unwrap();
    let import = ["import", "schedule.csv", "--kind", "schedule"];
    desk.does(&import, "Written.");
    desk.does(&import, "Nothing was written: the book has it all already.");
    desk.does(&["list", "partnerships"], "9 targets: 5 on track");
}
