//! How fast the daily work is: `cargo bench`. Ratios in one run tell more than times on a noisy machine.

mod aids;
mod compare;
mod desk;
mod frames;
mod papers;
mod search;
mod tables;

use divan::{Bencher, black_box};
use landtag_annotator::files::export::render;
use landtag_annotator::files::import;
use landtag_annotator::files::storage::{read_project, write_project};
use landtag_annotator::model::edits::Past;
use landtag_annotator::model::{Document, ExportChoice, ExportFormat, ExportOrder, Language, Unwatched};
use landtag_annotator::ui::lang::words;
use papers::{SAMPLE, papers, project};

fn main() {
    divan::main();
}

/// Reading and cutting the sample.
#[divan::bench]
fn import_one_paper() -> Document {
    import::document("sample.txt", black_box(SAMPLE)).expect("a paper")
}

#[divan::bench(sample_count = 10)]
fn import_1000_papers() -> usize {
    papers(1000).len()
}

#[divan::bench(args = [10, 1000], sample_count = 10)]
fn write_a_project(bencher: Bencher<'_, '_>, count: usize) {
    let project = project(count);
    bencher.bench_local(|| write_project(&project).len());
}

#[divan::bench(args = [10, 1000], sample_count = 10)]
fn read_a_project(bencher: Bencher<'_, '_>, count: usize) {
    let text = write_project(&project(count));
    bencher.bench_local(|| read_project("x", &text).expect("reads").document_count());
}

#[divan::bench(args = ["html", "md", "csv"], sample_count = 10)]
fn export_1000_papers(bencher: Bencher<'_, '_>, ending: &str) {
    let project = project(1000);
    let documents: Vec<&Document> = project.documents().map(|document| &**document).collect();
    let format = ExportFormat::of_ending(ending).expect("a format");
    let order = ExportOrder {
        project: &project,
        documents: &documents,
        past: &Past::default(),
        choice: &ExportChoice::of(format),
        title: "x",
        words: words(Language::German).exports,
        day: jiff::civil::date(2026, 5, 4),
    };
    bencher.bench_local(|| render(&order, &Unwatched).is_ok());
}
