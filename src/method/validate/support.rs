//! Systems of variants of support.

use super::super::support::{Support, SupportSpec, Variant, VariantSpec};
use super::super::{Attribute, AttributeKind, Located, Track};
use super::Check;
use crate::diag::{Code, Diagnostic, Place};

/// The categories that stand beside the variants of every system.
const OWN: [&str; 2] = ["none", "several"];

impl Check {
    pub(super) fn supports(&mut self, specs: Vec<SupportSpec>, tracks: &[Track]) -> Vec<Support> {
        self.unique_names(specs.iter().map(|s| &s.id));
        self.unique_names(specs.iter().flat_map(|s| &s.variant).map(|v| &v.id));
        specs.into_iter().map(|spec| self.support(spec, tracks)).collect()
    }

    fn support(&mut self, spec: SupportSpec, tracks: &[Track]) -> Support {
        self.id(&spec.id);
        if spec.variant.is_empty() {
            let place = self.place(&spec.id);
            self.missing_key(place, "[[support.variant]]");
        }
        Support {
            title: spec.title,
            document: self.document(spec.document),
            among: self.conditions(spec.among),
            several: spec.several,
            variants: spec.variant.into_iter().map(|v| self.variant(v, tracks)).collect(),
            id: self.located(spec.id),
        }
    }

    fn variant(&mut self, spec: VariantSpec, tracks: &[Track]) -> Variant {
        self.id(&spec.id);
        let place = self.place(&spec.id);
        self.own_name(spec.id.get_ref(), place, tracks);
        if spec.conditions.get_ref().0.is_empty() {
            let place = self.place(&spec.conditions);
            self.missing_key(place, "where");
        }
        let any_of = spec.conditions.into_inner().0;
        Variant {
            title: spec.title,
            criterion: spec.criterion,
            provider: spec.provider,
            department: spec.department,
            level: spec.level,
            any_of: any_of.into_iter().map(|conditions| self.conditions(conditions)).collect(),
            tables: self.all_located(spec.tables),
            id: self.located(spec.id),
        }
    }

    /// A variant's id is none that stands beside it: not a category of its own attribute, nor a
    /// track, whose measures it would take.
    fn own_name(&mut self, id: &str, place: Place, tracks: &[Track]) {
        let taken = |track: &Track| track.id.as_str() == id || track.number.to_string() == id;
        if OWN.contains(&id) || tracks.iter().any(taken) {
            self.faults.push(Diagnostic::new(Code::ReservedId).at(place).with("value", id));
        }
    }
}

/// The attribute of each system: which variant a school has. Where the methodology declares such an
/// attribute too, its titles are taken, which are often shorter than those of the order.
pub(super) fn attributes(supports: &[Support], declared: &[Attribute]) -> Vec<Attribute> {
    let attribute = |support: &Support| {
        let own = declared.iter().find(|attribute| match &attribute.kind {
            AttributeKind::Variant { support: of } => of.value == support.id.value,
            _ => false,
        });
        Attribute {
            id: Located::implied(support.attribute(), support.id.place),
            title: support.title.clone(),
            short: support.title.clone(),
            unit: None,
            kind: AttributeKind::Variant { support: support.id.clone() },
            values: own.map(|own| own.values.clone()).unwrap_or_default(),
        }
    };
    supports.iter().map(attribute).collect()
}
