//! The work of another copy comes in: read and put together on a thread, shown, and applied only when asked.

use std::path::{Path, PathBuf};

use crate::files::storage;
use crate::model::edits::merge::{Merged, merge};
use crate::model::edits::{Change, Label};
use crate::model::{Problem, Project};
use crate::ui::panes::{MergePane, Notice};

use super::asking::Waiting;
use super::services::Ask;
use super::window::{Overlay, Window};
use super::work::{Event, Work};

/// Another copy, put together with the open project as it was.
pub struct Brought {
    path: PathBuf,
    /// Of the file that was read.
    digest: String,
    /// Into which of the projects that were opened here, and into which state of it.
    serial: u64,
    revision: u64,
    merged: Merged,
}

/// What is to be put together.
struct BringOrder {
    path: PathBuf,
    ours: Project,
    /// The file as this window knows it, where it is the project's own.
    known: Option<String>,
    serial: u64,
    revision: u64,
}

impl Work {
    fn bring_in(&mut self, order: BringOrder) {
        self.spawn(move |teller| teller.tell(Event::BroughtIn(put_together(order).map(Box::new))));
    }
}

fn put_together(order: BringOrder) -> Result<Brought, Problem> {
    let BringOrder { path, ours, known, serial, revision } = order;
    let theirs = storage::open(&path)?;
    let base = known.and_then(|known| storage::last_common(&path, &known));
    let merged = merge(base.as_ref(), &ours, &theirs.project);
    Ok(Brought { path, digest: theirs.digest, serial, revision, merged })
}

impl Window {
    pub(super) fn ask_bring_in(&mut self, ctx: &egui::Context) {
        let name = (self.words().command_name)(&crate::ui::Command::BringIn).unwrap_or_default();
        let title = name.trim_end_matches([' ', '…']).to_owned();
        let filters = self.filters(self.words().dialogs.projects, &["ron"]);
        let ask = Ask::Open { title, filters, folder: self.start_folder(), several: false };
        self.ask(ctx, Waiting::BringIn, ask);
    }

    /// What somebody else wrote into the file of the open project.
    pub(super) fn compare_versions(&mut self) {
        if let Some(path) = self.open.as_ref().and_then(|open| open.path.clone()) {
            self.bring_in(path);
        }
    }

    pub(super) fn bring_in(&mut self, path: PathBuf) {
        let serial = self.serial;
        let is_own = self.is_own(&path);
        let Some(open) = &mut self.open else { return };
        open.session.close_step();
        let order = BringOrder {
            path,
            ours: open.session.project().clone(),
            known: open.digest.clone().filter(|_| is_own),
            serial,
            revision: open.session.revision(),
        };
        self.work.bring_in(order);
    }

    fn is_own(&self, path: &Path) -> bool {
        let own = self.open.as_ref().and_then(|open| open.path.as_ref());
        own.is_some_and(|own| storage::same_file(own, path))
    }

    /// The preview. Nothing is applied before the person says so.
    pub(super) fn brought_in(&mut self, result: Result<Box<Brought>, Problem>) {
        let brought = match result {
            Ok(brought) => *brought,
            Err(problem) => return self.notice(problem),
        };
        let Some(open) = self.open.as_ref().filter(|_| brought.serial == self.serial) else { return };
        if open.session.revision() != brought.revision {
            // Work went on while it was read.
            return self.bring_in(brought.path);
        }
        let file = brought.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let digest = self.is_own(&brought.path).then_some(brought.digest);
        self.overlay = Overlay::Merge(Box::new(MergePane::new(file, brought.merged, digest)));
    }

    /// Applies what was shown, as one step. A file that was changed elsewhere is ours again then, and is saved.
    pub(super) fn take_merge(&mut self) {
        let Overlay::Merge(pane) = std::mem::replace(&mut self.overlay, Overlay::None) else { return };
        self.panes.reader.focus();
        let words = self.words();
        let lines = pane.news(words);
        let MergePane { file, merged, digest, .. } = *pane;
        let is_empty = merged.is_empty();
        if !self.commit(Ok(Change::new(Label::Merge { file }, merged.edit))) {
            return;
        }
        let identity = self.preferences.identity.clone();
        let Some(open) = &mut self.open else { return };
        if open.session.project().coder(open.session.project().me()).is_none() {
            // What was brought in may hold my own work from another desk.
            open.session.sit(identity);
        }
        if digest.is_some() {
            open.digest = digest;
            self.save(false);
        }
        if !is_empty {
            self.notices.push(Notice::BroughtIn { lines });
        }
        self.mend_position();
    }
}
