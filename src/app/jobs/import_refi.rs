//! Reading a project of another program.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::files::import::{Arrived, Surroundings, qdpx};
use crate::files::storage::{default_codebook, read_paper};
use crate::model::edits::exchange;
use crate::model::{Job, Language, Problem, Unfinished, Unwatched};
use crate::ui::lang::codebook_labels;

use super::event::{Event, RefiProject};
use super::pool::{Jobs, file_name};

impl Jobs {
    /// Reads a REFI-QDA project; it is shown by whoever hears of it.
    pub fn read_refi(&self, path: PathBuf, now: Timestamp) {
        self.spawn(
            Job::Opening,
            |problem| Event::RefiRead(Err(problem)),
            move |events| events.send(Event::RefiRead(read(&path, now).map(Box::new))),
        );
    }
}

fn read(path: &Path, now: Timestamp) -> Result<RefiProject, Problem> {
    let file = file_name(path);
    let bytes = read_paper(path)?;
    let codebook = default_codebook();
    let world = Surroundings { codebook: &codebook, labels: codebook_labels(Language::German), now };
    let Arrived { parts, left_out } = qdpx(&file, &bytes, world, &Unwatched).map_err(|end| match end {
        Unfinished::Problem(problem) => problem,
        Unfinished::Stopped => Problem::ReadingEnded { file: file.clone() },
    })?;
    let begun = exchange::begin(parts);
    let (project, change) =
        begun.map_err(|findings| Problem::ProjectInconsistent { file: file.clone(), findings })?;
    Ok(RefiProject { file, project, change, left_out })
}
