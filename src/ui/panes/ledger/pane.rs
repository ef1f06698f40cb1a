//! The ledger's table: what it remembers, its head, its rows.

use egui::accesskit::Role;
use egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::lines::{Hidden, Line, Sort, lines};
use super::row::{Columns, HEAD, ROW, show_head, show_row, table_head};
use super::timeline::{Axis, legend, paint_head};
use crate::model::QuestionRef;
use crate::model::analysis::{Entry, ledger};
use crate::ui::panes::promise::{PromiseFields, choose};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, elided, icon_button, job, say, singleline};
use crate::ui::{Command, Cx};

/// Room above the table, for its head, below it.
const TOP: f32 = 98.0;
/// From this width on the day stands beside the ways to sort.
const DAY_BESIDE_FROM: f32 = 500.0;
const TABLE_HEAD: f32 = 34.0;
const FOOT: f32 = 40.0;
/// Width of the promise in detail.
const DETAIL: f32 = 332.0;
/// Narrower tables have no time axis: words give way last.
const AXIS_FROM: f32 = 560.0;

/// What the ledger remembers between frames; nothing of it is saved.
#[derive(Debug, Default)]
pub struct LedgerPane {
    /// What the entries were made of.
    made_of: Option<(u64, Date)>,
    pub(super) entries: Vec<Entry>,
    lines: Vec<Line>,
    /// What the lines were made of.
    lines_of: Option<(u64, Date, Sort, Hidden, crate::model::Language)>,
    sort: Sort,
    pub(super) hidden: Hidden,
    pub(super) chosen: Option<QuestionRef>,
    pub(super) fields: PromiseFields,
    day: (String, String),
    wants_row: bool,
}

impl LedgerPane {
    /// The promise that is chosen.
    #[must_use]
    pub fn chosen(&self) -> Option<QuestionRef> {
        self.chosen
    }

    /// Chooses the next promise, or the one before.
    pub fn step(&mut self, forward: bool) {
        let rows: Vec<QuestionRef> = self.rows().collect();
        let here = rows.iter().position(|row| Some(*row) == self.chosen);
        let there = match (here, forward) {
            (None, _) => 0,
            (Some(here), true) => (here + 1).min(rows.len().saturating_sub(1)),
            (Some(here), false) => here.saturating_sub(1),
        };
        self.chosen = rows.get(there).copied().or(self.chosen);
        self.wants_row = true;
    }

    /// Moves the keyboard to the date of the chosen promise.
    pub fn edit_date(&mut self) {
        self.fields.wants_date = self.chosen.is_some();
    }

    fn rows(&self) -> impl Iterator<Item = QuestionRef> {
        self.lines.iter().filter_map(|line| match line {
            Line::Row(at) => Some(self.entries.get(*at)?.question),
            Line::Head(..) => None,
        })
    }

    /// Looks again where the project, the day or the filter changed.
    fn compute(&mut self, cx: &Cx<'_>) {
        let day = cx.ledger_day();
        if self.made_of != Some((cx.revision, day)) {
            self.entries = ledger(cx.project, day);
            // What was said of the chosen promise may have moved it to another heading.
            self.wants_row = self.made_of.is_some();
            self.made_of = Some((cx.revision, day));
        }
        let key = (cx.revision, day, self.sort, self.hidden.clone(), cx.words.language);
        if self.lines_of.as_ref() != Some(&key) {
            self.lines = lines(&self.entries, self.sort, &self.hidden, cx);
            self.lines_of = Some(key);
        }
        let rows: Vec<QuestionRef> = self.rows().collect();
        self.chosen = self.chosen.filter(|chosen| rows.contains(chosen)).or(rows.first().copied());
    }

    /// Shows the ledger in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.compute(cx);
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.page);
        let is_empty = self.entries.is_empty();
        let detail = if self.chosen.is_some() { DETAIL } else { 0.0 };
        let table = Rect::from_min_max(area.min, pos2(area.right() - detail, area.bottom()));
        let is_narrow = table.width() < DAY_BESIDE_FROM;
        let head_height = if is_narrow { TOP + 36.0 } else { TOP };
        let head = Rect::from_min_size(table.min, vec2(table.width(), head_height));
        self.head(&mut child(ui, "ledger head", head.shrink2(vec2(28.0, 12.0))), is_narrow, cx);
        let rows = Rect::from_min_max(
            pos2(table.left(), head.bottom() + TABLE_HEAD),
            pos2(table.right(), table.bottom() - FOOT),
        );
        if is_empty || self.lines.is_empty() {
            let words =
                if is_empty { cx.words.ledger.nothing_deferred } else { cx.words.ledger.nothing_passes };
            let mut place = child(ui, "ledger empty", rows.shrink2(vec2(28.0, 16.0)));
            let width = place.available_width().min(420.0);
            say(&mut place, job(words, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, width));
        } else {
            self.table(ui, table, rows, cx);
        }
        let foot = Rect::from_min_max(pos2(table.left(), table.bottom() - FOOT), table.max);
        ui.painter().hline(foot.x_range(), foot.top(), cx.theme.hairline());
        if table.width() > AXIS_FROM {
            legend(&ui.painter().with_clip_rect(foot), foot, cx);
        }
        if self.chosen.is_some() {
            let place = Rect::from_min_max(pos2(table.right(), area.top()), area.max);
            self.detail(&mut child(ui, "promise detail", place), cx);
        } else {
            self.fields.follow(None, cx);
        }
    }

    fn head(&mut self, ui: &mut Ui, is_narrow: bool, cx: &mut Cx<'_>) {
        let words = cx.words.ledger;
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.horizontal(|ui| {
            let title = say(ui, job(words.ledger, Face::SansSemibold.size(20.0), cx.theme.ink, 28.0, 220.0));
            title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words.ledger));
            let open = self.entries.iter().filter(|entry| entry.state.is_open()).count();
            let about = (words.about)(self.entries.len(), open);
            let is_wide = ui.max_rect().width() > 620.0;
            let width = ui.available_width() - if is_wide { 210.0 } else { 40.0 };
            say(ui, elided(about, Face::Sans.size(text::BODY), cx.theme.ink2, width.max(60.0)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let export = if is_wide {
                    Button::new(words.export, Look::Outlined).icon(icon::TABLE).ui(ui, cx.theme)
                } else {
                    icon_button(ui, icon::TABLE, words.export, true, cx.theme)
                };
                if export.clicked() {
                    cx.ask(Command::ExportLedger);
                }
            });
        });
        let font = Face::Sans.size(text::SMALL);
        ui.horizontal(|ui| {
            let names = [words.by_state, words.by_due, words.by_ministry, words.by_document];
            let items: Vec<(&str, bool)> =
                names.into_iter().zip(Sort::ALL).map(|(name, sort)| (name, self.sort == sort)).collect();
            if let Some(nth) = choose(ui, "ledger sort", &items, cx) {
                self.sort = Sort::ALL[nth];
            }
            if !is_narrow {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    self.day_field(ui, cx);
                    say(ui, job(words.day, font.clone(), cx.theme.ink2, 28.0, 80.0));
                });
            }
        });
        if is_narrow {
            ui.horizontal(|ui| {
                say(ui, job(words.day, font, cx.theme.ink2, 28.0, 80.0));
                self.day_field(ui, cx);
            });
        }
    }

    /// The day against which promises are overdue; empty is today.
    fn day_field(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.ledger;
        let said = cx.project.ledger_day().map(|day| cx.words.language.date(day)).unwrap_or_default();
        let (typed, known) = &mut self.day;
        if *known != said {
            typed.clone_from(&said);
            *known = said;
        }
        let hint = (words.day_today)(&cx.words.language.date(cx.today));
        let response = singleline(ui, egui::Id::unique("ledger day"), typed, &hint, 164.0, cx.theme);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &*typed, &*typed, &hint);
            info.label = Some(words.day.to_owned());
            info
        });
        if response.lost_focus() && typed != known {
            cx.ask(Command::LedgerDay(typed.clone()));
            // Should it be refused, the field shows what the project says.
            typed.clone_from(known);
        }
    }

    fn table(&mut self, ui: &mut Ui, table: Rect, rows: Rect, cx: &mut Cx<'_>) {
        let day = cx.ledger_day();
        let axis_left = table.right() - (table.width() * 0.36).clamp(190.0, 340.0);
        let has_axis = table.width() > AXIS_FROM;
        let axis = has_axis.then(|| Axis::new(&self.entries, day, axis_left, table.right()));
        let words_end = if has_axis { axis_left } else { table.right() - 12.0 };
        let columns = Columns { left: table.left() + 28.0, words_end, axis };
        let head = Rect::from_min_max(pos2(table.left(), rows.top() - TABLE_HEAD), rows.right_top());
        table_head(ui, head, &columns, cx);
        if let Some(axis) = &columns.axis {
            paint_head(ui.painter(), axis, head.center().y, day, cx);
        }
        let mut place = child(ui, "ledger rows", rows);
        let height = |line: &Line| if matches!(line, Line::Head(..)) { HEAD } else { ROW };
        let mut area = ScrollArea::vertical().id_salt("ledger").auto_shrink(false);
        if std::mem::take(&mut self.wants_row) {
            area = self.bring_into_view(&place, area, height);
        }
        let mut clicked = None;
        let mut opened = None;
        area.show_viewport(&mut place, |ui, viewport| {
            ui.set_height(self.lines.iter().map(height).sum());
            let mut top = ui.min_rect().top();
            let (from, until) = (ui.min_rect().top() + viewport.min.y, ui.min_rect().top() + viewport.max.y);
            for line in &self.lines {
                let rect = Rect::from_x_y_ranges(rows.x_range(), top..=top + height(line));
                top = rect.bottom();
                if rect.bottom() < from || rect.top() > until {
                    continue;
                }
                match line {
                    Line::Head(words, count) => show_head(ui, rect, words, *count, &columns, day, cx),
                    Line::Row(at) => {
                        let entry = &self.entries[*at];
                        let chosen = self.chosen == Some(entry.question);
                        let response = show_row(ui, rect, entry, chosen, &columns, day, cx);
                        if response.as_ref().is_some_and(egui::Response::double_clicked) {
                            opened = Some(entry.question);
                        } else if response.is_some_and(|response| response.clicked()) {
                            clicked = Some(entry.question);
                        }
                    }
                }
            }
        });
        self.chosen = clicked.or(self.chosen);
        if let Some(question) = opened {
            self.chosen = Some(question);
            cx.ask(Command::OpenPromise);
        }
    }

    /// Scrolls so that the chosen row is seen.
    fn bring_into_view(&self, ui: &Ui, area: ScrollArea, height: impl Fn(&Line) -> f32) -> ScrollArea {
        let is_chosen = |line: &Line| match line {
            Line::Row(at) => self.entries.get(*at).is_some_and(|entry| self.chosen == Some(entry.question)),
            Line::Head(..) => false,
        };
        let Some(place) = self.lines.iter().position(is_chosen) else { return area };
        let top: f32 = self.lines[..place].iter().map(&height).sum();
        let id = ui.make_persistent_id(egui::IdSalt::new("ledger"));
        let offset =
            egui::scroll_area::State::load(ui.ctx(), id).map_or(0.0, |state| state.clamped_offset().y);
        let room = ui.available_height();
        if top < offset + HEAD {
            area.vertical_scroll_offset((top - HEAD).max(0.0))
        } else if top + ROW > offset + room {
            area.vertical_scroll_offset(top + ROW - room)
        } else {
            area
        }
    }
}

/// A room of its own.
pub(super) fn child(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    let flow = Layout::top_down(Align::Min);
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect).layout(flow));
    child.set_clip_rect(rect.expand2(vec2(4.0, 4.0)).intersect(ui.clip_rect()));
    child
}
