//! The bar at the top: which project, how far, undo, export.

use egui::accesskit::Role;
use egui::{Align, Layout, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::team::{TeamButton, blind_sign, team_button};
use crate::model::LineStyle;
use crate::model::analysis::{RoundPart, document_state};
use crate::model::edits::Label;
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Button, Look, elided, icon_button, progress, say, tag_line, width_of};
use crate::ui::{Command, Cx, View, shortcuts};

/// What the bar shows besides the project itself.
#[derive(Clone, Copy, Debug)]
pub struct TopBar<'a> {
    /// Name of the project or of its file.
    pub title: &'a str,
    pub unsaved: bool,
    pub undo: Option<&'a Label>,
    pub redo: Option<&'a Label>,
    /// How far I am in the round I sit in, where that was planned.
    pub part: Option<RoundPart>,
}

/// Shows the bar in the space it is given.
pub fn top_bar(ui: &mut Ui, bar: TopBar<'_>, cx: &mut Cx<'_>) {
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0, cx.theme.chrome);
    ui.painter().hline(area.x_range(), area.bottom() - 0.5, cx.theme.hairline());
    let narrow = area.width() < space::NARROW;
    let inner = area.shrink2(vec2(12.0, 0.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(egui::UiBuilder::new().id_salt("right").max_rect(inner).layout(layout));
    right.spacing_mut().item_spacing.x = 4.0;
    right_side(&mut right, bar, narrow, cx);
    let end = right.min_rect().left();

    let left = Rect::from_min_max(inner.min, pos2(end - 12.0, inner.bottom()));
    let layout = Layout::left_to_right(Align::Center);
    let mut left = ui.new_child(egui::UiBuilder::new().id_salt("left").max_rect(left).layout(layout));
    left.spacing_mut().item_spacing.x = 6.0;
    left_side(&mut left, bar, narrow, cx);
}

fn left_side(ui: &mut Ui, bar: TopBar<'_>, narrow: bool, cx: &mut Cx<'_>) {
    let name = (cx.words.command_name)(&Command::List).unwrap_or_default();
    if icon_button(ui, icon::LIST, name, true, cx.theme).clicked() {
        cx.ask(Command::List);
    }
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
    sign(ui, rect.shrink(2.0), 1.0, cx);
    let most = if narrow { ui.available_width() } else { 320.0 };
    project_menu(ui, bar, most, cx);
    if narrow {
        return;
    }
    let Some(document) = cx.document().filter(|_| cx.position.view == View::Coding) else { return };
    separator(ui, cx);
    let width = ui.available_width();
    if width > 80.0 {
        say(ui, elided(document.title(), Face::Sans.size(text::BODY), cx.theme.ink2, width));
    }
}

/// The three lines of the tags: the sign of the program.
pub(super) fn sign(ui: &Ui, rect: Rect, scale: f32, cx: &Cx<'_>) {
    use crate::model::Swatch::{Blue, Green, Orange};
    let step = rect.height() / 4.0;
    for (nth, (swatch, style)) in
        [(Green, LineStyle::Solid), (Orange, LineStyle::Wavy), (Blue, LineStyle::Dashed)]
            .into_iter()
            .enumerate()
    {
        let y = rect.top() + step * (nth as f32 + 1.0);
        let color = cx.theme.tag(swatch).fill;
        if scale > 1.0 {
            let painter = ui.painter();
            let stroke = egui::Stroke::new(4.0, color);
            match style {
                LineStyle::Wavy => {
                    let points = (0..=40)
                        .map(|at| {
                            let share = at as f32 / 40.0;
                            let x = rect.left() + rect.width() * share;
                            pos2(x, y + 3.0 * (share * std::f32::consts::TAU * 2.0).sin())
                        })
                        .collect();
                    painter.add(egui::Shape::line(points, stroke));
                }
                LineStyle::Dashed => {
                    let ends = [pos2(rect.left() + 1.0, y), pos2(rect.right(), y)];
                    painter.extend(egui::Shape::dashed_line(&ends, stroke, 8.0, 4.0));
                }
                _ => {
                    painter.hline(rect.x_range(), y, stroke);
                }
            }
        } else {
            tag_line(ui.painter(), rect.x_range(), y, style, color);
        }
    }
}

fn project_menu(ui: &mut Ui, bar: TopBar<'_>, most: f32, cx: &mut Cx<'_>) {
    let font = Face::SansSemibold.size(text::BODY);
    let width = (width_of(ui, bar.title, font.clone()) + 1.0).min(most - 40.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width + 34.0, 32.0), Sense::click());
    let name = (cx.words.project_name)(bar.title, bar.unsaved);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, space::RADIUS_CONTROL, cx.theme.hover);
    }
    let galley = painter.layout_job(elided(bar.title, font, cx.theme.ink, width + 1.0));
    let text_at = pos2(rect.left() + 6.0, rect.center().y - galley.size().y / 2.0);
    let right = text_at.x + galley.size().x;
    painter.galley(text_at, galley, cx.theme.ink);
    if bar.unsaved {
        painter.circle_filled(pos2(right + 9.0, rect.center().y), 3.5, cx.theme.ink3);
    }
    let caret_at = pos2(rect.right() - 8.0, rect.center().y);
    painter.text(caret_at, egui::Align2::CENTER_CENTER, icon::DOWN, Face::Icon.size(11.0), cx.theme.ink3);
    crate::ui::widgets::focus_ring(ui, rect, response.has_focus(), cx.theme);
    egui::Popup::menu(&response).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for command in [
            Command::Open,
            Command::AddDocuments,
            Command::AddFolder,
            Command::BringIn,
            Command::ImportView,
            Command::Save,
            Command::SaveAs,
            Command::Export,
            Command::NewProject,
            Command::CloseProject,
            Command::Palette,
            Command::Keys,
            Command::Settings,
            Command::Quit,
        ] {
            let name = (cx.words.command_name)(&command).unwrap_or_default();
            let key = shortcuts::shown(&command, cx.words);
            if Button::new(name, Look::Plain).key(key).row(300.0).ui(ui, cx.theme).clicked() {
                cx.ask(command);
                ui.close();
            }
        }
    });
    response.on_hover_text(name);
}

fn right_side(ui: &mut Ui, bar: TopBar<'_>, narrow: bool, cx: &mut Cx<'_>) {
    let key = shortcuts::shown(&Command::Export, cx.words).unwrap_or_default();
    let export = if narrow {
        icon_button(ui, icon::EXPORT, cx.words.export, true, cx.theme)
    } else {
        Button::new(cx.words.export, Look::Outlined).icon(icon::EXPORT).ui(ui, cx.theme).on_hover_text(key)
    };
    if export.clicked() {
        cx.ask(Command::Export);
    }
    separator(ui, cx);
    for (command, sign, label) in
        [(Command::Redo, icon::REDO, bar.redo), (Command::Undo, icon::UNDO, bar.undo)]
    {
        let what = label.map(|label| (cx.words.label)(label, cx.project.codebook()));
        let name = (cx.words.command_name)(&command).unwrap_or_default();
        let key = shortcuts::shown(&command, cx.words).unwrap_or_default();
        let name = match &what {
            Some(what) => format!("{name}: {what} ({key})"),
            None => format!("{name} ({key})"),
        };
        if icon_button(ui, sign, &name, what.is_some(), cx.theme).clicked() {
            cx.ask(command);
        }
    }
    let name = (cx.words.command_name)(&Command::FindInProject).unwrap_or_default();
    let key = shortcuts::shown(&Command::FindInProject, cx.words).unwrap_or_default();
    if icon_button(ui, icon::SEARCH, &format!("{name} ({key})"), true, cx.theme).clicked() {
        cx.ask(Command::FindInProject);
    }
    separator(ui, cx);
    team_button(ui, if narrow { TeamButton::SignOnly } else { TeamButton::WithName }, cx);
    if let Some(part) = bar.part.filter(|_| cx.project.is_blind()) {
        separator(ui, cx);
        blind_sign(ui, part, narrow, cx);
    }
    let Some(document) = cx.document().filter(|_| cx.position.view == View::Coding) else { return };
    let tally = document_state(cx.project, document);
    if tally.questions == 0 {
        return;
    }
    separator(ui, cx);
    let (done, count) = (tally.tagged(), tally.questions);
    let shown = (cx.words.of)(done, count);
    let font = Face::SansSemibold.size(text::BODY);
    let width = width_of(ui, &shown, font.clone());
    let (rect, response) = ui.allocate_exact_size(vec2(width + 8.0, 32.0), Sense::hover());
    let name = (cx.words.tagged_of)(done, count);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, &shown, font, cx.theme.ink);
    response.on_hover_text(name);
    if !narrow {
        let (rect, _) = ui.allocate_exact_size(vec2(96.0, 32.0), Sense::hover());
        progress(ui.painter(), rect, done as f32 / count as f32, cx.theme);
    }
}

fn separator(ui: &mut Ui, cx: &Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(13.0, 20.0), Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), cx.theme.hairline());
}
