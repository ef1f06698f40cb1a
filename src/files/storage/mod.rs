//! The only room with a disk: projects, papers, settings.
//!
//! Promise: a file on disk is whole at every moment, and what could not be read is never overwritten.

mod atomic;
mod codebook;
mod cues;
mod disk;
mod journal;
mod lock;
mod open;
mod settings;
mod snapshot;

pub use atomic::{Backup, write_atomic};
pub use codebook::default_codebook;
pub use cues::built_in_cues;
pub use disk::{PAPER_LIMIT_MB, Stamp, files_in, read_paper, stamp};
pub use journal::{Journal, JournalWriter, journal_path};
pub use lock::ProjectLock;
pub use open::{Opened, check, create, open, save};
pub use settings::{load_preferences, save_preferences};
pub use snapshot::{PROJECT_MARK, read_project, write_project};
