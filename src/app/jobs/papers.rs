//! Reading papers: several at a time, each in a process of its own where its format needs care.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::files::{apart, storage};
use crate::model::{Document, DocumentId, Job, Problem};

use super::event::{Event, ReadingNews};
use super::panic_words::panic_words;
use super::pool::{Jobs, file_name};

/// Files read in parallel; an old laptop has two cores.
const READERS: usize = 2;

impl Jobs {
    /// Reads papers, and all that is in folders. `reading` comes back with every piece of news.
    pub fn read(&mut self, reading: u64, paths: Vec<PathBuf>) {
        // A stop meant for the last reading must not end this one.
        self.stop_reading = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&self.stop_reading);
        let readers = if self.has_threads() { READERS } else { 1 };
        let ended = |stopped, problem| ReadingNews::Ended { stopped, problem };
        let failed = move |problem| Event::Reading { reading, news: ended(false, Some(problem)) };
        self.spawn(Job::Reading, failed, move |events| {
            let tell = |news| events.send(Event::Reading { reading, news });
            let files = storage::files_in(&paths);
            tell(ReadingNews::Found(files.iter().map(|path| file_name(path)).collect()));
            let program = apart::own_program();
            let next = AtomicUsize::new(0);
            let work = || {
                while !stop.load(Ordering::Relaxed) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = files.get(place) else { break };
                    let result = Box::new(read_guarded(path, program.as_deref()));
                    tell(ReadingNews::Read { place, result });
                }
            };
            if readers > 1 && files.len() > 1 {
                std::thread::scope(|scope| {
                    for _ in 0..readers {
                        let named = std::thread::Builder::new().name(Job::Reading.name().to_owned());
                        if named.spawn_scoped(scope, &work).is_err() {
                            work();
                        }
                    }
                });
            } else {
                work();
            }
            tell(ended(stop.load(Ordering::Relaxed), None));
        });
    }

    /// Reads the new text of a paper.
    pub fn read_again(&self, path: PathBuf, document: DocumentId) {
        let failed = move |problem| Event::ReadAgain { document, result: Box::new(Err(problem)) };
        self.spawn(Job::Reading, failed, move |events| {
            let result = Box::new(apart::read_document(&path, apart::own_program().as_deref()));
            events.send(Event::ReadAgain { document, result });
        });
    }
}

/// A paper that breaks the reader costs its own row.
fn read_guarded(path: &Path, program: Option<&Path>) -> Result<Document, Problem> {
    catch_unwind(AssertUnwindSafe(|| apart::read_document(path, program))).unwrap_or_else(|panic| {
        Err(Problem::FileBroken { file: file_name(path), reason: panic_words(&*panic) })
    })
}
