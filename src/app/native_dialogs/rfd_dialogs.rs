//! File dialogs by rfd: Windows and macOS.

use std::time::Instant;

use raw_window_handle::{HasDisplayHandle, HasWindowHandle};

use super::patience::FASTER_THAN_PEOPLE;
use crate::app::dialogs::{Answer, Ask, FileFilter};

/// A dialog that asks for nothing yet and belongs to the window. rfd takes a window only by reference; this keeps it.
#[derive(Clone)]
pub(super) struct Parent(rfd::FileDialog);

impl Parent {
    pub(super) fn of(window: &(impl HasWindowHandle + HasDisplayHandle)) -> Self {
        Self(rfd::FileDialog::new().set_parent(window))
    }
}

/// These dialogs are modal to the window and offer no way to reach them from outside.
pub(super) struct Control;

impl Control {
    #[expect(clippy::unused_self, reason = "the dialogs of Linux need it")]
    pub(super) fn bring_forward(&self) -> bool {
        false
    }
}

pub(super) struct Controlled;

pub(super) fn control() -> (Control, Controlled) {
    (Control, Controlled)
}

/// Shows a dialog and waits for its answer.
#[expect(clippy::unnecessary_wraps, reason = "a dialog of Linux can be given up")]
pub(super) fn show(ask: &Ask, parent: Option<Parent>, _controlled: &Controlled) -> Option<Answer> {
    let since = Instant::now();
    let dialog = parent.map_or_else(rfd::FileDialog::new, |parent| parent.0);
    let (title, folder, filters) = match ask {
        Ask::Open { title, folder, filters, .. } | Ask::Save { title, folder, filters, .. } => {
            (title, folder, filters.as_slice())
        }
        Ask::Folder { title, folder } => (title, folder, [].as_slice()),
    };
    let dialog = filters.iter().fold(dialog.set_title(title), with_filter);
    let dialog = match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    };
    let chosen = match ask {
        Ask::Open { several: true, .. } => dialog.pick_files(),
        Ask::Open { .. } => dialog.pick_file().map(|path| vec![path]),
        Ask::Folder { .. } => dialog.pick_folders(),
        Ask::Save { name, .. } => dialog.set_file_name(name).save_file().map(|path| vec![path]),
    };
    Some(match chosen {
        Some(paths) => Answer::Chosen(paths),
        None if since.elapsed() < FASTER_THAN_PEOPLE => Answer::Unavailable,
        None => Answer::Cancelled,
    })
}

/// Small and capital letters are one on Windows and macOS.
fn with_filter(dialog: rfd::FileDialog, filter: &FileFilter) -> rfd::FileDialog {
    if filter.endings.is_empty() {
        dialog.add_filter(&filter.name, &["*"])
    } else {
        dialog.add_filter(&filter.name, &filter.endings)
    }
}
