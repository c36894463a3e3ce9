//! The borders of municipalities: a GeoJSON file whose areas name them.

use std::collections::BTreeMap;

use geojson::{Feature, GeoJson, GeometryValue, Position as Written};

use super::fold::fold;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, unknown};
use crate::model::border::{Area, Position};
use crate::model::dataset::Dataset;
use crate::source::{Files, Source, Sources};

/// The largest file that is read, in bytes: a map as large as a page needs far less, and JSON takes
/// many times its size while it is read.
const LARGEST: u64 = 8 << 20;
/// Fewer positions enclose nothing: the last is the first again.
const FEWEST: usize = 4;

/// Reads the file and gives each municipality its areas. Without it, or after a fault, there are
/// none.
pub(super) fn borders(
    files: &dyn Files,
    path: &str,
    dataset: &mut Dataset,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) {
    let size = match files.size(path) {
        Ok(size) => size,
        Err(error) => return faults.push(error.fault(path)),
    };
    if size > LARGEST {
        let fault = Diagnostic::new(Code::LargeBorders).with("file", path);
        return faults.push(fault.with("value", LARGEST >> 20));
    }
    let bytes = match files.read(path) {
        Ok(bytes) => bytes,
        Err(error) => return faults.push(error.fault(path)),
    };
    let read = features(&bytes);
    let place = Place::whole(sources.add(Source::of_bytes(path, bytes)));
    let wrong = |kind: &str| {
        Diagnostic::new(Code::BadBorders).at(place).with("file", path).with("kind", kind)
    };
    let features = match read {
        Ok(features) => features,
        Err(kind) => return faults.push(wrong(kind)),
    };
    let names = Names::of(dataset);
    let mut whole = true;
    for feature in &features {
        let areas = match areas(feature) {
            Ok(areas) => areas,
            Err(kind) => {
                faults.push(wrong(kind));
                whole = false;
                continue;
            }
        };
        let said = said(feature);
        match said.iter().find_map(|name| names.find(name)) {
            Some(at) => dataset.municipalities[at].areas.extend(areas),
            None => {
                let known: Vec<&str> = names.shown.iter().map(String::as_str).collect();
                let name = said.first().map_or("", String::as_str);
                faults.push(unknown(Code::UnknownBorder, place, name, &known).with("file", path));
            }
        }
    }
    // After a fault it is not known whose borders are missing.
    for municipality in dataset.municipalities.iter().filter(|_| whole) {
        if municipality.areas.is_empty() && !municipality.life.gone {
            let fault = Diagnostic::new(Code::NoBorder).at(municipality.place);
            faults.push(fault.with("value", &municipality.name).with("file", path));
        }
    }
}

/// The features of a file; the word of the fault if it is no collection of them.
fn features(bytes: &[u8]) -> Result<Vec<Feature>, &'static str> {
    let text = std::str::from_utf8(bytes).map_err(|_| "format")?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    match text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(all)) if !all.features.is_empty() => Ok(all.features),
        Ok(_) => Err("empty"),
        Err(_) => Err("format"),
    }
}

/// The areas of a feature; the word of the fault if it is something else.
fn areas(feature: &Feature) -> Result<Vec<Area>, &'static str> {
    match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => Ok(vec![area(coordinates)?]),
        Some(GeometryValue::MultiPolygon { coordinates }) => {
            coordinates.iter().map(|rings| area(rings)).collect()
        }
        _ => Err("area"),
    }
}

fn area(rings: &[Vec<Written>]) -> Result<Area, &'static str> {
    let mut rings = rings.iter().map(|ring| self::ring(ring));
    let outer = rings.next().ok_or("area")??;
    Ok(Area { outer, holes: rings.collect::<Result<_, _>>()? })
}

fn ring(written: &[Written]) -> Result<Vec<Position>, &'static str> {
    if written.len() < FEWEST {
        return Err("area");
    }
    written.iter().map(|position| self::position(position.as_slice())).collect()
}

fn position(written: &[f64]) -> Result<Position, &'static str> {
    let [east, north, ..] = written else { return Err("area") };
    // What is no number is in no range.
    let on_globe = (-180.0..=180.0).contains(east) && (-90.0..=90.0).contains(north);
    let millionths = |degrees: &f64| (degrees * 1e6).round() as i32;
    let position = Position { east: millionths(east), north: millionths(north) };
    on_globe.then_some(position).ok_or("globe")
}

/// What a feature says it is: its id and the texts of its properties.
fn said(feature: &Feature) -> Vec<String> {
    let id = feature.id.iter().map(|id| match id {
        geojson::feature::Id::String(id) => id.clone(),
        geojson::feature::Id::Number(id) => id.to_string(),
    });
    let properties = feature.properties.iter().flatten();
    let words = properties.filter_map(|(_, value)| value.as_str().map(str::to_owned));
    id.chain(words).collect()
}

/// How municipalities are called.
struct Names {
    /// By id and by every name as it is compared: their order in the dataset.
    known: BTreeMap<String, usize>,
    shown: Vec<String>,
}

impl Names {
    fn of(dataset: &Dataset) -> Self {
        let mut known = BTreeMap::new();
        // Ids and names in force before those of other times.
        for (at, one) in dataset.municipalities.iter().enumerate() {
            known.entry(fold(one.id.as_str())).or_insert(at);
            known.entry(fold(&one.name)).or_insert(at);
        }
        for (at, one) in dataset.municipalities.iter().enumerate() {
            let former = one.life.former.iter().map(|former| former.name.as_str());
            for name in one.life.aliases.iter().map(String::as_str).chain(former) {
                known.entry(fold(name)).or_insert(at);
            }
        }
        let shown = dataset.municipalities.iter().map(|one| one.name.clone()).collect();
        Self { known, shown }
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.known.get(&fold(name)).copied()
    }
}
