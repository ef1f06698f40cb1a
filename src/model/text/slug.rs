//! Words as names that every program takes: files, variables, keys of a bibliography.

use unicode_normalization::UnicodeNormalization;

/// The ASCII letters and digits of a text, whatever is between them as one `joint`: `Jörg Weiß` is `Joerg_Weiss`.
/// Empty where there are none.
#[must_use]
pub fn slug(text: &str, joint: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |c: char| {
        // An accent that was parted from its letter ends no word.
        if ('\u{300}'..'\u{370}').contains(&c) {
            return;
        }
        if !c.is_ascii_alphanumeric() {
            gap = true;
            return;
        }
        if gap && !out.is_empty() {
            out.push(joint);
        }
        gap = false;
        out.push(c);
    };
    for c in text.nfc() {
        let written = match c {
            'ä' => "ae",
            'ö' => "oe",
            'ü' => "ue",
            'Ä' => "Ae",
            'Ö' => "Oe",
            'Ü' => "Ue",
            'ß' | 'ẞ' => "ss",
            _ => "",
        };
        if written.is_empty() {
            std::iter::once(c).nfkd().for_each(&mut push);
        } else {
            written.chars().for_each(&mut push);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ascii_is_left() {
        assert_eq!(slug("Hessen 21/2112", '-'), "Hessen-21-2112");
        assert_eq!(slug("  Nürnberg, St. André ", '_'), "Nuernberg_St_Andre");
        assert_eq!(slug("Gro\u{308}ße", '_'), "Groesse");
        assert_eq!(slug("../../etc", '-'), "etc");
        assert_eq!(slug("→", '-'), "");
    }
}
