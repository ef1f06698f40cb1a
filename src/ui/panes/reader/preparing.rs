//! Making ready what is shown: blocks where the paper changed, heights where they are not known yet.

use egui::Ui;

use super::blocks::{Block, Fold, blocks};
use super::heights::Heights;
use super::marks::marks;
use super::outline::outline_blocks;
use super::paint::{Column, block_height_estimate, galley};
use super::pane::ReaderPane;
use super::scrolling::{Place, Wanted};
use crate::model::Document;
use crate::ui::Cx;

/// Blocks that are laid out ahead of being seen, per frame, in characters of text: about 4 ms.
const AHEAD: usize = 8_000;

impl ReaderPane {
    /// Makes the blocks anew where the document or its folds changed.
    pub(super) fn prepare(&mut self, document: &Document, cx: &Cx<'_>) {
        if self.document != Some(document.id) {
            let (cues, found) = (std::mem::take(&mut self.cues), std::mem::take(&mut self.found));
            let wants_focus = self.wants_focus;
            *self = Self { document: Some(document.id), wants_focus, found, cues, ..Self::default() };
            self.folded.insert(Fold::PrintedHead);
            self.wanted = Some(Wanted { place: Place::Top(0.0), frames: 1 });
            self.shown_question = cx.position.question;
        }
        self.notice_outline(document, cx);
        self.find_links(document, cx);
        if self.made_of.is_none() {
            self.blocks =
                if self.outlining { outline_blocks(document) } else { blocks(document, &self.folded) };
            self.groups = groups(&self.blocks, document);
            self.laid_out_for = None;
        }
        let made_of = Some((document.id, cx.revision));
        if self.made_of != made_of {
            self.marks = marks(cx.project, document);
            self.made_of = made_of;
        }
    }

    /// Estimates what is not measured; measures some of it ahead.
    pub(super) fn lay_out(&mut self, ui: &Ui, column: &Column) {
        let key = (column.width.to_bits(), column.size.to_bits());
        if self.laid_out_for != Some(key) {
            let anchor = self.heights.at(self.scroll);
            let into = self.scroll - self.heights.top(anchor);
            let had_layout = self.laid_out_for.is_some();
            let estimates = self.blocks.iter().map(|block| block_height_estimate(block, column)).collect();
            self.heights = Heights::new(estimates);
            self.ahead = 0;
            self.laid_out_for = Some(key);
            self.take_kept(key);
            if had_layout {
                // What is read stays where it is, also while heights around it are still guessed.
                self.wanted.get_or_insert(Wanted { place: Place::Block(anchor, into), frames: 8 });
            }
        }
        if self.heights.unmeasured() == 0 {
            return;
        }
        let mut budget = AHEAD;
        let mut above = 0.0;
        let first_visible = self.heights.at(self.scroll);
        for at in self.ahead..self.blocks.len() {
            self.ahead = at + 1;
            if self.heights.is_measured(at) || self.is_painted_to_be_measured(at) {
                continue;
            }
            let (_, height) = galley(ui, &self.blocks[at], column);
            let change = self.heights.measure(at, height);
            if at < first_visible {
                above += change;
            }
            budget = budget.saturating_sub(self.blocks[at].text.len() + 40);
            if budget == 0 {
                ui.ctx().request_repaint();
                break;
            }
        }
        // What is read stays where it is while heights above it become known.
        if above != 0.0 && self.wanted.is_none() {
            self.wanted = Some(Wanted { place: Place::Top(self.scroll + above), frames: 1 });
        }
    }
}

/// The first and last block of each answer.
fn groups(blocks: &[Block], document: &Document) -> Vec<Option<(usize, usize)>> {
    let mut groups = vec![None; document.outline.groups.len()];
    for (at, block) in blocks.iter().enumerate() {
        if let Some(place) = block.group.and_then(|group| groups.get_mut(group)) {
            let (first, _) = place.unwrap_or((at, at));
            *place = Some((first, at));
        }
    }
    groups
}
