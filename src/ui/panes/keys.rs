//! All keys, and what the tags mean: help that comes from the tables it explains.

use egui::{ScrollArea, Ui, vec2};

use crate::model::TagPart;
use crate::ui::shortcuts::{SHORTCUTS, shown_press};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, Square, actions, job, key_cap, letter_square, overlay, say};
use crate::ui::{Command, Cx};

/// Shows all keys over the window.
pub fn keys(ctx: &egui::Context, cx: &mut Cx<'_>) {
    help(ctx, "keys", cx.words.all_keys, cx, |ui, cx| {
        if cx.document().is_some() {
            let name = (cx.words.command_name)(&Command::CueList).unwrap_or_default();
            if Button::new(name, Look::Outlined).icon(icon::CUES).ui(ui, cx.theme).clicked() {
                cx.ask(Command::CueList);
            }
            ui.add_space(6.0);
        }
        let mut last: Option<Command> = None;
        for shortcut in SHORTCUTS.iter() {
            // Nine digits are one line.
            if matches!(shortcut.command, Command::Tag(n) | Command::TagAll(n) | Command::DecideTag(n) if n > cx.project.codebook().tags.len())
            {
                continue;
            }
            let name = name_of(&shortcut.command, cx);
            let again = last.as_ref() == Some(&shortcut.command);
            last = Some(shortcut.command.clone());
            let key = shown_press(shortcut.press, cx.words);
            row(ui, &key, if again { "" } else { &name }, cx);
        }
    });
}

/// What a command is called in the list of keys.
fn name_of(command: &Command, cx: &Cx<'_>) -> String {
    let tag = |key: usize| {
        let tag = cx.project.codebook().tag_on_key(key);
        tag.map(|tag| tag.name.get(cx.words.language).to_owned()).unwrap_or_default()
    };
    match command {
        Command::Tag(key) => (cx.words.tag_with)(&tag(*key)),
        Command::TagAll(key) => (cx.words.tag_all_with)(&tag(*key)),
        Command::DecideTag(key) => (cx.words.compare.decide_with)(&tag(*key)),
        other => (cx.words.command_name)(other).unwrap_or_default().to_owned(),
    }
}

fn row(ui: &mut Ui, key: &str, name: &str, cx: &Cx<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), egui::Sense::hover());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, format!("{key}: {name}"))
    });
    let width = crate::ui::widgets::width_of(ui, key, Face::SansSemibold.size(text::BADGE)) + 10.0;
    let at = egui::pos2(rect.left() + width.max(18.0), rect.center().y);
    key_cap(ui.painter(), at, key, cx.theme.ink2, cx.theme.line);
    let at = egui::pos2(rect.left() + 130.0, rect.center().y);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, name, Face::Sans.size(text::BODY), cx.theme.ink);
}

/// Shows what the tags mean over the window.
pub fn definitions(ctx: &egui::Context, cx: &mut Cx<'_>) {
    help(ctx, "definitions", cx.words.definitions, cx, |ui, cx| meanings(ui, cx));
}

/// The order of the decision, then what each tag and facet means, one below the other.
fn meanings(ui: &mut Ui, cx: &Cx<'_>) {
    let language = cx.words.language;
    let labels = cx.words.codebook.labels;
    let codebook = cx.project.codebook();
    let width = ui.available_width();
    let head = |words: &str| job(words, Face::SansSemibold.size(text::PANE_HEAD), cx.theme.ink, 22.0, width);
    let body = |words: &str| job(words, Face::Sans.size(text::BODY), cx.theme.ink, text::BODY_LINE, width);
    for tag in &codebook.tags {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), egui::Sense::hover());
            let look = Square::Filled(tag.letter.get(language), cx.theme.tag(tag.swatch));
            letter_square(ui.painter(), rect, look, cx.theme);
            say(ui, head(tag.name.get(language)));
        });
        for part in TagPart::DEFINITION.into_iter().filter(|part| *part != TagPart::Short) {
            match (part, part.of(tag).get(language)) {
                (_, "") => {}
                (TagPart::Definition | TagPart::TieBreaks, words) => drop(say(ui, body(words))),
                (_, words) => drop(say(ui, body(&format!("{}: {words}", (labels.part)(part))))),
            }
        }
        ui.add_space(14.0);
    }
    let decision = codebook.decision.get(language);
    if !decision.is_empty() {
        say(ui, head(labels.decision));
        say(ui, body(decision));
        ui.add_space(14.0);
    }
    if !codebook.facets.is_empty() {
        say(ui, head(labels.facets));
    }
    for facet in &codebook.facets {
        let words = match facet.definition.get(language) {
            "" => facet.name.get(language).to_owned(),
            definition => format!("{}: {definition}", facet.name.get(language)),
        };
        say(ui, body(&words));
    }
}

fn help(
    ctx: &egui::Context,
    id: &str,
    title: &str,
    cx: &mut Cx<'_>,
    contents: impl FnOnce(&mut Ui, &mut Cx<'_>),
) {
    let theme = cx.theme;
    let height = (ctx.content_rect().height() - 220.0).max(200.0);
    let (close, beside) = overlay(ctx, id, 560.0, None, theme, |ui| {
        say(ui, job(title, Face::SansSemibold.size(text::PANE_HEAD), theme.ink, 22.0, 500.0));
        ui.add_space(6.0);
        ScrollArea::vertical()
            .id_salt(id)
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| contents(ui, cx));
        ui.add_space(8.0);
        actions(ui, |ui| Button::new(cx.words.close, Look::Primary).ui(ui, theme).clicked())
    });
    if close || beside {
        cx.ask(Command::CloseOverlay);
    }
}
