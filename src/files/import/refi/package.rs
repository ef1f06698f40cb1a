//! The archive `.qdpx`: what is in it, by the paths that a project names. A stranger may have packed it.

use std::collections::BTreeMap;

use super::super::archive::Archive;
use super::super::printed::Failure;
use super::super::{plain, xml};
use crate::files::refi::{ASIDE, Aside};

/// Parts of one archive: twice as many as the papers of a whole parliament.
const MOST_PARTS: usize = 65_000;
/// What all parts may unpack to, in bytes: ten thousand papers take two thirds of it.
const ROOM: u64 = 640 << 20;
/// What the project itself may unpack to. Ten thousand papers with a hundred thousand questions take 275 MB.
const LARGEST_PROJECT: u64 = 320 << 20;
/// What we put beside it may unpack to.
const LARGEST_ASIDE: u64 = 64 << 20;
/// What one text may unpack to, in megabytes.
pub(super) const LARGEST_TEXT_MB: u64 = 16;

pub(super) struct Package<'a> {
    archive: Archive<'a>,
    /// The names of all parts by how they are compared.
    names: BTreeMap<String, String>,
    largest_project: u64,
}

/// Why a text could not be had.
pub(super) enum Lack {
    /// Its path leads out of the archive.
    Elsewhere,
    Missing,
    TooLarge,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// It is none, is protected, has too many parts, or a part whose name leads out of it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Failure> {
        Self::open_with(bytes, LARGEST_PROJECT)
    }

    fn open_with(bytes: &'a [u8], largest_project: u64) -> Result<Self, Failure> {
        let archive = Archive::open_with(bytes, MOST_PARTS, ROOM)?;
        let names = archive.names();
        if let Some(name) = names.iter().find(|name| leads_out(name)) {
            let shown: String = name.chars().filter(|c| !c.is_control()).take(80).collect();
            return Err(Failure::Broken(format!("the part {shown:?} leads out of the archive")));
        }
        let names = names.into_iter().map(|name| (compared(&name), name)).collect();
        Ok(Self { archive, names, largest_project })
    }

    /// The project, decoded and without its byte order mark.
    pub fn project(&mut self) -> Result<String, Failure> {
        let exact = self.names.get("project.qde");
        // The keys are in small letters.
        let is_top = |key: &str| key.strip_suffix(".qde").is_some_and(|stem| !stem.contains('/'));
        let top = || self.names.iter().find(|(key, _)| is_top(key));
        let name = exact.or_else(|| top().map(|(_, name)| name));
        let name =
            name.cloned().ok_or_else(|| Failure::Broken("there is no project.qde in it".to_owned()))?;
        let bytes = self.archive.part_up_to(&name, self.largest_project)?.unwrap_or_default();
        // It may be large: what is a text already is not copied.
        let text = String::from_utf8(bytes).unwrap_or_else(|no| xml::decode(no.as_bytes()).into_owned());
        Ok(text)
    }

    /// What we put beside the project, where it is there and can be read.
    pub fn aside(&mut self) -> Option<Aside> {
        let bytes = self.archive.part_up_to(ASIDE, LARGEST_ASIDE).ok()??;
        let aside: Aside = serde_json::from_slice(&bytes).ok()?;
        aside.codebook.fault().is_none().then_some(aside)
    }

    /// The text at a path like `internal://guid.txt`, with its byte order mark and its line ends.
    pub fn text(&mut self, path: &str) -> Result<String, Lack> {
        let inside = path.trim().strip_prefix("internal:").ok_or(Lack::Elsewhere)?;
        let inside = inside.trim_start_matches('/');
        if leads_out(inside) {
            return Err(Lack::Elsewhere);
        }
        let key = compared(inside);
        // The folder is called `sources` or `Sources`, and a few programs name it in the path, too.
        let name = self.names.get(&format!("sources/{key}")).or_else(|| self.names.get(&key));
        let name = name.cloned().ok_or(Lack::Missing)?;
        match self.archive.part_up_to(&name, LARGEST_TEXT_MB << 20) {
            Ok(Some(bytes)) => Ok(decoded(&bytes)),
            Ok(None) | Err(Failure::Broken(_) | Failure::Locked | Failure::Unknown | Failure::OnlyImages) => {
                Err(Lack::Missing)
            }
            Err(Failure::OverLimit(_)) => Err(Lack::TooLarge),
        }
    }
}

/// A text with its mark kept: some programs count it.
fn decoded(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => format!("\u{feff}{}", String::from_utf8_lossy(rest)),
        None => plain::decode(bytes).0,
    }
}

fn compared(name: &str) -> String {
    name.replace('\\', "/").to_lowercase()
}

/// Whether a name would leave the folder into which somebody unpacks it.
fn leads_out(name: &str) -> bool {
    let name = name.replace('\\', "/");
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    name.starts_with('/') || has_drive || name.contains('\0') || name.split('/').any(|part| part == "..")
}

#[cfg(test)]
mod tests {
    use super::super::super::samples::pack;
    use super::*;

    #[test]
    fn a_project_that_is_too_large_is_not_unpacked() {
        let bytes = pack(&[("project.qde", &" ".repeat(2000))]);
        let mut package = Package::open_with(&bytes, 1999).expect("an archive");
        assert_eq!(
            package.project(),
            Err(Failure::OverLimit(crate::model::ReadingLimit::UnpackedMegabytes(1)))
        );
        let mut package = Package::open_with(&bytes, 2000).expect("an archive");
        assert_eq!(package.project().expect("fits").len(), 2000);
    }

    #[test]
    fn names_that_lead_out_are_known() {
        for name in ["../x", "a/../../x", "/etc/passwd", "C:\\x", "..\\x", "a\\..\\..\\x", "x\0y"] {
            assert!(leads_out(name), "{name}");
        }
        for name in ["sources/a.txt", "a..b.txt", "..a", "Sources/ä 10:30.txt"] {
            assert!(!leads_out(name), "{name}");
        }
    }
}
