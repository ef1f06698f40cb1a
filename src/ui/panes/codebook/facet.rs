//! One facet: its name, its definition in one sentence, its place in the list.

use egui::accesskit::Role;
use egui::{Align, Layout, Ui, WidgetInfo};

use super::field::{caption, line, lines};
use super::pane::{CodebookPane, Item};
use super::tag::leaving;
use crate::model::edits::codebook::{CodebookStep, codings_with_facet};
use crate::model::{FacetId, FacetPart, TagPart, WordPlace};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{icon_button, job, say};
use crate::ui::{Command, Cx};

pub(super) fn facet(ui: &mut Ui, pane: &mut CodebookPane, id: &FacetId, cx: &mut Cx<'_>) {
    let codebook = cx.project.codebook();
    let found = codebook.facets.iter().enumerate().find(|(_, facet)| facet.id == *id);
    let Some((nth, facet)) = found else { return };
    let words = cx.words.codebook;
    let language = cx.words.language;
    let last = nth + 1 == codebook.facets.len();
    ui.horizontal(|ui| {
        ui.set_min_height(32.0);
        let name = facet.name.get(language);
        let title = job(name, Face::SansSemibold.size(text::PANE_HEAD), cx.theme.ink, 22.0, 400.0);
        say(ui, title).widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, icon::DOWN_ARROW, words.down, !last, cx.theme).clicked() {
                cx.ask(Command::Codebook(CodebookStep::MoveFacet(id.clone(), false)));
            }
            if icon_button(ui, icon::UP, words.up, nth > 0, cx.theme).clicked() {
                cx.ask(Command::Codebook(CodebookStep::MoveFacet(id.clone(), true)));
            }
        });
    });
    ui.add_space(8.0);
    caption(ui, words.name, cx);
    line(ui, pane, WordPlace::Facet(id.clone(), FacetPart::Name), words.name, 320.0, cx);
    ui.add_space(10.0);
    let definition = (words.labels.part)(TagPart::Definition);
    caption(ui, definition, cx);
    lines(ui, pane, WordPlace::Facet(id.clone(), FacetPart::Definition), definition, cx);
    ui.add_space(18.0);
    let codings = codings_with_facet(cx.project, id);
    let others: Vec<(String, CodebookStep, Item)> = codebook
        .facets
        .iter()
        .filter(|other| other.id != *id)
        .map(|other| {
            let name = other.name.get(language).to_owned();
            (name, CodebookStep::MergeFacet(id.clone(), other.id.clone()), Item::Facet(other.id.clone()))
        })
        .collect();
    let drop = Some(CodebookStep::DropFacet(id.clone()));
    leaving(ui, pane, facet.name.get(language), codings, &others, drop, cx);
}
