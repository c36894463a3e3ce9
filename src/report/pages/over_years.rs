//! Results by procedure over the years: a small chart for each, all on one scale, and their table.

use super::super::listings::{bare_table, column};
use super::super::view::{
    Block, Chart, Figure, Key, Label, Line, Point, Range, Row, RowRole, Section,
};
use super::super::{Report, count, figures, position, scale};
use super::section;
use crate::model::ids::{ProcedureIx, Year};
use crate::model::interval::Interval;
use crate::model::number::{Fixed, Share};
use crate::model::tabulation::Missing;
use crate::model::tone::Tone;

/// Decimals of the ends of intervals on charts: a tenth of a percent is not to be seen there.
const WHOLE: u8 = 0;

/// Several schools taken together.
pub(super) struct Pooled<'a> {
    /// What their line is called.
    pub title: String,
    /// Whether the region's line stands behind theirs.
    pub beside_region: bool,
    /// Their results in a procedure, a year each.
    pub shares: &'a dyn Fn(ProcedureIx) -> Vec<Option<Share>>,
    /// Why they have no result in a procedure of a year.
    pub absence: &'a dyn Fn(ProcedureIx, Year) -> Missing,
    /// The upper end of the scale, in percent.
    pub top: f64,
    /// What the scale is shared with.
    pub scale: String,
}

impl Report<'_> {
    /// The pooled results of several schools by procedure and year; nothing if there are none.
    pub(super) fn over_years(&self, of: &Pooled<'_>) -> Option<Section> {
        let published = self.published;
        let years = published.tested_years();
        let held = |p: &ProcedureIx| (of.shares)(*p).iter().any(Option::is_some);
        let procedures: Vec<ProcedureIx> =
            published.method().procedure_indices().filter(held).collect();
        if procedures.is_empty() {
            return None;
        }
        let trend = |p: &ProcedureIx| {
            let own = self.trend_line(&of.title, Tone::Series1, (of.shares)(*p), false);
            let mut lines = vec![own];
            if of.beside_region {
                let region = published.region_series(*p).years;
                lines.push(self.trend_line(
                    &self.get("report-region"),
                    Tone::Context,
                    region,
                    true,
                ));
            }
            self.small_trend(*p, lines, of.top)
        };
        let multiples: Vec<Figure> = procedures.iter().map(trend).collect();
        let columns = years.iter().map(|y| column(&y.to_string(), y.to_string(), true)).collect();
        let caption = self.get("report-failing-by-procedure");
        let mut table = bare_table("results", caption, self.get("report-procedure"), columns);
        table.base = Some(self.get("report-pooled-base"));
        let mut missing = Vec::new();
        for p in &procedures {
            let cells = (of.shares)(*p).into_iter().zip(years).map(|(share, year)| match share {
                Some(share) => self.pooled_cell(share),
                None => {
                    let why = (of.absence)(*p, *year);
                    missing.push(why);
                    self.missing_cell(why)
                }
            });
            let procedure = published.method().procedure(*p);
            let path = format!("procedures/{}.html", procedure.id);
            table.rows.push(Row {
                id: procedure.id.to_string(),
                title: Label::link(procedure.title.clone(), path),
                role: RowRole::Body,
                cells: cells.collect(),
            });
        }
        table.legend = self.legend(missing.into_iter());
        let told = procedures.iter().flat_map(|p| years.iter().map(move |year| (*p, *year)));
        table.notes = self.notes_of_years(&told.collect());
        let mut notes = vec![of.scale.clone()];
        notes.extend(self.notes_of_multiples(&multiples));
        let blocks = vec![Block::Multiples { figures: multiples, notes }, Block::Table(table)];
        let lead = self.beside_region(of, &procedures).into_iter().collect();
        Some(section("procedures", self.get("report-results-over-years"), lead, blocks))
    }

    /// «В 2022 году доля не справившихся больше, чем в регионе, по 5 из 9 процедур.»
    fn beside_region(&self, of: &Pooled<'_>, procedures: &[ProcedureIx]) -> Option<String> {
        let year = self.published.method().years.current;
        let at = self.published.tested_years().iter().position(|tested| *tested == year)?;
        let pair = |p: &ProcedureIx| {
            let own = (of.shares)(*p).get(at).copied().flatten();
            own.zip(self.published.region_series(*p).years.get(at).copied().flatten())
        };
        let pairs: Vec<(Share, Share)> = procedures.iter().filter_map(pair).collect();
        let above = pairs.iter().filter(|(own, region)| own > region).count();
        let year = year.to_string();
        let args =
            [("year", year.as_str().into()), ("n", count(above)), ("all", count(pairs.len()))];
        (of.beside_region && !pairs.is_empty()).then(|| self.say("pooled-beside-region", &args))
    }

    /// What the scale of small charts is shared with, and how far it reaches.
    pub(super) fn scale_note(&self, key: &str, top: f64) -> String {
        let top = self.text.percent(Fixed { units: top.round() as i64, decimals: WHOLE });
        self.say(key, &[("top", top.as_str().into())])
    }

    /// How bands, breaks and signs of small charts are to be read, as far as they have them.
    pub(super) fn notes_of_multiples(&self, multiples: &[Figure]) -> Vec<String> {
        let any = |has: &dyn Fn(&Chart) -> bool| multiples.iter().any(|f| has(&f.chart));
        let bands = any(&|chart| {
            matches!(chart, Chart::Trend { lines, .. }
                if lines.iter().any(|line| line.ranges.iter().any(Option::is_some)))
        });
        let breaks =
            any(&|chart| matches!(chart, Chart::Trend { breaks, .. } if !breaks.is_empty()));
        let signs = any(&|chart| matches!(chart, Chart::Trend { signs, .. } if !signs.is_empty()));
        let confidence = u32::from(self.published.method().statistics.confidence.percent());
        let (sign, _) = self.missing(Missing::NotHeld);
        let args = [("confidence", confidence.into()), ("sign", sign.as_str().into())];
        let notes = [(bands, "chart-bands"), (breaks, "chart-breaks"), (signs, "chart-signs")];
        notes.into_iter().filter(|(has, _)| *has).map(|(_, key)| self.say(key, &args)).collect()
    }

    /// A line of a trend from shares by year. Each point of a line that is not there for
    /// comparison has the interval in which its share wanders by chance.
    pub(super) fn trend_line(
        &self,
        title: &str,
        tone: Tone,
        shares: Vec<Option<Share>>,
        context: bool,
    ) -> Line {
        let point = |share: Share| Point { value: scale(share), text: self.percent(share) };
        let range = |share: &Option<Share>| share.filter(|_| !context).map(|s| self.range(s));
        Line {
            key: Key { title: title.to_owned(), tone: tone.name() },
            ranges: shares.iter().map(range).collect(),
            points: shares.into_iter().map(|share| share.map(point)).collect(),
            breaks: Vec::new(),
            context,
        }
    }

    /// How far a share wanders by chance.
    fn range(&self, share: Share) -> Range {
        let confidence = self.published.method().statistics.confidence;
        let [low, high] = Interval::of(share, confidence).bounds(WHOLE);
        let words = [low, high].map(|end| self.text.percent(end));
        let args = [("low", words[0].as_str().into()), ("high", words[1].as_str().into())];
        let text = self.say("chart-range", &args);
        Range { low: position(low), high: position(high), text }
    }

    /// One of the small charts: a procedure over the years. What breaks its line is said once, under
    /// all of them and under their table.
    pub(super) fn small_trend(&self, ix: ProcedureIx, lines: Vec<Line>, max: f64) -> Figure {
        Figure { notes: Vec::new(), ..self.procedure_trend(ix, lines, max) }
    }

    /// A procedure over the years.
    pub(super) fn procedure_trend(&self, ix: ProcedureIx, lines: Vec<Line>, max: f64) -> Figure {
        let published = self.published;
        let procedure = published.method().procedure(ix);
        let years = published.tested_years();
        let broken =
            |year: Year| published.procedure_year(ix, year).is_some_and(|known| !known.comparable);
        let breaks = (0..years.len()).filter(|at| broken(years[*at])).collect();
        let not_held = |at: &usize| published.absence(ix, years[*at]) == Missing::NotHeld;
        let (sign, _) = self.missing(Missing::NotHeld);
        let signs = (0..years.len()).filter(not_held).map(|at| (at, sign.clone())).collect();
        let steps: Vec<String> = years.iter().map(Year::to_string).collect();
        let finding = lines.first().map_or_else(String::new, |line| {
            // What lies before a break is not compared with what lies after it.
            let breaks: &Vec<usize> = &breaks;
            let last = breaks.iter().chain(&line.breaks).copied().filter(|at| *at < steps.len());
            let from = last.max().unwrap_or_default();
            self.trend_finding(&line.key.title, &steps[from..], &line.points[from..])
        });
        Figure {
            number: None,
            id: format!("trend-{}", procedure.id),
            title: procedure.title.clone(),
            finding,
            table: Some("results".to_owned()),
            notes: self.notes_of_procedure(ix),
            chart: Chart::Trend { steps, lines, breaks, signs, max, unit: "%".to_owned() },
        }
    }

    /// The upper end of the scale that holds the pooled results of all municipalities.
    pub(in super::super) fn find_top_of_municipalities(&self) -> f64 {
        let procedures = || self.published.method().procedure_indices();
        let series = self.municipalities.iter().flat_map(|ix| {
            procedures().flat_map(|p| self.published.municipality_series(*ix, p).years)
        });
        figures::upper_end(series.flatten().map(scale))
    }
}
