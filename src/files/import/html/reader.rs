//! Goes through a web page tag by tag. Tags may be left out or badly nested, as browsers allow.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::super::counting::Numeral;
use super::super::flow::Flow;
use super::super::printed::{Part, Printed};
use super::elements::{APART, Kind, attribute, ends, is_hidden, kind, numeral, part, walls};

/// Elements within elements that are told apart. Browsers stop at 512, pages long before.
const DEEPEST: usize = 256;

pub(super) fn read(html: &str) -> Printed {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::new();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => reader.write(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.finish()
}

struct Open {
    name: String,
    kind: Kind,
    is_hidden: bool,
    is_preformatted: bool,
    in_content: bool,
    part: Part,
    list: Option<List>,
}

/// A list and the number of its next item.
#[derive(Clone, Copy)]
struct List {
    numeral: Numeral,
    next: i64,
    step: i64,
}

/// A raised passage that is open: where its text begins, and whether a link is in it.
struct Raised {
    from: usize,
    has_link: bool,
}

struct Reader {
    flow: Flow,
    open: Vec<Open>,
    /// The line that is being written.
    text: String,
    /// White space that follows says nothing more.
    after_space: bool,
    /// Numbers of items that wait for their first line.
    labels: Vec<String>,
    raised: Option<Raised>,
}

impl Reader {
    fn new() -> Self {
        Self {
            flow: Flow::new(),
            open: Vec::new(),
            text: String::new(),
            after_space: true,
            labels: Vec::new(),
            raised: None,
        }
    }

    fn finish(mut self) -> Printed {
        self.close_down_to(0);
        self.flush();
        self.flow.finish()
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some((ended, walls)) = ends(&name)
            && let Some(at) = self.find(walls, |open| ended.contains(&open.name.as_str()))
        {
            self.close_down_to(at);
        }
        let kind = kind(&name);
        let is_in_row = || self.find(&["table"], |open| open.kind == Kind::Row).is_some();
        if kind == Kind::Cell && !is_in_row() {
            self.open_element("tr".to_owned(), Kind::Row, None);
        }
        if kind == Kind::Void {
            self.void(&name);
            return;
        }
        self.open_element(name, kind, Some(tag));
    }

    fn void(&mut self, name: &str) {
        if self.is_hidden() {
            return;
        }
        match name {
            "br" => self.push_as_is("\n"),
            "hr" => self.flush(),
            _ => {}
        }
    }

    fn open_element(&mut self, name: String, kind: Kind, tag: Option<&StartTag<()>>) {
        let above = self.open.last();
        let was_hidden = above.is_some_and(|open| open.is_hidden);
        let hides = tag.is_some_and(|tag| is_hidden(tag, &name));
        if self.open.len() >= DEEPEST && (was_hidden || !hides) {
            return;
        }
        let in_content = above.is_some_and(|open| open.in_content);
        let own_part = tag.and_then(|tag| part(tag, &name, in_content));
        let opened = Open {
            kind,
            is_hidden: was_hidden || hides,
            is_preformatted: kind == Kind::Preformatted || above.is_some_and(|open| open.is_preformatted),
            in_content: in_content || matches!(name.as_str(), "article" | "main" | "section"),
            part: own_part.or(above.map(|open| open.part)).unwrap_or_default(),
            list: tag.filter(|_| kind == Kind::List).and_then(|tag| list(tag, &name)),
            name,
        };
        if !opened.is_hidden {
            self.enter(&opened, tag);
        }
        self.open.push(opened);
    }

    /// What an element that is shown does to the lines before it.
    fn enter(&mut self, opened: &Open, tag: Option<&StartTag<()>>) {
        match opened.kind {
            Kind::Block | Kind::Preformatted | Kind::List => self.flush(),
            Kind::Row => {
                self.flush();
                self.flow.open_row();
            }
            Kind::Cell => {
                self.flush();
                self.flow.open_cell();
            }
            Kind::Item => {
                self.flush();
                let label = tag.and_then(|tag| self.count(tag));
                self.labels.extend(label);
            }
            Kind::Superscript => {
                let has_link = self.open.iter().any(|open| open.name == "a");
                self.raised = Some(Raised { from: self.text.len(), has_link });
            }
            Kind::Inline if opened.name == "a" => {
                if let Some(raised) = &mut self.raised {
                    raised.has_link = true;
                }
            }
            Kind::Inline | Kind::Void => {}
        }
    }

    /// Counts an item of the innermost list. What a browser shows before it.
    fn count(&mut self, tag: &StartTag<()>) -> Option<String> {
        let list = self.open.iter_mut().rev().find(|open| open.kind == Kind::List)?.list.as_mut()?;
        let value = attribute(tag, "value").and_then(|value| value.trim().parse().ok());
        let number = value.unwrap_or(list.next);
        list.next = number.saturating_add(list.step);
        match numeral(tag, "li").unwrap_or(list.numeral) {
            Numeral::Nothing => None,
            Numeral::Bullet => Some(Numeral::Bullet.write(0)),
            numeral => match u32::try_from(number) {
                Ok(number) => Some(format!("{}.", numeral.write(number))),
                Err(_) => Some(format!("{number}.")),
            },
        }
    }

    fn end(&mut self, name: &str) {
        let kind = kind(name);
        // Browsers take this one for a line break.
        if name == "br" {
            self.void(name);
        }
        let Some(at) = self.find(walls(name), |open| open.name == name) else { return };
        let is_inline = matches!(kind, Kind::Inline | Kind::Superscript);
        if is_inline && self.open[at..].iter().any(|open| open.kind != Kind::Inline && open.name != name) {
            // Badly nested: blocks within do not end with it.
            let closed = self.open.remove(at);
            self.leave(&closed);
            return;
        }
        self.close_down_to(at);
    }

    /// The innermost element that fits, unless one of the walls or of the elements apart is before it.
    fn find(&self, walls: &[&str], fits: impl Fn(&Open) -> bool) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev() {
            if fits(open) {
                return Some(at);
            }
            let name = open.name.as_str();
            if walls.contains(&name) || APART.contains(&name) {
                return None;
            }
        }
        None
    }

    fn close_down_to(&mut self, at: usize) {
        while self.open.len() > at
            && let Some(last) = self.open.last()
        {
            if !matches!(last.kind, Kind::Inline | Kind::Superscript) {
                self.flush();
            }
            if let Some(closed) = self.open.pop() {
                self.leave(&closed);
            }
        }
    }

    fn leave(&mut self, closed: &Open) {
        if closed.is_hidden {
            return;
        }
        match closed.kind {
            Kind::Row => self.flow.close_row(),
            Kind::Item => self.flush_labels(),
            Kind::Superscript => self.lower(closed.part),
            // Writer puts the number of a note right before its first word.
            Kind::Inline if closed.name == "a" && closed.part == Part::Note && is_number(&self.text) => {
                self.text.push(' ');
            }
            _ => {}
        }
    }

    /// Ends a raised passage. A number with a link is a reference to a note, no power of ten.
    fn lower(&mut self, part: Part) {
        let Some(Raised { from, has_link: true }) = self.raised.take() else { return };
        let Some(number) = self.text.get(from..) else { return };
        if is_number(number) && part != Part::Note {
            self.text.insert(from, '[');
            self.text.push(']');
        }
    }

    fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_hidden)
    }

    fn write(&mut self, text: &str) {
        if self.is_hidden() {
            return;
        }
        if self.open.last().is_some_and(|open| open.is_preformatted) {
            self.push_as_is(text);
            return;
        }
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if !is_space {
                self.text.push(c);
            } else if !self.after_space {
                self.text.push(' ');
            }
            self.after_space = is_space;
        }
    }

    fn push_as_is(&mut self, text: &str) {
        self.text.push_str(text);
        self.after_space = text.ends_with(['\n', ' ']);
    }

    /// Hands on the line that was written.
    fn flush(&mut self) {
        self.after_space = true;
        self.raised = None;
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        self.flow.part = self.open.last().map(|open| open.part).unwrap_or_default();
        if self.labels.is_empty() {
            self.flow.paragraph(&text);
            return;
        }
        let text = text.trim_start();
        let mut labels = std::mem::take(&mut self.labels);
        labels.retain(|label| !says_itself(text, label));
        labels.push(text.to_owned());
        self.flow.item(&labels.join(" "));
    }

    /// An item ended without a word. Its number may still be quoted; a dot says nothing.
    fn flush_labels(&mut self) {
        self.labels.retain(|label| label != "•");
        if !self.labels.is_empty() {
            let labels = std::mem::take(&mut self.labels).join(" ");
            self.flow.item(&labels);
        }
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text begins with its number, as in lists whose own numbers a style sheet hides.
fn says_itself(text: &str, label: &str) -> bool {
    let Some(number) = label.strip_suffix('.') else { return false };
    text.strip_prefix(number).is_some_and(|rest| rest.starts_with(['.', ')']))
}

fn list(tag: &StartTag<()>, name: &str) -> Option<List> {
    let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok());
    let is_reversed = attribute(tag, "reversed").is_some();
    // Counting down begins with the number of items, which is not known yet: better no number than a wrong one.
    if is_reversed && start.is_none() {
        return None;
    }
    let step = if is_reversed { -1 } else { 1 };
    Some(List { numeral: numeral(tag, name)?, next: start.unwrap_or(1), step })
}
