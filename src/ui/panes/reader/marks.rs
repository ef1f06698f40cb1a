//! The evidence of a document, as lines to be drawn under its words.

use crate::model::text::Span;
use crate::model::{Document, LineStyle, Project, QuestionId, Swatch};

/// One passage of one question.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub question: QuestionId,
    pub label: String,
    /// None while the question has no tag.
    pub tag: Option<(Swatch, LineStyle)>,
    /// Overlapping passages stand below one another: 0 is the topmost.
    pub level: usize,
}

/// My evidence of a document in the order of its text.
pub(super) fn marks(project: &Project, document: &Document) -> Vec<Mark> {
    let me = project.me();
    let mut marks: Vec<Mark> = Vec::new();
    for (key, coding) in project.codings_of(document.id).filter(|(key, _)| key.coder == me) {
        let Some(question) = document.outline.question(key.question) else { continue };
        let tag = coding.tag.as_ref().and_then(|tag| project.codebook().tag(tag));
        marks.extend(coding.evidence.iter().filter(|e| e.is_in_place(&document.body)).map(|evidence| Mark {
            span: evidence.span,
            question: key.question,
            label: question.label.clone(),
            tag: tag.map(|tag| (tag.swatch, tag.line)),
            level: 0,
        }));
    }
    marks.sort_by_key(|mark| (mark.span, mark.question));
    // Where each level is taken until.
    let mut taken: Vec<usize> = Vec::new();
    for mark in &mut marks {
        let free = taken.iter().position(|end| *end <= mark.span.start);
        let level = free.unwrap_or(taken.len());
        match taken.get_mut(level) {
            Some(end) => *end = mark.span.end,
            None => taken.push(mark.span.end),
        }
        // A fourth line would run through the next row of words.
        mark.level = level.min(2);
    }
    marks
}
