//! The cases in place of the documents: by opposed tags, with a mark where one is decided.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::figures;
use super::pane::{ComparePane, Line, Selection, child, person};
use crate::model::analysis::disagreement::{Case, Comparison, Standing};
use crate::ui::Cx;
use crate::ui::panes::promise::{choose, paper_title};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Square, chip, elided, focus_ring, job, letter_square, say};

const ROW: f32 = 50.0;
const HEAD: f32 = 38.0;

impl ComparePane {
    /// Shows the cases in the space it is given.
    pub fn side(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.compute(ui, cx);
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.chrome);
        let Some(compared) = self.compared.take() else { return };
        let mut head = child(ui, "cases head", area.shrink2(vec2(14.0, 10.0)));
        self.list_head(&mut head, &compared, cx);
        let rows = Rect::from_min_max(pos2(area.left(), head.min_rect().bottom() + 8.0), area.max);
        if self.lines.is_empty() && !compared.cases.is_empty() {
            let mut place = child(ui, "no case", rows.shrink2(vec2(18.0, 8.0)));
            let width = place.available_width();
            let words = cx.words.compare.none_passes;
            say(&mut place, job(words, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, width));
        }
        self.list(&mut child(ui, "cases", rows), &compared, cx);
        self.compared = Some(compared);
    }

    fn list_head(&mut self, ui: &mut Ui, compared: &Comparison, cx: &mut Cx<'_>) {
        let words = cx.words.compare;
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
        let count = cx.words.language.number(compared.cases.len());
        let decided = (words.decided_count)(self.decided);
        let name = format!("{} {count}, {decided}", words.disputed);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
        let painter = ui.painter();
        let at = pos2(rect.left() + 4.0, rect.center().y);
        let font = Face::SansSemibold.size(text::SMALL);
        let drawn = painter.text(at, Align2::LEFT_CENTER, words.disputed, font, cx.theme.ink2);
        let light = Face::Sans.size(text::SMALL);
        let at = pos2(drawn.right() + 6.0, at.y);
        painter.text(at, Align2::LEFT_CENTER, count, light.clone(), cx.theme.ink3);
        if self.decided > 0 {
            let at = pos2(rect.right() - 4.0, at.y);
            painter.text(at, Align2::RIGHT_CENTER, decided, light, cx.theme.ink2);
        }
        self.round_choice(ui, compared, cx);
        if let Standing::Waiting(left) = &compared.standing {
            let names: Vec<String> = left.iter().map(|coder| person(*coder, cx)).collect();
            figures::small(ui, &(words.waiting)(&names), cx.theme.ink2);
        }
        if compared.cases.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            let selection = &mut self.selection;
            let only = words.only_undecided;
            if chip(ui, only, only, selection.undecided, None, cx.theme).clicked() {
                selection.undecided = !selection.undecided;
            }
            if let Some(paper) = self.chosen.map(|chosen| chosen.document) {
                let only = words.only_paper;
                if chip(ui, only, only, selection.paper.is_some(), None, cx.theme).clicked() {
                    selection.paper = if selection.paper.is_some() { None } else { Some(paper) };
                }
            }
            if selection.cell.is_some()
                && chip(ui, words.show_all, words.show_all, false, None, cx.theme).clicked()
            {
                *selection = Selection::default();
            }
        });
    }

    fn round_choice(&mut self, ui: &mut Ui, compared: &Comparison, cx: &Cx<'_>) {
        if self.rounds.len() < 2 {
            return;
        }
        let name = |round: &crate::model::Round| {
            let name = cx.project.round(*round).map(|plan| plan.name.clone()).unwrap_or_default();
            (cx.words.compare.round)(round.0, &name)
        };
        let names: Vec<String> = self.rounds.iter().map(name).collect();
        let items: Vec<(&str, bool)> = names
            .iter()
            .zip(&self.rounds)
            .map(|(name, round)| (name.as_str(), *round == compared.round))
            .collect();
        if let Some(nth) = choose(ui, "compared round", &items, cx) {
            self.round = Some(self.rounds[nth]);
            ui.ctx().request_repaint();
        }
    }

    fn list(&mut self, ui: &mut Ui, compared: &Comparison, cx: &Cx<'_>) {
        let rows = ui.max_rect();
        let height = |line: &Line| if matches!(line, Line::Head(..)) { HEAD } else { ROW };
        let mut area = ScrollArea::vertical().id_salt("cases").auto_shrink(false);
        if std::mem::take(&mut self.wants_row) {
            area = self.bring_into_view(ui, area, compared, height);
        }
        let mut clicked = None;
        area.show_viewport(ui, |ui, viewport| {
            ui.set_height(self.lines.iter().map(height).sum());
            let mut top = ui.min_rect().top();
            let (from, until) = (top + viewport.min.y, top + viewport.max.y);
            for (nth, line) in self.lines.iter().enumerate() {
                let rect = Rect::from_x_y_ranges(rows.x_range(), top..=top + height(line));
                top = rect.bottom();
                if rect.bottom() < from || rect.top() > until {
                    continue;
                }
                match line {
                    Line::Head(opposed, count) => opposed_tags(ui, rect, nth, opposed, *count, compared, cx),
                    Line::Row(at) => {
                        let case = &compared.cases[*at];
                        let chosen = self.chosen == Some(case.question);
                        if show_row(ui, rect, case, chosen, cx).is_some_and(|response| response.clicked()) {
                            clicked = Some(case.question);
                        }
                    }
                }
            }
        });
        if clicked.is_some() {
            self.chosen = clicked;
            self.shows_figures = false;
        }
    }

    /// Scrolls so that the chosen row is seen.
    fn bring_into_view(
        &self,
        ui: &Ui,
        area: ScrollArea,
        compared: &Comparison,
        height: impl Fn(&Line) -> f32,
    ) -> ScrollArea {
        let is_chosen = |line: &Line| match line {
            Line::Row(at) => compared.cases.get(*at).is_some_and(|case| self.chosen == Some(case.question)),
            Line::Head(..) => false,
        };
        let Some(place) = self.lines.iter().position(is_chosen) else { return area };
        let top: f32 = self.lines[..place].iter().map(&height).sum();
        let id = ui.make_persistent_id(egui::IdSalt::new("cases"));
        let offset =
            egui::scroll_area::State::load(ui.ctx(), id).map_or(0.0, |state| state.clamped_offset().y);
        let room = ui.available_height();
        if top < offset + HEAD {
            area.vertical_scroll_offset((top - HEAD).max(0.0))
        } else if top + ROW > offset + room {
            area.vertical_scroll_offset(top + ROW - room)
        } else {
            area
        }
    }
}

/// „K gegen V“, and how many.
fn opposed_tags(
    ui: &Ui,
    rect: Rect,
    nth: usize,
    opposed: &[u32],
    count: usize,
    compared: &Comparison,
    cx: &Cx<'_>,
) {
    let words = cx.words.compare;
    let tags: Vec<_> = opposed
        .iter()
        .filter_map(|place| cx.project.codebook().tag(compared.tags.get(*place as usize)?))
        .collect();
    let names: Vec<&str> = tags.iter().map(|tag| tag.name.get(cx.words.language)).collect();
    let name =
        format!("{}: {}", names.join(&format!(" {} ", words.against)), cx.words.language.number(count));
    let response = ui.interact(rect, ui.scope_id().with(("opposed", nth)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
    let painter = ui.painter();
    let y = rect.bottom() - 15.0;
    let mut x = rect.left() + 18.0;
    for (nth, tag) in tags.iter().enumerate() {
        if nth > 0 {
            let font = Face::SansSemibold.size(text::SMALL);
            let drawn =
                painter.text(pos2(x + 6.0, y), Align2::LEFT_CENTER, words.against, font, cx.theme.ink2);
            x = drawn.right() + 6.0;
        }
        let square = Rect::from_center_size(pos2(x + 10.0, y), vec2(20.0, 20.0));
        let look = Square::Filled(tag.letter.get(cx.words.language), cx.theme.tag(tag.swatch));
        letter_square(painter, square, look, cx.theme);
        x = square.right();
    }
    let at = pos2(rect.right() - 18.0, y);
    let count = cx.words.language.number(count);
    painter.text(at, Align2::RIGHT_CENTER, count, Face::Sans.size(text::SMALL), cx.theme.ink3);
}

fn show_row(ui: &Ui, rect: Rect, case: &Case, is_chosen: bool, cx: &Cx<'_>) -> Option<Response> {
    let words = cx.words.compare;
    let document = cx.project.document(case.question.document)?;
    let question = document.outline.question(case.question.question)?;
    let is_decided = cx.project.decision(case.question).is_some();
    let response = ui.interact(rect, ui.scope_id().with(("case", case.question)), Sense::click());
    let paper = paper_title(document);
    let name = (words.row_name)(&question.label, &paper, is_decided);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, &name));
    let painter = ui.painter();
    let card = rect.shrink2(vec2(8.0, 2.0));
    if is_chosen || response.hovered() {
        let fill = if is_chosen { cx.theme.active } else { cx.theme.hover };
        painter.rect_filled(card, CornerRadius::same(space::RADIUS_CONTROL), fill);
    }
    let left = rect.left() + 18.0;
    let width = rect.width() - 36.0;
    let face = if is_chosen { Face::SansSemibold } else { Face::Sans };
    let asked = document.body.line_at(question.text);
    let line = painter.layout_job(elided(asked, face.size(text::BODY), cx.theme.ink, width));
    painter.galley(pos2(left, rect.top() + 15.0 - line.size().y / 2.0), line, cx.theme.ink);
    let y = rect.top() + 34.0;
    let small = Face::Sans.size(text::SMALL);
    let mut room = width;
    if is_decided {
        let at = pos2(rect.right() - 18.0, y);
        let drawn = painter.text(at, Align2::RIGHT_CENTER, words.decided, small.clone(), cx.theme.ink2);
        let at = pos2(drawn.left() - 5.0, y);
        let sign = painter.text(at, Align2::RIGHT_CENTER, icon::CHECK, Face::Icon.size(13.0), cx.theme.ink2);
        room = sign.left() - left - 8.0;
    }
    let place = (cx.words.ledger.question_of)(&paper, &question.label);
    let line = painter.layout_job(elided(place, small, cx.theme.ink2, room));
    painter.galley(pos2(left, y - line.size().y / 2.0), line, cx.theme.ink2);
    focus_ring(ui, card, response.has_focus(), cx.theme);
    Some(response)
}
