//! The threads of one window: each has a name, and none takes the others down with it.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use crate::files::storage::{self, Persistence, Store};
use crate::model::{Job, Preferences, Problem};

use super::event::{Event, EventSender, ProjectHome};
use super::journal_thread::JournalThread;
use super::panic_words::panic_words;
use super::settings_thread::SettingsThread;

/// The threads of one window.
pub struct Jobs {
    threads: bool,
    sender: Sender<Event>,
    receiver: Receiver<Event>,
    ctx: Option<egui::Context>,
    pub(super) stop_reading: Arc<AtomicBool>,
    pub(super) store: Arc<dyn Store>,
    /// Where projects are kept that have no place yet; `None` keeps them nowhere.
    unsaved: Option<PathBuf>,
    /// Keeps the changes of the open project.
    pub(in super::super) journal: Option<JournalThread>,
    settings: Option<SettingsThread>,
    running: Arc<Running>,
    /// Exports and other files that are being written for a person.
    writing: Cell<usize>,
}

/// How many jobs run, for whoever waits until none does.
#[derive(Default)]
struct Running {
    count: Mutex<usize>,
    ended: Condvar,
}

impl Running {
    fn add(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
    }

    fn take(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.ended.notify_all();
    }

    fn wait(&self) {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        while *count > 0 {
            count = self.ended.wait(count).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Ends with the job, however that ends.
struct RunningJob(Arc<Running>);

impl Drop for RunningJob {
    fn drop(&mut self) {
        self.0.take();
    }
}

impl Jobs {
    /// `settings` is the file that preferences are written to.
    #[must_use]
    pub fn new(
        threads: bool,
        store: Arc<dyn Store>,
        unsaved: Option<PathBuf>,
        settings: Option<PathBuf>,
    ) -> Self {
        let (sender, receiver) = channel();
        let mut jobs = Self {
            threads,
            sender,
            receiver,
            ctx: None,
            stop_reading: Arc::default(),
            store,
            unsaved,
            journal: None,
            settings: None,
            running: Arc::default(),
            writing: Cell::new(0),
        };
        let events = jobs.events_sender();
        let failed = move |problem| events.send(Event::SettingsFailed(problem));
        jobs.settings = settings.map(|path| SettingsThread::new(path, threads, failed));
        jobs
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

    /// Whether jobs run on threads of their own.
    pub fn has_threads(&self) -> bool {
        self.threads
    }

    pub fn events_sender(&self) -> EventSender {
        EventSender { sender: self.sender.clone(), ctx: self.ctx.clone() }
    }

    pub(super) fn write_begins(&self) {
        self.writing.set(self.writing.get() + 1);
    }

    /// A file that was being written is there, or will not be.
    pub fn write_ended(&self) {
        self.writing.set(self.writing.get().saturating_sub(1));
    }

    /// Whether files are being written that a person asked for, beside the project.
    pub fn is_writing(&self) -> bool {
        self.writing.get() > 0
    }

    /// Wakes the window from elsewhere.
    pub fn waker(&self) -> Box<dyn Fn() + Send> {
        let ctx = self.ctx.clone();
        Box::new(move || {
            if let Some(ctx) = &ctx {
                ctx.request_repaint();
            }
        })
    }

    /// Waits until no job runs; what they had to say is with [`Jobs::events`] then. For tests with real threads.
    pub fn wait(&self) {
        self.running.wait();
        self.flush();
    }

    /// Runs a job on a thread with its name. A job that panics, or for which there is no thread, ends with what
    /// `failed` makes of it; everything else goes on.
    pub(super) fn spawn(
        &self,
        job: Job,
        failed: impl FnOnce(Problem) -> Event + Send + 'static,
        work: impl FnOnce(&EventSender) + Send + 'static,
    ) {
        let events = self.events_sender();
        if !self.threads {
            return run_guarded(job, failed, work, &events);
        }
        self.running.add();
        let running = RunningJob(Arc::clone(&self.running));
        // Told by whoever comes to know of the failure: the thread, or this one where there is no thread.
        let failed = Arc::new(Mutex::new(Some(failed)));
        let (sender, failed_here) = (events.clone(), Arc::clone(&failed));
        let guarded = move || {
            let _running = running;
            let failed = failed.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(failed) = failed {
                run_guarded(job, failed, work, &events);
            }
        };
        if let Err(error) = std::thread::Builder::new().name(job.name().to_owned()).spawn(guarded)
            && let Some(failed) = failed_here.lock().unwrap_or_else(PoisonError::into_inner).take()
        {
            sender.send(failed(Problem::JobFailed { job, reason: error.to_string() }));
        }
    }

    /// Reads a project with all that stands beside it.
    pub fn open(&self, path: PathBuf, home: ProjectHome) {
        let store = Arc::clone(&self.store);
        let lost = path.clone();
        self.spawn(
            Job::Opening,
            move |problem| Event::Opened { path: lost, home, result: Err(problem) },
            move |events| {
                let result = storage::open_to_work(&*store, &path).map(Box::new);
                events.send(Event::Opened { path, home, result });
            },
        );
    }

    /// Looks which of these files are gone. A network drive may take its time over that.
    pub fn look_for(&self, paths: Vec<PathBuf>) {
        self.spawn(Job::Looking, Event::Failed, move |events| {
            events.send(Event::Missing(paths.into_iter().filter(|path| !path.exists()).collect()));
        });
    }

    /// Writes preferences. They arrive on disk in the order of these calls.
    pub fn keep_preferences(&self, preferences: Preferences) {
        if let Some(settings) = &self.settings {
            settings.write(preferences);
        }
    }

    /// Looks for projects that were never saved.
    pub fn look_for_unsaved(&self) {
        let Some(folder) = self.unsaved.clone() else { return };
        self.spawn(Job::Looking, Event::Failed, move |events| {
            events.send(Event::Unsaved(storage::unsaved_in(&folder)));
        });
    }

    /// Removes a project that was never saved, and looks again.
    pub fn discard_unsaved(&self, path: PathBuf) {
        let Some(folder) = self.unsaved.clone() else { return };
        self.spawn(Job::Looking, Event::Failed, move |events| {
            let discarded = storage::discard_unsaved(&path);
            let mut left = storage::unsaved_in(&folder);
            left.extend(discarded.err().map(Err));
            events.send(Event::Unsaved(left));
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
    pub fn keep(&mut self, keeping: Option<Persistence>) {
        if let Some(journal) = &self.journal {
            journal.flush();
        }
        let events = self.events_sender();
        let failed = move |problem| events.send(Event::JournalFailed(problem));
        self.journal = keeping.map(|keeping| JournalThread::new(keeping, self.threads, failed));
    }

    /// Waits until every change and every preference that was handed over is on disk, but not for ever. Only for
    /// leaving.
    pub fn flush(&self) {
        if let Some(journal) = &self.journal {
            journal.flush();
        }
        if let Some(settings) = &self.settings {
            settings.flush();
        }
    }

    /// Asks reading to stop; what was read is kept.
    pub fn stop_reading(&self) {
        self.stop_reading.store(true, Ordering::Relaxed);
    }
}

fn run_guarded(
    job: Job,
    failed: impl FnOnce(Problem) -> Event,
    work: impl FnOnce(&EventSender),
    events: &EventSender,
) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| work(events))) {
        let reason = panic_words(&*panic);
        events.send(failed(Problem::JobFailed { job, reason }));
    }
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::storage::Disk;

    #[test]
    fn a_job_that_panics_says_so_and_the_next_one_runs() {
        for threads in [false, true] {
            let jobs = Jobs::new(threads, Disk::shared(), None, None);
            jobs.spawn(Job::Searching, Event::Failed, |_| panic!("broken on purpose"));
            jobs.spawn(Job::Looking, Event::Failed, |events| events.send(Event::Missing(Vec::new())));
            jobs.wait();
            let events = jobs.events();
            let failed = |event: &Event| {
                matches!(event, Event::Failed(Problem::JobFailed { job: Job::Searching, reason })
                    if reason == "broken on purpose")
            };
            assert!(events.iter().any(failed), "the panic is said");
            assert!(events.iter().any(|event| matches!(event, Event::Missing(_))), "the next job ran");
        }
    }

    #[test]
    fn the_thread_of_a_job_carries_its_name() {
        let jobs = Jobs::new(true, Disk::shared(), None, None);
        let (told, name) = channel();
        jobs.spawn(Job::Searching, Event::Failed, move |_| {
            let _ = told.send(std::thread::current().name().map(str::to_owned));
        });
        assert_eq!(name.recv().expect("it ran").as_deref(), Some(Job::Searching.name()));
    }
}
