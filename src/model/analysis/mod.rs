//! What a project says when one asks it. Everything here is derived; nothing is saved.

mod choices;
mod parts;
mod references;
mod search;
mod sentences;
mod summary;
mod tally;

pub use choices::{Choices, choices};
pub use parts::{Chosen, Part, PartKey, border_stops, part_at, part_of, part_of_doubt, parts};
pub use references::{Reference, references, resolve};
pub use search::{FoundIn, Hit, HitPlace, Hits, Needle, hits};
pub use sentences::sentences;
pub use summary::{Sheet, SheetAnswer, SheetRow, SheetTag, SummaryWords, sheet};
pub use tally::{Cell, CellState, Tally, cells, document_state, state};
