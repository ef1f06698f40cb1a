//! What is selected: places in the paper, never on the screen.

use unicode_segmentation::UnicodeSegmentation;

use super::blocks::Block;
use crate::model::analysis::sentences;
use crate::model::text::Span;

/// From where to where, in bytes of the paper. `head` is the end that moves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Selection {
    pub anchor: Span,
    pub head: Span,
}

impl Selection {
    pub fn span(&self) -> Span {
        Span::new(self.anchor.start.min(self.head.start), self.anchor.end.max(self.head.end))
    }

    pub fn of(span: Span) -> Self {
        Self { anchor: span, head: span }
    }
}

/// The block that shows a byte of the paper, or the nearest one before it.
pub(super) fn block_at(blocks: &[Block], source: usize) -> Option<usize> {
    let mut found = None;
    for (at, block) in blocks.iter().enumerate() {
        let Some(span) = block.source() else { continue };
        if found.is_none() || span.start <= source {
            found = Some(at);
        }
        if source < span.end {
            break;
        }
    }
    found
}

/// The word at a byte of the shown text of a block, as a place in the paper.
pub(super) fn word_at(block: &Block, shown: usize) -> Option<Span> {
    let (start, word) =
        block.text.split_word_bound_indices().take_while(|(start, _)| *start <= shown).last()?;
    to_source(block, Span::new(start, start + word.len()))
}

/// The sentence at a byte of the shown text of a block, as a place in the paper.
pub(super) fn sentence_at(block: &Block, shown: usize) -> Option<Span> {
    let all = sentences(&block.text, 0);
    let found = all.iter().rev().find(|sentence| sentence.start <= shown).or(all.first())?;
    to_source(block, *found)
}

/// The sentence after (or before) a byte of the paper, over the borders of blocks.
pub(super) fn next_sentence(blocks: &[Block], from: usize, forward: bool) -> Option<Span> {
    let all = |block: &Block| -> Vec<Span> {
        sentences(&block.text, 0).into_iter().filter_map(|shown| to_source(block, shown)).collect()
    };
    let here = block_at(blocks, from)?;
    if forward {
        blocks[here..].iter().find_map(|block| all(block).into_iter().find(|sentence| sentence.start >= from))
    } else {
        blocks[..=here]
            .iter()
            .rev()
            .find_map(|block| all(block).into_iter().rfind(|sentence| sentence.end <= from))
    }
}

fn to_source(block: &Block, shown: Span) -> Option<Span> {
    Some(Span::new(block.source_byte(shown.start)?, block.source_byte(shown.end)?))
}
