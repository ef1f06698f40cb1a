//! What the tests of the format readers share: packing archives, showing lines, damaging files.

use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use super::archive::Archive;
use super::printed::{Failure, Part, Printed};

/// Packs parts, name and content, into an archive.
pub(super) fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    pack_with(CompressionMethod::Deflated, parts)
}

fn pack_with(method: CompressionMethod, parts: &[(&str, &str)]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(method);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, options).expect("a name of its own");
        zip.write_all(content.as_bytes()).expect("memory takes everything");
    }
    zip.finish().expect("memory takes everything").into_inner()
}

/// Lines as text: `¶` for a gap, `^` for a note, `=` for furniture, `---` between pages.
pub(super) fn show(printed: &Printed) -> String {
    let mut shown = String::new();
    for (index, page) in printed.pages.iter().enumerate() {
        shown += if index == 0 { "" } else { "---\n" };
        for line in &page.lines {
            assert!(!line.text.is_empty() && line.text.trim() == line.text, "{line:?}");
            assert!(!line.text.contains(['\n', '\r', '\u{ad}']), "{line:?}");
            shown += match line.part {
                Part::Text => "",
                Part::Furniture => "= ",
                Part::Note => "^ ",
            };
            shown += if line.after_gap { "¶ " } else { "" };
            shown += &line.text;
            shown.push('\n');
        }
    }
    shown
}

/// Cuts a file off at 200 places and turns 200 of its bytes: whatever comes out, nothing may panic.
pub(super) fn damage(bytes: &[u8], read: impl Fn(&[u8]) -> Result<Printed, Failure>) {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    for place in 0..200 {
        let _ = read(&bytes[..bytes.len() * place / 200]).map(|printed| show(&printed));
    }
    for _ in 0..200 {
        let mut damaged = bytes.to_vec();
        let place = dice.roll(damaged.len());
        damaged[place] ^= u8::try_from(1 + dice.roll(255)).expect("at most 255");
        let _ = read(&damaged).map(|printed| show(&printed));
    }
}

/// Damages the named parts of an archive one after the other and packs it again, so that checksums are right
/// and the damage reaches the reader.
pub(super) fn damage_parts(bytes: &[u8], names: &[&str], read: impl Fn(&[u8]) -> Result<Printed, Failure>) {
    let mut archive = Archive::open(bytes).expect("a sound archive");
    let mut parts = Vec::new();
    for name in archive.names() {
        let part = archive.part(&name).expect("a sound part").expect("the archive named it");
        parts.push((name, String::from_utf8_lossy(&part).into_owned()));
    }
    for damaged in names {
        let sound = parts.iter().find(|(name, _)| name == damaged).expect("the part is there");
        damage(sound.1.as_bytes(), |part| {
            let part = String::from_utf8_lossy(part);
            let all: Vec<(&str, &str)> = parts
                .iter()
                .map(|(name, text)| {
                    (name.as_str(), if name == damaged { part.as_ref() } else { text.as_str() })
                })
                .collect();
            read(&pack_with(CompressionMethod::Stored, &all))
        });
    }
}

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).expect("below a usize")
    }
}
