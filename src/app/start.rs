//! Opening the window on this machine, and saying in one line why that did not work.

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use super::geometry::{self, Fitted};
use super::native_dialogs::ParentWindow;
use super::services::Services;
use super::window::Window;
use crate::files::storage::load_preferences;
use crate::ui::theme;

/// The packages that a bare machine may lack, by their Debian names.
const PACKAGES: &str = "libx11-6 libxcursor1 libxi6 libx11-xcb1 libxkbcommon-x11-0 libgl1 libgl1-mesa-dri";

/// Set once a frame was shown: from then on a panic is a fault of ours, before it a missing library.
static STARTED: AtomicBool = AtomicBool::new(false);
static FIRST_PANIC: Mutex<Option<String>> = Mutex::new(None);

/// eframe's side of the window.
struct Frame(Window);

impl eframe::App for Frame {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        STARTED.store(true, Ordering::Relaxed);
        self.0.ui(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// One line that says what is missing and how to install it.
pub fn start(paths: Vec<PathBuf>, timings: Option<Instant>) -> Result<(), String> {
    if cfg!(target_os = "linux") && !has_display() {
        return Err("no display: neither WAYLAND_DISPLAY nor DISPLAY is set. Start the program in a desktop session, or on a server under Xvfb: sudo apt-get install xvfb && xvfb-run landtag-annotator. Without a window: landtag-annotator --help".to_owned());
    }
    quiet_until_started();
    let icon = image::load_from_memory(include_bytes!("../../assets/icon-256.png")).ok().map(|icon| {
        let icon = icon.into_rgba8();
        egui::IconData { width: icon.width(), height: icon.height(), rgba: icon.into_raw() }
    });
    let services = Services::real();
    // Before the window is made, no monitor is known.
    let remembered = services.preferences.as_deref().and_then(|path| load_preferences(path).window);
    let expected = geometry::fit(remembered, &[]);
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Landtag Annotator")
        .with_app_id("landtag-annotator")
        .with_inner_size(expected.size)
        .with_maximized(expected.maximised)
        .with_icon(icon.unwrap_or_default())
        .with_drag_and_drop(true);
    viewport.position = remembered.and_then(|window| window.place).map(egui::Pos2::from);
    let options = eframe::NativeOptions {
        centered: viewport.position.is_none(),
        viewport,
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        ..Default::default()
    };
    let ran = std::panic::catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native(
            "landtag-annotator",
            options,
            Box::new(move |cc| {
                theme::install(&cc.egui_ctx);
                place(&cc.egui_ctx, geometry::fit(remembered, &geometry::monitors(cc)));
                let services = services.with_parent(ParentWindow::of(cc));
                let window = Window::new(services, paths);
                let window = match timings {
                    Some(since) => window.with_timings(since),
                    None => window,
                };
                Ok(Box::new(Frame(window)))
            }),
        )
    }));
    match ran {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(missing(&error.to_string())),
        Err(panic) if STARTED.load(Ordering::Relaxed) => std::panic::resume_unwind(panic),
        Err(_) => {
            Err(missing(&FIRST_PANIC.lock().map(|said| said.clone().unwrap_or_default()).unwrap_or_default()))
        }
    }
}

/// Puts the window where it is to be, before the first frame shows it.
fn place(ctx: &egui::Context, window: Fitted) {
    ctx.send_viewport_cmd(egui::ViewportCommand::MinInnerSize(window.smallest));
    if window.maximised {
        // X11 forgets what was asked before the window was shown.
        ctx.send_viewport_cmd(egui::ViewportCommand::Maximized(true));
    } else {
        ctx.send_viewport_cmd(egui::ViewportCommand::InnerSize(window.size));
        if let Some(place) = window.place {
            ctx.send_viewport_cmd(egui::ViewportCommand::OuterPosition(place));
        }
    }
}

fn has_display() -> bool {
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn missing(reason: &str) -> String {
    // The toolkit names the line of its source; a person has no use for it.
    let reason = match reason.rfind(".rs:").and_then(|at| reason[at..].split_once(": ")) {
        Some((_, words)) => words,
        None => reason,
    };
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let reason: String = reason.chars().take(240).collect();
    if cfg!(target_os = "linux") {
        format!(
            "the window could not be opened ({reason}). On Debian and Ubuntu this installs what it needs: sudo apt-get install {PACKAGES}"
        )
    } else {
        format!("the window could not be opened ({reason}). Check that a graphics driver is installed")
    }
}

/// Libraries that are missing make the window toolkit panic. That is told in one line, without a trace.
fn quiet_until_started() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if STARTED.load(Ordering::Relaxed) {
            usual(panic);
        } else if let Ok(mut said) = FIRST_PANIC.lock() {
            let words = panic.payload_as_str().unwrap_or("a library is missing").to_owned();
            said.get_or_insert(words);
        }
    }));
}
