//! The styles of an ODT: those that people see, and the page.

use std::fmt::Write;

use super::package::{SPACES, locale, points};
use crate::files::export::flow::{
    Align, Look, MARGIN_X, MARGIN_Y, PAGE_HEIGHT, PAGE_WIDTH, SANS, SERIF, Style, Tab, WIDTH,
};
use crate::model::Language;

/// Typefaces by name, for both files that use them.
pub(super) fn faces() -> String {
    format!(
        "<office:font-face-decls><style:font-face style:name=\"{SANS}\" svg:font-family=\"{SANS}\" style:font-family-generic=\"swiss\"/>\
         <style:font-face style:name=\"{SERIF}\" svg:font-family=\"&apos;{SERIF}&apos;\" style:font-family-generic=\"roman\"/>\
         </office:font-face-decls>"
    )
}

pub(super) fn styles(language: Language) -> String {
    let mut out = format!(
        "<office:document-styles {SPACES}>{faces}<office:styles>\
         <style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:orphans=\"2\" fo:widows=\"2\"/>\
         <style:text-properties style:font-name=\"{SANS}\" fo:font-size=\"8.5pt\" {locale} fo:hyphenate=\"true\" \
         fo:hyphenation-remain-char-count=\"4\" fo:hyphenation-push-char-count=\"4\"/></style:default-style>\
         <style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\"/>\
         <style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\" style:family=\"text\"/>\
         <style:style style:name=\"Visited_20_Internet_20_Link\" style:display-name=\"Visited Internet Link\" style:family=\"text\"/>\
         <style:style style:name=\"Footer\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">\
         <style:paragraph-properties fo:text-align=\"end\"/><style:text-properties fo:font-size=\"7.5pt\" fo:color=\"#625E56\"/></style:style>",
        faces = faces(),
        locale = locale(language),
    );
    for style in Style::ALL {
        push(&mut out, &style.look());
    }
    let _ = write!(
        out,
        "</office:styles><office:automatic-styles><style:page-layout style:name=\"A4\">\
         <style:page-layout-properties fo:page-width=\"{width}\" fo:page-height=\"{height}\" style:print-orientation=\"portrait\" \
         fo:margin-left=\"{x}\" fo:margin-right=\"{x}\" fo:margin-top=\"{y}\" fo:margin-bottom=\"20pt\"/>\
         <style:footer-style><style:header-footer-properties fo:min-height=\"18pt\" fo:margin-top=\"8pt\"/></style:footer-style>\
         </style:page-layout></office:automatic-styles><office:master-styles>\
         <style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"><style:footer>\
         <text:p text:style-name=\"Footer\"><text:page-number text:select-page=\"current\">1</text:page-number></text:p>\
         </style:footer></style:master-page></office:master-styles></office:document-styles>",
        width = points(PAGE_WIDTH),
        height = points(PAGE_HEIGHT),
        x = points(MARGIN_X),
        y = points(MARGIN_Y),
    );
    out
}

/// The name of a style in the file, and the one that people see where it differs.
pub(super) fn style_name(look: &Look) -> (String, String) {
    match look.outline {
        Some(level) => (format!("Heading_20_{level}"), format!(" style:display-name=\"Heading {level}\"")),
        None if look.name.contains(' ') => {
            (look.name.replace(' ', "_20_"), format!(" style:display-name=\"{}\"", look.name))
        }
        None => (look.name.to_owned(), String::new()),
    }
}

fn push(out: &mut String, look: &Look) {
    let (name, shown) = style_name(look);
    let outline =
        look.outline.map(|level| format!(" style:default-outline-level=\"{level}\"")).unwrap_or_default();
    let _ = write!(
        out,
        "<style:style style:name=\"{name}\"{shown} style:family=\"paragraph\" style:parent-style-name=\"Standard\"{outline}>\
         <style:paragraph-properties fo:margin-top=\"{before}\" fo:margin-bottom=\"{after}\" fo:line-height=\"{line}%\"",
        before = points(look.before),
        after = points(look.after),
        line = look.line,
    );
    if look.align == Align::Centre {
        out.push_str(" fo:text-align=\"center\"");
    }
    if look.with_next {
        out.push_str(" fo:keep-with-next=\"always\"");
    }
    if let Tab::Hanging(tab) = look.tab {
        let tab = points(tab);
        let _ = write!(out, " fo:margin-left=\"{tab}\" fo:text-indent=\"-{tab}\"");
    }
    out.push('>');
    if look.tab == Tab::Right {
        let _ = write!(
            out,
            "<style:tab-stops><style:tab-stop style:position=\"{}\" style:type=\"right\"/></style:tab-stops>",
            points(WIDTH)
        );
    }
    out.push_str("</style:paragraph-properties><style:text-properties");
    if look.face != SANS {
        let _ = write!(out, " style:font-name=\"{}\"", look.face);
    }
    if !look.hyphens() {
        out.push_str(" fo:hyphenate=\"false\"");
    }
    if look.bold {
        out.push_str(" fo:font-weight=\"bold\"");
    }
    if look.italic {
        out.push_str(" fo:font-style=\"italic\"");
    }
    let _ = write!(
        out,
        " fo:font-size=\"{}pt\" fo:color=\"#{}\"/></style:style>",
        f64::from(look.size) / 2.0,
        look.colour.hex()
    );
}
