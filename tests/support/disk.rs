//! A disk in memory that fails when it is told to: at one step, in one way. It knows what would be left after a
//! power cut, because it knows what was synced.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use landtag_annotator::files::storage::Store;

/// How a step fails.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// This one time, with this error. Of what was to be written half is there.
    Once(ErrorKind),
    /// From now on nothing can be written.
    Full,
    /// The process ends here.
    Crash,
}

/// What is found after a crash.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum After {
    /// The process was killed: the system wrote everything.
    Kill,
    /// The power went: names of files arrived on the disk, contents that nobody waited for did not.
    PowerCutNames,
    /// The power went: nothing arrived that nobody waited for.
    PowerCut,
}

#[derive(Clone, Default, Debug)]
struct File {
    now: Vec<u8>,
    synced: Vec<u8>,
}

#[derive(Clone, Default, Debug)]
struct State {
    files: Vec<File>,
    names: BTreeMap<PathBuf, usize>,
    synced_names: BTreeMap<PathBuf, usize>,
    steps: usize,
    fails: Option<(usize, Failure)>,
    is_dead: bool,
    temporary: usize,
}

#[derive(Clone, Default, Debug)]
pub struct FailingDisk(Arc<Mutex<State>>);

impl FailingDisk {
    pub fn fails_at(&self, step: usize, failure: Failure) {
        self.state().fails = Some((step, failure));
    }

    /// How many steps were taken.
    pub fn steps(&self) -> usize {
        self.state().steps
    }

    pub fn is_dead(&self) -> bool {
        self.state().is_dead
    }

    /// The disk as the next start finds it, and one that works again.
    pub fn found(&self, after: After) -> Self {
        let mut state = self.state().clone();
        if after == After::PowerCut {
            state.names = state.synced_names.clone();
        }
        if after != After::Kill {
            for file in &mut state.files {
                file.now = file.synced.clone();
            }
        }
        state.fails = None;
        state.is_dead = false;
        Self(Arc::new(Mutex::new(state)))
    }

    pub fn names(&self) -> Vec<String> {
        self.state().names.keys().map(|path| path.display().to_string()).collect()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().expect("no test panicked here")
    }
}

impl State {
    /// One thing a disk does. Of reading and of looking nothing is left behind, so they are none.
    fn step(&mut self) -> io::Result<()> {
        if self.is_dead {
            return Err(io::Error::other("the process has ended"));
        }
        let place = self.steps;
        self.steps += 1;
        match self.fails {
            Some((step, Failure::Once(kind))) if step == place => Err(io::Error::from(kind)),
            Some((step, Failure::Full)) if step <= place => Err(io::Error::from(ErrorKind::StorageFull)),
            Some((step, Failure::Crash)) if step == place => {
                self.is_dead = true;
                Err(io::Error::other("the process has ended"))
            }
            _ => Ok(()),
        }
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        self.names.get(path).copied().ok_or_else(|| io::Error::from(ErrorKind::NotFound))
    }

    /// Writes half, then the rest, then waits for the disk: three steps.
    fn write(&mut self, file: usize, bytes: &[u8]) -> io::Result<()> {
        let (half, rest) = bytes.split_at(bytes.len() / 2);
        for part in [half, rest] {
            self.step()?;
            self.files[file].now.extend_from_slice(part);
        }
        self.step()?;
        self.files[file].synced = self.files[file].now.clone();
        Ok(())
    }
}

impl Store for FailingDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let state = self.state();
        Ok(state.files[state.file(path)?].now.clone())
    }

    fn exists(&self, path: &Path) -> bool {
        self.state().names.contains_key(path)
    }

    fn write_beside(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        let mut state = self.state();
        state.step()?;
        state.temporary += 1;
        let name = path.with_file_name(format!("{}.{}.tmp", path.display(), state.temporary));
        state.files.push(File::default());
        let file = state.files.len() - 1;
        state.names.insert(name.clone(), file);
        let written = state.write(file, bytes);
        if written.is_err() && !state.is_dead {
            state.names.remove(&name);
        }
        written.map(|()| name)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.state();
        let file = state.file(path)?;
        state.write(file, bytes)
    }

    fn cut(&self, path: &Path, length: u64) -> io::Result<()> {
        let mut state = self.state();
        let file = state.file(path)?;
        state.step()?;
        state.files[file].now.truncate(usize::try_from(length).expect("a small file"));
        Ok(())
    }

    fn keep_as(&self, path: &Path, name: &Path) -> io::Result<()> {
        let mut state = self.state();
        let file = state.file(path)?;
        state.step()?;
        state.names.insert(name.to_owned(), file);
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        let file = state.file(from)?;
        state.step()?;
        state.names.remove(from);
        state.names.insert(to.to_owned(), file);
        // The name is there; whether the folder says so after a power cut is known after one more step. A folder
        // that cannot be synced is no failure: some file systems know no such thing.
        if state.step().is_ok() {
            state.synced_names = state.names.clone();
        }
        if state.is_dead { Err(io::Error::other("the process has ended")) } else { Ok(()) }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        if state.names.contains_key(path) {
            state.step()?;
            state.names.remove(path);
        }
        Ok(())
    }
}
