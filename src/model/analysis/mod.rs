//! What a project says when one asks it. Everything here is derived; nothing is saved.

mod consistency;
mod cues;
mod given;
mod parts;
mod references;
mod sentences;
mod summary;
mod tally;

pub use consistency::{Again, Reason, Why, read_again};
pub use cues::{CueFinder, CuePassage, CueSearch, cue_passages, cue_pattern, may_see_cues};
pub use given::{gives_something, named_date};
pub use parts::{Chosen, Part, PartKey, border_stops, part_at, part_of, part_of_doubt, parts};
pub use references::{Reference, references, resolve};
pub use sentences::sentences;
pub use summary::{Sheet, SheetAnswer, SheetRow, SheetTag, SummaryWords, sheet};
pub use tally::{Cell, CellState, Tally, cells, document_state, state};
