//! The view of places to read again: a sentence for each group, its questions, a click goes there.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Key, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::lines::{Line, lines, sentence, why};
use crate::model::analysis::{Again, Reason, places_to_review};
use crate::model::{Document, Question};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Square, elided, focus_ring, job, letter_square, say};
use crate::ui::{Command, Cx};

const ROW: f32 = 50.0;
/// The head of the view.
const HEAD: f32 = 76.0;

/// What the view remembers. The places are derived, and found anew after a change.
#[derive(Debug, Default)]
pub struct ReviewPane {
    found_at: Option<u64>,
    groups: Vec<(Reason, Vec<Again>)>,
    /// Groups of which all places are shown.
    open: BTreeSet<Reason>,
    lines: Vec<Line>,
    /// The line that the arrows are at.
    chosen: usize,
    moved: bool,
}

impl ReviewPane {
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.found_at != Some(cx.revision) {
            self.found_at = Some(cx.revision);
            self.groups = places_to_review(cx.project);
            self.lines = lines(&self.groups, &self.open);
        }
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.page);
        let width = (area.width() - 56.0).min(860.0);
        let left = area.left() + ((area.width() - width) / 2.0).max(28.0).round();
        let column = Rect::from_min_max(pos2(left, area.top()), pos2(left + width, area.bottom()));
        let top = Rect::from_min_max(pos2(left, area.top() + 22.0), pos2(left + width, area.top() + HEAD));
        let mut head = ui.new_child(UiBuilder::new().id_salt("head").max_rect(top));
        head.spacing_mut().item_spacing.y = 2.0;
        let title = job(cx.words.aids.again, Face::SansSemibold.size(20.0), cx.theme.ink, 28.0, width);
        say(&mut head, title);
        let (about, empty) = (cx.words.aids.again_about, self.groups.is_empty());
        if !empty {
            say(&mut head, job(about, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, width));
        }
        let room = Rect::from_min_max(pos2(area.left(), area.top() + HEAD + 8.0), area.max);
        let mut body = ui.new_child(UiBuilder::new().id_salt("places").max_rect(room));
        body.set_clip_rect(room);
        if empty {
            nothing(&mut body, column, cx);
            return;
        }
        self.keys(ui, room.height());
        self.list(&mut body, column, cx);
    }

    /// The arrows go from line to line, whatever control the keyboard was at.
    fn keys(&mut self, ui: &Ui, height: f32) {
        let elsewhere = ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx());
        if elsewhere || !ui.is_enabled() {
            return;
        }
        let page = (height / ROW) as usize;
        let last = self.lines.len().saturating_sub(1);
        let before = self.chosen;
        ui.input(|input| {
            let pressed = |key| input.key_pressed(key);
            self.chosen = match () {
                () if pressed(Key::ArrowDown) => self.chosen + 1,
                () if pressed(Key::ArrowUp) => self.chosen.saturating_sub(1),
                () if pressed(Key::PageDown) => self.chosen + page,
                () if pressed(Key::PageUp) => self.chosen.saturating_sub(page),
                () if pressed(Key::Home) => 0,
                () if pressed(Key::End) => last,
                () => self.chosen,
            };
        });
        self.chosen = self.chosen.min(last);
        if self.chosen != before && matches!(self.lines[self.chosen], Line::Group(_)) {
            // A sentence is no place: the next one in the same direction is, or the first.
            let up = self.chosen < before && self.chosen > 0;
            self.chosen = if up { self.chosen - 1 } else { self.chosen + 1 };
        }
        self.moved |= self.chosen != before;
    }

    fn list(&mut self, ui: &mut Ui, column: Rect, cx: &mut Cx<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt("review").auto_shrink(false);
        if self.moved {
            let id = ui.make_persistent_id(egui::IdSalt::new("review"));
            let state = egui::scroll_area::State::load(ui.ctx(), id);
            let offset = state.map_or(0.0, |state| state.clamped_offset().y);
            let (top, height) = (self.chosen as f32 * ROW, ui.available_height());
            if top < offset {
                area = area.vertical_scroll_offset(top);
            } else if top + ROW > offset + height {
                area = area.vertical_scroll_offset(top + ROW - height);
            }
        }
        let mut toggled = None;
        area.show_rows(ui, ROW, self.lines.len(), |ui, rows| {
            for at in rows {
                let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
                let rect = Rect::from_x_y_ranges(column.x_range(), rect.y_range());
                let response = ui.interact(rect, ui.scope_id().with(("line", at)), Sense::click());
                if self.moved && at == self.chosen {
                    response.request_focus();
                    self.moved = false;
                }
                if response.gained_focus() {
                    self.chosen = at;
                }
                self.line(ui, rect, at, &response, cx);
                if response.clicked() {
                    self.chosen = at;
                    match self.lines[at] {
                        Line::Place(group, place) => {
                            let question = self.groups[group].1[place].question;
                            cx.ask(Command::GoReference(question.document, Some(question.question)));
                        }
                        Line::More(group) => toggled = Some(self.groups[group].0),
                        Line::Group(_) => {}
                    }
                }
            }
        });
        if let Some(reason) = toggled {
            if !self.open.remove(&reason) {
                self.open.insert(reason);
            }
            self.lines = lines(&self.groups, &self.open);
        }
    }

    fn line(&self, ui: &Ui, rect: Rect, at: usize, response: &Response, cx: &Cx<'_>) {
        match self.lines[at] {
            Line::Group(group) => {
                let (reason, places) = &self.groups[group];
                heading(ui, rect, &sentence(*reason, places, cx), response, cx);
            }
            Line::Place(group, place) => {
                let again = &self.groups[group].1[place];
                let document = cx.project.document(again.question.document);
                let question = document.and_then(|paper| paper.outline.question(again.question.question));
                if let (Some(document), Some(question)) = (document, question) {
                    row(ui, rect, document, question, again, response, cx);
                }
            }
            Line::More(group) => {
                let (reason, places) = &self.groups[group];
                let words = if self.open.contains(reason) {
                    cx.words.aids.show_fewer.to_owned()
                } else {
                    (cx.words.aids.show_all)(places.len())
                };
                more(ui, rect, &words, self.open.contains(reason), response, cx);
            }
        }
        focus_ring(ui, rect.shrink2(vec2(2.0, 3.0)), response.has_focus(), cx.theme);
    }
}

fn nothing(ui: &mut Ui, column: Rect, cx: &Cx<'_>) {
    let room = Rect::from_min_max(pos2(column.left(), ui.max_rect().top()), column.max);
    let mut ui = ui.new_child(UiBuilder::new().id_salt("nothing").max_rect(room));
    let words = cx.words.aids;
    for (said, ink) in [(words.nothing_again, cx.theme.ink), (words.nothing_again_why, cx.theme.ink2)] {
        let said = job(said, Face::Sans.size(text::BODY), ink, text::BODY_LINE, column.width());
        say(&mut ui, said);
    }
}

fn heading(ui: &Ui, rect: Rect, words: &str, response: &Response, cx: &Cx<'_>) {
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    let font = Face::SansSemibold.size(text::BODY);
    let mut shown = job(words, font, cx.theme.ink, 18.0, rect.width());
    shown.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(shown);
    let at = pos2(rect.left(), rect.bottom() - 8.0 - galley.size().y);
    ui.painter().galley(at, galley, cx.theme.ink);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, cx.theme.hairline());
}

fn row(
    ui: &Ui,
    rect: Rect,
    document: &Document,
    question: &Question,
    again: &Again,
    response: &Response,
    cx: &Cx<'_>,
) {
    let asked = document.reading(question.text);
    let paper = document.head.number.as_deref().unwrap_or(&document.origin.file);
    let place = format!("{paper} · {} {}", cx.words.question, question.label);
    let why = why(again, cx);
    let name = format!("{place}: {asked} {why}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.trim()));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect.shrink2(vec2(0.0, 1.0)), space::RADIUS_CONTROL, cx.theme.hover);
    }
    let square = Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), vec2(20.0, 20.0));
    letter_square(painter, square, look(again, cx), cx.theme);
    let left = rect.left() + 40.0;
    let width = rect.right() - left - 8.0;
    let font = Face::SansMedium.size(text::BODY);
    let galley = painter.layout_job(elided(asked, font, cx.theme.ink, width));
    painter.galley(pos2(left, rect.top() + 6.0), galley, cx.theme.ink);
    let small = Face::Sans.size(text::SMALL);
    let mut place = elided(place, small, cx.theme.ink3, width * 0.45);
    place.wrap.max_width = width * 0.45;
    let y = rect.top() + 27.0;
    let galley = painter.layout_job(place);
    let x = left + galley.size().x + 12.0;
    painter.galley(pos2(left, y), galley, cx.theme.ink3);
    let is_quote = matches!(again.why, crate::model::analysis::Why::Words(_));
    let face = if is_quote { Face::Serif.size(13.5) } else { Face::Sans.size(text::SMALL) };
    let galley = painter.layout_job(elided(why, face, cx.theme.ink2, rect.right() - 8.0 - x));
    painter.galley(pos2(x, if is_quote { y - 2.0 } else { y }), galley, cx.theme.ink2);
    painter.hline(left..=rect.right(), rect.bottom() - 0.5, cx.theme.hairline());
}

fn look<'a>(again: &Again, cx: &Cx<'a>) -> Square<'a> {
    let coding = cx.project.my_coding(again.question);
    let tag = coding.and_then(|coding| cx.project.codebook().tag(coding.tag.as_ref()?));
    match tag {
        Some(tag) => Square::Filled(tag.letter.get(cx.words.language), cx.theme.tag(tag.swatch)),
        None if coding.is_some_and(|coding| coding.later) => Square::Later,
        None => Square::Empty,
    }
}

fn more(ui: &Ui, rect: Rect, words: &str, is_open: bool, response: &Response, cx: &Cx<'_>) {
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, words));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect.shrink2(vec2(0.0, 6.0)), space::RADIUS_CONTROL, cx.theme.hover);
    }
    let sign = if is_open { icon::UP } else { icon::DOWN_ARROW };
    let at = pos2(rect.left() + 18.0, rect.center().y);
    painter.text(at, egui::Align2::CENTER_CENTER, sign, Face::Icon.size(14.0), cx.theme.ink2);
    let at = pos2(rect.left() + 40.0, rect.center().y);
    let font = Face::SansMedium.size(text::BODY);
    painter.text(at, egui::Align2::LEFT_CENTER, words, font, cx.theme.ink2);
}
