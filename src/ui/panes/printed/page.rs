//! A publication as sheets of paper, one under the other.

use egui::accesskit::Role;
use egui::{CornerRadius, Frame, Margin, Stroke, Ui, WidgetInfo, vec2};

use super::{charts, findings, quotations, reading, strip};
use crate::model::analysis::summary::{Block, Publication, Section};
use crate::ui::theme::{Face, LIGHT};
use crate::ui::widgets::{job, say, width_of};

/// So wide is the text of a page at most.
const COLUMN: f32 = 640.0;
const EDGE: i8 = 36;

/// Shows the first sections of a publication.
pub fn pages(ui: &mut Ui, publication: &Publication, most: usize) {
    for section in publication.sections.iter().take(most) {
        // The bar of the scroll area lies over the edge.
        let width = (ui.available_width() - 2.0 * f32::from(EDGE) - 12.0).min(COLUMN);
        ui.horizontal(|ui| {
            ui.add_space(((ui.available_width() - width) / 2.0 - f32::from(EDGE)).max(0.0));
            sheet(ui, section, width);
        });
        ui.add_space(14.0);
    }
}

fn sheet(ui: &mut Ui, section: &Section, width: f32) {
    let paper = Frame::new()
        .fill(LIGHT.raised)
        .stroke(Stroke::new(1.0, LIGHT.line))
        .corner_radius(CornerRadius::same(2))
        .inner_margin(Margin::same(EDGE));
    let shown = paper.show(ui, |ui| {
        ui.set_width(width);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            for block in &section.blocks {
                show(ui, block, width);
            }
        });
    });
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Document, true, &section.title));
}

fn show(ui: &mut Ui, block: &Block, width: f32) {
    match block {
        Block::Over(words) => {
            line(ui, words, Face::Sans, 11.0, 16.0, false, width);
            ui.add_space(4.0);
        }
        Block::Title(words) => {
            line(ui, words, Face::SerifSemibold, 20.0, 26.0, true, width);
            ui.add_space(10.0);
        }
        Block::OwnTitle(words) => {
            line(ui, words, Face::SansSemibold, 20.0, 26.0, true, width);
            ui.add_space(10.0);
        }
        Block::Heading(words) => {
            ui.add_space(10.0);
            line(ui, words, Face::SansSemibold, 14.0, 20.0, true, width);
            ui.add_space(4.0);
        }
        Block::Facts(facts) => facts_of(ui, facts, width),
        Block::Outcome { headline, counts } => outcome(ui, headline, counts, width),
        Block::Strip(cells) => strip::strip(ui, cells, width),
        Block::Findings(found) => findings::findings(ui, found, width),
        Block::Quotations(quotations) => quotations::quotations(ui, quotations, width),
        Block::Reading(paragraphs) => reading::reading(ui, paragraphs, width),
        Block::Contents(entries) => {
            for entry in entries {
                line(ui, &entry.title, Face::SerifSemibold, 12.5, 18.0, true, width);
                line(ui, &entry.found, Face::Sans, 11.0, 16.0, false, width);
                ui.add_space(6.0);
            }
        }
        Block::Strips(strips) => {
            for paper in strips {
                line(ui, &paper.paper, Face::SansMedium, 11.0, 16.0, false, width);
                strip::small_strip(ui, &paper.strip, width);
                ui.add_space(4.0);
            }
        }
        Block::Bars(chart) => charts::bars(ui, chart, width),
        Block::Days(chart) => charts::days(ui, chart, width),
        Block::Paragraph(words) => {
            line(ui, words, Face::Sans, 12.0, 18.0, true, width);
            ui.add_space(6.0);
        }
        Block::Notice(words) => {
            ui.add_space(6.0);
            line(ui, words, Face::SansMedium, 12.5, 19.0, true, width);
            ui.add_space(6.0);
        }
        Block::Footer(lines) => {
            ui.add_space(10.0);
            for words in lines {
                line(ui, words, Face::Sans, 10.0, 14.5, false, width);
                ui.add_space(3.0);
            }
        }
    }
}

/// A paragraph of one face. Nothing is shown of an empty one.
pub(super) fn line(ui: &mut Ui, words: &str, face: Face, size: f32, height: f32, strong: bool, width: f32) {
    if words.is_empty() {
        return;
    }
    let ink = if strong { LIGHT.ink } else { LIGHT.ink2 };
    say(ui, job(words, face.size(size), ink, height, width));
}

fn facts_of(ui: &mut Ui, facts: &[(String, String)], width: f32) {
    let font = Face::Sans.size(11.5);
    let names = facts.iter().map(|(name, _)| width_of(ui, name, font.clone())).fold(0.0, f32::max) + 16.0;
    for (name, value) in facts {
        ui.horizontal_top(|ui| {
            let name = job(name.as_str(), font.clone(), LIGHT.ink3, 17.0, names);
            ui.allocate_ui(vec2(names, 17.0), |ui| {
                ui.set_min_width(names);
                say(ui, name);
            });
            say(ui, job(value.as_str(), font.clone(), LIGHT.ink, 17.0, width - names));
        });
    }
    ui.add_space(12.0);
}

fn outcome(ui: &mut Ui, headline: &str, counts: &str, width: f32) {
    let beside = width_of(ui, counts, Face::Sans.size(11.5)) + 16.0;
    if beside < width * 0.5 {
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(width - beside, 21.0), |ui| {
                ui.set_min_width(width - beside);
                line(ui, headline, Face::SansSemibold, 14.5, 21.0, true, width - beside);
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                line(ui, counts, Face::Sans, 11.5, 21.0, false, beside);
            });
        });
    } else {
        line(ui, headline, Face::SansSemibold, 14.5, 21.0, true, width);
        line(ui, counts, Face::Sans, 11.5, 18.0, false, width);
    }
    ui.add_space(8.0);
}
