//! How long a merge of 10,000 papers coded by five takes. Ignored: it measures.
//! `cargo test --release --test merge_speed -- --ignored --nocapture`
#![expect(clippy::print_stdout, reason = "a measure is for reading")]

mod support;

use std::sync::Arc;
use std::time::Instant;

use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::edits::merge::merge;
use landtag_annotator::model::{
    Coder, CoderId, Coding, CodingKey, Document, DocumentId, Project, ProjectParts, QuestionId, Round,
};
use support::{now, sample, tag};

const PAPERS: u64 = 10_000;
const QUESTIONS: u32 = 5;

/// What a coder says of a question; `changed` says otherwise at one in a hundred.
fn coding(paper: u64, question: u32, coder: u32, changed: bool) -> Arc<Coding> {
    let nth = paper as usize * 5 + question as usize + coder as usize;
    let shift = usize::from(changed && nth.is_multiple_of(100));
    let tag_id = tag(["concrete", "vague", "deferred"][(nth + shift) % 3]);
    Arc::new(Coding { tag: Some(tag_id), ..Coding::empty(now(), "1.0") })
}

fn project(documents: &[Arc<Document>], coders: std::ops::RangeInclusive<u32>, changed: bool) -> Project {
    let mut codings = Vec::new();
    for document in documents {
        for question in 1..=QUESTIONS {
            for coder in coders.clone() {
                let key = CodingKey {
                    document: document.id,
                    question: QuestionId(question),
                    coder: CoderId(coder),
                    round: Round(1),
                };
                codings.push((key, coding(document.id.0, question, coder, changed)));
            }
        }
    }
    let coder = |id: u32| Coder { id: CoderId(id), name: format!("Coder {id}"), key: format!("key {id}") };
    let mut parts = ProjectParts::of("Wahlperiode", default_codebook());
    parts.coders = coders.map(coder).collect();
    parts.documents = documents.to_vec();
    parts.codings = codings;
    Project::from_parts(parts).expect("consistent")
}

fn papers() -> Vec<Arc<Document>> {
    let mut paper = sample();
    let questions = paper.outline.groups.iter_mut();
    let mut left = QUESTIONS as usize;
    for group in questions {
        group.questions.truncate(left);
        left -= group.questions.len();
    }
    let numbered = |id: u64| {
        let mut paper = paper.clone();
        paper.id = DocumentId(id);
        paper.origin.sha256 = format!("{id:064x}");
        Arc::new(paper)
    };
    (1..=PAPERS).map(numbered).collect()
}

#[test]
#[ignore = "measures"]
fn five_coders_and_ten_thousand_papers() {
    let ours_papers = papers();
    // Another file: the same papers, read by themselves.
    let theirs_papers: Vec<Arc<Document>> =
        ours_papers.iter().map(|paper| Arc::new((**paper).clone())).collect();
    let base = project(&ours_papers, 1..=5, false);
    let changed = project(&theirs_papers, 1..=5, true);
    let (some, others) = (project(&ours_papers, 1..=2, false), project(&theirs_papers, 3..=5, false));
    for (name, base, ours, theirs, conflicts) in [
        ("the same copy", None, &base, &project(&theirs_papers, 1..=5, false), 0),
        ("other coders", None, &some, &others, 0),
        ("one in a hundred changed, origin known", Some(&base), &base, &changed, 0),
        ("one in a hundred differs, no origin", None, &base, &changed, 2_500),
    ] {
        let began = Instant::now();
        let merged = merge(base, ours, theirs);
        let took = began.elapsed();
        assert_eq!(merged.conflicts.len(), conflicts, "{name}");
        let began = Instant::now();
        merged.edit.apply(&mut ours.clone()).expect("it fits");
        println!("{name}: merge {took:.2?}, apply {:.2?}", began.elapsed());
    }
}
