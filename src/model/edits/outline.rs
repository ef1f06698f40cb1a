//! Correcting by hand what segmentation found. Codings stay with their questions.

use super::{Change, Edit, Label, OutlineStep};
use crate::model::segment::{reconcile, segment, spoken_label};
use crate::model::text::Span;
use crate::model::{
    AnswerGroup, Coding, CodingKey, Document, DocumentId, DoubtKind, GroupId, Outline, Problem, Project,
    Question, QuestionId, Remark, RemarkBy, Unit,
};
use std::collections::BTreeSet;
use std::sync::Arc;

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
        group.questions.sort_by_key(|question| question.span());
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

fn change(paper: &Document, outline: Outline, step: OutlineStep, question: Option<String>) -> Change {
    let edit = Edit::PutOutline { document: paper.id, outline: Box::new(remembering(paper, outline)) };
    Change::new(Label::Outline { step, question }, edit)
}

/// The outline with the lowest id that is free for ever: also ids of questions that are gone are not given again.
fn remembering(paper: &Document, mut outline: Outline) -> Outline {
    outline.next_id = outline.fresh_id().max(paper.outline.fresh_id());
    outline
}

fn paper(project: &Project, document: DocumentId) -> Result<&Document, Problem> {
    project.document(document).map(|found| &**found).ok_or(Problem::NoSuchDocument { document })
}

fn words(paper: &Document, span: Span) -> Result<Span, Problem> {
    let text = paper.body.as_str();
    if !span.is_in(text) || span.trim(text).is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    Ok(span.trim(text))
}

/// The outline of a paper, with a place marked as decided.
fn corrected(paper: &Document, span: Span) -> Outline {
    let mut outline = paper.outline.clone();
    outline.corrected.push(span);
    outline
}

fn group_of(
    outline: &mut Outline,
    document: DocumentId,
    question: QuestionId,
) -> Result<(&mut AnswerGroup, String), Problem> {
    let missing = Problem::NoSuchQuestion { document, question };
    let label = outline.question(question).map(|found| found.label.clone()).ok_or_else(|| missing.clone())?;
    let group = outline.groups.iter_mut().find(|group| group.questions.iter().any(|q| q.id == question));
    Ok((group.ok_or(missing)?, label))
}

fn group_start(group: &AnswerGroup) -> usize {
    let question = group.questions.first().map(|question| question.span().start);
    question.or(group.answers.first().map(|answer| answer.start)).unwrap_or(usize::MAX)
}

/// A label that no question has: the one printed, or the next number after the questions before it.
fn free_label(outline: &Outline, printed: &str, at: usize) -> String {
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
fn carve(outline: &mut Outline, text: &str, span: Span) {
    take_out(outline, text, span);
    drop_empty(outline);
}

fn drop_empty(outline: &mut Outline) {
    outline.groups.retain(|group| !group.questions.is_empty());
}

/// Takes a place out of every part; answers may be left without questions for the moment.
fn take_out(outline: &mut Outline, text: &str, span: Span) {
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

/// Answers with nothing but white space between them become one.
fn merge_neighbours(answers: &mut Vec<Span>, text: &str) {
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

/// Doubts that the corrected outline answers are gone.
fn settle_doubts(outline: &mut Outline) {
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
