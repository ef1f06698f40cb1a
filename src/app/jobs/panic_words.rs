//! What a panic said, for the notice that tells of it.

use std::any::Any;

/// The words of a panic; empty where it carried none.
pub(super) fn panic_words(panic: &(dyn Any + Send)) -> String {
    let said = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}
