//! Which answer this is, and what can be done with all its questions.

use egui::accesskit::Role;
use egui::{Align, Frame, Layout, Margin, Ui, WidgetInfo};

use crate::model::{AnswerGroup, Document};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, Segment, elided, icon_button, job, say, segments};
use crate::ui::{Command, Cx, shortcuts};

pub(super) fn header(ui: &mut Ui, document: &Document, group: &AnswerGroup, cx: &mut Cx<'_>) {
    let frame = Frame::new().inner_margin(Margin { left: 20, right: 10, top: 10, bottom: 12 });
    let place = document.outline.groups.iter().position(|other| other.id == group.id).unwrap_or(0);
    let words = group.answers.iter().map(|span| document.body.words_at(*span)).sum();
    let labels: Vec<&str> = group.questions.iter().map(|question| question.label.as_str()).collect();
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.set_min_height(32.0);
            let count = document.outline.groups.len();
            let over = (cx.words.answer_of)(place + 1, count, words);
            let font = Face::Sans.size(text::SMALL);
            say(ui, job(over, font, cx.theme.ink3, text::SMALL_LINE, 260.0));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = cx.words.more;
                let more = icon_button(ui, icon::MORE, name, true, cx.theme);
                egui::Popup::menu(&more).show(|ui| document_menu(ui, cx));
                if icon_button(ui, icon::READ, cx.words.definitions, true, cx.theme).clicked() {
                    cx.ask(Command::Definition);
                }
            });
        });
        let title = (cx.words.questions_jointly)(&labels);
        let width = ui.available_width();
        let font = Face::SansSemibold.size(text::PANE_HEAD);
        let response = say(ui, job(title, font, cx.theme.ink, 22.0, width));
        response
            .widget_info(|| WidgetInfo::labeled(Role::Heading, true, (cx.words.questions_jointly)(&labels)));
        if group.questions.len() > 1 {
            ui.add_space(6.0);
            all_same_row(ui, group.questions.len(), cx);
        }
    });
    let y = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), y, cx.theme.hairline());
    ui.add_space(1.0);
}

/// "All four the same": never filled in beforehand.
fn all_same_row(ui: &mut Ui, count: usize, cx: &mut Cx<'_>) {
    ui.horizontal(|ui| {
        ui.set_min_height(26.0);
        let font = Face::Sans.size(text::SMALL);
        let label = (cx.words.all_same)(count);
        say(ui, job(label.as_str(), font.clone(), cx.theme.ink2, text::SMALL_LINE, 200.0));
        let language = cx.words.language;
        let items: Vec<Segment> = cx
            .project
            .codebook()
            .tags
            .iter()
            .map(|tag| Segment {
                text: tag.letter.get(language).to_owned(),
                icon: None,
                name: format!("{label}: {}", tag.name.get(language)),
                chosen: false,
                colours: None,
            })
            .collect();
        let id = ui.scope_id().with("all same");
        if let Some(nth) = segments(ui, id, &items, 26.0, Role::Button, cx.theme) {
            cx.ask(Command::TagAll(nth + 1));
        }
        if ui.available_width() > 70.0 {
            let width = ui.available_width();
            ui.add(egui::Label::new(ui.painter().layout_job(elided(
                cx.words.shift_digit,
                font,
                cx.theme.ink3,
                width,
            ))));
        }
    });
}

fn document_menu(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for command in [
        Command::Clear,
        Command::ClearAll,
        Command::Later,
        Command::OutlineMode,
        Command::PrintFacts,
        Command::ReadAgain,
        Command::RemoveThisDocument,
    ] {
        let name = (cx.words.command_name)(&command).unwrap_or_default();
        let key = shortcuts::shown(&command, cx.words);
        if Button::new(name, Look::Plain).key(key).row(400.0).ui(ui, cx.theme).clicked() {
            cx.ask(command);
            ui.close();
        }
    }
}
