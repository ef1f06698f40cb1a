//! Which words are a question and which are its answer, once the openings are known.

mod draft;
mod fill;
mod group;
mod headed;
mod heading;
mod in_turn;
mod naming;
mod unnumbered;

pub(in crate::model::segment) use draft::Draft;
pub(in crate::model::segment) use fill::fill;
