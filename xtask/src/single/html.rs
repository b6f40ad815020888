//! Turns the served page into the one that has everything in itself.

use std::fs;
use std::path::Path;

use super::beside;
use crate::markup::{self, Tag};
use crate::policy;
use crate::project::{Failure, Outcome};

/// What starts the page and its worker.
const START: &str = include_str!("start.js");

/// The event by which Trunk's own script is known.
const STARTED: &str = "TrunkApplicationStarted";

/// The programs of the page, as the file holds them.
pub(super) struct Parts {
    pub page_glue: String,
    pub page_wasm: String,
    pub exporter_glue: String,
    pub exporter_wasm: String,
    /// What guards the storages with a passphrase, in the page and in its worker.
    pub drawer: String,
    pub worker_drawer: String,
}

/// The whole file, from the served page and what lies beside it in `dist`.
pub(super) fn assemble(index: &str, dist: &Path, parts: &Parts) -> Outcome<String> {
    let mut html = String::new();
    let mut at = 0;
    let (mut n_policies, mut n_starts) = (0, 0);
    for tag in markup::tags(index) {
        let replaced = match tag.name {
            "meta" if tag.attribute("http-equiv") == Some("Content-Security-Policy") => {
                n_policies += 1;
                let policy = policy::text(&policy::SINGLE);
                let drawer = script("", &parts.drawer)?;
                // The drawer comes before all that reads a storage.
                Some(format!(
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />{drawer}"
                ))
            }
            "link" => Some(link(&tag, dist)?),
            // The file starts itself, further down.
            "script" if tag.is_inline_script() && tag.text.contains(STARTED) => {
                n_starts += 1;
                Some(String::new())
            }
            "script" => match tag.attribute("src") {
                Some(name) => Some(script("", &beside(dist, name)?)?),
                None => None,
            },
            _ => None,
        };
        if let Some(replaced) = replaced {
            html.push_str(&index[at..tag.range.start]);
            html.push_str(&replaced);
            at = tag.range.end;
        }
    }
    html.push_str(&index[at..]);
    if n_policies != 1 || n_starts != 1 {
        return Err(Failure::new("dist/index.html must have one policy and one script of Trunk's"));
    }
    // Behind everything else, where Trunk's module would be run as well.
    let (before, after) = html.rsplit_once("</body>").unwrap_or((&html, ""));
    let html = format!("{before}{}</body>{after}", programs(parts)?);
    policy::allow_own(&html).ok_or_else(|| Failure::new("the single file has lost its policy"))
}

/// What stands for a link of the served page: a style, an icon, or nothing.
fn link(tag: &Tag<'_>, dist: &Path) -> Outcome<String> {
    let (rel, href) = (tag.attribute("rel"), tag.attribute("href").unwrap_or(""));
    match rel.unwrap_or("") {
        "stylesheet" => {
            Ok(format!("<style>\n{}</style>", closed(&beside(dist, href)?, "</style")?))
        }
        "icon" => {
            let icon = policy::base64(&fs::read(dist.join(href))?);
            let kind = tag.attribute("type").unwrap_or("image/png");
            Ok(format!("<link rel=\"icon\" type=\"{kind}\" href=\"data:{kind};base64,{icon}\" />"))
        }
        // A file cannot be installed, and has nothing to load ahead.
        "manifest" | "apple-touch-icon" | "preload" | "modulepreload" => Ok(String::new()),
        other => Err(Failure::new(format!("the single file knows no link of the kind {other:?}"))),
    }
}

fn programs(parts: &Parts) -> Outcome<String> {
    let data = |id: &str, text: &str| script(&format!(" type=\"text/plain\" id=\"{id}\""), text);
    Ok([
        data("chengwen-page-wasm", &parts.page_wasm)?,
        data("chengwen-exporter-glue", &parts.exporter_glue)?,
        data("chengwen-exporter-wasm", &parts.exporter_wasm)?,
        data("chengwen-worker-drawer", &parts.worker_drawer)?,
        script("", &parts.page_glue)?,
        script("", START)?,
    ]
    .join("\n"))
}

fn script(attributes: &str, text: &str) -> Outcome<String> {
    // Within a script, a comment's beginning would change how its end is found.
    Ok(format!("<script{attributes}>{}</script>", closed(closed(text, "</script")?, "<!--")?))
}

/// The text, which must not have what would end or open something else.
fn closed<'a>(text: &'a str, end: &str) -> Outcome<&'a str> {
    if text.to_ascii_lowercase().contains(end) {
        return Err(Failure::new(format!(
            "a text with `{end}` in it cannot lie in the single file"
        )));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    const INDEX: &str = r#"<html><head>
<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'sha256-old'" />
<link rel="manifest" href="m.json" /><link rel="stylesheet" href="./a.css"/>
<link rel="icon" href="a.svg" type="image/svg+xml" />
<script>recorder()</script>
<script type="module">import init from './a.js'; "TrunkApplicationStarted"</script>
</head><body>文</body></html>"#;

    fn assembled(index: &str) -> Outcome<String> {
        // Tests run beside each other: each call has a folder that nobody else writes.
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let dist = std::env::temp_dir().join(format!("xtask-single-{}-{n}", std::process::id()));
        fs::create_dir_all(&dist)?;
        fs::write(dist.join("a.css"), "p{}")?;
        fs::write(dist.join("a.svg"), "<svg/>")?;
        let text = |it: &str| it.to_owned();
        let parts = Parts {
            page_glue: text("let wasm_bindgen;"),
            page_wasm: text("AAAA"),
            exporter_glue: text("let wasm_bindgen;"),
            exporter_wasm: text("BBBB"),
            drawer: text("drawer()"),
            worker_drawer: text("guard()"),
        };
        let html = assemble(index, &dist, &parts);
        fs::remove_dir_all(dist)?;
        html
    }

    #[test]
    fn the_file_has_everything_in_itself() {
        let html = assembled(INDEX).unwrap();
        assert!(html.contains("<style>\np{}</style>"), "{html}");
        assert!(html.contains("href=\"data:image/svg+xml;base64,PHN2Zy8+\""), "{html}");
        assert!(html.contains("<script>recorder()</script>") && !html.contains("import init"));
        let tags = markup::tags(&html);
        for tag in &tags {
            assert_eq!(tag.attribute("src"), None, "{tag:?}");
            assert!(tag.attribute("href").is_none_or(|it| it.starts_with("data:")), "{tag:?}");
        }
        let policy = tags.iter().find_map(|it| it.attribute("content")).unwrap();
        assert!(policy.starts_with("default-src 'none'; connect-src 'none'; "), "{policy}");
        // The drawer, the recorder, the glue and the start; the data needs no leave.
        assert_eq!(policy.matches("'sha256-").count(), 4 + 1, "{policy}");
        // Nothing reads a storage before the drawer guards it.
        assert!(html.find("drawer()").unwrap() < html.find("recorder()").unwrap(), "{html}");
    }

    #[test]
    fn what_the_file_cannot_hold_is_refused() {
        let cases = [
            ("<link rel=\"manifest\"", "<link rel=\"prefetch\""),
            ("./a.css", "./absent.css"),
            ("TrunkApplicationStarted", "Other"),
            ("http-equiv", "name"),
        ];
        for (was, becomes) in cases {
            assert!(assembled(&INDEX.replace(was, becomes)).is_err(), "{becomes}");
        }
        assert!(closed("a </SCRIPT>", "</script").is_err());
    }
}
