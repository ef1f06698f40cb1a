//! What the streams of a PDF unpack to, counted before the library sees them: it unpacks a stream whole, whatever
//! its size.
//!
//! Streams packed by Deflate are counted, which is what nearly all files use and what packs best. Not counted are
//! the older LZW and run lengths, a stream packed twice, and streams of encrypted files; for these there is the
//! sandbox.

use std::sync::LazyLock;

use flate2::{Decompress, FlushDecompress, Status};
use regex::bytes::Regex;

use super::super::printed::Failure;
use crate::model::ReadingLimit;

/// What one stream may unpack to, in megabytes. A page scanned in colour with 600 dots per inch has 104.
const MAX_STREAM_MEGABYTES: u64 = 256;
/// What all streams together may unpack to, in megabytes: forty times the largest file that is read. It also ends
/// counting in files whose streams lie within one another.
const MAX_STREAMS_MEGABYTES: u64 = 2048;

/// Refuses a file whose streams unpack to more than a paper has.
pub(super) fn check_streams(bytes: &[u8]) -> Result<(), Failure> {
    check_streams_with(bytes, MAX_STREAM_MEGABYTES, MAX_STREAMS_MEGABYTES)
}

fn check_streams_with(bytes: &[u8], most_each: u64, most_together: u64) -> Result<(), Failure> {
    let mut together = 0;
    for stream in streams(bytes) {
        let room = (most_together << 20) - together;
        let unpacked = unpacked_up_to(stream, room.min(most_each << 20));
        if unpacked > most_each << 20 {
            return Err(Failure::OverLimit(ReadingLimit::PdfStreamMegabytes(most_each)));
        }
        if unpacked > room {
            return Err(Failure::OverLimit(ReadingLimit::UnpackedMegabytes(most_together)));
        }
        together += unpacked;
    }
    Ok(())
}

/// The word before the bytes of a stream. Where a stream ends there is `endstream`, which is passed over.
static STREAM: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?-u)(end)?stream(?:\r\n|\n|\r)").expect("a pattern that was tried"));

/// Everything from the beginning of each stream to the end of the file: how long a stream says it is may be wrong.
fn streams(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let words = STREAM.captures_iter(bytes).filter(|word| word.get(1).is_none());
    words.filter_map(|word| Some(&bytes[word.get(0)?.end()..]))
}

/// How many bytes a stream unpacks to; more than `most` where it is more. What is not packed by Deflate breaks off
/// after a few.
fn unpacked_up_to(stream: &[u8], most: u64) -> u64 {
    // The checksum is not looked at, and a head may be missing: the library takes both.
    let mut packed = match stream {
        [kind, check, rest @ ..]
            if kind & 0x0f == 8 && u16::from_be_bytes([*kind, *check]) % 31 == 0 && check & 0x20 == 0 =>
        {
            rest
        }
        _ => stream,
    };
    let mut unpacker = Decompress::new(false);
    let mut piece = vec![0; 1 << 16];
    while unpacker.total_out() <= most {
        let (read, written) = (unpacker.total_in(), unpacker.total_out());
        let status = unpacker.decompress(packed, &mut piece, FlushDecompress::None);
        let used = usize::try_from(unpacker.total_in() - read).unwrap_or(packed.len());
        packed = &packed[used..];
        let is_stuck = used == 0 && unpacker.total_out() == written;
        if is_stuck || !matches!(status, Ok(Status::Ok | Status::BufError)) {
            break;
        }
    }
    unpacker.total_out()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, ZlibEncoder};

    use super::*;

    fn packed(megabytes: usize) -> Vec<u8> {
        let mut packer =
            ZlibEncoder::new(b"1 0 obj<</Filter/FlateDecode>>stream\r\n".to_vec(), Compression::fast());
        packer.write_all(&vec![b' '; megabytes << 20]).expect("memory takes it");
        let mut file = packer.finish().expect("memory takes the end");
        file.extend(b"\nendstream endobj\n");
        file
    }

    #[test]
    fn a_stream_that_unpacks_to_too_much_is_refused() {
        let each = Err(Failure::OverLimit(ReadingLimit::PdfStreamMegabytes(2)));
        assert_eq!(check_streams_with(&packed(2), 2, 8), Ok(()));
        assert_eq!(check_streams_with(&packed(3), 2, 8), each);
        assert_eq!(check_streams_with(&[packed(1), packed(3)].concat(), 2, 8), each);
        // Without the two bytes before the packed ones.
        let mut bare = DeflateEncoder::new(b"stream\n".to_vec(), Compression::fast());
        bare.write_all(&vec![0; 3 << 20]).expect("memory takes it");
        assert_eq!(check_streams_with(&bare.finish().expect("memory takes the end"), 2, 8), each);
        // Cut off, and with a wrong checksum: the library gives what it has.
        let mut cut = packed(3);
        cut.truncate(cut.len() - 22);
        assert_eq!(check_streams_with(&cut, 2, 8), each);
    }

    #[test]
    fn streams_that_unpack_to_too_much_together_are_refused() {
        let four = [packed(2), packed(2), packed(2), packed(2)].concat();
        let together = Err(Failure::OverLimit(ReadingLimit::UnpackedMegabytes(7)));
        assert_eq!(check_streams_with(&four, 2, 8), Ok(()));
        assert_eq!(check_streams_with(&four, 2, 7), together);
    }

    #[test]
    fn what_is_not_packed_is_no_matter() {
        assert_eq!(check_streams_with(b"", 0, 0), Ok(()));
        assert_eq!(check_streams_with(b"stream", 1, 1), Ok(()));
        assert_eq!(check_streams_with(b"stream\nBT (Text) Tj ET\nendstream\n", 1, 1), Ok(()));
    }

    #[test]
    fn a_file_over_the_limit_is_not_handed_to_the_library() {
        let megabytes = usize::try_from(MAX_STREAM_MEGABYTES).expect("few") + 1;
        let file = [b"%PDF-1.4\n".to_vec(), packed(megabytes)].concat();
        let limit = ReadingLimit::PdfStreamMegabytes(MAX_STREAM_MEGABYTES);
        assert_eq!(super::super::read::read(&file), Err(Failure::OverLimit(limit)));
    }
}
