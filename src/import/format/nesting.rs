//! How deep lists typed in plain text are nested: by the columns at which their markers and
//! their words begin.

use std::collections::HashMap;

/// The lists open at a line, and the numbers that were given at each depth before.
#[derive(Default)]
pub(super) struct Nesting {
    /// The columns at which the markers and the words of open lists begin.
    open: Vec<(usize, usize)>,
    /// Of each way of numbering at a column, the last number and how deep it stood.
    numbered: HashMap<(usize, String), (u32, usize)>,
}

impl Nesting {
    /// How deep an item stands whose marker begins at `indent` and its words at `words`.
    pub(super) fn item(&mut self, indent: usize, words: usize, marker: &str) -> u8 {
        let within = |(mark, word): &(usize, usize)| indent >= mark + 2 || indent >= *word;
        while self.open.last().is_some_and(|list| !within(list)) {
            self.open.pop();
        }
        let digits = |c: &char| c.is_ascii_digit();
        let number: String = marker.chars().filter(digits).collect();
        let shape = (indent, marker.chars().filter(|c| !digits(c)).collect::<String>());
        if let Ok(number) = number.parse::<u32>() {
            // A number that goes on from one at this column stands as deep as that, whatever
            // list came between them.
            let before =
                self.numbered.get(&shape).filter(|(last, _)| last.checked_add(1) == Some(number));
            if let Some((_, depth)) = before {
                self.open.truncate(*depth);
            }
            self.numbered.insert(shape, (number, self.open.len()));
        }
        let depth = self.open.len();
        self.open.push((indent, words));
        u8::try_from(depth).unwrap_or(u8::MAX)
    }

    /// How deep a line stands that begins at `indent` and is no item.
    pub(super) fn line(&mut self, indent: usize) -> u8 {
        while self.open.last().is_some_and(|(mark, _)| indent <= *mark) {
            self.open.pop();
        }
        u8::try_from(self.open.len()).unwrap_or(u8::MAX)
    }

    /// Whether a line that begins at `indent` stands further out than the last item.
    pub(super) fn is_outside(&self, indent: usize) -> bool {
        self.open.last().is_some_and(|(mark, _)| indent < *mark)
    }

    /// Whether a line that begins at `indent` stands under the words of the last item.
    pub(super) fn hangs(&self, indent: usize) -> bool {
        self.open.last().is_some_and(|(_, words)| indent == *words)
    }

    /// Ends all lists.
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }
}
