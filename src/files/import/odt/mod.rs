//! Writer files (ODT): the text as Writer shows it, with the numbers it counts by itself.

mod body;
mod lists;
mod paper;
mod styles;
#[cfg(test)]
mod tests;

pub(super) use self::paper::read;
