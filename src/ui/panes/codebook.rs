//! The codebook as a page of its own.

use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, UiBuilder};

use super::keys::meanings;
use crate::ui::Cx;
use crate::ui::theme::{Face, space};
use crate::ui::widgets::{job, say};

/// What the codebook's page remembers between frames.
#[derive(Debug, Default)]
pub struct CodebookPane;

impl CodebookPane {
    /// Shows the codebook in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.page);
        ScrollArea::vertical().id_salt("codebook").auto_shrink(false).show(ui, |ui| {
            let width = space::COLUMN.min(area.width() - 56.0);
            let side = ((area.width() - width) / 2.0).max(28.0);
            let margin = Margin { left: side as i8, right: 0, top: 24, bottom: 28 };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_max_width(width);
                let title = (cx.words.coding.codebook_version)(&cx.project.codebook().version);
                say(ui, job(title, Face::SansSemibold.size(20.0), cx.theme.ink, 28.0, width));
                ui.add_space(12.0);
                let column = ui.available_rect_before_wrap();
                let builder = UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Min));
                ui.scope_builder(builder, |ui| meanings(ui, cx));
            });
        });
    }
}
