//! The head of the page: which version is in force and why, in which language it is written, its files.

use egui::accesskit::Role;
use egui::{Align, Layout, Popup, Ui, WidgetInfo, vec2};

use super::field::remark;
use super::pane::CodebookPane;
use crate::model::CodebookFormat;
use crate::model::edits::codebook::{CodebookStep, coded_under};
use crate::ui::lang::words;
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, Segment, job, say, segments, singleline};
use crate::ui::{Command, Cx};

pub(super) fn head(ui: &mut Ui, pane: &mut CodebookPane, cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    ui.horizontal(|ui| {
        ui.set_min_height(34.0);
        let labels = cx.words.codebook.labels;
        let title = job(labels.title, Face::SansSemibold.size(20.0), cx.theme.ink, 28.0, 160.0);
        say(ui, title).widget_info(|| WidgetInfo::labeled(Role::Heading, true, labels.title));
        version(ui, pane, cx);
        ui.add_space(8.0);
        language(ui, pane, cx);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| files(ui, cx));
    });
    ui.horizontal(|ui| {
        ui.set_min_height(30.0);
        let width = 150.0;
        say(ui, job(cx.words.codebook.reason, Face::SansMedium.size(text::BODY), cx.theme.ink, 20.0, width));
        reason(ui, cx);
    });
    let codings = coded_under(cx.project, &cx.project.codebook().version);
    let words = cx.words.codebook;
    let status = if codings == 0 { words.in_place.to_owned() } else { (words.begins_version)(codings) };
    remark(ui, &status, cx);
}

/// The version's name. It is a name for codings too, so it changes when it is complete, not letter by letter.
fn version(ui: &mut Ui, pane: &mut CodebookPane, cx: &mut Cx<'_>) {
    let known = &cx.project.codebook().version;
    let mut typed = pane.version.clone().unwrap_or_else(|| known.clone());
    let id = ui.scope_id().with("version");
    let name = cx.words.codebook.labels.version;
    let field = singleline(ui, id, &mut typed, name, 64.0, cx.theme);
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &typed, &typed, "");
        info.label = Some(name.to_owned());
        info
    });
    if field.changed() {
        pane.version = Some(typed.clone());
    }
    if field.lost_focus()
        && let Some(typed) = pane.version.take().filter(|typed| typed != known)
    {
        cx.ask(Command::Codebook(CodebookStep::Version(typed)));
    }
}

fn reason(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut typed = cx.project.codebook().reason.clone();
    let id = ui.scope_id().with("reason");
    let width = ui.available_width() - 22.0;
    let field = singleline(ui, id, &mut typed, cx.words.codebook.reason_hint, width, cx.theme);
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &typed, &typed, "");
        info.label = Some(cx.words.codebook.reason.to_owned());
        info
    });
    if field.changed() {
        cx.ask(Command::Codebook(CodebookStep::Reason(typed)));
    }
    if field.lost_focus() {
        cx.ask(Command::CloseStep);
    }
}

/// Which language's words the fields show.
fn language(ui: &mut Ui, pane: &mut CodebookPane, cx: &Cx<'_>) {
    use crate::model::Language::{English, German};
    let shown = pane.language(cx);
    let items = [German, English].map(|language| {
        let name = words(language).codebook.labels.language_name;
        let spoken = format!("{}: {name}", cx.words.codebook.written_in);
        Segment { name: spoken, ..Segment::plain(name, language == shown) }
    });
    let id = ui.scope_id().with("written in");
    if let Some(nth) = segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
        pane.other_language = [German, English][nth] != cx.words.language;
    }
}

fn files(ui: &mut Ui, cx: &mut Cx<'_>) {
    let words = cx.words.codebook;
    let out = Button::new(words.export, Look::Outlined).icon(icon::EXPORT).ui(ui, cx.theme);
    Popup::menu(&out).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for format in CodebookFormat::ALL {
            if Button::new((words.format)(format), Look::Plain).row(260.0).ui(ui, cx.theme).clicked() {
                cx.ask(Command::ExportCodebook(format));
                ui.close();
            }
        }
    });
    if Button::new(words.import, Look::Outlined).ui(ui, cx.theme).clicked() {
        cx.ask(Command::ImportCodebook);
    }
}
