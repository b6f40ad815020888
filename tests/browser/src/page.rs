//! The page, with what a person does on it.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use serde_json::json;

use crate::clock::{self, PATIENCE};
use crate::driver::Element;
use crate::find::{Locator, text};
use crate::session::Session;
use crate::words::{Language, Words};

/// The kind that most tests write: 年度绩效工作情况报告.
pub const KIND: &str = "年度绩效工作情况报告";

/// The page in its browser.
#[derive(Debug)]
pub struct Page {
    /// The browser.
    pub session: Session,
    language: Cell<Language>,
}

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
    /// The draft itself.
    Json,
}

impl Format {
    fn key(self) -> &'static str {
        match self {
            Self::Docx => "export.docx",
            Self::Txt => "export.txt",
            Self::Md => "export.md",
            Self::Json => "export.json",
        }
    }

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        &self.key()["export.".len()..]
    }
}

impl Page {
    /// Starts a browser and opens the page at its home.
    #[track_caller]
    pub fn open() -> Self {
        Self::open_in(Session::start())
    }

    /// Opens the page at its home in this browser.
    #[track_caller]
    pub fn open_in(session: Session) -> Self {
        session.load(session.origin());
        let page = Self { session, language: Cell::new(Language::Chinese) };
        page.heading(&page.word("home.title")).element();
        page
    }

    /// The words of a key in the language of the page.
    #[track_caller]
    pub fn word(&self, key: &str) -> String {
        Words::of(self.language.get()).get(key)
    }

    /// The words of a key with their blank filled in.
    #[track_caller]
    pub fn word_with(&self, key: &str, filling: &str) -> String {
        Words::of(self.language.get()).with(key, filling)
    }

    /// The words of a key before its blank.
    #[track_caller]
    pub fn word_before(&self, key: &str) -> String {
        Words::of(self.language.get()).before(key)
    }

    /// Changes the language of the page.
    #[track_caller]
    pub fn switch_language(&self) {
        self.button("app.language").click();
        self.language.set(match self.language.get() {
            Language::Chinese => Language::English,
            Language::English => Language::Chinese,
        });
        self.button("app.language").element();
    }

    /// Something of this role.
    pub fn any(&self, role: &'static str) -> Locator<'_> {
        Locator::new(&self.session, role)
    }

    /// A button, by the key of its name.
    #[track_caller]
    pub fn button(&self, key: &str) -> Locator<'_> {
        self.any("button").named(self.word(key))
    }

    /// A button, by its name.
    pub fn button_named(&self, name: &str) -> Locator<'_> {
        self.any("button").named(name)
    }

    /// A link, by its name.
    pub fn link(&self, name: &str) -> Locator<'_> {
        self.any("link").named(name)
    }

    /// A text field, by the key of its name.
    #[track_caller]
    pub fn textbox(&self, key: &str) -> Locator<'_> {
        self.any("textbox").named(self.word(key))
    }

    /// A list to choose from, by the key of its name.
    #[track_caller]
    pub fn combobox(&self, key: &str) -> Locator<'_> {
        self.any("combobox").named(self.word(key))
    }

    /// One of several choices, by its name.
    pub fn radio(&self, name: &str) -> Locator<'_> {
        self.any("radio").named(name)
    }

    /// A heading, by its text.
    pub fn heading(&self, name: &str) -> Locator<'_> {
        self.any("heading").named(name)
    }

    /// Does something that opens another place of the page, and waits for it.
    #[track_caller]
    pub fn moving(&self, act: impl FnOnce()) {
        let before = self.session.hash();
        act();
        let moved = clock::wait(PATIENCE, || (self.session.hash() != before).then_some(()));
        assert!(moved.is_some(), "the page stays at {before}");
        self.session.settle();
    }

    /// Goes to the list of drafts.
    #[track_caller]
    pub fn go_home(&self) {
        self.moving(|| self.link(&self.word("app.home")).click());
        self.heading(&self.word("home.title")).element();
    }

    /// Begins a report, from the list of drafts to its first form.
    #[track_caller]
    pub fn new_report(&self, kind: &str, unit: &str, year: &str) {
        self.moving(|| self.button("home.new_go").click());
        self.choose_radio(kind);
        self.textbox("new_report.unit").fill(unit);
        self.textbox("new_report.year").fill(year);
        self.moving(|| self.button("new_report.go").click());
        self.textbox("head.report_title").element();
    }

    /// Chooses a radio button; where it is drawn as a card, its label is pressed.
    #[track_caller]
    pub fn choose_radio(&self, name: &str) {
        let element = self.radio(name).element();
        let press = "const it = arguments[0];
            const box = it.getBoundingClientRect();
            return box.width > 4 && box.height > 4 || !it.labels.length ? it : it.labels[0]";
        let pressed = self.session.script(press, &[element.argument()]);
        let pressed = Element::of(&pressed).unwrap_or(element.clone());
        if let Err(failure) = self.session.driver().click(&pressed) {
            panic!("cannot choose {name}: {failure}");
        }
        let checked = || self.radio(name).property("checked") == json!(true);
        let chosen = clock::wait(PATIENCE, || checked().then_some(()));
        assert!(chosen.is_some(), "{name} is not chosen");
    }

    /// Opens the form of a section, an item or the head by its link in the outline.
    #[track_caller]
    pub fn go_to(&self, name: &str) {
        let link = self.link(name).within(self.word("bench.report_outline"));
        if link.attribute("aria-current") != "page" {
            self.moving(|| link.click());
        }
    }

    /// Opens the form of the title and the signature.
    #[track_caller]
    pub fn go_to_head(&self) {
        self.go_to(&self.word("outline.head"));
    }

    /// The links of the outline, without the one of the head.
    #[track_caller]
    pub fn outline(&self) -> Vec<String> {
        let names = self.any("link").within(self.word("bench.report_outline")).names();
        names.into_iter().filter(|it| *it != self.word("outline.head")).collect()
    }

    /// Adds a section with a number at the end and gives it a heading.
    #[track_caller]
    pub fn add_section(&self, heading: &str) {
        self.moving(|| self.button("outline.add_section").click());
        self.textbox("section.heading").fill(heading);
    }

    /// Adds an item at the end of the open section and writes its lead and its
    /// practice.
    #[track_caller]
    pub fn add_item(&self, lead: &str, practice: &str) {
        self.moving(|| self.button("section.add_item").click());
        self.textbox("item.lead").fill(lead);
        self.textbox("item.practice").fill(practice);
    }

    /// Goes from an item back to its section.
    #[track_caller]
    pub fn back_to_section(&self) {
        self.moving(|| self.link(&self.word("item.back")).click());
    }

    /// Adds a plain paragraph at the end of the open section.
    #[track_caller]
    pub fn add_paragraph(&self, text: &str) {
        let n = self.paragraph_fields();
        self.button("section.add_paragraph").click();
        self.paragraph_field(n + 1).fill(text);
    }

    /// How many plain paragraphs the open section has.
    #[track_caller]
    pub fn paragraph_fields(&self) -> usize {
        let names = self.any("textbox").within(self.word("bench.form")).names();
        let is_paragraph = |name: &&String| {
            let number: String = name.chars().filter(char::is_ascii_digit).collect();
            !number.is_empty() && **name == self.word_with("section.paragraph", &number)
        };
        names.iter().filter(is_paragraph).count()
    }

    /// The field of the open section's n-th plain paragraph.
    #[track_caller]
    pub fn paragraph_field(&self, n: usize) -> Locator<'_> {
        self.any("textbox").named(self.word_with("section.paragraph", &n.to_string()))
    }

    /// The paragraphs on the paper.
    #[track_caller]
    pub fn paper(&self) -> Vec<String> {
        const READ: &str =
            "const paper = document.querySelector(`[aria-label='${arguments[0]}']`) ||
                [...document.querySelectorAll('[aria-labelledby]')].find((it) =>
                    document.getElementById(it.getAttribute('aria-labelledby'))
                        ?.textContent.trim() === arguments[0]);
            return paper && [...paper.querySelectorAll('p')].map((it) => it.textContent)";
        let answer = self.session.script(READ, &[json!(self.word("bench.paper"))]);
        answer.as_array().into_iter().flatten().map(text).collect()
    }

    /// Waits until the paper shows this.
    #[track_caller]
    pub fn expect_paper(&self, expected: &[impl AsRef<str>]) {
        let same = |paper: &[String]| paper.iter().map(String::as_str).eq(texts(expected));
        if clock::wait(PATIENCE / 2, || same(&self.paper()).then_some(())).is_none() {
            let expected: Vec<_> = texts(expected).collect();
            panic!("the paper shows\n{:#?}\nnot\n{expected:#?}", self.paper());
        }
    }

    /// Waits until the paper shows this somewhere.
    #[track_caller]
    pub fn expect_on_paper(&self, text: &str) {
        let shown = || self.paper().iter().any(|it| it.contains(text)).then_some(());
        assert!(
            clock::wait(PATIENCE / 2, shown).is_some(),
            "{text:?} is not on the paper:\n{:#?}",
            self.paper()
        );
    }

    /// What the page says of saving.
    #[track_caller]
    pub fn save_status(&self) -> String {
        let chips = [self.word_before("save.saved"), self.word("save.unsaved")];
        let texts: Vec<_> = self.any("status").all();
        let read = "return arguments[0].textContent.trim()";
        let texts = texts.iter().map(|it| text(&self.session.script(read, &[it.argument()])));
        let found =
            texts.into_iter().find(|it| chips.iter().any(|chip| it.contains(chip.as_str())));
        found.unwrap_or_default()
    }

    /// Waits until everything is saved.
    #[track_caller]
    pub fn saved(&self) {
        self.session.settle();
        let saved = self.word_before("save.saved");
        let status = || self.save_status().contains(&saved).then_some(());
        assert!(clock::wait(PATIENCE, status).is_some(), "not saved: {:?}", self.save_status());
    }

    /// Everything that the page keeps in the browser, by key.
    #[track_caller]
    pub fn stored(&self, prefix: &str) -> Vec<(String, String)> {
        const READ: &str = "return Object.keys(localStorage).filter((it) =>
            it.startsWith(arguments[0])).sort().map((it) => [it, localStorage.getItem(it)])";
        let answer = self.session.script(READ, &[json!(prefix)]);
        let pairs = answer.as_array().into_iter().flatten();
        pairs.map(|it| (text(&it[0]), text(&it[1]))).collect()
    }

    /// The drafts that the browser keeps.
    #[track_caller]
    pub fn stored_drafts(&self) -> Vec<(String, String)> {
        self.stored("chengwen:draft:")
    }

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
        let is_whole = |name: &String| !name.ends_with(".crdownload") && !name.starts_with('.');
        let file = clock::wait(PATIENCE * 2, || {
            let files = files(&dir);
            let whole: Vec<_> = files.iter().filter(|it| is_whole(it)).cloned().collect();
            (whole.len() == files.len()).then(|| whole.into_iter().next()).flatten()
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
        let given = self.session.driver().send_keys(&input, &path.display().to_string());
        given.unwrap_or_else(|it| panic!("the file input does not take {}: {it}", path.display()));
    }

    /// Opens a draft file from the list of drafts.
    #[track_caller]
    pub fn open_file(&self, name: &str, bytes: &[u8]) {
        self.moving(|| self.give_file(name, bytes));
        self.any("navigation").named(self.word("bench.report_outline")).element();
    }

    /// The sentences that the page says as errors.
    #[track_caller]
    pub fn alerts(&self) -> Vec<String> {
        let read = "return arguments[0].textContent.trim()";
        let all = self.any("alert").all();
        let texts = all.iter().map(|it| text(&self.session.script(read, &[it.argument()])));
        texts.filter(|it| !it.is_empty()).collect()
    }

    /// Waits for the page to say this as an error.
    #[track_caller]
    pub fn expect_alert(&self, sentence: &str) {
        let said = || self.alerts().iter().any(|it| it.contains(sentence)).then_some(());
        assert!(
            clock::wait(PATIENCE, said).is_some(),
            "the page does not say {sentence:?} but {:?}",
            self.alerts()
        );
    }
}

fn texts<'a>(list: &'a [impl AsRef<str>]) -> impl Iterator<Item = &'a str> {
    list.iter().map(AsRef::as_ref)
}

fn files(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten();
    entries.filter_map(|it| it.ok()?.file_name().into_string().ok()).collect()
}
