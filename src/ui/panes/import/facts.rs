//! What reading one paper did: format, pages, joined words, what was left out.

use egui::{ScrollArea, Ui};

use crate::model::Document;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, actions, job, overlay, say};
use crate::ui::{Command, Cx};

/// Name and value of every fact.
pub(super) fn facts(document: &Document, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
    let words = &cx.words.import;
    let (origin, print, head) = (&document.origin, &document.print, &document.head);
    let number = |count: usize| cx.words.language.number(count);
    let dates: Vec<String> = [head.asked, head.answered, head.issued]
        .into_iter()
        .flatten()
        .map(|date| cx.words.language.date(date))
        .collect();
    let kind: Vec<&str> = [origin.format.as_str(), origin.encoding.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let counted = |count: usize| if count == 0 { String::new() } else { number(count) };
    [
        (words.file, origin.file.clone()),
        (words.title, head.title.clone().unwrap_or_default()),
        (words.asker, head.askers_printed()),
        (words.office, head.answerer.clone().unwrap_or_default()),
        (words.dates, dates.join(" · ")),
        (words.format, kind.join(" · ")),
        (
            words.size,
            (words.size_of)(document.body.as_str().chars().count(), document.body.as_str().lines().count()),
        ),
        (words.pages, counted(print.pages.len())),
        (words.hyphens, counted(print.joined.hyphens)),
        (words.lines, counted(print.joined.lines)),
        (words.page_breaks, counted(print.joined.page_breaks)),
        (words.notes, counted(print.notes.len())),
        (words.left_out, counted(print.left_out.len())),
        ("SHA-256", short(&origin.sha256)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

fn short(digits: &str) -> String {
    if digits.len() < 32 {
        digits.to_owned()
    } else {
        format!("{}…{}", &digits[..14], &digits[digits.len() - 12..])
    }
}

/// Shows the facts as a table in two columns.
pub(super) fn table(ui: &mut Ui, document: &Document, name_width: f32, cx: &Cx<'_>) {
    let theme = cx.theme;
    for (name, value) in facts(document, cx) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let names = job(name, Face::Sans.size(text::SMALL), theme.ink3, text::SMALL_LINE, name_width);
            let cell = egui::vec2(name_width, text::SMALL_LINE);
            let galley = ui.painter().layout_job(names);
            let (rect, _) = ui.allocate_exact_size(cell.max(galley.size()), egui::Sense::hover());
            ui.painter().galley(rect.min, galley, theme.ink3);
            let width = ui.available_width();
            let values =
                job(value.as_str(), Face::Sans.size(text::SMALL), theme.ink, text::SMALL_LINE, width);
            let response = say(ui, values);
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, format!("{name}: {value}"))
            });
        });
        ui.add_space(5.0);
    }
}

/// Shows over the window how the open paper was read, and every word that was left out.
pub fn print_facts(ctx: &egui::Context, cx: &mut Cx<'_>) {
    let Some(document) = cx.document() else {
        cx.ask(Command::CloseOverlay);
        return;
    };
    let theme = cx.theme;
    let ((), beside) = overlay(ctx, "print facts", 620.0, None, theme, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let title = cx.words.import.how_read;
        say(ui, job(title, Face::SansSemibold.size(text::PANE_HEAD), theme.ink, 22.0, 560.0));
        ui.add_space(12.0);
        ScrollArea::vertical()
            .id_salt("print facts")
            .max_height(ui.ctx().content_rect().height() - 240.0)
            .show(ui, |ui| {
                table(ui, document, 150.0, cx);
                if document.print.left_out.is_empty() {
                    return;
                }
                ui.add_space(8.0);
                let head = cx.words.import.left_out_words;
                say(ui, job(head, Face::SansSemibold.size(text::BODY), theme.ink, text::BODY_LINE, 560.0));
                ui.add_space(6.0);
                for out in &document.print.left_out {
                    let page = document
                        .print
                        .page_of(out.at)
                        .map(|page| (cx.words.import.page)(page))
                        .unwrap_or_default();
                    let line =
                        if page.is_empty() { out.words.clone() } else { format!("{page}   {}", out.words) };
                    let width = ui.available_width();
                    say(ui, job(line, Face::Serif.size(13.0), theme.ink2, text::BODY_LINE, width));
                }
            });
        ui.add_space(12.0);
        actions(ui, |ui| {
            if Button::new(cx.words.close, Look::Primary).ui(ui, theme).clicked() {
                cx.ask(Command::CloseOverlay);
            }
        });
    });
    if beside {
        cx.ask(Command::CloseOverlay);
    }
}
