//! The saves of one project: one after another, none forgotten.

use std::collections::VecDeque;
use std::path::PathBuf;

/// A save that was asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SaveRequest {
    /// To the project's own file. `anyway` replaces it though somebody else wrote it.
    Own { anyway: bool },
    /// To a place that a person chose. `asked`: whether they were asked about a file that is there.
    To { path: PathBuf, asked: bool },
}

/// What is being saved and what waits. A save asked for while another runs keeps its place and its path.
#[derive(Debug, Default)]
pub struct SaveQueue {
    is_running: bool,
    waiting: VecDeque<SaveRequest>,
}

impl SaveQueue {
    /// Puts a request behind the others. One that waits already is not made twice.
    pub fn push(&mut self, request: SaveRequest) {
        if self.waiting.back() != Some(&request) {
            self.waiting.push_back(request);
        }
    }

    /// The next request, which is under way from now on; `None` while another one is.
    pub fn start(&mut self) -> Option<SaveRequest> {
        if self.is_running {
            return None;
        }
        let next = self.waiting.pop_front()?;
        self.is_running = true;
        Some(next)
    }

    /// The one under way is over, well or not.
    pub fn ended(&mut self) {
        self.is_running = false;
    }

    /// After a failure: saves to the same file would fail alike, those to other places are the way out.
    pub fn drop_own(&mut self) {
        self.waiting.retain(|request| !matches!(request, SaveRequest::Own { .. }));
    }

    /// Whether nothing is under way and nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.is_running && self.waiting.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_chosen_during_a_save_is_kept() {
        let mut queue = SaveQueue::default();
        let own = SaveRequest::Own { anyway: false };
        let copy = SaveRequest::To { path: PathBuf::from("copy.ron"), asked: true };
        queue.push(own.clone());
        assert_eq!(queue.start(), Some(own.clone()));
        queue.push(copy.clone());
        queue.push(own.clone());
        queue.push(own.clone());
        assert_eq!(queue.start(), None, "one at a time");
        queue.ended();
        assert_eq!(queue.start(), Some(copy));
        queue.ended();
        assert_eq!(queue.start(), Some(own));
        queue.ended();
        assert!(queue.is_empty(), "the same request is not made twice");
    }

    #[test]
    fn a_save_that_failed_leaves_the_other_place() {
        let mut queue = SaveQueue::default();
        queue.push(SaveRequest::Own { anyway: false });
        queue.start();
        queue.push(SaveRequest::Own { anyway: false });
        queue.push(SaveRequest::To { path: PathBuf::from("stick.ron"), asked: true });
        queue.ended();
        queue.drop_own();
        assert!(matches!(queue.start(), Some(SaveRequest::To { .. })));
    }
}
