//! Every word a person reads, in both languages. Knows no widget: the command line uses it too.

mod coding;
mod de;
mod en;
mod filters;
mod outline;
mod search;
mod words;

pub use coding::CodingWords;
pub use filters::FilterWords;
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
