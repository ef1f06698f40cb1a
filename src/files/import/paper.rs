//! From the bytes of a file to a document with its outline.

use super::format::Format;
use super::plain::{decode, printed};
use super::tidy::tidy;
use crate::files::digest::sha256;
use crate::model::segment::segment;
use crate::model::{Document, DocumentId, Origin, Problem};

/// Reads a paper. `file` is the file's name without its folder. The outline may be empty: a paper in
/// no known form is a document all the same.
pub fn document(file: &str, bytes: &[u8]) -> Result<Document, Problem> {
    let file = file.to_owned();
    match Format::of(bytes) {
        Format::Text => {}
        Format::Binary => return Err(Problem::FileIsNoText { file }),
        other => return Err(Problem::FormatUnknown { file, format: other.name().to_owned() }),
    }
    let (text, encoding) = decode(bytes);
    let (body, print) = tidy(&printed(&text));
    if body.as_str().trim().is_empty() {
        return Err(Problem::FileEmpty { file });
    }
    let sha256 = sha256(body.as_str().as_bytes());
    let id = DocumentId(u64::from_str_radix(&sha256[..16], 16).expect("sixteen hexadecimal digits"));
    let (head, outline) = segment(&body, &print);
    let origin = Origin { file, sha256, encoding: encoding.to_owned() };
    Ok(Document { id, origin, head, outline, print, body })
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
        assert!(matches!(problem(b"%PDF-1.4 x"), Problem::FormatUnknown { .. }));
        assert!(matches!(problem(b"\x00\x01\x02\x00\x03"), Problem::FileIsNoText { .. }));
    }
}
