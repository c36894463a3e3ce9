//! Rules of lists, clusters and dynamics: defaults, bounds, contradictions.

use toml::Spanned;

use super::super::lists::ListRules;
use super::super::rules::{Cluster, ClusterRules, DynamicsKind, DynamicsRules};
use super::super::spec::{ClusterSpec, ClustersSpec, DynamicsSpec};
use super::super::statistics::{self, Statistics, StatisticsRaw};
use super::super::{Words, parameter};
use super::Check;
use crate::diag::{Code, Diagnostic, Place};
use crate::model::interval::Confidence;
use crate::model::number::Decimal;
use crate::model::tone::Tone;

impl Check {
    pub(super) fn percent(
        &mut self,
        value: &Spanned<super::super::de::Number>,
        name: &str,
    ) -> Decimal {
        let number = value.get_ref().0;
        if number < Decimal::ZERO || number > Decimal::from_int(100) {
            let place = self.place(value);
            self.bad_parameter(place, name, number.to_fixed(), "0–100");
        }
        number
    }

    pub(super) fn statistics(&mut self, raw: &StatisticsRaw) -> Statistics {
        let confidence = raw.confidence.as_ref().and_then(|percent| {
            let confidence = Confidence::of(*percent.get_ref());
            if confidence.is_none() {
                let (place, known) = (self.place(percent), Confidence::LEVELS);
                let known = known.map(|level| level.to_string()).join(", ");
                self.bad_parameter(place, "confidence", percent.get_ref(), &known);
            }
            confidence
        });
        Statistics {
            small: raw.small.unwrap_or(statistics::SMALL),
            confidence: confidence.unwrap_or_default(),
        }
    }

    /// The k-th largest share: at least the first, no more than there are procedures.
    fn k(&mut self, k: &Spanned<u16>, procedures: usize) -> u16 {
        let (value, place) = (*k.get_ref(), self.place(k));
        if value == 0 {
            self.bad_parameter(place, "k", value, &format!("1–{procedures}"));
        } else if usize::from(value) > procedures {
            let fault = Diagnostic::new(Code::KTooLarge).at(place);
            self.faults.push(fault.with("value", value).with("other", procedures));
        }
        value.max(1)
    }

    pub(super) fn clusters(
        &mut self,
        spec: ClustersSpec,
        clusters: Vec<Spanned<ClusterSpec>>,
        list: &ListRules,
        procedures: usize,
        words: Words<'_>,
    ) -> ClusterRules {
        let k = match &spec.k {
            Some(k) => self.k(k, procedures),
            None => list.rule.min_procedures,
        };
        let (outside_id, outside_title, outside_place) = match spec.outside {
            Some(outside) => {
                self.id(&outside.id);
                let place = self.place(&outside.id);
                (outside.id.into_inner(), outside.title, place)
            }
            None => {
                let place = Place::whole(self.source);
                ("off_list".to_owned(), words("cluster-off-list"), place)
            }
        };
        let mut read: Vec<(Cluster, Place)> = Vec::new();
        for spanned in clusters {
            let place = self.place(&spanned);
            self.id(&spanned.get_ref().id);
            let tone = [Tone::Level1, Tone::Level2, Tone::Level3][read.len().min(2)];
            read.push((cluster(spanned.into_inner(), tone), place));
        }
        if read.is_empty() && list.list.is_some() {
            read = parameter::default_clusters(words)
                .into_iter()
                .map(|c| (c, Place::whole(self.source)))
                .collect();
        }
        self.unique(
            read.iter()
                .map(|(c, place)| (c.id.as_str(), *place))
                .chain([(outside_id.as_str(), outside_place)]),
        );
        self.bounds(&read);
        ClusterRules {
            statistic: spec.statistic.unwrap_or_default(),
            k,
            outside_id,
            outside_title,
            clusters: read.into_iter().map(|(cluster, _)| cluster).collect(),
            document: self.document(spec.document),
        }
    }

    /// Clusters must follow each other with neither a gap nor an overlap, point by point.
    fn bounds(&mut self, clusters: &[(Cluster, Place)]) {
        for (cluster, place) in clusters {
            let point = cluster.from_inclusive && cluster.to_inclusive;
            if cluster.from > cluster.to || (cluster.from == cluster.to && !point) {
                let fault = Diagnostic::new(Code::ClusterEmpty).at(*place);
                self.faults.push(fault.with("value", &cluster.title));
            }
        }
        for pair in clusters.windows(2) {
            let [(lower, first), (upper, place)] = pair else { continue };
            let both = lower.to_inclusive && upper.from_inclusive;
            let neither = !lower.to_inclusive && !upper.from_inclusive;
            let code = match lower.to.cmp(&upper.from) {
                std::cmp::Ordering::Greater => Code::ClusterOverlap,
                std::cmp::Ordering::Less => Code::ClusterGap,
                std::cmp::Ordering::Equal if both => Code::ClusterOverlap,
                std::cmp::Ordering::Equal if neither => Code::ClusterGap,
                std::cmp::Ordering::Equal => continue,
            };
            self.faults.push(
                Diagnostic::new(code)
                    .at(*place)
                    .with("value", &lower.title)
                    .with("other", &upper.title)
                    .see_also(*first),
            );
        }
    }

    pub(super) fn dynamics(&mut self, spec: DynamicsSpec, words: Words<'_>) -> DynamicsRules {
        let tolerance = match &spec.neutral_tolerance {
            Some(value) => self.percent(value, "neutral_tolerance"),
            None => Decimal::ZERO,
        };
        let titles = spec.titles;
        let given = |kind: DynamicsKind| match kind {
            DynamicsKind::Positive => titles.positive.clone(),
            DynamicsKind::Zero => titles.zero.clone(),
            DynamicsKind::Negative => titles.negative.clone(),
            DynamicsKind::Neutral => titles.neutral.clone(),
            DynamicsKind::NoParticipants => titles.no_participants.clone(),
        };
        DynamicsRules {
            neutral_tolerance: tolerance,
            document: self.document(spec.document),
            titles: DynamicsKind::ALL.map(|kind| {
                given(kind).unwrap_or_else(|| words(parameter::dynamics_title_key(kind)))
            }),
        }
    }
}

fn cluster(spec: ClusterSpec, tone: Tone) -> Cluster {
    Cluster {
        id: spec.id.into_inner(),
        title: spec.title,
        from: spec.from.0,
        from_inclusive: spec.from_inclusive.unwrap_or(true),
        to: spec.to.0,
        to_inclusive: spec.to_inclusive.unwrap_or(false),
        tone: spec.tone.unwrap_or(tone),
    }
}
