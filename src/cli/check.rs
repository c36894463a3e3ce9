//! `svod check`: everything but writing. Before a release every edition is looked at.

use crate::diag::{Diagnostic, Diagnostics};
use crate::pipeline::{self, BuildError, Example, Loaded};
use crate::source::Disk;

use super::load::{failed, folder, report, stage_key, stop};
use super::{CheckArgs, Common, Console, Status, new};

pub(super) fn run(args: &CheckArgs, common: &Common, console: &Console<'_>) -> Status {
    let check = || {
        let files = folder(&args.shown, common, console)?;
        Check { args, files: &files, console }.run()
    };
    match check() {
        Ok(faults) if faults.is_clean() || !(args.strict || args.release) => Status::Done,
        Ok(_) => Status::Faults,
        Err(status) => status,
    }
}

struct Check<'a> {
    args: &'a CheckArgs,
    files: &'a Disk,
    console: &'a Console<'a>,
}

impl Check<'_> {
    /// All that was found, drawn.
    ///
    /// # Errors
    /// The status to end with.
    fn run(&self) -> Result<Diagnostics, Status> {
        let (loaded, mut faults) = self.edition(self.args.shown.edition.as_deref())?;
        self.draw(&faults, &loaded);
        let title = |loaded: &Loaded| loaded.published.edition().title.clone();
        let mut checked = vec![(title(&loaded), faults.is_clean())];
        for id in self.others(&loaded) {
            let (other, found) = self.edition(Some(&id))?;
            checked.push((title(&other), found.is_clean()));
            // What is wrong in all of them is said once.
            let said = faults.sorted();
            let new = found.sorted().into_iter().filter(|fault| !said.contains(fault));
            let new: Vec<Diagnostic> = new.cloned().collect();
            self.draw(&new.iter().cloned().collect(), &other);
            faults.extend(new.into_iter().collect());
        }
        let figures = loaded.figures();
        self.console.figures(figures.computed, figures.typed);
        if self.args.release {
            self.console.released(&checked, &faults);
        } else {
            self.console.checked(&faults);
        }
        Ok(faults)
    }

    fn draw(&self, faults: &Diagnostics, loaded: &Loaded) {
        if !faults.is_empty() {
            self.console.faults(faults, &loaded.sources);
        }
    }

    /// The other editions that are to be published with one.
    fn others(&self, loaded: &Loaded) -> Vec<String> {
        if !self.args.release || self.args.shown.edition.is_some() {
            return Vec::new();
        }
        let own = &loaded.published.edition().id;
        let others = loaded.site.editions.iter().filter(|edition| edition.id != *own);
        others.map(|edition| edition.id.clone()).collect()
    }

    /// An edition and what was found in it.
    ///
    /// # Errors
    /// The status to end with; faults are drawn.
    fn edition(&self, id: Option<&str>) -> Result<(Loaded, Diagnostics), Status> {
        let console = self.console;
        let progress = |stage: &'static str, n, of| console.progress(&stage_key(stage), n, of);
        let lang = console.text().lang();
        let loaded = match self.args.release {
            true => {
                let example = Example::new(new::files());
                let stands = (self.args.base_url.clone(), &example);
                pipeline::load_for_release(self.files, lang, id, stands, &progress)
            }
            false => pipeline::load_edition(self.files, lang, id, &progress)
                .map(|loaded| (loaded, Diagnostics::new())),
        };
        let (loaded, found) = loaded.map_err(|stopped| stop(&stopped, console))?;
        let mut faults = loaded.faults.clone();
        let report = report(&loaded, console)?;
        let texts = loaded.check_texts(&report);
        drop(report);
        match texts {
            Ok(typed) => faults.extend(typed),
            Err(found) => return Err(failed(BuildError::Faults(found), &loaded, console)),
        }
        faults.extend(found);
        Ok((loaded, faults))
    }
}
