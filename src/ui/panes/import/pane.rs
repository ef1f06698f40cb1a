//! The view of an import: how far it is, every file with its result, the chosen one beside it.

use egui::accesskit::Role;
use egui::{Align, CornerRadius, Key, Layout, Rect, ScrollArea, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::detail::detail;
use super::rows::{HEIGHT, ImportRow, ImportState, Show, row};
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{Button, Look, Segment, job, say, segments};
use crate::ui::{Command, Cx};

/// An import as the window knows it.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own with two answers")]
pub struct Importing {
    pub rows: Vec<ImportRow>,
    pub done: usize,
    /// The file that was read last.
    pub current: String,
    /// Everything is read, or reading was stopped.
    pub ended: bool,
    /// It was stopped, and what was read waits for an answer: keep it or not.
    pub asks: bool,
    /// The documents are part of the project.
    pub taken: bool,
    /// The view has shown itself already: who puts it away is not asked again.
    pub offered: bool,
    /// When it began, in seconds of the window's clock.
    pub since: f64,
}

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct ImportPane {
    show: Show,
    chosen: Option<usize>,
    wants_focus: bool,
}

impl Importing {
    /// How many files were read and are no twins.
    #[must_use]
    pub fn read(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.state, ImportState::Read(_))).count()
    }
}

impl ImportPane {
    /// Moves the keyboard into the view.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Shows the view in the space it is given. `now` is the window's clock in seconds.
    pub fn ui(&mut self, ui: &mut Ui, importing: &Importing, now: f64, cx: &mut Cx<'_>) {
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.page);
        let wide = area.width() >= space::NARROW;
        let beside = if wide { 376.0 } else { 320.0 };
        let left = Rect::from_min_max(area.min, pos2(area.right() - beside, area.bottom()));
        let right = Rect::from_min_max(pos2(left.right(), area.top()), area.max);
        let mut child = part(ui, "import left", left);
        self.head(&mut child, importing, now, cx);
        self.table(&mut child, importing, cx);
        let chosen = self.chosen.and_then(|at| importing.rows.get(at));
        detail(&mut part(ui, "import right", right), chosen, importing.taken, cx);
        ui.painter().vline(right.left() + 0.5, right.y_range(), cx.theme.hairline());
    }

    fn head(&mut self, ui: &mut Ui, importing: &Importing, now: f64, cx: &mut Cx<'_>) {
        let inner = ui.max_rect().shrink2(vec2(28.0, 20.0));
        let count = importing.rows.len();
        let words = &cx.words.import;
        let mut ui = part(ui, "import head", Rect::from_min_size(inner.min, vec2(inner.width(), 132.0)));
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.horizontal(|ui| {
            ui.set_min_height(36.0);
            let title =
                if importing.ended { (words.read_title)(count) } else { (words.reading_title)(count) };
            let response =
                say(ui, job(title.as_str(), Face::SansSemibold.size(20.0), cx.theme.ink, 28.0, 420.0));
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.buttons(ui, importing, cx));
        });
        ui.add_space(12.0);
        let (bar, response) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), egui::Sense::hover());
        let share = if count == 0 { 0.0 } else { importing.done as f32 / count as f32 };
        let radius = CornerRadius::same(space::RADIUS_BAR);
        ui.painter().rect_filled(bar, radius, cx.theme.active);
        let done = Rect::from_min_size(bar.min, vec2(bar.width() * share, bar.height()));
        ui.painter().rect_filled(done, radius, cx.theme.ink);
        let of = (cx.words.of)(importing.done, count);
        response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &of));
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            say(
                ui,
                job(of.as_str(), Face::SansSemibold.size(text::BODY), cx.theme.ink, text::BODY_LINE, 160.0),
            );
            let rest = if importing.asks {
                (words.keep_question)(importing.read())
            } else if importing.ended {
                (words.sum)(importing.read(), failed(importing), twins(importing))
            } else {
                let left = left_seconds(importing, now);
                let time = left.map(|seconds| (words.time_left)(seconds)).unwrap_or_default();
                [time, importing.current.clone()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · ")
            };
            let width = ui.available_width();
            let ink = if importing.asks { cx.theme.ink } else { cx.theme.ink3 };
            let face = if importing.asks { Face::SansMedium } else { Face::Sans };
            let line = crate::ui::widgets::elided(rest, face.size(text::BODY), ink, width);
            say(ui, line);
        });
    }

    fn buttons(&mut self, ui: &mut Ui, importing: &Importing, cx: &mut Cx<'_>) {
        let words = &cx.words.import;
        if importing.asks {
            let keep = Button::new(words.keep, Look::Outlined).ui(ui, cx.theme);
            if std::mem::take(&mut self.wants_focus) {
                keep.request_focus();
            }
            if keep.clicked() {
                cx.ask(Command::KeepRead(true));
            }
            if Button::new(words.drop, Look::Outlined).ui(ui, cx.theme).clicked() {
                cx.ask(Command::KeepRead(false));
            }
        } else if importing.ended {
            if Button::new(cx.words.close, Look::Primary).ui(ui, cx.theme).clicked() {
                cx.ask(Command::ImportView);
            }
        } else {
            if Button::new(words.stop, Look::Outlined).ui(ui, cx.theme).clicked() {
                cx.ask(Command::StopImport);
            }
            if Button::new(words.in_background, Look::Plain).ui(ui, cx.theme).clicked() {
                cx.ask(Command::ImportView);
            }
        }
    }

    fn table(&mut self, ui: &mut Ui, importing: &Importing, cx: &mut Cx<'_>) {
        let area = ui.max_rect();
        let words = &cx.words.import;
        let chips = Rect::from_min_size(area.min + vec2(28.0, 138.0), vec2(area.width() - 56.0, 32.0));
        let mut row_ui = part(ui, "import chips", chips);
        let shows = [
            (Show::All, words.all),
            (Show::Done, words.done),
            (Show::Doubtful, words.with_doubts),
            (Show::Failed, words.failed),
            (Show::Twins, words.twins),
        ];
        let names: Vec<String> = shows
            .iter()
            .map(|(show, name)| {
                let count = importing.rows.iter().filter(|row| row.state.passes(*show)).count();
                format!("{name} {count}")
            })
            .collect();
        let items: Vec<Segment> = names
            .iter()
            .zip(&shows)
            .map(|(name, (show, _))| Segment::plain(name, self.show == *show))
            .collect();
        let id = row_ui.scope_id().with("import shows");
        if let Some(nth) = segments(&mut row_ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
            self.show = shows[nth].0;
        }
        let columns = columns(area.width());
        let heads = Rect::from_min_size(pos2(area.left(), chips.bottom() + 10.0), vec2(area.width(), 30.0));
        let painter = ui.painter();
        painter.hline(heads.x_range(), heads.top() + 0.5, cx.theme.hairline());
        for (name, left) in [words.file, words.outline, words.result].iter().zip(columns) {
            let at = pos2(heads.left() + left, heads.center().y);
            painter.text(at, egui::Align2::LEFT_CENTER, name, Face::Sans.size(text::SMALL), cx.theme.ink3);
        }
        painter.hline(heads.x_range(), heads.bottom() - 0.5, cx.theme.hairline());
        let rest = Rect::from_min_max(pos2(area.left(), heads.bottom()), area.max);
        let mut list = part(ui, "import rows", rest);
        list.spacing_mut().item_spacing.y = 0.0;
        let passing: Vec<usize> =
            (0..importing.rows.len()).filter(|at| importing.rows[*at].state.passes(self.show)).collect();
        if self.chosen.is_none() && importing.ended {
            self.chosen = passing.first().copied();
        }
        let moved = self.keys(&list, importing, &passing, cx);
        let mut area = ScrollArea::vertical().id_salt("import rows").auto_shrink(false);
        if let Some(place) = moved {
            // Two rows above stay in sight.
            area = area.vertical_scroll_offset(((place as f32 - 2.0) * HEIGHT).max(0.0));
        }
        area.show_rows(&mut list, HEIGHT, passing.len(), |ui, visible| {
            for at in &passing[visible] {
                let response = row(ui, &importing.rows[*at], self.chosen == Some(*at), columns, cx);
                if response.clicked() {
                    self.chosen = Some(*at);
                }
                if response.double_clicked()
                    && importing.taken
                    && let ImportState::Read(document) = &importing.rows[*at].state
                {
                    cx.ask(Command::OpenImported(document.id));
                }
            }
        });
    }

    /// Arrows choose a file, Enter opens it. Returns the place of a row that was chosen just now.
    fn keys(&mut self, ui: &Ui, importing: &Importing, passing: &[usize], cx: &mut Cx<'_>) -> Option<usize> {
        let here = self.chosen.and_then(|chosen| passing.iter().position(|at| *at == chosen));
        let (down, up, enter) = ui.input(|input| {
            (
                input.key_pressed(Key::ArrowDown),
                input.key_pressed(Key::ArrowUp),
                input.key_pressed(Key::Enter),
            )
        });
        let control = ui.memory(egui::Memory::focused).is_some();
        if enter
            && !control
            && importing.taken
            && let Some(ImportState::Read(document)) = self.chosen.map(|at| &importing.rows[at].state)
        {
            cx.ask(Command::OpenImported(document.id));
        }
        let next = match (here, down, up) {
            (Some(here), true, _) => (here + 1).min(passing.len().saturating_sub(1)),
            (Some(here), _, true) => here.saturating_sub(1),
            (None, true, _) | (None, _, true) => 0,
            _ => return None,
        };
        self.chosen = passing.get(next).copied();
        Some(next)
    }
}

fn part(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    let layout = Layout::top_down(Align::Min);
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect).layout(layout));
    // Room for the focus ring of what stands at the edge.
    child.set_clip_rect(rect.expand(4.0).intersect(ui.clip_rect()));
    child
}

/// Where file, outline and result begin, from the left edge.
fn columns(width: f32) -> [f32; 3] {
    let outline = (width * 0.32).max(220.0);
    [56.0, outline, outline + (width * 0.16).clamp(100.0, 170.0)]
}

fn failed(importing: &Importing) -> usize {
    importing.rows.iter().filter(|row| matches!(row.state, ImportState::Failed(_))).count()
}

fn twins(importing: &Importing) -> usize {
    importing.rows.iter().filter(|row| matches!(row.state, ImportState::Twin(_))).count()
}

/// A guess once there is something to guess from.
fn left_seconds(importing: &Importing, now: f64) -> Option<usize> {
    let passed = now - importing.since;
    if importing.done < 5 || passed < 1.0 {
        return None;
    }
    let each = passed / importing.done as f64;
    Some((each * (importing.rows.len() - importing.done) as f64).ceil() as usize)
}
