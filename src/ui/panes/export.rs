//! What to export, and how much of it.

use egui::Ui;
use egui::accesskit::Role;

use crate::model::{ExportChoice, ExportFormat};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, Segment, actions, job, overlay, say, segments};
use crate::ui::{Command, Cx, ExportScope};

/// The open choice.
#[derive(Debug)]
pub struct ExportPane {
    format: ExportFormat,
    scope: ExportScope,
    fresh: bool,
}

impl Default for ExportPane {
    fn default() -> Self {
        Self { format: ExportFormat::Html, scope: ExportScope::ThisDocument, fresh: true }
    }
}

impl ExportPane {
    pub fn ui(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) {
        let theme = cx.theme;
        let ((), beside) = overlay(ctx, "export", 480.0, None, theme, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            say(ui, job(cx.words.export, Face::SansSemibold.size(text::PANE_HEAD), theme.ink, 22.0, 400.0));
            let formats: Vec<(&str, bool)> = ExportFormat::ALL
                .iter()
                .map(|format| ((cx.words.exporting.format)(*format), self.format == *format))
                .collect();
            if let Some(nth) = choose(ui, "format", &formats, cx) {
                self.format = ExportFormat::ALL[nth];
            }
            let about = (cx.words.exporting.about)(self.format);
            let width = ui.available_width();
            say(ui, job(about, Face::Sans.size(text::BODY), theme.ink2, text::BODY_LINE, width));
            let scopes = [
                (cx.words.this_document, self.scope == ExportScope::ThisDocument),
                (cx.words.whole_project, self.scope == ExportScope::Project),
            ];
            if let Some(nth) = choose(ui, "scope", &scopes, cx) {
                self.scope = [ExportScope::ThisDocument, ExportScope::Project][nth];
            }
            ui.add_space(6.0);
            actions(ui, |ui| {
                let go = Button::new(cx.words.export_dots, Look::Primary).ui(ui, theme);
                if std::mem::take(&mut self.fresh) {
                    go.request_focus();
                }
                if go.clicked() {
                    cx.ask(Command::ExportAs(Box::new(ExportChoice::of(self.format)), self.scope));
                }
                if Button::new(cx.words.cancel, Look::Outlined).ui(ui, theme).clicked() {
                    cx.ask(Command::CloseOverlay);
                }
            });
        });
        if beside {
            cx.ask(Command::CloseOverlay);
        }
    }
}

fn choose(ui: &mut Ui, id: &str, items: &[(&str, bool)], cx: &Cx<'_>) -> Option<usize> {
    let items: Vec<Segment> = items.iter().map(|(name, chosen)| Segment::plain(name, *chosen)).collect();
    let id = ui.scope_id().with(id);
    segments(ui, id, &items, 32.0, Role::RadioButton, cx.theme)
}
