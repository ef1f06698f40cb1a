//! Where the person is, and which papers and questions are shown.

use crate::model::Filter;
use crate::ui::Position;

/// A place in the project.
#[derive(Default)]
pub struct Place {
    pub(super) position: Position,
    /// The place of the open document in the list, should it be removed.
    pub(super) last: usize,
    /// The filter of the overview whose questions are shown: Esc leads back to it.
    pub(super) behind: Option<Filter>,
    /// Which questions are shown.
    pub(super) filter: Filter,
}
