//! Every colour, face and distance. Colour belongs to the judgment: chrome is ink on paper.

use std::sync::Arc;

use egui::epaint::text::{FontData, FontDefinitions, FontFamily, FontId};
use egui::{Color32, CornerRadius, Stroke};

use crate::faces;
use crate::model::Swatch;

/// One look of the program. The names are those of the design's tokens.
#[derive(Debug)]
pub struct Theme {
    pub dark: bool,
    /// Bars.
    pub chrome: Color32,
    /// The reader.
    pub page: Color32,
    /// The current answer, cards, fields.
    pub raised: Color32,
    pub hover: Color32,
    /// The chosen row.
    pub active: Color32,
    /// Hairlines, decorative only.
    pub line: Color32,
    /// Outline of controls, brackets, open cells.
    pub border: Color32,
    pub ink: Color32,
    pub ink2: Color32,
    pub ink3: Color32,
    pub select: Color32,
    /// Look here: doubt, problem.
    pub alert: Color32,
    pub alert_on: Color32,
    pub alert_tint: Color32,
    swatches: [TagColours; 6],
}

/// The colours of one tag.
#[derive(Clone, Copy, Debug)]
pub struct TagColours {
    pub fill: Color32,
    pub on: Color32,
    pub text: Color32,
    pub tint: Color32,
}

const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

const fn tag(fill: u32, on: u32, text: u32, tint: u32) -> TagColours {
    TagColours { fill: hex(fill), on: hex(on), text: hex(text), tint: hex(tint) }
}

pub static LIGHT: Theme = Theme {
    dark: false,
    chrome: hex(0xF3F1ED),
    page: hex(0xFAF9F6),
    raised: hex(0xFFFFFF),
    hover: hex(0xEAE7E1),
    active: hex(0xE1DDD5),
    line: hex(0xE0DCD4),
    border: hex(0x8B867C),
    ink: hex(0x1D1B18),
    ink2: hex(0x524E47),
    ink3: hex(0x625E56),
    select: hex(0xF6E7A8),
    alert: hex(0xA3174C),
    alert_on: hex(0xFFFFFF),
    alert_tint: hex(0xFBE9EF),
    swatches: [
        tag(0x00735A, 0xFFFFFF, 0x006B53, 0xE2F1EB),
        tag(0xB35900, 0xFFFFFF, 0x964900, 0xFBEDDD),
        tag(0x3B4CC0, 0xFFFFFF, 0x3747B5, 0xE9ECFB),
        tag(0x7A3E6B, 0xFFFFFF, 0x6F3661, 0xF5E9F2),
        tag(0x5F5F00, 0xFFFFFF, 0x545400, 0xF1F1DC),
        tag(0x0B6E8F, 0xFFFFFF, 0x096080, 0xE0F0F6),
    ],
};

pub static DARK: Theme = Theme {
    dark: true,
    chrome: hex(0x191817),
    page: hex(0x201F1D),
    raised: hex(0x2A2826),
    hover: hex(0x2F2D2A),
    active: hex(0x3A3733),
    line: hex(0x36332F),
    border: hex(0x8D877D),
    ink: hex(0xECE8E1),
    ink2: hex(0xC0BAB0),
    ink3: hex(0xA69F95),
    select: hex(0x5E5020),
    alert: hex(0xF195B2),
    alert_on: hex(0x2B0A15),
    alert_tint: hex(0x40212C),
    swatches: [
        tag(0x4FB594, 0x0B1F18, 0x66CBAA, 0x1F362E),
        tag(0xDA944F, 0x271504, 0xEBA866, 0x3B2C1D),
        tag(0x8995EA, 0x12152F, 0xA9B3F8, 0x2A2E4C),
        tag(0xC98DBB, 0x24101F, 0xDCA6CF, 0x3B2536),
        tag(0xB3B34D, 0x1C1C04, 0xC9C96A, 0x33331A),
        tag(0x5FB4D0, 0x06202A, 0x7FCAE3, 0x1B343E),
    ],
};

impl Theme {
    #[must_use]
    pub fn tag(&self, swatch: Swatch) -> TagColours {
        let place = match swatch {
            Swatch::Green => 0,
            Swatch::Orange => 1,
            Swatch::Blue => 2,
            Swatch::Plum => 3,
            Swatch::Olive => 4,
            Swatch::Teal => 5,
        };
        self.swatches[place]
    }

    #[must_use]
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    #[must_use]
    pub fn outline(&self) -> Stroke {
        Stroke::new(1.0, self.border)
    }
}

/// Distances in points.
pub mod space {
    pub const TOP_BAR: f32 = 48.0;
    pub const SIDEBAR: f32 = 264.0;
    pub const RAIL: f32 = 52.0;
    pub const STRIP: f32 = 88.0;
    pub const STRIP_LOW: f32 = 56.0;
    pub const ROW: f32 = 32.0;
    pub const CELL: f32 = 32.0;
    pub const GUTTER: f32 = 76.0;
    pub const COLUMN: f32 = 664.0;
    /// Narrower windows collapse the sidebar to a rail.
    pub const NARROW: f32 = 1240.0;
    /// Lower windows use the low strip.
    pub const LOW: f32 = 760.0;
    pub const RADIUS_CELL: u8 = 4;
    pub const RADIUS_CONTROL: u8 = 6;
    pub const RADIUS_BAR: u8 = 3;
    pub const RADIUS_CARD: u8 = 10;
}

/// The faces. Serif is what the paper says; sans is the program, the question, the coder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Face {
    Serif,
    SerifItalic,
    SerifSemibold,
    Sans,
    SansMedium,
    SansSemibold,
    SansBold,
    Icon,
    IconFill,
}

impl Face {
    /// This face at a size in points.
    #[must_use]
    pub fn size(self, size: f32) -> FontId {
        FontId::new(size, self.family())
    }

    fn family(self) -> FontFamily {
        match self {
            Self::Sans => FontFamily::Proportional,
            other => FontFamily::Name(other.name().into()),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Serif => "serif",
            Self::SerifItalic => "serif-italic",
            Self::SerifSemibold => "serif-semibold",
            Self::Sans => "sans",
            Self::SansMedium => "sans-medium",
            Self::SansSemibold => "sans-semibold",
            Self::SansBold => "sans-bold",
            Self::Icon => "icon",
            Self::IconFill => "icon-fill",
        }
    }
}

/// Sizes in points with their line heights.
pub mod text {
    pub const SMALL: f32 = 12.0;
    pub const SMALL_LINE: f32 = 17.0;
    pub const BODY: f32 = 13.0;
    pub const BODY_LINE: f32 = 20.0;
    pub const QUESTION: f32 = 13.5;
    pub const QUESTION_LINE: f32 = 21.0;
    pub const PANE_HEAD: f32 = 15.0;
    pub const BADGE: f32 = 10.5;
}

/// The icons, by what they are for.
pub mod icon {
    pub const LIST: char = '\u{EC24}';
    pub const FILES: char = '\u{E710}';
    pub const READ: char = '\u{E0E6}';
    pub const ADD: char = '\u{E3D4}';
    pub const SETTINGS: char = '\u{E272}';
    pub const UNDO: char = '\u{E08A}';
    pub const REDO: char = '\u{E08C}';
    pub const EXPORT: char = '\u{EAF0}';
    pub const MORE: char = '\u{E1FE}';
    pub const DOWN: char = '\u{E136}';
    pub const OPEN_FOLD: char = '\u{E136}';
    pub const CLOSED_FOLD: char = '\u{E13A}';
    pub const BACK: char = '\u{E058}';
    pub const FORWARD: char = '\u{E06C}';
    pub const LATER: char = '\u{E244}';
    pub const CLOSE: char = '\u{E4F6}';
    pub const DROP: char = '\u{E232}';
    pub const OFFLINE: char = '\u{E2A0}';
    pub const LIGHT: char = '\u{E472}';
    pub const DARK: char = '\u{E330}';
    pub const WARNING: char = '\u{E4E0}';
    pub const INFO: char = '\u{E2CE}';
    pub const CHECK: char = '\u{E182}';
    pub const COPY: char = '\u{E1CA}';
    pub const CIRCLE: char = '\u{E18A}';
    pub const FAILED: char = '\u{E4E2}';
    pub const DOUBT: char = '\u{E3E8}';
    pub const OUTLINE: char = '\u{E67C}';
    pub const SPLIT: char = '\u{EAE0}';
    pub const JOIN: char = '\u{E280}';
    pub const NUMBER: char = '\u{E2A2}';
    pub const UP: char = '\u{E08E}';
    pub const DOWN_ARROW: char = '\u{E03E}';
    pub const SEARCH: char = '\u{E30C}';
    pub const LEDGER: char = '\u{E712}';
    pub const CODEBOOK: char = '\u{E0E4}';
    pub const FILTER: char = '\u{E268}';
    pub const LINK: char = '\u{E2E6}';
    pub const TRASH: char = '\u{E4A6}';
    pub const EDIT: char = '\u{E3B4}';
    pub const TABLE: char = '\u{E476}';
    pub const OVERVIEW: char = '\u{E152}';
    pub const COMPARE: char = '\u{E27C}';
    pub const AGAIN: char = '\u{E038}';
    pub const CUES: char = '\u{E220}';
    pub const PERSON: char = '\u{E4C4}';
}

/// Puts the faces and both looks into egui. Call once.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        // A system that says nothing gets paper, not night.
        options.fallback_theme = egui::Theme::Light;
    });
    ctx.set_style_of(egui::Theme::Light, style(&LIGHT));
    ctx.set_style_of(egui::Theme::Dark, style(&DARK));
}

/// The look that is in force.
#[must_use]
pub fn current(ctx: &egui::Context) -> &'static Theme {
    match ctx.theme() {
        egui::Theme::Light => &LIGHT,
        egui::Theme::Dark => &DARK,
    }
}

fn fonts() -> FontDefinitions {
    let files: [(Face, &'static [u8]); 9] = [
        (Face::Serif, faces::SERIF),
        (Face::SerifItalic, faces::SERIF_ITALIC),
        (Face::SerifSemibold, faces::SERIF_SEMIBOLD),
        (Face::Sans, faces::SANS),
        (Face::SansMedium, faces::SANS_MEDIUM),
        (Face::SansSemibold, faces::SANS_SEMIBOLD),
        (Face::SansBold, faces::SANS_BOLD),
        (Face::Icon, faces::ICONS),
        (Face::IconFill, faces::ICONS_FILLED),
    ];
    let mut fonts = FontDefinitions::empty();
    for (face, bytes) in files {
        fonts.font_data.insert(face.name().to_owned(), Arc::new(FontData::from_static(bytes)));
        // Each face falls back on the sans, which has arrows, key signs and Greek.
        let chain = [face.name(), Face::Sans.name(), Face::Serif.name()];
        fonts.families.insert(face.family(), chain.map(str::to_owned).to_vec());
    }
    let sans = vec![Face::Sans.name().to_owned(), Face::Serif.name().to_owned()];
    fonts.families.insert(FontFamily::Monospace, sans);
    fonts
}

/// egui's own widgets (text fields, menus, scroll bars) in our colours.
fn style(theme: &Theme) -> egui::Style {
    let mut style = egui::Style {
        animation_time: 0.0,
        visuals: if theme.dark { egui::Visuals::dark() } else { egui::Visuals::light() },
        ..egui::Style::default()
    };
    for (name, font) in &mut style.text_styles {
        *font = match name {
            egui::TextStyle::Small => Face::Sans.size(text::SMALL),
            egui::TextStyle::Heading => Face::SansSemibold.size(text::PANE_HEAD),
            egui::TextStyle::Button => Face::SansMedium.size(text::BODY),
            _ => Face::Sans.size(text::BODY),
        };
    }
    style.spacing.item_spacing = egui::vec2(8.0, 6.0);
    style.spacing.scroll = egui::style::ScrollStyle {
        floating: true,
        floating_allocated_width: 0.0,
        // No spring at the ends: the text stays still.
        kinetic: egui::style::KineticScrollStyle { rubber_band: false, ..Default::default() },
        // A faded row looks as if it could not be chosen.
        fade: egui::style::ScrollFadeStyle { strength: 0.0, ..Default::default() },
        ..egui::style::ScrollStyle::thin()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;

    let visuals = &mut style.visuals;
    let radius = CornerRadius::same(space::RADIUS_CONTROL);
    // Ours is to say what is disabled; egui would fade everything behind a card.
    visuals.disabled_alpha = 1.0;
    visuals.panel_fill = theme.chrome;
    visuals.window_fill = theme.raised;
    visuals.window_stroke = theme.outline();
    visuals.window_corner_radius = CornerRadius::same(space::RADIUS_CARD);
    visuals.menu_corner_radius = radius;
    visuals.window_shadow = egui::Shadow::NONE;
    visuals.popup_shadow = egui::Shadow::NONE;
    visuals.override_text_color = None;
    visuals.hyperlink_color = theme.ink;
    visuals.extreme_bg_color = theme.raised;
    visuals.text_edit_bg_color = Some(theme.raised);
    visuals.faint_bg_color = theme.hover;
    visuals.selection.bg_fill = theme.select;
    visuals.selection.stroke = Stroke::new(1.0, theme.ink);
    visuals.warn_fg_color = theme.alert;
    visuals.error_fg_color = theme.alert;
    visuals.weak_text_color = Some(theme.ink3);
    visuals.text_cursor.stroke = Stroke::new(1.5, theme.ink);
    // A blinking cursor would repaint for ever.
    visuals.text_cursor.blink = false;
    let widgets = &mut visuals.widgets;
    let looks = [
        (&mut widgets.noninteractive, theme.raised, theme.ink, theme.line),
        (&mut widgets.inactive, theme.raised, theme.ink, theme.border),
        (&mut widgets.hovered, theme.hover, theme.ink, theme.border),
        (&mut widgets.active, theme.active, theme.ink, theme.ink),
        (&mut widgets.open, theme.active, theme.ink, theme.border),
    ];
    for (look, fill, ink, line) in looks {
        look.bg_fill = fill;
        look.weak_bg_fill = fill;
        look.fg_stroke = Stroke::new(1.0, ink);
        look.bg_stroke = Stroke::new(1.0, line);
        look.corner_radius = radius;
        look.expansion = 0.0;
    }
    style
}
