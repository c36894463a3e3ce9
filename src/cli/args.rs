//! The command line as values. What each argument means is said by the catalogues: see `help`.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::model::ids::Year;
use crate::pipeline::BaseUrl;
use crate::text::Lang;

/// A parsed command line.
#[derive(Clone, Debug, PartialEq, Eq, Parser)]
#[command(
    name = "svod",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
pub struct CommandLine {
    /// What each command takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    #[arg(long, display_order = 94, action = ArgAction::Version)]
    version: Option<bool>,
}

/// What each command takes.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct Common {
    /// The site folder.
    #[arg(long, global = true, display_order = 90, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The language of messages.
    #[arg(
        long,
        global = true,
        display_order = 91,
        value_name = "LANG",
        default_value = Lang::default().code(),
        value_parser = lang_parser()
    )]
    pub lang: Lang,
    /// Say nothing but what is wrong.
    #[arg(long, global = true, display_order = 92)]
    pub quiet: bool,
    #[arg(short, long, global = true, display_order = 93, action = ArgAction::Help)]
    help: Option<bool>,
}

/// Which of the reports of a site folder is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Shown {
    /// The edition, by its id; the first that the site declares if not said.
    #[arg(long, value_name = "ID")]
    pub edition: Option<String>,
    /// The report of an earlier year; the present one if not said.
    #[arg(long, value_name = "YEAR", value_parser = year_parser())]
    pub year: Option<Year>,
}

/// The commands.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Makes a site folder to begin from.
    New(NewArgs),
    /// Makes the site.
    Build(BuildArgs),
    /// Makes one file of the site.
    Archive(ArchiveArgs),
    /// Checks without writing.
    Check(CheckArgs),
    /// Takes reports of other systems over into the data.
    Import(ImportArgs),
    /// Prints one table.
    Table(TableArgs),
    /// Shows what is behind one cell.
    Explain(ExplainArgs),
    /// Shows the site in a browser while it is worked on.
    Serve(ServeArgs),
    /// Prints pages to PDF.
    Print(PrintArgs),
    /// Prints what a shell completes the command line with.
    Completions(CompletionsArgs),
    /// Prints a page of the manual.
    Man(ManArgs),
}

/// Arguments of `svod new`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct NewArgs {
    /// The folder to make, as seen from where the command is given.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// Arguments of `svod build`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct BuildArgs {
    /// Of which report.
    #[command(flatten)]
    pub shown: Shown,
    /// The folder to publish into; see [`BuildArgs::folder`].
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Where the site will stand.
    #[arg(long, value_name = "URL", value_parser = base_url_parser())]
    pub base_url: Option<BaseUrl>,
    /// How many threads; as many as there are processors if not said.
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Say how long each stage took.
    #[arg(long)]
    pub timings: bool,
    /// How to print faults.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: FaultFormat,
}

impl BuildArgs {
    /// The folder to publish into: what the user said, as seen from where the command is given;
    /// else `public` in the site folder.
    pub fn folder(&self, common: &Common) -> PathBuf {
        self.out.clone().unwrap_or_else(|| common.root.join("public"))
    }
}

/// Arguments of `svod archive`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct ArchiveArgs {
    /// Of which report.
    #[command(flatten)]
    pub shown: Shown,
    /// The file to write; see [`ArchiveArgs::file`].
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Where the site will stand.
    #[arg(long, value_name = "URL", value_parser = base_url_parser())]
    pub base_url: Option<BaseUrl>,
    /// One HTML file in place of an archive.
    #[arg(long)]
    pub single_file: bool,
    /// The id of the municipality that the one file is about; the region if not said.
    #[arg(long, value_name = "ID", requires = "single_file")]
    pub municipality: Option<String>,
}

impl ArchiveArgs {
    /// The file to write: what the user said, as seen from where the command is given; else a file
    /// beside `svod.toml`, named after what is in it.
    pub fn file(&self, common: &Common) -> PathBuf {
        let name = match (&self.municipality, self.single_file) {
            (Some(id), _) => format!("{id}.html"),
            (None, true) => "report.html".to_owned(),
            (None, false) => "report.zip".to_owned(),
        };
        self.out.clone().unwrap_or_else(|| common.root.join(name))
    }
}

/// Arguments of `svod check`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct CheckArgs {
    /// Of which report.
    #[command(flatten)]
    pub shown: Shown,
    /// Fail on warnings too.
    #[arg(long)]
    pub strict: bool,
    /// Look for what must be true before publication too, in every edition; fail on warnings.
    #[arg(long)]
    pub release: bool,
    /// Where the site will stand.
    #[arg(long, value_name = "URL", value_parser = base_url_parser(), requires = "release")]
    pub base_url: Option<BaseUrl>,
    /// How to print faults.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: FaultFormat,
}

/// Arguments of `svod import`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct ImportArgs {
    /// The files, and folders with files, as seen from where the command is given.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The folder whose `results.csv` is added to; if not said, that of the site's data.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Print the imported rows on stdout and write nothing.
    #[arg(long, conflicts_with_all = ["out", "format", "replace"])]
    pub stdout: bool,
    /// The procedure of tables whose titles do not say it.
    #[arg(long, value_name = "PROCEDURE")]
    pub procedure: Option<String>,
    /// The year of tables whose titles do not say it.
    #[arg(long, value_name = "YEAR", value_parser = year_parser())]
    pub year: Option<Year>,
    /// Take the place of results that say otherwise.
    #[arg(long)]
    pub replace: bool,
    /// Leave out schools that the registry does not have.
    #[arg(long)]
    pub skip_unknown: bool,
    /// How to print faults and the summary.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: FaultFormat,
}

/// Arguments of `svod table`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct TableArgs {
    /// Of which report.
    #[command(flatten)]
    pub shown: Shown,
    /// The table's id.
    #[arg(value_name = "TABLE")]
    pub id: String,
    /// How to print it.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: TableFormat,
}

/// Arguments of `svod explain`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct ExplainArgs {
    /// Of which report.
    #[command(flatten)]
    pub shown: Shown,
    /// The table's id.
    #[arg(value_name = "TABLE")]
    pub table: String,
    /// The row's id.
    #[arg(value_name = "ROW")]
    pub row: String,
    /// The column's id.
    #[arg(value_name = "COLUMN")]
    pub column: String,
}

/// Arguments of `svod serve`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct ServeArgs {
    /// The edition, by its id; the first that the site declares if not said.
    #[arg(long, value_name = "ID")]
    pub edition: Option<String>,
    /// The port of this machine to listen on; 0 for any that is free.
    #[arg(long, value_name = "PORT", default_value_t = 4380)]
    pub port: u16,
    /// Open the browser.
    #[arg(long)]
    pub open: bool,
}

/// Arguments of `svod print`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct PrintArgs {
    /// Of which report.
    #[command(flatten)]
    pub shown: Shown,
    /// The pages, as their files are named in the site; see [`PrintArgs::paths`].
    #[arg(value_name = "PAGE", required = true)]
    pub pages: Vec<String>,
    /// The file to write; see [`PrintArgs::file`].
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The browser; one that is found if not said.
    #[arg(long, value_name = "PATH")]
    pub browser: Option<PathBuf>,
    /// How many seconds the browser may take; a hundred pages take it a few.
    #[arg(long, value_name = "SECONDS", default_value_t = 90)]
    pub wait: u64,
}

impl PrintArgs {
    /// The paths of the pages from the site's root, whether or not `.html` was said.
    pub fn paths(&self) -> Vec<String> {
        let path = |page: &String| format!("{}.html", page.strip_suffix(".html").unwrap_or(page));
        self.pages.iter().map(path).collect()
    }

    /// The file to write: what the user said, as seen from where the command is given; else a file
    /// beside `svod.toml`, named after the first page.
    pub fn file(&self, common: &Common) -> PathBuf {
        let first = self.pages.first().map_or("index", String::as_str);
        let name = first.strip_suffix(".html").unwrap_or(first).replace(['/', '\\'], "-");
        self.out.clone().unwrap_or_else(|| common.root.join(format!("{name}.pdf")))
    }
}

/// Arguments of `svod completions`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// Arguments of `svod man`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct ManArgs {
    /// The command that the page is about; the program if not said.
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

fn base_url_parser() -> impl TypedValueParser<Value = BaseUrl> {
    clap::builder::StringValueParser::new()
        .try_map(|text| BaseUrl::parse(&text).ok_or("an address of the web is needed"))
}

fn year_parser() -> impl TypedValueParser<Value = Year> {
    clap::builder::StringValueParser::new()
        .try_map(|text| Year::parse(&text).ok_or("a year has four digits"))
}

fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    // Only codes get past the first parser.
    PossibleValuesParser::new(Lang::ALL.map(Lang::code))
        .map(|code| Lang::parse(&code).unwrap_or_default())
}

/// The language that a command line asks for, before it is parsed: even its errors and its help
/// are in that language.
pub fn lang_asked_in(args: &[OsString]) -> Lang {
    let mut lang = Lang::default();
    let mut args = args.iter().filter_map(|arg| arg.to_str()).take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        let value = match arg.strip_prefix("--lang") {
            Some("") => args.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        lang = value.and_then(Lang::parse).unwrap_or(lang);
    }
    lang
}

/// How faults are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FaultFormat {
    /// For people, on stderr.
    #[default]
    Text,
    /// One JSON object a line, on stdout.
    Json,
}

/// How a table is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Aligned text.
    #[default]
    Text,
    /// The published CSV.
    Csv,
    /// JSON.
    Json,
    /// A Markdown table.
    Md,
}
