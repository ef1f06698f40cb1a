//! What is known before the answers are told apart, and a question and an answer on their way.

use super::super::cue::Opening;
use super::super::dialect::Dialect;
use super::super::label::Label;
use super::super::lines::Line;
use super::super::wording::question_end;
use crate::model::outline::Doubt;
use crate::model::text::{Body, Span};

/// What cutting knows before the answers are told apart.
pub(in crate::model::segment) struct Draft<'a> {
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
pub(super) struct Asked {
    pub label: Label,
    pub lead: Span,
    pub text: Span,
    /// Whether the border behind it is certain.
    pub certain: bool,
}

/// An answer on its way.
#[derive(Clone, Debug)]
pub(super) struct Answered {
    pub questions: Vec<Asked>,
    pub joint: Option<Span>,
    pub answers: Vec<Span>,
    pub doubts: Vec<Doubt>,
}

/// From the words of a question to the next opening or the end.
pub(super) fn block(draft: &Draft<'_>, chosen: &[Opening], nth: usize) -> Span {
    let text = draft.body.as_str();
    let until = chosen.get(nth + 1).map_or_else(|| end_byte(draft), |next| next.lead.start);
    Span::new(chosen[nth].lead.end.min(until), until).trim(text)
}

pub(super) fn end_byte(draft: &Draft<'_>) -> usize {
    draft
        .lines
        .get(draft.end)
        .map_or_else(|| draft.lines.last().map_or(0, |line| line.span.end), |line| line.span.start)
}

pub(super) fn question_and_rest(draft: &Draft<'_>, open: &Opening, block: Span) -> (Asked, Span) {
    let text = draft.body.as_str();
    let (end, certain) = question_end(draft.body.at(block));
    let question = Span::new(block.start, block.start + end).trim(text);
    let asked = Asked { label: open.label, lead: open.lead, text: question, certain };
    (asked, Span::new(question.end, block.end).trim(text))
}
