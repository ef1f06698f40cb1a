//! Doubtful places in the text: decided where they stand while the outline is corrected, a hint while reading.

use egui::accesskit::Role;
use egui::{Frame, Margin, Pos2, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::paint::Column;
use super::pane::ReaderPane;
use crate::model::{Document, DoubtKind};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Button, Look, focus_ring, job, key_cap, say, width_of};
use crate::ui::{Command, Cx, shortcuts};

impl ReaderPane {
    /// Shows a doubt with its upper edge at `top` and returns its height.
    pub(super) fn show_doubt_at(
        &mut self,
        ui: &mut Ui,
        top: f32,
        column: &Column,
        document: &Document,
        doubt: usize,
        cx: &mut Cx<'_>,
    ) -> f32 {
        let Some(kind) = document.outline.doubts.get(doubt).map(|doubt| &doubt.kind) else { return 0.0 };
        let is_wanted = self.wants_doubt == Some(doubt);
        if is_wanted {
            self.wants_doubt = None;
        }
        let at = pos2(column.left, top);
        if self.outlining {
            to_decide(ui, at, column.width, doubt, kind, is_wanted, cx)
        } else {
            hint(ui, at, column.width, doubt, kind, is_wanted, cx)
        }
    }
}

/// The question and its answers: no default.
pub(super) fn to_decide(
    ui: &mut Ui,
    at: Pos2,
    width: f32,
    doubt: usize,
    kind: &DoubtKind,
    is_wanted: bool,
    cx: &mut Cx<'_>,
) -> f32 {
    let words = cx.words.outline;
    let torn = *kind == DoubtKind::TornParagraph;
    let answers: Vec<(&str, Command)> = if torn {
        vec![
            (words.keep_joined, Command::SettleDoubt(doubt, false)),
            (words.keep_parted, Command::SettleDoubt(doubt, true)),
        ]
    } else {
        let mend = (words.mend)(kind).map(|name| (name, Command::MendDoubt(doubt)));
        mend.into_iter().chain([(words.is_right, Command::SettleDoubt(doubt, false))]).collect()
    };
    let buttons: f32 = answers
        .iter()
        .map(|(name, _)| width_of(ui, name, Face::SansMedium.size(text::BODY)) + 24.0 + 8.0)
        .sum();
    let inner = width - 24.0;
    let beside = inner - buttons - 8.0;
    let is_wide = beside > 230.0;
    let rect = Rect::from_min_size(at + vec2(0.0, 6.0), vec2(width, 400.0));
    let mut child = ui.new_child(UiBuilder::new().id_salt(("doubt", doubt)).max_rect(rect));
    let frame = Frame::new()
        .fill(cx.theme.alert_tint)
        .stroke((1.5, cx.theme.alert))
        .corner_radius(space::RADIUS_CONTROL)
        .inner_margin(Margin::symmetric(12, 10));
    let question = (words.doubt_in_place)(kind);
    let more = (words.doubt_hint)(kind);
    let shown = frame.show(&mut child, |ui| {
        ui.set_width(inner);
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        let texts = |ui: &mut Ui, width: f32| {
            ui.vertical(|ui| {
                ui.set_width(width);
                let line = |words: &str, face: Face| {
                    job(words, face.size(text::BODY), cx.theme.ink, text::BODY_LINE, width)
                };
                let response = say(ui, line(&question, Face::SansMedium));
                response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &question));
                if let Some(more) = more {
                    say(ui, line(more, Face::Sans));
                }
            });
        };
        let mut clicked = None;
        let mut choices = |ui: &mut Ui| {
            for (nth, (name, command)) in answers.iter().enumerate() {
                let response = Button::new(name, Look::Outlined).height(28.0).ui(ui, cx.theme);
                if is_wanted && nth == 0 {
                    response.request_focus();
                }
                if response.clicked() {
                    clicked = Some(command.clone());
                }
            }
        };
        if is_wide {
            ui.horizontal(|ui| {
                texts(ui, beside);
                choices(ui);
            });
        } else {
            texts(ui, inner);
            ui.add_space(6.0);
            ui.horizontal(choices);
        }
        clicked
    });
    if let Some(command) = shown.inner {
        cx.ask(command);
    }
    shown.response.rect.height() + 16.0
}

/// A sign and a few words that open the outline there.
fn hint(
    ui: &mut Ui,
    at: Pos2,
    width: f32,
    doubt: usize,
    kind: &DoubtKind,
    is_wanted: bool,
    cx: &mut Cx<'_>,
) -> f32 {
    let words = (cx.words.outline.doubt_in_place)(kind);
    let key = shortcuts::shown(&Command::OutlineMode, cx.words).unwrap_or_default();
    let cap = width_of(ui, &key, Face::SansSemibold.size(text::BADGE)) + 24.0;
    let line = job(
        words.as_str(),
        Face::Sans.size(text::SMALL),
        cx.theme.alert,
        text::SMALL_LINE,
        width - 24.0 - cap,
    );
    let galley = ui.painter().layout_job(line);
    let size = galley.size();
    let height = (size.y + 8.0).max(24.0);
    let rect = Rect::from_min_size(at + vec2(-2.0, 2.0), vec2(size.x + 24.0 + cap, height));
    let response = ui.interact(rect, ui.scope_id().with(("hint", doubt)), Sense::click());
    let name = format!("{}: {words}", cx.words.outline.check_here);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if is_wanted {
        response.request_focus();
    }
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, space::RADIUS_CONTROL, cx.theme.hover);
    }
    let middle = rect.center().y;
    let sign = pos2(rect.left() + 10.0, middle);
    painter.text(sign, egui::Align2::CENTER_CENTER, icon::DOUBT, Face::Icon.size(15.0), cx.theme.alert);
    painter.galley(pos2(rect.left() + 22.0, middle - size.y / 2.0), galley, cx.theme.alert);
    key_cap(painter, pos2(rect.right() - 5.0, middle), &key, cx.theme.ink2, cx.theme.line);
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if response.clicked() {
        cx.ask(Command::GoDoubt(doubt));
    }
    height + 6.0
}
