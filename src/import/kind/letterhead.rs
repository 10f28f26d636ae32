//! The words that heads of papers use: names of bodies, places and offices.

use super::super::words::fold::fold;
use super::super::words::name::Name;
use super::super::words::when;

/// The line without the day at its end: "BOARD – 24 FEBRUARY 2010".
pub(super) fn without_date(line: &str) -> String {
    let start = when::days(line).first().map_or(line.len(), |day| day.at.start);
    let mut name = line[..start].trim_end();
    while let Some((before, last)) = name.rsplit_once(char::is_whitespace) {
        if when::weekday(last.trim_matches(',')).is_none()
            && !matches!(last, "on" | "-" | "\u{2013}" | "\u{2014}" | ",")
        {
            break;
        }
        name = before.trim_end();
    }
    let name = name.trim_end_matches(SIGNS);
    let name = without_opening(name);
    // "... of the Rivers Committee held in the Council Chamber"
    let name = name.split(" held ").next().unwrap_or(name).trim();
    let name = name.trim_end_matches(" held").trim();
    without_tail(without_code(without_lead(name))).to_owned()
}

/// The name without what its meeting and the paper are called before it: "Minutes of the
/// Annual Meeting of the Rivers Committee".
fn without_opening(name: &str) -> &str {
    let strip = |text: &'_ str, words: &[&str]| {
        let lower = text.to_lowercase();
        let found = words.iter().find(|word| lower.starts_with(**word)).map(|word| word.len());
        found.filter(|len| text.is_char_boundary(*len))
    };
    let after = |text: &mut &str, words: &[&str]| {
        let found = strip(text, words);
        *text = found.and_then(|len| text.get(len..)).unwrap_or(text).trim_start();
        found.is_some()
    };
    let mut rest = name;
    after(&mut rest, &["draft ", "confirmed ", "unconfirmed ", "approved "]);
    let paper = after(&mut rest, &["minutes of ", "notes of ", "agenda for ", "agenda of "]);
    let bare = if paper { rest } else { name };
    let article: &[&str] = &["the ", "a ", "an "];
    after(&mut rest, article);
    let named = rest;
    while after(&mut rest, SORTS) {}
    if after(&mut rest, &["meeting of ", "meetings of "]) {
        after(&mut rest, article);
        return rest;
    }
    if paper { named } else { bare }
}

/// The sorts of meeting that a paper names before the body.
const SORTS: &[&str] = &[
    "annual ",
    "extraordinary ",
    "full ",
    "general ",
    "hybrid ",
    "inaugural ",
    "monthly ",
    "ordinary ",
    "public ",
    "quarterly ",
    "remote ",
    "special ",
    "virtual ",
];

/// The signs that part the name of a body from the sort of paper it heads.
const SIGNS: [char; 6] = ['-', '\u{2013}', '\u{2014}', ',', ':', ' '];

/// The name without the sort of paper before it: "Draft minutes - Executive Board".
fn without_lead(name: &str) -> &str {
    const LEADS: [&str; 6] =
        ["minutes", "draft minutes", "confirmed minutes", "agenda", "draft agenda", "notes"];
    let parts =
        [" - ", " \u{2013} ", " \u{2014} ", ": "].iter().find_map(|sign| name.split_once(sign));
    let led = parts.filter(|(lead, _)| LEADS.contains(&fold(lead).as_str()));
    led.map_or(name, |(_, name)| name.trim())
}

/// The letters a body is known by, after its name: "Rivers Committee (RC)".
pub(super) fn code(line: &str) -> Option<String> {
    let (_, code) = line.trim().strip_suffix(')')?.rsplit_once(" (")?;
    let letters = code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    (letters && (1..=8).contains(&code.len())).then(|| code.to_owned())
}

/// The name without those letters.
fn without_code(name: &str) -> &str {
    match name.rsplit_once(" (") {
        Some((bare, _)) if code(name).is_some() => bare,
        _ => name,
    }
}

/// The name without what it heads: "Board of Directors Meeting Agenda", "Rivers Board
/// membership 2025/26".
fn without_tail(name: &str) -> &str {
    let mut name = without_years(name);
    while let Some((before, last)) = name.rsplit_once(' ') {
        let tail = ["agenda", "meeting", "minutes", "teleconference", "notes", "telecon", "draft"];
        if !tail.contains(&last.to_lowercase().as_str()) {
            break;
        }
        name = before.trim_end_matches(SIGNS);
    }
    name
}

/// The name without the municipal year after it, where one is, and without the word for
/// the roll that is of that year.
pub(super) fn without_years(name: &str) -> &str {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let years = |last: &str| {
        let pair = last.trim_matches(['(', ')']).split_once(['/', '-', '\u{2013}']);
        pair.is_some_and(|(first, second)| {
            first.len() == 4 && matches!(second.len(), 2 | 4) && digits(first) && digits(second)
        })
    };
    let Some((before, _)) = name.rsplit_once(' ').filter(|(_, last)| years(last)) else {
        return name;
    };
    let name = before.trim_end_matches(SIGNS);
    let roll = name.rsplit_once(' ').filter(|(_, roll)| fold(roll) == "membership");
    roll.map_or(name, |(body, _)| body.trim_end_matches(SIGNS))
}

/// Whether a line is somebody with where they come from: "Cllr A. Bell, Leader, Vale Council".
fn is_member(line: &str) -> bool {
    let named = line.split_once(',').map(|(name, _)| name);
    named.is_some_and(|name| !Name::of(name).title.is_empty())
}

/// Whether a line of its own can only be the name of a body that meets.
pub(super) fn is_body(name: &str) -> bool {
    const LAST: &[&str] = &[
        "committee",
        "subcommittee",
        "board",
        "cabinet",
        "council",
        "panel",
        "partnership",
        "forum",
        "executive",
        "commission",
        "assembly",
        "trust",
        "alliance",
        "group",
        "party",
        "team",
        "authority",
        "taskforce",
        "trustees",
        "governors",
    ];
    let folded = fold(name);
    // "Clerk to the Council", "Chairman of the Board"
    if HOLDERS.iter().any(|post| folded.starts_with(post))
        || folded.starts_with("officers ")
        || is_member(name)
    {
        return false;
    }
    if matches!(name, "Cabinet" | "CABINET" | "Executive" | "Full Council") {
        return true;
    }
    let count = folded.split(' ').count();
    let of =
        ["board of ", "council of ", "court of "].iter().any(|words| folded.starts_with(words));
    let ends = of
        || is_of_a_field(name)
        || folded.split(' ').next_back().is_some_and(|word| LAST.contains(&word));
    let stops = name.ends_with(['.', ';', '?']) || name.contains(':');
    let capital = name.chars().next().is_some_and(char::is_uppercase);
    ends && !stops
        && capital
        && count >= 2
        && !["report ", "resolved ", "agreed "].iter().any(|words| folded.starts_with(words))
        && !folded.contains(" of which ")
        && !folded.split(' ').any(|word| TELLS.contains(&word))
}

/// What the post of somebody who serves or leads a body begins with.
const HOLDERS: [&str; 12] = [
    "chair of",
    "chairman of",
    "chairperson of",
    "chief executive of",
    "clerk of",
    "clerk to",
    "director of",
    "head of",
    "leader of",
    "member of",
    "officer to",
    "secretary to",
];

/// Words that tell of something, and stand in no body's name.
const TELLS: [&str; 15] = [
    "was",
    "were",
    "is",
    "are",
    "be",
    "been",
    "by",
    "from",
    "had",
    "has",
    "have",
    "may",
    "will",
    "referred",
    "copyright",
];

/// Whether `name` says what body it is before it says what for, or whose: "Select Committee on
/// Health", "Joint Board for Waste", "Joint Committee of Vale and Downs".
fn is_of_a_field(name: &str) -> bool {
    const KINDS: [&str; 7] =
        ["committee", "board", "panel", "forum", "commission", "group", "partnership"];
    let words: Vec<&str> = name.split_whitespace().collect();
    let joint = fold(name).starts_with("joint ");
    let goes_on = |word: &str| matches!(word, "on" | "for") || joint && word == "of";
    let at = words
        .windows(2)
        .position(|pair| KINDS.contains(&fold(pair[0]).as_str()) && goes_on(&fold(pair[1])));
    let small = ["and", "the", "of", "for", "on", "in", "to", "with", "&"];
    let named = |word: &&str| {
        word.starts_with(char::is_uppercase) || small.contains(&word.to_lowercase().as_str())
    };
    at.is_some_and(|at| words.len() > at + 2) && words.len() <= 10 && words.iter().all(named)
}

/// Whether a line of its own names an authority by what it is: "Borough of Easthaven".
pub(super) fn is_authority(line: &str) -> bool {
    let folded = fold(line);
    let kinds =
        ["borough of ", "london borough of ", "royal borough of ", "city of ", "county of "];
    kinds.iter().any(|kind| folded.starts_with(kind))
        && folded.split(' ').count() <= 7
        && !line.ends_with(['.', ':', ','])
        && !is_body(line)
}

pub(super) fn is_post(line: &str) -> bool {
    let line = fold(line);
    [
        "head of",
        "director",
        "officer",
        "manager",
        "chief",
        "clerk",
        "secretary",
        "chair",
        "leader",
        "solicitor",
        "auditor",
        "treasurer",
        "engineer",
        "surveyor",
        "adviser",
        "advisor",
        "inspector",
        "superintendent",
        "consultant",
        "accountant",
        "coordinator",
        "portfolio holder",
        "cabinet member",
    ]
    .iter()
    .any(|word| line.contains(word))
}

/// A place that a line of its own names.
pub(super) fn place(line: &str) -> Option<String> {
    const PLACES: &[&str] = &[
        "hall", "room", "centre", "chamber", "offices", "office", "house", "street", "building",
        "library", "school", "hotel", "online", "teams", "zoom", "church", "college", "road",
        "suite", "pavilion", "theatre", "academy", "club",
    ];
    let said = line.rsplit_once(" at ").map_or(line, |(_, said)| said).trim().trim_end_matches(',');
    let said = ["the ", "Venue - ", "Location - ", "Place - ", "Venue \u{2013} "]
        .iter()
        .find_map(|word| said.strip_prefix(word))
        .unwrap_or(said);
    let folded = fold(said);
    let fits = folded.split(' ').any(|word| PLACES.contains(&word));
    let short = (1..=12).contains(&said.split_whitespace().count()) && !said.ends_with(['.', ':']);
    let sure = line.contains(',') || line.split_whitespace().count() <= 6;
    (fits && short && sure && when::days(said).is_empty() && said.starts_with(char::is_uppercase))
        .then(|| said.to_owned())
}

/// Where a sentence says that the meeting was held: "held in the Village Hall,
/// Church Lane on Monday 9 March 2026", "held on 9 March 2026 in the Village Hall".
pub(super) fn venue(line: &str) -> Option<String> {
    let held = [" held ", " Held "].iter().find_map(|held| line.split_once(held));
    let held = held.map(|(_, said)| said).or_else(|| line.strip_prefix("Held "));
    let Some(said) = held else {
        // "Meeting on 9 March 2026 at 2.00 pm, Shire Hall"
        let folded = fold(line);
        let first = folded.split(' ').next().unwrap_or_default();
        let dated = when::weekday(first).is_some() && !when::days(line).is_empty();
        let called = dated || folded.contains("meeting") || folded.starts_with("agenda for ");
        return called.then(|| after_time(line)).flatten();
    };
    let ends = [
        ", commencing",
        ", starting",
        ", finishing",
        " commencing",
        " starting",
        " finishing",
        " on ",
        " at ",
    ];
    let from = |said: &str| {
        let said =
            ["in the ", "at the ", "in ", "at "].iter().find_map(|lead| said.strip_prefix(lead))?;
        let end = ends.iter().filter_map(|end| said.find(end)).min().unwrap_or(said.len());
        let place = said[..end].trim().trim_end_matches([',', '.', ';']);
        let named = place.starts_with(char::is_uppercase) && place.split_whitespace().count() <= 12;
        (named && when::days(place).is_empty() && when::times(place).is_empty())
            .then(|| place.to_owned())
    };
    let later = |lead: &str| said.match_indices(lead).find_map(|(at, _)| from(said.get(at + 1..)?));
    let told = from(said).or_else(|| [" in the ", " at ", " in "].into_iter().find_map(later));
    told.or_else(|| after_time(said))
}

/// A place after the time, with no word for it: "at 2.00 pm, Committee Room 1".
fn after_time(said: &str) -> Option<String> {
    let (_, time) = when::times(said).into_iter().last()?;
    let rest = said.get(time.end..)?.trim_start_matches([',', ';', ' ']);
    place(
        ["in the ", "at the ", "in ", "at ", "via ", "on "]
            .iter()
            .find_map(|in_| rest.strip_prefix(in_))
            .unwrap_or(rest),
    )
}

/// Whether a line says when the meeting ended: "Meeting closed 12.40".
pub(super) fn ends(line: &str) -> bool {
    let folded = fold(line);
    let over = ["closed", "ended", "finished", "concluded", "terminated"];
    let begun = ["commenced", "commencing", "started", "began", "opened"];
    let has = |words: &[&str]| folded.split(' ').any(|word| words.contains(&word));
    (has(&over) || folded.contains(" rose at ")) && !has(&begun)
}

/// Whether the line is about another meeting or day than this paper's.
pub(super) fn speaks_of_another(line: &str) -> bool {
    let line = fold(line);
    [
        "last meeting",
        "previous",
        "next meeting",
        "published",
        "issued",
        "despatch",
        "minutes of the meeting held on",
        "deadline",
    ]
    .iter()
    .any(|phrase| line.contains(phrase))
        && !line.starts_with("minutes of the meeting")
        && !line.starts_with("minutes of a meeting")
}
