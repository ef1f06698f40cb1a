//! What comes in: projects, codebooks and papers that were given together are carried out in order.

use std::collections::VecDeque;
use std::path::PathBuf;

use super::file_kind::FileKind;

/// What was given at one time: by a dialog, a drop or the command line.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The project that is to be opened first.
    pub opens: Option<Opens>,
    pub codebooks: VecDeque<PathBuf>,
    pub papers: Vec<PathBuf>,
}

/// A project that takes the place of the open one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opens {
    Project(PathBuf),
    Refi(PathBuf),
}

/// What is to be done next.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    Open(Opens),
    Codebook(PathBuf),
    Papers(Vec<PathBuf>),
}

/// The queue. One step is under way at a time.
#[derive(Debug, Default)]
pub struct Incoming {
    waiting: VecDeque<Batch>,
    /// The step of this kind is under way; what is left of its batch stands first in the queue.
    running: Option<Running>,
}

/// What is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Running {
    Open(PathBuf),
    Codebook,
    Papers,
}

impl Batch {
    /// Sorts what was given. Returns the projects beyond the first, too: they are offered.
    #[must_use]
    pub fn of(paths: Vec<PathBuf>) -> (Self, Vec<PathBuf>) {
        let mut batch = Self::default();
        let mut further = Vec::new();
        for path in paths {
            // A relative path means another file once the program was started from another folder.
            let path = std::path::absolute(&path).unwrap_or(path);
            let kind = FileKind::of(&path);
            match kind {
                FileKind::RefiCodebook => batch.codebooks.push_back(path),
                FileKind::Paper => batch.papers.push(path),
                FileKind::Project | FileKind::RefiProject if batch.opens.is_some() => further.push(path),
                FileKind::Project => batch.opens = Some(Opens::Project(path)),
                FileKind::RefiProject => batch.opens = Some(Opens::Refi(path)),
            }
        }
        (batch, further)
    }

    /// Files that wait behind the project.
    #[must_use]
    pub fn files(&self) -> usize {
        self.codebooks.len() + self.papers.len()
    }

    fn next(&mut self) -> Option<Step> {
        if let Some(opens) = self.opens.take() {
            return Some(Step::Open(opens));
        }
        if let Some(codebook) = self.codebooks.pop_front() {
            return Some(Step::Codebook(codebook));
        }
        let papers = std::mem::take(&mut self.papers);
        (!papers.is_empty()).then_some(Step::Papers(papers))
    }
}

impl Incoming {
    pub fn push(&mut self, batch: Batch) {
        self.waiting.push_back(batch);
    }

    /// The next step, which is under way from now on; `None` while another is, or nothing waits.
    pub fn start(&mut self) -> Option<Step> {
        if self.running.is_some() {
            return None;
        }
        let step = loop {
            match self.waiting.front_mut()?.next() {
                Some(step) => break step,
                None => drop(self.waiting.pop_front()),
            }
        };
        self.running = Some(match &step {
            Step::Open(Opens::Project(path) | Opens::Refi(path)) => Running::Open(path.clone()),
            Step::Codebook(_) => Running::Codebook,
            Step::Papers(_) => Running::Papers,
        });
        Some(step)
    }

    /// The step under way is done.
    pub fn done(&mut self, what: &Running) {
        if self.running.as_ref() == Some(what) {
            self.running = None;
        }
    }

    /// The project under way is in the window.
    pub fn opened(&mut self) {
        if matches!(self.running, Some(Running::Open(_))) {
            self.running = None;
        }
    }

    /// The project under way was not opened. Returns it and the number of files that were given along with it:
    /// they were meant for it, so they are put into no other project.
    pub fn refused(&mut self) -> Option<(PathBuf, usize)> {
        let Some(Running::Open(path)) = self.running.take_if(|running| matches!(running, Running::Open(_)))
        else {
            return None;
        };
        let along = self.waiting.front_mut().map(std::mem::take).unwrap_or_default();
        Some((path, along.files()))
    }

    /// Whether nothing waits and nothing is under way.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.running.is_none() && self.waiting.iter().all(|batch| *batch == Batch::default())
    }

    /// Whether papers are being read.
    #[must_use]
    pub fn is_reading_papers(&self) -> bool {
        self.running == Some(Running::Papers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(|name| PathBuf::from(format!("/x/{name}"))).collect()
    }

    #[test]
    fn papers_wait_for_the_project_they_came_with() {
        let mut incoming = Incoming::default();
        let (batch, further) = Batch::of(paths(&["a.pdf", "s.ron", "b.txt", "t.ron", "c.qdc"]));
        assert_eq!(further, paths(&["t.ron"]), "a second project is offered");
        incoming.push(batch);
        incoming.push(Batch::of(paths(&["later.txt"])).0);
        assert_eq!(incoming.start(), Some(Step::Open(Opens::Project(PathBuf::from("/x/s.ron")))));
        assert_eq!(incoming.start(), None, "the project is not there yet");
        incoming.opened();
        assert_eq!(incoming.start(), Some(Step::Codebook(PathBuf::from("/x/c.qdc"))));
        incoming.done(&Running::Codebook);
        assert_eq!(incoming.start(), Some(Step::Papers(paths(&["a.pdf", "b.txt"]))));
        incoming.done(&Running::Codebook);
        assert_eq!(incoming.start(), None, "what ended is not what runs");
        incoming.done(&Running::Papers);
        assert_eq!(incoming.start(), Some(Step::Papers(paths(&["later.txt"]))));
    }

    #[test]
    fn what_came_with_a_refused_project_is_named_and_the_next_batch_goes_on() {
        let mut incoming = Incoming::default();
        incoming.push(Batch::of(paths(&["s.ron", "a.pdf", "b.pdf"])).0);
        incoming.push(Batch::of(paths(&["own.txt"])).0);
        incoming.start();
        assert_eq!(incoming.refused(), Some((PathBuf::from("/x/s.ron"), 2)));
        assert_eq!(incoming.start(), Some(Step::Papers(paths(&["own.txt"]))));
        assert_eq!(incoming.refused(), None);
    }
}
