//! `OpenDocument` texts and spreadsheets (.odt, .ods).

mod body;
mod grid;
mod style;

use super::super::fault::Fault;
use super::super::paper::Paper;
use super::bag::Bag;
use super::xml;
use body::Body;
use style::Styles;

/// Reads a text or a spreadsheet.
pub(super) fn read(bytes: &[u8]) -> Result<Paper, Fault> {
    let mut bag = Bag::open(bytes)?;
    let manifest = bag.part("META-INF/manifest.xml")?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(Fault::Refused {
            sort: "protected by a password",
            hint: "Open it with the password and save a copy without one.",
        });
    }
    let mut styles = Styles::default();
    if let Some(bytes) = bag.part("styles.xml")? {
        xml::walk("styles.xml", &bytes, |node| {
            styles.node(&node);
            Ok(())
        })?;
    }
    let Some(content) = bag.part("content.xml")? else {
        return Err(Fault::damaged(
            "content.xml",
            "it is missing, so this is not an OpenDocument file",
        ));
    };
    let mut body = Body::new(styles);
    xml::walk("content.xml", &content, |node| body.node(node))?;
    body.finish()
}
