//! Tables of variants of support: how many schools of each municipality have each, and which.

use super::draft::{Draft, SCHOOLS};
use crate::method::{AttributeKind, Base, Conditions, Entry, Support, TableSpec};

/// Declares the tables of every system of variants.
pub(super) fn declare(draft: &mut Draft<'_>) {
    for support in draft.method().supports.clone() {
        variants(draft, &support);
        municipalities(draft, &support);
        schools(draft, &support);
    }
}

/// A line for each variant; schools that meet none or several have lines if there are any.
fn lines(draft: &Draft<'_>, support: &Support) -> Vec<Entry> {
    let attribute = support.attribute();
    let variants: Vec<&str> = support.variants.iter().map(|v| v.id.value.as_str()).collect();
    let other = |id: &str| Entry { optional: true, ..draft.some(&attribute, &[id]) };
    vec![draft.some(&attribute, &variants), other("none"), other("several")]
}

/// How many schools have each variant: the parts make up all that are to have one.
fn variants(draft: &mut Draft<'_>, support: &Support) {
    let args = [("support", (&support.title).into())];
    let title = draft.say("implied-support", &args);
    let column = draft.line("schools", draft.get("implied-support-count"), Conditions::default());
    let mut rows = lines(draft, support);
    rows.push(draft.total(draft.get("implied-support-schools")));
    draft.table(TableSpec {
        conditions: draft.when(&[(&support.attribute(), &[])]),
        rows,
        columns: vec![column],
        base: Base::All,
        corner: draft.get("implied-support-variant"),
        base_note: Some(draft.get("implied-support-base")),
        figure: Some(draft.bars("schools")),
        ..draft.blank(format!("support_{}", support.id.value), title, SCHOOLS)
    });
}

/// The variants by municipality.
fn municipalities(draft: &mut Draft<'_>, support: &Support) {
    let attribute = support.attribute();
    let mut columns = lines(draft, support);
    columns.push(draft.count(draft.get("implied-support-schools")));
    let id = format!("support_{}_municipalities", support.id.value);
    let args = [("support", (&support.title).into())];
    let title = draft.say("implied-support-municipalities", &args);
    draft.table(TableSpec {
        conditions: draft.when(&[(&attribute, &[])]),
        rows: vec![draft.each("municipality"), draft.total(draft.get("implied-region"))],
        columns,
        corner: draft.method().titles.municipality.clone(),
        base_note: Some(draft.get("implied-support-base")),
        drop_empty_rows: true,
        ..draft.blank(id, title, SCHOOLS)
    });
}

/// The schools of each variant.
fn schools(draft: &mut Draft<'_>, support: &Support) {
    let attribute = support.attribute();
    let shown = shown(draft, support);
    for variant in &support.variants {
        let id = format!("variant_{}_schools", variant.id.value);
        let args = [("variant", (&variant.title).into())];
        let title = draft.say("implied-variant-schools", &args);
        let with = draft.when(&[(&attribute, &[variant.id.value.as_str()])]);
        draft.listing(id, title, with, &shown);
    }
}

/// What tells the schools of a variant apart: the attributes that decide it.
fn shown(draft: &Draft<'_>, support: &Support) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let of_variants = support.variants.iter().flat_map(|variant| &variant.any_of);
    for (name, _) in of_variants.flat_map(|conditions: &Conditions| &conditions.0) {
        let declared = draft
            .method()
            .attributes
            .iter()
            .any(|a| a.id.value == name.value && !matches!(a.kind, AttributeKind::Groups));
        if declared && !names.contains(&name.value) {
            names.push(name.value.clone());
        }
    }
    names
}
