//! The chosen promise: the matter through the papers, and what can be said of it.

use egui::accesskit::Role;
use egui::{
    CornerRadius, Frame, Margin, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::pane::{LedgerPane, child};
use super::row::quoted;
use crate::model::QuestionRef;
use crate::model::analysis::{Link, chain};
use crate::ui::panes::promise::{Extent, paper, paper_title};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Button, Look, Square, job, letter_square, say};
use crate::ui::{Command, Cx, shortcuts};

/// Height of the row with the way into the text.
const FOOT: f32 = 56.0;
/// Where the words of a station begin.
const INDENT: f32 = 30.0;

impl LedgerPane {
    pub(super) fn detail(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.chrome);
        ui.painter().vline(area.left() + 0.5, area.y_range(), cx.theme.hairline());
        let Some(question) = self.chosen else { return };
        self.fields.follow(Some(question), cx);
        let (Some(document), Some(coding)) =
            (cx.project.document(question.document), cx.project.my_coding(question))
        else {
            return;
        };
        let Some(asked) = document.outline.question(question.question) else { return };
        let body = Rect::from_min_max(area.min, pos2(area.right(), area.bottom() - FOOT));
        let mut room = child(ui, "promise body", body);
        ScrollArea::vertical().id_salt("promise").auto_shrink(false).show(&mut room, |ui| {
            Frame::new().inner_margin(Margin { left: 20, right: 18, top: 14, bottom: 16 }).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
                let width = ui.available_width();
                let kinds = coding.asked.iter().map(|asked| (cx.words.coding.asked)(*asked).to_owned());
                let head = [format!("{} {}", cx.words.question, asked.label), paper(document, cx)];
                let over = head.into_iter().chain(kinds).collect::<Vec<_>>().join(" · ");
                say(ui, job(over, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width));
                let title = document.reading(asked.text);
                let font = Face::SansSemibold.size(text::PANE_HEAD);
                let heading = say(ui, job(title.as_str(), font, cx.theme.ink, 22.0, width));
                heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
                ui.add_space(10.0);
                let chain = cx.words.ledger.chain;
                let font = Face::Sans.size(text::SMALL);
                let heading = say(ui, job(chain, font, cx.theme.ink2, 24.0, width));
                heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, chain));
                stations(ui, question, cx);
                ui.add_space(8.0);
                let y = ui.cursor().top();
                ui.painter().hline(area.x_range().shrink(20.0), y, cx.theme.hairline());
                ui.add_space(10.0);
                self.fields.ui(ui, document, question, coding, Extent::Ledger, cx);
                ui.add_space(6.0);
                let key = shortcuts::shown(&Command::AnsweredLater, cx.words);
                let button =
                    Button::new(cx.words.ledger.answered_later, Look::Outlined).icon(icon::CHECK).key(key);
                if button.ui(ui, cx.theme).clicked() {
                    cx.ask(Command::AnsweredLater);
                }
            });
        });
        let foot = Rect::from_min_max(pos2(area.left(), area.bottom() - FOOT), area.max);
        ui.painter().hline(foot.x_range(), foot.top(), cx.theme.hairline());
        let mut foot = child(ui, "promise foot", foot.shrink2(vec2(20.0, 12.0)));
        let key = shortcuts::shown(&Command::OpenPromise, cx.words);
        let button = Button::new(cx.words.ledger.in_text, Look::Plain).icon(icon::READ).key(key);
        if button.ui(&mut foot, cx.theme).clicked() {
            cx.ask(Command::OpenPromise);
        }
    }
}

/// The matter through the papers, oldest first.
fn stations(ui: &mut Ui, question: QuestionRef, cx: &mut Cx<'_>) {
    let words = cx.words.ledger;
    let links = chain(cx.project, question, cx.ledger_day());
    let last = links.len().saturating_sub(1);
    for (nth, link) in links.iter().enumerate() {
        let top = ui.cursor().top();
        let left = ui.cursor().left();
        let square = Rect::from_min_size(pos2(left, top), vec2(18.0, 18.0));
        let response = ui
            .scope(|ui| {
                ui.set_width(ui.available_width());
                ui.horizontal_top(|ui| {
                    ui.add_space(INDENT);
                    ui.vertical(|ui| station(ui, link, question, cx)).inner
                })
                .inner
            })
            .inner;
        ui.add_space(10.0);
        let bottom = ui.cursor().top();
        if nth < last {
            let x = square.center().x;
            let ends = [pos2(x, square.bottom() + 2.0), pos2(x, bottom - 2.0)];
            let line = egui::Shape::dashed_line(&ends, Stroke::new(1.5, cx.theme.border), 4.0, 3.0);
            ui.painter().extend(line);
        }
        sign(ui, square, link, cx);
        if let Some(target) = response {
            let rect = Rect::from_min_max(pos2(left, top), pos2(ui.max_rect().right(), bottom - 8.0));
            let id = ui.scope_id().with(("station", nth));
            let response = ui.interact(rect, id, Sense::click());
            let name = cx.project.document(target.document).map(|document| {
                let label = document.outline.question(target.question).map(|q| q.label.clone());
                (words.question_of)(&paper_title(document), &label.unwrap_or_default())
            });
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name.clone().unwrap_or_default()));
            crate::ui::widgets::focus_ring(ui, rect, response.has_focus(), cx.theme);
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                cx.ask(Command::GoReference(target.document, Some(target.question)));
            }
        }
    }
}

/// The words of a station; returns the question it leads to.
fn station(ui: &mut Ui, link: &Link, here: QuestionRef, cx: &Cx<'_>) -> Option<QuestionRef> {
    let words = cx.words.ledger;
    let width = ui.available_width();
    let small = |ui: &mut Ui, line: String, ink| {
        say(ui, job(line, Face::Sans.size(text::SMALL), ink, text::SMALL_LINE, width));
    };
    match link {
        Link::Missing { number } => {
            small(ui, (words.before_paper)(number), cx.theme.ink);
            small(ui, words.missing_paper.to_owned(), cx.theme.ink3);
            None
        }
        Link::Answer { question, on, .. } => {
            let document = cx.project.document(question.document)?;
            let label = &document.outline.question(question.question)?.label;
            let on = on.map(|on| format!("{} · ", cx.words.language.date(on))).unwrap_or_default();
            let head = format!("{on}{}", (words.question_of)(&paper_title(document), label));
            small(ui, head, cx.theme.ink);
            let coding = cx.project.my_coding(*question);
            if let Some(evidence) = coding.and_then(|coding| coding.evidence.first()) {
                let quote = quoted(document, evidence);
                let words = job(quote, Face::Serif.size(15.0), cx.theme.ink, 21.0, width);
                say(ui, crate::ui::widgets::clamped(words, 3));
            }
            (*question != here).then_some(*question)
        }
        Link::Elsewhere { kind, on, source } => {
            let on = on.map(|on| cx.words.language.date(on));
            let kind = (words.outcome_kind)(*kind).to_owned();
            let line = [Some(kind), on].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            small(ui, line, cx.theme.ink);
            if !source.is_empty() {
                small(ui, source.clone(), cx.theme.ink3);
            }
            None
        }
        Link::Open { state } => {
            small(ui, words.still_open.to_owned(), cx.theme.ink);
            small(ui, (words.state)(*state).to_owned(), cx.theme.ink3);
            None
        }
    }
}

fn sign(ui: &Ui, rect: Rect, link: &Link, cx: &Cx<'_>) {
    let painter = ui.painter();
    let radius = CornerRadius::same(space::RADIUS_CELL);
    match link {
        Link::Answer { tag, .. } => {
            let tag = tag.as_ref().and_then(|tag| cx.project.codebook().tag(tag));
            let look = tag.map_or(Square::Empty, |tag| {
                Square::Filled(tag.letter.get(cx.words.language), cx.theme.tag(tag.swatch))
            });
            letter_square(painter, rect, look, cx.theme);
        }
        Link::Missing { .. } => {
            let corners =
                [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
            painter.extend(egui::Shape::dashed_line(&corners, Stroke::new(1.5, cx.theme.border), 3.0, 2.0));
        }
        Link::Elsewhere { .. } => {
            painter.text(
                rect.center(),
                egui::Align2::CENTER_CENTER,
                icon::CHECK,
                Face::Icon.size(16.0),
                cx.theme.ink,
            );
        }
        Link::Open { .. } => {
            painter.rect(rect, radius, cx.theme.raised, cx.theme.outline(), StrokeKind::Inside);
        }
    }
}
