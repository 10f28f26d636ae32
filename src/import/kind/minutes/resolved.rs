//! Resolutions that are set out over several paragraphs, put together: the verb
//! on a line of its own, the parts under it, and who moved it after it.

use super::super::super::paper::{Block, Role};
use super::super::super::words::marker;
use super::how::How;
use super::parted::{moved_from, parted};
use super::usual::{self, usual};
use super::{attached, owed, said, voted};

/// A paragraph, and which resolution it is a part of, if several are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What it says.
    pub(super) block: Block,
    /// Of the resolutions set out in parts, which one, counted from 1.
    pub(super) of: Option<usize>,
}

/// `blocks` with each thing decided in one line, its verb in front.
pub(super) fn joined(blocks: &[Block]) -> Vec<Line> {
    let mut joined = Joined::default();
    let each = |block: &Block| owed::several(block).unwrap_or_else(|| vec![block.clone()]);
    let blocks: Vec<Block> = owed::headed(blocks).iter().flat_map(each).collect();
    for block in voted::together(&blocks).iter().flat_map(parted) {
        match opened(&block) {
            Some(two) => two.iter().for_each(|block| joined.block(block)),
            None => joined.block(&block),
        }
    }
    joined.given_up();
    joined.lines
}

/// The verb and the first part after it, where the others stand below: "RESOLVED - (i)
/// That it be done;".
fn opened(block: &Block) -> Option<[Block; 2]> {
    let text = block.flat();
    let (mark, next) = [("(i) ", "(ii) "), ("(a) ", "(b) "), ("(1) ", "(2) ")]
        .into_iter()
        .find(|(mark, _)| text.contains(mark))?;
    let (verb, part) = text.split_once(mark)?;
    let verb = format!("{}:", verb.trim_end().trim_end_matches(['-', '\u{2013}', ':', ' ']));
    let apart = !part.contains(next)
        && (part.trim_end().ends_with(';') || part.trim_end().ends_with(" and"))
        && said::leads(&verb).is_some();
    let part = Block {
        role: Role::Line,
        marker: mark.trim_end().to_owned(),
        text: part.to_owned(),
        ..block.clone()
    };
    apart.then(|| [Block { text: verb, ..block.clone() }, part])
}

/// A verb whose matter follows it.
struct Lead {
    /// The verb, and how it was carried.
    said: String,
    /// What each part begins with.
    each: String,
    /// Whether any part has been.
    used: bool,
    /// How its parts are numbered.
    sort: Option<Sort>,
    /// The paragraphs it was read from.
    from: Vec<Line>,
}

/// How the parts of something are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Figures,
    Roman,
    Letters,
}

impl Sort {
    /// That of a marker: "(1)", "(iv)", "(a)".
    fn of(marker: &str) -> Option<Self> {
        let bare = marker.trim_matches(['(', ')', '.']);
        let all = |of: &dyn Fn(char) -> bool| !bare.is_empty() && bare.chars().all(of);
        if all(&|c| c.is_ascii_digit()) {
            Some(Self::Figures)
        } else if all(&|c| matches!(c, 'i' | 'v' | 'x')) {
            Some(Self::Roman)
        } else {
            all(&|c| c.is_ascii_lowercase()).then_some(Self::Letters)
        }
    }
}

#[derive(Default)]
struct Joined {
    lines: Vec<Line>,
    /// The verb whose matter follows.
    lead: Option<Lead>,
    /// How many verbs have led.
    leads: usize,
    /// Whether what was decided last has its parts under it.
    open: bool,
    /// What the next paragraph tells of what was decided last.
    beside: Option<&'static str>,
}

impl Joined {
    fn block(&mut self, block: &Block) {
        let text = usual(&block.flat());
        if self.is_beside(&text) {
            return;
        }
        let limb = !block.marker.is_empty();
        let decides = said::decision(&text).is_some() && !text.starts_with("That ");
        if decides || owed::action(&text).is_some() {
            self.given_up();
        }
        if let Some(lead) = &mut self.lead {
            let waits = matches!(text.trim_end_matches([':', '-', ' ']), "That" | "that");
            if waits && !limb && !lead.used {
                return;
            }
            let sort = Sort::of(&block.marker);
            if limb && self.open && lead.sort.is_some_and(|of| Some(of) != sort) {
                return self.under(block, text);
            }
            if limb || !lead.used {
                lead.sort = lead.sort.or(sort);
                let matter = bare(&text);
                let said = format!("{}: {}{matter}", lead.said, lead.each);
                lead.used = true;
                self.open = opens(matter);
                if !limb {
                    self.lead = None;
                }
                return self.line(block, said, Some(self.leads));
            }
            self.lead = None;
        }
        if self.open && limb {
            return self.under(block, text);
        }
        self.open = false;
        if let Some((said, each)) = said::leads(&text) {
            return self.led_by(block, said, each);
        }
        if let Some(how) = said::carried(&text)
            && let Some(last) = self.lines.last_mut()
            && said::decision(&last.block.text).is_some_and(|decided| decided.how.count.is_none())
        {
            last.block.text = format!("{} ({how})", last.block.text);
            return;
        }
        if let Some((how, named)) = voted::alone(&text)
            && self.voted(&text, &how, named)
        {
            return;
        }
        if said::decision(&text).is_some() {
            self.open = opens(&text);
            return self.line(block, text, None);
        }
        self.lines.push(Line { block: block.clone(), of: None });
    }

    /// Puts a part under what was decided last.
    fn under(&mut self, block: &Block, text: String) {
        let said = if marker::is_bullet(&block.marker) { text } else { block.full() };
        if let Some(last) = self.lines.last_mut() {
            last.block.text = format!("{}\n{said}", last.block.text);
        }
    }

    /// Whether `text` only tells of the decision before it why, or what else was thought of:
    /// the line that says so, or the paragraph after that.
    fn is_beside(&mut self, text: &str) -> bool {
        if let Some(label) = self.beside.take() {
            return self.tells(label, text);
        }
        if attached::is_all(text) {
            return self.tells(" ", text);
        }
        self.beside = attached::announced(text).filter(|_| self.decided().is_some());
        if self.beside.is_some() {
            self.given_up();
            self.open = false;
        }
        self.beside.is_some()
    }

    /// Where the decision begins that stands last, with all of its parts.
    fn decided(&self) -> Option<usize> {
        let of = self.lines.last()?.of;
        let from = match of {
            Some(_) => self.lines.iter().rposition(|line| line.of != of).map_or(0, |at| at + 1),
            None => self.lines.len() - 1,
        };
        let all = self.lines[from..].iter().all(|line| said::decision(&line.block.text).is_some());
        all.then_some(from)
    }

    /// Adds the reasons for the decision that stands before them, or what else was thought
    /// of, to each part of it.
    fn tells(&mut self, label: &str, text: &str) -> bool {
        let Some(from) = self.decided() else { return false };
        let told = format!("{label}{text}");
        self.lines[from..].iter_mut().for_each(|line| line.block.text.push_str(&told));
        true
    }

    /// Adds a vote to the decision that stands before it, to each part of one that was set
    /// out in parts; `false` if there is none, or it says already how it was carried.
    fn voted(&mut self, text: &str, how: &How, named: bool) -> bool {
        let Some(from) = self.decided() else { return false };
        let open = |line: &Line| {
            said::decision(&line.block.text).is_some_and(|decided| match decided.how.count {
                None => true,
                // The names may stand below a count of them.
                Some(_) => named && decided.how.named.is_empty(),
            })
        };
        if !self.lines[from..].iter().all(open) {
            return false;
        }
        let told = if named { format!(" {text}") } else { format!(" ({})", how.in_words()) };
        for line in &mut self.lines[from..] {
            let said = &mut line.block.text;
            // What is told beside it stays at the end.
            said.insert_str(attached::begins(said).unwrap_or(said.len()), &told);
        }
        true
    }

    fn line(&mut self, like: &Block, text: String, of: Option<usize>) {
        let (role, marker) = (Role::Line, String::new());
        self.lines.push(Line { block: Block { role, marker, text, ..like.clone() }, of });
    }

    /// A verb that nothing followed is a paragraph like any other, and so is who
    /// moved what never came.
    fn given_up(&mut self) {
        if let Some(lead) = self.lead.take().filter(|lead| !lead.used) {
            self.lines.extend(lead.from);
        }
    }

    /// The verb with who moved it, if the paragraph before only says that: "It was
    /// moved by Councillor Bell, seconded by Councillor Hart and".
    fn led_by(&mut self, block: &Block, said: String, each: String) {
        let mut from = vec![Line { block: block.clone(), of: None }];
        let before = self.lines.last().map(|line| line.block.flat()).unwrap_or_default();
        let moved = moved_from(&before);
        let said = match (said::movers(&before[moved..]), said.split_once(" (")) {
            (None, _) => said,
            (Some(movers), how) => {
                let mut told = self.lines.pop();
                // What was said before they moved it is a paragraph as it was.
                if let Some(line) = told.as_mut().filter(|_| moved > 0) {
                    let (said, moves) = before.split_at(moved);
                    let block = Block { text: said.trim_end().to_owned(), ..line.block.clone() };
                    moves.clone_into(&mut line.block.text);
                    self.lines.push(Line { block, of: line.of });
                }
                from.splice(0..0, told);
                match how {
                    Some((verb, how)) => format!("{verb} ({movers}, {how}"),
                    None => format!("{said} ({movers})"),
                }
            }
        };
        self.leads += 1;
        self.lead = Some(Lead { said, each, used: false, sort: None, from });
    }
}

/// The matter of one part, without what joins it to the next.
fn bare(text: &str) -> &str {
    let text = text.trim().trim_end_matches("; and").trim_end_matches(';').trim();
    usual::without_that(text)
}

/// Whether parts are to follow.
fn opens(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with([':', '-', '\u{2013}'])
        || [" subject to", " that", " to", " the following"].iter().any(|end| text.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(marker: &str, text: &str) -> Block {
        let (role, marker) = (Role::Line, marker.to_owned());
        Block { place: String::new(), role, level: 0, marker, text: text.to_owned(), nth: 0 }
    }

    #[track_caller]
    fn check(blocks: &[(&str, &str)], want: &[&str]) {
        let blocks: Vec<Block> = blocks.iter().map(|(marker, text)| block(marker, text)).collect();
        let found: Vec<String> = joined(&blocks).into_iter().map(|line| line.block.text).collect();
        assert_eq!(found, want);
    }

    #[test]
    fn a_verb_on_its_own_line_leads_what_follows_it() {
        check(
            &[("", "RESOLVED:"), ("", "That the minutes be approved."), ("", "Noted.")],
            &["RESOLVED: the minutes be approved.", "Noted."],
        );
        check(
            &[
                ("", "RESOLVED: That -"),
                ("(1)", "the draft be approved;"),
                ("(2)", "Ann report."),
                ("", "Talk."),
            ],
            &["RESOLVED: the draft be approved", "RESOLVED: Ann report.", "Talk."],
        );
    }

    #[test]
    fn the_first_part_may_stand_beside_the_verb() {
        check(
            &[("", "RESOLVED - (i) That Ann be appointed;"), ("(ii)", "that Carl be removed.")],
            &["RESOLVED: Ann be appointed", "RESOLVED: Carl be removed."],
        );
        check(
            &[("", "RESOLVED that (a) it be done; (b) Ann report.")],
            &["RESOLVED that (a) it be done; (b) Ann report."],
        );
    }

    #[test]
    fn a_verb_that_nothing_follows_is_kept_as_it_stands() {
        let moved = "It was moved by Cllr Bell, seconded by Cllr Hart and";
        check(&[("", moved), ("", "AGREED")], &[moved, "AGREED"]);
        check(
            &[("", "AGREED"), ("", "ACTION: Ann Bell to write.")],
            &["AGREED", "ACTION: Ann Bell to write."],
        );
        check(
            &[("", "RESOLVED to plant elms."), ("", "Talk.")],
            &["RESOLVED to plant elms.", "Talk."],
        );
    }

    #[test]
    fn the_parts_of_one_resolution_are_known_from_two_resolutions() {
        let blocks = [
            block("", "RESOLVED (by 6 votes to 2):"),
            block("(a)", "That it be done."),
            block("(b)", "That Ann report."),
            block("", "RESOLVED unanimously that it be paid."),
        ];
        let of: Vec<_> = joined(&blocks).into_iter().map(|line| line.of).collect();
        assert_eq!(of, [Some(1), Some(1), None]);
    }

    #[test]
    fn parts_stand_under_what_opens_them() {
        check(
            &[
                ("", "RESOLVED:"),
                ("", "That the Cabinet be recommended to:"),
                ("(a)", "act; and"),
                ("(b)", "wait."),
            ],
            &["RESOLVED: the Cabinet be recommended to:\n(a) act; and\n(b) wait."],
        );
        check(
            &[("", "It was RESOLVED that these be paid:"), ("\u{2022}", "HMRC"), ("", "Next.")],
            &["RESOLVED that these be paid:\nHMRC", "Next."],
        );
    }

    #[test]
    fn who_moved_it_is_said_with_it() {
        check(
            &[
                ("", "It was moved by Cllr Bell, seconded by Cllr Hart and"),
                ("", "RESOLVED (by 6 votes to 2):"),
                ("", "That it be done."),
            ],
            &["RESOLVED (moved by Cllr Bell, seconded by Cllr Hart, by 6 votes to 2): it be done."],
        );
        check(
            &[
                ("(b)", "RESOLVED: to appoint Ann."),
                ("", "Proposed by Cllr Bell, seconded by Cllr Hart (6-0-0)."),
            ],
            &[
                "RESOLVED: to appoint Ann. (moved by Cllr Bell, seconded by Cllr Hart, 6 for, 0 against, 0 abstained)",
            ],
        );
    }
}
