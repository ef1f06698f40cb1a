//! From the bytes of a web page to its printed lines.

use encoding_rs::{Encoding, UTF_8};

use super::super::charset::decode;
use super::super::printed::{Failure, Printed};
use super::elements::{INLINE, Kind, kind};

/// Never fails: every text is a web page to a browser, and so to us.
#[expect(clippy::unnecessary_wraps, reason = "all readers look alike to those who call them")]
pub(in super::super) fn read(bytes: &[u8]) -> Result<Printed, Failure> {
    Ok(super::reader::read(&decode(bytes, said_encoding(bytes))))
}

/// Whether a name is that of an element, not some word in angle brackets.
pub(in super::super) fn knows(name: &str) -> bool {
    kind(name) != Kind::Inline || INLINE.contains(&name)
}

/// The encoding a page says it has: `<meta charset=…>`, its older form, or the first line of XHTML.
fn said_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    /// How far browsers look, and some more for pages with long comments.
    const LOOK: usize = 4096;
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOK)]).to_ascii_lowercase();
    let encoding = value_after(&start, "charset")
        .or_else(|| value_after(start.split_once("<?xml")?.1.split_once("?>")?.0, "encoding"))?;
    // A page in which these letters can be read is not in UTF-16, whatever it says.
    let is_utf16 = encoding.name().starts_with("UTF-16");
    Some(if is_utf16 { UTF_8 } else { encoding })
}

fn value_after(text: &str, name: &str) -> Option<&'static Encoding> {
    text.match_indices(name).find_map(|(at, _)| {
        let value = text[at + name.len()..].trim_start().strip_prefix('=')?;
        let value = value.trim_start_matches(['"', '\'', ' ']);
        let label = value.split(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).next()?;
        Encoding::for_label(label.as_bytes())
    })
}
