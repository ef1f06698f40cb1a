//! The comparison: from a command to a decision, and what leaves it.

use crate::model::edits::deciding;
use crate::model::{ExportChoice, ExportFormat, QuestionRef};
use crate::ui::{ExportScope, View};

use super::window::Window;

impl Window {
    /// The next case without a decision, or the words that there is none.
    pub(super) fn step_undecided(&mut self, forward: bool) {
        let Some(open) = &self.lifecycle.open else { return };
        if !self.panes.compare.step_undecided(open.session.seen(), forward) {
            self.say(self.words().compare.all_decided.to_owned(), false);
        }
    }

    /// Keeps the decision in the form and goes on; without a reason the keyboard goes there.
    pub(super) fn decide(&mut self) {
        let Some(open) = self.lifecycle.open.as_ref().filter(|_| self.place.position.view == View::Compare)
        else {
            return;
        };
        let before = open.session.revision();
        let drafted = self.panes.compare.drafted(open.session.seen(), self.services.clock.now());
        let Some((question, decision)) = drafted else { return self.panes.compare.edit_reason() };
        let is_new = open.session.seen().decision(question).is_none();
        let change = deciding::decide(open.session.seen(), question, decision);
        if !self.commit(change) {
            return;
        }
        if let Some(open) = self.lifecycle.open.as_ref().filter(|_| is_new) {
            self.panes.compare.kept(before, open.session.revision());
        }
        self.step_undecided(true);
    }

    pub(super) fn reopen(&mut self, question: QuestionRef) {
        let Some(project) = self.project() else { return };
        let change = deciding::reopen(project, question);
        self.commit(change);
    }

    pub(super) fn copy_agreement(&mut self, ctx: &egui::Context) {
        let words = self.words();
        let Some(open) = &self.lifecycle.open else { return };
        if let Some(text) = self.panes.compare.paragraph(open.session.seen(), words.exports.agreement) {
            ctx.copy_text(text);
            self.say(words.copied.to_owned(), false);
        }
    }

    pub(super) fn export_agreement(&mut self) {
        self.ask_export(ExportChoice::of(ExportFormat::Agreement), ExportScope::Project);
    }
}
