//! The page, with what a person does on it.

mod files;
mod paper;
mod review;
mod shown;

use std::cell::Cell;

use serde_json::json;

use crate::clock::{self, PATIENCE};
use crate::driver::Element;
use crate::find::Locator;
use crate::keys::Key;
use crate::session::Session;
use crate::words::{Locale, Words};

pub use files::{Download, Format};
pub use paper::{Area, Line};
pub use review::TABS;

/// The kind that most tests write: 年度绩效工作情况报告.
pub const KIND: &str = "年度绩效工作情况报告";

/// The page in its browser.
#[derive(Debug)]
pub struct Page {
    /// The browser.
    pub session: Session,
    language: Cell<Locale>,
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
        let page = Self { session, language: Cell::new(Locale::Chinese) };
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
        // By key: on a phone a panel may lie over the button.
        self.button("app.language").press(&[Key::Enter]);
        self.language.set(match self.language.get() {
            Locale::Chinese => Locale::English,
            Locale::English => Locale::Chinese,
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
        let press = "const it = arguments[0];
            const box = it.getBoundingClientRect();
            return box.width > 4 && box.height > 4 || !it.labels.length ? it : it.labels[0]";
        let mut last = String::new();
        let pressed = clock::wait(PATIENCE / 2, || {
            let pressed = Element::of(&self.radio(name).script(press, &[]))?;
            // It may be drawn anew between the two.
            self.session.driver().click(&pressed).map_err(|it| last = it.to_string()).ok()
        });
        assert!(pressed.is_some(), "cannot choose {name}: {last}");
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

    /// The links of the outline that lead to sections and items; every report has
    /// the others.
    #[track_caller]
    pub fn outline(&self) -> Vec<String> {
        let fixed = ["head", "elements", "layout"].map(|it| self.word(&format!("outline.{it}")));
        let names = self.any("link").within(self.word("bench.report_outline")).names();
        names.into_iter().filter(|it| !fixed.contains(it)).collect()
    }

    /// The name of the outline's link that has these words in it.
    #[track_caller]
    pub fn step(&self, words: &str) -> String {
        let mut outline = Vec::new();
        let found = clock::wait(PATIENCE, || {
            outline = self.outline();
            outline.iter().find(|it| it.contains(words)).cloned()
        });
        found.unwrap_or_else(|| panic!("no {words:?} in the outline: {outline:#?}"))
    }

    /// Opens the first empty item of the open section.
    #[track_caller]
    pub fn open_empty_item(&self) {
        let name = self.word_with("section.edit_item", &self.word("outline.untitled_item"));
        self.moving(|| self.link(&name).click());
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
}
