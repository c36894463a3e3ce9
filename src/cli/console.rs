//! Everything that is printed goes through here.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::args::FaultFormat;
use super::closing;
use super::faults::{self, Look};
use crate::diag::Diagnostics;
use crate::edition::Edition;
use crate::output::Archived;
use crate::pipeline::Built;
use crate::source::Sources;
use crate::text::Text;

/// How many characters a line of progress takes.
const PROGRESS_WIDTH: usize = 60;

/// The two streams: messages for people on stderr, results on stdout.
pub struct Console<'a> {
    text: &'a Text,
    quiet: bool,
    format: FaultFormat,
    /// A person looks on.
    tty: bool,
    look: Look,
    /// A line of progress stands on the screen.
    progress: AtomicBool,
}

impl<'a> Console<'a> {
    /// A console that speaks the language of `text`.
    pub fn new(text: &'a Text, quiet: bool, format: FaultFormat) -> Self {
        let tty = io::stderr().is_terminal();
        let colour = tty && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let look = if colour { Look::Coloured } else { Look::Plain };
        Self { text, quiet, format, tty, look, progress: AtomicBool::new(false) }
    }

    /// Its language.
    pub fn text(&self) -> &'a Text {
        self.text
    }

    /// How far a stage is: `n` of `of`. `stage` is a key: `cli-stage-…`. Only a person sees it.
    pub fn progress(&self, stage: &str, n: usize, of: usize) {
        // A hundred steps are enough for the eye.
        let step = (of / 100).max(1);
        if !self.tty || self.quiet || (n != of && !n.is_multiple_of(step)) {
            return;
        }
        let title = self.text.get(stage);
        let line = if of > 1 { format!("{title} {n}/{of}") } else { title };
        self.progress.store(true, Ordering::Relaxed);
        let mut err = io::stderr().lock();
        let _ = write!(err, "\r{line:<PROGRESS_WIDTH$}");
        let _ = err.flush();
    }

    /// Draws faults for people, or prints them for programs on stdout.
    pub fn faults(&self, faults: &Diagnostics, sources: &Sources) {
        match self.format {
            FaultFormat::Text => {
                self.message(&faults::draw(faults, sources, self.text, self.look));
            }
            FaultFormat::Json => self.result(&faults::print_json(faults, sources, self.text)),
        }
    }

    /// The closing line of a build that was stopped by errors.
    pub fn stopped(&self, faults: &Diagnostics) {
        self.message(&closing::stopped(self.text, faults));
    }

    /// The closing line of a check.
    pub fn checked(&self, faults: &Diagnostics) {
        if !self.quiet || !faults.is_clean() {
            self.message(&closing::checked(self.text, faults));
        }
    }

    /// The closing line of a check before publication, of the editions of these titles and whether each
    /// is ready.
    pub fn released(&self, editions: &[(String, bool)], faults: &Diagnostics) {
        if !self.quiet || !faults.is_clean() {
            self.message(&closing::released(self.text, editions, faults));
        }
    }

    /// How many figures of the texts are computed.
    pub fn figures(&self, computed: usize, typed: usize) {
        if !self.quiet {
            self.message(&closing::figures(self.text, computed, typed));
        }
    }

    /// Which edition a build is of, if the site declares editions.
    pub fn edition(&self, edition: &Edition) {
        if !self.quiet && !edition.id.is_empty() {
            self.message(&closing::edition(self.text, edition));
        }
    }

    /// The closing line of a build.
    pub fn done(&self, built: &Built, took: Duration, folder: &str) {
        if !self.quiet {
            let made = (built.pages, built.tables, built.search);
            self.message(&closing::done(self.text, made, took, folder));
        }
    }

    /// The closing line of a PDF.
    pub fn printed(&self, file: &Path, bytes: u64) {
        if !self.quiet {
            self.message(&closing::printed(self.text, file, bytes));
        }
    }

    /// The closing line of an archive, or of one file with all its pages.
    pub fn packed(&self, written: &Archived, single: bool) {
        if !self.quiet {
            self.message(&closing::packed(self.text, written, single));
        }
    }

    /// The closing lines of a new site folder: what to do next.
    pub fn created(&self, folder: &str) {
        if !self.quiet {
            self.message(&closing::created(self.text, folder));
        }
    }

    /// Where a preview is to be seen, and how to end it.
    pub fn serving(&self, url: &str) {
        if !self.quiet {
            self.message(&closing::serving(self.text, url));
        }
    }

    /// The site of a preview has been read anew.
    pub fn reloaded(&self, took: Duration) {
        if !self.quiet {
            self.message(&closing::reloaded(self.text, took));
        }
    }

    /// The closing line of an import that was stopped by errors.
    pub fn not_imported(&self, faults: &Diagnostics) {
        self.message(&closing::not_imported(self.text, faults));
    }

    /// What was done, at length.
    pub fn told(&self, text: &str) {
        if !self.quiet {
            self.message(text);
        }
    }

    /// How long each stage took, by its key.
    pub fn timings(&self, stages: &[(&str, Duration)]) {
        for (stage, took) in stages {
            let line = format!("{:>8} ms  {}\n", took.as_millis(), self.text.get(stage));
            self.message(&line);
        }
    }

    /// A message for people; wipes the line of progress first.
    pub fn message(&self, text: &str) {
        let mut err = io::stderr().lock();
        if self.progress.swap(false, Ordering::Relaxed) {
            let _ = write!(err, "\r{:PROGRESS_WIDTH$}\r", "");
        }
        // Nobody is left to tell if stderr is gone.
        let _ = err.write_all(text.as_bytes());
    }

    /// A result, on stdout. A reader who has seen enough and left is no error.
    pub fn result(&self, text: &str) {
        let mut out = io::stdout().lock();
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }
}
