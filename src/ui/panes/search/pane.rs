//! The search beside the reader, in place of the list of documents.

use egui::accesskit::Role;
use egui::text::{CCursor, CCursorRange};
use egui::{Align, Id, Layout, Rect, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::results::Searching;
use super::rows::{Rows, paint_row};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Segment, elided, icon_button, job, say, segments, singleline};
use crate::ui::{Command, Cx, SearchScope, shortcuts};

/// A search that is quicker says nothing of itself.
const SILENT: f64 = 0.3;

/// The field and the list of hits.
#[derive(Debug, Default)]
pub struct SearchPane {
    typed: String,
    wants_focus: bool,
    rows: Rows,
    shown: Option<usize>,
}

impl SearchPane {
    /// The field, for the keyboard focus.
    #[must_use]
    pub fn id() -> Id {
        Id::unique("search")
    }

    /// Moves the keyboard into the field, with all that stands in it selected.
    pub fn focus(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        self.wants_focus = true;
    }

    /// The field holds these words now; the keyboard stays where it is.
    pub fn take(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
    }

    /// Shows the search in the space it is given. `now` is the window's clock.
    pub fn ui(&mut self, ui: &mut Ui, searching: &Searching, now: f64, cx: &mut Cx<'_>) {
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.chrome);
        let inner = area.shrink2(vec2(12.0, 10.0));
        let mut top = ui.new_child(UiBuilder::new().id_salt("search top").max_rect(inner));
        top.spacing_mut().item_spacing = vec2(4.0, 6.0);
        scopes(&mut top, searching.scope, cx);
        self.field(&mut top, cx);
        sum(&mut top, searching, now, cx);
        let y = top.min_rect().bottom() + 4.0;
        ui.painter().hline(area.x_range().shrink(12.0), y, cx.theme.hairline());
        let list = Rect::from_min_max(pos2(area.left(), y + 1.0), area.max);
        let mut list = ui.new_child(UiBuilder::new().id_salt("search list").max_rect(list));
        self.list(&mut list, searching, cx);
    }

    fn field(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.search;
        // What lies over a narrow window is measured first, and then has no focus to keep.
        if self.wants_focus && !ui.is_sizing_pass() {
            self.wants_focus = false;
            ui.memory_mut(|memory| memory.request_focus(Self::id()));
            let mut state = TextEdit::load_state(ui.ctx(), Self::id()).unwrap_or_default();
            let all = CCursorRange::two(CCursor::new(0), CCursor::new(self.typed.chars().count()));
            state.cursor.set_char_range(Some(all));
            state.store(ui.ctx(), Self::id());
        }
        let width = ui.available_width();
        let response = singleline(ui, Self::id(), &mut self.typed, words.hint, width, cx.theme);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &self.typed, &self.typed, "");
            info.label = Some(words.hint.to_owned());
            info
        });
        if response.changed() {
            cx.ask(Command::SearchFor(self.typed.clone()));
        }
        let (enter, back) = ui.input(|input| (input.key_pressed(egui::Key::Enter), input.modifiers.shift));
        if response.lost_focus() && enter {
            cx.ask(if back { Command::PreviousHit } else { Command::NextHit });
            response.request_focus();
        }
    }

    fn list(&mut self, ui: &mut Ui, searching: &Searching, cx: &mut Cx<'_>) {
        if searching.hits.is_empty() {
            let words = cx.words.search;
            let says = if self.typed.trim().is_empty() {
                words.how
            } else if searching.running {
                return;
            } else {
                words.nothing
            };
            let mut child = ui.new_child(UiBuilder::new().max_rect(ui.max_rect().shrink2(vec2(18.0, 12.0))));
            let width = child.available_width();
            let font = Face::Sans.size(text::BODY);
            say(&mut child, job(says, font, cx.theme.ink3, text::BODY_LINE, width));
            return;
        }
        self.rows.follow(searching);
        let mut scroll = ScrollArea::vertical().id_salt("hits").auto_shrink(false);
        if self.shown != searching.current {
            self.shown = searching.current;
            if let Some(place) = searching.current.and_then(|hit| self.rows.of_hit(hit)) {
                let state = egui::scroll_area::State::load(
                    ui.ctx(),
                    ui.make_persistent_id(egui::IdSalt::new("hits")),
                );
                let offset = state.map_or(0.0, |state| state.clamped_offset().y);
                let height = ui.available_height();
                if place.min < offset + 34.0 || place.max > offset + height {
                    scroll = scroll.vertical_scroll_offset((place.min - height / 3.0).max(0.0));
                }
            }
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(self.rows.height());
            let origin = ui.min_rect().left_top();
            let width = ui.available_width();
            for (row, y) in self.rows.visible(viewport.y_range()) {
                let rect = Rect::from_min_max(
                    pos2(origin.x, origin.y + y.min),
                    pos2(origin.x + width, origin.y + y.max),
                );
                paint_row(ui, rect, row, searching, cx);
            }
        });
    }
}

/// In the open document or in the project, and the way out.
fn scopes(ui: &mut Ui, scope: SearchScope, cx: &mut Cx<'_>) {
    let words = cx.words.search;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let layout = Layout::left_to_right(Align::Center);
    let mut row = ui.new_child(UiBuilder::new().id_salt("scopes").max_rect(rect).layout(layout));
    let items = [
        Segment::plain(words.in_document, scope == SearchScope::Document),
        Segment::plain(words.in_project, scope == SearchScope::Project),
    ];
    let id = row.scope_id().with("scope");
    if let Some(nth) = segments(&mut row, id, &items, 26.0, Role::RadioButton, cx.theme) {
        cx.ask(Command::SearchIn(if nth == 0 { SearchScope::Document } else { SearchScope::Project }));
    }
    row.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if icon_button(ui, icon::CLOSE, words.leave, true, cx.theme).clicked() {
            cx.ask(Command::LeaveSearch);
        }
    });
}

/// How many were found, and the way to the next.
fn sum(ui: &mut Ui, searching: &Searching, now: f64, cx: &mut Cx<'_>) {
    let words = cx.words.search;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let layout = Layout::right_to_left(Align::Center);
    let mut row = ui.new_child(UiBuilder::new().id_salt("sum").max_rect(rect).layout(layout));
    row.spacing_mut().item_spacing.x = 0.0;
    for (command, sign) in [(Command::NextHit, icon::DOWN_ARROW), (Command::PreviousHit, icon::UP)] {
        let name = (cx.words.command_name)(&command).unwrap_or_default();
        let key = shortcuts::shown(&command, cx.words).unwrap_or_default();
        let name = format!("{name} ({key})");
        if icon_button(&mut row, sign, &name, !searching.hits.is_empty(), cx.theme).clicked() {
            cx.ask(command);
        }
    }
    if searching.typed.trim().is_empty() {
        return;
    }
    let is_long = searching.running && now - searching.since > SILENT;
    let says = if is_long {
        (words.searching)(searching.done, searching.of)
    } else if searching.running && searching.count == 0 {
        return;
    } else {
        (words.found)(searching.count, searching.papers.len(), searching.scope == SearchScope::Project)
    };
    let width = row.available_width();
    let says = row.painter().layout_job(elided(says, Face::Sans.size(text::SMALL), cx.theme.ink2, width));
    let place = Rect::from_min_max(rect.min, pos2(rect.right() - 64.0, rect.bottom()));
    let response = ui.interact(place, ui.scope_id().with("sum"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, says.text()));
    let at = pos2(rect.left() + 6.0, rect.center().y - says.size().y / 2.0);
    ui.painter().galley(at, says, cx.theme.ink2);
}
