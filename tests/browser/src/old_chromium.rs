//! All that holds for Chromium 109 alone.
//!
//! Today's driver starts it, loads pages and presses keys, but its scripts use a
//! protocol that is younger than this browser. So whatever needs a script is said
//! in the debugging protocol of the browser's own time, which the driver passes on.

use std::env;
use std::path::PathBuf;

use serde_json::{Value, json};
use xtask::project::Project;
use xtask::setup;

use crate::chromium;
use crate::driver::{Driver, Element, Failure};
use crate::engine::{Launch, Room};

/// Runs a function in the page.
const RUN: &str = include_str!("old_chromium.js");

/// Where to press on an element: the middle of its first box. An option is
/// chosen at once, as the list that would drop down is not part of the page.
const PLACE: &str = "const it = arguments[0];
    const refuse = (word, text) => { throw Object.assign(new Error(text), { word }); };
    if (it.tagName === 'OPTION') {
        const list = it.closest('select');
        list.focus();
        if (!it.selected) {
            it.selected = true;
            for (const name of ['input', 'change']) list.dispatchEvent(new Event(name, { bubbles: true }));
        }
        return null;
    }
    const middle = () => {
        const box = it.getClientRects()[0];
        if (!box || !box.width || !box.height) refuse('element not interactable', 'it has no box');
        return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const inside = ([x, y]) => 0 <= x && x < innerWidth && 0 <= y && y < innerHeight;
    if (!inside(middle())) it.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!inside(middle())) it.scrollIntoView({ block: 'center', inline: 'center' });
    const [x, y] = middle(), top = document.elementFromPoint(x, y);
    if (!top || !it.contains(top)) {
        refuse('element click intercepted', `${top && top.outerHTML.slice(0, 120)} lies over it`);
    }
    return [x, y]";

/// Puts the caret behind the text of a field that does not have it yet.
const FOCUS: &str = "const it = arguments[0];
    if (it.type === 'file') return 'file';
    if (document.activeElement !== it) {
        it.focus();
        if (it.setSelectionRange && it.selectionStart !== null) {
            it.setSelectionRange(it.value.length, it.value.length);
        }
    }
    return document.activeElement === it";

pub(crate) fn launch(room: &Room<'_>) -> Result<Launch, String> {
    let mut launch = chromium::launch(room);
    launch.driver.args.push("--disable-build-check".to_owned());
    let installed = || Project::find().map(|it| setup::old_chromium(&it)).unwrap_or_default();
    let binary = env::var_os("CHENGWEN_CHROMIUM_109").map_or_else(installed, PathBuf::from);
    if !binary.is_file() {
        return Err(format!("no Chromium 109 in {}", binary.display()));
    }
    let flags = chromium::FLAGS.iter().filter(|it| !it.starts_with("--headless"));
    // A headless browser of its day had a mode of its own.
    let flags = flags.copied().chain(["--headless", "--no-zygote"]).map(str::to_owned);
    let binary = Some(binary.display().to_string());
    launch.capabilities = chromium::capabilities(room, flags.collect(), binary);
    Ok(launch)
}

/// Lets files be saved; the setting of today's browsers is not read.
pub(crate) fn begin(driver: &Driver, downloads: &std::path::Path) -> Result<(), Failure> {
    let wanted = json!({ "behavior": "allow", "downloadPath": downloads });
    chromium::cdp(driver, "Browser.setDownloadBehavior", wanted).map(drop)
}

/// Runs a script in the page; a later one calls its last argument.
pub(crate) fn script(
    driver: &Driver,
    script: &str,
    args: &[Value],
    later: bool,
) -> Result<Value, Failure> {
    let call = format!("({RUN})(function () {{ {script}\n}}, {}, {later})", json!(args));
    let wanted = json!({ "expression": call, "awaitPromise": true, "returnByValue": true });
    let answer = chromium::cdp(driver, "Runtime.evaluate", wanted)?;
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    if let Some(thrown) = answer.get("exceptionDetails") {
        let message = text(&thrown["exception"]["description"]);
        return Err(Failure { error: "javascript error".to_owned(), message });
    }
    let outcome = &answer["result"]["value"];
    match outcome.get("error") {
        Some(word) => Err(Failure { error: text(word), message: text(&outcome["message"]) }),
        None => Ok(outcome["value"].clone()),
    }
}

/// Presses the pointer on an element.
pub(crate) fn click(driver: &Driver, element: &Element) -> Result<(), Failure> {
    let place = script(driver, PLACE, &[element.argument()], false)?;
    let (Some(x), Some(y)) = (place[0].as_f64(), place[1].as_f64()) else { return Ok(()) };
    mouse(driver, "mouseMoved", (x, y), false)?;
    mouse(driver, "mousePressed", (x, y), true)?;
    mouse(driver, "mouseReleased", (x, y), true)
}

/// Takes hold at one place and lets go at the end of a path.
pub(crate) fn drag(driver: &Driver, from: (i64, i64), path: &[(i64, i64)]) -> Result<(), Failure> {
    let at = |(x, y): (i64, i64)| (x as f64, y as f64);
    mouse(driver, "mouseMoved", at(from), false)?;
    mouse(driver, "mousePressed", at(from), true)?;
    for &place in path {
        mouse(driver, "mouseMoved", at(place), true)?;
    }
    mouse(driver, "mouseReleased", at(*path.last().unwrap_or(&from)), true)
}

fn mouse(driver: &Driver, kind: &str, (x, y): (f64, f64), held: bool) -> Result<(), Failure> {
    let (button, n) = if held { ("left", 1) } else { ("none", 0) };
    let event = json!({
        "type": kind, "x": x, "y": y, "button": button, "buttons": n,
        "clickCount": if kind == "mouseMoved" { 0 } else { n },
    });
    chromium::cdp(driver, "Input.dispatchMouseEvent", event).map(drop)
}

/// Types into an element; for a file input, a path.
pub(crate) fn send_keys(driver: &Driver, element: &Element, text: &str) -> Result<(), Failure> {
    let focused = script(driver, FOCUS, &[element.argument()], false)?;
    if focused == "file" {
        let file = json!({ "files": [text], "objectId": object(driver, element)? });
        return chromium::cdp(driver, "DOM.setFileInputFiles", file).map(drop);
    }
    if focused != true {
        let error = "element not interactable".to_owned();
        return Err(Failure { error, message: "it does not take the focus".to_owned() });
    }
    let key = |kind: &str, it: char| json!({ "type": kind, "value": it });
    let keys = text.chars().flat_map(|it| [key("keyDown", it), key("keyUp", it)]);
    let keyboard = json!({ "type": "key", "id": "keyboard", "actions": keys.collect::<Vec<_>>() });
    driver.post("actions", json!({ "actions": [keyboard] })).map(drop)
}

/// The role and the name that the browser itself gives an element.
pub(crate) fn computed(driver: &Driver, element: &Element) -> Result<(String, String), Failure> {
    let wanted = json!({ "objectId": object(driver, element)?, "fetchRelatives": false });
    let answer = chromium::cdp(driver, "Accessibility.getPartialAXTree", wanted)?;
    let text = |key: &str| {
        let found = answer["nodes"][0][key]["value"].as_str();
        found.unwrap_or_default().to_owned()
    };
    Ok((text("role"), text("name")))
}

/// The name under which the debugging protocol knows an element.
fn object(driver: &Driver, element: &Element) -> Result<Value, Failure> {
    // Looked for once as a script would, which says when it is gone.
    script(driver, "return arguments[0]", &[element.argument()], false)?;
    let name = element.name();
    let place = name.split_once('-').map_or("", |(_, it)| it);
    let wanted = json!({ "expression": format!("window.__chengwenHeld.list[{place}]") });
    let answer = chromium::cdp(driver, "Runtime.evaluate", wanted)?;
    Ok(answer["result"]["objectId"].clone())
}
