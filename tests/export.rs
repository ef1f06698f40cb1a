//! What goes out, compared with kept files. `WRITE_GOLDENS=1` makes them anew; look at the difference.

mod support;

use std::path::PathBuf;

use landtag_annotator::files::storage::write_project;
use landtag_annotator::model::edits::{Session, evidence, tagging};
use landtag_annotator::model::text::{Body, Span};
use landtag_annotator::model::{ExportFormat, Language, Project};
use support::exported::exported_text;
use support::study::study;
use support::{Goldens, fixture, now, paper, question, root, sample, session, tag};

/// The sample as one reader coded it, and a second paper that nobody has touched.
fn coded() -> Session {
    let document = sample();
    let id = document.id;
    let text = document.body.clone();
    let mut session = session(vec![document, paper(&fixture("hessen-invented.txt"))]);
    let tags = [
        (1, "concrete"),
        (2, "concrete"),
        (3, "vague"),
        (4, "deferred"),
        (5, "vague"),
        (6, "deferred"),
        (7, "concrete"),
        (8, "vague"),
        (10, "concrete"),
    ];
    for (number, name) in tags {
        let change = tagging::tag(session.project(), question(id, number), Some(&tag(name)), now());
        session.commit(change.expect("a tag")).expect("fits");
    }
    for (number, words) in [
        (1, "ca. 140 Nachtbuslinien gefördert"),
        (4, "zum jetzigen Zeitpunkt nicht genannt werden."),
        (7, "Eine Kostenfreiheit für einzelne Altersgruppen ist nicht geplant."),
    ] {
        let start = text.as_str().find(words).expect("words of the sample");
        let span = Span::new(start, start + words.len());
        let change = evidence::add_to_all(session.project(), &[question(id, number)], span, now());
        session.commit(change.expect("evidence")).expect("fits");
    }
    let memo = "Datum nur für den <Probebetrieb>\n=nicht das Gefragte";
    let change = tagging::memo(session.project(), question(id, 6), memo, now()).expect("a memo");
    session.commit(change).expect("fits");
    session
}

fn kept(name: &str) -> PathBuf {
    root().join("tests/goldens").join(name)
}

fn export(project: &Project, documents: usize, format: ExportFormat, language: Language) -> String {
    exported_text(project, documents, format, "Nachtbusse", language)
}

/// The study that other programs are tried with: `tests/programs` reads it.
#[test]
fn the_kept_study_is_the_study() {
    let kept = root().join("tests/fixtures/programs/study.ron");
    Goldens::default().check(&kept, &write_project(&study()));
}

#[test]
fn one_paper_in_every_format_and_language() {
    let session = coded();
    let mut goldens = Goldens::default();
    for language in [Language::German, Language::English] {
        for format in [ExportFormat::Html, ExportFormat::Markdown, ExportFormat::Csv, ExportFormat::Ledger] {
            let text = export(session.project(), 1, format, language);
            let table = if format == ExportFormat::Ledger { "-ledger" } else { "" };
            goldens.check(&kept(&format!("sample-{}{table}.{}", language.code(), format.ending())), &text);
        }
    }
}

#[test]
fn the_whole_project_has_a_page_per_paper() {
    let session = coded();
    let page = export(session.project(), 2, ExportFormat::Html, Language::German);
    Goldens::default().check(&kept("project-de.html"), &page);
    assert!(page.contains("4 von 10 Fragen konkret beantwortet"));
    assert!(page.contains("0 von 6 Fragen konkret beantwortet"));
    let table = export(session.project(), 2, ExportFormat::Csv, Language::German);
    assert_eq!(table.lines().filter(|line| line.contains(",HE,")).count(), 16, "one row per question");
}

/// A paper whose words try everything.
#[test]
fn hostile_words_arrive_as_words() {
    const HOSTILE: &str = "=HYPERLINK(\"http://x\") <script>alert('x')</script> | a, \"b\" ; c?";
    let text = format!(
        "HESSISCHER LANDTAG\n\n01. 02. 2026\n\nKleine Anfrage\n\nA <b>B</b> (=1+1) vom 01.01.2026\n\n=Titel & <i>mehr</i>\n\nund\n\nAntwort\n\nMinister\n\nIch beantworte die Kleine Anfrage wie folgt:\n\nFrage 1 {HOSTILE}\n\n-2+3 {HOSTILE}\n\nWiesbaden, 20. Januar 2026\n\n@Bo"
    );
    let document =
        landtag_annotator::files::import::document("=böse|.txt", text.as_bytes()).expect("a paper");
    let (id, body): (_, Body) = (document.id, document.body.clone());
    let mut session = session(vec![document]);
    let start = body.as_str().find("-2+3").expect("there");
    let span = Span::new(start, start + 40);
    let change = evidence::add_to_all(session.project(), &[question(id, 1)], span, now()).expect("evidence");
    session.commit(change).expect("fits");
    let change =
        tagging::memo(session.project(), question(id, 1), "=cmd|' /C calc'!A0", now()).expect("a memo");
    session.commit(change).expect("fits");

    let page = export(session.project(), 1, ExportFormat::Html, Language::German);
    assert!(!page.contains("<script>") && !page.contains("<b>B</b>") && !page.contains("<i>mehr"));
    assert!(page.contains("&lt;script&gt;"));
    assert!(!page.contains(" src=") && !page.contains("href=\"http"), "nothing is asked of the network");
    let notes = export(session.project(), 1, ExportFormat::Markdown, Language::German);
    assert!(!notes.contains("<script>"));
    let table = export(session.project(), 1, ExportFormat::Csv, Language::German);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 1);
    for cell in &rows[0] {
        let is_number = cell.parse::<f64>().is_ok();
        assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?} would run");
    }
}
