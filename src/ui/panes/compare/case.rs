//! The chosen case: what was asked and answered, what each person said of it, and the decision.

use egui::accesskit::Role;
use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Ui, WidgetInfo, pos2, vec2};

use super::pane::{ComparePane, child};
use super::passages::{answer, marks};
use super::votes::{boundary_cases, cards};
use crate::model::analysis::disagreement::{Comparison, Vote, votes};
use crate::model::{Document, Question, QuestionRef};
use crate::ui::panes::promise::paper;
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, elided, icon_button, job, say};
use crate::ui::{Command, Cx};

/// Wider lines are tiring.
const COLUMN: f32 = 724.0;

impl ComparePane {
    pub(super) fn case(&mut self, ui: &mut Ui, compared: &Comparison, is_narrow: bool, cx: &mut Cx<'_>) {
        let area = ui.max_rect();
        if is_narrow {
            self.key_figure(ui, cx);
        }
        let Some(chosen) = self.chosen else { return };
        let Some(document) = cx.project.document(chosen.document) else { return };
        let Some(question) = document.outline.question(chosen.question) else { return };
        let project = cx.project;
        let votes: Vec<Vote<'_>> = votes(project, compared, chosen).collect();
        let top = if is_narrow { area.top() + 44.0 } else { area.top() };
        let body = Rect::from_min_max(pos2(area.left(), top), area.max);
        let mut room = child(ui, "case body", body);
        let gutter = 46;
        let margin = ((body.width() - COLUMN - f32::from(gutter)) / 2.0).clamp(0.0, 60.0) as i8;
        ScrollArea::vertical().id_salt(("case", chosen)).auto_shrink(false).show(&mut room, |ui| {
            let inner = Margin { left: gutter + margin, right: 32 + margin, top: 20, bottom: 24 };
            Frame::new().inner_margin(inner).show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(COLUMN));
                ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
                self.over(ui, document, chosen, cx);
                asked(ui, document, question, cx);
                ui.add_space(8.0);
                let marks = marks(document, &votes, cx);
                let group = document.outline.group_of(chosen.question);
                for place in group.map(|group| &group.answers[..]).unwrap_or_default() {
                    answer(ui, document, *place, &marks, cx);
                }
                ui.add_space(10.0);
                cards(ui, &votes, cx);
                ui.add_space(10.0);
                boundary_cases(ui, &votes, cx);
                self.decision(ui, compared, &votes, chosen, cx);
            });
        });
    }

    /// „Streitfall 6 von 11 · 21/9007 · HMFG“, and the ways to its neighbours.
    fn over(&self, ui: &mut Ui, document: &Document, chosen: QuestionRef, cx: &mut Cx<'_>) {
        let words = cx.words.compare;
        let place = self.rows().position(|row| row == chosen).map_or(0, |place| place + 1);
        let parts = [
            Some((words.case_of)(place, self.rows().count())),
            Some(paper(document, cx)),
            document.head.answerer.clone(),
        ];
        let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        ui.horizontal(|ui| {
            let font = Face::Sans.size(text::SMALL);
            let width = ui.available_width() - 190.0;
            say(ui, elided(line, font, cx.theme.ink3, width.max(80.0)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                if icon_button(ui, icon::FORWARD, words.next, true, cx.theme).clicked() {
                    cx.ask(Command::NextCase);
                }
                if icon_button(ui, icon::BACK, words.previous, true, cx.theme).clicked() {
                    cx.ask(Command::PreviousCase);
                }
                let in_text = Button::new(words.in_text, Look::Plain).icon(icon::READ).height(28.0);
                if in_text.ui(ui, cx.theme).clicked() {
                    cx.ask(Command::GoReference(chosen.document, Some(chosen.question)));
                }
            });
        });
    }

    /// The way to the figures where they have no room beside the case.
    fn key_figure(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some(figures) = &self.figures else { return };
        let area = ui.max_rect();
        let bar = Rect::from_min_size(area.min + vec2(40.0, 8.0), vec2(area.width() - 80.0, 32.0));
        let words = cx.words.compare;
        let name = match figures.agreement.alpha {
            Ok(value) => {
                let interval = figures.resampled.as_ref().and_then(|drawn| drawn.alpha);
                let interval =
                    interval.map(|bounds| format!(" {}", (words.interval)(bounds.low, bounds.high)));
                format!("α = {}{}", (words.decimal)(value), interval.unwrap_or_default())
            }
            Err(_) => format!("α {}", words.undefined_short),
        };
        let mut place = child(ui, "key figure", bar);
        if Button::new(&name, Look::Outlined).icon_after(icon::FORWARD).ui(&mut place, cx.theme).clicked() {
            self.shows_figures = true;
        }
        ui.painter().hline(area.x_range(), area.top() + 47.0, cx.theme.hairline());
    }
}

fn asked(ui: &mut Ui, document: &Document, question: &Question, cx: &Cx<'_>) {
    let words = format!("{}  {}", question.label, document.reading(question.text));
    let width = ui.available_width();
    let shown = job(words.as_str(), Face::SansSemibold.size(17.0), cx.theme.ink, 25.0, width);
    let name = format!("{} {words}", cx.words.question);
    say(ui, shown).widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
}
