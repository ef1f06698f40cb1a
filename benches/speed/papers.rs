//! Papers and projects of any size, all invented.

use std::fmt::Write as _;
use std::sync::Arc;

use landtag_annotator::files::import;
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::edits::{Edit, library};
use landtag_annotator::model::text::{Body, Quote, Span};
use landtag_annotator::model::{Coding, Document, DocumentId, Evidence, Project, QuestionRef, TagId};

pub const SAMPLE: &[u8] = include_bytes!("../../assets/sample/kleine-anfrage-hessen-muster.txt");

const SENTENCE: &str = "Der Landtag hat heute beraten, und zwar lange und ausführlich. ";

/// A text of paragraphs without questions.
pub fn long_text(kilobytes: usize) -> tempfile::NamedTempFile {
    let paragraph = SENTENCE.repeat(8) + "\n\n";
    let file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a file");
    std::fs::write(file.path(), paragraph.repeat(kilobytes * 1024 / paragraph.len() + 1)).expect("written");
    file
}

pub fn papers(count: usize) -> Vec<Document> {
    let text = String::from_utf8(SAMPLE.to_vec()).expect("UTF-8");
    (0..count)
        .map(|number| {
            let text = text.replacen("Nachtbusse", &format!("Nachtbusse {number}"), 1);
            import::document(&format!("{number}.txt"), text.as_bytes()).expect("a paper")
        })
        .collect()
}

pub fn project(count: usize) -> Project {
    let mut project = Project::new("", default_codebook());
    library::add(&project, papers(count)).edit.apply(&mut project).expect("fits");
    project
}

/// Many papers of ten kilobytes, cut once: each has a number of its own in place of a word, and the last
/// one a word that no other has.
pub fn many(count: usize) -> Project {
    let sample = String::from_utf8(SAMPLE.to_vec()).expect("UTF-8");
    let room = "\n\nAnlage 0000000 Mehr Text, der keine Frage ist und nirgends hingehört.".repeat(200);
    let room = &room[..room.floor_char_boundary(10_240_usize.saturating_sub(sample.len()))];
    let paper = import::document("0.txt", format!("{sample}{room}").as_bytes()).expect("a paper");
    let documents = (0..count).map(|nth| {
        let mut text = paper.body.as_str().replace("0000000", &format!("{nth:07}"));
        if nth + 1 == count {
            text = text.replacen("nirgends", "zuletzt.", 1);
        }
        let id = DocumentId(nth as u64 + 1);
        Document { id, body: Body::new(&text), ..paper.clone() }
    });
    let mut project = Project::new("", default_codebook());
    library::add(&project, documents.collect()).edit.apply(&mut project).expect("fits");
    project
}

/// One long paper with questions, and passages all over it.
pub fn marked(kilobytes: usize, passages: usize) -> Project {
    let sample = String::from_utf8(SAMPLE.to_vec()).expect("UTF-8");
    let head = &sample[..sample.find("- Frage 1 ").expect("the first question")];
    let questions = (kilobytes / 5).max(2);
    let mut text = head.to_owned();
    for number in 1..=questions {
        let _ = write!(text, "Frage {number} Was ist in diesem Jahr geplant?\n\n");
        for _ in 0..(kilobytes * 1024 / questions / 520) {
            text += &SENTENCE.repeat(8);
            text += "\n\n";
        }
    }
    text += "Wiesbaden, 4. Mai 2026\n\nErna Muster\n";
    let document = import::document("lang.txt", text.as_bytes()).expect("a paper");
    assert_eq!(document.outline.question_count(), questions, "the paper is cut");
    let (id, body) = (document.id, document.body.clone());
    let groups = document.outline.groups.clone();
    let mut project = Project::new("", default_codebook());
    library::add(&project, vec![document]).edit.apply(&mut project).expect("fits");
    let now = "2026-05-04T10:00:00Z".parse().expect("a moment");
    for group in groups {
        let (Some(question), Some(answer)) = (group.questions.first(), group.answers.first()) else {
            continue;
        };
        let each = passages / questions;
        let evidence = (0..each).map(|nth| {
            let start = body.as_str().floor_char_boundary(answer.start + nth * answer.len() / each);
            let span = Span::new(start, body.as_str().floor_char_boundary(start + 40));
            Evidence { span, quote: Quote::of(&body, span) }
        });
        let coding = Coding {
            tag: Some(TagId("vague".to_owned())),
            evidence: evidence.collect(),
            ..Coding::empty(now, "1.0")
        };
        let key = project.my_key(QuestionRef { document: id, question: question.id });
        Edit::PutCoding { key, coding: Arc::new(coding) }.apply(&mut project).expect("fits");
    }
    project
}
