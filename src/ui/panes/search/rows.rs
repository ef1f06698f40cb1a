//! The list of hits: a heading for every paper, below it its hits with the words around them.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, CornerRadius, Rangef, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::results::Searching;
use crate::model::analysis::Hit;
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{clamped, elided, focus_ring, width_of};
use crate::ui::{Command, Cx};

const HEADING: f32 = 34.0;
const HIT: f32 = 66.0;
const LINE: f32 = 17.0;

/// One row of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Row {
    /// A paper, by place in [`Searching::papers`].
    Paper(usize),
    /// A hit, by place in [`Searching::hits`].
    Hit(usize),
    /// How many hits are not listed.
    More,
}

/// All rows with where they stand.
#[derive(Debug, Default)]
pub(super) struct Rows {
    rows: Vec<(Row, Rangef)>,
    made_of: (usize, usize, usize),
}

impl Rows {
    /// Makes the rows anew where more was found.
    pub fn follow(&mut self, searching: &Searching) {
        let made_of = (searching.hits.len(), searching.papers.len(), searching.count);
        // A new search may have found as many: its papers tell.
        if self.made_of == made_of && self.rows.len() > made_of.0 {
            return;
        }
        self.made_of = made_of;
        self.rows.clear();
        let mut y = 0.0;
        let mut push = |row: Row, height: f32| {
            self.rows.push((row, Rangef::new(y, y + height)));
            y += height;
        };
        let mut hit = 0;
        for (nth, paper) in searching.papers.iter().enumerate().filter(|(_, paper)| paper.listed > 0) {
            push(Row::Paper(nth), HEADING);
            for _ in 0..paper.listed {
                push(Row::Hit(hit), HIT);
                hit += 1;
            }
        }
        if searching.count > searching.hits.len() {
            push(Row::More, HEADING);
        }
    }

    pub fn height(&self) -> f32 {
        self.rows.last().map_or(0.0, |(_, y)| y.max + 12.0)
    }

    /// The rows that stand between two heights.
    pub fn visible(&self, y: Rangef) -> impl Iterator<Item = (Row, Rangef)> + '_ {
        let first = self.rows.partition_point(|(_, row)| row.max <= y.min);
        self.rows[first..].iter().take_while(move |(_, row)| row.min < y.max).copied()
    }

    pub fn of_hit(&self, hit: usize) -> Option<Rangef> {
        self.rows.iter().find(|(row, _)| *row == Row::Hit(hit)).map(|(_, y)| *y)
    }
}

pub(super) fn paint_row(ui: &mut Ui, rect: Rect, row: Row, searching: &Searching, cx: &mut Cx<'_>) {
    match row {
        Row::Paper(nth) => heading(ui, rect, nth, searching, cx),
        Row::Hit(nth) => {
            if let Some(hit) = searching.hits.get(nth) {
                paint_hit(ui, rect, nth, hit, searching.current == Some(nth), cx);
            }
        }
        Row::More => {
            let says = (cx.words.search.more)(searching.count - searching.hits.len());
            let response = ui.interact(rect, ui.scope_id().with("more"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &says));
            let at = pos2(rect.left() + 18.0, rect.center().y);
            let font = Face::Sans.size(text::SMALL);
            ui.painter().text(at, Align2::LEFT_CENTER, says, font, cx.theme.ink3);
        }
    }
}

fn heading(ui: &Ui, rect: Rect, nth: usize, searching: &Searching, cx: &Cx<'_>) {
    let Some(paper) = searching.papers.get(nth) else { return };
    let Some(document) = cx.project.document(paper.document) else { return };
    let number = document.head.number.as_deref().unwrap_or_default();
    let name = (cx.words.search.paper)(document.title(), paper.count);
    let response = ui.interact(rect, ui.scope_id().with(("paper", nth)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
    let painter = ui.painter();
    let count = cx.words.language.number(paper.count);
    let font = Face::Sans.size(text::SMALL);
    let right = rect.right() - 18.0;
    let y = rect.center().y + 3.0;
    painter.text(pos2(right, y), Align2::RIGHT_CENTER, &count, font.clone(), cx.theme.ink3);
    let width = right - width_of(ui, &count, font) - 10.0 - (rect.left() + 18.0);
    let title = if number.is_empty() {
        document.title().to_owned()
    } else {
        format!("{number} · {}", document.title())
    };
    let title = elided(title, Face::SansSemibold.size(text::SMALL), cx.theme.ink, width);
    let title = painter.layout_job(title);
    painter.galley(pos2(rect.left() + 18.0, y - title.size().y / 2.0), title, cx.theme.ink);
    response.on_hover_text(name);
}

fn paint_hit(ui: &Ui, outer: Rect, nth: usize, hit: &Hit, is_current: bool, cx: &mut Cx<'_>) {
    let response = ui.interact(outer, ui.scope_id().with(("hit", nth)), Sense::click());
    let place = (cx.words.search.place)(&hit.place);
    let name = format!("{place}: {}{}{}", hit.before, hit.words, hit.after);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_current, &name));
    let rect = outer.shrink2(vec2(8.0, 2.0));
    let painter = ui.painter();
    if is_current || response.hovered() {
        let fill = if is_current { cx.theme.active } else { cx.theme.hover };
        painter.rect_filled(rect, CornerRadius::same(space::RADIUS_CONTROL), fill);
    }
    let (left, width) = (rect.left() + 10.0, rect.width() - 20.0);
    let place = elided(place, Face::Sans.size(text::SMALL), cx.theme.ink2, width);
    painter.galley(pos2(left, rect.top() + 5.0), painter.layout_job(place), cx.theme.ink2);
    let words = painter.layout_job(in_context(hit, width, cx));
    painter.galley(pos2(left, rect.top() + 5.0 + LINE + 1.0), words, cx.theme.ink);
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if response.clicked() {
        cx.ask(Command::GoHit(nth));
    }
}

/// The words of the paper around a hit, two lines of them, the hit on yellow.
fn in_context(hit: &Hit, width: f32, cx: &Cx<'_>) -> LayoutJob {
    let format = |color, background| TextFormat {
        font_id: Face::Serif.size(text::BODY),
        color,
        background,
        line_height: Some(LINE),
        expand_bg: 0.0,
        ..TextFormat::default()
    };
    let around = format(cx.theme.ink2, egui::Color32::TRANSPARENT);
    let mut job = LayoutJob::default();
    job.append(&hit.before, 0.0, around.clone());
    job.append(&hit.words, 0.0, format(cx.theme.ink, cx.theme.select));
    job.append(&hit.after, 0.0, around);
    job.wrap.max_width = width;
    clamped(job, 2)
}
