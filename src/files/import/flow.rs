//! Paragraphs, rows and pages put into the order of reading, as all formats that are no print share it.

use std::collections::BTreeSet;

use super::printed::{Line, Page, Part, Printed};

/// Rows within rows. Deeper ones are passed over, and their cells are paragraphs: every row moves all that is in it.
const DEEPEST_ROW: usize = 20;

/// What was written last: items of a list and rows of a table follow each other without a gap.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Last {
    Paragraph,
    Item,
    Row,
}

enum Entry {
    Line(Line),
    /// The next page begins.
    Turn,
}

/// Where lines go while they are not yet on their page.
enum Place {
    Row { cells: Vec<Vec<Entry>>, after: Last },
    Aside(Vec<Entry>),
}

pub(super) struct Flow {
    pages: Vec<Page>,
    places: Vec<Place>,
    last: Last,
    /// Open rows that are too deep to be rows.
    passed_over: usize,
    /// What the lines to come are.
    pub part: Part,
}

impl Flow {
    pub fn new() -> Self {
        Self {
            pages: vec![Page::default()],
            places: Vec::new(),
            last: Last::Paragraph,
            passed_over: 0,
            part: Part::Text,
        }
    }

    /// A paragraph. Line breaks inside make lines of their own.
    pub fn paragraph(&mut self, text: &str) {
        self.write(text, Last::Paragraph);
    }

    /// An item of a list, its number in front of it.
    pub fn item(&mut self, text: &str) {
        self.write(text, Last::Item);
    }

    fn write(&mut self, text: &str, kind: Last) {
        let mut after_gap = kind != Last::Item || self.last != Last::Item;
        self.last = Last::Paragraph;
        for text in text.split('\n').map(clean) {
            if text.is_empty() {
                after_gap |= self.last == kind;
                continue;
            }
            self.put(Entry::Line(Line { text, after_gap, part: self.part }));
            after_gap = false;
            self.last = kind;
        }
    }

    /// A footnote: its number before its first line.
    pub fn note(&mut self, number: &str, lines: Vec<Line>) {
        self.last = Last::Paragraph;
        let mut is_first = true;
        for line in lines {
            let text = if is_first { clean(&format!("{number} {}", line.text)) } else { line.text };
            self.put(Entry::Line(Line { text, after_gap: is_first, part: Part::Note }));
            is_first = false;
        }
    }

    /// Heads and feet: each text once, at the end of the last page.
    pub fn furniture(&mut self, lines: Vec<Line>) {
        let mut seen = BTreeSet::new();
        for Line { text, .. } in lines {
            if seen.insert(text.clone()) {
                self.put(Entry::Line(Line { text, after_gap: true, part: Part::Furniture }));
            }
        }
    }

    /// Lines that another reader made.
    pub fn append(&mut self, lines: Vec<Line>) {
        self.last = Last::Paragraph;
        for line in lines {
            self.put(Entry::Line(line));
        }
    }

    /// The next page begins. Nothing happens on a page that is still empty.
    pub fn turn(&mut self) {
        self.put(Entry::Turn);
    }

    pub fn open_row(&mut self) {
        if self.places.len() >= DEEPEST_ROW {
            self.passed_over += 1;
            return;
        }
        self.places.push(Place::Row { cells: Vec::new(), after: self.last });
        self.last = Last::Paragraph;
    }

    pub fn open_cell(&mut self) {
        if self.passed_over > 0 {
            return;
        }
        if let Some(Place::Row { cells, .. }) = self.places.last_mut() {
            cells.push(Vec::new());
        }
        self.last = Last::Paragraph;
    }

    /// Ends a row: its cells become one line. A row with words in one cell only is no table but layout,
    /// often around a whole paper: its paragraphs stay as they are.
    pub fn close_row(&mut self) {
        if self.passed_over > 0 {
            self.passed_over -= 1;
            return;
        }
        let Some(place) = self.places.pop() else { return };
        let Place::Row { cells, after } = place else {
            self.places.push(place);
            return;
        };
        if cells.iter().filter(|cell| cell.iter().any(is_text)).count() < 2 {
            for entry in cells.into_iter().flatten() {
                self.put(entry);
            }
            return;
        }
        let mut words: Vec<String> = Vec::new();
        let mut notes = Vec::new();
        let mut part = Part::Text;
        let mut turns_after = false;
        for cell in cells {
            let mut text = String::new();
            for entry in cell {
                match entry {
                    Entry::Line(line) if line.part == Part::Note => notes.push(Entry::Line(line)),
                    Entry::Line(line) => {
                        part = line.part;
                        text += if text.is_empty() { "" } else { " " };
                        text += &line.text;
                    }
                    Entry::Turn if words.is_empty() && text.is_empty() => self.put(Entry::Turn),
                    Entry::Turn => turns_after = true,
                }
            }
            words.push(text);
        }
        let text = words.join("\t").trim().to_owned();
        self.put(Entry::Line(Line { text, after_gap: after != Last::Row, part }));
        for note in notes {
            self.put(note);
        }
        if turns_after {
            self.put(Entry::Turn);
        }
        self.last = Last::Row;
    }

    /// What follows is set aside until `close_aside` hands it out.
    pub fn open_aside(&mut self) {
        self.places.push(Place::Aside(Vec::new()));
        self.last = Last::Paragraph;
    }

    pub fn close_aside(&mut self) -> Vec<Line> {
        while let Some(Place::Row { .. }) = self.places.last() {
            self.close_row();
        }
        let Some(Place::Aside(entries)) = self.places.pop() else { return Vec::new() };
        let lines = entries.into_iter().filter_map(|entry| match entry {
            Entry::Line(line) => Some(line),
            Entry::Turn => None,
        });
        lines.collect()
    }

    /// All lines, without their pages.
    pub fn lines(self) -> Vec<Line> {
        self.finish().pages.into_iter().flat_map(|page| page.lines).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.pages.iter().all(|page| page.lines.is_empty())
    }

    pub fn finish(mut self) -> Printed {
        self.passed_over = 0;
        while let Some(place) = self.places.last() {
            match place {
                Place::Row { .. } => self.close_row(),
                Place::Aside(_) => drop(self.close_aside()),
            }
        }
        if self.pages.len() > 1 && self.pages.last().is_some_and(|page| page.lines.is_empty()) {
            self.pages.pop();
        }
        Printed { pages: self.pages, wrapped: false }
    }

    fn put(&mut self, entry: Entry) {
        match self.places.last_mut() {
            Some(Place::Row { cells, .. }) => {
                if cells.is_empty() {
                    cells.push(Vec::new());
                }
                cells.last_mut().expect("a cell was pushed above").push(entry);
            }
            Some(Place::Aside(entries)) => entries.push(entry),
            None => {
                let page = self.pages.last_mut().expect("there is a page from the start");
                match entry {
                    Entry::Line(line) => page.lines.push(line),
                    Entry::Turn if page.lines.is_empty() => {}
                    Entry::Turn => self.pages.push(Page::default()),
                }
            }
        }
    }
}

fn is_text(entry: &Entry) -> bool {
    matches!(entry, Entry::Line(line) if line.part != Part::Note)
}

/// A line without what has no place in one. Characters stay as they are, or quotations would no longer fit.
pub(super) fn clean(text: &str) -> String {
    let kept = text.chars().filter_map(|c| match c {
        '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{ad}' => None,
        c if c.is_control() && c != '\t' => None,
        c => Some(c),
    });
    kept.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::samples::show;
    use super::*;

    fn check(write: impl FnOnce(&mut Flow), expect: &str) {
        let mut flow = Flow::new();
        write(&mut flow);
        assert_eq!(show(&flow.finish()), expect);
    }

    #[test]
    fn gaps_stand_between_paragraphs_but_not_between_items() {
        check(
            |flow| {
                flow.paragraph("Eins\nzwei\n\ndrei");
                flow.item("1. a");
                flow.item("2. b");
                flow.paragraph(" ");
                flow.item("3. c");
            },
            "¶ Eins\nzwei\n¶ drei\n¶ 1. a\n2. b\n¶ 3. c\n",
        );
    }

    #[test]
    fn a_row_is_a_line_unless_it_is_layout() {
        check(
            |flow| {
                for cells in [["a", "b"], ["c", "d"], ["", "nur\neine"]] {
                    flow.open_row();
                    for cell in cells {
                        flow.open_cell();
                        flow.paragraph(cell);
                    }
                    flow.close_row();
                }
            },
            "¶ a\tb\nc\td\n¶ nur\neine\n",
        );
    }

    #[test]
    fn rows_within_rows_and_pages_within_rows() {
        check(
            |flow| {
                flow.paragraph("davor");
                flow.open_row();
                flow.open_cell();
                flow.turn();
                flow.paragraph("außen");
                flow.open_cell();
                flow.open_row();
                flow.open_cell();
                flow.paragraph("x");
                flow.open_cell();
                flow.paragraph("y");
                flow.close_row();
                flow.turn();
                flow.close_row();
                flow.paragraph("danach");
            },
            "¶ davor\n---\n¶ außen\tx\ty\n---\n¶ danach\n",
        );
    }

    #[test]
    fn rows_too_deep_are_no_rows() {
        check(
            |flow| {
                for _ in 0..100 {
                    flow.open_row();
                    flow.open_cell();
                }
                flow.paragraph("tief");
                for _ in 0..100 {
                    flow.close_row();
                }
                flow.paragraph("danach");
            },
            "¶ tief\n¶ danach\n",
        );
    }

    #[test]
    fn what_is_left_open_is_closed() {
        check(
            |flow| {
                flow.close_row();
                flow.open_row();
                flow.open_cell();
                flow.paragraph("a");
                flow.open_cell();
                flow.paragraph("b");
            },
            "¶ a\tb\n",
        );
    }

    #[test]
    fn lines_are_clean() {
        assert_eq!(clean(" a\u{ad}b\u{0}\tc\u{a0}d\u{2028}e \u{a0}"), "ab\tc\u{a0}d e");
    }
}
