//! The comparison of a large study: five coders, ten thousand papers with five questions each.

use std::sync::Arc;

use divan::{Bencher, black_box};
use jiff::Timestamp;
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::analysis::disagreement::comparison;
use landtag_annotator::model::{
    Coder, CoderId, Coding, CodingKey, Document, DocumentId, Project, ProjectParts, Round,
};

use crate::papers::papers;

const CODERS: u32 = 5;
const QUESTIONS: usize = 5;

/// A study in which everybody coded everything, and one of four tags is another.
fn study(papers_count: usize) -> Project {
    let mut paper = papers(1).remove(0);
    let mut left = QUESTIONS;
    for group in &mut paper.outline.groups {
        group.questions.truncate(left);
        left -= group.questions.len();
    }
    paper.outline.groups.retain(|group| !group.questions.is_empty());
    assert_eq!(paper.outline.question_count(), QUESTIONS);
    let mut parts = ProjectParts::of("", default_codebook());
    parts.coders = (1..=CODERS).map(|id| Coder::new(CoderId(id), "")).collect();
    let codings: Vec<Arc<Coding>> = parts.codebook.tags.iter().map(coding).collect();
    for nth in 0..papers_count {
        let document = Document { id: DocumentId(nth as u64 + 1), ..paper.clone() };
        for (place, question) in document.outline.questions().enumerate() {
            for coder in 1..=CODERS {
                let draw = (nth * 31 + place * 7 + coder as usize * 13) % 11;
                let tag = if draw < 3 { (nth + place + draw) % 3 } else { (nth + place) % 3 };
                let key = CodingKey {
                    document: document.id,
                    question: question.id,
                    coder: CoderId(coder),
                    round: Round::FIRST,
                };
                // Each coding is a thing of its own, as in a project that was read.
                parts.codings.push((key, Arc::new((*codings[tag]).clone())));
            }
        }
        parts.documents.push(Arc::new(document));
    }
    Project::from_parts(parts).expect("a sound study")
}

fn coding(tag: &landtag_annotator::model::Tag) -> Arc<Coding> {
    Arc::new(Coding { tag: Some(tag.id.clone()), ..Coding::empty(Timestamp::UNIX_EPOCH, "1.0") })
}

/// The list of disagreements, by papers.
#[divan::bench(args = [100, 10_000], sample_count = 10)]
fn disagreements(bencher: Bencher<'_, '_>, papers: usize) {
    let project = study(papers);
    bencher.bench_local(|| comparison(black_box(&project), Round::FIRST).cases.len());
}

/// All coefficients, and 2,000 draws of whole papers.
#[divan::bench(args = [100, 10_000], sample_count = 5)]
fn coefficients_with_draws(bencher: Bencher<'_, '_>, papers: usize) {
    let project = study(papers);
    let compared = comparison(&project, Round::FIRST);
    bencher.bench_local(|| black_box(&compared).figures_with_intervals(&project).expect("figures"));
}
