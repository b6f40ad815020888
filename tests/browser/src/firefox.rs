//! All that holds for Firefox alone. Its driver lets us into the browser's own
//! scripts (`moz/context`), where there is what WebDriver has no word for.

use std::env;

use serde_json::{Map, Value, json};
use xtask::program;
use xtask::project::Project;

use crate::driver::{Driver, Failure};
use crate::engine::{Launch, Room};
use crate::process::{Number, Start};

/// Notes the addresses that pages ask for; the browser's own are not theirs.
const WATCH: &str = "window.chengwenAsked = [];
    Services.obs.addObserver((subject) => {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        const by = channel.loadInfo.loadingPrincipal || channel.loadInfo.triggeringPrincipal;
        if (by && by.isContentPrincipal) window.chengwenAsked.push(channel.URI.spec);
    }, 'http-on-modify-request')";

/// Takes the errors of pages: those of the browser's own scripts are not theirs.
const ERRORS: &str = "const found = Services.console.getMessageArray().flatMap((it) => {
        if (!(it instanceof Ci.nsIScriptError) || it.flags & it.warningFlag) return [];
        if (it.flags & it.infoFlag || !/^(http|file|blob)/.test(it.sourceName)) return [];
        return [`${it.sourceName}:${it.lineNumber} ${it.errorMessage}`];
    });
    Services.console.reset();
    return found";

pub(crate) fn launch(room: &Room<'_>) -> Launch {
    let args = [
        "--port=0".to_owned(),
        "--websocket-port=0".to_owned(),
        "--allow-system-access".to_owned(),
        format!("--profile-root={}", room.profile.display()),
    ];
    let driver = Start {
        name: installed(&["geckodriver"]),
        args: args.to_vec(),
        env: Vec::new(),
        number: Number::Said(port_in),
    };
    let browser = env::var("CHENGWEN_FIREFOX");
    let options = json!({
        "binary": browser.unwrap_or_else(|_| installed(&["firefox-esr", "firefox"])),
        "args": ["-headless"],
        "prefs": {
            "intl.accept_languages": "zh-CN",
            "browser.download.folderList": 2,
            "browser.download.dir": room.downloads,
            "browser.download.alwaysOpenPanel": false,
            // Files of these kinds would be shown instead of saved.
            "browser.download.open_pdf_attachments_inline": false,
            // Nothing is asked of Mozilla's servers.
            "browser.safebrowsing.enabled": false,
            "browser.region.network.url": "",
            "app.normandy.enabled": false,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
        },
    });
    let capabilities = json!({
        "moz:firefoxOptions": options,
        "unhandledPromptBehavior": "ignore",
        "timeouts": { "script": 120_000, "pageLoad": 60_000, "implicit": 0 },
    });
    let Value::Object(capabilities) = capabilities else {
        return Launch { driver, capabilities: Map::new(), screen: None };
    };
    Launch { driver, capabilities, screen: None }
}

/// What is done before the first page is loaded.
pub(crate) fn begin(driver: &Driver, (width, height): (u32, u32)) -> Result<(), Failure> {
    driver.post("window/rect", json!({ "width": width, "height": height }))?;
    inside(driver, WATCH, &[]).map(drop)
}

/// What the page has thrown, and what the browser holds against it. What it logs
/// itself stays in the browser; a panic is thrown, too.
pub(crate) fn errors(driver: &Driver) -> Result<Vec<String>, Failure> {
    inside(driver, ERRORS, &[]).map(|it| texts(&it))
}

/// The addresses that the page has asked for since this was last asked.
pub(crate) fn requests(driver: &Driver) -> Result<Vec<String>, Failure> {
    let take = "return window.chengwenAsked.splice(0)";
    inside(driver, take, &[]).map(|it| texts(&it))
}

/// Takes the focus from the browser's bars to the page.
pub(crate) fn enter_page(driver: &Driver) -> Result<(), Failure> {
    inside(driver, "gBrowser.selectedBrowser.focus()", &[]).map(drop)
}

/// Cuts the browser off from every network.
pub(crate) fn set_offline(driver: &Driver) -> Result<(), Failure> {
    inside(driver, "Services.io.offline = true", &[]).map(drop)
}

/// Gives the page the screen of a phone; the window itself stays wider.
pub(crate) fn set_screen(driver: &Driver, (width, height): (u32, u32)) -> Result<(), Failure> {
    let resize = "const style = gBrowser.selectedBrowser.style;
        style.minWidth = style.maxWidth = `${arguments[0]}px`;
        style.minHeight = style.maxHeight = `${arguments[1]}px`";
    inside(driver, resize, &[json!(width), json!(height)]).map(drop)
}

/// Shows half a word of an input method in the focused field.
pub(crate) fn compose(driver: &Driver, text: &str) -> Result<(), Failure> {
    let compose = "const method = Cc['@mozilla.org/text-input-processor;1']
            .createInstance(Ci.nsITextInputProcessor), text = arguments[0];
        window.chengwenMethod = method;
        method.beginInputTransactionForTests(window);
        method.setPendingCompositionString(text);
        method.appendClauseToPendingComposition(text.length, method.ATTR_RAW_CLAUSE);
        method.setCaretInPendingComposition(text.length);
        method.flushPendingComposition()";
    inside(driver, compose, &[json!(text)]).map(drop)
}

/// Ends the input method's word with this text.
pub(crate) fn compose_end(driver: &Driver, text: &str) -> Result<(), Failure> {
    let commit = "window.chengwenMethod.commitCompositionWith(arguments[0])";
    inside(driver, commit, &[json!(text)]).map(drop)
}

/// The page as base64 of a PDF file.
pub(crate) fn print(driver: &Driver) -> Result<Value, Failure> {
    let none = json!({ "top": 0, "bottom": 0, "left": 0, "right": 0 });
    let paper = json!({ "width": 21.0, "height": 29.7 });
    let wanted = json!({ "background": true, "shrinkToFit": false, "page": paper, "margin": none });
    driver.post("print", wanted)
}

/// Runs a script in the browser itself.
fn inside(driver: &Driver, script: &str, args: &[Value]) -> Result<Value, Failure> {
    driver.post("moz/context", json!({ "context": "chrome" }))?;
    let answer = driver.script(script, args);
    driver.post("moz/context", json!({ "context": "content" }))?;
    answer
}

/// The first of these programs that is there.
fn installed(names: &[&str]) -> String {
    let project = Project::find().ok();
    let found = names.iter().find_map(|it| program::find(project.as_ref()?, it));
    found.map_or_else(|| names[0].to_owned(), |it| it.display().to_string())
}

fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("Listening on ")?;
    rest.rsplit(':').next()?.trim().parse().ok()
}

fn texts(answer: &Value) -> Vec<String> {
    answer.as_array().into_iter().flatten().filter_map(|it| Some(it.as_str()?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn reads_the_port_that_the_driver_names() {
        let line = "1795427122038\tgeckodriver\tINFO\tListening on 127.0.0.1:41587";
        assert_eq!(port_in(line), Some(41587));
        assert_eq!(port_in("Read port: 35539"), None);
    }
}
