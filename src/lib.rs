//! Landtag Annotator: tags the answers of governments to written questions.
//!
//! The house: `app` and `cli` over `files` and `ui` over `model`. What each wing may use is held by
//! `tests/architecture.rs`.

pub mod app;
pub mod cli;
pub mod faces;
pub mod files;
pub mod model;
pub mod ui;
