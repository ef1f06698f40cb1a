//! Views of a large project: the ledger, the consistency list; and the cues of a paper.

use std::sync::Arc;

use divan::{Bencher, black_box};
use jiff::Timestamp;
use landtag_annotator::files::storage::{built_in_cues, default_codebook};
use landtag_annotator::model::analysis::{CueFinder, CueSearch, ledger, places_to_review};
use landtag_annotator::model::edits::Edit;
use landtag_annotator::model::text::Quote;
use landtag_annotator::model::{Coding, Document, DocumentId, Evidence, Project, QuestionRef};

use crate::papers::papers;

/// Papers in which every question carries a tag, every second one with its answer as evidence.
pub fn coded(codings: usize) -> Project {
    let paper = papers(1).remove(0);
    let mut project = Project::new("", default_codebook());
    let version = project.codebook().version.clone();
    let count = codings / paper.outline.question_count();
    for nth in 0..count {
        let paper = Document { id: DocumentId(nth as u64 + 1), ..paper.clone() };
        for (place, asked) in paper.outline.questions().enumerate() {
            let mut coding = Coding::empty(Timestamp::UNIX_EPOCH, &version);
            coding.tag = Some(project.codebook().tags[(nth + place) % 3].id.clone());
            if place % 2 == 0 {
                let answer = paper.outline.group_of(asked.id).expect("its group").answers[0];
                coding.evidence = vec![Evidence { span: answer, quote: Quote::of(&paper.body, answer) }];
            }
            let key = project.my_key(QuestionRef { document: paper.id, question: asked.id });
            if place == 0 {
                let document = Arc::new(paper.clone());
                Edit::PutDocument { place: nth, document }.apply(&mut project).expect("fits");
            }
            Edit::PutCoding { key, coding: Arc::new(coding) }.apply(&mut project).expect("fits");
        }
    }
    project
}

/// Places to read again in a project in which everything is coded, by the number of codings.
#[divan::bench(args = [1_000, 50_000], sample_count = 10)]
fn review_after_coding(bencher: Bencher<'_, '_>, codings: usize) {
    let project = coded(codings);
    bencher.bench_local(|| places_to_review(black_box(&project)).len());
}

/// The ledger of such a project: a third of its questions put something off.
#[divan::bench(args = [1_000, 50_000], sample_count = 10)]
fn the_ledger(bencher: Bencher<'_, '_>, codings: usize) {
    let project = coded(codings);
    let day = jiff::civil::date(2026, 5, 4);
    bencher.bench_local(|| ledger(black_box(&project), day).len());
}

/// The built-in cues made ready, and looked for in one answer.
#[divan::bench(sample_count = 10)]
fn make_the_cues_ready(bencher: Bencher<'_, '_>) {
    let paper = papers(1).remove(0);
    bencher.bench_local(|| {
        let mut finder = CueFinder::new(built_in_cues());
        let mut search = CueSearch::new(&paper, &paper.outline.groups[0]);
        finder.go_on(&mut search, usize::MAX)
    });
}

/// The cues of a whole paper, once they are ready.
#[divan::bench]
fn cues_of_one_paper(bencher: Bencher<'_, '_>) {
    let paper = papers(1).remove(0);
    let mut finder = CueFinder::new(built_in_cues());
    bencher.bench_local(|| {
        let groups = &paper.outline.groups;
        let mut found = 0;
        for group in groups {
            let mut search = CueSearch::new(&paper, group);
            finder.go_on(&mut search, usize::MAX);
            found += search.passages().len();
        }
        found
    });
}
