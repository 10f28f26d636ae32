//! A line of an agenda taken apart: the title, who brings it, how long it
//! takes, its paper, and whether it is business at all.

use super::super::super::words::fold::fold;
use super::super::super::words::{name, when};
use super::asked;
use super::line::{Line, Paper};
use super::reference::{add_codes, add_paper, is_pages, reference, without_file};

/// Reads the words of an item's own line into `line`.
pub(in super::super) fn read(text: &str, line: &mut Line) {
    let mut text = text.trim().to_owned();
    take_time(&mut text, line);
    take_minutes(&mut text, line);
    loop {
        let before = text.len();
        text.truncate(without_file(&text).len());
        take_purpose(&mut text);
        take_bracket(&mut text, line);
        take_person(&mut text, line);
        take_report(&mut text, line);
        if text.len() == before {
            break;
        }
    }
    line.title = text
        .trim()
        .trim_end_matches([':', '-', '\u{2013}', '\u{2014}', ',', ';'])
        .trim()
        .to_owned();
}

/// "10.10 am Title": the time is taken off the front.
fn take_time(text: &mut String, line: &mut Line) {
    let Some((_, at)) = when::times(text).into_iter().next().filter(|(_, at)| at.start == 0) else {
        return;
    };
    let rest = text[at.end..].trim_start_matches([' ', '-', '\u{2013}', ':', ',', ')']);
    if rest.starts_with(char::is_alphabetic) {
        text[at].clone_into(&mut line.time);
        *text = rest.to_owned();
    }
}

/// "(15 minutes)", "(20’ each)": taken off wherever it stands.
fn take_minutes(text: &mut String, line: &mut Line) {
    let Some((minutes, at)) = when::minutes(text) else { return };
    let open = text[..at.start].rfind('(');
    let close = text[at.end..].find(')').map(|close| at.end + close + 1);
    if let (Some(open), Some(close)) = (open, close)
        && close - open < 40
    {
        line.minutes = Some(minutes);
        text.replace_range(open..close, "");
    } else if text[at.end..].trim().is_empty() {
        line.minutes = Some(minutes);
        text.truncate(at.start);
    }
    *text = text.trim().to_owned();
}

/// "[Brett]", "(SYP5)", "(10:30-11:00)", "(cont’d)" at the end.
fn take_bracket(text: &mut String, line: &mut Line) {
    let bare = text.trim_end().trim_end_matches('.').to_owned();
    let Some(open) = bare.rfind(['(', '[']).filter(|_| bare.ends_with([')', ']'])) else { return };
    let inside = bare[open + 1..bare.len() - 1].trim().to_owned();
    let squared = bare[open..].starts_with('[');
    let taken = if let Some(reference) = reference(&inside).filter(|reference| *reference == inside)
    {
        line.papers.push(Paper { reference, lead: String::new() });
        true
    } else if is_pages(&inside) {
        line.papers.push(Paper { reference: inside, lead: String::new() });
        true
    } else if !when::times(&inside).is_empty() && inside.len() < 20 {
        line.time = inside;
        true
    } else if squared && names(&inside) {
        line.lead = inside;
        true
    } else {
        is_continued(&inside)
            || brought_by(&inside).is_some_and(|lead| {
                lead.clone_into(&mut line.lead);
                true
            })
    };
    if taken {
        text.truncate(open);
        *text = text.trim_end().to_owned();
    }
}

/// Those who bring an item and are named by their office alone.
const OFFICES: [&str; 8] = [
    "chair",
    "chairman",
    "all",
    "vice chair",
    "clerk",
    "secretary",
    "chief executive",
    "treasurer",
];

/// What an item is on the agenda for, as agendas put it after a dash.
const PURPOSES: [&str; 8] = [
    "for decision",
    "for information",
    "for discussion",
    "for noting",
    "for approval",
    "to note",
    "for comment",
    "for action",
];

/// Takes what the item is on the agenda for off the end of its title.
fn take_purpose(text: &mut String) {
    let dash = ["-", "\u{2013}", "\u{2014}"].iter().filter_map(|dash| text.rfind(dash)).max();
    let Some(at) = dash else { return };
    let said = text[at..].trim_start_matches(['-', '\u{2013}', '\u{2014}', ' ']);
    if PURPOSES.contains(&fold(said).as_str()) {
        text.truncate(text[..at].trim_end().len());
    }
}

/// Who brings an item, as brackets after its title say: a name, an office, "Report of
/// the Head of Safety".
fn brought_by(text: &str) -> Option<&str> {
    if name::is_person(text) || OFFICES.contains(&fold(text).as_str()) {
        return Some(text);
    }
    let words = ["Report of the ", "Report by the ", "Report of ", "Report by ", "Presented by "];
    let lead = words.iter().find_map(|words| text.strip_prefix(words))?;
    (lead.split_whitespace().count() <= 8).then_some(lead)
}

/// "Budget. Report by the Treasurer": who brings it, after the title.
fn take_report(text: &mut String, line: &mut Line) {
    let lower = text.to_ascii_lowercase();
    let words = ["report by ", "report of ", "reports by ", "presented by "];
    let Some((at, lead)) = words
        .into_iter()
        .filter_map(|words| Some((lower.rfind(words)?, words.len())))
        .filter(|(at, _)| lower.len() == text.len() && is_parted(&text[..*at]))
        .map(|(at, length)| (at, text[at + length..].trim().trim_end_matches('.').to_owned()))
        .next()
    else {
        return;
    };
    if !lead.is_empty() && lead.split_whitespace().count() <= 12 {
        line.lead = lead;
        text.truncate(at);
        *text = text.trim_end_matches(['.', ' ', '-', '\u{2013}', '\u{2014}', ':', ';']).to_owned();
    }
}

/// Whether `title` ends as a sentence or a dash ends it.
fn is_parted(title: &str) -> bool {
    let title = title.trim_end();
    !title.is_empty() && title.ends_with(['.', '-', '\u{2013}', '\u{2014}', ':', ';'])
}

/// "Budget – Jane Smith": a person after the last dash.
fn take_person(text: &mut String, line: &mut Line) {
    let dash = [" - ", " \u{2013} ", " \u{2014} "]
        .into_iter()
        .filter_map(|dash| text.rfind(dash).map(|at| (at, dash.len())))
        .max();
    if let Some((at, length)) = dash
        && name::is_person(text[at + length..].trim())
    {
        text[at + length..].trim().clone_into(&mut line.lead);
        text.truncate(at);
    }
}

/// Whether `text`, in square brackets, can only say who: short, in capitals,
/// and not a remark.
fn names(text: &str) -> bool {
    let short = text.split_whitespace().count() <= 8;
    short
        && text.starts_with(char::is_uppercase)
        && !text.contains(':')
        && !text.to_lowercase().contains("see ")
}

/// What stands before the name of whoever brings an item.
const LEADS: &[&str] = &[
    "report by ",
    "report of ",
    "reports by ",
    "presented by ",
    "presenter ",
    "lead officer ",
    "lead member ",
    "lead ",
    "led by ",
    "report author ",
];

/// Whether `text` says who brings an item.
pub(super) fn is_lead(text: &str) -> bool {
    let folded = fold(text);
    LEADS.iter().any(|words| folded.starts_with(words))
}

/// Whether `text`, a later line of a cell, says something of the item and does not
/// go on with its title.
pub(super) fn is_beside(text: &str) -> bool {
    let folded = fold(text);
    let bare = text.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    // "To approve the minutes", "Members are reminded to declare any."
    let sentence = text.trim_end().ends_with('.') && folded.split(' ').count() >= 2;
    let said = text.starts_with(char::is_uppercase) && (sentence || folded.starts_with("to "));
    said || is_lead(text)
        || asked::is_asking(&folded)
        || is_pages(bare)
        || is_break(text)
        || reference(bare).is_some()
}

/// Reads a line under an item into it; what it does not say plainly is counted.
pub(in super::super) fn under(text: &str, line: &mut Line) {
    // "Report of the Clerk. RECOMMENDATION: That it be noted."
    let labelled = |at: &usize| {
        let rest = &text[at + 2..];
        asked::is_labelled(rest) && rest.contains(':')
    };
    if let Some(at) = text.match_indices(". ").map(|(at, _)| at).find(labelled) {
        under(&text[..at], line);
        return under(&text[at + 2..], line);
    }
    if is_break(text) {
        line.breaks.push(text.to_owned());
        return;
    }
    let bare = text.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    if is_pages(bare) {
        line.papers.push(Paper { reference: bare.to_owned(), lead: String::new() });
        return;
    }
    add_codes(text, line);
    let folded = fold(text);
    let lead = LEADS.iter().find(|words| folded.starts_with(**words));
    if let Some(words) = lead.filter(|_| folded.split(' ').count() <= 30) {
        let skip = words.split_whitespace().count();
        let said = text.split_whitespace().skip(skip).collect::<Vec<_>>().join(" ");
        let (said, paper) = said.split_once('(').unwrap_or((&said, ""));
        // What follows the name is another sentence; the stop after an initial
        // ends none.
        let ends = |at: &usize| said[..*at].rsplit(' ').next().is_some_and(|word| word.len() > 2);
        let stop = said.match_indices(". ").map(|(at, _)| at).find(ends);
        line.other += usize::from(stop.is_some());
        let said = stop.map_or(said, |at| &said[..at]);
        if line.lead.is_empty() {
            said.trim().trim_end_matches(['.', ',']).clone_into(&mut line.lead);
        }
        add_paper(paper.trim_end_matches([')', '.']), line);
    } else if asked::is_asking(&folded) && asked::takes(line, text) {
        line.recommendation = asked::asked(text);
        line.labelled = asked::is_labelled(text);
    } else if folded.starts_with("to ") && line.recommendation.starts_with("to ") {
        // One of several that the meeting is asked to do, each on a line of its own.
        line.recommendation.push_str(&format!("; {}", text.trim().trim_end_matches(['.', ';'])));
    } else if !add_paper(text, line) {
        if let (true, Some((_, at))) =
            (line.time.is_empty() && folded.split(' ').count() <= 4, when::times(text).first())
        {
            text[at.clone()].clone_into(&mut line.time);
        } else {
            line.other += 1;
        }
    }
}

/// Whether `text` says that an item goes on from before.
pub(in super::super) fn is_continued(text: &str) -> bool {
    matches!(fold(text).as_str(), "contd" | "continued" | "cont" | "continuing")
}

/// Whether `text` is a pause, or the end, and no business.
pub(in super::super) fn is_break(text: &str) -> bool {
    let folded = fold(text);
    let first = folded.split(' ').next().unwrap_or_default();
    let of = ["adjourn", "meeting", " day"];
    let ends = ["adjourn", "revise", "end", "close", "finish"].contains(&first)
        && of.iter().any(|word| folded.contains(word));
    is_pause(text) || folded == "close" || (ends && folded.split(' ').count() <= 10)
}

/// Whether `text` is a pause, which is no business even where it is numbered.
pub(super) fn is_pause(text: &str) -> bool {
    let folded = fold(text);
    let first = folded.split(' ').next().unwrap_or_default();
    let words = ["coffee", "tea", "lunch", "break", "dinner", "refreshments", "comfort", "supper"];
    folded.split(' ').count() <= 10
        && (words.contains(&first) || folded.ends_with(" break") || folded.contains(" break "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, title: &str, lead: &str, minutes: Option<u32>, paper: &str) {
        let mut line = Line::default();
        read(text, &mut line);
        let found = (line.title.as_str(), line.lead.as_str(), line.minutes, line.references());
        assert_eq!(found, (title, lead, minutes, paper.to_owned()), "{text}");
    }

    #[test]
    fn a_title_stands_without_what_was_put_beside_it() {
        check("Relevant outcomes (30\u{2019})", "Relevant outcomes", "", Some(30), "");
        check("Reports by centres (20\u{2019} each)", "Reports by centres", "", Some(20), "");
        check("President [Ross]", "President", "Ross", None, "");
        check("Budget (SYP5) \u{2013} Jane Smith", "Budget", "Jane Smith", None, "SYP5");
        check("10.10 am Director\u{2019}s update", "Director\u{2019}s update", "", None, "");
        check(
            "Flood plan. Report by the Engineer (RS4).",
            "Flood plan",
            "the Engineer",
            None,
            "RS4",
        );
        check("Annual report of the Board", "Annual report of the Board", "", None, "");
        check("Flood plan PDF 210 KB", "Flood plan", "", None, "");
        check("Minutes (pages 3 - 10)", "Minutes", "", None, "pages 3 - 10");
        check("Minutes of the Board (draft)", "Minutes of the Board (draft)", "", None, "");
    }

    #[test]
    fn a_break_is_not_business() {
        for text in
            ["Coffee break (10:30-11:00)", "LUNCH", "Revise timeline, Adjourn", "Comfort break"]
        {
            assert!(is_break(text), "{text}");
        }
        for text in ["Breaking the cycle", "Adjournment", "School lunches review", "Team report"] {
            assert!(!is_break(text), "{text}");
        }
    }
}
