//! Text fields in our look.

use egui::{EventFilter, FontId, Margin, Response, TextEdit, Ui};

use crate::ui::theme::{Face, Theme, text};

/// One line of text.
pub fn singleline(
    ui: &mut Ui,
    id: egui::Id,
    value: &mut String,
    hint: &str,
    width: f32,
    theme: &Theme,
) -> Response {
    let edit = TextEdit::singleline(value)
        .id(id)
        .font(font())
        .text_color(theme.ink)
        .hint_text(egui::RichText::new(hint).color(theme.ink3))
        .event_filter(keeps_escape())
        .margin(Margin::symmetric(10, 6))
        .desired_width(width)
        .min_size(egui::vec2(0.0, 30.0))
        .align(egui::Align2::LEFT_CENTER);
    ui.add(edit)
}

/// Several lines of text; Enter makes a new one.
pub fn multiline(
    ui: &mut Ui,
    id: egui::Id,
    value: &mut String,
    hint: &str,
    rows: usize,
    theme: &Theme,
) -> Response {
    let edit = TextEdit::multiline(value)
        .id(id)
        .font(font())
        .text_color(theme.ink)
        .hint_text(egui::RichText::new(hint).color(theme.ink3))
        .event_filter(keeps_escape())
        .margin(Margin::symmetric(10, 7))
        .desired_rows(rows)
        .desired_width(f32::INFINITY);
    ui.add(edit)
}

fn font() -> FontId {
    Face::Sans.size(text::BODY)
}

/// Esc is one step at a time, and the window counts them: egui must not leave the field by itself.
fn keeps_escape() -> EventFilter {
    EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true }
}
