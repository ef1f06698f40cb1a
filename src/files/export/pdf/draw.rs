//! Draws pages with krilla.

use krilla::Document;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, Stroke as Pen, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::KrillaGlyph;

use super::faces::{Face, Faces, words};
use super::flow::{Flow, Landing, Page};
use super::paper::{self, Style};
use super::piece::{Anchor, Area, Belongs, Drawing, Stroke, What};
use super::structure::{Structure, short};
use crate::files::export::colours::Colour;

/// Inter's own italic leans so much.
const SLANT: f32 = 0.165;

/// The place of a landing in the file, a little above it.
pub(super) fn destination(landing: Landing) -> XyzDestination {
    XyzDestination::new(landing.page, Point::from_xy(0.0, (landing.y - 12.0).max(0.0)))
}

/// Draws one page, and tells the structure what is on it.
pub(super) fn draw(file: &mut Document, page: &Page, flow: &Flow, faces: &Faces, structure: &mut Structure) {
    let settings = PageSettings::from_wh(paper::WIDTH, paper::HEIGHT).expect("paper has a size");
    let mut sheet = file.start_page_with(settings);
    let mut surface = sheet.surface();
    for group in page.drawings.chunk_by(|a, b| a.belongs == b.belongs) {
        let belongs = group[0].belongs;
        if group.iter().all(|drawing| matches!(drawing.what, What::Link { .. })) {
            continue;
        }
        let drawn = surface.start_tagged(tag(belongs, group));
        for drawing in group {
            one(&mut surface, &drawing.what, flow, faces);
        }
        surface.end_tagged();
        if let Belongs::To(element) = belongs {
            structure.drawn(element, drawn);
        }
    }
    surface.finish();
    for drawing in &page.drawings {
        let (What::Link { area, anchor, words }, Belongs::To(element)) = (&drawing.what, drawing.belongs)
        else {
            continue;
        };
        let (Some(landing), Some(area)) = (flow.landing(*anchor), rectangle(*area)) else { continue };
        let target = Target::Destination(destination(landing).into());
        let link = Annotation::new_link(LinkAnnotation::new(area, target), Some(short(words)));
        structure.linked(element, sheet.add_tagged_annotation(link));
    }
}

fn tag(belongs: Belongs, group: &[Drawing]) -> ContentTag<'static> {
    let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
    match belongs {
        Belongs::Ornament => artifact(ArtifactType::Layout),
        Belongs::RunningTitle => artifact(ArtifactType::Header),
        Belongs::PageNumber => artifact(ArtifactType::PageNumber),
        Belongs::To(_) => {
            let only_words =
                group.iter().all(|drawing| matches!(drawing.what, What::Words { .. } | What::PageOf { .. }));
            if only_words { ContentTag::Span(SpanTag::empty()) } else { ContentTag::Other }
        }
    }
}

fn one(surface: &mut Surface<'_>, what: &What, flow: &Flow, faces: &Faces) {
    match what {
        What::Words { x, y, style, words } => line(surface, faces, *style, words, (*x, *y)),
        What::PageOf { right, y, style, anchor } => {
            let number = page_number(flow, *anchor);
            let x = right - faces.width(style.face, &number) * style.size;
            line(surface, faces, *style, &number, (x, *y));
        }
        What::Box { area, radii, fill, stroke } => {
            paint(surface, rounded(*area, *radii).as_ref(), *fill, *stroke);
        }
        What::Line { points, stroke } => paint(surface, polyline(points).as_ref(), None, Some(*stroke)),
        What::Wave { x, to, y, stroke } => paint(surface, wave(*x, *to, *y).as_ref(), None, Some(*stroke)),
        What::Dot { x, y, radius, fill, stroke } => {
            let area = Area { x: x - radius, y: y - radius, width: radius * 2.0, height: radius * 2.0 };
            paint(surface, rounded(area, [*radius; 4]).as_ref(), Some(*fill), Some(*stroke));
        }
        What::Link { .. } => {}
    }
}

/// The number of the page an anchor is on; nothing where it is nowhere.
fn page_number(flow: &Flow, anchor: Anchor) -> String {
    flow.landing(anchor).map(|landing| (landing.page + 1).to_string()).unwrap_or_default()
}

/// A line of words, at its baseline, with the glyphs that it was measured with.
fn line(surface: &mut Surface<'_>, faces: &Faces, style: Style, text: &str, (x, y): (f32, f32)) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(style.colour)));
    // Slanted letters lean around the beginning of their baseline.
    let (x, y) = if style.slanted {
        surface.push_transform(&Transform::from_row(1.0, 0.0, -SLANT, 1.0, x, y));
        (0.0, 0.0)
    } else {
        (x, y)
    };
    let mut pen = x;
    let mut start = x;
    let mut glyphs: Vec<KrillaGlyph> = Vec::new();
    let mut face: Face = style.face;
    let mut at = 0;
    let mut flush = |glyphs: &mut Vec<KrillaGlyph>, face: Face, start: f32| {
        if !glyphs.is_empty() {
            surface.draw_glyphs(Point::from_xy(start, y), glyphs, faces.font(face), text, style.size, false);
            glyphs.clear();
        }
    };
    for word in words(text) {
        for run in &faces.shaped(style.face, word).runs {
            if run.face != face {
                flush(&mut glyphs, face, start);
                (face, start) = (run.face, pen);
            }
            glyphs.extend(run.glyphs.iter().cloned().map(|mut glyph| {
                glyph.text_range = glyph.text_range.start + at..glyph.text_range.end + at;
                glyph
            }));
            pen += run.width * style.size;
        }
        at += word.len();
    }
    flush(&mut glyphs, face, start);
    if style.slanted {
        surface.pop();
    }
}

fn paint(surface: &mut Surface<'_>, path: Option<&Path>, inside: Option<Colour>, stroke: Option<Stroke>) {
    let Some(path) = path else { return };
    if inside.is_none() && stroke.is_none() {
        return;
    }
    surface.set_fill(inside.map(fill));
    surface.set_stroke(stroke.map(pen));
    surface.draw_path(path);
    surface.set_stroke(None);
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: paint_of(colour), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn pen(stroke: Stroke) -> Pen {
    Pen {
        paint: paint_of(stroke.colour),
        width: stroke.width,
        line_cap: LineCap::Butt,
        dash: (!stroke.dashes.is_empty()).then(|| StrokeDash { array: stroke.dashes.to_vec(), offset: 0.0 }),
        ..Pen::default()
    }
}

fn paint_of(Colour(red, green, blue): Colour) -> krilla::paint::Paint {
    rgb::Color::new(red, green, blue).into()
}

fn rectangle(area: Area) -> Option<Rect> {
    Rect::from_xywh(area.x, area.y, area.width, area.height)
}

fn polyline(points: &[(f32, f32)]) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.0, first.1);
    for (x, y) in rest {
        path.line_to(*x, *y);
    }
    path.finish()
}

/// Waves of four points, one and a half high, and a part of one at the end.
fn wave(from: f32, to: f32, y: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(from, y);
    let mut x = from;
    let mut up = true;
    while x + 0.2 < to {
        let end = (x + 2.0).min(to);
        let peak = if up { y - 1.5 } else { y + 1.5 };
        path.quad_to(f32::midpoint(x, end), peak, end, y);
        (x, up) = (end, !up);
    }
    path.finish()
}

/// A box with round corners. A quarter of a circle is a curve with handles of 0.5523 radii.
fn rounded(area: Area, radii: [f32; 4]) -> Option<Path> {
    const HANDLE: f32 = 1.0 - 0.5523;
    let Area { x, y, width, height } = area;
    let most = width.min(height) / 2.0;
    if most <= 0.0 {
        return None;
    }
    let [top_left, top_right, bottom_right, bottom_left] = radii.map(|radius| radius.min(most));
    let (right, bottom) = (x + width, y + height);
    let mut path = PathBuilder::new();
    path.move_to(x + top_left, y);
    path.line_to(right - top_right, y);
    let r = top_right;
    path.cubic_to(right - r * HANDLE, y, right, y + r * HANDLE, right, y + r);
    path.line_to(right, bottom - bottom_right);
    let r = bottom_right;
    path.cubic_to(right, bottom - r * HANDLE, right - r * HANDLE, bottom, right - r, bottom);
    path.line_to(x + bottom_left, bottom);
    let r = bottom_left;
    path.cubic_to(x + r * HANDLE, bottom, x, bottom - r * HANDLE, x, bottom - r);
    path.line_to(x, y + top_left);
    let r = top_left;
    path.cubic_to(x, y + r * HANDLE, x + r * HANDLE, y, x + r, y);
    path.close();
    path.finish()
}
