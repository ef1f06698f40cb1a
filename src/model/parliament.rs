//! The seventeen parliaments, as data.

/// One parliament whose papers this program reads.
#[derive(Debug, PartialEq, Eq)]
pub struct Parliament {
    /// Short code as in tables: `HE`, `BT`.
    pub code: &'static str,
    /// The state, or what stands for it: `Hessen`, `Bundestag`.
    pub state: &'static str,
    /// The house as it calls itself: `Hessischer Landtag`.
    pub house: &'static str,
}

const fn house(code: &'static str, state: &'static str, house: &'static str) -> Parliament {
    Parliament { code, state, house }
}

pub const PARLIAMENTS: [Parliament; 17] = [
    house("BT", "Bundestag", "Deutscher Bundestag"),
    house("BW", "Baden-Württemberg", "Landtag von Baden-Württemberg"),
    house("BY", "Bayern", "Bayerischer Landtag"),
    house("BE", "Berlin", "Abgeordnetenhaus Berlin"),
    house("BB", "Brandenburg", "Landtag Brandenburg"),
    house("HB", "Bremen", "Bremische Bürgerschaft"),
    house("HH", "Hamburg", "Bürgerschaft der Freien und Hansestadt Hamburg"),
    house("HE", "Hessen", "Hessischer Landtag"),
    house("MV", "Mecklenburg-Vorpommern", "Landtag Mecklenburg-Vorpommern"),
    house("NI", "Niedersachsen", "Niedersächsischer Landtag"),
    house("NW", "Nordrhein-Westfalen", "Landtag Nordrhein-Westfalen"),
    house("RP", "Rheinland-Pfalz", "Landtag Rheinland-Pfalz"),
    house("SL", "Saarland", "Landtag des Saarlandes"),
    house("SN", "Sachsen", "Sächsischer Landtag"),
    house("ST", "Sachsen-Anhalt", "Landtag von Sachsen-Anhalt"),
    house("SH", "Schleswig-Holstein", "Schleswig-Holsteinischer Landtag"),
    house("TH", "Thüringen", "Thüringer Landtag"),
];

/// The parliament with this code.
#[must_use]
pub fn parliament(code: &str) -> Option<&'static Parliament> {
    PARLIAMENTS.iter().find(|parliament| parliament.code == code)
}
