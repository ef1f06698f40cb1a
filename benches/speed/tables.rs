//! Tables, workbooks and packages of a whole term: 5,400 codings.

use divan::Bencher;
use landtag_annotator::files::export::render;
use landtag_annotator::model::edits::Past;
use landtag_annotator::model::{Document, ExportChoice, ExportFormat, ExportOrder, Language, Unwatched};
use landtag_annotator::ui::lang::words;

use crate::aids::coded;

const FORMATS: [&str; 12] = [
    "csv",
    "csv-de",
    "units",
    "documents",
    "evidence",
    "ledger",
    "changes",
    "xlsx",
    "spss",
    "bib",
    "ris",
    "replication",
];

#[divan::bench(args = FORMATS, sample_count = 10)]
fn export_5400_codings(bencher: Bencher<'_, '_>, name: &str) {
    let project = coded(5_400);
    let documents: Vec<&Document> = project.documents().map(|document| &**document).collect();
    let format = ExportFormat::of_name(name).expect("a format");
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
