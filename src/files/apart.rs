//! Reading a file in a process of its own, so that a hostile one costs one row and never the run.
//!
//! The process is this program again with the hidden call `read-apart FILE`. It may have so much memory and so
//! much time; where it takes more, the system ends it. It prints what it read as JSON.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::import::{self, Failure, Format, Printed, Reading};
use super::storage;
use crate::model::{Document, Problem};

/// The hidden call.
pub const CALL: &str = "read-apart";

/// Memory that reading one file may take, in bytes.
const MEMORY: u64 = 1 << 30;
/// Time that reading one file may take, in seconds of the processor.
const SECONDS: u64 = 30;

/// Reads a paper from the disk: text here, every other format apart where there is a program to do it.
pub fn read_document(path: &Path, program: Option<&Path>) -> Result<Document, Problem> {
    let bytes = storage::read_paper(path)?;
    let file = path
        .file_name()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let Some(program) = program.filter(|_| import::needs_care(&bytes)) else {
        return import::document(&file, &bytes);
    };
    let format = Format::of(&bytes);
    drop(bytes);
    let read = read_apart(program, path).ok_or_else(|| Problem::ReadingEnded { file: file.clone() })?;
    let printed = read.map_err(|failure| failure.problem(&file, format))?;
    import::document_from(&file, &Reading { printed, format, encoding: String::new() })
}

/// What the other process says; nothing where it was ended.
fn read_apart(program: &Path, path: &Path) -> Option<Result<Printed, Failure>> {
    let output =
        Command::new(program).arg(CALL).arg(path).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

/// The work of the other process: limits first, then the file.
#[must_use]
pub fn answer(path: &Path) -> String {
    confine();
    let read: Result<Printed, Failure> = match storage::read_paper(path) {
        Ok(bytes) => import::extract(&bytes),
        Err(_) => Err(Failure::Broken("the file could not be read".to_owned())),
    };
    serde_json::to_string(&read).expect("plain data has a text")
}

/// Where the system knows no such limits, `main` still ends the process after its time.
fn confine() {
    #[cfg(unix)]
    {
        // A limit that cannot be set leaves the others and the clock of `main`.
        let _ = rlimit::setrlimit(rlimit::Resource::AS, MEMORY, MEMORY);
        let _ = rlimit::setrlimit(rlimit::Resource::CPU, SECONDS, SECONDS);
        let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
    }
    #[cfg(not(unix))]
    let _ = (MEMORY, SECONDS);
}

/// This program, if that is what runs: a test is another one and reads in its own process.
#[must_use]
pub fn own_program() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    (program.file_stem()? == env!("CARGO_PKG_NAME")).then_some(program)
}
