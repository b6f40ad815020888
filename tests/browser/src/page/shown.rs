//! What the page says and keeps: the status, the storage, errors.

use serde_json::json;

use super::Page;
use crate::clock::{self, PATIENCE};
use crate::find::text;

impl Page {
    /// What the page says of saving.
    #[track_caller]
    pub fn save_status(&self) -> String {
        let chips = [self.word_before("save.saved"), self.word("save.unsaved")];
        let texts = self.any("status").texts();
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

    /// The sentences that the page says as errors.
    #[track_caller]
    pub fn alerts(&self) -> Vec<String> {
        self.any("alert").texts().into_iter().filter(|it| !it.is_empty()).collect()
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
