//! The strip on paper: a cell for each question, brackets under joint answers.

use egui::{Align2, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::analysis::summary::{Strip, StripCell};
use crate::ui::theme::{Face, LIGHT};
use crate::ui::widgets::bracket;

const HEIGHT: f32 = 30.0;
const BRACKET: f32 = 26.0;
const GAP: f32 = 4.0;
/// Up to so many questions share one line; more are broken into lines of ten, easy to count.
const ONE_LINE: usize = 12;
const LINE: usize = 10;
/// Fewer cells do not grow wider than an eighth of the line.
const FEWEST: usize = 8;

pub(super) fn strip(ui: &mut Ui, strip: &Strip, width: f32) {
    let count: usize = strip.answers.iter().map(|answer| answer.cells.len()).sum();
    let columns = if count <= ONE_LINE { count.max(FEWEST) } else { LINE };
    let cell = (width - GAP * (columns as f32 - 1.0)) / columns as f32;
    let lines = count.div_ceil(columns).max(1);
    let row = HEIGHT + BRACKET;
    let (rect, response) = ui.allocate_exact_size(vec2(width, lines as f32 * row), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, named(strip)));
    let place = |nth: usize| {
        let (line, column) = (nth / columns, nth % columns);
        rect.min + vec2(column as f32 * (cell + GAP), line as f32 * row)
    };
    let mut nth = 0;
    for answer in &strip.answers {
        let first = nth;
        for of in &answer.cells {
            paint(ui, Rect::from_min_size(place(nth), vec2(cell, HEIGHT)), of);
            nth += 1;
        }
        if answer.cells.len() > 1 {
            brackets(ui, first, nth - 1, columns, cell, &place, &strip.jointly);
        }
    }
    ui.add_space(6.0);
}

/// One bracket per line that the cells of an answer stand in; the word under the widest.
fn brackets(
    ui: &Ui,
    first: usize,
    last: usize,
    columns: usize,
    cell: f32,
    place: &impl Fn(usize) -> egui::Pos2,
    word: &str,
) {
    for line in first / columns..=last / columns {
        let from = first.max(line * columns);
        let to = last.min((line + 1) * columns - 1);
        let y = place(from).y + HEIGHT + 9.0;
        let (left, right) = (place(from).x, place(to).x + cell);
        bracket(ui.painter(), [pos2(left, y), pos2(right, y)], vec2(0.0, -1.0), &LIGHT);
        let galley = ui.painter().layout_no_wrap(word.to_owned(), Face::Sans.size(10.0), LIGHT.ink2);
        if galley.size().x < right - left {
            ui.painter().galley(pos2((left + right - galley.size().x) / 2.0, y + 2.0), galley, LIGHT.ink2);
        }
    }
}

fn paint(ui: &Ui, rect: Rect, cell: &StripCell) {
    let radius = CornerRadius::same(2);
    let painter = ui.painter();
    let (words, ink) = if let Some(tag) = &cell.tag {
        let colours = LIGHT.tag(tag.swatch);
        painter.rect_filled(rect, radius, colours.fill);
        (format!("{} {}", cell.label, tag.letter), colours.on)
    } else {
        painter.rect_stroke(rect, radius, Stroke::new(1.0, LIGHT.border), StrokeKind::Inside);
        (cell.label.clone(), LIGHT.ink2)
    };
    let size = if words.chars().count() > 6 { 9.5 } else { 12.0 };
    painter.with_clip_rect(rect).text(
        rect.center(),
        Align2::CENTER_CENTER,
        words,
        Face::SansSemibold.size(size),
        ink,
    );
}

/// The strip of one of many papers, in one line.
pub(super) fn small_strip(ui: &mut Ui, strip: &Strip, width: f32) {
    let count: usize = strip.answers.iter().map(|answer| answer.cells.len()).sum();
    let cell = (width / count.max(1) as f32).min(18.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 14.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, named(strip)));
    let mut x = rect.left();
    for of in strip.answers.iter().flat_map(|answer| &answer.cells) {
        let part = Rect::from_min_size(pos2(x, rect.top()), vec2((cell - 1.0).max(1.0), rect.height()));
        match &of.tag {
            Some(tag) => {
                ui.painter().rect_filled(part, 1, LIGHT.tag(tag.swatch).tint);
                let ink = LIGHT.tag(tag.swatch).text;
                if cell >= 12.0 {
                    let font = Face::SansBold.size(9.5);
                    ui.painter().text(part.center(), Align2::CENTER_CENTER, &tag.letter, font, ink);
                }
            }
            None => {
                ui.painter().rect_stroke(part, 1, Stroke::new(0.5, LIGHT.border), StrokeKind::Inside);
            }
        }
        x += cell;
    }
}

fn named(strip: &Strip) -> String {
    let cell = |cell: &StripCell| {
        let tag = cell.tag.as_ref().map_or("–", |tag| tag.name.as_str());
        format!("{} {tag}", cell.label)
    };
    let cells: Vec<String> = strip.answers.iter().flat_map(|answer| &answer.cells).map(cell).collect();
    cells.join(", ")
}
