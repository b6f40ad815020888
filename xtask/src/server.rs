//! A static file server for the built page, on this machine only.
//!
//! It behaves as any plain host does: folders have an `index.html`, unknown
//! addresses are 404, nothing is rewritten. Every answer closes its connection,
//! so that a stopped server is really gone for the browser. What it was asked is
//! kept, so that a test can show what the page has told anybody.

pub mod headers;

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::fingerprint;
use crate::offline;

/// A running server; dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

/// What all connections have in common.
#[derive(Debug)]
struct Shared {
    dir: PathBuf,
    /// The headers that go with every file, as they are sent.
    headers: String,
    stopped: AtomicBool,
    requests: Mutex<Vec<Vec<u8>>>,
}

impl Server {
    /// Serves `dir` on the given port, or on any free one.
    pub fn start(dir: &Path, port: Option<u16>) -> io::Result<Self> {
        let dir = dir.canonicalize()?;
        let headers = headers_of(&dir)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))?;
        let address = listener.local_addr()?;
        let (stopped, requests) = (AtomicBool::new(false), Mutex::default());
        let shared = Arc::new(Shared { dir, headers, stopped, requests });
        let seen = shared.clone();
        let accepting = thread::spawn(move || accept(&listener, &seen));
        Ok(Self { address, shared, accepting: Some(accepting) })
    }

    /// The address of the page, with a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The port in use.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// All that was asked so far: first lines, headers and bodies, as they came.
    pub fn requests(&self) -> Vec<Vec<u8>> {
        self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The headers for the files of this folder: those of the page where it lies in
/// there, at any depth. Anything else, a test's or a judge's, has its own styles.
fn headers_of(dir: &Path) -> io::Result<String> {
    let files = fingerprint::files(dir)?;
    if !files.iter().any(|it| it.ends_with(offline::WORKER)) {
        return Ok("Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n".to_owned());
    }
    Ok(headers::headers().iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect())
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // A last connection wakes the thread that waits for one.
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(accepting) = self.accepting.take().filter(|_| woken) {
            // A panic there was reported already, and there is nothing to save.
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        // A connection that failed before it began is the browser's to repeat.
        let Ok(connection) = connection else { continue };
        let shared = shared.clone();
        thread::spawn(move || {
            // The browser may hang up at any time; that is no error of ours.
            let _ = answer(connection, &shared);
        });
    }
}

fn answer(mut connection: TcpStream, shared: &Shared) -> io::Result<()> {
    // Browsers open connections ahead of need and may never use them.
    connection.set_read_timeout(Some(Duration::from_secs(30)))?;
    let request = read_request(&connection)?;
    let Some(first) = first_line(&request) else { return Ok(()) };
    let response = respond(&shared.dir, &first);
    shared.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request);
    if shared.stopped.load(Ordering::SeqCst) {
        return Ok(());
    }
    let Response { status, headers, body } = &response;
    let (length, common) = (body.len(), &shared.headers);
    write!(
        connection,
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n{common}Connection: close\r\n\r\n"
    )?;
    if !first.starts_with("HEAD ") {
        connection.write_all(body)?;
    }
    connection.flush()
}

/// A request with its body, if it has one.
fn read_request(connection: &TcpStream) -> io::Result<Vec<u8>> {
    // No browser sends more for a file; a limit keeps the thread from growing.
    let mut reader = BufReader::new(connection.take(1024 * 1024));
    let mut request = Vec::new();
    let mut length = 0;
    loop {
        let start = request.len();
        reader.read_until(b'\n', &mut request)?;
        let line = request[start..].trim_ascii();
        if line.is_empty() {
            break;
        }
        let line = String::from_utf8_lossy(line).to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    reader.take(length).read_to_end(&mut request)?;
    Ok(request)
}

fn first_line(request: &[u8]) -> Option<String> {
    let line = request.split(|it| *it == b'\n').next()?.trim_ascii();
    (!line.is_empty()).then(|| String::from_utf8_lossy(line).into_owned())
}

struct Response {
    status: &'static str,
    headers: String,
    body: Vec<u8>,
}

impl Response {
    fn refuse(status: &'static str) -> Self {
        let headers = "Content-Type: text/plain; charset=utf-8\r\n".to_owned();
        Self { status, headers, body: status.into() }
    }
}

fn respond(dir: &Path, request: &str) -> Response {
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if !matches!(method, "GET" | "HEAD") {
        return Response::refuse("405 Method Not Allowed");
    }
    let path = target.split(['?', '#']).next().unwrap_or("");
    let Some(relative) = file_path(path) else { return Response::refuse("404 Not Found") };
    let mut file = dir.join(relative);
    if file.is_dir() {
        if !path.ends_with('/') {
            let headers = format!("Location: {path}/\r\n");
            return Response { headers, ..Response::refuse("301 Moved Permanently") };
        }
        file.push("index.html");
    }
    match fs::read(&file) {
        Ok(body) => {
            let headers = format!("Content-Type: {}\r\n", mime(&file));
            Response { status: "200 OK", headers, body }
        }
        Err(_) => Response::refuse("404 Not Found"),
    }
}

/// The file a request path means, below the served folder; none when it leads out.
fn file_path(path: &str) -> Option<PathBuf> {
    let path = percent_decoded(path.strip_prefix('/')?)?;
    let parts: Vec<_> = path.split('/').filter(|it| !it.is_empty()).collect();
    // Backslash and colon are ordinary here, but lead elsewhere on Windows.
    let leads_out = |it: &&str| it.starts_with('.') || it.contains(['\\', ':', '\0']);
    (!parts.iter().any(leads_out)).then(|| parts.iter().collect())
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
        // `from_str_radix` would take a sign for a number.
        if !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &rest[2..];
    }
    String::from_utf8(bytes).ok()
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
