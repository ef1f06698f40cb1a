//! How blocks are set and painted. Highlights stand behind the words and lines below them, so that
//! tagging causes no new layout.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CornerRadius, Galley, Pos2, Rect, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::blocks::{Block, BlockKind, Fold, Style};
use crate::model::QuestionRef;
use crate::model::analysis::{CellState, state};
use crate::model::text::{Span, char_from_byte};
use crate::ui::Cx;
use crate::ui::lang::Words;
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Square, bracket, job, letter_square};

/// Room between two parts, and at the tear of a paragraph.
pub(super) const EDGE: f32 = 14.0;
const TEAR: f32 = 28.0;

/// The reading column on screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub left: f32,
    pub width: f32,
    /// Size of the reading text.
    pub size: f32,
    /// The card around the current answer.
    pub card_left: f32,
    pub card_right: f32,
}

impl Column {
    /// The column in an area: at most 80 characters wide, with its gutter at the left.
    pub fn new(area: Rect, size: f32) -> Self {
        Self::with_gutter(area, size, space::GUTTER)
    }

    /// The same with more room at the left, for the names of the parts.
    pub fn with_gutter(area: Rect, size: f32, gutter: f32) -> Self {
        let inset = if area.width() < 700.0 { 6.0 } else { 24.0 };
        let right = 14.0;
        let scaled = space::COLUMN * (size / 17.5).max(1.0);
        let total = (area.width() - 2.0 * inset).min(gutter + scaled + right);
        let card_left = (area.left() + (area.width() - total) / 2.0).round();
        let left = card_left + gutter;
        Self { left, width: total - gutter - right, size, card_left, card_right: card_left + total }
    }

    fn line(&self) -> f32 {
        (self.size * 1.6).round()
    }
}

/// Face, size, line height.
fn setting(kind: BlockKind, column: &Column) -> (Face, f32, f32) {
    let (size, line) = (column.size, column.line());
    let (smaller, smaller_line) = (size * 0.94, (line * 0.94).round());
    match kind {
        BlockKind::Head | BlockKind::Gap | BlockKind::Edge | BlockKind::Tear(_) | BlockKind::Doubt(_) => {
            (Face::Serif, size, line)
        }
        BlockKind::Fold(Fold::Answer(_), ..) => (Face::Sans, text::SMALL, 20.0),
        BlockKind::Fold(..) => (Face::SansMedium, text::BODY, 20.0),
        BlockKind::Question => {
            let scale = size / 17.5;
            let size = (text::QUESTION * scale).max(text::SMALL);
            (Face::SansSemibold, size, text::QUESTION_LINE * scale)
        }
        BlockKind::Paragraph(style) => match style {
            Style::Answer => (Face::Serif, size, line),
            Style::Remark | Style::Plain | Style::Signature => (Face::Serif, smaller, smaller_line),
            Style::Note => (Face::Serif, size * 0.86, (line * 0.86).round()),
            Style::Transmission => (Face::SerifItalic, smaller, smaller_line),
            Style::Joint => (Face::SerifItalic, size * 0.91, line),
        },
    }
}

/// Room above and below.
fn margins(kind: BlockKind) -> (f32, f32) {
    match kind {
        BlockKind::Head | BlockKind::Doubt(_) => (0.0, 0.0),
        BlockKind::Edge => (0.0, EDGE),
        BlockKind::Tear(_) => (0.0, TEAR),
        BlockKind::Gap => (0.0, 27.0),
        BlockKind::Fold(Fold::Answer(_), ..) => (4.0, 10.0),
        BlockKind::Fold(..) => (8.0, 8.0),
        BlockKind::Question => (4.0, 4.0),
        BlockKind::Paragraph(Style::Answer) => (4.0, 8.0),
        BlockKind::Paragraph(Style::Remark | Style::Plain) => (2.0, 10.0),
        BlockKind::Paragraph(Style::Transmission) => (2.0, 18.0),
        BlockKind::Paragraph(Style::Joint | Style::Signature | Style::Note) => (2.0, 2.0),
    }
}

fn ink(kind: BlockKind, cx: &Cx<'_>) -> Color32 {
    match kind {
        BlockKind::Paragraph(Style::Joint | Style::Transmission | Style::Signature) => cx.theme.ink3,
        BlockKind::Paragraph(Style::Remark | Style::Note) | BlockKind::Fold(..) => cx.theme.ink2,
        _ => cx.theme.ink,
    }
}

pub(super) fn margin_above(block: &Block) -> f32 {
    margins(block.kind).0
}

/// The words of a block laid out, and the height with the room around them. The colour is left to the
/// painter, so that a change of look needs no new layout.
pub(super) fn galley(ui: &Ui, block: &Block, column: &Column) -> (Arc<Galley>, f32) {
    let (face, size, line) = setting(block.kind, column);
    let (above, below) = margins(block.kind);
    let galley = ui.painter().layout_job(job(
        block.text.as_str(),
        face.size(size),
        Color32::PLACEHOLDER,
        line,
        column.width,
    ));
    let is_room = matches!(block.kind, BlockKind::Gap | BlockKind::Edge | BlockKind::Tear(_));
    let height = if is_room { below } else { galley.size().y + above + below };
    (galley, height)
}

/// A guess that costs nothing.
pub(super) fn block_height_estimate(block: &Block, column: &Column) -> f32 {
    let (_, size, line) = setting(block.kind, column);
    let (above, below) = margins(block.kind);
    match block.kind {
        BlockKind::Head => return 260.0,
        BlockKind::Doubt(_) => return 56.0,
        BlockKind::Gap | BlockKind::Edge | BlockKind::Tear(_) => return below,
        _ => {}
    }
    let per_row = (column.width / (size * 0.46)).max(1.0);
    let rows: f32 = block.text.split('\n').map(|row| (row.len() as f32 / per_row).ceil().max(1.0)).sum();
    rows * line + above + below
}

/// Paints the words of a block and returns its height.
pub(super) fn paint_block(ui: &Ui, block: &Block, top: f32, column: &Column, cx: &Cx<'_>) -> f32 {
    let (galley, height) = galley(ui, block, column);
    let ink = ink(block.kind, cx);
    let at = pos2(column.left, top + margin_above(block));
    if let BlockKind::Fold(fold, words, open) = block.kind {
        paint_fold(ui, block, at, fold, words, open, cx);
        return height;
    }
    if !block.text.is_empty() {
        let rect = Rect::from_min_size(at, galley.size());
        let id = ui.scope_id().with(("block", block.source().map(|span| span.start)));
        let response = ui.interact(rect, id, Sense::hover());
        let (role, name) = accessible(block, cx);
        response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    }
    if block.kind == BlockKind::Question && block.part.is_none() {
        paint_question_marks(ui, block, at, &galley, column, cx);
    }
    ui.painter().galley_with_override_text_color(at, galley, ink);
    height
}

fn accessible(block: &Block, cx: &Cx<'_>) -> (Role, String) {
    let Some(id) = block.question else { return (Role::Label, block.text.clone()) };
    let label = cx.document().and_then(|document| document.outline.question(id));
    let label = label.map(|question| question.label.as_str()).unwrap_or_default();
    (Role::Heading, format!("{} {label}: {}", cx.words.question, block.text))
}

/// Letter square and number left of a question.
fn paint_question_marks(ui: &Ui, block: &Block, at: Pos2, galley: &Galley, column: &Column, cx: &Cx<'_>) {
    let (Some(id), Some(document)) = (block.question, cx.document()) else { return };
    let Some(question) = document.outline.question(id) else { return };
    let first_row = galley.rows.first().map_or(21.0, |row| row.size.y);
    let middle = at.y + first_row / 2.0;
    let number_at = pos2(at.x - 10.0, middle);
    let is_current = cx.position.question == Some(id);
    let painter = ui.painter();
    let (_, size, _) = setting(block.kind, column);
    let font = Face::SansBold.size(size);
    painter.text(number_at, Align2::RIGHT_CENTER, &question.label, font, cx.theme.ink);
    let square = Rect::from_center_size(pos2(at.x - 45.0, middle), Vec2::splat(20.0));
    let coding = cx.project.my_coding(QuestionRef { document: document.id, question: id });
    let tag = coding.and_then(|coding| cx.project.codebook().tag(coding.tag.as_ref()?));
    let later = coding.is_some_and(|coding| coding.later);
    let complete = coding.is_some_and(|coding| state(cx.project.codebook(), coding) == CellState::Complete);
    let look = match tag {
        Some(tag) => {
            let (letter, colours) = (tag.letter.get(cx.words.language), cx.theme.tag(tag.swatch));
            if complete { Square::Filled(letter, colours) } else { Square::Tinted(letter, colours) }
        }
        None if later => Square::Later,
        None => Square::Empty,
    };
    letter_square(painter, square, look, cx.theme);
    if is_current {
        let stroke = egui::Stroke::new(2.0, cx.theme.ink);
        painter.rect_stroke(square.expand(2.0), CornerRadius::same(6), stroke, StrokeKind::Outside);
    }
}

fn paint_fold(ui: &Ui, block: &Block, at: Pos2, fold: Fold, words: usize, open: bool, cx: &Cx<'_>) {
    let painter = ui.painter();
    let middle = at.y + 10.0;
    let caret = if open { icon::OPEN_FOLD } else { icon::CLOSED_FOLD };
    painter.text(
        pos2(at.x - 16.0, middle),
        Align2::CENTER_CENTER,
        caret,
        Face::Icon.size(14.0),
        cx.theme.ink2,
    );
    let name = fold_heading(&block.text, fold, cx.words);
    let mut x = at.x;
    if !name.is_empty() {
        let drawn = painter.text(
            pos2(x, middle),
            Align2::LEFT_CENTER,
            name,
            Face::SansMedium.size(text::BODY),
            cx.theme.ink2,
        );
        x = drawn.right() + 8.0;
    }
    let count = (cx.words.word_count)(words);
    painter.text(pos2(x, middle), Align2::LEFT_CENTER, count, Face::Sans.size(text::SMALL), cx.theme.ink3);
}

fn fold_heading(printed: &str, fold: Fold, words: &Words) -> String {
    match fold {
        Fold::PrintedHead => words.printed_head.to_owned(),
        Fold::Notes => words.import.footnotes.to_owned(),
        // A remark that a person marked has no heading of its own.
        Fold::Remark(_) if printed.is_empty() => words.import.remark.to_owned(),
        Fold::Remark(_) => printed.to_owned(),
        Fold::Answer(_) => words.folded_answer.to_owned(),
    }
}

/// What a screen reader says of a fold.
pub(super) fn fold_name(printed: &str, fold: Fold, count: usize, open: bool, words: &Words) -> String {
    let heading = fold_heading(printed, fold, words);
    let state = if open { words.unfolded } else { words.folded };
    format!("{heading}, {}, {state}", (words.word_count)(count))
}

/// The card of the current answer and the bracket of joint answers.
pub(super) fn paint_card(
    ui: &Ui,
    column: &Column,
    top: f32,
    bottom: f32,
    is_current: bool,
    is_joint: bool,
    cx: &Cx<'_>,
) {
    let painter = ui.painter();
    if is_current {
        let rect =
            Rect::from_min_max(pos2(column.card_left, top - 10.0), pos2(column.card_right, bottom + 6.0));
        let radius = CornerRadius::same(space::RADIUS_CARD);
        painter.rect(rect, radius, cx.theme.raised, cx.theme.hairline(), StrokeKind::Inside);
    }
    if is_joint {
        let x = column.card_left + 10.0;
        bracket(painter, [pos2(x, top + 6.0), pos2(x, bottom - 6.0)], vec2(1.0, 0.0), cx.theme);
    }
}

/// The rectangles of a part of a block's text, one per row.
pub(super) fn row_rects(ui: &Ui, block: &Block, top: f32, column: &Column, shown: Span) -> Vec<Rect> {
    Laid::of(ui, block, top, column).row_rects(shown)
}

/// A block laid out once, for whoever asks for several places in it.
pub(super) struct Laid<'a> {
    block: &'a Block,
    galley: Arc<Galley>,
    corner: Pos2,
}

impl<'a> Laid<'a> {
    pub fn of(ui: &Ui, block: &'a Block, top: f32, column: &Column) -> Self {
        let (galley, _) = galley(ui, block, column);
        Self { block, galley, corner: pos2(column.left, top + margin_above(block)) }
    }

    /// The rectangles of a part of the text, one per row.
    pub fn row_rects(&self, shown: Span) -> Vec<Rect> {
        let text = &self.block.text;
        let from = char_from_byte(text, shown.start);
        let until = from + text.get(shown.start..shown.end).map_or(0, |part| part.chars().count());
        crate::ui::widgets::row_rects(&self.galley, self.corner, from..until)
    }
}

/// The baseline of text that is centred in its line.
pub(super) fn baseline(kind: BlockKind, column: &Column, row: &Rect) -> f32 {
    let (_, size, _) = setting(kind, column);
    row.center().y + size * 0.35
}

/// Where a caret at a byte of the paper stands on screen.
pub(super) fn caret_rect(ui: &Ui, block: &Block, top: f32, column: &Column, byte: usize) -> Rect {
    let (galley, _) = galley(ui, block, column);
    let index = char_from_byte(&block.text, block.shown_byte(byte));
    let rect = galley.pos_from_cursor(egui::text::CCursor::new(index));
    let corner = pos2(column.left, top + margin_above(block));
    rect.translate(corner.to_vec2()).expand2(vec2(1.0, -2.0))
}
