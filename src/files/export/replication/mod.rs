//! The replication package: everything that somebody needs to check the work.

mod package;
mod parts;

pub use package::replication;
