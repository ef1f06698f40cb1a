//! What is kept: papers that come in, projects on disk, summaries and tables that go out.

mod digest;
mod refi;

pub mod export;
pub mod import;
pub mod sandbox;
pub mod storage;
