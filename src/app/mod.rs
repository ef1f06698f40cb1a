//! What happens: the window, commands, jobs, the clock, dialogs. The app introduces model, files and
//! ui to one another.

mod announce;
mod appearance;
mod codebook;
mod coding;
mod cues;
mod decisions;
mod events;
mod evidence;
mod export;
mod file_dialogs;
mod file_kind;
mod filters;
mod focus;
mod frame;
mod import;
mod import_refi;
mod incoming;
mod input;
mod jobs;
mod layout;
mod lifecycle;
mod merge;
mod native_dialogs;
mod navigation;
mod open_save;
mod outline;
mod place;
mod project;
mod promises;
mod recovery;
mod reimport;
mod requests;
mod run;
mod save_queue;
mod search;
mod services;
mod settings;
mod shown;
mod start;
mod team;
mod timings;
mod undo;
mod window;

pub use native_dialogs::ParentWindow;
pub use services::{
    Answer, Ask, Asked, Clock, Dialogs, FileFilter, Pretended, RequestId, Services, system_language,
};
pub use start::start;
pub use window::Window;
