//! Web pages: the words a browser shows, block by block.

mod elements;
mod page;
mod reader;
#[cfg(test)]
mod tests;

pub(super) use self::page::{knows, read};
