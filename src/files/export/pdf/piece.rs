//! What is set before it is on a page: drawings at places that count from the top of a piece.

use std::rc::Rc;

use super::paper::Style;
use super::structure::Element;
use crate::files::export::colours::Colour;

/// What a drawing belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Belongs {
    To(Element),
    /// Rules and ornaments: nothing is said of them.
    Ornament,
    RunningTitle,
    PageNumber,
}

/// A place that a link leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Anchor(pub usize);

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

#[derive(Clone, PartialEq, Debug)]
pub(super) struct Drawing {
    pub belongs: Belongs,
    pub what: What,
}

#[derive(Clone, PartialEq, Debug)]
pub(super) enum What {
    /// One line; `y` is its baseline.
    Words {
        x: f32,
        y: f32,
        style: Style,
        words: String,
    },
    /// The number of the page of an anchor, ending at `right`.
    PageOf {
        right: f32,
        y: f32,
        style: Style,
        anchor: Anchor,
    },
    /// Radii of the corners, from top left clockwise.
    Box {
        area: Area,
        radii: [f32; 4],
        fill: Option<Colour>,
        stroke: Option<Stroke>,
    },
    /// A line through points.
    Line {
        points: Vec<(f32, f32)>,
        stroke: Stroke,
    },
    /// A wave from `x` to `to`.
    Wave {
        x: f32,
        to: f32,
        y: f32,
        stroke: Stroke,
    },
    Dot {
        x: f32,
        y: f32,
        radius: f32,
        fill: Colour,
        stroke: Stroke,
    },
    /// A place that is clicked.
    Link {
        area: Area,
        anchor: Anchor,
        words: String,
    },
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Stroke {
    pub colour: Colour,
    pub width: f32,
    /// Lengths of strokes and gaps; empty for an unbroken line.
    pub dashes: &'static [f32],
}

impl Stroke {
    pub const fn plain(colour: Colour, width: f32) -> Self {
        Self { colour, width, dashes: &[] }
    }

    pub const fn dotted(colour: Colour, width: f32) -> Self {
        Self { colour, width, dashes: &[1.5, 1.5] }
    }
}

/// What stays together on a page as long as it fits on one.
#[derive(Clone, Default)]
pub(super) struct Piece {
    pub height: f32,
    /// Space above it, unless it begins a page.
    pub before: f32,
    /// Not to be the last of a page.
    pub with_next: bool,
    pub drawings: Vec<Drawing>,
    /// Notes in the margin, which stand no higher than this.
    pub beside: Vec<Piece>,
    /// A rule across the page above it.
    pub ruled: bool,
    /// Its part of a bracket at the left: whether the bracket begins here and ends here.
    pub bracket: Option<(bool, bool)>,
    pub anchor: Option<Anchor>,
    /// Repeated above it where it begins a page.
    pub head: Option<Rc<Piece>>,
}

impl Drawing {
    pub fn ornament(what: What) -> Self {
        Self { belongs: Belongs::Ornament, what }
    }

    /// A line of words whose top is at a height.
    pub fn line(belongs: Belongs, style: Style, words: &str, x: f32, top: f32) -> Self {
        Self { belongs, what: What::Words { x, y: top + style.baseline(), style, words: words.to_owned() } }
    }

    /// The same, further down.
    #[must_use]
    pub fn lowered(mut self, by: f32) -> Self {
        match &mut self.what {
            What::Words { y, .. } | What::PageOf { y, .. } | What::Wave { y, .. } | What::Dot { y, .. } => {
                *y += by;
            }
            What::Box { area, .. } | What::Link { area, .. } => area.y += by,
            What::Line { points, .. } => points.iter_mut().for_each(|(_, y)| *y += by),
        }
        self
    }

    /// Upper and lower edge.
    pub fn edges(&self) -> (f32, f32) {
        match &self.what {
            What::Words { y, style, .. } | What::PageOf { y, style, .. } => {
                let top = y - style.baseline();
                (top, top + style.leading)
            }
            What::Box { area, .. } | What::Link { area, .. } => (area.y, area.y + area.height),
            What::Line { points, .. } => {
                let ys = || points.iter().map(|(_, y)| *y);
                (ys().fold(f32::MAX, f32::min), ys().fold(f32::MIN, f32::max))
            }
            What::Wave { y, .. } => (*y, *y),
            What::Dot { y, radius, .. } => (y - radius, y + radius),
        }
    }
}

impl Piece {
    /// Cuts a piece that is higher than the room: what ends above the cut, and the rest, which begins at its top.
    /// None where nothing fits.
    pub fn cut(mut self, room: f32) -> Result<(Self, Self), Self> {
        let (upper, lower): (Vec<Drawing>, Vec<Drawing>) =
            self.drawings.into_iter().partition(|drawing| drawing.edges().1 <= room + 0.01);
        if upper.is_empty() || lower.is_empty() {
            self.drawings = if upper.is_empty() { lower } else { upper };
            return Err(self);
        }
        let top = lower.iter().map(|drawing| drawing.edges().0).fold(f32::MAX, f32::min);
        let rest = Self {
            height: self.height - top,
            before: 0.0,
            with_next: self.with_next,
            drawings: lower.into_iter().map(|drawing| drawing.lowered(-top)).collect(),
            bracket: self.bracket.map(|(_, ends)| (false, ends)),
            head: self.head.clone(),
            ..Self::default()
        };
        let height = upper.iter().map(|drawing| drawing.edges().1).fold(0.0, f32::max);
        let bracket = self.bracket.map(|(begins, _)| (begins, false));
        Ok((Self { height, with_next: false, drawings: upper, bracket, ..self }, rest))
    }
}
