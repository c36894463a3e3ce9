//! The same data in other clothes: whatever the format, encoding, separator, order of columns and layout,
//! the same dataset comes out.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

#[path = "common/workbook.rs"]
mod workbook;

use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;
use svod::diag::{Diagnostics, Severity};
use svod::input;
use svod::method::Methodology;
use svod::model::dataset::Dataset;
use svod::site::Site;
use svod::source::{Memory, Source, Sources};
use svod::text::{Lang, Text};
use workbook::{Cell, Sheet};

fn good(file: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-input/good");
    std::fs::read(folder.join(file)).unwrap()
}

/// The registries of the good site, and its method.
fn registries() -> Memory {
    let files = ["data/municipalities.csv", "data/schools.csv"];
    files.into_iter().fold(Memory::new(), |site, file| site.with(file, good(file)))
}

/// Reads a folder with these settings.
fn read(files: &Memory, settings: &str) -> (Dataset, Diagnostics, Sources) {
    let (mut sources, mut faults) = (Sources::new(), Diagnostics::new());
    let settings = format!("title = \"Отчёт\"\nregion = \"Область\"\n{settings}");
    let id = sources.add(Source::of_bytes("svod.toml", settings.clone().into_bytes()));
    let site = Site::parse(&settings, id);
    let site = site.unwrap_or_else(|faults| panic!("{}", said(&faults)));
    let method = String::from_utf8(good("methodology.toml")).unwrap();
    let id = sources.add(Source::of_bytes("methodology.toml", method.clone().into_bytes()));
    let method = Methodology::parse(&method, id, &|key| key.to_owned()).unwrap();
    let dataset = input::read(files, &site, &method.declarations(), &mut sources, &mut faults);
    (dataset, faults, sources)
}

fn said(faults: &Diagnostics) -> String {
    let text = Text::new(Lang::Ru).unwrap();
    let lines = faults.sorted().into_iter().map(|fault| text.problem(fault));
    lines.collect::<Vec<_>>().join("\n")
}

/// What a dataset says, without where it was said.
fn facts(dataset: &Dataset) -> String {
    let mut facts = String::new();
    let mut put = |line: String| writeln!(facts, "{line}").unwrap();
    for school in &dataset.schools {
        let of = &dataset.municipality(school.municipality).id;
        put(format!(
            "{} {} {of} {:?} {:?}",
            school.id, school.name, school.locality, school.students
        ));
    }
    for row in &dataset.results {
        let school = &dataset.school(row.school).id;
        put(format!("{school} {} {} {:?}", row.year, row.procedure.0, row.share));
    }
    for (group, rows) in &dataset.groups {
        for row in rows {
            put(format!("{group} {} {:?}", dataset.school(row.school).id, row.year));
        }
    }
    for (list, rows) in &dataset.lists {
        for row in rows {
            put(format!("{list} {} {} {:?}", dataset.school(row.school).id, row.year, row.cluster));
        }
    }
    for (name, table) in &dataset.tables {
        for row in 0..table.len() {
            let values: Vec<_> = table
                .columns
                .iter()
                .enumerate()
                .map(|(at, column)| format!("{}={:?}", column.name, table.value(row, at)))
                .collect();
            put(format!("{name} {}", values.join(" ")));
        }
    }
    facts
}

/// Reads without an error or a warning.
fn cleanly(files: &Memory, settings: &str) -> Dataset {
    let (dataset, faults, _) = read(files, settings);
    assert!(faults.is_clean(), "{}", said(&faults));
    dataset
}

const RESULTS: &str = "school,year,procedure,participants,below_threshold\n\
    sch-1,2021,math-5,50,10\nsch-1,2022,math-5,48,16\nsch-1,2022,rus-5,48,20\n\
    sch-2,2021,math-5,12,1\nsch-2,2022,math-5,11,0\nsch-3,2022,rus-5,90,3\n";

fn canonical() -> String {
    facts(&cleanly(&registries().with("data/results.csv", RESULTS), ""))
}

/// A workbook of any kind.
fn book(kind: &str, text: &str) -> (String, Vec<u8>) {
    let sheets = workbook::sheets(text);
    let bytes = match kind {
        "xlsx" => workbook::xlsx(&sheets),
        "xls" => workbook::xls(&sheets),
        _ => workbook::ods(&sheets),
    };
    (format!("data/report.{kind}"), bytes)
}

#[test]
fn a_wide_workbook_with_two_rows_of_headings() {
    let text = "[Пояснение]\nСм. лист «Свод»\n[Свод] B2\n\
        Результаты ВПР в разрезе ОО\n-\n\
        № | Общеобразовательная\\nорганизация | Матем.\\_5 кл. | < | < | < | Русский 5 кл. | <\n\
        ^ | ^ | 2021 | < | 2022 | < | 2022 | <\n\
        ^ | ^ | Писали | Получили «2», % | Писали | Получили «2», % | Писали | Получили «2», %\n\
        1 | МОУ СОШ №1 | 50 | 20% | 48 | 33.3% | 48 | 41.7%\n\
        2 | моу «СОШ № 2» | 12 | 8.3% | 11 | 0% | - | н/д\n\
        3 | МОУ Гимназия | | | | | 90 | 3.3%\n\
        Итого | | 62 | | 59 | | 138 |\n\
        * по данным школ\n";
    let settings = r#"
[[source]]
file = "report.*"
sheet = "Свод"
table = "results"

[source.columns]
school = "Общеобразовательная организация"
participants = "{procedure} / {year} / писали"
below_percent = "{procedure} / {year} / получили «2», %"

[source.values.procedure]
"Матем. 5 кл." = "math-5"
"Русский 5 кл." = "rus-5"
"#;
    for kind in ["xlsx", "xls", "ods"] {
        let (path, bytes) = book(kind, text);
        let (dataset, faults, sources) = read(&registries().with(&path, bytes), settings);
        assert!(faults.is_clean(), "{kind}: {}", said(&faults));
        assert_eq!(facts(&dataset), canonical(), "{kind}");
        // Each result knows the cell it came from.
        let place = sources.position(dataset.results[1].place);
        assert_eq!(
            (place.sheet.as_deref(), place.address().as_deref()),
            (Some("Свод"), Some("G7"))
        );
        assert_eq!(place.header.as_deref(), Some("Матем. 5 кл. / 2022 / Получили «2», %"));
        let notices = faults.sorted();
        assert_eq!(notices.len(), 1, "{}", said(&faults));
        assert_eq!(notices[0].severity, Severity::Notice);
    }
}

/// A site on disk whose results and context are workbooks.
fn site_of_workbooks() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, bytes: Vec<u8>| {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    for file in ["svod.toml", "methodology.toml", "data/municipalities.csv", "data/schools.csv"] {
        write(file, good(file));
    }
    let levels = "[Условия] B2\nschool | year | index | deficit | level\n\
        sch-1 | 2022 | 101.5 | да | high\nsch-2 | 2022 | 99 | нет | low\nsch-3 | 2022 | 120 | нет | low\n";
    write("data/context.xlsx", book("xlsx", levels).1);
    let rows = RESULTS.replace(',', " | ");
    write("data/results.ods", book("ods", &format!("[Итоги]\n{rows}")).1);
    folder
}

fn said_by(args: &[&str], site: &Path) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_svod"));
    let output = command.args(args).arg("--root").arg(site).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn figures_of_workbooks_lead_to_their_cells() {
    let site = site_of_workbooks();
    let table = said_by(&["table", "levels", "--format", "csv"], site.path());
    assert!(table.contains("\nberezovo,high,1,2,50\n"), "{table}");
    let explained = said_by(&["explain", "levels", "berezovo", "high"], site.path());
    let cell = "data/context.xlsx, лист «Условия», ячейка F3  level = high";
    assert!(explained.contains(cell), "{explained}");
    said_by(&["build", "--quiet"], site.path());
    let page = |name: &str| std::fs::read_to_string(site.path().join("public").join(name)).unwrap();
    for (name, sheet) in [
        ("data.html", "data/context.xlsx, лист «Условия»"),
        ("data.html", "data/results.ods, лист «Итоги»"),
        ("tables/levels.html", "data/context.xlsx, лист «Условия»"),
    ] {
        assert!(page(name).contains(sheet), "{name} does not name {sheet}");
    }
}

/// Foreign files call schools by what the registry knows them by.
#[test]
fn schools_are_known_by_aliases_former_names_and_codes() {
    let schools = "id,name,municipality,locality,kind,students,aliases,exam_code,successor\n\
        sch-1,МОУ СОШ № 1,berezovo,urban,СОШ,420,Первая школа;Школа у реки,111001,\n\
        sch-2,МОУ СОШ № 2,berezovo,rural,СОШ,118,,111002,\n\
        sch-3,МОУ «Гимназия»,lesnoy,urban,гимназия,731,,111003,\n\
        sch-30,Лесная школа,lesnoy,urban,СОШ,,,,sch-3\n";
    let municipalities = "id,name,kind,map_col,map_row,aliases\n\
        berezovo,Берёзовский район,МР,0,0,Берёзовский МО\nlesnoy,Лесной городской округ,ГО,1,0,\n";
    let settings = r#"
[[source]]
file = "свод.csv"
table = "results"
columns = { municipality = "МО", school = "ОО", participants = "Писали", below_threshold = "«2»", year = "Год", procedure = "Работа" }
"#;
    let rows = "МО;ОО;Год;Работа;Писали;«2»\n\
        Березовский МО;первая школа;2021;math-5;50;10\nБерёзовский МО;111001;2022;math-5;48;16\n\
        Берёзовский район;школа у реки;2022;rus-5;48;20\n;111002;2021;math-5;12;1\n\
        Берёзовский МО;МОУ СОШ №2;2022;math-5;11;0\n;Лесная  школа;2022;rus-5;90;3\n";
    let files = Memory::new()
        .with("data/schools.csv", schools)
        .with("data/municipalities.csv", municipalities)
        .with("data/свод.csv", rows);
    assert_eq!(facts(&cleanly(&files, settings)), canonical());
}

/// The example of the guide is what a methodologist copies.
#[test]
fn the_example_of_the_guide_is_read() {
    let guide =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide.md"));
    let guide = guide.unwrap();
    let example = guide.split("```toml\n").find(|text| text.starts_with("[[source]]")).unwrap();
    let settings = example.split("```").next().unwrap();
    let settings = settings.replace("vpr_rus_5", "rus-5").replace("vpr_math_5", "math-5");
    let heading = "[Титул]\nВПР\n[Свод]\n\
        Муниципалитет | Школа | Русский язык 5 | < | Математика 5 | <\n\
        ^ | ^ | Участники | «2», % | Участники | «2», %\n";
    let older = "Берёзовский район | МОУ СОШ № 1 | | | 50 | 20%\n\
        ^ | МОУ СОШ № 2 | | | 12 | 8.3%\nИтого | | | | 62 |\n";
    let newer = "Берёзовский район | МОУ СОШ № 1 | 48 | 41.7% | 48 | 33.3%\n\
        ^ | МОУ СОШ № 2 | | | 11 | 0%\n\
        Лесной городской округ | МОУ «Гимназия» | 90 | 3.3% | |\n";
    let files = registries()
        .with("data/ВПР 2021.xlsx", book("xlsx", &format!("{heading}{older}")).1)
        .with("data/ВПР 2022.xlsx", book("xlsx", &format!("{heading}{newer}")).1);
    assert_eq!(facts(&cleanly(&files, &settings)), canonical());
}

#[test]
fn yearly_files_with_sheets_of_procedures() {
    let sheet = |rows: &str| format!("код;всего человек;из них «2»\r\n{rows}");
    let first = "[математика 5]\nКод | Всего | «2»\nsch-1 | 50 | 10\nsch-2 | \"12\" | 1\n\
        [Русский 5]\nКод | Всего | «2»\n";
    let second = "[математика 5]\nКод | Всего | «2»\nsch-1 | 48 | =16\nsch-2 | 11 | 0\n\
        [Русский 5]\nКод | Всего | «2»\nsch-1 | 48 | 20\nКод | Всего | «2»\nsch-3 | 90 | 3\n";
    let settings = r#"
[[source]]
file = "по годам/ВПР {year} год.xlsx"
sheet = "{procedure}"
table = "results"
columns = { school = "код", participants = "всего", below_threshold = "«2»" }

[source.values.procedure]
"Математика 5" = "math-5"
"русский 5" = "rus-5"
"#;
    let files = registries()
        .with("data/по годам/ВПР 2021 год.xlsx", book("xlsx", first).1)
        .with("data/по годам/~$ВПР 2021 год.xlsx", "замок")
        .with("data/по годам/ВПР 2022 год.xlsx", book("xlsx", second).1);
    assert_eq!(facts(&cleanly(&files, settings)), canonical());
    // A part from a canonical file, a part from a text in an old encoding.
    let older: String =
        RESULTS.lines().filter(|l| !l.contains("2022")).fold(String::new(), |s, l| s + l + "\n");
    let cp1251 = |text: &str| encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    let files = registries()
        .with("data/results.csv", older)
        .with("data/м.csv", cp1251(&sheet("sch-1;48;16\r\nsch-2;11;0\r\n")))
        .with("data/р.csv", cp1251(&sheet("sch-1;48;20\r\nsch-3;90;3\r\nВсего;138;23\r\n")));
    let settings = r#"
[[source]]
file = "м.csv"
encoding = "windows-1251"
table = "results"
columns = { school = "КОД", participants = "всего  человек", below_threshold = "из них 2" }
constants = { year = 2022, procedure = "ВПР, математика, 5 класс" }

[[source]]
file = "р.csv"
encoding = "windows-1251"
separator = ";"
table = "results"
columns = { school = "КОД", participants = "всего  человек", below_threshold = "из них 2" }
constants = { year = 2022, procedure = "rus-5" }
"#;
    assert_eq!(facts(&cleanly(&files, settings)), canonical());
}

#[test]
fn other_tables_words_and_empty_cells() {
    let registry = "[Школы]\n\
        Перечень ОО | < | <\n\
        Муниципалитет | Код | Наименование | Город/село | Контингент\n\
        Берёзовский р-н | sch-1 | МОУ СОШ № 1 | г | 420\n\
        ^ | sch-2 | МОУ СОШ № 2 | с | 118\n\
        ЛЕСНОЙ ГОРОДСКОЙ ОКРУГ | sch-3 | МОУ «Гимназия» | г | 731\n";
    let context = "Школа\tУч. год\tДефицит\tУровень\tИндекс\n\
        МОУ СОШ № 1\t2022\t+\tвысокий\t101,5\nМОУ СОШ № 2\t2022\t-\tнизкий\t99\n\
        \"МОУ «Гимназия»\"\t2022\t-\tнизкий\t120\n";
    let settings = r#"
[[source]]
file = "ОО.ods"
table = "schools"
header = 2

[source.columns]
id = "Код"
name = "Наименование"
municipality = "Муниципалитет"
locality = "Город/село"
students = ["Обучающихся", "Контингент"]

[source.values.locality]
"г" = "urban"
"с" = "rural"

[source.values.municipality]
"Берёзовский р-н" = "berezovo"

[[source]]
file = "Условия.csv"
table = "context"
columns = { school = "школа", year = "уч. год", deficit = "дефицит", level = "уровень", index = "индекс" }

[source.values.level]
"высокий" = "high"
"низкий" = "low"
"#;
    let municipalities = "data/municipalities.csv";
    let files = Memory::new()
        .with(municipalities, good(municipalities))
        .with("data/ОО.ods", book("ods", registry).1)
        .with("data/Условия.csv", context)
        .with("data/results.csv", RESULTS);
    let plain = registries().with("data/results.csv", RESULTS).with(
        "data/context.csv",
        "deficit,index,level,school,year\n1,101.5,high,sch-1,2022\n0,99,low,sch-2,2022\n0,120,low,sch-3,2022\n",
    );
    assert_eq!(facts(&cleanly(&files, settings)), facts(&cleanly(&plain, "")));
}

#[test]
fn percentages_that_no_count_gives_back_are_kept() {
    let settings = r#"
[[source]]
file = "доли.csv"
table = "results"

[source.columns]
school = "Код"
participants = "Писали"
below_percent = { header = "Доля", unit = "fraction" }

[source.constants]
year = 2022
procedure = "math-5"
"#;
    let files =
        registries().with("data/доли.csv", "Код;Писали;Доля\nsch-1;28;0,357\nsch-2;10;0,357\n");
    let dataset = cleanly(&files, settings);
    let shares: Vec<_> =
        dataset.results.iter().map(|r| (r.share.count(), r.share.is_of_percent())).collect();
    assert_eq!(shares, [(10, false), (4, true)]);
}

/// A table as rows of texts and the columns in which it is written.
#[derive(Clone, Debug)]
struct Written {
    rows: Vec<[String; 5]>,
    order: Vec<usize>,
    format: Format,
    blanks: Vec<bool>,
    spaces: String,
}

#[derive(Clone, Debug)]
enum Format {
    Text { separator: char, encoding: &'static str, mark: bool, crlf: bool },
    Book(&'static str, (u32, u16)),
}

fn written() -> impl Strategy<Value = Written> {
    let rows = proptest::collection::btree_map(
        (1..=3u8, 2018..=2022u16, 0..=1usize),
        (1..=200u32, 0..=100u32),
        1..=12,
    );
    let rows = rows.prop_map(|rows| {
        rows.into_iter()
            .map(|((school, year, procedure), (all, percent))| {
                [
                    format!("sch-{school}"),
                    year.to_string(),
                    ["math-5", "rus-5"][procedure].to_owned(),
                    all.to_string(),
                    (all * percent / 100).to_string(),
                ]
            })
            .collect::<Vec<_>>()
    });
    let text = (
        prop_oneof![Just(','), Just(';'), Just('\t')],
        prop_oneof![
            Just("utf-8"),
            Just("windows-1251"),
            Just("utf-16le"),
            Just("utf-16be"),
            Just("koi8-r")
        ],
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(separator, encoding, mark, crlf)| Format::Text {
            separator,
            encoding,
            mark,
            crlf,
        });
    let book = (prop_oneof![Just("xlsx"), Just("xls"), Just("ods")], (0..40u32, 0..30u16))
        .prop_map(|(kind, corner)| Format::Book(kind, corner));
    (
        rows,
        Just((0..5).collect::<Vec<usize>>()).prop_shuffle(),
        prop_oneof![text, book],
        proptest::collection::vec(any::<bool>(), 13),
        prop_oneof![Just(""), Just(" "), Just("\u{A0}"), Just("\u{202F} ")].prop_map(str::to_owned),
    )
        .prop_map(|(rows, order, format, blanks, spaces)| Written {
            rows,
            order,
            format,
            blanks,
            spaces,
        })
}

/// Headings, with letters that only old encodings need to be told.
const FOREIGN: [&str; 5] =
    ["Код школы", "Учётный год", "Процедура", "Писали работу", "Получили отметку 2"];
const OURS: [&str; 5] = ["school", "year", "procedure", "participants", "below_threshold"];

fn encode(text: &str, encoding: &str, mark: bool) -> Vec<u8> {
    let units = || mark.then_some(0xFEFFu16).into_iter().chain(text.encode_utf16());
    match encoding {
        "utf-16le" => units().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => units().flat_map(u16::to_be_bytes).collect(),
        "utf-8" if mark => format!("\u{FEFF}{text}").into_bytes(),
        _ => encoding_rs::Encoding::for_label(encoding.as_bytes())
            .unwrap()
            .encode(text)
            .0
            .into_owned(),
    }
}

/// The file of a table: its name's ending and its bytes.
fn file(table: &Written, headings: &[&str; 5]) -> (&'static str, Vec<u8>) {
    // Old encodings have no narrow space.
    let old = matches!(table.format, Format::Text { encoding: "windows-1251" | "koi8-r", .. });
    let spaces = if old { " " } else { table.spaces.as_str() };
    let pick = |cells: &[String; 5]| -> Vec<String> {
        table.order.iter().map(|at| format!("{spaces}{}{spaces}", cells[*at])).collect()
    };
    let headings = pick(&headings.map(str::to_owned));
    match &table.format {
        Format::Text { separator, encoding, mark, crlf } => {
            let end = if *crlf { "\r\n" } else { "\n" };
            let join = |cells: Vec<String>| cells.join(&separator.to_string());
            let mut text = join(headings) + end;
            for (row, blank) in table.rows.iter().zip(&table.blanks) {
                if *blank {
                    text += &(separator.to_string().repeat(4) + end);
                }
                text += &(join(pick(row)) + end);
            }
            ("csv", encode(&text, encoding, *mark))
        }
        Format::Book(kind, corner) => {
            let mut rows = vec![headings.into_iter().map(Cell::Text).collect::<Vec<_>>()];
            for (row, blank) in table.rows.iter().zip(&table.blanks) {
                if *blank {
                    rows.push(Vec::new());
                }
                let number = |text: String| match text.trim().parse() {
                    Ok(number) if !*blank => Cell::Number(number),
                    _ => Cell::Text(text),
                };
                rows.push(pick(row).into_iter().map(number).collect());
            }
            let sheet =
                Sheet { name: "Лист1".to_owned(), hidden: false, corner: *corner, rows };
            let bytes = match *kind {
                "xlsx" => workbook::xlsx(&[sheet]),
                "xls" => workbook::xls(&[sheet]),
                _ => workbook::ods(&[sheet]),
            };
            (kind, bytes)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn clothes_do_not_make_the_data(table in written()) {
        let plain: String = table.rows.iter().fold(OURS.join(",") + "\n", |text, row| text + &row.join(",") + "\n");
        let expected = facts(&cleanly(&registries().with("data/results.csv", plain), ""));
        let (ending, bytes) = file(&table, &OURS);
        let files = registries().with(&format!("data/results.{ending}"), bytes);
        prop_assert_eq!(&facts(&cleanly(&files, "")), &expected);
        let (ending, bytes) = file(&table, &FOREIGN);
        let files = registries().with(&format!("data/Свод.{ending}"), bytes);
        let columns: String = OURS.iter().zip(FOREIGN).map(|(ours, theirs)| format!("{ours} = \"{}\"\n", theirs.to_uppercase())).collect();
        let settings = format!("[[source]]\nfile = \"свод.*\"\ntable = \"results\"\n[source.columns]\n{columns}");
        prop_assert_eq!(&facts(&cleanly(&files, &settings)), &expected);
    }

    /// Whatever stands in a text or in the settings of a source, it is read or refused.
    #[test]
    fn anything_is_read_or_refused(
        text in "[a-zёЖ0-9,;\t\n\r\"'=#%/{}*. \u{A0}-]{0,300}",
        head in proptest::collection::vec("[a-zё{}*/ ]{0,12}", 4),
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        header in 0..5u32,
    ) {
        let columns: Vec<String> = OURS.iter().zip(&head).map(|(name, head)| format!("{name} = {head:?}")).collect();
        let header = if header > 0 { format!("header = {header}\n") } else { String::new() };
        let settings = format!(
            "title = \"т\"\nregion = \"р\"\n[[source]]\nfile = \"{{procedure}}.csv\"\ntable = \"results\"\n{header}columns = {{ {} }}\n",
            columns.join(", ")
        );
        let mut sources = Sources::new();
        let id = sources.add(Source::of_bytes("svod.toml", settings.clone().into_bytes()));
        let files = registries().with("data/math-5.csv", text).with("data/extra.csv", bytes.clone())
            .with("data/book.xlsx", [b"PK\x03\x04".to_vec(), bytes].concat());
        if let Ok(site) = Site::parse(&settings, id) {
            let mut faults = Diagnostics::new();
            let declared = svod::model::field::Declarations { procedures: vec!["math-5".to_owned()], ..Default::default() };
            let _ = input::read(&files, &site, &declared, &mut sources, &mut faults);
            let text = Text::new(Lang::Ru).unwrap();
            let drawn = svod::cli::faults::draw(&faults, &sources, &text, svod::cli::faults::Look::Plain);
            prop_assert!(faults.is_empty() || !drawn.is_empty());
        }
    }
}
