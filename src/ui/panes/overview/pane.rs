//! The overview's pane: what it remembers, where its charts stand, what a click asks for.

use egui::accesskit::Role;
use egui::{Align, Id, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::bars::{bars_height, show_bars};
use super::days::{days_height, show_days};
use super::fields::Fields;
use super::strips::{show_strips, strips_height};
use super::total::{TOTAL, show_total};
use crate::model::analysis::chart::BarPart;
use crate::model::analysis::overview::{Overview, Panel, overview};
use crate::model::{CountBy, Document, DocumentId, Filter, Language};
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{elided, job, say};
use crate::ui::{Command, Cx};

/// Papers drawn for intervals in one frame: about 4 ms.
const DRAWN_PER_FRAME: usize = 400_000;
const SIDE: f32 = 28.0;
const FOOT: f32 = 34.0;
/// Between charts, side by side and one below the other.
const BETWEEN: f32 = 44.0;
const BELOW: f32 = 26.0;

/// What the overview remembers between frames; nothing of it is saved.
#[derive(Debug, Default)]
pub struct OverviewPane {
    /// What the charts were made of.
    made_of: Option<(u64, Filter, CountBy, Language)>,
    overview: Option<Overview>,
    /// Intervals are still being drawn.
    is_drawing: bool,
    pub(super) count_by: CountBy,
    /// Figures as rows instead of bars.
    pub(super) as_table: bool,
    fields: Fields,
}

/// What was clicked.
enum Clicked {
    Questions(Box<Filter>),
    Paper(DocumentId),
}

impl OverviewPane {
    /// Moves the keyboard to the charts.
    pub fn focus(&mut self) {
        self.fields.focus();
    }

    /// Counts again where something changed, and goes on with the intervals for as long as a frame may take.
    fn compute(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let words = cx.words.exports.overview;
        let key = (cx.revision, cx.filter.clone(), self.count_by, cx.words.language);
        if self.made_of.as_ref() != Some(&key) {
            let documents: Vec<&Document> = cx.project.documents().map(|document| &**document).collect();
            self.overview = Some(overview(cx.project, &documents, cx.filter, self.count_by, words));
            self.made_of = Some(key);
            self.is_drawing = true;
        }
        if self.is_drawing
            && let Some(overview) = &mut self.overview
        {
            self.is_drawing = overview.go_on(DRAWN_PER_FRAME, words);
            if self.is_drawing {
                ui.ctx().request_repaint();
            }
        }
    }

    /// Shows the overview in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.compute(ui, cx);
        let Some(overview) = self.overview.take() else { return };
        self.fields.keys(ui);
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.page);
        let foot = Rect::from_min_max(pos2(area.left(), area.bottom() - FOOT), area.max);
        let body = Rect::from_min_max(area.min, pos2(area.right(), foot.top()));
        let mut place = ui.new_child(
            UiBuilder::new().id_salt("overview").max_rect(body).layout(Layout::top_down(Align::Min)),
        );
        place.set_clip_rect(body.intersect(ui.clip_rect()));
        ScrollArea::vertical().id_salt("overview").auto_shrink(false).show(&mut place, |ui| {
            let width = body.width() - 2.0 * SIDE;
            ui.add_space(16.0);
            let head = Rect::from_min_size(pos2(body.left() + SIDE, ui.cursor().top()), vec2(width, 10.0));
            let mut top = ui.new_child(UiBuilder::new().id_salt("head").max_rect(head));
            self.head(&mut top, &overview, cx);
            let below = top.min_rect().bottom() + 12.0;
            if let Some(notice) = &overview.notice {
                let at = Rect::from_min_size(pos2(head.left(), below), vec2(width.min(460.0), 60.0));
                let mut words = ui.new_child(UiBuilder::new().id_salt("notice").max_rect(at));
                let font = Face::Sans.size(text::BODY);
                say(&mut words, job(notice, font, cx.theme.ink2, text::BODY_LINE, at.width()));
            }
            let left = head.left();
            let from = if overview.notice.is_some() { below + 52.0 } else { below };
            let (bottom, clicked) = self.charts(ui, &overview, left, width, from, cx);
            let size = vec2(body.width(), bottom - ui.cursor().top() + 24.0);
            ui.allocate_space(size);
            match clicked {
                Some(Clicked::Questions(filter)) => cx.ask(Command::ShowBehind(filter)),
                Some(Clicked::Paper(document)) => cx.ask(Command::GoDocument(document)),
                None => {}
            }
        });
        ui.painter().hline(foot.x_range(), foot.top(), cx.theme.hairline());
        if overview.total.is_some() {
            let words = cx.words.exports.overview.foot;
            let font = Face::Sans.size(text::SMALL);
            let galley =
                ui.painter().layout_job(elided(words, font, cx.theme.ink2, foot.width() - 2.0 * SIDE));
            let at = pos2(foot.left() + SIDE, foot.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, cx.theme.ink2);
        }
        self.fields.end_frame();
        self.overview = Some(overview);
    }

    /// Shows all charts from `top` on; returns where they end.
    fn charts(
        &mut self,
        ui: &Ui,
        overview: &Overview,
        left: f32,
        width: f32,
        top: f32,
        cx: &Cx<'_>,
    ) -> (f32, Option<Clicked>) {
        let mut clicked = None;
        let mut y = top;
        let questions = |filter: Filter| Clicked::Questions(Box::new(filter));
        if let Some(total) = &overview.total {
            let rect = Rect::from_min_size(pos2(left, y), vec2(width, TOTAL));
            clicked = show_total(ui, rect, 0, total, &mut self.fields, cx).map(questions);
            y = rect.bottom() + BELOW - 4.0;
        }
        let tags: Option<Vec<BarPart>> = overview
            .total
            .as_ref()
            .filter(|_| self.as_table)
            .map(|total| total.chart.bars.iter().flat_map(|bar| bar.parts.iter().cloned()).collect());
        let window = ui.ctx().content_rect();
        let is_small = window.width() < space::NARROW || window.height() < space::LOW;
        let columns = if is_small { 1 } else { 2 };
        let column_width = (width - BETWEEN * (columns - 1) as f32) / columns as f32;
        let mut ends = vec![y; columns];
        for (nth, panel) in overview.panels().into_iter().enumerate() {
            // The next chart stands where the page ends first.
            let column = usize::from(columns == 2 && ends[1] < ends[0]);
            let height = match panel {
                Panel::Bars(chart) => bars_height(chart, self.as_table),
                Panel::Days(chart) => days_height(chart),
            };
            let at = pos2(left + column as f32 * (column_width + BETWEEN), ends[column]);
            let rect = Rect::from_min_size(at, vec2(column_width, height));
            ends[column] = rect.bottom() + BELOW;
            let found = match panel {
                Panel::Bars(chart) => {
                    show_bars(ui, rect, nth + 1, chart, tags.as_deref(), &mut self.fields, cx).map(questions)
                }
                Panel::Days(chart) => {
                    show_days(ui, rect, nth + 1, chart, &mut self.fields, cx).map(Clicked::Paper)
                }
            };
            clicked = found.or(clicked);
        }
        y = ends.into_iter().fold(y, f32::max);
        if let Some(papers) = &overview.papers {
            let rect = Rect::from_min_size(pos2(left, y), vec2(width, strips_height(papers, width)));
            let found = show_strips(ui, rect, 100, papers, &mut self.fields, cx).map(Clicked::Paper);
            clicked = found.or(clicked);
            y = rect.bottom() + BELOW - 6.0;
        }
        for note in &overview.notes {
            let shown = job(note, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width);
            let galley = ui.painter().layout_job(shown);
            let height = galley.size().y;
            let rect = Rect::from_min_size(pos2(left, y), galley.size());
            let said = ui.interact(rect, Id::unique(("overview note", note)), Sense::hover());
            said.widget_info(|| WidgetInfo::labeled(Role::Label, true, note));
            ui.painter().galley(pos2(left, y), galley, cx.theme.ink3);
            y += height + 2.0;
        }
        (y, clicked)
    }
}
