//! REFI-QDA: the project (`.qdpx`) and the codebook (`.qdc`) as other programs of qualitative research read them.

mod case;
mod code;
mod markup;
mod naming;
mod package;
mod project;
mod source;

pub use package::{qdc, qdpx};
