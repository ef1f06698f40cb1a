//! Where the view stands, and how it is moved: by keys, or to show something.

use super::blocks::{BlockKind, Fold};
use super::pane::ReaderPane;
use super::selection::block_at;
use crate::model::text::Span;
use crate::model::{Document, QuestionId};
use crate::ui::Cx;

/// A place that is to be brought into view. Asked for again in the next frame, because heights around
/// it may only be known then.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub place: Place,
    pub frames: u8,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Top(f32),
    /// A block of the reader, and how far into it the view begins.
    Block(usize, f32),
    /// A byte of the paper at which a block begins or lay, and how far below it the view begins.
    Held(usize, f32),
    /// A byte of the paper.
    Text(usize),
    /// What is to be decided at a doubtful place.
    Doubt(usize),
    Question(QuestionId),
}

/// How the view is moved by keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scroll {
    LineDown,
    LineUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
}

impl ReaderPane {
    pub fn scroll(&mut self, scroll: Scroll) {
        let page = (self.view_height - 56.0).max(28.0);
        let to = match scroll {
            Scroll::LineDown => self.scroll + 56.0,
            Scroll::LineUp => self.scroll - 56.0,
            Scroll::PageDown => self.scroll + page,
            Scroll::PageUp => self.scroll - page,
            Scroll::Top => 0.0,
            Scroll::Bottom => f32::MAX,
        };
        self.wanted = Some(Wanted { place: Place::Top(to), frames: 1 });
    }

    /// Brings a passage into view.
    pub fn show_place(&mut self, span: Span) {
        self.wanted = Some(Wanted { place: Place::Text(span.start), frames: 3 });
    }

    /// Brings a doubtful place into view, with the keyboard at its answers.
    pub fn show_doubt(&mut self, doubt: usize, place: Span) {
        self.caret.leave();
        self.show_place(place);
        self.wanted = Some(Wanted { place: Place::Doubt(doubt), frames: 4 });
        self.wants_doubt = Some(doubt);
    }

    /// Scrolls to the current question when it changed elsewhere and is not in view.
    pub(super) fn follow_question(&mut self, cx: &Cx<'_>, document: &Document) {
        let question = cx.position.question;
        if question == self.shown_question {
            return;
        }
        self.shown_question = question;
        if self.outlining {
            // There the chosen part is followed.
            return;
        }
        self.caret.leave();
        let Some(question) = question else { return };
        if let Some(group) = document.outline.group_of(question)
            && self.folded.contains(&Fold::Answer(group.id))
        {
            self.set_fold(Fold::Answer(group.id), false);
            self.prepare(document, cx);
        }
        self.wanted = Some(Wanted { place: Place::Question(question), frames: 3 });
    }

    /// The offset at which the wanted place is in view, if the view has to move.
    pub(super) fn wanted_offset(&mut self) -> Option<f32> {
        let wanted = self.wanted.as_mut()?;
        let place = wanted.place;
        wanted.frames -= 1;
        if wanted.frames == 0 {
            self.wanted = None;
        }
        let most = (self.heights.total() - self.view_height * 0.65).max(0.0);
        let offset = match place {
            Place::Top(top) => Some(top),
            Place::Block(at, into) => Some(self.heights.top(at) + into),
            Place::Held(byte, into) => Some(self.heights.top(block_at(&self.blocks, byte)?) + into),
            Place::Doubt(doubt) => {
                let at = self.blocks.iter().position(|block| block.kind == BlockKind::Doubt(doubt))?;
                let top = self.heights.top(at);
                // Some words before it, to see what is asked.
                self.bring_into_view(top - 120.0, top + self.heights.height(at))
            }
            Place::Text(byte) => {
                let at = block_at(&self.blocks, byte)?;
                let share = match self.blocks[at].source() {
                    Some(span) if !span.is_empty() => {
                        (byte.saturating_sub(span.start)) as f32 / span.len() as f32
                    }
                    _ => 0.0,
                };
                let y = self.heights.top(at) + self.heights.height(at) * share;
                self.bring_into_view(y, y + 60.0)
            }
            Place::Question(question) => {
                let at = self.blocks.iter().position(|block| block.question == Some(question))?;
                let group = self.blocks[at].group;
                let first = self.blocks.iter().position(|block| block.group == group).unwrap_or(at);
                let top = self.heights.top(at);
                // The whole answer comes into view where its questions leave room for it.
                let from = self.heights.top(first) - 24.0;
                let shown = self.bring_into_view(top, top + self.heights.height(at) + 90.0)?;
                Some(if top - from < self.view_height * 0.5 { from } else { shown })
            }
        };
        offset.map(|offset| offset.clamp(0.0, most.max(offset.min(most))))
    }

    /// The offset that shows `top..bottom` where it is not shown yet: a third down the view.
    pub(super) fn bring_into_view(&self, top: f32, bottom: f32) -> Option<f32> {
        let shown = self.scroll + 8.0 <= top && bottom <= self.scroll + self.view_height - 8.0;
        (!shown).then_some(top - self.view_height * 0.2)
    }
}
