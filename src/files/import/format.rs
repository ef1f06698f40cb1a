//! What kind of file this is, told from its content and not from its name.

/// A kind of file, as far as its first bytes tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Text in some encoding.
    Text,
    Pdf,
    /// A zip archive: DOCX, ODT and others.
    Zip,
    Html,
    /// Text with the marks of Markdown: it opens with a block of facts, or has several headings.
    Markdown,
    /// A project of this program.
    Project,
    /// Bytes that are no text.
    Binary,
}

impl Format {
    /// Tells the format from the beginning of a file.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        /// How far into a file a byte that no text holds is looked for.
        const LOOK: usize = 8 * 1024;
        let start = &bytes[..bytes.len().min(LOOK)];
        let bare = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
        let bare = bare.trim_ascii_start();
        let opening = bare[..bare.len().min(16)].to_ascii_lowercase();
        if bare.starts_with(b"%PDF-") {
            Self::Pdf
        } else if bare.starts_with(b"PK\x03\x04") {
            Self::Zip
        } else if opening.starts_with(b"<!doctype html") || opening.starts_with(b"<html") {
            Self::Html
        } else if bare.starts_with(crate::files::storage::PROJECT_MARK.as_bytes()) {
            Self::Project
        } else if is_utf16(start) || !start.contains(&0) {
            Self::Text
        } else {
            Self::Binary
        }
    }

    /// Tells texts with marks of Markdown from plain ones.
    #[must_use]
    pub fn refined(self, bytes: &[u8]) -> Self {
        if self != Self::Text {
            return self;
        }
        let Ok(text) = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) else {
            return self;
        };
        let headings = text.lines().filter(|line| is_heading(line)).take(2).count();
        if headings == 2 { Self::Markdown } else { self }
    }

    /// What people call a format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Pdf => "PDF",
            Self::Zip => "DOCX/ODT",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Project => "RON",
            Self::Binary => "–",
        }
    }
}

/// `# Title`, `### Frage 1`
fn is_heading(line: &str) -> bool {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&marks) && line[marks..].starts_with(' ')
}

/// UTF-16 with a byte order mark, or without one but with every second byte empty, as Latin text has it.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return true;
    }
    let pairs = bytes.len() / 2;
    if pairs < 4 {
        return false;
    }
    let empty = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (empty(0), empty(1));
    high.max(low) * 10 > pairs * 8 && high.min(low) * 20 < pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_make_markdown() {
        let of = |text: &str| Format::of(text.as_bytes()).refined(text.as_bytes());
        assert_eq!(of("# Titel\n\n## Frage 1\n\nWas?"), Format::Markdown);
        assert_eq!(of("1. Was?\n# 1 allein"), Format::Text);
    }

    #[test]
    fn the_content_decides() {
        assert_eq!(Format::of(b"%PDF-1.7"), Format::Pdf);
        assert_eq!(Format::of(b"PK\x03\x04rest"), Format::Zip);
        assert_eq!(Format::of(b"  <!DOCTYPE html><p>"), Format::Html);
        assert_eq!(Format::of(b"Kleine Anfrage"), Format::Text);
        assert_eq!(Format::of(b"\x7fELF\x00\x01\x02\x00\x00"), Format::Binary);
        assert_eq!(Format::of(b"F\0r\0a\0g\0e\0 \x001\0"), Format::Text);
        assert_eq!(Format::of(b""), Format::Text);
    }
}
