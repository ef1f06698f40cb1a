//! The decision about a case: a tag, facets, a reason, by me or by all together.

use egui::accesskit::Role;
use egui::{
    Align, CornerRadius, Frame, Layout, Margin, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use jiff::Timestamp;

use super::pane::{ComparePane, person};
use crate::model::analysis::disagreement::{Comparison, Vote};
use crate::model::text::unix_lines;
use crate::model::{CoderId, Decision, FacetId, Project, QuestionRef, Tag};
use crate::ui::panes::promise::choose;
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{
    Button, Look, Square, chip, elided, focus_ring, job, key_cap, letter_square, multiline, say,
};
use crate::ui::{Command, Cx, shortcuts};

/// A decision that is being made.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Draft {
    /// Place in the codebook.
    pub tag: Option<usize>,
    pub facets: Vec<FacetId>,
    pub reason: String,
    /// By all who coded, not by me alone.
    pub together: bool,
    /// What the project said when this was begun.
    known: Option<Decision>,
}

impl Draft {
    /// A decision that was made is shown as it is; one that was taken back leaves what was typed.
    fn follow(&mut self, decision: Option<&Decision>, cx: &Cx<'_>) {
        if self.known.as_ref() == decision {
            return;
        }
        self.known = decision.cloned();
        if let Some(decision) = decision {
            self.tag = cx.project.codebook().key_of(&decision.tag).map(|key| key - 1);
            self.facets.clone_from(&decision.facets);
            self.reason.clone_from(&decision.reason);
            self.together = decision.by.len() > 1;
        }
    }

    /// The decision, once it has a tag and a reason.
    pub fn decision(
        &self,
        question: QuestionRef,
        compared: &Comparison,
        project: &Project,
        at: Timestamp,
    ) -> Option<Decision> {
        let tag = compared.tags.get(self.tag?)?.clone();
        let reason = unix_lines(self.reason.trim()).into_owned();
        if reason.is_empty() {
            return None;
        }
        let by: Vec<CoderId> = if self.together {
            let case = compared.cases.iter().find(|case| case.question == question)?;
            let voters = compared.coders.iter().zip(&case.said).filter(|(_, said)| said.is_some());
            voters.map(|(coder, _)| *coder).collect()
        } else {
            vec![project.me()]
        };
        let codebook = project.codebook().version.clone();
        Some(Decision { round: compared.round, tag, facets: self.facets.clone(), reason, by, at, codebook })
    }
}

impl ComparePane {
    /// What is typed for a case follows what the project says of it.
    pub(super) fn follow_decision(&mut self, cx: &Cx<'_>) {
        if let Some(chosen) = self.chosen {
            self.drafts.entry(chosen).or_default().follow(cx.project.decision(chosen), cx);
        }
    }

    pub(super) fn decision(
        &mut self,
        ui: &mut Ui,
        compared: &Comparison,
        votes: &[Vote<'_>],
        chosen: QuestionRef,
        cx: &mut Cx<'_>,
    ) {
        let mut draft = self.drafts.remove(&chosen).unwrap_or_default();
        let wants_reason = std::mem::take(&mut self.wants_reason);
        Frame::new()
            .fill(cx.theme.raised)
            .stroke(cx.theme.outline())
            .corner_radius(space::RADIUS_CARD)
            .inner_margin(Margin::same(16))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                top(ui, &mut draft, votes.len(), cx);
                tags(ui, &mut draft, cx);
                facets(ui, &mut draft, votes, cx);
                reason(ui, &mut draft, chosen, wants_reason, cx);
                foot(ui, &draft, compared, chosen, cx);
            });
        self.drafts.insert(chosen, draft);
    }
}

/// Heading, and who decides.
fn top(ui: &mut Ui, draft: &mut Draft, voters: usize, cx: &Cx<'_>) {
    let words = cx.words.compare;
    ui.horizontal(|ui| {
        let title = job(words.decision, Face::SansSemibold.size(text::BODY), cx.theme.ink, 28.0, 200.0);
        say(ui, title).widget_info(|| WidgetInfo::labeled(Role::Heading, true, words.decision));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let items = [(words.by_me, !draft.together), ((words.by_all)(voters), draft.together)];
            if let Some(nth) = choose(ui, "decided by", &items, cx) {
                draft.together = nth == 1;
            }
        });
    });
}

/// The tags in rows of three.
fn tags(ui: &mut Ui, draft: &mut Draft, cx: &Cx<'_>) {
    let tags = &cx.project.codebook().tags;
    let columns = tags.len().clamp(1, 3);
    let each = (ui.available_width() - 8.0 * (columns as f32 - 1.0)) / columns as f32;
    for (row, some) in tags.chunks(columns).enumerate() {
        ui.horizontal(|ui| {
            for (column, tag) in some.iter().enumerate() {
                let place = row * columns + column;
                if tag_button(ui, tag, place + 1, draft.tag == Some(place), each, cx) {
                    draft.tag = Some(place);
                }
            }
        });
    }
}

fn tag_button(ui: &mut Ui, tag: &Tag, key: usize, is_chosen: bool, width: f32, cx: &Cx<'_>) -> bool {
    let colours = cx.theme.tag(tag.swatch);
    let language = cx.words.language;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 36.0), Sense::click());
    let name = (cx.words.compare.decide_with)(tag.name.get(language));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &name));
    let (fill, line) = match (is_chosen, response.hovered()) {
        (true, _) => (colours.tint, Stroke::new(1.5, colours.fill)),
        (false, true) => (cx.theme.hover, cx.theme.hairline()),
        (false, false) => (cx.theme.raised, cx.theme.hairline()),
    };
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(space::RADIUS_CONTROL), fill, line, StrokeKind::Inside);
    let square = Rect::from_center_size(pos2(rect.left() + 20.0, rect.center().y), vec2(20.0, 20.0));
    let letter = tag.letter.get(language);
    let look = if is_chosen { Square::Filled(letter, colours) } else { Square::Outlined(letter, colours) };
    letter_square(painter, square, look, cx.theme);
    let (ink, line) = if is_chosen { (colours.text, colours.fill) } else { (cx.theme.ink, cx.theme.line) };
    let cap = key_cap(painter, pos2(rect.right() - 9.0, rect.center().y), &key.to_string(), ink, line);
    let face = if is_chosen { Face::SansSemibold } else { Face::SansMedium };
    let room = rect.width() - 40.0 - cap - 18.0;
    let words = painter.layout_job(elided(tag.name.get(language), face.size(text::BODY), ink, room));
    painter.galley(pos2(rect.left() + 38.0, rect.center().y - words.size().y / 2.0), words, ink);
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    response.clicked()
}

/// The facets that somebody set; none is taken over by itself.
fn facets(ui: &mut Ui, draft: &mut Draft, votes: &[Vote<'_>], cx: &Cx<'_>) {
    let codebook = cx.project.codebook();
    let is_named =
        |id: &FacetId| draft.facets.contains(id) || votes.iter().any(|vote| vote.coding.facets.contains(id));
    let offered: Vec<_> = codebook.facets.iter().filter(|facet| is_named(&facet.id)).collect();
    if draft.tag.is_none() || offered.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for facet in offered {
            let name = facet.name.get(cx.words.language);
            let is_set = draft.facets.contains(&facet.id);
            if chip(ui, name, name, is_set, None, cx.theme).clicked() {
                if is_set {
                    draft.facets.retain(|other| *other != facet.id);
                } else {
                    draft.facets.push(facet.id.clone());
                }
            }
        }
    });
}

fn reason(ui: &mut Ui, draft: &mut Draft, chosen: QuestionRef, wants_keyboard: bool, cx: &Cx<'_>) {
    let words = cx.words.compare;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let font = Face::Sans.size(text::SMALL);
    let painter = ui.painter();
    painter.text(rect.left_center(), egui::Align2::LEFT_CENTER, words.reason, font.clone(), cx.theme.ink2);
    painter.text(rect.right_center(), egui::Align2::RIGHT_CENTER, words.required, font, cx.theme.ink3);
    let id = egui::Id::unique(("decision reason", chosen));
    let response = multiline(ui, id, &mut draft.reason, words.reason_hint, 2, cx.theme);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &*draft.reason, &*draft.reason, words.reason_hint);
        info.label = Some(words.reason.to_owned());
        info
    });
    if wants_keyboard {
        response.request_focus();
        response.scroll_to_me(None);
    }
}

/// Who decided, and the button.
fn foot(ui: &mut Ui, draft: &Draft, compared: &Comparison, chosen: QuestionRef, cx: &mut Cx<'_>) {
    let words = cx.words.compare;
    let is_ready = draft.tag.is_some_and(|tag| tag < compared.tags.len()) && !draft.reason.trim().is_empty();
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        if let Some(decision) = cx.project.decision(chosen) {
            let names: Vec<String> = decision.by.iter().map(|coder| person(*coder, cx)).collect();
            let date = decision.at.to_zoned(jiff::tz::TimeZone::UTC).date();
            let said = (words.decided_by)(&names, &cx.words.language.date(date));
            if crate::ui::widgets::icon_button(ui, icon::UNDO, words.reopen, true, cx.theme).clicked() {
                cx.ask(Command::Reopen(chosen));
            }
            let width = (ui.available_width() - 250.0).max(60.0);
            say(ui, elided(said, Face::Sans.size(text::SMALL), cx.theme.ink2, width));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let key = shortcuts::shown(&Command::Decide, cx.words);
            let button = Button::new(words.decide, if is_ready { Look::Primary } else { Look::Outlined });
            if button.key(key).enabled(is_ready).ui(ui, cx.theme).clicked() {
                cx.ask(Command::Decide);
            }
        });
    });
}
