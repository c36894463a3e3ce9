//! Every parameter of the method with its default and the source of the default. The page
//! "Методика" puts each into a sentence of the catalogue, `parameter-<key>`, and names its source,
//! `parameter-<key>-source`.

use super::lists::ListSource;
use super::programme::SOON;
use super::rules::{Cluster, ClusterStatistic, DynamicsKind};
use super::statistics::{self, Statistics};
use super::{Methodology, Words, checks, rules};
use crate::diag::Code;
use crate::model::interval::Confidence;
use crate::model::number::{Decimal, Fixed, Rounding};
use crate::model::tone::Tone;

/// A share of at least 30 % counts as low: the bound of the published analyses and of ФИОКО.
pub(super) const LOW_SHARE: i32 = 30;
/// In at least two procedures of a year: ФИОКО's rule.
pub(super) const MIN_PROCEDURES: u16 = 2;

/// Below a base of ten a percentage says less than the two counts: general practice.
pub(super) const FEW: u32 = 10;

/// The clusters of the Yaroslavl analysis: 30–40, 40–50, more than 50 %. It prints 40 in two of
/// them; the lower bound is inclusive, like 30, and «более 50» is strict.
pub(super) fn default_clusters(words: Words<'_>) -> Vec<Cluster> {
    let rows = [
        ("base", "cluster-base", 30, true, 40, false, Tone::Level1),
        ("moderate", "cluster-moderate", 40, true, 50, true, Tone::Level2),
        ("strong", "cluster-strong", 50, false, 100, true, Tone::Level3),
    ];
    rows.map(|(id, title, from, from_inclusive, to, to_inclusive, tone)| Cluster {
        id: id.to_owned(),
        title: words(title),
        from: Decimal::from_int(from),
        from_inclusive,
        to: Decimal::from_int(to),
        to_inclusive,
        tone,
    })
    .into()
}

/// The catalogue key of the default title of a type of dynamics, as the published tables call it.
pub(super) fn dynamics_title_key(kind: DynamicsKind) -> &'static str {
    match kind {
        DynamicsKind::Positive => "dynamics-positive",
        DynamicsKind::Zero => "dynamics-zero",
        DynamicsKind::Negative => "dynamics-negative",
        DynamicsKind::Neutral => "dynamics-neutral",
        DynamicsKind::NoParticipants => "dynamics-no-participants",
    }
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A number.
    Number(Fixed),
    /// One of the named choices; the catalogue has `parameter-<key>-<choice>`.
    Choice(&'static str),
    /// Switched off.
    Off,
}

/// A parameter of the method and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The key, as in `methodology.toml`, with `-` for `_`.
    pub key: &'static str,
    /// The value in force.
    pub setting: Setting,
    /// Whether the value is the default.
    pub is_default: bool,
}

impl Methodology {
    /// All parameters that decide figures, in the order of the page.
    pub fn parameters(&self) -> Vec<Parameter> {
        let mut parameters = Vec::new();
        if self.low_results.list.is_some() {
            parameters.extend(self.list_parameters());
            parameters.extend(self.cluster_parameters());
        }
        let tolerance = self.dynamics.neutral_tolerance;
        parameters.push(if tolerance == Decimal::ZERO {
            off("neutral-tolerance", true)
        } else {
            number("neutral-tolerance", tolerance.to_fixed(), false)
        });
        let rounding = match self.rounding {
            Rounding::HalfUp => "half-up",
            Rounding::HalfEven => "half-even",
        };
        parameters.push(choice("rounding", rounding, self.rounding == Rounding::default()));
        parameters.push(whole("decimals", self.decimals.into(), self.decimals == 0));
        parameters.push(count_or_off("few", self.few, FEW));
        if !self.warnings.is_empty() {
            let Statistics { small, confidence } = self.statistics;
            parameters.push(count_or_off("small", small, statistics::SMALL));
            let default = confidence == Confidence::default();
            parameters.push(whole("confidence", confidence.percent().into(), default));
        }
        let soon = self.roadmap.soon;
        parameters.push(whole("roadmap-soon", soon.into(), soon == SOON));
        parameters.extend(self.check_parameters());
        parameters
    }

    /// What in the data is doubted. These decide no figure, but say what the figures went through.
    fn check_parameters(&self) -> Vec<Parameter> {
        let checks = &self.checks;
        let percent = |key, value: Decimal, default| {
            number(key, value.to_fixed(), value == Decimal::from_int(default))
        };
        let all = [
            (Code::ShareJump, percent("check-jump", checks.jump, checks::JUMP)),
            (Code::ParticipantsHalved, percent("check-fall", checks.fall, checks::FALL)),
            (
                Code::TenfoldJump,
                whole("check-times", checks.times.into(), checks.times == checks::TIMES),
            ),
            (Code::RareProcedure, percent("check-rare", checks.rare, checks::RARE)),
            (
                Code::YearOutsideReport,
                whole("check-years", checks.years.into(), checks.years == checks::YEARS),
            ),
        ];
        let made = |(code, parameter): (Code, Parameter)| match checks.makes(code) {
            true => parameter,
            false => off(parameter.key, false),
        };
        all.into_iter().map(made).collect()
    }

    fn list_parameters(&self) -> Vec<Parameter> {
        let rules = &self.low_results.rule;
        let source = match self.low_results.source {
            ListSource::Given => "given",
            ListSource::Computed => "computed",
            ListSource::Both => "both",
        };
        let low = rules.low_share;
        let few = rules.min_participants;
        vec![
            choice("list-source", source, self.low_results.source == ListSource::default()),
            number("low-share", low.to_fixed(), low == Decimal::from_int(LOW_SHARE)),
            whole(
                "min-procedures",
                rules.min_procedures.into(),
                rules.min_procedures == MIN_PROCEDURES,
            ),
            match rules.repeat_years {
                Some(years) => whole("repeat-years", years.into(), false),
                None => off("repeat-years", true),
            },
            count_or_off("min-participants", few, 0),
        ]
    }

    fn cluster_parameters(&self) -> Vec<Parameter> {
        let rules::ClusterRules { statistic, k, .. } = self.clusters;
        let name = match statistic {
            ClusterStatistic::KthHighest => "kth-highest",
            ClusterStatistic::Max => "max",
            ClusterStatistic::Mean => "mean",
            ClusterStatistic::Pooled => "pooled",
        };
        let mut parameters =
            vec![choice("cluster-statistic", name, statistic == ClusterStatistic::default())];
        if statistic == ClusterStatistic::KthHighest {
            parameters.push(whole(
                "cluster-k",
                k.into(),
                k == self.low_results.rule.min_procedures,
            ));
        }
        parameters
    }
}

fn number(key: &'static str, value: Fixed, is_default: bool) -> Parameter {
    Parameter { key, setting: Setting::Number(value), is_default }
}

fn off(key: &'static str, is_default: bool) -> Parameter {
    Parameter { key, setting: Setting::Off, is_default }
}

/// A count for which zero means that the rule does not apply.
fn count_or_off(key: &'static str, value: u32, default: u32) -> Parameter {
    if value == 0 { off(key, default == 0) } else { whole(key, value.into(), value == default) }
}

fn whole(key: &'static str, value: i64, is_default: bool) -> Parameter {
    number(key, Fixed { units: value, decimals: 0 }, is_default)
}

fn choice(key: &'static str, value: &'static str, is_default: bool) -> Parameter {
    Parameter { key, setting: Setting::Choice(value), is_default }
}
