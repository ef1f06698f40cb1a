//! Word files (DOCX): the text as Word shows it, with the numbers it counts by itself.

mod body;
mod notes;
mod numbering;
mod paper;
mod properties;
mod sections;
mod styles;
#[cfg(test)]
mod tests;

pub(super) use self::paper::read;
