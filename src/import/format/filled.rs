//! Lines that a program broke to fill a page, as mail and converters do: the words go on in
//! the next line, which means nothing.

use super::super::words::when;
use super::line::{heading, is_rule, is_tabbed};

/// How narrow and how wide such pages are, in characters.
const NARROW: usize = 60;
const WIDE: usize = 100;

/// How many lines must be full before a page is taken to be filled.
const ENOUGH: usize = 2;

/// Whether the words of an item, `before`, break off in the middle of what `next` goes on
/// with, which hangs under them.
pub(super) fn breaks_off(before: &str, next: &str) -> bool {
    const TIES: &str = "a an and at by for from in of on or that the to with within";
    const LABELS: [&str; 4] = ["report", "presented", "lead", "paper"];
    let stops = before.ends_with(['.', ';', ':', '?', '!']);
    let last = before.rsplit(' ').next().unwrap_or_default();
    let first = next.split([' ', ':']).next().unwrap_or_default();
    let ties = TIES.split(' ').any(|tie| tie == last) || last.parse::<u32>().is_ok();
    let small = first.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    !stops && (ties || small && !LABELS.contains(&first))
}

/// Whether a day breaks off at the end of `before`, and `next` begins with its year: "held on
/// Monday 9 September / 2024 in the hall".
pub(super) fn parts_a_day(before: &str, next: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let month = words.next().is_some_and(|word| when::month(word).is_some());
    let day = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let year = next.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    month && day && year.len() == 4
}

/// The width that the lines of a paper are filled to; 0 where they are not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Filled(usize);

impl Filled {
    /// That of `lines`. A paper with a line that no page would hold is not filled, and what
    /// minutebook writes is read as it writes it.
    pub(super) fn of(lines: &[&str]) -> Self {
        let plain = |line: &&str| {
            let bare = line.trim();
            !bare.is_empty()
                && !bare.starts_with(['|', '+', '<', '>'])
                && !is_tabbed(line)
                && !is_rule(bare)
                && heading(bare).is_none()
        };
        let width = |line: &str| line.trim_end().chars().count();
        if lines.iter().any(|line| line.contains("Made with minutebook")) {
            return Self::default();
        }
        let longest = lines.iter().filter(|line| plain(line)).map(|line| width(line)).max();
        if longest.is_none_or(|longest| longest > WIDE) {
            return Self::default();
        }
        // Only lines that another follows are filled; in a list most have room to spare.
        let pairs = || lines.windows(2).filter(|pair| pair.iter().all(&plain));
        let widest = pairs().map(|pair| width(pair[0])).max().unwrap_or_default();
        let page = Self(if widest >= NARROW { widest } else { 0 });
        let full = pairs().filter(|pair| page.goes_on(width(pair[0]), pair[1])).count();
        if full >= ENOUGH && full * 2 >= pairs().count() { page } else { Self::default() }
    }

    /// Whether `next` goes on with the words of the line before, which is so `long`: its
    /// first word had no room there.
    pub(super) fn goes_on(self, long: usize, next: &str) -> bool {
        let mut words = next.split_whitespace();
        let first = words.clone().next().map_or(0, |word| word.chars().count());
        let labelled = words.by_ref().take(4).any(|word| word.ends_with(':'));
        self.0 > 0 && long + 1 + first > self.0 && !labelled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> Filled {
        Filled::of(&text.lines().collect::<Vec<_>>())
    }

    #[test]
    fn words_that_had_no_room_go_on() {
        let mail = "Apologies for absence were received from Councillor Cy Fox, Councillor Di\n\
            Orr and the Head of Planning, who was at a meeting of the county elsewhere\n\
            in town.\n";
        let page = filled(mail);
        let lines: Vec<&str> = mail.lines().collect();
        assert!(page.goes_on(lines[0].len(), lines[1]) && page.goes_on(lines[1].len(), lines[2]));
        assert!(!page.goes_on(lines[0].len(), "In attendance: Tom Ash, Clerk"), "a label begins");
        assert!(!page.goes_on(20, "Councillor Bob Ray"), "there was room");
    }

    #[test]
    fn one_long_name_in_a_list_fills_nothing() {
        let list = "Councillor Margaret Thistlewood-Hargreaves (Chair of the Planning Committee)\n\
            Councillor Bob Ray\nCouncillor Ann Lee\nTom Ash, Clerk\n";
        assert!(!filled(list).goes_on(77, "Councillor Bob Ray"));
    }

    #[test]
    fn a_list_and_a_paper_of_long_lines_are_not_filled() {
        let list = filled("Councillor Ann Lee (Chair)\nCouncillor Bob Ray\nTom Ash, Clerk\n");
        assert!(!list.goes_on(26, "Councillor Bob Ray"));
        let long = format!("{}\n{}\n", "word ".repeat(13), "word ".repeat(40));
        assert!(!filled(&long).goes_on(64, "word"));
    }
}
