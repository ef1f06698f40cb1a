//! Questions by name: what a head or a joint sentence names is taken out, parts are cut out.

use super::super::cue::AnswerHead;
use super::super::label::{Item, Label, expand};
use super::super::parts::{parts, stand_alone};
use super::draft::{Answered, Asked};
use crate::model::outline::{Doubt, DoubtKind};
use crate::model::text::Span;

/// Takes the named questions out of those that are left. A name with a letter takes the part of its question.
pub(super) fn take_named(text: &str, named: &[Label], left: &mut Vec<Asked>) -> Vec<Asked> {
    let mut taken: Vec<Asked> = Vec::new();
    for label in named {
        if let Some(at) = left.iter().position(|question| question.label == *label) {
            taken.push(left.remove(at));
        } else if label.letter.is_some() {
            // The parent was taken before, or is left: its part is cut out of it.
            if let Some(question) = taken.iter_mut().find(|question| question.label == label.parent()) {
                let parts = cut_parts(text, question);
                taken.extend(parts);
            } else if let Some(question) = left.iter_mut().find(|question| question.label == label.parent()) {
                let parts = cut_parts(text, question);
                left.extend(parts);
            }
            if let Some(at) = left.iter().position(|question| question.label == *label) {
                taken.push(left.remove(at));
            }
        }
    }
    // A parent that only introduces its parts is no question of its own.
    taken.sort_by_key(|question| question.lead.start);
    taken
}

/// Cuts the lettered parts out of a question, which keeps the words before them.
pub(super) fn cut_parts(text: &str, question: &mut Asked) -> Vec<Asked> {
    let row = parts(text, question.text);
    let Some(first) = row.first() else { return Vec::new() };
    question.text = Span::new(question.text.start, first.lead.start).trim(text);
    row.iter()
        .map(|part| Asked {
            label: question.label.with_letter(part.letter),
            lead: part.lead,
            text: part.text,
            certain: question.certain,
        })
        .collect()
}

/// A second answer to questions that have one (an annex answers again): it is kept with the first.
pub(super) fn add_to_answered(named: &[Label], answer: Span, head: &AnswerHead, groups: &mut [Answered]) {
    let group = groups
        .iter_mut()
        .find(|group| group.questions.iter().any(|question| named.contains(&question.label)));
    if let Some(group) = group {
        let label = named.first().map(|label| label.printed()).unwrap_or_default();
        group.doubts.push(Doubt { at: head.lead, kind: DoubtKind::RepeatedQuestion { label } });
        if !answer.is_empty() {
            group.answers.push(answer);
        }
    }
}

/// The labels of questions, with those of parts that stand alone.
pub(super) fn known_labels(text: &str, questions: &[Asked]) -> Vec<Label> {
    let mut known: Vec<Label> = Vec::new();
    for question in questions {
        known.push(question.label);
        let row = parts(text, question.text);
        if stand_alone(text, &row) {
            known.extend(row.iter().map(|part| question.label.with_letter(part.letter)));
        }
    }
    known
}

/// Cuts out the parts that a joint sentence names („Die Fragen 5 bis 5b …“).
pub(super) fn name_parts(text: &str, items: &[Item], questions: &mut Vec<Asked>) {
    let known = known_labels(text, questions);
    let named = expand(items, &known);
    let mut all = Vec::with_capacity(questions.len());
    for mut question in std::mem::take(questions) {
        let has_named_part =
            named.iter().any(|label| label.letter.is_some() && label.parent() == question.label);
        let parts = if has_named_part { cut_parts(text, &mut question) } else { Vec::new() };
        all.push(question);
        all.extend(parts);
    }
    *questions = all;
}
