//! Words become a question, an answer, a note, a remark or none of these.

use super::carve::{
    carve, change, corrected, drop_empty, free_label, group_of, group_start, merge_neighbours, paper,
    settle_doubts, take_out, words,
};
use crate::model::edits::{Change, OutlineStep};
use crate::model::segment::spoken_label;
use crate::model::text::Span;
use crate::model::{
    AnswerGroup, DocumentId, GroupId, Problem, Project, Question, QuestionId, Remark, RemarkBy,
};

/// Makes the words at `span` a question. What follows it in an answer becomes its answer.
///
/// # Errors
/// The place holds no words, or a coding would be lost.
pub fn make_question(project: &Project, document: DocumentId, span: Span) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let span = words(paper, span)?;
    let mut outline = corrected(paper, span);
    let text = paper.body.as_str();
    let (spoken, lead_length) = spoken_label(paper.body.at(span)).unwrap_or_default();
    let lead = Span::new(span.start, span.start + lead_length);
    let words = Span::new(lead.end, span.end).trim(text);
    if words.is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    let covered = |question: &&Question| span.start <= question.text.start && question.text.end <= span.end;
    let question = match paper.outline.questions().find(covered) {
        Some(same) if same.text == words => return Err(Problem::NotPossibleHere),
        // More words for a question that is one already: it stays the same question.
        Some(same) => Question { id: same.id, label: same.label.clone(), lead, text: words },
        None => {
            let label = free_label(&outline, &spoken, span.start);
            let id = QuestionId(outline.fresh_id());
            outline.next_id = id.0 + 1;
            Question { id, label, lead, text: words }
        }
    };
    let label = question.label.clone();
    let inside_question =
        outline.groups.iter().position(|group| group.questions.iter().any(|other| other.id == question.id));
    let inside_question = inside_question.or_else(|| {
        let overlaps = |group: &AnswerGroup| group.questions.iter().any(|other| other.span().overlaps(span));
        outline.groups.iter().position(overlaps)
    });
    let inside_answer =
        outline.groups.iter().position(|group| group.answers.iter().any(|answer| answer.overlaps(span)));
    if let Some(at) = inside_question {
        take_out(&mut outline, text, span);
        let group = &mut outline.groups[at];
        group.questions.push(question);
        group.questions.sort_by_key(Question::span);
    } else {
        let after: Vec<Span> = inside_answer
            .map(|at| outline.groups[at].answers.clone())
            .unwrap_or_default()
            .into_iter()
            .filter(|answer| answer.end > span.end)
            .map(|answer| Span::new(answer.start.max(span.end), answer.end).trim(text))
            .filter(|answer| !answer.is_empty())
            .collect();
        take_out(&mut outline, text, span);
        for answer in &after {
            take_out(&mut outline, text, *answer);
        }
        let id = GroupId(outline.fresh_id());
        outline.next_id = id.0 + 1;
        let later = || outline.groups.iter().position(|group| group_start(group) > span.start);
        let at = inside_answer.map(|at| at + 1).or_else(later).unwrap_or(outline.groups.len());
        outline.groups.insert(at, AnswerGroup { id, questions: vec![question], joint: None, answers: after });
    }
    drop_empty(&mut outline);
    outline.form.get_or_insert_with(|| "general".to_owned());
    settle_doubts(&mut outline);
    Ok(change(paper, outline, OutlineStep::Question, Some(label)))
}

/// Makes the words at `span` part of the answer to a question.
///
/// # Errors
/// The question is not of this paper, the place holds no words, or a coding would be lost.
pub fn make_answer(
    project: &Project,
    document: DocumentId,
    span: Span,
    question: QuestionId,
) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let span = words(paper, span)?;
    let text = paper.body.as_str();
    let mut outline = corrected(paper, span);
    carve(&mut outline, text, span);
    let (group, label) = group_of(&mut outline, document, question)?;
    group.answers.push(span);
    merge_neighbours(&mut group.answers, text);
    settle_doubts(&mut outline);
    Ok(change(paper, outline, OutlineStep::Answer, Some(label)))
}

/// Makes the words at `span` the note of an answer („Die Fragen 1 bis 4 werden gemeinsam beantwortet.“).
///
/// # Errors
/// As for [`make_answer`].
pub fn make_joint(
    project: &Project,
    document: DocumentId,
    span: Span,
    question: QuestionId,
) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let span = words(paper, span)?;
    let mut outline = corrected(paper, span);
    carve(&mut outline, paper.body.as_str(), span);
    let (group, label) = group_of(&mut outline, document, question)?;
    group.joint = Some(span);
    settle_doubts(&mut outline);
    Ok(change(paper, outline, OutlineStep::Joint, Some(label)))
}

/// Makes the words at `span` a preliminary remark.
///
/// # Errors
/// The place holds no words, or a coding would be lost.
pub fn make_remark(
    project: &Project,
    document: DocumentId,
    span: Span,
    by: RemarkBy,
) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let span = words(paper, span)?;
    let mut outline = corrected(paper, span);
    let whole = |remark: &&Remark| Span::new(remark.heading.start, remark.text.end) == span;
    let remark = match paper.outline.remarks.iter().find(whole) {
        Some(same) => Remark { by, ..same.clone() },
        None => Remark { by, heading: Span::new(span.start, span.start), text: span },
    };
    carve(&mut outline, paper.body.as_str(), span);
    outline.remarks.push(remark);
    outline.remarks.sort_by_key(|remark| remark.text);
    settle_doubts(&mut outline);
    Ok(change(paper, outline, OutlineStep::Remark, None))
}

/// Makes the words at `span` neither question nor answer: furniture, headings, annexes.
///
/// # Errors
/// The place holds no words, or a coding would be lost.
pub fn make_rest(project: &Project, document: DocumentId, span: Span) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let span = words(paper, span)?;
    let mut outline = corrected(paper, span);
    carve(&mut outline, paper.body.as_str(), span);
    settle_doubts(&mut outline);
    Ok(change(paper, outline, OutlineStep::Rest, None))
}
