//! What other programs of research hand on: a project that a new one begins with, a codebook that it takes.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::exit::{FINDING, FINE};
use crate::files::import::{Arrived, Surroundings, qdc, qdpx};
use crate::files::storage;
use crate::model::edits::Edit;
use crate::model::{Omission, Problem, Project, Unfinished, Unwatched};
use crate::ui::lang::{Words, codebook_labels};

/// The project that a new one begins with, how far that went, and the files that are papers.
///
/// # Errors
/// A file cannot be read, or there are two projects.
pub(super) fn begin(
    files: Vec<PathBuf>,
    words: &Words,
    errors: &mut dyn Write,
) -> Result<(Project, u8, Vec<PathBuf>), Problem> {
    let (codebooks, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| ends_with(path, "qdc"));
    let (projects, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| ends_with(path, "qdpx"));
    if let Some(second) = projects.get(1) {
        return Err(Problem::OpensAlone { file: named(second) });
    }
    let mut exit = FINE;
    let mut project = Project::new("", storage::default_codebook());
    if let Some(path) = projects.first() {
        let (arrived, left_out) = arrived(path, words)?;
        exit = exit.max(say(path, left_out, words, errors));
        project = arrived;
    }
    if let Some(path) = codebooks.first() {
        let bytes = storage::read_paper(path)?;
        let labels = codebook_labels(words.language);
        let (codebook, left_out) = qdc(&named(path), &bytes, project.codebook(), labels)?;
        Edit::PutCodebook { codebook: Box::new(codebook) }.apply(&mut project)?;
        exit = exit.max(say(path, left_out, words, errors));
    }
    Ok((project, exit, files))
}

fn arrived(path: &Path, words: &Words) -> Result<(Project, Vec<Omission>), Problem> {
    let file = named(path);
    let codebook = storage::default_codebook();
    let labels = codebook_labels(words.language);
    let world = Surroundings { codebook: &codebook, labels, now: jiff::Timestamp::now() };
    let bytes = storage::read_paper(path)?;
    let Arrived { parts, left_out } = qdpx(&file, &bytes, world, &Unwatched).map_err(|end| match end {
        Unfinished::Problem(problem) => problem,
        Unfinished::Stopped => Problem::ReadingEnded { file: file.clone() },
    })?;
    let project = Project::from_parts(parts);
    Ok((project.map_err(|findings| Problem::ProjectInconsistent { file, findings })?, left_out))
}

/// Says what was left out, a line for each.
fn say(path: &Path, left_out: Vec<Omission>, words: &Words, errors: &mut dyn Write) -> u8 {
    let exit = if left_out.is_empty() { FINE } else { FINDING };
    for omission in left_out {
        let problem = Problem::LeftOut { file: named(path), omission };
        let _ = writeln!(errors, "landtag-annotator: {}", (words.problem)(&problem).replace('\n', " "));
    }
    exit
}

fn ends_with(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

fn named(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
