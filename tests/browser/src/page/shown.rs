//! What the page shows and keeps: the paper, the status, the storage, errors.

use serde_json::json;

use super::Page;
use crate::clock::{self, PATIENCE};
use crate::find::text;

impl Page {
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
        let lines = answer.as_array().into_iter().flatten().map(text);
        // An empty report shows a word of the page instead.
        lines.filter(|it| *it != self.word("paper.empty")).collect()
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

fn texts(list: &[impl AsRef<str>]) -> impl Iterator<Item = &str> {
    list.iter().map(AsRef::as_ref)
}
