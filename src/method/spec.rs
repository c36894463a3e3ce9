//! `methodology.toml` as written, before it is checked. Unknown keys are errors.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::attribute::Side;
use super::de::{Number, TestSpec};
use super::import::ImportSpec;
use super::lists::{ListSpec, LowResultsSpec};
use super::programme::RoadmapSpec;
use super::rules::ClusterStatistic;
use super::support::SupportSpec;
use super::table::{Base, FigureBy, FigureKind};
use crate::model::field::FieldKind;
use crate::model::tone::Tone;

pub(super) type Name = Spanned<String>;
pub(super) type ConditionSpec = BTreeMap<String, Spanned<TestSpec>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MethodSpec {
    pub years: YearsSpec,
    #[serde(default)]
    pub procedure: Vec<ProcedureSpec>,
    #[serde(default)]
    pub low_results: LowResultsSpec,
    #[serde(default)]
    pub clusters: ClustersSpec,
    #[serde(default)]
    pub cluster: Vec<Spanned<ClusterSpec>>,
    #[serde(default)]
    pub list: Vec<ListSpec>,
    #[serde(default)]
    pub dynamics: DynamicsSpec,
    #[serde(default)]
    pub rounding: RoundingSpec,
    #[serde(default)]
    pub statistics: super::statistics::StatisticsRaw,
    #[serde(default)]
    pub group: Vec<GroupSpec>,
    #[serde(default)]
    pub track: Vec<TrackSpec>,
    #[serde(default)]
    pub warning: Vec<super::warning::WarningRaw>,
    #[serde(default)]
    pub data: BTreeMap<String, BTreeMap<String, FieldKind>>,
    #[serde(default)]
    pub attribute: Vec<AttributeSpec>,
    #[serde(default)]
    pub table: Vec<TableSpecRaw>,
    #[serde(default)]
    pub listing: Vec<ListingRaw>,
    #[serde(default)]
    pub support: Vec<SupportSpec>,
    #[serde(default)]
    pub roadmap: RoadmapSpec,
    #[serde(default)]
    pub pages: PagesSpec,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct YearsSpec {
    pub current: Spanned<i64>,
    pub baseline: Option<Spanned<i64>>,
    pub list: Option<Spanned<i64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProcedureSpec {
    pub id: Name,
    pub title: String,
    pub short: Option<String>,
    pub subject: String,
    pub grade: u8,
    pub stage: String,
    pub failing: String,
    #[serde(default)]
    pub import: ImportSpec,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct ClustersSpec {
    pub statistic: Option<ClusterStatistic>,
    pub k: Option<Spanned<u16>>,
    pub outside: Option<OutsideSpec>,
    pub document: Option<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutsideSpec {
    pub id: Name,
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClusterSpec {
    pub id: Name,
    pub title: String,
    pub from: Number,
    pub from_inclusive: Option<bool>,
    pub to: Number,
    pub to_inclusive: Option<bool>,
    pub tone: Option<Tone>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct DynamicsSpec {
    pub neutral_tolerance: Option<Spanned<Number>>,
    #[serde(default)]
    pub titles: DynamicsTitles,
    pub document: Option<Name>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct DynamicsTitles {
    pub positive: Option<String>,
    pub zero: Option<String>,
    pub negative: Option<String>,
    pub neutral: Option<String>,
    pub no_participants: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RoundingMode {
    #[default]
    HalfUp,
    HalfEven,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct RoundingSpec {
    #[serde(default)]
    pub mode: RoundingMode,
    pub decimals: Option<Spanned<u8>>,
    pub few: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupSpec {
    pub id: Name,
    pub title: String,
    pub short: Option<String>,
    pub document: Option<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TrackSpec {
    pub id: Name,
    pub number: u16,
    pub title: String,
    #[serde(default)]
    pub task: String,
    #[serde(default)]
    pub groups: Vec<Name>,
    #[serde(default)]
    pub everyone: bool,
    #[serde(default)]
    pub tables: Vec<Name>,
    pub document: Option<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategorySpec {
    pub id: Name,
    pub title: String,
    pub tone: Option<Tone>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BinSpec {
    pub id: String,
    pub title: String,
    pub tone: Option<Tone>,
    pub at_least: Option<Number>,
    pub above: Option<Number>,
    pub at_most: Option<Number>,
    pub below: Option<Number>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseSpec {
    pub id: String,
    pub title: String,
    pub tone: Option<Tone>,
    #[serde(rename = "where")]
    pub conditions: ConditionSpec,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitlesFromSpec {
    pub table: Name,
    pub title: String,
    pub order: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum KindSpec {
    Field,
    Number,
    Bins,
    Quantile,
    Cases,
    Group,
    Groups,
    List,
    ListChange,
    ListYears,
    ListHistory,
    ListAgreement,
    Cluster,
    Transition,
    Dynamics,
    Held,
    AnyRow,
    Answer,
    Variant,
    Warning,
    WarningState,
    RoadmapState,
    TargetState,
    Target,
}

/// All keys an attribute of any kind may have; which ones a kind needs is checked afterwards.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttributeSpec {
    pub id: Name,
    pub kind: Spanned<KindSpec>,
    pub title: String,
    pub short: Option<String>,
    pub unit: Option<String>,
    pub table: Option<Name>,
    pub column: Option<Name>,
    #[serde(default)]
    pub at: BTreeMap<String, toml::Value>,
    #[serde(default)]
    pub values: Vec<CategorySpec>,
    pub titles_from: Option<TitlesFromSpec>,
    #[serde(default)]
    pub bins: Vec<BinSpec>,
    #[serde(default)]
    pub cases: Vec<CaseSpec>,
    pub of: Option<Name>,
    pub quantile: Option<Spanned<Number>>,
    #[serde(default)]
    pub side: Side,
    pub ties: Option<TiesSpec>,
    #[serde(default)]
    pub groups: Vec<Name>,
    pub list: Option<Name>,
    pub lists: Option<Spanned<Vec<Name>>>,
    pub year: Option<Spanned<i64>>,
    pub shift: Option<Spanned<i64>>,
    pub window: Option<Spanned<u16>>,
    /// Whether years must follow each other, or how many of them.
    pub in_a_row: Option<Spanned<toml::Value>>,
    pub from: Option<Spanned<i64>>,
    pub to: Option<Spanned<i64>>,
    #[serde(default, rename = "where")]
    pub columns: BTreeMap<String, Vec<String>>,
    pub until: Option<Spanned<i64>>,
    pub question: Option<Name>,
    pub support: Option<Name>,
    pub warning: Option<Name>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum TiesSpec {
    Exclude,
    Include,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RoleSpec {
    Body,
    Summary,
    Total,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ShowSpec {
    Both,
    Percent,
    Count,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntrySpec {
    pub attribute: Option<Name>,
    #[serde(default)]
    pub only: Vec<Name>,
    pub id: Option<String>,
    pub title: Option<String>,
    #[serde(rename = "where")]
    pub conditions: Option<ConditionSpec>,
    pub sum: Option<Vec<Name>>,
    pub difference: Option<Spanned<Vec<Name>>>,
    pub by: Option<BTreeMap<String, ConditionSpec>>,
    pub base: Option<ConditionSpec>,
    pub mean: Option<Name>,
    pub show: Option<ShowSpec>,
    pub tone: Option<Tone>,
    pub note: Option<String>,
    pub role: Option<RoleSpec>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureRaw {
    pub kind: FigureKind,
    #[serde(default)]
    pub by: FigureBy,
    pub column: Option<Name>,
    pub title: Option<String>,
}

/// `over` as written: a table's name, or `["schools", "procedures", "years"]`.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum OverSpec {
    Table(String),
    Axes(Vec<String>),
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum MeasureSpec {
    #[default]
    Count,
    FailingShare,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableSpecRaw {
    pub id: Name,
    pub title: String,
    #[serde(default)]
    pub corner: String,
    pub over: Spanned<OverSpec>,
    #[serde(default)]
    pub procedures: Vec<Name>,
    #[serde(default)]
    pub years: Vec<Spanned<i64>>,
    #[serde(default, rename = "where")]
    pub conditions: ConditionSpec,
    pub rows: Vec<Spanned<EntrySpec>>,
    pub columns: Vec<Spanned<EntrySpec>>,
    #[serde(default)]
    pub measure: MeasureSpec,
    pub year: Option<Spanned<i64>>,
    #[serde(default)]
    pub count: ConditionSpec,
    #[serde(default)]
    pub base: Base,
    pub base_note: Option<String>,
    pub decimals: Option<Spanned<u8>>,
    pub show: Option<ShowSpec>,
    #[serde(default)]
    pub drop_empty_rows: bool,
    #[serde(default)]
    pub drop_empty_columns: bool,
    #[serde(default)]
    pub drop_zero_columns: bool,
    #[serde(default)]
    pub notes: Vec<String>,
    pub chart: Option<FigureRaw>,
    pub document: Option<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListingRaw {
    pub id: Name,
    pub title: String,
    #[serde(default, rename = "where")]
    pub conditions: ConditionSpec,
    pub attributes: Vec<Name>,
    #[serde(default)]
    pub notes: Vec<String>,
    pub document: Option<Name>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct PagesSpec {
    #[serde(default)]
    pub region_tables: Vec<Name>,
    #[serde(default)]
    pub municipality_tables: Vec<Name>,
    #[serde(default)]
    pub municipality_attributes: Vec<Name>,
    #[serde(default)]
    pub school_attributes: Vec<Name>,
    #[serde(default)]
    pub procedure_tables: Vec<Name>,
    pub map: Option<MapRaw>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MapRaw {
    pub table: Name,
    pub column: Name,
    pub title: String,
}
