//! Bytes as a file of this format.
#![no_main]

#[path = "check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let start: &[u8] = b"# A\n\n# B\n\n";
    let bytes = if data.starts_with(&start[..5]) { data.to_vec() } else { [start, data].concat() };
    check::extract(&bytes);
});
