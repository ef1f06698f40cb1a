//! What the papers of a project say together: charts before they are drawn.

mod bars;
mod by;
mod counted;
mod days;
mod interval;
mod names;
#[expect(clippy::module_inception, reason = "the overview itself")]
mod overview;
mod strips;
mod words;

pub use bars::{Behind, FEW, OverviewChart, percent};
pub use by::By;
pub use interval::{Bounds, DRAWS, PaperCount, SEED, bounds};
pub use overview::{Overview, Panel, overview};
pub use strips::PaperStrips;
pub use words::OverviewWords;
