//! The file `project.qde`: users, codes, variables, cases, sources and notes, in the order of the schema.

use super::case::cases;
use super::code::{codes, sets};
use super::markup::Markup;
use super::naming::{Names, paper_name, source_name};
use super::source::source;
use crate::files::refi::{Kind, PAPER, QUESTION, Variable, guid, of_coding};
use crate::model::{Coder, CoderId, Coding, CodingKey, Document, ExportOrder, Progress, Unfinished};

/// A paper that goes out.
pub(super) struct Paper<'a> {
    pub document: &'a Document,
    pub guid: String,
    pub name: String,
    pub codings: Vec<(CodingKey, &'a Coding)>,
}

/// A coder as the file names them.
pub(super) struct User {
    pub id: CoderId,
    pub guid: String,
    pub name: String,
}

/// A memo as a note: its GUID, and its text.
pub(super) struct Note<'a> {
    pub guid: String,
    pub name: String,
    key: CodingKey,
    coding: &'a Coding,
}

impl Note<'_> {
    pub fn text(&self) -> &str {
        &self.coding.memo
    }
}

pub(super) const ORIGIN: &str = concat!("Landtag Annotator ", env!("CARGO_PKG_VERSION"));

pub(super) fn papers<'a>(order: &ExportOrder<'a>) -> Vec<Paper<'a>> {
    let mut names = Names::default();
    let paper = |document: &&'a Document| Paper {
        document,
        guid: guid("source", &[&document.id.to_string()]),
        name: names.once(&source_name(document)),
        codings: order.project.codings_of(document.id).collect(),
    };
    order.documents.iter().map(paper).collect()
}

pub(super) fn notes<'a>(order: &ExportOrder<'a>, papers: &[Paper<'a>]) -> Vec<Note<'a>> {
    let mut names = Names::default();
    let mut notes = Vec::new();
    for paper in papers {
        for (key, coding) in paper.codings.iter().filter(|(_, coding)| !coding.memo.is_empty()) {
            let label = paper.document.outline.question(key.question).map_or("", |question| &question.label);
            let called = format!("{} · {} {label}", paper_name(paper.document), order.words.summary.question);
            notes.push(Note {
                guid: of_coding("note", *key, &[]),
                name: names.once(&called),
                key: *key,
                coding,
            });
        }
    }
    notes
}

fn users(order: &ExportOrder<'_>) -> Vec<User> {
    let mut names = Names::default();
    // Where names are not to go out, the project has none.
    let user = |coder: &Coder| User {
        id: coder.id,
        guid: guid("user", &[&coder.id.0.to_string()]),
        name: names.once(&coder.name_or_number()),
    };
    order.project.coders().map(user).collect()
}

/// The text of the file.
pub(super) fn project(
    order: &ExportOrder<'_>,
    papers: &[Paper<'_>],
    notes: &[Note<'_>],
    progress: &dyn Progress,
) -> Result<String, Unfinished> {
    let users = users(order);
    let me = order.project.me();
    let me = users.iter().find(|user| user.id == me).map(|user| user.guid.as_str());
    let day = format!("{}T00:00:00Z", order.day);
    let last = papers.iter().flat_map(|paper| &paper.codings).map(|(_, coding)| coding.at).max();
    let last = last.map_or_else(|| day.clone(), |at| at.to_string());
    let labels = order.words.codebook[0];
    let codebook = order.project.codebook();
    let mut xml = Markup::new();
    xml.open(
        "Project",
        &[
            ("xmlns", Some("urn:QDA-XML:project:1.0")),
            ("name", Some(order.title)),
            ("origin", Some(ORIGIN)),
            ("creatingUserGUID", me),
            ("creationDateTime", Some(&day)),
            ("modifyingUserGUID", me),
            ("modifiedDateTime", Some(&last)),
        ],
    );
    xml.open("Users", &[]);
    for user in &users {
        let id = user.id.0.to_string();
        xml.empty("User", &[("guid", Some(&user.guid)), ("name", Some(&user.name)), ("id", Some(&id))]);
    }
    xml.close();
    xml.open("CodeBook", &[]);
    codes(&mut xml, codebook, labels);
    xml.close();
    xml.open("Variables", &[]);
    for variable in PAPER.iter().chain(QUESTION) {
        let own = guid("variable", &[variable.name]);
        let kind = variable.kind.name();
        xml.empty(
            "Variable",
            &[("guid", Some(&own)), ("name", Some(variable.name)), ("typeOfVariable", Some(kind))],
        );
    }
    xml.close();
    let of = papers.len() * 2;
    if papers.iter().any(|paper| paper.document.outline.question_count() > 0) {
        let mut names = Names::default();
        xml.open("Cases", &[]);
        for (done, paper) in papers.iter().enumerate() {
            progress.step(done, of)?;
            cases(&mut xml, order, paper, &users, &mut names);
        }
        xml.close();
    }
    if !papers.is_empty() {
        xml.open("Sources", &[]);
        for (done, paper) in papers.iter().enumerate() {
            progress.step(papers.len() + done, of)?;
            source(&mut xml, order, paper, &users);
        }
        xml.close();
    }
    write_notes(&mut xml, notes, &users);
    sets(&mut xml, codebook, labels, "targetGUID");
    xml.close();
    Ok(xml.finish())
}

fn write_notes(xml: &mut Markup, notes: &[Note<'_>], users: &[User]) {
    if notes.is_empty() {
        return;
    }
    xml.open("Notes", &[]);
    for note in notes {
        let path = format!("internal://{}.txt", note.guid);
        let user = users.iter().find(|user| user.id == note.key.coder).map(|user| user.guid.as_str());
        let at = note.coding.at.to_string();
        xml.empty(
            "Note",
            &[
                ("guid", Some(&note.guid)),
                ("name", Some(&note.name)),
                ("plainTextPath", Some(&path)),
                ("creatingUser", user),
                ("creationDateTime", Some(&at)),
                ("modifyingUser", user),
                ("modifiedDateTime", Some(&at)),
            ],
        );
    }
    xml.close();
}

/// The element `VariableValue`.
pub(super) fn value(xml: &mut Markup, variable: &Variable, text: &str) {
    let element = match variable.kind {
        Kind::Text => "TextValue",
        Kind::Boolean => "BooleanValue",
        Kind::Integer => "IntegerValue",
        Kind::Date => "DateValue",
        Kind::DateTime => "DateTimeValue",
    };
    xml.open("VariableValue", &[]);
    xml.empty("VariableRef", &[("targetGUID", Some(&guid("variable", &[variable.name])))]);
    xml.words(element, text);
    xml.close();
}
