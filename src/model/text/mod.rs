//! The text of a paper, places in it, and the words that stand there.

mod body;
mod counted;
mod hyphens;
mod offsets;
mod quote;
mod running;
mod slug;
mod span;

pub use body::{Body, unix_lines};
pub use counted::{Count, Counted, Reading, readings};
pub use hyphens::keeps_hyphen;
pub use offsets::{byte_from_char, char_from_byte, chars_from_bytes};
pub use quote::Quote;
pub use running::Running;
pub use slug::slug;
pub use span::Span;
