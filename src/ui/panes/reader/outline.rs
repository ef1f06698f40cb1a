//! The paper while its outline is corrected: every part a block of its own, with its name in the gutter.

use std::ops::RangeInclusive;

use egui::accesskit::Role;
use egui::{Align2, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::blocks::{Block, BlockKind, Style, push_doubts, push_plain};
use super::paint::{Column, EDGE};
use super::pane::ReaderPane;
use crate::model::analysis::{Part, parts};
use crate::model::text::Span;
use crate::model::{Document, DoubtKind, Unit};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{job, key_cap};
use crate::ui::{Command, Cx, shortcuts};

/// From the words to the bar in the gutter, and from the words to the name.
pub(super) const BAR: f32 = 17.0;
const NAME: f32 = 32.0;

/// All blocks of a document, part by part; nothing is folded.
pub(super) fn outline_blocks(document: &Document) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (nth, part) in parts(document).iter().enumerate() {
        let from = blocks.len();
        blocks.push(Block::bare(BlockKind::Edge, String::new()));
        match part.unit {
            Unit::Head(span) | Unit::Rest(span) => push_plain(&mut blocks, document, span),
            Unit::Remark(remark) => {
                push(&mut blocks, document, remark.heading, Style::Remark);
                push(&mut blocks, document, remark.text, Style::Remark);
            }
            Unit::Transmission(span) => push(&mut blocks, document, span, Style::Transmission),
            Unit::Question(_, question) => {
                blocks.push(Block::of_lines(BlockKind::Question, document, question.text));
                if let Some(block) = blocks.last_mut() {
                    block.question = Some(question.id);
                }
            }
            Unit::Joint(_, span) => push(&mut blocks, document, span, Style::Joint),
            Unit::Answer(_, span) => push(&mut blocks, document, span, Style::Answer),
            Unit::Signature(span) => push(&mut blocks, document, span, Style::Signature),
        }
        for block in &mut blocks[from..] {
            block.part = Some(nth);
        }
    }
    push_doubts(&mut blocks, document);
    blocks
}

/// Paragraphs; a torn one that is in doubt shows its tear.
fn push(blocks: &mut Vec<Block>, document: &Document, span: Span, style: Style) {
    let torn = |piece: &Span| {
        let mut doubts = document.outline.doubts.iter();
        doubts.position(|doubt| doubt.kind == DoubtKind::TornParagraph && doubt.at.end == piece.start)
    };
    for pieces in document.paragraphs(span) {
        let mut open: Vec<Span> = Vec::new();
        for piece in pieces {
            if let Some(doubt) = torn(&piece).filter(|_| !open.is_empty()) {
                blocks.push(Block::of(BlockKind::Paragraph(style), document, &open));
                blocks.push(Block::bare(BlockKind::Tear(doubt), String::new()));
                open.clear();
            }
            open.push(piece);
        }
        blocks.push(Block::of(BlockKind::Paragraph(style), document, &open));
    }
}

impl ReaderPane {
    /// Surfaces, bars and names of the visible parts.
    pub(super) fn paint_parts(
        &self,
        ui: &Ui,
        origin: Pos2,
        visible: RangeInclusive<usize>,
        column: &Column,
        document: &Document,
        cx: &mut Cx<'_>,
    ) {
        let parts = parts(document);
        let of = |at: &usize| self.blocks.get(*at).and_then(|block| block.part);
        let (Some(first), Some(last)) = (of(visible.start()), of(visible.end())) else { return };
        for nth in first..=last {
            let Some(part) = parts.get(nth) else { continue };
            let Some(room) = self.room_of(nth, origin) else { continue };
            self.paint_part(ui, room, nth, part, self.chosen_part == Some(nth), column, cx);
        }
        if self.caret.is_on() {
            self.paint_split(ui, origin, column, cx);
        }
        // The last part has no border below it.
        if let Some(room) = self.room_of(parts.len().saturating_sub(1), origin) {
            let x = column.left..=column.left + column.width;
            ui.painter().hline(x, room.max + EDGE / 2.0, cx.theme.hairline());
        }
    }

    /// From where to where a part is shown, without the room above it.
    pub(super) fn room_of(&self, part: usize, origin: Pos2) -> Option<egui::Rangef> {
        // Blocks stand in the order of their parts.
        let first = self.blocks.partition_point(|block| block.part < Some(part));
        let end = self.blocks.partition_point(|block| block.part <= Some(part));
        let is_there = self.blocks.get(first).is_some_and(|block| block.part == Some(part));
        let top = origin.y + self.heights.top(first) + EDGE;
        is_there.then(|| egui::Rangef::new(top, origin.y + self.heights.top(end)))
    }

    #[expect(clippy::too_many_arguments, reason = "a painting step with everything it paints from")]
    fn paint_part(
        &self,
        ui: &Ui,
        room: egui::Rangef,
        nth: usize,
        part: &Part<'_>,
        is_chosen: bool,
        column: &Column,
        cx: &mut Cx<'_>,
    ) {
        let painter = ui.painter();
        let clip = ui.clip_rect();
        if is_chosen {
            let rect = Rect::from_x_y_ranges(clip.x_range(), room.expand(EDGE / 2.0));
            painter.rect_filled(rect, 0, cx.theme.raised);
        }
        if nth > 0 {
            let x = column.left..=column.left + column.width;
            painter.hline(x, room.min - EDGE / 2.0, cx.theme.hairline());
        }
        let x = column.left - BAR;
        let ends = [pos2(x, room.min), pos2(x, room.max)];
        match part.unit {
            Unit::Question(..) => {
                painter.line_segment(ends, Stroke::new(3.0, cx.theme.ink));
            }
            Unit::Answer(..) => {
                painter.line_segment(ends, Stroke::new(3.0, cx.theme.border));
            }
            _ => painter.extend(Shape::dashed_line(&ends, Stroke::new(2.0, cx.theme.border), 3.0, 4.0)),
        }
        self.paint_name(ui, room, nth, part, is_chosen, column, cx);
    }

    /// The name stays in view while its part is.
    #[expect(clippy::too_many_arguments, reason = "a painting step with everything it paints from")]
    fn paint_name(
        &self,
        ui: &Ui,
        room: egui::Rangef,
        nth: usize,
        part: &Part<'_>,
        is_chosen: bool,
        column: &Column,
        cx: &mut Cx<'_>,
    ) {
        let clip = ui.clip_rect();
        let right = column.left - NAME;
        let width = right - column.card_left;
        let words = cx.words.outline;
        let name = (words.part)(&part.unit);
        let face = if part.is_coded() { Face::SansSemibold } else { Face::SansMedium };
        let ink = if part.is_coded() || is_chosen { cx.theme.ink } else { cx.theme.ink2 };
        let mut lines = vec![(name.clone(), face, ink)];
        lines
            .extend(part.remark_by().map(|by| ((words.remark_by)(by).to_owned(), Face::Sans, cx.theme.ink3)));
        if let (Unit::Answer(..), Some(count)) = (part.unit, self.part_words.get(nth).copied()) {
            lines.push(((cx.words.word_count)(count), Face::Sans, cx.theme.ink3));
        }
        let painter = ui.painter();
        let mut galleys = Vec::new();
        for (line, face, ink) in lines {
            let mut job = job(line, face.size(text::SMALL), ink, text::SMALL_LINE, width);
            job.halign = egui::Align::RIGHT;
            galleys.push(painter.layout_job(job));
        }
        let height: f32 = galleys.iter().map(|galley| galley.size().y + 2.0).sum();
        let lowest = (room.max - height - 2.0).max(room.min + 4.0);
        let top = (room.min + 4.0).max((clip.top() + 10.0).min(lowest));
        let mut y = top;
        for galley in galleys {
            let ink = galley.job.sections.first().map_or(cx.theme.ink, |section| section.format.color);
            let step = galley.size().y + 2.0;
            painter.galley(pos2(right, y), galley, ink);
            y += step;
        }
        let rect =
            Rect::from_min_max(pos2(column.card_left, top - 2.0), pos2(column.left - 4.0, y.max(top + 24.0)));
        let response = ui.interact(rect, ui.scope_id().with(("part", part.key)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, &name));
        if response.clicked() {
            cx.ask(Command::ChoosePart(part.chosen()));
        }
    }

    /// Beside the row of the caret: what Enter does there.
    fn paint_split(&self, ui: &Ui, origin: Pos2, column: &Column, cx: &Cx<'_>) {
        let Some(caret) = self.caret_rect(ui, origin, column) else { return };
        let right = column.left - NAME;
        let theme = cx.theme;
        let font = Face::SansMedium.size(text::SMALL);
        let words = cx.words.outline.split_here;
        let key = shortcuts::shown(&Command::SplitPart, cx.words).unwrap_or_default();
        let mut width = crate::ui::widgets::width_of(ui, words, font.clone());
        let key_width = crate::ui::widgets::width_of(ui, &key, Face::SansSemibold.size(text::BADGE)) + 10.0;
        // A narrow gutter has room for the sign only.
        let is_narrow = width + key_width + 24.0 > right - column.card_left;
        if is_narrow {
            width = 16.0;
        }
        let size = vec2(width + key_width + 24.0, 26.0);
        let rect = Rect::from_min_size(pos2(right + 4.0 - size.x, caret.center().y - 13.0), size);
        let painter = ui.painter();
        painter.rect_filled(rect, crate::ui::theme::space::RADIUS_CONTROL, theme.ink);
        let at = rect.left_center() + vec2(8.0, 0.0);
        if is_narrow {
            painter.text(at, Align2::LEFT_CENTER, icon::SPLIT, Face::Icon.size(16.0), theme.page);
        } else {
            painter.text(at, Align2::LEFT_CENTER, words, font, theme.page);
        }
        key_cap(painter, rect.right_center() - vec2(7.0, 0.0), &key, theme.page, theme.ink3);
    }

    /// The tear of a paragraph: a dashed line with its name.
    #[expect(clippy::unused_self, reason = "a painting step like the others")]
    pub(super) fn paint_tear(&self, ui: &Ui, top: f32, column: &Column, cx: &Cx<'_>) {
        let painter = ui.painter();
        let y = top + 12.0;
        let stroke = Stroke::new(1.0, cx.theme.alert);
        let right = column.left + column.width;
        let middle = column.left + column.width / 2.0;
        let words = painter.layout_no_wrap(
            cx.words.outline.torn.to_owned(),
            Face::Sans.size(text::SMALL),
            cx.theme.alert,
        );
        let half = words.size().x / 2.0 + 11.0;
        for [from, to] in [[column.left, middle - half - 12.0], [middle + half + 12.0, right]] {
            painter.extend(Shape::dashed_line(&[pos2(from, y), pos2(to, y)], stroke, 3.0, 3.0));
        }
        let at = pos2(middle - half + 8.0, y);
        painter.text(at, Align2::CENTER_CENTER, icon::DOUBT, Face::Icon.size(15.0), cx.theme.alert);
        let at = pos2(middle - half + 22.0, y - words.size().y / 2.0);
        painter.galley(at, words, cx.theme.alert);
    }
}

/// Chooses a part by its place.
pub(super) fn choose_part_at(part: Option<usize>, cx: &mut Cx<'_>) {
    let Some(document) = cx.document() else { return };
    if let Some(part) = part.and_then(|nth| parts(document).get(nth).map(Part::chosen)) {
        cx.ask(Command::ChoosePart(part));
    }
}
