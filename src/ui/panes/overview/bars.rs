//! A chart of bars: names, numbers, 100 % bars, intervals; or the same figures as a table.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::fields::{Field, Fields};
use crate::model::Filter;
use crate::model::analysis::chart::{Bar, BarPart};
use crate::model::analysis::overview::OverviewChart;
use crate::ui::Cx;
use crate::ui::panes::bar_part::paint_part;
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{Square, elided, focus_ring, letter_square, width_of};

pub(super) const ROW: f32 = 25.0;
/// The head of every chart: title, unit.
pub(super) const CHART_HEAD: f32 = 46.0;

/// The columns of a chart.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub left: f32,
    /// Right end of the number.
    pub n: f32,
    pub bar: f32,
    pub bar_end: f32,
    pub right: f32,
}

impl Columns {
    pub fn new(rect: Rect) -> Self {
        let name = (rect.width() * 0.36).clamp(84.0, 230.0);
        let (left, right) = (rect.left(), rect.right());
        Self { left, n: left + name + 34.0, bar: left + name + 44.0, bar_end: right - 96.0, right }
    }
}

pub(super) fn bars_height(chart: &OverviewChart, as_table: bool) -> f32 {
    let rows = chart.chart.bars.len() + usize::from(as_table);
    CHART_HEAD + rows as f32 * ROW
}

/// Shows a chart; returns the filter of the field that was clicked. `tags` are all tags that occur anywhere.
pub(super) fn show_bars(
    ui: &Ui,
    rect: Rect,
    panel: usize,
    chart: &OverviewChart,
    tags: Option<&[BarPart]>,
    fields: &mut Fields,
    cx: &Cx<'_>,
) -> Option<Filter> {
    let about = &chart.chart;
    chart_head(ui, rect, [&about.title, &about.order, &about.unit], &about.interval_heading, cx);
    fields.shape(panel, about.bars.iter().map(|bar| bar.parts.len()).collect());
    let columns = Columns::new(rect);
    let mut top = rect.top() + CHART_HEAD;
    if let Some(tags) = tags {
        for (nth, tag) in tags.iter().enumerate() {
            let cell = table_cell(&columns, top, nth, tags.len());
            let square = Rect::from_center_size(pos2(cell.right() - 10.0, cell.center().y), vec2(18.0, 18.0));
            let look = Square::Filled(&tag.tag.letter, cx.theme.tag(tag.tag.swatch));
            letter_square(ui.painter(), square, look, cx.theme);
        }
        ui.painter().hline(rect.x_range(), top + ROW - 1.0, cx.theme.hairline());
        top += ROW;
    }
    let mut clicked = None;
    for (row, (bar, behind)) in about.bars.iter().zip(&chart.behind).enumerate() {
        let line = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + ROW));
        top += ROW;
        show_row(ui, line, &columns, bar, cx);
        if tags.is_none() {
            // What no part fills: of facets, the questions that do not carry it.
            ui.painter().hline(columns.bar..=columns.bar_end, line.center().y - 0.5, cx.theme.hairline());
        } else {
            ui.painter().hline(rect.x_range(), line.bottom() - 1.0, cx.theme.hairline());
        }
        let mut begin = 0.0;
        for (nth, (part, tag)) in bar.parts.iter().zip(&behind.tags).enumerate() {
            let place = match tags {
                Some(tags) => {
                    let column = tags.iter().position(|other| other.tag == part.tag).unwrap_or(nth);
                    table_cell(&columns, line.top(), column, tags.len())
                }
                None => bar_part(&columns, line, begin, part.share),
            };
            begin += part.share;
            let name = (cx.words.exports.overview.field)(&bar.name, &part.tag.name, part.count, bar.n);
            let response = fields.show(ui, Field { panel, row, part: nth }, place, &name);
            if tags.is_some() {
                paint_figures(ui, place, part, response.hovered(), cx);
            } else {
                paint_part(ui, place, part, bar.few, cx.theme);
            }
            focus_ring(ui, place.shrink(1.0), response.has_focus(), cx.theme);
            if response.on_hover_text(&name).clicked() {
                clicked = Some(behind.part(tag));
            }
        }
    }
    clicked
}

/// Title, order and unit of a chart, and what stands over its last column.
pub(super) fn chart_head(ui: &Ui, rect: Rect, [title, order, unit]: [&str; 3], last: &str, cx: &Cx<'_>) {
    let painter = ui.painter();
    let (bold, small) = (Face::SansSemibold.size(text::QUESTION), Face::Sans.size(text::SMALL));
    let last_width = width_of(ui, last, small.clone());
    let line = Rect::from_min_size(rect.min, vec2(rect.width(), CHART_HEAD - 4.0));
    let head = ui.interact(line, egui::Id::unique(("overview head", title)), Sense::hover());
    head.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{title}, {unit}")));
    let at = pos2(rect.left(), rect.top() + 10.0);
    let room = rect.width() - last_width - 12.0;
    let galley = painter.layout_job(elided(title, bold, cx.theme.ink, room));
    let width = galley.size().x;
    painter.galley(at - vec2(0.0, galley.size().y / 2.0), galley, cx.theme.ink);
    if !order.is_empty() && room - width > 40.0 {
        let galley = painter.layout_job(elided(order, small.clone(), cx.theme.ink2, room - width - 8.0));
        painter.galley(at + vec2(width + 8.0, -galley.size().y / 2.0), galley, cx.theme.ink2);
    }
    painter.text(pos2(rect.right(), at.y), Align2::RIGHT_CENTER, last, small.clone(), cx.theme.ink2);
    let galley = painter.layout_job(elided(unit, small, cx.theme.ink3, rect.width()));
    let is_cut = galley.elided;
    painter.galley(pos2(rect.left(), rect.top() + 21.0), galley, cx.theme.ink3);
    if is_cut {
        head.on_hover_text(unit);
    }
}

/// Name, number and interval of a row.
fn show_row(ui: &Ui, line: Rect, columns: &Columns, bar: &Bar, cx: &Cx<'_>) {
    let painter = ui.painter();
    let middle = line.center().y;
    let ink = if bar.few { cx.theme.ink3 } else { cx.theme.ink };
    let font = Face::Sans.size(text::BODY);
    let room = columns.n - 34.0 - columns.left;
    let galley = painter.layout_job(elided(&bar.name, font.clone(), ink, room));
    let is_cut = galley.elided;
    painter.galley(pos2(columns.left, middle - galley.size().y / 2.0), galley, ink);
    let number = cx.words.language.number(bar.n);
    painter.text(
        pos2(columns.n, middle),
        Align2::RIGHT_CENTER,
        number,
        Face::Sans.size(text::SMALL),
        cx.theme.ink2,
    );
    let at = pos2(columns.right, middle);
    painter.text(at, Align2::RIGHT_CENTER, &bar.interval, Face::Sans.size(text::SMALL), cx.theme.ink2);
    let parts: Vec<(&str, usize)> =
        bar.parts.iter().map(|part| (part.tag.name.as_str(), part.count)).collect();
    let said = (cx.words.exports.overview.bar)(&bar.name, bar.n, &parts, &bar.interval);
    let name = Rect::from_min_max(line.min, pos2(columns.n, line.bottom()));
    let response = ui.interact(
        name,
        ui.scope_id().with(("overview bar", line.left() as i32, line.top() as i32)),
        Sense::hover(),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if is_cut {
        response.on_hover_text(&bar.name);
    }
}

fn bar_part(columns: &Columns, line: Rect, begin: f64, share: f64) -> Rect {
    let width = f64::from(columns.bar_end - columns.bar);
    let left = columns.bar + (width * begin) as f32;
    let right = columns.bar + (width * (begin + share)) as f32;
    Rect::from_min_max(pos2(left, line.top() + 3.0), pos2((right - 1.0).max(left + 1.0), line.bottom() - 4.0))
}

fn table_cell(columns: &Columns, top: f32, nth: usize, of: usize) -> Rect {
    let width = (columns.bar_end - columns.bar) / of.max(1) as f32;
    Rect::from_min_size(pos2(columns.bar + width * nth as f32, top), vec2(width - 2.0, ROW - 1.0))
}

fn paint_figures(ui: &Ui, place: Rect, part: &BarPart, hovered: bool, cx: &Cx<'_>) {
    if hovered {
        ui.painter().rect_filled(place, CornerRadius::same(space::RADIUS_BAR), cx.theme.hover);
    }
    let count = cx.words.language.number(part.count);
    let long = format!("{count} · {}", (cx.words.exports.overview.percent)(part.percent));
    let font = Face::Sans.size(text::SMALL);
    let fits = width_of(ui, &long, font.clone()) <= place.width();
    let at = pos2(place.right(), place.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, if fits { long } else { count }, font, cx.theme.ink);
}
