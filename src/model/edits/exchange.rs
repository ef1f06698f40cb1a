//! A project from another program comes in: as a new project, and one step that can be taken back.

use super::{Change, Edit, Label};
use crate::model::{Finding, Project, ProjectParts};

/// The project that it begins with, which has the codebook and the coders, and the step that brings in the papers
/// with their codings.
///
/// # Errors
/// What does not fit together.
pub fn begin(parts: ProjectParts) -> Result<(Project, Change), Vec<Finding>> {
    // Looked at as a whole first, so that the step fits.
    let whole = Project::from_parts(parts)?;
    let parts = whole.to_parts();
    let documents = parts.documents.into_iter().enumerate();
    let documents = documents.map(|(place, document)| Edit::PutDocument { place, document });
    let codings = parts.codings.into_iter().map(|(key, coding)| Edit::PutCoding { key, coding });
    let label = Label::AddDocuments { count: whole.document_count() };
    let change = Change::new(label, Edit::All(documents.chain(codings).collect()));
    let empty = ProjectParts { documents: Vec::new(), codings: Vec::new(), ..whole.to_parts() };
    Ok((Project::from_parts(empty)?, change))
}
