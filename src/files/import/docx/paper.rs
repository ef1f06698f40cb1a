//! From the parts of a Word file to its printed lines.

use super::super::archive::Archive;
use super::super::printed::{Failure, Printed};
use super::super::xml::decode;
use super::body::Body;
use super::notes::NoteKind;
use super::numbering::Numbering;
use super::sections::Sections;
use super::styles::Styles;

pub(in super::super) fn read(bytes: &[u8]) -> Result<Printed, Failure> {
    let mut archive = Archive::open(bytes)?;
    let Some(document) = part(&mut archive, "word/document")? else {
        return Err(Failure::Broken("word/document.xml is missing".to_owned()));
    };
    let settings = part(&mut archive, "word/settings")?.unwrap_or_default();
    let sections = Sections::read(&document, &settings);
    let styles = Styles::read(&part(&mut archive, "word/styles")?.unwrap_or_default());
    let numbering = Numbering::read(&part(&mut archive, "word/numbering")?.unwrap_or_default());

    let mut body = Body::new(&styles, numbering.clone(), sections);
    for (stem, kind) in [("word/footnotes", NoteKind::Footnote), ("word/endnotes", NoteKind::Endnote)] {
        if let Some(notes) = part(&mut archive, stem)? {
            body.notes.read(kind, &notes, &styles);
        }
    }
    let broken = body.read(&document);
    let mut flow = body.finish();
    if let (true, Some(reason)) = (flow.is_empty(), broken) {
        return Err(Failure::Broken(reason));
    }
    let mut furniture = Body::new(&styles, numbering, Sections::default());
    for name in archive.names() {
        if is_head_or_foot(&name) {
            furniture.read(&decode(&archive.part(&name)?.unwrap_or_default()));
        }
    }
    flow.furniture(furniture.finish().lines());
    Ok(flow.finish())
}

fn is_head_or_foot(name: &str) -> bool {
    let stem = name.strip_suffix(".xml").unwrap_or_default();
    ["word/header", "word/footer"].iter().any(|start| stem.starts_with(start))
}

/// The characters of a part, told by its name without ending.
fn part(archive: &mut Archive, stem: &str) -> Result<Option<String>, Failure> {
    let Some(name) = archive.numbered(stem) else { return Ok(None) };
    Ok(archive.part(&name)?.map(|bytes| decode(&bytes).into_owned()))
}
