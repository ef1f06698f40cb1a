//! The reading of papers that is under way: its number, its rows, and what ends it.

use crate::ui::panes::Importing;

/// The reading of papers that is under way, or the last one.
#[derive(Default)]
pub struct Import {
    pub(super) progress: Option<Importing>,
    /// Which reading this is: what an earlier one still has to say is not heard.
    pub(super) number: u64,
    /// How many files and folders were given to it.
    given: usize,
}

impl Import {
    /// It was stopped, and what to keep is asked.
    pub fn asks(&self) -> bool {
        self.progress.as_ref().is_some_and(|importing| importing.asks)
    }

    /// Begins another reading and returns its number.
    pub fn begin(&mut self, given: usize) -> u64 {
        self.number += 1;
        self.given = given;
        self.number
    }

    /// Ends a reading whose project is left. Returns how many files are not taken over by it.
    pub fn cut_short(&mut self, is_running: bool) -> Option<usize> {
        self.number += 1;
        match self.progress.take() {
            Some(importing) if !importing.ended || importing.asks => Some(importing.rows.len()),
            // It has not found its files yet.
            _ => is_running.then_some(self.given),
        }
    }
}
