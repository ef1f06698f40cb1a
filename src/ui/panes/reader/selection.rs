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
    // Blocks stand in the order of the paper; between them are some that show none of it.
    let (mut low, mut high) = (0, blocks.len());
    let mut found = None;
    while low < high {
        let middle = low + (high - low) / 2;
        let with_words = (middle..high).find_map(|at| Some((at, blocks[at].source()?)));
        match with_words {
            None => high = middle,
            Some((_, span)) if source < span.start => high = middle,
            Some((at, span)) => {
                found = Some(at);
                if source < span.end {
                    break;
                }
                low = at + 1;
            }
        }
    }
    found.or_else(|| blocks.iter().position(|block| block.source().is_some()))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ui::panes::reader::blocks::{BlockKind, Piece};

    proptest! {
        #[test]
        fn a_byte_is_in_the_last_block_that_begins_before_it(
            parts in prop::collection::vec((any::<bool>(), 0..3_usize, 1..5_usize), 0..20),
            byte in 0..100_usize,
        ) {
            let mut at = 0;
            let blocks: Vec<Block> = parts.iter().map(|(has_words, gap, length)| {
                let mut block = Block::bare(BlockKind::Gap, String::new());
                if *has_words {
                    let source = Span::new(at + gap, at + gap + length);
                    block.pieces.push(Piece { shown: 0, source });
                    at = source.end;
                }
                block
            }).collect();
            let begins = |block: &Block| block.source().is_some_and(|span| span.start <= byte);
            let expected = blocks.iter().rposition(begins)
                .or_else(|| blocks.iter().position(|block| block.source().is_some()));
            prop_assert_eq!(block_at(&blocks, byte), expected);
        }
    }
}
