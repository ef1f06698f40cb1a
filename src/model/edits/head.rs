//! Filling in what the head of a paper does not print.

use super::{Change, Edit, Label};
use crate::model::{DocumentId, Problem, Project};

/// Sets the number of a paper; an empty number takes it away.
///
/// # Errors
/// The document is not of this project.
pub fn number(project: &Project, document: DocumentId, number: &str) -> Result<Change, Problem> {
    let found = project.document(document).ok_or(Problem::NoSuchDocument { document })?;
    let mut head = found.head.clone();
    let number: String = number.split_whitespace().collect();
    head.number = (!number.is_empty()).then_some(number);
    Ok(Change::new(Label::Number, Edit::PutHead { document, head: Box::new(head) }))
}
