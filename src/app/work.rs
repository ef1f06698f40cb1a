//! Long work on threads of its own: it shows progress, can be stopped, leaves no half result.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use super::exchanging::Exchanged;
use super::exporting::ExportJob;
use super::merging::Brought;
use super::searching::{SearchNews, SearchOrder};
use crate::files::sandbox::Sandbox;
use crate::files::storage::{self, Backup, Disk, Keeping, ProjectLock, Resumed, SaveOrder, Store, Unsaved};
use crate::model::{Document, DocumentId, Preferences, Problem, Unfinished};

use super::keeper::Keeper;

/// What work has to say.
pub enum Event {
    Reading(ReadingNews),
    Opened {
        path: PathBuf,
        place: Place,
        result: Result<Box<(Resumed, ProjectLock)>, Problem>,
    },
    Saved {
        /// Which of the projects that were opened in this window.
        serial: u64,
        path: PathBuf,
        state: u64,
        result: Result<Saved, Problem>,
    },
    /// A project of another program.
    Exchanged(Result<Box<Exchanged>, Problem>),
    /// The new text of a paper.
    ReadAgain {
        document: DocumentId,
        result: Box<Result<Document, Problem>>,
    },
    /// An export that takes its time is so far.
    Exporting {
        done: usize,
        of: usize,
    },
    Exported {
        path: PathBuf,
        result: Result<(), Unfinished>,
    },
    /// The work of another copy, put together with ours.
    BroughtIn(Result<Box<Brought>, Problem>),
    JournalFailed(Problem),
    /// What a search found.
    Found(SearchNews),
    /// Recent projects that are not where they were.
    Missing(Vec<PathBuf>),
    /// Projects that were never saved when the program ended.
    Unsaved(Vec<Result<Unsaved, Problem>>),
}

/// Whose place a project stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// One that a person chose.
    Own,
    /// The folder for what was never saved.
    Unsaved,
}

/// What a save left on disk.
pub struct Saved {
    pub digest: String,
    /// Where the project has a new place.
    pub lock: Option<ProjectLock>,
}

/// What reading papers has to say, in this order: found once, read for every file, ended once.
pub enum ReadingNews {
    /// The names of the files, folders opened up.
    Found(Vec<String>),
    /// The file with this place in the list. Files may end in another order than they began.
    Read {
        place: usize,
        result: Box<Result<Document, Problem>>,
    },
    Ended {
        stopped: bool,
    },
}

/// So many files are read at once: what an old laptop has cores for.
const READERS: usize = 2;

/// The threads of one window.
pub struct Work {
    threads: bool,
    sender: Sender<Event>,
    receiver: Receiver<Event>,
    ctx: Option<egui::Context>,
    stop: Arc<AtomicBool>,
    store: Arc<dyn Store>,
    /// Where projects are kept that have no place yet; none keeps them nowhere.
    unsaved: Option<PathBuf>,
    /// Keeps the changes of the open project.
    pub keeper: Option<Keeper>,
}

impl Work {
    #[must_use]
    pub fn new(threads: bool, unsaved: Option<PathBuf>) -> Self {
        let (sender, receiver) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let store: Arc<dyn Store> = Arc::new(Disk);
        Self { threads, sender, receiver, ctx: None, stop, store, unsaved, keeper: None }
    }

    /// Whom to wake when there is something to say.
    pub fn wakes(&mut self, ctx: &egui::Context) {
        if self.ctx.is_none() {
            self.ctx = Some(ctx.clone());
        }
    }

    /// What happened since the last call.
    pub fn events(&self) -> Vec<Event> {
        self.receiver.try_iter().collect()
    }

    /// Asks reading to stop; what was read is kept.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn teller(&self) -> Teller {
        Teller { sender: self.sender.clone(), ctx: self.ctx.clone(), stop: Arc::clone(&self.stop) }
    }

    pub(super) fn spawn(&self, work: impl FnOnce(&Teller) + Send + 'static) {
        let teller = self.teller();
        if self.threads {
            std::thread::spawn(move || work(&teller));
        } else {
            work(&teller);
        }
    }

    /// Reads papers, and all that is in folders.
    pub fn read(&mut self, paths: Vec<PathBuf>) {
        // A stop meant for the last reading must not end this one.
        self.stop = Arc::new(AtomicBool::new(false));
        let readers = if self.threads { READERS } else { 1 };
        self.spawn(move |teller| {
            let files = storage::files_in(&paths);
            let names = files.iter().map(|path| file_name(path)).collect();
            teller.tell(Event::Reading(ReadingNews::Found(names)));
            let sandbox = Sandbox::current();
            let next = AtomicUsize::new(0);
            let work = || {
                while !teller.stop.load(Ordering::Relaxed) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = files.get(place) else { break };
                    let result = Box::new(sandbox.read_document(path));
                    teller.tell(Event::Reading(ReadingNews::Read { place, result }));
                }
            };
            if readers > 1 && files.len() > 1 {
                std::thread::scope(|scope| {
                    for _ in 0..readers {
                        scope.spawn(work);
                    }
                });
            } else {
                work();
            }
            let stopped = teller.stop.load(Ordering::Relaxed);
            teller.tell(Event::Reading(ReadingNews::Ended { stopped }));
        });
    }

    /// Looks for words in a snapshot of a project.
    pub fn search(&self, order: SearchOrder) {
        self.spawn(move |teller| order.run(teller));
    }

    /// Reads the new text of a paper.
    pub fn read_again(&mut self, path: PathBuf, document: DocumentId) {
        self.spawn(move |teller| {
            let result = Box::new(Sandbox::current().read_document(&path));
            teller.tell(Event::ReadAgain { document, result });
        });
    }

    /// Reads a project with all that stands beside it.
    pub fn open(&mut self, path: PathBuf, place: Place) {
        self.spawn(move |teller| {
            let result = storage::open_to_work(&path).map(Box::new);
            teller.tell(Event::Opened { path, place, result });
        });
    }

    /// Writes a snapshot of a project. `own` is the place it has now.
    pub fn save(&mut self, order: SaveOrder, own: Option<PathBuf>, serial: u64, state: u64) {
        let (store, keeper) = (Arc::clone(&self.store), self.keeper.clone());
        if let Some(keeper) = &keeper {
            keeper.tell(|keeping| {
                keeping.begin_saving();
                Ok(())
            });
        }
        self.spawn(move |teller| {
            let result = save(&*store, &order, own.as_deref(), keeper);
            teller.tell(Event::Saved { serial, path: order.path, state, result });
        });
    }

    /// Writes a text that is ready.
    pub fn write(&mut self, path: PathBuf, text: String) {
        self.spawn(move |teller| {
            let result =
                storage::write_atomic(&path, text.as_bytes(), Backup::None).map_err(Unfinished::from);
            teller.tell(Event::Exported { path, result });
        });
    }

    /// Writes an export of a snapshot.
    pub fn export(&mut self, path: PathBuf, job: ExportJob) {
        self.spawn(move |teller| {
            let result = job.run(&path, teller);
            teller.tell(Event::Exported { path, result });
        });
    }

    /// Looks which of these files are gone. A network drive may take its time over that.
    pub fn look_for(&self, paths: Vec<PathBuf>) {
        self.spawn(move |teller| {
            teller.tell(Event::Missing(paths.into_iter().filter(|path| !path.exists()).collect()));
        });
    }

    /// Writes preferences; nobody waits for them.
    pub fn keep_preferences(&self, path: PathBuf, preferences: Preferences) {
        self.spawn(move |_| {
            let _ = storage::save_preferences(&path, &preferences);
        });
    }

    /// Looks for projects that were never saved.
    pub fn look_for_unsaved(&self) {
        let Some(folder) = self.unsaved.clone() else { return };
        self.spawn(move |teller| teller.tell(Event::Unsaved(storage::unsaved_in(&folder))));
    }

    /// Removes a project that was never saved, and looks again.
    pub fn discard_unsaved(&self, path: PathBuf) {
        let Some(folder) = self.unsaved.clone() else { return };
        self.spawn(move |teller| {
            let discarded = storage::discard_unsaved(&path);
            let mut left = storage::unsaved_in(&folder);
            left.extend(discarded.err().map(Err));
            teller.tell(Event::Unsaved(left));
        });
    }

    /// The folder for projects that have no place yet.
    pub fn unsaved_folder(&self) -> Option<&Path> {
        self.unsaved.as_deref()
    }

    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// From now on the changes of another project are kept, or of none.
    pub fn keep(&mut self, keeping: Option<Keeping>) {
        self.flush();
        let teller = self.teller();
        let tell = move |problem| teller.tell(Event::JournalFailed(problem));
        self.keeper = keeping.map(|keeping| Keeper::new(keeping, self.threads, tell));
    }

    /// Waits until every change that was handed over is on disk. Only for leaving.
    pub fn flush(&self) {
        if let Some(keeper) = &self.keeper {
            keeper.flush();
        }
    }
}

fn save(
    store: &dyn Store,
    order: &SaveOrder,
    own: Option<&Path>,
    keeper: Option<Keeper>,
) -> Result<Saved, Problem> {
    let mut keeper = keeper;
    let stays = own.is_some_and(|own| storage::same_file(own, &order.path));
    // Another window that works in that file is not to lose it.
    let lock = if stays { Ok(None) } else { ProjectLock::take(&order.path).map(Some) };
    match lock {
        Ok(lock) => {
            let digest = storage::save_with(store, order, &mut keeper)?;
            Ok(Saved { digest, lock })
        }
        Err(problem) => {
            storage::Journaled::failed(&mut keeper);
            Err(problem)
        }
    }
}

/// Speaks for work that runs elsewhere.
#[derive(Clone)]
pub(super) struct Teller {
    sender: Sender<Event>,
    ctx: Option<egui::Context>,
    stop: Arc<AtomicBool>,
}

impl Teller {
    pub fn tell(&self, event: Event) {
        let _ = self.sender.send(event);
        if let Some(ctx) = &self.ctx {
            ctx.request_repaint();
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
