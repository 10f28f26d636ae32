//! What a line being typed would record, and the names it could be completed
//! with.

use crate::app::editor::Editor;
use crate::app::screen::{Look, Row};
use crate::capture::{self, Unclear};
use crate::model::day::Stamp;
use crate::model::{ItemId, Mint, PersonId, Sitting, paragraph_count};
use crate::rules;

/// What the line being typed would record, worked out at each key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What it means, or why it does not mean anything yet.
    pub read: Result<String, Unclear>,
    /// How what is being typed could go on.
    pub suggestion: Option<Suggestion>,
    /// Both on one row, the names on offer last.
    pub row: Row,
}

/// How what is being typed could go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Where in the line it begins and ends, in bytes.
    pub range: std::ops::Range<usize>,
    /// Who it could be, best first; nobody, if it is a phrase.
    pub people: Vec<PersonId>,
    /// The phrase it unfolds to, if it is one.
    pub phrase: Option<String>,
}

/// The most rows that a preview takes.
const TOLD: usize = 6;

/// The most names suggested at once.
const SUGGESTED: usize = 5;

impl Preview {
    /// Works out what the line under the cursor would record.
    #[must_use]
    pub fn of(line: &str, cursor: usize, place: &capture::Place<'_>, mint: &Mint) -> Self {
        let read = capture::read(line, place, &mut mint.clone()).and_then(|reading| {
            let refused = rules::foresee(place.sitting, &reading.entries).err();
            refused.map_or(Ok(reading.preview), |refusal| {
                Err(Unclear::Wrong { text: refusal.in_full(), hint: String::new() })
            })
        });
        let typed = line.get(..cursor).unwrap_or(line);
        let suggestion = phrase(typed, place)
            .or_else(|| suggest(line, cursor, place.sitting))
            .or_else(|| which(line, &read));
        let unfolds = suggestion.as_ref().and_then(|suggestion| suggestion.phrase.clone());
        Self::new(unfolds.map_or(read, Ok), suggestion, place.sitting)
    }

    fn new(
        read: Result<String, Unclear>,
        suggestion: Option<Suggestion>,
        sitting: &Sitting,
    ) -> Self {
        let row = row(&read, suggestion.as_ref(), sitting);
        Self { read, suggestion, row }
    }

    /// That of a line which has not been looked at yet.
    #[must_use]
    pub fn none() -> Self {
        Self { read: Ok(String::new()), suggestion: None, row: Row::new() }
    }

    /// The preview of the line under the cursor of a minute, if that is a
    /// capture line.
    #[must_use]
    pub fn in_minute(
        editor: &Editor,
        item: &ItemId,
        sitting: &Sitting,
        mint: &Mint,
        now: Stamp,
    ) -> Option<Self> {
        let (start, line) = editor.line();
        let before = editor.text().get(..start).unwrap_or_default();
        let place =
            capture::Place { sitting, item: Some(item), paragraph: paragraph_count(before), now };
        if !capture::is_capture(line) {
            let typed = line.get(..editor.cursor() - start)?;
            return Self::of_phrase(typed, &place).or_else(|| Self::of_prose(line, sitting));
        }
        Some(Self::of(line, editor.cursor() - start, &place, mint))
    }

    /// The preview of a phrase whose key has been typed.
    fn of_phrase(typed: &str, place: &capture::Place<'_>) -> Option<Self> {
        let suggestion = phrase(typed, place)?;
        let unfolds = suggestion.phrase.clone().unwrap_or_default();
        Some(Self::new(Ok(unfolds), Some(suggestion), place.sitting))
    }

    /// The preview of a paragraph that looks like a decision or an action.
    fn of_prose(line: &str, sitting: &Sitting) -> Option<Self> {
        let phrase = capture::meant(line)?;
        let read = Ok(format!("{phrase}  (to record it; as it stands it is only text)"));
        let suggestion =
            Suggestion { range: 0..line.len(), people: Vec::new(), phrase: Some(phrase) };
        Some(Self::new(read, Some(suggestion), sitting))
    }

    /// The title of the pane that shows it.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match &self.read {
            Ok(_) if self.unfolds() => "Tab writes",
            Ok(_) => "Enter records",
            Err(Unclear::Which { .. }) => "Which?",
            Err(Unclear::Unfinished { .. }) => "Go on",
            Err(Unclear::Wrong { .. }) => "Not yet",
        }
    }

    /// Whether a phrase stands there by its key, to be unfolded.
    #[must_use]
    pub fn unfolds(&self) -> bool {
        self.suggestion.as_ref().is_some_and(|suggestion| suggestion.phrase.is_some())
    }

    /// How many rows of `width` columns it takes, a few at most.
    pub(super) fn height(&self, width: usize) -> u16 {
        let rows = self.row.broken(width.max(1)).len();
        u16::try_from(rows.clamp(1, TOLD)).unwrap_or(1)
    }
}

/// The phrase that the key at the end of `typed` unfolds to.
fn phrase(typed: &str, place: &capture::Place<'_>) -> Option<Suggestion> {
    let (at, key) = capture::snippet_key(typed)?;
    let phrase = Some(capture::unfold(key, place)?);
    Some(Suggestion { range: at..typed.len(), people: Vec::new(), phrase })
}

/// What a line would record, or why it would not, with the names on offer after it.
fn row(read: &Result<String, Unclear>, suggestion: Option<&Suggestion>, sitting: &Sitting) -> Row {
    let names = |people: &[PersonId]| {
        capture::told_apart(sitting, &people[..people.len().min(SUGGESTED)]).join(" · ")
    };
    let row = match read {
        Ok(text) => Row::of(text.as_str(), Look::Good),
        Err(Unclear::Unfinished { wants }) => Row::of(format!("wants {wants}"), Look::Dim),
        Err(Unclear::Which { people, .. }) => Row::of(names(people), Look::Unsure),
        Err(wrong @ Unclear::Wrong { .. }) => Row::of(wrong.in_full(sitting), Look::Bad),
    };
    match suggestion {
        Some(suggestion)
            if suggestion.phrase.is_none() && !matches!(read, Err(Unclear::Which { .. })) =>
        {
            row.and("  Tab: ", Look::Key).and(names(&suggestion.people), Look::Dim)
        }
        _ => row,
    }
}

/// When a name is unclear, Tab takes the first of those it could be.
fn which(line: &str, read: &Result<String, Unclear>) -> Option<Suggestion> {
    let Err(Unclear::Which { said, people }) = read else { return None };
    let start = line.find(said.as_str())?;
    Some(Suggestion { range: start..start + said.len(), people: people.clone(), phrase: None })
}

/// The name being typed at `cursor`, in those lines and those parts of them that
/// hold names.
fn suggest(line: &str, cursor: usize, sitting: &Sitting) -> Option<Suggestion> {
    let before = line.get(..cursor)?;
    let word = before.strip_prefix('.')?.split(char::is_whitespace).next()?;
    let names_until_colon = matches!(word, "out" | "apol" | "int" | "m" | "am" | "a");
    let names_throughout = matches!(word, "in" | "sub" | "mandate" | "chair" | "v" | "own");
    if !(names_throughout || (names_until_colon && !before.contains(':'))) {
        return None;
    }
    let body = before.find(char::is_whitespace)? + 1;
    let typed = before.get(body..)?;
    let cut = [", ", ",", "/", "; ", " for ", "for ", "against ", "abstained "]
        .iter()
        .filter_map(|mark| typed.rfind(mark).map(|at| at + mark.len()))
        .max()
        .unwrap_or(0);
    let start = body + cut + typed.get(cut..)?.len() - typed.get(cut..)?.trim_start().len();
    let name = before.get(start..)?;
    // "all" and "rest" are words of these lines, and no part of a name.
    if name.is_empty() || ["all", "rest"].contains(&name.to_ascii_lowercase().as_str()) {
        return None;
    }
    let people = capture::completions(sitting, name);
    (!people.is_empty()).then(|| Suggestion {
        phrase: None,
        range: start..cursor,
        people: people.into_iter().take(SUGGESTED).collect(),
    })
}
