//! ВПР, «Индивидуальные результаты»: pupils in blocks, each under the title of its school:
//! «МОУ СОШ № 1 (edu760123) | Кол-во участников: 48».

use super::field::Field;
use super::pupils::{Pupils, SchoolKey};
use super::record::{Out, Scale};
use super::summary::Skipped;
use super::table::Cells;
use super::title::Said;
use crate::diag::{Code, Diagnostic, Place};
use crate::input::fold;
use crate::source::SheetRow;

/// What says a pupil's result: his mark, or else his primary score.
const SCORES: [(Field, Scale); 2] = [(Field::Mark, Scale::Mark), (Field::Primary, Scale::Primary)];

/// The title of a school's pupils.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    login: String,
    name: String,
    participants: u32,
}

impl Block {
    /// The title in a row, if there is one.
    pub fn of(row: SheetRow<'_>) -> Option<Self> {
        /// Titles stand in the first cells.
        const LOOKED_AT: usize = 3;
        row.cells().take(LOOKED_AT).find_map(|(.., text)| Self::parse(text))
    }

    fn parse(text: &str) -> Option<Self> {
        let (school, count) = text.rsplit_once('|')?;
        let (words, count) = count.split_once(':')?;
        if !fold(words).starts_with(&fold("Кол-во участников")) {
            return None;
        }
        let login = login(school).unwrap_or_default();
        let name = school.rsplit_once('(').map_or(school, |(name, _)| name).trim();
        /// More is no school, but a number of something else.
        const MOST: u32 = 10_000;
        let participants = count.trim().parse().ok().filter(|n| *n <= MOST)?;
        Some(Self { login: login.to_owned(), name: name.to_owned(), participants })
    }
}

/// The login of a school in a text: `sch` or `edu` and digits.
pub(super) fn login(text: &str) -> Option<&str> {
    /// The shortest login: a region and a number.
    const DIGITS: usize = 4;
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let login = |word: &&str| {
        let digits = word.strip_prefix("sch").or_else(|| word.strip_prefix("edu"));
        digits.is_some_and(|d| d.len() >= DIGITS && d.bytes().all(|b| b.is_ascii_digit()))
    };
    { words }.find(login)
}

/// The pupils of a table.
#[derive(Default)]
pub(super) struct Individual {
    pupils: Pupils,
    /// The block that the rows are of, where its title stands, how many took part so far.
    block: Option<(Block, Place, u32)>,
}

impl Individual {
    /// A new block begins.
    pub fn begin(&mut self, block: Block, place: Place, out: &mut Out<'_>) {
        self.close(out);
        self.block = Some((block, place, 0));
    }

    pub fn read(&mut self, cells: Cells<'_>, out: &mut Out<'_>) {
        let own = cells.first(&[Field::School, Field::Login, Field::SchoolCode]);
        let code = own.map_or("", |field| cells.text(field));
        let name = cells.text(Field::SchoolName);
        let (school, named) = match &self.block {
            _ if !code.is_empty() || !name.is_empty() => {
                let named = if code.is_empty() { Some(Field::SchoolName) } else { own };
                let named = named.map_or(cells.row_place(), |field| cells.place(field));
                ((code.to_owned(), name.to_owned()), named)
            }
            Some((block, place, _)) => ((block.login.clone(), block.name.clone()), *place),
            None => {
                out.skip(Skipped::Faulty);
                let heading = Field::School.heading();
                let fault = Diagnostic::new(Code::MissingValue).at(cells.row_place());
                out.fault(fault.with("column", heading));
                return;
            }
        };
        let municipality = cells.text(Field::Municipality).to_owned();
        let key = SchoolKey { code: school.0, name: school.1, municipality };
        let places = (named, cells.place(Field::Municipality));
        if self.pupils.add(cells, key, &SCORES, places, out)
            && let Some((.., took_part)) = &mut self.block
        {
            *took_part += 1;
        }
    }

    /// Compares a block with what its title says.
    pub fn close(&mut self, out: &mut Out<'_>) {
        let Some((block, place, took_part)) = self.block.take() else { return };
        if block.participants != took_part {
            let fault = Diagnostic::new(Code::BlockMismatch).at(place);
            out.fault(fault.with("value", block.participants).with("other", took_part));
        }
    }

    pub fn end(mut self, said: &Said, out: &mut Out<'_>) {
        self.close(out);
        self.pupils.end(said, None, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_of_a_block_says_the_school_and_how_many() {
        let block = Block::parse("МОУ СОШ № 1 (г. Ц.) (edu760123) |\u{A0}Кол-во участников: 48");
        let block = block.unwrap();
        assert_eq!((block.login.as_str(), block.participants), ("edu760123", 48));
        assert_eq!(block.name, "МОУ СОШ № 1 (г. Ц.)");
        for text in ["МОУ СОШ № 1 (edu760123)", "А | Кол-во: 4", "А | Кол-во участников: много"]
        {
            assert_eq!(Block::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_login_is_told_from_words() {
        assert_eq!(login("СОШ № 1 (sch760123)"), Some("sch760123"));
        for text in ["school", "sch12", "edu76a123", "МОУ СОШ № 7601"] {
            assert_eq!(login(text), None, "{text}");
        }
    }
}
