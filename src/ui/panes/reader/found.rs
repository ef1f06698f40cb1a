//! What a search found in the open paper, behind its words; the hit that is looked at has an outline.

use std::sync::Arc;

use egui::{CornerRadius, Stroke, StrokeKind, Ui, vec2};

use super::blocks::{Block, Fold};
use super::paint::{Column, row_rects};
use super::pane::ReaderPane;
use super::scrolling::{Place, Wanted};
use crate::model::analysis::Needle;
use crate::model::text::Span;
use crate::model::{Document, DocumentId, QuestionId};
use crate::ui::Cx;

/// What is looked for, and where the open paper has it.
#[derive(Debug, Default)]
pub(super) struct Found {
    needle: Option<Arc<Needle>>,
    /// The paper whose hits these are.
    of: Option<DocumentId>,
    /// In the order of the text.
    spans: Vec<Span>,
    current: Option<(DocumentId, Span)>,
    /// Where the view is to go once that paper is open.
    goal: Option<(DocumentId, Span)>,
}

impl ReaderPane {
    /// Shows all hits of a search; none ends it.
    pub fn find(&mut self, needle: Option<Arc<Needle>>) {
        self.found = Found { needle, ..Found::default() };
    }

    /// Brings a hit into view as soon as its paper is open. The view does not go to the question.
    pub fn show_found(&mut self, document: DocumentId, span: Span, question: Option<QuestionId>) {
        self.found.current = Some((document, span));
        self.found.goal = self.found.current;
        if self.document == Some(document) && question.is_some() {
            self.shown_question = question;
        }
    }

    /// The first byte of the paper that is in view.
    #[must_use]
    pub fn first_byte_in_view(&self) -> usize {
        let top = self.heights.at(self.scroll + 1.0);
        let below = self.blocks.get(top..).unwrap_or_default();
        below.iter().find_map(Block::source).map_or(0, |source| source.start)
    }

    /// Looks for the hits of a paper that was just opened; unfolds what hides the one to be shown.
    pub(super) fn follow_found(&mut self, document: &Document, cx: &Cx<'_>) {
        if self.found.of != Some(document.id) {
            self.found.of = Some(document.id);
            let text = document.body.as_str();
            let needle = self.found.needle.clone();
            self.found.spans = needle.map(|needle| needle.spans(text).collect()).unwrap_or_default();
        }
        let Some((_, span)) = self.found.goal.filter(|(goal, _)| *goal == document.id) else { return };
        self.found.goal = None;
        let folds: Vec<Fold> =
            self.folded.iter().copied().filter(|fold| hides(*fold, document, span)).collect();
        if !folds.is_empty() {
            for fold in folds {
                self.set_fold(fold, false);
            }
            self.prepare(document, cx);
        }
        self.wanted = Some(Wanted { place: Place::Text(span.start), frames: 4 });
    }

    /// Hits of one block, below its words.
    pub(super) fn paint_found(&self, ui: &Ui, at: usize, top: f32, column: &Column, cx: &Cx<'_>) {
        let block = &self.blocks[at];
        let Some(source) = block.source().filter(|_| !self.found.spans.is_empty()) else { return };
        let first = self.found.spans.partition_point(|span| span.end <= source.start);
        for span in self.found.spans[first..].iter().take_while(|span| span.start < source.end) {
            let Some(shown) = block.shown_span(*span) else { continue };
            let is_current = self.found.current == self.document.map(|document| (document, *span));
            for rect in row_rects(ui, block, top, column, shown) {
                let rect = rect.shrink2(vec2(0.0, 3.0)).expand2(vec2(1.0, 0.0));
                let radius = CornerRadius::same(2);
                ui.painter().rect_filled(rect, radius, cx.theme.select);
                if is_current {
                    let line = Stroke::new(1.5, cx.theme.ink);
                    ui.painter().rect_stroke(rect, radius, line, StrokeKind::Outside);
                }
            }
        }
    }
}

/// Whether a place is not seen while this is folded.
fn hides(fold: Fold, document: &Document, span: Span) -> bool {
    let outline = &document.outline;
    match fold {
        Fold::PrintedHead => outline.head.is_some_and(|head| head.overlaps(span)),
        Fold::Remark(nth) => outline.remarks.get(nth).is_some_and(|remark| remark.text.overlaps(span)),
        Fold::Notes => document.print.notes_start().is_some_and(|start| start < span.end),
        Fold::Answer(group) => {
            let group = outline.groups.iter().find(|other| other.id == group);
            group.is_some_and(|group| group.answers.iter().any(|answer| answer.overlaps(span)))
        }
    }
}
