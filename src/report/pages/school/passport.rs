//! What the registry and the declared attributes say of a school.

use super::super::super::Report;
use super::super::super::view::{Block, Label, Section, Term};
use super::super::section as make_section;
use crate::model::ids::SchoolIx;
use crate::model::tabulation::AttributeValue;

/// Facts of the school: what the registry and the declared attributes say.
pub(super) fn section(report: &Report<'_>, ix: SchoolIx) -> Section {
    let published = report.published;
    let school = published.school(ix);
    let term = |key: &str, values: Vec<Label>| Term { title: report.get(key), values };
    let municipality = published.municipality(school.municipality);
    let mut terms = vec![
        term("report-school-id", vec![Label::text(school.id.as_str())]),
        term(
            "report-municipality",
            vec![Label::link(
                report.municipality_name(school.municipality),
                format!("municipalities/{}.html", municipality.id),
            )],
        ),
    ];
    if !school.kind.is_empty() {
        terms.push(term("report-kind", vec![Label::text(school.kind.as_str())]));
    }
    if let Some(students) = school.students {
        terms.push(term("report-students", vec![Label::text(report.text.count(students))]));
    }
    let groups = report.groups_of(ix);
    if !groups.is_empty() {
        terms.push(term("report-groups", groups));
    }
    let names = published.method().pages.school_attributes.iter().map(|n| n.value.as_str());
    for at in report.attributes(names) {
        if matches!(published.school_value(at, ix), AttributeValue::Missing(_)) {
            continue;
        }
        let cell = report.attribute_cell(at, ix);
        let label = Label { mark: cell.mark, ..Label::text(cell.text) };
        terms.push(Term { title: report.attribute_title(at), values: vec![label] });
    }
    make_section(
        "passport",
        report.get("school-passport"),
        Vec::new(),
        vec![Block::Terms { terms }],
    )
}
