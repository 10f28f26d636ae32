//! How the parts of an Office file point to one another.

use super::super::fault::Fault;
use super::bag::Bag;
use super::xml::{self, Node};

/// One part's pointer to another.
#[derive(Debug)]
pub(super) struct Relation {
    /// The name the part itself uses.
    pub(super) id: String,
    /// What sort of part it points to: the last word of the type.
    pub(super) sort: String,
    /// The part pointed to. What lies outside the file is left out: nothing is
    /// ever fetched.
    pub(super) target: String,
}

/// The pointers of the part `name`; of the whole file for an empty name.
pub(super) fn of(bag: &mut Bag<'_>, name: &str) -> Result<Vec<Relation>, Fault> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let part = if folder.is_empty() {
        format!("_rels/{file}.rels")
    } else {
        format!("{folder}/_rels/{file}.rels")
    };
    let Some(bytes) = bag.part(&part)? else { return Ok(vec![]) };
    let mut found = vec![];
    xml::walk(&part, &bytes, |node| {
        if let Node::Open(tag) = node
            && tag.name.ends_with(":Relationship")
            && tag.get("TargetMode") != Some("External")
            && let (Some(id), Some(sort), Some(target)) =
                (tag.get("Id"), tag.get("Type"), tag.get("Target"))
        {
            let sort = sort.rsplit('/').next().unwrap_or(sort);
            found.push(Relation {
                id: id.to_owned(),
                sort: sort.to_owned(),
                target: within(folder, target),
            });
        }
        Ok(())
    })?;
    Ok(found)
}

/// The main part of the file, as its own pointers say.
pub(super) fn main_part(bag: &mut Bag<'_>) -> Result<Option<String>, Fault> {
    let found = of(bag, "")?;
    Ok(found
        .into_iter()
        .find(|relation| relation.sort == "officeDocument")
        .map(|relation| relation.target))
}

/// `target`, seen from `folder`, as a name inside the file.
fn within(folder: &str, target: &str) -> String {
    if let Some(target) = target.strip_prefix('/') {
        return target.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
