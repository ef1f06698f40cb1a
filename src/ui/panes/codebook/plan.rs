//! A codebook that lacks what codings carry: what takes the place of each.

use egui::{ScrollArea, Ui, vec2};

use crate::model::edits::codebook::{Mapping, Missing};
use crate::model::{Codebook, Wording};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, actions, chip, job, overlay, say};
use crate::ui::{Command, Cx};

/// The open plan.
#[derive(Debug)]
pub struct CodebookPlan {
    pub file: String,
    pub codebook: Codebook,
    pub mapping: Mapping,
    missing: Missing,
}

impl CodebookPlan {
    #[must_use]
    pub fn new(file: String, codebook: Codebook, missing: Missing) -> Self {
        Self { file, codebook, mapping: Mapping::default(), missing }
    }

    pub fn ui(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) {
        let theme = cx.theme;
        let words = cx.words.codebook;
        let height = (ctx.content_rect().height() - 280.0).max(160.0);
        overlay(ctx, "codebook plan", 620.0, None, theme, |ui| {
            let width = ui.available_width();
            let title = (words.plan)(&self.codebook.version);
            say(ui, job(title, Face::SansSemibold.size(text::PANE_HEAD), theme.ink, 22.0, width));
            let why = words.plan_why;
            say(ui, job(why, Face::Sans.size(text::BODY), theme.ink2, text::BODY_LINE, width));
            ui.add_space(6.0);
            ScrollArea::vertical()
                .id_salt("plan")
                .max_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| self.rows(ui, cx));
            ui.add_space(8.0);
            actions(ui, |ui| {
                let go = Button::new(words.plan_go, Look::Primary).enabled(self.is_complete());
                if go.ui(ui, theme).clicked() && self.is_complete() {
                    cx.ask(Command::TakeCodebook);
                }
                if Button::new(cx.words.cancel, Look::Outlined).ui(ui, theme).clicked() {
                    cx.ask(Command::CloseOverlay);
                }
            });
        });
    }

    fn rows(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let ours = cx.project.codebook();
        for (id, codings) in &self.missing.tags {
            let name = ours.tag(id).map(|tag| &tag.name);
            let targets = self.codebook.tags.iter().map(|tag| (&tag.id, &tag.name));
            let chosen = row(ui, name, &id.0, *codings, targets, self.mapping.tags.get(id), cx);
            self.mapping.tags.extend(chosen.map(|target| (id.clone(), target)));
        }
        for (id, codings) in &self.missing.facets {
            let name = ours.facet(id).map(|facet| &facet.name);
            let targets = self.codebook.facets.iter().map(|facet| (&facet.id, &facet.name));
            let chosen = row(ui, name, &id.0, *codings, targets, self.mapping.facets.get(id), cx);
            self.mapping.facets.extend(chosen.map(|target| (id.clone(), target)));
        }
    }

    fn is_complete(&self) -> bool {
        self.missing.tags.iter().all(|(id, _)| self.mapping.tags.contains_key(id))
            && self.missing.facets.iter().all(|(id, _)| self.mapping.facets.contains_key(id))
    }
}

/// One thing that is missing, and what could take its place. Returns what was clicked.
fn row<'a, T: Clone + PartialEq + 'a>(
    ui: &mut Ui,
    name: Option<&Wording>,
    id: &str,
    codings: usize,
    targets: impl Iterator<Item = (&'a T, &'a Wording)>,
    chosen: Option<&T>,
    cx: &Cx<'_>,
) -> Option<T> {
    let language = cx.words.language;
    let name = name.map_or(id, |name| name.get(language));
    let width = ui.available_width();
    let line = (cx.words.codebook.plan_row)(name, codings);
    ui.add_space(6.0);
    say(ui, job(line, Face::SansMedium.size(text::BODY), cx.theme.ink, text::BODY_LINE, width));
    let mut clicked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (target, words) in targets {
            let word = words.get(language);
            let spoken = (cx.words.codebook.merge_into)(name, word);
            if chip(ui, word, &spoken, chosen == Some(target), None, cx.theme).clicked() {
                clicked = Some(target.clone());
            }
        }
    });
    clicked
}
