//! Variants of support: how schools are divided among them, and each of them.

use std::collections::BTreeSet;

use super::super::findings::capital;
use super::super::listings::{bare_table, choice, column};
use super::super::view::{
    Block, Cell, Label, Link, Page, PageKind, Row, RowRole, Section, Table, Term,
};
use super::super::{Report, count};
use super::{empty, section};
use crate::edition::{Placement, Unplaced};
use crate::method::{Several, Support, Variant};
use crate::model::ids::{MunicipalityIx, SchoolIx};
use crate::model::number::Share;
use crate::model::tabulation::{AttributeValue, CategoryInfo, Heading, HeadingRole};
use crate::text::lower_first;

const INDEX: &str = "variants/index.html";

/// The index: variants by municipality, the criteria in words, schools that meet none or several.
pub(super) fn index(report: &Report<'_>) -> Page {
    let mut page = empty(PageKind::Index, INDEX.to_owned(), report.get("report-variants"));
    page.menu = Some(INDEX.to_owned());
    page.crumbs = vec![report.home()];
    for placement in report.published.placements() {
        let support = &report.published.method().supports[placement.support];
        page.lead.push(placed(report, support, placement));
        let table = format!("support_{}", support.id.value);
        page.sections.extend(report.table_section(&table));
        page.sections.push(criteria(report, support));
        page.sections.extend(unplaced(report, support, placement));
        page.sections.extend(report.table_section(&format!("{table}_municipalities")));
    }
    page
}

/// «Региональное сопровождение: вариант положен 218 школам; …»
fn placed(report: &Report<'_>, support: &Support, placement: &Placement) -> String {
    let none = placement.unplaced.iter().filter(|u| u.met.is_empty()).count();
    let several = placement.unplaced.len() - none;
    report.say(
        "variants-lead",
        &[
            ("support", (&support.title).into()),
            ("n", placement.schools.into()),
            ("none", count(none)),
            ("several", count(several)),
        ],
    )
}

/// Each variant: its criterion in the order's words, its conditions, who supports.
fn criteria(report: &Report<'_>, support: &Support) -> Section {
    let worded = support.variants.iter().any(|variant| !variant.criterion.is_empty());
    let supported = support.variants.iter().any(|variant| report.supporter(variant).is_some());
    let mut columns = Vec::new();
    columns.extend(worded.then(|| column("criterion", report.get("variant-criterion"), false)));
    columns.push(column("conditions", report.get("variant-conditions"), false));
    columns.extend(supported.then(|| column("supporter", report.get("variant-supporter"), false)));
    columns.push(column("schools", report.get("report-schools"), true));
    let id = &support.id.value;
    let args = [("support", (&support.title).into())];
    let title = report.say("variants-criteria", &args);
    let corner = report.get("variant");
    let mut table = bare_table(&format!("criteria-{id}-table"), title.clone(), corner, columns);
    for variant in &support.variants {
        let mut cells = Vec::new();
        let words = |words: String| match words.is_empty() {
            true => Cell::text(report.get("variant-dash")),
            false => Cell::text(words),
        };
        cells.extend(worded.then(|| words(variant.criterion.clone())));
        cells.push(Cell::text(report.alternatives(variant)));
        cells.extend(supported.then(|| words(report.supporter(variant).unwrap_or_default())));
        let n = u32::try_from(report.with_variant(support, variant).len()).unwrap_or(u32::MAX);
        cells.push(Cell::count(n, report.text.count(n)));
        table.rows.push(Row {
            id: variant.id.value.clone(),
            title: Label::link(variant.title.clone(), variant_path(variant)),
            role: RowRole::Body,
            cells,
        });
    }
    let lead = report.support_words(support);
    let terms: Vec<Term> = report.document_term(support).into_iter().collect();
    let blocks = vec![Block::Table(table), Block::Terms { terms }];
    section(&format!("criteria-{id}"), title, lead, blocks)
}

/// Schools that meet none or several, with what stands in the way of each variant.
fn unplaced(report: &Report<'_>, support: &Support, placement: &Placement) -> Option<Section> {
    if placement.unplaced.is_empty() {
        return None;
    }
    let columns = vec![
        choice("municipality", report.get("report-municipality")),
        column("why", report.get("variants-why"), false),
    ];
    let id = &support.id.value;
    let args = [("support", (&support.title).into())];
    let title = report.say("variants-unplaced", &args);
    let school = report.get("report-school");
    let mut table = bare_table(&format!("unplaced-{id}-table"), title.clone(), school, columns);
    for school in &report.schools {
        let Some(found) = placement.unplaced(*school) else { continue };
        let why = Cell::text(report.why_unplaced(support, found).join(" "));
        table.rows.push(report.school_row(*school, vec![report.municipality_cell(*school), why]));
    }
    let lead = vec![report.get("variants-unplaced-lead")];
    Some(section(&format!("unplaced-{id}"), title, lead, vec![Block::Table(table)]))
}

/// A variant: who supports, by which criterion, which measures follow, which schools.
pub(super) fn page(report: &Report<'_>, at: usize, variant: usize) -> Page {
    let support = &report.published.method().supports[at];
    let variant = &support.variants[variant];
    let mut page = empty(PageKind::Variant, variant_path(variant), capital(&variant.title));
    page.over = Some(report.name(&support.title));
    page.menu = Some(INDEX.to_owned());
    page.crumbs = vec![report.home(), report.link_to("report-variants", INDEX)];
    let order: Vec<&str> = support.variants.iter().map(|v| v.id.value.as_str()).collect();
    let id = variant.id.value.as_str();
    (page.previous, page.next) = Report::around(&order, &id, |id| {
        let of = support.variants.iter().find(|v| v.id.value == *id);
        Link {
            text: of.map(|v| capital(&v.title)).unwrap_or_default(),
            to: format!("variants/{id}.html"),
        }
    });
    let schools = report.with_variant(support, variant);
    let among = report.published.placements().iter().find(|placement| placement.support == at);
    let share = Share::new(
        u32::try_from(schools.len()).unwrap_or(u32::MAX),
        among.map_or(0, |placement| placement.schools),
    );
    page.lead.extend(
        report.supporter(variant).map(|supporter| {
            report.say("variant-supported", &[("supporter", (&supporter).into())])
        }),
    );
    page.lead.extend(share.map(|share| {
        let base = report.text.count(share.base());
        report.say("variant-lead", &[("n", share.count().into()), ("base", (&base).into())])
    }));
    page.sections.push(criterion(report, support, variant));
    page.sections.extend(super::measures::sections(report, id));
    let tables = variant.tables.iter();
    page.sections.extend(tables.filter_map(|table| report.table_section(&table.value)));
    page.sections.extend(by_municipality(report, support, variant, &schools));
    page
}

fn criterion(report: &Report<'_>, support: &Support, variant: &Variant) -> Section {
    let term = |key: &str, values: Vec<Label>| Term { title: report.get(key), values };
    let text = |key: &str, text: &str| {
        (!text.is_empty()).then(|| term(key, vec![Label::text(report.name(text))]))
    };
    let any = report.any_of_words(&variant.any_of);
    let key = if any.len() > 1 { "variant-conditions-any" } else { "variant-conditions" };
    let mut terms = Vec::new();
    terms.extend(text("variant-criterion", &variant.criterion));
    terms.push(term(key, any.into_iter().map(|words| Label::text(capital(&words))).collect()));
    terms.extend(text("variant-provider", &variant.provider));
    terms.extend(text("variant-department", &variant.department));
    let level = variant.level.map(|level| report.get(&format!("variant-level-{}", level.id())));
    terms.extend(level.and_then(|level| text("variant-level", &level)));
    terms.extend(report.document_term(support));
    let lead = report.support_words(support);
    section("criterion", report.get("variant-whom"), lead, vec![Block::Terms { terms }])
}

/// The schools of the variant, municipality by municipality.
fn by_municipality(
    report: &Report<'_>,
    support: &Support,
    variant: &Variant,
    schools: &[SchoolIx],
) -> Option<Section> {
    // A municipality finds its own schools together.
    let inside: BTreeSet<&SchoolIx> = schools.iter().collect();
    let all = report.municipalities.iter().filter_map(|ix| report.neighbours.get(ix)).flatten();
    let ordered: Vec<SchoolIx> = all.filter(|ix| inside.contains(ix)).copied().collect();
    let title = report.get("report-its-schools");
    let table = match report.published.listing(&format!("variant_{}_schools", variant.id.value)) {
        Some(listing) => Table { caption: title.clone(), ..report.listing_of(listing, &ordered) },
        None => {
            let columns = vec![choice("municipality", report.get("report-municipality"))];
            let row = |ix: &SchoolIx| report.school_row(*ix, vec![report.municipality_cell(*ix)]);
            let school = report.get("report-school");
            let table = bare_table("schools", title.clone(), school, columns);
            Table { rows: ordered.iter().map(row).collect(), ..table }
        }
    };
    let args = [("n", count(schools.len())), ("support", (&support.title).into())];
    let lead = vec![report.say("variant-its-schools", &args)];
    (!schools.is_empty()).then(|| section("its-schools", title, lead, vec![Block::Table(table)]))
}

fn variant_path(variant: &Variant) -> String {
    format!("variants/{}.html", variant.id.value)
}

impl Report<'_> {
    /// Systems of variants that the data has something for, and their attributes.
    pub(super) fn supports(&self) -> impl Iterator<Item = (&Support, usize)> {
        self.published.placements().iter().filter_map(|placement| self.support_of(placement))
    }

    fn support_of(&self, placement: &Placement) -> Option<(&Support, usize)> {
        let support = &self.published.method().supports[placement.support];
        Some((support, self.published.attribute(&support.attribute())?.0))
    }

    /// The schools of a variant, in alphabetical order.
    pub(super) fn with_variant(&self, support: &Support, variant: &Variant) -> Vec<SchoolIx> {
        let Some((at, _)) = self.published.attribute(&support.attribute()) else {
            return Vec::new();
        };
        let has = |ix: &&SchoolIx| {
            self.variant_category(at, **ix).is_some_and(|category| category.id == variant.id.value)
        };
        self.schools.iter().filter(has).copied().collect()
    }

    /// What a system of support says of a school; nothing if it is not about the school.
    fn variant_category(&self, at: usize, ix: SchoolIx) -> Option<&CategoryInfo> {
        match self.published.school_value(at, ix) {
            AttributeValue::Category(category) => Some(category),
            _ => None,
        }
    }

    /// The variants of a school: which, who supports, or why none is chosen.
    pub(super) fn variant_terms(&self, ix: SchoolIx) -> Vec<Term> {
        let term = |placement: &Placement| {
            let (support, at) = self.support_of(placement)?;
            let category = self.variant_category(at, ix)?;
            let variant = support.variants.iter().find(|v| v.id.value == category.id);
            let title = variant.map_or(&category.title, |variant| &variant.title);
            let link = variant
                .map_or_else(|| format!("{INDEX}#unplaced-{}", support.id.value), variant_path);
            let mut values = vec![Label::link(capital(&self.name(title)), link)];
            values.extend(variant.and_then(|variant| self.supporter(variant)).map(Label::text));
            if let Some(found) = placement.unplaced(ix) {
                values.extend(self.why_unplaced(support, found).into_iter().map(Label::text));
            }
            Some(Term { title: self.name(&support.title), values })
        };
        self.published.placements().iter().filter_map(term).collect()
    }

    /// The cell of a school's variant.
    pub(super) fn variant_cell(&self, support: &Support, at: usize, ix: SchoolIx) -> Cell {
        let Some(category) = self.variant_category(at, ix) else {
            let sign = self.get("variant-not-due");
            return Cell { missing: Some(self.get("variant-outside")), ..Cell::text(sign) };
        };
        let variant = support.variants.iter().find(|v| v.id.value == category.id);
        Cell {
            link: variant.map(variant_path),
            mark: super::super::marks::category_mark(category),
            ..Cell::text(self.name(&category.title))
        }
    }

    /// The heading of a column of variants: the system's own title where there are several.
    pub(super) fn variant_column(&self, all: &[(&Support, usize)], support: &Support) -> String {
        match all.len() {
            1 => self.get("variant"),
            _ => self.name(&support.title),
        }
    }

    /// How many schools of a municipality have each variant, a sentence for each system.
    pub(super) fn variants_of(&self, ix: MunicipalityIx) -> Vec<String> {
        let id = self.published.municipality(ix).id.as_str();
        let words = |(support, _): (&Support, usize)| {
            let table = format!("support_{}_municipalities", support.id.value);
            let table = self.published.table(&table)?;
            let part = |heading: &Heading| {
                let n = table.find(id, heading.id.as_str())?.members.len();
                let of = heading.role == HeadingRole::Body && n > 0;
                of.then(|| format!("{} — {n}", lower_first(&self.name(&heading.title))))
            };
            let list: Vec<String> = table.columns.iter().filter_map(part).collect();
            let list = list.join("; ");
            let args = [("support", (&support.title).into()), ("list", (&list).into())];
            (!list.is_empty()).then(|| self.say("variants-municipality", &args))
        };
        self.supports().filter_map(words).collect()
    }

    /// «ГБУ ДПО …, кафедра …».
    pub(super) fn supporter(&self, variant: &Variant) -> Option<String> {
        let words = [&variant.provider, &variant.department].into_iter();
        let words: Vec<String> =
            words.filter(|words| !words.is_empty()).map(|words| self.name(words)).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// The conditions of a variant in one sentence.
    pub(super) fn alternatives(&self, variant: &Variant) -> String {
        let or = format!("; {} ", self.get("condition-or"));
        capital(&self.any_of_words(&variant.any_of).join(&or))
    }

    /// Whom a system of support is about, and what becomes of a school that meets several variants.
    pub(super) fn support_words(&self, support: &Support) -> Vec<String> {
        let among = self.conditions_words(&support.among);
        let several = match support.several {
            Several::Report => "variants-several-report",
            Several::First => "variants-several-first",
        };
        let among = match support.among.0.is_empty() {
            true => self.get("variants-among-all"),
            false => self.say("variants-among", &[("among", (&among).into())]),
        };
        let several = (support.variants.len() > 1).then(|| self.get(several));
        std::iter::once(among).chain(several).collect()
    }

    fn document_term(&self, support: &Support) -> Option<Term> {
        let document = self.document(&support.document.as_ref()?.value)?;
        Some(Term { title: self.get("report-document"), values: vec![document] })
    }

    /// Why a school meets no variant, variant by variant; or which ones it meets.
    pub(super) fn why_unplaced(&self, support: &Support, found: &Unplaced) -> Vec<String> {
        if !found.met.is_empty() {
            let titles = found.met.iter().map(|at| self.quoted(&support.variants[*at].title));
            let list = self.text.list(&titles.collect::<Vec<_>>());
            return vec![self.say("variants-met", &[("list", (&list).into())])];
        }
        let words = |(at, variant): (usize, &Variant)| {
            let of = found.failed.iter().filter(|failed| failed.variant == at);
            let unmet = of.map(|failed| {
                let condition = &variant.any_of[failed.alternative].0[failed.condition];
                self.unmet_words(condition, found.school)
            });
            let list = unmet.collect::<Vec<_>>().join("; ");
            let title = self.quoted(&variant.title);
            let any = variant.any_of.len() > 1;
            let key = if any { "variants-failed-any" } else { "variants-failed" };
            let args = [("variant", (&title).into()), ("list", (&list).into())];
            (!list.is_empty()).then(|| self.say(key, &args))
        };
        support.variants.iter().enumerate().filter_map(words).collect()
    }
}
