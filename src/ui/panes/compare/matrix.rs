//! Who said what where the other said something else: a field for each pair of tags, and a way to its cases.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::figures::{section, small};
use super::pane::{ComparePane, person};
use crate::model::Tag;
use crate::model::analysis::disagreement::{Comparison, Figures};
use crate::ui::Cx;
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{Button, Look, Square, focus_ring, letter_square};

const HEAD: f32 = 28.0;
const CELL: f32 = 34.0;

impl ComparePane {
    pub(super) fn matrix(&mut self, ui: &mut Ui, figures: &Figures, compared: &Comparison, cx: &Cx<'_>) {
        let words = cx.words.compare;
        let Some(pair) = figures.pairs.get(self.pair).or(figures.pairs.first()) else { return };
        let coders = pair.coders;
        let [one, other] = coders.map(|place| person(figures.coders[place], cx));
        section(ui, &(words.matrix)(&one, &other), "", cx);
        if figures.pairs.len() > 1
            && Button::new(words.other_pair, Look::Plain).height(28.0).ui(ui, cx.theme).clicked()
        {
            self.pair = (self.pair + 1) % figures.pairs.len();
        }
        let counts = match self.selection.paper {
            Some(_) => compared.confusion(coders, self.selection.paper),
            None => pair.confusion.clone(),
        };
        let tags: Vec<&Tag> = figures.tags.iter().filter_map(|tag| cx.project.codebook().tag(tag)).collect();
        let size = vec2(ui.available_width(), HEAD + tags.len() as f32 * (CELL + 4.0));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let each = (rect.width() - HEAD) / tags.len() as f32;
        for (nth, tag) in tags.iter().enumerate() {
            let x = rect.left() + HEAD + each * (nth as f32 + 0.5);
            letter(ui, pos2(x, rect.top() + HEAD / 2.0), tag, cx);
            let y = rect.top() + HEAD + (CELL + 4.0) * nth as f32 + CELL / 2.0;
            letter(ui, pos2(rect.left() + 10.0, y), tag, cx);
        }
        for (place, count) in counts.iter().enumerate() {
            let (row, column) = (place / tags.len(), place % tags.len());
            let corner = rect.min + vec2(HEAD + each * column as f32, HEAD + (CELL + 4.0) * row as f32);
            let at = Rect::from_min_size(corner, vec2(each - 4.0, CELL));
            let said = [row as u32, column as u32];
            let name = |who: &str, nth: usize| format!("{who} {}", tags[nth].name.get(cx.words.language));
            let name = (words.cell)(&name(&one, row), &name(&other, column), *count);
            if self.cell(ui, at, coders, said, *count, &name, cx) {
                let cell = Some((coders, said));
                self.selection.cell = if self.selection.cell == cell { None } else { cell };
                // The first case of the field is chosen.
                self.chosen = None;
                self.shows_figures = false;
                ui.ctx().request_repaint();
            }
        }
        small(ui, words.click_cell, cx.theme.ink2);
    }

    #[expect(clippy::too_many_arguments, reason = "a painting step with everything it paints from")]
    fn cell(
        &self,
        ui: &Ui,
        rect: Rect,
        coders: [usize; 2],
        said: [u32; 2],
        count: usize,
        name: &str,
        cx: &Cx<'_>,
    ) -> bool {
        let leads = said[0] != said[1] && count > 0;
        let is_chosen = self.selection.cell == Some((coders, said));
        let sense = if leads { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, ui.scope_id().with(("matrix", said)), sense);
        let role = if leads { Role::Button } else { Role::Label };
        response.widget_info(|| WidgetInfo::selected(role, true, is_chosen, name));
        let radius = CornerRadius::same(space::RADIUS_CELL);
        let (fill, line, ink, face) = match (leads, is_chosen) {
            (true, true) => {
                (cx.theme.raised, Stroke::new(2.0, cx.theme.ink), cx.theme.ink, Face::SansSemibold)
            }
            (true, false) if response.hovered() => {
                (cx.theme.hover, cx.theme.outline(), cx.theme.ink, Face::SansSemibold)
            }
            (true, false) => (cx.theme.raised, cx.theme.outline(), cx.theme.ink, Face::SansSemibold),
            (false, _) => (cx.theme.hover, Stroke::NONE, cx.theme.ink2, Face::Sans),
        };
        ui.painter().rect(rect, radius, fill, line, StrokeKind::Inside);
        let shown = cx.words.language.number(count);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, shown, face.size(text::BODY), ink);
        focus_ring(ui, rect, response.has_focus(), cx.theme);
        let clicked = response.clicked();
        response.on_hover_text(name);
        clicked
    }
}

fn letter(ui: &Ui, center: egui::Pos2, tag: &Tag, cx: &Cx<'_>) {
    let square = Rect::from_center_size(center, vec2(20.0, 20.0));
    let look = Square::Filled(tag.letter.get(cx.words.language), cx.theme.tag(tag.swatch));
    letter_square(ui.painter(), square, look, cx.theme);
}
