//! Taking documents in and out, and naming the project.

use std::sync::Arc;

use super::{Change, Edit, Label, MergeKey};
use crate::model::text::unix_lines;
use crate::model::{Document, DocumentId, Problem, Project};

/// Takes documents in at the end of the list, as one step.
#[must_use]
pub fn add(project: &Project, documents: Vec<Document>) -> Change {
    let first = project.document_count();
    let label = Label::AddDocuments { count: documents.len() };
    let edits = documents
        .into_iter()
        .enumerate()
        .map(|(nth, document)| Edit::PutDocument { place: first + nth, document: Arc::new(document) });
    Change::new(label, Edit::All(edits.collect()))
}

/// Takes a document out with all its codings, as one step that can be undone.
///
/// # Errors
/// The document is not of this project.
pub fn remove(project: &Project, document: DocumentId) -> Result<Change, Problem> {
    let found = project.document(document).ok_or(Problem::NoSuchDocument { document })?;
    let label = Label::RemoveDocument { title: found.title().to_owned() };
    let mut edits: Vec<Edit> =
        project.codings_of(document).map(|(key, _)| Edit::DropCoding { key }).collect();
    let decided = project.decisions().map(|(question, _)| question);
    let decided = decided.filter(|question| question.document == document);
    edits.extend(decided.map(|question| Edit::DropDecision { question }));
    edits.push(Edit::DropDocument { document });
    Ok(Change::new(label, Edit::All(edits)))
}

/// Names the project.
#[must_use]
pub fn rename(name: &str) -> Change {
    Change::new(Label::Rename, Edit::Rename { name: unix_lines(name).into_owned() })
        .merging(MergeKey::ProjectName)
}
