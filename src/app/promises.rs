//! Promises: from a command to a change, and from the ledger into the text.

use crate::model::QuestionRef;
use crate::model::edits::promise::{self, PromiseStep};
use crate::ui::View;
use crate::ui::panes::{Palette, PaletteKind};

use super::shown::Overlay;
use super::window::Window;

impl Window {
    pub(super) fn say_of_promise(&mut self, question: QuestionRef, step: PromiseStep) {
        let Some(project) = self.project() else { return };
        let change = promise::say(project, question, step, self.services.clock.now());
        self.commit(change);
    }

    pub(super) fn set_ledger_day(&mut self, typed: &str) {
        self.commit(promise::set_day(typed));
    }

    /// The promise that is meant: the chosen row of the ledger, or the current question.
    fn meant(&self) -> Option<QuestionRef> {
        match self.place.position.view {
            View::Ledger => self.panes.ledger.chosen(),
            _ => self.current_ref(),
        }
    }

    pub(super) fn link_later(&mut self) {
        if let Some(question) = self.meant() {
            self.shown.overlay = Overlay::Palette(Palette::new(PaletteKind::Later(question)));
        }
    }

    /// Entered without a paper of the project: day and source are asked for beside it.
    pub(super) fn answered_later(&mut self) {
        if let Some(question) = self.meant() {
            self.say_of_promise(question, PromiseStep::Outcome(Some(crate::model::OutcomeKind::Kept)));
        }
    }

    /// Shows the passage of the chosen promise in its paper.
    pub(super) fn open_promise(&mut self) {
        let Some(question) = self.panes.ledger.chosen() else { return };
        let evidence = self.project().and_then(|project| project.my_coding(question)?.evidence.first());
        let span = evidence.map(|evidence| evidence.span);
        self.go_reference(question.document, Some(question.question));
        if let Some(span) = span {
            self.panes.reader.show_place(span);
            self.place.position.evidence = Some((question.question, span));
        }
    }
}
