//! Marking the passage that supports a coding, and taking the mark away.

use jiff::Timestamp;

use super::tagging::{coding_edit, printed};
use super::{Change, Edit, Label, MergeKey};
use crate::model::text::{Quote, Span};
use crate::model::{Evidence, Problem, Project, QuestionRef};

/// Makes the words at `span` evidence of my coding of these questions, as one step: one passage may serve
/// several. The same passage twice is once.
///
/// # Errors
/// A question is not of this project, or the place is none of its text.
pub fn add_to_all(
    project: &Project,
    questions: &[QuestionRef],
    span: Span,
    now: Timestamp,
) -> Result<Change, Problem> {
    let mut labels = Vec::with_capacity(questions.len());
    let mut edits = Vec::with_capacity(questions.len());
    for question in questions {
        labels.push(printed(project, *question)?);
        let document = question.document;
        let body = &project.document(document).ok_or(Problem::NoSuchDocument { document })?.body;
        if !span.is_in(body.as_str()) || span.trim(body.as_str()).is_empty() {
            return Err(Problem::DocumentInvalid { document });
        }
        let span = span.trim(body.as_str());
        let evidence = Evidence { span, quote: Quote::of(body, span) };
        edits.push(coding_edit(project, *question, now, |coding| {
            if coding.evidence.iter().all(|there| there.span != span) {
                coding.evidence.push(evidence);
                coding.evidence.sort_by_key(|evidence| evidence.span);
            }
        }));
    }
    Ok(Change::new(Label::Evidence { question: labels.join(", ") }, Edit::All(edits)))
}

/// Moves the ends of the passage at `from` to `to`, with the words that stand there.
///
/// # Errors
/// The question is not of this project, there is no such passage, or the new place holds no words.
pub fn adjust(
    project: &Project,
    question: QuestionRef,
    from: Span,
    to: Span,
    now: Timestamp,
) -> Result<Change, Problem> {
    let label = Label::MoveEvidence { question: printed(project, question)? };
    let document = question.document;
    let body = &project.document(document).ok_or(Problem::NoSuchDocument { document })?.body;
    let there = project.my_coding(question).is_some_and(|c| c.evidence.iter().any(|e| e.span == from));
    let to = if to.is_in(body.as_str()) { to.trim(body.as_str()) } else { Span::new(0, 0) };
    if !there || to.is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    let edit = coding_edit(project, question, now, |coding| {
        coding.evidence.retain(|evidence| evidence.span != from && evidence.span != to);
        coding.evidence.push(Evidence { span: to, quote: Quote::of(body, to) });
        coding.evidence.sort_by_key(|evidence| evidence.span);
    });
    Ok(Change::new(label, edit).merging(MergeKey::Evidence(question)))
}

/// Takes the mark at `span` away from my coding of a question.
///
/// # Errors
/// The question is not of this project.
pub fn drop(project: &Project, question: QuestionRef, span: Span, now: Timestamp) -> Result<Change, Problem> {
    let label = Label::DropEvidence { question: printed(project, question)? };
    let edit = coding_edit(project, question, now, |coding| {
        coding.evidence.retain(|evidence| evidence.span != span);
    });
    Ok(Change::new(label, edit))
}
