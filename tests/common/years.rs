//! A site with the report of an earlier year.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::common::{read, said};

/// A site whose report of 2023 has become one of 2024; `corrected` says what is known now of 2023.
pub fn site(corrected: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("site");
    said(&["new", "--quiet", root.to_str().unwrap()]);
    copy(&root, &root.join("years/2023"));
    change(&root.join("methodology.toml"), |text| {
        let text = text.replace("current = 2023", "current = 2024");
        let text = text.replace("baseline = 2022", "baseline = 2023");
        text.replace("list = 2024 ", "list = 2025 ")
    });
    change(&root.join("svod.toml"), |text| {
        let text = text.replace("анализ за 2023 год", "анализ за 2024 год");
        text.replace("date = \"2024-02-01\"", "date = \"2025-02-01\"") + "\n[[year]]\nyear = 2023\n"
    });
    change(&root.join("data/results.csv"), |mut text| {
        let of_2023 = text.lines().filter(|row| row.contains(";2023;"));
        let next: Vec<String> = of_2023.map(|row| row.replace(";2023;", ";2024;")).collect();
        for (then, now) in corrected {
            assert!(text.contains(then), "{then}");
            text = text.replace(then, now);
        }
        text.trim_end().to_owned() + "\n" + &next.join("\n") + "\n"
    });
    dir
}

fn change(path: &Path, how: impl Fn(String) -> String) {
    fs::write(path, how(fs::read_to_string(path).unwrap())).unwrap();
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in read(from) {
        let target = to.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}
