//! All that holds for Chromium alone: its flags, its logs, its debugging protocol.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::driver::{Driver, Failure};

/// The driver program.
pub const DRIVER: &str = "chromedriver";

/// The driver's arguments: a free port.
pub const DRIVER_ARGS: [&str; 1] = ["--port=0"];

const FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
    // A container's shared memory is too small for a page of this length.
    "--disable-dev-shm-usage",
    // Two sessions share the machine: neither may be put to sleep.
    "--disable-renderer-backgrounding",
];

/// A line of one of the browser's logs.
#[derive(Debug, Clone)]
pub struct LogLine {
    /// `SEVERE`, `WARNING`, `INFO`.
    pub level: String,
    /// What was logged; in the performance log, JSON.
    pub message: String,
}

/// What a session asks of the driver.
pub fn capabilities(profile: &Path, downloads: &Path, size: (u32, u32)) -> Map<String, Value> {
    let mut flags: Vec<_> = FLAGS.iter().map(|&it| it.to_owned()).collect();
    flags.push(format!("--user-data-dir={}", profile.display()));
    flags.push(format!("--window-size={},{}", size.0, size.1));
    let mut options = json!({
        "args": flags,
        "prefs": {
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
            // Several exports in a row are what a person does here.
            "profile.default_content_setting_values.automatic_downloads": 1,
            "intl.accept_languages": "zh-CN",
        },
    });
    if let Some(binary) = std::env::var_os("CHENGWEN_CHROMIUM") {
        options["binary"] = json!(binary.to_string_lossy());
    }
    let capabilities = json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "unhandledPromptBehavior": "ignore",
        "timeouts": { "script": 120_000, "pageLoad": 60_000, "implicit": 0 },
    });
    let Value::Object(capabilities) = capabilities else { return Map::new() };
    capabilities
}

/// Calls Chromium's debugging protocol.
pub fn cdp(driver: &Driver, method: &str, params: Value) -> Result<Value, Failure> {
    driver.post("goog/cdp/execute", json!({ "cmd": method, "params": params }))
}

/// Cuts the page off from every network, or lets it back.
pub fn set_offline(driver: &Driver, offline: bool) -> Result<(), Failure> {
    cdp(driver, "Network.enable", json!({}))?;
    let rates = json!({
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    cdp(driver, "Network.emulateNetworkConditions", rates).map(drop)
}

/// Gives the page the screen of a phone, or of anything else.
pub fn set_screen(driver: &Driver, (width, height): (u32, u32)) -> Result<(), Failure> {
    let screen =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    cdp(driver, "Emulation.setDeviceMetricsOverride", screen).map(drop)
}

/// Shows half a word of an input method in the focused field.
pub fn compose(driver: &Driver, text: &str) -> Result<(), Failure> {
    let n = text.encode_utf16().count();
    let word = json!({ "text": text, "selectionStart": n, "selectionEnd": n });
    cdp(driver, "Input.imeSetComposition", word).map(drop)
}

/// Ends the input method's word with this text.
pub fn compose_end(driver: &Driver, text: &str) -> Result<(), Failure> {
    cdp(driver, "Input.insertText", json!({ "text": text })).map(drop)
}

/// Presses one key of a letter, as the keyboard does.
pub fn press(driver: &Driver, key: char) -> Result<(), Failure> {
    let code = format!("Key{}", key.to_ascii_uppercase());
    let number = key.to_ascii_uppercase() as u32;
    let event = |kind: &str, text: Value| {
        json!({
            "type": kind, "key": key, "code": code, "text": text,
            "windowsVirtualKeyCode": number, "nativeVirtualKeyCode": number,
        })
    };
    cdp(driver, "Input.dispatchKeyEvent", event("keyDown", json!(key)))?;
    let up = json!({
        "type": "keyUp", "key": key, "code": code,
        "windowsVirtualKeyCode": number, "nativeVirtualKeyCode": number,
    });
    cdp(driver, "Input.dispatchKeyEvent", up).map(drop)
}

/// Takes what is new in a log.
pub fn log(driver: &Driver, name: &str) -> Result<Vec<LogLine>, Failure> {
    let answer = driver.post("se/log", json!({ "type": name }))?;
    let text = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    let lines = answer.as_array().into_iter().flatten();
    Ok(lines.map(|it| LogLine { level: text(it, "level"), message: text(it, "message") }).collect())
}
