//! Papers read in: real ones where they are at hand, and small ones of our own.

use chrono::NaiveDate;
use minutebook::import::{self, Found, Known, PaperKind};
use minutebook::model::{Entry, Mint, Record};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 9).unwrap_or_default()
}

/// The real paper at `path` beside the repository, if it is there.
fn real(path: &str) -> Option<Vec<u8>> {
    let full = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    let bytes = std::fs::read(&full).ok();
    if bytes.is_none() {
        eprintln!("skipped: {} is not here", full.display());
    }
    bytes
}

#[expect(clippy::panic, reason = "a paper that cannot be read fails the test")]
fn read(name: &str, bytes: &[u8], kind: PaperKind) -> Found {
    import::read(name, bytes, kind, &Known::nothing(today()), &mut Mint::default())
        .unwrap_or_else(|wrong| panic!("{wrong}"))
}

fn rows(found: &Found) -> &[Record] {
    match &found.entry {
        Some(Entry::Filed { rows, .. }) => rows,
        _ => &[],
    }
}

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
    let counted = |what| found.report.counted(what);
    assert_eq!(found.report.kind, PaperKind::Schedule);
    assert_eq!(
        [counted("partnerships"), counted("outcomes"), counted("partnership working")],
        [7, 26, 16]
    );
    assert_eq!([counted("responses"), counted("summaries"), counted("targets")], [16, 6, 42]);
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
        Record::Edition(edition) => Some(edition),
        _ => None,
    });
    assert_eq!(edition.map(|e| e.as_at), NaiveDate::from_ymd_opt(2010, 7, 22));
    let warned: Vec<&str> = found.report.warnings.iter().map(|w| w.text.as_str()).collect();
    for (who, what) in [
        ("Environment", "no Performance and Response heading"),
        ("Spatial", "Response pane is empty"),
        ("Stronger", "they stay unknown"),
    ] {
        assert!(warned.iter().any(|w| w.contains(who) && w.contains(what)), "{who}: {warned:?}");
    }
}
