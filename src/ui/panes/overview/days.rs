//! Days to the answer: a line per ministry, a dot per paper, a tick for the median.

use egui::{Align2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::bars::{CHART_HEAD, Columns, ROW, chart_head};
use super::fields::{Field, Fields};
use crate::model::DocumentId;
use crate::model::analysis::chart::DayChart;
use crate::ui::Cx;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{elided, focus_ring};

/// Room for the names of the axis.
const AXIS: f32 = 16.0;

pub(super) fn days_height(chart: &DayChart) -> f32 {
    CHART_HEAD + AXIS + chart.rows.len() as f32 * ROW
}

/// Shows the chart; returns the paper whose dot was clicked.
pub(super) fn show_days(
    ui: &Ui,
    rect: Rect,
    panel: usize,
    chart: &DayChart,
    fields: &mut Fields,
    cx: &Cx<'_>,
) -> Option<DocumentId> {
    chart_head(ui, rect, [&chart.title, "", &chart.unit], &chart.median_heading, cx);
    fields.shape(panel, chart.rows.iter().map(|row| row.dots.len()).collect());
    let columns = Columns::new(rect);
    let axis = columns.n - 24.0..=columns.bar_end;
    let x = |days: f64| {
        let span = f64::from((chart.last - chart.first).max(1));
        let share = ((days - f64::from(chart.first)) / span) as f32;
        axis.start() + (axis.end() - axis.start()) * share
    };
    let top = rect.top() + CHART_HEAD + AXIS;
    let bottom = top + chart.rows.len() as f32 * ROW;
    scale(ui, chart, &x, top, bottom, cx);
    let painter = ui.painter();
    let mut clicked = None;
    for (nth, row) in chart.rows.iter().enumerate() {
        let line = Rect::from_min_max(
            pos2(rect.left(), top + nth as f32 * ROW),
            pos2(rect.right(), top + (nth + 1) as f32 * ROW),
        );
        let middle = line.center().y;
        let room = axis.start() - rect.left() - 8.0;
        let galley = painter.layout_job(elided(&row.name, Face::Sans.size(text::BODY), cx.theme.ink, room));
        painter.galley(pos2(rect.left(), middle - galley.size().y / 2.0), galley, cx.theme.ink);
        painter.hline(axis.clone(), middle, cx.theme.hairline());
        let radius = if row.dots.len() > 40 { 2.5 } else { 4.5 };
        for (part, dot) in row.dots.iter().enumerate() {
            let at = pos2(x(f64::from(dot.days)), middle);
            let (fill, stroke) = if dot.late {
                (cx.theme.ink, Stroke::NONE)
            } else {
                (cx.theme.page, Stroke::new(1.5, cx.theme.ink))
            };
            painter.circle(at, radius, fill, stroke);
            let field = Field { panel, row: nth, part };
            let place = Rect::from_center_size(at, vec2(2.0 * radius + 3.0, ROW - 4.0));
            if !ui.is_rect_visible(place) && !fields.is_current(field) {
                continue;
            }
            let paper = cx.project.document(dot.document).map_or("", |document| paper_name(document));
            let name =
                format!("{paper}, {}: {}", row.name, (cx.words.exports.overview.days)(f64::from(dot.days)));
            let response = fields.show(ui, field, place, &name);
            focus_ring(ui, Rect::from_center_size(at, vec2(10.0, 10.0)), response.has_focus(), cx.theme);
            if response.on_hover_text(&name).clicked() {
                clicked = Some(dot.document);
            }
        }
        painter.vline(x(row.median), middle - 8.0..=middle + 8.0, Stroke::new(2.0, cx.theme.ink));
        let at = pos2(rect.right(), middle);
        painter.text(
            at,
            Align2::RIGHT_CENTER,
            &row.median_words,
            Face::Sans.size(text::SMALL),
            cx.theme.ink2,
        );
    }
    clicked
}

/// The ends of the axis and the mark on it.
fn scale(ui: &Ui, chart: &DayChart, x: &impl Fn(f64) -> f32, top: f32, bottom: f32, cx: &Cx<'_>) {
    let painter = ui.painter();
    let font = Face::Sans.size(text::BADGE);
    let y = top - 7.0;
    let (first, last) = (x(f64::from(chart.first)), x(f64::from(chart.last)));
    painter.text(pos2(first, y), Align2::LEFT_CENTER, chart.first, font.clone(), cx.theme.ink3);
    painter.text(pos2(last, y), Align2::RIGHT_CENTER, chart.last, font.clone(), cx.theme.ink3);
    if let Some((days, name)) = &chart.deadline {
        let at = x(f64::from(*days));
        let half = crate::ui::widgets::width_of(ui, name, font.clone()) / 2.0;
        let middle = at.clamp(first + half + 20.0, (last - half - 20.0).max(first + half + 20.0));
        painter.text(pos2(middle, y), Align2::CENTER_CENTER, name, font, cx.theme.ink2);
        let ends = [pos2(at, top), pos2(at, bottom)];
        painter.extend(Shape::dashed_line(&ends, Stroke::new(1.0, cx.theme.ink), 3.0, 2.0));
    }
}

pub(super) fn paper_name(document: &crate::model::Document) -> &str {
    document.head.number.as_deref().unwrap_or(&document.origin.file)
}
