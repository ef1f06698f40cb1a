//! The only room with a disk: projects, papers, settings.
//!
//! Promise: a file on disk is whole at every moment, and what could not be read is never overwritten.

mod atomic;
mod codebook;
mod common;
mod cues;
mod disk;
mod history;
mod journal;
mod lock;
mod open;
mod output;
mod persistence;
mod settings;
mod snapshot;
mod store;
mod sweep;
mod unsaved;

pub use atomic::{Backup, backup_of, same_file, write_atomic};
pub use codebook::default_codebook;
pub use common::last_common;
pub use cues::built_in_cues;
pub use disk::{PAPER_LIMIT_MB, files_in, read_paper};
pub use history::{STEPS_KEPT, history_path};
pub use journal::{Journal, JournalWriter, journal_path};
pub use lock::ProjectLock;
pub use open::{
    Journaled, LeftOver, Opened, Replaces, Resumed, SaveOrder, Written, check, create, open, open_to_work,
    open_with_past, resume, save, save_with,
};
pub use output::write_output;
pub use persistence::Persistence;
pub use settings::{load_preferences, save_preferences};
pub use snapshot::{PROJECT_MARK, read_project, write_project};
pub use store::{Disk, Store};
pub use unsaved::{Unsaved, copy_suffix, discard_unsaved, unsaved_in};
