//! Pages as PDF: every kind of block, hostile texts, and the same words when the file is read back.
//! `LOOK=folder` keeps the files, to be looked at.

mod support;

use std::cell::Cell;

use jiff::civil::{Date, date};
use landtag_annotator::files::export::{Output, pdf};
use landtag_annotator::files::import;
use landtag_annotator::model::analysis::chart::{Bar, BarChart, BarPart, DayChart, DayDot, DayRow};
use landtag_annotator::model::analysis::summary::{
    Block, Entry, Findings, MarginNote, Mark, PaperStrip, Publication, Quotation, ReadingParagraph,
    ReadingRole, Run, Section, SheetAnswer, SheetQuote, SheetRow, SheetTag, Strip, StripAnswer, StripCell,
};
use landtag_annotator::model::{
    DocumentId, ExportChoice, ExportFormat, Language, LineStyle, Progress, Swatch, Unfinished, Unwatched,
};
use support::exported::exported;
use support::study::study;

const DAY: Date = date(2026, 5, 4);

fn file(publication: &Publication) -> Vec<u8> {
    pdf(publication, DAY, &Unwatched).expect("a file")
}

/// Keeps a file to be looked at, where a folder is named.
fn look(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("LOOK") {
        let path = std::path::Path::new(&folder).join(format!("{name}.pdf"));
        std::fs::write(path, bytes).expect("a folder to look into");
    }
}

/// The words of a file as our own import reads them.
fn read_back(bytes: &[u8]) -> Vec<String> {
    words(import::document("sheet.pdf", bytes).expect("a paper that reads").body.as_str())
}

/// Letters and digits only: where a line is broken is not told.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Whether words stand in a text, all of them and in their order. The columns of a table are read line by line, so
/// words of the neighbours stand between those of a cell: at most so many lines of them as the cell itself has.
fn contains(text: &[String], passage: &str) -> bool {
    let passage = words(passage);
    let begins = |from: &usize| {
        let near = text[*from..].iter().take(passage.len() * 4 + 40);
        let mut wanted = passage.iter().peekable();
        near.for_each(|word| _ = wanted.next_if_eq(&word));
        wanted.peek().is_none()
    };
    let places = 0..text.len();
    !passage.is_empty() && places.filter(|place| text[*place] == passage[0]).any(|place| begins(&place))
}

#[test]
fn a_missing_word_is_noticed() {
    let text = words("Wann wird Es wurde entschieden, Termin offen");
    assert!(
        contains(&text, "Wann wird entschieden?")
            && !contains(&text, "Wann wurde wird")
            && !contains(&text, "")
    );
}

fn publication(language: Language, sections: Vec<Section>) -> Publication {
    Publication { language, title: "Probe".into(), sections }
}

fn section(title: &str, blocks: Vec<Block>) -> Section {
    Section { title: title.into(), blocks }
}

fn tags() -> [SheetTag; 6] {
    let tag = |letter: &str, name: &str, swatch, line| SheetTag {
        letter: letter.into(),
        name: name.into(),
        swatch,
        line,
    };
    [
        tag("K", "konkret", Swatch::Green, LineStyle::Solid),
        tag("V", "vage", Swatch::Orange, LineStyle::Wavy),
        tag("A", "aufgeschoben", Swatch::Blue, LineStyle::Dashed),
        tag("P", "parteipolitisch umgedeutet", Swatch::Plum, LineStyle::DotDash),
        tag("N", "nicht zuständig", Swatch::Olive, LineStyle::Double),
        tag("T", "teils", Swatch::Teal, LineStyle::LongDash),
    ]
}

/// A strip of answers of so many questions, one of seven of which is open.
fn strip(counts: &[usize], label: impl Fn(usize) -> String) -> Strip {
    let mut number = 0;
    let mut cell = || {
        number += 1;
        let tag = (number % 7 != 0).then(|| tags()[number % 6].clone());
        StripCell { label: label(number), tag }
    };
    let answers = counts.iter().map(|count| StripAnswer { cells: (0..*count).map(|_| cell()).collect() });
    Strip { answers: answers.collect(), jointly: "gemeinsam beantwortet".into() }
}

/// Rows under the cells of a strip.
fn findings(strip: &Strip) -> Findings {
    let mut number = 0;
    let mut row = |cell: &StripCell| {
        number += 1;
        let quote = SheetQuote {
            words: format!(
                "… wird der Träger Nummer {number} „zu gegebener Zeit“ über die Größe der Brücke entscheiden …"
            ),
            page: if number % 2 == 0 { format!("S. {number}") } else { String::new() },
        };
        SheetRow {
            label: cell.label.clone(),
            question: format!(
                "Wann wird über die Brücke Nummer {number} entschieden, und wer entscheidet darüber?"
            ),
            tag: cell.tag.clone(),
            open: "offen".into(),
            quotes: vec![quote; usize::from(cell.tag.is_some()) * (1 + number % 2)],
            remarks: vec!["kein Datum".into(), "Verweis auf 21/2112".into()],
            memo: if number % 3 == 0 { "Vergleiche die Antwort von 2024.".into() } else { String::new() },
        }
    };
    let answers =
        strip.answers.iter().map(|answer| SheetAnswer { rows: answer.cells.iter().map(&mut row).collect() });
    Findings {
        columns: ["Frage".into(), "Einstufung".into(), "Belegstelle (wörtlich), Memo kursiv".into()],
        answers: answers.collect(),
    }
}

fn sheet(title: &str, strip: Strip) -> Section {
    let findings = findings(&strip);
    let blocks = vec![
        Block::Over("Landtag Musterland · Kleine Anfrage und Antwort · ausgegeben 27.04.2026".into()),
        Block::Title(title.into()),
        Block::Facts(vec![
            ("Frage".into(), "Mara Beispiel (Freie Liste), 25.02.2026".into()),
            ("Antwort".into(), "Ministerin für Brücken, Fähren und Furten, 10.04.2026".into()),
            ("Dauer".into(), "44 Tage bis zur Antwort, 61 bis zur Ausgabe".into()),
        ]),
        Block::Outcome {
            headline: "1 von 10 Fragen konkret beantwortet".into(),
            counts: "konkret 1 · vage 1 · aufgeschoben 8".into(),
        },
        Block::Strip(strip),
        Block::Findings(findings),
        Block::Footer(vec![
            "konkret: die Antwort nennt das Gefragte. vage: sie nennt es weder noch stellt sie es in Aussicht.".into(),
            "Codiert von N. Keller. Codebuch 1.2.".into(),
            format!("Textgrundlage: Datei brücke.txt, SHA-256 {}.", "0123456789abcdef".repeat(4)),
        ]),
    ];
    section(title, blocks)
}

fn bar_chart(language: Language) -> BarChart {
    let bar = |name: &str, counts: &[usize]| {
        let n: usize = counts.iter().sum();
        let parts = counts.iter().zip(tags()).filter(|(count, _)| **count > 0).map(|(count, tag)| {
            let share = *count as f64 / n as f64;
            BarPart { tag, count: *count, share, percent: (share * 100.0).round() as u32 }
        });
        let few = n < 10;
        let interval = if few { "zu wenige".into() } else { "56 % [32; 77]".into() };
        Bar { name: name.into(), n, parts: parts.collect(), interval, few, documents: Vec::new() }
    };
    let long = "Ministerium für Landwirtschaft, Umwelt, Verbraucherschutz und ländliche Räume";
    BarChart {
        title: if language == Language::German { "Ministerium".into() } else { "Ministry".into() },
        order: "sortiert nach Anteil konkret".into(),
        unit: "142 Fragen aus 18 Dokumenten".into(),
        interval_heading: "konkret, 95 %".into(),
        bars: vec![
            bar("HMKB", &[15, 6, 6]),
            bar("HMdI", &[12, 4, 6]),
            bar(long, &[10_300, 200, 43, 1, 1, 1]),
            bar("HMdJ", &[3, 2, 3]),
            bar("HMLU", &[0, 1, 0]),
            bar("leer", &[]),
        ],
    }
}

fn day_chart() -> DayChart {
    let row = |name: &str, days: &[i32], median: f64| DayRow {
        name: name.into(),
        dots: days
            .iter()
            .map(|days| DayDot { document: DocumentId(7), days: *days, late: *days > 42 })
            .collect(),
        median,
        median_words: format!("{median} Tage"),
    };
    DayChart {
        title: "Tage bis zur Antwort".into(),
        unit: "18 Dokumente, ab Fragedatum".into(),
        median_heading: "Median".into(),
        first: 20,
        last: 70,
        deadline: Some((42, "sechs Wochen".into())),
        rows: vec![
            row("HMKB", &[31, 36, 40, 41], 38.0),
            row("HMdI", &[38, 44, 58], 44.0),
            row("HMFG", &[70, 20], 45.0),
        ],
    }
}

fn quotations() -> Vec<Quotation> {
    let quotation = |number: usize, tag: Option<SheetTag>| {
        Quotation {
        quote: SheetQuote {
            words: "… ein konkretes Datum ist nach der Erstellung der Brückenübersicht zu terminieren, soweit die Träger es mittragen.".into(),
            page: "S. 3".into(),
        },
        question_name: format!("Frage {number}"),
        question: "Bis wann werden die Brücken im Muldetal saniert, und welche zuerst?".into(),
        tag,
    }
    };
    vec![quotation(4, Some(tags()[2].clone())), quotation(8, Some(tags()[3].clone())), quotation(9, None)]
}

fn reading() -> Vec<ReadingParagraph> {
    let mark = |number: usize, tag: Option<usize>| Mark { number, tag: tag.map(|tag| tags()[tag].clone()) };
    let run = |words: &str, marks: Vec<Mark>| Run { words: words.into(), marks };
    let note = |number: usize, tag: Option<usize>| MarginNote {
        number,
        question_name: format!("Frage {number}"),
        tag: tag.map(|tag| tags()[tag].clone()),
        remarks: vec!["kein Datum".into()],
        memo: "Die Antwort nennt den Ort, aber nicht die Zeit; siehe auch die Antwort vom März.".into(),
    };
    let paragraph = |role, runs, notes| ReadingParagraph { role, runs, notes };
    let plain = "Die Landesregierung hat die Brücken im Muldetal im vergangenen Jahr begutachten lassen. ";
    let mut all = vec![
        paragraph(
            ReadingRole::Remark,
            vec![run("Vorbemerkung der Fragestellerin: Viele Brücken sind gesperrt.", vec![])],
            vec![],
        ),
        paragraph(
            ReadingRole::Question,
            vec![run("Frage 1. Welche Brücken sind gesperrt, und seit wann sind sie es?", vec![])],
            vec![],
        ),
        paragraph(
            ReadingRole::Answer,
            vec![
                run(&plain.repeat(2), vec![]),
                run("Gesperrt sind drei Brücken, und zwar ", vec![mark(1, Some(0))]),
                run("bis auf weiteres ", vec![mark(1, Some(0)), mark(2, Some(1))]),
                run("und ohne Termin.", vec![mark(2, Some(1)), mark(3, Some(2))]),
                run(" Mehr ist nicht bekannt. ", vec![]),
                run("Ohne Einstufung.", vec![mark(4, None)]),
                run(" ", vec![]),
                run(
                    "Ein Satz mit Strichpunktlinie, der sich über mehr als eine einzige Zeile zieht, damit man sie sieht.",
                    vec![mark(5, Some(3))],
                ),
                run(" ", vec![]),
                run("Doppelt unterstrichen", vec![mark(6, Some(4))]),
                run(" und ", vec![]),
                run("lang gestrichelt unterstrichen.", vec![mark(7, Some(5))]),
            ],
            vec![
                note(1, Some(0)),
                note(2, Some(1)),
                note(3, Some(2)),
                note(4, None),
                note(5, Some(3)),
                note(6, Some(4)),
                note(7, Some(5)),
            ],
        ),
        paragraph(ReadingRole::Note, vec![run("1 Stand: 1. März 2026.", vec![])], vec![]),
    ];
    for number in 8..20 {
        let marked =
            run(&format!("Satz Nummer {number} ist ein Beleg."), vec![mark(number, Some(number % 6))]);
        all.push(paragraph(
            ReadingRole::Answer,
            vec![run(&plain.repeat(3), vec![]), marked],
            vec![note(number, Some(number % 6))],
        ));
    }
    all
}

/// A publication with every kind of block.
fn everything(language: Language) -> Publication {
    let entry = |section, title: &str| Entry {
        section,
        title: title.into(),
        found: "1 von 10 Fragen konkret beantwortet".into(),
    };
    let papers = (1..30).map(|number| PaperStrip {
        paper: format!("21/90{number:02}"),
        strip: strip(&vec![1 + number % 3; 1 + number % 9], |label| label.to_string()),
    });
    let front = section(
        "Bericht",
        vec![
            Block::OwnTitle("Antworten auf Fragen nach Brücken".into()),
            Block::Paragraph("Ausgewertet sind 142 Fragen aus 18 Dokumenten. ".repeat(6)),
            Block::Bars(bar_chart(language)),
            Block::Days(day_chart()),
            Block::Heading("Alle Dokumente".into()),
            Block::Strips(papers.collect()),
            Block::Heading("Inhalt".into()),
            Block::Contents(vec![entry(1, "Brücken im Muldetal"), entry(2, "Fähren"), entry(3, "Furten")]),
        ],
    );
    let press = section(
        "Fähren",
        vec![
            Block::Over("Landtag Musterland · Kleine Anfrage und Antwort".into()),
            Block::Title("Fähren".into()),
            Block::Outcome {
                headline: "1 von 3 Fragen konkret beantwortet".into(),
                counts: "konkret 1".into(),
            },
            Block::Strip(strip(&[1, 2], |label| label.to_string())),
            Block::Quotations(quotations()),
        ],
    );
    let furten = section("Furten", vec![Block::Title("Furten".into()), Block::Reading(reading())]);
    let unread = section(
        "Stege",
        vec![
            Block::Title("Stege".into()),
            Block::Notice("Nicht gegliedert: In diesem Dokument wurden keine Fragen erkannt.".into()),
        ],
    );
    let muldetal = sheet(
        "Brücken im Muldetal: Wann werden sie saniert, und was kostet das?",
        strip(&[4, 2, 1, 2, 1], |label| label.to_string()),
    );
    publication(language, vec![front, muldetal, press, furten, unread])
}

#[test]
fn every_block_is_written_and_read_back() {
    for language in [Language::German, Language::English] {
        let bytes = file(&everything(language));
        look(&format!("everything-{}", language.code()), &bytes);
        assert!(bytes.starts_with(b"%PDF-1.7"));
        let text = read_back(&bytes);
        for words in [
            "Antworten auf Fragen nach Brücken",
            "142 Fragen aus 18 Dokumenten",
            "K 56",
            "zu wenige",
            "sechs Wochen",
            "38 Tage",
            "21/9029",
            "1 von 10 Fragen konkret beantwortet",
            "Wann wird über die Brücke Nummer 10 entschieden",
            "gemeinsam beantwortet",
            "Vergleiche die Antwort von 2024.",
            "Verweis auf 21/2112",
            "parteipolitisch umgedeutet",
            "nach der Erstellung der Brückenübersicht zu terminieren",
            "Satz Nummer 19 ist ein Beleg.",
            "Nicht gegliedert",
        ] {
            assert!(contains(&text, words), "{words:?} is not in {text:?}");
        }
    }
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    let publication = everything(Language::German);
    assert_eq!(file(&publication), file(&publication));
    let other = pdf(&publication, date(2026, 5, 5), &Unwatched).expect("a file");
    assert_ne!(file(&publication), other, "the day is in the file");
}

#[test]
fn every_question_and_quotation_of_a_study_is_read_back() {
    let project = study();
    let count = project.document_count();
    let output = exported(&project, count, &ExportChoice::of(ExportFormat::Pdf), "Brücken", Language::German);
    let Output::File(bytes) = output else { panic!("one file") };
    look("study", &bytes);
    let text = read_back(&bytes);
    let (mut questions, mut quotations) = (0, 0);
    for document in project.documents() {
        for question in document.outline.questions() {
            let words = document.reading(question.text);
            assert!(contains(&text, &words), "{words:?}");
            questions += 1;
        }
    }
    for (key, coding) in project.codings().filter(|(key, _)| key.coder == project.me()) {
        let document = project.document(key.document).expect("a document");
        for evidence in &coding.evidence {
            let words = document.reading(evidence.span);
            // A passage of signs alone has no words to look for.
            if !words.contains(char::is_alphanumeric) {
                continue;
            }
            assert!(contains(&text, &words), "{words:?}");
            quotations += 1;
        }
    }
    assert!(questions > 70 && quotations > 60, "{questions} questions, {quotations} quotations");
}

#[test]
fn long_papers_are_broken_over_pages() {
    let forty = sheet("Vierzig Fragen", strip(&[13, 1, 1, 8, 3, 3, 1, 1, 2, 7], |label| label.to_string()));
    let long_labels = sheet("Lange Nummern", strip(&[3, 1, 2], |label| format!("{label} b) aa)")));
    let points = sheet("Unterfragen", strip(&[2, 4], |label| format!("{label}.1")));
    let two_hundred = sheet("Zweihundert Fragen", strip(&[1; 200], |label| label.to_string()));
    let bytes = file(&publication(Language::German, vec![forty, long_labels, points, two_hundred]));
    look("long", &bytes);
    let text = read_back(&bytes);
    // The rows of two hundred questions are so alike that reading takes some at the edge of a page for running heads.
    for number in [1, 40, 199] {
        assert!(contains(&text, &format!("über die Brücke Nummer {number} entschieden")), "{number}");
    }
}

/// Texts that try everything, in every place.
#[test]
fn hostile_words_arrive_as_words() {
    let long = "x".repeat(3000);
    let hostile = [
        "<script>alert('x')</script> =1+1 \u{0}\u{8}\u{feff}\u{fffe}\u{ffff}\u{e000} \u{10ffff} a\r\nb\u{2028}c",
        "שלום עולם \u{202e}umgekehrt\u{202c} مرحبا",
        "👩‍🌾🏳️‍🌈 漢字かな 한국어 e\u{301}\u{327}\u{30a}",
        &long,
        " \u{a0}\t ",
        "",
    ];
    let mut sections = Vec::new();
    for words in hostile {
        let mut publication = everything(Language::English);
        for section in &mut publication.sections {
            section.title = words.to_owned();
            section.blocks.iter_mut().for_each(|block| spoil(block, words));
            sections.push(section.clone());
        }
    }
    let publication = Publication { language: Language::English, title: hostile[0].into(), sections };
    let bytes = file(&publication);
    look("hostile", &bytes);
    let text = read_back(&bytes);
    assert!(contains(&text, "<script>alert('x')</script> =1+1"), "words stay words");
    for words in hostile {
        let title = Publication { language: Language::German, title: words.into(), sections: Vec::new() };
        assert!(file(&title).starts_with(b"%PDF"));
    }
}

/// Puts the words in every place of a block.
fn spoil(block: &mut Block, words: &str) {
    let all = |texts: Vec<&mut String>| texts.into_iter().for_each(|text| words.clone_into(text));
    let tag = |tag: &mut Option<SheetTag>| {
        if let Some(tag) = tag {
            words.clone_into(&mut tag.name);
            words.clone_into(&mut tag.letter);
        }
    };
    match block {
        Block::Over(text)
        | Block::Title(text)
        | Block::OwnTitle(text)
        | Block::Heading(text)
        | Block::Paragraph(text)
        | Block::Notice(text) => words.clone_into(text),
        Block::Facts(facts) => facts.iter_mut().for_each(|(name, value)| all(vec![name, value])),
        Block::Outcome { headline, counts } => all(vec![headline, counts]),
        Block::Strip(strip) => {
            words.clone_into(&mut strip.jointly);
            for cell in strip.answers.iter_mut().flat_map(|answer| &mut answer.cells) {
                words.clone_into(&mut cell.label);
                tag(&mut cell.tag);
            }
        }
        Block::Findings(findings) => {
            findings.columns.iter_mut().for_each(|column| words.clone_into(column));
            for row in findings.answers.iter_mut().flat_map(|answer| &mut answer.rows) {
                all(vec![&mut row.label, &mut row.question, &mut row.open, &mut row.memo]);
                row.remarks.iter_mut().for_each(|remark| words.clone_into(remark));
                row.quotes.iter_mut().for_each(|quote| all(vec![&mut quote.words, &mut quote.page]));
                tag(&mut row.tag);
            }
        }
        Block::Quotations(quotations) => {
            for quotation in quotations {
                all(vec![&mut quotation.quote.words, &mut quotation.quote.page]);
                all(vec![&mut quotation.question_name, &mut quotation.question]);
                tag(&mut quotation.tag);
            }
        }
        Block::Reading(paragraphs) => {
            for paragraph in paragraphs {
                paragraph.runs.iter_mut().for_each(|run| words.clone_into(&mut run.words));
                for note in &mut paragraph.notes {
                    all(vec![&mut note.question_name, &mut note.memo]);
                    note.remarks.iter_mut().for_each(|remark| words.clone_into(remark));
                    tag(&mut note.tag);
                }
            }
        }
        Block::Contents(entries) => entries.iter_mut().for_each(|entry| {
            words.clone_into(&mut entry.title);
            words.clone_into(&mut entry.found);
            entry.section += 1000;
        }),
        Block::Bars(chart) => {
            all(vec![&mut chart.title, &mut chart.order, &mut chart.unit, &mut chart.interval_heading]);
            for bar in &mut chart.bars {
                all(vec![&mut bar.name, &mut bar.interval]);
                for part in &mut bar.parts {
                    part.share *= 3.0;
                    words.clone_into(&mut part.tag.letter);
                    words.clone_into(&mut part.tag.name);
                }
            }
        }
        Block::Days(chart) => {
            all(vec![&mut chart.title, &mut chart.unit, &mut chart.median_heading]);
            (chart.first, chart.last) = (i32::MAX, i32::MIN);
            chart.deadline = Some((i32::MIN, words.to_owned()));
            for row in &mut chart.rows {
                row.median = f64::NAN;
                all(vec![&mut row.name, &mut row.median_words]);
            }
        }
        Block::Strips(papers) => papers.iter_mut().for_each(|paper| words.clone_into(&mut paper.paper)),
        Block::Footer(lines) => lines.iter_mut().for_each(|line| words.clone_into(line)),
    }
}

/// Notes how far the work is, and stops it after so many steps.
struct Watch {
    steps: Cell<usize>,
    last: Cell<(usize, usize)>,
    stop_after: usize,
}

impl Progress for Watch {
    fn step(&self, done: usize, of: usize) -> Result<(), Unfinished> {
        assert!(done <= of && done >= self.last.get().0, "progress goes forward");
        self.last.set((done, of));
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > self.stop_after { Err(Unfinished::Stopped) } else { Ok(()) }
    }
}

#[test]
fn it_says_how_far_it_is_and_stops() {
    let publication = everything(Language::German);
    let watch = |stop_after| Watch { steps: Cell::new(0), last: Cell::new((0, 0)), stop_after };
    let whole = watch(usize::MAX);
    pdf(&publication, DAY, &whole).expect("a file");
    let (done, of) = whole.last.get();
    assert_eq!((done, of), (10, 11), "setting and drawing five sections, and closing the file");
    for stop_after in 0..whole.steps.get() {
        assert_eq!(pdf(&publication, DAY, &watch(stop_after)), Err(Unfinished::Stopped), "{stop_after}");
    }
}
