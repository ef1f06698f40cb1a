//! A strip per paper, as many side by side as there is room for; only those in view are drawn.

use egui::{Align2, CornerRadius, Rect, StrokeKind, Ui, pos2, vec2};

use super::bars::chart_head;
use super::fields::{Field, Fields};
use crate::model::DocumentId;
use crate::model::analysis::overview::PaperStrips;
use crate::model::analysis::summary::{PaperStrip, SheetTag};
use crate::ui::Cx;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{elided, focus_ring};

const HEAD: f32 = 28.0;
const ROW: f32 = 26.0;
/// Width of a paper's number.
const NAME: f32 = 66.0;
const CELL: f32 = 17.0;
/// Between answers.
const GAP: f32 = 4.0;

/// How many papers stand side by side in a width.
fn columns(width: f32) -> usize {
    ((width + 24.0) / 290.0).floor().max(1.0) as usize
}

pub(super) fn strips_height(papers: &PaperStrips, width: f32) -> f32 {
    HEAD + papers.strips.len().div_ceil(columns(width)) as f32 * ROW
}

/// Shows the strips; returns the paper that was clicked.
pub(super) fn show_strips(
    ui: &Ui,
    rect: Rect,
    panel: usize,
    papers: &PaperStrips,
    fields: &mut Fields,
    cx: &Cx<'_>,
) -> Option<DocumentId> {
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
    chart_head(ui, head, [&papers.title, &papers.about, ""], "", cx);
    let side_by_side = columns(rect.width());
    let count = papers.strips.len();
    let rows = count.div_ceil(side_by_side);
    fields.shape(panel, (0..rows).map(|row| side_by_side.min(count - row * side_by_side)).collect());
    let width = (rect.width() + 24.0) / side_by_side as f32;
    let mut clicked = None;
    for (nth, (paper, document)) in papers.strips.iter().zip(&papers.documents).enumerate() {
        let (row, part) = (nth / side_by_side, nth % side_by_side);
        let at = pos2(rect.left() + part as f32 * width, rect.top() + HEAD + row as f32 * ROW);
        let place = Rect::from_min_size(at, vec2(width - 24.0, ROW));
        let field = Field { panel, row, part };
        if !ui.is_rect_visible(place) && !fields.is_current(field) {
            continue;
        }
        let name = spoken(paper, cx);
        let response = fields.show(ui, field, place, &name);
        if response.hovered() {
            ui.painter().rect_filled(place.expand2(vec2(4.0, 0.0)), CornerRadius::same(4), cx.theme.hover);
        }
        show_strip(ui, place, paper, cx);
        focus_ring(ui, place.shrink(1.0), response.has_focus(), cx.theme);
        if response.on_hover_text(name).clicked() {
            clicked = Some(*document);
        }
    }
    clicked
}

/// „21/9021: konkret 8, vage 1“.
fn spoken(paper: &PaperStrip, cx: &Cx<'_>) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    let cells = || paper.strip.answers.iter().flat_map(|answer| &answer.cells);
    for tag in cells().filter_map(|cell| cell.tag.as_ref()) {
        match counts.iter_mut().find(|(name, _)| *name == tag.name) {
            Some((_, count)) => *count += 1,
            None => counts.push((&tag.name, 1)),
        }
    }
    let open = cells().filter(|cell| cell.tag.is_none()).count();
    if open > 0 {
        counts.push((cx.words.filters.open, open));
    }
    let counts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    format!("{}: {}", paper.paper, counts.join(", "))
}

fn show_strip(ui: &Ui, place: Rect, paper: &PaperStrip, cx: &Cx<'_>) {
    let painter = ui.painter();
    let middle = place.center().y;
    let galley =
        painter.layout_job(elided(&paper.paper, Face::Sans.size(text::SMALL), cx.theme.ink, NAME - 6.0));
    painter.galley(pos2(place.left(), middle - galley.size().y / 2.0), galley, cx.theme.ink);
    let cells: usize = paper.strip.answers.iter().map(|answer| answer.cells.len()).sum();
    let gaps = paper.strip.answers.len().saturating_sub(1);
    let room = place.width() - NAME;
    let wanted = cells as f32 * CELL + gaps as f32 * GAP;
    let scale = (room / wanted).min(1.0);
    let (cell, gap) = (CELL * scale, GAP * scale);
    let mut x = place.left() + NAME;
    for answer in &paper.strip.answers {
        for one in &answer.cells {
            let width = if cell > 3.0 { cell - 1.0 } else { cell };
            let rect = Rect::from_min_size(pos2(x, middle - 8.0), vec2(width, 16.0));
            show_cell(ui, rect, one.tag.as_ref(), cx);
            x += cell;
        }
        x += gap;
    }
}

fn show_cell(ui: &Ui, rect: Rect, tag: Option<&SheetTag>, cx: &Cx<'_>) {
    let painter = ui.painter();
    let radius = CornerRadius::same(if rect.width() > 8.0 { 3 } else { 0 });
    let Some(tag) = tag else {
        painter.rect_stroke(rect.shrink2(vec2(0.0, 2.0)), radius, cx.theme.hairline(), StrokeKind::Inside);
        return;
    };
    let colours = cx.theme.tag(tag.swatch);
    if rect.width() >= 9.0 {
        painter.rect_filled(rect, radius, colours.tint);
        painter.text(
            rect.center(),
            Align2::CENTER_CENTER,
            &tag.letter,
            Face::SansBold.size(text::BADGE),
            colours.text,
        );
    } else {
        painter.rect_filled(rect, radius, colours.fill);
    }
}
