//! Reading another copy and putting it together with the open project as it was.

use std::path::PathBuf;

use crate::files::storage;
use crate::model::edits::merge::merge;
use crate::model::{Job, Problem, Project};

use super::event::{Brought, Event};
use super::pool::Jobs;

/// What is to be put together.
pub struct MergeOrder {
    pub path: PathBuf,
    pub ours: Project,
    /// SHA-256 of the file as this window knows it, where it is the project's own.
    pub known: Option<String>,
    pub serial: u64,
    pub revision: u64,
}

impl Jobs {
    /// Puts another copy together with ours; nothing is changed by it.
    pub fn merge(&self, order: MergeOrder) {
        self.spawn(
            Job::Merging,
            |problem| Event::BroughtIn(Err(problem)),
            move |events| events.send(Event::BroughtIn(put_together(order).map(Box::new))),
        );
    }
}

fn put_together(order: MergeOrder) -> Result<Brought, Problem> {
    let MergeOrder { path, ours, known, serial, revision } = order;
    let theirs = storage::open(&path)?;
    let base = known.and_then(|known| storage::last_common(&path, &known));
    let merged = merge(base.as_ref(), &ours, &theirs.project);
    Ok(Brought { path, digest: theirs.digest, serial, revision, merged })
}
