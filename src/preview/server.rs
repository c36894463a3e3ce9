//! The server: questions of browsers on, answers back.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::mpsc::Sender;
use std::thread;

use axum::Router;
use axum::extract;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::sse::{Event as Told, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::{oneshot, watch};
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::{Answer, Asked, Event, State, page};

/// What every answer is made from.
#[derive(Clone)]
struct Shared {
    port: u16,
    tell: Sender<Event>,
    states: watch::Receiver<State>,
}

/// Listens on a port of the loopback interface, in a thread of its own.
pub(super) fn start(
    port: u16,
    tell: Sender<Event>,
    states: watch::Receiver<State>,
) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    let shared = Shared { port: address.port(), tell, states };
    let own = |name| [page::OWN, name].concat();
    let app = Router::new()
        .route(&own("state"), get(state))
        .route(&own("preview.js"), get(|| async { of_kind("text/javascript", page::SCRIPT) }))
        .route(&own("preview.css"), get(|| async { of_kind("text/css", page::STYLE) }))
        .fallback(get(file))
        .layer(axum::middleware::from_fn_with_state(shared.clone(), local_only))
        .with_state(shared);
    let serve = async move {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, app).await
    };
    thread::Builder::new().name("preview".to_owned()).spawn(move || runtime.block_on(serve))?;
    Ok(address)
}

/// Lets through what is asked of this machine by its own name: a page of another site must not read
/// a report that is not published yet.
async fn local_only(
    extract::State(shared): extract::State<Shared>,
    headers: HeaderMap,
    request: extract::Request,
    next: axum::middleware::Next,
) -> Response {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let names = ["127.0.0.1", "localhost"];
    match names.iter().any(|name| *host == format!("{name}:{}", shared.port)) {
        true => next.run(request).await,
        false => StatusCode::FORBIDDEN.into_response(),
    }
}

/// Tells a browser of each state from now on.
async fn state(
    extract::State(shared): extract::State<Shared>,
) -> Sse<impl Stream<Item = Result<Told, Infallible>>> {
    let told = |state: State| {
        // A state is words and a number: nothing in it can fail to be written.
        Ok(Told::default().data(serde_json::to_string(&state).unwrap_or_default()))
    };
    Sse::new(WatchStream::new(shared.states).map(told)).keep_alive(KeepAlive::default())
}

/// Asks for the file and answers with it.
async fn file(extract::State(shared): extract::State<Shared>, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    let path = match path {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    let kind = mime_guess::from_path(&path).first_or_octet_stream();
    let (answer, answered) = oneshot::channel();
    let asked = shared.tell.send(Event::Asked(Asked { path, version: 0, answer }));
    let Some(answer) = asked.ok().map(|()| answered) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let Ok((answer, version)) = answer.await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let said = |status: StatusCode, words: &str| {
        (status, of_kind("text/html", page::words(words, version))).into_response()
    };
    match answer {
        Answer::File(bytes) if kind == mime_guess::mime::TEXT_HTML => {
            of_kind("text/html", page::with_script(bytes, version)).into_response()
        }
        Answer::File(bytes) => of_kind(kind.essence_str(), bytes).into_response(),
        Answer::Missing(words) => said(StatusCode::NOT_FOUND, &words),
        Answer::Broken(words) => said(StatusCode::INTERNAL_SERVER_ERROR, &words),
    }
}

/// A body of a kind; of text in UTF-8. Nothing is kept by the browser: the next page may be another.
fn of_kind(kind: &str, body: impl IntoResponse) -> impl IntoResponse {
    let charset = if kind.starts_with("text/") { "; charset=utf-8" } else { "" };
    let headers = [
        (header::CONTENT_TYPE, format!("{kind}{charset}")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, body)
}
