//! The strip of cells: the state of one paper at a glance, and a way to each question.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::team::paint_done;
use crate::model::DocumentId;
use crate::model::analysis::{Cell, CellState, cells};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{bracket, elided, focus_ring, icon_button, say, tag_line};
use crate::ui::{Command, Cx};

/// Between cells of one answer, between answers.
const GAP: f32 = 3.0;
const GROUP_GAP: f32 = 10.0;
/// Room for the buttons that turn pages.
const PAGER: f32 = 112.0;
/// From this many questions the cells shrink.
const MANY: usize = 12;

/// What the strip remembers between frames.
#[derive(Debug, Default)]
pub struct StripPane {
    wants_focus: bool,
    /// The cells, and what they were made of: a paper may have hundreds of questions.
    cells: Vec<Vec<Cell>>,
    made_of: Option<(DocumentId, u64)>,
}

impl StripPane {
    /// Moves the keyboard to the cell of the current question.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Shows the strip of the open document in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(document) = cx.document() else { return };
        let made_of = Some((document.id, cx.revision));
        if self.made_of != made_of {
            self.cells = cells(cx.project, document);
            self.made_of = made_of;
        }
        let groups = std::mem::take(&mut self.cells);
        self.show(ui, &groups, cx);
        self.cells = groups;
    }

    fn show(&mut self, ui: &mut Ui, groups: &[Vec<Cell>], cx: &mut Cx<'_>) {
        let count: usize = groups.iter().map(Vec::len).sum();
        let area = ui.max_rect();
        if count == 0 {
            return;
        }
        let low = area.height() < space::STRIP - 4.0;
        let width = area.width() - 2.0 * margin(area.width());
        let room = if low { 1 } else { 2 };
        let mut rows = lay_out(groups, width);
        let is_paged = rows.len() > room;
        if is_paged {
            rows = lay_out(groups, width - PAGER);
        }
        let shown = visible_rows(&rows, groups, cx, room);
        let height = row_height(count, low);
        let mut y = area.top() + if low { 8.0 } else { 14.0 };
        if shown.len() > 1 {
            y = area.top() + 6.0;
        }
        let mut current = None;
        for row in &rows[shown.clone()] {
            let mut x = area.left() + margin(area.width());
            for group in &row.groups {
                let cells = &groups[*group];
                let start = x;
                for cell in cells {
                    let rect = Rect::from_min_size(pos2(x, y), vec2(row.cell, height));
                    let response = show_cell(ui, rect, cell, count, cx);
                    if cx.position.question == Some(cell.question) {
                        current = Some((rect, response));
                    }
                    x += row.cell + GAP;
                }
                if cells.len() > 1 {
                    joint_bracket(ui, [start, x - GAP], y + height + 5.0, low || rows.len() > 1, cx);
                }
                x += GROUP_GAP - GAP;
            }
            y += height + 10.0;
        }
        // Last, so that no neighbour covers it.
        if let Some((rect, response)) = current {
            let radius = CornerRadius::same(space::RADIUS_CELL + 3);
            let ring = Stroke::new(2.0, cx.theme.ink);
            ui.painter().rect_stroke(rect.expand(1.5), radius, ring, StrokeKind::Outside);
            if std::mem::take(&mut self.wants_focus) {
                response.request_focus();
            }
        }
        if is_paged {
            pager(ui, &rows, shown, groups, cx);
        }
    }
}

/// Which questions are shown of how many, and the way to the others.
fn pager(ui: &mut Ui, rows: &[Row], shown: Range<usize>, groups: &[Vec<Cell>], cx: &mut Cx<'_>) {
    let area = ui.max_rect();
    let rect = Rect::from_min_max(pos2(area.right() - PAGER, area.top() + 4.0), area.max - vec2(8.0, 4.0));
    let first_of = |row: &Row| row.groups.first().and_then(|group| groups[*group].first());
    let before =
        shown.start.checked_sub(1).and_then(|at| first_of(&rows[at.saturating_sub(shown.len() - 1)]));
    let after = rows.get(shown.end).and_then(first_of);
    let pages = rows.len().div_ceil(shown.len().max(1));
    let page = shown.start / shown.len().max(1) + 1;
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt("pager").max_rect(rect));
    child.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (sign, name, to) in [
            (icon::BACK, cx.words.earlier_questions, before),
            (icon::FORWARD, cx.words.later_questions, after),
        ] {
            if icon_button(ui, sign, name, to.is_some(), cx.theme).clicked()
                && let Some(cell) = to
            {
                cx.ask(Command::GoQuestion(cell.question));
            }
        }
        let font = Face::Sans.size(text::SMALL);
        say(ui, elided(format!(" {page}/{pages}"), font, cx.theme.ink2, 40.0));
    });
}

fn margin(width: f32) -> f32 {
    if width > 700.0 { 28.0 } else { 16.0 }
}

fn row_height(count: usize, low: bool) -> f32 {
    match (count > MANY, low) {
        (_, true) | (true, false) => 26.0,
        (false, false) => space::CELL,
    }
}

/// A row of the strip.
struct Row {
    /// Places of the answers in the outline.
    groups: Vec<usize>,
    /// How wide a cell is.
    cell: f32,
}

/// Fits the cells into rows: one row with cells as wide as they may be, then narrower ones, then
/// several rows, broken at the border of an answer.
fn lay_out(groups: &[Vec<Cell>], width: f32) -> Vec<Row> {
    let count: usize = groups.iter().map(Vec::len).sum();
    let gaps = GAP * (count - groups.len()) as f32 + GROUP_GAP * (groups.len() - 1) as f32;
    let fit = (width - gaps) / count as f32;
    let narrowest = if count > MANY { 36.0 } else { 40.0 };
    let all = (0..groups.len()).collect();
    if fit >= narrowest {
        return vec![Row { groups: all, cell: fit.min(68.0) }];
    }
    let cell = narrowest;
    let mut rows: Vec<Row> = Vec::new();
    let mut x = f32::INFINITY;
    for (place, group) in groups.iter().enumerate() {
        let needs = group.len() as f32 * (cell + GAP) - GAP;
        if x + needs > width {
            rows.push(Row { groups: Vec::new(), cell });
            x = 0.0;
        }
        x += needs + GROUP_GAP;
        if let Some(row) = rows.last_mut() {
            row.groups.push(place);
        }
    }
    rows
}

/// As many rows as there is room for: the page with the current question.
fn visible_rows(rows: &[Row], groups: &[Vec<Cell>], cx: &Cx<'_>, room: usize) -> Range<usize> {
    let holds_current = |row: &Row| {
        let mut cells = row.groups.iter().flat_map(|group| &groups[*group]);
        cells.any(|cell| Some(cell.question) == cx.position.question)
    };
    let current = rows.iter().position(holds_current).unwrap_or(0);
    let first = current / room * room;
    first..(first + room).min(rows.len())
}

fn show_cell(ui: &mut Ui, rect: Rect, cell: &Cell, count: usize, cx: &mut Cx<'_>) -> Response {
    let id = ui.scope_id().with(("cell", cell.question));
    let response = ui.interact(rect, id, Sense::click());
    let is_current = cx.position.question == Some(cell.question);
    let tag = cell.tag.as_ref().and_then(|tag| cx.project.codebook().tag(tag));
    let language = cx.words.language;
    let tag_name = tag.map(|tag| tag.name.get(language));
    let name = if cx.project.is_blind() {
        (cx.words.rounds.cell)(&cell.label, count, tag.is_some(), is_current)
    } else {
        (cx.words.cell_name)(&cell.label, count, tag_name, cell.evidence, is_current)
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_current, &name));
    paint_cell(ui, rect, cell, &response, cx);
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if response.clicked() {
        cx.ask(Command::GoQuestion(cell.question));
    }
    response.on_hover_text(name)
}

fn paint_cell(ui: &Ui, rect: Rect, cell: &Cell, response: &Response, cx: &Cx<'_>) {
    let theme = cx.theme;
    let painter = ui.painter();
    let radius = CornerRadius::same(space::RADIUS_CELL);
    let tag = cell.tag.as_ref().and_then(|tag| cx.project.codebook().tag(tag));
    let font = Face::SansBold.size(text::BODY);
    let Some(tag) = tag else {
        let fill = if response.hovered() { theme.hover } else { theme.raised };
        painter.rect(rect, radius, fill, theme.outline(), StrokeKind::Inside);
        let later = cell.state == CellState::Later;
        let shift = if later { -9.0 } else { 0.0 };
        let at = rect.center() + vec2(shift, 0.0);
        painter.text(at, Align2::CENTER_CENTER, &cell.label, Face::SansSemibold.size(text::BODY), theme.ink2);
        if later {
            let at = rect.center() + vec2(9.0, 0.0);
            let flag = icon::LATER;
            painter.text(at, Align2::CENTER_CENTER, flag, Face::Icon.size(14.0), theme.ink2);
        }
        return;
    };
    if cx.project.is_blind() {
        return paint_done(ui, rect, &cell.label, response, cx);
    }
    let colours = theme.tag(tag.swatch);
    let begun = cell.state == CellState::Begun;
    let (fill, ink, line): (Color32, Color32, Color32) = if begun {
        (colours.tint, colours.text, colours.fill)
    } else {
        (colours.fill, colours.on, colours.on)
    };
    painter.rect_filled(rect, radius, fill);
    if begun {
        painter.rect_stroke(rect, radius, Stroke::new(1.5, colours.fill), StrokeKind::Inside);
    }
    let words = format!("{} {}", cell.label, tag.letter.get(cx.words.language));
    // A flat cell has no room for the line; its letter stays.
    let flat = rect.height() < space::CELL;
    let lift = if flat { 0.0 } else { -2.5 };
    painter.text(rect.center() + vec2(0.0, lift), Align2::CENTER_CENTER, words, font, ink);
    if !flat {
        let inset = (rect.width() * 0.18).max(5.0);
        tag_line(painter, rect.x_range().shrink(inset), rect.bottom() - 6.0, tag.line, line);
    }
}

fn joint_bracket(ui: &Ui, x: [f32; 2], y: f32, without_words: bool, cx: &Cx<'_>) {
    let line = [pos2(x[0], y + 5.0), pos2(x[1], y + 5.0)];
    bracket(ui.painter(), line, vec2(0.0, -1.0), cx.theme);
    let words = cx.words.jointly_answered;
    let font = Face::Sans.size(text::SMALL);
    let width = crate::ui::widgets::width_of(ui, words, font.clone());
    if !without_words && width <= x[1] - x[0] {
        let at = pos2(f32::midpoint(x[0], x[1]), y + 17.0);
        ui.painter().text(at, Align2::CENTER_CENTER, words, font, cx.theme.ink2);
    }
}
