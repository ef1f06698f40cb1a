//! How quick an answer may be to be a person's.

use std::time::Duration;

/// Nobody closes a dialog this fast: there was none.
pub(super) const FASTER_THAN_PEOPLE: Duration = Duration::from_millis(250);
