//! A part of a 100 % bar: in the overview and on printed pages.

use egui::{Align2, Color32, CornerRadius, Rect, Ui};

use crate::model::analysis::chart::BarPart;
use crate::model::analysis::summary::SheetTag;
use crate::ui::theme::{Face, Theme, text};
use crate::ui::widgets::width_of;

/// Paints a part of a bar: filled, or in its tint where few are counted.
pub(super) fn paint_part(ui: &Ui, place: Rect, part: &BarPart, few: bool, theme: &Theme) {
    let colours = theme.tag(part.tag.swatch);
    let (fill, ink) = if few { (colours.tint, colours.text) } else { (colours.fill, colours.on) };
    ui.painter().rect_filled(place, CornerRadius::same(2), fill);
    paint_label(ui, place, &part.tag, part.percent, ink);
}

/// Letter and per cent, or the letter, or nothing: what there is room for.
fn paint_label(ui: &Ui, place: Rect, tag: &SheetTag, percent: u32, ink: Color32) {
    let font = Face::SansBold.size(text::BADGE);
    let long = format!("{} {percent}", tag.letter);
    for words in [long.as_str(), tag.letter.as_str()] {
        if width_of(ui, words, font.clone()) + 4.0 <= place.width() {
            ui.painter().text(place.center(), Align2::CENTER_CENTER, words, font, ink);
            return;
        }
    }
}
