//! Whether to trust a rule of early warning: how it would have worked on past lists, in words.

use super::Report;
use crate::method::Warning;
use crate::model::ids::Year;
use crate::model::interval::Interval;
use crate::model::number::{Fixed, Share};
use crate::model::tabulation::{CellValue, HeadingRole, Tabulation};

/// How a rule would have worked on past lists: of all years together, how many entered.
pub(super) struct Trial<'a> {
    table: &'a Tabulation,
    /// Of the flagged; [`None`] if none was.
    pub flagged: Option<Share>,
    /// Of those that could be judged and were not flagged.
    pub quiet: Option<Share>,
    /// Of those on the list already: how many stayed.
    listed: Option<Share>,
}

/// Whether past lists let a rule be trusted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// There are no two groups to compare.
    Nothing,
    /// There are too few schools in one of them.
    Little,
    /// Flagged schools entered more often than others, by more than chance.
    More(Interval),
    /// The difference is one that chance makes.
    Ordinary(Interval),
    /// Flagged schools entered less often, by more than chance.
    Less(Interval),
}

impl<'a> Report<'a> {
    /// How a rule would have worked; `None` if no two lists running are known.
    pub(super) fn trial(&self, warning: &Warning) -> Option<Trial<'a>> {
        let table = self.published.table(warning.tables.test.as_str())?;
        let share = |column: &str| match table.find("total", column)?.value {
            CellValue::Share(share) => Some(share),
            _ => None,
        };
        let [flagged, quiet, listed] = ["flagged_next", "quiet_next", "listed_next"].map(share);
        Some(Trial { table, flagged, quiet, listed })
    }

    /// What the test on past lists shows and whether to trust the rule: first what happened, then
    /// what follows from it.
    pub(super) fn trial_sentences(&self, trial: &Trial<'_>) -> Vec<String> {
        let years = self.trial_years(trial.table);
        let years = years.as_str();
        let mut said = vec![match (trial.flagged, trial.quiet) {
            (Some(flagged), Some(quiet)) => {
                let (flagged, quiet) = (self.share_said(flagged), self.share_said(quiet));
                self.say(
                    "warning-trial",
                    &[
                        ("years", years.into()),
                        ("flagged", flagged.as_str().into()),
                        ("quiet", quiet.as_str().into()),
                    ],
                )
            }
            (Some(flagged), None) => {
                let flagged = self.share_said(flagged);
                let args = [("years", years.into()), ("flagged", flagged.as_str().into())];
                self.say("warning-trial-all", &args)
            }
            (None, quiet) => {
                let quiet = quiet.map(|quiet| self.share_said(quiet)).unwrap_or_default();
                let args = [("years", years.into()), ("quiet", quiet.as_str().into())];
                self.say("warning-trial-none", &args)
            }
        }];
        said.extend(self.verdict(trial));
        said.extend(self.foreseen(trial));
        said.extend(trial.listed.map(|listed| {
            let listed = self.share_said(listed);
            self.say("warning-trial-listed", &[("listed", listed.as_str().into())])
        }));
        said
    }

    /// Whether to trust the rule, in a sentence or two; nothing if there is nothing to compare.
    pub(super) fn verdict(&self, trial: &Trial<'_>) -> Option<String> {
        let (flagged, quiet) = trial.flagged.zip(trial.quiet)?;
        let (key, interval) = match self.trust(trial) {
            Trust::Nothing => return None,
            Trust::Little => {
                let args = [("flagged", flagged.base().into()), ("quiet", quiet.base().into())];
                return Some(self.say("warning-verdict-little", &args));
            }
            Trust::More(interval) => ("warning-verdict-more", interval),
            Trust::Ordinary(interval) => ("warning-verdict-ordinary", interval),
            Trust::Less(interval) => ("warning-verdict-less", interval),
        };
        let decimals = self.published.method().decimals + 1;
        let [low, high] = interval.bounds(decimals).map(|bound| self.text.points(bound));
        let points = self.points(flagged, quiet);
        let verdict = self.say(
            key,
            &[
                ("points", points.as_str().into()),
                ("low", low.as_str().into()),
                ("high", high.as_str().into()),
            ],
        );
        Some(format!("{} {verdict}", self.how_often(flagged, quiet)))
    }

    /// Whether to trust the rule, in a few words for a cell.
    pub(super) fn trust_words(&self, trial: &Trial<'_>) -> String {
        let times = || Some(self.times(trial.flagged?, trial.quiet?)?.0);
        match (self.trust(trial), times()) {
            (Trust::Nothing, _) => self.get("warning-trust-nothing"),
            (Trust::Little, _) => self.get("warning-trust-little"),
            (Trust::Ordinary(_), _) => self.get("warning-trust-ordinary"),
            (Trust::Less(_), _) => self.get("warning-trust-less"),
            (Trust::More(_), Some(times)) => {
                self.say("warning-trust-more", &[("times", times.into())])
            }
            (Trust::More(_), None) => self.get("warning-trust-only"),
        }
    }

    fn trust(&self, trial: &Trial<'_>) -> Trust {
        let statistics = self.published.method().statistics;
        let Some((flagged, quiet)) = trial.flagged.zip(trial.quiet) else { return Trust::Nothing };
        if flagged.base().min(quiet.base()) < statistics.small {
            return Trust::Little;
        }
        let interval = Interval::of_difference(flagged, quiet, statistics.confidence);
        match (interval.holds_zero(), flagged > quiet) {
            (true, _) => Trust::Ordinary(interval),
            (false, true) => Trust::More(interval),
            (false, false) => Trust::Less(interval),
        }
    }

    /// «Отмеченные школы входили в перечень в 2,5 раза чаще неотмеченных.»
    fn how_often(&self, flagged: Share, quiet: Share) -> String {
        match (flagged.count(), quiet.count()) {
            (0, 0) => self.get("warning-times-neither"),
            (0, _) => self.get("warning-times-never"),
            (_, 0) => self.get("warning-times-only"),
            _ => match self.times(flagged, quiet) {
                Some((times, true)) => self.say("warning-times-more", &[("times", times.into())]),
                Some((times, false)) => self.say("warning-times-less", &[("times", times.into())]),
                None => self.get("warning-times-same"),
            },
        }
    }

    /// How many times the larger share is the other, and whether it is that of the flagged; `None`
    /// if they print the same or one of them is nothing.
    fn times(&self, flagged: Share, quiet: Share) -> Option<(Fixed, bool)> {
        let rounding = self.published.method().rounding;
        let (more, less) = (flagged.max(quiet), flagged.min(quiet));
        let times = more.times(less, 1, rounding)?;
        let times = match (times.units / 10, times.units % 10) {
            (whole, 0) => Fixed { units: whole, decimals: 0 },
            _ => times,
        };
        (times != Fixed { units: 1, decimals: 0 }).then_some((times, flagged > quiet))
    }

    /// «Из школ, вошедших в следующий перечень, правило заранее отметило 23 % (32 из 137).»
    fn foreseen(&self, trial: &Trial<'_>) -> Option<String> {
        let of = |share: Option<Share>| share.map_or(0, Share::count);
        let entered = of(trial.flagged) + of(trial.quiet);
        let foreseen = self.share_said(Share::new(of(trial.flagged), entered)?);
        Some(self.say("warning-foreseen", &[("foreseen", foreseen.as_str().into())]))
    }

    /// The years of the lists that a rule was tested on: «2020–2022».
    fn trial_years(&self, table: &Tabulation) -> String {
        let body = table.rows.iter().filter(|row| row.role == HeadingRole::Body);
        let years: Vec<Year> = body.filter_map(|row| Year::parse(row.id.as_str())).collect();
        let running = years.windows(2).all(|pair| pair[1].previous() == pair[0]);
        match years.as_slice() {
            [first, .., last] if running && years.len() > 2 => {
                format!("{first}–\u{2060}{last}")
            }
            years => self.text.list(&years.iter().map(Year::to_string).collect::<Vec<_>>()),
        }
    }

    /// The rule whose test a table is.
    pub(super) fn warning_of_test(&self, table: &str) -> Option<&'a Warning> {
        self.warnings().find(|warning| warning.tables.test.as_str() == table)
    }
}
