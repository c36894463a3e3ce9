//! A preview for one person: a server on the loopback interface that asks for each page when a
//! browser does, watches what the pages are made from, and tells browsers when to load them anew.
//!
//! Knows paths and bytes only. Whoever makes the pages takes an [`Event`] after another from a
//! [`Preview`]: it answers what is [asked](Event::Asked), and after a [change](Event::Changed) says by
//! [`Preview::show`] or [`Preview::complain`] what browsers are to do.

mod page;
mod server;
mod watch;

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};

use tokio::sync::{oneshot, watch as channel};

/// What may not be previewed.
#[derive(Debug)]
pub enum PreviewError {
    /// The port is taken, or the system refuses it.
    Port(u16, io::Error),
    /// The folder cannot be watched.
    Watch(notify_debouncer_full::notify::Error),
}

impl fmt::Display for PreviewError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port(_, error) => error.fmt(f),
            Self::Watch(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PreviewError {}

/// What happens while a preview runs.
#[derive(Debug)]
pub enum Event {
    /// A browser asks for a file.
    Asked(Asked),
    /// Something that pages are made from has changed.
    Changed,
}

/// A browser's question.
#[derive(Debug)]
pub struct Asked {
    /// The path from the site folder: `schools/s1.html`.
    pub path: String,
    /// How often the pages have changed when it is taken up.
    version: u64,
    answer: oneshot::Sender<(Answer, u64)>,
}

impl Asked {
    /// Answers. A browser that has gone in the meantime is no error.
    pub fn answer(self, answer: Answer) {
        let _ = self.answer.send((answer, self.version));
    }
}

/// What a browser gets.
#[derive(Debug)]
pub enum Answer {
    /// The file.
    File(Vec<u8>),
    /// There is no such file; in words for the person who looks on.
    Missing(String),
    /// It could not be made; in words.
    Broken(String),
}

/// What browsers are told: how often the pages have changed, and what is wrong now.
#[derive(Clone, Debug, Default, serde::Serialize)]
struct State {
    version: u64,
    /// A sentence over the faults; empty if nothing is wrong.
    title: String,
    /// The faults as the terminal draws them.
    faults: String,
}

/// A running preview. It ends with the program.
pub struct Preview {
    address: SocketAddr,
    events: Receiver<Event>,
    state: channel::Sender<State>,
    watcher: watch::Watcher,
}

impl Preview {
    /// Begins to listen on a port of the loopback interface (0: any free one), and to watch these
    /// files and folders, as seen from a site folder.
    ///
    /// # Errors
    /// If the port is not to be had or the folder cannot be watched.
    pub fn start(root: &Path, watched: Vec<String>, port: u16) -> Result<Self, PreviewError> {
        let (tell, events) = mpsc::channel();
        let (state, states) = channel::channel(State::default());
        let watcher =
            watch::Watcher::start(root, watched, tell.clone()).map_err(PreviewError::Watch)?;
        let refused = |error| PreviewError::Port(port, error);
        let address = server::start(port, tell, states).map_err(refused)?;
        Ok(Self { address, events, state, watcher })
    }

    /// Watches these files and folders from now on, in place of the others.
    ///
    /// # Errors
    /// If one of them cannot be watched.
    pub fn watch(&mut self, watched: Vec<String>) -> Result<(), PreviewError> {
        self.watcher.follow(watched).map_err(PreviewError::Watch)
    }

    /// Where browsers find it: `http://127.0.0.1:4321/`.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Waits for what happens next; `None` if nothing more can.
    pub fn next(&self) -> Option<Event> {
        let mut event = self.events.recv().ok()?;
        // Who takes events is who changes pages: the answer will be of this version.
        if let Event::Asked(asked) = &mut event {
            asked.version = self.state.borrow().version;
        }
        Some(event)
    }

    /// Browsers load their pages anew.
    pub fn show(&self) {
        self.state.send_modify(|state| {
            *state = State { version: state.version + 1, ..State::default() };
        });
    }

    /// Browsers keep their pages and show over them what is wrong.
    pub fn complain(&self, title: String, faults: String) {
        self.state.send_modify(|state| {
            *state = State { version: state.version, title, faults };
        });
    }
}
