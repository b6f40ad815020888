//! A static file server for the built page, on this machine only.
//!
//! It behaves as any plain host does: folders have an `index.html`, unknown
//! addresses are 404, nothing is rewritten. Every answer closes its connection,
//! so that a stopped server is really gone for the browser.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A running server; dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `dir` on the given port, or on any free one.
    pub fn start(dir: &Path, port: Option<u16>) -> io::Result<Self> {
        let dir: Arc<Path> = dir.canonicalize()?.into();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))?;
        let address = listener.local_addr()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let seen = stopped.clone();
        let accepting = thread::spawn(move || accept(&listener, &dir, &seen));
        Ok(Self { address, stopped, accepting: Some(accepting) })
    }

    /// The address of the page, with a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The port in use.
    pub fn port(&self) -> u16 {
        self.address.port()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // A last connection wakes the thread that waits for one.
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(accepting) = self.accepting.take().filter(|_| woken) {
            // A panic there was reported already, and there is nothing to save.
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, dir: &Arc<Path>, stopped: &Arc<AtomicBool>) {
    for connection in listener.incoming() {
        if stopped.load(Ordering::SeqCst) {
            return;
        }
        // A connection that failed before it began is the browser's to repeat.
        let Ok(connection) = connection else { continue };
        let (dir, stopped) = (dir.clone(), stopped.clone());
        thread::spawn(move || {
            // The browser may hang up at any time; that is no error of ours.
            let _ = answer(connection, &dir, &stopped);
        });
    }
}

fn answer(mut connection: TcpStream, dir: &Path, stopped: &AtomicBool) -> io::Result<()> {
    // Browsers open connections ahead of need and may never use them.
    connection.set_read_timeout(Some(Duration::from_secs(30)))?;
    let Some(request) = request_line(&connection)? else { return Ok(()) };
    if stopped.load(Ordering::SeqCst) {
        return Ok(());
    }
    let response = respond(dir, &request);
    let Response { status, headers, body } = &response;
    let length = body.len();
    write!(
        connection,
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )?;
    if !request.starts_with("HEAD ") {
        connection.write_all(body)?;
    }
    connection.flush()
}

/// The first line of a request; the others are read and left.
fn request_line(connection: &TcpStream) -> io::Result<Option<String>> {
    // No browser sends more for a file; a limit keeps the thread from growing.
    let mut lines = BufReader::new(connection.take(64 * 1024)).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(None) };
    for line in lines {
        if line?.is_empty() {
            return Ok(Some(first));
        }
    }
    Ok(None)
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
