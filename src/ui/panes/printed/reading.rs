//! The reading view: the text with its marked passages, notes in the margin.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Rangef, Ui, vec2};

use super::page::line;
use crate::model::analysis::summary::{MarginNote, ReadingParagraph, ReadingRole};
use crate::ui::theme::{Face, LIGHT};
use crate::ui::widgets::{say, tag_line};

const MARGIN: f32 = 0.3;
const GAP: f32 = 18.0;

pub(super) fn reading(ui: &mut Ui, paragraphs: &[ReadingParagraph], width: f32) {
    let margin = width * MARGIN;
    let column = width - margin - GAP;
    for paragraph in paragraphs {
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(column, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(column);
                words(ui, paragraph, column);
            });
            ui.add_space(GAP);
            ui.vertical(|ui| {
                for note in &paragraph.notes {
                    margin_note(ui, note, margin);
                }
            });
        });
        ui.add_space(7.0);
    }
}

fn words(ui: &mut Ui, paragraph: &ReadingParagraph, width: f32) {
    let (face, size, ink) = match paragraph.role {
        ReadingRole::Question => (Face::SerifSemibold, 12.5, LIGHT.ink),
        ReadingRole::Answer => (Face::Serif, 12.5, LIGHT.ink),
        ReadingRole::Remark => (Face::Serif, 12.5, LIGHT.ink2),
        ReadingRole::Note => (Face::Serif, 10.5, LIGHT.ink2),
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut marked = Vec::new();
    let mut chars = 0;
    for run in &paragraph.runs {
        let format = TextFormat {
            font_id: face.size(size),
            color: ink,
            line_height: Some(20.0),
            ..TextFormat::default()
        };
        job.append(&run.words, 0.0, format);
        let count = run.words.chars().count();
        if !run.marks.is_empty() {
            marked.push((chars..chars + count, &run.marks));
        }
        chars += count;
    }
    let galley = ui.painter().layout_job(job.clone());
    let shown = say(ui, job);
    for (place, marks) in marked {
        for (depth, mark) in marks.iter().enumerate() {
            let colour = mark.tag.as_ref().map_or(LIGHT.border, |tag| LIGHT.tag(tag.swatch).fill);
            let style = mark.tag.as_ref().map_or(crate::model::LineStyle::Solid, |tag| tag.line);
            for (x, y) in underlined(&galley, place.clone()) {
                let x = Rangef::new(shown.rect.left() + x.min, shown.rect.left() + x.max);
                tag_line(ui.painter(), x, shown.rect.top() + y + 1.0 + 3.0 * depth as f32, style, colour);
            }
        }
    }
}

/// The pieces of a passage by rows: from where to where, and at which height below the words.
fn underlined(galley: &egui::Galley, place: std::ops::Range<usize>) -> Vec<(Rangef, f32)> {
    let mut pieces = Vec::new();
    let mut before = 0;
    for row in &galley.rows {
        let count = row.char_count_including_newline().0;
        let (from, to) = (place.start.max(before), place.end.min(before + count));
        if from < to {
            let left = row.pos.x + row.x_offset((from - before).into());
            let right = row.pos.x + row.x_offset((to - before).into());
            pieces.push((Rangef::new(left, right), row.pos.y + row.size.y - 3.0));
        }
        before += count;
    }
    pieces
}

fn margin_note(ui: &mut Ui, note: &MarginNote, width: f32) {
    let top = ui.cursor().min;
    let colours = note.tag.as_ref().map(|tag| LIGHT.tag(tag.swatch));
    let head = match &note.tag {
        Some(tag) => format!("{} · {} {}", note.question_name, tag.letter, tag.name),
        None => note.question_name.clone(),
    };
    let ink = colours.map_or(LIGHT.ink2, |colours| colours.text);
    let number = note.number.to_string();
    ui.painter().text(top + vec2(0.0, 1.0), Align2::LEFT_TOP, number, Face::SansBold.size(10.0), ink);
    ui.horizontal_top(|ui| {
        ui.add_space(18.0);
        ui.vertical(|ui| {
            let room = width - 18.0;
            line(ui, &head, Face::SansSemibold, 10.5, 15.0, true, room);
            line(ui, &note.remarks.join(" · "), Face::Sans, 10.5, 15.0, false, room);
            line(ui, &note.memo, Face::SerifItalic, 11.0, 15.0, false, room);
            ui.add_space(4.0);
        });
    });
}
