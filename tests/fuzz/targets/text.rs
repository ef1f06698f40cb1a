//! Bytes as a text file in whatever encoding.
#![no_main]

#[path = "check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    check::document(landtag_annotator::files::import::document("x.txt", data));
});
