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

/// A format in which a codebook leaves the program and comes back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodebookFormat {
    /// To read, print and write by hand. Earlier versions are named, not contained.
    Markdown,
    /// Everything, earlier versions included.
    Ron,
}

impl CodebookFormat {
    pub const ALL: [Self; 2] = [Self::Markdown, Self::Ron];

    /// The usual ending of such a file, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Ron => "ron",
        }
    }

    /// What it is called on the command line.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        match name {
            "codebook-md" => Some(Self::Markdown),
            "codebook-ron" => Some(Self::Ron),
            _ => None,
        }
    }
}
