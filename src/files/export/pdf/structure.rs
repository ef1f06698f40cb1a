//! What the parts of a page are, for those who hear it: headings, tables, lists, links. A tree beside the drawing.

use std::num::NonZeroU16;

use krilla::tagging::{
    Identifier, ListNumbering, Node as TagNode, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

/// What an element is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Role {
    Section,
    /// Its level, from 1, and its words.
    Heading(u16, String),
    Paragraph,
    Quotation,
    Note,
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    List,
    Item,
    ItemLabel,
    ItemBody,
    Contents,
    ContentsItem,
    Link,
    /// A drawing, and what it shows in words.
    Figure(String),
}

/// An element of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Element(usize);

struct Entry {
    role: Role,
    /// Where it is not that of the file.
    language: Option<&'static str>,
    /// What is said instead of its words.
    said: Option<String>,
    inner: Vec<Inner>,
}

enum Inner {
    Element(Element),
    Drawn(Identifier),
}

/// All elements of a file.
#[derive(Default)]
pub(super) struct Structure {
    entries: Vec<Entry>,
    roots: Vec<Element>,
}

/// Longer strings are none that an archive may hold, and nobody listens to them.
const SAID: usize = 2000;

impl Structure {
    pub fn add(&mut self, outer: Option<Element>, role: Role) -> Element {
        let element = Element(self.entries.len());
        self.entries.push(Entry { role, language: None, said: None, inner: Vec::new() });
        match outer {
            Some(outer) => self.entries[outer.0].inner.push(Inner::Element(element)),
            None => self.roots.push(element),
        }
        element
    }

    pub fn speaks(&mut self, element: Element, language: Option<&'static str>) {
        self.entries[element.0].language = language;
    }

    pub fn says(&mut self, element: Element, words: String) {
        self.entries[element.0].said = Some(words);
    }

    /// Something on a page belongs to an element.
    pub fn drawn(&mut self, element: Element, what: Identifier) {
        self.entries[element.0].inner.push(Inner::Drawn(what));
    }

    /// The place that is clicked comes before the words of a link.
    pub fn linked(&mut self, element: Element, place: Identifier) {
        self.entries[element.0].inner.insert(0, Inner::Drawn(place));
    }

    pub fn into_tree(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in std::mem::take(&mut self.roots) {
            if let Some(group) = self.group(root) {
                tree.push(group);
            }
        }
        tree
    }

    /// None where nothing was drawn.
    fn group(&mut self, element: Element) -> Option<TagGroup> {
        let entry = &mut self.entries[element.0];
        let mut tag = tag(&entry.role);
        let (language, said) = (entry.language, entry.said.take());
        let children = std::mem::take(&mut entry.inner);
        // Nodes are large, and a term of papers has a hundred thousand of them.
        let mut inner = Vec::with_capacity(children.len());
        for child in children {
            match child {
                Inner::Drawn(what) => inner.push(TagNode::Leaf(what)),
                Inner::Element(element) => inner.extend(self.group(element).map(TagNode::Group)),
            }
        }
        if inner.is_empty() {
            return None;
        }
        if let Some(language) = language {
            tag.set_lang(Some(language.to_owned()));
        }
        if let Some(said) = said {
            tag.set_alt_text(Some(short(&said)));
        }
        Some(TagGroup::with_children(tag, inner))
    }
}

fn tag(role: &Role) -> TagKind {
    match role {
        Role::Section => Tag::Section.into(),
        Role::Heading(level, words) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(short(words))).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::Quotation => Tag::BlockQuote.into(),
        Role::Note => Tag::Note.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::ItemLabel => Tag::Lbl.into(),
        Role::ItemBody => Tag::LBody.into(),
        Role::Contents => Tag::TOC.into(),
        Role::ContentsItem => Tag::TOCI.into(),
        Role::Link => Tag::Link.into(),
        Role::Figure(words) => Tag::Figure(Some(short(words))).into(),
    }
}

/// Words for a string of the file: never empty, never too long.
pub(super) fn short(words: &str) -> String {
    let words = super::lines::printable_line(words);
    match words.char_indices().nth(SAID) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None if words.is_empty() => "–".to_owned(),
        None => words,
    }
}
