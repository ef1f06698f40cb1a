//! Papers without numbers: questions above the head of their answer, or a single one.

use super::super::cue::AnswerHead;
use super::super::fences;
use super::super::fences::introduces_questions;
use super::super::label::{Label, expand};
use super::super::wording::{asks, begins_asking, ends, question_end};
use super::draft::{Answered, Asked, Draft, end_byte};
use super::group::group;
use crate::model::text::Span;

/// „Zu Frage 1:“ below a question that carries no number: it is cut off the end of what stands above.
pub(super) fn unnumbered(draft: &Draft<'_>, heads: &[&AnswerHead]) -> Vec<Answered> {
    let text = draft.body.as_str();
    let mut groups: Vec<Answered> = Vec::new();
    let heads: Vec<&&AnswerHead> = heads.iter().filter(|head| head.line < draft.end).collect();
    let starts: Vec<(usize, Vec<Asked>)> = heads
        .iter()
        .enumerate()
        .map(|(nth, head)| {
            let floor = nth.checked_sub(1).map_or(0, |before| heads[before].line + 1);
            let labels = expand(&head.items, &[]);
            let asked = above_head(draft, head, floor, &labels);
            (asked.first().map_or(head.lead.start, |question| question.lead.start), asked)
        })
        .collect();
    for (nth, head) in heads.iter().enumerate() {
        let until = starts.get(nth + 1).map_or_else(|| end_byte(draft), |(start, _)| *start);
        let answer = Span::new(head.lead.end, until.max(head.lead.end)).trim(text);
        let asked = starts[nth].1.clone();
        if asked.is_empty() {
            continue;
        }
        groups.push(group(draft, asked, answer));
    }
    groups
}

/// The questions that stand right above the head of their answer.
pub(super) fn above_head(draft: &Draft<'_>, head: &AnswerHead, floor: usize, labels: &[Label]) -> Vec<Asked> {
    let lines = draft.lines;
    let mut found: Vec<Asked> = Vec::new();
    let mut until = head.line;
    for label in labels.iter().rev() {
        let mut from = until;
        while from > floor && (from == until || !lines[from].after_blank) {
            from -= 1;
        }
        if from == until {
            break;
        }
        // „(Bitte nach Kreisen ordnen.)“ as a paragraph of its own belongs to the question above.
        if lines[from].text.starts_with('(') && from > floor {
            let bracket = from;
            while from > floor && (from == bracket || !lines[from].after_blank) {
                from -= 1;
            }
        }
        let whole = Span::new(lines[from].span.start, lines[until - 1].span.end);
        let words = draft.body.at(whole);
        let start = last_questions(words);
        let text = Span::new(whole.start + start, whole.end);
        let certain = asks(&words[start..]) || begins_asking(&words[start..]);
        found.insert(0, Asked { label: *label, lead: Span::new(text.start, text.start), text, certain });
        until = from;
    }
    found
}

/// Where the questions begin at the end of a text: the sentences that ask.
pub(super) fn last_questions(words: &str) -> usize {
    let mut start = 0;
    let mut before = 0;
    let mut asked = false;
    for end in ends(words) {
        if asked && words[before..end.at].trim_start().starts_with('(') {
            // An instruction in brackets goes with the question before it.
        } else if end.asking {
            if !asked {
                start = before;
            }
            asked = true;
        } else {
            asked = false;
        }
        before = end.at;
    }
    if !asked {
        return 0;
    }
    start + (words[start..].len() - words[start..].trim_start().len())
}

/// One question without a number: what follows „Ich frage die Landesregierung:“ or stands alone and asks.
pub(super) fn single(draft: &Draft<'_>) -> Vec<Answered> {
    let text = draft.body.as_str();
    let lines = draft.lines;
    let after_fence = draft.transmission.map_or(0, |(_, end)| end);
    let introduced =
        lines.iter().take(draft.end).rposition(|line| introduces_questions(line.text)).map(|at| at + 1);
    let behind_head = fences::answer_headings(lines)
        .first()
        .and_then(|at| (at + 1..draft.end).find(|next| lines[*next].after_blank && asks_alone(draft, *next)));
    let fenced = introduced.or((after_fence > 0).then_some(after_fence)).map(|at| at.max(after_fence));
    let Some(from) = fenced.or(behind_head) else { return Vec::new() };
    let Some(first) = lines.get(from).filter(|_| from < draft.end) else { return Vec::new() };
    let block = Span::new(first.span.start, end_byte(draft)).trim(text);
    let (end, certain) = question_end(draft.body.at(block));
    let question = Span::new(block.start, block.start + end).trim(text);
    if !certain || !asks(draft.body.at(question)) {
        return Vec::new();
    }
    let asked = Asked {
        label: Label::number(1),
        lead: Span::new(question.start, question.start),
        text: question,
        certain: false,
    };
    let mut rest = Span::new(question.end, block.end).trim(text);
    if let Some(after) = draft.body.at(rest).strip_prefix("Antwort:") {
        rest = Span::new(rest.end - after.len(), rest.end).trim(text);
    }
    vec![group(draft, vec![asked], rest)]
}

/// Whether the paragraph that begins at a line is one question, and text follows it.
pub(super) fn asks_alone(draft: &Draft<'_>, from: usize) -> bool {
    let end = (from + 1..draft.end).find(|at| draft.lines[*at].after_blank);
    end.is_some_and(|end| draft.lines[end - 1].text.ends_with('?') && begins_asking(draft.lines[from].text))
}
