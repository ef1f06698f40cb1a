//! The file `project.qde` as plain lists. What the standard does not know is passed over; what we do not know is counted.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::codes::{colour, top_codes};
use super::sources::{Source, note, source};
use crate::files::import::printed::Failure;
use crate::files::import::xml::{Piece, Tag, Xml};
use crate::model::{ForeignCode, ForeignPart};

/// Tags of one file, opening and closing ones. Ten thousand papers have seven million.
const MOST_ELEMENTS: usize = 12_000_000;

/// A project as it is written. GUIDs are in small letters and without braces.
#[derive(Debug, Default)]
pub(super) struct Qde {
    pub name: String,
    /// The program that wrote it.
    pub origin: String,
    /// When it was last changed.
    pub at: Option<Timestamp>,
    pub users: Vec<User>,
    pub codes: Vec<ForeignCode>,
    /// Codes too far below others, by their names.
    pub too_deep: Vec<String>,
    /// Sets of codes: their GUID, and those of their codes.
    pub sets: Vec<(String, Vec<String>)>,
    /// Names of variables by their GUIDs.
    pub variables: BTreeMap<String, String>,
    pub cases: Vec<Case>,
    pub sources: Vec<Source>,
    pub notes: Vec<Source>,
    /// What is not known here.
    pub parts: BTreeMap<ForeignPart, usize>,
}

#[derive(Debug)]
pub(super) struct User {
    pub guid: String,
    pub name: String,
    /// A number of the program that wrote it.
    pub id: Option<u32>,
}

#[derive(Debug, Default)]
pub(super) struct Case {
    pub name: String,
    /// By the GUIDs of variables.
    pub values: Vec<(String, String)>,
    pub sources: Vec<String>,
    pub selections: Vec<String>,
}

/// Reads the text of a project.
///
/// # Errors
/// It is broken, declares entities, or is none.
pub(super) fn qde(text: &str) -> Result<Qde, Failure> {
    let mut qde = Qde::default();
    within_root(text, "Project", |xml, root| {
        qde.name = root.attribute("name").unwrap_or_default();
        qde.origin = root.attribute("origin").unwrap_or_default();
        qde.at = moment(root, &["modifiedDateTime", "creationDateTime"]);
        xml.children(|xml, tag| qde.part(xml, tag));
    })?;
    Ok(qde)
}

/// Reads a codebook as a project that has nothing else.
///
/// # Errors
/// It is broken, declares entities, or is none.
pub(super) fn qdc(text: &str) -> Result<Qde, Failure> {
    let mut qde = Qde::default();
    within_root(text, "CodeBook", |xml, root| {
        qde.origin = root.attribute("origin").unwrap_or_default();
        xml.children(|xml, tag| match tag.name() {
            "Codes" => qde.codes = top_codes(xml, &mut qde.too_deep),
            "Sets" => qde.read_sets(xml),
            _ => {}
        });
    })?;
    Ok(qde)
}

fn within_root(text: &str, name: &str, mut read: impl FnMut(&mut Xml<'_>, &Tag<'_>)) -> Result<(), Failure> {
    let broken = |reason: &str| Failure::Broken(reason.to_owned());
    if text.bytes().filter(|byte| *byte == b'<').count() > MOST_ELEMENTS {
        return Err(broken("too many elements"));
    }
    let mut xml = Xml::new(text);
    let root = loop {
        match xml.next() {
            Some(Piece::Open(tag)) => break tag,
            Some(_) => {}
            None => return Err(broken("no XML")),
        }
    };
    // Before anything is taken from it: entities of its own could say anything, without end.
    if xml.declares() {
        return Err(broken("it declares a document type, which REFI-QDA does not have"));
    }
    if root.name() != name {
        return Err(broken(&format!("it begins with {} and not with {name}", root.name())));
    }
    read(&mut xml, &root);
    while xml.next().is_some() {}
    match xml.broken() {
        Some(reason) => Err(Failure::Broken(reason)),
        None => Ok(()),
    }
}

impl Qde {
    fn part(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>) {
        match tag.name() {
            "Users" => xml.children(|_, tag| {
                self.users.push(User {
                    guid: guid(tag, "guid"),
                    name: tag.attribute("name").unwrap_or_default(),
                    id: tag.number("id"),
                });
            }),
            "CodeBook" => xml.children(|xml, tag| {
                if tag.name() == "Codes" {
                    self.codes = top_codes(xml, &mut self.too_deep);
                }
            }),
            "Variables" => xml.children(|_, tag| {
                self.variables.insert(guid(tag, "guid"), tag.attribute("name").unwrap_or_default());
            }),
            "Cases" => xml.children(|xml, tag| self.cases.push(case(xml, tag))),
            "Sources" => xml.children(|xml, tag| {
                if let Some(source) = source(xml, tag) {
                    self.sources.push(source);
                }
            }),
            "Notes" => xml.children(|xml, tag| self.notes.push(note(xml, tag))),
            "Sets" => self.read_sets(xml),
            "Links" => self.count(xml, ForeignPart::Links),
            "Graphs" => self.count(xml, ForeignPart::Graphs),
            _ => {}
        }
    }

    fn read_sets(&mut self, xml: &mut Xml<'_>) {
        xml.children(|xml, tag| {
            let own = guid(tag, "guid");
            let mut members = Vec::new();
            xml.children(|_, tag| {
                if tag.name() == "MemberCode" {
                    // The two schemas call it by different names.
                    let target = guid(tag, "targetGUID");
                    members.push(if target.is_empty() { guid(tag, "guid") } else { target });
                }
            });
            self.sets.push((own, members));
        });
    }

    fn count(&mut self, xml: &mut Xml<'_>, part: ForeignPart) {
        let mut count = 0;
        xml.children(|_, _| count += 1);
        if count > 0 {
            *self.parts.entry(part).or_default() += count;
        }
    }
}

fn case(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Case {
    let mut case = Case { name: tag.attribute("name").unwrap_or_default(), ..Case::default() };
    xml.children(|xml, tag| match tag.name() {
        "VariableValue" => case.values.extend(value(xml)),
        "SourceRef" => case.sources.push(guid(tag, "targetGUID")),
        "SelectionRef" => case.selections.push(guid(tag, "targetGUID")),
        _ => {}
    });
    case
}

/// A value with the GUID of its variable.
pub(super) fn value(xml: &mut Xml<'_>) -> Option<(String, String)> {
    let (mut variable, mut value) = (None, None);
    xml.children(|xml, tag| match tag.name() {
        "VariableRef" => variable = Some(guid(tag, "targetGUID")),
        name if name.ends_with("Value") => value = Some(xml.text_within()),
        _ => {}
    });
    Some((variable?, value?))
}

/// A GUID as it is compared: small letters, no braces.
pub(super) fn guid(tag: &Tag<'_>, name: &str) -> String {
    let written = tag.attribute(name).unwrap_or_default();
    written.trim().trim_matches(['{', '}']).to_ascii_lowercase()
}

/// The first of these moments that is there. One without a zone is read as UTC.
pub(super) fn moment(tag: &Tag<'_>, names: &[&str]) -> Option<Timestamp> {
    names.iter().find_map(|name| as_moment(tag.attribute(name)?.trim()))
}

pub(super) fn as_moment(written: &str) -> Option<Timestamp> {
    let local = || written.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok();
    written.parse().ok().or_else(|| local().map(|moment| moment.timestamp()))
}

pub(super) fn swatch_of(tag: &Tag<'_>) -> Option<crate::model::Swatch> {
    colour(&tag.attribute("color")?)
}
