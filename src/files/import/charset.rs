//! From bytes to characters, for formats that may say their encoding themselves.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A byte order mark decides; then what the file says; then whether it is UTF-8. Else Windows wrote it.
pub(super) fn decode(bytes: &[u8], said: Option<&'static Encoding>) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode_with_bom_removal(bytes).0.into_owned();
    }
    let is_utf8 = || std::str::from_utf8(bytes).is_ok();
    let encoding = said.unwrap_or_else(|| if is_utf8() { UTF_8 } else { WINDOWS_1252 });
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mark_before_word_before_guess() {
        let check = |bytes: &[u8], said: &str, expect: &str| {
            assert_eq!(decode(bytes, Encoding::for_label(said.as_bytes())), expect);
        };
        check("\u{feff}ä".as_bytes(), "latin1", "ä");
        check(b"\xff\xfe\xe4\x00", "", "ä");
        check("ä".as_bytes(), "", "ä");
        check(b"\xe4 \x84x\x93", "", "ä „x“");
        check(b"\xe4", "iso-8859-2", "ä");
        check(b"\xe4", "utf-8", "\u{fffd}");
    }
}
