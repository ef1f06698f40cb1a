//! A strip per paper: a whole term at a glance.

use crate::model::analysis::summary::{PaperStrip, SheetTag, Strip, StripAnswer, StripCell};
use crate::model::{Document, DocumentId, Project, Question, QuestionRef, TagId};

use super::counted::Paper;
use super::words::OverviewWords;

/// All papers of which something is counted, those with the largest share of the first tag first. Every cell of such
/// a paper is there, whatever a filter says of single questions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaperStrips {
    pub title: String,
    /// „eine Zelle je Frage, nach Anteil konkret; 44 Dokumente noch nicht eingestuft“.
    pub about: String,
    pub strips: Vec<PaperStrip>,
    /// As many as there are strips.
    pub documents: Vec<DocumentId>,
}

pub(super) fn strips(
    project: &Project,
    papers: &[Paper<'_>],
    tags: &[(TagId, SheetTag)],
    words: &OverviewWords,
) -> Option<PaperStrips> {
    let first = tags.first()?;
    let mut tagged: Vec<&Paper<'_>> = papers.iter().filter(|paper| !paper.questions.is_empty()).collect();
    let share = |paper: &Paper<'_>| {
        let hits = paper.questions.iter().filter(|question| question.tag == 0).count();
        hits as f64 / paper.questions.len() as f64
    };
    tagged.sort_by(|a, b| {
        let share = share(b).total_cmp(&share(a));
        let (a, b) = (a.document, b.document);
        share
            .then_with(|| number_parts(a).cmp(&number_parts(b)))
            .then_with(|| a.origin.sha256.cmp(&b.origin.sha256))
    });
    if tagged.is_empty() {
        return None;
    }
    let untouched = papers.iter().filter(|paper| paper.questions.is_empty() && paper.has_open).count();
    let strip = |paper: &&Paper<'_>| PaperStrip {
        paper: paper_name(paper.document).to_owned(),
        strip: strip(project, paper.document, tags, words),
    };
    Some(PaperStrips {
        title: words.papers_title.to_owned(),
        about: (words.papers_about)(&first.1.name, untouched),
        strips: tagged.iter().map(strip).collect(),
        documents: tagged.iter().map(|paper| paper.document.id).collect(),
    })
}

fn paper_name(document: &Document) -> &str {
    document.head.number.as_deref().unwrap_or(&document.origin.file)
}

/// „21/900“ stands before „21/2112“.
fn number_parts(document: &Document) -> (Vec<u64>, &str) {
    let name = paper_name(document);
    let parts = name.split(|sign: char| !sign.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
    (parts.collect(), name)
}

fn strip(project: &Project, document: &Document, tags: &[(TagId, SheetTag)], words: &OverviewWords) -> Strip {
    let cell = |question: &Question| {
        let key = QuestionRef { document: document.id, question: question.id };
        let tag = project.my_coding(key).and_then(|coding| coding.tag.as_ref());
        let look = tag.and_then(|tag| tags.iter().find(|(id, _)| id == tag));
        StripCell { label: question.label.clone(), tag: look.map(|(_, look)| look.clone()) }
    };
    let answers = document.outline.groups.iter().filter(|group| !group.questions.is_empty());
    let answers = answers.map(|group| StripAnswer { cells: group.questions.iter().map(cell).collect() });
    Strip { answers: answers.collect(), jointly: words.jointly.to_owned() }
}
