//! Bounds beyond which the data is doubted.

use toml::Spanned;

use super::super::checks::{self, Checks, ChecksSpec};
use super::super::de::Number;
use super::super::spec::Name;
use super::Check;
use crate::diag::{Code, unknown};
use crate::model::number::Decimal;

impl Check {
    pub(super) fn checks(&mut self, spec: ChecksSpec) -> Checks {
        let mut percent = |value: Option<Spanned<Number>>, name, default| match value {
            Some(value) => self.percent(&value, name),
            None => Decimal::from_int(default),
        };
        let jump = percent(spec.jump, "jump", checks::JUMP);
        let fall = percent(spec.fall, "fall", checks::FALL);
        let rare = percent(spec.rare, "rare", checks::RARE);
        let mut least = |value: Option<Spanned<u16>>, name, least, default| match value {
            Some(value) if *value.get_ref() < least => {
                let place = self.place(&value);
                self.bad_parameter(place, name, value.get_ref(), &format!("{least}–{}", u16::MAX));
                default
            }
            Some(value) => value.into_inner(),
            None => default,
        };
        let times = least(spec.times, "times", 2, checks::TIMES);
        let years = least(spec.years, "years", 1, checks::YEARS);
        let off = spec.off.iter().filter_map(|name| self.doubt(name)).collect();
        Checks { jump, fall, times, rare, years, off }
    }

    /// A check by the name of its fault.
    fn doubt(&mut self, name: &Name) -> Option<Code> {
        let code = Code::doubt(name.get_ref());
        if code.is_none() {
            let known = Code::DOUBTS.map(Code::name);
            let fault = unknown(Code::BadParameter, self.place(name), name.get_ref(), &known);
            self.faults.push(fault.with("column", "off"));
        }
        code
    }
}
