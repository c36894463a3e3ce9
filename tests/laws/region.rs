//! Small regions made at random, as the files of a site folder.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use svod::source::Memory;

/// The first year tested.
pub const FIRST_YEAR: i16 = 2019;

/// A region of a few schools, with its rules.
#[derive(Clone)]
pub struct Region {
    pub municipalities: usize,
    pub schools: Vec<School>,
    /// How many years were tested, from [`FIRST_YEAR`].
    pub years: usize,
    /// Participants and failing by school, procedure, year.
    pub results: BTreeMap<(usize, usize, i16), (u32, u32)>,
    /// Clusters, where the list gives one, by school and year of the list.
    pub listed: BTreeMap<(usize, i16), Option<usize>>,
    /// Procedures whose current year is said to be comparable with the year before, or not.
    pub comparable: BTreeMap<usize, bool>,
    pub method: Method,
}

/// A school and its row in the table `context`.
#[derive(Clone, Debug)]
pub struct School {
    pub municipality: usize,
    pub urban: Option<bool>,
    pub groups: [bool; 2],
    pub score: Option<u16>,
    pub deficit: Option<bool>,
}

/// The rules. Shares are in half percents, so that bounds fall on values that schools have.
#[derive(Clone, Debug)]
pub struct Method {
    pub procedures: usize,
    pub low_share: u32,
    pub min_procedures: usize,
    pub repeat_years: Option<i16>,
    pub min_participants: u32,
    pub source: &'static str,
    pub statistic: &'static str,
    pub k: usize,
    /// Lower bounds of the clusters and whether each belongs to its cluster; the last ends at 100.
    pub clusters: Vec<(u32, bool)>,
    pub tolerance: u32,
    pub decimals: u8,
    /// In hundredths.
    pub quantile: u32,
    pub side: &'static str,
}

/// As the files it makes, without the tables that every region declares.
impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for table in self.tables() {
            writeln!(f, "\n# {}.csv\n{}", table.name, table.csv())?;
        }
        let method = self.method.to_toml(self.current());
        let rules = method.split("\n\n").next().unwrap_or_default();
        writeln!(f, "# methodology.toml\n{rules}\n…")
    }
}

/// A table of the data folder.
#[derive(Clone, Debug)]
pub struct Table {
    pub name: &'static str,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    fn csv(&self) -> String {
        self.rows.iter().map(|row| row.join(",") + "\n").collect()
    }
}

impl Region {
    /// The last year tested.
    pub fn current(&self) -> i16 {
        FIRST_YEAR + self.years as i16 - 1
    }

    /// The year of the list drawn from the current results.
    pub fn list_year(&self) -> i16 {
        self.current() + 1
    }

    /// The tables, headers first.
    pub fn tables(&self) -> Vec<Table> {
        let municipality = |m: usize| vec![format!("m{m}"), format!("Округ {m}")];
        let school = |(s, school): (usize, &School)| {
            let locality = school.urban.map_or("", |urban| if urban { "urban" } else { "rural" });
            let municipality = format!("m{}", school.municipality);
            vec![format!("s{s}"), format!("Школа № {s}"), municipality, locality.to_owned()]
        };
        let result = |(&(s, p, year), &(participants, below)): (&(usize, usize, i16), &_)| {
            let (participants, below): (u32, u32) = (participants, below);
            [format!("s{s}"), year.to_string(), format!("p{p}")]
                .into_iter()
                .chain([participants.to_string(), below.to_string()])
                .collect()
        };
        let listed = |(&(s, year), cluster): (&(usize, i16), &Option<usize>)| {
            let cluster = cluster.map_or(String::new(), |c| format!("c{c}"));
            vec![format!("s{s}"), "low".to_owned(), year.to_string(), cluster]
        };
        let group = |(s, school): (usize, &School)| {
            let of = move |(g, member): (usize, bool)| {
                member.then(|| vec![format!("s{s}"), format!("g{g}")])
            };
            school.groups.into_iter().enumerate().filter_map(of).collect::<Vec<_>>()
        };
        let context = |(s, school): (usize, &School)| {
            let score = school.score.map_or(String::new(), |score| score.to_string());
            let deficit = school.deficit.map_or("", |deficit| if deficit { "да" } else { "нет" });
            vec![format!("s{s}"), self.current().to_string(), score, deficit.to_owned()]
        };
        let comparable = |(p, comparable): (&usize, &bool)| {
            let said = u8::from(*comparable).to_string();
            vec![format!("p{p}"), self.current().to_string(), said]
        };
        let schools = || self.schools.iter().enumerate();
        vec![
            table("municipalities", "id,name", (0..self.municipalities).map(municipality)),
            table("schools", "id,name,municipality,locality", schools().map(school)),
            table(
                "results",
                "school,year,procedure,participants,below_threshold",
                self.results.iter().map(result),
            ),
            table("list_membership", "school,list,year,cluster", self.listed.iter().map(listed)),
            table(
                "procedure_years",
                "procedure,year,comparable",
                self.comparable.iter().map(comparable),
            ),
            table("groups", "school,group", schools().flat_map(group)),
            table("context", "school,year,score,deficit", schools().map(context)),
        ]
    }

    /// The site folder.
    pub fn site(&self) -> Memory {
        site(&self.tables(), &self.method.to_toml(self.current()))
    }
}

fn table(name: &'static str, headers: &str, rows: impl IntoIterator<Item = Vec<String>>) -> Table {
    let headers = headers.split(',').map(str::to_owned).collect();
    Table { name, rows: std::iter::once(headers).chain(rows).collect() }
}

/// A site folder of these tables and this method.
pub fn site(tables: &[Table], method: &str) -> Memory {
    let files = Memory::new()
        .with("svod.toml", "title = \"Отчёт\"\nregion = \"Область\"\n")
        .with("methodology.toml", method);
    tables
        .iter()
        .fold(files, |files, table| files.with(&format!("data/{}.csv", table.name), table.csv()))
}

/// Half percents as the methodology writes them.
fn percent(halves: u32) -> String {
    format!("{}.{}", halves / 2, halves % 2 * 5)
}

impl Method {
    /// `methodology.toml`, with a table for each way of counting.
    pub fn to_toml(&self, current: i16) -> String {
        let mut toml = String::new();
        let list = current + 1;
        let _ = writeln!(toml, "[years]\ncurrent = {current}");
        for p in 0..self.procedures {
            let _ = writeln!(
                toml,
                "[[procedure]]\nid = \"p{p}\"\ntitle = \"Работа {p}\"\nsubject = \"предмет\"\n\
                 grade = 5\nstage = \"ВПР\"\nfailing = \"не справились\""
            );
        }
        let _ = writeln!(
            toml,
            "[low_results]\nlist = \"low\"\nsource = \"{}\"\nlow_share = {}\n\
             min_procedures = {}\nmin_participants = {}",
            self.source,
            percent(self.low_share),
            self.min_procedures,
            self.min_participants
        );
        if let Some(years) = self.repeat_years {
            let _ = writeln!(toml, "repeat_years = {years}");
        }
        let _ = writeln!(toml, "[clusters]\nstatistic = \"{}\"\nk = {}", self.statistic, self.k);
        for (c, (from, inclusive)) in self.clusters.iter().enumerate() {
            let (to, open) = self.clusters.get(c + 1).copied().unwrap_or((200, false));
            let _ = writeln!(
                toml,
                "[[cluster]]\nid = \"c{c}\"\ntitle = \"Кластер {c}\"\nfrom = {}\n\
                 from_inclusive = {inclusive}\nto = {}\nto_inclusive = {}",
                percent(*from),
                percent(to),
                !open
            );
        }
        let sum: Vec<_> = (0..self.clusters.len()).map(|c| format!("\"c{c}\"")).collect();
        let _ = writeln!(
            toml,
            "[[list]]\nid = \"low\"\ntitle = \"перечень\"\n\
             [dynamics]\nneutral_tolerance = {}\n[rounding]\ndecimals = {}\nfew = 3",
            percent(self.tolerance),
            self.decimals
        );
        let fixed = include_str!("tables.toml")
            .replace("CURRENT", &current.to_string())
            .replace("BEFORE", &(current - 1).to_string())
            .replace("LISTED", &list.to_string())
            .replace("QUANTILE", &format!("0.{:02}", self.quantile))
            .replace("SIDE", self.side)
            .replace("CLUSTERS", &sum.join(", "));
        toml + &fixed
    }
}

/// A result: participants and failing, often on a bound.
fn result() -> impl Strategy<Value = (u32, u32)> {
    let participants = prop_oneof![1..=30u32, Just(10), Just(200)];
    let below = prop_oneof![Just(0u32), 0..=200u32];
    (participants, below).prop_map(|(n, k)| (n, k % (n + 1)))
}

fn school(municipalities: usize) -> impl Strategy<Value = School> {
    (
        0..municipalities,
        any::<Option<bool>>(),
        any::<[bool; 2]>(),
        of(0..20u16),
        any::<Option<bool>>(),
    )
        .prop_map(|(municipality, urban, groups, score, deficit)| School {
            municipality,
            urban,
            groups,
            score,
            deficit,
        })
}

fn method() -> impl Strategy<Value = Method> {
    let list = (
        prop_oneof![Just(60u32), 0..=200u32],
        of(2..=3i16),
        prop_oneof![Just(0u32), 0..=12u32],
        prop::sample::select(vec!["given", "computed", "both"]),
    );
    let clusters = (
        prop::sample::select(vec!["kth-highest", "max", "mean", "pooled"]),
        prop::collection::btree_map(0..200u32, any::<bool>(), 1..=4),
    );
    let figures = (prop_oneof![Just(0), 0..=40u32], 0..=3u8, 1..100u32);
    let side = prop::sample::select(vec!["lower", "upper"]);
    let sizes = (1..=4usize).prop_flat_map(|p| (Just(p), 1..=p, 1..=p));
    (sizes, list, clusters, figures, side).prop_map(|(sizes, list, clusters, figures, side)| {
        let (procedures, min_procedures, k) = sizes;
        let (low_share, repeat_years, min_participants, source) = list;
        let (statistic, clusters) = clusters;
        let (tolerance, decimals, quantile) = figures;
        Method {
            procedures,
            low_share,
            min_procedures,
            repeat_years,
            min_participants,
            source,
            statistic,
            k,
            clusters: clusters.into_iter().collect(),
            tolerance,
            decimals,
            quantile,
            side,
        }
    })
}

/// Any region; it has a result at least.
pub fn region() -> impl Strategy<Value = Region> {
    let sizes = (1..=3usize, 1..=4usize, method());
    sizes
        .prop_flat_map(|(municipalities, years, method)| {
            let schools = vec(school(municipalities), 1..=12);
            schools.prop_flat_map(move |schools| {
                let slots = schools.len() * method.procedures * years;
                let clusters = method.clusters.len();
                let results = vec(weighted(0.8, result()), slots);
                let listed = vec(weighted(0.4, of(0..clusters)), schools.len() * (years + 1));
                let fixed =
                    (Just(municipalities), Just(schools), Just(years), Just(method.clone()));
                let comparable =
                    prop::collection::btree_map(0..method.procedures, any::<bool>(), 0..=2);
                (fixed, result(), results, listed, vec(any::<bool>(), years + 1), comparable)
            })
        })
        .prop_map(|(fixed, first, results, listed, issued, comparable)| {
            let (municipalities, schools, years, method): (usize, Vec<School>, usize, Method) =
                fixed;
            let year = |y: usize| FIRST_YEAR + y as i16;
            let key = |at: usize| {
                let (rest, y) = (at / years, at % years);
                (rest / method.procedures, rest % method.procedures, year(y))
            };
            let mut by_key = BTreeMap::from([((0, 0, year(years - 1)), first)]);
            let found = results.into_iter().enumerate();
            by_key.extend(found.filter_map(|(at, result)| Some((key(at), result?))));
            // Only some years have a given list, so that the rule fills in for others.
            let rows = listed.into_iter().enumerate();
            let rows = rows.map(|(at, row)| ((at / (years + 1), at % (years + 1)), row));
            let listed = rows
                .filter(|((_, y), _)| issued[*y])
                .filter_map(|((s, y), row)| Some(((s, year(y) + 1), row?)))
                .collect();
            Region { municipalities, schools, years, results: by_key, listed, comparable, method }
        })
}

/// Rules as most regions have them.
pub fn plain_method() -> Method {
    Method {
        procedures: 2,
        low_share: 60,
        min_procedures: 2,
        repeat_years: None,
        min_participants: 0,
        source: "both",
        statistic: "kth-highest",
        k: 2,
        clusters: vec![(60, true), (80, true), (100, false)],
        tolerance: 0,
        decimals: 0,
        quantile: 25,
        side: "lower",
    }
}
