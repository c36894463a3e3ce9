//! The fuzz targets of `fuzz/` on stable Rust: seeds from the bad input, changed at random, always in
//! the same way. `SVOD_FUZZ=20000` sets how many of them each target gets.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;
#[path = "../fuzz/src/lib.rs"]
mod targets;
#[path = "common/workbook.rs"]
mod workbook;

use std::path::Path;

use common::{ROOT, read};

/// How many inputs a target gets unless somebody asks for more.
const RUNS: usize = 120;

/// Pieces that mean something somewhere.
const WORDS: [&str; 32] = [
    "\n",
    ",",
    ";",
    "\t",
    "\"",
    "'",
    "=",
    "[",
    "]",
    "{",
    "}",
    "{{",
    "}}",
    "{% if ",
    "{% endif %}",
    "[[table]]\n",
    "[[source]]\n",
    "+++\n",
    "school",
    "year",
    "2022",
    "-1",
    "99999999999",
    "\u{202E}",
    "\u{FEFF}",
    "\0",
    "ё",
    "с",
    "=cmd|",
    "<script>",
    "(",
    "*",
];

/// Numbers without end, the same ones in each run (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut n = self.0;
        n = (n ^ (n >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        n = (n ^ (n >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (n ^ (n >> 31)) as usize % sides.max(1)
    }

    /// A range of a text, mostly a short one.
    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let from = self.roll(length + 1);
        let most = if self.roll(4) == 0 { length } else { 12 };
        from..(from + self.roll(most + 1)).min(length)
    }
}

/// A seed with a few things changed.
fn changed(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seeds[dice.roll(seeds.len())].clone();
    for _ in 0..=dice.roll(4) {
        let range = dice.range(bytes.len());
        match dice.roll(6) {
            0 => drop(bytes.drain(range)),
            1 => {
                let copy = bytes[range.clone()].to_vec();
                bytes.splice(range.start..range.start, copy);
            }
            2 => {
                let word = WORDS[dice.roll(WORDS.len())].bytes();
                bytes.splice(range.start..range.start, word).for_each(drop);
            }
            3 => {
                let word = WORDS[dice.roll(WORDS.len())].bytes();
                bytes.splice(range, word).for_each(drop);
            }
            4 => {
                let other = &seeds[dice.roll(seeds.len())];
                let piece = other[dice.range(other.len())].to_vec();
                bytes.splice(range, piece).for_each(drop);
            }
            _ => {
                let changed = dice.roll(256) as u8;
                if let Some(byte) = bytes.get_mut(range.start) {
                    *byte = changed;
                }
            }
        }
    }
    bytes
}

/// Files of the bad input and of the examples that a target may be given.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let bad: Vec<(String, Vec<u8>)> =
        read(&Path::new(ROOT).join("tests/bad-input")).into_iter().collect();
    let of = |fits: &dyn Fn(&str) -> bool| -> Vec<Vec<u8>> {
        bad.iter().filter(|(path, _)| fits(path)).map(|(_, bytes)| bytes.clone()).collect()
    };
    let good = |file: &str| std::fs::read(Path::new(ROOT).join(file)).unwrap();
    let mut found = match target {
        "results" => of(&|path| path.contains("data/results.csv")),
        "layout" => {
            let settings = of(&|path| path.ends_with("svod.toml+"));
            let file = "Код;Год;Писали;«2»\nsch-1;2022;48;16\nИтого;;48;16\n".as_bytes();
            let joined = settings.into_iter().map(|settings| {
                let text = String::from_utf8_lossy(&settings).into_owned();
                let names =
                    text.split("file = \"").skip(1).filter_map(|rest| rest.split('"').next());
                let name = names.last().unwrap_or("file.csv").to_owned();
                let text = text.replace(&name, "file.csv");
                [text.as_bytes(), &[targets::BETWEEN], file].concat()
            });
            joined.collect()
        }
        "workbook" => of(&|path| path.ends_with(".table"))
            .iter()
            .flat_map(|text| {
                let sheets = workbook::sheets(std::str::from_utf8(text).unwrap());
                [workbook::xlsx(&sheets), workbook::xls(&sheets), workbook::ods(&sheets)]
            })
            .collect(),
        "import" => exports(),
        "methodology" => of(&|path| path.ends_with("methodology.toml")),
        "site" => of(&|path| path.ends_with("svod.toml")),
        _ => of(&|path| path.ends_with(".md")),
    };
    found.push(match target {
        "results" => good("starter/data/results.csv"),
        "methodology" => good("starter/methodology.toml"),
        "site" => good("starter/svod.toml"),
        _ => good("starter/content/index.md"),
    });
    found
}

/// The reports of other systems that `tests/import.rs` imports.
fn exports() -> Vec<Vec<u8>> {
    let cases = read(&Path::new(ROOT).join("tests/import/cases")).into_iter();
    let own = |path: &str| path.contains("/site/") || path.ends_with(".txt");
    let exports = cases.filter(|(path, _)| !own(path));
    let made = exports.map(|(path, bytes)| match path.ends_with(".table") {
        true => workbook::xlsx(&workbook::sheets(std::str::from_utf8(&bytes).unwrap())),
        false => bytes,
    });
    made.collect()
}

#[test]
fn no_target_panics() {
    let runs = std::env::var("SVOD_FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(RUNS);
    let jobs: Vec<_> = targets::TARGETS
        .iter()
        .map(|(name, run)| {
            std::thread::spawn(move || {
                let seeds = seeds(name);
                assert!(seeds.len() > 1, "{name} has no seeds");
                let mut dice = Dice(name.len() as u64);
                for at in 0..runs {
                    let input = match seeds.get(at) {
                        Some(seed) => seed.clone(),
                        None => changed(&seeds, &mut dice),
                    };
                    if std::panic::catch_unwind(|| run(&input)).is_err() {
                        panic!("{name}, input {at}: {:?}", String::from_utf8_lossy(&input));
                    }
                }
                (name, runs)
            })
        })
        .collect();
    for job in jobs {
        let (name, runs) = job.join().unwrap();
        println!("{name}: {runs} inputs");
    }
}
