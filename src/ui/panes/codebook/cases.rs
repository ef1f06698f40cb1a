//! The order of the decision, and the cases that coders stumbled over.

use egui::accesskit::Role;
use egui::{Ui, WidgetInfo};

use super::field::{lines, remark};
use super::pane::CodebookPane;
use crate::model::WordPlace;
use crate::model::edits::codebook::CodebookStep;
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, icon_button, job, say};
use crate::ui::{Command, Cx};

pub(super) fn decision(ui: &mut Ui, pane: &CodebookPane, cx: &mut Cx<'_>) {
    let name = cx.words.codebook.labels.decision;
    title(ui, name, cx);
    ui.add_space(8.0);
    lines(ui, pane, WordPlace::Decision, name, cx);
}

pub(super) fn cases(ui: &mut Ui, pane: &CodebookPane, cx: &mut Cx<'_>) {
    let words = cx.words.codebook;
    title(ui, words.labels.cases, cx);
    remark(ui, words.cases_why, cx);
    let count = cx.project.codebook().boundary_cases.len();
    for nth in 0..count {
        ui.add_space(8.0);
        let name = (words.case)(nth + 1);
        let named = |act: &str| format!("{name}: {act}");
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 120.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                lines(ui, pane, WordPlace::Case(nth), &name, cx);
            });
            ui.spacing_mut().item_spacing.x = 2.0;
            if icon_button(ui, icon::UP, &named(words.up), nth > 0, cx.theme).clicked() {
                cx.ask(Command::Codebook(CodebookStep::MoveCase(nth, true)));
            }
            if icon_button(ui, icon::DOWN_ARROW, &named(words.down), nth + 1 < count, cx.theme).clicked() {
                cx.ask(Command::Codebook(CodebookStep::MoveCase(nth, false)));
            }
            if icon_button(ui, icon::TRASH, &named(words.remove), true, cx.theme).clicked() {
                cx.ask(Command::Codebook(CodebookStep::DropCase(nth)));
            }
        });
    }
    ui.add_space(12.0);
    if Button::new(words.add_case, Look::Outlined).icon(icon::ADD).ui(ui, cx.theme).clicked() {
        cx.ask(Command::Codebook(CodebookStep::AddCase));
    }
}

/// The heading of a page.
pub(super) fn title(ui: &mut Ui, name: &str, cx: &Cx<'_>) {
    let width = ui.available_width();
    let words = job(name, Face::SansSemibold.size(text::PANE_HEAD), cx.theme.ink, 32.0, width);
    say(ui, words).widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
}
