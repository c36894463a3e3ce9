//! svod: a static site generator for regional school-monitoring reports.
//!
//! A site folder goes in (`svod.toml`, `methodology.toml`, `data/`, `content/`), a folder of pages
//! comes out. On the way each stage is a function from values to a value, and nothing is filled in
//! later:
//!
//! ```text
//! svod.toml ─► Site          methodology.toml ─► Methodology
//! data/ ─► Dataset ─► Results ─► Published ─► Page ─► Artifact ─► folder
//! content/ ─► Narrative ───────────────────────┘
//! ```
//!
//! # The map of the house
//!
//! What everybody may know:
//! - [`model`]: ids, numbers, the [`Dataset`](model::dataset::Dataset), tabulations;
//! - [`diag`]: a [`Diagnostic`](diag::Diagnostic) is a code, a place and words, never a sentence;
//! - [`source`]: the trait [`Files`](source::Files), through which the world comes in, and the
//!   register of what was read;
//! - [`markdown`]: how texts are read: extensions, call-outs, captions, links;
//! - [`text`]: languages, and with them all sentences, plurals, numbers and the order of names.
//!
//! What is read:
//! - [`site`]: `svod.toml` as a valid [`Site`](site::Site);
//! - [`method`]: `methodology.toml` as a valid [`Methodology`](method::Methodology), every rule
//!   that decides a number;
//! - [`input`]: tables and texts, typed, each value with its place;
//! - [`import`]: reports of other systems, recognised and turned into a canonical table;
//! - [`review`]: what in the data is possible and yet doubted, unless somebody has answered for it.
//!
//! What is computed and shown:
//! - [`implied`]: attributes and tables that the data calls for and nobody has to declare;
//! - [`release`]: what must be true before a report is published, and need not be while it is made;
//! - [`engine`]: attributes, cross-tabulations, lists and clusters as
//!   [`Results`](engine::Results); pure, without files, clock or floats;
//! - [`edition`]: [`Published`](edition::Published), the one door through which results leave;
//! - [`report`]: what each page says, as a [`Page`](report::view::Page) of words and formatted
//!   numbers;
//! - [`narrate`]: the narrative with its figures, told of the page it stands on;
//! - [`render`]: pages as HTML, charts as SVG, tables as CSV; knows neither the model nor the
//!   engine;
//! - [`output`]: [`Artifact`](output::Artifact)s become a folder, all of it or none.
//!
//! Who calls whom:
//! - [`pipeline`]: the order of the stages, written down once;
//! - [`paper`]: a browser of this machine that is asked for a PDF;
//! - [`preview`]: a server on this machine alone, that asks for pages and tells browsers of changes;
//! - [`cli`]: arguments in, messages and an exit status out.
//!
//! `ARCHITECTURE.md` says what each room may use, what it must not know, and why.

pub mod cli;
pub mod diag;
pub mod edition;
pub mod engine;
pub mod implied;
pub mod import;
pub mod input;
pub mod markdown;
pub mod method;
pub mod model;
pub mod narrate;
pub mod output;
pub mod paper;
pub mod pipeline;
pub mod preview;
pub mod release;
pub mod render;
pub mod report;
pub mod review;
pub mod site;
pub mod source;
pub mod text;
