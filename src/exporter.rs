//! The exporter: a worker of the page that does what can wait a moment. It writes
//! documents, lists what differs between two drafts, keeps versions, makes backups
//! and takes them in, and has the texts that few sessions want.
//!
//! It is a program of its own, so that the page opens without waiting for it,
//! and so that a long report is written while the page goes on answering. What
//! comes in with a port is an array, a word first:
//!
//! - `docx` or `html`, a draft file: the document
//! - `scene`, its number, its name, an act, a value, the draft that is open as a draft
//!   file, the language, the day, a file: what the scene replies (`scene::reply`)
//! - `sample`: a draft file; `words`: the English words of the page; `kinds`: report
//!   kinds
//! - `count`, a file: how many drafts the backup has
//! - `backup` and the errands (`src/store/errand.rs`), each followed by the time, three
//!   texts, a file, and what the quick storage holds (key, text, key, text, …)
//!
//! What goes out through the port is the bytes, or a text that says why there are
//! none.

#[path = "exporter/scenes.rs"]
mod scenes;

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::import;
use chengwen::import::json;
use chengwen::model::kind;
use chengwen::store::backup::{self, Backup};
use chengwen::store::errand::Done;
use chengwen::store::indexed::Indexed;
use chengwen::store::line;
use chengwen::store::mend::Report;
use chengwen::store::merge::Outside;
use chengwen::store::restore;
use chengwen::store::shelf::Shelf;
use chengwen::store::texts::{Batch, Error, Memory};
use chengwen::store::versions::{Mark, Reason};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DedicatedWorkerGlobalScope, MessageEvent, MessagePort, TextDecoder, TextDecoderOptions,
};

/// The sample report.
const SAMPLE: &str = include_str!("../templates/samples/jixiao.json");

/// The words of the page in English, as `build.rs` puts them.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/page-en.txt"));

fn main() {
    console_error_panic_hook::set_once();
    import::source::read_gb18030_with(gb18030);
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = Closure::<dyn Fn(MessageEvent)>::new(|message: MessageEvent| {
        let Ok(port) = message.ports().get(0).dyn_into::<MessagePort>() else { return };
        let request = Array::from(&message.data());
        wasm_bindgen_futures::spawn_local(async move {
            // The other end may be gone; then nobody waits.
            let _ = match answer(&request).await {
                Ok(bytes) => port.post_message(&Uint8Array::from(bytes.as_slice())),
                Err(reason) => port.post_message(&JsValue::from_str(&reason)),
            };
        });
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The worker lives as long as its page.
    answer.forget();
    let _ = scope.post_message(&JsValue::TRUE);
}

async fn answer(request: &Array) -> Result<Vec<u8>, String> {
    let text = |n: u32| request.get(n).as_string().unwrap_or_default();
    let time = request.get(1).as_f64().map_or(0, |it| it.max(0.0) as u64);
    match text(0).as_str() {
        "sample" => Ok(SAMPLE.into()),
        "words" => Ok(ENGLISH.into()),
        "kinds" => Ok(kind::FETCHED.join(&line::BETWEEN.to_string()).into()),
        "scene" => scenes::play(request).await,
        "docx" | "html" => write(&text(0), &text(1)),
        "count" => {
            let backup = read(&request.get(1)).await?;
            Ok(restore::count(&backup).to_string().into_bytes())
        }
        "backup" => {
            let made = restore::backup(&held(request), durable().await, time).await;
            made.map_err(|it| it.to_string())
        }
        name => {
            let (before, after) = (held(request), held(request));
            let args = [text(2), text(3), text(4)];
            let told = errand(name, time, args, &request.get(5), &after).await?;
            Ok(Done::new(told, &before, &after).write().into_bytes())
        }
    }
}

/// Does an errand; what it answers is said with each.
async fn errand(
    name: &str,
    time: u64,
    [one, two, three]: [String; 3],
    file: &JsValue,
    held: &Memory,
) -> Result<String, String> {
    let shelf = Shelf::new(Some(held.clone()), durable().await, "");
    let said = |it: Error| it.to_string();
    match name {
        // `durable` where the page has that storage: what was mended
        "mend" if one == "durable" && !shelf.is_durable() => Err(said(Error::Denied)),
        "mend" => shelf.mend(time).await.map(Report::write).map_err(said),
        // draft, reason and name, stored text
        "keep" => {
            let (reason, name) = two.split_once(' ').unwrap_or_default();
            let reason = Reason::of(reason.parse().unwrap_or(0));
            shelf.keep_version(&one, three, reason, name).await.map_err(said)?;
            Ok(String::new())
        }
        // draft: a line for each version
        "versions" => {
            let marks = shelf.versions(&one).await.map_err(said)?;
            let lines: Vec<_> = marks.iter().map(Mark::write).collect();
            Ok(lines.join("\n"))
        }
        // draft: how many other texts of it are versions now
        "open" => {
            let opened = shelf.open(&one).await;
            opened.map(|it| it.others.to_string()).map_err(|it| it.to_string())
        }
        "remove" => shelf.remove(&one).await.map(|()| String::new()).map_err(said),
        "room" => shelf.make_room().await.map(|()| String::new()).map_err(said),
        // `merge` or `replace`, the words for a second copy: the counts
        "restore" => {
            let backup = read(file).await?;
            let outside = Outside { new_id: new_id(time), suffix: two, now: time };
            let whole = one == "replace";
            let done = restore::restore(held, durable().await, &backup, whole, outside).await;
            done.map(|it| it.write()).map_err(said)
        }
        other => Err(format!("no such request: {other}")),
    }
}

/// The durable storage, where there is one.
async fn durable() -> Option<Indexed> {
    Indexed::open().await.ok()
}

/// Where the texts of the quick storage begin in a request.
const HELD: u32 = 6;

/// What the quick storage of the page holds.
fn held(request: &Array) -> Memory {
    let text = |n: u32| request.get(n).as_string().unwrap_or_default();
    let pairs = (HELD..request.length()).step_by(2).map(|n| (text(n), text(n + 1)));
    let memory = Memory::default();
    // A memory without bounds takes everything.
    let _ = memory.apply(&Batch { put: pairs.collect(), ..Batch::default() });
    memory
}

/// Reads a backup; what it is refused for is said as `not`, `newer` or `damaged LINE
/// COLUMN`, for the page to put into words.
async fn read(file: &JsValue) -> Result<Backup, String> {
    let file: &Blob = file.dyn_ref().ok_or("not")?;
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| "not")?;
    Backup::read(&Uint8Array::new(&buffer).to_vec()).map_err(|refusal| match refusal {
        backup::Refusal::NotABackup => "not".to_owned(),
        backup::Refusal::Newer(_) => "newer".to_owned(),
        backup::Refusal::Damaged { line, column } => format!("damaged {line} {column}"),
    })
}

/// Reads GB18030 as the browser does.
fn gb18030(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Makes ids that no other draft has.
fn new_id(now: u64) -> impl FnMut() -> String {
    move || {
        let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
        format!("{now:x}-{random:08x}")
    }
}

fn write(format: &str, draft: &str) -> Result<Vec<u8>, String> {
    let draft = json::read_text(draft).map_err(|it| it.to_string())?;
    let document = assemble(&draft);
    match format {
        "docx" => Ok(export::docx(&document, &draft.profile, &export::properties(&draft))),
        "html" => Ok(export::html(&document, &draft.profile, draft.display_name())),
        other => Err(format!("no such format: {other}")),
    }
}
