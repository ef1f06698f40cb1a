//! The styles of a DOCX.

use std::fmt::Write;

use super::package::{W, default_face, locale};
use crate::files::export::flow::{Align, Look, SANS, Style, Tab, WIDTH};
use crate::model::Language;

pub(super) fn styles(language: Language) -> String {
    let mut out = format!(
        "<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{face}<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>\
         <w:lang w:val=\"{lang}\" w:eastAsia=\"{lang}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/><w:semiHidden/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:semiHidden/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>\
         <w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"SheetTable\"><w:name w:val=\"Sheet Table\"/>\
         <w:basedOn w:val=\"TableNormal\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Footer\"><w:name w:val=\"footer\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:jc w:val=\"right\"/></w:pPr><w:rPr><w:color w:val=\"625E56\"/><w:sz w:val=\"15\"/></w:rPr></w:style>",
        face = default_face(),
        lang = locale(language),
    );
    for style in Style::ALL {
        push(&mut out, &style.look());
    }
    out + "</w:styles>"
}

fn push(out: &mut String, look: &Look) {
    let custom =
        if look.name.contains("eading ") || look.name == "Title" { "" } else { " w:customStyle=\"1\"" };
    // Elements stand in the order of the schema.
    let _ = write!(
        out,
        "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:qFormat/><w:pPr>",
        look.id, look.name
    );
    if look.with_next {
        out.push_str("<w:keepNext/>");
    }
    match look.tab {
        Tab::None => {}
        Tab::Hanging(at) => {
            let _ = write!(out, "<w:tabs><w:tab w:val=\"left\" w:pos=\"{at}\"/></w:tabs>");
        }
        Tab::Right => {
            let _ = write!(out, "<w:tabs><w:tab w:val=\"right\" w:pos=\"{WIDTH}\"/></w:tabs>");
        }
    }
    if !look.hyphens() {
        out.push_str("<w:suppressAutoHyphens/>");
    }
    let _ = write!(
        out,
        "<w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"{}\" w:lineRule=\"auto\"/>",
        look.before,
        look.after,
        look.line * 240 / 100
    );
    if let Tab::Hanging(tab) = look.tab {
        let _ = write!(out, "<w:ind w:left=\"{tab}\" w:hanging=\"{tab}\"/>");
    }
    if look.align == Align::Centre {
        out.push_str("<w:jc w:val=\"center\"/>");
    }
    if let Some(level) = look.outline {
        let _ = write!(out, "<w:outlineLvl w:val=\"{}\"/>", level - 1);
    }
    out.push_str("</w:pPr><w:rPr>");
    if look.face != SANS {
        let _ = write!(
            out,
            "<w:rFonts w:ascii=\"{face}\" w:hAnsi=\"{face}\" w:cs=\"{face}\"/>",
            face = look.face
        );
    }
    if look.bold {
        out.push_str("<w:b/><w:bCs/>");
    }
    if look.italic {
        out.push_str("<w:i/><w:iCs/>");
    }
    let _ = write!(
        out,
        "<w:color w:val=\"{}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
        look.colour.hex(),
        size = look.size
    );
}
