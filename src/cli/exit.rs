//! How a call ends: the codes that scripts and git look at.

/// Everything is fine.
pub const FINE: u8 = 0;
/// There is a finding, or both copies of a merge had changed the same.
pub const FINDING: u8 = 1;
/// Wrong use, or input that cannot be read.
pub const WRONG: u8 = 2;
/// A merge could not be made at all. Git takes a code above 128 as the failure of a merge driver; anything below
/// would be a conflict, whose file it believes to hold both sides (gitattributes(5), "Defining a custom merge driver").
pub const MERGE_FAILED: u8 = 129;
