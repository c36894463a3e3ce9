//! How roadmaps are read: the parameter of the section `[roadmap]`.

use super::super::programme::{RoadmapRules, RoadmapSpec, SOON};
use super::Check;

/// A year: what falls due later is not soon for anyone.
const LATEST: u16 = 366;

impl Check {
    pub(super) fn roadmap(&mut self, spec: &RoadmapSpec) -> RoadmapRules {
        let Some(soon) = &spec.soon else { return RoadmapRules { soon: SOON } };
        let days = *soon.get_ref();
        if days > LATEST {
            self.bad_parameter(self.place(soon), "soon", days, &format!("0–{LATEST}"));
        }
        RoadmapRules { soon: days }
    }
}
