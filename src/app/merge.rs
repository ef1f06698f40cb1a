//! The work of another copy comes in: read and put together on a thread, shown, and applied only when asked.

use std::path::{Path, PathBuf};

use crate::files::storage;
use crate::model::Problem;
use crate::model::edits::{Change, Label};
use crate::ui::panes::{MergePane, Notice};

use super::dialogs::FileFilter;
use super::jobs::{Brought, MergeOrder};
use super::requests::DialogPurpose;
use super::shown::Overlay;
use super::window::Window;

impl Window {
    pub(super) fn ask_bring_in(&mut self) {
        let name = (self.words().command_name)(&crate::ui::Command::BringIn).unwrap_or_default();
        let title = name.trim_end_matches([' ', '…']).to_owned();
        self.ask_file(
            DialogPurpose::BringIn,
            title,
            FileFilter::new(self.words().dialogs.projects, &["ron"]),
            false,
        );
    }

    /// What somebody else wrote into the file of the open project.
    pub(super) fn compare_versions(&mut self) {
        if let Some(path) = self.lifecycle.open.as_ref().and_then(|open| open.path.clone()) {
            self.bring_in(path);
        }
    }

    pub(super) fn bring_in(&mut self, path: PathBuf) {
        let serial = self.lifecycle.serial;
        let is_own = self.is_own(&path);
        // What is put together is what the journal knows.
        self.hand_to_journal();
        let Some(open) = &mut self.lifecycle.open else { return };
        open.session.close_step();
        let order = MergeOrder {
            path,
            ours: open.session.project().clone(),
            known: open.digest.clone().filter(|_| is_own),
            serial,
            revision: open.session.revision(),
        };
        self.jobs.merge(order);
    }

    pub(super) fn is_own(&self, path: &Path) -> bool {
        let own = self.lifecycle.open.as_ref().and_then(|open| open.path.as_ref());
        own.is_some_and(|own| storage::same_file(own, path))
    }

    /// The preview. Nothing is applied before the person says so.
    pub(super) fn brought_in(&mut self, result: Result<Box<Brought>, Problem>) {
        let brought = match result {
            Ok(brought) => *brought,
            Err(problem) => return self.notice(problem),
        };
        if !self.shown.overlay.is_none() {
            self.shown.merge_waits = Some(Box::new(brought));
            return;
        }
        let Some(open) = self.lifecycle.open.as_ref().filter(|_| brought.serial == self.lifecycle.serial)
        else {
            return;
        };
        if open.session.revision() != brought.revision {
            // Work went on while it was read.
            return self.bring_in(brought.path);
        }
        let file = brought.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let digest = self.is_own(&brought.path).then_some(brought.digest);
        self.shown.overlay = Overlay::Merge(Box::new(MergePane::new(file, brought.merged, digest)));
    }

    /// Applies what was shown, as one step. A file that was changed elsewhere is ours again then, and is saved.
    pub(super) fn take_merge(&mut self) {
        let Overlay::Merge(pane) = std::mem::replace(&mut self.shown.overlay, Overlay::None) else { return };
        self.panes.reader.focus();
        let words = self.words();
        let lines = pane.news(words);
        let MergePane { file, merged, digest, .. } = *pane;
        let is_empty = merged.is_empty();
        if !self.commit(Ok(Change::new(Label::Merge { file }, merged.edit))) {
            return;
        }
        let identity = self.settings.preferences.identity.clone();
        let Some(open) = &mut self.lifecycle.open else { return };
        if open.session.project().coder(open.session.project().me()).is_none() {
            // What was brought in may hold my own work from another desk.
            open.session.sit(identity);
        }
        if digest.is_some() {
            open.digest = digest;
            self.save(false);
        }
        if !is_empty {
            self.said.notices.push(Notice::BroughtIn { lines });
        }
        self.mend_position();
    }
}
