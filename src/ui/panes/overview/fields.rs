//! The fields of charts and the keyboard: Tab goes from chart to chart, arrows from field to field within one.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Id, Key, Rect, Response, Sense, Ui, WidgetInfo};

/// A field: the panel, and its row and place in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Field {
    pub panel: usize,
    pub row: usize,
    pub part: usize,
}

/// Which field of each panel the keyboard is at, and what panels look like.
#[derive(Debug, Default)]
pub(super) struct Fields {
    current: BTreeMap<usize, (usize, usize)>,
    /// How many fields each row of a panel has.
    shapes: BTreeMap<usize, Vec<usize>>,
    focused: Option<Field>,
    /// Where the keyboard last was.
    last_panel: Option<usize>,
    /// The keyboard is to go there.
    wanted: bool,
    /// The focused field is to be brought into view.
    moved: bool,
}

fn id(field: Field) -> Id {
    Id::unique(("overview field", field.panel, field.row, field.part))
}

impl Fields {
    /// Moves by the arrows that were pressed, if the keyboard is at a field.
    pub fn keys(&mut self, ui: &Ui) {
        let elsewhere =
            ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) || !ui.is_enabled();
        let Some(at) = self
            .focused
            .take()
            .filter(|field| !elsewhere && ui.memory(|memory| memory.has_focus(id(*field))))
        else {
            return;
        };
        self.focused = Some(at);
        let Some(shape) = self.shapes.get(&at.panel) else { return };
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let there = match () {
            () if pressed(Key::ArrowRight) => after(shape, at),
            () if pressed(Key::ArrowLeft) => before(shape, at),
            () if pressed(Key::ArrowDown) => in_row(shape, at, at.row + 1),
            () if pressed(Key::ArrowUp) => at.row.checked_sub(1).and_then(|row| in_row(shape, at, row)),
            () => None,
        };
        if let Some(there) = there {
            self.current.insert(there.panel, (there.row, there.part));
            ui.memory_mut(|memory| memory.request_focus(id(there)));
            self.focused = Some(there);
            self.moved = true;
        }
    }

    /// Moves the keyboard to the field where it last was, or to the first one, in the next frame.
    pub fn focus(&mut self) {
        self.wanted = true;
    }

    /// All fields were shown: the one that was wanted may be gone with its chart.
    pub fn end_frame(&mut self) {
        if std::mem::take(&mut self.wanted) {
            self.last_panel = None;
        }
    }

    /// Says what a panel looks like: how many fields each of its rows has.
    pub fn shape(&mut self, panel: usize, shape: Vec<usize>) {
        let current = self.current.entry(panel).or_default();
        if shape.get(current.0).is_none_or(|parts| *parts <= current.1) {
            let first = shape.iter().position(|parts| *parts > 0).unwrap_or(0);
            *current = (first, 0);
        }
        self.shapes.insert(panel, shape);
    }

    /// Whether a field has to be there even where it is not seen: else the keyboard would lose it.
    pub fn is_current(&self, field: Field) -> bool {
        self.current.get(&field.panel) == Some(&(field.row, field.part))
    }

    /// A field at a place. Only the current one of a panel takes the keyboard from Tab.
    pub fn show(&mut self, ui: &Ui, field: Field, rect: Rect, name: &str) -> Response {
        let sense = if self.is_current(field) { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, id(field), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        let is_wanted = self.last_panel.is_none_or(|panel| panel == field.panel);
        if self.wanted && is_wanted && self.is_current(field) {
            self.wanted = false;
            response.request_focus();
        }
        if response.has_focus() {
            self.focused = Some(field);
            self.last_panel = Some(field.panel);
            if std::mem::take(&mut self.moved) || response.gained_focus() {
                ui.scroll_to_rect(rect.expand(40.0), None);
            }
        }
        if response.clicked() {
            self.last_panel = Some(field.panel);
            self.current.insert(field.panel, (field.row, field.part));
        }
        response
    }
}

fn after(shape: &[usize], at: Field) -> Option<Field> {
    if at.part + 1 < *shape.get(at.row)? {
        return Some(Field { part: at.part + 1, ..at });
    }
    let row = (at.row + 1..shape.len()).find(|row| shape[*row] > 0)?;
    Some(Field { row, part: 0, ..at })
}

fn before(shape: &[usize], at: Field) -> Option<Field> {
    if let Some(part) = at.part.checked_sub(1) {
        return Some(Field { part, ..at });
    }
    let row = (0..at.row.min(shape.len())).rev().find(|row| shape[*row] > 0)?;
    Some(Field { row, part: shape[row] - 1, ..at })
}

fn in_row(shape: &[usize], at: Field, row: usize) -> Option<Field> {
    let parts = shape.get(row)?.checked_sub(1)?;
    Some(Field { row, part: at.part.min(parts), ..at })
}
