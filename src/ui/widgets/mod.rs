//! Things to press and to look at. They know no project.

mod button;
mod chip;
mod field;
mod mark;
mod overlay;
mod rows;
mod segments;
mod text;

pub use button::{Button, Look, icon_button};
pub use chip::chip;
pub use field::{multiline, singleline};
pub use mark::{Square, badge, bracket, focus_ring, key_cap, letter_square, progress, tag_line};
pub use overlay::{actions, overlay};
pub use rows::row_rects;
pub use segments::{Segment, segments};
pub use text::{clamped, elided, fitting, job, say, width_of};
