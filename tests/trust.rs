//! What texts and data may not do, whoever wrote them: see SECURITY.md.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::path::Path;

use svod::diag::Code;
use svod::pipeline;
use svod::source::Memory;
use svod::text::Lang;

use common::{ROOT, read};

/// The codes that a text of the small narrative site gets; none if it is told.
fn codes(text: &str) -> Vec<Code> {
    codes_with(text, &[])
}

/// The same with other files in place of those of the site.
fn codes_with(text: &str, others: &[(&str, String)]) -> Vec<Code> {
    let site = Path::new(ROOT).join("tests/golden/narrative");
    let mut files = Memory::new();
    for (path, bytes) in read(&site) {
        if !path.starts_with("expected/") && !path.starts_with("content/") {
            files = files.with(&path, bytes);
        }
    }
    for (path, text) in others {
        files = files.with(path, text.clone().into_bytes());
    }
    let text = format!("+++\ntitle = \"Текст\"\n+++\n\n{text}\n");
    let files = files.with("content/text.md", text.into_bytes());
    let faults = match pipeline::load(&files, Lang::Ru, &|_, _, _| {}) {
        Err(stopped) => stopped.faults,
        Ok(loaded) => {
            let report = loaded.report().unwrap();
            loaded.check_texts(&report).err().unwrap_or_default()
        }
    };
    faults.sorted().iter().map(|fault| fault.code).collect()
}

#[test]
fn no_text_runs_for_long() {
    for text in [
        "{% for i in range(end=100000) %}{% for j in range(end=100000) %}.{% endfor %}{% endfor %}",
        "{% set x = \"a\" %}{{ x | replace(from=\"a\", to=\"aaaaaaaaaa\") }}",
        "{% macro m() %}{{ self::m() }}{% endmacro %}{{ self::m() }}",
        "{% component c() %}{{<c/>}}{% endcomponent %}",
        "{% include \"0.md\" %}",
        "{% extends \"0.md\" %}",
        "{% block a %}{{ super() }}{% endblock %}",
    ] {
        assert!(codes(text).contains(&Code::StatementInText), "{text}");
    }
    assert_eq!(codes(&"{{ 1 }}".repeat(2001)), [Code::LongTag]);
    assert_eq!(codes(&format!("{{{{ {}1 }}}}", "-".repeat(700))), [Code::LongTag]);
    let many = "{{ school_names(\"by_municipality\", row=\"total\", column=\"all\", limit=99) }}";
    let long = format!("{}{}", many.repeat(1900), "слово ".repeat(80_000));
    assert_eq!(codes(&long), [Code::LongText]);
}

#[test]
fn tables_of_texts_are_bounded() {
    let tables = |n: usize| -> String {
        let table = |at| format!("{{{{ table(rows=\"locality\", id=\"t{at}\") }}}}\n\n");
        (0..n).map(table).collect()
    };
    assert_eq!(codes(&tables(100)), []);
    assert_eq!(codes(&tables(101)), [Code::ManyTables]);
    // The same table told often is one table.
    assert_eq!(codes(&tables(1).repeat(300)), []);
    let municipalities = |n: usize| {
        let rows: String = (0..n).map(|at| format!("m{at},Округ {at},МО\n")).collect();
        [("data/municipalities.csv", format!("id,name,kind\n{rows}"))]
    };
    let squared = "{{ table(rows=\"municipality\", columns=\"municipality\") }}";
    assert_eq!(codes_with(squared, &municipalities(141)), []);
    assert_eq!(codes_with(squared, &municipalities(142)), [Code::TableTooLarge]);
}

#[test]
fn deep_nesting_is_read_or_refused_but_never_overflows() {
    for text in [
        format!("{{{{ {}1{} }}}}", "(".repeat(290), ")".repeat(290)),
        format!("{{{{ {}1{} }}}}", "[".repeat(290), "]".repeat(290)),
        format!("{{{{ {}1 }}}}", "not ".repeat(140)),
        format!("{}да{}", "{% if 1 %}".repeat(999), "{% endif %}".repeat(999)),
        format!("{{{{ this{} }}}}", ".a".repeat(280)),
        "> ".repeat(20_000),
        "[".repeat(20_000),
        "*a ".repeat(20_000),
    ] {
        codes(&text);
    }
}

#[test]
fn no_text_reads_a_file_or_asks_for_one() {
    for text in [
        "{{ get_env(name=\"HOME\") }}",
        "{{ load_data(path=\"/etc/passwd\") }}",
        "{{ throw(message=\"x\") }}",
        "{{ __tera_context }}",
    ] {
        assert!(!codes(text).is_empty(), "{text}");
    }
}
