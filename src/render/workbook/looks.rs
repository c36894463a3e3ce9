//! How cells look. Rows made from others stand apart by weight and lines, so that a printer without
//! colours tells them apart too.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::report::view::RowRole;

/// The format of counts: digits stand in groups from 10 000 on.
const COUNTS: &str = "[>=10000]#,##0;0";

/// The formats of a workbook, each made once.
#[derive(Default)]
pub(super) struct Looks(BTreeMap<(u8, String), Format>);

impl Looks {
    /// A count.
    pub(super) fn count(&mut self, role: RowRole) -> &Format {
        self.number(role, COUNTS.to_owned())
    }

    /// A figure with so many digits after the mark and its unit; `plus` prints the sign of what
    /// has grown.
    pub(super) fn figure(
        &mut self,
        role: RowRole,
        decimals: usize,
        unit: Option<&str>,
        plus: bool,
    ) -> &Format {
        let digits = match decimals {
            0 => "0".to_owned(),
            n => format!("0.{}", "0".repeat(n)),
        };
        let unit = match unit {
            Some("%") => "\"\u{a0}\"%".to_owned(),
            Some(unit) => format!("\"\u{a0}{}\"", unit.replace('"', "")),
            None => String::new(),
        };
        let sign = if plus { "\"+\"" } else { "" };
        let (up, down) = (format!("{sign}{digits}{unit}"), format!("\"−\"{digits}{unit}"));
        self.number(role, format!("{up};{down};{digits}{unit}"))
    }

    fn number(&mut self, role: RowRole, format: String) -> &Format {
        let key = (role as u8, format);
        self.0.entry(key).or_insert_with_key(|(_, format)| {
            of_role(role).set_num_format(format).set_align(FormatAlign::Right)
        })
    }

    /// A sign in the place of a number.
    pub(super) fn sign(&mut self, role: RowRole) -> &Format {
        let key = (role as u8, "sign".to_owned());
        self.0.entry(key).or_insert_with(|| of_role(role).set_align(FormatAlign::Right))
    }

    /// Words.
    pub(super) fn words(&mut self, role: RowRole) -> &Format {
        let key = (role as u8, "words".to_owned());
        self.0.entry(key).or_insert_with(|| of_role(role).set_text_wrap())
    }
}

fn of_role(role: RowRole) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match role {
        RowRole::Body => format,
        RowRole::Group => format.set_bold(),
        RowRole::Summary => format.set_italic().set_border_top(FormatBorder::Hair),
        RowRole::Total => format.set_bold().set_border_top(FormatBorder::Thin),
    }
}

/// The title of a sheet.
pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(14)
}

/// A heading of columns.
pub(super) fn heading() -> Format {
    let format = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Center);
    format.set_align(FormatAlign::VerticalCenter).set_border(FormatBorder::Thin)
}
