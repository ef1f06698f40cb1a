//! What is said to the person: for a moment, until it is put away, or to a screen reader.

use crate::model::Problem;
use crate::ui::panes::{Notice, Toast};

/// Notices shown at a time: they are to be read, not to hide the paper.
const MAX_NOTICES: usize = 3;

/// What is said, and the clock it is said by.
#[derive(Default)]
pub struct Said {
    pub(super) notices: Vec<Notice>,
    pub(super) toast: Option<Toast>,
    /// The last change in words, for screen readers.
    pub(super) announced: String,
    /// The window's clock, in seconds.
    pub(super) now: f64,
}

impl Said {
    /// Says something for a few seconds.
    pub fn say(&mut self, words: String, with_undo: bool) {
        self.toast = Some(Toast { words, with_undo, since: self.now });
    }

    /// Shows a problem until it is put away. The same problem is shown once.
    pub fn notice(&mut self, problem: Problem) {
        let notice = Notice::Problem(problem);
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
        // News makes room before a problem does, and the older before the newer.
        while self.notices.len() > MAX_NOTICES {
            let oldest = self.notices.iter().position(|notice| !is_kept(notice)).unwrap_or(0);
            self.notices.remove(oldest);
        }
    }
}

/// What must not be pushed out by later problems: where recovered and unreadable work went.
fn is_kept(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::CopyFound { .. }
            | Notice::Recovered { .. }
            | Notice::JournalAside { .. }
            | Notice::JournalUnread { .. }
    )
}
