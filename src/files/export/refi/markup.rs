//! XML as it is written: one element per line, everything escaped.

use crate::files::refi::clean;

/// A text of XML that grows.
pub(super) struct Markup {
    text: String,
    open: Vec<&'static str>,
}

/// An attribute; one without a value is not written.
pub(super) type Attribute<'a> = (&'static str, Option<&'a str>);

impl Markup {
    pub fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// Opens an element, to be closed by [`Self::close`].
    pub fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.text += ">\n";
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        let name = self.open.pop().expect("every close has its open");
        self.indent();
        self.text.extend(["</", name, ">\n"]);
    }

    pub fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.text += "/>\n";
    }

    /// An element that holds nothing but words.
    pub fn words(&mut self, name: &'static str, words: &str) {
        self.begin(name, &[]);
        self.text.push('>');
        escape(&mut self.text, words, false);
        self.text.extend(["</", name, ">\n"]);
    }

    /// The same, where there are words.
    pub fn words_if_any(&mut self, name: &'static str, words: &str) {
        if !words.is_empty() {
            self.words(name, words);
        }
    }

    pub fn finish(self) -> String {
        self.text
    }

    fn begin(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.indent();
        self.text.extend(["<", name]);
        for (name, value) in attributes {
            if let Some(value) = value {
                self.text.extend([" ", name, "=\""]);
                escape(&mut self.text, value, true);
                self.text.push('"');
            }
        }
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n(" ", self.open.len()));
    }
}

/// A line break within an attribute would be read as a blank, so it is written as a number.
fn escape(text: &mut String, words: &str, is_attribute: bool) {
    for c in clean(words).chars() {
        match c {
            '&' => *text += "&amp;",
            '<' => *text += "&lt;",
            '>' => *text += "&gt;",
            '"' if is_attribute => *text += "&quot;",
            '\t' if is_attribute => *text += "&#9;",
            '\n' if is_attribute => *text += "&#10;",
            '\r' => *text += "&#13;",
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_arrive_as_words() {
        let mut xml = Markup::new();
        xml.open("A", &[("b", Some("1 < \"2\"\n&\u{1}")), ("c", None)]);
        xml.words("D", "]]> <script>\n");
        xml.empty("E", &[]);
        xml.close();
        let text = xml.finish();
        let expect = "<A b=\"1 &lt; &quot;2&quot;&#10;&amp;\u{fffd}\">\n <D>]]&gt; &lt;script&gt;\n</D>\n <E/>\n</A>\n";
        assert_eq!(text.split_once('\n').expect("a declaration").1, expect);
    }
}
