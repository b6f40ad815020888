//! How the server answers, in parts and over a socket.

use super::*;

#[track_caller]
fn check_path(path: &str, expected: Option<&str>) {
    assert_eq!(file_path(path), expected.map(PathBuf::from), "{path}");
}

#[test]
fn paths_stay_below_the_folder() {
    check_path("/", Some(""));
    check_path("/a/b.js", Some("a/b.js"));
    check_path("//a///b.js", Some("a/b.js"));
    check_path("/%E6%88%90%E6%96%87.json", Some("成文.json"));
    check_path("/100%25", Some("100%"));

    check_path("", None);
    check_path("a", None);
    check_path("/../a", None);
    check_path("/a/../../b", None);
    check_path("/%2e%2e/a", None);
    check_path("/a%2f..%2f..%2fb", None);
    check_path("/.git/config", None);
    check_path("/..\\a", None);
    check_path("/C:/a", None);
    check_path("/a%00", None);
    check_path("/a%+1", None);
    check_path("/a%e", None);
    check_path("/%ff", None);
}

#[test]
fn types_are_those_browsers_insist_on() {
    let check = |name: &str, expected| assert_eq!(mime(Path::new(name)), expected);
    check("a_bg.wasm", "application/wasm");
    check("a.js", "text/javascript; charset=utf-8");
    check("index.html", "text/html; charset=utf-8");
    check("manifest.webmanifest", "application/manifest+json");
    check("no-ending", "application/octet-stream");
}

/// A served folder with a page at its root and one below.
fn folder(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("xtask-server-{name}-{}", std::process::id()));
    fs::create_dir_all(dir.join("sub")).unwrap();
    fs::write(dir.join("index.html"), "root").unwrap();
    fs::write(dir.join("sub/index.html"), "below").unwrap();
    dir
}

fn ask(port: u16, request: &str) -> io::Result<String> {
    let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(connection, "{request} HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn answers_as_a_plain_host_does() {
    let dir = folder("plain");
    let server = Server::start(&dir, None).unwrap();
    let ask = |request| ask(server.port(), request).unwrap();

    let root = ask("GET /?a=1");
    assert!(root.starts_with("HTTP/1.1 200 OK\r\n"), "{root}");
    assert!(root.contains("Cache-Control: no-cache\r\n"), "{root}");
    assert!(root.ends_with("\r\n\r\nroot"), "{root}");
    assert!(ask("GET /sub/").ends_with("\r\n\r\nbelow"));

    let moved = ask("GET /sub");
    assert!(moved.starts_with("HTTP/1.1 301 ") && moved.contains("Location: /sub/\r\n"), "{moved}");
    let head = ask("HEAD /");
    assert!(head.contains("Content-Length: 4\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(ask("GET /absent.js").starts_with("HTTP/1.1 404 "));
    assert!(ask("GET /../Cargo.toml").starts_with("HTTP/1.1 404 "));
    assert!(ask("POST /").starts_with("HTTP/1.1 405 "));
    drop(server);
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_stopped_server_is_gone_and_its_port_is_free_again() {
    let dir = folder("stopped");
    let server = Server::start(&dir, None).unwrap();
    let port = server.port();
    // A connection opened before the stop must not be answered after it.
    let mut waiting = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    assert!(Server::start(&dir, Some(port)).is_err());
    drop(server);

    // Writing may fail too, once the other side has hung up.
    let _ = write!(waiting, "GET / HTTP/1.1\r\n\r\n");
    let mut answer = String::new();
    let _ = waiting.read_to_string(&mut answer);
    assert_eq!(answer, "");
    assert!(ask(port, "GET /").is_err());

    let again = Server::start(&dir, Some(port)).unwrap();
    assert_eq!(again.url(), format!("http://127.0.0.1:{port}/"));
    assert!(ask(port, "GET /").unwrap().ends_with("root"));
    drop(again);
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn the_page_has_its_headers_at_any_depth_and_other_files_have_not() {
    let dir = folder("headers");
    let server = Server::start(&dir, None).unwrap();
    let bare = ask(server.port(), "GET /").unwrap();
    assert!(!bare.contains("Content-Security-Policy"), "{bare}");
    drop(server);

    fs::write(dir.join("sub").join(offline::WORKER), "").unwrap();
    let server = Server::start(&dir, None).unwrap();
    let page = ask(server.port(), "GET /sub/").unwrap();
    for (name, value) in headers::headers() {
        assert!(page.contains(&format!("\r\n{name}: {value}\r\n")), "{name} in {page}");
    }
    drop(server);
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn what_was_asked_is_kept_with_its_body() {
    let dir = folder("kept");
    let server = Server::start(&dir, None).unwrap();
    let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
    write!(connection, "POST /a HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody").unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 405 "), "{answer}");
    let kept: Vec<_> = server.requests().into_iter().map(String::from_utf8).collect();
    let expected = "POST /a HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody".to_owned();
    assert_eq!(kept, [Ok(expected)]);
    drop(server);
    fs::remove_dir_all(dir).unwrap();
}
