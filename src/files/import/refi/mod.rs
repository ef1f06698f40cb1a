//! REFI-QDA in: a project (`.qdpx`) of this program or another, and a codebook (`.qdc`).
//!
//! What cannot be taken over is listed. Nothing of the archive is written to a disk, and nothing is read that is not in it.

mod cases;
mod codebook;
mod codes;
mod desk;
mod package;
mod papers;
mod passages;
mod places;
mod qde;
mod read;
mod sources;

pub use codebook::qdc;
pub use read::{Arrived, Surroundings, qdpx};
