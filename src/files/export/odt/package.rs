//! The files of an ODT and how they belong together.

use jiff::civil::Date;

use super::{body, styles};
use crate::files::export::flow::flow;
use crate::files::export::xml::{DECLARATION, escaped};
use crate::files::export::zipped;
use crate::model::Language;
use crate::model::analysis::summary::Publication;

const MIME: &str = "application/vnd.oasis.opendocument.text";

pub(super) const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"";

const MANIFEST: &str = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\
    <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\
    <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
    <manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\
    <manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";

/// The pages as ODT, dated to a day. The same pages and day always give the same bytes.
#[must_use]
pub fn odt(publication: &Publication, day: Date) -> Vec<u8> {
    let flow = flow(publication);
    let parts = [
        ("content.xml", body::content(&flow)),
        ("styles.xml", styles::styles(flow.language)),
        ("meta.xml", meta(&flow.title, flow.language, day)),
        ("META-INF/manifest.xml", MANIFEST.to_owned()),
    ];
    // The kind of file stands first and readable, so that systems know it without unpacking.
    let mut files = vec![("mimetype".to_owned(), MIME.as_bytes().to_vec())];
    files.extend(
        parts.into_iter().map(|(path, xml)| (path.to_owned(), (DECLARATION.to_owned() + &xml).into_bytes())),
    );
    zipped(&files, &["mimetype"])
}

/// Language and country as `OpenDocument` writes them.
pub(super) fn locale(language: Language) -> &'static str {
    match language {
        Language::German => "fo:language=\"de\" fo:country=\"DE\"",
        Language::English => "fo:language=\"en\" fo:country=\"GB\"",
    }
}

fn meta(title: &str, language: Language, day: Date) -> String {
    let locale = match language {
        Language::German => "de-DE",
        Language::English => "en-GB",
    };
    format!(
        "<office:document-meta {SPACES}><office:meta><meta:generator>Landtag Annotator</meta:generator>\
         <dc:title>{title}</dc:title><dc:language>{locale}</dc:language>\
         <meta:creation-date>{day}T00:00:00</meta:creation-date><dc:date>{day}T00:00:00</dc:date>\
         </office:meta></office:document-meta>",
        title = escaped(&title.replace('\n', " ")),
    )
}

/// Twips as points.
pub(super) fn points(twips: u32) -> String {
    format!("{}.{:02}pt", twips / 20, twips % 20 * 5)
}
