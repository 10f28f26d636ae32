//! Running text cut into words, numbers and signs, each with its place.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Letters, with the apostrophes inside them.
    Word,
    /// Digits.
    Number,
    /// One character that is neither, and no space.
    Sign,
}

/// A piece of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// What it is.
    pub sort: Sort,
    /// Its characters.
    pub text: &'a str,
    /// Where it begins, in bytes.
    pub at: usize,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    #[must_use]
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it is the sign `sign`.
    #[must_use]
    pub fn is(&self, sign: char) -> bool {
        self.sort == Sort::Sign && self.text.chars().eq([sign])
    }

    /// Its value, if it is a number of a size that anything here has.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        if self.sort == Sort::Number { self.text.parse().ok() } else { None }
    }

    /// Whether it is the word `word`, in any case.
    #[must_use]
    pub fn says(&self, word: &str) -> bool {
        self.sort == Sort::Word && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is any of these words, in any case.
    #[must_use]
    pub fn says_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.says(word))
    }
}

/// Cuts `text` into tokens.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = vec![];
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let sort = match c {
            c if c.is_alphabetic() => Sort::Word,
            c if c.is_ascii_digit() => Sort::Number,
            _ => Sort::Sign,
        };
        let mut end = at + c.len_utf8();
        while let Some(&(next, c)) = chars.peek() {
            let goes_on = match sort {
                Sort::Word => c.is_alphabetic() || (is_apostrophe(c) && letter_after(text, next)),
                Sort::Number => c.is_ascii_digit(),
                Sort::Sign => false,
            };
            if !goes_on {
                break;
            }
            end = next + c.len_utf8();
            chars.next();
        }
        found.push(Token { sort, text: &text[at..end], at });
    }
    found
}

/// Whether `c` is an apostrophe, straight or curled.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}')
}

fn letter_after(text: &str, at: usize) -> bool {
    text[at..].chars().nth(1).is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_signs_are_told_apart() {
        let text = "Class of 2010, children\u{2019}s (20%)";
        let cut: Vec<&str> = tokens(text).iter().map(|t| t.text).collect();
        assert_eq!(cut, ["Class", "of", "2010", ",", "children\u{2019}s", "(", "20", "%", ")"]);
    }
}
