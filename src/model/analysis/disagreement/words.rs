//! The words of agreement outside the window.

use super::figures::Figures;
use super::standing::Standing;
use crate::model::Codebook;

/// What a paper says of agreement. The shape is here; the words are in `ui/lang`.
pub struct AgreementWords {
    /// A paragraph for the methods section; names of coders in their order.
    pub paragraph: fn(&Figures, names: &[String], &Codebook) -> String,
    /// Instead of figures: why there are none. None stands for a round of one person.
    pub no_figures: fn(Option<&Standing>) -> String,
}
