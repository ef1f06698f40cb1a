//! An answer with the evidence of several people: each passage underlined in the line of its tag, with the number of
//! the person beside it.

use egui::accesskit::Role;
use egui::{Color32, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::analysis::disagreement::Vote;
use crate::model::text::{Span, char_from_byte};
use crate::model::{Document, LineStyle, Swatch};
use crate::ui::Cx;
use crate::ui::theme::Face;
use crate::ui::widgets::{badge, job, row_rects, tag_line};

/// A passage to be underlined.
pub(super) struct Mark {
    span: Span,
    /// Number of the person.
    number: String,
    tag: (Swatch, LineStyle),
    /// Overlapping passages stand below one another: 0 is the topmost.
    level: usize,
}

/// What these people marked, in the order of the text. A lost passage has no place.
pub(super) fn marks(document: &Document, votes: &[Vote<'_>], cx: &Cx<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (nth, vote) in votes.iter().enumerate() {
        let tag = vote.coding.tag.as_ref().and_then(|tag| cx.project.codebook().tag(tag));
        let Some(tag) = tag else { continue };
        let found = vote.coding.evidence.iter().filter(|evidence| evidence.is_in_place(&document.body));
        marks.extend(found.map(|evidence| Mark {
            span: evidence.span,
            number: (nth + 1).to_string(),
            tag: (tag.swatch, tag.line),
            level: 0,
        }));
    }
    marks.sort_by_key(|mark| mark.span);
    let mut taken: Vec<usize> = Vec::new();
    for mark in &mut marks {
        let level = taken.iter().position(|end| *end <= mark.span.start).unwrap_or(taken.len());
        match taken.get_mut(level) {
            Some(end) => *end = mark.span.end,
            None => taken.push(mark.span.end),
        }
        // A fourth line would run through the next row of words.
        mark.level = level.min(2);
    }
    marks
}

/// Shows a place of the paper, paragraph by paragraph.
pub(super) fn answer(ui: &mut Ui, document: &Document, place: Span, marks: &[Mark], cx: &Cx<'_>) {
    for pieces in document.paragraphs(place) {
        paragraph(ui, document, &pieces, marks, cx);
    }
}

fn paragraph(ui: &mut Ui, document: &Document, pieces: &[Span], marks: &[Mark], cx: &Cx<'_>) {
    let mut shown = String::new();
    // From which byte of the shown text on each piece stands.
    let mut starts = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !shown.is_empty() {
            shown.push(' ');
        }
        starts.push(shown.len());
        shown.push_str(document.body.at(*piece));
    }
    let size = cx.preferences.reading_size;
    let (width, line) = (ui.available_width(), (size * 1.6).round());
    let words = job(shown.as_str(), Face::Serif.size(size), Color32::PLACEHOLDER, line, width);
    let galley = ui.painter().layout_job(words);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 6.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &shown));
    let mut badges: Vec<(f32, &str)> = Vec::new();
    for (piece, start) in pieces.iter().zip(&starts) {
        for mark in marks {
            let Some(part) = mark.span.cut(*piece) else { continue };
            let byte = |at: usize| start + at - piece.start;
            let chars = char_from_byte(&shown, byte(part.start))..char_from_byte(&shown, byte(part.end));
            let rects = row_rects(&galley, rect.min, chars);
            underline(ui, mark, &rects, size, cx);
            let begins_here = mark.span.start >= piece.start;
            if let Some(first) = rects.first().filter(|_| begins_here) {
                number(ui, rect, first, mark, &mut badges, cx);
            }
        }
    }
    ui.painter().galley_with_override_text_color(rect.min, galley, cx.theme.ink);
}

fn underline(ui: &Ui, mark: &Mark, rects: &[Rect], size: f32, cx: &Cx<'_>) {
    let (swatch, style) = mark.tag;
    for rect in rects {
        let y = rect.center().y + size * 0.35 + 5.0 + 4.0 * mark.level as f32;
        tag_line(ui.painter(), rect.x_range(), y, style, cx.theme.tag(swatch).fill);
    }
}

fn number<'a>(
    ui: &Ui,
    text: Rect,
    row: &Rect,
    mark: &'a Mark,
    badges: &mut Vec<(f32, &'a str)>,
    cx: &Cx<'_>,
) {
    let y = row.center().y;
    let beside = badges.iter().filter(|(other, _)| (other - y).abs() < 2.0);
    if beside.clone().any(|(_, number)| *number == mark.number) {
        return;
    }
    let colours = cx.theme.tag(mark.tag.0);
    let center = pos2(text.left() - 18.0 - 20.0 * beside.count() as f32, y);
    badge(ui.painter(), center, &mark.number, colours.tint, colours.text);
    badges.push((y, &mark.number));
}
