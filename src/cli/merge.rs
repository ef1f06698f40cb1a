//! `merge`: two copies of a project as one, without a window.

use std::io::Write;
use std::path::PathBuf;

use super::exit::{FINDING, FINE};
use crate::files::storage::{self, Backup};
use crate::model::Problem;
use crate::model::edits::merge::merge;
use crate::ui::lang::{Words, conflict_words};

/// What is put together, and where it goes.
#[derive(Debug, clap::Args)]
pub struct MergeArgs {
    /// The copy whose side holds where both changed the same
    pub ours: PathBuf,
    /// The copy whose work comes in
    pub theirs: PathBuf,
    /// What both come from: with it, what only one side changed or took out holds
    #[arg(long, value_name = "O.ron")]
    pub base: Option<PathBuf>,
    /// Where the result goes; may be one of the copies
    #[arg(short, long, value_name = "C.ron")]
    pub output: PathBuf,
}

/// Writes the result and lists what both sides had changed, one line each.
pub(super) fn run(args: &MergeArgs, words: &Words, out: &mut dyn Write) -> Result<u8, Problem> {
    let ours = storage::open(&args.ours)?.project;
    let theirs = storage::open(&args.theirs)?.project;
    let base = match &args.base {
        // Git hands an empty file over where both sides added the project.
        Some(path) if is_empty(path) => None,
        Some(path) => Some(storage::open(path)?.project),
        None => None,
    };
    let merged = merge(base.as_ref(), &ours, &theirs);
    let text = storage::write_project(&merged.result);
    storage::write_atomic(&args.output, text.as_bytes(), Backup::None)?;
    for conflict in &merged.conflicts {
        let line = conflict_words(conflict, &merged.result, words).line(words);
        let _ = writeln!(out, "{line}");
    }
    Ok(if merged.conflicts.is_empty() { FINE } else { FINDING })
}

fn is_empty(path: &std::path::Path) -> bool {
    path.metadata().is_ok_and(|about| about.len() == 0)
}
