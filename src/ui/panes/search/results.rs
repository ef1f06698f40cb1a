//! What a search found so far, as the pane shows it. The app fills it while the search runs.

use crate::model::DocumentId;
use crate::model::analysis::Hit;
use crate::ui::SearchScope;

/// A search and what it found.
#[derive(Clone, Debug, Default)]
pub struct Searching {
    pub typed: String,
    pub scope: SearchScope,
    /// Hits in the order of the papers; no more than are listed.
    pub hits: Vec<Hit>,
    /// The papers with hits, in the same order.
    pub papers: Vec<FoundPaper>,
    /// All hits, listed or not.
    pub count: usize,
    /// The hit that is looked at, by place in [`Self::hits`].
    pub current: Option<usize>,
    /// How many papers were looked through, and how many there are to look through.
    pub done: usize,
    pub of: usize,
    pub running: bool,
    /// When it began, on the window's clock.
    pub since: f64,
}

/// A paper with hits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FoundPaper {
    pub document: DocumentId,
    /// Hits in it, listed or not.
    pub count: usize,
    /// How many of them are listed.
    pub listed: usize,
}

impl Searching {
    /// How many hits are listed at most.
    pub const LISTED: usize = 1000;

    /// Forgets what was found.
    pub fn clear(&mut self) {
        let Self { typed, scope, .. } = std::mem::take(self);
        (self.typed, self.scope) = (typed, scope);
    }

    /// The hit before or behind the current one, around the ends; the first one where there is none.
    #[must_use]
    pub fn neighbour(&self, forward: bool) -> Option<usize> {
        let last = self.hits.len().checked_sub(1)?;
        Some(match (self.current, forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(here), true) if here >= last => 0,
            (Some(here), true) => here + 1,
            (Some(here), false) => here.checked_sub(1).unwrap_or(last),
        })
    }
}
