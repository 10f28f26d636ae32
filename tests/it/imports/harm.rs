//! Files made to do harm that can be read: what is kept of them, and what is told.

use minutebook::import::{Found, PaperKind};
use minutebook::model::{Record, SafeText};

use super::{counted, read, rows, told};
use crate::support::hostile;

/// The agenda that a text makes of its one item with words in it.
fn agenda(item: &str) -> String {
    format!(
        "# Vale Board\n\n## Agenda\n\nTuesday 9 June 2026\n\n1. Apologies\n2. {item}\n3. Close\n"
    )
}

/// Whether any row or remark has a byte that a terminal would obey. What hides or turns the
/// letters beside it is kept, and shown as what it is.
fn obeys(found: &Found) -> Option<char> {
    let told = found.report.warnings.iter().chain(&found.report.unread).chain(&found.report.facts);
    let told: String = told.flat_map(|remark| [&*remark.place, &*remark.text]).collect();
    let kept = serde_json::to_string(rows(found)).unwrap_or_default();
    let obeyed = |c: &char| c.is_control() && *c != '\n';
    // What JSON escapes is a control as well.
    let escaped = ["\\u00", "\\b", "\\f"].iter().any(|words| kept.contains(words));
    told.chars().chain(kept.chars()).find(obeyed).or_else(|| escaped.then_some('\u{1b}'))
}

#[test]
fn nothing_that_a_terminal_would_obey_is_kept() {
    for words in [
        "Budget \u{1b}]52;c;AAAA\u{7} \u{1b}[2J\u{1b}c",
        "Budget \u{9b}2J \u{90}x\u{9c} \u{85}",
        "Budget \u{202e}dlo\u{2066} \u{200b}x \u{feff}",
        "Budget \u{0}\u{8}\u{7f}",
    ] {
        let found = read("agenda.md", agenda(words).as_bytes(), PaperKind::Agenda);
        assert_eq!(obeys(&found), None, "{words:?}");
        assert_eq!(counted(&found, ["items"]), [3], "{words:?}");
    }
    let page = "<h1>Vale Board</h1><p>Agenda, Tuesday 9 June 2026</p><ol><li>Apologies</li><li>Budget &#27;[2J&#7;&#0;&#xD800;&#x110000;</li><li>Close</li></ol>";
    let found = read("agenda.html", page.as_bytes(), PaperKind::Agenda);
    assert_eq!((obeys(&found), counted(&found, ["items"])), (None, [3]));
}

#[test]
fn storms_of_marks_and_wide_letters_are_text() {
    let storm = format!(
        "A{} {} \u{301}lone \u{4e00}\u{4e8c}",
        "\u{301}".repeat(200),
        "\u{1f468}\u{200d}\u{1f469}"
    );
    let found =
        read("agenda.md", agenda(&format!("{storm}\tand on")).as_bytes(), PaperKind::Agenda);
    let title = rows(&found).iter().find_map(|row| match row {
        Record::Item(item) if item.number == "2" => Some(item.title.clone()),
        _ => None,
    });
    let title = title.unwrap();
    assert!(title.contains("and on") && title.contains('\u{4e8c}'), "{title}");
    let shown = SafeText::of(&title).into_cow();
    assert!(shown.chars().filter(|c| *c == '\u{301}').count() <= 10, "a storm is calmed: {shown}");
}

#[test]
fn active_pages_give_their_text_and_say_what_they_hide() {
    let page = "<html><head><script>alert(1)</script><style>p{}</style></head><body onload='x()'>\
        <h1>Vale Board</h1><p>Agenda, Tuesday 9 June 2026</p><ol><li>Apologies</li>\
        <li><a href='javascript:x()'>Budget</a><iframe src='http://x'></iframe><img src='http://x/y.png'></li>\
        <li style='display:none'>Secret</li><li>Close</li></ol><!-- hidden words --></body></html>";
    let found = read("agenda.html", page.as_bytes(), PaperKind::Agenda);
    let kept = serde_json::to_string(rows(&found)).unwrap_or_default();
    for word in ["alert", "javascript", "http", "onload", "iframe", "Secret", "hidden words"] {
        assert!(!kept.contains(word), "{word}");
    }
    assert!(told(&found, "", "Secret") || !found.report.unread.is_empty());
    assert_eq!(counted(&found, ["items"]), [3]);
}

#[test]
fn markdown_that_is_code_or_fetches_is_only_words() {
    let paper = "---\ntitle: x\n---\n# Vale Board\n\n## Agenda\n\nTuesday 9 June 2026\n\n1. Apologies\n\
        2. Budget ![chart](http://x/y.png) <script>x()</script>\n3. Close\n\n```\n# not a heading\n```\n";
    let found = read("agenda.md", paper.as_bytes(), PaperKind::Agenda);
    let kept = serde_json::to_string(rows(&found)).unwrap_or_default();
    assert!(!kept.contains("http"), "{kept}");
    assert_eq!(counted(&found, ["items"]), [3]);
}

#[test]
fn a_document_is_read_by_its_relationships_and_fetches_nothing() {
    let body = "<w:p><w:r><w:t>AGENDA</w:t></w:r></w:p><w:p><w:r><w:t>Tuesday 9 June 2026</w:t></w:r></w:p>\
        <w:p><w:r><w:t>1. Apologies</w:t></w:r></w:p><w:p><w:r><w:t>2. Close</w:t></w:r></w:p>";
    let xml = format!(
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{body}</w:body></w:document>"
    );
    let found = read("d08.docx", &hostile::docx_at("word/document2.xml", &xml), PaperKind::Agenda);
    assert_eq!(counted(&found, ["items"]), [2]);
    let rels = |name: &str, kind: &str, target: &str, mode: &str| {
        format!(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
             <Relationship Id='{name}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' \
             Target='{target}'{mode}/></Relationships>"
        )
    };
    let own = rels("r1", "officeDocument", "word/document.xml", "");
    let afar =
        rels("r9", "attachedTemplate", "http://template.invalid/t.dotm", " TargetMode='External'");
    let paper = hostile::zipped(&[
        (
            "[Content_Types].xml",
            b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        ),
        ("_rels/.rels", own.as_bytes()),
        ("word/document.xml", xml.as_bytes()),
        ("word/_rels/document.xml.rels", afar.as_bytes()),
        ("../../evil.txt", b"x"),
        ("/etc/evil.txt", b"x"),
    ]);
    let found = read("d06.docx", &paper, PaperKind::Agenda);
    assert_eq!(counted(&found, ["items"]), [2]);
    assert!(!std::path::Path::new("../../evil.txt").exists());
}

#[test]
fn a_table_keeps_formulas_as_words_and_tells_of_what_it_changed() {
    let table = b"Ref,Action,Owner,Due\n1,=HYPERLINK(\"http://x\"),Ann Bell,1 May 2027\n2,Wr\0ite,Ann Bell,2 May 2027\n";
    let found = read("c01.csv", table, PaperKind::Actions);
    assert!(told(&found, "line 2", "=HYPERLINK"));
    assert!(told(&found, "line 3", "NUL"));
    let cp1252 = b"Member,Role\nAnn B\xe9ll,\x93chair\x94 \x96 \xa35\n";
    let found = read("c04.csv", cp1252, PaperKind::Members);
    assert!(told(&found, "the whole file", "Windows-1252"));
    let wide: Vec<u8> =
        "Member,Role\nAnn Bell,chair\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let found = read("c05.csv", &wide, PaperKind::Members);
    assert!(told(&found, "", "Ann Bell"));
    let ragged = b"Member,Role\nAnn Bell,chair\nBob Hill\nCy Fox,member,and more\n,\n";
    let found = read("c07.csv", ragged, PaperKind::Members);
    assert!(told(&found, "line 3", "1 values") && told(&found, "line 4", "and more"));
}
