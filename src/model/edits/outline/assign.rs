//! Numbers, which answer answers which questions, and doubts that are settled; cutting again.

use std::collections::BTreeSet;

use super::carve::{change, group_start, paper, settle_doubts};
use crate::model::edits::{Change, Edit, Label, OutlineStep};
use crate::model::segment::{reconcile, segment};
use crate::model::text::Span;
use crate::model::{
    AnswerGroup, DocumentId, DoubtKind, GroupId, Outline, Problem, Project, Question, QuestionId,
};

/// Gives a question another label.
///
/// # Errors
/// Another question has it, or it is empty.
pub fn relabel(
    project: &Project,
    document: DocumentId,
    question: QuestionId,
    label: &str,
) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    if label.is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    if paper.outline.questions().any(|other| other.id != question && other.label == label) {
        return Err(Problem::LabelTaken { label });
    }
    let mut outline = paper.outline.clone();
    let mut span = None;
    for other in outline.groups.iter_mut().flat_map(|group| &mut group.questions) {
        if other.id == question {
            other.label.clone_from(&label);
            span = Some(other.span());
        }
    }
    outline.corrected.push(span.ok_or(Problem::NoSuchQuestion { document, question })?);
    settle_doubts(&mut outline);
    Ok(change(paper, outline, OutlineStep::Relabel, Some(label)))
}

/// Lets an answer (the one of `answer`) answer another question too, or no longer.
///
/// # Errors
/// A question is not of this paper, or it is the only one the answer has.
pub fn toggle_answered(
    project: &Project,
    document: DocumentId,
    answer: GroupId,
    question: QuestionId,
) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let mut outline = paper.outline.clone();
    let missing = Problem::NoSuchQuestion { document, question };
    let from = outline.groups.iter().position(|group| group.questions.iter().any(|q| q.id == question));
    let from = from.ok_or(missing)?;
    let at = outline.groups[from].questions.iter().position(|q| q.id == question).unwrap_or(0);
    let label = outline.groups[from].questions[at].label.clone();
    let step = if outline.groups[from].id == answer {
        if outline.groups[from].questions.len() < 2 {
            return Err(Problem::NotPossibleHere);
        }
        let taken = outline.groups[from].questions.remove(at);
        let id = GroupId(outline.fresh_id());
        outline.next_id = id.0 + 1;
        outline.groups.push(AnswerGroup { id, questions: vec![taken], joint: None, answers: vec![] });
        OutlineStep::Detach
    } else {
        let taken = outline.groups[from].questions.remove(at);
        let left = outline.groups[from].questions.is_empty().then(|| outline.groups.remove(from));
        let group =
            outline.groups.iter_mut().find(|group| group.id == answer).ok_or(Problem::NotPossibleHere)?;
        group.questions.push(taken);
        group.questions.sort_by_key(Question::span);
        if let Some(left) = left {
            group.answers.extend(left.answers);
            group.answers.sort_unstable();
            group.joint = group.joint.or(left.joint);
        }
        OutlineStep::Attach
    };
    outline.groups.sort_by_key(group_start);
    let spans: Vec<Span> = outline
        .groups
        .iter()
        .filter(|group| group.id == answer || group.questions.iter().any(|q| q.id == question))
        .flat_map(AnswerGroup::spans)
        .collect();
    outline.corrected.extend(spans);
    settle_doubts(&mut outline);
    Ok(change(paper, outline, step, Some(label)))
}

/// Lets an answer answer the questions that its joint sentence names, and no others.
///
/// # Errors
/// None of the names is a question of this paper.
pub fn answer_printed(
    project: &Project,
    document: DocumentId,
    answer: GroupId,
    printed: &[String],
) -> Result<Change, Problem> {
    let mut trial = project.clone();
    let first = paper(project, document)?;
    let named: Vec<QuestionId> =
        first.outline.questions().filter(|q| printed.contains(&q.label)).map(|q| q.id).collect();
    if named.is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    let group = |trial: &Project| -> Vec<QuestionId> {
        let found = trial
            .document(document)
            .and_then(|paper| paper.outline.groups.iter().find(|group| group.id == answer));
        found.map(|group| group.questions.iter().map(|question| question.id).collect()).unwrap_or_default()
    };
    let joins = named.iter().filter(|id| !group(project).contains(id)).copied();
    let leaves = group(project).into_iter().filter(|id| !named.contains(id));
    for question in joins.chain(leaves).collect::<Vec<_>>() {
        toggle_answered(&trial, document, answer, question)?.edit.apply(&mut trial)?;
    }
    let outline = paper(&trial, document)?.outline.clone();
    Ok(change(first, outline, OutlineStep::Attach, Some(printed.join(", "))))
}

/// A doubtful place was looked at and is right. A torn paragraph is then kept joined, or parted.
///
/// # Errors
/// There is no such doubt.
pub fn settle(project: &Project, document: DocumentId, doubt: usize, part: bool) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let mut outline = paper.outline.clone();
    if doubt >= outline.doubts.len() {
        return Err(Problem::NotPossibleHere);
    }
    let settled = outline.doubts.remove(doubt);
    if part && settled.kind == DoubtKind::TornParagraph {
        outline.torn.retain(|gap| *gap != settled.at);
    }
    outline.corrected.push(settled.at);
    Ok(change(paper, outline, OutlineStep::Settle, None))
}

/// A person looked through the outline: every doubtful place that is left is right as it is.
///
/// # Errors
/// The document is not of this project.
pub fn settle_all(project: &Project, document: DocumentId) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let mut outline = paper.outline.clone();
    let places: Vec<Span> = outline.doubts.drain(..).map(|doubt| doubt.at).collect();
    outline.corrected.extend(places);
    Ok(change(paper, outline, OutlineStep::Confirm, None))
}

/// Cuts a paper again. What a person corrected stays, and every question that comes back keeps its id.
///
/// # Errors
/// The document is not of this project.
pub fn recut(project: &Project, document: DocumentId) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let (_, fresh) = segment(&paper.body, &paper.print);
    let coded: BTreeSet<QuestionId> = project.codings_of(document).map(|(key, _)| key.question).collect();
    let mut outline = reconcile(&paper.outline, fresh, &coded);
    settle_doubts(&mut outline);
    if (Outline { next_id: paper.outline.next_id, ..outline.clone() }) == paper.outline {
        // The same parts again: nothing to undo.
        let edit = Edit::PutOutline { document, outline: Box::new(paper.outline.clone()) };
        return Ok(Change::new(Label::Outline { step: OutlineStep::Recut, question: None }, edit));
    }
    Ok(change(paper, outline, OutlineStep::Recut, None))
}
