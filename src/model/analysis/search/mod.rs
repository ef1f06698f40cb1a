//! Finding words in papers, memos and evidence, however they are spelled or torn by a line end.

mod fold;
mod hits;
mod needle;

pub use hits::{FoundIn, Hit, HitPlace, Hits, hits};
pub use needle::Needle;
