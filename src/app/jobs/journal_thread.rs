//! The thread that keeps the changes of a project on disk: it is told what happens in the order in which it happens.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::files::storage::{Journaled, Persistence};
use crate::model::edits::Entry;
use crate::model::{Job, Problem};

use super::panic_words::panic_words;

/// How long leaving waits for a disk that does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The way to that thread; in tests the work is done at once.
#[derive(Clone)]
pub struct JournalThread {
    way: Way,
}

#[derive(Clone)]
enum Way {
    Thread(Sender<Order>),
    Here(Arc<Mutex<Persistence>>, Arc<dyn Fn(Problem) + Send + Sync>),
}

type Work = Box<dyn FnOnce(&mut Persistence) -> Result<(), Problem> + Send>;

enum Order {
    /// Apart from the rest, because many are written at once.
    Append(Vec<Entry>),
    Do(Work),
}

impl JournalThread {
    /// `problem` is told what cannot be written.
    pub fn new(
        keeping: Persistence,
        threads: bool,
        problem: impl Fn(Problem) + Send + Sync + 'static,
    ) -> Self {
        let keeping = Arc::new(Mutex::new(keeping));
        let problem: Arc<dyn Fn(Problem) + Send + Sync> = Arc::new(problem);
        if threads {
            let (orders, inbox) = channel();
            let (kept, told) = (Arc::clone(&keeping), Arc::clone(&problem));
            let run = move || carry_out(&inbox, &kept, &*told);
            if std::thread::Builder::new().name("journal".to_owned()).spawn(run).is_ok() {
                return Self { way: Way::Thread(orders) };
            }
            // No room for a thread: better slow than without a journal.
        }
        Self { way: Way::Here(keeping, problem) }
    }

    /// Hands over changes.
    pub fn append(&self, entries: Vec<Entry>) {
        match &self.way {
            Way::Thread(orders) => drop(orders.send(Order::Append(entries))),
            Way::Here(..) => self.tell(move |keeping| keeping.append(&entries)),
        }
    }

    /// Hands over any other work; nobody waits for it.
    pub fn tell(&self, work: impl FnOnce(&mut Persistence) -> Result<(), Problem> + Send + 'static) {
        match &self.way {
            Way::Thread(orders) => drop(orders.send(Order::Do(Box::new(work)))),
            Way::Here(keeping, problem) => {
                if let Err(reason) =
                    guarded(|| work(&mut keeping.lock().unwrap_or_else(PoisonError::into_inner)))
                {
                    problem(reason);
                }
            }
        }
    }

    /// Hands over work and returns where to wait until it is done.
    fn ask(
        &self,
        work: impl FnOnce(&mut Persistence) -> Result<(), Problem> + Send + 'static,
    ) -> Receiver<()> {
        let (done, answer) = channel();
        self.tell(move |keeping| {
            let result = work(keeping);
            let _ = done.send(());
            result
        });
        answer
    }

    /// Waits until everything that was handed over is on disk, but not for ever.
    pub fn flush(&self) {
        let _ = self.ask(|_| Ok(())).recv_timeout(PATIENCE);
    }
}

fn carry_out(inbox: &Receiver<Order>, keeping: &Mutex<Persistence>, problem: &dyn Fn(Problem)) {
    let mut next = None;
    while let Some(order) = next.take().or_else(|| inbox.recv().ok()) {
        let mut keeping = keeping.lock().unwrap_or_else(PoisonError::into_inner);
        let result = match order {
            Order::Append(mut entries) => {
                // What came while the disk was busy is written together: one wait instead of many.
                for order in inbox.try_iter() {
                    match order {
                        Order::Append(more) => entries.extend(more),
                        other @ Order::Do(_) => {
                            next = Some(other);
                            break;
                        }
                    }
                }
                guarded(|| keeping.append(&entries))
            }
            Order::Do(work) => guarded(|| work(&mut keeping)),
        };
        if let Err(reason) = result {
            problem(reason);
        }
    }
}

/// An order that panics has failed; the next one is carried out all the same.
fn guarded(work: impl FnOnce() -> Result<(), Problem>) -> Result<(), Problem> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(Problem::JobFailed { job: Job::Journal, reason: panic_words(&*panic) }))
}

/// A save runs on a thread of its own and waits for this one at two places. What fails here is told here.
impl Journaled for Option<JournalThread> {
    fn mark(&mut self, path: &Path, digest: &str) -> Result<(), Problem> {
        let (path, digest) = (path.to_owned(), digest.to_owned());
        if let Some(journal) = self {
            let _ = journal.ask(move |keeping| keeping.mark(&path, &digest)).recv();
        }
        Ok(())
    }

    fn saved(&mut self, path: &Path, digest: &str) -> Result<(), Problem> {
        let (path, digest) = (path.to_owned(), digest.to_owned());
        if let Some(journal) = self {
            let _ = journal.ask(move |keeping| keeping.saved(&path, &digest)).recv();
        }
        Ok(())
    }

    fn failed(&mut self) {
        if let Some(journal) = self {
            journal.tell(|keeping| {
                keeping.failed();
                Ok(())
            });
        }
    }
}
