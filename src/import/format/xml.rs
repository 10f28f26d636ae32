//! The XML inside documents, walked within limits: no DOCTYPE, no entity but
//! XML's own, no depth or heap of attributes that a document never has.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::super::fault::Fault;
use super::super::limit;
use super::decode;

/// What a walker comes to.
#[derive(Clone, Copy)]
pub(super) enum Node<'a> {
    /// An element begins.
    Open(&'a Tag),
    /// An element ends.
    Close(&'a str),
    /// Text.
    Text(&'a str),
}

/// An element, with its namespace as the prefix it usually has.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// Its name: "w:p", "text:list-item".
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The attribute whose name, without its prefix, is `name`.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(had, _)| had == name).map(|(_, value)| value.as_str())
    }

    /// The attribute `name`, as a number.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }
}

/// The namespaces that documents use, by what their addresses hold.
const SPACES: &[(&str, &str)] = &[
    ("wordprocessingml/2006/main", "w"),
    ("ooxml/wordprocessingml/main", "w"),
    ("spreadsheetml/2006/main", "s"),
    ("ooxml/spreadsheetml/main", "s"),
    ("markup-compatibility", "mc"),
    ("package/2006/relationships", "rel"),
    ("package/2006/content-types", "ct"),
    ("opendocument:xmlns:text:", "text"),
    ("opendocument:xmlns:table:", "table"),
    ("opendocument:xmlns:office:", "office"),
    ("opendocument:xmlns:style:", "style"),
    ("opendocument:xmlns:drawing:", "draw"),
    ("opendocument:xmlns:manifest:", "manifest"),
];

/// Walks the part `bytes`, called `part`, from its first element to its last.
pub(super) fn walk(
    part: &str,
    bytes: &[u8],
    mut visit: impl FnMut(Node<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let text = decode::decode(bytes)?.text;
    let mut reader = Reader::from_str(&text);
    let mut walker = Walker { part, spaces: HashMap::new(), open: vec![] };
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let tag = walker.tag(&start)?;
                visit(Node::Open(&tag))?;
                walker.enter(tag)?;
            }
            Ok(Event::Empty(start)) => {
                let tag = walker.tag(&start)?;
                visit(Node::Open(&tag))?;
                visit(Node::Close(&tag.name))?;
            }
            Ok(Event::End(_)) => {
                if let Some(name) = walker.open.pop() {
                    visit(Node::Close(&name))?;
                }
            }
            Ok(Event::Text(text)) => {
                let text = text.xml10_content();
                walker.allowed(&text)?;
                visit(Node::Text(&text))?;
            }
            Ok(Event::CData(data)) => {
                let text = data.xml10_content();
                walker.allowed(&text)?;
                visit(Node::Text(&text))?;
            }
            Ok(Event::GeneralRef(reference)) => visit(Node::Text(&walker.reference(&reference)?))?,
            Ok(Event::DocType(_)) => {
                let what = "a DOCTYPE, which no document needs and which can pull in other files";
                return Err(Fault::unsafe_part(part, what));
            }
            Ok(Event::Eof) if walker.open.is_empty() => return Ok(()),
            Ok(Event::Eof) => {
                return Err(Fault::damaged(part, "it ends before its last element does"));
            }
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            Err(_) => return Err(Fault::damaged(part, "it is not well-formed XML")),
        }
    }
}

struct Walker<'a> {
    part: &'a str,
    /// What each prefix in use stands for.
    spaces: HashMap<String, &'static str>,
    /// The names of the elements not yet closed.
    open: Vec<String>,
}

impl Walker<'_> {
    fn enter(&mut self, tag: Tag) -> Result<(), Fault> {
        self.open.push(tag.name);
        if self.open.len() > limit::DEPTH {
            return Err(Fault::over(
                format!("{}: elements are nested too deep", self.part),
                "256 levels",
            ));
        }
        Ok(())
    }

    fn tag(&mut self, start: &BytesStart<'_>) -> Result<Tag, Fault> {
        let mut attributes = vec![];
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute
                .map_err(|_| Fault::damaged(self.part, "an attribute is not well-formed"))?;
            let key = attribute.key.as_ref();
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            let value = value
                .map_err(|_| Fault::damaged(self.part, "an attribute holds an unknown entity"))?;
            self.allowed(&value)?;
            if let Some(prefix) = key.strip_prefix("xmlns") {
                self.space(prefix.trim_start_matches(':'), &value);
                continue;
            }
            let local = key.rsplit_once(':').map_or(key, |(_, local)| local);
            attributes.push((local.to_owned(), value.into_owned()));
            if attributes.len() > limit::ATTRIBUTES {
                return Err(Fault::over(
                    format!("{}: a tag has too many attributes", self.part),
                    "256 attributes",
                ));
            }
        }
        let name = start.name();
        let name = name.as_ref();
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let space = self.spaces.get(prefix).copied().unwrap_or_default();
        let name = if space.is_empty() { format!("?:{local}") } else { format!("{space}:{local}") };
        Ok(Tag { name, attributes })
    }

    /// Notes what `prefix` stands for. Prefixes are not taken back: no document
    /// uses one prefix for two things.
    fn space(&mut self, prefix: &str, address: &str) {
        if self.spaces.len() < limit::ATTRIBUTES {
            let known = SPACES.iter().find(|(part, _)| address.contains(part));
            self.spaces.insert(prefix.to_owned(), known.map_or("", |(_, space)| space));
        }
    }

    fn reference(&self, reference: &BytesRef<'_>) -> Result<String, Fault> {
        if reference.is_char_ref() {
            let c = reference.resolve_char_ref().ok().flatten();
            let c = c.ok_or_else(|| {
                Fault::damaged(self.part, "it names a character that does not exist")
            })?;
            let said = c.to_string();
            self.allowed(&said)?;
            return Ok(said);
        }
        let name = reference.xml10_content();
        let said = match &*name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => return Err(Fault::damaged(self.part, "it uses an entity that is not declared")),
        };
        Ok(said.to_owned())
    }

    /// Refuses the characters that XML 1.0 forbids, even by number.
    fn allowed(&self, text: &str) -> Result<(), Fault> {
        let forbidden = |c: &char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
        match text.chars().find(forbidden) {
            Some(c) => {
                let what =
                    format!("it holds a character that XML forbids (U+{:04X})", u32::from(c));
                Err(Fault::damaged(self.part, what))
            }
            None => Ok(()),
        }
    }
}
