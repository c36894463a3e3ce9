//! Tabulations as tables to be shown.

use super::findings::capital;
use super::view::{Cell, Column, Label, Row, RowRole, Table};
use super::{Report, scale};
use crate::method::Origin;
use crate::model::ids::TableId;
use crate::model::number::{Fixed, Share};
use crate::model::tabulation::{CellValue, Heading, HeadingRole, Missing, Show, Tabulation};
use crate::source::Source;
use crate::text::Arg;

/// The path of a declared table's own page.
pub(super) fn page_path(id: &TableId) -> String {
    format!("tables/{id}.html")
}

/// The path of a declared table's file.
pub(super) fn csv_path(id: &TableId) -> String {
    format!("tables/{id}.csv")
}

impl Report<'_> {
    /// A declared table in full.
    pub(super) fn tabulation(&self, table: &Tabulation) -> Table {
        let mut order: Vec<usize> = (0..table.rows.len()).collect();
        if table.alphabetical {
            order.sort_by_key(|at| {
                let row = &table.rows[*at];
                let body = row.role == HeadingRole::Body;
                (!body, body.then(|| self.text.sort_key(&row.title)))
            });
        }
        let rows: Vec<Row> = order.iter().map(|at| self.tab_row(table, *at)).collect();
        let legend = self.legend(table.cells.iter().filter_map(|cell| match cell.value {
            CellValue::Missing(missing) => Some(missing),
            _ => None,
        }));
        let specs = &self.published.method().tables;
        let spec = specs.iter().find(|spec| spec.id.value == table.id.as_str());
        Table {
            id: table.id.to_string(),
            caption: self.name(&table.title),
            base: self.base_sentence(table),
            corner: table.corner.clone(),
            columns: table.columns.iter().map(column).collect(),
            rows,
            notes: self.notes(table),
            legend,
            basis: spec.and_then(|spec| self.basis(spec.document.as_ref())),
            anchors: None,
            sources: self.source_names(&table.sources),
            csv: Some(csv_path(&table.id)),
            page: Some(page_path(&table.id)),
        }
    }

    /// True if the methodology or a text asks for the table, and not only the data.
    pub(super) fn is_declared(&self, id: &TableId) -> bool {
        let method = self.published.method();
        let tables = method.tables.iter().map(|spec| (&spec.id, spec.origin));
        let listings = method.listings.iter().map(|spec| (&spec.id, spec.origin));
        let mut specs = tables.chain(listings);
        let origin = specs.find(|(of, _)| of.value == id.as_str()).map(|(_, origin)| origin);
        let made = self.flagged_ids().any(|made| made == id.as_str());
        !made && !matches!(origin, Some(Origin::Implied { .. }))
    }

    /// «База: школы муниципалитета; всего 335 школ.»
    pub fn base_sentence(&self, table: &Tabulation) -> Option<String> {
        let note = table.base_note.as_deref()?;
        let other_units = table.of_all && table.units != table.schools;
        let (key, n) = if other_units {
            ("table-base-units", table.units)
        } else {
            ("table-base", table.schools)
        };
        Some(self.say(key, &[("base", note.into()), ("n", Arg::Count(n))]))
    }

    fn notes(&self, table: &Tabulation) -> Vec<String> {
        let of_lines = table.rows.iter().chain(&table.columns).filter_map(|h| h.note.clone());
        let declared = table.notes.iter().cloned().chain(of_lines).map(|note| self.name(&note));
        declared.chain(self.notes_of_table(table)).collect()
    }

    /// The signs of missing values that occur, each once, in a fixed order.
    pub(super) fn legend(&self, missing: impl Iterator<Item = Missing>) -> Vec<(String, String)> {
        let kinds: std::collections::BTreeSet<Missing> = missing.collect();
        kinds.into_iter().map(|kind| self.missing(kind)).collect()
    }

    pub(super) fn source_names(&self, sources: &[crate::diag::SourceId]) -> Vec<String> {
        let named = sources.iter().filter_map(|id| self.sources.get(*id));
        named.map(|source| self.source_name(source)).collect()
    }

    /// A file by its path, a sheet of a workbook by its own name as well.
    pub(super) fn source_name(&self, source: &Source) -> String {
        match &source.sheet {
            Some(sheet) => {
                let args = [("file", Arg::Str(&source.path)), ("sheet", Arg::Str(sheet))];
                self.say("data-sheet", &args)
            }
            None => source.path.clone(),
        }
    }

    /// A row of a declared table.
    pub(super) fn tab_row(&self, table: &Tabulation, at: usize) -> Row {
        let heading = &table.rows[at];
        let cells =
            (0..table.columns.len()).map(|column| self.tab_cell(table, at, column)).collect();
        Row {
            id: heading.id.to_string(),
            title: self.row_title(heading),
            role: role(heading.role),
            cells,
        }
    }

    /// The title of a row, with a link if it names a municipality, a procedure or a risk.
    fn row_title(&self, heading: &Heading) -> Label {
        let id = heading.id.as_str();
        let municipality = self.published.municipality_by_id(id);
        let title = self.name(&heading.title);
        if municipality.is_some_and(|m| m.name == heading.title) {
            return Label::link(title, format!("municipalities/{id}.html"));
        }
        let risk = self.published.risks().and_then(|risks| risks.find(id));
        if let Some(risk) = risk.filter(|risk| risk.name == heading.title) {
            return Label::link(title, super::pages::risk_path(risk));
        }
        let method = self.published.method();
        let list = method.list_ix(id).filter(|ix| !self.published.years_of_list(*ix).is_empty());
        if list.is_some_and(|ix| capital(&method.list(ix).title) == heading.title) {
            return Label::link(title, format!("lists/{id}.html"));
        }
        let procedure = method.procedure_ix(id).map(|ix| method.procedure(ix));
        if procedure.is_some_and(|p| p.title == heading.title) {
            return Label::link(title, format!("procedures/{id}.html"));
        }
        Label::text(title)
    }

    /// A cell of a declared table.
    pub(super) fn tab_cell(&self, table: &Tabulation, row: usize, column: usize) -> Cell {
        let (cell, show) = (table.cell(row, column), table.show_of(row, column));
        let figure = table.figure(cell);
        match cell.value {
            CellValue::Missing(missing) => self.missing_cell(missing),
            CellValue::Mean(mean) => {
                let words =
                    figure.map(|f| self.mean_words([&table.rows[row], &table.columns[column]], f));
                Cell {
                    figure: figure.map(|f| f.to_string()),
                    base: Some(mean.count()),
                    ..Cell::text(words.unwrap_or_default())
                }
            }
            CellValue::Difference(..) => Cell {
                figure: figure.map(|f| f.to_string()),
                value: figure.map(super::position),
                ..Cell::text(figure.map(|f| self.text.points(f)).unwrap_or_default())
            },
            CellValue::Pooled(share) => {
                let percent = figure.map(|f| self.text.percent(f)).unwrap_or_default();
                Cell {
                    figure: figure.map(|f| f.to_string()),
                    detail: Some(self.of_base(share)),
                    ..self.share_cell(share, &percent, Show::Percent)
                }
            }
            CellValue::Share(share) => {
                let percent = figure.map(|f| self.text.percent(f)).unwrap_or_default();
                Cell {
                    figure: figure.map(|f| f.to_string()),
                    ..self.share_cell(share, &percent, show)
                }
            }
        }
    }

    /// A mean with the unit of its attribute: «58 %», «44,6 балла».
    pub(super) fn mean_words(&self, of: [&Heading; 2], figure: Fixed) -> String {
        let attributes = &self.published.method().attributes;
        let id = of.into_iter().find_map(|heading| heading.mean.as_ref()).map(|id| id.as_str());
        let unit = attributes.iter().find(|a| Some(a.id.value.as_str()) == id);
        self.with_unit(figure, unit.and_then(|a| a.unit.as_deref()))
    }

    /// A number with its unit, if it has one.
    pub(super) fn with_unit(&self, figure: Fixed, unit: Option<&str>) -> String {
        match unit {
            Some("%") => self.text.percent(figure),
            Some(unit) => format!("{}\u{a0}{unit}", self.text.fixed(figure)),
            None => self.text.fixed(figure),
        }
    }

    /// A share: counts alone where the base is small, else as the table shows its cells.
    pub(super) fn share_cell(&self, share: Share, percent: &str, show: Show) -> Cell {
        let counted = self.text.count(share.count());
        let few = share.base() < self.published.method().few;
        let (text, detail) = match show {
            Show::Count => (counted, None),
            _ if few => (self.of_base(share), None),
            // The count is only the nearest one.
            Show::Both if share.is_of_percent() => (self.of_base(share), None),
            Show::Percent if share.is_of_percent() => {
                (percent.to_owned(), Some(self.of_base(share)))
            }
            Show::Both => (counted, Some(percent.to_owned())),
            Show::Percent => (percent.to_owned(), Some(counted)),
        };
        Cell {
            detail,
            value: Some(match show {
                Show::Count => share.count().into(),
                _ => scale(share),
            }),
            count: Some(share.count()),
            base: Some(share.base()),
            ..Cell::text(text)
        }
    }

    /// «9 из 24»; where only a percentage is known, «35,7 % от 10, из процента».
    pub(super) fn of_base(&self, share: Share) -> String {
        if share.is_of_percent() {
            let (percent, base) = (self.percent(share), self.text.count(share.base()));
            let args = [("percent", percent.as_str().into()), ("base", base.as_str().into())];
            return self.say("report-of-percent", &args);
        }
        let (count, base) = (self.text.count(share.count()), self.text.count(share.base()));
        self.say("report-of", &[("count", count.as_str().into()), ("base", base.as_str().into())])
    }

    /// A cell without a value: its sign and the reason.
    pub(super) fn missing_cell(&self, missing: Missing) -> Cell {
        let (sign, meaning) = self.missing(missing);
        Cell { missing: Some(meaning), ..Cell::text(sign) }
    }
}

fn column(heading: &Heading) -> Column {
    Column {
        id: heading.id.to_string(),
        title: heading.title.clone(),
        spanner: None,
        numeric: true,
    }
}

fn role(role: HeadingRole) -> RowRole {
    match role {
        HeadingRole::Body => RowRole::Body,
        HeadingRole::Summary => RowRole::Summary,
        HeadingRole::Total => RowRole::Total,
    }
}
