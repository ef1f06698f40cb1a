//! Pages in every layout and format: what stands in them, and that it comes out of them again.
//! `WRITE_STUDY=FILE` keeps the coded project, `WRITE_PAGES=FOLDER` its pages, to be looked at.

mod support;

use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

use landtag_annotator::files::export::Output;
use landtag_annotator::files::{import, storage};
use landtag_annotator::model::{Document, ExportChoice, ExportFormat, Language, PageLayout, Project};
use quick_xml::events::Event;
use support::coded::{coded, study};
use support::exported::exported;

fn page(
    project: &Project,
    papers: usize,
    format: ExportFormat,
    layout: PageLayout,
    language: Language,
) -> Vec<u8> {
    let choice = ExportChoice { layout, ..ExportChoice::of(format) };
    match exported(project, papers, &choice, "Probestudie", language) {
        Output::File(bytes) => bytes,
        Output::Folder(_) => panic!("a page is one file"),
    }
}

fn text(project: &Project, papers: usize, format: ExportFormat, layout: PageLayout) -> String {
    String::from_utf8(page(project, papers, format, layout, Language::German)).expect("a text")
}

/// The words that our own importer finds in a file.
fn read_back(file: &str, bytes: &[u8]) -> String {
    let document = import::document(file, bytes).expect("a file that reads");
    document.body.as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn keep(name: &str, format: ExportFormat, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("WRITE_PAGES") {
        std::fs::write(Path::new(&folder).join(format!("{name}.{}", format.ending())), bytes)
            .expect("written");
    }
}

const PAGES: [ExportFormat; 4] =
    [ExportFormat::Html, ExportFormat::Markdown, ExportFormat::Docx, ExportFormat::Odt];

#[test]
fn a_study_and_its_pages_are_kept_for_looking() {
    let session = study();
    let project = session.project();
    assert_eq!(project.document_count(), 5);
    if let Some(path) = std::env::var_os("WRITE_STUDY") {
        storage::create(path.as_ref(), project).expect("a file that is not there yet");
    }
    for layout in PageLayout::ALL {
        for (language, papers) in [(Language::German, 5), (Language::English, 5), (Language::German, 1)] {
            for format in PAGES {
                let bytes = page(project, papers, format, layout, language);
                assert!(!bytes.is_empty());
                keep(&format!("{}-{}-{papers}", layout.name(), language.code()), format, &bytes);
            }
        }
    }
}

#[test]
fn every_word_of_a_paper_stands_in_its_reading_view() {
    let session = study();
    let project = session.project();
    let document = project.document_at(0).expect("the sample");
    let head = document.outline.head.expect("a printed head");
    let words: Vec<&str> = document.body.as_str()[head.end..].split_whitespace().collect();
    assert!(words.len() > 400);

    let html = words_of_html(&text(project, 1, ExportFormat::Html, PageLayout::Reading));
    for format in [ExportFormat::Docx, ExportFormat::Odt] {
        let bytes = page(project, 1, format, PageLayout::Reading, Language::German);
        let read = read_back(&format!("seite.{}", format.ending()), &bytes);
        for word in &words {
            assert!(html.contains(word), "{word:?} is missing in HTML");
            assert!(read.contains(word), "{word:?} is missing in {format:?}");
        }
    }
}

#[test]
fn quotations_come_out_of_every_format_as_they_went_in() {
    let session = study();
    let project = session.project();
    let quotes = [
        "Aus dem Programm „Späte Linie“ wurden im Jahr 2025 ca. 140 Nachtbuslinien gefördert.",
        "Vergleiche <Frage 1> & „Anlage“.",
        "noch keine · Bedingung laut Antwort: „nach Abschluss der Prüfung“",
        "3 von 10 Fragen konkret beantwortet",
        "konkret 3 · vage 3 · aufgeschoben 3 · offen 1",
    ];
    for format in [ExportFormat::Docx, ExportFormat::Odt, ExportFormat::Html] {
        let bytes = page(project, 5, format, PageLayout::Report, Language::German);
        let read = match format {
            ExportFormat::Html => words_of_html(&String::from_utf8(bytes).expect("a text")),
            _ => read_back(&format!("bericht.{}", format.ending()), &bytes),
        };
        for quote in quotes {
            assert!(read.contains(quote), "{quote:?} is missing in {format:?}");
        }
    }
}

#[test]
fn passages_that_overlap_keep_both_their_ends() {
    let page = text(study().project(), 1, ExportFormat::Markdown, PageLayout::Reading);
    let overlapping = "\\[2: \\[4: Zur Zahl der Fahrgäste nach Mitternacht liege :2\\]n der Landesregierung keine \
        Erkenntnisse vor. :4\\]";
    assert!(page.contains(overlapping));
    // What was said of a question stands once, at its first passage.
    assert!(page.contains("- \\[2\\] Frage 2, V vage (teilweise)\n- \\[3\\] Frage 2, V vage\n"));
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    for layout in PageLayout::ALL {
        for format in PAGES {
            let once = page(study().project(), 5, format, layout, Language::English);
            assert_eq!(once, page(study().project(), 5, format, layout, Language::English), "{format:?}");
        }
    }
}

#[test]
fn a_press_page_shows_what_a_person_chose() {
    let session = study();
    let project = session.project();
    let document = project.document_at(0).expect("the sample");
    let words = "62 Prozent der teilnehmenden Gemeinden";
    let start = document.body.as_str().find(words).expect("words of the sample");
    let question = document.outline.questions().nth(4).expect("a fifth question");
    let key = landtag_annotator::model::QuestionRef { document: document.id, question: question.id };
    let span = landtag_annotator::model::text::Span::new(start, start + words.len());
    let choice = ExportChoice {
        layout: PageLayout::Press,
        quotes: vec![(key, span)],
        ..ExportChoice::of(ExportFormat::Markdown)
    };
    let Output::File(bytes) = exported(project, 1, &choice, "Probestudie", Language::German) else {
        panic!("a page is one file")
    };
    let page = String::from_utf8(bytes).expect("a text");
    let quotes: Vec<&str> = page.lines().filter(|line| line.starts_with("> ")).collect();
    assert_eq!(quotes, ["> … 62 Prozent der teilnehmenden Gemeinden …"]);
    assert!(page.contains("**Frage 5** (V vage): "));

    let first = text(project, 1, ExportFormat::Markdown, PageLayout::Press);
    let tags: Vec<&str> = first
        .lines()
        .filter(|line| line.starts_with("**Frage"))
        .filter_map(|line| line.get(12..15))
        .collect();
    assert_eq!(tags, ["(K ", "(V ", "(A "], "of different tags where possible");
}

/// A paper with forty questions, five of them answered jointly, whose words try everything.
fn hostile() -> Document {
    const HOSTILE: &str =
        "=HYPERLINK(\"http://x\") <script>alert('x')</script> ]]> &amp; \u{1}\u{b} {\\rtf} \u{202e}a | b";
    let long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(8);
    let mut text = "HESSISCHER LANDTAG\n\n01. 02. 2026\n\nKleine Anfrage\n\nA <b>B</b> (=1+1) vom 01.01.2026\n\n\
        =Titel & <i>mehr</i> \u{1}\n\nund\n\nAntwort\n\nMinister\n\nIch beantworte die Kleine Anfrage wie folgt:\n\n"
        .to_owned();
    for number in 1..=40 {
        let _ = write!(text, "Frage {number} Was gilt {HOSTILE} in Fall {number}?\n\n");
        if !(3..7).contains(&number) {
            let _ = write!(text, "-2+3 {HOSTILE} {long} gilt im Fall {number}. Der Rest folgt später.\n\n");
        }
    }
    text += "Wiesbaden, 20. Januar 2026\n\n@Bo";
    import::document("=böse & <wild>.txt", text.as_bytes()).expect("a paper")
}

#[test]
fn hostile_words_are_words_in_every_layout_and_format() {
    let session = coded(vec![hostile()]);
    let project = session.project();
    assert_eq!(project.document_at(0).expect("there").outline.question_count(), 40);
    for layout in PageLayout::ALL {
        for format in [ExportFormat::Docx, ExportFormat::Odt] {
            let bytes = page(project, 1, format, layout, Language::English);
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes[..])).expect("an archive");
            for place in 0..archive.len() {
                let mut file = archive.by_index(place).expect("a file");
                let mut xml = String::new();
                file.read_to_string(&mut xml).expect("a text");
                if place > 0 || format == ExportFormat::Docx {
                    assert!(is_well_formed(&xml), "file {place} of {format:?}");
                }
            }
            let read = read_back(&format!("seite.{}", format.ending()), &bytes);
            assert!(read.contains("<script>alert('x')</script> ]]> &amp; "), "{layout:?} {format:?}");
            keep(&format!("hostile-{}", layout.name()), format, &bytes);
        }
        let html = page(project, 1, ExportFormat::Html, layout, Language::English);
        keep(&format!("hostile-{}", layout.name()), ExportFormat::Html, &html);
        let html = String::from_utf8(html).expect("a text");
        assert!(
            !html.contains("<script") && !html.contains("<b>B</b>") && !html.contains("http-equiv=\"refresh")
        );
        assert!(html.contains("&lt;script&gt;"));
    }
}

/// Whether every element is closed, every entity known and every character allowed.
fn is_well_formed(xml: &str) -> bool {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    let is_forbidden = |c: char| matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}');
    depth == 0 && !xml.chars().any(is_forbidden)
}

#[test]
fn a_project_without_papers_has_a_page() {
    let session = support::session(Vec::new());
    for layout in PageLayout::ALL {
        for format in PAGES {
            let bytes = page(session.project(), 0, format, layout, Language::German);
            if format == ExportFormat::Markdown {
                assert!(String::from_utf8(bytes).expect("a text").starts_with("# Probestudie\n"));
            }
        }
    }
}

/// The text between the tags, with the entities that we write.
fn words_of_html(html: &str) -> String {
    let body = html.split("<body>").nth(1).expect("a body");
    let mut words = String::new();
    for piece in body.split('<').skip(1) {
        words += piece.split_once('>').map_or("", |(_, text)| text);
    }
    let words = words.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<");
    words.replace("&gt;", ">").replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}
