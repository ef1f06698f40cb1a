//! People and rounds: who codes here, in which round, and what a blind round hides.

mod blind;
mod button;
mod draft;
mod pane;
mod people;
mod round;

pub use blind::{blind_sign, blind_view, paint_done};
pub use button::{TeamButton, team_button};
pub use pane::TeamPane;
