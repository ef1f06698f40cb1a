//! What happens: the window, commands, jobs, the clock, dialogs. The app introduces model, files and
//! ui to one another.

mod asking;
mod changing;
mod codebook;
mod coding;
mod cues;
mod deciding;
mod evidence;
mod exchanging;
mod exporting;
mod filtering;
mod frame;
mod importing;
mod input;
mod keeper;
mod layout;
mod library;
mod looking;
mod merging;
mod moving;
mod native_dialogs;
mod news;
mod outlining;
mod project;
mod promising;
mod rereading;
mod run;
mod searching;
mod services;
mod start;
mod team;
mod timings;
mod unsaved;
mod window;
mod work;

pub use native_dialogs::ParentWindow;
pub use services::{
    Answer, Ask, Clock, Dialogs, FileFilter, Pretended, RequestId, Services, system_language,
};
pub use start::start;
pub use window::Window;
