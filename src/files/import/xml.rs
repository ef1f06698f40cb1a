//! XML piece by piece, always well nested: what a damaged file leaves open is closed when it ends.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{XmlVersion, escape};

/// Elements within elements. Papers stay far below; what is deeper was made to harm.
const DEEPEST: usize = 1000;

/// The next thing in a file. Every `Open` has its `Close`, empty elements too.
pub(super) enum Piece<'a> {
    Open(Tag<'a>),
    Close,
    /// Text with its entities resolved. May come in several pieces.
    Text(Cow<'a, str>),
}

/// An opening tag. Names are told without their prefixes, which every program chooses for itself.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    pub fn name(&self) -> &str {
        std::str::from_utf8(self.0.local_name().into_inner()).unwrap_or_default()
    }

    /// For the few elements whose names say too little.
    pub fn prefix(&self) -> &str {
        let prefix = self.0.name().prefix().map(quick_xml::name::Prefix::into_inner);
        std::str::from_utf8(prefix.unwrap_or_default()).unwrap_or_default()
    }

    pub fn attribute(&self, name: &str) -> Option<String> {
        // Attributes given twice are an error nobody needs to hear about, and looking for them takes time.
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name.as_bytes())?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.trim().parse().ok()
    }
}

pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    is_over: bool,
    broken: Option<String>,
    declares: bool,
}

/// The characters of an XML file: UTF-16 if it is marked so, else UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    encoding_rs::UTF_8.decode(bytes).0
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0, is_over: false, broken: None, declares: false }
    }

    /// Whether the file declared a document type, and perhaps entities of its own. They are never followed.
    pub fn declares(&self) -> bool {
        self.declares
    }

    /// Why reading ended before the file did.
    pub fn broken(self) -> Option<String> {
        self.broken
    }

    pub fn next(&mut self) -> Option<Piece<'a>> {
        while !self.is_over {
            match self.reader.read_event() {
                Ok(Event::Start(_)) if self.depth == DEEPEST => self.stop("elements nested too deeply"),
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    return Some(Piece::Open(Tag(start)));
                }
                Ok(Event::End(_)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Piece::Close);
                }
                Ok(Event::Text(text)) => return Some(Piece::Text(text.decode().unwrap_or_default())),
                Ok(Event::CData(text)) => return Some(Piece::Text(text.decode().unwrap_or_default())),
                Ok(Event::GeneralRef(name)) => {
                    let name = name.decode().unwrap_or_default();
                    return Some(Piece::Text(resolve(&name).into()));
                }
                Ok(Event::DocType(_)) => self.declares = true,
                Ok(Event::Eof) if self.depth == 0 => self.is_over = true,
                Ok(Event::Eof) => self.stop("the file ends within an element"),
                Ok(_) => {}
                Err(error) => self.stop(&error.to_string()),
            }
        }
        let is_open = self.depth > 0;
        self.depth = self.depth.saturating_sub(1);
        is_open.then_some(Piece::Close)
    }

    /// Passes over the element opened last, its end included.
    pub fn skip(&mut self) {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next().is_some() {}
    }

    /// Shows every element inside the one opened last and passes its end. `enter` tells whether to look inside.
    pub fn within(&mut self, mut enter: impl FnMut(&Tag<'a>) -> bool) {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside
            && let Some(piece) = self.next()
        {
            if let Piece::Open(tag) = piece
                && !enter(&tag)
            {
                self.skip();
            }
        }
    }

    /// Shows every child of the element opened last and passes its end. What `child` does not read of a child is
    /// passed over.
    pub fn children(&mut self, mut child: impl FnMut(&mut Self, &Tag<'a>)) {
        let inside = self.depth;
        let outside = inside.saturating_sub(1);
        while self.depth > outside
            && let Some(piece) = self.next()
        {
            if let Piece::Open(tag) = piece {
                child(self, &tag);
                while self.depth > inside && self.next().is_some() {}
            }
        }
    }

    /// All characters inside the element opened last; passes its end.
    pub fn text_within(&mut self) -> String {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside
            && let Some(piece) = self.next()
        {
            if let Piece::Text(piece) = piece {
                text += &piece;
            }
        }
        text
    }

    fn stop(&mut self, reason: &str) {
        self.is_over = true;
        self.broken = Some(reason.to_owned());
    }
}

/// What an entity stands for. Those a file defines for itself are not followed: they can grow without end.
fn resolve(name: &str) -> String {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => number.parse().ok(),
        };
        return code.and_then(char::from_u32).map(String::from).unwrap_or_default();
    }
    escape::resolve_xml_entity(name).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let mut xml = Xml::new(text);
        let mut told = String::new();
        while let Some(piece) = xml.next() {
            match piece {
                Piece::Open(tag) if tag.name() == "skip" => xml.skip(),
                Piece::Open(tag) => told.extend(["(", tag.name()]),
                Piece::Close => told.push(')'),
                Piece::Text(text) => told.extend([" ", &text]),
            }
        }
        assert_eq!(told, expect, "{text}");
    }

    #[test]
    fn pieces_are_well_nested_whatever_the_file_does() {
        check("<w:a><b/>Text</w:a>", "(a(b) Text)");
        check("<a><b>Text", "(a(b Text))");
        check("<a><b>Text</a>", "(a(b Text))");
        check("<a>1<skip><b>2</b></skip>3</a>", "(a 1 3)");
        check("<a>1<skip><b>2", "(a 1)");
        check("</a>", "");
        check("", "");
    }

    #[test]
    fn entities_are_resolved_once() {
        check("<a>&amp;&#xE4;&#228;&mine;</a>", "(a & ä ä )");
        check("<a>Müller & Söhne</a>", "(a Müller  & Söhne)");
        let tag = Xml::new("<a w:val='&lt;ä&#9;'/>").next();
        let Some(Piece::Open(tag)) = tag else { panic!("an opening tag") };
        assert_eq!(tag.attribute("val").as_deref(), Some("<ä\t"));
    }

    #[test]
    fn within_stops_at_the_end_and_passes_over() {
        let mut xml = Xml::new("<a><p><x/><no><y/></no><z><w/></z></p><q/></a>");
        let mut seen = Vec::new();
        xml.next();
        xml.next();
        xml.within(|tag| {
            seen.push(tag.name().to_owned());
            tag.name() != "no"
        });
        assert_eq!(seen, ["x", "no", "z", "w"]);
        let Some(Piece::Open(next)) = xml.next() else { panic!("an opening tag") };
        assert_eq!(next.name(), "q");
    }

    #[test]
    fn depth_has_an_end() {
        let deep = "<a>".repeat(100_000);
        let mut xml = Xml::new(&deep);
        while xml.next().is_some() {}
        assert_eq!(xml.broken().as_deref(), Some("elements nested too deeply"));
    }
}
