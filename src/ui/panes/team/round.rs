//! The rounds of the project: what was agreed on, who is how far, and the ways in and out.

use egui::accesskit::Role;
use egui::{Align, Frame, Layout, Margin, Ui, WidgetInfo};

use super::pane::{TeamPane, section};
use super::people::{round_name, shown_name};
use crate::model::{Round, RoundPlan};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Button, Look, elided, icon_button, job, say};
use crate::ui::{Command, Cx};

impl TeamPane {
    pub(super) fn rounds(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        section(ui, cx.words.rounds.rounds, cx);
        if cx.project.round(Round::FIRST).is_none() {
            self.round(ui, Round::FIRST, None, cx);
        }
        let project = cx.project;
        for plan in project.rounds() {
            self.round(ui, plan.round, Some(plan), cx);
        }
    }

    fn round(&mut self, ui: &mut Ui, round: Round, plan: Option<&RoundPlan>, cx: &mut Cx<'_>) {
        let name = round_name(round, cx);
        let frame = Frame::new()
            .stroke(cx.theme.hairline())
            .corner_radius(space::RADIUS_CONTROL)
            .inner_margin(Margin::symmetric(12, 8));
        frame.show(ui, |ui| {
            ui.push_id(("round", round.0), |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                self.head(ui, round, plan, &name, cx);
                for line in self.facts(plan, cx) {
                    let width = ui.available_width();
                    let font = Face::Sans.size(text::SMALL);
                    say(ui, job(line, font, cx.theme.ink2, text::SMALL_LINE, width));
                }
                let is_asked = self.handing_in == Some(round);
                let me = cx.project.me();
                let may = |plan: &&RoundPlan| plan.coders.contains(&me) && !plan.handed_in.contains(&me);
                if let Some(plan) = plan.filter(|plan| is_asked && may(plan)) {
                    self.sure(ui, plan, cx);
                }
            });
        });
    }

    fn head(&mut self, ui: &mut Ui, round: Round, plan: Option<&RoundPlan>, name: &str, cx: &mut Cx<'_>) {
        ui.horizontal(|ui| {
            ui.set_min_height(30.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                self.ways(ui, round, plan, name, cx);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let font = Face::SansSemibold.size(text::BODY);
                    let width = ui.available_width();
                    let heading = say(ui, elided(name, font, cx.theme.ink, width));
                    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
                });
            });
        });
    }

    /// The ways in and out, from the right.
    fn ways(&mut self, ui: &mut Ui, round: Round, plan: Option<&RoundPlan>, name: &str, cx: &mut Cx<'_>) {
        let words = cx.words.rounds;
        let seat = cx.project.seat();
        let is_empty = self.figures.tagged.keys().all(|(_, other)| *other != round);
        if plan.is_some() && is_empty && !cx.project.is_blind() {
            let remove = (words.remove)(name);
            if icon_button(ui, icon::TRASH, &remove, true, cx.theme).clicked() {
                cx.ask(Command::DropRound(round));
            }
        }
        let is_mine = plan.is_none_or(|plan| plan.coders.contains(&seat.coder));
        let is_open = plan.is_some_and(|plan| !plan.handed_in.contains(&seat.coder));
        if seat.round == round && is_mine && is_open {
            let button = Button::new(words.hand_in, Look::Outlined).height(28.0);
            if button.ui(ui, cx.theme).clicked() {
                self.ask_hand_in(round);
            }
        } else if seat.round != round {
            let (shown, command) = if is_mine {
                (words.sit, Command::SitIn(round))
            } else {
                (words.join, Command::JoinRound(round))
            };
            if Button::new(shown, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked() {
                cx.ask(command);
            }
        }
        if seat.round == round {
            let font = Face::Sans.size(text::SMALL);
            say(ui, job(words.sits_here, font, cx.theme.ink2, text::SMALL_LINE, 150.0));
            ui.add_space(4.0);
        }
    }

    /// What was agreed on, and who is how far; in a blind round only how far I am.
    fn facts(&self, plan: Option<&RoundPlan>, cx: &Cx<'_>) -> Vec<String> {
        let words = cx.words.rounds;
        let Some(plan) = plan else { return vec![words.first_round.to_owned()] };
        let mut agreed = vec![(words.documents)(plan.documents.len(), plan.drawn)];
        agreed.push(if plan.blind { words.blind } else { words.not_blind }.to_owned());
        agreed.push((words.codebook)(&plan.codebook));
        agreed.push((words.persons)(plan.coders.len()));
        let mut lines = vec![agreed.join(" · ")];
        if plan.shuffled {
            lines.push((words.own_order)(plan.seed));
        }
        let me = cx.project.me();
        let hides = cx.project.is_blind() || (plan.coders.contains(&me) && plan.hides_from(me));
        for id in &plan.coders {
            let coder = cx.project.coder(*id);
            if hides && *id != me {
                if let Some(coder) = coder.filter(|_| !cx.project.is_blind()) {
                    lines.push(shown_name(coder, cx));
                }
                continue;
            }
            let name = coder.map_or_else(|| words.you.to_owned(), |coder| shown_name(coder, cx));
            let part = self.figures.parts.get(&(*id, plan.round)).copied().unwrap_or_default();
            let far = (words.part)(part.done, part.of);
            let state =
                if plan.handed_in.contains(id) { format!(", {}", words.handed_in) } else { String::new() };
            lines.push(format!("{name}: {far}{state}"));
        }
        lines
    }

    /// Asked once, because the codings do not change any more.
    fn sure(&mut self, ui: &mut Ui, plan: &RoundPlan, cx: &mut Cx<'_>) {
        let words = cx.words.rounds;
        let key = (cx.project.me(), plan.round);
        let part = self.figures.parts.get(&key).copied().unwrap_or_default();
        let width = ui.available_width();
        ui.add_space(6.0);
        let why = (words.hand_in_why)(part.of.saturating_sub(part.done));
        say(ui, job(why, Face::Sans.size(text::BODY), cx.theme.ink, text::BODY_LINE, width));
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let button = Button::new(words.hand_in_now, Look::Primary).height(28.0).ui(ui, cx.theme);
            if std::mem::take(&mut self.wants_answer) {
                button.request_focus();
                button.scroll_to_me(None);
            }
            if button.clicked() {
                self.handing_in = None;
                cx.ask(Command::HandIn(plan.round));
            }
            let button = Button::new(words.not_yet, Look::Outlined).height(28.0);
            if button.ui(ui, cx.theme).clicked() {
                self.handing_in = None;
            }
        });
    }
}
