//! The same region with a school that was once called otherwise.

use super::region::Table;

/// The tables with names of a school that it once bore.
pub fn called(tables: &[Table], school: &str, aliases: &str) -> Vec<Table> {
    let mut tables = tables.to_vec();
    let schools = table(&mut tables, "schools");
    schools.rows[0].push("aliases".to_owned());
    for row in &mut schools.rows[1..] {
        row.push(if row[0] == school { aliases.to_owned() } else { String::new() });
    }
    tables
}

/// Calls a school otherwise in those rows, counted from 0 in each table, that `name` names it for.
pub fn rename<'n>(tables: &mut [Table], school: &str, name: impl Fn(usize) -> Option<&'n str>) {
    for table in tables {
        let Some(at) = table.rows[0].iter().position(|header| header == "school") else { continue };
        for (row, cells) in table.rows[1..].iter_mut().enumerate() {
            if let Some(name) = name(row).filter(|_| cells[at] == school) {
                name.clone_into(&mut cells[at]);
            }
        }
    }
}

/// The tables with a school that bore another id until the end of a year, and has a row of its own
/// in the registry under that one.
pub fn split(tables: &[Table], school: &str, old: &str, last: i16) -> Vec<Table> {
    let mut tables = tables.to_vec();
    let schools = table(&mut tables, "schools");
    let mut row = schools.rows.iter().find(|row| row[0] == school).unwrap().clone();
    (row[0], row[1]) = (old.to_owned(), "Прежняя школа".to_owned());
    schools.rows.push(row);
    schools.rows[0].extend(["successor".to_owned(), "closed".to_owned()]);
    for row in &mut schools.rows[1..] {
        let (successor, closed) = match row[0] == old {
            true => (school.to_owned(), last.to_string()),
            false => Default::default(),
        };
        row.extend([successor, closed]);
    }
    for name in ["results", "list_membership"] {
        let table = table(&mut tables, name);
        let of = |header: &str| table.rows[0].iter().position(|h| h == header).unwrap();
        let (whose, year) = (of("school"), of("year"));
        for row in &mut table.rows[1..] {
            if row[whose] == school && row[year].parse::<i16>().unwrap() <= last {
                old.clone_into(&mut row[whose]);
            }
        }
    }
    tables
}

fn table<'t>(tables: &'t mut [Table], name: &str) -> &'t mut Table {
    tables.iter_mut().find(|table| table.name == name).unwrap()
}
