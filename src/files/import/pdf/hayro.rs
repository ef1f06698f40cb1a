//! The one place that knows the PDF library: hayro draws the pages, we write down the letters.

use std::collections::HashMap;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun, OutlineGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

use super::super::printed::Failure;
use super::glyphs::{
    Glyph, Glyphs, MOST_GLYPHS_ON_A_PAGE, MOST_OBJECTS, MOST_PAGES, MOST_RULES, Rule, Sheet, UNKNOWN,
    Upright, letters,
};
use super::limits::check_streams;
use super::weight::Inks;
use crate::model::ReadingLimit;

pub(super) struct Hayro;

impl Glyphs for Hayro {
    fn sheets(bytes: &[u8], take: &mut dyn FnMut(Sheet) -> Result<(), Failure>) -> Result<(), Failure> {
        check_streams(bytes)?;
        // `Pdf::new` tries the empty user password by itself.
        let pdf = Pdf::new(bytes.to_vec()).map_err(failure)?;
        if pdf.pages().len() > MOST_PAGES {
            return Err(Failure::OverLimit(ReadingLimit::PdfPages(MOST_PAGES)));
        }
        if pdf.len() > MOST_OBJECTS {
            return Err(Failure::OverLimit(ReadingLimit::PdfObjects(MOST_OBJECTS)));
        }
        let cache = InterpreterCache::new();
        let mut looks = HashMap::new();
        let mut inks = Inks::default();
        for page in pdf.pages().iter() {
            let mut sheet = sheet(page, &pdf, &cache, &mut looks);
            inks.mark_bold(&mut sheet.glyphs);
            take(sheet)?;
        }
        Ok(())
    }
}

fn failure(error: LoadPdfError) -> Failure {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Failure::Locked,
        LoadPdfError::Decryption(error) => Failure::Broken(format!("encryption: {error:?}")),
        LoadPdfError::Invalid => Failure::Broken("no readable PDF".to_owned()),
    }
}

fn sheet<'a>(
    page: &Page<'a>,
    pdf: &'a Pdf,
    cache: &InterpreterCache<'a>,
    looks: &mut HashMap<u128, Look>,
) -> Sheet {
    let (width, height) = page.render_dimensions();
    let upright = page.initial_transform(true).to_kurbo();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(upright, bounds, cache, pdf.xref(), InterpreterSettings::default());
    let mut scribe = Scribe {
        width,
        sheet: Sheet { height, ..Sheet::default() },
        looks,
        artifacts: vec![],
        turned: vec![],
    };
    interpret_page(page, &mut context, &mut scribe);
    scribe.finish()
}

/// Writes down what is drawn, and draws nothing.
struct Scribe<'b> {
    width: f32,
    sheet: Sheet,
    /// How a glyph of a font looks, by the library's key for it: asking the font is slow.
    looks: &'b mut HashMap<u128, Look>,
    /// The open marked contents: whether each is, or stands in, an artifact.
    artifacts: Vec<bool>,
    /// Glyphs that do not stand upright, by quarter turns.
    turned: Vec<(Quarter, Glyph)>,
}

#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Look {
    is_bold: bool,
    /// Whether it stands well above the baseline, as superior figures do.
    is_high: bool,
    is_blank: bool,
    ink: f32,
}

impl Look {
    fn of(glyph: &OutlineGlyph) -> Self {
        // Outlines are a thousand units high, and digits stand on the baseline or hang below it.
        let outline = glyph.outline();
        let bounds = outline.bounding_box();
        let is_blank = outline.segments().next().is_none();
        let is_high = !is_blank && bounds.y0 > 180.0;
        let Some(font) = glyph.font_data() else {
            let ink = (outline.area().abs() / 1_000_000.0) as f32;
            return Self { is_bold: false, is_high, is_blank, ink };
        };
        let name = font.postscript_name.unwrap_or_default();
        let is_named_bold = ["Bold", "Black", "Heavy"].into_iter().any(|bold| name.contains(bold));
        let is_bold = is_named_bold || font.weight.is_some_and(|weight| weight >= 600);
        Self { is_bold, is_high, is_blank, ink: 0.0 }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Quarter {
    /// Reads from bottom to top.
    Up,
    /// Reads from top to bottom.
    Down,
}

impl Scribe<'_> {
    fn write(&mut self, drawn: &Drawn<'_>, to_page: Affine, twice: bool) {
        let advance = f64::from(match drawn {
            Drawn::Outline(glyph) => glyph.advance_width().unwrap_or(0.0),
            Drawn::Type3(glyph) => glyph.advance_width().unwrap_or(0.0),
        });
        let start = to_page * Point::ZERO;
        let end = to_page * Point::new(advance, 0.0);
        let top = to_page * Point::new(0.0, 1000.0);
        let size = start.distance(top) as f32;
        if !(start.x + start.y + end.x + end.y).is_finite() || !(0.5..2000.0).contains(&size) {
            return;
        }
        let look = self.look(drawn);
        let letters = match drawn.as_unicode() {
            Some(BfString::Char(char)) => letters(char.encode_utf8(&mut [0; 4])),
            Some(BfString::String(text)) => letters(&text),
            None => UNKNOWN.to_string(),
        };
        // Blanks have no letter in some fonts. The letters under a scan have no shape, but are known.
        let is_blank = look.is_blank && letters.chars().all(|char| char == UNKNOWN);
        let letters = if is_blank { " " } else { &letters };
        let glyph = Glyph {
            char: ' ',
            x: start.x as f32,
            right: end.x as f32,
            y: start.y as f32,
            size,
            bold: twice || look.is_bold,
            superior: look.is_high && letters.bytes().all(|byte| byte.is_ascii_digit()),
            ink: look.ink,
            artifact: self.artifacts.last().copied().unwrap_or(false),
        };
        let (along, across) = (end.x - start.x, end.y - start.y);
        if across.abs() > along.abs() {
            self.push_turned(letters, glyph, start, end);
        } else if along >= 0.0 {
            self.sheet.push(letters, glyph);
        }
    }

    /// Turned print is laid out as if the page were turned: a table on its side can be read,
    /// a note along the edge does not run into the lines.
    fn push_turned(&mut self, letters: &str, glyph: Glyph, start: Point, end: Point) {
        let (quarter, x, right, y) = if end.y < start.y {
            (
                Quarter::Up,
                f64::from(self.sheet.height) - start.y,
                f64::from(self.sheet.height) - end.y,
                start.x,
            )
        } else {
            (Quarter::Down, start.y, end.y, f64::from(self.width) - start.x)
        };
        let glyph = Glyph { x: x as f32, right: right as f32, y: y as f32, ..glyph };
        let mut aside = Sheet::default();
        aside.push(letters, glyph);
        self.turned.extend(aside.glyphs.into_iter().map(|glyph| (quarter, glyph)));
    }

    fn look(&mut self, drawn: &Drawn<'_>) -> Look {
        let Drawn::Outline(glyph) = drawn else { return Look::default() };
        let key = glyph.identifier().cache_key();
        *self.looks.entry(key).or_insert_with(|| Look::of(glyph))
    }

    fn is_full(&self) -> bool {
        self.sheet.glyphs.len() + self.turned.len() >= MOST_GLYPHS_ON_A_PAGE
    }

    /// The sheet as it is read: turned, if most of its print is.
    fn finish(self) -> Sheet {
        let mut sheet = self.sheet;
        let up = self.turned.iter().filter(|(quarter, _)| *quarter == Quarter::Up).count();
        let (quarter, most) = match self.turned.len() - up {
            down if down > up => (Quarter::Down, down),
            _ => (Quarter::Up, up),
        };
        if most > sheet.glyphs.len() {
            sheet.glyphs = self.turned.into_iter().filter(|(q, _)| *q == quarter).map(|(_, g)| g).collect();
            sheet.height = self.width;
            sheet.rules.clear();
            sheet.uprights.clear();
        }
        sheet
    }
}

impl<'a> Device<'a> for Scribe<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let twice = matches!(mode, DrawMode::Stroke(_));
        for glyph in run.glyphs() {
            if self.is_full() {
                return;
            }
            self.write(glyph, props.transform * glyph.transform(), twice);
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        // A rule is a line or a flat box; long paths are pictures and cost time to measure.
        if path.elements().len() <= 6 {
            self.draw_box(props.transform.transform_rect_bbox(path.bounding_box()), mode);
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.draw_box(props.transform.transform_rect_bbox(*rect), mode);
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<&Dict<'_>>) {
        let inside = self.artifacts.last().copied().unwrap_or(false);
        self.artifacts.push(inside || tag == b"Artifact");
    }

    fn end_marked_content(&mut self) {
        self.artifacts.pop();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

impl Scribe<'_> {
    fn draw_box(&mut self, bounds: Rect, mode: &DrawMode) {
        let (x, right) = (bounds.x0 as f32, bounds.x1 as f32);
        let (top, bottom) = (bounds.y0 as f32, bounds.y1 as f32);
        let (width, height) = (right - x, bottom - top);
        if !(width + height).is_finite() {
            return;
        }
        if height < 2.0 && width > 30.0 && self.sheet.rules.len() < MOST_RULES {
            self.sheet.rules.push(Rule { x, right, y: 0.5 * (top + bottom) });
        }
        if height < 6.0 || self.sheet.uprights.len() >= MOST_RULES {
            return;
        }
        if width < 2.0 {
            self.sheet.uprights.push(Upright { x: 0.5 * (x + right), top, bottom });
        } else if matches!(mode, DrawMode::Stroke(_)) {
            // The outline of a cell. A filled box may lie behind a single word.
            let sides = [x, right].map(|x| Upright { x, top, bottom });
            self.sheet.uprights.extend(sides);
        }
    }
}
