//! What the ledger shows: states, ministries, parties, each to be left out.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Frame, Margin, Rect, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::lines::{ministry, parties};
use super::pane::LedgerPane;
use crate::model::analysis::PromiseState;
use crate::ui::Cx;
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, elided, focus_ring, job, say};

impl LedgerPane {
    /// Shows the filter in the space it is given.
    pub fn side(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.chrome);
        let mut states: BTreeMap<PromiseState, usize> = BTreeMap::new();
        let mut offices: BTreeMap<String, usize> = BTreeMap::new();
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        for entry in &self.entries {
            let Some(document) = cx.project.document(entry.question.document) else { continue };
            *states.entry(entry.state).or_default() += 1;
            *offices.entry(ministry(document)).or_default() += 1;
            for party in parties(document) {
                *groups.entry(party).or_default() += 1;
            }
        }
        let words = cx.words.ledger;
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("ledger side").auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 18, right: 14, top: 14, bottom: 14 }).show(ui, |ui| {
                heading(ui, words.states, cx);
                for state in PromiseState::ALL {
                    let Some(count) = states.get(&state) else { continue };
                    if check(ui, (words.state)(state), *count, !self.hidden.states.contains(&state), cx) {
                        toggle(&mut self.hidden.states, &state);
                    }
                }
                for (title, all, hidden) in [
                    (words.ministries, &offices, &mut self.hidden.ministries),
                    (words.parties, &groups, &mut self.hidden.parties),
                ] {
                    if all.is_empty() {
                        continue;
                    }
                    ui.add_space(12.0);
                    heading(ui, title, cx);
                    for (name, count) in all {
                        let shown = if name.is_empty() { words.without } else { name };
                        if check(ui, shown, *count, !hidden.contains(name), cx) {
                            toggle(hidden, name);
                        }
                    }
                }
                if !self.hidden.is_empty() {
                    ui.add_space(12.0);
                    if Button::new(words.show_all, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked() {
                        self.hidden = super::lines::Hidden::default();
                    }
                }
            });
        });
    }
}

fn toggle<T: Ord + Clone>(hidden: &mut std::collections::BTreeSet<T>, one: &T) {
    if !hidden.remove(one) {
        hidden.insert(one.clone());
    }
}

fn heading(ui: &mut Ui, words: &str, cx: &Cx<'_>) {
    let width = ui.available_width();
    let said = say(ui, job(words, Face::SansSemibold.size(text::SMALL), cx.theme.ink2, 24.0, width));
    said.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

/// A line with a box; returns whether it was clicked.
fn check(ui: &mut Ui, words: &str, count: usize, on: bool, cx: &Cx<'_>) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, words));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), CornerRadius::same(4), cx.theme.hover);
    }
    let square = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), vec2(15.0, 15.0));
    painter.rect(square, CornerRadius::same(3), cx.theme.raised, cx.theme.outline(), StrokeKind::Inside);
    if on {
        let font = Face::Icon.size(12.0);
        painter.text(square.center(), Align2::CENTER_CENTER, icon::CHECK, font, cx.theme.ink);
    }
    let font = Face::Sans.size(text::BODY);
    let shown = cx.words.language.number(count);
    let at = pos2(rect.right(), rect.center().y);
    let drawn = painter.text(at, Align2::RIGHT_CENTER, shown, font.clone(), cx.theme.ink3);
    let width = drawn.left() - rect.left() - 34.0;
    let line = painter.layout_job(elided(words, font, cx.theme.ink, width));
    painter.galley(pos2(rect.left() + 26.0, rect.center().y - line.size().y / 2.0), line, cx.theme.ink);
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    let clicked = response.clicked();
    response.on_hover_text(words);
    clicked
}
