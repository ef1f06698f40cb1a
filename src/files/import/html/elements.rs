//! What the elements of a web page are to someone who only reads it.

use html5gum::StartTag;

use super::super::counting::Numeral;
use super::super::printed::Part;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Runs along in its line.
    Inline,
    /// Begins and ends a line.
    Block,
    /// A block that keeps its spaces and line breaks.
    Preformatted,
    List,
    Item,
    Row,
    Cell,
    /// Has no content and no end.
    Void,
    /// Raised: where notes are referred to.
    Superscript,
}

pub(super) fn kind(name: &str) -> Kind {
    match name {
        "area" | "base" | "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "param"
        | "source" | "track" | "wbr" => Kind::Void,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "head" | "header" | "hgroup" | "html"
        | "legend" | "main" | "p" | "search" | "section" | "summary" | "table" | "tbody" | "tfoot"
        | "thead" => Kind::Block,
        "listing" | "pre" | "xmp" => Kind::Preformatted,
        "menu" | "ol" | "ul" => Kind::List,
        "li" => Kind::Item,
        "tr" => Kind::Row,
        "td" | "th" => Kind::Cell,
        "sup" => Kind::Superscript,
        _ => Kind::Inline,
    }
}

/// The names of elements that run along in their line, or are not shown.
pub(super) const INLINE: [&str; 47] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "iframe", "ins", "kbd", "label", "map", "mark", "nav", "nobr", "noscript", "object",
    "option", "q", "rp", "rt", "ruby", "s", "samp", "script", "select", "small", "span", "strike", "strong",
    "style", "sub", "svg", "template", "time", "tt", "u", "var",
];

/// Elements a start tag ends by itself, if one is open nearer than the elements named second.
pub(super) fn ends(name: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    match name {
        "li" => Some((&["li"], &["ol", "ul", "menu", "table"])),
        "dt" | "dd" => Some((&["dt", "dd"], &["dl", "table"])),
        "td" | "th" => Some((&["td", "th"], &["tr", "table"])),
        "tr" => Some((&["tr"], &["table"])),
        "thead" | "tbody" | "tfoot" => Some((&["thead", "tbody", "tfoot", "tr"], &["table"])),
        _ if matches!(kind(name), Kind::Block | Kind::List | Kind::Preformatted) || name == "hr" => {
            Some((&["p"], &["td", "th", "caption", "table"]))
        }
        _ => None,
    }
}

/// Elements an end tag cannot reach beyond.
pub(super) fn walls(name: &str) -> &'static [&'static str] {
    match name {
        "table" | "html" | "body" => &[],
        "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "caption" => &["table"],
        "li" => &["ol", "ul", "menu", "td", "th", "table"],
        _ => &["td", "th", "caption", "table"],
    }
}

/// Elements that keep to themselves: no tag within them ends anything around them.
pub(super) const APART: [&str; 6] = ["template", "noscript", "object", "svg", "select", "button"];

pub(super) fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// What a style written into the tag says, without spaces.
fn style(tag: &StartTag<()>) -> String {
    attribute(tag, "style").unwrap_or_default().to_ascii_lowercase().replace(char::is_whitespace, "")
}

/// Whether nobody sees what is in this element, or it only serves to find one's way.
pub(super) fn is_hidden(tag: &StartTag<()>, name: &str) -> bool {
    match name {
        "script" | "style" | "noscript" | "template" | "title" | "nav" | "select" | "option" | "datalist"
        | "textarea" | "button" | "iframe" | "object" | "svg" | "canvas" | "audio" | "video" | "map"
        | "noframes" | "noembed" | "rp" | "rt" => return true,
        "dialog" if attribute(tag, "open").is_none() => return true,
        _ => {}
    }
    let style = style(tag);
    attribute(tag, "hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// What the lines of an element are, if it is different from those around it. `in_content` tells whether
/// the element is within the content of the page: there, a header is the title of a paper.
pub(super) fn part(tag: &StartTag<()>, name: &str, in_content: bool) -> Option<Part> {
    if matches!(name, "header" | "footer") && !in_content {
        return Some(Part::Furniture);
    }
    if name != "div" {
        return None;
    }
    // Writer and Word say so when they save a paper as a web page.
    if matches!(attribute(tag, "title").as_deref(), Some("header" | "footer")) {
        return Some(Part::Furniture);
    }
    let id = attribute(tag, "id").unwrap_or_default();
    let is_note = ["sdfootnote", "sdendnote", "ftn", "edn"].iter().any(|kind| {
        let number = id.strip_prefix(kind);
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    });
    is_note.then_some(Part::Note)
}

/// How the items of a list are marked.
pub(super) fn numeral(tag: &StartTag<()>, name: &str) -> Option<Numeral> {
    let style = style(tag);
    let of_style = style.split(';').rev().find_map(|rule| {
        let value = rule.strip_prefix("list-style-type:").or_else(|| rule.strip_prefix("list-style:"))?;
        match value {
            "none" => Some(Numeral::Nothing),
            "decimal" => Some(Numeral::Decimal),
            "decimal-leading-zero" => Some(Numeral::DecimalZero),
            "lower-alpha" | "lower-latin" => Some(Numeral::LowerLetter),
            "upper-alpha" | "upper-latin" => Some(Numeral::UpperLetter),
            "lower-roman" => Some(Numeral::LowerRoman),
            "upper-roman" => Some(Numeral::UpperRoman),
            "disc" | "circle" | "square" => Some(Numeral::Bullet),
            _ => None,
        }
    });
    let of_type = || match attribute(tag, "type")?.as_str() {
        "1" => Some(Numeral::Decimal),
        "a" => Some(Numeral::LowerLetter),
        "A" => Some(Numeral::UpperLetter),
        "i" => Some(Numeral::LowerRoman),
        "I" => Some(Numeral::UpperRoman),
        _ => None,
    };
    let of_name = || match name {
        "ol" => Some(Numeral::Decimal),
        "ul" | "menu" => Some(Numeral::Bullet),
        _ => None,
    };
    of_style.or_else(of_type).or_else(of_name)
}
