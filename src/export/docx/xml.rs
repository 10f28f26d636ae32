//! Words fit for XML 1.0, and the few elements a paragraph is made of.

/// Keeps words from being read as markup; what XML 1.0 cannot hold becomes the
/// sign for a character that could not be shown.
pub(super) fn escaped(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => kept.push_str("&amp;"),
            '<' => kept.push_str("&lt;"),
            '>' => kept.push_str("&gt;"),
            '"' => kept.push_str("&quot;"),
            '\t' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'.. => kept.push(c),
            _ => kept.push(char::REPLACEMENT_CHARACTER),
        }
    }
    kept
}

/// How a run of words looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Bold,
    /// Capitals by style, which a screen reader does not spell.
    Capitals,
    /// Not bold, in a heading that is.
    Light,
}

/// A run of words.
pub(super) fn run(text: &str, look: Look) -> String {
    if text.is_empty() {
        return String::new();
    }
    let look = match look {
        Look::Plain => "",
        Look::Bold => "<w:rPr><w:b/><w:bCs/></w:rPr>",
        Look::Capitals => "<w:rPr><w:caps/></w:rPr>",
        Look::Light => "<w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/></w:rPr>",
    };
    let mut lines =
        text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line)));
    let first = lines.next().unwrap_or_default();
    let rest: String = lines.fold(String::new(), |rest, line| rest + "<w:br/>" + &line);
    format!("<w:r>{look}{first}{rest}</w:r>")
}

/// A tab.
pub(super) const TAB: &str = "<w:r><w:tab/></w:r>";

/// A paragraph in `style` of runs already made.
pub(super) fn paragraph(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(escaped("a\u{1}b\u{FFFE}c<&>\""), "a\u{FFFD}b\u{FFFD}c&lt;&amp;&gt;&quot;");
    }
}
