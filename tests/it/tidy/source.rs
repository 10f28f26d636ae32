//! The sources of the program as the house rules read them: code without its
//! comments and texts, the paths it names and the functions it has.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A source file, and what of it is code.
pub(crate) struct Source {
    /// Where it is, from the top of the repository.
    pub(crate) path: PathBuf,
    /// All of it.
    pub(crate) text: String,
    /// It with comments and texts blanked; lines and columns stand as they were.
    pub(crate) code: String,
    /// Its texts alone, in the same places.
    pub(crate) texts: String,
    /// The code that ships: without what is compiled for tests alone.
    pub(crate) shipped: String,
}

/// Something named in code: where, and the whole path.
pub(crate) type Named = (usize, String);

impl Source {
    /// The files of the program.
    pub(crate) fn program() -> &'static [Self] {
        static FILES: OnceLock<Vec<Source>> = OnceLock::new();
        FILES.get_or_init(|| Self::all("src"))
    }

    /// The files of the tests.
    pub(crate) fn tests() -> &'static [Self] {
        static FILES: OnceLock<Vec<Source>> = OnceLock::new();
        FILES.get_or_init(|| Self::all("tests"))
    }

    /// Every Rust file under `folder`, in order.
    fn all(folder: &str) -> Vec<Self> {
        let mut paths = Vec::new();
        walk(Path::new(folder), &mut paths);
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
        paths.sort();
        paths.into_iter().map(Self::at).collect()
    }

    fn at(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).unwrap();
        let (code, texts) = sorted(&text);
        let shipped = if path.ends_with("tests.rs") { String::new() } else { shipped(&code) };
        Self { path, text, code, texts, shipped }
    }

    /// The path as it is written in a message.
    pub(crate) fn name(&self) -> String {
        self.path.to_string_lossy().replace('\\', "/")
    }

    /// The module on a floor that it belongs to, if it belongs to one.
    pub(crate) fn floor_module(&self) -> Option<String> {
        let mut parts = self.path.iter().skip(1).map(|part| part.to_string_lossy().into_owned());
        let (first, rest) = (parts.next()?, parts.next());
        rest.map(|_| first)
    }

    /// How many modules deep the file stands below the root of the crate.
    pub(crate) fn depth(&self) -> usize {
        let inner = self.path.iter().count().saturating_sub(1);
        let is_root = self.path.ends_with("mod.rs");
        if is_root { inner - 1 } else { inner }
    }

    /// The path and the line, as a message begins.
    pub(crate) fn line(&self, at: usize) -> String {
        format!("{}:{}", self.name(), line_of(&self.code, at))
    }

    /// Its functions: name, where, and how many lines of code.
    pub(crate) fn functions(&self) -> Vec<(String, usize, usize)> {
        let mut found = Vec::new();
        for (at, word) in words(&self.code) {
            if word != "fn" {
                continue;
            }
            let rest = &self.code[at + 2..];
            let name: String = rest
                .trim_start()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if name.is_empty() {
                continue;
            }
            let body = &self.code[at..end_of_thing(&self.code, at)];
            let lines = body.lines().filter(|line| !line.trim().is_empty()).count();
            found.push((name, at, lines));
        }
        found
    }
}

/// `code` with what is compiled for tests alone blanked.
fn shipped(code: &str) -> String {
    let mut kept = code.to_owned();
    while let Some(at) = kept.find("#[cfg(test)]") {
        let end = end_of_thing(&kept, at + "#[cfg(test)]".len());
        let blank: String = kept[at..end].chars().map(blanked).collect();
        kept.replace_range(at..end, &blank);
    }
    kept
}

/// Every file under `folder`.
pub(crate) fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Every path that `code` names, with the groups of its imports spelt out.
pub(crate) fn paths(code: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, word) in words(code) {
        if at < done {
            continue;
        }
        done = path(code, at, word, "", &mut found);
    }
    found
}

/// Reads one path that begins with `word` at `at`; says where it ended.
fn path(code: &str, at: usize, word: &str, before: &str, found: &mut Vec<Named>) -> usize {
    let mut whole = format!("{before}{word}");
    let mut end = at + word.len();
    while let Some(next) = after_colons(code, end) {
        let rest = &code[next..];
        if rest.starts_with('{') {
            return group(code, next + 1, &format!("{whole}::"), found);
        }
        let Some((_, word)) = words(rest).next().filter(|(at, _)| *at == 0) else { break };
        whole = format!("{whole}::{word}");
        end = next + word.len();
    }
    found.push((at, whole));
    end
}

/// Reads the paths of a group, each after `before`; says where it ended.
fn group(code: &str, start: usize, before: &str, found: &mut Vec<Named>) -> usize {
    let mut at = start;
    while let Some(c) = code[at..].chars().next() {
        if c == '}' {
            return at + 1;
        }
        match words(&code[at..]).next().filter(|(offset, _)| *offset == 0) {
            Some((_, word)) => at = path(code, at, word, before, found),
            None => at += c.len_utf8(),
        }
    }
    at
}

fn after_colons(code: &str, end: usize) -> Option<usize> {
    let rest = code[end..].trim_start().strip_prefix("::")?.trim_start();
    Some(code.len() - rest.len())
}

/// The words of `code`, each with where it begins.
fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let mut at = 0;
    std::iter::from_fn(move || {
        at += code[at..].find(part)?;
        let len = code[at..].find(|c| !part(c)).unwrap_or(code.len() - at);
        at += len;
        Some((at - len, &code[at - len..at]))
    })
}

/// Where the thing that begins at `at` ends: at its closing brace, or at a
/// semicolon before any brace opened.
fn end_of_thing(code: &str, at: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, c) in code[at..].char_indices() {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && c == '}' {
                    return at + offset + 1;
                }
            }
            ';' if depth == 0 => return at + offset + 1,
            _ => {}
        }
    }
    code.len()
}

fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

fn blanked(c: char) -> char {
    if c == '\n' { c } else { ' ' }
}

/// Sorts a source into code and texts; comments are in neither.
fn sorted(text: &str) -> (String, String) {
    let chars: Vec<char> = text.chars().collect();
    let (mut code, mut texts) = (String::new(), String::new());
    let mut at = 0;
    while at < chars.len() {
        let (len, kind) = token(&chars[at..]);
        for c in &chars[at..at + len] {
            code.push(if kind == Kind::Code { *c } else { blanked(*c) });
            texts.push(if kind == Kind::Text { *c } else { blanked(*c) });
        }
        at += len;
    }
    (code, texts)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Comment,
    Text,
}

/// How long the next token is, and what it is.
fn token(rest: &[char]) -> (usize, Kind) {
    let starts = |with: &str| with.chars().zip(rest).filter(|(a, b)| a == *b).count() == with.len();
    let until = |wanted: &str| {
        let wanted: Vec<char> = wanted.chars().collect();
        let found = rest.windows(wanted.len()).skip(1).position(|window| window == wanted);
        found.map_or(rest.len(), |at| at + 1 + wanted.len())
    };
    if starts("//") {
        return (until("\n").max(1) - usize::from(rest.contains(&'\n')), Kind::Comment);
    }
    if starts("/*") {
        return (until("*/"), Kind::Comment);
    }
    for (opening, closing) in [("r##\"", "\"##"), ("r#\"", "\"#"), ("r\"", "\"")] {
        if starts(opening) {
            let from = opening.len() - 1;
            let wanted: Vec<char> = closing.chars().collect();
            let found = rest[from + 1..].windows(wanted.len()).position(|window| window == wanted);
            return (found.map_or(rest.len(), |at| from + 1 + at + wanted.len()), Kind::Text);
        }
    }
    if starts("\"") {
        return (quoted(rest, '"'), Kind::Text);
    }
    let is_letter = starts("'\\") || rest.first() == Some(&'\'') && rest.get(2) == Some(&'\'');
    if is_letter {
        return (quoted(rest, '\''), Kind::Text);
    }
    // A whole word at once, so that the r of `for"` opens no raw text.
    let word = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '_').count();
    (word.max(1), Kind::Code)
}

fn quoted(rest: &[char], mark: char) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            c if c == mark => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

#[test]
fn code_texts_and_comments_are_told_apart() {
    let (code, texts) =
        sorted("let a = \"b // c\"; // d\nlet e = 'f'; let g: &'h str = r#\"i\"j\"#;");
    assert_eq!(code, "let a =         ;     \nlet e =    ; let g: &'h str =         ;");
    assert_eq!(
        texts.split_whitespace().collect::<Vec<_>>(),
        ["\"b", "//", "c\"", "'f'", "r#\"i\"j\"#"]
    );
}

#[test]
fn groups_of_imports_are_spelt_out() {
    let found: Vec<String> =
        paths("use crate::{book::{Pen, self}, model};\nlet x = std::fs::read(y);")
            .into_iter()
            .map(|(_, path)| path)
            .filter(|path| path.contains("::"))
            .collect();
    assert_eq!(found, ["crate::book::Pen", "crate::book::self", "crate::model", "std::fs::read"]);
}
