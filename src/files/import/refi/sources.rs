//! Sources with their passages, and notes, as they are written.

use jiff::Timestamp;

use super::qde::{guid, moment, value};
use crate::files::import::xml::{Tag, Xml};

/// A source, or a note.
#[derive(Debug, Default)]
pub(super) struct Source {
    pub guid: String,
    pub name: String,
    /// Whether it is a text, or has one beside it.
    pub is_text: bool,
    pub path: Option<String>,
    /// Its text, where it stands in the project itself.
    pub inline: Option<String>,
    pub description: String,
    pub selections: Vec<Selection>,
    /// Codes of the whole.
    pub codings: Vec<Coding>,
    pub notes: Vec<String>,
    pub values: Vec<(String, String)>,
    /// Coded areas of pages and pictures, and stretches of recordings.
    pub areas: usize,
}

/// A passage.
#[derive(Debug, Default)]
pub(super) struct Selection {
    pub guid: String,
    pub name: String,
    /// As the program counts; none where it is no number.
    pub place: Option<(u64, u64)>,
    pub description: String,
    pub codings: Vec<Coding>,
    pub notes: Vec<String>,
    pub user: String,
    pub at: Option<Timestamp>,
}

#[derive(Debug, Default)]
pub(super) struct Coding {
    pub code: String,
    pub user: String,
    pub at: Option<Timestamp>,
    pub notes: Vec<String>,
}

const USERS: [&str; 2] = ["creatingUser", "modifyingUser"];
const MOMENTS: [&str; 2] = ["creationDateTime", "modifiedDateTime"];

/// A source of any kind; none for what is no source.
pub(super) fn source(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Option<Source> {
    let mut read = begun(tag);
    match tag.name() {
        "TextSource" => fill(xml, &mut read),
        "PDFSource" => {
            xml.children(|xml, tag| match tag.name() {
                // The text of a PDF counts as the source.
                "Representation" => {
                    let text = begun(tag);
                    (read.is_text, read.path) = (text.path.is_some(), text.path);
                    fill(xml, &mut read);
                }
                other => rest(xml, other, tag, &mut read),
            });
        }
        "PictureSource" | "AudioSource" | "VideoSource" => {
            read.is_text = false;
            xml.children(|xml, tag| rest(xml, tag.name(), tag, &mut read));
            (read.is_text, read.path) = (false, None);
        }
        _ => return None,
    }
    Some(read)
}

/// A note: a source whose text is a memo.
pub(super) fn note(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Source {
    let mut read = begun(tag);
    fill(xml, &mut read);
    read
}

fn begun(tag: &Tag<'_>) -> Source {
    let path = tag.attribute("plainTextPath").filter(|path| !path.trim().is_empty());
    Source {
        guid: guid(tag, "guid"),
        name: tag.attribute("name").unwrap_or_default(),
        is_text: path.is_some(),
        path,
        ..Source::default()
    }
}

fn fill(xml: &mut Xml<'_>, read: &mut Source) {
    xml.children(|xml, tag| match tag.name() {
        "PlainTextContent" => {
            read.inline = Some(xml.text_within());
            read.is_text = true;
        }
        "PlainTextSelection" => read.selections.push(selection(xml, tag)),
        other => rest(xml, other, tag, read),
    });
}

fn rest(xml: &mut Xml<'_>, name: &str, tag: &Tag<'_>, read: &mut Source) {
    match name {
        "Description" => read.description = xml.text_within(),
        "Coding" => read.codings.push(coding(xml, tag)),
        "NoteRef" => read.notes.push(guid(tag, "targetGUID")),
        "VariableValue" => read.values.extend(value(xml)),
        // Areas of pages and pictures, stretches of recordings.
        other if other.ends_with("Selection") => read.areas += 1,
        _ => {}
    }
}

fn selection(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Selection {
    let place = tag.number("startPosition").zip(tag.number("endPosition"));
    let mut read = Selection {
        guid: guid(tag, "guid"),
        name: tag.attribute("name").unwrap_or_default(),
        place,
        user: user(tag),
        at: moment(tag, &MOMENTS),
        ..Selection::default()
    };
    xml.children(|xml, tag| match tag.name() {
        "Description" => read.description = xml.text_within(),
        "Coding" => read.codings.push(coding(xml, tag)),
        "NoteRef" => read.notes.push(guid(tag, "targetGUID")),
        _ => {}
    });
    read
}

fn coding(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Coding {
    let mut read = Coding { user: user(tag), at: moment(tag, &MOMENTS), ..Coding::default() };
    xml.children(|_, tag| match tag.name() {
        "CodeRef" => read.code = guid(tag, "targetGUID"),
        "NoteRef" => read.notes.push(guid(tag, "targetGUID")),
        _ => {}
    });
    read
}

fn user(tag: &Tag<'_>) -> String {
    USERS.iter().map(|name| guid(tag, name)).find(|guid| !guid.is_empty()).unwrap_or_default()
}
