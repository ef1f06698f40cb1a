//! What is seen: panes, widgets, colours, words, keys. Panes read the project and ask with commands.

mod command;
mod cx;
mod held_keys;
pub mod lang;
pub mod panes;
pub mod shortcuts;
pub mod theme;
pub mod widgets;

pub use command::{Command, ExportScope, SearchScope};
pub use cx::{Cx, Position, View};
