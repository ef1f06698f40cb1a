//! The typefaces, once in the program: for the screen and for paper.

pub static SERIF: &[u8] = include_bytes!("../assets/fonts/SourceSerif4-Regular.ttf");
pub static SERIF_ITALIC: &[u8] = include_bytes!("../assets/fonts/SourceSerif4-It.ttf");
pub static SERIF_SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/SourceSerif4-Semibold.ttf");
pub static SANS: &[u8] = include_bytes!("../assets/fonts/Inter-Regular.ttf");
pub static SANS_MEDIUM: &[u8] = include_bytes!("../assets/fonts/Inter-Medium.ttf");
pub static SANS_SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/Inter-SemiBold.ttf");
pub static SANS_BOLD: &[u8] = include_bytes!("../assets/fonts/Inter-Bold.ttf");
pub static ICONS: &[u8] = include_bytes!("../assets/fonts/Phosphor.ttf");
pub static ICONS_FILLED: &[u8] = include_bytes!("../assets/fonts/Phosphor-Fill.ttf");
