//! Undo and redo, and the small changes of a project: its name, a paper's number, a paper taken out.

use std::collections::BTreeSet;

use crate::model::DocumentId;
use crate::model::edits::{Label, head, library};

use super::project::OpenProject;
use super::window::Window;

impl Window {
    pub(super) fn undo(&mut self) {
        self.turn(true);
    }

    pub(super) fn redo(&mut self) {
        self.turn(false);
    }

    fn turn(&mut self, back: bool) {
        let words = self.words();
        let Some(open) = &mut self.lifecycle.open else { return };
        let next = if back { open.session.undo_label() } else { open.session.redo_label() };
        let moves_documents = matches!(next, Some(Label::AddDocuments { .. } | Label::RemoveDocument { .. }));
        let ids = |open: &OpenProject| -> BTreeSet<DocumentId> {
            let documents = open.session.project().documents();
            documents.filter(|_| moves_documents).map(|document| document.id).collect()
        };
        let before = ids(open);
        let label = if back { open.session.undo() } else { open.session.redo() };
        let Some(label) = label else { return };
        let returned = ids(open).difference(&before).next().copied();
        let what = (words.label)(&label, open.session.project().codebook());
        let news = if back { (words.undone)(&what) } else { (words.redone)(&what) };
        self.say(news, false);
        self.settle_part();
        // A document that came back is shown.
        if let Some(document) = returned {
            self.go_document(document);
        }
    }

    pub(super) fn close_step(&mut self) {
        if let Some(open) = &mut self.lifecycle.open {
            open.session.close_step();
        }
    }

    pub(super) fn rename(&mut self, name: &str) {
        self.commit(Ok(library::rename(name)));
    }

    pub(super) fn set_number(&mut self, document: DocumentId, number: &str) {
        let Some(project) = self.project() else { return };
        let change = head::number(project, document, number);
        self.commit(change);
    }

    pub(super) fn remove(&mut self, document: DocumentId) {
        let Some(project) = self.project() else { return };
        let title = project.document(document).map(|found| found.title().to_owned()).unwrap_or_default();
        let change = library::remove(project, document);
        if self.commit(change) {
            self.say((self.words().removed)(&title), true);
        }
    }
}
