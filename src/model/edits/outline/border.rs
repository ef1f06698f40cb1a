//! Parts are split and joined, and borders between them move.

use std::sync::Arc;

use super::carve::{carve, change, free_label, merge_neighbours, paper, remembering, settle_doubts};
use crate::model::edits::{Change, Edit, Label, OutlineStep};
use crate::model::segment::spoken_label;
use crate::model::text::Span;
use crate::model::{
    AnswerGroup, Coding, CodingKey, DocumentId, GroupId, Outline, Problem, Project, Question, QuestionId,
    Unit,
};

/// Splits the part at a byte into two: a question into two questions, a joint answer into the answers of its
/// first questions and of its last.
///
/// # Errors
/// Nothing there can be split: the byte stands at an edge, or the answer has a single question.
pub fn split(project: &Project, document: DocumentId, at: usize) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let text = paper.body.as_str();
    let mut outline = paper.outline.clone();
    let mut label = None;
    let place = outline.groups.iter().enumerate().find_map(|(nth, group)| {
        let question = group.questions.iter().position(|question| question.text.contains(at));
        let answer = group.answers.iter().position(|answer| answer.contains(at));
        (question.is_some() || answer.is_some()).then_some((nth, question, answer))
    });
    let (nth, question, answer) = place.ok_or(Problem::NotPossibleHere)?;
    if let Some(question) = question {
        let whole = outline.groups[nth].questions[question].clone();
        let first = Span::new(whole.text.start, at).trim(text);
        let second = Span::new(at, whole.text.end).trim(text);
        if first.is_empty() || second.is_empty() {
            return Err(Problem::NotPossibleHere);
        }
        let (spoken, lead) = spoken_label(&text[second.start..second.end]).unwrap_or_default();
        let new_label = free_label(&outline, &spoken, second.start);
        let id = QuestionId(outline.fresh_id());
        outline.next_id = id.0 + 1;
        let group = &mut outline.groups[nth];
        group.questions[question].text = first;
        let lead = Span::new(second.start, second.start + lead);
        let new =
            Question { id, label: new_label.clone(), lead, text: Span::new(lead.end, second.end).trim(text) };
        group.questions.insert(question + 1, new);
        label = Some(new_label);
        outline.corrected.push(whole.span());
    } else if let Some(answer) = answer {
        let group = &mut outline.groups[nth];
        let whole = group.answers[answer];
        let first = Span::new(whole.start, at).trim(text);
        let second = Span::new(at, whole.end).trim(text);
        if first.is_empty() || second.is_empty() || group.questions.len() < 2 {
            return Err(Problem::NotPossibleHere);
        }
        let last = group.questions.pop().expect("there are two at least");
        let mut later = vec![second];
        later.extend(group.answers.drain(answer + 1..));
        group.answers[answer] = first;
        label = Some(last.label.clone());
        let id = GroupId(outline.fresh_id());
        outline.next_id = id.0 + 1;
        let new = AnswerGroup { id, questions: vec![last], joint: None, answers: later };
        outline.groups.insert(nth + 1, new);
        outline.corrected.push(whole);
    }
    settle_doubts(&mut outline);
    Ok(change(paper, outline, OutlineStep::Split, label))
}

/// Joins the part at a byte with the part of the same kind before it. Of two questions the first keeps its name.
///
/// # Errors
/// There is nothing to join it with, or both questions have codings.
pub fn join(project: &Project, document: DocumentId, at: usize) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let text = paper.body.as_str();
    let mut outline = paper.outline.clone();
    let units = paper.outline.units(text);
    let here = units
        .iter()
        .position(|unit| unit.span().start <= at && at < unit.span().end.max(unit.span().start + 1));
    let here = here.filter(|here| *here > 0).ok_or(Problem::NotPossibleHere)?;
    let (before, unit) = (units[here - 1], units[here]);
    let mut moved: Vec<Edit> = Vec::new();
    let mut label = None;
    match (before, unit) {
        (Unit::Question(_, first), Unit::Question(_, second)) => {
            moved = move_codings(project, document, second, first)?;
            label = Some(first.label.clone());
            let end = second.text.end;
            for group in &mut outline.groups {
                for question in group.questions.iter_mut().filter(|question| question.id == first.id) {
                    question.text.end = end;
                }
                group.questions.retain(|question| question.id != second.id);
            }
            // The group of the second may be left with an answer alone: it answers the first.
            if let Some(at) = outline.groups.iter().position(|group| group.questions.is_empty()) {
                let left = outline.groups.remove(at);
                if let Some(group) =
                    outline.groups.iter_mut().find(|group| group.questions.iter().any(|q| q.id == first.id))
                {
                    group.answers.extend(left.answers);
                    group.joint = group.joint.or(left.joint);
                }
            }
        }
        (Unit::Question(_, question), Unit::Rest(rest)) => {
            extend_question(&mut outline, question.id, rest.end);
            label = Some(question.label.clone());
        }
        (Unit::Answer(group, first), Unit::Answer(other, second)) if group.id == other.id => {
            extend_answer(&mut outline, group.id, first, second.end);
        }
        (Unit::Answer(group, first), Unit::Rest(rest) | Unit::Signature(rest) | Unit::Transmission(rest)) => {
            carve(&mut outline, text, rest);
            extend_answer(&mut outline, group.id, first, rest.end);
        }
        (Unit::Answer(group, first), Unit::Question(_, question)) => {
            // The question was none: its words go on with the answer, and so does its own answer.
            if project.codings_of(document).any(|(key, _)| key.question == question.id) {
                return Err(Problem::QuestionHasCoding { label: question.label.clone() });
            }
            label = Some(question.label.clone());
            let own = paper.outline.group_of(question.id).filter(|own| own.questions.len() == 1);
            let mut more: Vec<Span> = own.map(|own| own.answers.clone()).unwrap_or_default();
            more.extend(own.and_then(|own| own.joint));
            for other in &mut outline.groups {
                other.questions.retain(|other| other.id != question.id);
            }
            outline.groups.retain(|group| !group.questions.is_empty());
            extend_answer(&mut outline, group.id, first, question.text.end);
            if let Some(group) = outline.groups.iter_mut().find(|other| other.id == group.id) {
                group.answers.extend(more);
                merge_neighbours(&mut group.answers, text);
            }
        }
        (Unit::Remark(remark), Unit::Rest(rest)) => {
            let heading = remark.heading;
            for other in outline.remarks.iter_mut().filter(|other| other.heading == heading) {
                other.text.end = rest.end;
            }
        }
        _ => return Err(Problem::NotPossibleHere),
    }
    outline.corrected.push(Span::new(before.span().start, unit.span().end));
    settle_doubts(&mut outline);
    let put = Edit::PutOutline { document, outline: Box::new(remembering(paper, outline)) };
    let edit = if moved.is_empty() {
        put
    } else {
        moved.push(put);
        Edit::All(moved)
    };
    Ok(Change::new(Label::Outline { step: OutlineStep::Join, question: label }, edit))
}

/// Moves the border at which the part at `border` begins to the byte `to`: words change sides.
///
/// # Errors
/// No two parts meet there, or one of them would be left without words.
pub fn move_border(
    project: &Project,
    document: DocumentId,
    border: usize,
    to: usize,
) -> Result<Change, Problem> {
    let paper = paper(project, document)?;
    let text = paper.body.as_str();
    let units = paper.outline.units(text);
    let below = units.iter().position(|unit| unit.span().start == border);
    let below = below.filter(|below| *below > 0).ok_or(Problem::NotPossibleHere)?;
    let (upper, lower) = (units[below - 1], units[below]);
    if to <= content(&upper).start || to >= lower.span().end || !text.is_char_boundary(to) {
        return Err(Problem::NotPossibleHere);
    }
    // A number or a heading goes with its words: no border runs between them.
    if border < to && to <= content(&lower).start {
        return Err(Problem::NotPossibleHere);
    }
    let (upper_end, lower_start) =
        (text[..to].trim_end().len(), to + text[to..].len() - text[to..].trim_start().len());
    let mut outline = paper.outline.clone();
    set_end(&mut outline, &upper, upper_end);
    set_start(&mut outline, &lower, lower_start);
    outline.corrected.push(Span::new(upper.span().start, lower.span().end));
    settle_doubts(&mut outline);
    Ok(change(paper, outline, OutlineStep::Border, None))
}

fn extend_question(outline: &mut Outline, question: QuestionId, end: usize) {
    for other in outline.groups.iter_mut().flat_map(|group| &mut group.questions) {
        if other.id == question {
            other.text.end = end;
        }
    }
}

fn extend_answer(outline: &mut Outline, group: GroupId, answer: Span, end: usize) {
    if let Some(group) = outline.groups.iter_mut().find(|other| other.id == group) {
        for place in &mut group.answers {
            if place.start == answer.start {
                place.end = end.max(place.end);
            }
        }
        // What the longer one covers now is part of it.
        let whole = Span::new(answer.start, end);
        group.answers.retain(|place| place.start == answer.start || !place.overlaps(whole));
    }
}

/// The words of a part that a border can move through.
fn content(unit: &Unit<'_>) -> Span {
    match unit {
        Unit::Question(_, question) => question.text,
        Unit::Remark(remark) => remark.text,
        other => other.span(),
    }
}

fn set_end(outline: &mut Outline, unit: &Unit<'_>, end: usize) {
    set(outline, unit, |place| place.end = end);
}

fn set_start(outline: &mut Outline, unit: &Unit<'_>, start: usize) {
    if let Unit::Question(_, question) = unit {
        for other in outline.groups.iter_mut().flat_map(|group| &mut group.questions) {
            if other.id == question.id {
                // A border above the lead only gives the question more words before it.
                if start > other.text.start || start < other.lead.start {
                    other.lead = Span::new(start, start);
                    other.text.start = start;
                }
            }
        }
        return;
    }
    if let Unit::Remark(remark) = unit {
        for other in outline.remarks.iter_mut().filter(|other| other.text == remark.text) {
            other.heading = Span::new(start, start);
            other.text.start = start;
        }
        return;
    }
    set(outline, unit, |place| place.start = start);
}

fn set(outline: &mut Outline, unit: &Unit<'_>, change: impl Fn(&mut Span)) {
    match unit {
        Unit::Head(_) => outline.head.iter_mut().for_each(change),
        Unit::Transmission(_) => outline.transmission.iter_mut().for_each(change),
        Unit::Signature(_) => outline.signature.iter_mut().for_each(change),
        Unit::Remark(remark) => {
            for other in outline.remarks.iter_mut().filter(|other| other.text == remark.text) {
                change(&mut other.text);
            }
        }
        Unit::Question(_, question) => {
            for other in outline.groups.iter_mut().flat_map(|group| &mut group.questions) {
                if other.id == question.id {
                    change(&mut other.text);
                }
            }
        }
        Unit::Joint(group, _) => {
            for other in outline.groups.iter_mut().filter(|other| other.id == group.id) {
                other.joint.iter_mut().for_each(&change);
            }
        }
        Unit::Answer(group, span) => {
            for other in outline.groups.iter_mut().filter(|other| other.id == group.id) {
                other.answers.iter_mut().filter(|place| *place == span).for_each(&change);
            }
        }
        Unit::Rest(_) => {}
    }
}

/// The codings of one question become those of another, which must have none.
fn move_codings(
    project: &Project,
    document: DocumentId,
    from: &Question,
    to: &Question,
) -> Result<Vec<Edit>, Problem> {
    let codings: Vec<(CodingKey, &Coding)> = project.codings_of(document).collect();
    let mut edits = Vec::new();
    for (key, coding) in codings.iter().filter(|(key, _)| key.question == from.id) {
        let target = CodingKey { question: to.id, ..*key };
        if codings.iter().any(|(other, _)| *other == target) {
            return Err(Problem::BothHaveCodings { label: to.label.clone(), other: from.label.clone() });
        }
        edits.push(Edit::PutCoding { key: target, coding: Arc::new((*coding).clone()) });
        edits.push(Edit::DropCoding { key: *key });
    }
    Ok(edits)
}
