//! Text with a face, a colour and a line height, because egui's labels know only the first two.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Response, Ui};

use crate::ui::theme::Face;

/// One text in one face, wrapping at `width` points.
#[must_use]
pub fn job(text: impl Into<String>, font: FontId, color: Color32, line_height: f32, width: f32) -> LayoutJob {
    let format = TextFormat { font_id: font, color, line_height: Some(line_height), ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.into(), format);
    job.wrap.max_width = width.max(1.0);
    job
}

/// The same, cut after `rows` rows with „…“.
#[must_use]
pub fn clamped(job: LayoutJob, rows: usize) -> LayoutJob {
    let wrap = TextWrapping { max_rows: rows, break_anywhere: rows == 1, ..job.wrap };
    LayoutJob { wrap, ..job }
}

/// One line, cut with „…“ at `width`.
#[must_use]
pub fn elided(text: impl Into<String>, font: FontId, color: Color32, width: f32) -> LayoutJob {
    let line = font.size * 1.5;
    clamped(job(text.into().replace('\n', " "), font, color, line, width), 1)
}

/// Puts a text as a label into the layout.
pub fn say(ui: &mut Ui, job: LayoutJob) -> Response {
    let galley: Arc<Galley> = ui.painter().layout_job(job);
    ui.add(egui::Label::new(galley).selectable(false))
}

/// How wide a text is in one line.
#[must_use]
pub fn width_of(ui: &Ui, text: &str, font: FontId) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// A text that fits a width, cut with „…“ where it must be: for widgets that are as wide as their words.
#[must_use]
pub fn fitting(ui: &Ui, text: &str, size: f32, width: f32) -> String {
    let fits = |text: &str| width_of(ui, text, Face::SansSemibold.size(size)) <= width;
    if fits(text) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let cut = |count: usize| letters[..count].iter().collect::<String>().trim_end().to_owned() + "…";
    let counts: Vec<usize> = (1..letters.len()).collect();
    cut(counts.partition_point(|count| fits(&cut(*count))).max(1))
}
