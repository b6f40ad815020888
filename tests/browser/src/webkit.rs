//! All that holds for WebKitGTK alone. Its driver has no log and knows no
//! network, so the page is given a script that notes its errors.

use std::fs;

use serde_json::{Map, Value, json};

use crate::driver::{Driver, Failure};
use crate::engine::{Launch, Room};
use crate::process::{self, Number, Program, Start};

/// Notes errors; put before everything else on the page.
pub(crate) const WATCH: &str = include_str!("webkit.js");

/// The least part of the window that is not the page: the browser's toolbar.
const TOOLBAR: u32 = 38;

pub(crate) fn launch(room: &Room<'_>) -> Result<Launch, String> {
    let (width, height) = room.size;
    // It draws on a screen, so it is given one that nobody sees.
    let size = format!("{}x{}x24", width.max(1600), height.max(1200));
    let args = ["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp"];
    let screen = Start {
        name: "Xvfb".to_owned(),
        args: args.map(str::to_owned).to_vec(),
        env: Vec::new(),
        number: Number::Said(|line| line.trim().parse().ok()),
    };
    let mark = room.profile.display().to_string();
    let screen = Program::start(&screen, &room.folder.join("screen.log"), mark)?;

    // Where it saves files is read from the desktop's settings.
    let settings = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", room.downloads.display());
    fs::write(room.profile.join("user-dirs.dirs"), settings).map_err(|it| it.to_string())?;
    let port = process::free_port()?;
    let profile = room.profile.display();
    let env = [
        ("DISPLAY", format!(":{}", screen.number())),
        ("XDG_CONFIG_HOME", profile.to_string()),
        ("XDG_DATA_HOME", format!("{profile}/data")),
        ("GDK_BACKEND", "x11".to_owned()),
        // Without a desktop there is no bus to look for helpers on.
        ("NO_AT_BRIDGE", "1".to_owned()),
    ];
    let driver = Start {
        name: "WebKitWebDriver".to_owned(),
        args: vec![format!("--port={port}"), "--host=127.0.0.1".to_owned()],
        env: env.map(|(name, value)| (name.to_owned(), value)).to_vec(),
        number: Number::Given(port),
    };
    let capabilities = json!({
        "unhandledPromptBehavior": "ignore",
        "timeouts": { "script": 120_000, "pageLoad": 60_000, "implicit": 0 },
    });
    let Value::Object(capabilities) = capabilities else {
        return Ok(Launch { driver, capabilities: Map::new(), screen: Some(screen) });
    };
    Ok(Launch { driver, capabilities, screen: Some(screen) })
}

/// What the page has reported as an error since this was last asked.
pub(crate) fn errors(driver: &Driver) -> Result<Vec<String>, Failure> {
    const TAKE: &str = "const found = sessionStorage.getItem('chengwen-tests:errors');
        sessionStorage.removeItem('chengwen-tests:errors');
        return found ? JSON.parse(found) : []";
    driver.script(TAKE, &[]).map(|it| texts(&it))
}

/// The addresses that the page has asked for since it was loaded.
pub(crate) fn requests(driver: &Driver) -> Result<Vec<String>, Failure> {
    const READ: &str = "return performance.getEntriesByType('resource').map((it) => it.name)";
    driver.script(READ, &[]).map(|it| texts(&it))
}

/// Gives the page the screen of a phone, or nearly: the window is never narrower
/// than its toolbar.
pub(crate) fn set_screen(driver: &Driver, (width, height): (u32, u32)) -> Result<(), Failure> {
    let size = json!({ "width": width, "height": height + TOOLBAR });
    driver.post("window/rect", size).map(drop)
}

/// Shows half a word of an input method in the focused field: the events that
/// the engine sends, and what it does to the field.
pub(crate) fn compose(driver: &Driver, text: &str) -> Result<(), Failure> {
    const COMPOSE: &str = "const it = document.activeElement, text = arguments[0];
        const send = (name) => it.dispatchEvent(new CompositionEvent(name, { bubbles: true, data: text }));
        send('compositionstart');
        send('compositionupdate');
        window.chengwenStart = it.selectionStart;
        it.setRangeText(text, it.selectionStart, it.selectionEnd, 'end');
        it.dispatchEvent(new InputEvent('input', { bubbles: true, data: text,
            inputType: 'insertCompositionText', isComposing: true }))";
    driver.script(COMPOSE, &[json!(text)]).map(drop)
}

/// Ends the input method's word with this text. The engine sends the last input
/// before the end of the composition.
pub(crate) fn compose_end(driver: &Driver, text: &str) -> Result<(), Failure> {
    const COMMIT: &str = "const it = document.activeElement, text = arguments[0];
        it.setRangeText(text, window.chengwenStart, it.selectionEnd, 'end');
        it.dispatchEvent(new InputEvent('input', { bubbles: true, data: text,
            inputType: 'insertFromComposition', isComposing: true }));
        it.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: text }))";
    driver.script(COMMIT, &[json!(text)]).map(drop)
}

fn texts(answer: &Value) -> Vec<String> {
    answer.as_array().into_iter().flatten().filter_map(|it| Some(it.as_str()?.to_owned())).collect()
}
