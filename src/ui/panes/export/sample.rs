//! The first rows of a table.

use egui::{Align2, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use crate::model::analysis::tables::{Cell, ColumnKind, Table};
use crate::ui::Cx;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{elided, job, say, width_of};

/// So many rows are shown.
const ROWS: usize = 40;
const HEIGHT: f32 = 24.0;
const WIDEST: f32 = 220.0;

pub(super) fn rows(ui: &mut Ui, table: &Table, cx: &Cx<'_>) {
    let shown = table.rows.len().min(ROWS);
    if shown < table.rows.len() {
        let words = (cx.words.exporting.first_rows)(shown);
        say(ui, job(words, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, 400.0));
        ui.add_space(4.0);
    }
    let cells: Vec<Vec<String>> =
        table.rows.iter().take(ROWS).map(|row| row.iter().map(written).collect()).collect();
    let font = Face::Sans.size(text::SMALL);
    let widths: Vec<f32> = table
        .columns
        .iter()
        .enumerate()
        .map(|(nth, column)| {
            let head = width_of(ui, &column.name, Face::SansSemibold.size(text::SMALL));
            let widest = cells.iter().map(|row| width_of(ui, &row[nth], font.clone())).fold(head, f32::max);
            widest.min(WIDEST) + 16.0
        })
        .collect();
    let area = ScrollArea::horizontal().id_salt("rows").auto_shrink([false, true]);
    area.show(ui, |ui| {
        let size = vec2(widths.iter().sum(), HEIGHT * (shown + 1) as f32);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Table, true, table.name));
        let mut x = rect.left();
        for (nth, (column, width)) in table.columns.iter().zip(&widths).enumerate() {
            let right = !matches!(column.kind, ColumnKind::Text);
            put(ui, place(x, rect.top(), *width), &column.name, true, right, cx);
            for (line, row) in cells.iter().enumerate() {
                let top = rect.top() + HEIGHT * (line + 1) as f32;
                put(ui, place(x, top, *width), &row[nth], false, right, cx);
            }
            x += width;
        }
        for line in 1..=shown {
            let y = rect.top() + HEIGHT * line as f32;
            ui.painter().hline(rect.x_range(), y, cx.theme.hairline());
        }
    });
}

fn place(x: f32, top: f32, width: f32) -> Rect {
    Rect::from_min_size(pos2(x, top), vec2(width, HEIGHT))
}

fn put(ui: &Ui, rect: Rect, words: &str, head: bool, right: bool, cx: &Cx<'_>) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    let (face, ink) = if head { (Face::SansSemibold, cx.theme.ink2) } else { (Face::Sans, cx.theme.ink) };
    let galley = ui.painter().layout_job(elided(words, face.size(text::SMALL), ink, rect.width() - 12.0));
    let align = if right { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
    let at = align.align_size_within_rect(galley.size(), rect.shrink2(vec2(6.0, 0.0)));
    ui.painter().galley(at.min, galley, ink);
}

/// A cell as CSV has it.
fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.replace(['\n', '\t'], " "),
        Cell::Number(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Flag(flag) => u8::from(*flag).to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.to_string(),
    }
}
