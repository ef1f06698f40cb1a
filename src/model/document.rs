//! One printed paper: its text, its head, its outline, where it came from.

use serde::{Deserialize, Serialize};

use super::head::Head;
use super::id::DocumentId;
use super::outline::Outline;
use super::print::Print;
use super::text::{Body, Span};

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub id: DocumentId,
    pub origin: Origin,
    pub head: Head,
    pub outline: Outline,
    /// Pages, notes and what reading the paper left out.
    #[serde(default)]
    pub print: Print,
    /// Last, so that a person who reads the file meets the short things first.
    pub body: Body,
}

/// The file a document was read from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Name of the file without its folder.
    pub file: String,
    /// SHA-256 of [`Document::body`] in UTF-8, in hexadecimal digits.
    pub sha256: String,
    /// What kind of file it was: `Text`, `PDF`, `DOCX`. Empty for papers of the first version.
    #[serde(default)]
    pub format: String,
    /// What a text file was before it became a text: `UTF-8`, `windows-1252`; empty for other formats.
    pub encoding: String,
}

impl Document {
    /// The title, or the file's name where none is printed.
    #[must_use]
    pub fn title(&self) -> &str {
        self.head.title.as_deref().unwrap_or(&self.origin.file)
    }

    /// The paragraphs of a place, each as the pieces it is printed in: mostly one, more where a page break tore it.
    #[must_use]
    pub fn paragraphs(&self, span: Span) -> Vec<Vec<Span>> {
        let text = self.body.as_str();
        let mut paragraphs: Vec<Vec<Span>> = Vec::new();
        let mut start = span.start;
        for line in self.body.at(span).split_inclusive('\n') {
            let piece = Span::new(start, start + line.len()).trim(text);
            start += line.len();
            if piece.is_empty() {
                continue;
            }
            let torn = self.outline.torn.iter().any(|gap| gap.end == piece.start);
            match paragraphs.last_mut() {
                Some(last) if torn => last.push(piece),
                _ => paragraphs.push(vec![piece]),
            }
        }
        paragraphs
    }

    /// A place as it is read aloud: one line, torn sentences joined.
    #[must_use]
    pub fn reading(&self, span: Span) -> String {
        self.paragraphs(span)
            .iter()
            .map(|pieces| pieces.iter().map(|piece| self.body.line_at(*piece)).collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
            .join("\n")
    }
}
