//! Files that would exhaust memory or time, and files that nobody can open: each gets its message, soon.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

#[path = "common/workbook.rs"]
mod workbook;

use std::io::{Cursor, Write};

use svod::diag::{Code, Diagnostics};
use svod::pipeline;
use svod::source::Memory;
use svod::text::{Lang, Text};
use zip::write::SimpleFileOptions;

const MIB: usize = 1 << 20;

/// A site that has nothing but settings and one more file among its data.
fn faults(path: &str, bytes: Vec<u8>) -> Diagnostics {
    let good = |file: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-input/good");
        std::fs::read(path.join(file)).unwrap()
    };
    let mut site = Memory::new()
        .with("svod.toml", good("svod.toml"))
        .with("methodology.toml", good("methodology.toml"));
    for table in ["municipalities", "schools", "results", "context", "list_membership"] {
        let file = format!("data/{table}.csv");
        site = site.with(&file, good(&file));
    }
    match pipeline::load(&site.with(path, bytes), Lang::Ru, &|_, _, _| {}) {
        Ok(loaded) => loaded.faults,
        Err(stopped) => stopped.faults,
    }
}

/// The one fault of a file.
fn code(path: &str, bytes: Vec<u8>) -> Code {
    let faults = faults(path, bytes);
    let all = faults.sorted();
    let text = Text::new(Lang::Ru).unwrap();
    let said: Vec<String> = all.iter().map(|fault| text.problem(fault)).collect();
    assert_eq!(all.len(), 1, "{said:#?}");
    assert!(!text.advice(all[0]).is_empty());
    all[0].code
}

/// An archive whose parts are pressed as hard as can be.
fn pressed(parts: &[(&str, &str, usize, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, head, length, tail) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(head.as_bytes()).unwrap();
        let block = vec![b' '; MIB];
        let mut left = *length;
        while left > 0 {
            let part = left.min(MIB);
            zip.write_all(&block[..part]).unwrap();
            left -= part;
        }
        zip.write_all(tail.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The archive with another size declared for its part of 7 bytes more than `length`.
fn declared(mut archive: Vec<u8>, length: usize, other: u32) -> Vec<u8> {
    let size = (length as u32 + 7).to_le_bytes();
    let mut found = 0;
    for at in 0..archive.len() - 4 {
        if archive[at..at + 4] == size {
            archive[at..at + 4].copy_from_slice(&other.to_le_bytes());
            found += 1;
        }
    }
    assert!(found > 0);
    archive
}

#[test]
fn an_archive_that_grows_beyond_measure_is_refused() {
    const LENGTH: usize = 12_345;
    let types = ("[Content_Types].xml", "<Types/>", 0, "");
    for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        let bomb = declared(pressed(&[types, (part, "<a>", LENGTH, "</a>")]), LENGTH, u32::MAX - 1);
        assert_eq!(code("data/groups.xlsx", bomb), Code::LargeWorkbook, "{part}");
    }
    let bomb = declared(pressed(&[("content.xml", "<a>", LENGTH, "</a>")]), LENGTH, u32::MAX - 1);
    assert_eq!(code("data/groups.ods", bomb), Code::LargeWorkbook);
}

#[test]
fn an_archive_that_lies_about_its_size_is_refused() {
    const LENGTH: usize = 6 * MIB;
    let types = ("[Content_Types].xml", "<Types/>", 0, "");
    let bomb = pressed(&[types, ("xl/styles.xml", "<a>", LENGTH, "</a>")]);
    assert!(bomb.len() < MIB / 10);
    // Whoever notices first.
    let code = code("data/groups.xlsx", declared(bomb, LENGTH, 100));
    assert!([Code::LargeWorkbook, Code::UnreadableFile].contains(&code), "{}", code.name());
}

#[test]
fn cells_that_are_repeated_without_end_are_refused() {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\" \
                table:number-columns-repeated=\"16384\"/>";
    let content = format!(
        "<office:document-content><table:table table:name=\"A\">\
         <table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>\
         </table:table></office:document-content>"
    );
    let ods = workbook::archive(&[("content.xml", content.as_bytes())]);
    assert_eq!(code("data/groups.ods", ods), Code::LargeWorkbook);
}

#[test]
fn a_cell_far_away_costs_nothing() {
    let far = |corner| workbook::Sheet {
        name: "A".to_owned(),
        hidden: false,
        corner,
        rows: vec![vec![workbook::Cell::Text("x".to_owned())]],
    };
    let near = workbook::sheets("[A]\nschool | group\nsch-1 | pilot\n");
    let mut wide = near[0].clone();
    wide.rows.push(vec![workbook::Cell::Empty; 16_383]);
    wide.rows[2].push(workbook::Cell::Number(1.0));
    assert!(faults("data/groups.xlsx", workbook::xlsx(&[wide.clone()])).is_empty());
    assert!(faults("data/groups.ods", workbook::ods(&[wide])).is_empty());
    let last = workbook::xlsx(&[far((1_048_575, 16_383))]);
    assert!(faults("data/groups.xlsx", last).has_errors());
    // The reader of XLS keeps all that lies between.
    let mut corners = near[0].clone();
    corners.rows.resize(65_536, Vec::new());
    corners.rows[65_535] = vec![workbook::Cell::Empty; 255];
    corners.rows[65_535].push(workbook::Cell::Number(1.0));
    assert_eq!(code("data/groups.xls", workbook::xls(&[corners])), Code::LargeWorkbook);
}

#[test]
fn a_count_that_lies_makes_no_room() {
    let xlsx = workbook::xlsx(&workbook::sheets("[A]\nschool | group\nsch-1 | pilot\n"));
    let mut zip = zip::ZipArchive::new(Cursor::new(xlsx)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        let text = text.replace("uniqueCount=\"4\"", "uniqueCount=\"99999999999999\"");
        parts.push((part.name().unwrap().into_owned(), text));
    }
    assert!(parts.iter().any(|(_, text)| text.contains("99999999999999")));
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    assert_eq!(code("data/groups.xlsx", workbook::archive(&parts)), Code::UnreadableFile);
}

#[test]
fn locked_workbooks_are_told_from_broken_ones() {
    let locked = workbook::compound("EncryptedPackage", &[0; 5_000]);
    assert_eq!(code("data/groups.xlsx", locked), Code::LockedWorkbook);
    let manifest = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let parts: [(&str, &[u8]); 2] =
        [("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02\x03")];
    assert_eq!(code("data/groups.ods", workbook::archive(&parts)), Code::LockedWorkbook);
    let other = workbook::compound("WordDocument", &[0; 5_000]);
    assert_eq!(code("data/groups.xls", other), Code::NotAWorkbook);
    let archive = workbook::archive(&[("readme.txt", b"-")]);
    assert_eq!(code("data/groups.xlsx", archive), Code::NotAWorkbook);
}

#[test]
fn a_million_columns_and_an_endless_line_are_told() {
    let row = format!("school{}\n", ",x".repeat(1_000_000));
    assert_eq!(code("data/extra.csv", row.into_bytes()), Code::WideTable);
    let line = format!("school,group\nsch-1,\"{}\n", "endless ".repeat(MIB / 8));
    assert_eq!(code("data/extra.csv", line.into_bytes()), Code::LongCell);
    let line = "x".repeat(MIB);
    assert_eq!(code("data/extra.csv", line.into_bytes()), Code::LongCell);
    let empty = format!("school,group\n{}", ",\n".repeat(300_000));
    assert!(faults("data/groups.csv", empty.into_bytes()).is_empty());
}

/// Parsed, settings take eighty times their bytes and texts sixty: beyond a length they are not.
#[test]
fn settings_and_texts_of_any_length_are_not_parsed() {
    let deep = "a = [".to_owned() + &"[".repeat(4 * MIB);
    for path in ["svod.toml", "methodology.toml"] {
        assert_eq!(code(path, deep.clone().into_bytes()), Code::LongSettings, "{path}");
    }
    assert_eq!(code("content/a.md", "[".repeat(MIB + 1).into_bytes()), Code::LongText);
}

#[test]
fn a_file_that_is_wrong_in_each_row_is_one_message() {
    let rows = format!("school,group\n{}", "sch-9,pilot\n".repeat(100_000));
    let faults = faults("data/groups.csv", rows.into_bytes());
    assert_eq!(faults.len(), 100_000);
    assert_eq!(faults.sorted().len(), Diagnostics::KEPT);
}

/// Torn anywhere or with a byte changed, a workbook is an error or is read; it never ends the program.
#[test]
fn a_damaged_workbook_is_a_fault_at_worst() {
    let sheets =
        workbook::sheets("[A]\nschool | group | year\nsch-1 | pilot | 2022\nsch-2 | pilot |\n");
    for (path, whole) in [
        ("data/groups.xlsx", workbook::xlsx(&sheets)),
        ("data/groups.xls", workbook::xls(&sheets)),
        ("data/groups.ods", workbook::ods(&sheets)),
    ] {
        for step in 0..60 {
            let at = whole.len() * step / 60;
            let _ = faults(path, whole[..at].to_vec());
            for change in [0xFF, 0x01] {
                let mut changed = whole.clone();
                changed[at] ^= change;
                let _ = faults(path, changed);
            }
        }
    }
}

#[cfg(unix)]
mod disk {
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use rustix::fs::{CWD, FileType, Mode, mknodat};
    use svod::diag::Code;
    use svod::pipeline;
    use svod::source::Disk;
    use svod::text::Lang;

    /// The good site on disk, with something strange in it.
    fn codes(strange: impl FnOnce(&Path)) -> Vec<Code> {
        let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-input/good");
        let folder = tempfile::tempdir().unwrap();
        for file in walkdir::WalkDir::new(&good).into_iter().map(Result::unwrap) {
            let to = folder.path().join(file.path().strip_prefix(&good).unwrap());
            match file.file_type().is_dir() {
                true => std::fs::create_dir_all(to).unwrap(),
                false => drop(std::fs::copy(file.path(), to).unwrap()),
            }
        }
        strange(folder.path());
        let faults = match pipeline::load(&Disk::new(folder.path()), Lang::Ru, &|_, _, _| {}) {
            Ok(loaded) => loaded.faults,
            Err(stopped) => stopped.faults,
        };
        faults.sorted().iter().map(|fault| fault.code).collect()
    }

    fn pipe(path: &Path) {
        mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    }

    /// Whoever opens a pipe waits for somebody to write.
    #[test]
    fn a_pipe_is_not_waited_for() {
        let unreadable = [Code::UnreadableFile];
        assert_eq!(codes(|site| pipe(&site.join("data/risks.csv"))), unreadable);
        assert_eq!(codes(|site| pipe(&site.join("data/risks.xlsx"))), unreadable);
        let text = |site: &Path| {
            std::fs::create_dir_all(site.join("content")).unwrap();
            pipe(&site.join("content/text.md"));
        };
        assert_eq!(codes(text), unreadable);
        for settings in ["svod.toml", "methodology.toml"] {
            let replace = |site: &Path| {
                std::fs::remove_file(site.join(settings)).unwrap();
                pipe(&site.join(settings));
            };
            assert_eq!(codes(replace), unreadable, "{settings}");
        }
    }

    #[test]
    fn a_device_is_not_read() {
        for device in ["/dev/zero", "/dev/null"] {
            let link = |site: &Path| symlink(device, site.join("data/risks.csv")).unwrap();
            assert_eq!(codes(link), [Code::UnreadableFile], "{device}");
        }
    }

    #[test]
    fn links_do_not_lead_out_of_the_folder() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("secret.csv"), "school,year\nsch-1,2022\n").unwrap();
        let file = |site: &Path| {
            symlink(outside.path().join("secret.csv"), site.join("data/risks.csv")).unwrap();
        };
        assert_eq!(codes(file), [Code::OutsideFile]);
        // A linked folder is not walked into, not even one that holds itself.
        let folder = |site: &Path| symlink(outside.path(), site.join("data/more")).unwrap();
        assert_eq!(codes(folder), [Code::UnreadFile]);
        let circle = |site: &Path| symlink(site.join("data"), site.join("data/more")).unwrap();
        assert_eq!(codes(circle), [Code::UnreadFile]);
        let itself = |site: &Path| symlink("risks.csv", site.join("data/risks.csv")).unwrap();
        assert_eq!(codes(itself), [Code::UnreadableFile]);
        let nowhere = |site: &Path| symlink("gone.csv", site.join("data/risks.csv")).unwrap();
        assert_eq!(codes(nowhere), [Code::MissingFile]);
        // A link to a file of the same site is the file.
        let inside = |site: &Path| {
            let table = site.join("data/groups.csv");
            std::fs::rename(&table, site.join("groups-of-2022")).unwrap();
            symlink(site.join("groups-of-2022"), table).unwrap();
        };
        assert_eq!(codes(inside), []);
    }

    #[test]
    fn settings_do_not_lead_out_of_the_folder() {
        for setting in ["data = \"../data\"\n", "data = \"/etc\"\n", "data = \"a/../../b\"\n"] {
            let add = |site: &Path| {
                let path = site.join("svod.toml");
                let text = std::fs::read_to_string(&path).unwrap() + setting;
                std::fs::write(path, text).unwrap();
            };
            assert!(codes(add).contains(&Code::OutsideFile), "{setting}");
        }
    }

    #[test]
    fn what_programs_leave_beside_documents_is_let_be() {
        let leave = |site: &Path| {
            for name in
                ["~$results.xlsx", ".~lock.results.xlsx#", ".DS_Store", "Thumbs.db", "desktop.ini"]
            {
                std::fs::write(site.join("data").join(name), [0xFF; 165]).unwrap();
            }
            pipe(&site.join("data/.hidden.csv"));
        };
        assert_eq!(codes(leave), []);
    }

    #[test]
    fn folders_within_folders_are_walked() {
        let deep = |site: &Path| {
            let folder = site.join("data").join("f/".repeat(200));
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join("risks.txt"), "x").unwrap();
        };
        assert_eq!(codes(deep), [Code::UnreadFile]);
    }
}

/// A thousand brackets, one within the other, in each file of settings.
#[test]
fn deep_settings_are_told() {
    for open in ["[", "{a=", "[[[["] {
        let text = format!("a = {}", open.repeat(100_000));
        for file in ["svod.toml", "methodology.toml"] {
            assert!(faults(file, text.clone().into_bytes()).has_errors(), "{open}");
        }
    }
    let dotted = format!("{}b = 1", "a.".repeat(100_000));
    assert!(faults("svod.toml", dotted.into_bytes()).has_errors());
}

/// Rows that a reader compares with each other stay few enough to be compared.
#[test]
fn registries_have_an_end() {
    let rows: String = (0..100_001).map(|n| format!("s{n},x\n")).collect();
    let found = faults("data/municipalities.csv", format!("id,name\n{rows}").into_bytes());
    assert_eq!(found.sorted()[0].code, Code::LargeTable);
    // A long row of successors.
    let rows: String = (0..20_000).map(|n| format!("s{n},x,lesnoy,s{}\n", n + 1)).collect();
    let schools = format!("id,name,municipality,successor\n{rows}s20000,x,lesnoy,\n");
    let found = faults("data/schools.csv", schools.into_bytes());
    assert!(found.sorted().iter().any(|fault| fault.code == Code::SuccessorCycle));
}
