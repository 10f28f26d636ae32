//! What a table prints that is easily taken for something else.

use minutebook::import::PaperKind;
use minutebook::model::Record;

use super::{counted, read, rows};

#[test]
fn what_a_log_prints_in_another_column_is_no_heading_of_what_follows() {
    let log = "Action,Owner,Status\nPublish register,Ann Lee,Completed\n,,Completed 20 Feb 2026\n\
        Train members,Ann Lee,On hold\n";
    let found = read("log.csv", log.as_bytes(), PaperKind::Actions);
    assert_eq!(counted(&found, ["complete"]), [1]);
    assert_eq!(counted(&found, ["open"]), [1]);
}

#[test]
fn a_row_of_what_is_aimed_at_gives_no_result() {
    let sheet = "Partnership,Measure,,Q1 2026/27,Q2 2026/27\nClean Group,Recycling rate,Target,52,53\n\
        Clean Group,Recycling rate,Actual,51.2,53.6\n";
    let found = read("targets.csv", sheet.as_bytes(), PaperKind::Targets);
    let values: Vec<String> = rows(&found)
        .iter()
        .filter_map(|row| {
            if let Record::TargetResult(result) = row { Some(result.value.clone()) } else { None }
        })
        .collect();
    assert_eq!(values, ["51.2", "53.6"]);
}

#[test]
fn a_row_that_adds_up_the_others_is_no_partnership() {
    for total in ["County total", "Combined", "All partnerships", "Overall total"] {
        let sheet = format!(
            "Partnership,Total,On track,Off track\nGrowth Board,10,7,3\nAgeing Well Board,8,5,3\n{total},18,12,6\n"
        );
        let found = read("counts.csv", sheet.as_bytes(), PaperKind::Auto);
        assert_eq!(counted(&found, ["new partnerships"]), [2], "{total}");
    }
}

#[test]
fn a_schedule_may_call_who_answers_by_the_sort_of_body_it_is() {
    for sort in ["Sub-group", "Programme board", "Forum", "Workstream"] {
        let paper = format!(
            "# Health Partnership: review\n\n| {sort} | Performance | Response |\n|---|---|---|\n\
             | Best Start | 4 targets: 3 on track, 1 off track | Strategy by June 2026 |\n\
             | Carers | 5 targets, all on track | None |\n"
        );
        let found = read("schedule.md", paper.as_bytes(), PaperKind::Auto);
        assert_eq!(counted(&found, ["new partnerships"]), [2], "{sort}");
    }
}

#[test]
fn who_is_to_answer_is_no_answer() {
    let paper = "Partnership,Performance,Response,Response owner,Response due\n\
        Transport Partnership,Buses are late,Ask operators for data,Colin Darcy,14 Dec 2026\n";
    let found = read("schedule.csv", paper.as_bytes(), PaperKind::Schedule);
    assert_eq!(counted(&found, ["responses"]), [1]);
}
