//! The one question that stands in the way: work would be lost.

use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, actions, job, overlay, say};
use crate::ui::{Command, Cx};

/// Asks what to do with unsaved changes. `fresh` moves the keyboard to "save".
pub fn unsaved(ctx: &egui::Context, title: &str, fresh: &mut bool, cx: &mut Cx<'_>) {
    let theme = cx.theme;
    overlay(ctx, "unsaved", 460.0, None, theme, |ui| {
        let width = ui.available_width();
        let question = (cx.words.save_changes)(title);
        say(ui, job(question, Face::SansSemibold.size(text::PANE_HEAD), theme.ink, 22.0, width));
        say(
            ui,
            job(cx.words.save_changes_why, Face::Sans.size(text::BODY), theme.ink2, text::BODY_LINE, width),
        );
        ui.add_space(12.0);
        actions(ui, |ui| {
            let save = Button::new(cx.words.save_verb, Look::Primary).ui(ui, theme);
            if std::mem::take(fresh) {
                save.request_focus();
            }
            if save.clicked() {
                cx.ask(Command::SaveThenGoOn);
            }
            if Button::new(cx.words.discard, Look::Outlined).ui(ui, theme).clicked() {
                cx.ask(Command::DiscardAndGoOn);
            }
            if Button::new(cx.words.cancel, Look::Outlined).ui(ui, theme).clicked() {
                cx.ask(Command::CloseOverlay);
            }
        });
    });
}
