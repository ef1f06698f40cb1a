//! The table of a sheet: every question with its tag and its evidence.

use egui::{Ui, pos2, vec2};

use super::page::line;
use super::signs::{PILL, pill};
use crate::model::analysis::summary::{Findings, SheetRow};
use crate::ui::theme::{Face, LIGHT};
use crate::ui::widgets::{bracket, elided, width_of};

/// Where the columns stand.
struct Columns {
    label: f32,
    question: f32,
    tag: f32,
    passage: f32,
}

const INSET: f32 = 12.0;
const BETWEEN: f32 = 12.0;

pub(super) fn findings(ui: &mut Ui, findings: &Findings, width: f32) {
    let columns = columns(ui, findings, width);
    head(ui, findings, &columns, width);
    for answer in &findings.answers {
        let top = ui.cursor().top();
        for row in &answer.rows {
            ui.add_space(7.0);
            show(ui, row, &columns);
            ui.add_space(5.0);
        }
        let bottom = ui.cursor().top();
        let left = ui.max_rect().left();
        if answer.rows.len() > 1 {
            let ends = [pos2(left + 2.0, top + 8.0), pos2(left + 2.0, bottom - 6.0)];
            bracket(ui.painter(), ends, vec2(1.0, 0.0), &LIGHT);
        }
        ui.painter().hline(left..=left + width, bottom, LIGHT.outline());
    }
}

fn columns(ui: &Ui, findings: &Findings, width: f32) -> Columns {
    let rows = || findings.answers.iter().flat_map(|answer| &answer.rows);
    let wide = |text: &str, face: Face| width_of(ui, text, face.size(11.5));
    let label = rows().map(|row| wide(&row.label, Face::SansSemibold)).fold(14.0, f32::max) + 10.0;
    let name = |row: &SheetRow| match &row.tag {
        Some(tag) => wide(&tag.name, Face::SansMedium) + PILL + 14.0,
        None => wide(&row.open, Face::SansMedium),
    };
    let tag = rows().map(name).fold(wide(&findings.columns[1], Face::SansSemibold), f32::max).min(150.0);
    let rest = (width - INSET - label - tag - 2.0 * BETWEEN).max(60.0);
    Columns { label, question: rest * 0.40, tag, passage: rest * 0.60 }
}

fn head(ui: &mut Ui, findings: &Findings, columns: &Columns, width: f32) {
    let top = ui.cursor().top();
    let left = ui.max_rect().left();
    let at = [
        left,
        left + INSET + columns.label + columns.question + BETWEEN,
        left + INSET + columns.label + columns.question + columns.tag + 2.0 * BETWEEN,
    ];
    for (words, x) in findings.columns.iter().zip(at) {
        let font = Face::SansSemibold.size(11.0);
        let galley = ui.painter().layout_job(elided(words, font, LIGHT.ink2, left + width - x));
        ui.painter().galley(pos2(x, top), galley, LIGHT.ink2);
    }
    ui.add_space(20.0);
    ui.painter().hline(left..=left + width, ui.cursor().top(), LIGHT.outline());
}

fn show(ui: &mut Ui, row: &SheetRow, columns: &Columns) {
    ui.horizontal_top(|ui| {
        ui.add_space(INSET);
        column(ui, columns.label, |ui| {
            line(ui, &row.label, Face::SansSemibold, 12.0, 18.0, true, columns.label);
        });
        column(ui, columns.question + BETWEEN, |ui| {
            line(ui, &row.question, Face::Serif, 12.5, 17.5, true, columns.question);
        });
        column(ui, columns.tag + BETWEEN, |ui| match &row.tag {
            Some(tag) => {
                let (rect, response) = ui.allocate_exact_size(vec2(columns.tag, PILL), egui::Sense::hover());
                response
                    .widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &tag.name));
                pill(ui.painter(), rect.min, columns.tag, tag);
            }
            None => line(ui, &row.open, Face::Sans, 11.5, 18.0, false, columns.tag),
        });
        column(ui, columns.passage, |ui| {
            for quote in &row.quotes {
                line(ui, &quote.words, Face::Serif, 12.5, 17.5, true, columns.passage);
                line(ui, &quote.page, Face::Sans, 10.0, 14.0, false, columns.passage);
            }
            let remarks = row.remarks.join(" · ");
            line(ui, &remarks, Face::SerifItalic, 11.5, 15.5, false, columns.passage);
            line(ui, row.memo.trim(), Face::SerifItalic, 12.0, 16.5, false, columns.passage);
        });
    });
}

fn column(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.set_width(width);
        add(ui);
    });
}
