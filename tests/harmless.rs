//! Markup, script, tags of templates and formulas in every text of every table: pages show them as
//! text, files keep them as text.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::pages::{Part, Site};
use common::{Files, ROOT, build, read};
use svod::model::schema::TABLES;

/// The columns of words of each table. Ids, numbers, days and choices refuse what is none.
const TEXTS: &[(&str, &[&str])] = &[
    ("checked", &["reason"]),
    ("contacts", &["organisation", "role", "name", "phone", "email", "address"]),
    ("context", &[]),
    ("curators", &[]),
    ("debt", &[]),
    ("decisions", &["decision", "addressee", "term"]),
    ("documents", &["kind", "number", "title"]),
    ("events", &["title", "note"]),
    ("glossary", &["abbreviation", "expansion", "definition", "source"]),
    ("groups", &[]),
    ("indicators_programme", &["indicator", "january_2023", "january_2024", "note"]),
    ("list_membership", &[]),
    ("measures", &["measure", "effect", "problem", "proposal"]),
    ("municipalities", &["name", "kind", "aliases"]),
    ("procedure_years", &["note"]),
    ("programmes", &[]),
    ("recommendations", &["text", "term"]),
    ("results", &[]),
    ("risk_catalogue", &["name", "description"]),
    ("risks", &[]),
    ("roadmap", &["task", "activity", "term", "indicator", "responsible"]),
    ("school_changes", &["from"]),
    ("school_profiles", &["school_type"]),
    ("schools", &["name", "kind", "aliases"]),
    ("stages", &["title", "term", "content"]),
    ("support_frame", &["direction", "category", "text", "responsible"]),
    ("survey", &[]),
    ("survey_questions", &["text", "label_1", "label_5"]),
    ("targets", &["target", "base", "unit"]),
];

/// Texts that no page shows: they are there to be found by, or for those who keep the data.
const UNSEEN: &[&str] =
    &["checked.reason", "municipalities.aliases", "schools.aliases", "survey_questions.text"];

/// What shows the rest.
const METHOD: &str = r#"
[[attribute]]
id = "school_type"
kind = "field"
table = "school_profiles"
column = "school_type"
title = "Тип школы"

[[attribute]]
id = "helped"
kind = "answer"
question = "q1"
title = "Помог ли"

[[table]]
id = "survey_helped"
title = "Помог ли наставник"
over = "survey"
where = { helped = "*" }
rows = [{ attribute = "helped" }]
columns = [{ id = "all", title = "Школы", where = {} }]

[[table]]
id = "school_types"
title = "Типы школ"
over = ["schools"]
rows = [{ attribute = "school_type" }]
columns = [{ id = "all", title = "Школы", where = {} }]
"#;

const TEXT: &str = "+++\ntitle = \"О муниципалитете\"\n+++\n\n{{ this.name }}: {{ this.kind }}.\n";

/// What the starter has no table of.
const MORE: &[(&str, &str)] = &[
    ("checked", "check;school;reason\nschool-without-results;lu09;Открыта недавно\n"),
    ("glossary", "abbreviation;expansion;definition;source\nАРП;программа;Меры и сроки;Приказ\n"),
    ("school_profiles", "school;school_type\nlu01;сельская\n"),
    ("survey", "question;wave;school;answer\nq1;1;lu01;5\nq1;1;lu02;1\n"),
    (
        "survey_questions",
        "id;text;label_1;label_2;label_3;label_4;label_5\nq1;Помог ли наставник?;нет;скорее нет;не знаю;скорее да;да\n",
    ),
];

/// A text with everything in it that means something somewhere, marked by its column.
fn hostile(text: &str, mark: &str) -> String {
    format!(
        "={text}\"'><svod-{mark} onsvod{mark}=\"1\">]]></title></script></style></textarea>\
         <!--{{{{ svod{mark} }}}}{{% svod{mark} %}}[svod{mark}](javascript:svod{mark})`|*\u{202E}&amp;"
    )
}

fn mark(table: &str, column: &str) -> String {
    format!("{table}-{column}").replace('_', "-")
}

/// The starter with hostile texts.
fn site(folder: &Path) {
    let mut files = read(&Path::new(ROOT).join("starter"));
    for (table, text) in MORE {
        files.insert(format!("data/{table}.csv"), text.as_bytes().to_vec());
    }
    files.get_mut("methodology.toml").unwrap().extend(METHOD.as_bytes());
    files.insert("content/municipalities/_default.md".to_owned(), TEXT.as_bytes().to_vec());
    for (table, from, to) in [
        ("contacts", "сопровождения;;", "сопровождения;Иванова;"),
        ("risk_catalogue", "number;name", "number;name;description"),
        ("risk_catalogue", "ащения школы", "ащения школы;Что имеется в виду"),
    ] {
        let file = files.get_mut(&format!("data/{table}.csv")).unwrap();
        let text = String::from_utf8(file.clone()).unwrap();
        assert!(text.contains(from), "{table} has no {from}");
        *file = text.replacen(from, to, 1).into_bytes();
    }
    // A school that nobody knows anything of, so that there is something to answer for.
    let schools = files.get_mut("data/schools.csv").unwrap();
    schools.extend("lu09;Новая школа;lugovoy;село;СОШ;10;Новая;;\n".as_bytes());
    for (table, columns) in TEXTS {
        let Some(bytes) = files.get_mut(&format!("data/{table}.csv")) else { continue };
        *bytes = changed(table, columns, bytes);
    }
    let words = ["title", "region", "publisher", "notice"];
    let settings = String::from_utf8(files["svod.toml"].clone()).unwrap();
    let lines = settings.lines().map(|line| match line.split_once(" = ") {
        Some((key, value)) if words.contains(&key) => {
            let text = hostile(value.trim_matches('"'), &mark("site", key));
            format!("{key} = \"{}\"\n", text.replace('"', "\\\""))
        }
        _ => format!("{line}\n"),
    });
    files.insert("svod.toml".to_owned(), lines.collect::<String>().into_bytes());
    for (path, bytes) in &files {
        let to = folder.join(path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
}

fn changed(table: &str, columns: &[&str], bytes: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{FEFF}');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(&headers).unwrap();
    for record in reader.records() {
        let record = record.unwrap();
        // Ids of what was moved or merged stand in the same column as former names.
        let renamed = table != "school_changes" || &record[2] == "renamed";
        let all = record.iter().chain(std::iter::repeat(""));
        let cells = headers.iter().zip(all).map(|(header, cell)| {
            let empty = cell.is_empty() || !renamed || !columns.contains(&header);
            if empty { cell.to_owned() } else { hostile(cell, &mark(table, header)) }
        });
        writer.write_record(cells.collect::<Vec<_>>()).unwrap();
    }
    writer.into_inner().unwrap()
}

/// What a page has made of texts of the data.
fn made_of_texts(site: &Site<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (page, tags) in site.tags() {
        for tag in tags {
            if tag.name.starts_with("svod-") {
                wrong.push(format!("{page}: <{}>", tag.name));
            }
            for (name, value) in &tag.attributes {
                let address = ["href", "src", "action", "data"].contains(&name.as_str());
                if name.contains("onsvod") || (address && value.trim().starts_with("javascript:")) {
                    wrong.push(format!("{page}: <{}> {name}={value}", tag.name));
                }
            }
        }
    }
    wrong
}

/// Cells of CSV files that a spreadsheet would compute.
fn formulas(files: &Files) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".csv")) {
        // The files for spreadsheet programs begin with a mark.
        let (separator, text) = match bytes.strip_prefix("\u{FEFF}".as_bytes()) {
            Some(text) => (b';', text),
            None => (b',', &bytes[..]),
        };
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.delimiter(separator).has_headers(false).from_reader(text);
        for record in reader.records() {
            let record = record.unwrap_or_else(|error| panic!("{path}: {error}"));
            let bad = record.iter().filter(|cell| cell.starts_with(['=', '+', '@', '\t', '\r']));
            found.extend(bad.map(|cell| format!("{path}: {cell}")));
        }
    }
    found
}

#[test]
fn every_table_is_looked_at() {
    let known: BTreeSet<&str> = TEXTS.iter().map(|(table, _)| *table).collect();
    let shaped = ["groups", "list_membership", "municipalities", "procedure_years", "results"];
    let more = ["school_changes", "schools"];
    let all = TABLES.iter().map(|schema| schema.name).chain(shaped).chain(more);
    assert_eq!(known, all.collect());
}

#[test]
fn texts_of_the_data_stay_texts() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path());
    let built = build(folder.path());
    let files = read(&built.path().join("public"));
    let pages = Site::of(&files);
    assert_eq!(made_of_texts(&pages), Vec::<String>::new());
    assert_eq!(pages.violations(), Vec::<String>::new());
    assert_eq!(formulas(&files), Vec::<String>::new());
    for (path, bytes) in &files {
        if path.ends_with(".json") {
            assert!(serde_json::from_slice::<serde_json::Value>(bytes).is_ok(), "{path}");
        }
        if path.ends_with(".js") {
            assert!(!String::from_utf8_lossy(bytes).contains("</script"), "{path}");
        }
        if path.ends_with(".svg") {
            let text = std::str::from_utf8(bytes).unwrap();
            let picture = roxmltree::Document::parse(text).unwrap();
            let own = picture.descendants().any(|node| node.tag_name().name().starts_with("svod-"));
            assert!(!own, "{path}");
        }
    }
    // The texts are there, or the test would prove nothing.
    let words: String = pages
        .pages
        .values()
        .flatten()
        .filter_map(|part| match part {
            Part::Words(words) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let columns = TEXTS.iter().flat_map(|(table, columns)| columns.iter().map(move |c| (table, c)));
    let unseen: Vec<String> = columns
        .filter(|(table, column)| {
            !words.contains(&format!("{{{{ svod{} }}}}", mark(table, column)))
        })
        .map(|(table, column)| format!("{table}.{column}"))
        .collect();
    assert_eq!(unseen, UNSEEN);
}
