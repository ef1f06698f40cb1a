//! Language, look, text size, single keys.

use egui::accesskit::Role;
use egui::{Align, Layout, Ui};

use crate::model::{Language, ThemeChoice};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, Segment, actions, job, overlay, say, segments, singleline};
use crate::ui::{Command, Cx};

/// Shows the settings over the window. `project` says whether one is open: then it can be named.
pub fn settings(ctx: &egui::Context, project: bool, cx: &mut Cx<'_>) {
    let theme = cx.theme;
    let ((), beside) = overlay(ctx, "settings", 460.0, None, theme, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        let title = job(cx.words.settings, Face::SansSemibold.size(text::PANE_HEAD), theme.ink, 22.0, 400.0);
        say(ui, title);
        if project {
            row(ui, cx.words.project_name_field, cx, |ui, cx| {
                let mut name = cx.project.name().to_owned();
                let id = ui.scope_id().with("project name");
                let field = singleline(ui, id, &mut name, cx.words.like_file, 220.0, cx.theme);
                field.widget_info(|| {
                    let mut info = egui::WidgetInfo::text_edit(true, &name, &name, "");
                    info.label = Some(cx.words.project_name_field.to_owned());
                    info
                });
                if field.changed() {
                    cx.ask(Command::RenameProject(name));
                }
                if field.lost_focus() {
                    cx.ask(Command::CloseStep);
                }
            });
        }
        row(ui, cx.words.language_name, cx, |ui, cx| {
            system_language(ui, cx);
        });
        row(ui, cx.words.look, cx, theme_segments);
        row(ui, cx.words.reading_size, cx, |ui, cx| {
            for (name, command) in
                [("+", Command::Larger), (cx.words.usual, Command::UsualSize), ("−", Command::Smaller)]
            {
                if Button::new(name, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked() {
                    cx.ask(command);
                }
            }
            let size = format!("{:.1}", cx.preferences.reading_size);
            let size = if cx.words.language == Language::German { size.replace('.', ",") } else { size };
            say(
                ui,
                job(format!("{size} pt"), Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, 80.0),
            );
        });
        row(ui, cx.words.single_keys, cx, |ui, cx| {
            let on = cx.preferences.single_keys;
            let items = choice(&[(cx.words.on, on), (cx.words.off, !on)]);
            let id = ui.scope_id().with("single keys");
            if let Some(nth) = segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
                cx.ask(Command::SingleKeys(nth == 0));
            }
        });
        let font = Face::Sans.size(text::SMALL);
        let width = ui.available_width();
        say(ui, job(cx.words.single_keys_why, font, cx.theme.ink3, text::SMALL_LINE, width));
        ui.add_space(6.0);
        actions(ui, |ui| {
            if Button::new(cx.words.close, Look::Primary).ui(ui, cx.theme).clicked() {
                cx.ask(Command::CloseOverlay);
            }
        });
    });
    if beside {
        cx.ask(Command::CloseOverlay);
    }
}

fn row(ui: &mut Ui, name: &str, cx: &mut Cx<'_>, add: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    ui.horizontal(|ui| {
        ui.set_min_height(32.0);
        say(ui, job(name, Face::Sans.size(text::BODY), cx.theme.ink, text::BODY_LINE, 170.0));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| add(ui, cx));
    });
}

fn choice(items: &[(&str, bool)]) -> Vec<Segment> {
    items.iter().map(|(name, chosen)| Segment::plain(name, *chosen)).collect()
}

fn system_language(ui: &mut Ui, cx: &mut Cx<'_>) {
    let chosen = cx.preferences.language;
    let items = choice(&[
        ("Deutsch", chosen == Some(Language::German)),
        ("English", chosen == Some(Language::English)),
        (cx.words.like_system, chosen.is_none()),
    ]);
    let id = ui.scope_id().with("language");
    if let Some(nth) = segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
        cx.ask(Command::Language([Some(Language::German), Some(Language::English), None][nth]));
    }
}

/// Deutsch · English; the one in force is chosen.
pub(super) fn language_segments(ui: &mut Ui, cx: &mut Cx<'_>) {
    let language = cx.words.language;
    let items =
        choice(&[("Deutsch", language == Language::German), ("English", language == Language::English)]);
    let id = ui.scope_id().with("language");
    if let Some(nth) = segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
        cx.ask(Command::Language(Some([Language::German, Language::English][nth])));
    }
}

/// Light · dark · like the system.
pub(super) fn theme_segments(ui: &mut Ui, cx: &mut Cx<'_>) {
    const CHOICES: [ThemeChoice; 3] = [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::System];
    let chosen = cx.preferences.theme;
    let mut items = choice(&[
        (cx.words.light, chosen == CHOICES[0]),
        (cx.words.dark, chosen == CHOICES[1]),
        (cx.words.like_system, chosen == CHOICES[2]),
    ]);
    items[0].icon = Some(icon::LIGHT);
    items[1].icon = Some(icon::DARK);
    let id = ui.scope_id().with("look");
    if let Some(nth) = segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
        cx.ask(Command::Theme(CHOICES[nth]));
    }
}
