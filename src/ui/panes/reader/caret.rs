//! A caret in the text, for people who select without a mouse.

use egui::{Event, Key, Modifiers, Ui, vec2};

use unicode_segmentation::UnicodeSegmentation;

use super::blocks::Block;
use super::paint::{Column, galley};
use super::selection::{Selection, block_at};
use crate::model::text::{Span, byte_from_char, char_from_byte};

/// Where the caret stands, in bytes of the paper; none while there is no caret.
#[derive(Debug, Default)]
pub(super) struct Caret {
    at: Option<usize>,
    /// Where the selection began.
    anchor: Option<usize>,
}

impl Caret {
    pub fn enter(&mut self, at: usize) {
        self.at = Some(at);
        self.anchor = None;
    }

    /// Returns whether there was a caret.
    pub fn leave(&mut self) -> bool {
        self.anchor = None;
        self.at.take().is_some()
    }

    pub fn is_on(&self) -> bool {
        self.at.is_some()
    }

    pub fn at(&self) -> Option<usize> {
        self.at
    }

    /// Takes the arrow keys out of the input and moves. Returns where the caret went.
    pub fn keys(
        &mut self,
        ui: &Ui,
        blocks: &[Block],
        column: &Column,
        selection: &mut Option<Selection>,
    ) -> Option<usize> {
        let mut at = self.at?;
        let mut moved = None;
        let events: Vec<(Key, Modifiers)> = ui.input_mut(|input| {
            let mut taken = Vec::new();
            input.events.retain(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } if is_move(*key) => {
                    taken.push((*key, *modifiers));
                    false
                }
                _ => true,
            });
            taken
        });
        for (key, modifiers) in events {
            let to = step(ui, blocks, column, at, key, modifiers.command).unwrap_or(at);
            if modifiers.shift {
                let anchor = *self.anchor.get_or_insert(at);
                *selection = Some(Selection { anchor: Span::new(anchor, anchor), head: Span::new(to, to) });
            } else {
                self.anchor = None;
                *selection = None;
            }
            at = to;
            moved = Some(to);
        }
        self.at = Some(at);
        moved
    }
}

fn is_move(key: Key) -> bool {
    matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown | Key::Home | Key::End)
}

fn step(ui: &Ui, blocks: &[Block], column: &Column, from: usize, key: Key, by_word: bool) -> Option<usize> {
    let at = block_at(blocks, from)?;
    let block = &blocks[at];
    let shown = block.shown_byte(from);
    match key {
        Key::ArrowRight => match next_stop(&block.text, shown, by_word) {
            Some(stop) => block.source_byte(stop),
            None => blocks[at + 1..].iter().find_map(Block::source).map(|span| span.start),
        },
        Key::ArrowLeft => match previous_stop(&block.text, shown, by_word) {
            Some(stop) => block.source_byte(stop),
            None => blocks[..at].iter().rev().find_map(Block::source).map(|span| span.end),
        },
        Key::ArrowUp | Key::ArrowDown => row_step(ui, blocks, column, at, shown, key == Key::ArrowDown),
        Key::Home | Key::End => {
            let (galley, _) = galley(ui, block, column);
            let cursor = egui::text::CCursor::new(char_from_byte(&block.text, shown));
            let to = if key == Key::Home {
                galley.cursor_begin_of_row(&cursor)
            } else {
                galley.cursor_end_of_row(&cursor)
            };
            block.source_byte(byte_from_char(&block.text, to.index.0))
        }
        _ => None,
    }
}

fn next_stop(text: &str, from: usize, by_word: bool) -> Option<usize> {
    let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
    let length = if by_word {
        rest.split_word_bound_indices()
            .skip(1)
            .find(|(_, word)| word.chars().any(char::is_alphanumeric))
            .map_or(rest.len(), |(at, _)| at)
    } else {
        rest.graphemes(true).next()?.len()
    };
    Some(from + length)
}

fn previous_stop(text: &str, from: usize, by_word: bool) -> Option<usize> {
    let before = text.get(..from).filter(|before| !before.is_empty())?;
    if by_word {
        let found =
            before.split_word_bound_indices().rev().find(|(_, word)| word.chars().any(char::is_alphanumeric));
        return Some(found.map_or(0, |(at, _)| at));
    }
    Some(from - before.graphemes(true).next_back()?.len())
}

/// One row up or down; beyond the block, the nearest row of the next one with words.
fn row_step(
    ui: &Ui,
    blocks: &[Block],
    column: &Column,
    at: usize,
    shown: usize,
    down: bool,
) -> Option<usize> {
    let block = &blocks[at];
    let (here, _) = galley(ui, block, column);
    let place = here.pos_from_cursor(egui::text::CCursor::new(char_from_byte(&block.text, shown)));
    let row = place.height().max(1.0);
    let y = place.center().y + if down { row } else { -row };
    if (0.0..here.size().y).contains(&y) {
        let cursor = here.cursor_from_pos(vec2(place.center().x, y));
        return block.source_byte(byte_from_char(&block.text, cursor.index.0));
    }
    let has_words = |block: &&Block| !block.pieces.is_empty();
    let next =
        if down { blocks[at + 1..].iter().find(has_words) } else { blocks[..at].iter().rfind(has_words) };
    let next = next?;
    let (there, _) = galley(ui, next, column);
    let y = if down { 1.0 } else { there.size().y - 1.0 };
    let cursor = there.cursor_from_pos(vec2(place.center().x, y));
    next.source_byte(byte_from_char(&next.text, cursor.index.0))
}
