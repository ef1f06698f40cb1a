//! From pieces to pages: what stays together, what is repeated, where notes stand in the margin.

use std::collections::VecDeque;

use super::paper::{BOTTOM, LEFT, RIGHT, TOP};
use super::piece::{Anchor, Belongs, Drawing, Piece, Stroke, What};
use crate::files::export::colours::{BORDER, INK_3};

/// A page with everything on it, at places that count from the top of the paper.
pub(super) struct Page {
    pub drawings: Vec<Drawing>,
    /// The section it belongs to, by its place in the publication.
    pub section: usize,
    /// Whether the section begins on it.
    pub first: bool,
}

/// Where an anchor came to stand.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Landing {
    pub page: usize,
    pub y: f32,
}

/// A piece higher than this part of a page is broken rather than moved to the next page …
const HIGH: f32 = 0.4;
/// … if at least this much of the page is left.
const WORTH_BREAKING: f32 = 80.0;
const ROOM: f32 = BOTTOM - TOP;
const BETWEEN_NOTES: f32 = 6.0;

/// The pages that are being filled.
#[derive(Default)]
pub(super) struct Flow {
    pub pages: Vec<Page>,
    landings: Vec<Option<Landing>>,
    /// Where the next piece begins, and the next note in the margin.
    y: f32,
    margin: f32,
    /// Nothing is on the page yet but what is repeated.
    fresh: bool,
    /// Notes that found no room beside their words.
    waiting: VecDeque<Piece>,
    section: usize,
}

impl Flow {
    /// Sets a section, which begins a page.
    pub fn section(&mut self, section: usize, pieces: Vec<Piece>) {
        self.section = section;
        self.begin_page(true);
        self.land(Anchor(section));
        let mut pieces: VecDeque<Piece> = pieces.into();
        while let Some(piece) = pieces.pop_front() {
            if let Some(rest) = self.place(piece, &pieces) {
                pieces.push_front(rest);
            }
        }
        while !self.waiting.is_empty() {
            self.begin_page(false);
        }
    }

    pub fn landing(&self, anchor: Anchor) -> Option<Landing> {
        self.landings.get(anchor.0).copied().flatten()
    }

    fn begin_page(&mut self, first: bool) {
        self.pages.push(Page { drawings: Vec::new(), section: self.section, first });
        self.y = TOP;
        self.margin = TOP;
        self.fresh = true;
        for note in std::mem::take(&mut self.waiting) {
            self.place_note(note, TOP);
        }
    }

    /// Places a piece, or as much of it as fits; the rest comes back.
    fn place(&mut self, piece: Piece, next: &VecDeque<Piece>) -> Option<Piece> {
        let before = if self.fresh { 0.0 } else { piece.before };
        if self.y + before + together(&piece, next) <= BOTTOM {
            self.put(piece, before);
            return None;
        }
        let room = BOTTOM - self.y - before;
        let head = piece.head.as_ref().map_or(0.0, |head| head.height);
        let is_high = piece.height > (ROOM - head) * HIGH && room >= WORTH_BREAKING;
        let is_to_be_broken = is_high && piece.height > room;
        if !self.fresh && !is_to_be_broken {
            self.next_page(&piece);
            return Some(piece);
        }
        if piece.height <= room {
            self.put(piece, before);
            return None;
        }
        match piece.cut(room) {
            Ok((upper, rest)) => {
                self.put(upper, before);
                self.next_page(&rest);
                Some(rest)
            }
            Err(piece) if self.fresh => {
                self.put(piece, before);
                None
            }
            Err(piece) => {
                self.next_page(&piece);
                Some(piece)
            }
        }
    }

    /// A page that begins with a piece: what is repeated above it comes first.
    fn next_page(&mut self, piece: &Piece) {
        self.begin_page(false);
        let Some(head) = &piece.head else { return };
        for drawing in &head.drawings {
            // Said once; on later pages it is for the eye.
            let drawing = Drawing { belongs: Belongs::Ornament, ..drawing.clone() };
            self.draw(drawing.lowered(self.y));
        }
        self.y += head.height;
    }

    fn put(&mut self, piece: Piece, before: f32) {
        let y = self.y + before;
        if let Some(anchor) = piece.anchor {
            self.y = y;
            self.land(anchor);
        }
        if piece.ruled {
            let points = vec![(LEFT, y), (RIGHT, y)];
            self.draw(Drawing::ornament(What::Line { points, stroke: Stroke::plain(BORDER, 0.6) }));
        }
        if let Some(ends) = piece.bracket {
            self.draw(bracket(y, piece.height, ends));
        }
        for drawing in piece.drawings {
            self.draw(drawing.lowered(y));
        }
        self.y = y + piece.height;
        self.fresh = false;
        for note in piece.beside {
            self.place_note(note, y);
        }
    }

    /// A note stands beside its words, or below the note before, or as low as the page allows; else it waits.
    fn place_note(&mut self, note: Piece, beside: f32) {
        let y = beside.max(self.margin).min(BOTTOM - note.height);
        if y >= self.margin && self.waiting.is_empty() {
            self.margin = y + note.height + BETWEEN_NOTES;
            note.drawings.into_iter().for_each(|drawing| self.draw(drawing.lowered(y)));
            return;
        }
        let room = BOTTOM - self.margin;
        if note.height <= ROOM || !self.waiting.is_empty() {
            self.waiting.push_back(note);
            return;
        }
        // Higher than any page: as much of it as fits.
        match note.cut(room) {
            Ok((upper, rest)) => {
                let y = self.margin;
                upper.drawings.into_iter().for_each(|drawing| self.draw(drawing.lowered(y)));
                self.margin = BOTTOM + 1.0;
                self.waiting.push_back(rest);
            }
            Err(note) if self.margin <= TOP => {
                note.drawings.into_iter().for_each(|drawing| self.draw(drawing.lowered(TOP)));
                self.margin = BOTTOM + 1.0;
            }
            Err(note) => self.waiting.push_back(note),
        }
    }

    fn draw(&mut self, drawing: Drawing) {
        self.pages.last_mut().expect("a section begins with a page").drawings.push(drawing);
    }

    fn land(&mut self, anchor: Anchor) {
        if self.landings.len() <= anchor.0 {
            self.landings.resize(anchor.0 + 1, None);
        }
        self.landings[anchor.0] = Some(Landing { page: self.pages.len() - 1, y: self.y });
    }
}

/// The height of a piece and of what it must not be parted from; of the piece alone where no page holds it all.
fn together(piece: &Piece, next: &VecDeque<Piece>) -> f32 {
    let mut height = piece.height;
    let mut last = piece;
    for next in next {
        if !last.with_next {
            break;
        }
        // A high piece is broken anyway; its beginning is enough.
        let needed = if next.height > ROOM * HIGH { WORTH_BREAKING } else { next.height };
        height += next.before + needed;
        last = next;
    }
    if height > ROOM { piece.height } else { height }
}

/// The bracket at the left of a joint answer: open where it goes on over a page.
fn bracket(y: f32, height: f32, (begins, ends): (bool, bool)) -> Drawing {
    let (x, tick) = (LEFT + 1.5, 4.0);
    let mut points = Vec::new();
    if begins {
        points.push((x + tick, y + 5.0));
    }
    points.push((x, if begins { y + 5.0 } else { y }));
    points.push((x, if ends { y + height - 5.0 } else { y + height }));
    if ends {
        points.push((x + tick, y + height - 5.0));
    }
    Drawing::ornament(What::Line { points, stroke: Stroke::plain(INK_3, 0.9) })
}

#[cfg(test)]
mod tests {
    use super::super::paper::QUOTE;
    use super::*;

    /// A piece of so many lines of ten points, each of which says which it is.
    fn piece(name: &str, lines: usize) -> Piece {
        let style = super::super::paper::Style { leading: 10.0, ..QUOTE };
        let line = |line: usize| Drawing {
            belongs: Belongs::Ornament,
            what: What::Words {
                x: LEFT,
                y: line as f32 * 10.0 + style.baseline(),
                style,
                words: format!("{name}{line}"),
            },
        };
        Piece { height: lines as f32 * 10.0, drawings: (0..lines).map(line).collect(), ..Piece::default() }
    }

    fn pages(pieces: Vec<Piece>) -> Vec<Vec<String>> {
        let mut flow = Flow::default();
        flow.section(0, pieces);
        let page = |page: Page| -> Vec<String> {
            let words = page.drawings.into_iter().filter_map(|drawing| {
                let (top, bottom) = drawing.edges();
                assert!(top > TOP - 0.1 && bottom < BOTTOM + 0.1, "{drawing:?} leaves the page");
                match drawing.what {
                    What::Words { words, .. } => Some(words),
                    _ => None,
                }
            });
            words.collect()
        };
        flow.pages.into_iter().map(page).collect()
    }

    fn first_and_last(pages: &[Vec<String>]) -> Vec<(&str, &str)> {
        pages.iter().map(|page| (page[0].as_str(), page[page.len() - 1].as_str())).collect()
    }

    #[test]
    fn what_does_not_fit_goes_to_the_next_page_whole() {
        let set = pages(vec![piece("a", 60), piece("b", 20)]);
        assert_eq!(first_and_last(&set), [("a0", "a59"), ("b0", "b19")]);
    }

    #[test]
    fn a_heading_is_never_the_last_of_a_page() {
        let heading = Piece { with_next: true, ..piece("h", 1) };
        let set = pages(vec![piece("a", 65), heading, piece("b", 20)]);
        assert_eq!(first_and_last(&set), [("a0", "a64"), ("h0", "b19")]);
    }

    #[test]
    fn what_no_page_holds_is_broken_between_its_lines() {
        let set = pages(vec![piece("a", 10), piece("b", 200), piece("c", 1)]);
        assert_eq!(set.len(), 3);
        assert_eq!(set.concat().len(), 211, "nothing is lost");
        assert_eq!((set[0][10].as_str(), set[2].last().map(String::as_str)), ("b0", Some("c0")));
    }

    #[test]
    fn the_head_of_a_table_is_repeated() {
        let head = std::rc::Rc::new(piece("h", 1));
        let row = |name: &str| Piece { head: Some(head.clone()), ..piece(name, 28) };
        let begin = Piece { with_next: true, ..piece("h", 1) };
        let set = pages(vec![begin, row("a"), row("b"), row("c")]);
        assert_eq!(first_and_last(&set), [("h0", "b27"), ("h0", "c27")]);
        let long = Piece { head: Some(head.clone()), ..piece("l", 200) };
        assert!(pages(vec![long]).iter().skip(1).all(|page| page[0] == "h0"));
    }

    #[test]
    fn notes_never_overlap_and_none_is_lost() {
        let words = |name: &str| Piece {
            beside: vec![piece(&format!("{name}-x"), 8), piece(&format!("{name}-y"), 8)],
            ..piece(name, 1)
        };
        let mut flow = Flow::default();
        flow.section(0, (0..12).map(|at| words(&format!("w{at}-"))).collect());
        let mut notes = 0;
        for page in &flow.pages {
            let beside = |drawing: &&Drawing| matches!(&drawing.what, What::Words { words, .. } if words.contains("-x") || words.contains("-y"));
            let edges: Vec<(f32, f32)> = page.drawings.iter().filter(beside).map(Drawing::edges).collect();
            notes += edges.len();
            assert!(edges.windows(2).all(|two| two[0].1 <= two[1].0 + 0.01), "{edges:?}");
            assert!(edges.iter().all(|(_, bottom)| *bottom <= BOTTOM + 0.01));
        }
        assert_eq!(notes, 12 * 16);
        assert!(flow.pages.len() > 2, "the last notes have pages of their own");
    }

    #[test]
    fn anchors_know_their_pages() {
        let anchored = Piece { anchor: Some(Anchor(7)), ..piece("b", 20) };
        let mut flow = Flow::default();
        flow.section(0, vec![piece("a", 60), anchored]);
        assert_eq!(flow.landing(Anchor(0)), Some(Landing { page: 0, y: TOP }));
        assert_eq!(flow.landing(Anchor(7)), Some(Landing { page: 1, y: TOP }));
        assert_eq!(flow.landing(Anchor(3)), None);
        assert_eq!(flow.landing(Anchor(99)), None);
    }
}
