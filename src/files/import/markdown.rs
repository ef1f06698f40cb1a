//! Markdown without its marks. What only looks like Markdown is left alone: papers were not written for it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::charset::decode;
use super::flow::Flow;
use super::html;
use super::printed::{Failure, Printed};

/// Stand-ins for signs that shall not work as marks. Unicode keeps these numbers free for such use.
const STAR: char = '\u{fdd0}';
const GREATER: char = '\u{fdd1}';
const BRACKET: char = '\u{fdd2}';

/// Never fails: every text is Markdown.
pub(super) fn read(bytes: &[u8]) -> Result<Printed, Failure> {
    let source = protect(&decode(bytes, None));
    let mut reader = Reader::new(&source);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(&source, options).into_offset_iter() {
        reader.take(event, range.start)?;
    }
    reader.flush();
    let printed = reader.flow.finish();
    Ok(Printed { wrapped: reader.is_wrapped, ..printed })
}

/// Puts stand-ins for what German papers use as signs and Markdown would take for marks.
fn protect(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut protected = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches([' ', '\t']);
        let (indent, rest) = line.split_at(line.len() - bare.len());
        protected += indent;
        let rest = if is_comparison(bare) {
            protected.push(GREATER);
            &rest[1..]
        } else if is_note(bare) {
            protected.push(BRACKET);
            &rest[1..]
        } else {
            rest
        };
        let mut before = [' ', ' '];
        let mut signs = rest.chars().peekable();
        while let Some(sign) = signs.next() {
            let is_within_word =
                before[1].is_alphanumeric() && signs.peek().is_some_and(|c| c.is_alphanumeric());
            // "Schüler*innen und Lehrer*innen" has no word in italics.
            protected.push(if sign == '*' && is_within_word { STAR } else { sign });
            before = [before[1], sign];
        }
    }
    protected
}

/// "> 50 Jahre" is no quotation.
fn is_comparison(line: &str) -> bool {
    let number = line.strip_prefix('>').map(|rest| rest.trim_start_matches([' ', '=']));
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// "[1]: Destatis" is a note, though Markdown would take it for the address of a link and drop it.
fn is_note(line: &str) -> bool {
    let Some((label, target)) = line.split_once("]:") else { return false };
    label.starts_with('[')
        && !label.starts_with("[^")
        && !target.trim_start().starts_with(['<', '#'])
        && !target.contains(['/', '.', '@'])
}

fn restore(text: &str) -> String {
    text.replace(STAR, "*").replace(GREATER, ">").replace(BRACKET, "[")
}

struct Reader<'s> {
    source: &'s str,
    flow: Flow,
    text: String,
    /// Numbers and dots of items that wait for their first line, as they are written.
    labels: Vec<String>,
    /// How many pictures are open: what they are said to show is not printed.
    pictures: usize,
    in_html: bool,
    note: String,
    is_wrapped: bool,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            flow: Flow::new(),
            text: String::new(),
            labels: Vec::new(),
            pictures: 0,
            in_html: false,
            note: String::new(),
            is_wrapped: false,
        }
    }

    fn take(&mut self, event: Event, start: usize) -> Result<(), Failure> {
        match event {
            Event::Start(tag) => self.start(tag, start),
            Event::End(tag) => return self.end(tag),
            Event::Text(text) | Event::Code(text) => self.write(&text),
            Event::Html(html) if self.in_html => self.text += &restore(&html),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::SoftBreak => {
                self.is_wrapped |= is_full(&self.text);
                self.write("\n");
            }
            Event::HardBreak => self.write("\n"),
            Event::FootnoteReference(name) => self.write(&format!("[{name}]")),
            Event::Rule => self.flush(),
            // Not asked for when the parser was made.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag, start: usize) {
        match tag {
            Tag::Image { .. } => self.pictures += 1,
            Tag::Item => {
                self.flush();
                if follows_blank_line(self.source, start) && self.labels.is_empty() {
                    self.flow.paragraph("");
                }
                self.labels.push(label(&self.source[start..]));
            }
            Tag::TableHead | Tag::TableRow => self.flow.open_row(),
            Tag::TableCell => self.flow.open_cell(),
            Tag::FootnoteDefinition(name) => {
                self.flush();
                self.note = name.into_string();
                self.flow.open_aside();
            }
            Tag::HtmlBlock => {
                self.flush();
                self.in_html = true;
            }
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::Table(_) => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), Failure> {
        match tag {
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::Item => {
                self.flush();
                // An item without words: its number may still be quoted.
                let labels = std::mem::take(&mut self.labels).join(" ");
                if !labels.is_empty() {
                    self.flow.item(&labels);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.flow.close_row(),
            TagEnd::FootnoteDefinition => {
                self.flush();
                let lines = self.flow.close_aside();
                self.flow.note(&std::mem::take(&mut self.note), lines);
            }
            TagEnd::HtmlBlock => return self.html_block(),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableCell => self.flush(),
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, text: &str) {
        if self.pictures == 0 {
            self.text += &restore(text);
        }
    }

    /// A tag within a line. "<Name>" is no tag but a word that was blacked out.
    fn html(&mut self, html: &str) {
        match tag_name(html) {
            Some(name) if name == "br" => self.write("\n"),
            Some(name) if html::knows(&name) => {}
            _ if html.starts_with("<!--") => {}
            _ => self.write(html),
        }
    }

    fn html_block(&mut self) -> Result<(), Failure> {
        self.in_html = false;
        let block = std::mem::take(&mut self.text);
        let is_html = block.trim_start().starts_with("<!")
            || tag_name(block.trim_start()).is_some_and(|name| html::knows(&name));
        if is_html {
            let lines = html::read(block.as_bytes())?.pages.into_iter().flat_map(|page| page.lines);
            self.flow.append(lines.collect());
        } else {
            self.flow.paragraph(&block);
        }
        Ok(())
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        if self.labels.is_empty() {
            self.flow.paragraph(&text);
        } else {
            self.labels.push(text);
            let labels = std::mem::take(&mut self.labels);
            self.flow.item(&labels.join(" "));
        }
    }
}

/// Whether the last line is as long as lines are that end because the column ends.
fn is_full(text: &str) -> bool {
    const FULL: usize = 50;
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.chars().count() >= FULL
}

/// The number or dot of an item, exactly as it is written.
fn label(item: &str) -> String {
    let item = item.trim_start();
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    item.chars().take(digits + 1).collect()
}

fn follows_blank_line(source: &str, start: usize) -> bool {
    let indent = [' ', '\t', '>'];
    let before = source[..start].trim_end_matches(indent);
    let Some(line) = before.strip_suffix('\n') else { return false };
    line.trim_end_matches(indent).ends_with('\n')
}

fn tag_name(html: &str) -> Option<String> {
    let name = html.strip_prefix('<')?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = &name[..end];
    // "<Form>" and "<Daten>" are words: nobody writes tags in both kinds of letters.
    let is_word =
        name.contains(|c: char| c.is_ascii_lowercase()) && name.contains(|c: char| c.is_ascii_uppercase());
    (!name.is_empty() && !is_word).then(|| name.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::super::samples::{damage, show};
    use super::*;

    fn check(markdown: &str, expect: &str) {
        let printed = read(markdown.as_bytes()).expect("never fails");
        assert_eq!(show(&printed), expect, "{markdown}");
    }

    #[test]
    fn marks_go_and_words_stay() {
        check(
            "# Kleine Anfrage #\n\n**Frage 1:** *Wie* viele `x`?\\\nZwei",
            "¶ Kleine Anfrage\n¶ Frage 1: Wie viele x?\nZwei\n",
        );
        check(
            "Titel\n=====\n[Text](http://a.de) <https://b.de> ![Bild](c.png)\\*\\_ &amp; &szlig;",
            "¶ Titel\n¶ Text https://b.de *_ & ß\n",
        );
        check("> Zitat\n\n```\ncode *x*\n\n  y\n```\n\n---\nEnde", "¶ Zitat\n¶ code *x*\n¶ y\n¶ Ende\n");
        check("a<br>b <b>c</b> <!-- x --> d\n\n<div>\n<p>e &amp; f</p>\n</div>\n", "¶ a\nb c  d\n¶ e & f\n");
        check("", "");
    }

    #[test]
    fn numbers_stay_as_they_are_written() {
        check("3. drei\n7. sieben\n1. eins\n", "¶ 3. drei\n7. sieben\n1. eins\n");
        check("1) a\n\n2) b\n   mehr\n\n   Absatz\n3) c", "¶ 1) a\n¶ 2) b\nmehr\n¶ Absatz\n¶ 3) c\n");
        check("- a\n  1. b\n  2. c\n* d\n+ e\n", "¶ - a\n1. b\n2. c\n* d\n+ e\n");
        check(
            "13. 05. 2020\n\n1. Januar\n\n1\\. Mai\n\n2.\n",
            "¶ 13. 05. 2020\n¶ 1. Januar\n¶ 1. Mai\n¶ 2.\n",
        );
        check("1. **Frage:** Was?\n\n   Antwort.\n2. Wo?", "¶ 1. Frage: Was?\n¶ Antwort.\n¶ 2. Wo?\n");
    }

    #[test]
    fn what_only_looks_like_marks_is_left_alone() {
        for text in [
            "Schüler*innen und Lehrer*innen, jede*r",
            "5 * 3 * 2 und 5*3*2",
            "datei_name_lang",
            "> 50 Jahre: 12",
            ">= 50 Jahre",
            "[1]: Destatis",
            "[Name geschwärzt] und [x]",
            "<Name> wohnt in <Ort>",
            "<Name geschwärzt>",
            "<Form> der <Summary>",
            "Anteil <5 % und >7 %",
            "#1 und C:\\Daten",
            "Kosten*) und Preise*)",
            "a | b",
            "$5 und ~6~ und ^7^",
        ] {
            check(text, &format!("¶ {text}\n"));
        }
    }

    #[test]
    fn tables_and_notes() {
        check(
            "| Jahr | Zahl |\n|---|--:|\n| 2024 | **7** |\n| | 8 \\| 9 |\n",
            "¶ Jahr\tZahl\n2024\t7\n¶ 8 | 9\n",
        );
        check(
            "Wort[^1].\n\n[^1]: Quelle,\n    mehr.\n\nEnde",
            "¶ Wort[1].\n^ ¶ 1 Quelle,\n^ mehr.\n¶ Ende\n",
        );
    }

    #[test]
    fn long_lines_that_go_on_were_wrapped() {
        let check = |text: &str, expect| {
            assert_eq!(read(text.as_bytes()).expect("never fails").wrapped, expect, "{text}");
        };
        let line = "Die Landesregierung hat hierzu keine Erkenntnisse, wird";
        check(&format!("{line}\naber prüfen."), true);
        check(&format!("{line}\n\naber prüfen."), false);
        check("Drucksache 21/9999\n12. März 2025", false);
    }

    #[test]
    fn nothing_harms() {
        for sign in
            ["> ", "- ", "1. ", "[", "*", "<", "`", "|", "![", "[^1]", "**a", "\t", "<div>", "#", "&", "\\"]
        {
            let many = sign.repeat(3000);
            let _ = read(many.as_bytes()).map(|printed| show(&printed));
            let _ = read(format!("{many}x\n\n{many}").as_bytes()).map(|printed| show(&printed));
        }
        let paper = "# Ä\n\n**Frage 1:** a\nb[^1]\n\n1. x\n   - y\n\n| a | b |\n|---|---|\n| <br> | ![c](d) |\n\n> q\n\n[^1]: n\n<p>z</p>\n";
        damage(paper.as_bytes(), read);
    }
}
