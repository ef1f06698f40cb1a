//! Borders between parts, taken with the mouse: they go where sentences begin, with Alt where words do.

use std::ops::RangeInclusive;

use egui::accesskit::Role;
use egui::{Align2, CursorIcon, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::blocks::BlockKind;
use super::outline::BAR;
use super::paint::{Column, EDGE, row_rects};
use super::pane::ReaderPane;
use super::selection::block_at;
use crate::model::Document;
use crate::model::analysis::{border_stops, parts};
use crate::model::text::Span;
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{key_cap, width_of};
use crate::ui::{Command, Cx, shortcuts};

/// A border in the hand: of which part it is the upper one, and where it would come to stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Border {
    pub below: usize,
    pub from: usize,
    pub to: usize,
}

impl ReaderPane {
    /// The borders in view.
    pub(super) fn borders(
        &mut self,
        ui: &Ui,
        origin: Pos2,
        visible: RangeInclusive<usize>,
        column: &Column,
        document: &Document,
        cx: &mut Cx<'_>,
    ) {
        let parts = parts(document);
        let last = (*visible.end()).min(self.blocks.len().saturating_sub(1));
        let mut edges: Vec<usize> = (*visible.start()..=last).collect();
        // What is held stays held when its place leaves the view.
        if let Some(held) = self.border {
            let at = self.blocks.partition_point(|block| block.part < Some(held.below));
            if !edges.contains(&at) {
                edges.push(at);
            }
        }
        for at in edges {
            let Some(block) = self.blocks.get(at).filter(|block| block.kind == BlockKind::Edge) else {
                continue;
            };
            let Some(below) = block.part.filter(|below| *below > 0) else { continue };
            let Some(part) = parts.get(below) else { continue };
            let y = origin.y + self.heights.top(at) + EDGE / 2.0;
            let left = column.left - BAR - 8.0;
            let rect = Rect::from_min_max(pos2(left, y - 7.0), pos2(column.card_right, y + 7.0));
            let response = ui.interact(rect, ui.scope_id().with(("border", part.key)), Sense::DRAG);
            let name = (cx.words.outline.border)(&(cx.words.outline.part)(&part.unit));
            response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &name));
            let held = self.border.filter(|border| border.below == below);
            if response.hovered() || held.is_some() {
                ui.set_cursor_icon(CursorIcon::ResizeVertical);
            }
            if response.drag_started() {
                let from = part.span.start;
                self.border = Some(Border { below, from, to: from });
            }
            if let Some(mut border) = self.border.filter(|border| border.below == below) {
                let pointer = response.interact_pointer_pos();
                if let Some(pos) = pointer.filter(|_| response.dragged())
                    && let Some(byte) = self.byte_at(ui, pos, origin, column)
                {
                    let by_word = ui.input(|input| input.modifiers.alt);
                    let stops = border_stops(document, &parts, below, by_word);
                    border.to = nearest(&stops, byte).unwrap_or(border.from);
                    self.border = Some(border);
                    self.scroll_while_dragging(ui, pos);
                }
                if response.drag_stopped() || !ui.input(|input| input.pointer.any_down()) {
                    self.border = None;
                    if border.to != border.from {
                        cx.ask(Command::MoveBorder(border.from, border.to));
                    }
                }
                self.paint_held(ui, border, y, origin, column, cx);
            } else if response.hovered() && self.border.is_none() && !self.dragging {
                paint_border(ui, y, column, cx);
                paint_hint(ui, y, column, cx);
            }
        }
    }

    fn byte_at(&self, ui: &Ui, pos: Pos2, origin: Pos2, column: &Column) -> Option<usize> {
        let (at, shown) = self.hit(ui, pos, origin, column)?;
        self.blocks[at].source_byte(shown)
    }

    /// A border in the hand is drawn where it would come to stand: also in the middle of a row.
    fn paint_held(&self, ui: &Ui, border: Border, y: f32, origin: Pos2, column: &Column, cx: &Cx<'_>) {
        let place = block_at(&self.blocks, border.to).filter(|_| border.to != border.from);
        let row = place.and_then(|at| {
            let block = &self.blocks[at];
            let next = block.text[block.shown_byte(border.to)..].chars().next()?.len_utf8();
            let shown = block.shown_span(Span::new(border.to, border.to + next))?;
            let top = origin.y + self.heights.top(at);
            row_rects(ui, block, top, column, shown).first().copied()
        });
        let Some(row) = row else {
            paint_border(ui, y, column, cx);
            return;
        };
        if row.left() < column.left + 2.0 {
            paint_border(ui, row.top(), column, cx);
            return;
        }
        let stroke = Stroke::new(2.0, cx.theme.ink);
        let x = row.left() - 2.0;
        let painter = ui.painter();
        painter.hline(column.left - BAR..=x, row.bottom(), stroke);
        painter.vline(x, row.top()..=row.bottom(), stroke);
        painter.hline(x..=column.card_right, row.top(), stroke);
        painter.circle_filled(pos2(column.left - BAR, row.bottom()), 4.5, cx.theme.ink);
    }
}

fn nearest(stops: &[usize], byte: usize) -> Option<usize> {
    stops.iter().copied().min_by_key(|stop| stop.abs_diff(byte))
}

fn paint_border(ui: &Ui, y: f32, column: &Column, cx: &Cx<'_>) {
    let painter = ui.painter();
    painter.hline(column.left - BAR..=column.card_right, y, Stroke::new(2.0, cx.theme.ink));
    painter.circle_filled(pos2(column.left - BAR, y), 4.5, cx.theme.ink);
}

/// Beside the border: what can be done with it.
fn paint_hint(ui: &Ui, y: f32, column: &Column, cx: &Cx<'_>) {
    let theme = cx.theme;
    let painter = ui.painter();
    let font = Face::SansMedium.size(text::SMALL);
    let words = cx.words.outline.border_hint;
    let keys = [Command::BorderDown, Command::BorderUp]
        .map(|it| shortcuts::shown(&it, cx.words).unwrap_or_default());
    let cap = |key: &str| width_of(ui, key, Face::SansSemibold.size(text::BADGE)) + 10.0;
    let width = width_of(ui, words, font.clone()) + cap(&keys[0]) + cap(&keys[1]) + 34.0;
    let rect = Rect::from_min_size(pos2(column.card_right - 12.0 - width, y - 12.0), vec2(width, 24.0));
    painter.rect_filled(rect, space::RADIUS_CONTROL, theme.ink);
    painter.text(rect.left_center() + vec2(10.0, 0.0), Align2::LEFT_CENTER, words, font, theme.page);
    let mut right = rect.right_center() - vec2(6.0, 0.0);
    for key in &keys {
        right.x -= key_cap(painter, right, key, theme.page, theme.ink3) + 6.0;
    }
}
