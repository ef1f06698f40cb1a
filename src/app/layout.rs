//! Where the panes stand. Narrow windows collapse the list to a rail; low ones flatten the strip.

use egui::{Align, Layout as Flow, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::ui::panes::{
    CUE_BAR, ImportPane, Importing, NAVIGATION, Searching, TopBar, blind_view, cue_bar, navigation,
    navigation_rail, outline_bar, outline_foot, top_bar,
};
use crate::ui::theme::{icon, space};
use crate::ui::widgets::{Button, Look, icon_button};
use crate::ui::{Command, Cx, View, shortcuts};

use super::shown::Panes;

/// The rectangles of one frame.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    pub top: Rect,
    /// The list, or the rail of a narrow window.
    pub side: Rect,
    pub reader: Rect,
    pub strip: Rect,
    pub pane: Option<Rect>,
    /// Previous and next, under the pane.
    pub steps: Option<Rect>,
    pub narrow: bool,
}

impl Layout {
    /// Divides the window.
    #[must_use]
    pub fn new(area: Rect, list_shown: bool, pane_shown: bool, pane_width: f32) -> Self {
        let narrow = area.width() < space::NARROW;
        let side_width = match (narrow, list_shown) {
            (true, _) => space::RAIL,
            (false, true) => space::SIDEBAR,
            (false, false) => 0.0,
        };
        let pane_width = match (pane_shown, narrow) {
            (false, _) => 0.0,
            (true, true) => 332.0,
            (true, false) => pane_width.clamp(300.0, 480.0),
        };
        let strip_height = if area.height() < space::LOW { space::STRIP_LOW } else { space::STRIP };
        let top = Rect::from_min_size(area.min, vec2(area.width(), space::TOP_BAR));
        let side = Rect::from_min_max(
            pos2(area.left(), top.bottom()),
            pos2(area.left() + side_width, area.bottom()),
        );
        let pane_left = area.right() - pane_width;
        let strip_top = area.bottom() - strip_height;
        let reader = Rect::from_min_max(pos2(side.right(), top.bottom()), pos2(pane_left, strip_top));
        let strip = Rect::from_min_max(pos2(side.right(), strip_top), pos2(pane_left, area.bottom()));
        let pane = Rect::from_min_max(pos2(pane_left, top.bottom()), pos2(area.right(), strip_top));
        let steps = Rect::from_min_max(pos2(pane_left, strip_top), area.max);
        Self {
            top,
            side,
            reader,
            strip,
            pane: pane_shown.then_some(pane),
            steps: pane_shown.then_some(steps),
            narrow,
        }
    }

    /// All that is not bar, list or notice: the room of a view.
    pub fn main(&self) -> Rect {
        let right = self.pane.map_or(self.strip.right(), |pane| pane.right());
        Rect::from_min_max(pos2(self.side.right(), self.reader.top()), pos2(right, self.strip.bottom()))
    }
}

/// What a frame shows around the panes.
pub(super) struct Around<'a> {
    pub bar: TopBar<'a>,
    /// The search, in place of the list.
    pub search: Option<&'a Searching>,
    /// List or search lie over a narrow window.
    pub over: bool,
    /// What there is to filter by, in place of the list.
    pub filters: bool,
    /// The window's clock.
    pub now: f64,
    /// Files are held over the window.
    pub dragging: bool,
}

/// Shows the panes of an open project, in the order of the keyboard focus: bar, list, reader, pane,
/// previous and next, strip.
pub(super) fn show(ui: &mut Ui, layout: Layout, panes: &mut Panes, shown: &Around<'_>, cx: &mut Cx<'_>) {
    ui.painter().rect_filled(layout.top.union(layout.steps.unwrap_or(layout.strip)), 0, cx.theme.chrome);
    top_bar(&mut part(ui, "top", layout.top), shown.bar, cx);
    if layout.narrow {
        rail(&mut part(ui, "rail", layout.side), cx);
    } else if layout.side.width() > 0.0 {
        let mut side = layout.side;
        let ways = Rect::from_min_size(side.min, vec2(side.width(), NAVIGATION));
        navigation(&mut part(ui, "navigation", ways), cx);
        side.set_top(ways.bottom());
        list(&mut part(ui, "documents", side), panes, shown, cx);
    }
    match cx.position.view {
        View::Coding => coding(ui, layout, panes, cx),
        view if is_hidden(view, cx) => blind_view(&mut part(ui, "blind", layout.main()), cx),
        View::Compare => panes.compare.ui(&mut part(ui, "compare", layout.main()), cx),
        View::Codebook => panes.codebook.ui(&mut part(ui, "codebook", layout.main()), cx),
        View::Ledger => panes.ledger.ui(&mut part(ui, "ledger", layout.main()), cx),
        View::Overview => panes.overview.ui(&mut part(ui, "overview", layout.main()), cx),
        View::Review => panes.review.ui(&mut part(ui, "review", layout.main()), cx),
    }
    if shown.dragging {
        drop_frame(ui, layout.reader, cx);
    }
    if shown.over && layout.narrow {
        list_over(ui, layout, panes, shown, cx);
    }
}

/// Whether a view shows figures, which a blind round has not.
fn is_hidden(view: View, cx: &Cx<'_>) -> bool {
    matches!(view, View::Ledger | View::Overview | View::Review) && cx.project.is_blind()
}

/// The list of documents, or what was found.
fn list(ui: &mut Ui, panes: &mut Panes, shown: &Around<'_>, cx: &mut Cx<'_>) {
    match shown.search {
        Some(searching) => panes.search.ui(ui, searching, shown.now, cx),
        None => side_pane(ui, panes, shown.filters, cx),
    }
}

/// What stands below the navigation: the papers, or what the view leaves out.
fn side_pane(ui: &mut Ui, panes: &mut Panes, filters: bool, cx: &mut Cx<'_>) {
    match cx.position.view {
        _ if cx.project.is_blind() => panes.documents.ui(ui, cx),
        View::Ledger => panes.ledger.side(ui, cx),
        View::Overview => panes.filters.ui(ui, cx),
        View::Compare => panes.compare.side(ui, cx),
        _ if filters => panes.filters.ui(ui, cx),
        View::Coding | View::Codebook | View::Review => panes.documents.ui(ui, cx),
    }
}

/// The paper beside the annotation pane, or beside its outline.
fn coding(ui: &mut Ui, layout: Layout, panes: &mut Panes, cx: &mut Cx<'_>) {
    let mut room = layout.reader;
    let is_outline = cx.position.outline.is_some();
    if is_outline {
        let bar = Rect::from_min_max(room.min, pos2(room.right(), room.top() + space::TOP_BAR));
        room.set_top(bar.bottom());
        outline_bar(&mut part(ui, "outline bar", bar), cx);
    }
    if panes.reader.shows_cues() && cx.document().is_some() && !is_outline {
        let bar = Rect::from_min_max(pos2(room.left(), room.bottom() - CUE_BAR), room.max);
        room.set_bottom(bar.top());
        cue_bar(&mut part(ui, "cue bar", bar), cx);
    }
    let mut reader = part(ui, "reader", room);
    if cx.document().is_some() {
        panes.reader.ui(&mut reader, cx);
    } else {
        empty(&mut reader, cx);
    }
    if let Some(rect) = layout.pane.filter(|_| is_outline) {
        panes.outline.ui(&mut part(ui, "outline", rect), cx);
    } else if let Some(rect) = layout.pane {
        panes.answer.ui(&mut part(ui, "pane", rect), cx);
    }
    if let Some(rect) = layout.steps.filter(|_| is_outline) {
        outline_foot(&mut part(ui, "outline foot", rect), cx);
    } else if let Some(rect) = layout.steps {
        steps(&mut part(ui, "steps", rect), cx);
    }
    panes.strip.ui(&mut part(ui, "strip", layout.strip), cx);
    lines(ui, layout, cx);
    if let Some(rect) = layout.pane.filter(|_| !layout.narrow) {
        resize(ui, rect, cx);
    }
}

/// The view of an import, in place of everything.
pub(super) fn import_view(
    ui: &mut Ui,
    pane: &mut ImportPane,
    importing: &Importing,
    now: f64,
    cx: &mut Cx<'_>,
) {
    let area = ui.max_rect();
    pane.ui(&mut part(ui, "import", area), importing, now, cx);
}

/// A room of its own for a pane, so that nothing paints over its neighbours.
fn part(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    let flow = Flow::top_down(Align::Min);
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect).layout(flow));
    child.set_clip_rect(rect);
    child
}

/// The hairlines between the panes.
fn lines(ui: &Ui, layout: Layout, cx: &Cx<'_>) {
    let painter = ui.painter();
    let line = cx.theme.hairline();
    if layout.side.width() > 0.0 {
        painter.vline(layout.side.right() - 0.5, layout.side.y_range(), line);
    }
    let right = layout.steps.map_or(layout.strip.right(), |rect| rect.right());
    painter.hline(layout.strip.left()..=right, layout.strip.top() + 0.5, line);
    if let Some(pane) = layout.pane {
        painter.vline(pane.left() + 0.5, pane.top()..=layout.strip.bottom(), line);
    }
}

/// The list as a column of icons.
fn rail(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.chrome);
    let column = ui.max_rect().shrink2(vec2(10.0, 10.0));
    let mut top = part(ui, "rail top", column);
    let name = (cx.words.command_name)(&Command::List).unwrap_or_default();
    navigation_rail(&mut top, cx);
    top.add_space(12.0);
    if icon_button(&mut top, icon::FILES, name, true, cx.theme).clicked() {
        cx.ask(Command::List);
    }
    let foot = Rect::from_min_max(pos2(column.left(), column.bottom() - 72.0), column.max);
    let mut foot = part(ui, "rail foot", foot);
    if icon_button(&mut foot, icon::ADD, cx.words.add_documents, true, cx.theme).clicked() {
        cx.ask(Command::AddDocuments);
    }
    if icon_button(&mut foot, icon::SETTINGS, cx.words.settings, true, cx.theme).clicked() {
        cx.ask(Command::Settings);
    }
}

/// The list over a narrow window.
fn list_over(ui: &mut Ui, layout: Layout, panes: &mut Panes, shown: &Around<'_>, cx: &mut Cx<'_>) {
    let rect =
        Rect::from_min_max(layout.side.right_top(), pos2(layout.side.right() + 300.0, layout.strip.bottom()));
    let area =
        egui::Area::new(egui::Id::unique("list over")).order(egui::Order::Foreground).fixed_pos(rect.min);
    let response = area.show(ui.ctx(), |ui| {
        ui.set_min_size(rect.size());
        list(&mut part(ui, "documents over", rect), panes, shown, cx);
        ui.painter().rect_stroke(rect, 0, cx.theme.outline(), egui::StrokeKind::Inside);
    });
    if response.response.clicked_elsewhere() && ui.input(|input| input.pointer.any_click()) {
        cx.ask(Command::Escape);
    }
}

/// What stands in the reader while there is nothing to read.
fn empty(ui: &mut Ui, cx: &mut Cx<'_>) {
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0, cx.theme.page);
    let card = Rect::from_center_size(area.center(), vec2(420.0_f32.min(area.width() - 40.0), 160.0));
    let flow = Flow::top_down(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().id_salt("empty").max_rect(card).layout(flow));
    let words = crate::ui::widgets::job(
        cx.words.no_document,
        crate::ui::theme::Face::Sans.size(crate::ui::theme::text::BODY),
        cx.theme.ink2,
        crate::ui::theme::text::BODY_LINE,
        card.width(),
    );
    crate::ui::widgets::say(&mut child, words);
    child.add_space(12.0);
    let key = shortcuts::shown(&Command::Open, cx.words);
    if Button::new(cx.words.open_dots, Look::Primary).key(key).ui(&mut child, cx.theme).clicked() {
        cx.ask(Command::Open);
    }
}

/// Previous and next question; after the last one, the next document.
fn steps(ui: &mut Ui, cx: &mut Cx<'_>) {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0, cx.theme.chrome);
    let Some((document, _, question)) = cx.current() else { return };
    let questions: Vec<_> = document.outline.questions().collect();
    let Some(here) = questions.iter().position(|other| other.id == question.id) else { return };
    let inner = rect.shrink2(vec2(16.0, 0.0));
    let named = |place: usize| questions.get(place).map(|q| format!("{} {}", cx.words.question, q.label));
    let before = here.checked_sub(1).and_then(named);
    let after = named(here + 1);
    // Asked at the end of the paper only: the place in a long list is looked for.
    let more = || cx.project.place_of(document.id).unwrap_or(0) + 1 < cx.project.document_count();
    let mut left = part(ui, "before", inner);
    left.with_layout(Flow::left_to_right(Align::Center), |ui| {
        if let Some(name) = before
            && Button::new(&name, Look::Plain).icon(icon::BACK).ui(ui, cx.theme).clicked()
        {
            cx.ask(Command::PreviousQuestion);
        }
    });
    let flow = Flow::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt("after").max_rect(inner).layout(flow));
    if let Some(name) = after {
        if Button::new(&name, Look::Primary).icon_after(icon::FORWARD).ui(&mut right, cx.theme).clicked() {
            cx.ask(Command::NextQuestion);
        }
    } else if more() {
        let button = Button::new(cx.words.next_document, Look::Primary).icon_after(icon::FORWARD);
        if button.ui(&mut right, cx.theme).clicked() {
            cx.ask(Command::NextDocument);
        }
    }
}

/// The edge of the pane can be dragged.
fn resize(ui: &mut Ui, pane: Rect, cx: &mut Cx<'_>) {
    let edge = Rect::from_x_y_ranges(pane.left() - 3.0..=pane.left() + 3.0, pane.y_range());
    let response = ui.interact(edge, ui.scope_id().with("pane edge"), Sense::drag());
    if response.hovered() || response.dragged() {
        ui.set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
    }
    if response.dragged()
        && let Some(pos) = response.interact_pointer_pos()
    {
        cx.ask(Command::PaneWidth((pane.right() - pos.x).round().clamp(300.0, 480.0)));
    }
}

/// While files are held over the window the whole reader says that they may be dropped.
fn drop_frame(ui: &Ui, reader: Rect, cx: &Cx<'_>) {
    let rect = reader.shrink(12.0);
    let painter = ui.painter();
    painter.rect_filled(reader, 0, cx.theme.page.gamma_multiply(0.9));
    crate::ui::panes::dashed_frame(ui, rect, cx.theme.ink);
    let font = crate::ui::theme::Face::SansSemibold.size(17.0);
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, cx.words.drop_here, font, cx.theme.ink);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_rooms_share_a_place() {
        for size in [[760.0, 520.0], [944.0, 452.0], [1000.0, 640.0], [1366.0, 728.0], [1440.0, 900.0]] {
            let area = Rect::from_min_size(pos2(0.0, 0.0), size.into());
            for (list_shown, pane_shown) in [(true, true), (true, false), (false, true), (false, false)] {
                let layout = Layout::new(area, list_shown, pane_shown, 480.0);
                let rooms = [
                    Some(layout.top),
                    Some(layout.side),
                    Some(layout.reader),
                    Some(layout.strip),
                    layout.pane,
                    layout.steps,
                ];
                let rooms: Vec<Rect> = rooms.into_iter().flatten().collect();
                for (at, room) in rooms.iter().enumerate() {
                    assert!(area.contains_rect(*room), "{size:?}: {layout:?}");
                    let others = rooms[at + 1..].iter();
                    let shared: Vec<&Rect> =
                        others.filter(|other| room.intersect(**other).is_positive()).collect();
                    assert!(shared.is_empty(), "{size:?}: {room:?} and {shared:?}");
                }
                let covered: f32 = rooms.iter().map(Rect::area).sum();
                assert_eq!(covered, area.area(), "{size:?}: nothing is left over");
                assert!(
                    layout.reader.width() >= 360.0 && layout.reader.height() >= 300.0,
                    "{size:?}: {layout:?}"
                );
            }
        }
    }
}
