//! The formats a person can ask for when something leaves the program.

/// A format of an export. How each is written is in `files/export`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportFormat {
    Html,
    Markdown,
    Csv,
    /// The ledger of promises as a table.
    Ledger,
}

impl ExportFormat {
    pub const ALL: [Self; 4] = [Self::Html, Self::Markdown, Self::Csv, Self::Ledger];

    /// The usual ending of such a file, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv | Self::Ledger => "csv",
        }
    }

    /// The format a file's ending asks for, in any case.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_lowercase();
        match ending.as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            "ledger" => Some(Self::Ledger),
            _ => None,
        }
    }
}
