//! The card of people and rounds: what it remembers, and its order.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Id, ScrollArea, Ui, WidgetInfo};

use super::draft::DraftForm;
use crate::model::analysis::{RoundPart, part_of_round, tagged_by_round};
use crate::model::edits::rounds::unclaimed;
use crate::model::{CoderId, Round};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, actions, job, overlay, say, singleline};
use crate::ui::{Command, Cx};

const WIDTH: f32 = 620.0;

/// The open card. What is half typed is never saved with the project.
#[derive(Debug)]
pub struct TeamPane {
    name: String,
    /// The keyboard goes to the name where there is none yet.
    fresh: bool,
    /// The round that is asked about before it is handed in.
    pub(super) handing_in: Option<Round>,
    /// The keyboard goes to the answer to that.
    pub(super) wants_answer: bool,
    draft: Option<DraftForm>,
    seed: u32,
    pub(super) figures: Figures,
}

/// What is counted, and at which revision.
#[derive(Debug, Default)]
pub(super) struct Figures {
    at: Option<u64>,
    pub tagged: BTreeMap<(CoderId, Round), usize>,
    pub parts: BTreeMap<(CoderId, Round), RoundPart>,
}

impl Figures {
    fn follow(&mut self, cx: &Cx<'_>) {
        if self.at == Some(cx.revision) {
            return;
        }
        self.at = Some(cx.revision);
        self.tagged = tagged_by_round(cx.project);
        let coders = |plan| cx.project.coders().map(move |coder| (coder.id, plan));
        let all = cx.project.rounds().flat_map(coders);
        self.parts =
            all.map(|(coder, plan)| ((coder, plan.round), part_of_round(cx.project, plan, coder))).collect();
    }
}

impl TeamPane {
    /// The card of somebody with this name. `seed` is proposed for a new round.
    #[must_use]
    pub fn new(name: &str, seed: u32) -> Self {
        Self {
            name: name.to_owned(),
            fresh: name.is_empty(),
            handing_in: None,
            wants_answer: false,
            draft: None,
            seed,
            figures: Figures::default(),
        }
    }

    /// Asks whether a round is to be handed in, with the keyboard at the answer.
    pub fn ask_hand_in(&mut self, round: Round) {
        self.handing_in = Some(round);
        self.wants_answer = true;
        self.fresh = false;
    }

    /// The field for the name.
    #[must_use]
    pub fn name_id() -> Id {
        Id::unique("my name")
    }

    pub fn ui(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) {
        self.figures.follow(cx);
        let height = ctx.content_rect().height() - 220.0;
        let ((), beside) = overlay(ctx, "team", WIDTH, None, cx.theme, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if let Some(draft) = &mut self.draft {
                if draft.ui(ui, height, cx) {
                    self.draft = None;
                }
                return;
            }
            let title = cx.words.rounds.title;
            let font = Face::SansSemibold.size(text::PANE_HEAD);
            let heading = say(ui, job(title, font, cx.theme.ink, 22.0, WIDTH));
            heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
            let area = ScrollArea::vertical().id_salt("team").max_height(height).auto_shrink([false, true]);
            area.show(ui, |ui| {
                ui.set_width(ui.available_width() - 10.0);
                self.me(ui, cx);
                self.people(ui, cx);
                self.rounds(ui, cx);
            });
            ui.add_space(4.0);
            self.foot(ui, cx);
        });
        if beside {
            cx.ask(Command::CloseOverlay);
        }
    }

    /// My name, and whether I am one of those who were planned by name.
    fn me(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.rounds;
        let width = ui.available_width();
        ui.horizontal(|ui| {
            ui.set_min_height(32.0);
            say(ui, job(words.my_name, Face::Sans.size(text::BODY), cx.theme.ink, text::BODY_LINE, 120.0));
            let field = singleline(ui, Self::name_id(), &mut self.name, words.name_hint, 260.0, cx.theme);
            field.widget_info(|| named(&self.name, words.my_name));
            if std::mem::take(&mut self.fresh) {
                field.request_focus();
            }
            if field.lost_focus() && self.name.trim() != cx.preferences.identity.name {
                cx.ask(Command::CallMe(self.name.clone()));
            }
        });
        say(ui, job(words.name_why, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width));
        let is_known = cx.project.coder(cx.project.me()).is_some_and(|coder| !coder.name.is_empty());
        let waiting: Vec<(CoderId, String)> = unclaimed(cx.project)
            .filter(|coder| !is_known && !coder.name.is_empty())
            .map(|coder| (coder.id, coder.name.clone()))
            .collect();
        if waiting.is_empty() {
            return;
        }
        ui.add_space(4.0);
        say(ui, job(words.are_you, Face::Sans.size(text::BODY), cx.theme.ink, text::BODY_LINE, width));
        ui.horizontal_wrapped(|ui| {
            for (coder, name) in waiting {
                let shown = (words.i_am)(&name);
                if Button::new(&shown, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked() {
                    cx.ask(Command::Claim(coder));
                }
            }
        });
    }

    fn foot(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.rounds;
        let width = ui.available_width();
        say(
            ui,
            job(words.hand_over_why, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width),
        );
        actions(ui, |ui| {
            if Button::new(cx.words.close, Look::Primary).ui(ui, cx.theme).clicked() {
                cx.ask(Command::CloseOverlay);
            }
            if Button::new(words.hand_over, Look::Outlined).ui(ui, cx.theme).clicked() {
                cx.ask(Command::HandOver);
            }
            let bring_in = (cx.words.command_name)(&Command::BringIn).unwrap_or_default();
            if Button::new(bring_in, Look::Outlined).ui(ui, cx.theme).clicked() {
                cx.ask(Command::CloseOverlay);
                cx.ask(Command::BringIn);
            }
            let planable = cx.project.document_count() > 0;
            let button = Button::new(words.new_round, Look::Outlined).enabled(planable);
            if button.ui(ui, cx.theme).clicked() {
                self.draft = Some(DraftForm::new(self.seed, cx));
            }
        });
    }
}

/// A heading inside the card.
pub(super) fn section(ui: &mut Ui, name: &str, cx: &Cx<'_>) {
    ui.add_space(10.0);
    let font = Face::SansSemibold.size(text::SMALL);
    let width = ui.available_width();
    let heading = say(ui, job(name, font, cx.theme.ink2, text::SMALL_LINE, width));
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
}

/// What a screen reader says of a field.
pub(super) fn named(value: &str, name: &str) -> WidgetInfo {
    let mut info = WidgetInfo::text_edit(true, value, value, "");
    info.label = Some(name.to_owned());
    info
}
