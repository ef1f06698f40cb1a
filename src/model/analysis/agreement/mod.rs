//! How far coders agree: coefficients, and how sure they are. Pure arithmetic over a table of units and coders.

mod coefficient;
mod pairs;
mod ratings;
mod resampled;
mod tallies;

pub use coefficient::{Agreement, Undefined, Value, agreement};
pub use pairs::{PairAgreement, pair_agreement, pairs};
pub use ratings::Ratings;
pub use resampled::{DRAWS, Drawing, Interval, Resampled, Resampling, resample, resample_by};
pub use tallies::Tallies;
