//! Web pages, and the scraps of them that stand in other papers.

use ego_tree::iter::Edge;
use scraper::node::{Element, Node};
use scraper::{Html, StrTendril};

use super::super::fault::Fault;
use super::super::paper::{Block, Paper, Piece, Role};
use super::compose::Composer;
use super::numbered::List;
use super::pit::weigh;

/// Reads a whole page.
pub(super) fn read(text: &str) -> Result<Paper, Fault> {
    weigh(text)?;
    walk(&Html::parse_document(text), None)
}

/// Reads a scrap of a page that stands at `place` in another paper.
pub(super) fn scrap(text: &str, place: &str) -> Result<Paper, Fault> {
    weigh(text)?;
    walk(&Html::parse_fragment(text), Some(place))
}

/// The blocks of a scrap in one cell; a table in it gives its cells' text.
pub(super) fn blocks(text: &str, place: &str) -> Result<Vec<Block>, Fault> {
    let mut blocks = vec![];
    for piece in scrap(text, place)?.pieces {
        match piece {
            Piece::Text(block) => blocks.push(block),
            Piece::Table(table) => {
                let cells = table.rows.into_iter().flat_map(|row| row.cells);
                blocks.extend(cells.flat_map(|cell| cell.blocks));
            }
        }
    }
    for (block, nth) in blocks.iter_mut().zip(0..) {
        block.nth = nth;
        place.clone_into(&mut block.place);
    }
    Ok(blocks)
}

/// Whether `text` holds any element that a paper would use.
pub(super) fn is_marked(text: &str) -> bool {
    const TAGS: &[&str] = &[
        "p", "ul", "ol", "li", "br", "div", "b", "i", "u", "em", "strong", "sup", "sub", "span",
        "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "a", "font", "del", "ins",
    ];
    text.match_indices('<').any(|(at, _)| {
        let inside = text[at + 1..].trim_start_matches('/');
        let name: &str =
            &inside[..inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len())];
        let closed = inside[name.len()..].starts_with(['>', ' ', '/']);
        closed && TAGS.contains(&name.to_ascii_lowercase().as_str())
    })
}

struct Walk {
    out: Composer,
    /// The classes that the page's own style sheet hides.
    unseen: Vec<String>,
    lists: Vec<List>,
    /// How many open elements hide what they hold.
    hiding: usize,
    term: String,
}

fn walk(page: &Html, place: Option<&str>) -> Result<Paper, Fault> {
    let mut walk = Walk {
        out: Composer::default(),
        unseen: unseen(page),
        lists: vec![],
        hiding: 0,
        term: String::new(),
    };
    let mut hid = String::new();
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    let before = walk.hiding;
                    walk.open(element)?;
                    if before == 0 && walk.hiding > 0 && !is_machinery(element.name()) {
                        hid = said(
                            node.descendants().filter_map(|n| n.value().as_text()).map(|t| &t.text),
                        );
                    }
                }
                Node::Text(text) if walk.hiding == 0 => walk.text(&text.text)?,
                Node::Comment(comment) if place.is_none() && !comment.comment.trim().is_empty() => {
                    walk.out
                        .hidden("a comment in the page, which readers do not see, was left out");
                }
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    walk.close(element)?;
                    if walk.hiding == 0 && !hid.is_empty() {
                        walk.out.hidden(format!("hidden text was left out: \u{201c}{hid}\u{201d}"));
                        hid.clear();
                    }
                }
            }
        }
    }
    walk.out.finish()
}

impl Walk {
    fn open(&mut self, element: &Element) -> Result<(), Fault> {
        let name = element.name();
        if self.hiding > 0 || is_hidden(element, &self.unseen) || is_machinery(name) {
            self.hiding += 1;
            return Ok(());
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name[1..].parse().unwrap_or(1);
                self.out.begin(Role::Heading, level, "")?;
            }
            "ul" | "ol" | "menu" => {
                self.out.end()?;
                self.lists.push(List::begun_by(element));
            }
            "li" => self.item(element)?,
            "br" => self.out.text("\n")?,
            "table" => self.out.open_table("")?,
            "tr" => self.out.open_row(None)?,
            "td" | "th" => {
                let span =
                    |of: &str| element.attr(of).and_then(|n| n.trim().parse().ok()).unwrap_or(1);
                self.out.open_cell(span("colspan"), span("rowspan"), false)?;
            }
            "dt" => self.out.begin(Role::Line, 0, "")?,
            // A paragraph that begins an item is the item's own words.
            name if is_block(name) && self.out.is_item_begun() => {}
            "dd" => {
                self.out.end()?;
                if !self.term.is_empty() {
                    let term = std::mem::take(&mut self.term);
                    self.out.text(&format!("{term}: "))?;
                }
            }
            name if is_block(name) => self.out.end()?,
            _ => {}
        }
        Ok(())
    }

    fn item(&mut self, element: &Element) -> Result<(), Fault> {
        let level = self.lists.len().saturating_sub(1);
        let value = element.attr("value").and_then(|n| n.parse().ok());
        let marker = self.lists.last_mut().and_then(|list| list.number(value));
        let marker = marker.unwrap_or_else(|| "\u{2022}".to_owned());
        self.out.begin(Role::Item, level, &marker)
    }

    fn text(&mut self, text: &StrTendril) -> Result<(), Fault> {
        let mut words = String::with_capacity(text.len());
        let mut spaced = self.out.is_spaced();
        for c in text.chars() {
            let space = matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}');
            if !(space && spaced) {
                words.push(if space { ' ' } else { c });
            }
            spaced = space;
        }
        if words.is_empty() { Ok(()) } else { self.out.text(&words) }
    }

    fn close(&mut self, element: &Element) -> Result<(), Fault> {
        if self.hiding > 0 {
            self.hiding -= 1;
            return Ok(());
        }
        match element.name() {
            "ul" | "ol" | "menu" => {
                self.out.end()?;
                self.lists.pop();
            }
            "table" => self.out.close_table()?,
            "td" | "th" => self.out.close_cell()?,
            "dt" => {
                let term = self.out.take();
                term.trim().trim_end_matches(':').clone_into(&mut self.term);
            }
            name if is_block(name) => self.out.end()?,
            _ => {}
        }
        Ok(())
    }
}

/// The classes that a style sheet in the page hides wherever they are: ".name" alone, in
/// a rule of no narrower reach. A sheet for print or for another medium is no reader's.
fn unseen(page: &Html) -> Vec<String> {
    let sheets = page
        .tree
        .nodes()
        .filter(|node| node.value().as_element().is_some_and(|element| element.name() == "style"));
    let class = |said: &str| {
        let name = said.trim().strip_prefix('.')?;
        let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        name.chars().all(plain).then(|| name.to_owned())
    };
    let mut names = Vec::new();
    for sheet in sheets {
        let texts = sheet.children().filter_map(|node| node.value().as_text());
        let text: String = texts.map(|text| &*text.text).collect();
        let (mut depth, mut of) = (0_usize, "");
        for part in text.split_inclusive(['{', '}']) {
            if let Some(selector) = part.strip_suffix('{') {
                of = if depth == 0 { selector } else { of };
                depth += 1;
            } else if let Some(style) = part.strip_suffix('}') {
                if depth == 1 && hides(style) {
                    names.extend(of.split(',').filter_map(class));
                }
                depth = depth.saturating_sub(1);
            }
        }
    }
    names
}

/// Whether `style` keeps what it is about from being seen.
fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Whether a reader of the page does not see `element`, where the classes `unseen` hide.
fn is_hidden(element: &Element, unseen: &[String]) -> bool {
    element.attr("hidden").is_some()
        || element.classes().any(|class| unseen.iter().any(|name| name == class))
        || hides(element.attr("style").unwrap_or_default())
        || element.name() == "del"
        || element.name() == "s"
        || element.name() == "strike"
}

/// Whether elements called `name` work the page and say nothing.
fn is_machinery(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "head"
            | "svg"
            | "iframe"
            | "object"
            | "nav"
            | "select"
            | "textarea"
            | "button"
            | "audio"
            | "video"
            | "canvas"
            | "title"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "aside"
            | "li"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "dl"
            | "dd"
            | "blockquote"
            | "pre"
            | "address"
            | "hr"
            | "form"
            | "fieldset"
            | "figure"
            | "figcaption"
            | "caption"
            | "body"
            | "center"
            | "details"
            | "summary"
    )
}

/// The first words of what is hidden, enough to know it by.
fn said<'a>(texts: impl Iterator<Item = &'a StrTendril>) -> String {
    let mut words = String::new();
    for text in texts {
        if words.len() > 80 {
            break;
        }
        words.push_str(text);
        words.push(' ');
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(80) {
        Some((end, _)) => format!("{}\u{2026}", &words[..end]),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str) -> Vec<String> {
        let paper = read(html).unwrap();
        paper.texts().map(|b| format!("{:?}{} {}{}", b.role, b.level, b.marker, b.text)).collect()
    }

    #[test]
    fn what_the_pages_own_style_sheet_hides_from_readers_is_left_out_and_told() {
        let html = "<style>@media print {.b {display:none}} .a, .c > p { display : none }\
            .d{color:red}</style><p class='x a'>Not this</p><p class=b>One</p><p class=d>Two</p>";
        let paper = read(html).unwrap();
        assert_eq!(paper.texts().map(|b| b.text.as_str()).collect::<Vec<_>>(), ["One", "Two"]);
        assert!(paper.hidden.iter().any(|hid| hid.text.contains("Not this")));
    }

    #[test]
    fn a_page_is_its_text_without_script_comment_or_hidden_part() {
        let html = "<h1>Agenda</h1><script>alert(1)</script><!-- secret --><p>One<br>two</p>\
                    <p hidden>Not <b>this</b></p><ol start=3><li>Three<ul><li>sub</li></ul></ol>";
        assert_eq!(
            lines(html),
            ["Heading1 Agenda", "Line0 One\ntwo", "Item0 3.Three", "Item1 \u{2022}sub"]
        );
        assert_eq!(
            lines("<ol><li><p>One</p><p>more</p></li><li> <div>Two</div></ol>"),
            ["Item0 1.One", "Line0 more", "Item0 2.Two"]
        );
        assert_eq!(
            lines("<ol type=a><li>x<li>y<ol style='list-style-type: Upper-Roman'><li>z</ol></ol>"),
            ["Item0 a.x", "Item0 b.y", "Item1 I.z"]
        );
        let hidden = read(html).unwrap().hidden;
        assert!(
            hidden.iter().any(|h| h.text.contains("Not this")) && hidden.len() == 2,
            "{hidden:?}"
        );
    }

    #[test]
    fn merged_cells_are_told_from_empty_ones() {
        let html = "<table><tr><td rowspan=2>A<td>1<tr><td>2<tr><td colspan=2>B</table>";
        let paper = read(html).unwrap();
        let table = paper.tables().next().unwrap();
        assert_eq!(
            (table.at(1, 0), table.at(1, 1), table.at(2, 1)),
            ("A".into(), "2".into(), "B".into())
        );
        assert!(table.rows[1].cells[0].joined);
    }

    #[test]
    fn a_pit_of_elements_is_refused_before_it_is_parsed() {
        assert!(read(&"<div>".repeat(200_000)).is_err());
        assert!(read(&format!("<p {}>x</p>", "a=1 ".repeat(80_000))).is_err());
        assert!(read(&"<p>".repeat(1_000)).is_ok());
    }
}
