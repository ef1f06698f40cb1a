//! What holds for whole sections but is said only at their ends: how they begin and how notes are numbered.

use super::super::counting::Numeral;
use super::super::xml::{Piece, Tag, Xml};
use super::numbering::numeral;

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Sections {
    /// For each section, whether it begins on a new page.
    pub on_new_page: Vec<bool>,
    pub footnotes: Option<Numeral>,
    pub endnotes: Option<Numeral>,
}

impl Sections {
    pub fn read(document: &str, settings: &str) -> Self {
        let mut sections = Self::default();
        sections.look(settings);
        sections.look(document);
        sections
    }

    fn look(&mut self, text: &str) {
        let mut xml = Xml::new(text);
        while let Some(piece) = xml.next() {
            let Piece::Open(tag) = piece else { continue };
            match tag.name() {
                "sectPr" => {
                    let on_new_page = self.section(&mut xml);
                    self.on_new_page.push(on_new_page);
                }
                "footnotePr" => self.footnotes = format(&mut xml).or(self.footnotes),
                "endnotePr" => self.endnotes = format(&mut xml).or(self.endnotes),
                _ => {}
            }
        }
    }

    /// Reads the section opened last; tells whether it begins on a new page.
    fn section(&mut self, xml: &mut Xml) -> bool {
        let mut on_new_page = true;
        let mut is_endnote = false;
        xml.within(|tag| {
            match tag.name() {
                "type" => {
                    on_new_page =
                        !matches!(tag.attribute("val").as_deref(), Some("continuous" | "nextColumn"));
                }
                "footnotePr" => is_endnote = false,
                "endnotePr" => is_endnote = true,
                "numFmt" if is_endnote => self.endnotes = numbers(tag),
                "numFmt" => self.footnotes = numbers(tag),
                "sectPrChange" => return false,
                _ => {}
            }
            true
        });
        on_new_page
    }
}

fn format(xml: &mut Xml) -> Option<Numeral> {
    let mut found = None;
    xml.within(|tag| {
        if tag.name() == "numFmt" {
            found = numbers(tag);
        }
        true
    });
    found
}

fn numbers(tag: &Tag) -> Option<Numeral> {
    tag.attribute("val").map(|name| numeral(&name))
}
