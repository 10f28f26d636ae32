//! The spelling thread: words that the machine's own British dictionary, where
//! it has one, does not know.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use unicode_segmentation::UnicodeSegmentation as _;

use super::desk::Heard;
use crate::app::Msg;

/// Where systems keep the dictionary, without its ending.
const PLACES: [&str; 4] = [
    "/usr/share/hunspell/en_GB",
    "/usr/share/myspell/en_GB",
    "/Library/Spelling/en_GB",
    "C:/Program Files/LibreOffice/share/extensions/dict-en/en_GB",
];

/// The thread, and how to ask it.
pub(super) struct Speller {
    tell: Sender<Heard>,
    ask: Option<Sender<Ask>>,
}

/// A text to look through, and the names in it that are no mistakes.
pub(super) struct Ask {
    /// The text.
    pub(super) text: String,
    /// Names of people and partnerships, as the book spells them.
    pub(super) names: Vec<String>,
}

impl Speller {
    /// One with no thread yet.
    pub(super) fn new(tell: Sender<Heard>) -> Self {
        Self { tell, ask: None }
    }

    /// Asks for a text to be looked through, in place of any before; where there is
    /// no dictionary, nothing answers. The first text starts the thread.
    pub(super) fn look_through(&mut self, text: Ask) {
        let tell = &self.tell;
        let ask = self.ask.get_or_insert_with(|| {
            let (ask, asked) = channel();
            let tell = tell.clone();
            let _ = thread::Builder::new().spawn(move || answer(&asked, &tell));
            ask
        });
        let _ = ask.send(text);
    }
}

fn answer(asked: &Receiver<Ask>, tell: &Sender<Heard>) {
    let Ok(mut ask) = asked.recv() else { return };
    let Some(dictionary) = PLACES.iter().find_map(|place| dictionary(Path::new(place))) else {
        return;
    };
    loop {
        while let Ok(newer) = asked.try_recv() {
            ask = newer;
        }
        let strange = strange(&dictionary, &ask);
        if tell.send(Heard::Msg(Msg::Misspelt(strange))).is_err() {
            return;
        }
        let Ok(next) = asked.recv() else { return };
        ask = next;
    }
}

fn dictionary(place: &Path) -> Option<spellbook::Dictionary> {
    let affixes = std::fs::read_to_string(place.with_extension("aff")).ok()?;
    let words = std::fs::read_to_string(place.with_extension("dic")).ok()?;
    spellbook::Dictionary::new(&affixes, &words).ok()
}

/// The words nobody knows: not names, not capitals, not figures.
fn strange(dictionary: &spellbook::Dictionary, ask: &Ask) -> Vec<String> {
    let known = |word: &str| {
        ask.names.iter().any(|name| {
            name.split(|c: char| !c.is_alphanumeric()).any(|part| part.eq_ignore_ascii_case(word))
        })
    };
    let mut found: Vec<String> = Vec::new();
    for word in ask.text.unicode_words() {
        let shouted = word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        let counted = word.chars().any(char::is_numeric);
        let word = word.trim_end_matches("'s").trim_end_matches("\u{2019}s");
        if !shouted
            && !counted
            && word.len() > 1
            && !dictionary.check(word)
            && !known(word)
            && !found.iter().any(|w| w == word)
        {
            found.push(word.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_dictionary_knows_is_told_once_and_names_and_figures_are_not() {
        let dictionary = spellbook::Dictionary::new("SET UTF-8\n", "3\nthe\nwas\nread\n").unwrap();
        let ask = Ask {
            text: "The comittee's PSB was read 2 recieve the comittee to Idris".into(),
            names: vec!["Councillor M. Idris".into(), "to".into()],
        };
        assert_eq!(strange(&dictionary, &ask), ["comittee", "recieve"]);
    }
}
