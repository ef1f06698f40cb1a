//! What a project says when one asks it. Everything here is derived; nothing is saved.

pub mod agreement;
mod bibliography;
pub mod chart;
mod choices;
mod consistency;
mod cues;
pub mod disagreement;
pub(in crate::model) mod draws;
mod given;
pub mod overview;
mod parts;
mod promises;
mod references;
mod replication;
mod rounds;
mod search;
mod sentences;
pub mod summary;
pub mod tables;
mod tally;
mod versions;

pub use bibliography::{Source, bibliography};
pub use choices::{Choices, choices};
pub use consistency::{Again, Reason, Why, places_to_review};
pub use cues::{CueFinder, CuePassage, CueSearch, cue_passages, cue_pattern, may_see_cues};
pub use given::{gives_something, named_date};
pub use overview::OverviewWords;
pub use parts::{Chosen, Part, PartKey, border_stops, part_at, part_of, part_of_doubt, parts};
pub use promises::{
    Announced, Entry, Link, PromiseState, announced, chain, earlier_papers, entry, later_answers, ledger,
    state_of,
};
pub use references::{Reference, references, resolve};
pub use replication::{PackageFacts, ReplicationWords, package_facts};
pub use rounds::{MyPart, Part as RoundPart, part_of_round, tagged_by_round};
pub use search::{FoundIn, Hit, HitPlace, Hits, Needle, hits};
pub use sentences::sentences;
pub use summary::SummaryWords;
pub use summary::{Publication, publication};
pub use tally::{Cell, CellState, Tally, cells, document_state, state};
pub use versions::{Difference, Version, differences, versions};
