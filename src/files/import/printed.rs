//! What every format reader hands on: the printed lines of a paper, page by page, before they are tidied.

use serde::{Deserialize, Serialize};

use crate::model::ReadingLimit;

/// A paper as its format holds it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Printed {
    pub pages: Vec<Page>,
    /// Whether lines are lines of print, broken where the column ends. Else a line is a whole paragraph.
    pub wrapped: bool,
}

/// One printed page; formats without pages hand on a single one.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Page {
    /// In the order of reading. Never blank, without white space at their ends, without line breaks inside.
    pub lines: Vec<Line>,
}

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Line {
    pub text: String,
    /// A blank line, a wider gap, a new paragraph, or another size or weight of type comes before this one.
    pub after_gap: bool,
    pub part: Part,
}

/// What a line is, as far as its format tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Part {
    #[default]
    Text,
    /// Running heads, page numbers, feet: no words of the paper.
    Furniture,
    /// A footnote, or a line that continues one.
    Note,
}

/// Why a file gives no text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Failure {
    /// Pages, but no text on them: pictures of a scan.
    OnlyImages,
    /// Protected by a password.
    Locked,
    /// Not what its first bytes promise. What the library said, in its own words.
    Broken(String),
    /// An archive that holds no paper.
    Unknown,
    /// More than is read of any file.
    OverLimit(ReadingLimit),
}
