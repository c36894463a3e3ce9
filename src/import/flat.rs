//! ВПР, flat tables: a row for each school, with marks 2–5 or primary scores from 0 on, as counts or
//! as percentages. Which of the two, the whole table tells, for each row adds up to one of them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::field::Field;
use super::record::{Out, Percent, Record, Scale, Tally, Who};
use super::statistics::{bad, count, first_number, not_whole};
use super::summary::Skipped;
use super::table::Cells;
use super::title::{Said, grade, letters};
use crate::diag::{Code, Place};
use crate::input::Sum;
use crate::model::ids::Year;
use crate::model::number::Decimal;

/// A row that waits for the table to end.
struct Row {
    record: Record,
    numbers: Vec<(u16, Percent)>,
    counts: bool,
    percents: bool,
    /// Where to say so if it is neither, or not what the table is.
    first: (Field, Place),
}

/// The rows of a table so far.
#[derive(Default)]
pub(super) struct Flat {
    rows: Vec<Row>,
    /// What the row before said: most say the same.
    said: Option<Rc<Said>>,
    sum: Sum,
}

impl Flat {
    pub fn read(&mut self, cells: Cells<'_>, said: &Said, out: &mut Out<'_>) {
        let Some(participants) = count(cells, Field::Participants, out) else { return };
        self.sum.add(participants.into());
        let Some(said) = said_of_row(cells, said, out) else { return };
        let Some(numbers) = numbers(cells, participants, out) else { return };
        let names = cells.first(&[Field::SchoolName, Field::School]);
        let codes = cells.first(&[Field::Login, Field::SchoolCode, Field::School]);
        let text = |field: Option<Field>| field.map_or("", |field| cells.text(field)).to_owned();
        let who = Who::School {
            code: text(codes),
            name: text(names),
            municipality: cells.text(Field::Municipality).to_owned(),
        };
        let parts: Vec<Percent> = numbers.iter().map(|(_, part)| *part).collect();
        let sum = Percent::sum(parts.iter().copied());
        let whole = |n: u32| sum.is_some_and(|s| s.value.millionths() == i64::from(n) * 1_000_000);
        let record = Record {
            who,
            named: names.or(codes).map_or(cells.row_place(), |field| cells.place(field)),
            municipality: cells.place(Field::Municipality),
            counted: cells.place(Field::Participants),
            sheet: out.sheet,
            rows: 1,
            said: self.shared(said),
            participants,
            tally: Tally::Failed(0),
            of_pupils: false,
            hidden: out.hidden,
        };
        self.rows.push(Row {
            record,
            counts: whole(participants) && parts.iter().all(|part| part.decimals == 0),
            percents: sum.is_some_and(|sum| sum.is_whole(parts.len())),
            first: first_number(cells),
            numbers,
        });
    }

    fn shared(&mut self, said: Said) -> Rc<Said> {
        let same = self.said.take().filter(|before| **before == said);
        Rc::clone(self.said.insert(same.unwrap_or_else(|| Rc::new(said))))
    }

    /// Compares a total with the rows above it.
    pub fn total(&mut self, cells: Cells<'_>, out: &mut Out<'_>) {
        let text = cells.text(Field::Participants);
        let Some(total) = text.parse().ok().filter(|_| !out.hidden) else { return };
        let place = cells.place(Field::Participants);
        self.sum.check(total, &Field::Participants.heading(), place, out.faults);
        self.sum.close();
    }

    pub fn end(self, out: &mut Out<'_>) {
        let only = |one: fn(&Row) -> bool, other: fn(&Row) -> bool| {
            self.rows.iter().filter(|row| one(row) && !other(row)).count()
        };
        let of_counts = only(|row| row.counts, |row| row.percents)
            >= only(|row| row.percents, |row| row.counts);
        for row in self.rows {
            let Row { mut record, numbers, counts, percents, first } = row;
            let fits = if of_counts { counts } else { percents };
            if record.participants > 0 && !fits {
                out.skip(Skipped::Faulty);
                let parts = numbers.iter().map(|(_, part)| *part);
                out.fault(not_whole(first, parts, record.participants, record.hidden));
                continue;
            }
            record.tally = tally(&numbers, of_counts);
            out.records.push(record);
        }
    }
}

/// Numbers from 0 on are primary scores; numbers from 2 to 5 are marks.
fn tally(numbers: &[(u16, Percent)], counts: bool) -> Tally {
    let whole =
        |part: &Percent| u32::try_from(part.value.millionths() / 1_000_000).unwrap_or(u32::MAX);
    let marks = !numbers.iter().any(|(number, _)| *number == 0);
    let failed = numbers.iter().find(|(number, _)| *number == 2).map(|(_, part)| *part);
    match (marks.then_some(failed).flatten(), counts) {
        (Some(failed), true) => Tally::Failed(whole(&failed)),
        (Some(failed), false) => Tally::FailedPercent(failed),
        (None, true) => {
            let scores: BTreeMap<u16, u32> = numbers.iter().map(|(n, p)| (*n, whole(p))).collect();
            Tally::Scores(Scale::Primary, scores)
        }
        (None, false) => Tally::ScorePercents(numbers.iter().copied().collect()),
    }
}

/// The numbers of a row by their headings; an empty cell is 0. `None` after a fault.
fn numbers(cells: Cells<'_>, participants: u32, out: &mut Out<'_>) -> Option<Vec<(u16, Percent)>> {
    let all: Vec<u16> = cells.numbers().collect();
    let scores = all.contains(&0);
    let mut numbers = Vec::new();
    for number in all.into_iter().filter(|n| scores || (2..=5).contains(n)) {
        let field = Field::Number(number);
        let text = Some(cells.text(field)).filter(|text| !text.is_empty()).unwrap_or("0");
        // A percentage, or a count that may be past 100.
        let read = Percent::parse(text).or_else(|| {
            let n: i32 = text.parse().ok().filter(|n| (0..=1_000_000).contains(n))?;
            let value = Decimal::from_int(n);
            Some(Percent { value, decimals: 0 })
        });
        let Some(part) = read.filter(|_| participants > 0 || text == "0") else {
            bad(Code::BadNumber, cells, field, out);
            return None;
        };
        numbers.push((number, part));
    }
    Some(numbers)
}

/// What the titles say, with what the row itself says. `None` after a fault.
fn said_of_row(cells: Cells<'_>, above: &Said, out: &mut Out<'_>) -> Option<Said> {
    let mut said = Said::default();
    let year = cells.text(Field::Year);
    if !year.is_empty() {
        said.year = Year::parse(year);
        if said.year.is_none() {
            bad(Code::BadYear, cells, Field::Year, out);
            return None;
        }
    }
    said.grade = grade(cells.text(Field::Grade));
    let subject = letters(cells.text(Field::Subject));
    if !subject.is_empty() {
        said.subjects.push(vec![subject]);
    }
    Some(said.within(above))
}
