//! From the bytes of a file to a document with its outline.

use sha2::{Digest, Sha256};

use super::format::Format;
use super::plain::decode;
use crate::model::segment::segment;
use crate::model::text::Body;
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
    let body = Body::new(&text);
    if body.as_str().trim().is_empty() {
        return Err(Problem::FileEmpty { file });
    }
    let digest = Sha256::digest(body.as_str().as_bytes());
    let mut name = [0; 8];
    name.copy_from_slice(&digest[..8]);
    let (head, outline) = segment(&body);
    let origin = Origin { file, sha256: hex(&digest), encoding: encoding.to_owned() };
    Ok(Document { id: DocumentId(u64::from_be_bytes(name)), origin, head, outline, body })
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
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
