//! Bytes as the parts of an ODT: the first byte tells how much of them is styles.
#![no_main]

#[path = "check.rs"]
mod check;
#[path = "pack.rs"]
mod pack;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (content, styles) = pack::split(data);
    let kind: &[u8] = b"application/vnd.oasis.opendocument.text";
    check::extract(&pack::pack(&[("mimetype", kind), ("content.xml", content), ("styles.xml", styles)]));
});
