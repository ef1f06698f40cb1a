//! From the bytes of a file to a document with its outline.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::format::Format;
use super::plain::{decode, printed};
use super::printed::{Failure, Printed};
use super::tidy::tidy;
use super::{docx, html, markdown, odt, pdf};
use crate::files::digest::sha256;
use crate::model::segment::segment;
use crate::model::{Document, DocumentId, Origin, Problem};

/// The printed lines of a file, and what the file was.
#[derive(Debug)]
pub struct Reading {
    pub printed: Printed,
    /// `PDF`, `DOCX`, `Text`.
    pub format: Format,
    /// Name of the encoding of a text; empty for formats that carry their own.
    pub encoding: String,
}

/// Reads a paper. `file` is the file's name without its folder. The outline may be empty: a paper in
/// no known form is a document all the same.
pub fn document(file: &str, bytes: &[u8]) -> Result<Document, Problem> {
    let reading = read(file, bytes)?;
    document_from(file, &reading)
}

/// Whether the library behind a format is to be run in a process of its own: a hostile file must not cost more
/// than itself.
#[must_use]
pub fn needs_care(bytes: &[u8]) -> bool {
    matches!(Format::of(bytes), Format::Pdf | Format::Zip | Format::Html)
}

/// The printed lines of a file whose format needs care; for the process that reads nothing else.
pub fn extract(bytes: &[u8]) -> Result<Printed, Failure> {
    let read = || match Format::of(bytes).refined(bytes) {
        Format::Pdf => pdf::read(bytes),
        Format::Html => html::read(bytes),
        Format::Docx => docx::read(bytes),
        Format::Odt => odt::read(bytes),
        Format::Markdown => markdown::read(bytes),
        Format::Text | Format::Zip | Format::Project | Format::Binary => Err(Failure::Unknown),
    };
    // A library that gives up in its own way costs this file and no other.
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(Failure::Broken("the reader of this format gave up".to_owned())))
}

fn read(file: &str, bytes: &[u8]) -> Result<Reading, Problem> {
    let format = Format::of(bytes).refined(bytes);
    match format {
        Format::Text => {
            let (text, encoding) = decode(bytes);
            Ok(Reading { printed: printed(&text), format, encoding: encoding.to_owned() })
        }
        Format::Binary => Err(Problem::FileIsNoText { file: file.to_owned() }),
        Format::Project => {
            Err(Problem::FormatUnknown { file: file.to_owned(), format: format.name().to_owned() })
        }
        _ => {
            let printed = extract(bytes).map_err(|failure| failure.problem(file, format))?;
            Ok(Reading { printed, format, encoding: String::new() })
        }
    }
}

/// Makes a document of what was read.
pub fn document_from(file: &str, reading: &Reading) -> Result<Document, Problem> {
    let file = file.to_owned();
    let (body, print) = tidy(&reading.printed);
    if body.as_str().trim().is_empty() {
        return Err(Problem::FileEmpty { file });
    }
    let sha256 = sha256(body.as_str().as_bytes());
    let id = DocumentId(u64::from_str_radix(&sha256[..16], 16).expect("sixteen hexadecimal digits"));
    let (head, outline) = segment(&body, &print);
    let format = reading.format.name().to_owned();
    let origin = Origin { file, sha256, format, encoding: reading.encoding.clone() };
    Ok(Document { id, origin, head, outline, print, body })
}

impl Failure {
    /// What it means for a person.
    #[must_use]
    pub fn problem(self, file: &str, format: Format) -> Problem {
        let file = file.to_owned();
        match self {
            Self::OnlyImages => Problem::OnlyImages { file },
            Self::Locked => Problem::FileLocked { file },
            Self::Broken(reason) => Problem::FileBroken { file, reason },
            Self::OverLimit(limit) => Problem::OverReadingLimit { file, limit },
            Self::Unknown => Problem::FormatUnknown { file, format: format.name().to_owned() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_the_same_document() {
        let unix = document("a.txt", b"Ein Brief.\nZeile zwei.").expect("a text");
        let windows = document("b.txt", b"\xef\xbb\xbfEin Brief.\r\nZeile zwei.").expect("a text");
        assert_eq!(unix.id, windows.id);
        assert_eq!(unix.origin.sha256, windows.origin.sha256);
    }

    #[test]
    fn what_is_no_paper_says_so() {
        let problem = |bytes: &[u8]| document("x", bytes).expect_err("no paper");
        assert!(matches!(problem(b""), Problem::FileEmpty { .. }));
        assert!(matches!(problem(b" \n\t\n"), Problem::FileEmpty { .. }));
        assert!(matches!(problem(b"%PDF-1.4 x"), Problem::FileBroken { .. }));
        assert!(matches!(problem(b"PK\x03\x04rest"), Problem::FormatUnknown { .. }));
        assert!(matches!(problem(b"\x00\x01\x02\x00\x03"), Problem::FileIsNoText { .. }));
    }
}
