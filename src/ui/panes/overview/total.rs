//! The bar of everything.

use egui::{Align2, CornerRadius, Rect, Ui, pos2, vec2};

use super::fields::{Field, Fields};
use crate::model::Filter;
use crate::model::analysis::chart::BarPart;
use crate::model::analysis::overview::OverviewChart;
use crate::ui::Cx;
use crate::ui::theme::{Face, TagColours, space, text};
use crate::ui::widgets::{Square, elided, focus_ring, letter_square, width_of};

pub(super) const TOTAL: f32 = 62.0;
const BAR: f32 = 40.0;

/// Shows the bar; returns the filter of the part that was clicked.
pub(super) fn show_total(
    ui: &Ui,
    rect: Rect,
    panel: usize,
    chart: &OverviewChart,
    fields: &mut Fields,
    cx: &Cx<'_>,
) -> Option<Filter> {
    let (bar, behind) = (chart.chart.bars.first()?, chart.behind.first()?);
    fields.shape(panel, vec![bar.parts.len()]);
    let words = cx.words.exports.overview;
    let mut clicked = None;
    let mut left = rect.left();
    for (nth, (part, tag)) in bar.parts.iter().zip(&behind.tags).enumerate() {
        let right =
            if nth + 1 == bar.parts.len() { rect.right() } else { left + rect.width() * part.share as f32 };
        let place =
            Rect::from_min_max(pos2(left, rect.top()), pos2((right - 1.0).max(left), rect.top() + BAR));
        let field = Field { panel, row: 0, part: nth };
        let name = (words.field)(&bar.name, &part.tag.name, part.count, bar.n);
        let response = fields.show(ui, field, place, &name);
        let radius = CornerRadius {
            nw: if nth == 0 { space::RADIUS_CONTROL } else { 0 },
            sw: if nth == 0 { space::RADIUS_CONTROL } else { 0 },
            ne: if nth + 1 == bar.parts.len() { space::RADIUS_CONTROL } else { 0 },
            se: if nth + 1 == bar.parts.len() { space::RADIUS_CONTROL } else { 0 },
        };
        let colours = cx.theme.tag(part.tag.swatch);
        ui.painter().rect_filled(place, radius, if bar.few { colours.tint } else { colours.fill });
        label(ui, place, part, bar.few, cx);
        focus_ring(ui, place.shrink(1.0), response.has_focus(), cx.theme);
        if response.on_hover_text(&name).clicked() {
            clicked = Some(behind.part(tag));
        }
        left = right;
    }
    let said = format!("{}: {}", chart.chart.interval_heading, bar.interval);
    let font = Face::Sans.size(text::SMALL);
    let galley = ui.painter().layout_job(elided(said, font, cx.theme.ink2, rect.width()));
    ui.painter().galley(pos2(rect.left(), rect.top() + BAR + 5.0), galley, cx.theme.ink2);
    clicked
}

/// Letter, name, count and share, as far as there is room.
fn label(ui: &Ui, place: Rect, part: &BarPart, few: bool, cx: &Cx<'_>) {
    let colours = cx.theme.tag(part.tag.swatch);
    let ink = if few { colours.text } else { colours.on };
    let words = cx.words.exports.overview;
    let painter = ui.painter();
    let middle = place.center().y;
    let figures = format!("{} · {}", cx.words.language.number(part.count), (words.percent)(part.percent));
    let (bold, semibold) = (Face::SansSemibold.size(text::BODY), Face::SansMedium.size(text::BODY));
    let figures_width = width_of(ui, &figures, semibold.clone());
    let name_width = width_of(ui, &part.tag.name, bold.clone());
    let inverted = TagColours { fill: colours.on, on: colours.text, ..colours };
    let look = if few {
        Square::Outlined(&part.tag.letter, colours)
    } else {
        Square::Filled(&part.tag.letter, inverted)
    };
    let square = |x: f32| Rect::from_center_size(pos2(x, middle), vec2(20.0, 20.0));
    if place.width() < 28.0 {
        return;
    }
    let has_name = place.width() > 64.0 + name_width + figures_width;
    let has_figures = place.width() > 52.0 + figures_width;
    let x = if has_figures { place.left() + 22.0 } else { place.center().x };
    letter_square(painter, square(x), look, cx.theme);
    if has_name {
        let at = pos2(place.left() + 40.0, middle);
        painter.text(at, Align2::LEFT_CENTER, &part.tag.name, bold, ink);
    }
    if has_figures {
        let at = pos2(place.right() - 12.0, middle);
        painter.text(at, Align2::RIGHT_CENTER, figures, semibold, ink);
    }
}
