//! References that lead somewhere: a thin line below them, a click goes there.

use egui::{CursorIcon, Pos2, Response, Ui, pos2};

use super::paint::{Column, row_rects};
use super::pane::ReaderPane;
use crate::model::analysis::{references, resolve};
use crate::model::text::Span;
use crate::model::{Document, DocumentId, QuestionId};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::width_of;
use crate::ui::{Command, Cx};

/// A passage that speaks of another paper or question, and where that is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub at: Span,
    pub document: DocumentId,
    pub question: Option<QuestionId>,
}

impl ReaderPane {
    /// Looks for references where the paper or the list of papers is another one.
    pub(super) fn find_links(&mut self, document: &Document, cx: &Cx<'_>) {
        let key = Some((document.id, cx.project.document_count(), document.outline.question_count()));
        if self.links_of == key {
            return;
        }
        self.links_of = key;
        self.links = references(&document.body)
            .iter()
            .filter_map(|reference| {
                let (target, question) = resolve(cx.project, document, reference)?;
                Some(Link { at: reference.at, document: target, question })
            })
            .collect();
        self.links.sort_unstable_by_key(|link| link.at);
    }

    /// The reference at a byte of the paper.
    pub(super) fn link_at(&self, byte: usize) -> Option<Link> {
        self.links.iter().find(|link| link.at.contains(byte)).copied()
    }

    /// Shows that the pointer is over a reference.
    pub(super) fn point_at_link(&self, ui: &Ui, response: &Response, origin: Pos2, column: &Column) {
        if self.links.is_empty() || self.outlining {
            return;
        }
        let Some(pos) = response.hover_pos() else { return };
        let byte =
            self.hit(ui, pos, origin, column).and_then(|(at, shown)| self.blocks[at].source_byte(shown));
        if byte.is_some_and(|byte| self.link_at(byte).is_some()) {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
    }

    /// Goes where a reference leads. Returns whether there was one.
    pub(super) fn follow(&self, byte: usize, cx: &mut Cx<'_>) -> bool {
        let Some(link) = self.link_at(byte) else { return false };
        cx.ask(Command::GoReference(link.document, link.question));
        true
    }

    /// The reference in the selection, or the first one below it: for the keyboard.
    #[must_use]
    pub fn next_link(&self) -> Option<(DocumentId, Option<QuestionId>)> {
        let from = self.selection().map_or(0, |span| span.start);
        let link = self.links.iter().find(|link| link.at.end > from).or(self.links.first())?;
        Some((link.document, link.question))
    }

    /// What the print says beside the words of a block: references, and where pages begin.
    pub(super) fn paint_print(
        &self,
        ui: &Ui,
        at: usize,
        top: f32,
        column: &Column,
        document: &Document,
        cx: &Cx<'_>,
    ) {
        let block = &self.blocks[at];
        let Some(source) = block.source() else { return };
        let first = self.links.partition_point(|link| link.at.end <= source.start);
        let links = self.links[first..].iter().take_while(|link| link.at.start < source.end);
        for link in links.filter(|_| !self.outlining) {
            let Some(shown) = block.shown_span(link.at) else { continue };
            for rect in row_rects(ui, block, top, column, shown) {
                // Above the lines of evidence, below the letters.
                let y = rect.center().y + column.size * 0.35 + 2.5;
                ui.painter().hline(rect.x_range(), y, (1.0, cx.theme.border));
            }
        }
        let pages = &document.print.pages;
        let first_page = pages.partition_point(|page| page.at < source.start);
        let here = pages[first_page..].iter().take_while(|page| page.at < source.end);
        for page in here.filter(|page| page.number > 1) {
            let first = Span::new(page.at, source.end);
            let Some(shown) = block.shown_span(first) else { continue };
            let Some(rect) = row_rects(ui, block, top, column, shown).into_iter().next() else { continue };
            let words = (cx.words.import.page)(page.number);
            let font = Face::Sans.size(text::BADGE);
            let x = (column.card_right + 30.0).min(ui.clip_rect().right() - 4.0);
            // In a narrow window there is no margin for it.
            if x - width_of(ui, &words, font.clone()) < column.left + column.width + 2.0 {
                continue;
            }
            let at = pos2(x, rect.center().y);
            ui.painter().text(at, egui::Align2::RIGHT_CENTER, words, font, cx.theme.ink3);
        }
    }
}
