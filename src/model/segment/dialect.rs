//! The print forms of parliaments, as data. A new parliament is an entry here; code only grows when
//! a kind of rule is new.

use super::fences::squashed;
use super::lines::Line;
use crate::model::outline::RemarkBy;
use crate::model::print::Print;

/// How one parliament prints its papers.
#[derive(Debug)]
pub struct Dialect {
    /// Code of the parliament, see [`crate::model::PARLIAMENTS`]; empty for papers of an unknown house.
    pub parliament: &'static str,
    /// What the house calls itself at the top of a page, in small letters without blanks.
    pub house: &'static [&'static str],
    /// Other words that give the house away where its name is not printed, as printed.
    pub tells: &'static [&'static str],
    /// Whose a remark is whose heading does not say („Vorbemerkung:“).
    pub bare_remark: RemarkBy,
    /// Whether something always closes the last answer (a signature, an imprint), so that its absence is a doubt.
    pub closes: bool,
    /// Whether the date at the top is the day of issue even where another one is printed as such.
    pub issued_at_top: bool,
}

const PLAIN: Dialect = Dialect {
    parliament: "",
    house: &[],
    tells: &[],
    bare_remark: RemarkBy::Asker,
    closes: false,
    issued_at_top: false,
};

/// A paper of a house that is not told: everything the forms have in common holds.
pub(super) const GENERAL: Dialect = PLAIN;

/// Every form this program knows. Names that hold another name come first.
const DIALECTS: [Dialect; 17] = [
    Dialect {
        parliament: "NI",
        house: &["niedersächsischerlandtag"],
        tells: &["GO LT", "Niedersächsisch"],
        closes: true,
        ..PLAIN
    },
    Dialect {
        parliament: "ST",
        house: &["landtagvonsachsenanhalt", "landtagsachsenanhalt"],
        tells: &[
            "Kleine Anfrage ‐ KA ",
            "Kleine Anfrage – KA ",
            "Kleine Anfrage - KA ",
            "Landes Sachsen-Anhalt",
        ],
        issued_at_top: true,
        ..PLAIN
    },
    Dialect {
        parliament: "SN",
        house: &["sächsischerlandtag", "sächsischenlandtag"],
        tells: &[
            "Sächsischen Staatsregierung",
            "SÄCHSISCHES STAATSMINISTERIUM",
            "Sächsisches Staatsministerium",
        ],
        closes: true,
        ..PLAIN
    },
    Dialect {
        parliament: "BT",
        house: &["deutscherbundestag"],
        tells: &["– in kleinerer Schrifttype –"],
        closes: true,
        ..PLAIN
    },
    Dialect {
        parliament: "BW",
        house: &["landtagvonbadenwürttemberg"],
        tells: &["www.landtag-bw.de"],
        closes: true,
        ..PLAIN
    },
    Dialect {
        parliament: "BY",
        house: &["bayerischerlandtag"],
        tells: &["Hinweise des Landtagsamts", "bayern.landtag.de", "Bayerischen Landtag"],
        ..PLAIN
    },
    Dialect {
        parliament: "BE",
        house: &["abgeordnetenhausberlin", "abgeordnetenhausvonberlin", "abgeordnetenhaus"],
        tells: &["Senats von Berlin", "Abgeordnetenhauses von Berlin"],
        closes: true,
        ..PLAIN
    },
    Dialect { parliament: "BB", house: &["landtagbrandenburg"], tells: &["Landtag Brandenburg"], ..PLAIN },
    Dialect {
        parliament: "HB",
        house: &["bremischebürgerschaft"],
        tells: &["Bremische Bürgerschaft", "Freien Hansestadt Bremen"],
        ..PLAIN
    },
    Dialect {
        parliament: "HH",
        house: &["bürgerschaftderfreienundhansestadthamburg"],
        tells: &["Schriftliche Kleine Anfrage", "buergerschaft-hh.de", "Freien und Hansestadt Hamburg"],
        ..PLAIN
    },
    Dialect {
        parliament: "HE",
        house: &["hessischerlandtag"],
        tells: &["Hessischer Landtag"],
        closes: true,
        ..PLAIN
    },
    Dialect {
        parliament: "MV",
        house: &["landtagmecklenburgvorpommern"],
        tells: &["Landtag Mecklenburg-Vorpommern"],
        ..PLAIN
    },
    Dialect {
        parliament: "NW",
        house: &["landtagnordrheinwestfalen"],
        tells: &["Landtags Nordrhein-Westfalen", "Landtag Nordrhein-Westfalen"],
        ..PLAIN
    },
    Dialect {
        parliament: "RP",
        house: &["landtagrheinlandpfalz"],
        tells: &["Landtag Rheinland-Pfalz"],
        closes: true,
        ..PLAIN
    },
    Dialect {
        parliament: "SL",
        house: &["landtagdessaarlandes"],
        tells: &["Regierung des Saarlandes"],
        ..PLAIN
    },
    Dialect {
        parliament: "SH",
        house: &["schleswigholsteinischerlandtag"],
        tells: &["Schleswig-Holsteinischer Landtag"],
        ..PLAIN
    },
    Dialect {
        parliament: "TH",
        house: &["thüringerlandtag"],
        tells: &["Thüringer Landtag"],
        bare_remark: RemarkBy::Government,
        ..PLAIN
    },
];

/// The house stands at the top: further down its name may be anything.
const HEAD_LINES: usize = 30;

impl Dialect {
    /// The form of a paper: by the house at its top, by a running head, by other words that tell.
    pub(super) fn of(lines: &[Line<'_>], print: &Print) -> &'static Self {
        let top = lines[..lines.len().min(HEAD_LINES)].iter().map(|line| line.text);
        let heads = print.left_out.iter().map(|out| out.words.as_str());
        for line in top.chain(heads).filter(|line| line.len() < 200) {
            let line = squashed(line);
            let named = |dialect: &&Self| dialect.house.iter().any(|house| line.contains(house));
            if let Some(found) = DIALECTS.iter().find(named) {
                return found;
            }
        }
        let told = |dialect: &&Self| {
            lines.iter().any(|line| dialect.tells.iter().any(|word| line.text.contains(word)))
        };
        DIALECTS.iter().find(told).unwrap_or(&GENERAL)
    }

    /// The code that an outline keeps of the form it was cut by.
    pub(super) fn code(&self) -> &'static str {
        if self.parliament.is_empty() { "general" } else { self.parliament }
    }
}
