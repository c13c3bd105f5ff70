//! What egui draws, as pixels, without a window or a graphics card: its triangles are filled one after the other.

use std::collections::HashMap;

use egui::epaint::{ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, Context, FullOutput, Pos2, RawInput, Rect, TextureId, Ui, Vec2, pos2};
use kneenote::store::settings::Motion;
use kneenote::ui::fonts;
use kneenote::ui::theme::{self, Theme};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

/// Pixels of a texture, row by row.
struct Texture {
    width: usize,
    pixels: Vec<Color32>,
}

/// One picture of `size` points, with `scale` pixels a point.
pub(crate) fn picture(look: Theme, size: Vec2, scale: f32, mut draw: impl FnMut(&mut Ui)) -> Pixmap {
    let context = Context::default();
    fonts::install(&context);
    theme::apply(&context, look, Motion::Less);
    let mut textures = HashMap::new();
    let mut output = None;
    // The first frame finds out how large things are, and the scale.
    for _ in 0..3 {
        let mut input = RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)), ..RawInput::default() };
        if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
            viewport.native_pixels_per_point = Some(scale);
        }
        let mut frame = context.run_ui(input, |ui| draw(ui));
        take_textures(&mut textures, &mut frame);
        output = Some(frame);
    }
    let output = output.unwrap();
    let mut pixmap = Pixmap::new((size.x * scale) as u32, (size.y * scale) as u32).unwrap();
    for primitive in context.tessellate(output.shapes, output.pixels_per_point) {
        if let Primitive::Mesh(mesh) = primitive.primitive {
            let clip = primitive.clip_rect * scale;
            fill(&mut pixmap, &mesh, clip, scale, &textures[&mesh.texture_id]);
        }
    }
    pixmap
}

fn take_textures(textures: &mut HashMap<TextureId, Texture>, frame: &mut FullOutput) {
    let mut sets: Vec<_> = std::mem::take(&mut frame.textures_delta.set).into_iter().collect();
    sets.sort_by_key(|(id, _)| *id);
    for (id, deltas) in sets {
        for delta in deltas {
            take(textures, id, &delta);
        }
    }
}

fn take(textures: &mut HashMap<TextureId, Texture>, id: TextureId, delta: &ImageDelta) {
    let ImageData::Color(image) = &delta.image;
    let [width, _] = image.size;
    let Some([left, top]) = delta.pos else {
        textures.insert(id, Texture { width, pixels: image.pixels.clone() });
        return;
    };
    let texture = textures.get_mut(&id).unwrap();
    for (row, pixels) in image.pixels.chunks(width).enumerate() {
        let at = (top + row) * texture.width + left;
        texture.pixels[at..at + width].copy_from_slice(pixels);
    }
}

fn fill(pixmap: &mut Pixmap, mesh: &Mesh, clip: Rect, scale: f32, texture: &Texture) {
    for corners in mesh.indices.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|nth| mesh.vertices[corners[nth] as usize]);
        triangle(pixmap, [a, b, c], clip, scale, texture);
    }
}

fn triangle(pixmap: &mut Pixmap, corners: [Vertex; 3], clip: Rect, scale: f32, texture: &Texture) {
    let [a, b, c] = corners.map(|corner| corner.pos * scale);
    let area = cross(a, b, c);
    if area == 0.0 {
        return;
    }
    let (width, height) = (pixmap.width(), pixmap.height());
    let seen = clip.intersect(Rect::from_min_size(Pos2::ZERO, Vec2::new(width as f32, height as f32)));
    let bounds = Rect::from_points(&[a, b, c]).intersect(seen);
    if !bounds.is_positive() {
        return;
    }
    for y in bounds.top().floor() as u32..(bounds.bottom().ceil() as u32).min(height) {
        for x in bounds.left().floor() as u32..(bounds.right().ceil() as u32).min(width) {
            let middle = pos2(x as f32 + 0.5, y as f32 + 0.5);
            let shares = [cross(b, c, middle), cross(c, a, middle), cross(a, b, middle)].map(|part| part / area);
            if seen.contains(middle) && shares.iter().all(|share| *share >= 0.0) {
                let at = (y * width + x) as usize;
                let pixels = pixmap.pixels_mut();
                pixels[at] = over(colour(corners, shares, texture), pixels[at]);
            }
        }
    }
}

fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// The colour of a place in a triangle, from 0 to 1, premultiplied.
fn colour(corners: [Vertex; 3], shares: [f32; 3], texture: &Texture) -> [f32; 4] {
    let mixed = |part: &dyn Fn(&Vertex) -> f32| -> f32 {
        corners.iter().zip(shares).map(|(corner, share)| part(corner) * share).sum()
    };
    let height = texture.pixels.len() / texture.width;
    let texel = |share: f32, count: usize| ((share * count as f32) as usize).min(count - 1);
    let (u, v) = (texel(mixed(&|at| at.uv.x), texture.width), texel(mixed(&|at| at.uv.y), height));
    let texel = texture.pixels[v * texture.width + u].to_array();
    let tint = [0, 1, 2, 3].map(|part| mixed(&|at| f32::from(at.color.to_array()[part])));
    [0, 1, 2, 3].map(|part| tint[part] / 255.0 * f32::from(texel[part]) / 255.0)
}

fn over(front: [f32; 4], back: PremultipliedColorU8) -> PremultipliedColorU8 {
    let back = [back.red(), back.green(), back.blue(), back.alpha()];
    let part = |nth: usize| ((front[nth] + f32::from(back[nth]) / 255.0 * (1.0 - front[3])) * 255.0).round() as u8;
    let alpha = part(3);
    let [red, green, blue] = [0, 1, 2].map(|nth| part(nth).min(alpha));
    PremultipliedColorU8::from_rgba(red, green, blue, alpha).unwrap()
}
