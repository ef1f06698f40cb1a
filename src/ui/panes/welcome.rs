//! The first thing a person sees: what this is, something to open, something to try.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Align, CornerRadius, Layout, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::offered::{OfferedProject, offered_row};
use super::settings::{language_segments, theme_segments};
use super::top_bar::sign;
use crate::model::Document;
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{
    Button, Look, Square, bracket, elided, focus_ring, icon_button, job, letter_square, say, tag_line,
};
use crate::ui::{Command, Cx, shortcuts};

/// A recent project as it is shown.
#[derive(Clone, Debug)]
pub struct WelcomeProject {
    pub path: PathBuf,
    pub name: String,
    /// „62 Dokumente, 18 eingestuft“.
    pub about: String,
    pub when: String,
    /// Path in short, or why it cannot be opened.
    pub place: String,
    pub missing: bool,
}

/// Shows the welcome screen. `sample` is the built-in paper: its structure is shown, never a tag.
pub fn welcome(
    ui: &mut Ui,
    (recent, offered): (&[WelcomeProject], &[OfferedProject]),
    sample: &Document,
    dragging: bool,
    cx: &mut Cx<'_>,
) {
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0, cx.theme.page);
    let bar = Rect::from_min_max(pos2(area.left(), area.bottom() - 56.0), area.max);
    let body = Rect::from_min_max(area.min, pos2(area.right(), bar.top()));
    let two = body.width() >= 900.0;
    let inset = if body.width() > 1300.0 { 204.0 } else { (body.width() * 0.05).max(24.0) };
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt("welcome").max_rect(body));
    egui::ScrollArea::vertical().id_salt("welcome").auto_shrink(false).show(&mut child, |ui| {
        let top = ((body.height() - 560.0) / 2.0).clamp(20.0, 170.0);
        let left_width =
            if two { ((body.width() - 2.0 * inset) * 0.58).min(620.0) } else { body.width() - 2.0 * inset };
        let left =
            Rect::from_min_size(pos2(body.left() + inset, ui.cursor().top() + top), vec2(left_width, 560.0));
        let mut column = ui.new_child(egui::UiBuilder::new().id_salt("left").max_rect(left));
        left_column(&mut column, sample, dragging, cx);
        let mut bottom = column.min_rect().bottom();
        let right_left = if two { left.right() + 60.0 } else { left.left() };
        let right_top = if two { left.top() + 8.0 } else { bottom + 32.0 };
        let right_width = if two { (body.right() - inset - right_left).min(380.0) } else { left_width };
        let right = Rect::from_min_size(pos2(right_left, right_top), vec2(right_width, 500.0));
        let mut column = ui.new_child(egui::UiBuilder::new().id_salt("right").max_rect(right));
        right_column(&mut column, recent, offered, cx);
        bottom = bottom.max(column.min_rect().bottom());
        ui.allocate_rect(
            Rect::from_min_max(ui.cursor().min, pos2(body.right() - 4.0, bottom + 20.0)),
            Sense::hover(),
        );
    });
    ui.painter().rect_filled(bar, 0, cx.theme.chrome);
    ui.painter().hline(bar.x_range(), bar.top(), cx.theme.hairline());
    let layout = Layout::right_to_left(Align::Center);
    let inner = bar.shrink2(vec2(28.0, 0.0));
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt("bar").max_rect(inner).layout(layout));
    bottom_bar(&mut child, inner, cx);
}

fn left_column(ui: &mut Ui, sample: &Document, dragging: bool, cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
    let width = ui.available_width();
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(38.0, 42.0), Sense::hover());
        sign(ui, rect, 2.0, cx);
        ui.add_space(8.0);
        let name = job(cx.words.program, Face::SerifSemibold.size(34.0), cx.theme.ink, 42.0, width - 60.0);
        let response = say(ui, name);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, cx.words.program));
    });
    ui.add_space(4.0);
    say(ui, job(cx.words.claim, Face::Serif.size(18.0), cx.theme.ink2, 27.0, width));
    ui.add_space(24.0);
    tags(ui, width, cx);
    ui.add_space(24.0);
    drop_card(ui, width, dragging, cx);
    ui.add_space(16.0);
    sample_card(ui, width, sample, cx);
}

fn tags(ui: &mut Ui, width: f32, cx: &Cx<'_>) {
    let tags = &cx.project.codebook().tags;
    let step = width / tags.len().max(1) as f32;
    let top = ui.cursor().min;
    let mut bottom = top.y;
    for (nth, tag) in tags.iter().enumerate() {
        let at = top + vec2(step * nth as f32, 0.0);
        let colours = cx.theme.tag(tag.swatch);
        let language = cx.words.language;
        let painter = ui.painter();
        let square = Rect::from_min_size(at, vec2(20.0, 20.0));
        letter_square(painter, square, Square::Filled(tag.letter.get(language), colours), cx.theme);
        let font = Face::SansSemibold.size(text::BODY);
        let name_at = pos2(at.x + 28.0, square.center().y);
        painter.text(name_at, egui::Align2::LEFT_CENTER, tag.name.get(language), font, cx.theme.ink);
        tag_line(painter, egui::Rangef::new(at.x, at.x + 72.0), at.y + 31.0, tag.line, colours.fill);
        let words = (cx.words.tag_in_brief)(&tag.id.0).unwrap_or(tag.definition.get(language));
        let galley = painter.layout_job(job(words, Face::Sans.size(12.5), cx.theme.ink2, 18.0, step - 24.0));
        bottom = bottom.max(at.y + 40.0 + galley.size().y);
        let rect = Rect::from_min_size(pos2(at.x, at.y + 40.0), galley.size());
        let response = ui.interact(rect, ui.scope_id().with(("tag", nth)), Sense::hover());
        let name = format!("{}: {words}", tag.name.get(language));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        ui.painter().galley(rect.min, galley, cx.theme.ink2);
    }
    ui.allocate_space(vec2(width, bottom - top.y));
}

fn drop_card(ui: &mut Ui, width: f32, dragging: bool, cx: &mut Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 196.0), Sense::hover());
    let fill = if dragging { cx.theme.hover } else { cx.theme.raised };
    ui.painter().rect_filled(rect, CornerRadius::same(space::RADIUS_CARD), fill);
    dashed_frame(ui, rect, if dragging { cx.theme.ink } else { cx.theme.border });
    let painter = ui.painter();
    let x = rect.center().x;
    painter.text(
        pos2(x, rect.top() + 46.0),
        egui::Align2::CENTER_CENTER,
        icon::DROP,
        Face::Icon.size(30.0),
        cx.theme.ink2,
    );
    let font = Face::SansSemibold.size(17.0);
    painter.text(
        pos2(x, rect.top() + 86.0),
        egui::Align2::CENTER_CENTER,
        cx.words.drop_here,
        font,
        cx.theme.ink,
    );
    let font = Face::Sans.size(text::BODY);
    painter.text(
        pos2(x, rect.top() + 112.0),
        egui::Align2::CENTER_CENTER,
        cx.words.formats,
        font,
        cx.theme.ink3,
    );
    let row = Rect::from_min_max(pos2(rect.left() + 16.0, rect.bottom() - 64.0), rect.max - vec2(16.0, 24.0));
    let open_key = shortcuts::shown(&Command::Open, cx.words);
    let layout = Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt("open").max_rect(row).layout(layout));
    let font = Face::SansMedium.size(text::BODY);
    let needs = crate::ui::widgets::width_of(ui, cx.words.open_dots, font.clone())
        + crate::ui::widgets::width_of(ui, cx.words.new_project, font)
        + 48.0
        + 62.0
        + 10.0;
    child.add_space(((row.width() - needs) / 2.0).max(0.0));
    child.spacing_mut().item_spacing.x = 10.0;
    if Button::new(cx.words.open_dots, Look::Primary).key(open_key).ui(&mut child, cx.theme).clicked() {
        cx.ask(Command::Open);
    }
    if Button::new(cx.words.new_project, Look::Outlined).ui(&mut child, cx.theme).clicked() {
        cx.ask(Command::NewProject);
    }
}

/// A frame of dashes: something may be dropped here.
pub fn dashed_frame(ui: &Ui, rect: Rect, color: egui::Color32) {
    let stroke = Stroke::new(1.0, color);
    let r = rect.shrink(0.5);
    let corner = f32::from(space::RADIUS_CARD);
    let mut points = Vec::new();
    for (center, from) in [
        (pos2(r.right() - corner, r.top() + corner), -0.25_f32),
        (pos2(r.right() - corner, r.bottom() - corner), 0.0),
        (pos2(r.left() + corner, r.bottom() - corner), 0.25),
        (pos2(r.left() + corner, r.top() + corner), 0.5),
    ] {
        for step in 0..=6 {
            let angle = (from + 0.25 * step as f32 / 6.0) * std::f32::consts::TAU;
            points.push(center + corner * vec2(angle.cos(), angle.sin()));
        }
    }
    points.push(points[0]);
    ui.painter().extend(egui::Shape::dashed_line(&points, stroke, 4.0, 3.0));
}

fn sample_card(ui: &mut Ui, width: f32, sample: &Document, cx: &mut Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 100.0), Sense::hover());
    let radius = CornerRadius::same(space::RADIUS_CARD);
    ui.painter().rect(rect, radius, cx.theme.chrome, cx.theme.hairline(), StrokeKind::Inside);
    let at = rect.min + vec2(16.0, 14.0);
    let painter = ui.painter();
    let font = Face::SansSemibold.size(text::BODY);
    painter.text(at, egui::Align2::LEFT_TOP, cx.words.begin_with_sample, font, cx.theme.ink);
    let about = (cx.words.sample_about)(sample.outline.question_count(), sample.outline.groups.len());
    let about = painter.layout_job(elided(about, Face::Sans.size(text::SMALL), cx.theme.ink2, width - 150.0));
    painter.galley(at + vec2(0.0, 20.0), about, cx.theme.ink2);
    let mut x = at.x;
    let y = at.y + 44.0;
    for group in &sample.outline.groups {
        let start = x;
        for _ in &group.questions {
            letter_square(
                painter,
                Rect::from_min_size(pos2(x, y), vec2(22.0, 14.0)),
                Square::Empty,
                cx.theme,
            );
            x += 24.0;
        }
        if group.questions.len() > 1 {
            bracket(painter, [pos2(start, y + 22.0), pos2(x - 2.0, y + 22.0)], vec2(0.0, -1.0), cx.theme);
        }
        x += 5.0;
    }
    let inner = rect.shrink(16.0);
    let layout = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt("sample").max_rect(inner).layout(layout));
    if Button::new(cx.words.open_sample, Look::Outlined).ui(&mut child, cx.theme).clicked() {
        cx.ask(Command::Sample);
    }
}

fn right_column(ui: &mut Ui, recent: &[WelcomeProject], offered: &[OfferedProject], cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
    let width = ui.available_width();
    let heading = Face::SansSemibold.size(text::BODY);
    if !offered.is_empty() {
        let words = cx.words.keeping.not_saved;
        say(ui, job(words, heading.clone(), cx.theme.ink2, text::BODY_LINE, width));
        ui.add_space(8.0);
        line(ui, width, cx);
        for project in offered {
            offered_row(ui, width, project, cx);
            line(ui, width, cx);
        }
        ui.add_space(28.0);
    }
    say(ui, job(cx.words.recently_opened, heading.clone(), cx.theme.ink2, text::BODY_LINE, width));
    ui.add_space(8.0);
    line(ui, width, cx);
    if recent.is_empty() {
        ui.add_space(14.0);
        let font = Face::Sans.size(text::BODY);
        say(ui, job(cx.words.no_projects, font.clone(), cx.theme.ink2, text::BODY_LINE, width));
        say(ui, job(cx.words.no_projects_why, font, cx.theme.ink3, text::BODY_LINE, width));
    }
    for project in recent {
        recent_row(ui, width, project, cx);
        line(ui, width, cx);
    }
    ui.add_space(36.0);
    say(ui, job(cx.words.steps, heading, cx.theme.ink2, text::BODY_LINE, width));
    ui.add_space(8.0);
    for (nth, step) in cx.words.steps_three.into_iter().enumerate() {
        ui.horizontal_top(|ui| {
            let number = (nth + 1).to_string();
            say(ui, job(number, Face::SansSemibold.size(text::SMALL), cx.theme.ink2, text::BODY_LINE, 20.0));
            ui.add_space(6.0);
            let width = ui.available_width();
            say(ui, job(step, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, width));
        });
        ui.add_space(6.0);
    }
}

fn line(ui: &mut Ui, width: f32, cx: &Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, cx.theme.hairline());
}

fn recent_row(ui: &mut Ui, width: f32, project: &WelcomeProject, cx: &mut Cx<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 74.0), Sense::click());
    let name = format!("{}, {}, {}", project.name, project.about, project.when);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() && !project.missing {
        ui.painter().rect_filled(rect.expand2(vec2(8.0, 0.0)), space::RADIUS_CONTROL, cx.theme.hover);
    }
    let painter = ui.painter();
    let top = rect.top() + 11.0;
    let small = Face::Sans.size(text::SMALL);
    project_head(painter, rect, width, [&project.name, &project.about, &project.when], cx);
    let ink = if project.missing { cx.theme.alert } else { cx.theme.ink3 };
    let room = if project.missing { width - 40.0 } else { width };
    let place = painter.layout_job(elided(project.place.as_str(), small, ink, room));
    painter.galley(pos2(rect.left(), top + 35.0), place, ink);
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if project.missing {
        let corner = Rect::from_min_size(rect.max - vec2(32.0, 36.0), vec2(32.0, 32.0));
        let mut child = ui.new_child(egui::UiBuilder::new().id_salt(&project.path).max_rect(corner));
        if icon_button(&mut child, icon::CLOSE, cx.words.forget_project, true, cx.theme).clicked() {
            cx.ask(Command::ForgetRecent(project.path.clone()));
            return;
        }
    }
    if response.clicked() {
        cx.ask(Command::OpenPath(project.path.clone()));
    }
}

fn bottom_bar(ui: &mut Ui, bar: Rect, cx: &mut Cx<'_>) {
    theme_segments(ui, cx);
    ui.add_space(2.0);
    language_segments(ui, cx);
    let room = ui.cursor().right() - bar.left() - 40.0;
    let painter = ui.painter();
    let at = pos2(bar.left() + 8.0, bar.center().y);
    painter.text(at, egui::Align2::CENTER_CENTER, icon::OFFLINE, Face::Icon.size(17.0), cx.theme.ink2);
    let words = elided(cx.words.offline, Face::Sans.size(text::BODY), cx.theme.ink2, room.max(40.0));
    let galley = painter.layout_job(words);
    painter.galley(pos2(bar.left() + 24.0, bar.center().y - galley.size().y / 2.0), galley, cx.theme.ink2);
}

/// The first two lines of a project on the welcome screen: name and moment, and what is in it.
pub(super) fn project_head(
    painter: &egui::Painter,
    rect: Rect,
    width: f32,
    [name, about, when]: [&str; 3],
    cx: &Cx<'_>,
) {
    let top = rect.top() + 11.0;
    let small = Face::Sans.size(text::SMALL);
    let when = painter.layout_no_wrap(when.to_owned(), small.clone(), cx.theme.ink2);
    let name_width = width - when.size().x - 12.0;
    painter.galley(pos2(rect.right() - when.size().x, top + 1.0), when, cx.theme.ink2);
    let font = Face::SansSemibold.size(text::BODY);
    let name = painter.layout_job(elided(name, font, cx.theme.ink, name_width));
    painter.galley(pos2(rect.left(), top - 2.0), name, cx.theme.ink);
    let about = painter.layout_job(elided(about, small, cx.theme.ink2, width));
    painter.galley(pos2(rect.left(), top + 18.0), about, cx.theme.ink2);
}
