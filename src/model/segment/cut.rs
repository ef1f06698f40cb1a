//! Cutting a paper: fences first, then the densest numbering between them, then the answers.

use super::answers::{self, Draft};
use super::cue::{answer_heads, openings};
use super::dialect::Dialect;
use super::fences::{self, introduces_questions, span_of};
use super::lines::Line;
use super::numbering::{densest, missing};
use super::torn::torn;
use crate::model::outline::{Doubt, DoubtKind, Outline, Remark};
use crate::model::text::{Body, Span};

/// How far down the head of a paper may name an answer.
const HEAD_LINES: usize = 40;

/// Cuts a paper. Where nothing is found the outline has no questions and says so.
pub(super) fn cut(body: &Body, lines: &[Line<'_>], dialect: &'static Dialect) -> Outline {
    let mut outline = Outline { form: Some(dialect.code().to_owned()), ..Outline::default() };
    if lines.is_empty() || holds_no_question(lines) {
        return outline;
    }

    // The fences: every place at which the answers may begin.
    let transmissions = fences::transmissions(lines);
    let all_openings = openings(lines);
    let headings = fences::answer_headings(lines);
    let mut begins: Vec<usize> = vec![0];
    begins.extend(transmissions.iter().map(|(_, end)| *end));
    begins.extend(headings.iter().map(|at| at + 1));
    begins.sort_unstable();

    // The numbering that is most complete; of equals the one behind the last fence.
    let mut begin = 0;
    let mut chosen = Vec::new();
    for from in begins {
        let found = densest(&all_openings, from);
        if found.len() >= chosen.len().max(1) {
            (begin, chosen) = (from, found);
        }
    }
    let heads = answer_heads(lines);
    let first = chosen.first().map_or_else(|| heads.first().map_or(0, |head| head.line), |open| open.line);
    let last = last_cue(&chosen, &heads, begin);
    let end = fences::end(lines, last + 1).unwrap_or(lines.len());

    let transmission = transmissions
        .iter()
        .rev()
        .find(|(at, _)| *at < end && (*at < first || begin > 0 && *at < begin))
        .or_else(|| transmissions.iter().find(|(at, _)| *at < end))
        .copied();
    let is_question_paper = transmission.is_none() && !names_an_answer(lines);

    let draft = Draft { body, lines, end, transmission, transmissions: &transmissions, dialect };
    answers::fill(&draft, &chosen, &heads, is_question_paper, &mut outline);
    if outline.groups.is_empty() {
        return outline;
    }
    for number in missing(&chosen).into_iter().take(20) {
        let next = chosen.iter().find(|open| open.label.number > number);
        let at = next.or(chosen.first()).map_or(lines[0].span, |open| open.lead);
        outline.doubts.push(Doubt { at, kind: DoubtKind::MissingQuestion { label: number.to_string() } });
    }
    frame(body, lines, dialect, end, transmission, &mut outline);
    if end == lines.len() && dialect.closes && !is_question_paper {
        let at = lines.last().map_or(body.span(), |line| line.span);
        outline.doubts.push(Doubt { at, kind: DoubtKind::NoSignature });
    }

    let places: Vec<Span> = outline
        .groups
        .iter()
        .flat_map(|group| group.answers.iter().copied())
        .chain(outline.remarks.iter().map(|remark| remark.text))
        .collect();
    for place in places {
        for (gap, doubt) in torn(lines, place) {
            outline.torn.push(gap);
            outline.doubts.extend(doubt);
        }
    }
    outline.torn.sort_unstable();
    outline.torn.dedup();
    outline.doubts.sort_by_key(|doubt| doubt.at);
    outline
}

/// „Unterrichtung“: it looks like an answer and answers no question.
fn holds_no_question(lines: &[Line<'_>]) -> bool {
    lines.iter().take(8).any(|line| fences::squashed(line.text) == "unterrichtung")
}

fn names_an_answer(lines: &[Line<'_>]) -> bool {
    let is_answer = |text: &str| {
        text == "antwort"
            || text.starts_with("antwortde")
            || text.contains("undantwort")
            || text.contains("mitantwort")
            || text.starts_with("antwortauf")
            || text.starts_with("antwortzu")
    };
    lines.iter().take(HEAD_LINES).any(|line| is_answer(&fences::squashed(line.text)))
        || !answer_heads(lines).is_empty()
}

/// The last line that opens a question or an answer inside the count.
fn last_cue(chosen: &[super::cue::Opening], heads: &[super::cue::AnswerHead], begin: usize) -> usize {
    let question = chosen.iter().map(|open| open.line).max();
    let Some(question) = question else {
        return heads.iter().map(|head| head.line).max().unwrap_or(begin);
    };
    // Heads behind the last question count while they name questions of the paper.
    let numbers: Vec<u32> = chosen.iter().map(|open| open.label.number).collect();
    let named = heads.iter().filter(|head| head.line > question).filter(|head| {
        head.items.iter().any(|item| {
            let (super::label::Item::One(label) | super::label::Item::Range(label, _)) = item;
            numbers.contains(&label.number)
        })
    });
    // Only the first head of each label: an annex repeats them.
    let mut seen: Vec<super::label::Item> = Vec::new();
    let mut last = question;
    for head in named {
        if head.items.iter().all(|item| seen.contains(item)) {
            continue;
        }
        seen.extend(head.items.iter().copied());
        last = head.line;
    }
    last
}

/// Head, remarks, transmission and what closes the paper.
fn frame(
    body: &Body,
    lines: &[Line<'_>],
    dialect: &Dialect,
    end: usize,
    transmission: Option<(usize, usize)>,
    outline: &mut Outline,
) {
    let claimed = claimed(outline);
    let is_free = |at: usize| {
        let span = lines[at].span;
        claimed.iter().all(|other| !other.overlaps(span))
    };
    outline.transmission = transmission
        .and_then(|(start, end)| span_of(&lines[start..end]))
        .filter(|span| claimed.iter().all(|other| !other.overlaps(*span)));
    let first_part = (0..lines.len()).find(|at| !is_free(*at)).unwrap_or(lines.len());
    let stops = |at: usize| {
        !is_free(at)
            || transmission.is_some_and(|(start, end)| (start..end).contains(&at))
            || fences::remark(&lines[at], dialect).is_some()
            || introduces_questions(lines[at].text)
            || at >= end
            || (fences::squashed(lines[at].text).starts_with("antwort")
                && lines[at].text.chars().count() < 90)
    };
    let headings: Vec<(usize, crate::model::outline::RemarkBy)> = (0..end.min(lines.len()))
        .filter(|at| is_free(*at))
        .filter_map(|at| fences::remark(&lines[at], dialect).map(|by| (at, by)))
        .collect();
    for (at, by) in &headings {
        let until = (at + 1..lines.len()).find(|line| stops(*line)).unwrap_or(lines.len());
        let until = until.min(listed_from(lines, at + 1, until));
        if let Some(text) = span_of(&lines[at + 1..until]) {
            outline.remarks.push(Remark { by: *by, heading: lines[*at].span, text });
        }
    }
    let head_end = headings.first().map_or(first_part, |(at, _)| *at).min(first_part);
    let head_end = (0..head_end)
        .find(|at| {
            introduces_questions(lines[*at].text) || transmission.is_some_and(|(start, _)| start == *at)
        })
        .unwrap_or(head_end);
    outline.head = span_of(&lines[..head_end]);
    if end < lines.len() {
        let from = (end..lines.len()).take_while(|at| is_free(*at)).count();
        let until = (end + 1..end + from).find(|at| is_annex(&lines[*at])).unwrap_or(end + from);
        outline.signature = if is_annex(&lines[end]) { None } else { span_of(&lines[end..until]) };
    }
    let _ = body;
}

/// Where a list of questions begins inside a remark: it is no part of it.
fn listed_from(lines: &[Line<'_>], from: usize, until: usize) -> usize {
    let list = densest(&openings(&lines[..until]), from);
    list.iter().map(|open| open.line).min().filter(|_| list.len() > 1).unwrap_or(until)
}

fn is_annex(line: &Line<'_>) -> bool {
    line.text.starts_with("Anlage") || (line.starts_page && line.text.contains("Anlage"))
}

/// Every place that a question or an answer takes.
fn claimed(outline: &Outline) -> Vec<Span> {
    outline
        .groups
        .iter()
        .flat_map(|group| {
            let questions =
                group.questions.iter().map(|question| Span::new(question.lead.start, question.text.end));
            questions.chain(group.joint).chain(group.answers.iter().copied()).collect::<Vec<_>>()
        })
        .filter(|span| !span.is_empty())
        .collect()
}
