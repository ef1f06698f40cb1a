//! The card over the window: the choice, and what will come of it.

use egui::{Frame, Layout, Margin, Rect, ScrollArea, UiBuilder, pos2, vec2};

use super::chosen::{choices, scope_of};
use super::preview::Preview;
use crate::model::{ExportChoice, ExportFormat};
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{Button, Look, actions, job, overlay, say};
use crate::ui::{Command, Cx, ExportScope};

const CHOICES: f32 = 316.0;

/// The open choice.
pub struct ExportPane {
    choice: ExportChoice,
    scope: ExportScope,
    preview: Preview,
    fresh: bool,
}

impl ExportPane {
    /// The pane with a format chosen.
    #[must_use]
    pub fn of(format: ExportFormat, scope: ExportScope) -> Self {
        Self { choice: ExportChoice::of(format), scope, preview: Preview::default(), fresh: true }
    }

    pub fn ui(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) {
        let theme = cx.theme;
        let screen = ctx.content_rect();
        let height = (screen.height() - 96.0).min(860.0);
        let ((), beside) = overlay(ctx, "export", 1180.0, None, theme, |ui| {
            let size = vec2(ui.available_width(), height - 32.0);
            let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
            let left = Rect::from_min_max(rect.min, pos2(rect.left() + CHOICES, rect.bottom()));
            let right = Rect::from_min_max(pos2(left.right() + 20.0, rect.top()), rect.max);
            let part = |rect| UiBuilder::new().max_rect(rect).layout(Layout::top_down(egui::Align::Min));
            self.chosen(&mut ui.new_child(part(left).id_salt("choices")), cx);
            let mut at = ui.new_child(part(right).id_salt("looks"));
            at.set_clip_rect(right);
            Frame::new()
                .fill(theme.chrome)
                .corner_radius(space::RADIUS_CONTROL)
                .inner_margin(Margin::same(14))
                .show(&mut at, |ui| {
                    ui.set_min_size(right.size() - vec2(28.0, 28.0));
                    self.preview.ui(ui, &self.choice, scope_of(&self.choice, self.scope), cx);
                });
        });
        if beside {
            cx.ask(Command::CloseOverlay);
        }
    }

    fn chosen(&mut self, ui: &mut egui::Ui, cx: &mut Cx<'_>) {
        ui.spacing_mut().item_spacing.y = 6.0;
        let width = ui.available_width();
        say(ui, job(cx.words.export, Face::SansSemibold.size(text::PANE_HEAD), cx.theme.ink, 22.0, width));
        let foot = space::ROW + 12.0;
        let area = ScrollArea::vertical().id_salt("choices").auto_shrink([false, false]);
        area.max_height(ui.available_height() - foot).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.set_width(width - 12.0);
            choices(ui, &mut self.choice, &mut self.scope, cx);
        });
        actions(ui, |ui| {
            let go = Button::new(cx.words.export_dots, Look::Primary).ui(ui, cx.theme);
            if std::mem::take(&mut self.fresh) {
                go.request_focus();
            }
            if go.clicked() {
                let scope = scope_of(&self.choice, self.scope);
                cx.ask(Command::ExportAs(Box::new(self.choice.clone()), scope));
            }
            if Button::new(cx.words.cancel, Look::Outlined).ui(ui, cx.theme).clicked() {
                cx.ask(Command::CloseOverlay);
            }
        });
    }
}
