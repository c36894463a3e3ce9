//! `svod serve`: the site in a browser while it is worked on. Pages are made when they are asked for;
//! after each change they are loaded anew, or the faults are shown over the last good ones.

use std::path::Path;
use std::time::Instant;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::pipeline::{self, BuildError, Loaded, Maker};
use crate::preview::{Answer, Asked, Event, Preview, PreviewError};
use crate::source::{Disk, Sources};

use super::faults::{self, Look, of_output};
use super::load::disk;
use super::{Common, Console, ServeArgs, Status};

pub(super) fn run(args: &ServeArgs, common: &Common, console: &Console<'_>) -> Status {
    let files = disk(common);
    // Settings that cannot be read name nothing else to watch.
    let watched = pipeline::inputs(&files).unwrap_or_else(|| vec![pipeline::SITE_FILE.to_owned()]);
    let preview = match Preview::start(&common.root, watched, args.port) {
        Ok(preview) => preview,
        Err(error) => {
            console.faults(&refused(&error, &common.root), &Sources::new());
            return Status::Faults;
        }
    };
    console.serving(&preview.url());
    // Whoever has no browser on this machine reads the address.
    if args.open && open::that_detached(preview.url()).is_err() {
        console.message(&format!("{}\n", console.text().get("serve-no-browser")));
    }
    let edition = args.edition.as_deref();
    let root = &common.root;
    let mut desk = Desk { root, files, edition, preview, console };
    let mut good = desk.wait_for_good();
    while let Some(loaded) = good {
        good = desk.show(loaded);
    }
    Status::Done
}

/// Why there is no preview, as a fault.
fn refused(error: &PreviewError, root: &Path) -> Diagnostics {
    let fault = match error {
        PreviewError::Port(port, reason) => {
            Diagnostic::new(Code::TakenPort).with("value", port).with("reason", reason)
        }
        PreviewError::Watch(reason) => Diagnostic::new(Code::UnreadableFile)
            .with("file", root.display())
            .with("reason", reason),
    };
    std::iter::once(fault).collect()
}

/// Where the questions of browsers are answered, one after another.
struct Desk<'a> {
    root: &'a Path,
    files: Disk,
    edition: Option<&'a str>,
    preview: Preview,
    console: &'a Console<'a>,
}

impl Desk<'_> {
    /// Until the site can be made for the first time, browsers see what is wrong with it.
    fn wait_for_good(&mut self) -> Option<Loaded> {
        let mut said = match self.load() {
            Ok(loaded) => return Some(loaded),
            Err(said) => said,
        };
        loop {
            match self.preview.next()? {
                Event::Asked(asked) => asked.answer(Answer::Broken(said.clone())),
                Event::Changed => match self.load() {
                    Ok(loaded) => return Some(loaded),
                    Err(new) => said = new,
                },
            }
        }
    }

    /// Answers out of a site until the next good one is there.
    fn show(&mut self, mut loaded: Loaded) -> Option<Loaded> {
        let maker = match loaded.maker(&self.files) {
            Ok(maker) => maker,
            // It was good a moment ago: the theme has changed since.
            Err(error) => {
                self.complain(self.draw(error, &loaded.sources));
                return self.wait_for_good();
            }
        };
        self.preview.show();
        loop {
            match self.preview.next()? {
                Event::Asked(asked) => self.answer(&maker, asked),
                Event::Changed => match self.load() {
                    Ok(new) => return Some(new),
                    Err(said) => self.complain(said),
                },
            }
        }
    }

    fn answer(&self, maker: &Maker<'_>, asked: Asked) {
        let answer = match maker.file(&asked.path) {
            Ok(Some(bytes)) => Answer::File(bytes),
            Ok(None) => {
                let path = asked.path.as_str();
                Answer::Missing(self.console.text().say("serve-missing", &[("path", path.into())]))
            }
            Err(error) => Answer::Broken(self.draw(error, maker.sources())),
        };
        asked.answer(answer);
    }

    /// Reads, checks and computes, down to the last sentence of the narrative; else says what is
    /// wrong, here and in words for the browser.
    fn load(&mut self) -> Result<Loaded, String> {
        let start = Instant::now();
        self.follow();
        let text = self.console.text();
        let mut loaded =
            pipeline::load_edition(&self.files, text.lang(), self.edition, &|_, _, _| ())
                .map_err(|stopped| self.report(&stopped.faults, &stopped.sources))?;
        let checked = loaded.maker(&self.files).map(|maker| maker.warnings().clone());
        let found = checked.map_err(|error| self.draw(error, &loaded.sources))?;
        let mut faults = loaded.faults.clone();
        faults.extend(found);
        if !faults.is_empty() {
            self.console.faults(&faults, &loaded.sources);
        }
        self.console.reloaded(start.elapsed());
        Ok(loaded)
    }

    /// Watches what the settings name now.
    fn follow(&mut self) {
        let Some(watched) = pipeline::inputs(&self.files) else { return };
        if let Err(error) = self.preview.watch(watched) {
            self.console.faults(&refused(&error, self.root), &Sources::new());
        }
    }

    fn complain(&self, said: String) {
        self.preview.complain(self.console.text().get("serve-faults"), said);
    }

    fn draw(&self, error: BuildError, sources: &Sources) -> String {
        let text = self.console.text();
        match error {
            BuildError::Faults(faults) => self.report(&faults, sources),
            BuildError::Output(error) => {
                self.report(&std::iter::once(of_output(&error, text)).collect(), sources)
            }
        }
    }

    /// Says what is wrong, and gives the same words for the browser.
    fn report(&self, found: &Diagnostics, sources: &Sources) -> String {
        self.console.faults(found, sources);
        faults::draw(found, sources, self.console.text(), Look::Plain)
    }
}
