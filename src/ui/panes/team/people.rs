//! The people of the project, and how much each coded in which round.

use egui::Ui;

use super::pane::{TeamPane, section};
use crate::model::{Coder, Round};
use crate::ui::Cx;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{elided, job, say};

/// Room for the names.
const NAMES: f32 = 190.0;

impl TeamPane {
    /// In a blind round only that there are others.
    pub(super) fn people(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words.rounds;
        section(ui, words.people, cx);
        if cx.project.is_blind() {
            let width = ui.available_width();
            let font = Face::Sans.size(text::BODY);
            say(ui, job(words.blind_notice, font, cx.theme.ink2, text::BODY_LINE, width));
            return;
        }
        for coder in cx.project.coders() {
            ui.horizontal(|ui| {
                ui.set_min_height(24.0);
                let font = Face::SansMedium.size(text::BODY);
                let (rect, _) = ui.allocate_exact_size(egui::vec2(NAMES, 24.0), egui::Sense::hover());
                let mut place = ui.new_child(egui::UiBuilder::new().id_salt(coder.id.0).max_rect(rect));
                say(&mut place, elided(shown_name(coder, cx), font, cx.theme.ink, NAMES - 8.0));
                let width = ui.available_width();
                let font = Face::Sans.size(text::SMALL);
                say(ui, job(self.work_of(coder, cx), font, cx.theme.ink2, text::SMALL_LINE, width));
            });
        }
    }

    fn work_of(&self, coder: &Coder, cx: &Cx<'_>) -> String {
        let words = cx.words.rounds;
        let hidden = |round: Round| {
            coder.id != cx.project.me()
                && cx.project.round(round).is_some_and(|plan| {
                    plan.coders.contains(&cx.project.me()) && plan.hides_from(cx.project.me())
                })
        };
        let rounds = self.figures.tagged.iter().filter(|((who, _), _)| *who == coder.id);
        let counts: Vec<String> = rounds
            .filter(|((_, round), _)| !hidden(*round))
            .map(|((_, round), count)| (words.tagged_in)(&round_name(*round, cx), *count))
            .collect();
        match counts.is_empty() {
            true if coder.key.is_empty() && coder.id != cx.project.me() => words.never_came.to_owned(),
            true => words.nothing_tagged.to_owned(),
            false => counts.join(" · "),
        }
    }
}

/// The name of a coder as the card shows it.
pub(super) fn shown_name(coder: &Coder, cx: &Cx<'_>) -> String {
    let words = cx.words.rounds;
    let name = if coder.name.is_empty() { words.without_name } else { &coder.name };
    if coder.id == cx.project.me() { format!("{name} ({})", words.you) } else { name.to_owned() }
}

/// The name of a round, or its number.
pub(super) fn round_name(round: Round, cx: &Cx<'_>) -> String {
    let planned = cx.project.round(round).map(|plan| plan.name.clone()).filter(|name| !name.is_empty());
    planned.unwrap_or_else(|| (cx.words.rounds.round_number)(round))
}
