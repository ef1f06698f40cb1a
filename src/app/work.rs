//! Long work on threads of its own: it shows progress, can be stopped, leaves no half result.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::files::apart;
use crate::files::export::render;
use crate::files::storage::{self, Backup, JournalWriter, Opened, Stamp};
use crate::model::edits::Edit;
use crate::model::{Document, DocumentId, ExportFormat, Preferences, Problem, Project};
use crate::ui::lang::Words;

/// What work has to say.
pub enum Event {
    Reading(ReadingNews),
    Opened {
        path: PathBuf,
        result: Result<Box<Opened>, Problem>,
    },
    Saved {
        path: PathBuf,
        state: u64,
        result: Result<Option<Stamp>, Problem>,
    },
    Exported {
        path: PathBuf,
        result: Result<(), Problem>,
    },
    JournalFailed(Problem),
    /// Recent projects that are not where they were.
    Missing(Vec<PathBuf>),
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
    journal: Option<Journal>,
}

/// Where the journal is written: on its own thread, or at once in tests.
enum Journal {
    Thread(Sender<JournalOrder>),
    Here(JournalWriter),
}

enum JournalOrder {
    Append(Vec<Edit>),
    Restart(Vec<Edit>),
    /// Everything before this is on disk once the answer comes.
    Flush(Sender<()>),
}

impl Work {
    #[must_use]
    pub fn new(threads: bool) -> Self {
        let (sender, receiver) = channel();
        Self { threads, sender, receiver, ctx: None, stop: Arc::new(AtomicBool::new(false)), journal: None }
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

    fn spawn(&self, work: impl FnOnce(&Teller) + Send + 'static) {
        let teller =
            Teller { sender: self.sender.clone(), ctx: self.ctx.clone(), stop: Arc::clone(&self.stop) };
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
            let program = apart::own_program();
            let next = AtomicUsize::new(0);
            let work = || {
                while !teller.stop.load(Ordering::Relaxed) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = files.get(place) else { break };
                    let result = Box::new(apart::read_document(path, program.as_deref()));
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

    /// Reads a project.
    pub fn open(&mut self, path: PathBuf) {
        self.spawn(move |teller| {
            let result = storage::open(&path).map(Box::new);
            teller.tell(Event::Opened { path, result });
        });
    }

    /// Writes a snapshot of a project. `known` is what the file looked like when this window last saw it.
    pub fn save(&mut self, path: PathBuf, project: Project, state: u64, known: Option<Stamp>) {
        self.spawn(move |teller| {
            let result = storage::save(&path, &project, known);
            teller.tell(Event::Saved { path, state, result });
        });
    }

    /// Writes a text that is ready.
    pub fn write(&mut self, path: PathBuf, text: String) {
        self.spawn(move |teller| {
            let result = storage::write_atomic(&path, text.as_bytes(), Backup::None);
            teller.tell(Event::Exported { path, result });
        });
    }

    /// Writes an export of a snapshot.
    pub fn export(&mut self, path: PathBuf, order: ExportOrder) {
        self.spawn(move |teller| {
            let text = order.text();
            let result = storage::write_atomic(&path, text.as_bytes(), Backup::None);
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

    /// From now on edits go to the journal of this project, or nowhere.
    pub fn journal_for(&mut self, project: Option<&Path>) {
        self.flush_journal();
        self.journal = project.map(|path| {
            let mut writer = JournalWriter::new(path);
            if !self.threads {
                return Journal::Here(writer);
            }
            let (orders, inbox) = channel();
            let (events, ctx) = (self.sender.clone(), self.ctx.clone());
            std::thread::spawn(move || {
                for order in inbox {
                    let result = match order {
                        JournalOrder::Append(edits) => writer.append(&edits),
                        JournalOrder::Restart(edits) => writer.restart(&edits),
                        JournalOrder::Flush(done) => {
                            let _ = done.send(());
                            Ok(())
                        }
                    };
                    if let Err(problem) = result {
                        let _ = events.send(Event::JournalFailed(problem));
                        if let Some(ctx) = &ctx {
                            ctx.request_repaint();
                        }
                    }
                }
            });
            Journal::Thread(orders)
        });
    }

    /// Hands edits to the journal.
    pub fn journal(&mut self, edits: Vec<Edit>) {
        let result = match &mut self.journal {
            None => return,
            Some(Journal::Thread(orders)) => {
                let _ = orders.send(JournalOrder::Append(edits));
                return;
            }
            Some(Journal::Here(writer)) => writer.append(&edits),
        };
        self.say_journal(result);
    }

    /// The project is on disk: the journal begins anew with these edits.
    pub fn restart_journal(&mut self, edits: Vec<Edit>) {
        let result = match &mut self.journal {
            None => return,
            Some(Journal::Thread(orders)) => {
                let _ = orders.send(JournalOrder::Restart(edits));
                return;
            }
            Some(Journal::Here(writer)) => writer.restart(&edits),
        };
        self.say_journal(result);
    }

    fn say_journal(&self, result: Result<(), Problem>) {
        if let Err(problem) = result {
            let _ = self.sender.send(Event::JournalFailed(problem));
        }
    }

    /// Waits until every edit that was handed over is on disk. Only for leaving.
    pub fn flush_journal(&mut self) {
        if let Some(Journal::Thread(orders)) = &self.journal {
            let (done, answer) = channel();
            if orders.send(JournalOrder::Flush(done)).is_ok() {
                let _ = answer.recv_timeout(std::time::Duration::from_secs(5));
            }
        }
    }
}

/// Speaks for work that runs elsewhere.
struct Teller {
    sender: Sender<Event>,
    ctx: Option<egui::Context>,
    stop: Arc<AtomicBool>,
}

impl Teller {
    fn tell(&self, event: Event) {
        let _ = self.sender.send(event);
        if let Some(ctx) = &self.ctx {
            ctx.request_repaint();
        }
    }
}

/// What is to be exported.
pub struct ExportOrder {
    pub project: Project,
    pub documents: Vec<DocumentId>,
    pub format: ExportFormat,
    pub title: String,
    pub words: &'static Words,
}

impl ExportOrder {
    fn text(&self) -> String {
        let documents: Vec<&Document> =
            self.documents.iter().filter_map(|id| self.project.document(*id)).map(|d| &**d).collect();
        render(&self.project, &documents, self.format, &self.title, &self.words.summary)
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
