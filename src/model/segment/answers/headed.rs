//! Answers with heads of their own: „Zu 1. und 2.:“, „Antwort:“.

use super::super::cue::{AnswerHead, Opening, Style};
use super::super::fences;
use super::super::label::{Label, expand};
use super::super::parts::{inside, next_letter};
use super::draft::{Answered, Asked, Draft, end_byte, question_and_rest};
use super::group::group;
use super::heading::{without_heading, without_short_heading};
use super::in_turn::{parts_or_first, split_off_first_part};
use super::naming::{add_to_answered, known_labels, take_named};
use crate::model::text::Span;

pub(super) fn headed(draft: &Draft<'_>, chosen: &[Opening], heads: &[AnswerHead]) -> Vec<Answered> {
    let text = draft.body.as_str();
    let mut borders: Vec<usize> = chosen.iter().map(|open| open.lead.start).collect();
    borders.extend(heads.iter().map(|head| head.lead.start));
    borders.extend(draft.transmissions.iter().map(|(at, _)| draft.lines[*at].span.start));
    borders.extend(remark_starts(draft));
    borders.push(end_byte(draft));
    borders.sort_unstable();
    let until = |from: usize| borders.iter().copied().find(|at| *at > from).unwrap_or(from);

    let asked: Vec<Asked> = chosen
        .iter()
        .map(|open| {
            let block = Span::new(open.lead.end, until(open.lead.start).max(open.lead.end)).trim(text);
            let before_head = heads
                .iter()
                .any(|head| head.lead.start >= block.end && gap_is_blank(text, block.end, head.lead.start));
            if before_head {
                Asked { label: open.label, lead: open.lead, text: block, certain: true }
            } else {
                question_and_rest(draft, open, block).0
            }
        })
        .collect();
    let known = known_labels(text, &asked);
    let mut groups: Vec<Answered> = Vec::new();
    let mut left: Vec<Asked> = asked;
    for head in heads {
        let number = number_above(chosen, head);
        let mut answer = Span::new(head.lead.end, until(head.lead.start).max(head.lead.end)).trim(text);
        let more_comes = heads.iter().any(|next| next.lead.start >= answer.end && next.line > head.line)
            || chosen.iter().any(|open| open.lead.start >= answer.end);
        answer = without_heading(draft, answer, more_comes);
        if more_comes && chosen.iter().any(|open| open.style == Style::Word) {
            answer = without_short_heading(draft, answer);
        }
        if head.items.is_empty() {
            let above: Vec<Asked> = left.iter().filter(|q| q.lead.start < head.lead.start).cloned().collect();
            left.retain(|question| question.lead.start > head.lead.start);
            if above.is_empty() {
                take_part_from_answer(text, number, &mut groups, answer, draft);
            } else {
                groups.push(group(draft, above, answer));
            }
            continue;
        }
        let named: Vec<Label> = expand(&head.items, &known)
            .into_iter()
            .map(|label| if label.number == 0 { Label { letter: label.letter, ..number } } else { label })
            .collect();
        let questions = take_named(text, &named, &mut left);
        if questions.is_empty() {
            add_to_answered(&named, answer, head, &mut groups);
        } else {
            groups.push(group(draft, questions, answer));
        }
    }
    for question in left {
        groups.push(Answered { questions: vec![question], joint: None, answers: vec![], doubts: vec![] });
    }
    groups.sort_by_key(|group| {
        let question = group.questions.first().map_or(usize::MAX, |question| question.lead.start);
        group.answers.first().map_or(question, |answer| answer.start.max(question))
    });
    groups
}

pub(super) fn gap_is_blank(text: &str, from: usize, until: usize) -> bool {
    from <= until && text[from..until].trim().is_empty()
}

pub(super) fn remark_starts<'a>(draft: &'a Draft<'_>) -> impl Iterator<Item = usize> + 'a {
    let lines = draft.lines.iter().take(draft.end);
    lines
        .filter(|line| {
            fences::remark(line, draft.dialect).is_some()
                || fences::squashed(line.text) == "begründung"
                // A remark with its words on the line stands between the questions.
                || line.text.starts_with("Vorbemerkung:")
        })
        .map(|line| line.span.start)
}

/// The label of the question above an answer.
pub(super) fn number_above(chosen: &[Opening], head: &AnswerHead) -> Label {
    let above = chosen.iter().rev().find(|open| open.lead.start < head.lead.start);
    above.map_or(Label::number(1), |open| open.label.parent())
}

/// „b) Wie viele?“ above a bare „Antwort:“ stands at the end of the answer before.
pub(super) fn take_part_from_answer(
    text: &str,
    number: Label,
    groups: &mut Vec<Answered>,
    answer: Span,
    draft: &Draft<'_>,
) {
    let Some(before) = groups.last_mut() else { return };
    let last = before.questions.last().map(|question| (question.label, parts_or_first(text, question)));
    let (label, part) = last.unwrap_or((number, None));
    let expected = next_letter(label, part);
    let Some(place) = before.answers.last().copied() else { return };
    if let Some(found) = inside(text, place, expected).into_iter().next() {
        let rest = Span::new(place.start, found.lead.start).trim(text);
        if let Some(last) = before.answers.last_mut() {
            *last = rest;
        }
        if label.letter.is_none() && part == Some('a') {
            split_off_first_part(text, &mut before.questions);
        }
        let label = label.parent().with_letter(found.letter);
        let asked = Asked {
            label,
            lead: found.lead,
            text: Span::new(found.text.start, place.end).trim(text),
            certain: true,
        };
        groups.push(group(draft, vec![asked], answer));
    } else if let Some(last) = before.answers.last_mut() {
        *last = Span::new(last.start, answer.end.max(last.end));
    }
}
