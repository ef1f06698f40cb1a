//! The six colours of tags, each with its line: colour is never the only sign.

use egui::accesskit::Role;
use egui::{CornerRadius, Rangef, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::model::edits::codebook::CodebookStep;
use crate::model::{Swatch, Tag};
use crate::ui::theme::space;
use crate::ui::widgets::{focus_ring, tag_line};
use crate::ui::{Command, Cx};

/// The colours to choose from. The one of another tag is exchanged with it.
pub(super) fn swatches(ui: &mut Ui, tag: &Tag, cx: &mut Cx<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
        for swatch in Swatch::ALL {
            one(ui, tag, swatch, cx);
        }
    });
}

fn one(ui: &mut Ui, tag: &Tag, swatch: Swatch, cx: &mut Cx<'_>) {
    let words = cx.words.codebook;
    let chosen = tag.swatch == swatch;
    let other = cx.project.codebook().tags.iter().find(|other| other.swatch == swatch).filter(|_| !chosen);
    let line = if chosen { tag.line } else { other.map_or(swatch.line(), |other| other.line) };
    let sign = (words.sign)((words.labels.swatch)(swatch), (words.labels.line_style)(line));
    let name = match other {
        Some(other) => (words.exchanges)(&sign, other.name.get(cx.words.language)),
        None => sign,
    };
    let (rect, response) = ui.allocate_exact_size(vec2(32.0, 34.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
    let colours = cx.theme.tag(swatch);
    let square = Rect::from_min_size(rect.min + vec2(5.0, 1.0), vec2(22.0, 22.0));
    let radius = CornerRadius::same(space::RADIUS_CELL);
    ui.painter().rect_filled(square, radius, colours.fill);
    if chosen {
        let ring = square.expand(3.0);
        let radius = CornerRadius::same(space::RADIUS_CELL + 2);
        ui.painter().rect_stroke(ring, radius, Stroke::new(2.0, cx.theme.ink), StrokeKind::Inside);
    }
    tag_line(
        ui.painter(),
        Rangef::new(rect.left() + 2.0, rect.right() - 2.0),
        rect.bottom() - 3.0,
        line,
        colours.fill,
    );
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if response.clicked() && !chosen {
        cx.ask(Command::Codebook(CodebookStep::Recolour(tag.id.clone(), swatch)));
    }
    response.on_hover_text(&name);
}
