//! What is in a package, and where.

use std::fmt::Write as _;

use super::parts::{columns, only, text_name};
use crate::files::digest::sha256;
use crate::files::export::codebook_text::inline;
use crate::files::export::output::Output;
use crate::files::export::{bibtex, codebook, csv};
use crate::files::storage::write_project;
use crate::model::analysis::{bibliography, package_facts, tables};
use crate::model::{CodebookFormat, ExportOrder, Progress, Unfinished};

/// Computed again by whoever receives the package.
const SCRIPTS: [(&str, &str); 4] = [
    ("figures.R", include_str!("../../../../assets/replication/figures.R")),
    ("figures.py", include_str!("../../../../assets/replication/figures.py")),
    ("read.R", include_str!("../../../../assets/replication/read.R")),
    ("read.py", include_str!("../../../../assets/replication/read.py")),
];

/// README, licence, texts, tables, codebook, project and scripts, each with its SHA-256 in `SHA256SUMS`. Whether coders
/// are named was decided before: see [`crate::model::Pseudonyms`].
pub fn replication(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Output, Unfinished> {
    let words = order.words.replication;
    let mut all = tables::all(order, progress)?;
    let figures = tables::figures(order);
    let mut facts = package_facts(order, figures.rows.len());
    facts.title = inline(&facts.title);
    all.push(figures);
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |path: String, text: String| files.push((path, text.into_bytes()));
    add("README.md".to_owned(), (words.readme)(&facts));
    add("LICENCE.txt".to_owned(), (words.licence)(order.choice.licence));
    for format in CodebookFormat::ALL {
        let text = codebook(order.project.codebook(), format, order.words.codebook);
        add(format!("codebook.{}", format.ending()), text);
    }
    add("papers.bib".to_owned(), bibtex(&bibliography(order.documents, order.words.summary)));
    add("project.ron".to_owned(), write_project(&only(order.project, order.documents)));
    for (name, text) in SCRIPTS {
        add(format!("scripts/{name}"), text.to_owned());
    }
    add("tables/COLUMNS.md".to_owned(), columns(&all, words));
    all.push(tables::description(&all, order.words.tables));
    for (nth, table) in all.iter().enumerate() {
        progress.step(nth, all.len())?;
        add(format!("tables/{}.csv", table.name), csv(table));
    }
    for (nth, document) in order.documents.iter().enumerate() {
        progress.step(nth, order.documents.len())?;
        add(format!("texts/{}", text_name(document)), document.body.as_str().to_owned());
    }
    let mut sums = String::new();
    for (nth, (path, bytes)) in files.iter().enumerate() {
        progress.step(nth, files.len())?;
        let _ = writeln!(sums, "{}  {path}", sha256(bytes));
    }
    files.push(("SHA256SUMS".to_owned(), sums.into_bytes()));
    Ok(Output::Folder(files))
}
