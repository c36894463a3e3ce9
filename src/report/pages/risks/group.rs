//! The risks of schools that are supported together.

use super::super::super::Report;
use super::super::super::view::Section;
use super::all::most;
use crate::method::Located;
use crate::model::ids::GroupId;

/// The risks of a group's schools; nothing if no school has a profile, or if a table that the page
/// declares has a row for each risk already.
pub(in crate::report::pages) fn section(
    report: &Report<'_>,
    id: &GroupId,
    declared: &[&Located<String>],
) -> Option<Section> {
    let profiles = report.published.risks()?;
    let is_risk = |row: &str| profiles.find(row).is_some();
    let mut tables = declared.iter().filter_map(|name| report.published.table(&name.value));
    if tables.any(|table| table.rows.iter().any(|row| is_risk(row.id.as_str()))) {
        return None;
    }
    let id = format!("group_{id}_risks");
    let section = report.table_section(&id)?;
    let kinds = [("high", "risks-most-high"), ("chosen", "risks-most-chosen")];
    let lead =
        kinds.into_iter().filter_map(|(column, key)| most(report, profiles, (&id, column), key));
    let lead = lead.collect();
    Some(Section { lead, title: report.get("report-risks"), ..section })
}
