//! Attributes that follow from what a method declares without being declared themselves: the
//! variant of each system of support. Their names have a colon, which no id has.

use crate::method::{Attribute, AttributeKind, Located, Methodology};

/// The name of the variant of a system of support.
pub(super) fn variant(support: &str) -> String {
    format!("variant:{support}")
}

/// True for the name of an implied attribute.
pub(super) fn is_implied(name: &str) -> bool {
    name.contains(':')
}

/// The implied attributes of a method.
pub(super) fn attributes(method: &Methodology) -> Vec<Attribute> {
    let variant = |support: &crate::method::Support| Attribute {
        id: Located { value: variant(&support.id.value), place: support.id.place },
        title: support.title.clone(),
        short: support.title.clone(),
        unit: None,
        kind: AttributeKind::Variant { support: support.id.clone() },
        values: Vec::new(),
    };
    method.supports.iter().map(variant).collect()
}
