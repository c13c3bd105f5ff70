//! Reads contrast and clipping off what is painted, with no graphics card.

use egui::{
    Color32, FullOutput, Rect, Shape,
    epaint::{ClippedShape, TextShape},
};

/// A text as painted.
pub(crate) struct Text {
    /// What it says.
    pub(crate) content: String,
    /// Its least contrast with the last fill below it.
    pub(crate) contrast: f64,
    /// Whether a side or an end is missing.
    pub(crate) cut: bool,
}

/// All texts in view, with the fills below them.
pub(crate) fn texts(output: &FullOutput, cleared_with: Color32) -> Vec<Text> {
    let mut fills: Vec<(Rect, Color32)> = Vec::new();
    let mut texts = Vec::new();
    each(output, |clip, shape| match shape {
        Shape::Rect(rect) if rect.fill.a() > 0 && rect.brush.is_none() => {
            fills.push((rect.rect.intersect(clip), rect.fill));
        }
        Shape::Circle(circle) if circle.fill.a() > 0 => {
            fills.push((circle.visual_bounding_rect().intersect(clip), circle.fill));
        }
        Shape::Text(text) => {
            let bounds = text.visual_bounding_rect();
            if clip.shrink(2.0).intersects(bounds) && !text.galley.text().trim().is_empty() {
                let centre = bounds.intersect(clip).center();
                let back = fills.iter().rev().find(|(rect, _)| rect.contains(centre));
                let back = back.map_or(cleared_with, |(_, colour)| *colour);
                texts.push(Text {
                    content: text.galley.text().to_owned(),
                    contrast: colours(text)
                        .into_iter()
                        .map(|front| contrast(front, back))
                        .fold(f64::INFINITY, f64::min),
                    cut: text.galley.elided || bounds.left() < clip.left() - 0.5 || bounds.right() > clip.right() + 0.5,
                });
            }
        }
        _ => {}
    });
    texts
}

/// Visits every shape with the part of the window that it may cover.
pub(crate) fn each(output: &FullOutput, mut visit: impl FnMut(Rect, &Shape)) {
    fn flatten(clip: Rect, shape: &Shape, visit: &mut impl FnMut(Rect, &Shape)) {
        if let Shape::Vec(shapes) = shape {
            for shape in shapes {
                flatten(clip, shape, visit);
            }
        } else {
            visit(clip, shape);
        }
    }
    for ClippedShape { clip_rect, shape, .. } in &output.shapes {
        flatten(*clip_rect, shape, &mut visit);
    }
}

fn colours(text: &TextShape) -> Vec<Color32> {
    let sections = text.galley.job.sections.iter();
    sections
        .map(|section| match (text.override_text_color, section.format.color) {
            (None, Color32::PLACEHOLDER) => text.fallback_color,
            (Some(colour), _) | (None, colour) => colour,
        })
        .collect()
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |colour: Color32| {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue, _] = colour.to_array();
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05
    };
    let (a, b) = (luminance(a), luminance(b));
    a.max(b) / a.min(b)
}
