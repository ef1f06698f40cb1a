//! How a project changes: edits as data with an inverse, and the intentions that make them.

mod change;
mod edit;
mod entry;
mod history;
mod present;
mod session;
mod team;
mod touched;

pub mod codebook;
pub mod cues;
pub mod deciding;
pub mod evidence;
pub mod exchange;
pub mod filters;
pub mod head;
pub mod library;
pub mod merge;
pub mod outline;
pub mod promise;
pub mod reread;
pub mod rounds;
pub mod tagging;

pub use change::{Change, Label, MergeKey, OutlineStep};
pub use edit::Edit;
pub use entry::{Entry, How};
pub use history::{Past, Step};
pub use session::{Replayed, Session, Snapshot};
pub use touched::Touched;
