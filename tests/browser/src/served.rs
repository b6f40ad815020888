//! A copy of the built page in a folder of its own, which a test may break.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;

use crate::page::Page;
use crate::session::{self, Session};
use crate::source::copy;

/// The copy; removed when dropped.
#[derive(Debug)]
pub struct Served(PathBuf);

impl Served {
    /// A copy of the page that the tests are run on.
    #[track_caller]
    pub fn copy() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "chengwen-copy-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let dir = std::env::temp_dir().join(name);
        copy(&session::dist(), &dir);
        Self(dir)
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Opens the page of this copy.
    #[track_caller]
    pub fn open(&self) -> Page {
        Page::open_in(Session::serving(&self.0, session::DESK))
    }

    /// The file whose name begins and ends like this.
    #[track_caller]
    pub fn file(&self, begin: &str, end: &str) -> PathBuf {
        let is_wanted = |name: &str| name.starts_with(begin) && name.ends_with(end);
        let found = self.names().into_iter().find(|it| is_wanted(it));
        self.0.join(found.unwrap_or_else(|| panic!("no {begin}…{end} in {}", self.0.display())))
    }

    /// Makes the next version of it: the program's files get other names, as a
    /// change of the program gives them, and the page a mark that tells it.
    pub fn change(&self, mark: &str) {
        let wasm = self.file("chengwen-page-", "_bg.wasm");
        let wasm = wasm.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let old = wasm.trim_start_matches("chengwen-page-").trim_end_matches("_bg.wasm");
        let new = format!("{mark:0>16}");
        for name in self.names() {
            let path = self.0.join(&name);
            if path.extension().is_some_and(|it| it == "html" || it == "js") {
                let text = must(fs::read_to_string(&path), &path).replace(old, &new);
                must(fs::write(&path, changed(&text, mark)), &path);
            }
            if name.contains(old) {
                must(fs::rename(&path, self.0.join(name.replace(old, &new))), &path);
            }
        }
    }

    fn names(&self) -> Vec<String> {
        let entries = must(fs::read_dir(&self.0), &self.0);
        entries.filter_map(|it| it.ok()?.file_name().into_string().ok()).collect()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A page or a worker of another version.
fn changed(text: &str, mark: &str) -> String {
    if let Some((before, after)) = text.split_once("const VERSION = \"") {
        return format!("{before}const VERSION = \"{mark}{after}");
    }
    let marked = format!("<meta name=\"mark\" content=\"{mark}\"><title>");
    let text = text.replace("<title>", &marked);
    // The scripts have changed, and with them what the policy allows.
    let allowed = "'wasm-unsafe-eval' ";
    let Some((before, after)) = text.split_once(allowed) else { return text };
    let after = after.find(';').map_or("", |it| &after[it..]);
    let page = format!("{before}{allowed}'sha256-inline'{after}");
    xtask::policy::allow_own(&page).unwrap_or(page)
}

#[track_caller]
fn must<T>(done: std::io::Result<T>, path: &Path) -> T {
    done.unwrap_or_else(|it| panic!("{}: {it}", path.display()))
}

/// A script after which the browser keeps nothing of the page for use without a
/// network.
pub const FORGET_WORKER: &str = "const done = arguments[0];
    (async () => {
        const all = await navigator.serviceWorker.getRegistrations();
        await Promise.all(all.map((it) => it.unregister()));
        for (const name of await caches.keys()) await caches.delete(name);
    })().then(() => done(true), (error) => done(String(error)))";

/// Has the browser forget what it keeps of the page for use without a network.
#[track_caller]
pub fn forget_worker(page: &Page) {
    assert_eq!(page.session.script_async(FORGET_WORKER, &[]), json!(true));
}
