//! What other sites and programs are told of the report once it stands at an address.

use super::Report;
use super::pages::PageId;
use super::view::{Poster, Release};
use crate::site::Robots;

impl Report<'_> {
    /// The pages that are to be found, by path, those of earlier reports too: no old addresses and no
    /// page that only leads on.
    pub fn lasting_paths(&self) -> impl Iterator<Item = String> {
        let past = self.past.iter();
        let past = past.flat_map(|past| past.report.own_paths().map(|path| past.path(&path)));
        self.own_paths().chain(past)
    }

    fn own_paths(&self) -> impl Iterator<Item = String> {
        let lasts = |id: &&PageId| {
            !matches!(
                id,
                PageId::FormerSchool(..)
                    | PageId::FormerMunicipality(..)
                    | PageId::Search
                    | PageId::Missing
            )
        };
        self.pages.iter().filter(lasts).map(|id| id.path(self.published))
    }

    /// The reports that stand at this address, the newest first.
    pub fn releases(&self) -> Vec<Release> {
        let front = self.page(&PageId::Region);
        let release = |date: crate::model::date::Date| Release {
            year: self.published.method().years.list.to_string(),
            title: self.site.title.clone(),
            summary: front.lead.join(" "),
            to: front.path.clone(),
            date: date.to_string(),
        };
        let own = self.site.date.map(release).into_iter();
        let past = self.past.iter().flat_map(|past| {
            let releases = past.report.releases().into_iter();
            releases.map(|release| Release { to: past.path(&release.to), ..release })
        });
        own.chain(past).collect()
    }

    /// What a picture of the report says: the first key figure of the overview.
    pub fn poster(&self) -> Poster {
        let figure = self.page(&PageId::Region).facts.into_iter().next();
        Poster {
            title: self.site.title.clone(),
            region: self.site.region.clone(),
            figure: figure.map(|fact| (fact.value, [Some(fact.title), fact.base])),
        }
    }

    pub(super) fn is_hidden(&self) -> bool {
        let robots = self.published.edition().robots;
        robots.unwrap_or(self.site.robots) == Robots::NoIndex
    }
}
