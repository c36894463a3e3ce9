//! How long a region takes: `cargo bench --bench region [SCHOOLS…]`.
//!
//! Makes a site of so many schools × 9 procedures × 5 years, with the repository's own method, lists,
//! groups and risks, and prints the median time of each stage, the time of a page, and the peak of memory
//! when all is computed and when all is built (of this process so far: ask for rising numbers).

#![allow(clippy::unwrap_used, clippy::panic)]

use std::cell::RefCell;
use std::fmt::Write as _;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use std::{env, fs};

use svod::pipeline;
use svod::render::Renderer;
use svod::render::theme::Theme;
use svod::report::PageId;
use svod::source::Memory;
use svod::text::Lang;

/// So many pages are timed one by one.
const SAMPLE: usize = 300;
const METHOD: &str = include_str!("../methodology.toml");
const RISKS: &str = include_str!("../data/risk_catalogue.csv");
const PROCEDURES: [&str; 9] = [
    "vpr_math_5",
    "vpr_math_6",
    "vpr_rus_5",
    "vpr_rus_6",
    "oge_math",
    "oge_rus",
    "ege_math_base",
    "ege_math_prof",
    "ege_rus",
];
const YEARS: std::ops::RangeInclusive<u32> = 2018..=2022;
const CLUSTERS: [&str; 3] = ["base", "moderate", "strong"];

fn main() {
    let asked: Vec<usize> = env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![335, 3_000, 30_000] } else { asked };
    println!(
        "{:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>10} {:>10} {:>8} {:>8}",
        "schools",
        "read",
        "compute",
        "report",
        "render",
        "write",
        "view/page",
        "html/page",
        "loaded",
        "built"
    );
    for schools in sizes {
        let site = site(schools);
        let runs = if schools > 10_000 { 3 } else { 5 };
        let runs: Vec<Run> = (0..runs).map(|_| run(&site)).collect();
        let median = |of: fn(&Run) -> Duration| middle(runs.iter().map(of).collect());
        let ms = |of: fn(&Run) -> Duration| format!("{} ms", median(of).as_millis());
        let us = |of: fn(&Run) -> Duration| format!("{} µs", median(of).as_micros());
        println!(
            "{schools:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>10} {:>10} {:>8} {:>8}",
            ms(|r| r.read),
            ms(|r| r.compute),
            ms(|r| r.report),
            ms(|r| r.render),
            ms(|r| r.write),
            us(|r| r.view),
            us(|r| r.html),
            runs[0].loaded,
            runs[0].built,
        );
    }
}

/// The median.
fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The times of the stages.
struct Run {
    read: Duration,
    compute: Duration,
    report: Duration,
    /// All pages with all threads, beside the thread that writes.
    render: Duration,
    /// What is left to write once all pages are rendered.
    write: Duration,
    /// A school page: its view model, on one thread.
    view: Duration,
    /// And its HTML.
    html: Duration,
    /// The peak of memory before pages are made, and after.
    loaded: String,
    built: String,
}

fn run(site: &Memory) -> Run {
    let steps: Mutex<RefCell<Vec<(&'static str, Instant)>>> = Mutex::default();
    let note = |stage, _, _| {
        let steps = steps.lock().unwrap();
        let mut steps = steps.borrow_mut();
        if steps.iter().all(|(other, _)| *other != stage) {
            steps.push((stage, Instant::now()));
        }
    };
    let at = |stage: &str| {
        let steps = steps.lock().unwrap();
        let steps = steps.borrow();
        steps.iter().find(|(other, _)| *other == stage).unwrap().1
    };
    let loaded = pipeline::load(site, Lang::Ru, &note);
    let mut loaded = loaded.unwrap_or_else(|stopped| panic!("{:?}", stopped.faults.sorted()[0]));
    let (computed, peak_loaded) = (Instant::now(), peak());
    let report = loaded.report().unwrap();
    let planned = Instant::now();
    let schools = report.pages().iter().filter(|id| matches!(id, PageId::School(_)));
    let some: Vec<&PageId> = schools.step_by(report.pages().len() / SAMPLE + 1).collect();
    let theme = Theme::layered(Vec::new(), Vec::new()).unwrap();
    let renderer = Renderer::new(theme, report.site(), loaded.strings()).unwrap();
    let (mut views, mut pages) = (Vec::new(), Vec::new());
    for id in some {
        let start = Instant::now();
        let page = report.page(id);
        let viewed = Instant::now();
        let html = renderer.page(&page).unwrap();
        views.push(viewed - start);
        pages.push(viewed.elapsed());
        drop(html);
    }
    drop(report);
    let out = tempfile::tempdir().unwrap();
    let built = loaded.build(site, &out.path().join("public"), &note);
    built.unwrap_or_else(|error| panic!("{error:?}"));
    let done = Instant::now();
    Run {
        read: at("compute") - at("read"),
        compute: computed - at("compute"),
        report: planned - computed,
        render: at("write") - at("render"),
        write: done - at("write"),
        view: middle(views),
        html: middle(pages),
        loaded: peak_loaded,
        built: peak(),
    }
}

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(end)).unwrap()
    }
}

fn site(schools: usize) -> Memory {
    let mut chance = Chance(schools as u64);
    let towns = schools.div_ceil(20).min(20 + schools / 60);
    let mut municipalities = "id,name,kind,map_col,map_row\n".to_owned();
    for at in 0..towns {
        writeln!(municipalities, "m{at},Округ {at},МО,{},{}", at % 40, at / 40).unwrap();
    }
    let mut registry = "id,name,municipality,locality,kind,students\n".to_owned();
    let mut results = "school,year,procedure,participants,below_threshold\n".to_owned();
    let mut lists = "school,list,year,cluster\n".to_owned();
    let mut groups = "school,group,year\n".to_owned();
    let mut context =
        "school,year,isbsh,staff_deficit,infrastructure_deficit,tochka_rosta,cos,oip_growth\n"
            .to_owned();
    let mut risks = "school,year,risk,level,chosen,programme_done\n".to_owned();
    for at in 0..schools {
        let id = format!("sch{at:06}");
        let locality = ["urban", "rural"][at % 2];
        let students = 20 + chance.below(900);
        let town = at * towns / schools;
        writeln!(registry, "{id},МОУ «Средняя школа № {at}»,m{town},{locality},СОШ,{students}")
            .unwrap();
        for year in YEARS {
            for procedure in PROCEDURES {
                let all = 5 + chance.below(95);
                let failed = chance.below(all * 45 / 100 + 1);
                writeln!(results, "{id},{year},{procedure},{all},{failed}").unwrap();
            }
        }
        for year in 2020..=2023 {
            if chance.below(4) == 0 {
                writeln!(lists, "{id},shnor,{year},{}", CLUSTERS[chance.below(3) as usize])
                    .unwrap();
            }
        }
        if let Some(group) =
            ["p500_2021", "p500_2022", "track2_2022"].get(chance.below(30) as usize)
        {
            writeln!(groups, "{id},{group},2022").unwrap();
        }
        let [staff, rooms] = [chance.below(2), chance.below(2)];
        writeln!(context, "{id},2023,{},{staff},{rooms},,,", 30 + chance.below(60)).unwrap();
        for risk in RISKS.lines().skip(1).filter_map(|row| row.split(',').next()) {
            let level = ["low", "medium", "high"][chance.below(3) as usize];
            writeln!(risks, "{id},2022,{risk},{level},{},0", chance.below(2)).unwrap();
        }
    }
    let site = "title = \"Отчёт\"\nregion = \"Область\"\n";
    Memory::new()
        .with("svod.toml", site)
        .with("methodology.toml", METHOD)
        .with("data/municipalities.csv", municipalities)
        .with("data/schools.csv", registry)
        .with("data/results.csv", results)
        .with("data/list_membership.csv", lists)
        .with("data/groups.csv", groups)
        .with("data/context.csv", context)
        .with("data/risks.csv", risks)
        .with("data/risk_catalogue.csv", RISKS)
}

/// The largest memory this process has had, where the system tells.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kilobytes.map_or_else(|| "?".to_owned(), |kb| format!("{} MB", kb / 1024))
}
