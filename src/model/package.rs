//! A part of a project for handing over: what all share, and the codings of one person.

use super::id::CoderId;
use super::project::Project;

/// The documents, the codebook and the rounds, with the codings of one coder and nobody else's. People stay, for the
/// rounds name them; decisions are made after all parts are together.
#[must_use]
pub fn package(project: &Project, coder: CoderId) -> Project {
    let mut part = project.clone();
    part.codings.retain(|key, _| key.coder == coder);
    part.decisions.clear();
    part
}
