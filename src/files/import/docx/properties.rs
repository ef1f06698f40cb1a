//! What a paragraph says about itself in `w:pPr`, as far as it shows in the text.

use super::super::xml::{Tag, Xml};

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Properties {
    pub style: Option<String>,
    /// The list, by the name `numbering.xml` gives it. "0" is none.
    pub list: Option<String>,
    /// The level in the list, from zero.
    pub depth: Option<usize>,
    pub page_before: Option<bool>,
    /// A section ends with this paragraph.
    pub ends_section: bool,
    /// The end of the paragraph was deleted: it goes on with the next one.
    pub end_is_deleted: bool,
}

impl Properties {
    /// Reads the `w:pPr` opened last, with its end.
    pub fn read(xml: &mut Xml) -> Self {
        let mut properties = Self::default();
        xml.within(|tag| {
            match tag.name() {
                "pStyle" => properties.style = tag.attribute("val"),
                "numId" => properties.list = tag.attribute("val"),
                "ilvl" => properties.depth = tag.number("val"),
                "pageBreakBefore" => properties.page_before = Some(is_on(tag)),
                "del" => properties.end_is_deleted = true,
                "sectPr" => {
                    properties.ends_section = true;
                    return false;
                }
                // What was so before a change.
                "pPrChange" | "rPrChange" => return false,
                _ => {}
            }
            true
        });
        properties
    }
}

/// Whether a property that is on or off is on. Without a value it is.
pub(super) fn is_on(tag: &Tag) -> bool {
    !matches!(tag.attribute("val").as_deref(), Some("0" | "false" | "off"))
}
