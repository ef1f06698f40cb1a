//! A disk on which writing waits for the test, or panics: slow drives and faults of our own.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use landtag_annotator::files::storage::{Disk, Store};

/// The real disk behind a gate.
#[derive(Clone, Debug, Default)]
pub struct GatedDisk(Arc<Gate>);

#[derive(Debug, Default)]
struct Gate {
    is_closed: Mutex<bool>,
    opened: Condvar,
    /// How many writes panic from now on.
    panics: AtomicUsize,
    /// Nothing more can be written at paths that begin so.
    full: Mutex<Option<PathBuf>>,
}

impl GatedDisk {
    /// Writing waits from now on.
    pub fn close(&self) {
        *self.0.is_closed.lock().expect("no test panicked here") = true;
    }

    /// Whatever waits goes on.
    pub fn open(&self) {
        *self.0.is_closed.lock().expect("no test panicked here") = false;
        self.0.opened.notify_all();
    }

    /// There is no room for anything in this folder (or for this file), or (`None`) there is again.
    pub fn fill(&self, folder: Option<&Path>) {
        *self.0.full.lock().expect("no test panicked here") = folder.map(Path::to_owned);
    }

    fn room_for(&self, path: &Path) -> io::Result<()> {
        let full = self.0.full.lock().expect("no test panicked here");
        match &*full {
            Some(folder) if path.starts_with(folder) => Err(io::Error::from(io::ErrorKind::StorageFull)),
            _ => Ok(()),
        }
    }

    /// So many writes panic.
    pub fn panic_at_next(&self, writes: usize) {
        self.0.panics.store(writes, Ordering::SeqCst);
    }
}

impl Store for GatedDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        Disk.read(path)
    }

    fn exists(&self, path: &Path) -> bool {
        Store::exists(&Disk, path)
    }

    fn write_beside(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        self.room_for(path)?;
        let due = self.0.panics.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        assert!(due.is_err(), "a fault of our own");
        let mut is_closed = self.0.is_closed.lock().expect("no test panicked here");
        while *is_closed {
            is_closed = self.0.opened.wait(is_closed).expect("no test panicked here");
        }
        drop(is_closed);
        Disk.write_beside(path, bytes)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.room_for(path)?;
        Disk.append(path, bytes)
    }

    fn cut(&self, path: &Path, length: u64) -> io::Result<()> {
        Disk.cut(path, length)
    }

    fn keep_as(&self, path: &Path, name: &Path) -> io::Result<()> {
        Disk.keep_as(path, name)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        Disk.remove(path)
    }
}
