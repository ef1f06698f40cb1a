//! Every word a person reads, in both languages. Knows no widget: the command line uses it too.

mod aids;
mod codebook;
mod coding;
mod compare;
mod de;
mod dialogs;
mod en;
mod exporting;
mod filters;
mod ledger;
mod merging;
mod outline;
mod rounds;
mod search;
mod words;

pub use aids::AidWords;
pub use codebook::CodebookWords;
pub use coding::CodingWords;
pub use compare::CompareWords;
pub use dialogs::DialogWords;
pub use exporting::ExportingWords;
pub use ledger::LedgerWords;
pub use merging::{ConflictWords, MergingWords, conflict_words, news_lines};
mod keeping;

pub use filters::FilterWords;
pub use keeping::KeepingWords;
pub use outline::OutlineWords;
pub use rounds::RoundWords;
pub use search::SearchWords;
pub use words::Words;

use crate::model::{CodebookLabels, ExportFormat, Language};

/// The words of a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::German => &de::WORDS,
        Language::English => &en::WORDS,
    }
}

/// What the parts of a codebook are called in both languages, this one first.
#[must_use]
pub fn codebook_labels(language: Language) -> [&'static CodebookLabels; 2] {
    let other = match language {
        Language::German => Language::English,
        Language::English => Language::German,
    };
    [words(language).codebook.labels, words(other).codebook.labels]
}

/// `.html .pdf .docx …`: the endings by which a format of an export is told.
fn endings() -> String {
    let told = ExportFormat::ALL.iter().filter(|of| ExportFormat::of_ending(of.ending()) == Some(**of));
    told.map(|format| format!(".{}", format.ending())).collect::<Vec<_>>().join(" ")
}
