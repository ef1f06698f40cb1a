//! Charts on paper: 100 % bars, days to the answer. Nothing in them can be pressed.

use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::page::line;
use crate::model::analysis::chart::{Bar, BarChart, DayChart};
use crate::ui::panes::bar_part::paint_part;
use crate::ui::theme::{Face, LIGHT};
use crate::ui::widgets::elided;

const ROW: f32 = 19.0;
const NAME: f32 = 0.3;
const NUMBER: f32 = 40.0;
const LAST: f32 = 110.0;

pub(super) fn bars(ui: &mut Ui, chart: &BarChart, width: f32) {
    head(ui, &chart.title, &chart.order, &chart.unit, width);
    for bar in &chart.bars {
        let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, named(bar)));
        let name = width * NAME;
        words(ui, rect, &bar.name, name, bar.few);
        let right = pos2(rect.left() + name + NUMBER - 8.0, rect.center().y);
        let font = Face::Sans.size(10.5);
        ui.painter().text(right, Align2::RIGHT_CENTER, bar.n, font.clone(), LIGHT.ink2);
        ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, &bar.interval, font, LIGHT.ink2);
        let room = Rect::from_min_max(
            pos2(rect.left() + name + NUMBER, rect.top() + 2.0),
            pos2(rect.right() - LAST, rect.bottom() - 2.0),
        );
        let mut x = room.left();
        for part in &bar.parts {
            let wide = room.width() * part.share as f32;
            let place = Rect::from_min_size(pos2(x, room.top()), vec2((wide - 1.0).max(1.0), room.height()));
            paint_part(ui, place, part, bar.few, &LIGHT);
            x += wide;
        }
    }
    ui.add_space(12.0);
}

fn head(ui: &mut Ui, title: &str, order: &str, unit: &str, width: f32) {
    ui.add_space(6.0);
    line(ui, title, Face::SansSemibold, 12.5, 18.0, true, width);
    let about: Vec<&str> = [unit, order].into_iter().filter(|words| !words.is_empty()).collect();
    line(ui, &about.join(" · "), Face::Sans, 10.5, 15.0, false, width);
    ui.add_space(3.0);
}

fn words(ui: &Ui, rect: Rect, name: &str, width: f32, few: bool) {
    let ink = if few { LIGHT.ink3 } else { LIGHT.ink };
    let galley = ui.painter().layout_job(elided(name, Face::Sans.size(11.0), ink, width - 6.0));
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, ink);
}

fn named(bar: &Bar) -> String {
    let parts = bar.parts.iter().map(|part| format!("{} {} %", part.tag.name, part.percent));
    format!("{}: {}; n = {}", bar.name, parts.collect::<Vec<_>>().join(", "), bar.n)
}

pub(super) fn days(ui: &mut Ui, chart: &DayChart, width: f32) {
    head(ui, &chart.title, "", &chart.unit, width);
    let (left, right) = (ui.max_rect().left() + width * NAME, ui.max_rect().left() + width - LAST);
    let span = f64::from((chart.last - chart.first).max(1));
    let x = |days: f64| left + (right - left) * ((days - f64::from(chart.first)) / span) as f32;
    let (scale, _) = ui.allocate_exact_size(vec2(width, 14.0), Sense::hover());
    let font = Face::Sans.size(9.5);
    ui.painter().text(
        pos2(left, scale.center().y),
        Align2::LEFT_CENTER,
        chart.first,
        font.clone(),
        LIGHT.ink3,
    );
    ui.painter().text(pos2(right, scale.center().y), Align2::RIGHT_CENTER, chart.last, font, LIGHT.ink3);
    let top = ui.cursor().top();
    for row in &chart.rows {
        let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
        let name = format!("{}: {}", row.name, row.median_words);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        words(ui, rect, &row.name, width * NAME, false);
        let middle = rect.center().y;
        ui.painter().hline(left..=right, middle, LIGHT.hairline());
        for dot in &row.dots {
            let fill = if dot.late { LIGHT.ink } else { LIGHT.raised };
            let at = pos2(x(f64::from(dot.days)), middle);
            ui.painter().circle(at, 3.5, fill, Stroke::new(1.2, LIGHT.ink));
        }
        ui.painter().vline(x(row.median), middle - 6.0..=middle + 6.0, Stroke::new(1.5, LIGHT.ink));
        let font = Face::Sans.size(10.5);
        ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, &row.median_words, font, LIGHT.ink2);
    }
    if let Some((days, name)) = &chart.deadline {
        let at = x(f64::from(*days));
        let ends = [pos2(at, top), pos2(at, ui.cursor().top())];
        ui.painter().extend(Shape::dashed_line(&ends, Stroke::new(1.0, LIGHT.ink), 3.0, 2.0));
        let font = Face::Sans.size(9.5);
        ui.painter().text(pos2(at, scale.center().y), Align2::CENTER_CENTER, name, font, LIGHT.ink2);
    }
    ui.add_space(12.0);
}
