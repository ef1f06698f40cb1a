//! What stands behind and below the words: selection, tint and lines of the evidence, its numbers, the caret.

use egui::{CornerRadius, Rect, Ui, pos2, vec2};

use super::blocks::Block;
use super::marks::Mark;
use super::paint::{Column, Laid, baseline, caret_rect};
use crate::model::text::Span;
use crate::ui::Cx;
use crate::ui::widgets::{badge, tag_line};

/// Selection, tint of the current evidence, underlines, gutter badges, caret.
#[expect(clippy::too_many_arguments, reason = "a painting step with everything it paints from")]
pub(super) fn paint_under(
    ui: &Ui,
    block: &Block,
    top: f32,
    column: &Column,
    selected: Option<Span>,
    marks: &[&Mark],
    caret: Option<usize>,
    current: Option<crate::model::QuestionId>,
    cx: &Cx<'_>,
) {
    let painter = ui.painter();
    let line = |rect: &Rect| baseline(block.kind, column, rect);
    let laid = Laid::of(ui, block, top, column);
    // A long paragraph has rows that nobody sees.
    let seen = ui.clip_rect().expand(24.0);
    let rows: Vec<(&Mark, Vec<Rect>)> = marks
        .iter()
        .filter_map(|mark| {
            let rows = laid.row_rects(block.shown_span(mark.span)?);
            Some((*mark, rows))
        })
        .collect();
    for (mark, rects) in rows.iter().filter(|(mark, _)| current == Some(mark.question)) {
        let Some((swatch, _)) = mark.tag else { continue };
        for rect in rects.iter().filter(|rect| rect.intersects(seen)) {
            let around = Rect::from_x_y_ranges(rect.x_range(), line(rect) - 17.0..=line(rect) + 5.0);
            painter.rect_filled(around, CornerRadius::same(2), cx.theme.tag(swatch).tint);
        }
    }
    if let Some(shown) = selected {
        for rect in laid.row_rects(shown) {
            painter.rect_filled(rect.shrink2(vec2(0.0, 2.0)), CornerRadius::ZERO, cx.theme.select);
        }
    }
    let mut badges: Vec<(f32, &str)> = Vec::new();
    for (mark, rects) in &rows {
        for rect in rects.iter().filter(|rect| rect.intersects(seen)) {
            let y = line(rect) + 5.0 + 4.0 * mark.level as f32;
            match mark.tag {
                Some((swatch, style)) => {
                    tag_line(painter, rect.x_range(), y, style, cx.theme.tag(swatch).fill);
                }
                None => painter.extend(egui::Shape::dotted_line(
                    &[pos2(rect.left(), y), pos2(rect.right(), y)],
                    cx.theme.ink3,
                    4.0,
                    1.0,
                )),
            }
        }
        let begins_here = block.source().is_some_and(|source| source.start <= mark.span.start);
        if let Some(rect) = rects.first().filter(|_| begins_here) {
            let y = rect.center().y;
            let on_this_line = || badges.iter().filter(|(other, _)| (other - y).abs() < 2.0);
            let beside = on_this_line().count();
            // One badge for each question, and no more than the gutter holds.
            if beside > 1 || on_this_line().any(|(_, label)| *label == mark.label) {
                continue;
            }
            let center = pos2(column.left - 17.0 - 20.0 * beside as f32, y);
            let (fill, ink) = match mark.tag {
                Some((swatch, _)) if current == Some(mark.question) => {
                    (cx.theme.tag(swatch).fill, cx.theme.tag(swatch).on)
                }
                Some((swatch, _)) => (cx.theme.tag(swatch).tint, cx.theme.tag(swatch).text),
                None => (cx.theme.hover, cx.theme.ink2),
            };
            badge(painter, center, &mark.label, fill, ink);
            badges.push((y, &mark.label));
        }
    }
    if let Some(byte) = caret {
        painter.rect_filled(caret_rect(ui, block, top, column, byte), CornerRadius::ZERO, cx.theme.ink);
    }
}
