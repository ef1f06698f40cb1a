//! Several files in one archive: DOCX, ODT, QDPX, a package. Without times, so that the same files give the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// An archive of these files in this order. `stored` names those that must not be compressed: some formats want
/// their first file readable as it is.
///
/// # Panics
/// Never: memory takes every byte, and no name of ours is too long for an archive.
#[must_use]
pub fn zipped(files: &[(String, Vec<u8>)], stored: &[&str]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        let is_stored = stored.contains(&path.as_str());
        let method = if is_stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options =
            SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::DEFAULT);
        archive.start_file(path.as_str(), options).expect("a name of ours");
        archive.write_all(bytes).expect("memory takes every byte");
    }
    archive.finish().expect("memory takes every byte").into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let files = [("mimetype".to_owned(), b"a/b".to_vec()), ("x/y.xml".to_owned(), vec![b'x'; 500])];
        let once = zipped(&files, &["mimetype"]);
        assert_eq!(once, zipped(&files, &["mimetype"]));
        assert_eq!(&once[30..41], b"mimetypea/b", "the first file stands there as it is");
        assert!(once.len() < 500, "the rest is compressed");
    }
}
