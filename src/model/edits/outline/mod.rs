//! Correcting by hand what segmentation found. Codings stay with their questions.

mod assign;
mod border;
mod carve;
mod mark;

pub use assign::{answer_printed, recut, relabel, settle, settle_all, toggle_answered};
pub use border::{join, move_border, split};
pub use mark::{make_answer, make_joint, make_question, make_remark, make_rest};
