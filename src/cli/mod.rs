//! The command line: arguments in, messages out. The only room that prints.

mod archive;
mod args;
mod build;
mod check;
pub mod closing;
mod console;
mod explain;
pub mod faults;
mod help;
mod import;
mod load;
mod new;
mod print;
mod serve;
mod shell;
mod table;
mod usage;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::{ExitCode, Termination};

use clap::FromArgMatches;

use crate::text::{Arg, Text};

pub use args::{
    ArchiveArgs, BuildArgs, CheckArgs, Command, CommandLine, Common, ExplainArgs, FaultFormat,
    ImportArgs, ManArgs, NewArgs, PrintArgs, ServeArgs, Shown, TableArgs, TableFormat,
    lang_asked_in,
};
pub use console::Console;
pub use help::command;
pub use usage::problem as wrong_usage;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// What was asked for is done: exit status 0.
    Done,
    /// The input has errors: 1.
    Faults,
    /// The command line is wrong: 2.
    Usage,
}

impl Termination for Status {
    fn report(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}

/// Reads a command line.
///
/// # Errors
/// clap's: wrong usage, or the help or version that was asked for instead.
pub fn parse(args: &[OsString], text: &Text) -> Result<CommandLine, clap::Error> {
    let mut command = command(text);
    let mut matches = command.try_get_matches_from_mut(args)?;
    CommandLine::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))
}

/// Runs a command line, the program's name first, in the language it asks for.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Status {
    let args: Vec<OsString> = args.into_iter().collect();
    let text = match Text::new(lang_asked_in(&args)) {
        Ok(text) => text,
        Err(error) => {
            // There are no words to say it in but the error's own.
            let _ = writeln!(io::stderr(), "svod: {error}");
            return Status::Faults;
        }
    };
    let CommandLine { common, command, .. } = match parse(&args, &text) {
        Ok(line) => line,
        Err(error) => {
            match wrong_usage(&error, &text) {
                Some(said) => Console::new(&text, false, FaultFormat::Text).message(&said),
                // clap knows which of the streams help and version belong to.
                None => drop(error.print()),
            }
            return if error.use_stderr() { Status::Usage } else { Status::Done };
        }
    };
    let console = |format| Console::new(&text, common.quiet, format);
    match command {
        Command::New(args) => new::run(&args, &console(FaultFormat::Text)),
        Command::Build(args) => build::run(&args, &common, &console(args.format)),
        Command::Archive(args) => archive::run(&args, &common, &console(FaultFormat::Text)),
        Command::Check(args) => check::run(&args, &common, &console(args.format)),
        Command::Import(args) => import::run(&args, &common, &console(args.format)),
        Command::Table(args) => table::run(&args, &common, &console(FaultFormat::Text)),
        Command::Explain(args) => explain::run(&args, &common, &console(FaultFormat::Text)),
        Command::Serve(args) => serve::run(&args, &common, &console(FaultFormat::Text)),
        Command::Print(args) => print::run(&args, &common, &console(FaultFormat::Text)),
        Command::Completions(args) => shell::completions(args.shell, &console(FaultFormat::Text)),
        Command::Man(args) => shell::manual(&args, &console(FaultFormat::Text)),
    }
}

/// A number of things; what no sentence needs to tell apart is cut off.
fn count(n: usize) -> Arg<'static> {
    Arg::Count(u32::try_from(n).unwrap_or(u32::MAX))
}
