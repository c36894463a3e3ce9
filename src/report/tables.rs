//! Tabulations as tables to be shown.

use super::findings::capital;
use super::view::{Cell, Column, Label, Row, RowRole, Says, Table, TableFiles};
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

/// The files of a declared table.
pub(super) fn files(id: &TableId) -> TableFiles {
    TableFiles {
        csv: format!("tables/{id}.csv"),
        excel_csv: format!("excel/{id}.csv"),
        xlsx: format!("tables/{id}.xlsx"),
    }
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
            number: None,
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
            files: Some(files(&table.id)),
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
        // How many there are is held back.
        if table.schools == 0 && !self.published.shows_schools() {
            return Some(self.say("table-base-alone", &[("base", note.into())]));
        }
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
        let Some(figure) = table.figure(cell) else {
            return match cell.value {
                CellValue::Missing(missing) => self.missing_cell(missing),
                // Every other value has a figure.
                _ => self.missing_cell(Missing::NotAvailable),
            };
        };
        match cell.value {
            CellValue::Missing(missing) => self.missing_cell(missing),
            CellValue::Mean(mean) => {
                let unit = self.mean_unit([&table.rows[row], &table.columns[column]]);
                Cell { base: Some(mean.count()), value: None, ..self.number_cell(figure, unit) }
            }
            CellValue::Difference(..) => self.points_cell(figure),
            CellValue::Pooled(share) => self.pooled_cell_as(share, figure),
            CellValue::Share(share) => self.share_cell_as(share, figure, show),
        }
    }

    /// The unit of the attribute whose mean a row or column shows.
    fn mean_unit(&self, of: [&Heading; 2]) -> Option<&str> {
        let attributes = &self.published.method().attributes;
        let id = of.into_iter().find_map(|heading| heading.mean.as_ref()).map(|id| id.as_str());
        let attribute = attributes.iter().find(|a| Some(a.id.value.as_str()) == id);
        attribute.and_then(|a| a.unit.as_deref())
    }

    /// A mean with the unit of its attribute: «58 %», «44,6 балла».
    pub(super) fn mean_words(&self, of: [&Heading; 2], figure: Fixed) -> String {
        self.with_unit(figure, self.mean_unit(of))
    }

    /// A number with its unit: «44,6 балла».
    pub(super) fn number_cell(&self, figure: Fixed, unit: Option<&str>) -> Cell {
        Cell {
            value: Some(super::position(figure)),
            figure: Some(figure.to_string()),
            unit: unit.map(str::to_owned),
            says: Says::FIGURE,
            ..Cell::text(self.with_unit(figure, unit))
        }
    }

    /// The change of a share, rounded from the exact difference.
    pub(super) fn change_cell(&self, later: Share, earlier: Share) -> Cell {
        self.points_cell(self.change(later, earlier))
    }

    /// A change in percentage points: «+3 п. п.».
    pub(super) fn points_cell(&self, figure: Fixed) -> Cell {
        let unit = self.text.points_unit();
        Cell { text: self.text.points(figure), ..self.number_cell(figure, Some(unit)) }
    }

    /// A number with its unit, if it has one.
    pub(super) fn with_unit(&self, figure: Fixed, unit: Option<&str>) -> String {
        match unit {
            Some("%") => self.text.percent(figure),
            Some(unit) => format!("{}\u{a0}{unit}", self.text.fixed(figure)),
            None => self.text.fixed(figure),
        }
    }

    /// A share, rounded by the method.
    pub(super) fn share_cell(&self, share: Share, show: Show) -> Cell {
        self.share_cell_as(share, self.rounded(share), show)
    }

    /// A share printed as `figure`: counts alone where the base is small, else as asked.
    pub(super) fn share_cell_as(&self, share: Share, figure: Fixed, show: Show) -> Cell {
        let counted = self.text.count(share.count());
        let percent = self.text.percent(figure);
        let few = share.base() < self.published.method().few;
        // The count behind a percentage is only the nearest one.
        let inexact = share.is_of_percent();
        let of = if inexact { Says::FIGURE_OF_BASE } else { Says::COUNT_OF_BASE };
        let (text, detail, says) = match show {
            Show::Count => (counted, None, Says::COUNT),
            _ if few => (self.of_base(share), None, of),
            Show::Both if inexact => (self.of_base(share), None, of),
            Show::Percent if inexact => (percent, Some(self.of_base(share)), of),
            Show::Both => (counted, Some(percent), Says::COUNT_AND_FIGURE),
            Show::Percent => (percent, Some(counted), Says::COUNT_AND_FIGURE),
        };
        Cell {
            detail,
            value: Some(match show {
                Show::Count => share.count().into(),
                _ => scale(share),
            }),
            count: Some(share.count()),
            base: Some(share.base()),
            figure: Some(figure.to_string()),
            unit: Some("%".to_owned()),
            says,
            ..Cell::text(text)
        }
    }

    /// A share alone, where its counts stand beside it.
    pub(super) fn bare_share_cell(&self, share: Share) -> Cell {
        let cell = self.share_cell(share, Show::Percent);
        match cell.detail {
            Some(_) => Cell { detail: None, says: Says::FIGURE, ..cell },
            None => cell,
        }
    }

    /// A share of participants, rounded by the method: «38 %, 9 из 24».
    pub(super) fn pooled_cell(&self, share: Share) -> Cell {
        self.pooled_cell_as(share, self.rounded(share))
    }

    fn pooled_cell_as(&self, share: Share, figure: Fixed) -> Cell {
        let cell = self.share_cell_as(share, figure, Show::Percent);
        let of_base = self.of_base(share);
        // A share of few is printed as its counts already.
        if cell.text == of_base {
            return cell;
        }
        let says = if share.is_of_percent() { cell.says } else { Says::ALL };
        Cell { detail: Some(of_base), says, ..cell }
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
        choice: false,
    }
}

fn role(role: HeadingRole) -> RowRole {
    match role {
        HeadingRole::Body => RowRole::Body,
        HeadingRole::Summary => RowRole::Summary,
        HeadingRole::Total => RowRole::Total,
    }
}
