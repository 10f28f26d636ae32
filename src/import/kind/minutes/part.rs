//! Minutes cut into their parts: the roll, the items, and what comes after.

use super::super::super::paper::{Block, Role};
use super::super::super::report::Report;
use super::super::super::words::closed::{self, Said};
use super::super::super::words::fold::fold;
use super::super::super::words::marker;
use super::super::super::words::name::Name;
use super::super::super::words::when;
use super::super::agenda::outline::own_lines;
use super::super::agenda::purpose;
use super::super::agenda::run;
use super::super::agenda::title;
use super::super::letterhead::{is_body, without_date};
use super::event::Declared;
use super::number::{self, lettered_at, lettered_run, minute_number, through_the_year, year_first};
use super::roll::{self, Listed};
use super::{label, last, listing, said};
use crate::model::{AttendanceStatus, ItemKind};

/// The minute of one item, as found.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// The number of the item, as printed; where it stands, if no item of the
    /// paper has one; empty if others have and it has none.
    pub(super) item: String,
    /// The number of the minute and its year, as far as they are printed: 26 and
    /// 2009.
    pub(super) minute: Option<(u32, Option<i32>)>,
    /// What it is about.
    pub(super) title: String,
    /// Where it begins.
    pub(super) place: String,
    /// What is under it.
    pub(super) blocks: Vec<Block>,
    /// Whether it was cut off the end of the item before it.
    pub(super) cut_off: bool,
}

impl Part {
    /// What it is for: by its title, or as what it resolves shuts the public out.
    pub(super) fn kind(&self) -> ItemKind {
        const SHUT: [&str; 4] =
            ["exempt information", "exempt matters", "private session", "confidential business"];
        if SHUT.contains(&fold(&self.title).as_str()) && self.only_excludes() {
            return ItemKind::Exclusion;
        }
        purpose::of(&self.title, "")
    }

    /// Whether all that it says is that the public be excluded: what else it says may be what
    /// they were excluded from.
    pub(super) fn only_excludes(&self) -> bool {
        const ENDS: [&str; 7] = [
            "disclosed",
            "schedule 12a",
            "act 1972",
            "exempt information",
            "disclosing it",
            "being the greater",
            "that act",
        ];
        let excludes = |block: &Block| {
            let text = block.flat();
            let bare = text.trim().trim_end_matches('.');
            // One sentence, which ends in the grounds for it.
            let one = !bare.contains(". ") && !bare.contains([';', '\n']);
            let ends = ENDS.iter().any(|end| bare.to_lowercase().ends_with(end));
            let last = bare.rsplit(' ').next().unwrap_or_default();
            let numbered = last.chars().all(|c| c.is_ascii_digit());
            one && (ends || numbered)
                && said::decision(&text).is_some()
                && matches!(closed::said(&text), Some(Said::Excluded(..)))
        };
        let how = |block: &Block| {
            let text = block.flat();
            said::leads(&text).is_some() || said::carried(&text).is_some()
        };
        self.blocks.iter().any(excludes)
            && self.blocks.iter().all(|block| excludes(block) || how(block))
    }
}

/// All parts of the minutes.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Who came.
    pub(super) roll: Vec<Listed>,
    /// The items.
    pub(super) items: Vec<Part>,
    /// The interests that tables list.
    pub(super) declared: Vec<Declared>,
}

/// Cuts `blocks` up.
pub(super) fn parts(blocks: &[&Block], report: &mut Report) -> Parts {
    let end = blocks.iter().position(|block| ends(block)).unwrap_or(blocks.len());
    if end < blocks.len() {
        let text = format!("{} paragraphs after the minutes, not read in", blocks.len() - end);
        report.pass(format!("{} onwards", blocks[end].place), text);
    }
    let blocks = &blocks[..end];
    let next = another(blocks).unwrap_or(blocks.len());
    if next < blocks.len() {
        let text = format!(
            "the minutes of another meeting begin here, and {} paragraphs were not read in: give them a paper of their own",
            blocks.len() - next
        );
        report.warn(blocks[next].place.clone(), text);
    }
    let blocks = &blocks[..next];
    let roll_end = listing::numbered_end(blocks);
    let starts = starts(&blocks[roll_end..]);
    let starts: Vec<usize> = starts.into_iter().map(|at| at + roll_end).collect();
    let Some(first) = starts.first().copied() else { return Parts::default() };
    let mut unread = vec![];
    let mut roll = roll::read(&blocks[..first], &mut unread);
    let last = last::begins(blocks, &starts).unwrap_or(blocks.len());
    let ends = starts.iter().skip(1).copied().chain([last]);
    let mut items: Vec<Part> =
        starts.iter().zip(ends).map(|(from, to)| part(&blocks[*from..to])).collect();
    year_first(&mut items);
    if !starts.iter().any(|at| blocks[*at].text.contains("Agenda Item")) {
        through_the_year(&mut items);
    }
    if items.iter().all(|part| part.item.is_empty()) {
        for (nth, part) in (1..).zip(&mut items) {
            part.item = u32::to_string(&nth);
        }
    }
    if let Some((part, rest)) = last::part(&blocks[last..]) {
        let rest = rest.iter().map(|block| (*block).clone());
        items.last_mut().into_iter().for_each(|item| item.blocks.extend(rest.clone()));
        items.push(part);
    }
    // Those who sent apologies may be named under the item for them alone.
    for part in items.iter().filter(|part| is_apologies(part)) {
        let away = roll::away(&part.blocks, &mut unread);
        for found in away {
            let had =
                roll.iter_mut().find(|had| had.status == found.status && same_name(had, &found));
            match had {
                Some(had) if had.in_place_of.is_empty() => had.in_place_of = found.in_place_of,
                Some(_) => {}
                None => roll.push(found),
            }
        }
    }
    both_ways(&mut roll, report);
    for (place, text) in unread {
        report.pass(place, text);
    }
    Parts { roll, items, declared: Vec::new() }
}

/// Where the minutes of a later meeting begin, as those of the first do at the head of the
/// paper: with a heading that calls them so, or with who was there under it. The minutes of
/// another meeting that are only spoken of are business.
fn another(blocks: &[&Block]) -> Option<usize> {
    let opens = |block: &Block| {
        let text = block.flat();
        let calls = block.marker.is_empty() && fold(&text).starts_with("minutes of");
        let short = calls && text.split_whitespace().count() <= 30;
        when::days(if short { &text } else { "" }).first().map(|day| day.on)
    };
    let (at, first) =
        blocks.iter().take(HEAD).enumerate().find_map(|(at, b)| Some((at, opens(b)?)))?;
    let heads = |at: usize| {
        let lists = |block: &&Block| {
            matches!(label::label(&block.flat()), Some((label::Label::Came(..), _)))
        };
        blocks[at].role == Role::Heading || blocks[at + 1..].iter().take(HEAD / 2).any(lists)
    };
    let later = |at: &usize| opens(blocks[*at]).is_some_and(|day| day > first) && heads(*at);
    (at + 1..blocks.len()).find(later)
}

/// How many paragraphs the head of minutes has at most.
const HEAD: usize = 12;

/// Tells of those who are listed as there and as having sent apologies, and takes them to
/// have been there.
fn both_ways(roll: &mut Vec<Listed>, report: &mut Report) {
    let came = |listed: &Listed| listed.status == AttendanceStatus::Present;
    let there: Vec<Listed> = roll.iter().filter(|listed| came(listed)).cloned().collect();
    roll.retain(|sent| {
        let sent_word = sent.status == AttendanceStatus::Apologies;
        let both = sent_word && there.iter().any(|had| same_name(had, sent));
        if both {
            let text = format!(
                "{} is listed as present and as having sent apologies; taken as present",
                sent.name
            );
            report.warn(sent.place.clone(), text);
        }
        !both
    });
}

fn is_apologies(part: &Part) -> bool {
    let title = fold(&part.title);
    ["apologies", "apology"].iter().any(|word| title.split(' ').any(|said| said == *word))
}

/// Whether two of the roll are one: the same name, or the same family name and
/// initial.
fn same_name(had: &Listed, found: &Listed) -> bool {
    let name = |listed: &Listed| Name::of(&listed.name);
    let (a, b) = (name(had), name(found));
    let initial = |name: &Name| fold(&name.given).chars().next();
    fold(&a.family) == fold(&b.family) && (initial(&a) == initial(&b) || b.given.is_empty())
}

/// Whether what follows only repeats or serves the minutes.
fn ends(block: &Block) -> bool {
    let text = fold(&block.flat());
    block.role == Role::Heading
        && [
            "summary of action",
            "summary of resolution",
            "diagnostics",
            "appendix",
            "annex",
            "attachments",
        ]
        .iter()
        .any(|words| text.starts_with(words))
}

/// Where the items begin: at minute numbers, else at a run of numbers, else at
/// the headings below the one that says "minutes".
fn starts(blocks: &[&Block]) -> Vec<usize> {
    let all = |test: &dyn Fn(&Block) -> bool| -> Vec<usize> {
        (0..blocks.len()).filter(|at| test(blocks[*at])).collect()
    };
    let lettered = lettered_run(blocks);
    let mut numbered = all(&|block| minute_number(block).is_some() && lettered_at(block).is_none());
    numbered.dedup_by(|at, before| number::says_more_of(blocks[*at], blocks[*before]).is_some());
    if numbered.len() >= 2.max(lettered.len()) {
        return numbered;
    }
    let run = run::longest(blocks);
    // Minutes numbered through the year begin anywhere.
    let on = run::longest_on(blocks);
    let run = if on.len() > run.len() { on } else { run };
    let headings = run::headings(blocks);
    let run = if headings.len() > run.len() { headings } else { run };
    if lettered.len() >= 2.max(run.len()) {
        return lettered;
    }
    if run.len() >= 3 || run.len() >= 2 && run.iter().all(|at| blocks[*at].role == Role::Heading) {
        return with_rows(blocks, run);
    }
    let from = blocks.iter().position(|block| {
        let text = fold(&block.flat());
        block.role == Role::Heading && (text == "meeting minutes" || text == "minutes")
    });
    let from = from.map_or(0, |at| at + 1);
    let headed = |block: &Block| {
        let names = block.level == 0
            || super::is_title(block)
            || label::label(&block.flat()).is_some()
            || names_body(block, blocks);
        block.role == Role::Heading && !names
    };
    let levels: Vec<usize> = blocks[from..]
        .iter()
        .filter(|block| headed(block))
        .map(|block| usize::from(block.level))
        .collect();
    let deepest_common =
        levels.iter().copied().max_by_key(|level| levels.iter().filter(|l| **l == *level).count());
    let Some(level) = deepest_common else { return run };
    let found: Vec<usize> = (from..blocks.len())
        .filter(|at| headed(blocks[*at]) && usize::from(blocks[*at].level) == level)
        .collect();
    // What is decided before a list of numbers is business, so the list is no order of it.
    let late = run.first().is_some_and(|first| {
        blocks[..*first].iter().any(|block| said::decision(&block.flat()).is_some())
    });
    if found.len() > run.len() || late && found.len() == run.len() { found } else { run }
}

/// Whether a heading names the body that met: the first line of the paper that does.
fn names_body(block: &Block, blocks: &[&Block]) -> bool {
    let first = blocks.iter().take(HEAD / 2).find(|block| is_body(&without_date(&block.flat())));
    first.is_some_and(|first| first.place == block.place)
}

/// The beginnings of items, with those that rows of the same table number as parts of an
/// item: "3.1" in a column of numbers is business of its own.
fn with_rows(blocks: &[&Block], run: Vec<usize>) -> Vec<usize> {
    let in_rows = |at: &usize| blocks[*at].role == Role::Item && blocks[*at].place.contains("row");
    if !run.iter().all(in_rows) {
        return run;
    }
    let part = |at: &usize| {
        let marker = blocks[*at].marker.trim_end_matches(['.', ')']);
        in_rows(at) && marker.split_once('.').is_some_and(|(n, m)| !n.is_empty() && !m.is_empty())
    };
    let mut all: Vec<usize> = (0..blocks.len()).filter(part).chain(run).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn part(blocks: &[&Block]) -> Part {
    let mut part = Part::default();
    let Some((first, rest)) = blocks.split_first() else { return part };
    part.place.clone_from(&first.place);
    part.blocks = rest.iter().map(|block| number::bare(block, first)).collect();
    let (own, under) = own_lines(&first.text);
    let line =
        |text: String| Block { role: Role::Line, marker: String::new(), text, ..(*first).clone() };
    part.blocks.splice(0..0, under.into_iter().map(line));
    let printed = if let Some((number, year, title)) = minute_number(first) {
        part.minute = Some((number, year));
        // A title of more than one line is joined to its first.
        let joined = own.split('\n').next().unwrap_or_default();
        if joined.len() > title.len() && joined.contains(&title) {
            joined[joined.find(&title).unwrap_or(0)..].to_owned()
        } else {
            title
        }
    } else {
        let parts = marker::parts(&first.marker);
        let figures = parts.iter().all(|part| part.chars().all(|c| c.is_ascii_digit()));
        part.item = if figures { parts.join(".") } else { parts.concat() };
        own
    };
    let mut line = super::super::agenda::line::Line::default();
    let (own, item) = agenda_item(&printed);
    if let Some(item) = item {
        part.item = item;
    }
    title::read(&own, &mut line);
    part.title = line.title;
    if part.title.is_empty()
        && let Some(block) = part.blocks.first().cloned()
    {
        part.blocks.remove(0);
        part.title = block.flat();
    }
    if part.item.is_empty()
        && let Some(block) = part.blocks.first().cloned()
        && let (own, Some(item)) = agenda_item(&block.flat())
        && own.is_empty()
    {
        part.blocks.remove(0);
        part.item = item;
    }
    part
}

/// "TITLE (Agenda Item 5)": the title and the number.
fn agenda_item(text: &str) -> (String, Option<String>) {
    let lower = text.to_ascii_lowercase();
    let open = ["(agenda item ", "(agenda no. ", "(item "]
        .into_iter()
        .find_map(|words| Some((lower.find(words)?, words.len())));
    let Some((at, length)) = open else {
        return (text.to_owned(), None);
    };
    let inside = text[at + length..].split(')').next().unwrap_or_default().trim().to_owned();
    let after = text[at..].split_once(')').map_or("", |(_, after)| after);
    (format!("{}{after}", text[..at].trim_end()).trim().to_owned(), Some(inside))
}
