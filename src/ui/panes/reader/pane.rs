//! The reader: which blocks are visible, what is selected, where the view stands.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{EventFilter, Pos2, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2};

use super::blocks::{Block, BlockKind, Fold};
use super::borders::Border;
use super::caret::Caret;
use super::cues::Cues;
use super::found::Found;
use super::handles::Handle;
use super::head::{NumberField, head};
use super::heights::Heights;
use super::keeping::Kept;
use super::marks::{Mark, Marks};
use super::paint::{Column, paint_block, paint_card};
use super::popup::{menu, popup};
use super::references::Link;
use super::scrolling::Wanted;
use super::selection::{Selection, block_at, next_sentence};
use crate::model::text::Span;
use crate::model::{Document, DocumentId, Outline, QuestionId};
use crate::ui::Cx;

/// The reader of one document. Its view state is never saved with the project.
#[derive(Debug, Default)]
pub struct ReaderPane {
    pub(super) document: Option<DocumentId>,
    /// What the blocks were made of; when it changes they are made anew.
    pub(super) made_of: Option<(DocumentId, u64)>,
    pub(super) blocks: Vec<Block>,
    pub(super) heights: Heights,
    /// The first and last block of each answer, by place in the outline.
    pub(super) groups: Vec<Option<(usize, usize)>>,
    /// Blocks before this one are measured, or are once they are shown.
    pub(super) ahead: usize,
    pub(super) laid_out_for: Option<(u32, u32)>,
    pub(super) folded: BTreeSet<Fold>,
    pub(super) marks: Marks,
    pub(super) selection: Option<Selection>,
    pub(super) dragging: bool,
    pub(super) caret: Caret,
    pub(super) number: NumberField,
    pub(super) scroll: f32,
    pub(super) view_height: f32,
    pub(super) wanted: Option<Wanted>,
    pub(super) shown_question: Option<QuestionId>,
    pub(super) wants_focus: bool,
    /// The outline is being corrected.
    pub(super) outlining: bool,
    /// The chosen part, by place.
    pub(super) chosen_part: Option<usize>,
    /// The outline that the blocks show.
    pub(super) shown_outline: Outline,
    /// How many words each part has.
    pub(super) part_words: Vec<usize>,
    /// References that lead somewhere, and what they were looked for in.
    pub(super) links: Vec<Link>,
    pub(super) links_of: Option<(DocumentId, usize, usize)>,
    pub(super) border: Option<Border>,
    /// An end of the chosen passage that is being moved.
    pub(super) handle: Option<Handle>,
    pub(super) wants_doubt: Option<usize>,
    /// What a search found here.
    pub(super) found: Found,
    /// Cue passages, while they are shown.
    pub(super) cues: Cues,
    /// What is kept while the blocks are made anew.
    pub(super) kept: Kept,
}

impl ReaderPane {
    /// The name of the region, for the keyboard focus.
    #[must_use]
    pub fn id() -> egui::Id {
        egui::Id::unique("reader")
    }

    /// What is selected, as a place in the paper.
    #[must_use]
    pub fn selection(&self) -> Option<Span> {
        self.selection.map(|selection| selection.span()).filter(|span| !span.is_empty())
    }

    /// Whether a caret stands in the text.
    #[must_use]
    pub fn has_caret(&self) -> bool {
        self.caret.is_on()
    }

    /// Where the caret stands.
    #[must_use]
    pub fn caret(&self) -> Option<usize> {
        self.caret.at()
    }

    /// Drops a border that is being dragged, the selection, or the caret. Returns whether there was one.
    pub fn clear_selection(&mut self) -> bool {
        let caret = self.caret.leave();
        let border = self.border.take().is_some() | self.handle.take().is_some();
        self.selection.take().is_some() || caret || border
    }

    /// Selects the next (or previous) sentence, or adds it to the selection.
    pub fn select_sentence(&mut self, forward: bool, extend: bool) {
        let top = self.blocks.get(self.heights.at(self.scroll + 40.0)).and_then(Block::source);
        let from = match (&self.selection, forward) {
            (Some(selection), true) => selection.head.end,
            (Some(selection), false) => selection.head.start,
            (None, _) => self.question_start().or(top.map(|span| span.start)).unwrap_or(0),
        };
        let Some(sentence) = next_sentence(&self.blocks, from, forward) else { return };
        self.selection = match self.selection {
            Some(selection) if extend => Some(Selection { head: sentence, ..selection }),
            _ => Some(Selection::of(sentence)),
        };
        self.show_place(sentence);
    }

    /// Where the answer of the current question begins, or the chosen part: sentences are selected from there.
    fn question_start(&self) -> Option<usize> {
        if self.outlining {
            let mut chosen = self.blocks.iter().filter(|block| block.part == self.chosen_part);
            return Some(chosen.find_map(Block::source)?.start);
        }
        let question = self.shown_question?;
        let at = self.blocks.iter().position(|block| block.question == Some(question))?;
        let group = self.blocks[at].group;
        let answer = self.blocks.iter().find(|block| {
            block.group == group && matches!(block.kind, BlockKind::Paragraph(super::blocks::Style::Answer))
        });
        Some(answer.or(self.blocks.get(at))?.source()?.start)
    }

    /// Puts a caret into the text, at the selection or at the current answer.
    pub fn enter_caret(&mut self) {
        let at = self.selection().map(|span| span.start).or(self.question_start()).unwrap_or(0);
        self.caret.enter(at);
        self.selection = None;
        self.wants_focus = true;
        self.show_place(Span::new(at, at));
    }

    /// Moves the keyboard to the reader.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Shows the reader in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(document) = cx.document() else { return };
        self.prepare(document, cx);
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.page);
        let column = self.column(area, cx.preferences.reading_size);
        self.follow_question(cx, document);
        self.follow_found(document, cx);
        self.lay_out(ui, &column);
        self.view_height = area.height();

        let mut scroll_area = ScrollArea::vertical().id_salt("reader").auto_shrink(false).scroll_source(
            egui::scroll_area::ScrollSource {
                drag: egui::scroll_area::DragScroll::Never,
                ..Default::default()
            },
        );
        if let Some(offset) = self.wanted_offset() {
            scroll_area = scroll_area.vertical_scroll_offset(offset);
            if self.wanted.is_some() {
                ui.ctx().request_repaint();
            }
        }
        let output = scroll_area.show_viewport(ui, |ui, viewport| {
            ui.set_height(self.heights.total() + area.height() * 0.35);
            self.content(ui, viewport, &column, document, cx);
        });
        self.scroll = output.state.clamped_offset().y;
    }

    fn content(
        &mut self,
        ui: &mut Ui,
        viewport: Rect,
        column: &Column,
        document: &Document,
        cx: &mut Cx<'_>,
    ) {
        let origin = ui.min_rect().left_top();
        let clip = ui.clip_rect();
        let response = ui.interact(clip, Self::id(), Sense::click_and_drag());
        let name = cx.words.reader;
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name));
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.has_focus() {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                ..Default::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(Self::id(), filter));
        }

        let first = self.heights.at(viewport.min.y);
        let last = self.heights.at(viewport.max.y);
        let current = self.shown_question.and_then(|question| {
            document.outline.groups.iter().position(|group| group.questions.iter().any(|q| q.id == question))
        });
        if self.outlining {
            self.paint_parts(ui, origin, first..=last, column, document, cx);
        } else {
            self.paint_groups(ui, origin, first..=last, current, column, document, cx);
        }
        let last = last.min(self.blocks.len().saturating_sub(1));
        self.find_cues(ui, first..=last, document, cx);
        for at in first..=last {
            let top = origin.y + self.heights.top(at);
            self.show_block(ui, at, top, column, document, cx);
        }
        if self.outlining {
            self.borders(ui, origin, first..=last, column, document, cx);
        }
        self.react(ui, &response, origin, column, cx);
        if !self.outlining {
            self.handles(ui, origin, column, cx);
        }
        self.point_at_link(ui, &response, origin, column);
        menu(&response, self.selection().is_some(), cx);
        if let Some(byte) = self.caret.keys(ui, &self.blocks, column, &mut self.selection) {
            self.show_place(Span::new(byte, byte));
        }
        if !self.dragging
            && let Some(span) = self.selection()
            && !self.caret.is_on()
            && let Some(rect) = self.selection_rect(ui, span, origin, column)
        {
            popup(ui, rect, clip, cx);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a painting step with everything it paints from")]
    fn paint_groups(
        &self,
        ui: &Ui,
        origin: Pos2,
        visible: std::ops::RangeInclusive<usize>,
        current: Option<usize>,
        column: &Column,
        document: &Document,
        cx: &Cx<'_>,
    ) {
        let mut seen = BTreeSet::new();
        for at in visible {
            let Some(group) = self.blocks.get(at).and_then(|block| block.group) else { continue };
            if !seen.insert(group) {
                continue;
            }
            let Some((first, last)) = self.groups.get(group).copied().flatten() else { continue };
            let top = origin.y + self.heights.top(first);
            // A question without an answer ends without room below it.
            let ends_in_room = self.blocks[last].kind == BlockKind::Gap;
            let bottom = if ends_in_room { last } else { last + 1 };
            let bottom = origin.y + self.heights.top(bottom);
            let joint = document.outline.groups.get(group).is_some_and(|group| group.questions.len() > 1);
            paint_card(ui, column, top, bottom, current == Some(group), joint, cx);
        }
    }

    fn show_block(
        &mut self,
        ui: &mut Ui,
        at: usize,
        top: f32,
        column: &Column,
        document: &Document,
        cx: &mut Cx<'_>,
    ) {
        match self.blocks[at].kind {
            BlockKind::Head => {
                let height = head(ui, pos2(column.left, top), column.width, document, &mut self.number, cx);
                if self.heights.measure(at, height) != 0.0 {
                    ui.ctx().request_repaint();
                }
            }
            BlockKind::Edge => {}
            BlockKind::Tear(_) => self.paint_tear(ui, top, column, cx),
            BlockKind::Doubt(doubt) => {
                let height = self.show_doubt_at(ui, top, column, document, doubt, cx);
                if self.heights.measure(at, height) != 0.0 {
                    ui.ctx().request_repaint();
                }
            }
            BlockKind::Fold(fold, ..) => {
                let height = paint_block(ui, &self.blocks[at], top, column, cx);
                self.heights.measure(at, height);
                if self.fold_row(ui, at, top, height, column, cx) {
                    let closed = !self.folded.contains(&fold);
                    self.set_fold(fold, closed);
                }
            }
            _ => {
                self.paint_found(ui, at, top, column, cx);
                self.paint_under(ui, at, top, column, cx);
                self.paint_cues(ui, at, top, column, document, cx);
                self.paint_print(ui, at, top, column, document, cx);
                let height = paint_block(ui, &self.blocks[at], top, column, cx);
                if self.heights.measure(at, height) != 0.0 {
                    ui.ctx().request_repaint();
                }
            }
        }
    }

    /// Where the caret is on screen.
    pub(super) fn caret_rect(&self, ui: &Ui, origin: Pos2, column: &Column) -> Option<Rect> {
        let byte = self.caret.at()?;
        let at = block_at(&self.blocks, byte)?;
        let top = origin.y + self.heights.top(at);
        Some(super::paint::caret_rect(ui, &self.blocks[at], top, column, byte))
    }

    /// Selection and evidence, behind and below the words.
    fn paint_under(&self, ui: &Ui, at: usize, top: f32, column: &Column, cx: &Cx<'_>) {
        let block = &self.blocks[at];
        let Some(source) = block.source() else { return };
        let selected = self.selection().and_then(|span| block.shown_span(span));
        // While the outline is corrected the gutter belongs to it.
        let shown = |_: &&Mark| !self.outlining;
        let marks: Vec<&Mark> = self.marks.at(source).filter(shown).collect();
        let caret = self.caret.at().filter(|byte| source.start <= *byte && *byte <= source.end);
        // The chosen passage stands on the colour of a selection: it can be changed.
        let chosen = self.chosen_span(cx).filter(|_| !self.outlining);
        let selected = selected.or_else(|| block.shown_span(chosen?));
        if selected.is_none() && marks.is_empty() && caret.is_none() {
            return;
        }
        let caret = caret.filter(|byte| block_at(&self.blocks, *byte) == Some(at));
        super::under::paint_under(ui, block, top, column, selected, &marks, caret, self.shown_question, cx);
    }
}
