//! How far long work is, and whether it is to stop. The work knows neither a window nor a thread.

use super::problem::Problem;

/// Whoever waits for long work. Asked once per paper or so.
pub trait Progress {
    /// `done` of `of` steps are done; an error says that the person does not want the rest.
    fn step(&self, done: usize, of: usize) -> Result<(), Unfinished>;
}

/// Why work came to no end.
#[derive(Clone, PartialEq, Debug)]
pub enum Unfinished {
    /// A person stopped it. Nothing is said about that.
    Stopped,
    Problem(Problem),
}

impl From<Problem> for Unfinished {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Nobody watches: scripts and tests.
pub struct Unwatched;

impl Progress for Unwatched {
    fn step(&self, _done: usize, _of: usize) -> Result<(), Unfinished> {
        Ok(())
    }
}
