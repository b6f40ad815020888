//! Files that go out of the page, and into it.

use std::fs;
use std::path::Path;

use super::Page;
use crate::clock::{self, PATIENCE};
use crate::driver::Element;

/// A file that the page has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The formats of the export panel, by their key in the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A Word file.
    Docx,
    /// Plain text.
    Txt,
    /// Markdown.
    Md,
    /// A web page.
    Html,
    /// The draft itself.
    Json,
}

impl Format {
    fn key(self) -> &'static str {
        match self {
            Self::Docx => "export.docx",
            Self::Txt => "export.txt",
            Self::Md => "export.md",
            Self::Html => "export.html",
            Self::Json => "export.json",
        }
    }

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        &self.key()["export.".len()..]
    }
}

impl Page {
    /// Opens the export panel.
    #[track_caller]
    pub fn open_export(&self) {
        self.open_panel("export.title", "export.docx");
    }

    /// Opens the panel of finding and replacing.
    #[track_caller]
    pub fn open_find(&self) {
        if !self.textbox("find.query").is_there() {
            self.button("find.title").click();
        }
        self.textbox("find.query").element();
    }

    #[track_caller]
    fn open_panel(&self, opener: &str, inside: &str) {
        if !self.button(inside).is_there() {
            self.button(opener).nth(0).click();
        }
        self.button(inside).element();
    }

    /// Exports the open draft.
    #[track_caller]
    pub fn export(&self, format: Format) -> Download {
        self.open_export();
        self.download(|| self.button(format.key()).click())
    }

    /// Exports the open draft as text and gives its lines.
    #[track_caller]
    pub fn export_lines(&self) -> Vec<String> {
        let txt = self.export(Format::Txt).bytes;
        let txt = String::from_utf8(txt).unwrap_or_else(|it| panic!("the text is no UTF-8: {it}"));
        txt.lines().map(str::to_owned).collect()
    }

    /// Exports the open draft as a Word file and gives its paragraphs.
    #[track_caller]
    pub fn export_docx_paragraphs(&self) -> Vec<String> {
        let docx = self.export(Format::Docx).bytes;
        crate::docx::paragraphs(&docx).unwrap_or_else(|it| panic!("the Word file: {it}"))
    }

    /// Does something that downloads a file, and reads the file.
    #[track_caller]
    pub fn download(&self, act: impl FnOnce()) -> Download {
        let dir = self.session.downloads();
        for old in files(&dir) {
            let _ = fs::remove_file(dir.join(old));
        }
        act();
        let mut before = None;
        let file = clock::wait(PATIENCE * 2, || {
            let now = whole_file(&dir);
            // Firefox keeps the name with an empty file, and writes into another.
            let is_done = now.is_some() && now == before;
            before = now;
            before.clone().filter(|_| is_done).map(|(name, _)| name)
        });
        let Some(name) = file else { panic!("nothing was downloaded: {:?}", files(&dir)) };
        let bytes = fs::read(dir.join(&name)).unwrap_or_else(|it| panic!("{name}: {it}"));
        Download { name, bytes }
    }

    /// Gives a file to the page's file input: a draft at home, a kind where a
    /// new report begins.
    #[track_caller]
    pub fn give_file(&self, name: &str, bytes: &[u8]) {
        let path = self.session.file(name, bytes);
        self.give_path(&path);
    }

    /// As [`Self::give_file`], for a file that is there.
    #[track_caller]
    pub fn give_path(&self, path: &Path) {
        let input = clock::wait(PATIENCE, || {
            let found =
                self.session.script("return document.querySelector('input[type=file]')", &[]);
            Element::of(&found)
        });
        let input = input.unwrap_or_else(|| panic!("there is no file input"));
        // Drivers take no way round by `..`.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let given = self.session.driver().send_keys(&input, &path.display().to_string());
        given.unwrap_or_else(|it| panic!("the file input does not take {}: {it}", path.display()));
    }

    /// Opens a draft file from the list of drafts.
    #[track_caller]
    pub fn open_file(&self, name: &str, bytes: &[u8]) {
        self.moving(|| self.give_file(name, bytes));
        self.any("navigation").named(self.word("bench.report_outline")).element();
    }
}

/// The file that is there, with its length, unless one is still being written.
fn whole_file(dir: &Path) -> Option<(String, u64)> {
    let files = files(dir);
    let is_part = |name: &String| {
        name.starts_with('.') || [".crdownload", ".part"].iter().any(|it| name.ends_with(it))
    };
    if files.iter().any(is_part) {
        return None;
    }
    let name = files.into_iter().next()?;
    let length = fs::metadata(dir.join(&name)).ok()?.len();
    (0 < length).then_some((name, length))
}

fn files(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten();
    entries.filter_map(|it| it.ok()?.file_name().into_string().ok()).collect()
}
