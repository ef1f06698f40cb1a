//! What was deferred: until when it is said to come, whether it came, and where it was asked before.

mod before;
mod chain;
mod ledger;
mod until;

pub use before::{earlier_papers, later_answers};
pub use chain::{Link, chain};
pub use ledger::{Entry, PromiseState, entry, ledger, state_of};
pub use until::{Announced, announced};
