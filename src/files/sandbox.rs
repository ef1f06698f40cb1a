//! Reading a file in a process of its own, so that a hostile one costs one row and never the run.
//!
//! The process is this program again with a hidden call. It may have so much memory and so much time; where it
//! takes more, the system ends it. It prints what it read as JSON. Systems that know no limit of memory (Windows;
//! macOS ignores it) are left with those of the readers themselves: [`crate::model::ReadingLimit`].

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use super::import::{self, Failure, Format, Printed, Reading};
use super::storage;
use crate::model::{Document, Problem};

/// The hidden call.
pub const SANDBOX_CALL: &str = "read-in-sandbox";

/// Memory that reading one file may take, in bytes.
const MAX_MEMORY: u64 = 1 << 30;
/// Time that reading one file may take, in seconds of the processor.
const MAX_SECONDS: u64 = 30;

/// Lower limits than the usual ones, for tests: a small file is then enough to exceed them. Higher ones are ignored.
/// Only the process of the hidden call looks at these.
const MEMORY_VARIABLE: &str = "LANDTAG_ANNOTATOR_SANDBOX_MEGABYTES";
const SECONDS_VARIABLE: &str = "LANDTAG_ANNOTATOR_SANDBOX_SECONDS";

/// The program that [`Sandbox::register`] was told.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Where files are read whose formats need care.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sandbox {
    /// In a process of this program, which knows the hidden call.
    Program(PathBuf),
    /// In the process that runs: what uses the library without being the program has no hidden call, as tests do.
    None,
}

impl Sandbox {
    /// Says which program knows the hidden call. `main` does so once, before anything is read; that alone decides
    /// whether there is a sandbox, whatever the program's file is called.
    pub fn register(program: PathBuf) {
        // Whoever comes first is the program: a second call changes nothing.
        let _ = PROGRAM.set(program);
    }

    /// The sandbox of what runs.
    #[must_use]
    pub fn current() -> Self {
        PROGRAM.get().map_or(Self::None, |program| Self::Program(program.clone()))
    }

    /// Reads a paper from the disk: text here, every other format in the sandbox where there is one.
    pub fn read_document(&self, path: &Path) -> Result<Document, Problem> {
        let bytes = storage::read_paper(path)?;
        let file = path
            .file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        match self {
            Self::Program(program) if import::needs_care(&bytes) => {
                drop(bytes);
                let (read, format) = call(program, path, &file)?;
                let printed = read.map_err(|failure| failure.problem(&file, format))?;
                import::document_from(&file, &Reading { printed, format, encoding: String::new() })
            }
            _ => import::document(&file, &bytes),
        }
    }
}

/// What the other process says.
fn call(program: &Path, path: &Path, file: &str) -> Result<(Result<Printed, Failure>, Format), Problem> {
    let mut command = Command::new(program);
    command.arg(SANDBOX_CALL).arg(path).stdin(Stdio::null()).stderr(Stdio::null());
    let output = command
        .output()
        .map_err(|error| Problem::ReadingNotStarted { file: file.to_owned(), reason: error.to_string() })?;
    // One that was ended said nothing, or half of it.
    serde_json::from_slice(&output.stdout).map_err(|_| Problem::ReadingEnded { file: file.to_owned() })
}

/// The work of the other process: limits first, then the file.
#[must_use]
pub fn answer(path: &Path) -> String {
    confine();
    let read: (Result<Printed, Failure>, Format) = match storage::read_paper(path) {
        Ok(bytes) => (import::extract(&bytes), Format::of(&bytes).refined(&bytes)),
        Err(_) => (Err(Failure::Broken("the file could not be read".to_owned())), Format::Binary),
    };
    serde_json::to_string(&read).expect("plain data has a text")
}

/// Where the system knows no such limits, `main` still ends the process after its time.
fn confine() {
    let memory = lowered(MEMORY_VARIABLE, MAX_MEMORY >> 20) << 20;
    let seconds = lowered(SECONDS_VARIABLE, MAX_SECONDS);
    #[cfg(unix)]
    {
        // A limit that cannot be set leaves the others and the clock of `main`.
        let _ = rlimit::setrlimit(rlimit::Resource::AS, memory, memory);
        let _ = rlimit::setrlimit(rlimit::Resource::CPU, seconds, seconds);
        let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
    }
    #[cfg(not(unix))]
    let _ = (memory, seconds);
}

/// A limit, or the lower one that a variable names.
fn lowered(variable: &str, limit: u64) -> u64 {
    let named = std::env::var(variable).ok().and_then(|written| written.parse().ok());
    named.map_or(limit, |named: u64| named.min(limit))
}
