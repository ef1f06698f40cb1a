//! The parts of a package that are no export by themselves.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::analysis::ReplicationWords;
use crate::model::analysis::tables::Table;
use crate::model::text::slug;
use crate::model::{Document, DocumentId, Project};

/// Of the text of a paper: `he-21-2112_876f34a558af9276.txt`. Safe on every disk, and no other paper has it.
pub(super) fn text_name(document: &Document) -> String {
    let head = &document.head;
    let printed = format!(
        "{} {}",
        head.parliament.as_deref().unwrap_or_default(),
        head.number.as_deref().unwrap_or_default()
    );
    let mut name = slug(&printed, '-').to_lowercase();
    name.truncate(80);
    if name.is_empty() { format!("{}.txt", document.id) } else { format!("{name}_{}.txt", document.id) }
}

/// The project with these papers only.
///
/// # Panics
/// Never: what is left of a sound project is sound.
pub(super) fn only(project: &Project, documents: &[&Document]) -> Project {
    if documents.len() == project.document_count() {
        return project.clone();
    }
    let chosen: BTreeSet<DocumentId> = documents.iter().map(|document| document.id).collect();
    let mut parts = project.to_parts();
    parts.documents.retain(|document| chosen.contains(&document.id));
    parts.codings.retain(|(key, _)| chosen.contains(&key.document));
    parts.decisions.retain(|(question, _)| chosen.contains(&question.document));
    for plan in &mut parts.rounds {
        plan.documents.retain(|document| chosen.contains(document));
    }
    Project::from_parts(parts).expect("what is left of a sound project is sound")
}

/// What each column of each table holds, in Markdown.
pub(super) fn columns(tables: &[Table], words: &ReplicationWords) -> String {
    let mut out = format!("{}\n", words.columns);
    for table in tables {
        let _ = write!(out, "\n{}\n\n", (words.table)(table.name, table.rows.len()));
        for column in &table.columns {
            let about = column.about.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(out, "- `{}`: {}", column.name, about.replace('<', "&lt;"));
        }
    }
    out
}
