//! A publication as one PDF file: PDF/A-2a, so that it can be archived, and PDF/UA-1, so that it can be heard.

use jiff::civil::Date;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::{Document, SerializeSettings};

use super::blocks;
use super::draw::{destination, draw};
use super::faces::Faces;
use super::flow::{Flow, Page};
use super::lines::{fitted, printable_line};
use super::paper::{COLUMN, FOOT, HEAD, LEFT, RIGHT, RUNNING};
use super::piece::{Anchor, Belongs, Drawing, What};
use super::structure::short;
use super::typesetter::{Typesetter, is_blank};
use crate::model::analysis::summary::{Publication, Section};
use crate::model::{Problem, Progress, Unfinished};

/// The publication as a file. The same publication and day give the same bytes.
pub fn pdf(publication: &Publication, day: Date, progress: &dyn Progress) -> Result<Vec<u8>, Unfinished> {
    let sections = &publication.sections;
    let faces = Faces::load();
    let mut typesetter = Typesetter::new(&faces, publication.language, sections.len());
    let mut flow = Flow::default();
    // Setting and drawing are half of the work each, and closing the file is the last step.
    let steps = sections.len() * 2 + 1;
    for (place, section) in sections.iter().enumerate() {
        progress.step(place, steps)?;
        flow.section(place, blocks::section(&mut typesetter, section));
    }
    if sections.is_empty() {
        flow.section(0, Vec::new());
    }
    let mut structure = typesetter.structure;
    let mut file = Document::new_with(settings());
    let pages = std::mem::take(&mut flow.pages);
    let count = pages.len();
    for (number, mut page) in (1..).zip(pages) {
        progress.step(sections.len() + page.section, steps)?;
        page.drawings.extend(furniture(&faces, publication, &page, number, count));
        draw(&mut file, &page, &flow, &faces, &mut structure);
    }
    progress.step(steps - 1, steps)?;
    file.set_outline(outline(publication, &flow));
    file.set_metadata(metadata(publication, day));
    file.set_tag_tree(structure.into_tree(publication.language.code()));
    file.finish()
        .map_err(|error| Problem::WriteFailed { file: title(publication), reason: reason(&error) }.into())
}

/// What the library said, with the first thing that its check found.
fn reason(error: &KrillaError) -> String {
    match error {
        KrillaError::Validation(found) => {
            let first = found.first().map(|(first, _)| format!("{first:?}")).unwrap_or_default();
            format!("{error}: {first}")
        }
        other => other.to_string(),
    }
}

fn settings() -> SerializeSettings {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("both build on PDF 1.7");
    SerializeSettings { configuration, ..SerializeSettings::default() }
}

/// What is on every page: the running title from the second page of a section on, and the number.
fn furniture(
    faces: &Faces,
    publication: &Publication,
    page: &Page,
    number: usize,
    count: usize,
) -> Vec<Drawing> {
    let mut drawings = Vec::new();
    let line = |belongs, words: String, x: f32, y: f32| Drawing {
        belongs,
        what: What::Words { x, y, style: RUNNING, words },
    };
    let section = publication.sections.get(page.section);
    if let (false, Some(section)) = (page.first, section) {
        let title = fitted(faces, RUNNING.face, RUNNING.size, name(publication, section), COLUMN * 0.8);
        drawings.push(line(Belongs::RunningTitle, title, LEFT, HEAD));
    }
    if count > 1 {
        let words = format!("{number} / {count}");
        let width = faces.width(RUNNING.face, &words) * RUNNING.size;
        drawings.push(line(Belongs::PageNumber, words, RIGHT - width, FOOT));
    }
    drawings
}

fn outline(publication: &Publication, flow: &Flow) -> Outline {
    let mut outline = Outline::new();
    for (place, section) in publication.sections.iter().enumerate() {
        if let Some(landing) = flow.landing(Anchor(place)) {
            outline.push_child(OutlineNode::new(short(name(publication, section)), destination(landing)));
        }
    }
    if let (true, Some(landing)) = (publication.sections.is_empty(), flow.landing(Anchor(0))) {
        outline.push_child(OutlineNode::new(title(publication), destination(landing)));
    }
    outline
}

fn metadata(publication: &Publication, day: Date) -> Metadata {
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let date = DateTime::new(u16::try_from(day.year()).unwrap_or_default())
        .month(part(day.month()))
        .day(part(day.day()));
    Metadata::new()
        .title(title(publication))
        .language(publication.language.code().to_owned())
        .creator(concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned())
        .creation_date(date)
}

/// The title of the file, which always has one.
fn title(publication: &Publication) -> String {
    let titles = publication.sections.iter().map(|section| &section.title);
    let found = std::iter::once(&publication.title).chain(titles).find(|title| !is_blank(title));
    short(&found.map(|title| printable_line(title)).unwrap_or_default())
}

/// What a section is called; like the file where it has no title.
fn name<'p>(publication: &'p Publication, section: &'p Section) -> &'p str {
    if is_blank(&section.title) { &publication.title } else { &section.title }
}
