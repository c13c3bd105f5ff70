//! One view: the picture and its zones.

use std::sync::OnceLock;

use kurbo::{BezPath, ParamCurve as _, ParamCurveNearest as _, Point, Rect, Shape as _, Size, Vec2};
use usvg::{Group, Node, Options, roxmltree};

use super::paths;
use crate::knowledge::ids::ZoneId;
use crate::knowledge::zone::View;

/// The group that is seen.
const ART: &str = "art";
/// The group of clickable paths, which is hidden in the file.
const ZONES: &str = "zones";
/// The outline of the leg, in the art.
const LEG: &str = "leg";
/// The pale outline of the other leg, in the art of those views in which it would be seen.
const OTHER_LEG: &str = "other_leg";
/// What stands between the name of a zone and the number of its part: `beside_tendon--2`.
const PART: &str = "--";
/// How far the two sides of a view box and its pixel size may differ before lengths would be bent.
const SAME_SCALE: f64 = 1e-4;
/// How many steps to each side the middle of a zone is looked for in.
const GRID: u32 = 16;
/// How exact a distance is.
const EXACT_MM: f64 = 0.01;

/// Why a drawing cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DrawingError {
    /// The file is not XML.
    #[error("the drawing {view:?} is not XML")]
    Xml {
        /// Which one.
        view: View,
        /// Where and why.
        #[source]
        source: roxmltree::Error,
    },
    /// The file is not a drawing.
    #[error("the drawing {view:?} is not SVG")]
    Svg {
        /// Which one.
        view: View,
        /// Why.
        #[source]
        source: usvg::Error,
    },
    /// The view box is missing, or not as wide for its height as the picture.
    #[error("the drawing {view:?} has no view box in millimetres that fits its width and height")]
    ViewBox {
        /// Which one.
        view: View,
    },
    /// A group or path that must be there is not.
    #[error("the drawing {view:?} has nothing called \"{name}\"")]
    Missing {
        /// Which one.
        view: View,
        /// What is missing.
        name: &'static str,
    },
}

/// One view of the right knee, in millimetres.
#[derive(Clone, Debug)]
pub struct Drawing {
    view: View,
    svg: &'static str,
    frame_mm: Rect,
    leg_mm: BezPath,
    /// Points close together on the outline of the leg.
    leg_edge_mm: Vec<Point>,
    leg_bounds_mm: Rect,
    other_leg_bounds_mm: Option<Rect>,
    zones: Vec<ZoneShape>,
}

/// The shape of one zone in one view; it may have several parts.
#[derive(Clone, Debug)]
pub struct ZoneShape {
    id: ZoneId,
    outline_mm: BezPath,
    bounds_mm: Rect,
    main_part_mm: Rect,
    even_odd: bool,
    middle: OnceLock<Point>,
}

impl Drawing {
    /// Reads one drawing.
    ///
    /// # Errors
    /// When it is not SVG, or lacks the art, the outline of the leg or the zones.
    pub fn read(view: View, svg: &'static str) -> Result<Self, DrawingError> {
        let (xml, tree) = parse(view, svg, None)?;
        let frame_mm = frame(&xml, &tree).ok_or(DrawingError::ViewBox { view })?;
        let mm = MmFromUnits::new(frame_mm, &tree);

        let art = group(tree.root(), ART).ok_or(DrawingError::Missing { view, name: ART })?;
        let leg = path(art, LEG).ok_or(DrawingError::Missing { view, name: LEG })?;
        let leg_mm = mm.path(leg);
        let hidden = group(tree.root(), ZONES).ok_or(DrawingError::Missing { view, name: ZONES })?;
        let mut zones: Vec<ZoneShape> = Vec::new();
        each_path(hidden, &mut |part| {
            let name = part.id().split_once(PART).map_or(part.id(), |(zone, _)| zone);
            let outline = mm.path(part);
            let even_odd = part.fill().is_some_and(|fill| fill.rule() == usvg::FillRule::EvenOdd);
            match zones.iter_mut().find(|zone| zone.id == name) {
                Some(zone) => zone.add_part(&outline),
                None => zones.push(ZoneShape::new(name.into(), outline, even_odd)),
            }
        });
        if zones.is_empty() {
            return Err(DrawingError::Missing { view, name: ZONES });
        }
        // The leg runs on past the frame, as the rest of the body does.
        let leg_bounds_mm = leg_mm.bounding_box().intersect(frame_mm);
        let other_leg = path(art, OTHER_LEG).map(|other| mm.path(other).bounding_box().intersect(frame_mm));
        let shares = [0.25, 0.5, 0.75, 1.0];
        let leg_edge_mm = leg_mm.segments().flat_map(|segment| shares.map(|share| segment.eval(share))).collect();
        Ok(Self { view, svg, frame_mm, leg_mm, leg_edge_mm, leg_bounds_mm, other_leg_bounds_mm: other_leg, zones })
    }

    /// In place of a view that cannot be read: the leg of this one, with nothing to mark.
    pub(super) fn without_zones(&self, view: View) -> Self {
        Self { view, zones: Vec::new(), ..self.clone() }
    }

    /// Which view it is.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// What the file shows, in millimetres of a right knee.
    #[must_use]
    pub fn frame_mm(&self) -> Rect {
        self.frame_mm
    }

    /// The outline of the leg, in millimetres of a right knee; it runs on past the frame.
    #[must_use]
    pub fn leg_mm(&self) -> &BezPath {
        &self.leg_mm
    }

    /// How far the leg reaches to either side between two heights.
    #[must_use]
    pub fn leg_span_mm(&self, top: f64, bottom: f64) -> (f64, f64) {
        let within = self.leg_edge_mm.iter().filter(|point| (top..=bottom).contains(&point.y)).map(|point| point.x);
        let span = within.fold(None, |span, x| {
            let (least, most) = span.unwrap_or((x, x));
            Some((x.min(least), x.max(most)))
        });
        span.unwrap_or((self.leg_bounds_mm.x0, self.leg_bounds_mm.x1))
    }

    /// What the other leg fills of the frame, if it is drawn.
    #[must_use]
    pub fn other_leg_bounds_mm(&self) -> Option<Rect> {
        self.other_leg_bounds_mm
    }

    /// The zones, in the order in which they are drawn.
    #[must_use]
    pub fn zones(&self) -> &[ZoneShape] {
        &self.zones
    }

    /// The shape of one zone, if this view shows it.
    #[must_use]
    pub fn zone(&self, id: &str) -> Option<&ZoneShape> {
        self.zones.iter().find(|zone| zone.id == id)
    }

    /// The same file with other colours. Rules in `css` need ids to win over the file's own.
    pub(super) fn tree(&self, css: String) -> Result<usvg::Tree, DrawingError> {
        parse(self.view, self.svg, Some(css)).map(|(_, tree)| tree)
    }

    /// How many of the file's own units are one millimetre.
    pub(super) fn units_per_mm(&self, tree: &usvg::Tree) -> f64 {
        f64::from(tree.size().width()) / self.frame_mm.width()
    }
}

impl ZoneShape {
    fn new(id: ZoneId, outline_mm: BezPath, even_odd: bool) -> Self {
        let bounds_mm = outline_mm.bounding_box();
        Self { id, outline_mm, bounds_mm, main_part_mm: bounds_mm, even_odd, middle: OnceLock::new() }
    }

    fn add_part(&mut self, part: &BezPath) {
        let bounds = part.bounding_box();
        if bounds.area() > self.main_part_mm.area() {
            self.main_part_mm = bounds;
        }
        self.bounds_mm = self.bounds_mm.union(bounds);
        self.outline_mm.extend(part);
    }

    /// Its name in the knowledge.
    #[must_use]
    pub fn id(&self) -> &ZoneId {
        &self.id
    }

    /// All its parts, in millimetres of a right knee.
    #[must_use]
    pub fn outline_mm(&self) -> &BezPath {
        &self.outline_mm
    }

    /// The rectangle around all its parts.
    #[must_use]
    pub fn bounds_mm(&self) -> Rect {
        self.bounds_mm
    }

    /// The rectangle around its largest part: its middle lies in the zone, which that of all parts need not.
    #[must_use]
    pub fn main_part_mm(&self) -> Rect {
        self.main_part_mm
    }

    /// Whether crossing lines cut holes.
    #[must_use]
    pub fn is_even_odd(&self) -> bool {
        self.even_odd
    }

    /// Whether a point of the right knee lies in the zone.
    #[must_use]
    pub fn contains(&self, point_mm: Point) -> bool {
        if !self.bounds_mm.contains(point_mm) {
            return false;
        }
        let winding = self.outline_mm.winding(point_mm);
        if self.even_odd { winding % 2 != 0 } else { winding != 0 }
    }

    /// How far a point is from the edge.
    pub(super) fn edge_distance_mm(&self, point_mm: Point) -> f64 {
        let nearest = self.outline_mm.segments().map(|segment| segment.nearest(point_mm, EXACT_MM).distance_sq);
        nearest.min_by(f64::total_cmp).map_or(f64::INFINITY, f64::sqrt)
    }

    /// A point deep inside of the zone, where a badge fits well.
    #[must_use]
    pub fn middle_mm(&self) -> Point {
        // Only marked zones need it, so it is found when it is first asked for.
        *self.middle.get_or_init(|| self.find_middle())
    }

    fn find_middle(&self) -> Point {
        const NEARLY: f64 = 0.85;
        let mut best = (self.main_part_mm.center(), 0.0);
        let mut area = self.main_part_mm;
        // A coarse look at the whole zone, then a fine one around what it found.
        for _ in 0..3 {
            let step = area.size() / f64::from(GRID);
            for point in grid(area.origin(), step).filter(|point| self.contains(*point)) {
                let depth = self.edge_distance_mm(point);
                if depth > best.1 {
                    best = (point, depth);
                }
            }
            area = Rect::from_center_size(best.0, step * 2.0);
        }
        // Where the centre is nearly as good, it looks better.
        let centre = self.main_part_mm.center();
        let near = self.contains(centre) && self.edge_distance_mm(centre) >= NEARLY * best.1;
        if near { centre } else { best.0 }
    }
}

/// The corners of a grid of [`GRID`] by [`GRID`] cells, row by row.
fn grid(origin: Point, step: Size) -> impl Iterator<Item = Point> {
    let row = |row| (0..=GRID).map(move |column| (f64::from(row), f64::from(column)));
    (0..=GRID).flat_map(row).map(move |(row, column)| origin + Vec2::new(step.width * column, step.height * row))
}

fn parse(
    view: View,
    svg: &str,
    style_sheet: Option<String>,
) -> Result<(roxmltree::Document<'_>, usvg::Tree), DrawingError> {
    let xml = roxmltree::Document::parse(svg).map_err(|source| DrawingError::Xml { view, source })?;
    let options = Options { style_sheet, ..Options::default() };
    let tree = usvg::Tree::from_xmltree(&xml, &options).map_err(|source| DrawingError::Svg { view, source })?;
    Ok((xml, tree))
}

/// The view box. usvg keeps it to itself and gives sizes in the file's own units.
fn frame(xml: &roxmltree::Document<'_>, tree: &usvg::Tree) -> Option<Rect> {
    let numbers: Vec<f64> = (xml.root_element().attribute("viewBox")?)
        .split([' ', ','])
        .filter(|number| !number.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let [x, y, width, height] = numbers[..] else { return None };
    let across = f64::from(tree.size().width()) / width;
    let down = f64::from(tree.size().height()) / height;
    let same = ((across - down) / across).abs() < SAME_SCALE;
    same.then(|| Rect::new(x, y, x + width, y + height))
}

/// From the file's own units back to millimetres.
struct MmFromUnits {
    origin_mm: Point,
    mm_per_unit: f64,
}

impl MmFromUnits {
    fn new(frame_mm: Rect, tree: &usvg::Tree) -> Self {
        Self { origin_mm: frame_mm.origin(), mm_per_unit: frame_mm.width() / f64::from(tree.size().width()) }
    }

    fn path(&self, path: &usvg::Path) -> BezPath {
        let transform = path.abs_transform();
        let at = |mut point: usvg::tiny_skia_path::Point| {
            transform.map_point(&mut point);
            Point::new(
                self.origin_mm.x + f64::from(point.x) * self.mm_per_unit,
                self.origin_mm.y + f64::from(point.y) * self.mm_per_unit,
            )
        };
        paths::from_svg(path.data(), at)
    }
}

fn group<'a>(parent: &'a Group, id: &str) -> Option<&'a Group> {
    parent.children().iter().find_map(|node| match node {
        Node::Group(child) if child.id() == id => Some(&**child),
        Node::Group(child) => group(child, id),
        _ => None,
    })
}

fn path<'a>(parent: &'a Group, id: &str) -> Option<&'a usvg::Path> {
    parent.children().iter().find_map(|node| match node {
        Node::Path(found) if found.id() == id => Some(&**found),
        Node::Group(child) => path(child, id),
        _ => None,
    })
}

fn each_path(parent: &Group, visit: &mut impl FnMut(&usvg::Path)) {
    for node in parent.children() {
        match node {
            Node::Path(found) => visit(found),
            Node::Group(child) => each_path(child, visit),
            _ => {}
        }
    }
}
