//! The governance schedule, in every shape it comes in.

use minutebook::import::{Found, PaperKind};
use minutebook::model::{Edition, Mint, Record, Schedule, Standing, Tone};

use super::{counted, day, nothing, read, read_knowing, real, rows, told};
use crate::support::hostile;

/// What a schedule's rows say, as lines that two formats can be compared by.
fn facts(found: &Found) -> Vec<String> {
    let line = |record: &Record| match record {
        Record::Partnership(p) => Some(format!("partnership {}", p.name)),
        Record::Summary(s) => {
            Some(format!("figures {} {} lost {}", s.period, s.in_words(), s.lost))
        }
        Record::Point(p) => Some(format!("{} {} {}", p.id, p.section, p.text)),
        Record::Response(r) => {
            Some(format!("{} {:?} {}|{}|{}", r.id, r.kind, r.owner, r.due_text, r.text))
        }
        _ => None,
    };
    rows(found).iter().filter_map(line).collect()
}

#[test]
fn the_schedule_of_2010_gives_what_it_says_and_no_more() {
    let Some(bytes) = real("seeds/001_8e1bf8d891cdf356.txt") else { return };
    let found = read("schedule.txt", &bytes, PaperKind::Auto);
    assert_eq!(found.report.kind, PaperKind::Schedule);
    let what =
        ["partnerships", "outcomes", "partnership working", "responses", "summaries", "targets"];
    assert_eq!(counted(&found, what), [7, 26, 16, 16, 6, 42]);
    let figures: Vec<String> =
        facts(&found).into_iter().filter(|f| f.starts_with("figures")).collect();
    assert_eq!(
        figures,
        [
            "figures Q3 2009/10 17 targets: 2 on track, 7 off track, 8 cannot be judged lost 0",
            "figures Q4 2009/10 3 targets: 1 on track, 0 off track, 2 cannot be judged lost 0",
            "figures Q4 2009/10 7 targets: 6 on track, 0 off track, 1 cannot be judged lost 0",
            "figures Q3 2009/10 5 targets: 3 on track, 1 off track, 1 cannot be judged lost 0",
            "figures Q3 2009/10 5 targets: 4 on track, 0 off track, 1 cannot be judged lost 0",
            "figures Q3 2009/10 5 targets: 2 on track, 3 off track, 0 cannot be judged lost 3",
        ]
    );
    let edition = rows(&found).iter().find_map(|row| match row {
        Record::Edition(edition) => Some(edition.as_at),
        _ => None,
    });
    assert_eq!(edition, Some(day(2010, 7, 22)));
    assert!(told(&found, "Environment", "no Performance and Response heading"));
    assert!(told(&found, "Spatial", "Response pane is empty"));
    assert!(told(&found, "Stronger", "they stay unknown"));
}

const FIRST: &str = "6 LAA targets of which (at Q2 2011/12) 3 are on track, 1 is not on track and 2 where \
                     we do not have enough to make a judgement.";

/// One invented schedule of two partnerships, in each shape of paper.
fn shapes() -> Vec<(&'static str, Vec<u8>)> {
    let points = |bullet: &str, gap: &str| {
        format!(
            "Outcomes{gap}{bullet}{FIRST}{gap}{bullet}Rivers are cleaner.{gap}Partnership working{gap}{bullet}Farmers now attend."
        )
    };
    let rest = |bullet: &str, gap: &str| {
        (
            format!("Outcomes{gap}{bullet}Buses run late."),
            format!("{bullet}Helen Marsh leading on this{gap}{bullet}Ask again?"),
        )
    };
    let typed = |text: &str| text.replace('\n', "<br>");
    let (buses, answers) = rest("\u{2022} ", "\n");
    let mut shapes = vec![];
    let text = format!(
        "Rivers Partnership\t\nPerformance\tResponse\n{}\tWork in hand during 2012/13\n\nTransport Partnership\t\nPerformance\tResponse\n{}\t{}\n",
        points("\u{2022} ", " "),
        buses.replace('\n', " "),
        answers.replace('\n', " ")
    );
    shapes.push(("tabs.txt", text.into_bytes()));
    let heads = format!(
        "## Rivers Partnership\n\n### Performance\n\n#### Outcomes\n\n- {FIRST}\n- Rivers are cleaner.\n\n#### Partnership working\n\n- Farmers now attend.\n\n### Response\n\n- Work in hand during 2012/13\n\n\
         ## Transport Partnership\n\n### Performance\n\n#### Outcomes\n\n1. Buses run late.\n\n### Response\n\n1. Helen Marsh leading on this\n2. Ask again?\n"
    );
    shapes.push(("headings.md", heads.into_bytes()));
    let bars = format!(
        "| Partnership | Performance | Response |\n|---|---|---|\n| Rivers Partnership | {} | Work in hand during 2012/13 |\n| Transport Partnership | {} | {} |\n",
        typed(&points("\u{2022} ", "\n")),
        typed(&buses),
        typed(&answers)
    );
    shapes.push(("bars.md", bars.into_bytes()));
    let page = format!(
        "<table><tr><td colspan=2>Rivers Partnership<tr><th>Performance<th>Response<tr><td>Outcomes<ul><li>{FIRST}<li>Rivers are cleaner.</ul>Partnership working<ul><li>Farmers now attend.</ul><td><ul><li>Work in hand during 2012/13</ul></table>\
         <h2>Transport Partnership</h2><table><tr><th>Performance<th>Response<tr><td><p>Outcomes<ul><li>Buses run late.</ul><td><ul><li>Helen Marsh leading on this<li>Ask again?</ul></table>"
    );
    shapes.push(("page.html", page.into_bytes()));
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let wide = format!(
        "Partnership,Performance,Response\nRivers Partnership,{},Work in hand during 2012/13\nTransport Partnership,{},{}\n",
        quoted(&points("\u{2022} ", "\n")),
        quoted(&buses),
        quoted(&answers)
    );
    shapes.push(("wide.csv", wide.clone().into_bytes()));
    shapes.push(("wide-16.csv", wide.encode_utf16().flat_map(u16::to_le_bytes).collect()));
    let flat = format!(
        "Partnership;Section;Text\nRivers Partnership;Outcomes;{FIRST}\nRivers Partnership;Outcomes;Rivers are cleaner.\nRivers Partnership;Partnership working;Farmers now attend.\nRivers Partnership;Response;Work in hand during 2012/13\n\
         Transport Partnership;Outcomes;Buses run late.\nTransport Partnership;Response;Helen Marsh leading on this\nTransport Partnership;Response;Ask again?\n"
    );
    shapes.push(("flat.csv", flat.into_bytes()));
    shapes.push(("three.docx", hostile::docx(&word())));
    shapes
}

/// The same as a Word table of three columns, with automatic bullets by hand.
fn word() -> String {
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let cell = |texts: &[&str]| {
        format!("<w:tc>{}</w:tc>", texts.iter().map(|text| p(text)).collect::<String>())
    };
    let row = |cells: &[&[&str]]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|cell_| cell(cell_)).collect::<String>())
    };
    let first = format!("\u{2022} {FIRST}");
    format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row(&[&["Partnership"], &["Performance"], &["Response"]]),
        row(&[
            &["Rivers Partnership"],
            &[
                "Outcomes",
                &first,
                "\u{2022} Rivers are cleaner.",
                "Partnership working",
                "\u{2022} Farmers now attend."
            ],
            &["\u{2022} Work in hand during 2012/13"],
        ]),
        row(&[
            &["Transport Partnership"],
            &["Outcomes", "- Buses run late."],
            &["- Helen Marsh leading on this", "- Ask again?"]
        ]),
    )
}

#[test]
fn the_same_schedule_in_any_format_gives_the_same_facts() {
    let want = [
        "partnership Rivers Partnership",
        "figures Q2 2011/12 6 targets: 3 on track, 1 off track, 2 cannot be judged lost 0",
        &format!("RP-O1 outcomes {FIRST}"),
        "RP-O2 outcomes Rivers are cleaner.",
        "RP-W1 partnership_working Farmers now attend.",
        "RP-R1 None |during 2012/13|Work in hand during 2012/13",
        "partnership Transport Partnership",
        "TP-O1 outcomes Buses run late.",
        "TP-R1 None Helen Marsh||Helen Marsh leading on this",
        "TP-R2 Some(Question) ||Ask again?",
    ];
    for (name, bytes) in shapes() {
        assert_eq!(facts(&read(name, &bytes, PaperKind::Auto)), want, "{name}");
    }
}

#[test]
fn figures_that_do_not_add_up_stay_words_and_are_told() {
    let words = FIRST.replace("6 LAA", "7 LAA");
    let paper = format!("Partnership\tPerformance\tResponse\nRivers\t{words}\tnone\n");
    let found = read("a.txt", paper.as_bytes(), PaperKind::Schedule);
    assert!(told(&found, "Rivers", "7 targets, but the parts come to 6"));
    let facts = facts(&found);
    assert!(facts.iter().any(|fact| fact.ends_with(&words)), "{facts:?}");
    assert!(!facts.iter().any(|fact| fact.starts_with("figures")), "{facts:?}");
}

#[test]
fn a_schedule_read_again_keeps_what_was_judged_since() {
    let (name, bytes) = shapes().remove(1);
    let bytes = [b"# Schedule of the rivers\n\n1 May 2012\n\n".as_slice(), &bytes].concat();
    let first = read(name, &bytes, PaperKind::Auto);
    let schedule = judged(&first);
    let known = minutebook::import::Known {
        schedules: std::slice::from_ref(&schedule),
        partnerships: &schedule.standings.iter().map(|s| s.partnership.clone()).collect::<Vec<_>>(),
        ..nothing()
    };
    let later = String::from_utf8_lossy(&bytes).replace("Rivers are cleaner.", "Rivers are clean.");
    let found = minutebook::import::read(
        name,
        later.as_bytes(),
        PaperKind::Auto,
        &known,
        &mut Mint::new("", 900),
    );
    let found = found.unwrap();
    let points: Vec<String> =
        facts(&found).into_iter().filter(|fact| fact.contains("outcomes")).collect();
    assert_eq!(points[0], format!("RP-O1 outcomes {FIRST}"));
    assert_eq!(points[1], "RP-O2.2 outcomes Rivers are clean.");
    assert!(told(&found, "Rivers", "RP-O2 is not in this version"));
    let tones = rows(&found)
        .iter()
        .filter(|row| matches!(row, Record::Point(p) if p.tone == Some(Tone::Mixed)));
    assert_eq!(tones.count(), 1, "the judgement on RP-O1 is kept");
}

/// The schedule that a first import made, with its first point judged.
fn judged(found: &Found) -> Schedule {
    let mut edition: Option<Edition> = None;
    let mut standings: Vec<Standing> = vec![];
    for row in rows(found).iter().cloned() {
        match row {
            Record::Edition(row) => edition = Some(row),
            Record::Partnership(partnership) => standings.push(Standing::blank(partnership)),
            Record::Summary(row) => standings.iter_mut().for_each(|s| {
                if s.partnership.id == row.partnership {
                    s.summary = Some(row.clone());
                }
            }),
            Record::Point(mut row) => {
                row.tone = (row.id.0 == "RP-O1").then_some(Tone::Mixed);
                let mine = standings.iter_mut().find(|s| s.partnership.id == row.partnership);
                if let Some(standing) = mine {
                    standing.points.push(row.clone());
                }
            }
            Record::Response(row) => {
                let mine = standings.iter_mut().find(|s| s.partnership.id == row.partnership);
                if let Some(standing) = mine {
                    standing.responses.push(row.clone());
                }
            }
            _ => {}
        }
    }
    let edition = edition.unwrap_or(Edition {
        id: "none".into(),
        title: String::new(),
        as_at: day(2012, 5, 1),
        author: String::new(),
        source: String::new(),
    });
    Schedule { edition, standings }
}

#[test]
fn counts_by_partnership_are_read_and_what_is_no_count_is_told() {
    let paper = "Partnership,Period,Total,On track,Off track,Cannot judge\n\
                 Rivers,Q2 2011/12,6,3,1,2\nTransport,Q2 2011/12,4,#DIV/0!,NA,-\nSchools,Q2 2011/12,7,6 of 7,1,0\nTotal,,17,,,\n";
    let found = read_knowing("targets.csv", paper.as_bytes(), PaperKind::Auto, &nothing());
    assert_eq!(found.report.kind, PaperKind::Targets);
    assert_eq!(counted(&found, ["partnerships", "summaries"]), [3, 2]);
    assert!(told(&found, "line 3", "#DIV/0!") && told(&found, "line 5", "no partnership"));
    let figures: Vec<String> =
        facts(&found).into_iter().filter(|fact| fact.starts_with("figures")).collect();
    assert_eq!(figures.len(), 2);
    assert!(figures[1].contains("7 targets: 6 on track, 1 off track"), "{figures:?}");
}

#[test]
fn a_series_of_figures_says_nothing_of_how_a_target_stands() {
    let Some(bytes) = real("samples/trafford-neet.csv") else { return };
    let found = read("trafford-neet.csv", &bytes, PaperKind::Auto);
    assert_eq!(counted(&found, ["results", "indicators", "periods", "areas"]), [204, 2, 12, 18]);
    assert!(found.entry.is_none() && told(&found, "", "status not said"));
}

#[test]
fn a_later_edition_keeps_what_was_judged_of_what_it_says_again() {
    let paper = |date: &str, more: &str| {
        format!(
            "# Review of partnerships\n\n{date}\n\n## Rivers Partnership\n\n### Performance\n\n#### Outcomes\n\n\
             - Rivers are clean.\n{more}\n### Response\n\n- Look again at the weirs.\n"
        )
    };
    let first = paper("1 May 2012", "");
    let found = read("first.md", first.as_bytes(), PaperKind::Schedule);
    let schedules = [judged(&found)];
    let known = minutebook::import::Known { schedules: &schedules, ..nothing() };
    let later = paper("1 August 2012", "- Two weirs are mended.\n");
    let mut mint = Mint::new("", 5_000);
    let found = minutebook::import::read(
        "later.md",
        later.as_bytes(),
        PaperKind::Schedule,
        &known,
        &mut mint,
    );
    let found = found.unwrap();
    let tones: Vec<(String, Option<Tone>)> = rows(&found)
        .iter()
        .filter_map(
            |row| if let Record::Point(p) = row { Some((p.text.clone(), p.tone)) } else { None },
        )
        .collect();
    assert_eq!(tones[0], ("Rivers are clean.".to_owned(), Some(Tone::Mixed)));
    assert_eq!(tones[1], ("Two weirs are mended.".to_owned(), None));
    assert_eq!(counted(&found, ["as in the last edition"]), [2]);
}

#[test]
fn columns_beside_a_response_say_who_answers_and_by_when() {
    let text = "# Wold Board schedule\n\n12 May 2026\n\n## Skills Board\n\n\
        | What are we doing about it? | How are we doing? | Lead and timescale | RAG |\n|---|---|---|---|\n\
        | Audit under way | 3 targets: 2 on track, 1 off track at Q2 2025/26 | Supt Hale, September 2026 | Red |\n\
        | None needed | Morale high | | |\n";
    let found = read("schedule.md", text.as_bytes(), PaperKind::Schedule);
    let responses: Vec<_> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Response(r) => Some((r.text.as_str(), r.owner.as_str(), r.due_text.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(responses, [("Audit under way", "Supt Hale", "September 2026")]);
    assert_eq!(counted(&found, ["partnerships", "outcomes"]), [1, 2]);
    assert!(told(&found, "", "columns not read in: RAG"));
}

#[test]
fn figures_under_the_name_are_figures_and_no_answer_is_none() {
    let text = "# Wold schedule\n\n12 May 2026\n\n## Skills Board\n\n### Performance\n\n- Starts fell.\n\n\
        ### Response\n\nNone received.\n\n## Ageing Well\n\nTargets: 8, of which 5 on track and 3 off track at Q2 2025/26\n\n\
        ### Performance\n\n- Discharges doubled.\n\n### Response\n\n- Review begun.\n";
    let found = read("schedule.md", text.as_bytes(), PaperKind::Schedule);
    assert_eq!(counted(&found, ["partnerships", "responses", "summaries"]), [2, 1, 1]);
    assert!(told(&found, "", "Ageing Well: 8 targets (Q2 2025/26): 5 on track, 3 off track"));
}

#[test]
fn two_rows_with_counts_of_their_own_are_two_partnerships_however_near_their_names() {
    let sheet = "Partnership,Targets,On track,Off track,Cannot judge,Performance,Response\n\
        Housing,9,5,3,1,Homes built,Build more\nHousing Partnership,4,4,0,0,,\n";
    let found = read("schedule.csv", sheet.as_bytes(), PaperKind::Schedule);
    assert_eq!(counted(&found, ["new partnerships", "summaries"]), [2, 2]);
    assert!(told(&found, "", "is nearly"), "{:#?}", found.report.warnings);
}

#[test]
fn a_plain_schedule_with_names_in_capitals_has_its_title_and_the_period_over_it() {
    let text = "DALES PARTNERSHIP BOARD\n\nPERFORMANCE SCHEDULE - Quarter 3 2025/26 (as at 20 January 2026)\n\n\
        YOUNG PEOPLE'S PARTNERSHIP\n\nPerformance\nOutcomes\n- 10 targets: 4 on track, 3 off track, 3 cannot be judged\n\n\
        Response\n- Action plan by March 2026\n\nSAFER DALES PARTNERSHIP\n\nPerformance\n- 4 targets, all on track\nResponse\n- None required\n";
    let found = read("schedule.txt", text.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["partnerships", "summaries", "responses"]), [2, 2, 1]);
    assert!(told(
        &found,
        "",
        "schedule: PERFORMANCE SCHEDULE - Quarter 3 2025/26, as at 20 January"
    ));
    assert!(told(&found, "", "10 targets (Q3 2025/26): 4 on track"));
}

#[test]
fn a_column_that_says_which_half_a_row_is_may_have_any_heading() {
    let paper = "Schedule of partnerships, 12 May 2011\n\n\
        | Partnership | Area | Performance | Response |\n|---|---|---|---|\n\
        | Safer Vale Partnership | Outcomes | Burglary is down | |\n\
        | | Partnership working | Police attend every meeting | A plan follows |\n";
    let found = read("schedule.md", paper.as_bytes(), PaperKind::Schedule);
    let said: Vec<String> =
        facts(&found).into_iter().filter(|f| f.contains("Partnership")).collect();
    assert_eq!(said, ["partnership Safer Vale Partnership"]);
    let halves: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Point(point) => Some(point.section.word()),
            _ => None,
        })
        .collect();
    assert_eq!(halves, ["outcomes", "partnership_working"]);
}

#[test]
fn targets_met_and_not_met_are_on_track_and_off_it_and_a_day_gone_by_is_no_due_day() {
    let paper = "Partnership schedule as at 30 June 2026,,,\n\
        Partnership,Targets met,Targets not met,Response\n\
        Canal Corridor Partnership,4 of 4,0 of 4,Recovery plan was agreed on 2 June 2026\n\
        Warm Homes Alliance,1 of 5,4 of 5,Write to all by 2 June 2026\n";
    let found = read("s.csv", paper.as_bytes(), PaperKind::Schedule);
    let figures: Vec<[u32; 3]> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Summary(s) => Some([s.total, s.on_track, s.off_track]),
            _ => None,
        })
        .collect();
    assert_eq!(figures, [[4, 4, 0], [5, 1, 4]]);
    let due: Vec<bool> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Response(r) = row { Some(r.due.is_some()) } else { None })
        .collect();
    assert_eq!(due, [false, true]);
}
