//! All that holds for Chromium alone: its flags, its logs, its debugging protocol.

use std::env;

use serde_json::{Map, Value, json};

use crate::driver::{Driver, Failure};
use crate::engine::{Launch, Room};
use crate::process::{Number, Start};

pub(crate) const FLAGS: [&str; 11] = [
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

pub(crate) fn launch(room: &Room<'_>) -> Launch {
    let driver = Start {
        name: "chromedriver".to_owned(),
        args: vec!["--port=0".to_owned()],
        env: Vec::new(),
        number: Number::Said(port_in),
    };
    let flags = FLAGS.map(str::to_owned).to_vec();
    let binary = env::var_os("CHENGWEN_CHROMIUM").map(|it| it.to_string_lossy().into_owned());
    Launch { driver, capabilities: capabilities(room, flags, binary), screen: None }
}

/// What a session asks of the driver.
pub(crate) fn capabilities(
    room: &Room<'_>,
    mut flags: Vec<String>,
    binary: Option<String>,
) -> Map<String, Value> {
    flags.push(format!("--user-data-dir={}", room.profile.display()));
    flags.push(format!("--window-size={},{}", room.size.0, room.size.1));
    let mut options = json!({
        "args": flags,
        "prefs": {
            "download.default_directory": room.downloads,
            "download.prompt_for_download": false,
            // Several exports in a row are what a person does here.
            "profile.default_content_setting_values.automatic_downloads": 1,
            "intl.accept_languages": "zh-CN",
        },
    });
    if let Some(binary) = binary {
        options["binary"] = json!(binary);
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

/// The port in a line such as `ChromeDriver was started successfully on port 4711.`
pub(crate) fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').trim().parse().ok()
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

/// The page as base64 of a PDF file, on the paper that its own style asks for.
pub(crate) fn print(driver: &Driver) -> Result<Value, Failure> {
    let wanted = json!({ "preferCSSPageSize": true, "printBackground": true });
    cdp(driver, "Page.printToPDF", wanted).map(|mut it| it["data"].take())
}

/// Takes what is new in a log.
pub fn log(driver: &Driver, name: &str) -> Result<Vec<LogLine>, Failure> {
    let answer = driver.post("se/log", json!({ "type": name }))?;
    let text = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    let lines = answer.as_array().into_iter().flatten();
    Ok(lines.map(|it| LogLine { level: text(it, "level"), message: text(it, "message") }).collect())
}

/// What the page has reported as an error since this was last asked.
pub(crate) fn errors(driver: &Driver) -> Result<Vec<String>, Failure> {
    let log = log(driver, "browser")?;
    Ok(log.into_iter().filter(|it| it.level == "SEVERE").map(|it| it.message).collect())
}

/// The addresses that the page has asked for since this was last asked.
pub(crate) fn requests(driver: &Driver) -> Result<Vec<String>, Failure> {
    let log = log(driver, "performance")?;
    Ok(log.iter().filter_map(|it| requested(&it.message)).collect())
}

/// The address in a line of the performance log that tells of a request.
fn requested(line: &str) -> Option<String> {
    let line: Value = serde_json::from_str(line).ok()?;
    let message = &line["message"];
    let is_request = message["method"] == "Network.requestWillBeSent";
    let url = message["params"]["request"]["url"].as_str()?;
    is_request.then(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{port_in, requested};

    #[test]
    fn reads_the_port_that_the_driver_names() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 41234."), Some(41234));
        assert_eq!(port_in("Only local connections are allowed."), None);
    }

    #[test]
    fn reads_the_address_of_a_request() {
        let line = r#"{"message":{"method":"Network.requestWillBeSent",
            "params":{"request":{"url":"http://127.0.0.1:1/a.js"}}}}"#;
        assert_eq!(requested(line).as_deref(), Some("http://127.0.0.1:1/a.js"));
        let other = r#"{"message":{"method":"Network.dataReceived",
            "params":{"request":{"url":"http://127.0.0.1:1/a.js"}}}}"#;
        assert_eq!(requested(other), None);
        assert_eq!(requested("no json"), None);
    }
}
