//! `svod build`: reads, checks, computes, renders, publishes.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::pipeline;

use super::load::{failed, folder, stage_key, stop};
use super::{BuildArgs, Common, Console, Status};

pub(super) fn run(args: &BuildArgs, common: &Common, console: &Console<'_>) -> Status {
    let Some(jobs) = args.jobs else { return build(args, common, console) };
    match rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build() {
        Ok(pool) => pool.install(|| build(args, common, console)),
        // The system refused the threads: the threads that there are will do.
        Err(_) => build(args, common, console),
    }
}

fn build(args: &BuildArgs, common: &Common, console: &Console<'_>) -> Status {
    let watch = Watch::start();
    let progress = |stage: &'static str, n, of| {
        watch.enter(stage);
        console.progress(&stage_key(stage), n, of);
    };
    let files = match folder(&args.shown, common, console) {
        Ok(files) => files,
        Err(status) => return status,
    };
    let (lang, edition) = (console.text().lang(), args.shown.edition.as_deref());
    let mut loaded = match pipeline::load_edition(&files, lang, edition, &progress) {
        Ok(loaded) => loaded,
        Err(stopped) => return stop(&stopped, console),
    };
    if !loaded.faults.is_empty() {
        console.faults(&loaded.faults, &loaded.sources);
    }
    loaded.stand_at(args.base_url.clone());
    let out = args.folder(common);
    let built = match loaded.build(&files, &out, &progress) {
        Ok(built) => built,
        Err(error) => return failed(error, &loaded, console),
    };
    if !built.warnings.is_empty() {
        console.faults(&built.warnings, &loaded.sources);
    }
    if args.timings {
        let stages = watch.stages();
        let keyed: Vec<(String, Duration)> =
            stages.into_iter().map(|(stage, took)| (stage_key(stage), took)).collect();
        let shown: Vec<(&str, Duration)> = keyed.iter().map(|(k, d)| (k.as_str(), *d)).collect();
        console.timings(&shown);
    }
    console.edition(loaded.published.edition());
    console.done(&built, watch.total(), &out.display().to_string());
    Status::Done
}

/// How long each stage took; what stands in no page and no file of the site.
struct Watch {
    start: Instant,
    stages: Mutex<Vec<(&'static str, Instant)>>,
}

impl Watch {
    fn start() -> Self {
        Self { start: Instant::now(), stages: Mutex::default() }
    }

    fn enter(&self, stage: &'static str) {
        let Ok(mut stages) = self.stages.lock() else { return };
        if stages.last().is_none_or(|(last, _)| *last != stage) {
            stages.push((stage, Instant::now()));
        }
    }

    fn total(&self) -> Duration {
        self.start.elapsed()
    }

    fn stages(&self) -> Vec<(&'static str, Duration)> {
        let Ok(stages) = self.stages.lock() else { return Vec::new() };
        let ends = stages.iter().skip(1).map(|(_, at)| *at).chain([Instant::now()]);
        stages
            .iter()
            .zip(ends)
            .map(|((stage, at), end)| (*stage, end.duration_since(*at)))
            .collect()
    }
}
