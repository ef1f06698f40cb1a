//! The thread that writes the settings: in order, and of many changes that wait only the last.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use crate::files::storage::save_preferences;
use crate::model::{Preferences, Problem};

/// How long leaving waits for a disk that does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The way to that thread; without threads the settings are written at once.
pub(super) enum SettingsThread {
    Thread(Sender<Order>),
    Here(PathBuf, Arc<dyn Fn(Problem) + Send + Sync>),
}

pub(super) enum Order {
    Write(Box<Preferences>),
    /// Says when everything before it is on disk.
    Flush(Sender<()>),
}

impl SettingsThread {
    /// `failed` is told what cannot be written.
    pub fn new(path: PathBuf, threads: bool, failed: impl Fn(Problem) + Send + Sync + 'static) -> Self {
        if !threads {
            return Self::Here(path, Arc::new(failed));
        }
        let (orders, inbox) = channel();
        let (there, failing) = (path.clone(), Arc::new(failed));
        let told = Arc::clone(&failing);
        let run = move || carry_out(&inbox, &there, &*told);
        match std::thread::Builder::new().name("settings".to_owned()).spawn(run) {
            Ok(_) => Self::Thread(orders),
            // No room for a thread: better slow than lost.
            Err(_) => Self::Here(path, failing),
        }
    }

    pub fn write(&self, preferences: Preferences) {
        match self {
            Self::Thread(orders) => drop(orders.send(Order::Write(Box::new(preferences)))),
            Self::Here(path, failed) => {
                if save_preferences(path, &preferences).is_err() {
                    failed(not_kept(path));
                }
            }
        }
    }

    /// Waits until everything that was handed over is on disk, but not for ever.
    pub fn flush(&self) {
        if let Self::Thread(orders) = self {
            let (done, answer) = channel();
            let _ = orders.send(Order::Flush(done));
            let _ = answer.recv_timeout(PATIENCE);
        }
    }
}

/// What the disk said is about saving a project; settings are something else to a person.
fn not_kept(path: &Path) -> Problem {
    Problem::SettingsNotKept { file: path.display().to_string() }
}

fn carry_out(inbox: &Receiver<Order>, path: &Path, failed: &dyn Fn(Problem)) {
    while let Ok(order) = inbox.recv() {
        let mut newest = None;
        let mut waiting = Vec::new();
        for order in std::iter::once(order).chain(inbox.try_iter()) {
            match order {
                Order::Write(preferences) => newest = Some(preferences),
                Order::Flush(done) => waiting.push(done),
            }
        }
        if newest.is_some_and(|preferences| save_preferences(path, &preferences).is_err()) {
            failed(not_kept(path));
        }
        for done in waiting {
            let _ = done.send(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::storage::load_preferences;

    #[test]
    fn the_last_width_of_a_drag_is_the_one_on_disk() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        let settings = SettingsThread::new(path.clone(), true, |problem| panic!("{problem:?}"));
        for width in 300..420_u16 {
            settings.write(Preferences { pane_width: f32::from(width), ..Preferences::default() });
        }
        settings.flush();
        assert_eq!(load_preferences(&path).pane_width, 419.0);
    }
}
