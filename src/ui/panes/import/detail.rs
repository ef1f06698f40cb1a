//! The chosen file of an import, at the right: what was found and what is doubtful.

use egui::accesskit::Role;
use egui::{Align2, Frame, Margin, ScrollArea, Ui, WidgetInfo, vec2};

use super::facts::table;
use super::rows::{ImportRow, ImportState};
use crate::model::Document;
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, job, say};
use crate::ui::{Command, Cx};

/// Shows what is known of a file. `taken` says whether its document is part of the project by now.
pub(super) fn detail(ui: &mut Ui, row: Option<&ImportRow>, taken: bool, cx: &mut Cx<'_>) {
    ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.chrome);
    let Some(row) = row else { return };
    Frame::new().inner_margin(Margin { left: 20, right: 16, top: 14, bottom: 8 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let width = ui.available_width();
        let over = match &row.state {
            ImportState::Read(document) => (cx.words.import.read_with)(document.outline.doubts.len()),
            _ => String::new(),
        };
        say(ui, job(over, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width));
        let name =
            job(row.file.as_str(), Face::SansSemibold.size(text::PANE_HEAD), cx.theme.ink, 22.0, width);
        let response = say(ui, name);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &row.file));
    });
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.hairline());
    ui.add_space(1.0);
    let foot = if taken && matches!(row.state, ImportState::Read(_)) { 64.0 } else { 0.0 };
    let height = ui.available_height() - foot;
    ScrollArea::vertical().id_salt("import detail").auto_shrink(false).max_height(height).show(ui, |ui| {
        Frame::new().inner_margin(Margin { left: 20, right: 16, top: 14, bottom: 14 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            match &row.state {
                ImportState::Read(document) => read(ui, document, cx),
                ImportState::Failed(problem) => {
                    let width = ui.available_width();
                    let words = (cx.words.problem)(problem);
                    say(ui, job(words, Face::Sans.size(text::BODY), cx.theme.ink, text::BODY_LINE, width));
                }
                ImportState::Twin(other) => {
                    let width = ui.available_width();
                    let words = (cx.words.import.twin)(other);
                    say(ui, job(words, Face::Sans.size(text::BODY), cx.theme.ink, text::BODY_LINE, width));
                }
                ImportState::Waiting => {}
            }
        });
    });
    if foot > 0.0
        && let ImportState::Read(document) = &row.state
    {
        Frame::new().inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if Button::new(cx.words.open_verb, Look::Primary).ui(ui, cx.theme).clicked() {
                    cx.ask(Command::OpenImported(document.id));
                }
            });
        });
    }
}

fn read(ui: &mut Ui, document: &Document, cx: &Cx<'_>) {
    table(ui, document, 104.0, cx);
    let missing = document.head.number.is_none().then(|| cx.words.import.no_number.to_owned());
    let doubts = document.outline.doubts.iter().map(|doubt| (cx.words.doubt)(&doubt.kind));
    for words in missing.into_iter().chain(doubts) {
        ui.add_space(6.0);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.hairline());
        ui.add_space(10.0);
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(22.0, 20.0), egui::Sense::hover());
            let font = Face::Icon.size(17.0);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon::WARNING, font, cx.theme.alert);
            let width = ui.available_width();
            say(ui, job(words.as_str(), Face::Sans.size(text::BODY), cx.theme.ink, text::BODY_LINE, width));
        });
    }
    ui.add_space(10.0);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.hairline());
    ui.add_space(10.0);
    let width = ui.available_width();
    let words = cx.words.import.text_stays;
    say(ui, job(words, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width));
}
