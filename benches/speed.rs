//! How fast the daily work is: `cargo bench`. Ratios in one run tell more than times on a noisy machine.

use std::path::Path;

use divan::{Bencher, black_box};
use egui::{Event, Key, Modifiers, RawInput, Rect, pos2, vec2};
use landtag_annotator::app::{Pretended, Window};
use landtag_annotator::files::export::render;
use landtag_annotator::files::import;
use landtag_annotator::files::storage::{default_codebook, read_project, write_project};
use landtag_annotator::model::edits::library;
use landtag_annotator::model::{Document, ExportFormat, Language, Project};
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

/// Reading and cutting the sample.
#[divan::bench]
fn import_one_paper() -> Document {
    import::document("sample.txt", black_box(SAMPLE)).expect("a paper")
}

#[divan::bench(sample_count = 10)]
fn import_1000_papers() -> usize {
    papers(1000).len()
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
    let day = jiff::civil::date(2026, 5, 4);
    bencher.bench_local(|| {
        render(&project, &documents, format, "x", &words(Language::German).summary, day).len()
    });
}
