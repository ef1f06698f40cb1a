//! What holds where coders said different things: their votes stay as they are.

use super::{Change, Edit, Label};
use crate::model::{Decision, Problem, Project, QuestionRef};

/// Keeps a decision about a question, in place of an earlier one.
///
/// # Errors
/// Where it has no reason, where I code blindly, where the question is not there.
pub fn decide(project: &Project, question: QuestionRef, decision: Decision) -> Result<Change, Problem> {
    let reason = decision.reason.trim().to_owned();
    if reason.is_empty() || decision.by.is_empty() || project.is_blind() {
        return Err(Problem::NotPossibleHere);
    }
    let label = Label::Decide { question: label_of(project, question)?, tag: decision.tag.clone() };
    let decision = Box::new(Decision { reason, ..decision });
    Ok(Change::new(label, Edit::PutDecision { question, decision }))
}

/// Takes a decision away: the question is open again.
///
/// # Errors
/// Where there is none.
pub fn reopen(project: &Project, question: QuestionRef) -> Result<Change, Problem> {
    project.decision(question).ok_or(Problem::NotPossibleHere)?;
    let label = Label::DropDecision { question: label_of(project, question)? };
    Ok(Change::new(label, Edit::DropDecision { question }))
}

fn label_of(project: &Project, question: QuestionRef) -> Result<String, Problem> {
    let missing = Problem::NoSuchQuestion { document: question.document, question: question.question };
    let document = project.document(question.document).ok_or(missing.clone())?;
    let found = document.outline.question(question.question).ok_or(missing)?;
    Ok(found.label.clone())
}
