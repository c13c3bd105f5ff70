//! Promise: everything in the four drawings has the size and the place that it has in an average adult knee.
//!
//! `cargo test --test content drawing_sizes -- --nocapture` prints the table.

use kurbo::{BezPath, PathEl, Point, Rect, Shape as _};
use usvg::tiny_skia_path::PathSegment;
use usvg::{Group, Node};

/// How far a size may be from that of an average knee, in millimetres.
const NEAR_MM: f64 = 4.0;
/// One unit of the file is one millimetre; usvg counts from the corner of the frame.
const CORNER: Point = Point::new(-100.0, -150.0);

const FRONT: &str = include_str!("../../assets/knee/front.svg");
const OUTER: &str = include_str!("../../assets/knee/outer.svg");
const INNER: &str = include_str!("../../assets/knee/inner.svg");
const BACK: &str = include_str!("../../assets/knee/back.svg");
const VIEWS: [(&str, &str); 4] = [("front", FRONT), ("outer", OUTER), ("inner", INNER), ("back", BACK)];

/// What is measured of a structure.
#[derive(Clone, Copy)]
enum Measure {
    /// From left to right.
    Width,
    /// From left to right at this height.
    WidthAt(f64),
    /// From top to bottom.
    Height,
    /// The height of its top: negative above the joint gap.
    Top,
    /// The height of its lowest point.
    Bottom,
}
use Measure::{Bottom, Height, Top, Width, WidthAt};

/// What it is, its id in the drawing, the views, what is measured, and the millimetres of an average knee.
const SIZES: [(&str, &str, &str, Measure, f64); 28] = [
    ("thigh, 15 cm above the gap", "leg", "front outer inner back", WidthAt(-149.9), 150.0),
    ("knee at the gap, width", "leg", "front back", WidthAt(0.0), 115.0),
    ("knee at the gap, depth", "leg", "outer inner", WidthAt(0.0), 120.0),
    ("calf, 12 cm below the gap", "leg", "front outer inner back", WidthAt(120.0), 115.0),
    ("femur, shaft", "femur", "front outer inner back", WidthAt(-130.0), 30.0),
    ("femur, condyles", "femur_condyles", "front back", Width, 80.0),
    ("femur, lower end", "femur_condyles", "front outer inner back", Bottom, 0.0),
    ("kneecap, width", "patella", "front", Width, 45.0),
    ("kneecap, height", "patella", "front outer inner", Height, 44.0),
    ("kneecap, lower tip", "patella", "front outer inner", Bottom, -8.0),
    ("patellar tendon, width at the top", "art_patellar_tendon", "front", WidthAt(-9.0), 30.0),
    ("patellar tendon, width at the bottom", "art_patellar_tendon", "front", WidthAt(35.0), 25.0),
    ("patellar tendon, lower end", "art_patellar_tendon", "front outer inner", Bottom, 40.0),
    ("shin bump, upper end of the bump", "art_shin_bump", "front outer inner", Top, 37.0),
    ("tibial plateau", "tibial_plateau", "front back", Width, 75.0),
    ("tibia, shaft 95 below", "tibia", "front outer inner back", WidthAt(95.0), 30.0),
    ("fibular head, width", "fibula_head", "front outer back", Width, 22.0),
    ("fibular head, top", "fibula_head", "front outer back", Top, 10.0),
    ("iliotibial band, width", "it_band", "outer", WidthAt(-60.0), 30.0),
    ("iliotibial band, lower end", "it_band", "outer", Bottom, 20.0),
    ("iliotibial band, lower end in front", "it_band", "front", Bottom, 20.0),
    ("outer side ligament, upper end", "lcl", "outer", Top, -33.0),
    ("outer side ligament, lower end", "lcl", "outer", Bottom, 14.0),
    ("inner side ligament, upper end", "mcl", "inner", Top, -36.0),
    ("goose foot, from", "pes_insertion", "inner", Top, 20.0),
    ("goose foot, to", "pes_insertion", "inner", Bottom, 50.0),
    ("hollow of the knee, width", "hollow", "back", Width, 50.0),
    ("hollow of the knee, height", "hollow", "back", Height, 80.0),
];

fn path(parent: &Group, id: &str) -> Option<BezPath> {
    parent.children().iter().find_map(|node| match node {
        Node::Path(found) if found.id() == id => Some(in_mm(found)),
        Node::Group(child) => path(child, id),
        _ => None,
    })
}

fn in_mm(path: &usvg::Path) -> BezPath {
    let transform = path.abs_transform();
    let at = |mut point: usvg::tiny_skia_path::Point| {
        transform.map_point(&mut point);
        CORNER + kurbo::Vec2::new(point.x.into(), point.y.into())
    };
    path.data()
        .segments()
        .map(|segment| match segment {
            PathSegment::MoveTo(end) => PathEl::MoveTo(at(end)),
            PathSegment::LineTo(end) => PathEl::LineTo(at(end)),
            PathSegment::QuadTo(bend, end) => PathEl::QuadTo(at(bend), at(end)),
            PathSegment::CubicTo(out, back, end) => PathEl::CurveTo(at(out), at(back), at(end)),
            PathSegment::Close => PathEl::ClosePath,
        })
        .collect()
}

impl Measure {
    fn of(self, shape: &BezPath) -> f64 {
        let Rect { x0, y0, x1, y1 } = shape.bounding_box();
        match self {
            Width => x1 - x0,
            Height => y1 - y0,
            Top => y0,
            Bottom => y1,
            WidthAt(y) => {
                let line = kurbo::Line::new((x0 - 1.0, y), (x1 + 1.0, y));
                let crossings = shape.segments().flat_map(|segment| segment.intersect_line(line));
                let places: Vec<f64> = crossings.map(|crossing| crossing.line_t * (x1 - x0 + 2.0)).collect();
                let (left, right) = (places.iter().copied().reduce(f64::min), places.iter().copied().reduce(f64::max));
                right.unwrap_or_default() - left.unwrap_or_default()
            }
        }
    }
}

#[test]
fn every_structure_has_the_size_of_an_average_knee() {
    let mut worst = (0.0, String::new());
    let mut rows = 0;
    println!("{:40}{:8}{:>10}{:>10}{:>12}", "structure", "view", "average", "drawn", "difference");
    for (view, svg) in VIEWS {
        let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).unwrap();
        for (what, id, _, measure, average) in SIZES.into_iter().filter(|size| size.2.split(' ').any(|of| of == view)) {
            let shape = path(tree.root(), id).unwrap_or_else(|| panic!("{view} has no {id}"));
            let drawn = measure.of(&shape);
            let difference = (drawn - average).abs();
            println!("{what:40}{view:8}{average:10.1}{drawn:10.1}{difference:12.1}");
            assert!(difference <= NEAR_MM, "{what} in {view}: {drawn:.1} mm, average {average} mm");
            rows += 1;
            if difference > worst.0 {
                worst = (difference, format!("{what}, {view}"));
            }
        }
    }
    println!("{rows} sizes within {NEAR_MM} mm; largest difference {:.1} mm: {}", worst.0, worst.1);
}
