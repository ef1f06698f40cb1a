//! A paper as blocks from top to bottom: what the reader shows, and where each word of it stands in the text.

use std::collections::BTreeSet;

use crate::model::text::Span;
use crate::model::{Document, DoubtKind, GroupId, QuestionId, Unit};

/// One paragraph on screen.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub kind: BlockKind,
    /// What is shown.
    pub text: String,
    /// Which bytes of the shown text are which bytes of the paper. Between two pieces stands a blank
    /// in place of a page break.
    pub pieces: Vec<Piece>,
    /// The answer it belongs to, as a place in the outline.
    pub group: Option<usize>,
    pub question: Option<QuestionId>,
    /// The part it shows, by place, while the outline is corrected.
    pub part: Option<usize>,
}

/// Bytes `shown..shown + source.len()` of a block are `source` in the paper, byte for byte.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub shown: usize,
    pub source: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum BlockKind {
    /// Title and table of the printed head.
    Head,
    /// A row that opens and closes what follows.
    Fold(Fold, usize, bool),
    Paragraph(Style),
    Question,
    /// Nothing but room after an answer.
    Gap,
    /// Room between two parts, where their border can be taken.
    Edge,
    /// A doubtful place by its place in the outline: to be decided while correcting, a hint while reading.
    Doubt(usize),
    /// Where a torn paragraph may have to be parted.
    Tear(usize),
}

/// How a paragraph is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Remark,
    Transmission,
    Joint,
    Answer,
    Signature,
    /// Footnotes.
    Note,
    /// Text that belongs to no part, line by line as printed.
    Plain,
}

/// What can be folded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Fold {
    PrintedHead,
    /// Footnotes and imprints.
    Notes,
    /// The remark with this place in the outline.
    Remark(usize),
    Answer(GroupId),
}

impl Block {
    pub(super) fn bare(kind: BlockKind, text: String) -> Self {
        Self { kind, text, pieces: Vec::new(), group: None, question: None, part: None }
    }

    pub(super) fn of(kind: BlockKind, document: &Document, pieces: &[Span]) -> Self {
        let mut text = String::new();
        let mut placed = Vec::with_capacity(pieces.len());
        for source in pieces {
            if !text.is_empty() {
                text.push(' ');
            }
            placed.push(Piece { shown: text.len(), source: *source });
            text.push_str(document.body.at(*source));
        }
        Self { kind, text, pieces: placed, group: None, question: None, part: None }
    }

    /// A place line by line, torn lines whole: the items of a question stand below one another.
    pub(super) fn of_lines(kind: BlockKind, document: &Document, span: Span) -> Self {
        let mut block = Self::bare(kind, String::new());
        for pieces in document.paragraphs(span) {
            for (nth, source) in pieces.iter().enumerate() {
                if !block.text.is_empty() {
                    block.text.push(if nth == 0 { '\n' } else { ' ' });
                }
                block.pieces.push(Piece { shown: block.text.len(), source: *source });
                block.text.push_str(document.body.at(*source));
            }
        }
        block
    }

    /// All of the paper that this block shows.
    pub fn source(&self) -> Option<Span> {
        Some(Span::new(self.pieces.first()?.source.start, self.pieces.last()?.source.end))
    }

    /// The byte of the paper at a byte of the shown text.
    pub fn source_byte(&self, shown: usize) -> Option<usize> {
        let piece = self.pieces.iter().rev().find(|piece| piece.shown <= shown).or(self.pieces.first())?;
        Some((piece.source.start + shown.saturating_sub(piece.shown)).min(piece.source.end))
    }

    /// The byte of the shown text at a byte of the paper, or the nearest one.
    pub fn shown_byte(&self, source: usize) -> usize {
        let Some(piece) = self.pieces.iter().rev().find(|piece| piece.source.start <= source) else {
            return 0;
        };
        piece.shown + source.min(piece.source.end) - piece.source.start
    }

    /// The part of the shown text that shows `span`, if any.
    pub fn shown_span(&self, span: Span) -> Option<Span> {
        let part = self.source()?.cut(span)?;
        let shown = Span::new(self.shown_byte(part.start), self.shown_byte(part.end));
        (!shown.is_empty()).then_some(shown)
    }
}

/// All blocks of a document. `folded` are closed.
pub(super) fn blocks(document: &Document, folded: &BTreeSet<Fold>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let outline = &document.outline;
    if !outline.is_segmented() {
        blocks.push(Block::bare(BlockKind::Head, String::new()));
        push_plain(&mut blocks, document, document.body.span());
        return blocks;
    }
    blocks.push(Block::bare(BlockKind::Head, String::new()));
    let mut remarks = 0;
    for unit in outline.units(document.body.as_str()) {
        match unit {
            Unit::Head(span) => {
                if push_fold(&mut blocks, document, Fold::PrintedHead, span, folded, String::new()) {
                    push_plain(&mut blocks, document, span);
                }
            }
            Unit::Remark(remark) => {
                let heading = document.body.line_at(remark.heading);
                let name = heading.trim_end_matches(':').to_owned();
                let fold = Fold::Remark(remarks);
                remarks += 1;
                if push_fold(&mut blocks, document, fold, remark.text, folded, name) {
                    push(&mut blocks, document, remark.text, Style::Remark, None);
                }
            }
            Unit::Transmission(span) => push(&mut blocks, document, span, Style::Transmission, None),
            Unit::Question(group, question) => {
                let place = outline.groups.iter().position(|other| other.id == group.id);
                let mut block = Block::of_lines(BlockKind::Question, document, question.text);
                block.group = place;
                block.question = Some(question.id);
                blocks.push(block);
            }
            Unit::Joint(group, span) => {
                let place = outline.groups.iter().position(|other| other.id == group.id);
                push(&mut blocks, document, span, Style::Joint, place);
            }
            Unit::Answer(group, span) => {
                let place = outline.groups.iter().position(|other| other.id == group.id);
                let fold = Fold::Answer(group.id);
                if folded.contains(&fold) {
                    push_fold(&mut blocks, document, fold, span, folded, String::new());
                    if let Some(block) = blocks.last_mut() {
                        block.group = place;
                    }
                } else {
                    push(&mut blocks, document, span, Style::Answer, place);
                }
                let mut gap = Block::bare(BlockKind::Gap, String::new());
                gap.group = place;
                blocks.push(gap);
            }
            Unit::Signature(span) => push(&mut blocks, document, span, Style::Signature, None),
            Unit::Rest(span) => {
                let (rest, notes) = apart(document, span);
                push_plain(&mut blocks, document, rest);
                if !notes.is_empty()
                    && push_fold(&mut blocks, document, Fold::Notes, notes, folded, String::new())
                {
                    push(&mut blocks, document, notes, Style::Note, None);
                }
            }
        }
    }
    push_doubts(&mut blocks, document);
    blocks
}

/// A place as what stands before the notes of a paper, and the notes.
fn apart(document: &Document, span: Span) -> (Span, Span) {
    let text = document.body.as_str();
    let border = document.print.notes_start().unwrap_or(span.end).clamp(span.start, span.end);
    (Span::new(span.start, border).trim(text), Span::new(border, span.end).trim(text))
}

/// Puts each doubt below the block that shows its place, inside the same answer and part.
pub(super) fn push_doubts(blocks: &mut Vec<Block>, document: &Document) {
    for (nth, doubt) in document.outline.doubts.iter().enumerate() {
        // While reading, the head of the paper says so already.
        let is_outline = blocks.iter().any(|block| block.part.is_some());
        let has_place = is_outline || doubt.kind != DoubtKind::NotSegmented;
        let Some(at) = super::selection::block_at(blocks, doubt.at.start).filter(|_| has_place) else {
            continue;
        };
        let mut block = Block::bare(BlockKind::Doubt(nth), String::new());
        (block.group, block.part) = (blocks[at].group, blocks[at].part);
        // Below the whole of a torn paragraph, and below the doubts that stand there already.
        let tear = blocks.iter().position(|block| block.kind == BlockKind::Tear(nth));
        let mut below = tear.map_or(at + 1, |tear| tear + 2);
        while blocks.get(below).is_some_and(|block| matches!(block.kind, BlockKind::Doubt(_))) {
            below += 1;
        }
        blocks.insert(below.min(blocks.len()), block);
    }
}

fn push(blocks: &mut Vec<Block>, document: &Document, span: Span, style: Style, group: Option<usize>) {
    for pieces in document.paragraphs(span) {
        let mut block = Block::of(BlockKind::Paragraph(style), document, &pieces);
        block.group = group;
        blocks.push(block);
    }
}

/// Longest piece of plain text in one block, in bytes: a file without blank lines stays quick.
const PLAIN_BLOCK: usize = 2000;

/// Text as printed: line breaks are kept, blank lines part the blocks.
pub(super) fn push_plain(blocks: &mut Vec<Block>, document: &Document, span: Span) {
    let text = document.body.as_str();
    let mut start: Option<Span> = None;
    let mut at = span.start;
    let mut close = |open: &mut Option<Span>| {
        if let Some(place) = open.take() {
            blocks.push(Block::of(BlockKind::Paragraph(Style::Plain), document, &[place]));
        }
    };
    for line in document.body.at(span).split_inclusive('\n') {
        let place = Span::new(at, at + line.len());
        at += line.len();
        if place.trim(text).is_empty() {
            close(&mut start);
            continue;
        }
        let end = place.trim(text).end;
        match &mut start {
            Some(open) if end - open.start < PLAIN_BLOCK => open.end = end,
            open => {
                close(open);
                *open = Some(Span::new(place.trim(text).start, end));
            }
        }
    }
    close(&mut start);
}

/// Puts in the row of a fold and returns whether it is open.
fn push_fold(
    blocks: &mut Vec<Block>,
    document: &Document,
    fold: Fold,
    span: Span,
    folded: &BTreeSet<Fold>,
    name: String,
) -> bool {
    let is_open = !folded.contains(&fold);
    blocks.push(Block::bare(BlockKind::Fold(fold, document.body.words_at(span), is_open), name));
    is_open
}
