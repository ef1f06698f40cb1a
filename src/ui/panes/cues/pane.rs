//! The list of cues over the window: what it is, words to add, and every cue by kind.

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::draft::DraftField;
use super::rows::{ROW, Seen, cue_row, kind_row, listed};
use crate::model::edits::cues::CueEdit;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, job, overlay, say};
use crate::ui::{Command, Cx};

/// The open list. What is half typed is never saved with the project.
#[derive(Debug, Default)]
pub struct CueListPane {
    draft: DraftField,
    /// Where each pattern stands in its example.
    seen: Seen,
}

impl CueListPane {
    pub fn ui(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) {
        let (theme, words) = (cx.theme, cx.words.aids);
        let screen = ctx.content_rect().height();
        let (close, beside) = overlay(ctx, "cue list", 780.0, None, theme, |ui| {
            let width = ui.available_width();
            ui.horizontal(|ui| {
                say(ui, job(words.list, Face::SansSemibold.size(text::PANE_HEAD), theme.ink, 22.0, 300.0));
                let all = listed(cx);
                let on = all.iter().filter(|row| row.is_on).count();
                let count = (words.in_force)(on, all.len());
                say(ui, job(count, Face::Sans.size(text::SMALL), theme.ink3, 22.0, 200.0));
            });
            say(ui, job(words.list_about, Face::Sans.size(text::BODY), theme.ink2, text::BODY_LINE, width));
            ui.add_space(4.0);
            self.draft.ui(ui, cx);
            ui.add_space(4.0);
            let height = (screen - 120.0 - ui.min_rect().height() - 70.0).max(120.0);
            ScrollArea::vertical()
                .id_salt("cues")
                .max_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| self.rows(ui, cx));
            ui.add_space(8.0);
            foot(ui, cx)
        });
        if close || beside {
            cx.ask(Command::CloseOverlay);
        }
    }

    fn rows(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut last = None;
        for row in listed(cx) {
            if last != Some(row.cue.kind) {
                last = Some(row.cue.kind);
                kind_row(ui, row.cue.kind, cx);
            }
            let top = ui.cursor().min;
            if row.is_own && self.draft.added.as_ref() == Some(&row.cue.example) {
                self.draft.added = None;
                let place = egui::Rect::from_min_size(top, vec2(1.0, ROW));
                ui.scroll_to_rect(place, Some(Align::Center));
            }
            if let Some(cue) = cue_row(ui, &row, &mut self.seen, cx) {
                self.draft.take(&cue, ui.ctx());
            }
        }
    }
}

/// Back to the built-in list at the left, close at the right. Returns whether to close.
fn foot(ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
    let theme = cx.theme;
    let size = vec2(ui.available_width(), 36.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let close = Button::new(cx.words.close, Look::Primary).ui(ui, theme).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let changed = cx.project.cues().is_some();
            let button = Button::new(cx.words.aids.built_in_again, Look::Outlined).enabled(changed);
            if button.ui(ui, theme).clicked() {
                cx.ask(Command::EditCues(CueEdit::BuiltIn));
            }
        });
        close
    })
    .inner
}
