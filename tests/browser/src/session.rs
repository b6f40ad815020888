//! A browser with a fresh profile, and the server that it loads the page from.

use std::cell::{Cell, RefCell};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use serde_json::{Value, json};
use xtask::server::Server;

use crate::clock;
use crate::driver::{Driver, Failure};
use crate::engine::{Engine, Room};
use crate::process::Program;
use crate::source::Source;
use crate::webkit;

/// A window as an office computer has it.
pub const DESK: (u32, u32) = (1440, 900);

/// The screen of a phone.
pub const PHONE: (u32, u32) = (390, 844);

/// A browser of its own. Dropping it ends everything that it started.
#[derive(Debug)]
pub struct Session {
    driver: Driver,
    engine: Engine,
    program: Option<Program>,
    /// Ends after the browser that draws on it.
    _screen: Option<Program>,
    server: RefCell<Option<Server>>,
    origin: String,
    folder: PathBuf,
    /// Whether the first page has been loaded.
    pub(crate) begun: Cell<bool>,
    /// The longest text that is typed key by key; a longer one is pasted.
    pub(crate) typed: Cell<usize>,
    _place: Place,
}

impl Session {
    /// Starts a browser with a window for an office computer.
    #[track_caller]
    pub fn start() -> Self {
        Self::with_window(DESK)
    }

    /// Starts a browser with a window of this size.
    #[track_caller]
    pub fn with_window(size: (u32, u32)) -> Self {
        Self::with_script("", size)
    }

    /// Starts a browser whose page is preceded by a script of the test's own.
    #[track_caller]
    pub fn with_script(script: &str, size: (u32, u32)) -> Self {
        match single() {
            Some(file) => Self::open(Source::File(&file), script, size),
            None => Self::open(Source::Folder(&dist()), script, size),
        }
    }

    /// Starts a browser for the page in this folder, which is the test's own.
    #[track_caller]
    pub fn serving(dist: &Path, size: (u32, u32)) -> Self {
        Self::open(Source::Own(dist), "", size)
    }

    #[track_caller]
    fn open(source: Source<'_>, script: &str, size: (u32, u32)) -> Self {
        let place = Place::take();
        let engine = Engine::chosen();
        let folder = new_folder();
        let (profile, downloads) = (folder.join("profile"), folder.join("downloads"));
        for it in [&profile, &downloads] {
            fs::create_dir_all(it).unwrap_or_else(|error| panic!("{}: {error}", it.display()));
        }
        let watch = if engine == Engine::Webkit { webkit::WATCH } else { "" };
        let script = format!("{watch}{script}");
        let (server, origin) = source.open(&script, &folder);

        let mark = profile.display().to_string();
        let room = Room { folder: &folder, profile, downloads, size };
        let key = engine.key();
        let launch = engine.launch(&room).unwrap_or_else(|it| panic!("{key}: {it}"));
        let program = Program::start(&launch.driver, &folder.join("driver.log"), mark);
        let program = program.unwrap_or_else(|it| panic!("{it}"));
        let driver = Driver::connect(program.number(), launch.capabilities, engine);
        let driver = driver.unwrap_or_else(|it| panic!("{key}: no browser: {it}"));
        let begun = engine.begin(&driver, &room);
        begun.unwrap_or_else(|it| panic!("{key}: {it}"));
        Self {
            driver,
            engine,
            program: Some(program),
            _screen: launch.screen,
            server: RefCell::new(server),
            origin,
            folder,
            begun: Cell::new(false),
            typed: Cell::new(200),
            _place: place,
        }
    }

    /// The browser.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// WebDriver.
    pub fn driver(&self) -> &Driver {
        &self.driver
    }

    /// The address of the page: with a slash at the end, or a file's.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Where the browser saves what it downloads.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Texts longer than this are pasted, not typed.
    pub fn type_at_most(&self, n_chars: usize) {
        self.typed.set(n_chars);
    }

    /// Writes a file that the page can be given.
    #[track_caller]
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.join(name);
        fs::write(&path, bytes).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
        path
    }

    /// Stops the server: from now on only what the browser keeps can be loaded.
    pub fn stop_server(&self) {
        self.server.replace(None);
    }

    /// Runs a script in the page.
    #[track_caller]
    pub fn script(&self, script: &str, args: &[Value]) -> Value {
        self.must(self.driver.script(script, args), script)
    }

    /// Runs a script that calls its last argument when it is done.
    #[track_caller]
    pub fn script_async(&self, script: &str, args: &[Value]) -> Value {
        self.must(self.driver.script_async(script, args), script)
    }

    /// Waits until the page has drawn what it was told, and the worker as well.
    #[track_caller]
    pub fn settle(&self) {
        // WebKit draws nothing, and says that it does, of a tab behind another.
        const DRAWN: &str = "const done = arguments[0];
            const frame = (then) => {
                let wait = setTimeout(() => { cancelAnimationFrame(drawn); then(); }, 1000);
                const drawn = requestAnimationFrame(() => { clearTimeout(wait); then(); });
            };
            const look = () => frame(() => frame(() =>
                setTimeout(() => document.querySelector('[data-busy]') ? look() : done(), 0)));
            look();";
        self.script_async(DRAWN, &[]);
    }

    /// Loads an address.
    #[track_caller]
    pub fn load(&self, url: &str) {
        self.must(self.driver.post("url", json!({ "url": url })), url);
        self.begun.set(true);
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.must(self.driver.post("refresh", json!({})), "reload");
    }

    /// Goes back, as by the browser's button.
    #[track_caller]
    pub fn back(&self) {
        self.must(self.driver.post("back", json!({})), "back");
    }

    /// Goes forward, as by the browser's button.
    #[track_caller]
    pub fn forward(&self) {
        self.must(self.driver.post("forward", json!({})), "forward");
    }

    /// The fragment of the address.
    #[track_caller]
    pub fn hash(&self) -> String {
        self.script("return location.hash", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Saves a picture of the window, for a person to look at.
    pub fn picture(&self, path: &Path) {
        let saved = self.script_picture().map(|it| fs::write(path, it));
        if !matches!(saved, Ok(Ok(()))) {
            println!("no picture at {}", path.display());
        }
    }

    fn script_picture(&self) -> Result<Vec<u8>, Failure> {
        let text = self.driver.get("screenshot")?;
        Ok(base64(text.as_str().unwrap_or_default()))
    }

    #[track_caller]
    pub(crate) fn must<T>(&self, answer: Result<T, Failure>, what: &str) -> T {
        answer.unwrap_or_else(|it| {
            let what: String = what.chars().take(200).collect();
            panic!("{it}\nin: {what}")
        })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if thread::panicking()
            && let Some(dir) = env::var_os("CHENGWEN_PICTURES")
        {
            let name = thread::current().name().unwrap_or("page").replace("::", "-");
            self.picture(&Path::new(&dir).join(format!("{name}.png")));
        }
        self.driver.close();
        self.program = None;
        // The browser may write a last time while it closes.
        let gone = || fs::remove_dir_all(&self.folder).ok();
        clock::wait(clock::PATIENCE / 10, gone);
    }
}

/// The folder of the built page.
pub fn dist() -> PathBuf {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    env::var_os("CHENGWEN_DIST").map_or_else(|| repository.join("dist"), PathBuf::from)
}

/// The page in a single file, when the run is for that.
pub fn single() -> Option<PathBuf> {
    env::var_os("CHENGWEN_SINGLE").filter(|it| !it.is_empty()).map(PathBuf::from)
}

fn new_folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let n = COUNT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("chengwen-browser-{}-{n}", process::id()))
}

/// One of the places for browsers. There are few: a browser that waits for a
/// core misses its deadlines.
#[derive(Debug)]
struct Place;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Place {
    fn take() -> Self {
        let room = thread::available_parallelism().map_or(1, |it| it.get()).clamp(1, 4);
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        while room <= *taken {
            taken = FREED.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken += 1;
        Self
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}

/// Reads base64 as WebDriver sends pictures and printed pages.
pub fn base64(text: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => Some(c - b'A'),
        b'a'..=b'z' => Some(c - b'a' + 26),
        b'0'..=b'9' => Some(c - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let mut bytes = Vec::new();
    let (mut bits, mut n_bits) = (0u32, 0);
    for sextet in text.bytes().filter_map(digit) {
        bits = bits << 6 | u32::from(sextet);
        n_bits += 6;
        if 8 <= n_bits {
            n_bits -= 8;
            bytes.push((bits >> n_bits) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn reads_base64() {
        assert_eq!(base64("aGVsbG8="), b"hello");
        assert_eq!(base64(""), b"");
    }
}
