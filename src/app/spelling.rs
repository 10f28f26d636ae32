//! What is being typed, looked through for words that no dictionary knows.

use super::key::Key;
use super::page::Page;
use super::state::{Effect, State};
use crate::capture;
use crate::model::Person;

/// Short names of months, which are no mistakes.
const MONTHS: &str = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec";

/// Marks `words` in what is being typed.
pub(super) fn mark(state: &mut State, words: Vec<String>) {
    let Page::Meeting(page) = &mut state.page else { return };
    match (&mut page.line, &mut page.writing) {
        (Some(line), _) => line.misspelt = words,
        (None, Some(writing)) => writing.misspelt = words,
        (None, None) => {}
    }
}

/// Asks for what is being typed to be looked through, where `key` ended a word.
pub(super) fn look(state: &State, key: Key) -> Option<Effect> {
    key.typed().filter(|c| !c.is_alphanumeric())?;
    let (Some(sitting), Page::Meeting(page)) = (state.sitting.as_deref(), &state.page) else {
        return None;
    };
    let typed = match (&page.line, &page.writing) {
        (Some(line), _) => line.editor.text(),
        (None, Some(writing)) => writing.editor.text(),
        (None, None) => return None,
    };
    let prose: Vec<&str> = typed.lines().map(capture::running_words).collect();
    let people = sitting.people.iter().map(Person::minuted);
    let partnerships = sitting.standings.iter().map(|s| s.partnership.name.clone());
    let names = people.chain(partnerships).chain([MONTHS.to_owned()]).collect();
    Some(Effect::Spell { text: prose.join("\n"), names })
}
