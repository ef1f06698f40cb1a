//! Long work on threads of its own: it shows progress, can be stopped, leaves no half result. Jobs know no window:
//! they are given what they need and answer with an [`Event`].

mod codebook;
mod event;
mod export;
mod import_refi;
mod journal_thread;
mod merge;
mod panic_words;
mod papers;
mod pool;
mod save;
mod search;
mod settings_thread;

pub use event::{Brought, Event, ProjectHome, ReadingNews, RefiProject, Saved, SearchNews};
pub use export::ExportJob;
pub use merge::MergeOrder;
pub use pool::Jobs;
pub use save::SaveJob;
pub use search::SearchOrder;
