//! Opening a zip that a stranger packed: only what is asked for is unpacked, and never more than a paper may take.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::printed::Failure;
use crate::model::ReadingLimit;

/// What may be unpacked of one file, in bytes: the parts a reader asks for, all together. Pictures are none of them,
/// and the longest papers have a few megabytes of text.
const MAX_UNPACKED_BYTES: u64 = 64 << 20;
/// Parts of one file. A paper has some twenty, and one for each picture.
const MAX_PARTS: usize = 4096;

/// What an archive holds, told by its content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Docx,
    Odt,
    Other,
}

const ODT: &str = "application/vnd.oasis.opendocument.text";

/// Tells what an archive holds. An archive that cannot be opened is `Other`.
pub(super) fn kind(bytes: &[u8]) -> Kind {
    let Ok(mut archive) = Archive::open(bytes) else { return Kind::Other };
    if archive.holds("[Content_Types].xml") && archive.numbered("word/document").is_some() {
        return Kind::Docx;
    }
    if !archive.holds("content.xml") {
        return Kind::Other;
    }
    // Programs that repack papers forget the short note, but not the list of parts.
    let names_odt = |part: Option<Vec<u8>>| {
        part.is_some_and(|bytes| String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).contains(ODT))
    };
    let is_odt = ["mimetype", "META-INF/manifest.xml"]
        .iter()
        .any(|name| names_odt(archive.part(name).unwrap_or_default()));
    if is_odt { Kind::Odt } else { Kind::Other }
}

pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked.
    room: u64,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Failure> {
        Self::open_with(bytes, MAX_PARTS, MAX_UNPACKED_BYTES)
    }

    /// Opens an archive that may have so many parts and unpack to so many bytes.
    pub fn open_with(bytes: &'a [u8], most_parts: usize, room: u64) -> Result<Self, Failure> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(failure)?;
        if zip.len() > most_parts {
            return Err(Failure::OverLimit(ReadingLimit::ArchiveParts(most_parts)));
        }
        Ok(Self { zip, room })
    }

    /// The names of all parts, in the order of the archive.
    pub fn names(&self) -> Vec<String> {
        self.zip.file_names().flatten().map(Cow::into_owned).collect()
    }

    fn holds(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The name of the part that is called so, with or without a number: Word on the web writes
    /// `word/document2.xml`.
    pub fn numbered(&self, stem: &str) -> Option<String> {
        let plain = format!("{stem}.xml");
        if self.holds(&plain) {
            return Some(plain);
        }
        self.names().into_iter().find(|name| {
            let number = name.strip_prefix(stem).and_then(|rest| rest.strip_suffix(".xml"));
            number
                .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        })
    }

    /// Unpacks one part; none if there is no part of this name. Sizes are counted, not believed.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.part_up_to(name, self.room)
    }

    /// The same, where this part may have so many bytes at most.
    pub fn part_up_to(&mut self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Failure> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(failure)?;
        let most = most.min(self.room);
        let mut bytes = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut bytes);
        let unpacked = bytes.len() as u64;
        if unpacked > most {
            return Err(Failure::OverLimit(ReadingLimit::UnpackedMegabytes(most.div_ceil(1 << 20))));
        }
        self.room -= unpacked;
        // A wrong checksum is no small matter here: every word of a paper may be quoted.
        read.map_err(|error| Failure::Broken(format!("{name}: {error}")))?;
        Ok(Some(bytes))
    }
}

fn failure(error: ZipError) -> Failure {
    match error {
        ZipError::InvalidPassword => Failure::Locked,
        ZipError::UnsupportedArchive(reason) if reason == ZipError::PASSWORD_REQUIRED => Failure::Locked,
        other => Failure::Broken(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::pack;
    use super::*;

    #[test]
    fn the_content_tells_the_kind() {
        let check = |parts: &[(&str, &str)], expect| assert_eq!(kind(&pack(parts)), expect, "{parts:?}");
        check(&[("[Content_Types].xml", ""), ("word/document.xml", "")], Kind::Docx);
        check(&[("[Content_Types].xml", ""), ("word/document2.xml", "")], Kind::Docx);
        check(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")], Kind::Other);
        check(&[("mimetype", ODT), ("content.xml", "")], Kind::Odt);
        check(&[("META-INF/manifest.xml", &format!("<m t='{ODT}'/>")), ("content.xml", "")], Kind::Odt);
        check(
            &[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")],
            Kind::Other,
        );
        check(&[], Kind::Other);
        assert_eq!(kind(b"PK\x03\x04"), Kind::Other);
        assert_eq!(kind(b""), Kind::Other);
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let zeros = "0".repeat(usize::try_from(MAX_UNPACKED_BYTES).expect("64 MB fit") + 1);
        let bomb = pack(&[("a.xml", &zeros)]);
        assert!(bomb.len() < 200_000, "packs well: {}", bomb.len());
        let mut archive = Archive::open(&bomb).expect("an archive");
        assert_eq!(archive.part("a.xml"), Err(Failure::OverLimit(ReadingLimit::UnpackedMegabytes(64))));
    }

    #[test]
    fn many_parts_are_refused_together() {
        let names: Vec<String> = (0..=MAX_PARTS).map(|number| number.to_string()).collect();
        let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
        let limit = ReadingLimit::ArchiveParts(MAX_PARTS);
        assert_eq!(Archive::open(&pack(&parts)).err(), Some(Failure::OverLimit(limit)));
    }

    #[test]
    fn a_password_is_said() {
        let mut bytes = pack(&[("a.xml", "<a/>")]);
        // The flag of an encrypted part, where the part begins and in the list of parts.
        for mark in [b"PK\x03\x04", b"PK\x01\x02"] {
            let start = bytes.windows(4).position(|window| window == mark).expect("the mark of a zip");
            bytes[start + if mark == b"PK\x03\x04" { 6 } else { 8 }] |= 1;
        }
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert_eq!(archive.part("a.xml"), Err(Failure::Locked));
    }

    #[test]
    fn a_wrong_checksum_is_said() {
        let mut bytes = pack(&[("a.xml", "<a>Text</a>")]);
        bytes[14] ^= 1;
        let list = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("the mark of a zip");
        bytes[list + 16] ^= 1;
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert!(matches!(archive.part("a.xml"), Err(Failure::Broken(_))));
        assert_eq!(archive.part("b.xml"), Ok(None));
    }
}
