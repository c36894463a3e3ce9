//! What rests on documents: the rules, groups and tables that name one.

use std::collections::BTreeMap;

use super::{Group, List, ListingSpec, Located, Methodology, Support, TableSpec, Track, Warning};

/// What of the methodology rests on a document.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// The rules of the main list.
    LowResults,
    /// A list.
    List(&'a List),
    /// The bounds of clusters.
    Clusters,
    /// The types of change.
    Dynamics,
    /// A track.
    Track(&'a Track),
    /// A group.
    Group(&'a Group),
    /// A declared table.
    Table(&'a TableSpec),
    /// A declared listing.
    Listing(&'a ListingSpec),
    /// An early warning.
    Warning(&'a Warning),
    /// A system of variants of support.
    Support(&'a Support),
}

impl Methodology {
    /// Every document that is named, with what rests on it, in the order of the pages.
    pub fn grounded(&self) -> impl Iterator<Item = (&Located<String>, Subject<'_>)> {
        let rules = [
            (&self.low_results.document, Subject::LowResults),
            (&self.clusters.document, Subject::Clusters),
            (&self.dynamics.document, Subject::Dynamics),
        ];
        let tracks = self.tracks.iter().map(|track| (&track.document, Subject::Track(track)));
        let groups = self.groups.iter().map(|group| (&group.document, Subject::Group(group)));
        let tables = self.tables.iter().map(|table| (&table.document, Subject::Table(table)));
        let listings = self.listings.iter();
        let listings = listings.map(|listing| (&listing.document, Subject::Listing(listing)));
        let warnings = self.warnings.iter();
        let warnings = warnings.map(|warning| (&warning.document, Subject::Warning(warning)));
        let lists = self.lists.iter().map(|list| (&list.document, Subject::List(list)));
        let supports = self.supports.iter();
        let supports = supports.map(|support| (&support.document, Subject::Support(support)));
        let of_schools = rules.into_iter().chain(lists).chain(tracks).chain(groups);
        let of_schools = of_schools.chain(supports).chain(warnings);
        of_schools
            .chain(tables)
            .chain(listings)
            .filter_map(|(document, subject)| Some((document.as_ref()?, subject)))
    }

    /// What measures may belong to, by each name it may be called by: tracks by id and number,
    /// groups and variants of support by id.
    pub(super) fn owners(&self) -> BTreeMap<String, String> {
        let numbers = self.tracks.iter().map(|t| (t.number.to_string(), t.id.to_string()));
        let tracks = self.tracks.iter().map(|t| (t.id.to_string(), t.id.to_string()));
        let groups = self.groups.iter().map(|g| (g.id.to_string(), g.id.to_string()));
        let variants = self.supports.iter().flat_map(|support| &support.variants);
        let variants = variants.map(|v| (v.id.value.clone(), v.id.value.clone()));
        numbers.chain(tracks).chain(groups).chain(variants).collect()
    }
}
