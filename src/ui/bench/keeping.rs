//! When and where the draft on the bench is saved, and what the author is told of
//! it.

use std::future::Future;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::model::draft::Draft;
use crate::store::codec;
use crate::store::shelf::Saved;
use crate::store::texts::Error;
use crate::store::versions::{APART_MS, Reason};
use crate::ui::bench::{Bench, SaveStatus};
use crate::ui::browser::{clock, new_id, pause, uptime};
use crate::ui::desk::Shelf;
use crate::ui::exporter;
use crate::ui::refusals;
use crate::ui::rescue;
use crate::ui::words::t;

/// After a failed save the next try comes after this long, or with the next key.
const RETRY: Duration = Duration::from_secs(5);

impl Bench {
    /// Tells that an input method begins or ends composing a word.
    pub fn composing(self, composing: bool) {
        self.inner.update_value(|it| it.autosave.composing(composing));
        self.schedule();
    }

    /// Whether an input method is composing a word.
    pub fn is_composing(self) -> bool {
        self.inner.try_with_value(|it| it.autosave.is_composing()) == Some(true)
    }

    /// Saves at once if anything is unsaved; for the moments when the page may
    /// be about to go away. A word that is being composed is not in the draft
    /// yet, so what is saved is whole.
    pub fn save_now(self) {
        let is_dirty = self.inner.try_with_value(|it| it.autosave.is_dirty());
        if is_dirty == Some(true) && !self.save() {
            // One is on its way already; the quick storage waits for nobody.
            self.hold_fast();
        }
    }

    /// Saves, and returns when it is done; for whoever is about to hand the draft
    /// over.
    pub async fn settle_down(self) {
        self.save_now();
        // A save takes milliseconds; one that never ends must not hold up the rest.
        for _ in 0..100 {
            let busy = self.inner.try_with_value(|it| it.is_saving || it.autosave.is_dirty());
            if busy != Some(true) {
                return;
            }
            pause(Duration::from_millis(20)).await;
            self.save_now();
        }
    }

    /// Keeps the draft as it is at this call as a version.
    pub fn keep_version(
        self,
        reason: Reason,
        name: &str,
    ) -> impl Future<Output = Result<(), JsValue>> + use<> {
        self.keep_text(None, reason, name)
    }

    /// Keeps this stored text of the draft as a version, or the draft as it is now.
    fn keep_text(
        self,
        text: Option<String>,
        reason: Reason,
        name: &str,
    ) -> impl Future<Output = Result<(), JsValue>> + use<> {
        let kept = self.inner.try_with_value(|it| {
            let hold = it.hold.as_ref()?;
            let text = text.unwrap_or_else(|| codec::write(&it.draft, hold.revision, clock()));
            Some((it.desk.shelf(), hold.id.clone(), text))
        });
        let what = format!("{} {name}", reason.number());
        async move {
            match kept.flatten() {
                Some((shelf, id, text)) => keep(&shelf, &id, &what, &text).await,
                None => Ok(()),
            }
        }
    }

    /// As [`Bench::keep_version`], beside what goes on. The author is not kept
    /// waiting for it, nor told of a version that is missing.
    pub fn keep_version_later(self, reason: Reason) {
        self.keep_text_later(None, reason);
    }

    fn keep_text_later(self, text: Option<String>, reason: Reason) {
        let kept = self.keep_text(text, reason, "");
        spawn_local(async move {
            let _ = kept.await;
        });
    }

    /// Writes into the quick storage alone.
    pub(super) fn hold_fast(self) {
        let held = self.inner.try_update_value(|it| {
            let hold = it.hold.as_mut()?;
            let is_held = it.desk.shelf().hold_fast(hold, &it.draft, clock());
            is_held.then_some((hold.id.clone(), hold.revision))
        });
        if let Some((id, revision)) = held.flatten() {
            rescue::writing(Some(&id), revision);
            rescue::kept();
        }
    }

    /// Begins a save; whether one could begin. While one is on its way another
    /// waits for its end: the next compares with what this one leaves.
    fn save(self) -> bool {
        let now = clock();
        let begun = self.inner.try_update_value(|it| {
            let hold = it.hold.as_mut().filter(|_| !it.is_saving)?;
            let saving = it.desk.shelf().save(hold, &it.draft, now);
            it.is_saving = true;
            it.autosave.saved();
            Some((saving, hold.clone(), it.n_changes))
        });
        let Some((saving, hold, n_changes)) = begun.flatten() else { return false };
        rescue::writing(Some(&hold.id), hold.revision);
        if hold.is_held {
            rescue::kept();
        }
        spawn_local(async move {
            let saved = saving.await;
            self.saved(saved, now, n_changes);
        });
        true
    }

    /// A save has come to its end.
    fn saved(self, saved: Saved, now: u64, n_changes: u64) {
        let is_last = self.inner.try_update_value(|it| {
            it.is_saving = false;
            if let (Saved::Kept(head), Some(hold)) = (&saved, it.hold.as_mut()) {
                hold.seen = Some(head.clone());
            }
            if let Saved::Failed(_) = &saved {
                it.autosave.changed(uptime());
            }
            it.n_changes == n_changes
        });
        // The workbench may be gone by now.
        let Some(is_last) = is_last else { return };
        match saved {
            Saved::Kept(_) if is_last => {
                rescue::kept();
                self.status.set(SaveStatus::Saved(now));
            }
            Saved::Held if is_last => {
                self.status.set(SaveStatus::Held(now));
                spawn_local(self.save_again(n_changes, None));
            }
            Saved::Kept(_) | Saved::Held => self.schedule(),
            Saved::Failed(Error::Conflict) => return self.part(),
            Saved::Failed(error) => {
                self.status.set(SaveStatus::Failed(error.clone()));
                spawn_local(self.save_again(n_changes, Some(error)));
                return;
            }
        }
        let told = self.inner.try_with_value(|it| {
            let id = it.hold.as_ref().map(|it| it.id.clone()).unwrap_or_default();
            it.desk.tabs.say(&format!("saved {id}"));
        });
        if told.is_some() {
            self.keep_versions();
        }
    }

    /// Tries once more after a while what has failed, and what the quick storage alone
    /// has, once there is a durable one again.
    async fn save_again(self, n_changes: u64, failed: Option<Error>) {
        let Some(shelf) = self.inner.try_with_value(|it| it.desk.shelf()) else { return };
        if failed == Some(Error::Full) {
            // Old versions go before a draft is not saved.
            let none = JsValue::UNDEFINED;
            let _ = exporter::errand(&shelf, "room", ["", "", ""], &none).await;
        }
        if failed.is_none() && !shelf.is_closed() {
            return;
        }
        let wait = if failed.is_some() { RETRY } else { RETRY / 20 };
        pause(wait).await;
        while failed.is_none() && shelf.is_closed() && self.n_changes() == n_changes {
            pause(wait).await;
        }
        self.inner.try_update_value(|it| {
            // What was changed meanwhile was saved meanwhile.
            if it.n_changes == n_changes {
                it.autosave.changed(uptime());
            }
        });
        self.save_now();
    }

    /// Keeps the draft as it was opened as a version, and after that one every two
    /// minutes of editing.
    fn keep_versions(self) {
        let due = self.inner.try_update_value(|it| {
            let opened = it.opened.take();
            let is_due = opened.is_some() || APART_MS <= uptime() - it.last_version;
            is_due.then(|| {
                it.last_version = uptime();
                opened
            })
        });
        if let Some(text) = due.flatten() {
            self.keep_text_later(text, Reason::Auto);
        }
    }

    /// Another tab has written this draft meanwhile: what is here goes on as a
    /// draft of its own, and nothing is overwritten.
    fn part(self) {
        let parted = self.inner.try_update_value(|it| {
            let id = it.hold.take()?.id;
            let name = t!(tabs.copy_of, name = it.draft.display_name());
            let draft = Draft { id: new_id(), name, ..it.draft.clone() };
            Some((it.desk, it.notices, id, draft))
        });
        let Some((desk, notices, id, draft)) = parted.flatten() else { return };
        self.status.set(SaveStatus::Reading);
        spawn_local(async move {
            match desk.start(&draft).await {
                Ok(()) => {
                    // What this tab wrote under the old id is the copy's now.
                    desk.shelf().let_go(&id);
                    rescue::kept();
                    notices.warn(t!(tabs.parted, name = draft.display_name()));
                }
                Err(error) => notices.warn(refusals::saving(&error)),
            }
        });
    }

    /// From now on the draft is only read here.
    pub fn give_up(self) {
        let _ = self.inner.try_update_value(|it| it.hold = None);
        self.status.set(SaveStatus::Reading);
        rescue::writing(None, 0);
    }

    pub(super) fn schedule(self) {
        let wait = self.inner.try_update_value(|it| {
            let wait = it.autosave.wait(uptime()).filter(|_| !it.timer)?;
            it.timer = true;
            Some(wait)
        });
        let Some(wait) = wait.flatten() else { return };
        let due = move || {
            let is_due = self.inner.try_update_value(|it| {
                it.timer = false;
                it.autosave.wait(uptime()) == Some(0.0)
            });
            match is_due {
                Some(true) => {
                    // One that is on its way schedules the next when it ends.
                    self.save();
                }
                Some(false) => self.schedule(),
                None => {}
            }
        };
        set_timeout(due, Duration::from_millis(wait.ceil() as u64));
    }
}

/// Has the worker keep a version: its draft, the reason and the name, the stored
/// text.
pub async fn keep(shelf: &Shelf, id: &str, what: &str, text: &str) -> Result<(), JsValue> {
    exporter::errand(shelf, "keep", [id, what, text], &JsValue::UNDEFINED).await.map(drop)
}
