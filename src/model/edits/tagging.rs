//! What a person wants when tagging: pure functions from a project to a change.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Change, Edit, Label, MergeKey};
use crate::model::text::unix_lines;
use crate::model::{Asked, Coding, CodingKey, FacetId, Problem, Project, Promise, QuestionRef, TagId};

/// Sets my tag of one question, or takes it away with none.
///
/// # Errors
/// The question or the tag is not of this project.
pub fn tag(
    project: &Project,
    question: QuestionRef,
    tag: Option<&TagId>,
    now: Timestamp,
) -> Result<Change, Problem> {
    let printed = printed(project, question)?;
    let edit = coding_edit(project, question, now, |coding| coding.tag = tag.cloned());
    let label = match tag {
        Some(tag) => Label::Tag { question: printed, tag: tag.clone() },
        None => Label::ClearTag { question: printed },
    };
    Ok(Change::new(label, edit))
}

/// Sets my tag of several questions at once: "alle gleich", one step.
///
/// # Errors
/// A question or the tag is not of this project.
pub fn tag_all(
    project: &Project,
    questions: &[QuestionRef],
    tag: Option<&TagId>,
    now: Timestamp,
) -> Result<Change, Problem> {
    let mut edits = Vec::with_capacity(questions.len());
    for question in questions {
        printed(project, *question)?;
        edits.push(coding_edit(project, *question, now, |coding| coding.tag = tag.cloned()));
    }
    let count = edits.len();
    let label = match tag {
        Some(tag) => Label::TagAll { count, tag: tag.clone() },
        None => Label::ClearAll { count },
    };
    Ok(Change::new(label, Edit::All(edits)))
}

/// Sets a facet of my coding of a question, or takes it away where it is set.
///
/// # Errors
/// The question or the facet is not of this project.
pub fn toggle_facet(
    project: &Project,
    question: QuestionRef,
    facet: &FacetId,
    now: Timestamp,
) -> Result<Change, Problem> {
    let on = !project.my_coding(question).is_some_and(|coding| coding.facets.contains(facet));
    let label = Label::Facet { question: printed(project, question)?, facet: facet.clone(), on };
    let place = |facet: &FacetId| project.codebook().facets.iter().position(|other| other.id == *facet);
    let edit = coding_edit(project, question, now, |coding| {
        coding.facets.retain(|other| other != facet);
        if on {
            coding.facets.push(facet.clone());
            coding.facets.sort_by_key(place);
        }
    });
    Ok(Change::new(label, edit))
}

/// Says that a question asks for this, or that it does not.
///
/// # Errors
/// The question is not of this project.
pub fn toggle_asked(
    project: &Project,
    question: QuestionRef,
    asked: Asked,
    now: Timestamp,
) -> Result<Change, Problem> {
    let on = !project.my_coding(question).is_some_and(|coding| coding.asked.contains(&asked));
    let label = Label::Asked { question: printed(project, question)?, asked, on };
    let edit = coding_edit(project, question, now, |coding| {
        coding.asked.retain(|other| *other != asked);
        if on {
            coding.asked.push(asked);
            coding.asked.sort_unstable();
        }
    });
    Ok(Change::new(label, edit))
}

/// Writes what an answer announces and what became of it. A promise that says nothing is none.
///
/// # Errors
/// The question is not of this project.
pub fn promise(
    project: &Project,
    question: QuestionRef,
    say: impl FnOnce(&mut Promise),
    now: Timestamp,
) -> Result<Change, Problem> {
    let label = Label::Promise { question: printed(project, question)? };
    let edit = coding_edit(project, question, now, |coding| {
        let mut promise = coding.promise.take().unwrap_or_default();
        say(&mut promise);
        coding.promise = (!promise.is_empty()).then_some(promise);
    });
    Ok(Change::new(label, edit))
}

/// Writes my memo of a question. What is typed in one go is one step.
///
/// # Errors
/// The question is not of this project.
pub fn memo(project: &Project, question: QuestionRef, memo: &str, now: Timestamp) -> Result<Change, Problem> {
    let label = Label::Memo { question: printed(project, question)? };
    let edit = coding_edit(project, question, now, |coding| coding.memo = unix_lines(memo).into_owned());
    Ok(Change::new(label, edit).merging(MergeKey::Memo(question)))
}

/// Puts a question aside to be looked at again, or back.
///
/// # Errors
/// The question is not of this project.
pub fn toggle_later(project: &Project, question: QuestionRef, now: Timestamp) -> Result<Change, Problem> {
    let on = !project.my_coding(question).is_some_and(|coding| coding.later);
    let label = Label::Later { question: printed(project, question)?, on };
    Ok(Change::new(label, coding_edit(project, question, now, |coding| coding.later = on)))
}

/// The edit that brings my coding of a question to what `say` makes of it. Nothing said means no
/// coding; nothing changed means no edit, so that a doubled key press leaves no trace.
pub(super) fn coding_edit(
    project: &Project,
    question: QuestionRef,
    now: Timestamp,
    say: impl FnOnce(&mut Coding),
) -> Edit {
    let key: CodingKey = project.my_key(question);
    let before = project.coding(key);
    let version = &project.codebook().version;
    let mut coding = before.cloned().unwrap_or_else(|| Coding::empty(now, version));
    say(&mut coding);
    match before {
        Some(before) if *before == coding => Edit::All(Vec::new()),
        None if coding.says_nothing() => Edit::All(Vec::new()),
        Some(_) if coding.says_nothing() => Edit::DropCoding { key },
        _ => {
            coding.at = now;
            coding.codebook.clone_from(version);
            Edit::PutCoding { key, coding: Arc::new(coding) }
        }
    }
}

/// The label of a question as printed.
pub(super) fn printed(project: &Project, question: QuestionRef) -> Result<String, Problem> {
    project
        .document(question.document)
        .ok_or(Problem::NoSuchDocument { document: question.document })?
        .outline
        .question(question.question)
        .map(|found| found.label.clone())
        .ok_or(Problem::NoSuchQuestion { document: question.document, question: question.question })
}
