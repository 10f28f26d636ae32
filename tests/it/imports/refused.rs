//! Files that are refused, each with a sentence and at little cost.

use std::time::{Duration, Instant};

use minutebook::import::{self, PaperKind};
use minutebook::model::Mint;

use super::nothing;
use crate::support::hostile::{self, Hostile};

/// A hostile file costs one sentence, and little time.
#[track_caller]
fn check(file: &Hostile) {
    let started = Instant::now();
    let read =
        import::read(file.name, &file.bytes, PaperKind::Auto, &nothing(), &mut Mint::default());
    let took = started.elapsed();
    assert!(took < Duration::from_secs(10), "{}: took {took:?}", file.what);
    match (read, file.says) {
        (Err(wrong), Some(says)) => {
            let said = wrong.to_string();
            assert!(said.contains(says), "{}: {said}", file.what);
            assert!(!wrong.hint().is_empty());
        }
        (Ok(_), Some(_)) => unreachable!("{} was read", file.what),
        (_, None) => {}
    }
}

#[test]
fn hostile_documents_cost_a_sentence() {
    hostile::documents().iter().for_each(check);
    hostile::impostors().iter().for_each(check);
}

#[test]
fn hostile_tables_cost_a_sentence() {
    hostile::tables().iter().for_each(check);
}

#[test]
fn hostile_texts_cost_a_sentence() {
    hostile::texts().iter().for_each(check);
}

#[test]
fn whatever_is_cut_short_or_garbled_is_survived() {
    let paper = hostile::docx(
        "<w:p><w:r><w:t>AGENDA</w:t></w:r></w:p><w:p><w:r><w:t>1. Apologies</w:t></w:r></w:p>",
    );
    let book = hostile::xlsx("<row r='1'><c r='A1' t='inlineStr'><is><t>Member</t></is></c></row>");
    let old = include_bytes!("../../golden/members.xls").to_vec();
    let read = |name: &str, bytes: &[u8]| {
        import::read(name, bytes, PaperKind::Auto, &nothing(), &mut Mint::default())
    };
    assert!(read("a.xls", &old).is_ok(), "the paper is whole before it is spoilt");
    for (name, bytes) in [("a.docx", &paper), ("a.xlsx", &book), ("a.xls", &old)] {
        for at in (0..bytes.len()).step_by(7) {
            let _ = read(name, &bytes[..at]);
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8);
            let _ = read(name, &flipped);
        }
    }
}

#[test]
fn a_workbook_that_sends_its_reader_astray_is_refused_in_a_sentence() {
    let whole = include_bytes!("../../golden/members.xls");
    let record = |head: [u8; 4]| whole.windows(4).position(|bytes| bytes == head).unwrap();
    let spoilt = |at: usize, bytes: &[u8]| {
        let mut spoilt = whole.to_vec();
        spoilt[at..at + bytes.len()].copy_from_slice(bytes);
        let kind = PaperKind::Auto;
        import::read("a.xls", &spoilt, kind, &nothing(), &mut Mint::default())
            .map_or_else(|wrong| wrong.to_string(), |found| format!("{found:?}"))
    };
    let extent = record([0x00, 0x02, 14, 0]) + 4;
    let endless = spoilt(extent + 4, &[0xff, 0xff, 0xff, 0x7f]);
    assert!(endless.contains("a sheet says it is larger than any can be"), "{endless}");
    let name = whole.windows(2).position(|bytes| bytes == [0x85, 0x00]).unwrap();
    let astray = spoilt(name + 4, &[0xff, 0xff, 0x00, 0x00]);
    assert!(astray.contains("a sheet does not begin where it is said to"), "{astray}");
}

#[test]
fn two_columns_of_some_other_paper_are_no_schedule() {
    let seats = "# Strategic Board\n\n| Chief Executive | 14 |\n|---|---|\n| Chair | 2 |\n| Members | 12 |\n";
    let read = import::read(
        "seats.md",
        seats.as_bytes(),
        PaperKind::Schedule,
        &nothing(),
        &mut Mint::default(),
    );
    let said = read.map_or_else(|wrong| wrong.to_string(), |found| format!("{found:?}"));
    assert!(said.contains("no column or heading in it is that of a schedule"), "{said}");
}
