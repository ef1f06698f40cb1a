//! How fast the daily work is: `cargo bench`. Ratios in one run tell more than times on a noisy machine.

use std::path::Path;
use std::sync::Arc;

use divan::{Bencher, black_box};
use egui::{Event, Key, Modifiers, RawInput, Rect, pos2, vec2};
use jiff::Timestamp;
use landtag_annotator::app::{Pretended, Window};
use landtag_annotator::files::export::render;
use landtag_annotator::files::import;
use landtag_annotator::files::storage::{built_in_cues, default_codebook, read_project, write_project};
use landtag_annotator::model::analysis::{CueFinder, CueSearch, read_again};
use landtag_annotator::model::edits::{Edit, library};
use landtag_annotator::model::text::Quote;
use landtag_annotator::model::{
    Coding, Document, DocumentId, Evidence, ExportFormat, Language, Project, QuestionRef,
};
use landtag_annotator::ui::{lang::words, theme};

fn main() {
    divan::main();
}

const SAMPLE: &[u8] = include_bytes!("../assets/sample/kleine-anfrage-hessen-muster.txt");

/// A window without a screen.
struct Desk {
    ctx: egui::Context,
    window: Window,
    time: f64,
}

impl Desk {
    fn with(path: &Path) -> Self {
        let now = "2026-05-04T10:00:00Z".parse().expect("a moment");
        let services = Pretended::services(now, Vec::new(), Language::German);
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let mut desk = Self { ctx, window: Window::new(services, vec![path.to_owned()]), time: 0.0 };
        for _ in 0..600 {
            desk.frame(Vec::new());
        }
        desk
    }

    /// One frame with these events, tessellated as for the screen.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1440.0, 900.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let output = self.ctx.run_ui(input, |ui| self.window.ui(ui));
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

fn press(key: Key) -> Vec<Event> {
    let event =
        |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    vec![event(true), event(false)]
}

fn long_text(kilobytes: usize) -> tempfile::NamedTempFile {
    let paragraph = "Der Landtag hat heute beraten, und zwar lange und ausführlich. ".repeat(8) + "\n\n";
    let file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a file");
    std::fs::write(file.path(), paragraph.repeat(kilobytes * 1024 / paragraph.len() + 1)).expect("written");
    file
}

fn sample_file() -> tempfile::NamedTempFile {
    let file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a file");
    std::fs::write(file.path(), SAMPLE).expect("written");
    file
}

fn papers(count: usize) -> Vec<Document> {
    let text = String::from_utf8(SAMPLE.to_vec()).expect("UTF-8");
    (0..count)
        .map(|number| {
            let text = text.replacen("Nachtbusse", &format!("Nachtbusse {number}"), 1);
            import::document(&format!("{number}.txt"), text.as_bytes()).expect("a paper")
        })
        .collect()
}

fn project(count: usize) -> Project {
    let mut project = Project::new("", default_codebook());
    library::add(&project, papers(count)).edit.apply(&mut project).expect("fits");
    project
}

/// Papers in which every question carries a tag, every second one with its answer as evidence.
fn coded(codings: usize) -> Project {
    let paper = papers(1).remove(0);
    let mut project = Project::new("", default_codebook());
    let version = project.codebook().version.clone();
    let count = codings / paper.outline.question_count();
    for nth in 0..count {
        let paper = Document { id: DocumentId(nth as u64 + 1), ..paper.clone() };
        for (place, asked) in paper.outline.questions().enumerate() {
            let mut coding = Coding::empty(Timestamp::UNIX_EPOCH, &version);
            coding.tag = Some(project.codebook().tags[(nth + place) % 3].id.clone());
            if place % 2 == 0 {
                let answer = paper.outline.group_of(asked.id).expect("its group").answers[0];
                coding.evidence = vec![Evidence { span: answer, quote: Quote::of(&paper.body, answer) }];
            }
            let key = project.my_key(QuestionRef { document: paper.id, question: asked.id });
            if place == 0 {
                let document = Arc::new(paper.clone());
                Edit::PutDocument { place: nth, document }.apply(&mut project).expect("fits");
            }
            Edit::PutCoding { key, coding: Arc::new(coding) }.apply(&mut project).expect("fits");
        }
    }
    project
}

/// Reading and cutting the sample.
#[divan::bench]
fn import_one_paper() -> Document {
    import::document("sample.txt", black_box(SAMPLE)).expect("a paper")
}

#[divan::bench(sample_count = 10)]
fn import_1000_papers() -> usize {
    papers(1000).len()
}

/// Places to read again in a project in which everything is coded, by the number of codings.
#[divan::bench(args = [1_000, 50_000], sample_count = 10)]
fn read_again_after_coding(bencher: Bencher<'_, '_>, codings: usize) {
    let project = coded(codings);
    bencher.bench_local(|| read_again(black_box(&project)).len());
}

/// The built-in cues made ready, and looked for in one answer.
#[divan::bench(sample_count = 10)]
fn make_the_cues_ready(bencher: Bencher<'_, '_>) {
    let paper = papers(1).remove(0);
    bencher.bench_local(|| {
        let mut finder = CueFinder::new(built_in_cues());
        let mut search = CueSearch::new(&paper, &paper.outline.groups[0]);
        finder.go_on(&mut search, usize::MAX)
    });
}

/// The cues of a whole paper, once they are ready.
#[divan::bench]
fn cues_of_one_paper(bencher: Bencher<'_, '_>) {
    let paper = papers(1).remove(0);
    let mut finder = CueFinder::new(built_in_cues());
    bencher.bench_local(|| {
        let groups = &paper.outline.groups;
        let mut found = 0;
        for group in groups {
            let mut search = CueSearch::new(&paper, group);
            finder.go_on(&mut search, usize::MAX);
            found += search.passages().len();
        }
        found
    });
}

/// A key press, the change, and the frame that shows it.
#[divan::bench]
fn tag_to_repainted_frame(bencher: Bencher<'_, '_>) {
    let file = sample_file();
    let mut desk = Desk::with(file.path());
    let mut other = false;
    bencher.bench_local(|| {
        other = !other;
        desk.frame(press(if other { Key::Num1 } else { Key::Num2 }));
        desk.frame(Vec::new())
    });
}

/// What one frame costs, by the length of the text in kilobytes.
#[divan::bench(args = [10, 100, 1000])]
fn frame_of_a_text(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let file = long_text(kilobytes);
    let mut desk = Desk::with(file.path());
    bencher.bench_local(|| desk.frame(Vec::new()));
}

#[divan::bench(args = [10, 1000], sample_count = 10)]
fn write_a_project(bencher: Bencher<'_, '_>, count: usize) {
    let project = project(count);
    bencher.bench_local(|| write_project(&project).len());
}

#[divan::bench(args = [10, 1000], sample_count = 10)]
fn read_a_project(bencher: Bencher<'_, '_>, count: usize) {
    let text = write_project(&project(count));
    bencher.bench_local(|| read_project("x", &text).expect("reads").document_count());
}

#[divan::bench(args = ["html", "md", "csv"], sample_count = 10)]
fn export_1000_papers(bencher: Bencher<'_, '_>, ending: &str) {
    let project = project(1000);
    let documents: Vec<&Document> = project.documents().map(|document| &**document).collect();
    let format = ExportFormat::of_ending(ending).expect("a format");
    bencher.bench_local(|| render(&project, &documents, format, "x", &words(Language::German).summary).len());
}
