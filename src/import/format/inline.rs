//! The marks inside a line of Markdown taken off: emphasis, code, links and
//! escapes, with the words left as they read.

use std::borrow::Cow;

use super::super::limit;
use super::super::report::Remark;

/// The words of `text` without the marks around them.
///
/// A star or underscore is taken off only where it closes what it opened, and
/// never inside a word, so that a footnote star and `a_name` stay.
#[must_use]
pub(super) fn plain(text: &str) -> String {
    within(text, 0)
}

/// `text` without what is struck out in it, "~~so~~", and each of those told at its line, up
/// to as many as anybody reads.
pub(super) fn unstruck(text: &str) -> (Cow<'_, str>, Vec<Remark>) {
    const MARK: &str = "~~";
    if !text.contains(MARK) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let (mut struck, mut kept) = (Vec::new(), String::with_capacity(text.len()));
    for (line, words) in (1..).zip(text.split_inclusive('\n')) {
        let mut parts = words.split(MARK).peekable();
        kept.push_str(parts.next().unwrap_or_default());
        while let Some(inside) = parts.next() {
            // Tight within its marks, of which there are two and no more, and closed.
            let tight = !inside.is_empty() && inside.trim() == inside;
            let bare = !kept.ends_with('~') && !inside.contains('~');
            if let Some(after) = parts.next_if(|after| tight && bare && !after.starts_with('~')) {
                if struck.len() < limit::ITEMS {
                    let said = format!("hidden text was left out: \u{201c}{inside}\u{201d}");
                    struck.push(Remark::new(format!("line {line}"), said));
                }
                kept.push_str(after);
            } else {
                kept.push_str(MARK);
                kept.push_str(inside);
            }
        }
    }
    (Cow::Owned(kept), struck)
}

/// How many marks may stand in one another; beyond that they are words.
const DEEPEST: usize = 16;

fn within(text: &str, depth: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().next_back();
        if let Some((words, used)) = mark_at(rest, c, before, depth) {
            out.push_str(&words);
            rest = &rest[used..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// What the mark at the front of `rest` comes to, and how many bytes it takes.
fn mark_at(rest: &str, c: char, before: Option<char>, depth: usize) -> Option<(String, usize)> {
    match c {
        '\\' => {
            let next = rest.chars().nth(1).filter(char::is_ascii_punctuation)?;
            Some((next.to_string(), 2))
        }
        '*' | '_' if depth < DEEPEST => emphasis(rest, c, before, depth),
        '`' => {
            let fence = rest.bytes().take_while(|b| *b == b'`').count();
            let inside = &rest[fence..];
            let end = inside.find(&rest[..fence])?;
            Some((inside[..end].trim().to_owned(), end + 2 * fence))
        }
        '!' if rest.starts_with("![") => link(&rest[1..]).map(|(words, used)| (words, used + 1)),
        '[' if depth < DEEPEST => link(rest).map(|(words, used)| (within(&words, depth + 1), used)),
        '<' => {
            let end = rest.find('>')?;
            let inside = &rest[1..end];
            let address = inside.starts_with("http://") || inside.starts_with("https://");
            (address && !inside.contains(' ')).then(|| (inside.to_owned(), end + 1))
        }
        '&' => entity(rest),
        _ => None,
    }
}

fn emphasis(rest: &str, c: char, before: Option<char>, depth: usize) -> Option<(String, usize)> {
    let run = rest.chars().take_while(|d| *d == c).count().min(3);
    let after = &rest[run..];
    if before.is_some_and(char::is_alphanumeric) || after.starts_with(char::is_whitespace) {
        return None;
    }
    let fence = &rest[..run];
    let mut from = 0;
    while let Some(end) = after[from..].find(fence).map(|at| at + from) {
        let tight = !after[..end].ends_with(char::is_whitespace)
            && end > 0
            && !after[..end].ends_with('\\');
        let next = after[end + run..].chars().next();
        let longer = next == Some(c);
        if tight
            && !longer
            && !next.is_some_and(char::is_alphanumeric)
            && !after[..end].contains("\n\n")
        {
            return Some((within(&after[..end], depth + 1), end + 2 * run));
        }
        from = end + run;
    }
    None
}

/// "[words](address)": the words.
fn link(rest: &str) -> Option<(String, usize)> {
    let mut depth = 0usize;
    let close = rest.char_indices().take(2_000).find_map(|(at, c)| {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at)
    })?;
    let after = rest[close + 1..].strip_prefix('(')?;
    let end = after.find(')')?;
    Some((rest[1..close].to_owned(), close + 2 + end + 1))
}

fn entity(rest: &str) -> Option<(String, usize)> {
    const NAMED: &[(&str, &str)] = &[
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&ndash;", "\u{2013}"),
        ("&mdash;", "\u{2014}"),
        ("&bull;", "\u{2022}"),
        ("&rsquo;", "\u{2019}"),
        ("&lsquo;", "\u{2018}"),
        ("&pound;", "\u{a3}"),
    ];
    let (name, words) = NAMED.iter().find(|(name, _)| rest.starts_with(name))?;
    Some(((*words).to_owned(), name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        assert_eq!(plain(text), want);
    }

    #[test]
    fn only_what_is_struck_out_is_left_out() {
        let without = |text: &str| unstruck(text).0.into_owned();
        assert_eq!(without("That ~~three~~ two works"), "That  two works");
        assert_eq!(without("~~~~ MINUTES ~~~~"), "~~~~ MINUTES ~~~~");
        assert_eq!(without("~~5 and ~~10 people"), "~~5 and ~~10 people");
        assert_eq!(without("~~~\ncode\n~~~"), "~~~\ncode\n~~~");
        assert_eq!(without("a ~~b\nc~~ d"), "a ~~b\nc~~ d");
        assert_eq!(unstruck("x\n~~a~~ ~~b~~").1.len(), 2);
    }

    #[test]
    fn marks_go_and_words_stay() {
        check("**Bold** and *slanted*, _so_ too", "Bold and slanted, so too");
        check("**REVIEW OF\nPERFORMANCE**", "REVIEW OF\nPERFORMANCE");
        check("Partnership Board.* Suggestions", "Partnership Board.* Suggestions");
        check("Jon_avila and kathy_b", "Jon_avila and kathy_b");
        check("see [the plan](javascript:alert(1)", "see the plan");
        check("a \\* b \\_c\\_ `x * y`", "a * b _c_ x * y");
        check("Planning &amp; Transport", "Planning & Transport");
        check("5 * 3 * 2", "5 * 3 * 2");
    }
}
