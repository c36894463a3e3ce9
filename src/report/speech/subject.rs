//! What a text is about, and what may be said of it as `this`.

use super::{ArgValue, Speech};
use crate::edition::PublishedStanding as Standing;
use crate::model::ids::{GroupId, MunicipalityIx, ProcedureIx, SchoolIx};
use crate::model::tabulation::AttributeValue;

/// What the page of a text is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Nothing in particular: the region, or a page of its own.
    Region,
    /// A municipality.
    Municipality(MunicipalityIx, String),
    /// A school.
    School(SchoolIx, String),
    /// A track or a group.
    Group(GroupId),
    /// A procedure.
    Procedure(ProcedureIx, String),
    /// Anything else that has a page.
    Other {
        /// Its id.
        id: String,
        /// The title of its page.
        name: String,
    },
}

/// Something to be said of the subject: `this.name`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What comes after `this.`.
    pub name: String,
    /// The words or the number; ids where conditions compare them.
    pub value: ArgValue,
}

impl Subject {
    /// The id that `this` stands for in the rows and columns of tables.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Region => None,
            Self::Municipality(_, id)
            | Self::School(_, id)
            | Self::Procedure(_, id)
            | Self::Other { id, .. } => Some(id),
            Self::Group(id) => Some(id.as_str()),
        }
    }
}

impl Speech {
    /// What may be said of a subject, in no particular order.
    pub fn facts(&self, subject: &Subject) -> Vec<Fact> {
        let mut facts: Vec<Fact> = subject.id().map(|id| text("id", id)).into_iter().collect();
        match subject {
            Subject::Region => {}
            Subject::Municipality(ix, _) => self.of_municipality(*ix, &mut facts),
            Subject::School(ix, _) => self.of_school(*ix, &mut facts),
            Subject::Group(id) => self.of_group(id, &mut facts),
            Subject::Other { name, .. } => facts.push(text("name", name)),
            Subject::Procedure(ix, _) => {
                let procedure = self.published.method().procedure(*ix);
                facts.push(text("name", &procedure.title));
                facts.push(text("short", &procedure.short));
                facts.push(text("subject", &procedure.subject));
                facts.push(text("stage", &procedure.stage));
                facts.push(whole("grade", procedure.grade.into()));
            }
        }
        facts
    }

    fn of_municipality(&self, ix: MunicipalityIx, facts: &mut Vec<Fact>) {
        let municipality = self.published.municipality(ix);
        let schools = self.published.schools_of(ix);
        let year = self.published.method().years.list;
        let on =
            |school: &&SchoolIx| matches!(self.published.standing(**school, year), Standing::On(_));
        facts.push(text("name", &self.text.typograph(&municipality.name)));
        facts.push(text("kind", &municipality.kind));
        facts.push(whole("schools", size(schools.len())));
        facts.push(whole("listed", size(schools.iter().filter(on).count())));
    }

    /// The registry, the clusters of the list and of the one before, and the declared attributes.
    fn of_school(&self, ix: SchoolIx, facts: &mut Vec<Fact>) {
        let published = &self.published;
        let school = published.school(ix);
        facts.push(text("name", &self.text.typograph(&school.name)));
        facts.push(text("kind", &school.kind));
        let municipality = &published.municipality(school.municipality).name;
        facts.push(text("municipality", &self.text.typograph(municipality)));
        let list = published.method().years.list;
        for (name, year) in [("cluster", list), ("cluster_before", list.previous())] {
            facts.push(text(name, self.cluster_id(published.standing(ix, year))));
        }
        let ids = published.method().attributes.iter().map(|a| a.id.value.as_str());
        for (at, info) in ids.filter_map(|id| published.attribute(id)) {
            if !info.of_school || facts.iter().any(|fact| fact.name == info.id.as_str()) {
                continue;
            }
            let value = match published.school_value(at, ix) {
                AttributeValue::Category(category) => category.id.clone(),
                AttributeValue::Number(number) => self.text.fixed(number.to_fixed()),
                AttributeValue::Missing(_) => String::new(),
            };
            facts.push(Fact { name: info.id.to_string(), value: ArgValue::Text(value) });
        }
    }

    fn cluster_id(&self, standing: Standing) -> &str {
        let rules = &self.published.method().clusters;
        match standing {
            Standing::Off => &rules.outside_id,
            Standing::On(Some(at)) => rules.clusters.get(usize::from(at)).map_or("", |c| &c.id),
            Standing::On(None) | Standing::Unknown => "",
        }
    }

    fn of_group(&self, id: &GroupId, facts: &mut Vec<Fact>) {
        let method = self.published.method();
        if let Some(track) = method.tracks.iter().find(|t| t.id == *id) {
            facts.push(text("name", &track.title));
            facts.push(whole("number", track.number.into()));
        }
        if let Some(group) = method.groups.iter().find(|g| g.id == *id) {
            facts.push(text("name", &group.title));
            facts.push(text("short", &group.short));
        }
    }
}

fn text(name: &str, value: &str) -> Fact {
    Fact { name: name.to_owned(), value: ArgValue::Text(value.to_owned()) }
}

fn whole(name: &str, value: i64) -> Fact {
    Fact { name: name.to_owned(), value: ArgValue::Whole(value) }
}

fn size(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
