//! The papers that go with an item, as an agenda refers to them.

use super::super::super::words::fold::fold;
use super::line::{Line, Paper};

/// What stands before the size of a paper that a page of links gives: "Minutes PDF
/// 210 KB".
pub(super) fn without_file(text: &str) -> &str {
    let cut = ["PDF ", "DOC ", "DOCX "].into_iter().find_map(|kind| text.rfind(kind));
    let size = |at: usize| {
        let rest = text[at..].trim_end_matches([')', ' ']);
        rest.ends_with("KB") || rest.ends_with("MB")
    };
    cut.filter(|at| size(*at)).map_or(text, |at| text[..at].trim_end_matches(['(', ' ']))
}

/// Whether `text` says on which pages of the pack a paper is: "pages 3-10".
pub(super) fn is_pages(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(' ');
    let paged = words.next().is_some_and(|word| matches!(word, "page" | "pages" | "pp" | "p"));
    let mut rest = words.peekable();
    let is_number = |word: &str| word.parse::<u32>().is_ok() || matches!(word, "to" | "and");
    paged && rest.peek().is_some() && rest.all(is_number)
}

/// What a column of papers says, where it gives only the pages of the pack: "pages 3-8"
/// for "3-8".
pub(super) fn on_pages(text: &str) -> String {
    let figures = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '\u{2013}'));
    match text.chars().filter(|c| matches!(c, '-' | '\u{2013}')).count() {
        _ if !figures => text.to_owned(),
        0 => format!("page {text}"),
        _ => format!("pages {text}"),
    }
}

/// Adds the papers whose references stand in brackets in a sentence: "(SYP3)".
pub(super) fn add_codes(text: &str, line: &mut Line) {
    for inside in text.split('(').skip(1).filter_map(|rest| rest.split(')').next()) {
        if is_pages(inside) {
            line.papers.push(Paper { reference: inside.to_owned(), lead: String::new() });
        } else if inside.chars().any(|c| c.is_ascii_digit())
            && reference(inside).is_some_and(|code| code == inside)
        {
            add_paper(inside, line);
        }
    }
}

/// Adds the paper that `text` refers to, if that is what it does.
pub(super) fn add_paper(text: &str, line: &mut Line) -> bool {
    let Some(reference) = reference(text) else { return false };
    if !line.papers.iter().any(|paper| paper.reference == reference) {
        line.papers.push(Paper { reference, lead: String::new() });
    }
    true
}

/// The reference of a paper at the start of `text`: "Doc 4.1 – WDCA", "SYP5",
/// "See Attachment B".
pub(super) fn reference(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("See ").trim_start_matches("see ");
    let mut words = text.split_whitespace();
    let first = words.next()?.trim_end_matches([',', ')', '.']);
    let kinds = [
        "doc",
        "doc.",
        "document",
        "paper",
        "enclosure",
        "encl",
        "attachment",
        "appendix",
        "annex",
        "report",
    ];
    if kinds.contains(&first.to_lowercase().as_str()) {
        let number = words.next()?.trim_end_matches([',', ')', '.', ':', ';']);
        let fits = number.len() <= 8
            && (number.chars().any(|c| c.is_ascii_digit())
                || (number.len() <= 2 && number.chars().all(|c| c.is_ascii_uppercase())));
        // A paper is called so wherever it is printed.
        let paper = first.eq_ignore_ascii_case("paper");
        return fits.then(|| if paper { number.to_owned() } else { format!("{first} {number}") });
    }
    let letters = first.chars().take_while(char::is_ascii_uppercase).count();
    let digits = first[letters..].chars().take_while(char::is_ascii_digit).count();
    let rest = &first[letters + digits..];
    let code = (1..=5).contains(&letters)
        && (1..=4).contains(&digits)
        && rest.len() <= 1
        && rest.chars().all(|c| c.is_ascii_alphabetic());
    (code && words.next().is_none()).then(|| first.to_owned())
}
