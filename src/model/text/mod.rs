//! The text of a paper, places in it, and the words that stand there.

mod body;
mod offsets;
mod quote;
mod span;

pub use body::{Body, unix_lines};
pub use offsets::{byte_from_char, char_from_byte};
pub use quote::Quote;
pub use span::Span;
