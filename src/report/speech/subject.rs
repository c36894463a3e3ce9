//! What a text is about, and what may be said of it as `this`.

use super::{ArgValue, Speech};
use crate::edition::PublishedStanding as Standing;
use crate::method::DynamicsKind;
use crate::model::forms::Forms;
use crate::model::ids::{GroupId, ListIx, MunicipalityIx, ProcedureIx, SchoolIx, Year};
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
    /// A risk of the catalogue, by its order.
    Risk(u32, String),
    /// A list.
    List(ListIx, String),
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
            | Self::Risk(_, id)
            | Self::List(_, id)
            | Self::Other { id, .. } => Some(id),
            Self::Group(id) => Some(id.as_str()),
        }
    }
}

impl Subject {
    /// The table of the data that names it and may give forms of its name.
    pub fn registry(&self) -> Option<&'static str> {
        match self {
            Self::Municipality(..) => Some("municipalities"),
            Self::School(..) => Some("schools"),
            _ => None,
        }
    }
}

impl Speech {
    /// What may be said of a subject, in no particular order.
    pub fn facts(&self, subject: &Subject) -> Vec<Fact> {
        let mut facts: Vec<Fact> = subject.id().map(|id| text("id", id)).into_iter().collect();
        match subject {
            Subject::Region => self.of_region(&mut facts),
            Subject::Municipality(ix, _) => self.of_municipality(*ix, &mut facts),
            Subject::School(ix, _) => self.of_school(*ix, &mut facts),
            Subject::Group(id) => self.of_group(id, &mut facts),
            Subject::Other { name, .. } => facts.push(text("name", name)),
            Subject::Risk(at, _) => self.of_risk(*at, &mut facts),
            Subject::List(ix, _) => self.of_list(*ix, &mut facts),
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

    fn of_region(&self, facts: &mut Vec<Fact>) {
        let schools: Vec<SchoolIx> = self.published.schools_of_today().collect();
        let today = self.published.municipalities().filter(|(_, m)| !m.life.gone);
        facts.push(whole("municipalities", size(today.count())));
        self.of_schools(&schools, facts);
    }

    fn of_municipality(&self, ix: MunicipalityIx, facts: &mut Vec<Fact>) {
        let municipality = self.published.municipality(ix);
        facts.push(text("kind", &municipality.kind));
        self.named(&municipality.name, &municipality.forms, facts);
        self.of_schools(self.published.schools_of(ix), facts);
    }

    /// A name and its forms in other cases, as far as the data gives them.
    fn named(&self, name: &str, forms: &Forms, facts: &mut Vec<Fact>) {
        facts.push(text("name", &self.text.typograph(name)));
        let forms = forms.iter().map(|(case, form)| (case.column(), self.text.typograph(form)));
        facts.extend(forms.map(|(column, form)| text(column, &form)));
    }

    /// How many schools there are, and how many of them on the list of now and the one before, in
    /// each cluster: `in_strong`.
    fn of_schools(&self, schools: &[SchoolIx], facts: &mut Vec<Fact>) {
        if !self.published.shows_schools() {
            return;
        }
        let method = self.published.method();
        let list = method.years.list;
        let count = |year: Year, fits: &dyn Fn(Standing) -> bool| {
            let fits = |school: &&SchoolIx| fits(self.published.standing(**school, year));
            size(schools.iter().filter(fits).count())
        };
        let on = |standing| matches!(standing, Standing::On(_));
        facts.push(whole("schools", size(schools.len())));
        facts.push(whole("listed", count(list, &on)));
        facts.push(whole("listed_before", count(list.previous(), &on)));
        for (at, cluster) in method.clusters.clusters.iter().enumerate() {
            let of =
                |standing| matches!(standing, Standing::On(Some(own)) if usize::from(own) == at);
            facts.push(whole(&format!("in_{}", cluster.id), count(list, &of)));
        }
    }

    fn of_risk(&self, at: u32, facts: &mut Vec<Fact>) {
        let catalogue = self.published.risks().map(|risks| risks.catalogue());
        let Some(risk) = catalogue.and_then(|all| all.get(at as usize)) else { return };
        facts.push(text("name", &self.text.typograph(&risk.name)));
        facts.push(text("description", &risk.description));
        let number = risk.number.map(|number| self.text.fixed(number.to_fixed()));
        facts.push(text("number", &number.unwrap_or_default()));
    }

    /// The last year of the list that the report is about, and how many schools it holds.
    fn of_list(&self, ix: ListIx, facts: &mut Vec<Fact>) {
        let method = self.published.method();
        facts.push(text("name", &method.list(ix).title));
        let years = self.published.years_of_list(ix);
        let Some(year) = method.last_list(years).and_then(|at| years.get(at)) else { return };
        let on = |ix_of: &SchoolIx| {
            matches!(self.published.standing_in(ix, *ix_of, *year), Standing::On(_))
        };
        facts.push(text("year", &year.to_string()));
        if self.published.shows_schools() {
            let schools = self.published.schools_of_today().filter(on).count();
            facts.push(whole("schools", size(schools)));
        }
    }

    /// The registry, the clusters of the list and of the one before, and the declared attributes.
    fn of_school(&self, ix: SchoolIx, facts: &mut Vec<Fact>) {
        let published = &self.published;
        let school = published.school(ix);
        self.named(&school.name, &school.forms, facts);
        facts.push(text("kind", &school.kind));
        let municipality = &published.municipality(school.municipality).name;
        facts.push(text("municipality", &self.text.typograph(municipality)));
        let list = published.method().years.list;
        for (name, year) in [("cluster", list), ("cluster_before", list.previous())] {
            facts.push(text(name, self.cluster_id(published.standing(ix, year))));
        }
        self.dynamics_of(ix, facts);
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

    /// What became of the results by procedure, `dynamics_oge_math`, and in how many of them they
    /// are better and worse.
    fn dynamics_of(&self, ix: SchoolIx, facts: &mut Vec<Fact>) {
        let method = self.published.method();
        let kinds = method.procedure_indices().map(|at| (at, self.published.dynamics(ix, at)));
        let kinds: Vec<_> = kinds.collect();
        let of = |kind| size(kinds.iter().filter(|(_, own)| *own == kind).count());
        facts.push(whole("improved", of(DynamicsKind::Positive)));
        facts.push(whole("worsened", of(DynamicsKind::Negative)));
        for (at, kind) in &kinds {
            let name = format!("dynamics_{}", method.procedure(*at).id);
            let held = self.published.holds_back_change(ix, *at);
            facts.push(text(&name, if held { "" } else { kind.id() }));
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
