//! Signs: what a tone looks like without colour, and labels for clusters and dynamics.

use super::Report;
use super::view::Mark;
use crate::edition::PublishedStanding as Standing;
use crate::method::DynamicsKind;
use crate::model::tabulation::{CategoryInfo, Missing};
use crate::model::tone::Tone;

/// A sign of its own shape for each meaning, so that colour never speaks alone.
fn sign(tone: Tone) -> &'static str {
    match tone {
        Tone::Level0 => "○",
        Tone::Level1 => "◔",
        Tone::Level2 => "◑",
        Tone::Level3 => "●",
        Tone::Good => "▼",
        Tone::GoodSoft => "▽",
        Tone::Neutral => "=",
        Tone::Bad => "▲",
        Tone::Empty => "–",
        _ => "",
    }
}

/// A mark of a tone with its meaning.
pub(super) fn mark(tone: Tone, title: &str) -> Mark {
    Mark { tone: tone.name(), sign: sign(tone).to_owned(), title: title.to_owned() }
}

/// A mark of a category, if its tone has a sign.
pub(super) fn category_mark(category: &CategoryInfo) -> Option<Mark> {
    let shown = !sign(category.tone).is_empty();
    shown.then(|| mark(category.tone, &category.title))
}

impl Report<'_> {
    /// The cluster of a standing: title and tone; «нет данных» if unknown.
    pub(super) fn standing_mark(&self, standing: Standing) -> Mark {
        let rules = &self.published.method().clusters;
        match standing {
            Standing::Unknown => mark(Tone::Empty, &self.missing(Missing::NotAvailable).1),
            Standing::Off => mark(Tone::Level0, &rules.outside_title),
            Standing::On(None) => mark(Tone::Level1, &self.get("report-cluster-unknown")),
            Standing::On(Some(at)) => {
                let cluster = &rules.clusters[usize::from(at)];
                mark(cluster.tone, &cluster.title)
            }
        }
    }

    /// The type of a change.
    pub(super) fn dynamics_mark(&self, kind: DynamicsKind) -> Mark {
        let rules = &self.published.method().dynamics;
        // Falling shares are good news: the sign shows the direction of the share.
        mark(kind.tone(), rules.title(kind))
    }

    /// Years that are not to be compared.
    pub(super) fn apart_mark(&self) -> Mark {
        let (_, title) = self.missing(Missing::NotComparable);
        Mark { sign: "≠".to_owned(), ..mark(Tone::Empty, &title) }
    }

    /// The sign of a missing value and its meaning.
    pub(super) fn missing(&self, missing: Missing) -> (String, String) {
        let key = match missing {
            Missing::NotHeld => "not-held",
            Missing::NoParticipants => "no-participants",
            Missing::NotAvailable => "not-available",
            Missing::NotComparable => "not-comparable",
            Missing::TooFew => "too-few",
            Missing::Suppressed => "suppressed",
        };
        (self.get(&format!("missing-{key}-sign")), self.get(&format!("missing-{key}")))
    }
}
