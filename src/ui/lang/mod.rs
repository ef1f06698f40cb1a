//! Every word a person reads, in both languages. Knows no widget: the command line uses it too.

mod aids;
mod coding;
mod de;
mod en;
mod ledger;
mod outline;
mod search;
mod words;

pub use aids::AidWords;
pub use coding::CodingWords;
pub use ledger::LedgerWords;
mod keeping;

pub use keeping::KeepingWords;
pub use outline::OutlineWords;
pub use search::SearchWords;
pub use words::Words;

use crate::model::Language;

/// The words of a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::German => &de::WORDS,
        Language::English => &en::WORDS,
    }
}
