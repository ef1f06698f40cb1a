//! A text of the codebook as a field. It shows what the project says: what is typed is a step at once.

use egui::{Ui, WidgetInfo};

use super::pane::CodebookPane;
use crate::model::WordPlace;
use crate::model::edits::codebook::CodebookStep;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{job, multiline, say, singleline};
use crate::ui::{Command, Cx};

/// A small heading above a field.
pub(super) fn caption(ui: &mut Ui, words: &str, cx: &Cx<'_>) {
    let width = ui.available_width();
    say(ui, job(words, Face::SansMedium.size(text::SMALL), cx.theme.ink2, text::SMALL_LINE, width));
}

/// A quiet remark.
pub(super) fn remark(ui: &mut Ui, words: &str, cx: &Cx<'_>) {
    let width = ui.available_width();
    say(ui, job(words, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width));
}

/// A field of one line.
pub(super) fn line(
    ui: &mut Ui,
    pane: &CodebookPane,
    place: WordPlace,
    name: &str,
    width: f32,
    cx: &mut Cx<'_>,
) {
    words(ui, pane, place, name, &Shape::Line(width), cx);
}

/// A field of several lines.
pub(super) fn lines(ui: &mut Ui, pane: &CodebookPane, place: WordPlace, name: &str, cx: &mut Cx<'_>) {
    words(ui, pane, place, name, &Shape::Lines, cx);
}

enum Shape {
    Line(f32),
    Lines,
}

fn words(ui: &mut Ui, pane: &CodebookPane, place: WordPlace, name: &str, shape: &Shape, cx: &mut Cx<'_>) {
    let Some(there) = cx.project.codebook().words_at(&place) else { return };
    let language = pane.language(cx);
    let mut typed = there.written(language).to_owned();
    // What is not written yet shows the other language, quietly.
    let hint = there.get(language).to_owned();
    let id = ui.scope_id().with(("codebook", &place, language));
    let field = match shape {
        Shape::Line(width) => singleline(ui, id, &mut typed, &hint, *width, cx.theme),
        Shape::Lines => multiline(ui, id, &mut typed, &hint, 1, cx.theme),
    };
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &typed, &typed, "");
        info.label = Some(name.to_owned());
        info
    });
    if field.changed() {
        cx.ask(Command::Codebook(CodebookStep::Words(place, language, typed)));
    }
    if field.lost_focus() {
        cx.ask(Command::CloseStep);
    }
}
