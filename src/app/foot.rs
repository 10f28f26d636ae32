//! The lines at the foot: how the meeting stands, what is on the disk, and what
//! can be done.

use super::page::{Page, key_hints};
use super::screen::{Look, Row};
use super::state::{Said, State};
use super::wrap;
use crate::model::Sitting;
use crate::rules::{closing, missing, room};

/// What part of the screen's lines something said takes at most.
const SAID: u16 = 3;

/// The most lines that the pages one can go to take.
const PAGES: usize = 4;

/// The lines at the foot: two, and more where what is said is longer than one.
#[must_use]
pub(super) fn rows(state: &State) -> Vec<Row> {
    let mut rows = vec![standing(state)];
    let said = said(state);
    let most = usize::from((state.size.1 / SAID).max(SAID));
    match &state.foot.said {
        _ if state.foot.prefix.is_some() => {
            rows.extend(said.broken(usize::from(state.size.0)).into_iter().take(PAGES));
        }
        Some(_) => rows.extend(said.broken(usize::from(state.size.0)).into_iter().take(most)),
        None => rows.push(said),
    }
    // What is laid over a page has keys of its own, which nothing said hides.
    if let (Some(over), Some(_)) = (&state.over, &state.foot.said) {
        rows.push(key_hints(over.hints()));
    }
    rows
}

/// How things stand. What is on the disk stands at the right, and is never cut.
fn standing(state: &State) -> Row {
    let saved = saved(state);
    let room = usize::from(state.size.0).saturating_sub(wrap::width(&saved.text()) + 2);
    let mut left = match (&state.page, state.sitting.as_deref()) {
        (Page::Meeting(page), Some(sitting)) => meeting(sitting, page.chosen, state, room),
        _ => book(state),
    };
    if wrap::width(&left.text()) > room {
        let text = wrap::cut(&left.text(), room);
        left = Row::plain(text);
    }
    let gap = usize::from(state.size.0)
        .saturating_sub(wrap::width(&left.text()) + wrap::width(&saved.text()));
    let mut row = left.and(" ".repeat(gap), Look::Plain);
    row.spans.extend(saved.spans);
    row
}

/// How many minutes before a meeting is to end that is said.
const SOON: i64 = 30;

/// Where the meeting is, what time it is and whether there is a quorum, in fewer
/// words where there is no room for all; then what is missing.
fn meeting(sitting: &Sitting, chosen: usize, state: &State, room: usize) -> Row {
    let at =
        sitting.current().and_then(|current| sitting.items.iter().position(|i| i.id == current.id));
    let item = sitting.items.get(at.unwrap_or(chosen)).map_or("", |item| item.number.as_str());
    let items = sitting.items.iter().filter(|item| !item.number.is_empty()).count();
    let (item, now) = (if item.is_empty() { "-" } else { item }, state.now.format("%H:%M"));
    let ends = closing::left(sitting, state.now).map(|left| left.num_minutes());
    let ends = ends.filter(|left| *left <= SOON).map(|left| match left {
        0.. => (format!(" {left} min left"), Look::Unsure),
        _ => (format!(" {} min over", -left), Look::Bad),
    });
    let quorum = room::quorum(sitting);
    let (mark, look) = if quorum.is_met() { ('✓', Look::Good) } else { ('✗', Look::Bad) };
    let tell = |at: String, between: &str, word: &str| {
        let mut row = Row::of(at, Look::Strong).and(format!("{between}{now}"), Look::Plain);
        if let Some((said, look)) = &ends {
            row = row.and(said.as_str(), *look);
        }
        let Some(needed) = quorum.needed else {
            return row.and(format!("{between}{} here", quorum.present), Look::Plain);
        };
        row.and(between, Look::Plain)
            .and(format!("{word} {}/{needed} {mark}", quorum.present), look)
    };
    // Whoever only follows can mend nothing, and may be the public.
    let follows = state.book.as_ref().is_some_and(|book| book.following);
    let lacks = if follows { Vec::new() } else { missing::missing(sitting) };
    let and = |row: Row, said: String| row.and(" · ", Look::Plain).and(said, Look::Unsure);
    let long = tell(format!("Item {item} of {items}"), " · ", "quorum");
    let all = lacks.iter().fold(long, |row, (lack, n)| and(row, lack.in_words(*n)));
    if wrap::width(&all.text()) <= room {
        return all;
    }
    // The first that fit, and how many more there are: none is only cut off.
    let mut shown = tell(format!("{item}/{items}"), " ", "q");
    for (at, (lack, n)) in lacks.iter().enumerate() {
        let left = lacks.len() - at;
        let next = and(shown.clone(), lack.in_words(*n));
        let more = if left > 1 { wrap::width(&format!(" · {} more", left - 1)) } else { 0 };
        if wrap::width(&next.text()) + more > room {
            let word = if at == 0 { "missing" } else { "more" };
            return and(shown, format!("{left} {word}"));
        }
        shown = next;
    }
    shown
}

fn book(state: &State) -> Row {
    let Some(book) = &state.book else { return Row::of("No book is open", Look::Dim) };
    let row = Row::of(book.name.as_str(), Look::Strong);
    if book.passing {
        // Its clock stands at the day of its meeting, which has to be said.
        return row
            .and(format!(" · {}", state.now.format("%-d %b %Y, %H:%M")), Look::Plain)
            .and(" · to try things on", Look::Dim);
    }
    row.and(format!(" · {}", state.now.format("%H:%M")), Look::Plain)
}

/// "saved 10:42:07 #37", only ever of what is on the disk; beside it, whether
/// something is still on its way.
fn saved(state: &State) -> Row {
    if state.book.as_ref().is_some_and(|book| book.read_only.is_some()) {
        return Row::of("read only", Look::Unsure);
    }
    let mut row = Row::new();
    if state.foot.saving || !state.waiting.is_empty() {
        row = row.and("saving… ", Look::Unsure);
    }
    let writing = matches!(&state.page, Page::Meeting(page) if page.writing.is_some());
    if writing && state.foot.kept.is_some() {
        row = row.and("draft kept ", Look::Dim);
    }
    match state.foot.saved {
        Some((at, count)) => {
            row.and(format!("saved {} #{count}", at.format("%H:%M:%S")), Look::Good)
        }
        None => row,
    }
}

/// What was just said, else the keys that matter here.
fn said(state: &State) -> Row {
    if let Some(prefix) = state.foot.prefix {
        let pages: Vec<(String, &str)> = super::command::DESTINATIONS
            .iter()
            .map(|(letter, _, help)| {
                let name = help.trim_start_matches("go to ").trim_start_matches("the ");
                (letter.to_string(), name.split(':').next().unwrap_or(name))
            })
            .collect();
        let pages: Vec<(&str, &str)> =
            pages.iter().map(|(letter, help)| (letter.as_str(), *help)).collect();
        let mut row = Row::of(format!("{prefix} "), Look::Key);
        row.spans.extend(key_hints(&pages).spans);
        if row.clone().broken(usize::from(state.size.0)).len() > PAGES {
            let letters: Vec<&str> = pages.iter().map(|(letter, _)| *letter).collect();
            let short = |help: &str| help.chars().take(4).collect::<String>();
            let some: Vec<String> =
                pages.iter().map(|(letter, help)| format!("{letter} {}", short(help))).collect();
            let some = format!("{prefix} {}", some.join(" "));
            let all = format!("{prefix} {}  (? lists them)", letters.join(" "));
            let fits = wrap::width(&some) <= usize::from(state.size.0);
            return Row::of(if fits { some } else { all }, Look::Key);
        }
        return row;
    }
    if !state.foot.jump.is_empty() {
        return Row::of("Item ", Look::Plain)
            .and(state.foot.jump.as_str(), Look::Strong)
            .and(": Enter takes it · Esc", Look::Dim);
    }
    match &state.foot.said {
        Some(Said::Done(text)) => Row::of(text.as_str(), Look::Good),
        Some(Said::Warned(text)) => Row::of(text.as_str(), Look::Unsure),
        Some(Said::Refused(text)) => Row::of(text.as_str(), Look::Bad),
        None => match &state.over {
            Some(over) => key_hints(over.hints()),
            None if state.book.as_ref().is_some_and(|book| book.following) => {
                key_hints(&[("↑↓", "another item"), ("?", "keys"), ("q", "leave")])
            }
            None => {
                let writes = state.book.as_ref().is_none_or(|book| book.read_only.is_none());
                state.page.hints(writes, usize::from(state.size.0))
            }
        },
    }
}
