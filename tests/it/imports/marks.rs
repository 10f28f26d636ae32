//! What word processors hide, strike out, number and merge.

use minutebook::import::PaperKind;
use minutebook::model::Record;

use super::{read, rows, told};
use crate::support::hostile::{docx, xlsx, zipped};

fn titles(found: &minutebook::import::Found) -> Vec<String> {
    let title = |row: &Record| match row {
        Record::Item(item) => Some(format!("{} {}", item.number, item.title)),
        _ => None,
    };
    rows(found).iter().filter_map(title).collect()
}

const HEAD: &str = "<w:p><w:r><w:t>Rivers Board</w:t></w:r></w:p><w:p><w:r><w:t>Agenda, 5 May 2026</w:t></w:r></w:p>";

#[test]
fn insertions_are_kept_deletions_dropped_and_hidden_text_told() {
    let run = |inside: &str| format!("<w:r><w:t>{inside}</w:t></w:r>");
    let body = format!(
        "{HEAD}<w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>draft</w:delText></w:r></w:del></w:p>\
         <w:p><w:r><w:t>2. Floods</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r></w:p>\
         <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl><w:p>{}</w:p>",
        run("1. Apologies"),
        run(" received"),
        run("gone"),
        run("3. Close of business"),
    );
    let found = read("agenda.docx", &docx(&body), PaperKind::Agenda);
    assert_eq!(titles(&found), ["1 Apologies received", "2 Floods", "3 Close of business"]);
    assert!(told(&found, "", "hidden text was left out: \u{201c}secret\u{201d}"));
    assert!(told(&found, "", "1 tracked deletions were dropped"));
    assert!(told(&found, "", "a row that was struck out was dropped"));
    assert!(!told(&found, "", "gone") && !told(&found, "", "draft"));
}

#[test]
fn what_is_hidden_on_a_sheet_is_told_and_not_read() {
    let cell =
        |at: &str, text: &str| format!("<c r='{at}' t='inlineStr'><is><t>{text}</t></is></c>");
    let row = |n: u32, hidden: &str, a: &str, b: &str| {
        format!(
            "<row r='{n}'{hidden}>{}{}</row>",
            cell(&format!("A{n}"), a),
            cell(&format!("B{n}"), b)
        )
    };
    let sheet = format!(
        "{}{}{}<row r='4'><c r='A4'><f>1+1</f></c>{}</row>",
        row(1, "", "Member", "Role"),
        row(2, "", "Ann Bell", "chair"),
        row(3, " hidden='1'", "Peter Marsh", "member"),
        cell("B4", "member"),
    );
    let found = read("members.xlsx", &xlsx(&sheet), PaperKind::Auto);
    assert_eq!(found.report.counted("people"), 1);
    assert!(told(&found, "sheet One", "hidden rows 3 were left out"));
    assert!(told(&found, "row 4", "has no result"));
    assert!(!told(&found, "", "Peter"));
}

#[test]
fn an_opendocument_text_gives_its_automatic_numbers() {
    let spaces = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'";
    let content = format!(
        "<office:document-content {spaces}><office:automatic-styles><text:list-style style:name='L'>\
         <text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>\
         <text:list-level-style-number text:level='2' style:num-format='a' style:num-prefix='(' style:num-suffix=')'/></text:list-style>\
         <style:style style:name='H'><style:text-properties text:display='none'/></style:style></office:automatic-styles>\
         <office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>\
         <text:h text:outline-level='1'>Rivers Board</text:h><text:p>Agenda, 5 May 2026</text:p>\
         <text:list text:style-name='L'><text:list-item><text:p>Apologies</text:p></text:list-item>\
         <text:list-item><text:p>Floods<text:span text:style-name='H'>secret</text:span></text:p>\
         <text:list><text:list-item><text:p>Spring</text:p></text:list-item><text:list-item><text:p>Autumn</text:p></text:list-item></text:list></text:list-item>\
         <text:list-item><text:p>Other<text:s/>business</text:p></text:list-item></text:list></office:text></office:body></office:document-content>"
    );
    let bytes = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ]);
    let found = read("agenda.odt", &bytes, PaperKind::Auto);
    assert_eq!(
        titles(&found),
        ["1 Apologies", "2 Floods", "2(a) Spring", "2(b) Autumn", "3 Other business"]
    );
    assert!(told(&found, "", "\u{201c}secret\u{201d}") && !told(&found, "", "old"));
}

#[test]
fn a_web_page_loses_its_script_and_tells_what_it_hid() {
    let page = "<html><body><h1>Rivers Board</h1><p>Agenda, 5 May 2026<ol><li>Apologies<li>Floods <b style='display:none'>secret</b>\
                <script>alert(1)</script><li>Close<ol type=a><li>Thanks</ol></ol><!-- note --></body></html>";
    let found = read("agenda.html", page.as_bytes(), PaperKind::Auto);
    assert_eq!(titles(&found)[..3], ["1 Apologies", "2 Floods", "3 Close"]);
    assert!(told(&found, "", "secret") && told(&found, "", "a comment in the page"));
    assert!(!told(&found, "", "alert"));
}

#[test]
fn a_sheet_says_what_it_shows() {
    let cell =
        |at: &str, text: &str| format!("<c r='{at}' t='inlineStr'><is><t>{text}</t></is></c>");
    let heads = ["Partnership", "Indicator", "Period", "Actual", "Status"];
    let heads: String =
        heads.iter().zip(["A1", "B1", "C1", "D1", "E1"]).map(|(text, at)| cell(at, text)).collect();
    let sheet = format!(
        "<row r='1'>{heads}</row><row r='2'>{}{}<c r='C2' s='2'><v>46082</v></c><c r='D2' s='1'><v>0.949</v></c>{}</row>",
        cell("A2", "Rivers Partnership"),
        cell("B2", "Rivers of good quality"),
        cell("E2", "On track"),
    );
    let found = read("figures.xlsx", &xlsx(&sheet), PaperKind::Targets);
    let results: Vec<(String, String)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::TargetResult(r) => Some((r.period.clone(), r.value.clone())),
            _ => None,
        })
        .collect();
    assert_eq!(results, [("March 2026".to_owned(), "94.9%".to_owned())]);
}
