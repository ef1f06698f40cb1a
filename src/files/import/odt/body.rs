//! The running text of a Writer file: paragraphs, rows, notes and pages in the order of reading.

use super::super::flow::Flow;
use super::super::printed::Line;
use super::super::xml::{Piece, Tag, Xml};
use super::lists::Lists;
use super::styles::Styles;

/// Spaces one element may stand for. Nobody prints more.
const MOST_SPACES: usize = 100;

/// Elements whose end matters, or whose characters are no words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Element {
    Paragraph,
    List,
    Item,
    Row,
    /// A note, a text box or a cell: lists within are lists of their own.
    NoteBody,
    Apart,
    /// Holds elements, and white space that means nothing.
    Container,
    /// Holds words if it stands within a paragraph.
    Inline,
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    label: Option<String>,
    notes: Vec<(String, Vec<Line>)>,
    /// White space that follows says nothing more.
    after_space: bool,
    turns_after: bool,
}

pub(super) struct Body<'s> {
    styles: &'s Styles,
    lists: Lists,
    flow: Flow,
    /// The paragraphs that are open: notes and text boxes hang within paragraphs.
    open: Vec<Paragraph>,
    /// The sign of the note that is being read.
    sign: String,
}

impl<'s> Body<'s> {
    pub fn new(styles: &'s Styles) -> Self {
        Self { styles, lists: Lists::default(), flow: Flow::new(), open: Vec::new(), sign: String::new() }
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
                Piece::Text(text) if within.last().is_some_and(|last| holds_words(*last)) => {
                    self.write(&text);
                }
                Piece::Text(_) => {}
            }
        }
        xml.broken()
    }

    pub fn finish(self) -> Flow {
        self.flow
    }

    /// Enters an element; none if it is already dealt with, its end included.
    fn enter(&mut self, tag: &Tag, xml: &mut Xml) -> Option<Element> {
        if is_passed_over(tag) {
            xml.skip();
            return None;
        }
        Some(match tag.name() {
            "p" | "h" => {
                self.begin(tag);
                Element::Paragraph
            }
            "list" => {
                self.lists.open(tag);
                Element::List
            }
            "list-item" => {
                self.lists.open_item(tag);
                Element::Item
            }
            "table" => {
                if self.styles.turns_before("table", tag.attribute("style-name")) {
                    self.flow.turn();
                }
                Element::Container
            }
            "table-row" => {
                self.flow.open_row();
                Element::Row
            }
            "table-cell" | "covered-table-cell" => {
                self.flow.open_cell();
                self.lists.leave_alone();
                Element::Apart
            }
            "text-box" => {
                self.lists.leave_alone();
                Element::Apart
            }
            "note-citation" => {
                xml.text_within().trim().clone_into(&mut self.sign);
                let reference = format!("[{}]", self.sign);
                self.write(&reference);
                return None;
            }
            "note-body" => {
                self.flow.open_aside();
                self.lists.leave_alone();
                Element::NoteBody
            }
            "s" => {
                let spaces = tag.number("c").unwrap_or(1).min(MOST_SPACES);
                self.write_as_is(&" ".repeat(spaces));
                Element::Inline
            }
            "tab" => {
                self.write_as_is("\t");
                Element::Inline
            }
            "line-break" => {
                self.write_as_is("\n");
                Element::Inline
            }
            "soft-page-break" => {
                self.page_ended();
                Element::Inline
            }
            "note" | "frame" | "g" | "custom-shape" | "rect" | "text" | "section" => Element::Container,
            _ => Element::Inline,
        })
    }

    fn leave(&mut self, element: Element) {
        match element {
            Element::Paragraph => self.end(),
            Element::List => self.lists.close(),
            Element::Item => self.lists.close_item(),
            Element::Row => self.flow.close_row(),
            Element::NoteBody => {
                self.lists.return_to();
                let lines = self.flow.close_aside();
                let sign = std::mem::take(&mut self.sign);
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.notes.push((sign, lines));
                }
            }
            Element::Apart => self.lists.return_to(),
            Element::Container | Element::Inline => {}
        }
    }

    fn begin(&mut self, tag: &Tag) {
        let style = tag.attribute("style-name");
        if self.styles.turns_before("paragraph", style.clone()) {
            self.flow.turn();
        }
        let mut label = self.lists.label(self.styles);
        let is_bare = tag.attribute("is-list-header").as_deref() == Some("true");
        if tag.name() == "h" && label.is_none() && !is_bare {
            let depth = tag.number("outline-level").unwrap_or(1_usize).saturating_sub(1);
            label = self.lists.outline_label(self.styles, depth);
        }
        let turns_after = self.styles.turns_after("paragraph", style);
        self.open.push(Paragraph { label, after_space: true, turns_after, ..Paragraph::default() });
    }

    fn end(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let text = paragraph.text;
        match paragraph.label {
            // A dot without words says nothing; a number without words may be quoted.
            Some(dot) if dot == "•" && text.trim().is_empty() => self.flow.paragraph(""),
            Some(label) => self.flow.item(&format!("{label} {}", text.trim_start())),
            None => self.flow.paragraph(&text),
        }
        for (sign, lines) in paragraph.notes {
            self.flow.note(&sign, lines);
        }
        if paragraph.turns_after {
            self.flow.turn();
        }
    }

    /// Writes words. White space counts as one blank, however much there is of it.
    fn write(&mut self, text: &str) {
        let Some(paragraph) = self.open.last_mut() else { return };
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !is_space {
                paragraph.text.push(c);
            } else if !paragraph.after_space {
                paragraph.text.push(' ');
            }
            paragraph.after_space = is_space;
        }
    }

    fn write_as_is(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
            paragraph.after_space = false;
        }
    }

    /// A page that was full when the file was last shown: the paragraph stays whole.
    fn page_ended(&mut self) {
        match self.open.last_mut() {
            Some(paragraph) if !paragraph.text.trim().is_empty() => paragraph.turns_after = true,
            _ => self.flow.turn(),
        }
    }
}

fn holds_words(element: Element) -> bool {
    matches!(element, Element::Paragraph | Element::Inline)
}

/// What is not shown, or is no running text: deleted passages, comments, what pictures are said to show,
/// the recipes of indexes, styles.
fn is_passed_over(tag: &Tag) -> bool {
    let is_off = |name| matches!(tag.attribute(name).as_deref(), Some("none" | "false"));
    match tag.name() {
        "tracked-changes" | "annotation" | "hidden-text" | "script" | "scripts" | "ruby-text" | "forms"
        | "event-listeners" | "object" | "object-ole" | "binary-data" | "font-face-decls" | "styles"
        | "automatic-styles" => true,
        // The title of the paper is a field of its own, and shown.
        "title" | "desc" => tag.prefix() == "svg",
        "section" | "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first" => {
            is_off("display")
        }
        name => name.ends_with("-source"),
    }
}
