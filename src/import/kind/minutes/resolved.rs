//! Resolutions that are set out over several paragraphs, put together: the verb
//! on a line of its own, the parts under it, and who moved it after it.

use super::super::super::paper::{Block, Role};
use super::super::super::words::marker;
use super::{owed, said};

/// `blocks` with each thing decided in one line, its verb in front.
pub(super) fn joined(blocks: &[Block]) -> Vec<Block> {
    let mut joined = Joined::default();
    for block in blocks.iter().flat_map(parted) {
        joined.block(&block);
    }
    joined.blocks
}

/// The lines of a block that each say something of their own: what was decided,
/// who moved it, who is to do what.
fn parted(block: &Block) -> Vec<Block> {
    let mut parts: Vec<Block> = Vec::new();
    for line in block.text.split('\n') {
        let own = said::carried(line).is_some()
            || owed::action(line).is_some()
            || said::leads(line).is_some()
            || (said::decision(line).is_some() && line.starts_with(char::is_uppercase));
        let first = parts.is_empty();
        match parts.last_mut().filter(|last| !own && said::carried(&last.text).is_none()) {
            Some(last) => {
                last.text.push('\n');
                last.text.push_str(line);
            }
            None if first => parts.push(Block { text: line.to_owned(), ..block.clone() }),
            // What goes on after such a line is a paragraph of its own.
            None => {
                let (role, marker, text) = (Role::Line, String::new(), line.to_owned());
                parts.push(Block { role, marker, text, ..block.clone() });
            }
        }
    }
    parts
}

#[derive(Default)]
struct Joined {
    blocks: Vec<Block>,
    /// The verb whose matter follows it, what each part begins with, and whether
    /// any has been.
    lead: Option<(String, &'static str, bool)>,
    /// Whether what was decided last has its parts under it.
    open: bool,
}

impl Joined {
    fn block(&mut self, block: &Block) {
        let text = block.flat();
        let limb = !block.marker.is_empty();
        if let Some((lead, each, used)) = &mut self.lead {
            let waits = matches!(text.trim_end_matches([':', '-', ' ']), "That" | "that");
            if waits && !limb && !*used {
                return;
            }
            if limb || !*used {
                let matter = bare(&text);
                let said = format!("{lead}: {each}{matter}");
                *used = true;
                if !limb {
                    self.lead = None;
                    self.open = opens(matter);
                }
                return self.line(block, said);
            }
            self.lead = None;
        }
        if self.open && limb {
            let bullet = marker::is_bullet(&block.marker);
            let said = if bullet { text } else { block.full() };
            if let Some(last) = self.blocks.last_mut() {
                last.text = format!("{}\n{}", last.text, said.trim_end_matches("; and"));
            }
            return;
        }
        self.open = false;
        if let Some((lead, each)) = said::leads(&text) {
            self.lead = Some((self.moved(lead), each, false));
            return;
        }
        if let Some(how) = said::carried(&text)
            && let Some(last) = self.blocks.last_mut()
            && said::decision(&last.text).is_some_and(|decided| decided.how.count.is_none())
        {
            last.text = format!("{} ({how})", last.text);
            return;
        }
        if said::decision(&text).is_some() {
            self.open = opens(&text);
            return self.line(block, text);
        }
        self.blocks.push(block.clone());
    }

    fn line(&mut self, like: &Block, text: String) {
        let (role, marker) = (Role::Line, String::new());
        self.blocks.push(Block { role, marker, text, ..like.clone() });
    }

    /// The verb with who moved it, if the paragraph before only says that: "It was
    /// moved by Councillor Bell, seconded by Councillor Hart and".
    fn moved(&mut self, lead: String) -> String {
        let before = self.blocks.last().map(Block::flat).unwrap_or_default();
        let Some(movers) = said::movers(&before) else { return lead };
        self.blocks.pop();
        match lead.split_once(" (") {
            Some((verb, how)) => format!("{verb} ({movers}, {how}"),
            None => format!("{lead} ({movers})"),
        }
    }
}

/// The matter of one part, without what joins it to the next.
fn bare(text: &str) -> &str {
    let text = text.trim().trim_end_matches("; and").trim_end_matches(';').trim();
    ["That ", "that "].iter().find_map(|that| text.strip_prefix(that)).unwrap_or(text)
}

/// Whether parts are to follow.
fn opens(text: &str) -> bool {
    text.trim_end().ends_with([':', '-', '\u{2013}'])
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
        let found: Vec<String> = joined(&blocks).into_iter().map(|block| block.text).collect();
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
    fn parts_stand_under_what_opens_them() {
        check(
            &[
                ("", "RESOLVED:"),
                ("", "That the Cabinet be recommended to:"),
                ("(a)", "act; and"),
                ("(b)", "wait."),
            ],
            &["RESOLVED: the Cabinet be recommended to:\n(a) act\n(b) wait."],
        );
        check(
            &[("", "It was RESOLVED that these be paid:"), ("\u{2022}", "HMRC"), ("", "Next.")],
            &["It was RESOLVED that these be paid:\nHMRC", "Next."],
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
            &["RESOLVED: to appoint Ann. (moved by Cllr Bell, seconded by Cllr Hart, 6-0-0)"],
        );
    }
}
