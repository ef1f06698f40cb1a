//! Which words are a question and which are its answer, once the openings are known.

use super::cue::{AnswerHead, Opening, Style, head_length};
use super::dialect::Dialect;
use super::fences::{self, introduces_questions};
use super::joint::joint;
use super::label::{Item, Label, expand};
use super::lines::Line;
use super::parts::{find_item, inside, next_letter, parts, stand_alone};
use super::wording::{asks, begins_asking, ends, question_end};
use crate::model::id::{GroupId, QuestionId};
use crate::model::outline::{AnswerGroup, Doubt, DoubtKind, Outline, Question};
use crate::model::text::{Body, Span};

/// What cutting knows before the answers are told apart.
pub(super) struct Draft<'a> {
    pub body: &'a Body,
    pub lines: &'a [Line<'a>],
    /// The line behind the last answer.
    pub end: usize,
    pub transmission: Option<(usize, usize)>,
    pub transmissions: &'a [(usize, usize)],
    pub dialect: &'static Dialect,
}

/// A question on its way.
#[derive(Clone, Debug)]
struct Asked {
    label: Label,
    lead: Span,
    text: Span,
    /// Whether the border behind it is certain.
    certain: bool,
}

/// An answer on its way.
#[derive(Clone, Debug)]
struct Answered {
    questions: Vec<Asked>,
    joint: Option<Span>,
    answers: Vec<Span>,
    doubts: Vec<Doubt>,
}

/// Fills in the groups of an outline.
pub(super) fn fill(
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

fn names_a_number(head: &AnswerHead) -> bool {
    head.items.iter().any(|item| matches!(item, Item::One(label) | Item::Range(label, _) if label.number > 0))
}

/// The heads of answers that go with these questions: labelled ones where they name most questions, bare
/// ones where they are about as many; else none.
fn heads_that_count(draft: &Draft<'_>, chosen: &[Opening], heads: &[AnswerHead]) -> Vec<AnswerHead> {
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

// Questions and answers in turn, told apart by what they say.

fn interleaved(draft: &Draft<'_>, chosen: &[Opening], lettered: &[&AnswerHead]) -> Vec<Answered> {
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
fn with_following_parts(text: &str, first: Asked) -> Vec<Asked> {
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

fn names_letters(head: &AnswerHead) -> bool {
    let is_letter = |label: &Label| label.number == 0 && label.letter.is_some();
    !head.items.is_empty()
        && head
            .items
            .iter()
            .all(|item| matches!(item, Item::One(label) | Item::Range(label, _) if is_letter(label)))
}

/// „Zu a)“, „Zu b)“ below a question with parts: each part has its answer.
fn by_letters(draft: &Draft<'_>, open: &Opening, block: Span, heads: &[&AnswerHead]) -> Vec<Answered> {
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

/// From the words of a question to the next opening or the end.
fn block(draft: &Draft<'_>, chosen: &[Opening], nth: usize) -> Span {
    let text = draft.body.as_str();
    let until = chosen.get(nth + 1).map_or_else(|| end_byte(draft), |next| next.lead.start);
    Span::new(chosen[nth].lead.end.min(until), until).trim(text)
}

fn end_byte(draft: &Draft<'_>) -> usize {
    draft
        .lines
        .get(draft.end)
        .map_or_else(|| draft.lines.last().map_or(0, |line| line.span.end), |line| line.span.start)
}

fn question_and_rest(draft: &Draft<'_>, open: &Opening, block: Span) -> (Asked, Span) {
    let text = draft.body.as_str();
    let (end, certain) = question_end(draft.body.at(block));
    let question = Span::new(block.start, block.start + end).trim(text);
    let asked = Asked { label: open.label, lead: open.lead, text: question, certain };
    (asked, Span::new(question.end, block.end).trim(text))
}

/// An answer to questions: one group, or more where parts are answered one by one.
fn answer_to(draft: &Draft<'_>, mut questions: Vec<Asked>, answer: Span) -> Vec<Answered> {
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
fn parts_or_first(text: &str, question: &Asked) -> Option<char> {
    let words = &text[question.text.start..question.text.end];
    let row = parts(text, question.text);
    row.last().map(|part| part.letter).or_else(|| {
        let free = words.starts_with("a) ") || words.contains("\na) ") || words.contains(" a) ");
        free.then_some('a')
    })
}

/// „1. Zum Netz: a) Wie lang?“: where the words before a) ask nothing, the whole is question 1a.
fn split_off_first_part(text: &str, questions: &mut Vec<Asked>) {
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

/// A heading above the next question belongs to neither: „II. Finanzierung“.
fn without_heading(draft: &Draft<'_>, answer: Span, before_question: bool) -> Span {
    if !before_question || answer.is_empty() {
        return answer;
    }
    let text = draft.body.as_str();
    let words = draft.body.at(answer);
    let Some(at) = words.rfind('\n') else { return answer };
    let (before, last) = (words[..at].trim_end(), words[at + 1..].trim());
    let marked = last.starts_with('#');
    let short = last.chars().count() <= 90 && !last.ends_with(['.', ',', ';', '?', '!', ')', '“', '"', ':']);
    let begins = last.starts_with(char::is_uppercase) || last.starts_with(|c: char| c.is_ascii_digit());
    let numeral = last.split(['.', ' ']).next().is_some_and(|first| {
        !first.is_empty() && first.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'A'..='H'))
    });
    let apart = words[..=at].ends_with("\n\n") || numeral;
    let closed = before.ends_with(['.', '!', '“', ')']) || (numeral && last.contains(". "));
    if marked || (short && begins && apart && closed) {
        Span::new(answer.start, answer.start + before.len()).trim(text)
    } else {
        answer
    }
}

/// Forms that head questions and answers put headings between them without a blank line: „Anmietungen“.
fn without_short_heading(draft: &Draft<'_>, answer: Span) -> Span {
    let words = draft.body.at(answer);
    let Some(at) = words.rfind('\n') else { return answer };
    let (before, last) = (words[..at].trim_end(), words[at + 1..].trim());
    let plain = last.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | ',' | '–'));
    let short = last.split_whitespace().count() <= 5 && last.starts_with(char::is_uppercase);
    if plain && short && before.ends_with('.') {
        Span::new(answer.start, answer.start + before.len())
    } else {
        answer
    }
}

// Answers with heads of their own.

fn headed(draft: &Draft<'_>, chosen: &[Opening], heads: &[AnswerHead]) -> Vec<Answered> {
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
    let mut known: Vec<Label> = Vec::new();
    for question in &asked {
        known.push(question.label);
        let row = parts(text, question.text);
        if stand_alone(text, &row) {
            known.extend(row.iter().map(|part| question.label.with_letter(part.letter)));
        }
    }
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

fn gap_is_blank(text: &str, from: usize, until: usize) -> bool {
    from <= until && text[from..until].trim().is_empty()
}

fn remark_starts<'a>(draft: &'a Draft<'_>) -> impl Iterator<Item = usize> + 'a {
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
fn number_above(chosen: &[Opening], head: &AnswerHead) -> Label {
    let above = chosen.iter().rev().find(|open| open.lead.start < head.lead.start);
    above.map_or(Label::number(1), |open| open.label.parent())
}

/// Takes the named questions out of those that are left. A name with a letter takes the part of its question.
fn take_named(text: &str, named: &[Label], left: &mut Vec<Asked>) -> Vec<Asked> {
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
fn cut_parts(text: &str, question: &mut Asked) -> Vec<Asked> {
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
fn add_to_answered(named: &[Label], answer: Span, head: &AnswerHead, groups: &mut [Answered]) {
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

/// „b) Wie viele?“ above a bare „Antwort:“ stands at the end of the answer before.
fn take_part_from_answer(
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

// Papers without numbers.

/// „Zu Frage 1:“ below a question that carries no number: it is cut off the end of what stands above.
fn unnumbered(draft: &Draft<'_>, heads: &[&AnswerHead]) -> Vec<Answered> {
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
fn above_head(draft: &Draft<'_>, head: &AnswerHead, floor: usize, labels: &[Label]) -> Vec<Asked> {
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
fn last_questions(words: &str) -> usize {
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
fn single(draft: &Draft<'_>) -> Vec<Answered> {
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
fn asks_alone(draft: &Draft<'_>, from: usize) -> bool {
    let end = (from + 1..draft.end).find(|at| draft.lines[*at].after_blank);
    end.is_some_and(|end| draft.lines[end - 1].text.ends_with('?') && begins_asking(draft.lines[from].text))
}

/// A paper that only asks.
fn questions_only(draft: &Draft<'_>, chosen: &[Opening]) -> Vec<Answered> {
    (0..chosen.len())
        .map(|nth| {
            let (asked, _) = question_and_rest(draft, &chosen[nth], block(draft, chosen, nth));
            Answered { questions: vec![asked], joint: None, answers: vec![], doubts: vec![] }
        })
        .collect()
}

// One group.

/// Questions and the text behind them: the joint sentence is cut off, parts it names are cut out.
fn group(draft: &Draft<'_>, mut questions: Vec<Asked>, answer: Span) -> Answered {
    let text = draft.body.as_str();
    let mut doubts = Vec::new();
    let mut joined = None;
    // A paper may head only some of its answers.
    let answer = Span::new(answer.start + head_length(draft.body.at(answer)), answer.end).trim(text);
    let mut rest = answer;
    if let Some((items, length)) = joint(draft.body.at(answer)) {
        let at = Span::new(answer.start, answer.start + length);
        rest = Span::new(at.end, answer.end).trim(text);
        // „Die Fragen 25 bis 31 können nicht beantwortet werden.“ is all the answer there is.
        if rest.is_empty() && draft.body.at(at).contains("nicht") {
            rest = at;
        } else {
            joined = Some(at);
        }
        name_parts(text, &items, &mut questions);
        let known: Vec<Label> = questions.iter().map(|question| question.label).collect();
        let named = expand(&items, &known);
        // „12 bis 13b“ names 13, of which only the parts may be questions.
        let stands = |label: &Label| {
            known.contains(label) || (label.letter.is_none() && known.iter().any(|l| l.parent() == *label))
        };
        let missing = named.iter().filter(|label| !stands(label)).count();
        let unnamed =
            known.iter().filter(|l| l.letter.is_none() && !named.iter().any(|n| n.number == l.number));
        if missing > 0 || unnamed.count() > 0 {
            let printed = named.iter().map(|label| label.printed()).collect();
            doubts.push(Doubt { at, kind: DoubtKind::JointMismatch { printed } });
        }
    }
    let answers = if rest.is_empty() { Vec::new() } else { vec![rest] };
    Answered { questions, joint: joined, answers, doubts }
}

/// Cuts out the parts that a joint sentence names („Die Fragen 5 bis 5b …“).
fn name_parts(text: &str, items: &[Item], questions: &mut Vec<Asked>) {
    let mut known: Vec<Label> = Vec::new();
    for question in questions.iter() {
        known.push(question.label);
        let row = parts(text, question.text);
        if stand_alone(text, &row) {
            known.extend(row.iter().map(|part| question.label.with_letter(part.letter)));
        }
    }
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

fn push(answered: Answered, is_question_paper: bool, outline: &mut Outline) {
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
fn number_questions(outline: &mut Outline) {
    let mut next = 0;
    for group in &mut outline.groups {
        for question in &mut group.questions {
            next += 1;
            question.id = QuestionId(next);
        }
    }
}
