//! Whole papers, as three programs print them. The papers and their makers are in `fixtures/`.

use super::super::printed::{Failure, Line, Part, Printed};
use super::glyphs::{Glyph, Glyphs, MOST_GLYPHS_ON_A_PAGE, MOST_OBJECTS, MOST_PAGES, Sheet};
use super::read::{read, read_with};
use crate::model::ReadingLimit;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pdf/", $name))
    };
}

fn of(bytes: &[u8]) -> Printed {
    read(bytes).expect("a readable paper")
}

fn lines(printed: &Printed, part: Part) -> impl Iterator<Item = &Line> {
    printed.pages.iter().flat_map(|page| &page.lines).filter(move |line| line.part == part)
}

/// The letters of a text in their order: lines, blanks and hyphens are a matter of setting.
fn letters<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// The text of a paper, without its notes, is read as it was written; so are the notes.
fn check_text(pdf: &[u8], written: &[u8]) {
    let printed = of(pdf);
    let written = str::from_utf8(written).expect("UTF-8");
    let is_note = |line: &&str| line.starts_with("1 ") || line.starts_with("2 ");
    let text = letters(written.lines().filter(|line| !is_note(line)));
    assert_eq!(letters(lines(&printed, Part::Text).map(|line| line.text.as_str())), text);
    let notes = letters(written.lines().filter(is_note));
    assert_eq!(letters(lines(&printed, Part::Note).map(|line| line.text.as_str())), notes);
}

#[test]
fn papers_are_read_as_they_were_written() {
    check_text(fixture!("hessen.pdf"), fixture!("hessen.txt"));
    check_text(fixture!("bundestag.pdf"), fixture!("bundestag.txt"));
    check_text(fixture!("bw.pdf"), fixture!("bw.txt"));
}

/// What is furniture, each line after the number of its page.
fn check_furniture(pdf: &[u8], expect: &[&str]) {
    let printed = of(pdf);
    let pages = printed.pages.iter().enumerate();
    let furniture = pages.flat_map(|(number, page)| {
        let lines = page.lines.iter().filter(|line| line.part == Part::Furniture);
        lines.map(move |line| format!("{} {}", number + 1, line.text))
    });
    assert_eq!(furniture.collect::<Vec<_>>(), expect);
}

#[test]
fn heads_and_feet_are_furniture() {
    check_furniture(
        fixture!("bundestag.pdf"),
        &[
            "1 Die Antwort wurde namens der Bundesregierung mit Schreiben des Bundesministeriums für Verkehr vom 4. Mai 2026",
            "1 übermittelt.",
            "1 Die Drucksache enthält zusätzlich – in kleinerer Schrifttype – den Fragetext.",
            "2 Drucksache 21/6093 – 2 – Deutscher Bundestag – 21. Wahlperiode",
            "3 Deutscher Bundestag – 21. Wahlperiode – 3 – Drucksache 21/6093",
            "3 Gesamtherstellung: Druckhaus Musterau, Beispielgasse 7, 12345 Musterau",
        ],
    );
    check_furniture(
        fixture!("bw.pdf"),
        &[
            "1 Eingegangen: 28. 5. 2025 / Ausgegeben: 26. 6. 2025\t1",
            "1 Drucksachen und Plenarprotokolle finden sich im Netz und kön-",
            "1 nen dort abgerufen werden unter: www.beispiel-landtag.de/Do-",
            "1 kumente",
            "1 Der Landtag druckt auf Recyclingpapier, das mit einem Umwelt-",
            "1 zeichen für sparsamen Verbrauch ausgezeichnet wurde.",
            "2 Landtag von Baden-Württemberg\tDrucksache 17 / 8829",
            "2 2",
            "3 Landtag von Baden-Württemberg\tDrucksache 17 / 8829",
            "3 3",
        ],
    );
    check_furniture(
        fixture!("bayern.pdf"),
        &[
            "2 Drucksache 19 / 7315 Bayerischer Landtag 19. Wahlperiode Seite 2 / 3",
            "3 Drucksache 19 / 7315 Bayerischer Landtag 19. Wahlperiode Seite 3 / 3",
        ],
    );
}

/// Whether something new begins with each of these lines.
fn check_gaps(pdf: &[u8], expect: &[(&str, bool)]) {
    let printed = of(pdf);
    for (start, after_gap) in expect {
        let line = lines(&printed, Part::Text).find(|line| line.text.starts_with(start));
        assert_eq!(line.map(|line| line.after_gap), Some(*after_gap), "{start}");
    }
}

#[test]
fn paragraphs_begin_after_gaps_and_changes_of_type() {
    check_gaps(
        fixture!("bundestag.pdf"),
        &[
            ("V o r b e m e r k u n g  d e r  F r a g e s t e l l e r", true),
            ("1. Wie viele", true),
            ("können nach Kenntnis", false),
            ("Gegenwärtig können 23", true),
            // The question goes on over the page.
            ("Verordnung zu rechnen", false),
            ("Die Schriftform", true),
        ],
    );
    check_gaps(
        fixture!("bw.pdf"),
        &[
            // An indent alone starts this one.
            ("Im Naturpark befinden", true),
            ("Davon entfallen", false),
            // A word torn by the end of the page, a footnote and a running head.
            ("sen werden offensichtlich", false),
        ],
    );
    // Only the weight tells, in fonts that do not know theirs.
    check_gaps(fixture!("bayern.pdf"), &[("2.2 Welche Grenz", true), ("Die Fragen 1.1 bis 1.3", true)]);
}

#[test]
fn cells_and_page_numbers_stand_behind_tabs() {
    let printed = of(fixture!("bayern.pdf"));
    for line in [
        "1.1 Wie viele bewirtschaftete Berghütten gibt es in Bayern?\t3",
        "Parameter\t2020\t2021\t2022\t2023\t2024",
        "Nitrat\t0\t1\t0\t0\t0",
    ] {
        assert!(lines(&printed, Part::Text).any(|other| other.text == line), "{line}");
    }
}

#[test]
fn what_gives_no_text_says_why() {
    assert_eq!(read(fixture!("scan.pdf")), Err(Failure::OnlyImages));
    assert_eq!(read(fixture!("locked.pdf")), Err(Failure::Locked));
    assert!(matches!(read(b"%PDF-1.7 and no more"), Err(Failure::Broken(_))));
    assert!(matches!(read(b""), Err(Failure::Broken(_))));
}

#[test]
fn lines_are_neither_blank_nor_broken() {
    for pdf in
        [&fixture!("hessen.pdf")[..], fixture!("bundestag.pdf"), fixture!("bw.pdf"), fixture!("bayern.pdf")]
    {
        for line in of(pdf).pages.iter().flat_map(|page| &page.lines) {
            assert!(!line.text.is_empty() && line.text.trim() == line.text, "{line:?}");
            assert!(!line.text.contains(['\n', '\r', '\u{ad}', '\u{c}']), "{line:?}");
        }
    }
}

#[test]
fn letters_without_shapes_under_a_scan_are_read() {
    let printed = of(fixture!("ocr.pdf"));
    let text: Vec<&str> = lines(&printed, Part::Text).map(|line| line.text.as_str()).collect();
    assert_eq!(text, ["Zeile 1: gelesen aus einem Bild", "Über die Straße führt eine Brücke."]);
}

#[test]
fn a_file_locked_for_changes_only_can_be_read() {
    assert_eq!(of(fixture!("owner.pdf")), of(fixture!("hessen.pdf")));
}

#[test]
fn a_cut_file_gives_a_failure_or_some_text() {
    let whole = fixture!("hessen.pdf");
    for share in 1..40 {
        match read(&whole[..whole.len() * share / 40]) {
            Ok(printed) => assert!(!printed.pages.is_empty()),
            Err(failure) => {
                assert!(matches!(failure, Failure::Broken(_) | Failure::OnlyImages), "{failure:?}");
            }
        }
    }
}

/// A library whose files have no end.
struct Endless;

impl Glyphs for Endless {
    fn sheets(_: &[u8], take: &mut dyn FnMut(Sheet) -> Result<(), Failure>) -> Result<(), Failure> {
        loop {
            let blank = Glyph { char: ' ', ..Glyph::default() };
            take(Sheet { glyphs: vec![blank; MOST_GLYPHS_ON_A_PAGE], ..Sheet::default() })?;
        }
    }
}

#[test]
fn a_file_without_end_is_given_up() {
    assert!(matches!(read_with::<Endless>(b""), Err(Failure::OverLimit(ReadingLimit::PdfGlyphs(_)))));
}

#[test]
fn a_file_of_too_many_objects_or_pages_is_refused() {
    let objects = |count: usize| {
        let mut file = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n".to_vec();
        file.extend((4..=count).flat_map(|number| format!("{number} 0 obj 1 endobj\n").into_bytes()));
        file.extend(b"trailer<</Root 1 0 R>>\n%%EOF");
        read(&file)
    };
    assert_eq!(objects(1000), Err(Failure::OnlyImages), "a page without print");
    let limit = ReadingLimit::PdfObjects(MOST_OBJECTS);
    assert_eq!(objects(MOST_OBJECTS + 1), Err(Failure::OverLimit(limit)));
    let pages = |count: usize| {
        let numbers = 3..3 + count;
        let kids: Vec<String> = numbers.clone().map(|number| format!("{number} 0 R")).collect();
        let kids = kids.join(" ");
        let page = |number| format!("{number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n");
        let leaves = numbers.map(page).collect::<Vec<_>>().concat();
        let file = format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {count}>>endobj\n{leaves}trailer<</Root 1 0 R>>\n%%EOF"
        );
        read(file.as_bytes())
    };
    assert_eq!(pages(10), Err(Failure::OnlyImages));
    assert_eq!(pages(MOST_PAGES + 1), Err(Failure::OverLimit(ReadingLimit::PdfPages(MOST_PAGES))));
}
