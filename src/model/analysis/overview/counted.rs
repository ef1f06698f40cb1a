//! What is counted: my tagged questions that pass a filter, paper by paper.

use crate::model::{Coding, CountBy, Document, Filter, Project, QuestionRef};

/// A paper with what is counted of it.
pub(super) struct Paper<'a> {
    pub document: &'a Document,
    /// In the order of printing; perhaps none.
    pub questions: Vec<Counted<'a>>,
    /// Whether a question that passes has no tag.
    pub has_open: bool,
}

/// A question that is counted.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    /// Place of its answer in the paper.
    pub answer: usize,
    /// Place of its tag in the codebook.
    pub tag: usize,
    pub coding: &'a Coding,
}

/// The papers that pass, with what is counted of each.
pub(super) fn papers<'a>(
    project: &'a Project,
    documents: &[&'a Document],
    filter: &Filter,
) -> Vec<Paper<'a>> {
    let passing = documents.iter().filter(|document| filter.passes_document(project, document));
    passing.map(|document| paper(project, document, filter)).collect()
}

fn paper<'a>(project: &'a Project, document: &'a Document, filter: &Filter) -> Paper<'a> {
    let mut paper = Paper { document, questions: Vec::new(), has_open: false };
    let passes_all = filter.says_nothing();
    for (answer, group) in document.outline.groups.iter().enumerate() {
        for question in &group.questions {
            if !passes_all && !filter.passes(project, document, question.id) {
                continue;
            }
            let key = QuestionRef { document: document.id, question: question.id };
            let coding = project.my_coding(key);
            let tag = coding.and_then(|coding| project.codebook().key_of(coding.tag.as_ref()?));
            match (coding, tag) {
                (Some(coding), Some(key)) => {
                    paper.questions.push(Counted { answer, tag: key - 1, coding });
                }
                _ => paper.has_open = true,
            }
        }
    }
    paper
}

/// How often each tag is counted among the questions that fit: by question, each of them; by answer, each answer once
/// for each tag that its fitting questions carry.
pub(super) fn by_tag(
    paper: &Paper<'_>,
    count_by: CountBy,
    tags: usize,
    fits: impl Fn(&Counted<'_>) -> bool,
) -> Vec<u32> {
    let mut counts = vec![0; tags];
    let mut last = vec![usize::MAX; tags];
    for question in paper.questions.iter().filter(|question| fits(question)) {
        // The questions of an answer stand together.
        let again = std::mem::replace(&mut last[question.tag], question.answer) == question.answer;
        if count_by == CountBy::Questions || !again {
            counts[question.tag] += 1;
        }
    }
    counts
}

/// How many questions fit, or how many answers have a question that fits.
pub(super) fn how_many(paper: &Paper<'_>, count_by: CountBy, fits: impl Fn(&Counted<'_>) -> bool) -> u32 {
    let mut count = 0;
    let mut last = usize::MAX;
    for question in paper.questions.iter().filter(|question| fits(question)) {
        let again = std::mem::replace(&mut last, question.answer) == question.answer;
        if count_by == CountBy::Questions || !again {
            count += 1;
        }
    }
    count
}
