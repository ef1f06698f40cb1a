//! The styles of paragraphs (`styles.xml`), as far as they number paragraphs or turn pages.

use std::collections::HashMap;

use super::super::xml::{Piece, Xml};
use super::properties::Properties;

/// A style is based on another and that on another. Circles end here.
const LONGEST_CHAIN: usize = 32;

#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    properties: Properties,
}

impl Styles {
    pub fn read(text: &str) -> Self {
        let mut found = Self::default();
        let mut current: Option<(String, Style)> = None;
        let mut xml = Xml::new(text);
        while let Some(piece) = xml.next() {
            let Piece::Open(tag) = piece else { continue };
            match tag.name() {
                "style" => {
                    found.styles.extend(current.take());
                    let Some(id) = tag.attribute("styleId") else { continue };
                    let is_default = matches!(tag.attribute("default").as_deref(), Some("1" | "true" | "on"));
                    if is_default && tag.attribute("type").as_deref() == Some("paragraph") {
                        found.default = Some(id.clone());
                    }
                    current = Some((id, Style::default()));
                }
                "basedOn" => {
                    if let Some((_, style)) = &mut current {
                        style.based_on = tag.attribute("val");
                    }
                }
                "pPr" => {
                    let properties = Properties::read(&mut xml);
                    if let Some((_, style)) = &mut current {
                        style.properties = properties;
                    }
                }
                // Styles of tables hold the properties of their corners and stripes.
                "docDefaults" | "tblStylePr" | "rPr" => xml.skip(),
                _ => {}
            }
        }
        found.styles.extend(current);
        found
    }

    /// The styles that hold for a paragraph, its own first.
    fn chain<'s>(&'s self, style: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = style.or(self.default.as_deref());
        let chain = std::iter::from_fn(move || {
            let id = next?;
            let style = self.styles.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        });
        chain.take(LONGEST_CHAIN)
    }

    pub fn names<'s>(&'s self, style: Option<&'s str>) -> impl Iterator<Item = &'s str> {
        self.chain(style).map(|(id, _)| id)
    }

    pub fn list<'s>(&'s self, style: Option<&'s str>) -> Option<&'s str> {
        self.chain(style).find_map(|(_, style)| style.properties.list.as_deref())
    }

    pub fn depth(&self, style: Option<&str>) -> Option<usize> {
        self.chain(style).find_map(|(_, style)| style.properties.depth)
    }

    pub fn page_before(&self, style: Option<&str>) -> bool {
        self.chain(style).find_map(|(_, style)| style.properties.page_before).unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_takes_what_its_base_says() {
        let styles = Styles::read(
            "<styles><style styleId='A' type='paragraph' default='1'><pPr><pageBreakBefore/></pPr></style>
             <style styleId='B'><basedOn val='A'/><pPr><numPr><numId val='7'/></numPr></pPr></style>
             <style styleId='C'><basedOn val='B'/><pPr><numPr><ilvl val='2'/></numPr></pPr></style></styles>",
        );
        assert_eq!((styles.list(Some("C")), styles.depth(Some("C"))), (Some("7"), Some(2)));
        assert!(styles.page_before(Some("C")) && styles.page_before(None));
        assert_eq!(styles.list(None), None);
    }

    #[test]
    fn a_circle_of_styles_ends() {
        let styles = Styles::read(
            "<styles><style styleId='A'><basedOn val='B'/></style>
             <style styleId='B'><basedOn val='A'/></style></styles>",
        );
        assert_eq!(styles.list(Some("A")), None);
        assert_eq!(styles.names(Some("A")).count(), LONGEST_CHAIN);
    }
}
