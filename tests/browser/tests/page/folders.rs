//! The page works below any address of any server.

use std::fs;
use std::path::{Path, PathBuf};

use chengwen_browser::engine::left_out_of_file;
use chengwen_browser::page::KIND;
use chengwen_browser::{Page, session};
use xtask::fingerprint;
use xtask::server::Server;

use crate::texts::UNIT;

/// A copy of the page two folders below another one; removed when dropped.
struct Below(PathBuf);

impl Below {
    const FOLDER: &str = "a/b";

    fn new() -> Self {
        let root = std::env::temp_dir().join(format!("chengwen-below-{}", std::process::id()));
        let dist = session::dist();
        for file in fingerprint::files(&dist).unwrap() {
            let copy = root.join(Self::FOLDER).join(fingerprint::relative(&dist, &file));
            fs::create_dir_all(copy.parent().unwrap_or(Path::new("."))).unwrap();
            fs::copy(file, copy).unwrap();
        }
        Self(root)
    }
}

impl Drop for Below {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_page_works_in_a_folder_of_a_server() {
    if left_out_of_file("a file has no server") {
        return;
    }
    let below = Below::new();
    let server = Server::start(&below.0, None).unwrap();
    let page = Page::open();
    page.session.load(&format!("{}{}/", server.url(), Below::FOLDER));
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill(UNIT);
    page.saved();
    page.session.reload();
    assert_eq!(page.textbox("head.signature").value(), UNIT);
    // The worker that writes documents, too, is looked for beside the page.
    assert_eq!(page.export_docx_paragraphs(), page.paper());
    let asked = server.requests();
    let asked: Vec<_> = asked.iter().map(|it| String::from_utf8_lossy(it)).collect();
    assert!(asked.iter().any(|it| it.starts_with("GET /a/b/chengwen-exporter_bg.wasm ")));
    for request in asked {
        assert!(request.starts_with("GET /a/b/"), "{request}");
    }
    // Firefox tells of what it was fetching when the page was loaded again.
    let errors = page.errors();
    let errors: Vec<_> = errors.iter().filter(|it| !it.contains("NS_BINDING_ABORTED")).collect();
    assert_eq!(errors, [""; 0]);
}
