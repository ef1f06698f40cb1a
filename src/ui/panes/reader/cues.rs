//! Cue passages under the words of tagged answers: a fine line, on demand. Never a tag, never a score.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Align, Align2, Layout, Rect, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::blocks::{Block, BlockKind, Style};
use super::paint::{Column, baseline, row_rects};
use super::pane::ReaderPane;
use crate::model::analysis::{CueFinder, CuePassage, CueSearch, may_see_cues};
use crate::model::{Cue, Document, DocumentId, GroupId, Outline};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, elided, icon_button, key_cap};
use crate::ui::{Command, Cx, shortcuts};

/// How much is searched in one frame, in bytes read by one pattern each: about 4 ms.
const BUDGET: usize = 200_000;

/// What the reader knows of cues. Nothing is looked for before a person asks, and each answer once.
#[derive(Debug, Default)]
pub(super) struct Cues {
    is_on: bool,
    /// The list that `finder` looks for.
    list: Vec<Cue>,
    finder: Option<CueFinder>,
    /// What `searches` were made of.
    made_of: Option<(DocumentId, u64)>,
    outline: Outline,
    searches: BTreeMap<GroupId, CueSearch>,
}

impl Cues {
    /// Forgets what another list, paper or outline gave.
    fn prepare(&mut self, document: &Document, cx: &Cx<'_>) {
        let made_of = Some((document.id, cx.revision));
        if self.made_of == made_of {
            return;
        }
        let is_other =
            self.made_of.map(|(id, _)| id) != Some(document.id) || self.outline != document.outline;
        self.made_of = made_of;
        if self.finder.is_none() || self.list != cx.cues() {
            self.list = cx.cues().to_vec();
            self.finder = Some(CueFinder::new(&self.list));
            self.searches.clear();
        }
        if is_other {
            self.outline.clone_from(&document.outline);
            self.searches.clear();
        }
    }
}

impl ReaderPane {
    /// Shows cue passages or hides them. Returns whether they are shown now.
    pub fn toggle_cues(&mut self) -> bool {
        self.cues.is_on = !self.cues.is_on;
        self.cues.is_on
    }

    #[must_use]
    pub fn shows_cues(&self) -> bool {
        self.cues.is_on
    }

    /// Looks for cues in the visible answers that may show them, some of the work in each frame.
    pub(super) fn find_cues(
        &mut self,
        ui: &Ui,
        visible: std::ops::RangeInclusive<usize>,
        document: &Document,
        cx: &Cx<'_>,
    ) {
        if !self.cues.is_on || self.outlining {
            return;
        }
        self.cues.prepare(document, cx);
        let Some(finder) = &mut self.cues.finder else { return };
        let mut budget = BUDGET;
        for block in self.blocks.get(visible).unwrap_or_default().iter().filter(|block| is_answer(block)) {
            let Some(group) = block.group.and_then(|place| document.outline.groups.get(place)) else {
                continue;
            };
            if !may_see_cues(cx.project, document, group) {
                continue;
            }
            let search =
                self.cues.searches.entry(group.id).or_insert_with(|| CueSearch::new(document, group));
            if search.is_done() {
                continue;
            }
            budget = finder.go_on(search, budget);
            if budget == 0 {
                ui.ctx().request_repaint();
                return;
            }
        }
    }

    /// The line under each passage of a block; its kind where the pointer rests.
    pub(super) fn paint_cues(
        &self,
        ui: &Ui,
        at: usize,
        top: f32,
        column: &Column,
        document: &Document,
        cx: &Cx<'_>,
    ) {
        let block = &self.blocks[at];
        if !self.cues.is_on || self.outlining || !is_answer(block) {
            return;
        }
        let Some(group) = block.group.and_then(|place| document.outline.groups.get(place)) else { return };
        let Some(search) = self.cues.searches.get(&group.id) else { return };
        // A tag that was taken back takes the lines with it.
        if !may_see_cues(cx.project, document, group) {
            return;
        }
        for passage in search.passages() {
            paint_passage(ui, block, top, column, passage, cx);
        }
    }
}

fn is_answer(block: &Block) -> bool {
    block.kind == BlockKind::Paragraph(Style::Answer)
}

fn paint_passage(ui: &Ui, block: &Block, top: f32, column: &Column, passage: &CuePassage, cx: &Cx<'_>) {
    let Some(shown) = block.shown_span(passage.span) else { return };
    let rects = row_rects(ui, block, top, column, shown);
    let name = (cx.words.aids.cue)(&passage.kinds);
    for (nth, rect) in rects.iter().enumerate() {
        let y = baseline(block.kind, column, rect) + 2.5;
        cue_line(ui, rect.left(), rect.right(), y, nth == 0, nth + 1 == rects.len(), cx);
        let id = ui.scope_id().with(("cue", passage.span.start, rect.top().to_bits()));
        let response = ui.interact(*rect, id, Sense::hover());
        if nth == 0 {
            let words = block.text.get(shown.start..shown.end).unwrap_or_default();
            response.widget_info(|| WidgetInfo::labeled(Role::Mark, true, format!("{name}: {words}")));
        }
        response.on_hover_text(&name);
    }
}

/// A hairline with a tick at each end: no tag has such a line.
fn cue_line(ui: &Ui, left: f32, right: f32, y: f32, begins: bool, ends: bool, cx: &Cx<'_>) {
    let stroke = Stroke::new(1.0, cx.theme.ink3);
    let y = y.round() + 0.5;
    let mut points = vec![pos2(left, y), pos2(right, y)];
    if begins {
        points.insert(0, pos2(left, y - 3.0));
    }
    if ends {
        points.push(pos2(right, y - 3.0));
    }
    ui.painter().add(Shape::line(points, stroke));
}

/// How tall the legend below the reader is.
pub const CUE_BAR: f32 = 34.0;

/// Below the reader while cues are shown: what the line means, the list, the key that hides it.
pub fn cue_bar(ui: &mut Ui, cx: &mut Cx<'_>) {
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0, cx.theme.chrome);
    ui.painter().hline(area.x_range(), area.top() + 0.5, cx.theme.hairline());
    let inner = area.shrink2(vec2(16.0, 0.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt("right").max_rect(inner).layout(layout));
    right.spacing_mut().item_spacing.x = 4.0;
    let name = (cx.words.command_name)(&Command::Cues).unwrap_or_default();
    if icon_button(&mut right, icon::CLOSE, name, true, cx.theme).clicked() {
        cx.ask(Command::Cues);
    }
    if let Some(key) = shortcuts::shown(&Command::Cues, cx.words) {
        let (rect, _) = right.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
        key_cap(right.painter(), rect.right_center(), &key, cx.theme.ink2, cx.theme.line);
    }
    if Button::new(cx.words.aids.see_list, Look::Plain).height(28.0).ui(&mut right, cx.theme).clicked() {
        cx.ask(Command::CueList);
    }
    let middle = area.center().y;
    let line = Rect::from_min_max(pos2(inner.left(), middle - 3.0), pos2(inner.left() + 26.0, middle + 3.0));
    cue_line(ui, line.left(), line.right(), line.bottom(), true, true, cx);
    let waits = cx.current().is_some_and(|(document, group, _)| !may_see_cues(cx.project, document, group));
    let words = if waits { cx.words.aids.legend_waits } else { cx.words.aids.legend };
    let left = line.right() + 10.0;
    let width = right.min_rect().left() - 8.0 - left;
    let font = Face::Sans.size(text::SMALL);
    let galley = ui.painter().layout_job(elided(words, font, cx.theme.ink2, width));
    let place = Align2::LEFT_CENTER.anchor_size(pos2(left, middle), galley.size());
    let response = ui.interact(place, ui.scope_id().with("legend"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().galley(place.min, galley, cx.theme.ink2);
}
