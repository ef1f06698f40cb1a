//! The rooms of the window. Panes never see each other; they read the project and ask with commands.

mod answer;
mod codebook;
mod documents;
mod export;
mod import;
mod keys;
mod navigation;
mod notices;
mod outline;
mod palette;
mod path;
mod reader;
mod settings;
mod strip;
mod top_bar;
mod unsaved;
mod welcome;

pub use answer::{AllSame, AnswerPane, Pick};
pub use codebook::{CodebookPane, CodebookPlan};
pub use documents::DocumentsPane;
pub use export::ExportPane;
pub use import::{ImportPane, ImportRow, ImportState, Importing, print_facts};
pub use keys::{definitions, keys};
pub use navigation::{NAVIGATION, navigation, navigation_rail};
pub use notices::{Notice, Toast, notices, toast};
pub use outline::{OutlinePane, outline_bar, outline_foot};
pub use palette::{Palette, PaletteKind};
pub use path::{PathFor, PathPane};
pub use reader::{ReaderPane, Scroll};
pub use settings::settings;
pub use strip::StripPane;
pub use top_bar::{TopBar, top_bar};
pub use unsaved::unsaved;
pub use welcome::{WelcomeProject, dashed_frame, welcome};
