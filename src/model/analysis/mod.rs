//! What a project says when one asks it. Everything here is derived; nothing is saved.

mod parts;
mod references;
mod sentences;
mod summary;
mod tally;
mod versions;

pub use parts::{Chosen, Part, PartKey, border_stops, part_at, part_of, part_of_doubt, parts};
pub use references::{Reference, references, resolve};
pub use sentences::sentences;
pub use summary::{Sheet, SheetAnswer, SheetRow, SheetTag, SummaryWords, sheet};
pub use tally::{Cell, CellState, Tally, cells, document_state, state};
pub use versions::{Difference, Version, differences, versions};
