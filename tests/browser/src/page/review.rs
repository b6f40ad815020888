//! What the worker draws: the import of a report, and the panel of checks.

use serde_json::json;

use super::Page;
use crate::clock::{self, PATIENCE};
use crate::find::{Locator, text};
use crate::words::Words;

/// The tabs of the panel, by their key in the words.
pub const TABS: [&str; 6] = [
    "review.findings",
    "review.board",
    "review.ledger",
    "review.growth",
    "review.submission",
    "review.rules",
];

impl Page {
    /// The words of a key with its blanks filled in, in the language of the page.
    #[track_caller]
    pub fn word_filled(&self, key: &str, fillings: &[(&str, &str)]) -> String {
        Words::of(self.language.get()).filled(key, fillings)
    }

    /// Opens the import from the list of drafts.
    #[track_caller]
    pub fn open_import(&self) {
        self.moving(|| self.button("home.paste_go").click());
        self.textbox("import.paste").element();
    }

    /// Pastes a report into the import and has it read.
    #[track_caller]
    pub fn paste_report(&self, text: &str) {
        self.textbox("import.paste").fill(text);
        self.button("import.go").click();
        self.expect_import_review();
    }

    /// Waits for what was understood of a report.
    #[track_caller]
    pub fn expect_import_review(&self) {
        self.any("region").named(self.word("import.lines")).element();
    }

    /// From the list of drafts: a report becomes the draft of a year after it.
    #[track_caller]
    pub fn turn_report(&self, text: &str, year: u32) {
        self.open_import();
        self.paste_report(text);
        self.textbox("import.year").fill(&year.to_string());
        self.moving(|| self.button("import.turn").click());
    }

    /// From the list of drafts: a report becomes a draft as it is.
    #[track_caller]
    pub fn import_report(&self, text: &str) {
        self.open_import();
        self.paste_report(text);
        self.moving(|| self.button("import.make").click());
    }

    /// Opens the panel of checks at a tab.
    #[track_caller]
    pub fn open_review(&self, tab: &str) {
        let opener = self.button("review.title").nth(0);
        if opener.attribute("aria-expanded") != "true" {
            opener.click();
        }
        self.in_review("button").named(self.word(tab)).click();
        self.session.settle();
    }

    /// Something in the panel of checks.
    #[track_caller]
    pub fn in_review(&self, role: &'static str) -> Locator<'_> {
        self.any(role).within(self.word("review.title"))
    }

    /// Everything that the panel of checks says.
    #[track_caller]
    pub fn review_text(&self) -> String {
        self.session.settle();
        self.any("region").named(self.word("review.title")).text()
    }

    /// Waits for the panel of checks to say this.
    #[track_caller]
    pub fn expect_in_review(&self, words: &str) {
        let mut said = String::new();
        let found = clock::wait(PATIENCE, || {
            said = self.review_text();
            said.contains(words).then_some(())
        });
        assert!(found.is_some(), "the panel does not say {words:?}:\n{said}");
    }

    /// Writes into a field and leaves it, which is when a scene is told.
    #[track_caller]
    pub fn fill_and_leave(&self, field: &Locator<'_>, value: &str) {
        field.fill(value);
        self.session.press(&[crate::keys::Key::Tab]);
        self.session.settle();
    }

    /// Drops a file on an element.
    #[track_caller]
    pub fn drop_file(&self, onto: &Locator<'_>, name: &str, bytes: &[u8]) {
        const DROP: &str = "const [onto, name, bytes] = arguments;
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
            const drop = (type) => onto.dispatchEvent(new DragEvent(type,
                { bubbles: true, cancelable: true, dataTransfer }));
            drop('dragover');
            drop('drop');";
        onto.script(DROP, &[json!(name), json!(bytes)]);
        self.session.settle();
    }

    /// What the bar above the draft says.
    #[track_caller]
    pub fn bar(&self) -> String {
        text(&self.any("banner").property("textContent"))
    }

    /// Waits for the bar above the draft to say this, or to say it no longer.
    #[track_caller]
    pub fn expect_in_bar(&self, words: &str, is_there: bool) {
        let said = clock::wait(PATIENCE, || (self.bar().contains(words) == is_there).then_some(()));
        assert!(said.is_some(), "{words:?} is not {is_there} in the bar: {:?}", self.bar());
    }
}
