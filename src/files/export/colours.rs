//! The colours of printed pages and drawings: those of the window by day.

use crate::model::Swatch;

/// Red, green, blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// `00735A`, as every format wants it, with a `#` or without.
    #[must_use]
    pub fn hex(self) -> String {
        format!("{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}

pub const INK: Colour = Colour(0x1d, 0x1b, 0x18);
pub const INK_2: Colour = Colour(0x52, 0x4e, 0x47);
pub const INK_3: Colour = Colour(0x62, 0x5e, 0x56);
pub const BORDER: Colour = Colour(0x8b, 0x86, 0x7c);
pub const LINE: Colour = Colour(0xe0, 0xdc, 0xd4);
pub const PAPER: Colour = Colour(0xff, 0xff, 0xff);

/// A tag on paper: the fill, letters on the fill, words on paper, a tint behind words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tints {
    pub fill: Colour,
    pub on: Colour,
    pub text: Colour,
    pub tint: Colour,
}

#[must_use]
pub fn tints(swatch: Swatch) -> Tints {
    let on = PAPER;
    match swatch {
        Swatch::Green => Tints {
            fill: Colour(0, 0x73, 0x5a),
            on,
            text: Colour(0, 0x6b, 0x53),
            tint: Colour(0xe2, 0xf1, 0xeb),
        },
        Swatch::Orange => Tints {
            fill: Colour(0xb3, 0x59, 0),
            on,
            text: Colour(0x96, 0x49, 0),
            tint: Colour(0xfb, 0xed, 0xdd),
        },
        Swatch::Blue => Tints {
            fill: Colour(0x3b, 0x4c, 0xc0),
            on,
            text: Colour(0x37, 0x47, 0xb5),
            tint: Colour(0xe9, 0xec, 0xfb),
        },
        Swatch::Plum => Tints {
            fill: Colour(0x7a, 0x3e, 0x6b),
            on,
            text: Colour(0x7a, 0x3e, 0x6b),
            tint: Colour(0xf4, 0xea, 0xf1),
        },
        Swatch::Olive => Tints {
            fill: Colour(0x5f, 0x5f, 0),
            on,
            text: Colour(0x5f, 0x5f, 0),
            tint: Colour(0xf1, 0xf1, 0xdf),
        },
        Swatch::Teal => Tints {
            fill: Colour(0x0b, 0x6e, 0x8f),
            on,
            text: Colour(0x0b, 0x6e, 0x8f),
            tint: Colour(0xe2, 0xf0, 0xf5),
        },
    }
}
