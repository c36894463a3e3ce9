//! Regions that nobody has seen: any size, any years, any of the optional tables. What they hold is
//! made by rule from a number, so that the same plan gives the same files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::method;

/// What a region has and how much of it.
#[derive(Clone, Debug)]
pub struct Plan {
    pub municipalities: usize,
    pub schools: usize,
    /// The years tested; the lists are of the years after them.
    pub years: std::ops::RangeInclusive<i16>,
    pub locality: Locality,
    /// Whether the eleventh form is tested too.
    pub exams: bool,
    /// How many lists there are; the first is the main one.
    pub lists: usize,
    pub names: Names,
    /// The tables that may be absent, and how they are here.
    pub optional: Optional,
    /// Tables that are otherwise than [`Plan::optional`] says.
    pub but: BTreeMap<&'static str, Optional>,
}

/// What is known of town and country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locality {
    Mixed,
    AllUrban,
    Unknown,
}

/// How things are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    Plain,
    /// Quotes of every kind, «ё», markup, separators, formulas.
    Hard,
    /// Two hundred letters.
    Long,
}

/// How an optional table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Optional {
    Full,
    /// A heading and no rows.
    Empty,
    Absent,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            municipalities: 3,
            schools: 12,
            years: 2031..=2033,
            locality: Locality::Mixed,
            exams: true,
            lists: 2,
            names: Names::Plain,
            optional: Optional::Full,
            but: BTreeMap::new(),
        }
    }
}

/// A procedure: its id, title, grade and stage.
pub type Procedure = (&'static str, &'static str, u8, &'static str);

const PROCEDURES: [Procedure; 4] = [
    ("chtenie-4", "Чтение, 4 класс", 4, "РПР"),
    ("alg_8", "Алгебра, 8 класс", 8, "РПР"),
    ("ege-rus", "ЕГЭ, русский язык", 11, "ЕГЭ"),
    ("ege-mat", "ЕГЭ, математика", 11, "ЕГЭ"),
];

/// Words that have broken programs.
const HARD: [&str; 6] = [
    "МБОУ «Школа „Ёлочка“ имени \"Щорса\"»",
    "<script>alert('Ёж & Ко')</script>",
    "=cmd|' /C calc'!A0; школа, села\u{a0}Объёмное",
    "Щ‑ская\u{301} О'Хара {{ title }} {% if %} [ссылка](x) **жирно**",
    "-1+1 «»„“”'`\\ &amp; &lt;b&gt; %s {0} $1",
    "Қазақ орта мектебі № 5 — ӘӨҮ",
];

/// A table of the data folder: its headings and rows.
struct Table {
    name: &'static str,
    required: bool,
    head: &'static str,
    rows: Vec<Vec<String>>,
}

impl Plan {
    /// The procedures of the region.
    pub fn procedures(&self) -> &'static [Procedure] {
        if self.exams { &PROCEDURES } else { &PROCEDURES[..2] }
    }

    /// The last year tested.
    pub fn current(&self) -> i16 {
        *self.years.end()
    }

    fn state(&self, table: &str) -> Optional {
        self.but.get(table).copied().unwrap_or(self.optional)
    }

    /// The id of a school.
    pub fn school(&self, s: usize) -> String {
        format!("oo-{s:04}")
    }

    fn municipality(&self, m: usize) -> String {
        format!("ou_{m}")
    }

    fn name(&self, what: &str, n: usize) -> String {
        match self.names {
            Names::Plain => format!("{what} {n}"),
            Names::Hard => format!("{} {n}", HARD[n % HARD.len()]),
            Names::Long => {
                let word = format!("{what} {n} сельскохозяйственнопромышленная ");
                word.chars().cycle().take(200).collect::<String>().trim().to_owned()
            }
        }
    }

    /// How many sat a procedure and how many failed; some schools have no eleventh form, some
    /// years are missing.
    fn result(&self, s: usize, p: usize, year: i16) -> Option<(usize, usize)> {
        let year = usize::try_from(year).ok()?;
        if (p >= 2 && s % 3 == 1) || (s + p + year) % 17 == 5 {
            return None;
        }
        let participants = 3 + (s * 13 + p * 5 + year) % 70;
        let low = (s * 7 + year / 2).is_multiple_of(4);
        let percent = (s * 31 + p * 17 + year * 11) % 24 + if low { 28 } else { 0 };
        Some((participants, participants * percent / 100))
    }

    /// Whether a school is on a list of a year.
    fn listed(&self, list: usize, s: usize, year: i16) -> bool {
        let year = usize::try_from(year).unwrap_or_default();
        (s * 7 + (year - 1) / 2).is_multiple_of(4) && !(s + list * 5 + year).is_multiple_of(6)
    }

    /// Writes the site folder.
    pub fn write(&self, folder: &Path) {
        let toml = "title = \"Отчёт\"\nregion = \"Заречная область\"\ndate = \"2034-02-01\"\n";
        fs::create_dir_all(folder.join("data")).unwrap();
        fs::write(folder.join("svod.toml"), toml).unwrap();
        fs::write(folder.join("methodology.toml"), method::of(self)).unwrap();
        for table in self.tables() {
            let state = if table.required { Optional::Full } else { self.state(table.name) };
            if state == Optional::Absent {
                continue;
            }
            let rows = if state == Optional::Full { table.rows } else { Vec::new() };
            let path = folder.join("data").join(format!("{}.csv", table.name));
            let mut writer = csv::Writer::from_path(path).unwrap();
            writer.write_record(table.head.split(',')).unwrap();
            rows.iter().for_each(|row| writer.write_record(row).unwrap());
        }
    }

    fn tables(&self) -> Vec<Table> {
        let mut tables = self.required();
        let mut add = |name, head, rows| tables.push(Table { name, required: false, head, rows });
        let (schools, year) = (|| 0..self.schools, self.current());
        let id = |s| self.school(s);
        let lists = || self.years.clone().map(|year| year + 1);
        let on = |s, year| {
            (0..self.lists).filter(move |l| self.listed(*l, s, year)).map(move |l| {
                let cluster = if l == 0 && s % 2 == 0 { "severe" } else { "" };
                row([&id(s), &format!("l{l}"), &year.to_string(), cluster])
            })
        };
        let listed = schools().flat_map(|s| lists().flat_map(move |year| on(s, year)));
        add("list_membership", "school,list,year,cluster", listed.collect());
        let grouped = schools().filter(|s| s % 3 == 0);
        let group = |s| row([&id(s), "helped", &year.to_string()]);
        add("groups", "school,group,year", grouped.map(group).collect());
        let comparable =
            row(["alg_8", &year.to_string(), "да", "весна", "нет", &self.name("Срок", 1)]);
        add("procedure_years", "procedure,year,held,season,comparable,note", vec![comparable]);
        let context = |s: usize| {
            row([&id(s), &year.to_string(), &(s * 7 % 50).to_string(), &(s % 2).to_string()])
        };
        add("context", "school,year,standing,deficit", schools().map(context).collect());
        let risk = |n: usize| row([&format!("r{n}"), &n.to_string(), &self.name("Риск", n)]);
        add("risk_catalogue", "id,number,name", (1..=3).map(risk).collect());
        let risks = |s: usize| {
            (1..=3).map(move |n| {
                let level = ["high", "medium", "low"][(s + n) % 3];
                let (chosen, done) = ((s + n).is_multiple_of(3), (s + n).is_multiple_of(6));
                let flag = |flag| if flag { "1" } else { "0" };
                row([&id(s), &year.to_string(), &format!("r{n}"), level, flag(chosen), flag(done)])
            })
        };
        let profiled = schools().filter(|s| s % 2 == 0);
        add(
            "risks",
            "school,year,risk,level,chosen,programme_done",
            profiled.flat_map(risks).collect(),
        );
        let question = row([
            "useful",
            &self.name("Полезно ли?", 1),
            "нет",
            "скорее нет",
            "как когда",
            "скорее да",
            "да",
        ]);
        let labels = "id,text,label_1,label_2,label_3,label_4,label_5";
        add("survey_questions", labels, vec![question]);
        let answer = |s: usize| row(["useful", "spring", &id(s), &(s % 5 + 1).to_string()]);
        add("survey", "question,wave,school,answer", schools().map(answer).collect());
        tables.extend(self.programmes());
        tables.extend(self.management());
        tables
    }

    /// What schools plan and do.
    fn programmes(&self) -> Vec<Table> {
        let planning = || (0..self.schools).filter(|s| s % 4 == 0);
        let dated = |month: usize| format!("{}-{month:02}-15", self.current());
        let roadmap = planning().flat_map(|s| {
            (1..=3).map(move |n| {
                let status = ["planned", "in_progress", "done"][(s / 4 + n) % 3];
                let (task, activity) = (self.name("Задача", s), self.name("Мероприятие", n));
                let due = if n == 3 { String::new() } else { dated(3 * n) };
                let who = self.name("Учитель", n);
                row([&self.school(s), &task, &activity, "весна", &due, "отчёт", &who, status, "r1"])
            })
        });
        let target = planning().flat_map(|s| {
            (1..=3).map(move |n| {
                let (comparison, actual) = ([">=", "<=", "="][n - 1], ["71", "9,5", ""][n - 1]);
                let number = n.to_string();
                let what = self.name("Показатель", n);
                row([&self.school(s), &number, &what, "ученики", comparison, "70", "%", actual])
            })
        });
        let stage = planning().flat_map(|s| {
            (1..=2).map(move |n| {
                let (starts, ends) = (dated(n), if n == 1 { dated(6) } else { String::new() });
                let (number, title) = (n.to_string(), self.name("Этап", n));
                row([&self.school(s), &number, &title, "полгода", &starts, &ends, "что делается"])
            })
        });
        let debt = (0..self.schools)
            .map(|s| row([&self.school(s), &dated(5), &(s % 3).to_string(), &(s % 7).to_string()]));
        let year = self.current().to_string();
        let renamed = row([&self.school(0), &year, "renamed", &self.name("Бывшая", 7), "", "d1"]);
        let from = self.municipality(self.municipalities - 1);
        let moved = row([&self.school(0), &year, "moved", &from, "continues", ""]);
        let moved = (self.municipalities > 1).then_some(moved);
        let programme = planning().map(|s| row([&self.school(s), "own", &year]));
        let curator = planning().map(|s| row([&self.school(s), &year]));
        let profile = planning().map(|s| row([&self.school(s)]));
        vec![
            optional(
                "roadmap",
                "school,task,activity,term,due,indicator,responsible,status,risk",
                roadmap,
            ),
            optional("targets", "school,number,target,base,comparison,value,unit,actual", target),
            optional("stages", "school,number,title,term,starts,ends,content", stage),
            optional("debt", "school,date,debtors,debt_share", debt),
            optional("programmes", "school,programme,year", programme),
            optional("curators", "school,year", curator),
            optional("school_profiles", "school", profile),
            optional(
                "school_changes",
                "school,year,change,from,series,document",
                [renamed].into_iter().chain(moved),
            ),
        ]
    }

    /// What the region decides and does.
    fn management(&self) -> Vec<Table> {
        let day = format!("{}-12-01", self.current());
        let numbers = || 1..=3;
        let document = |n: usize| {
            let title = self.name("О школах", n);
            row([&format!("d{n}"), "приказ", &n.to_string(), &day, &title])
        };
        let decision = |n: usize| {
            let what = self.name("Решить", n);
            let status = ["planned", "in_progress", "done"][n % 3];
            row([&format!("x{n}"), "d1", &day, &what, "всем", "весна", &day, status])
        };
        let recommendation = |n: usize| {
            let (m, s) = (self.municipality(0), self.school(0));
            let (to, m, s) =
                [("region", "", ""), ("municipality", &*m, ""), ("school", "", &*s)][n - 1];
            row([&n.to_string(), to, m, s, &self.name("Учесть", n), "d1", "весна"])
        };
        let event = |n: usize| {
            row([&format!("e{n}"), &day, &self.name("Встреча", n), "d1;d2", &self.name("Итог", n)])
        };
        let contact = |n: usize| {
            let organisation = self.name("Институт", n);
            row([&n.to_string(), &organisation, "методист", "", "+7", "a@example.org", "ул. Новая"])
        };
        let measure = |n: usize| {
            let verdict = ["keep", "change", "drop"][n - 1];
            let what = self.name("Мера", n);
            row(["care", &n.to_string(), &what, "есть", "есть", "есть", verdict, "changes", "d1"])
        };
        let indicator = |n: usize| {
            row(["1", &n.to_string(), &self.name("Доля", n), "12 %", "расчёт не проводился", ""])
        };
        // A region without lists has no clusters to speak of.
        let clusters = ["mild", "severe"].into_iter().filter(|_| self.lists > 0);
        let frame = clusters.map(|cluster| {
            row([&self.name("Учителя", 1), cluster, "учителя", &self.name("Помочь", 1), "институт"])
        });
        vec![
            optional("documents", "id,kind,number,date,title", numbers().map(document)),
            optional(
                "decisions",
                "id,document,date,decision,addressee,term,due,status",
                numbers().map(decision),
            ),
            optional(
                "recommendations",
                "number,addressee,municipality,school,text,document,term",
                numbers().map(recommendation),
            ),
            optional("events", "id,date,title,documents,note", numbers().map(event)),
            optional(
                "contacts",
                "number,organisation,role,name,phone,email,address",
                numbers().map(contact),
            ),
            optional(
                "measures",
                "track,number,measure,effect,problem,proposal,verdict,tables,document",
                numbers().map(measure),
            ),
            optional(
                "indicators_programme",
                "track,number,indicator,before,after,note",
                numbers().map(indicator),
            ),
            optional("support_frame", "direction,cluster,category,text,responsible", frame),
        ]
    }

    fn required(&self) -> Vec<Table> {
        let table = |name, head, rows| Table { name, required: true, head, rows };
        let municipality = |m: usize| row([&self.municipality(m), &self.name("Округ", m), "МО"]);
        let school = |s: usize| {
            let locality = match self.locality {
                Locality::Unknown => "",
                Locality::Mixed if s % 2 == 1 => "rural",
                Locality::Mixed | Locality::AllUrban => "urban",
            };
            let municipality = self.municipality(s % self.municipalities);
            row([
                &self.school(s),
                &self.name("Школа №", s),
                &municipality,
                locality,
                "СОШ",
                &(90 + s).to_string(),
            ])
        };
        let results = (0..self.schools).flat_map(|s| {
            self.years.clone().flat_map(move |year| {
                self.procedures().iter().enumerate().filter_map(move |(p, procedure)| {
                    let (n, k) = self.result(s, p, year)?;
                    let (n, k) = (n.to_string(), k.to_string());
                    Some(row([&self.school(s), &year.to_string(), procedure.0, &n, &k]))
                })
            })
        });
        vec![
            table(
                "municipalities",
                "id,name,kind",
                (0..self.municipalities).map(municipality).collect(),
            ),
            table(
                "schools",
                "id,name,municipality,locality,kind,students",
                (0..self.schools).map(school).collect(),
            ),
            table(
                "results",
                "school,year,procedure,participants,below_threshold",
                results.collect(),
            ),
        ]
    }
}

fn optional(
    name: &'static str,
    head: &'static str,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Table {
    Table { name, required: false, head, rows: rows.into_iter().collect() }
}

fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).into()
}
