//! What a published report says of itself: who answers for it, of which day and year it is, whom to
//! ask, for whom it is.

use super::{Candidate, fault};
use crate::diag::{Code, Diagnostics};
use crate::model::ids::Year;
use crate::model::management::Contact;
use crate::site::Robots;

pub(super) fn check(of: &Candidate<'_>, faults: &mut Diagnostics) {
    let site = of.site;
    let missing = |key| fault(Code::NotStated, site.written.file).with("column", key);
    if site.publisher.trim().is_empty() {
        faults.push(missing("publisher"));
    }
    if site.date.is_none() {
        faults.push(missing("date"));
    }
    years(of, faults);
    if !can_be_asked(of) {
        faults.push(fault(Code::NoContact, site.written.file));
    }
    if is_open_to_all(of) {
        let place = site.written.base_url.unwrap_or(site.written.file);
        faults.push(fault(Code::OpenToAll, place));
    }
}

/// Settings are copied from year to year: the date and the title must have come along.
fn years(of: &Candidate<'_>, faults: &mut Diagnostics) {
    let (written, years) = (&of.site.written, of.method.years);
    if let Some(date) = of.site.date.filter(|date| date.year() < years.current) {
        let place = written.date.unwrap_or(written.file);
        let fault = fault(Code::ReportBeforeYear, place).with("value", date);
        faults.push(fault.with("other", years.current));
    }
    let named = years_in(&of.site.title);
    let own = |year: &Year| [years.current, years.list].contains(year);
    if let Some(year) = named.first().filter(|_| !named.iter().any(own)) {
        let fault = fault(Code::TitleOfOtherYear, written.title).with("value", year);
        faults.push(fault.with("other", years.current));
    }
}

/// The years that a title names.
fn years_in(title: &str) -> Vec<Year> {
    let numbers = title.split(|c: char| !c.is_alphanumeric());
    numbers.filter(|number| number.len() == 4).filter_map(Year::parse).collect()
}

/// True if the report names somebody who can be reached. The statement of accessibility leads there.
fn can_be_asked(of: &Candidate<'_>) -> bool {
    let reached = |contact: &Contact| {
        [&contact.phone, &contact.email, &contact.address].iter().any(|way| !way.trim().is_empty())
    };
    of.edition.has_pages("contacts") && of.dataset.management.contacts.iter().any(reached)
}

/// True if everybody will find the results of named schools, and nobody has said that they may.
fn is_open_to_all(of: &Candidate<'_>) -> bool {
    let found = of.edition.robots.unwrap_or(of.site.robots) == Robots::Index;
    of.site.base_url.is_some()
        && found
        && of.edition.id.is_empty()
        && !of.dataset.schools.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_years_and_other_numbers() {
        for (title, years) in [
            ("Анализ за 2022 год", &[2022][..]),
            ("Школы 2022/2023 учебного года", &[2022, 2023]),
            ("1500 школ", &[]),
            ("Школы", &[]),
            ("Приказ № 20222", &[]),
        ] {
            let said: Vec<i16> = years_in(title).iter().map(|year| year.0).collect();
            assert_eq!(said, years, "{title}");
        }
    }
}
