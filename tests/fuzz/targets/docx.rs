//! Bytes as the parts of a DOCX: the first byte tells how much of them is numbering and styles.
#![no_main]

#[path = "check.rs"]
mod check;
#[path = "pack.rs"]
mod pack;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (document, others) = pack::split(data);
    let types: &[u8] = b"<Types/>";
    check::extract(&pack::pack(&[
        ("[Content_Types].xml", types),
        ("word/document.xml", document),
        ("word/numbering.xml", others),
        ("word/styles.xml", others),
        ("word/footnotes.xml", others),
        ("word/header1.xml", others),
    ]));
});
