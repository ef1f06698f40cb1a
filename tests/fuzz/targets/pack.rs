//! Archives around bytes.

use std::io::{Cursor, Write};

/// Divides what comes in two.
pub fn split(data: &[u8]) -> (&[u8], &[u8]) {
    let Some((share, rest)) = data.split_first() else { return (&[], &[]) };
    rest.split_at(rest.len() * (255 - usize::from(*share) / 4) / 255)
}

pub fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("memory takes every part");
        zip.write_all(bytes).expect("memory takes every byte");
    }
    zip.finish().expect("memory takes the end").into_inner()
}
