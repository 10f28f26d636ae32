//! Figures of single targets, filed under the targets they belong to.

use minutebook::import::{Found, Known, PaperKind};
use minutebook::model::{Partnership, Record, Target, TargetLevel, TargetResult, TargetStatus};

use super::{counted, nothing, read, read_knowing, rows, told};

fn partnership(id: &str, name: &str) -> Partnership {
    Partnership::named(id.into(), name, 0)
}

fn partnerships() -> Vec<Partnership> {
    vec![partnership("RP", "Rivers Partnership"), partnership("SA", "Safer Oakshire")]
}

fn targets(found: &Found) -> Vec<Target> {
    let target = |row: &Record| if let Record::Target(t) = row { Some(t.clone()) } else { None };
    rows(found).iter().filter_map(target).collect()
}

fn results(found: &Found) -> Vec<TargetResult> {
    let result =
        |row: &Record| if let Record::TargetResult(r) = row { Some(r.clone()) } else { None };
    rows(found).iter().filter_map(result).collect()
}

const PAPER: &str = "Partnership,Indicator,Period,Actual,Target value,Status\n\
    Rivers Partnership,Rivers of good quality,Q2 2011/12,41%,45%,Off track\n\
    Safer Oakshire,NI 15: Serious violent crime,Q2 2011/12,112,,On track\n\
    Rivers Partnership,Rivers of good quality,Q3 2011/12,43%,45%,\n\
    Harbour Board,Boats moored,Q2 2011/12,7,,On track\n\
    Safer Oakshire,Fear of crime,,12,,On track\n\
    Safer Oakshire,Burglaries,Q2 2011/12,N/A,,\n";

/// What the paper brings to a book that knows the two partnerships.
fn first() -> Found {
    let known = partnerships();
    let known = Known { partnerships: &known, ..nothing() };
    read_knowing("figures.csv", PAPER.as_bytes(), PaperKind::Auto, &known)
}

#[test]
fn figures_are_filed_under_the_partnership_that_the_paper_names() {
    let found = first();
    assert_eq!(found.report.kind, PaperKind::Targets);
    assert_eq!(counted(&found, ["results", "new targets", "new results"]), [6, 5, 4]);
    assert_eq!(
        counted(&found, ["new partnerships"]),
        [1],
        "Harbour Board is one, as it is printed"
    );
    let all = targets(&found);
    let told_of: Vec<(&str, &str, &str, &str)> = all
        .iter()
        .map(|t| {
            let whose = t.partnership.as_ref().map_or("", |id| id.as_str());
            (whose, t.code.as_str(), t.wording.as_str(), t.goal.as_str())
        })
        .collect();
    assert_eq!(told_of[0], ("RP", "", "Rivers of good quality", "45%"));
    assert_eq!(told_of[1], ("SA", "NI 15", "Serious violent crime", ""));
    assert_eq!((all[0].level, all[1].level), (None, Some(TargetLevel::National)));
    let filed: Vec<(String, String, TargetStatus)> =
        results(&found).into_iter().map(|r| (r.period, r.value, r.status)).collect();
    assert_eq!(filed[0], ("Q2 2011/12".into(), "41%".into(), TargetStatus::OffTrack));
    assert_eq!(filed[1], ("Q2 2011/12".into(), "112".into(), TargetStatus::OnTrack));
    assert_eq!(filed[2], ("Q3 2011/12".into(), "43%".into(), TargetStatus::CannotJudge));
    assert_eq!(results(&found)[2].remark, "The paper gives no status.");
}

#[test]
fn what_cannot_be_tied_is_told_and_not_filed() {
    let found = first();
    assert!(told(&found, "line 6", "no period that a result could be of"));
    assert!(told(&found, "line 7", "is not a figure"));
    let council = "Organisation,Indicator,Period,Actual\nHarbour Board,Boats moored,2011/12,7\n";
    let found = read("figures.csv", council.as_bytes(), PaperKind::Targets);
    assert!(told(&found, "line 2", "\u{201c}Harbour Board\u{201d} is no partnership"));
    let loose = "Indicator,Period,Actual\nBoats moored,2011/12,7\nBoats sunk,2011/12,1\n";
    let found = read("figures.csv", loose.as_bytes(), PaperKind::Targets);
    assert!(found.entry.is_none());
    assert!(told(&found, "line 2 and 1 more row", "which partnership answers for them"));
    let areas = "Partnership,Indicator,Area,Period,Actual\n\
        Safer Oakshire,Burglaries,North,2011/12,7\nSafer Oakshire,Burglaries,South,2011/12,9\n";
    let known = partnerships();
    let known = Known { partnerships: &known, ..nothing() };
    let found = read_knowing("figures.csv", areas.as_bytes(), PaperKind::Targets, &known);
    assert!(found.entry.is_none() && told(&found, "line 2", "several areas"));
}

#[test]
fn a_paper_read_again_brings_nothing_and_keeps_what_the_clerk_typed() {
    let found = first();
    let (mut partnerships, mut targets, mut results) =
        (partnerships(), targets(&found), results(&found));
    partnerships.extend(rows(&found).iter().filter_map(|row| match row {
        Record::Partnership(new) => Some(new.clone()),
        _ => None,
    }));
    let again = |targets: &[Target], results: &[TargetResult], paper: &str| {
        let known = Known { partnerships: &partnerships, targets, results, ..nothing() };
        read_knowing("figures.csv", paper.as_bytes(), PaperKind::Auto, &known)
    };
    assert!(again(&targets, &results, PAPER).entry.is_none());
    targets[0].wording = "Rivers of good ecological quality".into();
    targets[0].code = "R1".into();
    results[0].value = "42%".into();
    let coded = PAPER
        .replace("Indicator,", "Ref,Indicator,")
        .replace("Partnership,Rivers of", "Partnership,R1,Rivers of")
        .replace("Safer Oakshire,", "Safer Oakshire,,")
        .replace("Harbour Board,", "Harbour Board,,");
    let found = again(&targets, &results, &coded);
    assert!(found.entry.is_none(), "{:?}", rows(&found));
    assert!(told(&found, "line 2", "the book has \u{201c}42%\u{201d}, off track"));
    let judged = coded.replace("43%,45%,", "43%,45%,On track");
    let changed = self::results(&again(&targets, &results, &judged));
    assert_eq!(changed.len(), 1);
    assert_eq!((changed[0].status, &changed[0].id), (TargetStatus::OnTrack, &results[2].id));
    assert_eq!(changed[0].remark, "");
}

#[test]
fn a_figure_finds_the_target_of_the_book_without_its_partnership_being_named() {
    let had = targets(&first());
    let known = partnerships();
    let known = Known { partnerships: &known, targets: &had, ..nothing() };
    let paper = "Indicator,Period,Actual,Status\nRivers of good quality,Q4 2011/12,46%,Met\n";
    let found = read_knowing("figures.csv", paper.as_bytes(), PaperKind::Auto, &known);
    let filed = results(&found);
    assert_eq!((filed.len(), &filed[0].target), (1, &had[0].id));
    assert_eq!(filed[0].status, TargetStatus::Achieved);
    assert_eq!(counted(&found, ["new targets", "new results"]), [0, 1]);
}

#[test]
fn a_sheet_with_a_column_to_each_quarter_gives_a_result_to_each() {
    let paper = "Performance report 2026/27,,,,,,,\n\
        Ref,Indicator,Partnership,Baseline,Target,Q1,Q2,RAG\n\
        SC1,Burglaries,Safer Partnership,9.1,8.0,8.8,8.4,Green\n";
    let partnerships = [partnership("SP", "Safer Partnership")];
    let known = Known { partnerships: &partnerships, ..nothing() };
    let found = read_knowing("targets.csv", paper.as_bytes(), PaperKind::Auto, &known);
    let [target] = targets(&found).try_into().unwrap();
    let kept = [&target.code, &target.wording, &target.baseline, &target.goal];
    assert_eq!(kept, ["SC1", "Burglaries", "9.1", "8.0"]);
    let told = results(&found);
    let told: Vec<_> = told.iter().map(|result| (result.period.as_str(), result.status)).collect();
    let want = [("Q1 2026/27", TargetStatus::CannotJudge), ("Q2 2026/27", TargetStatus::OnTrack)];
    assert_eq!(told, want);
}

#[test]
fn what_is_measured_is_the_target_and_what_is_aimed_at_is_its_goal() {
    let paper = "Ref,Measure,Target 2025/26,Q1,Q2,RAG\n1,Burglary,300,80,90,Green\n2,Robbery,300,20,24,Red\n";
    let paper = format!(
        "Partnership,{}",
        paper.replace("\n1,", "\nSafer,1,").replace("\n2,", "\nSafer,2,")
    );
    let partnerships = [partnership("SM", "Safer")];
    let known = Known { partnerships: &partnerships, ..nothing() };
    let found = read_knowing("kpis.csv", paper.as_bytes(), PaperKind::Targets, &known);
    let read: Vec<(String, String)> =
        targets(&found).into_iter().map(|target| (target.wording, target.goal)).collect();
    let want = [("Burglary", "300"), ("Robbery", "300")].map(|(w, g)| (w.into(), g.into()));
    assert_eq!(read, want);
}

#[test]
fn figures_and_standings_are_read_quarter_by_quarter() {
    let paper = "Partnership,Indicator,Target 2025/26,Q1 actual,Q1 status,Q2 actual,Q2 status\n\
        Skills Board,Apprenticeships,1200,240,Off track,300,On track\n\
        Skills Board,Out of work,4%,4.3%,On track,,No data\n";
    let found = read("kpis.csv", paper.as_bytes(), PaperKind::Auto);
    let read: Vec<_> = results(&found)
        .into_iter()
        .map(|result| (result.period, result.value, result.status))
        .collect();
    let want = [
        ("Q1 2025/26", "240", TargetStatus::OffTrack),
        ("Q2 2025/26", "300", TargetStatus::OnTrack),
        ("Q1 2025/26", "4.3%", TargetStatus::OnTrack),
        ("Q2 2025/26", "", TargetStatus::CannotJudge),
    ];
    assert_eq!(read, want.map(|(period, value, status)| (period.into(), value.into(), status)));
}

#[test]
fn how_it_stands_is_how_it_stood_at_the_end_of_the_latest_quarter() {
    let paper = "Partnership,Indicator,Target 2025/26,Q2,Q1,RAG\nSafer,Burglary,300,80,90,Green\n";
    let found = read("kpis.csv", paper.as_bytes(), PaperKind::Targets);
    let read: Vec<_> =
        results(&found).into_iter().map(|result| (result.period, result.status)).collect();
    let want = [
        ("Q2 2025/26".to_owned(), TargetStatus::OnTrack),
        ("Q1 2025/26".to_owned(), TargetStatus::CannotJudge),
    ];
    assert_eq!(read, want);
}

#[test]
fn a_target_described_before_its_figure_is_not_called_by_the_figure() {
    let paper = "Partnership,Period,NI,Description,Target,Actual,Status\n\
                 Rivers Partnership,Q1 2026/27,NI 117,Boats moored,5.0%,5.8%,Red\n\
                 Rivers Partnership,Q1 2026/27,,On target: 1,,,\n";
    let known = partnerships();
    let known = Known { partnerships: &known, ..nothing() };
    let found = read_knowing("figures.csv", paper.as_bytes(), PaperKind::Targets, &known);
    let all = targets(&found);
    let said: Vec<_> =
        all.iter().map(|t| (t.code.as_str(), t.wording.as_str(), t.goal.as_str())).collect();
    assert_eq!(said, [("NI 117", "Boats moored", "5.0%")]);
    assert_eq!(results(&found).len(), 1, "what sums up is no result");
}

#[test]
fn a_heading_over_a_table_names_the_partnership_whose_figures_they_are() {
    let paper = "# Performance report Q3 2026/27\n\nVale Partnership Board, 12 January 2027\n\n\
        ## Safer Vale Partnership\n\n| Ref | Indicator | Target | Actual | Status |\n|---|---|---|---|---|\n\
        | SV1 | Burglaries | 8 | 7.2 | Green |\n\n## Clean Rivers Partnership\n\n\
        | Ref | Indicator | Target | Actual | Status |\n|---|---|---|---|---|\n\
        | CR1 | River miles of good quality | 40 | | No data |\n";
    let found = read("report.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["new partnerships", "new targets", "new results"]), [2, 2, 2]);
    let named = |id: &str| {
        rows(&found).iter().find_map(|row| match row {
            Record::Partnership(p) if p.id.0 == id => Some(p.name.clone()),
            _ => None,
        })
    };
    let whose: Vec<Option<String>> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Target(target) => Some(named(target.partnership.as_ref()?.as_str())),
            _ => None,
        })
        .collect();
    let each = ["Safer Vale Partnership", "Clean Rivers Partnership"];
    assert_eq!(whose, each.map(|name| Some(name.to_owned())));
}

#[test]
fn a_letter_for_a_colour_is_that_colour_and_amber_is_told_as_printed() {
    let paper = "Sowle Growth Partnership,,,\nIndicator,Target,Q2 2026/27,RAG\nStart-ups,450,231,G\n\
        Empty shops,11,13,R\nTrainees,1300,412,A\n";
    let found = read("t.csv", paper.as_bytes(), PaperKind::Targets);
    let results = rows(&found).iter().filter_map(|row| match row {
        Record::TargetResult(result) => Some((result.status, result.remark.as_str())),
        _ => None,
    });
    assert_eq!(
        results.collect::<Vec<_>>(),
        [
            (TargetStatus::OnTrack, ""),
            (TargetStatus::OffTrack, ""),
            (TargetStatus::CannotJudge, "The paper says \u{201c}A\u{201d}."),
        ]
    );
}
