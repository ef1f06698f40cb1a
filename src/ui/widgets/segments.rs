//! A row of choices in one frame: the tags of a closed question, languages, looks.

use egui::accesskit::Role;
use egui::{Align2, Color32, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::mark::focus_ring;
use crate::ui::theme::{Face, TagColours, Theme, space, text};

/// One choice.
#[derive(Clone, Debug)]
pub struct Segment {
    /// What stands in it.
    pub text: String,
    pub icon: Option<char>,
    /// What a screen reader says.
    pub name: String,
    pub chosen: bool,
    /// Colours where the choice is a judgment; ink otherwise.
    pub colours: Option<TagColours>,
}

impl Segment {
    /// A choice that is no judgment, named by its own word.
    #[must_use]
    pub fn plain(name: &str, chosen: bool) -> Self {
        Self { text: name.to_owned(), icon: None, name: name.to_owned(), chosen, colours: None }
    }
}

/// Shows the choices and returns the place of the one that was clicked. `role` tells screen readers
/// whether this is a choice (`RadioButton`) or a row of acts (`Button`).
pub fn segments(
    ui: &mut Ui,
    id: egui::Id,
    items: &[Segment],
    height: f32,
    role: Role,
    theme: &Theme,
) -> Option<usize> {
    let font = |segment: &Segment| {
        let face =
            if segment.chosen || segment.colours.is_some() { Face::SansSemibold } else { Face::SansMedium };
        face.size(text::SMALL)
    };
    let mut widths: Vec<f32> = items
        .iter()
        .map(|item| {
            let icon = item.icon.map_or(0.0, |_| 20.0);
            (super::width_of(ui, &item.text, font(item)) + icon + 18.0).max(26.0)
        })
        .collect();
    // Many choices in a narrow place stand closer: what is cut off could not be chosen.
    let (sum, room) = (widths.iter().sum::<f32>(), ui.available_width());
    if sum > room && room > 0.0 {
        for width in &mut widths {
            *width *= room / sum;
        }
    }
    let (rect, _) = ui.allocate_exact_size(vec2(widths.iter().sum(), height), Sense::hover());
    let radius = CornerRadius::same(space::RADIUS_CONTROL);
    ui.painter().rect_filled(rect, radius, theme.raised);
    let mut clicked = None;
    let mut x = rect.left();
    let mut focused = None;
    for (nth, (item, width)) in items.iter().zip(&widths).enumerate() {
        let part = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, height));
        let response = ui.interact(part, id.with(nth), Sense::click());
        response.widget_info(|| WidgetInfo::selected(role, true, item.chosen, &item.name));
        let corners = corners(nth, items.len());
        let (fill, ink) = match (item.chosen, item.colours) {
            (true, Some(colours)) => (colours.fill, colours.on),
            (true, None) => (theme.active, theme.ink),
            (false, _) if response.hovered() => (theme.hover, theme.ink),
            (false, _) => (Color32::TRANSPARENT, theme.ink2),
        };
        ui.painter().rect_filled(part, corners, fill);
        if nth > 0 && !item.chosen && !items[nth - 1].chosen {
            ui.painter().vline(part.left(), part.y_range().shrink(1.0), theme.hairline());
        }
        let mut text_at = part.center();
        if let Some(icon) = item.icon {
            text_at.x += 10.0;
            let at = pos2(part.left() + 10.0, part.center().y);
            ui.painter().text(at, Align2::LEFT_CENTER, icon, Face::Icon.size(14.0), ink);
        }
        ui.painter().text(text_at, Align2::CENTER_CENTER, &item.text, font(item), ink);
        if response.has_focus() {
            focused = Some(part);
        }
        if response.clicked() {
            clicked = Some(nth);
        }
        response.on_hover_text(&item.name);
        x += width;
    }
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, theme.border), StrokeKind::Inside);
    if let Some(part) = focused {
        focus_ring(ui, part, true, theme);
    }
    clicked
}

fn corners(nth: usize, count: usize) -> CornerRadius {
    let radius = space::RADIUS_CONTROL;
    let left = if nth == 0 { radius } else { 0 };
    let right = if nth + 1 == count { radius } else { 0 };
    CornerRadius { nw: left, sw: left, ne: right, se: right }
}
