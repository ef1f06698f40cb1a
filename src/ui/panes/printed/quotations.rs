//! Large quotations, each with its question and its tag.

use egui::{Ui, vec2};

use super::page::line;
use super::signs::{PILL, pill};
use crate::model::analysis::summary::Quotation;
use crate::ui::theme::{Face, LIGHT};
use crate::ui::widgets::width_of;

pub(super) fn quotations(ui: &mut Ui, quotations: &[Quotation], width: f32) {
    for quotation in quotations {
        ui.add_space(10.0);
        let top = ui.cursor().top();
        ui.horizontal_top(|ui| {
            ui.add_space(14.0);
            ui.vertical(|ui| {
                let room = width - 14.0;
                line(ui, &quotation.quote.words, Face::Serif, 16.0, 22.0, true, room);
                ui.add_space(4.0);
                let asked = format!("{}: {}", quotation.question_name, quotation.question);
                let asked = match quotation.quote.page.as_str() {
                    "" => asked,
                    page => format!("{asked} ({page})"),
                };
                line(ui, &asked, Face::Sans, 11.0, 15.5, false, room);
                if let Some(tag) = &quotation.tag {
                    ui.add_space(4.0);
                    let wide = width_of(ui, &tag.name, Face::SansMedium.size(11.0)) + PILL + 14.0;
                    let (rect, _) = ui.allocate_exact_size(vec2(wide, PILL), egui::Sense::hover());
                    pill(ui.painter(), rect.min, wide, tag);
                }
            });
        });
        let ink = quotation.tag.as_ref().map_or(LIGHT.border, |tag| LIGHT.tag(tag.swatch).fill);
        let bar = egui::Rect::from_min_max(
            egui::pos2(ui.max_rect().left(), top + 2.0),
            egui::pos2(ui.max_rect().left() + 3.0, ui.cursor().top() - 2.0),
        );
        ui.painter().rect_filled(bar, 1, ink);
    }
    ui.add_space(8.0);
}
