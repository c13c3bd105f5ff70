//! Curves between the libraries: usvg reads them, kurbo reckons with them, tiny-skia paints them.

use kurbo::{BezPath, PathEl, Point};
use resvg::tiny_skia::{Path, PathBuilder};
use usvg::tiny_skia_path::{self, PathSegment};

/// Raster and window count in single precision, which is a thousandth of a pixel here.
#[must_use]
pub fn single(number: f64) -> f32 {
    number as f32
}

/// A curve of a file, each point of it moved by `at`.
pub(super) fn from_svg(path: &tiny_skia_path::Path, at: impl Fn(tiny_skia_path::Point) -> Point) -> BezPath {
    let element = |segment: PathSegment| match segment {
        PathSegment::MoveTo(end) => PathEl::MoveTo(at(end)),
        PathSegment::LineTo(end) => PathEl::LineTo(at(end)),
        PathSegment::QuadTo(bend, end) => PathEl::QuadTo(at(bend), at(end)),
        PathSegment::CubicTo(out, back, end) => PathEl::CurveTo(at(out), at(back), at(end)),
        PathSegment::Close => PathEl::ClosePath,
    };
    path.segments().map(element).collect()
}

/// A curve as it is painted; `None` for one that is empty or no number.
pub(super) fn to_raster(path: &BezPath) -> Option<Path> {
    let mut builder = PathBuilder::new();
    let xy = |point: kurbo::Point| (single(point.x), single(point.y));
    for element in path {
        match element {
            kurbo::PathEl::MoveTo(end) => {
                let (x, y) = xy(end);
                builder.move_to(x, y);
            }
            kurbo::PathEl::LineTo(end) => {
                let (x, y) = xy(end);
                builder.line_to(x, y);
            }
            kurbo::PathEl::QuadTo(bend, end) => {
                let ((x1, y1), (x, y)) = (xy(bend), xy(end));
                builder.quad_to(x1, y1, x, y);
            }
            kurbo::PathEl::CurveTo(out, back, end) => {
                let ((x1, y1), (x2, y2), (x, y)) = (xy(out), xy(back), xy(end));
                builder.cubic_to(x1, y1, x2, y2, x, y);
            }
            kurbo::PathEl::ClosePath => builder.close(),
        }
    }
    builder.finish()
}
