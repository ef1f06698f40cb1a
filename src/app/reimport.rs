//! Reading the text of a paper again: better recognised, corrected, or in another format.

use std::path::PathBuf;

use crate::model::edits::reread::read_again;
use crate::model::{Document, DocumentId, Problem};

use super::requests::DialogPurpose;
use super::window::Window;

impl Window {
    /// Asks which file holds the new text of the open paper.
    pub(super) fn ask_read_again(&mut self) {
        let Some(document) = self.place.position.document else { return };
        let title = self.words().coding.read_again.to_owned();
        self.ask_paper(DialogPurpose::ReadAgain(document), title);
    }

    pub(super) fn read_again(&mut self, document: DocumentId, path: PathBuf) {
        self.jobs.read_again(path, document);
    }

    /// The new text is there: the codings go over to it.
    pub(super) fn text_arrived(&mut self, old: DocumentId, result: Result<Document, Problem>) {
        let Some(project) = self.project() else { return };
        let new = match result {
            Ok(new) => new,
            Err(problem) => return self.notice(problem),
        };
        if new.id == old {
            self.say(self.words().coding.same_text.to_owned(), false);
            return;
        }
        let id = new.id;
        match read_again(project, old, new, self.services.clock.now()) {
            Ok((change, carried)) => {
                let was_open = self.place.position.document == Some(old);
                if self.commit(Ok(change)) {
                    if was_open {
                        self.go_document(id);
                    }
                    let news = (self.words().coding.read_again_done)(carried.found, carried.lost);
                    self.say(news, true);
                }
            }
            Err(problem) => self.notice(problem),
        }
    }
}
