//! Documents as the report cites them: their official form, their files, what rests on them.

use std::collections::{BTreeMap, BTreeSet};

use super::links::OF_DOCUMENTS;
use super::view::{Label, Link};
use super::{Report, pages, tables};
use crate::method::{Located, Subject};
use crate::model::ids::{DocumentId, TableId};
use crate::model::management::Document;

/// What of the report rests on each document, by the document's id.
pub(super) type Cited = BTreeMap<String, Vec<Link>>;

impl Report<'_> {
    /// The official form: «приказ от 23.08.2023 № 02/1568»; a document that has neither number nor
    /// date is called by its title.
    pub(super) fn citation(&self, document: &Document) -> String {
        match self.requisites(document) {
            Some(requisites) if document.kind.is_empty() => requisites,
            Some(requisites) => format!("{} {requisites}", document.kind),
            None if document.title.is_empty() => document.kind.clone(),
            None => self.name(&document.title),
        }
    }

    /// The official form with the title: «приложение № 1 — Презентация».
    pub(super) fn document_name(&self, document: &Document) -> String {
        let (citation, title) = (self.citation(document), self.name(&document.title));
        if title.is_empty() || title == citation {
            return citation;
        }
        let args = [("citation", (&citation).into()), ("title", (&title).into())];
        self.say("document-name", &args)
    }

    /// «от 23.08.2023 № 02/1568».
    pub(super) fn requisites(&self, document: &Document) -> Option<String> {
        let date = document.date.map(|date| self.text.day(date));
        let number = Some(document.number.as_str()).filter(|number| !number.is_empty());
        let dated = |date: &String| self.say("document-dated", &[("date", date.into())]);
        let numbered = |number: &str| self.say("document-numbered", &[("number", number.into())]);
        match (date.as_ref().map(dated), number.map(numbered)) {
            (None, None) => None,
            (date, number) => Some(date.into_iter().chain(number).collect::<Vec<_>>().join(" ")),
        }
    }

    /// A document as a label that leads to its place in the register.
    pub(super) fn document(&self, id: &str) -> Option<Label> {
        self.document_link(id).map(|link| Label::link(link.text, link.to))
    }

    /// The link to a document in the register; none if the region has no such document.
    pub(super) fn document_link(&self, id: &str) -> Option<Link> {
        let document = self.published.management().document(id)?;
        Some(Link { text: self.citation(document), to: register_path(&document.id) })
    }

    /// The document that a rule, a group or a table rests on.
    pub(super) fn basis(&self, document: Option<&Located<String>>) -> Option<Link> {
        self.document_link(&document?.value)
    }

    /// The file of a document with its type and size: «Скачать (PDF, 120 КБ)».
    pub(super) fn file_label(&self, document: &Document, text: &str) -> Option<Label> {
        let file = document.file.as_ref()?;
        let to = &self.files.get(&format!("{OF_DOCUMENTS}/{}", file.path))?.to;
        let said = self.kind_and_size(&file.path, file.size);
        let args = [("text", text.into()), ("said", (&said).into())];
        Some(Label::link(self.say("document-file", &args), to.clone()))
    }

    /// What rests on each document: rules and tables of the method, measures and events, texts.
    pub(super) fn find_cited(&self) -> Cited {
        let management = self.published.management();
        let there: BTreeSet<String> =
            self.pages.iter().map(|page| page.path(self.published)).collect();
        let mut cited = Cited::new();
        let mut cite = |document: &str, link: Link| {
            let path = link.to.split('#').next().unwrap_or_default();
            let links = cited.entry(document.to_owned()).or_default();
            if there.contains(path) && !links.contains(&link) {
                links.push(link);
            }
        };
        for (document, subject) in self.published.method().grounded() {
            cite(&document.value, self.subject_link(subject));
        }
        for measure in &management.measures {
            if let Some(document) = &measure.document {
                cite(document.as_str(), self.link_to("report-measures", pages::MEASURES));
            }
        }
        for decision in &management.decisions {
            let to = format!("{}#decision-{}", pages::DECISIONS, decision.id);
            let text =
                self.say("cited-decision", &[("words", (&short(&decision.decision)).into())]);
            decision.document.iter().for_each(|id| {
                cite(id.as_str(), Link { text: text.clone(), to: to.clone() });
            });
        }
        for recommendation in &management.recommendations {
            if let Some(document) = &recommendation.document {
                cite(
                    document.as_str(),
                    self.link_to("report-recommendations", pages::RECOMMENDATIONS),
                );
            }
        }
        for event in &management.events {
            let to = format!("{}#event-{}", pages::EVENTS, event.id);
            for document in &event.documents {
                cite(document.as_str(), Link { text: self.name(&event.title), to: to.clone() });
            }
        }
        for ix in &self.every_school {
            let school = self.published.school(self.heir(*ix));
            let link =
                Link { text: self.name(&school.name), to: format!("schools/{}.html", school.id) };
            let changes = self.published.school(*ix).life.changes.iter();
            let documents = changes.filter_map(|change| change.document.as_ref());
            documents.for_each(|id| cite(id, link.clone()));
        }
        for narrative in self.narratives {
            let link =
                Link { text: narrative.title.clone(), to: format!("{}.html", narrative.slug) };
            narrative.documents().for_each(|(id, _)| cite(id, link.clone()));
        }
        cited
    }

    /// The page that shows what rests on a document.
    fn subject_link(&self, subject: Subject<'_>) -> Link {
        let method =
            |key: &str, section: &str| self.link_to(key, &format!("methodology.html#{section}"));
        let table = |id: &str, title: &str| Link {
            text: self.name(title),
            to: tables::page_path(&TableId::new(id)),
        };
        match subject {
            Subject::LowResults => method("method-rules", "rules"),
            Subject::List(list) => Link {
                text: super::findings::capital(&list.title),
                to: format!("lists/{}.html", list.id),
            },
            Subject::Support(support) => {
                let to = "variants/index.html".to_owned();
                Link { text: self.name(&support.title), to }
            }
            Subject::Clusters => method("method-clusters", "clusters-section"),
            Subject::Dynamics => method("method-dynamics", "dynamics-section"),
            Subject::Track(track) => {
                Link { text: self.track_title(track), to: format!("groups/{}.html", track.id) }
            }
            Subject::Group(group) => Link {
                text: super::findings::capital(&group.title),
                to: format!("groups/{}.html", group.id),
            },
            Subject::Table(spec) => table(&spec.id.value, &spec.title),
            Subject::Listing(spec) => table(&spec.id.value, &spec.title),
            Subject::Warning(warning) => Link {
                text: self.name(&warning.title),
                to: format!("warnings/{}.html", warning.id.value),
            },
        }
    }
}

/// The first words of a text that may be long.
fn short(text: &str) -> String {
    const MOST: usize = 80;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ';', ':']))
}

/// Where the register of documents has a document.
pub(super) fn register_path(id: &DocumentId) -> String {
    format!("{}#document-{id}", pages::DOCUMENTS)
}
