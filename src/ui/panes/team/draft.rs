//! A new round while it is being planned.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Id, Key, ScrollArea, Ui, WidgetInfo};

use super::pane::named;
use super::people::shown_name;
use crate::model::edits::rounds::{RoundDraft, next_round};
use crate::model::{CoderId, Round};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, Segment, actions, chip, job, say, segments, singleline};
use crate::ui::{Command, Cx};

/// What is typed and chosen so far.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own with two answers")]
#[derive(Debug)]
pub(super) struct DraftForm {
    round: Round,
    name: String,
    at_random: bool,
    count: String,
    seed: String,
    shuffled: bool,
    blind: bool,
    with_me: bool,
    coders: BTreeSet<CoderId>,
    others: Vec<String>,
    person: String,
    fresh: bool,
    problem: Option<&'static str>,
}

impl DraftForm {
    /// Blind, all documents, everybody who is there.
    pub fn new(seed: u32, cx: &Cx<'_>) -> Self {
        let round = next_round(cx.project);
        let me = cx.project.me();
        let coders = cx.project.coders().map(|coder| coder.id).filter(|id| *id != me).collect();
        Self {
            round,
            name: (cx.words.rounds.round_number)(round),
            at_random: false,
            count: cx.project.document_count().min(10).to_string(),
            seed: seed.to_string(),
            shuffled: true,
            blind: true,
            with_me: true,
            coders,
            others: Vec::new(),
            person: String::new(),
            fresh: true,
            problem: None,
        }
    }

    /// Shows the form. Returns whether it is done with.
    pub fn ui(&mut self, ui: &mut Ui, height: f32, cx: &mut Cx<'_>) -> bool {
        let words = cx.words.rounds;
        let font = Face::SansSemibold.size(text::PANE_HEAD);
        let heading = say(ui, job(words.new_title, font, cx.theme.ink, 22.0, 400.0));
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words.new_title));
        let area = ScrollArea::vertical().id_salt("draft").max_height(height).auto_shrink([false, true]);
        area.show(ui, |ui| {
            ui.set_width(ui.available_width() - 10.0);
            row(ui, words.name, cx, |ui, cx| {
                let field = self.field(ui, "round name", words.name, 300.0, cx);
                if std::mem::take(&mut self.fresh) {
                    field.request_focus();
                }
            });
            self.documents(ui, cx);
            self.sight(ui, cx);
            self.who(ui, cx);
        });
        if let Some(problem) = self.problem {
            let width = ui.available_width();
            let said = say(ui, job(problem, Face::Sans.size(text::BODY), cx.theme.alert, 20.0, width));
            said.widget_info(|| WidgetInfo::labeled(Role::Alert, true, problem));
        }
        ui.add_space(4.0);
        actions(ui, |ui| {
            let planned = Button::new(words.plan, Look::Primary).ui(ui, cx.theme).clicked() && self.plan(cx);
            let cancelled = Button::new(cx.words.cancel, Look::Outlined).ui(ui, cx.theme).clicked();
            planned || cancelled
        })
    }

    /// A field for one of the texts.
    fn field(&mut self, ui: &mut Ui, id: &str, name: &str, width: f32, cx: &Cx<'_>) -> egui::Response {
        let value = match id {
            "round name" => &mut self.name,
            "round count" => &mut self.count,
            "round seed" => &mut self.seed,
            _ => &mut self.person,
        };
        let field = singleline(ui, Id::unique(id), value, name, width, cx.theme);
        field.widget_info(|| named(value, name));
        field
    }

    fn documents(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.rounds;
        let all = (words.all_documents)(cx.project.document_count());
        row(ui, words.which_documents, cx, |ui, cx| {
            let items =
                [Segment::plain(&all, !self.at_random), Segment::plain(words.at_random, self.at_random)];
            let id = ui.scope_id().with("which documents");
            if let Some(nth) = segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
                self.at_random = nth == 1;
            }
        });
        if self.at_random {
            row(ui, words.how_many, cx, |ui, cx| {
                self.field(ui, "round count", words.how_many, 70.0, cx);
                let of = (words.out_of)(cx.project.document_count());
                say(ui, job(of, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, 120.0));
            });
        }
        row(ui, words.order, cx, |ui, cx| {
            let items = [
                Segment::plain(words.shuffled, self.shuffled),
                Segment::plain(words.as_listed, !self.shuffled),
            ];
            let id = ui.scope_id().with("order");
            if let Some(nth) = segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
                self.shuffled = nth == 0;
            }
        });
        if self.at_random || self.shuffled {
            row(ui, words.seed, cx, |ui, cx| {
                self.field(ui, "round seed", words.seed, 110.0, cx);
                let font = Face::Sans.size(text::SMALL);
                say(ui, job(words.seed_why, font, cx.theme.ink3, text::SMALL_LINE, 300.0));
            });
        }
    }

    fn sight(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.rounds;
        row(ui, words.sight, cx, |ui, cx| {
            let items =
                [Segment::plain(words.blind, self.blind), Segment::plain(words.not_blind, !self.blind)];
            let id = ui.scope_id().with("sight");
            if let Some(nth) = segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
                self.blind = nth == 0;
            }
        });
        let why = if self.blind { words.blind_why } else { words.open_why };
        let width = ui.available_width();
        say(ui, job(why, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width));
    }

    fn who(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.rounds;
        row(ui, words.who_codes, cx, |_, _| {});
        ui.horizontal_wrapped(|ui| {
            let me = cx.project.me();
            let own = &cx.preferences.identity.name;
            let mine = if own.is_empty() { words.you.to_owned() } else { format!("{own} ({})", words.you) };
            if chip(ui, &mine, &mine, self.with_me, None, cx.theme).clicked() {
                self.with_me = !self.with_me;
            }
            for coder in cx.project.coders().filter(|coder| coder.id != me) {
                let name = shown_name(coder, cx);
                let chosen = self.coders.contains(&coder.id);
                let clicked = chip(ui, &name, &name, chosen, None, cx.theme).clicked();
                if clicked && !self.coders.remove(&coder.id) {
                    self.coders.insert(coder.id);
                }
            }
            let removed =
                self.others.iter().position(|name| chip(ui, name, name, true, None, cx.theme).clicked());
            if let Some(at) = removed {
                self.others.remove(at);
            }
        });
        row(ui, words.add_person, cx, |ui, cx| {
            let field = self.field(ui, "round person", words.add_person_hint, 200.0, cx);
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let button = Button::new(words.add, Look::Outlined).enabled(!self.person.trim().is_empty());
            if button.ui(ui, cx.theme).clicked() || enter {
                self.take_person();
                field.request_focus();
            }
        });
    }

    fn take_person(&mut self) {
        let name = std::mem::take(&mut self.person).trim().to_owned();
        if !name.is_empty() && !self.others.contains(&name) {
            self.others.push(name);
        }
    }

    /// Asks for the round, or says what is missing.
    fn plan(&mut self, cx: &mut Cx<'_>) -> bool {
        let words = cx.words.rounds;
        // A name that was typed and not added yet was meant.
        self.take_person();
        let count = self.count.trim().parse::<usize>().ok().filter(|count| *count > 0);
        let seed = self.seed.trim().parse::<u32>().ok();
        let (Some(count), Some(seed)) = (count, seed) else {
            self.problem = Some(words.no_number);
            return false;
        };
        if !self.with_me && self.coders.is_empty() && self.others.is_empty() {
            self.problem = Some(words.nobody);
            return false;
        }
        let typed = self.name.trim();
        let name = if typed.is_empty() { (words.round_number)(self.round) } else { typed.to_owned() };
        let draft = RoundDraft {
            name,
            drawn: self.at_random.then_some(count),
            seed,
            shuffled: self.shuffled,
            blind: self.blind,
            with_me: self.with_me,
            coders: self.coders.clone(),
            others: self.others.clone(),
        };
        cx.ask(Command::PlanRound(Box::new(draft)));
        true
    }
}

fn row(ui: &mut Ui, name: &str, cx: &mut Cx<'_>, add: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    ui.horizontal(|ui| {
        ui.set_min_height(34.0);
        let size = egui::vec2(130.0, 34.0);
        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        let font = Face::Sans.size(text::BODY);
        ui.painter().text(rect.left_center(), egui::Align2::LEFT_CENTER, name, font, cx.theme.ink);
        add(ui, cx);
    });
}
