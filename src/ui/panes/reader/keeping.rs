//! What stays when the outline of a paper changes under the reader: the place that is read, and what is
//! known of the heights.

use std::collections::HashMap;

use egui::Rect;

use super::blocks::BlockKind;
use super::paint::Column;
use super::pane::ReaderPane;
use super::scrolling::{Place, Wanted};
use crate::model::Document;
use crate::model::analysis::{Part, part_of, parts};
use crate::ui::Cx;

/// Room for the names of parts, in a wide and in a narrow window.
const GUTTER: f32 = 136.0;
const GUTTER_NARROW: f32 = 120.0;

/// The byte that stood at the top of the view, and the heights of blocks that may come back.
#[derive(Debug, Default)]
pub(super) struct Kept {
    place: Option<(usize, f32)>,
    heights: HashMap<(usize, usize), (BlockKind, f32)>,
    laid_out_for: Option<(u32, u32)>,
}

impl ReaderPane {
    /// The column: with names of parts at its left while the outline is corrected.
    pub(super) fn column(&self, area: Rect, size: f32) -> Column {
        match self.outlining {
            true if area.width() < 700.0 => Column::with_gutter(area, size, GUTTER_NARROW),
            true => Column::with_gutter(area, size, GUTTER),
            false => Column::new(area, size),
        }
    }

    /// Has the blocks made anew where the outline is another one, or is shown in another way.
    pub(super) fn notice_outline(&mut self, document: &Document, cx: &Cx<'_>) {
        let outlining = cx.position.outline.is_some();
        let is_fresh = self.made_of.is_none() && self.blocks.is_empty();
        let changed =
            self.made_of != Some((document.id, cx.revision)) && self.shown_outline != document.outline;
        if changed || outlining != self.outlining {
            if !is_fresh {
                self.keep(outlining == self.outlining);
            }
            self.outlining = outlining;
            self.shown_outline.clone_from(&document.outline);
            self.border = None;
            let count = |part: &Part<'_>| document.body.words_at(part.span);
            self.part_words = parts(document).iter().filter(|_| outlining).map(count).collect();
            self.made_of = None;
        }
        let chosen = cx.position.outline;
        self.chosen_part = chosen.and_then(|chosen| part_of(&parts(document), chosen));
    }

    fn keep(&mut self, heights_too: bool) {
        let top = self.heights.at(self.scroll);
        let first = (top..self.blocks.len()).find_map(|at| Some((at, self.blocks[at].source()?)));
        let place = first.map(|(at, source)| (source.start, self.scroll - self.heights.top(at)));
        self.kept = Kept { place: place.filter(|_| self.scroll > 0.5), ..Kept::default() };
        if !heights_too {
            return;
        }
        self.kept.laid_out_for = self.laid_out_for;
        for (at, block) in self.blocks.iter().enumerate().filter(|(at, _)| self.heights.is_measured(*at)) {
            if let Some(source) = block.source() {
                let height = self.heights.height(at);
                self.kept.heights.insert((source.start, source.end), (block.kind, height));
            }
        }
    }

    /// Uses what was kept for blocks that were just made and estimated.
    pub(super) fn take_kept(&mut self, laid_out_for: (u32, u32)) {
        let kept = std::mem::take(&mut self.kept);
        if kept.laid_out_for == Some(laid_out_for) {
            for at in 0..self.blocks.len() {
                let Some(source) = self.blocks[at].source() else { continue };
                if let Some((kind, height)) = kept.heights.get(&(source.start, source.end))
                    && *kind == self.blocks[at].kind
                {
                    self.heights.measure(at, *height);
                }
            }
        }
        if let Some((byte, into)) = kept.place {
            self.wanted.get_or_insert(Wanted { place: Place::Held(byte, into), frames: 8 });
        }
    }

    /// Blocks whose height is known only once they were shown.
    pub(super) fn is_painted_to_be_measured(&self, at: usize) -> bool {
        matches!(self.blocks[at].kind, BlockKind::Head | BlockKind::Doubt(_))
    }
}
