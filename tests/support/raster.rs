//! Draws what egui tessellates into an image, on the CPU: tests see the window without a graphics card.
//!
//! The same input gives the same bytes on every machine. Which pixels a triangle covers is decided in
//! whole numbers, and the few fractions are plain IEEE operations, which Rust never fuses.

use std::collections::HashMap;
use std::mem;
use std::sync::Arc;

use egui::epaint::{ClippedPrimitive, ImageData, Primitive, Vertex};
use egui::{ColorImage, Rect, TextureFilter, TextureId, TextureOptions};
use egui_kittest::TestRenderer;

/// Parts of a pixel that corners are snapped to, as graphics cards do.
const SUB: i64 = 256;
/// One, for colours and texture positions, which carry 16 binary digits after the point.
const ONE: i64 = 1 << 16;

/// The renderer. Where egui draws nothing, images are white.
#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, Texture>,
    /// Textures that the last frame may still show. They go when the next one arrives.
    freed: Vec<TextureId>,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        for id in self.freed.drain(..) {
            self.textures.remove(&id);
        }
        for (id, parts) in delta.set.drain() {
            for part in parts {
                let (ImageData::Color(image), options) = (part.image, part.options);
                let Some([x, y]) = part.pos else {
                    self.textures.insert(id, Texture { image, options });
                    continue;
                };
                let texture = self.textures.get_mut(&id).expect("egui sets a texture before its parts");
                let whole = Arc::make_mut(&mut texture.image);
                for (row, source) in image.pixels.chunks_exact(image.width().max(1)).enumerate() {
                    let start = (y + row) * whole.width() + x;
                    whole.pixels[start..start + source.len()].copy_from_slice(source);
                }
            }
        }
        self.freed.extend(delta.free.drain());
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = (ctx.content_rect().size() * scale).round();
        let (width, height) = (size.x as usize, size.y as usize);
        let mut canvas = Canvas { width, pixels: vec![[255; 4]; width * height] };
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = primitive else {
                return Err("a paint callback needs a graphics card".to_owned());
            };
            let texture = self.textures.get(&mesh.texture_id);
            let texture = texture.ok_or_else(|| format!("egui never set texture {:?}", mesh.texture_id))?;
            let clip = Rect::from_min_size(egui::Pos2::ZERO, size).intersect(clip_rect * scale);
            let corners: Vec<_> = mesh.vertices.iter().map(|v| Corner::new(v, scale, texture)).collect();
            for triangle in mesh.indices.chunks_exact(3) {
                canvas.triangle(clip, texture, [0, 1, 2].map(|i| corners[triangle[i] as usize]));
            }
        }
        let bytes = canvas.pixels.into_flattened();
        image::RgbaImage::from_raw(width as u32, height as u32, bytes).ok_or_else(|| "too small".to_owned())
    }
}

struct Texture {
    image: Arc<ColorImage>,
    options: TextureOptions,
}

impl Texture {
    /// The colour at a position in texels, as red, green, blue and alpha up to 255.
    fn sample(&self, u: i64, v: i64) -> [u32; 4] {
        if self.options.magnification == TextureFilter::Nearest {
            return self.texel(u >> 16, v >> 16);
        }
        // Texels have their centres at halves. Eight binary digits are enough for mixing their neighbours.
        let (u, v) = ((u - ONE / 2 + 128) >> 8, (v - ONE / 2 + 128) >> 8);
        let (x, y, right, below) = (u >> 8, v >> 8, (u & 255) as u32, (v & 255) as u32);
        let first = self.texel(x, y);
        if right == 0 && below == 0 {
            return first;
        }
        let [second, third, last] = [self.texel(x + 1, y), self.texel(x, y + 1), self.texel(x + 1, y + 1)];
        let channel = |i: usize| {
            let top = first[i] * (256 - right) + second[i] * right;
            let bottom = third[i] * (256 - right) + last[i] * right;
            (top * (256 - below) + bottom * below + (1 << 15)) >> 16
        };
        [channel(0), channel(1), channel(2), channel(3)]
    }

    /// Outside of the texture its rim goes on: no part of the window repeats one.
    fn texel(&self, x: i64, y: i64) -> [u32; 4] {
        let [width, height] = self.image.size;
        let (x, y) = ((x.max(0) as usize).min(width - 1), (y.max(0) as usize).min(height - 1));
        let [r, g, b, a] = self.image.pixels[y * width + x].to_array();
        [r.into(), g.into(), b.into(), a.into()]
    }
}

/// A vertex in fixed point: its place in parts of a pixel, and colour and texture position to mix.
#[derive(Clone, Copy)]
struct Corner {
    x: i64,
    y: i64,
    mixed: [i64; 6],
}

impl Corner {
    fn new(vertex: &Vertex, scale: f32, texture: &Texture) -> Self {
        // Far outside every window, so that no product below overflows.
        let place = |points: f32| ((points * scale).clamp(-32e3, 32e3) * SUB as f32).round() as i64;
        let texel = |part: f32, size: usize| (part * size as f32 * ONE as f32).round() as i64;
        let [r, g, b, a] = vertex.color.to_array().map(|channel| i64::from(channel) * ONE);
        let [width, height] = texture.image.size;
        let mixed = [r, g, b, a, texel(vertex.uv.x, width), texel(vertex.uv.y, height)];
        Self { x: place(vertex.pos.x), y: place(vertex.pos.y), mixed }
    }

    fn colour(&self) -> [u32; 4] {
        let channel = |i: usize| ((self.mixed[i] + ONE / 2) >> 16).clamp(0, 255) as u32;
        [channel(0), channel(1), channel(2), channel(3)]
    }
}

/// One side of a triangle as a function of the pixel: positive where its centre is on the inner side.
struct Side {
    start: i64,
    right: i64,
    down: i64,
    /// What the function must reach. A centre on a side shared by two triangles belongs to just one of
    /// them: the one for which it is a left or a top side.
    least: i64,
}

impl Side {
    fn new(from: Corner, to: Corner) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let start = dx * (SUB / 2 - from.y) - dy * (SUB / 2 - from.x);
        let owned = dy < 0 || (dy == 0 && dx > 0);
        Self { start, right: -dy * SUB, down: dx * SUB, least: i64::from(!owned) }
    }

    fn at(&self, x: i64, y: i64) -> i64 {
        self.start + self.right * x + self.down * y
    }
}

struct Canvas {
    width: usize,
    pixels: Vec<[u8; 4]>,
}

impl Canvas {
    fn triangle(&mut self, clip: Rect, texture: &Texture, [a, mut b, mut c]: [Corner; 3]) {
        let mut area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if area < 0 {
            // egui winds triangles either way.
            mem::swap(&mut b, &mut c);
            area = -area;
        }
        let [min, max] = [clip.min.round(), clip.max.round()];
        let top = (min.y as i64).max((a.y.min(b.y).min(c.y) + SUB / 2 - 1) >> 8);
        let bottom = (max.y as i64).min((a.y.max(b.y).max(c.y) + SUB / 2) >> 8);
        if area == 0 || top >= bottom {
            return;
        }
        let sides = [Side::new(b, c), Side::new(c, a), Side::new(a, b)];
        // Nearly everything but text shows the one white texel, and nearly everything has one colour.
        let uneven = |i: &usize| b.mixed[*i] != a.mixed[*i] || c.mixed[*i] != a.mixed[*i];
        let uneven: Vec<usize> = (0..6).filter(uneven).collect();
        let add = |to: &mut [i64; 6], of_b: i64, of_c: i64| {
            let (of_b, of_c) = (of_b as f64 / area as f64, of_c as f64 / area as f64);
            for &i in &uneven {
                let (to_b, to_c) = (b.mixed[i] - a.mixed[i], c.mixed[i] - a.mixed[i]);
                to[i] += (to_b as f64 * of_b + to_c as f64 * of_c) as i64;
            }
        };
        let mut step = [0; 6];
        add(&mut step, sides[1].right, sides[2].right);
        let texel = uneven.iter().all(|&i| i < 4).then(|| texture.sample(a.mixed[4], a.mixed[5]));
        let colour = uneven.iter().all(|&i| i > 3).then(|| a.colour());
        let solid = texel.zip(colour).filter(|(texel, colour)| texel[3] * colour[3] == 255 * 255);
        let solid = solid.map(|(texel, colour)| blend([0; 4], colour, texel));
        let mut line = Vec::new();

        for y in top..bottom {
            let (mut left, mut end) = (min.x as i64, max.x as i64);
            for side in &sides {
                let room = side.at(0, y) - side.least;
                match side.right {
                    0 if room < 0 => end = left,
                    0 => {}
                    right if right > 0 => left = left.max(-room.div_euclid(right)),
                    right => end = end.min(room.div_euclid(-right) + 1),
                }
            }
            if left >= end {
                continue;
            }
            let start = y as usize * self.width;
            let row = &mut self.pixels[start + left as usize..start + end as usize];
            if let Some(solid) = solid {
                // Copied, since a test is not optimised and copying is fast all the same.
                if line.len() < row.len() {
                    line = [solid].repeat(row.len());
                }
                row.copy_from_slice(&line[..row.len()]);
                continue;
            }
            let mut now = a;
            add(&mut now.mixed, sides[1].at(left, y), sides[2].at(left, y));
            for pixel in row {
                let texel = texel.unwrap_or_else(|| texture.sample(now.mixed[4], now.mixed[5]));
                // Most of the rectangle around a glyph is empty.
                if texel != [0; 4] {
                    *pixel = blend(*pixel, colour.unwrap_or_else(|| now.colour()), texel);
                }
                for &i in &uneven {
                    now.mixed[i] += step[i];
                }
            }
        }
    }
}

/// A texel times a colour over what is there, rounded once. Alpha is multiplied into all of them already.
fn blend(under: [u8; 4], colour: [u32; 4], texel: [u32; 4]) -> [u8; 4] {
    let rest = 255 * 255 - colour[3] * texel[3];
    let channel = |i: usize| {
        let sum = colour[i] * texel[i] * 255 + u32::from(under[i]) * rest;
        ((sum + 255 * 255 / 2) / (255 * 255)).min(255) as u8
    };
    [channel(0), channel(1), channel(2), channel(3)]
}
