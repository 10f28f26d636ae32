//! A column at the right of minutes typed as plain text, headed "ACTION", in which stand
//! the initials of whoever is to do what the words beside them say.

use super::super::words::fold::fold;

/// What heads such a column.
const HEADS: [&str; 5] = ["action", "actions", "action by", "action for", "by whom"];
/// The fewest columns that such a heading stands in.
const FAR: usize = 30;
/// How far before its heading the column may begin.
const EARLIER: usize = 6;

/// The column, as far as the paper has been read.
#[derive(Default)]
pub(super) struct Margin {
    /// Where it begins, in characters; nothing until its heading is met.
    from: Option<usize>,
    /// Who stands in it beside the paragraph being read.
    named: Vec<String>,
}

impl Margin {
    /// `line` without what stands in the column, and without its heading.
    pub(super) fn cut<'a>(&mut self, line: &'a str) -> &'a str {
        let Some((words, aside)) = line.trim_end().rsplit_once("   ") else { return line };
        let (words, aside) = (words.trim_end(), aside.trim());
        let at = line.trim_end().chars().count() - aside.chars().count();
        if at >= FAR && HEADS.contains(&fold(aside).as_str()) && is_capital(aside) {
            self.from = Some(at);
            return words;
        }
        let within = self.from.is_some_and(|from| at + EARLIER >= from);
        if within && !words.trim().is_empty() && is_initials(aside) {
            self.named.push(aside.to_owned());
            return words;
        }
        line
    }

    /// Who stood beside the paragraph just read, as a line under it says so.
    pub(super) fn told(&mut self) -> Option<String> {
        let named = std::mem::take(&mut self.named);
        (!named.is_empty()).then(|| format!("ACTION {}", named.join("/")))
    }
}

fn is_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// Whether `text` is initials, or several: "DQ", "AB/CH", "AB, CH", "ALL".
fn is_initials(text: &str) -> bool {
    let mut words = text.split(['/', ',', ' ', '&']).filter(|word| !word.is_empty()).peekable();
    let initials =
        |word: &str| (2..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    words.peek().is_some() && words.all(initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_in_the_column_are_told_under_their_paragraph() {
        let mut margin = Margin::default();
        assert_eq!(margin.cut("Levels were high.                        DQ").len(), 43);
        assert_eq!(margin.cut("                                         ACTION").trim(), "");
        assert_eq!(margin.cut("2.  Rivers   and locks"), "2.  Rivers   and locks");
        assert_eq!(margin.cut("Levels were high.                        DQ"), "Levels were high.");
        assert_eq!(margin.cut("He would write.                       AB/CH"), "He would write.");
        assert_eq!(margin.told().as_deref(), Some("ACTION DQ/AB/CH"));
        assert_eq!(margin.told(), None);
    }
}
