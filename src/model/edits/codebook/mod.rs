//! How a codebook changes: what a person asks for, when a new version begins, tags that become one.

mod gather;
mod import;
mod merge;
mod signs;
mod step;
mod version;

pub use gather::{Gathered, Known, gather};
pub use import::{Mapping, Missing, import, missing};
pub use merge::{codings_with_facet, codings_with_tag};
pub use step::{CodebookAct, CodebookField, CodebookStep, change};
pub(in crate::model::edits) use version::next_version;
pub use version::{coded_under, same_content};
