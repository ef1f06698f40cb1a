//! The rows of the list: a kind and what its words have in common, a cue with its example and its pattern.

use std::collections::HashMap;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::model::analysis::cue_pattern;
use crate::model::edits::cues::{CueEdit, words_of};
use crate::model::{Cue, CueKind};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{clamped, elided, focus_ring, icon_button};
use crate::ui::{Command, Cx};

pub(super) const ROW: f32 = 46.0;
const KIND_ROW: f32 = 38.0;

/// One cue as it is listed: the program's that are switched off are listed too.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub cue: Cue,
    pub is_on: bool,
    pub is_own: bool,
    pub is_changed: bool,
}

/// Where a pattern stands in an example, by both. Looked for once, when the row is first seen.
pub(super) type Seen = HashMap<(String, String), Option<std::ops::Range<usize>>>;

/// All cues kind by kind: the program's in their order, then a person's own.
pub(super) fn listed(cx: &Cx<'_>) -> Vec<Listed> {
    let built_in = (cx.built_in_cues)();
    let now = cx.cues();
    let known = built_in.iter().map(|cue| {
        let there = now.iter().find(|other| other.id == cue.id);
        let is_changed = there.is_some_and(|there| there != cue);
        Listed { cue: there.unwrap_or(cue).clone(), is_on: there.is_some(), is_own: false, is_changed }
    });
    let own = now.iter().filter(|cue| built_in.iter().all(|known| known.id != cue.id));
    let own = own.map(|cue| Listed { cue: cue.clone(), is_on: true, is_own: true, is_changed: false });
    let mut all: Vec<Listed> = known.chain(own).collect();
    all.sort_by_key(|row| row.cue.kind);
    all
}

pub(super) fn kind_row(ui: &mut Ui, kind: CueKind, cx: &Cx<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), KIND_ROW), Sense::hover());
    let (name, about) = ((cx.words.aids.kind)(kind), (cx.words.aids.kind_about)(kind));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{name}: {about}")));
    let y = rect.bottom() - 14.0;
    let painter = ui.painter();
    let font = Face::SansSemibold.size(text::BODY);
    let drawn = painter.text(pos2(rect.left(), y), Align2::LEFT_CENTER, name, font, cx.theme.ink);
    let at = pos2(drawn.right() + 10.0, y);
    painter.text(at, Align2::LEFT_CENTER, about, Face::Sans.size(text::SMALL), cx.theme.ink3);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, cx.theme.hairline());
}

/// Shows a cue and asks for what is clicked. Returns the cue if it is to be changed.
pub(super) fn cue_row(ui: &mut Ui, row: &Listed, seen: &mut Seen, cx: &mut Cx<'_>) -> Option<Cue> {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let words = cx.words.aids;
    let cue = &row.cue;
    let id = ui.scope_id().with(("cue", &cue.id));
    let told = Rect::from_min_max(rect.min, pos2(rect.right() - 76.0, rect.bottom()));
    let response = ui.interact(told, id, Sense::click());
    let about = [
        (words.kind)(cue.kind),
        cue.example.as_str(),
        if row.is_own { words.own } else { "" },
        if row.is_changed { words.changed } else { "" },
    ];
    let name = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, row.is_on, &name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        let id = cue.id.clone();
        cx.ask(Command::EditCues(if row.is_on { CueEdit::Remove(id) } else { CueEdit::Restore(id) }));
    }
    let right = rect.right() - 4.0;
    let mut buttons = ui.new_child(
        egui::UiBuilder::new()
            .id_salt(("buttons", &cue.id))
            .max_rect(Rect::from_min_max(pos2(told.right(), rect.top()), pos2(right, rect.bottom())))
            .layout(egui::Layout::right_to_left(egui::Align::Center)),
    );
    buttons.spacing_mut().item_spacing.x = 2.0;
    let of = |verb: &str| format!("{verb}: {}", cue.example);
    let wanted =
        row.is_on && icon_button(&mut buttons, icon::EDIT, &of(words.edit), true, cx.theme).clicked();
    if row.is_own && icon_button(&mut buttons, icon::TRASH, &of(words.delete), true, cx.theme).clicked() {
        cx.ask(Command::EditCues(CueEdit::Remove(cue.id.clone())));
    }
    if row.is_changed && icon_button(&mut buttons, icon::UNDO, &of(words.restore), true, cx.theme).clicked() {
        cx.ask(Command::EditCues(CueEdit::Restore(cue.id.clone())));
    }
    if ui.is_rect_visible(rect) {
        paint(ui, told, row, &response, seen, cx);
    }
    wanted.then(|| cue.clone())
}

fn paint(ui: &Ui, rect: Rect, row: &Listed, response: &Response, seen: &mut Seen, cx: &Cx<'_>) {
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(space::RADIUS_CONTROL), cx.theme.hover);
    }
    check_box(ui, pos2(rect.left() + 14.0, rect.center().y), row.is_on, cx);
    let left = rect.left() + 34.0;
    let width = rect.right() - left - 8.0;
    let (ink, soft) = if row.is_on { (cx.theme.ink, cx.theme.ink2) } else { (cx.theme.ink3, cx.theme.ink3) };
    let example = example(&row.cue, ink, soft, width, seen);
    let galley = painter.layout_job(clamped(example, 1));
    painter.galley(pos2(left, rect.top() + 5.0), galley, ink);
    let marks = [(row.is_own, cx.words.aids.own), (row.is_changed, cx.words.aids.changed)];
    let mut pattern = words_of(&row.cue.pattern).unwrap_or_else(|| row.cue.pattern.clone());
    for (_, mark) in marks.into_iter().filter(|(holds, _)| *holds) {
        pattern = format!("{mark} · {pattern}");
    }
    let galley = painter.layout_job(elided(pattern, Face::Sans.size(text::SMALL), cx.theme.ink3, width));
    painter.galley(pos2(left, rect.top() + 25.0), galley, cx.theme.ink3);
    focus_ring(ui, rect.shrink(2.0), response.has_focus(), cx.theme);
    response.clone().on_hover_text(row.cue.pattern.as_str());
}

fn check_box(ui: &Ui, center: egui::Pos2, is_on: bool, cx: &Cx<'_>) {
    let rect = Rect::from_center_size(center, vec2(16.0, 16.0));
    let radius = CornerRadius::same(space::RADIUS_CELL);
    let fill = if is_on { cx.theme.ink } else { cx.theme.raised };
    let stroke = Stroke::new(1.0, if is_on { cx.theme.ink } else { cx.theme.border });
    ui.painter().rect(rect, radius, fill, stroke, StrokeKind::Inside);
    if is_on {
        let font = Face::Icon.size(12.0);
        ui.painter().text(center, Align2::CENTER_CENTER, icon::CHECK, font, cx.theme.raised);
    }
}

/// The example in the paper's face, with the words that the cue finds underlined as in the reader.
fn example(cue: &Cue, ink: Color32, soft: Color32, width: f32, seen: &mut Seen) -> LayoutJob {
    let key = (cue.pattern.clone(), cue.example.clone());
    let place = seen.entry(key).or_insert_with(|| {
        let regex = cue_pattern(&cue.pattern).ok()?;
        regex.find(&cue.example).map(|found| found.range())
    });
    let place = place.clone().unwrap_or(0..0);
    let format = |color: Color32, line: bool| TextFormat {
        font_id: Face::Serif.size(14.5),
        color,
        line_height: Some(20.0),
        underline: if line { Stroke::new(1.0, soft) } else { Stroke::NONE },
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(&cue.example[..place.start], 0.0, format(soft, false));
    job.append(&cue.example[place.clone()], 0.0, format(ink, true));
    job.append(&cue.example[place.end..], 0.0, format(soft, false));
    job.wrap.max_width = width.max(1.0);
    job
}
