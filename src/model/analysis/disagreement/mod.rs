//! Where coders of a round said different things, and which figures may be told of it.

mod comparison;
mod figures;
mod paragraph;
mod standing;
mod words;

pub use comparison::{Case, Comparison, Vote, comparison, votes};
pub use figures::{Figures, SEED, few};
pub use paragraph::paragraph;
pub use standing::{Standing, comparable_rounds, round_for_figures};
pub use words::AgreementWords;
