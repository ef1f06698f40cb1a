//! Which way a paper answers: in turn, under heads, below unnumbered questions, or not at all.

use super::super::cue::{AnswerHead, Opening};
use super::super::label::{Item, Label, expand};
use super::draft::{Answered, Draft, block, question_and_rest};
use super::headed::headed;
use super::in_turn::interleaved;
use super::unnumbered::{single, unnumbered};
use crate::model::id::{GroupId, QuestionId};
use crate::model::outline::{AnswerGroup, Doubt, DoubtKind, Outline, Question};

/// Fills in the groups of an outline.
pub(in crate::model::segment) fn fill(
    draft: &Draft<'_>,
    chosen: &[Opening],
    heads: &[AnswerHead],
    is_question_paper: bool,
    outline: &mut Outline,
) {
    let groups = if chosen.is_empty() {
        let named: Vec<&AnswerHead> = heads.iter().filter(|head| names_a_number(head)).collect();
        if named.is_empty() { single(draft) } else { unnumbered(draft, &named) }
    } else {
        let all_heads: Vec<&AnswerHead> = heads.iter().filter(|head| names_letters(head)).collect();
        let heads = heads_that_count(draft, chosen, heads);
        if is_question_paper {
            questions_only(draft, chosen)
        } else if heads.is_empty() {
            interleaved(draft, chosen, &all_heads)
        } else {
            headed(draft, chosen, &heads)
        }
    };
    for group in groups {
        push(group, is_question_paper, outline);
    }
    number_questions(outline);
}

pub(super) fn names_a_number(head: &AnswerHead) -> bool {
    head.items.iter().any(|item| matches!(item, Item::One(label) | Item::Range(label, _) if label.number > 0))
}

pub(super) fn names_letters(head: &AnswerHead) -> bool {
    let is_letter = |label: &Label| label.number == 0 && label.letter.is_some();
    !head.items.is_empty()
        && head
            .items
            .iter()
            .all(|item| matches!(item, Item::One(label) | Item::Range(label, _) if is_letter(label)))
}

/// The heads of answers that go with these questions: labelled ones where they name most questions, bare
/// ones where they are about as many; else none.
pub(super) fn heads_that_count(
    draft: &Draft<'_>,
    chosen: &[Opening],
    heads: &[AnswerHead],
) -> Vec<AnswerHead> {
    let first = chosen.first().map_or(0, |open| open.line);
    let inside = |head: &&AnswerHead| head.line > first && head.line < draft.end;
    let labels: Vec<Label> = chosen.iter().map(|open| open.label).collect();
    let mut named: Vec<u32> = heads
        .iter()
        .filter(inside)
        .flat_map(|head| expand(&head.items, &labels))
        .map(|label| label.number)
        .filter(|number| labels.iter().any(|label| label.number == *number))
        .collect();
    named.sort_unstable();
    named.dedup();
    let mut numbers: Vec<u32> = labels.iter().map(|label| label.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let labelled = named.len() * 2 >= numbers.len();
    let bare = heads.iter().filter(inside).filter(|head| head.items.is_empty()).count();
    if labelled && !named.is_empty() {
        // A page may repeat a bare „Antwort“ above labelled heads.
        heads.iter().filter(inside).filter(|head| !head.items.is_empty()).cloned().collect()
    } else if bare > 0 && (bare * 2 >= numbers.len() || bare * 2 > chosen.len()) {
        heads.iter().filter(inside).filter(|head| head.items.is_empty()).cloned().collect()
    } else {
        Vec::new()
    }
}

/// A paper that only asks.
pub(super) fn questions_only(draft: &Draft<'_>, chosen: &[Opening]) -> Vec<Answered> {
    (0..chosen.len())
        .map(|nth| {
            let (asked, _) = question_and_rest(draft, &chosen[nth], block(draft, chosen, nth));
            Answered { questions: vec![asked], joint: None, answers: vec![], doubts: vec![] }
        })
        .collect()
}

pub(super) fn push(answered: Answered, is_question_paper: bool, outline: &mut Outline) {
    for question in &answered.questions {
        if answered.answers.is_empty() && !is_question_paper {
            let kind = DoubtKind::NoAnswer { label: question.label.printed() };
            outline.doubts.push(Doubt { at: question.lead, kind });
        } else if !question.certain {
            let kind = DoubtKind::Border { label: question.label.printed() };
            outline.doubts.push(Doubt { at: question.text, kind });
        }
    }
    outline.doubts.extend(answered.doubts);
    let id = GroupId(u32::try_from(outline.groups.len() + 1).unwrap_or(u32::MAX));
    let mut questions: Vec<Question> = Vec::with_capacity(answered.questions.len());
    for asked in answered.questions {
        let printed = asked.label.printed();
        let taken =
            |label: &str| outline.questions().chain(&questions).any(|question| question.label == label);
        let mut label = printed.clone();
        // The paper counts wrongly: the label stays readable, and unique.
        for nth in 2.. {
            if !taken(&label) {
                break;
            }
            label = format!("{printed} ({nth})");
        }
        if label != printed {
            outline
                .doubts
                .push(Doubt { at: asked.lead, kind: DoubtKind::RepeatedQuestion { label: printed } });
        }
        questions.push(Question { id: QuestionId(0), label, lead: asked.lead, text: asked.text });
    }
    outline.groups.push(AnswerGroup { id, questions, joint: answered.joint, answers: answered.answers });
}

/// Questions are numbered in the order of their print.
pub(super) fn number_questions(outline: &mut Outline) {
    let mut next = 0;
    for group in &mut outline.groups {
        for question in &mut group.questions {
            next += 1;
            question.id = QuestionId(next);
        }
    }
}
