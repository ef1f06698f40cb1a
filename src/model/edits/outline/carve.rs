//! What all corrections share: taking words out of parts, free numbers, doubts that are answered.

use crate::model::edits::{Change, Edit, Label, OutlineStep};
use crate::model::text::Span;
use crate::model::{AnswerGroup, Document, DocumentId, DoubtKind, Outline, Problem, Project, QuestionId};

pub(super) fn change(
    paper: &Document,
    outline: Outline,
    step: OutlineStep,
    question: Option<String>,
) -> Change {
    let edit = Edit::PutOutline { document: paper.id, outline: Box::new(remembering(paper, outline)) };
    Change::new(Label::Outline { step, question }, edit)
}

/// The outline with the lowest id that is free for ever: also ids of questions that are gone are not given again.
pub(super) fn remembering(paper: &Document, mut outline: Outline) -> Outline {
    outline.next_id = outline.fresh_id().max(paper.outline.fresh_id());
    outline
}

pub(super) fn paper(project: &Project, document: DocumentId) -> Result<&Document, Problem> {
    project.document(document).map(|found| &**found).ok_or(Problem::NoSuchDocument { document })
}

pub(super) fn words(paper: &Document, span: Span) -> Result<Span, Problem> {
    let text = paper.body.as_str();
    if !span.is_in(text) || span.trim(text).is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    Ok(span.trim(text))
}

/// The outline of a paper, with a place marked as decided.
pub(super) fn corrected(paper: &Document, span: Span) -> Outline {
    let mut outline = paper.outline.clone();
    outline.corrected.push(span);
    outline
}

pub(super) fn group_of(
    outline: &mut Outline,
    document: DocumentId,
    question: QuestionId,
) -> Result<(&mut AnswerGroup, String), Problem> {
    let missing = Problem::NoSuchQuestion { document, question };
    let label = outline.question(question).map(|found| found.label.clone()).ok_or_else(|| missing.clone())?;
    let group = outline.groups.iter_mut().find(|group| group.questions.iter().any(|q| q.id == question));
    Ok((group.ok_or(missing)?, label))
}

pub(super) fn group_start(group: &AnswerGroup) -> usize {
    let question = group.questions.first().map(|question| question.span().start);
    question.or(group.answers.first().map(|answer| answer.start)).unwrap_or(usize::MAX)
}

/// A label that no question has: the one printed, or the next number after the questions before it.
pub(super) fn free_label(outline: &Outline, printed: &str, at: usize) -> String {
    let taken = |label: &str| outline.questions().any(|question| question.label == label);
    if !printed.is_empty() && !taken(printed) {
        return printed.to_owned();
    }
    let before = outline.questions().filter(|question| question.text.start < at).last();
    let number =
        |label: &str| label.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u32>().ok();
    let from = before.and_then(|question| number(&question.label)).unwrap_or(0);
    if !taken(&(from + 1).to_string()) {
        return (from + 1).to_string();
    }
    let letters = ('a'..='z').map(|letter| format!("{from}{letter}"));
    let numbers = (from + 2..).map(|number| number.to_string());
    letters.chain(numbers).find(|label| !taken(label)).expect("numbers go on for ever")
}

/// Takes a place out of every part. A question that loses all its words is gone, and so is an answer without
/// questions.
pub(super) fn carve(outline: &mut Outline, text: &str, span: Span) {
    take_out(outline, text, span);
    drop_empty(outline);
}

pub(super) fn drop_empty(outline: &mut Outline) {
    outline.groups.retain(|group| !group.questions.is_empty());
}

/// Takes a place out of every part; answers may be left without questions for the moment.
pub(super) fn take_out(outline: &mut Outline, text: &str, span: Span) {
    let cut = |place: Span| -> Vec<Span> {
        if !place.overlaps(span) {
            return vec![place];
        }
        let pieces = [
            Span::new(place.start, span.start.max(place.start)),
            Span::new(span.end.min(place.end), place.end),
        ];
        pieces.into_iter().map(|piece| piece.trim(text)).filter(|piece| !piece.is_empty()).collect()
    };
    let largest = |place: Span| cut(place).into_iter().max_by_key(|piece| piece.len());
    for group in &mut outline.groups {
        group.answers = group.answers.iter().flat_map(|answer| cut(*answer)).collect();
        group.joint = group.joint.and_then(largest);
        group.questions.retain_mut(|question| {
            if !question.span().overlaps(span) {
                return true;
            }
            // Where only the end goes, the beginning stays; else what is left.
            let Some(left) = cut(question.text).into_iter().next() else { return false };
            if question.lead.overlaps(span) || left.start > question.text.start {
                question.lead = Span::new(left.start, left.start);
            }
            question.text = left;
            true
        });
    }
    outline.remarks.retain_mut(|remark| match largest(remark.text) {
        Some(left) => {
            if remark.heading.overlaps(span) || left.start > remark.text.start {
                remark.heading = Span::new(left.start, left.start);
            }
            remark.text = left;
            true
        }
        None => false,
    });
    outline.head = outline.head.and_then(largest);
    outline.transmission = outline.transmission.and_then(largest);
    outline.signature = outline.signature.and_then(largest);
}

/// Answers with nothing but white space between them become one.
pub(super) fn merge_neighbours(answers: &mut Vec<Span>, text: &str) {
    answers.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(answers.len());
    for answer in answers.drain(..) {
        match merged.last_mut() {
            Some(last) if last.end >= answer.start || text[last.end..answer.start].trim().is_empty() => {
                last.end = last.end.max(answer.end);
            }
            _ => merged.push(answer),
        }
    }
    *answers = merged;
}

/// Doubts that the corrected outline answers are gone.
pub(super) fn settle_doubts(outline: &mut Outline) {
    let has_answer = |label: &str| {
        outline
            .groups
            .iter()
            .any(|group| !group.answers.is_empty() && group.questions.iter().any(|q| q.label == label))
    };
    let exists = |label: &str| outline.questions().any(|question| question.label == label);
    let corrected = &outline.corrected;
    let looked_at = |at: Span| corrected.iter().any(|place| place.overlaps(at) || *place == at);
    let doubts: Vec<_> = outline
        .doubts
        .iter()
        .filter(|doubt| match &doubt.kind {
            DoubtKind::NotSegmented => outline.groups.is_empty(),
            DoubtKind::MissingQuestion { label } => !exists(label),
            DoubtKind::NoAnswer { label } => exists(label) && !has_answer(label),
            DoubtKind::RepeatedQuestion { .. }
            | DoubtKind::Border { .. }
            | DoubtKind::JointMismatch { .. }
            | DoubtKind::TornParagraph
            | DoubtKind::NoSignature => !looked_at(doubt.at),
        })
        .cloned()
        .collect();
    outline.doubts = doubts;
}
