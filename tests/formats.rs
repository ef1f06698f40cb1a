//! Papers as PDF, Word, ODT and web pages: the outline is that of the text, and no damage does harm.

mod support;

use std::path::Path;
use std::process::Command;

use landtag_annotator::files::sandbox::SANDBOX_CALL;
use landtag_annotator::files::{import, storage};
use landtag_annotator::model::{Document, Language, Problem, ReadingLimit};
use landtag_annotator::ui::lang::words;
use serde_json::Value;
use support::score::{Score, squash};
use support::{fixture, paper};

const PAPERS: [&str; 4] = ["hessen", "bundestag", "bw", "bayern"];

/// Labels with the words of question or answer.
fn parts(document: &Document) -> Vec<String> {
    let outline = &document.outline;
    let words = |span| squash(&document.reading(span)).trim_end_matches(['.', ':']).to_owned();
    let questions =
        outline.questions().map(|question| format!("{}: {}", question.label, words(question.text)));
    let answers = outline.groups.iter().map(|group| {
        let labels: Vec<&str> = group.questions.iter().map(|question| question.label.as_str()).collect();
        let text: String = group.answers.iter().map(|span| words(*span)).collect();
        let begin: String = text.chars().take(40).collect();
        let end: String = text.chars().skip(text.chars().count().saturating_sub(40)).collect();
        // A wrapped cell of a table stands in two rows: the letters are the same, in another order.
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        format!("{}> {begin} … {end} {}", labels.join("+"), String::from_iter(letters))
    });
    questions.chain(answers).collect()
}

/// Three programs printed these papers: with hyphens, running heads, footnotes, questions over two pages.
#[test]
fn the_outline_of_a_pdf_is_that_of_its_text() {
    for name in PAPERS {
        let pdf = paper(&fixture(&format!("pdf/{name}.pdf")));
        let text = paper(&fixture(&format!("pdf/{name}.txt")));
        assert_eq!(parts(&pdf), parts(&text), "{name}");
        let gold = std::fs::read_to_string(fixture(&format!("pdf/{name}.json"))).expect("labels");
        let gold: Value = serde_json::from_str(&gold).expect("JSON");
        let mut score = Score::default();
        score.add(&pdf, &gold);
        assert!(score.errors.is_empty(), "{name}: {:?}", score.errors);
        assert!(pdf.print.pages.len() > 1, "{name}: its pages are known");
        assert!(pdf.print.joined.hyphens > 0, "{name}: its hyphens are joined");
        assert!(!pdf.print.left_out.is_empty(), "{name}: what was left out is kept");
        assert_eq!(pdf.origin.format, "PDF");
    }
}

#[test]
fn evidence_knows_its_page() {
    let pdf = paper(&fixture("pdf/hessen.pdf"));
    let last = pdf.outline.groups.last().expect("an answer").answers[0];
    let (first_page, last_page) = pdf.print.pages_of(last).expect("pages");
    assert!(first_page <= last_page && last_page as usize == pdf.print.pages.len());
    let note = pdf.print.notes.first().expect("a footnote");
    assert!(note.page.is_some());
}

#[test]
fn word_and_odt_are_read_alike() {
    let docx = paper(&fixture("formats/anfrage.docx"));
    let odt = paper(&fixture("formats/anfrage.odt"));
    let html = paper(&fixture("formats/anfrage.html"));
    assert_eq!(docx.id, odt.id, "the same text is the same document");
    for document in [&docx, &odt, &html] {
        let labels: Vec<&str> =
            document.outline.questions().map(|question| question.label.as_str()).collect();
        assert_eq!(labels, ["1", "2", "3"], "{}", document.origin.file);
        assert_eq!(document.head.number.as_deref(), Some("21/9999"));
    }
    assert_eq!([docx.origin.format, odt.origin.format, html.origin.format], ["DOCX", "ODT", "HTML"]);
}

#[test]
fn files_that_give_no_text_say_why() {
    let problem = |name: &str| {
        let bytes = std::fs::read(fixture(name)).expect("a file");
        import::document(name, &bytes).expect_err("no text")
    };
    assert!(matches!(problem("pdf/scan.pdf"), Problem::OnlyImages { .. }));
    // A scan with a layer of recognised text is a text.
    assert!(import::document("x", &std::fs::read(fixture("pdf/ocr.pdf")).expect("a file")).is_ok());
    assert!(matches!(problem("pdf/locked.pdf"), Problem::FileLocked { .. }));
    assert!(import::document("x", &std::fs::read(fixture("pdf/owner.pdf")).expect("a file")).is_ok());
}

/// A small random number: the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap_or(0)
    }
}

/// Every fixture cut at 200 places and with 200 bytes changed: a document or a problem, and nothing else.
#[test]
fn damage_does_no_harm() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for folder in ["pdf", "formats", "papers"] {
        for entry in std::fs::read_dir(fixture(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let known =
                ["pdf", "docx", "odt", "html"].iter().any(|e| path.extension().is_some_and(|x| x == *e));
            // Of the forty texts a few will do.
            let text =
                folder == "papers" && path.extension().is_some_and(|e| e == "txt") && dice.below(8) == 0;
            if !known && !text {
                continue;
            }
            let whole = std::fs::read(&path).expect("a file");
            for nth in 0..200 {
                harmless(&path, &whole[..whole.len() * nth / 200]);
            }
            for _ in 0..200 {
                let mut bytes = whole.clone();
                let at = dice.below(bytes.len());
                bytes[at] ^= 1 << dice.below(8);
                harmless(&path, &bytes);
            }
        }
    }
}

fn harmless(path: &Path, bytes: &[u8]) {
    if let Ok(document) = import::document("x", bytes) {
        let text = document.body.as_str();
        assert!(document.outline.spans().all(|span| span.is_in(text)), "{}", path.display());
        assert!(document.print.notes.iter().all(|note| note.span.is_in(text)), "{}", path.display());
    }
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_landtag-annotator");

/// The program reads a format whose library may fail in a process of its own, and one bad file costs one line,
/// whatever the program's file is called.
#[test]
#[cfg(target_os = "linux")]
fn a_hostile_file_costs_one_row() {
    let folder = tempfile::tempdir().expect("a folder");
    let renamed = folder.path().join("annotator-0.1");
    std::fs::hard_link(PROGRAM, &renamed)
        .or_else(|_| std::fs::copy(PROGRAM, &renamed).map(|_| ()))
        .expect("a second name");
    let papers = folder.path().join("papers");
    std::fs::create_dir(&papers).expect("a folder");
    for name in ["pdf/hessen.pdf", "pdf/scan.pdf", "formats/anfrage.docx"] {
        let file = Path::new(name).file_name().expect("a name");
        std::fs::copy(fixture(name), papers.join(file)).expect("a copy");
    }
    // Less than the readers' own limit and more than the memory there is; and more than that limit.
    std::fs::write(papers.join("bombe.pdf"), bomb(200)).expect("written");
    std::fs::write(papers.join("strom.pdf"), bomb(300)).expect("written");
    let problems = [
        Problem::ReadingEnded { file: "bombe.pdf".to_owned() },
        Problem::OnlyImages { file: "scan.pdf".to_owned() },
        Problem::OverReadingLimit {
            file: "strom.pdf".to_owned(),
            limit: ReadingLimit::PdfStreamMegabytes(256),
        },
    ];
    let expected =
        problems.map(|problem| format!("landtag-annotator: {}", (words(Language::German).problem)(&problem)));
    for (program, project) in [(Path::new(PROGRAM), "a.ron"), (&renamed, "b.ron")] {
        let project = folder.path().join(project);
        let output = Command::new(program)
            .arg("new")
            .args([&project, &papers])
            .env("LANG", "de_DE.UTF-8")
            .env("LANDTAG_ANNOTATOR_SANDBOX_MEGABYTES", "256")
            .output()
            .expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(said.lines().collect::<Vec<_>>(), expected, "{}", program.display());
        let opened = storage::open(&project).expect("a project").project;
        let mut names: Vec<&str> = opened.documents().map(|document| document.origin.file.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["anfrage.docx", "hessen.pdf"], "the good papers are in");
    }
}

/// A file that is small, needs little memory and is never done.
#[test]
#[cfg(target_os = "linux")]
fn the_system_ends_reading_that_takes_too_long() {
    use std::os::unix::process::ExitStatusExt as _;
    const SIGKILL: i32 = 9;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ewig.pdf");
    std::fs::write(&path, pdf(4_000, &b"0 0 m 1 1 l ".repeat(100_000))).expect("written");
    let output = Command::new(PROGRAM)
        .arg(SANDBOX_CALL)
        .arg(&path)
        .env("LANDTAG_ANNOTATOR_SANDBOX_SECONDS", "1")
        .output()
        .expect("the program runs");
    assert_eq!(output.status.signal(), Some(SIGKILL), "{:?}", output.status);
}

/// A page whose stream is so many megabytes of nothing, packed into a few hundred kilobytes.
#[cfg(target_os = "linux")]
fn bomb(megabytes: usize) -> Vec<u8> {
    pdf(1, &vec![b' '; megabytes << 20])
}

/// So many pages with the same content.
#[cfg(target_os = "linux")]
fn pdf(pages: usize, content: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(content).expect("memory takes it");
    let packed = packed.finish().expect("memory takes the end");
    let numbers = 4..4 + pages;
    let kids: Vec<String> = numbers.clone().map(|number| format!("{number} 0 R")).collect();
    let kids = kids.join(" ");
    let leaves: Vec<String> = numbers
        .map(|number| {
            format!("{number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>>endobj\n")
        })
        .collect();
    let leaves = leaves.concat();
    let mut file = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {pages}>>endobj\n{leaves}3 0 obj<</Filter/FlateDecode/Length {}>>stream\n",
        packed.len()
    )
    .into_bytes();
    file.extend(&packed);
    file.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    file
}
