//! The mouse in the text: clicking, selecting, folding.

use egui::accesskit::Role;
use egui::{CursorIcon, Pos2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::blocks::BlockKind;
use super::marks::Mark;
use super::outline::choose_part_at;
use super::paint::{Column, galley};
use super::pane::ReaderPane;
use super::scrolling::{Place, Wanted};
use super::selection::{Selection, block_at, sentence_at, word_at};
use crate::model::text::{Span, byte_from_char};
use crate::model::{QuestionId, QuestionRef};
use crate::ui::{Command, Cx};

impl ReaderPane {
    pub(super) fn fold_row(
        &self,
        ui: &Ui,
        at: usize,
        top: f32,
        height: f32,
        column: &Column,
        cx: &Cx<'_>,
    ) -> bool {
        let rect = Rect::from_min_size(pos2(column.left - 24.0, top), vec2(column.width + 24.0, height));
        let BlockKind::Fold(fold, words, open) = self.blocks[at].kind else { return false };
        let id = ui.scope_id().with(("fold", fold));
        let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        let name = super::paint::fold_name(&self.blocks[at].text, fold, words, open, cx.words);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &name));
        crate::ui::widgets::focus_ring(ui, rect, response.has_focus(), cx.theme);
        response.clicked()
    }

    /// The byte of the paper under the pointer, with its block.
    pub(super) fn hit(&self, ui: &Ui, pos: Pos2, origin: Pos2, column: &Column) -> Option<(usize, usize)> {
        let mut at = self.heights.at(pos.y - origin.y);
        // Between blocks the next one above with words counts.
        while self.blocks.get(at)?.pieces.is_empty() {
            at = at.checked_sub(1)?;
        }
        let block = &self.blocks[at];
        let (galley, _) = galley(ui, block, column);
        let corner = pos2(column.left, origin.y + self.heights.top(at) + super::paint::margin_above(block));
        let cursor = galley.cursor_from_pos(pos - corner);
        Some((at, byte_from_char(&block.text, cursor.index.0)))
    }

    pub(super) fn selection_rect(&self, ui: &Ui, span: Span, origin: Pos2, column: &Column) -> Option<Rect> {
        let first = block_at(&self.blocks, span.start)?;
        let last = block_at(&self.blocks, span.end.saturating_sub(1))?;
        let mut rect = Rect::NOTHING;
        for at in [first, last] {
            let block = &self.blocks[at];
            let Some(shown) = block.shown_span(span) else { continue };
            let top = origin.y + self.heights.top(at);
            for row in super::paint::row_rects(ui, block, top, column, shown) {
                rect = rect.union(row);
            }
        }
        rect.is_finite().then_some(rect)
    }

    pub(super) fn react(
        &mut self,
        ui: &Ui,
        response: &Response,
        origin: Pos2,
        column: &Column,
        cx: &mut Cx<'_>,
    ) {
        if response.hovered() && self.border.is_none() {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        let by_characters = ui.input(|input| input.modifiers.alt);
        let extends = ui.input(|input| input.modifiers.shift);
        let place = |pane: &Self, pos: Pos2| -> Option<Span> {
            let (at, shown) = pane.hit(ui, pos, origin, column)?;
            let block = &pane.blocks[at];
            if by_characters {
                let byte = block.source_byte(shown)?;
                return Some(Span::new(byte, byte));
            }
            word_at(block, shown)
        };
        if response.drag_started() {
            response.request_focus();
            self.caret.leave();
            let from = ui.input(|input| input.pointer.press_origin()).or(response.interact_pointer_pos());
            if let Some(span) = from.and_then(|pos| place(self, pos)) {
                self.selection = Some(Selection::of(span));
                self.dragging = true;
            }
        }
        if self.dragging {
            if let Some(pos) = response.interact_pointer_pos() {
                if let Some(span) = place(self, pos)
                    && let Some(selection) = &mut self.selection
                {
                    selection.head = span;
                }
                self.scroll_while_dragging(ui, pos);
            }
            if response.drag_stopped() || !ui.input(|input| input.pointer.any_down()) {
                self.dragging = false;
            }
            return;
        }
        if response.secondary_clicked()
            && self.outlining
            && let Some(pos) = response.interact_pointer_pos()
        {
            let part = self.blocks.get(self.heights.at(pos.y - origin.y)).and_then(|block| block.part);
            choose_part_at(part, cx);
        }
        let Some(pos) = response.interact_pointer_pos() else { return };
        if response.triple_clicked() || response.double_clicked() {
            if let Some((at, shown)) = self.hit(ui, pos, origin, column) {
                let block = &self.blocks[at];
                let found =
                    if response.triple_clicked() { sentence_at(block, shown) } else { word_at(block, shown) };
                self.selection = found.map(Selection::of);
            }
        } else if response.clicked() {
            response.request_focus();
            if extends && let (Some(selection), Some(span)) = (self.selection, place(self, pos)) {
                self.selection = Some(Selection { head: span, ..selection });
                return;
            }
            self.selection = None;
            self.click(ui, pos, origin, column, cx);
        }
    }

    /// A click on evidence chooses its question; in an answer, the answer; on a question, the question.
    pub(super) fn click(&mut self, ui: &Ui, pos: Pos2, origin: Pos2, column: &Column, cx: &mut Cx<'_>) {
        let at = self.heights.at(pos.y - origin.y);
        let Some(block) = self.blocks.get(at) else { return };
        let part = block.part;
        if self.caret.is_on()
            && let Some(byte) =
                self.hit(ui, pos, origin, column).and_then(|(at, b)| self.blocks[at].source_byte(b))
        {
            self.caret.enter(byte);
        }
        if self.outlining {
            choose_part_at(part, cx);
            return;
        }
        let byte =
            self.hit(ui, pos, origin, column).and_then(|(at, shown)| self.blocks[at].source_byte(shown));
        if byte.is_some_and(|byte| self.follow(byte, cx)) {
            return;
        }
        if let Some(byte) = byte
            && let Some(document) = cx.position.document
            && let Some((question, span)) = self.passage_at(byte, cx.position.evidence)
        {
            self.shown_question = Some(question);
            cx.ask(Command::ChooseEvidence(QuestionRef { document, question }, span));
            return;
        }
        let in_group = |group: usize| {
            let document = cx.document()?;
            let group = document.outline.groups.get(group)?;
            let current = cx.position.question;
            let is_current = group.questions.iter().any(|question| Some(question.id) == current);
            if is_current { current } else { Some(group.questions.first()?.id) }
        };
        let question = block.question.or_else(|| in_group(block.group?));
        if let Some(question) = question {
            // The person looks here already: the view stays where it is.
            self.shown_question = Some(question);
            cx.ask(Command::GoQuestion(question));
        }
    }

    /// The passage at a byte: of the current question first, the shorter before the longer; clicked again,
    /// the next one that lies here.
    fn passage_at(&self, byte: usize, chosen: Option<(QuestionId, Span)>) -> Option<(QuestionId, Span)> {
        let mut here: Vec<&Mark> = self.marks.at(Span::new(byte, byte + 1)).collect();
        here.sort_by_key(|mark| (Some(mark.question) != self.shown_question, mark.span.len()));
        let mut all: Vec<(QuestionId, Span)> = here.iter().map(|mark| (mark.question, mark.span)).collect();
        // The order must not turn with the question that a click made current.
        if let Some(at) = chosen.and_then(|chosen| all.iter().position(|passage| *passage == chosen)) {
            all.sort_by_key(|(question, span)| (span.len(), *question));
            let place = all.iter().position(|passage| Some(*passage) == chosen).unwrap_or(at);
            return Some(all[(place + 1) % all.len()]);
        }
        all.first().copied()
    }

    pub(super) fn scroll_while_dragging(&mut self, ui: &Ui, pos: Pos2) {
        let clip = ui.clip_rect();
        let beyond = (pos.y - clip.bottom()).max(0.0) - (clip.top() - pos.y).max(0.0);
        if beyond != 0.0 {
            let to = self.scroll + beyond.clamp(-40.0, 40.0);
            self.wanted = Some(Wanted { place: Place::Top(to), frames: 1 });
            ui.ctx().request_repaint();
        }
    }
}
