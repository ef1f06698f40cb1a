//! Questions and answers in turn, told apart by what they say.

use super::super::cue::{AnswerHead, Opening};
use super::super::label::{Label, expand};
use super::super::parts::{find_item, inside, next_letter, parts};
use super::super::wording::asks;
use super::draft::{Answered, Asked, Draft, block, question_and_rest};
use super::group::group;
use super::heading::without_heading;
use super::naming::{add_to_answered, cut_parts, take_named};
use crate::model::text::Span;

pub(super) fn interleaved(draft: &Draft<'_>, chosen: &[Opening], lettered: &[&AnswerHead]) -> Vec<Answered> {
    let mut groups: Vec<Answered> = Vec::new();
    let mut waiting: Vec<Asked> = Vec::new();
    for (nth, open) in chosen.iter().enumerate() {
        let block = block(draft, chosen, nth);
        let heads: Vec<&AnswerHead> =
            lettered.iter().copied().filter(|head| block.contains(head.lead.start)).collect();
        if waiting.is_empty() && !heads.is_empty() {
            groups.extend(by_letters(draft, open, block, &heads));
            continue;
        }
        let (asked, answer) = question_and_rest(draft, open, block);
        let answer = without_heading(draft, answer, nth + 1 < chosen.len());
        waiting.extend(with_following_parts(draft.body.as_str(), asked));
        if answer.is_empty() {
            continue;
        }
        groups.extend(answer_to(draft, std::mem::take(&mut waiting), answer));
        // A part that stands last and has no text behind it waits for the next answer.
        if nth + 1 < chosen.len()
            && groups.len() > 1
            && let Some(last) = groups.pop_if(|last| last.answers.is_empty() && last.joint.is_none())
        {
            waiting = last.questions;
        }
    }
    if !waiting.is_empty() {
        groups.push(Answered { questions: waiting, joint: None, answers: Vec::new(), doubts: Vec::new() });
    }
    groups
}

/// „3. a) Was? b) Wo?“ are two questions: the first carries the letter of its part.
pub(super) fn with_following_parts(text: &str, first: Asked) -> Vec<Asked> {
    let Some(letter) = first.label.letter else { return vec![first] };
    let mut all = vec![first];
    for letter in (letter as u8 + 1..=b'z').map(char::from) {
        let Some(last) = all.last_mut() else { break };
        let words = &text[last.text.start..last.text.end];
        let Some(at) = find_item(words, letter) else { break };
        let lead = Span::new(last.text.start + at, last.text.start + at + 2);
        let rest = Span::new(lead.end, last.text.end).trim(text);
        last.text = Span::new(last.text.start, lead.start).trim(text);
        let asked = Asked { label: last.label.with_letter(letter), lead, text: rest, certain: last.certain };
        all.push(asked);
    }
    all
}

/// „Zu a)“, „Zu b)“ below a question with parts: each part has its answer.
pub(super) fn by_letters(
    draft: &Draft<'_>,
    open: &Opening,
    block: Span,
    heads: &[&AnswerHead],
) -> Vec<Answered> {
    let text = draft.body.as_str();
    let whole = Span::new(block.start, heads[0].lead.start).trim(text);
    let mut stem = Asked { label: open.label, lead: open.lead, text: whole, certain: true };
    let mut left = cut_parts(text, &mut stem);
    let mut groups = vec![Answered { questions: vec![stem], joint: None, answers: vec![], doubts: vec![] }];
    for (nth, head) in heads.iter().enumerate() {
        let until = heads.get(nth + 1).map_or(block.end, |next| next.lead.start);
        let answer = Span::new(head.lead.end, until).trim(text);
        let named: Vec<Label> = expand(&head.items, &[])
            .into_iter()
            .map(|label| Label { letter: label.letter, ..open.label.parent() })
            .collect();
        let questions = take_named(text, &named, &mut left);
        if questions.is_empty() {
            add_to_answered(&named, answer, head, &mut groups);
        } else {
            groups.push(group(draft, questions, answer));
        }
    }
    groups
}

/// An answer to questions: one group, or more where parts are answered one by one.
pub(super) fn answer_to(draft: &Draft<'_>, mut questions: Vec<Asked>, answer: Span) -> Vec<Answered> {
    let text = draft.body.as_str();
    let mut groups = Vec::new();
    let Some(last) = questions.last().cloned() else { return groups };
    let last_part = parts_or_first(text, &last);
    let later = inside(text, answer, next_letter(last.label, last_part));
    let first_end = later.first().map_or(answer.end, |part| part.lead.start);
    if !later.is_empty() && last_part.is_some() {
        split_off_first_part(text, &mut questions);
    }
    groups.push(group(draft, questions, Span::new(answer.start, first_end).trim(text)));
    let mut waiting: Vec<Asked> = Vec::new();
    for (nth, part) in later.iter().enumerate() {
        let end = later.get(nth + 1).map_or(answer.end, |next| next.lead.start);
        let label = last.label.parent().with_letter(part.letter);
        waiting.push(Asked { label, lead: part.lead, text: part.text.trim(text), certain: true });
        let answer = Span::new(part.text.end, end).trim(text);
        // A part without text behind it is answered with the next one.
        if !answer.is_empty() || nth + 1 == later.len() {
            groups.push(group(draft, std::mem::take(&mut waiting), answer));
        }
    }
    groups
}

/// The last letter a question holds: of a row, or a single „a)“ that is answered by itself.
pub(super) fn parts_or_first(text: &str, question: &Asked) -> Option<char> {
    let words = &text[question.text.start..question.text.end];
    let row = parts(text, question.text);
    row.last().map(|part| part.letter).or_else(|| {
        let free = words.starts_with("a) ") || words.contains("\na) ") || words.contains(" a) ");
        free.then_some('a')
    })
}

/// „1. Zum Netz: a) Wie lang?“: where the words before a) ask nothing, the whole is question 1a.
pub(super) fn split_off_first_part(text: &str, questions: &mut Vec<Asked>) {
    let Some(whole) = questions.last().cloned() else { return };
    let words = &text[whole.text.start..whole.text.end];
    let Some(at) = words.find("a) ") else { return };
    let before = Span::new(whole.text.start, whole.text.start + at).trim(text);
    let part = whole.label.with_letter('a');
    questions.pop();
    if !before.is_empty() && asks(&text[before.start..before.end]) {
        let lead = Span::new(whole.text.start + at, whole.text.start + at + 2);
        questions.push(Asked { text: before, ..whole.clone() });
        let rest = Span::new(lead.end, whole.text.end).trim(text);
        questions.push(Asked { label: part, lead, text: rest, certain: whole.certain });
    } else {
        questions.push(Asked { label: part, ..whole });
    }
}
