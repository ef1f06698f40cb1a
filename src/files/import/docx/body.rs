//! The running text of a Word file: paragraphs, rows, notes and pages in the order of reading.

use std::collections::HashMap;

use super::super::flow::Flow;
use super::super::printed::Line;
use super::super::xml::{Piece, Tag, Xml};
use super::notes::{Note, NoteKind, Notes};
use super::numbering::Numbering;
use super::properties::{Properties, is_on};
use super::sections::Sections;
use super::styles::Styles;

/// Elements whose end matters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Element {
    Paragraph,
    Run,
    /// The only element whose characters are words of the paper.
    Words,
    Row,
    Alternatives,
    Note,
    Other,
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    properties: Properties,
    /// Fields that are open; whether their code is being read, or already what they show.
    fields: Vec<bool>,
    notes: Vec<Note>,
    is_counted: bool,
    /// A page ended somewhere inside.
    turns_after: bool,
}

pub(super) struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    sections: std::vec::IntoIter<bool>,
    pub notes: Notes,
    /// The notes of a part that holds notes, by their ids.
    pub set_aside: HashMap<String, Vec<Line>>,
    flow: Flow,
    /// The paragraphs that are open: text boxes hang within paragraphs.
    open: Vec<Paragraph>,
    /// A paragraph whose end was deleted.
    carried: Option<Paragraph>,
    run_is_hidden: bool,
    /// For each open choice between alternatives, whether one was taken.
    taken: Vec<bool>,
    note: Option<String>,
}

impl<'s> Body<'s> {
    pub fn new(styles: &'s Styles, numbering: Numbering, sections: Sections) -> Self {
        let notes = Notes::new(&sections);
        let mut sections = sections.on_new_page.into_iter();
        // How the first section begins is of no matter: nothing is before it.
        sections.next();
        Self {
            styles,
            numbering,
            sections,
            notes,
            set_aside: HashMap::new(),
            flow: Flow::new(),
            open: Vec::new(),
            carried: None,
            run_is_hidden: false,
            taken: Vec::new(),
            note: None,
        }
    }

    /// Reads a part. Tells why if it ended early; what came before is kept.
    pub fn read(&mut self, text: &str) -> Option<String> {
        let mut xml = Xml::new(text);
        let mut within = Vec::new();
        while let Some(piece) = xml.next() {
            match piece {
                Piece::Open(tag) => within.extend(self.enter(&tag, &mut xml)),
                Piece::Close => {
                    if let Some(element) = within.pop() {
                        self.leave(element);
                    }
                }
                Piece::Text(text) if within.last() == Some(&Element::Words) => {
                    self.write(&text.replace(['\n', '\r'], " "));
                }
                Piece::Text(_) => {}
            }
        }
        xml.broken()
    }

    pub fn finish(mut self) -> Flow {
        if let Some(mut paragraph) = self.carried.take() {
            self.flush(&mut paragraph);
        }
        self.flow
    }

    /// Enters an element; none if it is already dealt with, its end included.
    fn enter(&mut self, tag: &Tag, xml: &mut Xml) -> Option<Element> {
        match tag.name() {
            "p" => {
                self.open.push(self.carried.take().unwrap_or_default());
                return Some(Element::Paragraph);
            }
            "r" => return Some(Element::Run),
            "t" => return Some(Element::Words),
            "tr" => {
                self.flow.open_row();
                return Some(Element::Row);
            }
            "tc" => self.flow.open_cell(),
            "AlternateContent" => {
                self.taken.push(false);
                return Some(Element::Alternatives);
            }
            "Choice" | "Fallback" => {
                if let Some(taken) = self.taken.last_mut()
                    && std::mem::replace(taken, true)
                {
                    xml.skip();
                    return None;
                }
            }
            "footnote" | "endnote" if self.note.is_none() => {
                // Lines that part the notes from the text have a type.
                if !matches!(tag.attribute("type").as_deref(), None | Some("normal")) {
                    xml.skip();
                    return None;
                }
                self.note = Some(tag.attribute("id").unwrap_or_default());
                self.flow.open_aside();
                return Some(Element::Note);
            }
            "pPr" => {
                let properties = Properties::read(xml);
                self.begin(properties);
                return None;
            }
            "rPr" => {
                self.run_is_hidden = is_hidden(xml);
                return None;
            }
            // What was deleted or moved away, what is said about tables and controls, and the reading
            // aids above Japanese words.
            "del" | "moveFrom" | "tblPr" | "tblGrid" | "trPr" | "tcPr" | "sectPr" | "sdtPr" | "rt" => {
                xml.skip();
                return None;
            }
            "tab" | "ptab" => self.write("\t"),
            "br" if tag.attribute("type").as_deref() == Some("page") => self.turn_within(),
            "br" | "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            "sym" => self.symbol(tag),
            "lastRenderedPageBreak" => self.page_ended(),
            "fldChar" => self.field(tag.attribute("fldCharType").as_deref()),
            "footnoteReference" => self.refer(NoteKind::Footnote, tag),
            "endnoteReference" => self.refer(NoteKind::Endnote, tag),
            _ => {}
        }
        Some(Element::Other)
    }

    fn leave(&mut self, element: Element) {
        match element {
            Element::Paragraph => self.end(),
            Element::Run => self.run_is_hidden = false,
            Element::Row => self.flow.close_row(),
            Element::Alternatives => drop(self.taken.pop()),
            Element::Note => {
                let lines = self.flow.close_aside();
                self.set_aside.extend(self.note.take().map(|id| (id, lines)));
            }
            Element::Words | Element::Other => {}
        }
    }

    /// A paragraph has told its properties.
    fn begin(&mut self, properties: Properties) {
        let Some(paragraph) = self.open.last_mut() else { return };
        let style = properties.style.as_deref();
        let turns = properties.page_before.unwrap_or_else(|| self.styles.page_before(style));
        paragraph.properties = properties;
        if turns && paragraph.text.trim().is_empty() {
            self.flow.turn();
        }
    }

    fn end(&mut self) {
        let Some(mut paragraph) = self.open.pop() else { return };
        if paragraph.properties.end_is_deleted {
            paragraph.fields.clear();
            self.carried = Some(paragraph);
            return;
        }
        self.flush(&mut paragraph);
        let ends_section = paragraph.properties.ends_section;
        if paragraph.turns_after || (ends_section && self.sections.next().unwrap_or(true)) {
            self.flow.turn();
        }
    }

    /// Hands on what a paragraph holds so far.
    fn flush(&mut self, paragraph: &mut Paragraph) {
        let text = std::mem::take(&mut paragraph.text);
        let label = if paragraph.is_counted {
            None
        } else {
            self.numbering.label(self.styles, &paragraph.properties)
        };
        paragraph.is_counted = true;
        match label {
            // A dot without words says nothing; a number without words may be quoted.
            Some(dot) if dot == "•" && text.trim().is_empty() => self.flow.paragraph(""),
            Some(label) => self.flow.item(&format!("{label} {}", text.trim_start())),
            None => self.flow.paragraph(&text),
        }
        for note in paragraph.notes.drain(..) {
            self.flow.note(&note.number, note.lines);
        }
    }

    fn write(&mut self, text: &str) {
        let is_hidden = self.run_is_hidden;
        if let Some(paragraph) = self.open.last_mut()
            && !is_hidden
            && !paragraph.fields.contains(&true)
        {
            paragraph.text.push_str(text);
        }
    }

    /// A sign from a font of signs. Only those with a meaning of their own are known.
    fn symbol(&mut self, tag: &Tag) {
        let code = tag.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let sign = match code {
            Some(0xf0b7) => Some('•'),
            Some(0xf02d) => Some('–'),
            // The private corner of Unicode: what stands there only the font knows.
            Some(0xe000..0xf900) | None => None,
            Some(code) => char::from_u32(code),
        };
        if let Some(sign) = sign {
            self.write(sign.encode_utf8(&mut [0; 4]));
        }
    }

    /// A page the author ended: the paragraph is cut in two.
    fn turn_within(&mut self) {
        if let Some(mut paragraph) = self.open.pop() {
            if !paragraph.text.trim().is_empty() {
                self.flush(&mut paragraph);
            }
            self.open.push(paragraph);
        }
        self.flow.turn();
    }

    /// A page that was full when the file was last shown: the paragraph stays whole.
    fn page_ended(&mut self) {
        match self.open.last_mut() {
            Some(paragraph) if !paragraph.text.trim().is_empty() => paragraph.turns_after = true,
            _ => self.flow.turn(),
        }
    }

    fn field(&mut self, part: Option<&str>) {
        let Some(paragraph) = self.open.last_mut() else { return };
        match part {
            Some("begin") => paragraph.fields.push(true),
            Some("separate") => {
                if let Some(in_code) = paragraph.fields.last_mut() {
                    *in_code = false;
                }
            }
            Some("end") => drop(paragraph.fields.pop()),
            _ => {}
        }
    }

    fn refer(&mut self, kind: NoteKind, tag: &Tag) {
        let has_own_sign = tag.attribute("customMarkFollows").is_some_and(|value| value != "0");
        let note = self.notes.refer(kind, tag.attribute("id").unwrap_or_default(), has_own_sign);
        if !note.number.is_empty() {
            self.write(&format!("[{}]", note.number));
        }
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.notes.push(note);
        }
    }
}

/// Whether the `w:rPr` opened last hides its run.
fn is_hidden(xml: &mut Xml) -> bool {
    let mut is_hidden = false;
    xml.within(|tag| {
        if tag.name() == "vanish" {
            is_hidden = is_on(tag);
        }
        tag.name() != "rPrChange"
    });
    is_hidden
}
