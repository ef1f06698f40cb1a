//! The ends of the chosen passage, to be taken with the mouse: they go from word to word, with Alt from
//! character to character.

use egui::accesskit::Role;
use egui::{CursorIcon, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint::{Column, row_rects};
use super::pane::ReaderPane;
use super::selection::{block_at, word_at};
use crate::model::QuestionRef;
use crate::model::edits::evidence::PassageEnd;
use crate::model::text::Span;
use crate::ui::{Command, Cx};

/// An end in the hand, and where the passage would come to stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Handle {
    end: PassageEnd,
    pub to: Span,
}

impl ReaderPane {
    /// The chosen passage as it is shown: with the end that is being moved where it is being moved to.
    pub(super) fn chosen_span(&self, cx: &Cx<'_>) -> Option<Span> {
        let (_, span) = cx.position.evidence?;
        Some(self.handle.map_or(span, |handle| handle.to))
    }

    /// Shows both ends and moves them.
    pub(super) fn handles(&mut self, ui: &Ui, origin: Pos2, column: &Column, cx: &mut Cx<'_>) {
        let Some((question, span)) = cx.position.evidence else {
            self.handle = None;
            return;
        };
        let shown = self.chosen_span(cx).unwrap_or(span);
        let words = cx.words.coding;
        let ends = [(PassageEnd::Start, words.move_start), (PassageEnd::End, words.move_end)];
        for (end, name) in ends {
            let Some(row) = self.end_rect(ui, shown, end, origin, column) else { continue };
            let x = match end {
                PassageEnd::Start => row.left() - 1.0,
                PassageEnd::End => row.right() + 1.0,
            };
            let around = Rect::from_center_size(pos2(x, row.center().y), vec2(12.0, row.height()));
            let id = ui.scope_id().with(("passage end", end == PassageEnd::Start));
            let response = ui.interact(around, id, Sense::drag());
            response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
            let held = self.handle.is_some_and(|handle| handle.end == end);
            if response.hovered() || held {
                ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
            }
            if response.drag_started() {
                self.handle = Some(Handle { end, to: span });
            }
            if response.dragged()
                && let Some(pos) = response.interact_pointer_pos()
            {
                if let Some(to) = self.drawn(ui, pos, span, end, origin, column) {
                    self.handle = Some(Handle { end, to });
                }
                self.scroll_while_dragging(ui, pos);
            }
            if held && (response.drag_stopped() || !ui.input(|input| input.pointer.any_down())) {
                let to = self.handle.take().map_or(span, |handle| handle.to);
                if to != span
                    && let Some(document) = cx.position.document
                {
                    cx.ask(Command::MoveEvidence(QuestionRef { document, question }, span, to));
                }
            }
            let knob = match end {
                PassageEnd::Start => row.top() + 3.0,
                PassageEnd::End => row.bottom() - 3.0,
            };
            let painter = ui.painter();
            painter.vline(x, row.y_range().shrink(3.0), Stroke::new(2.0, cx.theme.ink));
            painter.circle_filled(pos2(x, knob), 4.0, cx.theme.ink);
        }
    }

    /// Where the passage would stand with one end at the pointer; it never turns over.
    fn drawn(
        &self,
        ui: &Ui,
        pos: Pos2,
        span: Span,
        end: PassageEnd,
        origin: Pos2,
        column: &Column,
    ) -> Option<Span> {
        let (at, shown) = self.hit(ui, pos, origin, column)?;
        let block = &self.blocks[at];
        let by_characters = ui.input(|input| input.modifiers.alt);
        let word = if by_characters {
            let byte = block.source_byte(shown)?;
            Span::new(byte, byte)
        } else {
            word_at(block, shown)?
        };
        let to = match end {
            PassageEnd::Start => Span::new(word.start.min(span.end), span.end),
            PassageEnd::End => Span::new(span.start, word.end.max(span.start)),
        };
        (!to.is_empty()).then_some(to)
    }

    /// The row in which a passage begins or ends.
    fn end_rect(&self, ui: &Ui, span: Span, end: PassageEnd, origin: Pos2, column: &Column) -> Option<Rect> {
        let byte = match end {
            PassageEnd::Start => span.start,
            PassageEnd::End => span.end.saturating_sub(1),
        };
        let at = block_at(&self.blocks, byte)?;
        let block = &self.blocks[at];
        let rows = row_rects(ui, block, origin.y + self.heights.top(at), column, block.shown_span(span)?);
        match end {
            PassageEnd::Start => rows.first().copied(),
            PassageEnd::End => rows.last().copied(),
        }
    }
}
