//! What befalls the author: tabs and browsers die, storages fill up, fail and forget,
//! and older versions of the program have left something.

use std::rc::Rc;

use crate::model::draft::Draft;
use crate::store::card::Place;
use crate::store::codec;
use crate::store::simulation::page::tiny;
use crate::store::simulation::world::World;
use crate::store::versions::{self, Mark, Reason};

impl World {
    /// Drafts that version 0.1 left, and one with many versions.
    pub(super) fn prefill(&mut self) {
        let mut disk = self.disk.borrow_mut();
        for _ in 0..self.dice.below(3) {
            let id = self.ledger.borrow_mut().id();
            let token = self.ledger.borrow_mut().token();
            let draft = Draft { title: token, ..tiny(&id) };
            let text = codec::write(&draft, 3, self.now);
            let (line, _) = codec::head(&text).rsplit_once(' ').unwrap_or_default();
            let text = format!("{line}\n{}", codec::file(&text));
            let text = if self.dice.once_in(2) { of_schema_1(&text) } else { text };
            let place = [Place::Desk, Place::Archive][self.dice.below(2)];
            // As version 0.1 wrote it.
            let card = format!(r#"{{"id":"{id}","name":"","place":"{place:?}"}}"#);
            disk.quick.insert(format!("draft:{id}"), text.into());
            disk.quick.insert(format!("card:{id}"), card.into());
        }
        if self.dice.once_in(40) {
            let id = self.ledger.borrow_mut().id();
            for revision in 1..=versions::KEPT as u64 + 1 {
                let text = codec::write(&tiny(&id), revision, self.now);
                if revision <= versions::KEPT as u64
                    && let Some(mark) = Mark::of(&text, Reason::Auto, 0)
                {
                    disk.durable.insert(versions::text_key(&id, &mark.version), text.into());
                } else {
                    disk.durable.insert(format!("draft:{id}"), text.into());
                }
            }
        }
        self.ledger.borrow_mut().forgive(&disk);
    }

    pub(super) fn land(&mut self) {
        let n = self.disk.borrow().pending.len();
        if 0 < n {
            let n = self.dice.below(n);
            if self.log.is_some() {
                let disk = self.disk.borrow();
                let it = &disk.pending[n];
                let keys: Vec<_> = it.batch.put.keys().collect();
                let line = format!(
                    "{}'s batch is done: puts {keys:?}, expects {:?}, removes {:?}",
                    it.tab, it.batch.expect, it.batch.remove
                );
                drop(disk);
                self.note(|| line);
            }
            self.disk.borrow_mut().land(n);
        }
    }

    pub(super) fn flush(&mut self) {
        self.note(|| "the quick storage is on disk".to_owned());
        self.disk.borrow_mut().flush();
    }

    /// The tab dies with all that it had not written.
    pub(super) fn crash_tab(&mut self, n: usize) {
        let tab = self.tabs.remove(n).borrow().name.clone();
        self.note(|| format!("{tab} dies"));
        self.disk.borrow_mut().crash(&tab);
        self.tasks.retain(|(it, _)| *it != tab);
    }

    pub(super) fn kill(&mut self) {
        self.note(|| "the browser dies".to_owned());
        self.tabs.clear();
        self.tasks.clear();
        self.disk.borrow_mut().kill();
        // What was removed while there was no other storage may be there again.
        if self.weather.denied {
            self.ledger.borrow_mut().removed.clear();
        }
        self.ledger.borrow_mut().forgive(&self.disk.borrow());
        self.has_quick = !(self.weather.denied && self.dice.once_in(4));
        self.has_durable = !(self.weather.denied && self.has_quick && self.dice.once_in(4));
    }

    pub(super) fn fill(&mut self) {
        let mut disk = self.disk.borrow_mut();
        match self.dice.below(4) {
            0 => disk.quick_full = true,
            1 => disk.durable_full = true,
            _ => {
                (disk.quick_full, disk.durable_full) = (false, false);
                // With room the database can be opened again.
                disk.closed.clear();
            }
        }
        let line = format!("full: quick {}, durable {}", disk.quick_full, disk.durable_full);
        drop(disk);
        self.note(|| line);
    }

    /// A text that nobody can read, put beside or in place of one that can be.
    pub(super) fn damage(&mut self) {
        let token = self.ledger.borrow_mut().token();
        let mut disk = self.disk.borrow_mut();
        let ids: Vec<String> = disk
            .durable
            .keys()
            .filter_map(|it| it.strip_prefix("draft:").map(str::to_owned))
            .collect();
        let Some(id) = ids.get(self.dice.below(ids.len())).cloned() else { return };
        let text: Rc<str> = match self.dice.below(4) {
            0 => format!("garbage {token}"),
            1 => format!("chengwen 2 9 {} 00000000\n{token}", self.now),
            2 => format!("chengwen 2 9 {} 00000000\r\n{token}", self.now),
            _ => format!("{token}\n"),
        }
        .into();
        let is_twin = !self.dice.once_in(4);
        let key = match is_twin {
            false => format!("draft:{id}"),
            true => format!("draft:{id}:dead{}", self.dice.below(2)),
        };
        let line = format!("{key} is damaged: {text:?}");
        if !is_twin && self.dice.once_in(2) {
            disk.durable.insert(key, text);
        } else {
            disk.change_quick(|it| drop(it.insert(key, text)));
        }
        self.ledger.borrow_mut().shared.insert(id);
        self.ledger.borrow_mut().forgive(&disk);
        drop(disk);
        self.note(|| line);
    }

    /// A storage loses everything, once.
    pub(super) fn wipe(&mut self) {
        let wipe = std::mem::take(&mut self.weather.wipe);
        self.is_wiped = true;
        self.note(|| format!("storage {wipe} loses everything"));
        let mut disk = self.disk.borrow_mut();
        if wipe == 1 {
            disk.durable.clear();
        } else {
            disk.quick.clear();
            disk.before.clear();
        }
        let mut ledger = self.ledger.borrow_mut();
        if wipe == 1 {
            ledger.removed.clear();
            ledger.revisions.clear();
        }
        let ids: Vec<String> = ledger.acked_in.keys().cloned().collect();
        ledger.shared.extend(ids);
        ledger.forgive(&disk);
    }
}

/// The same record with a file of schema 1.
fn of_schema_1(text: &str) -> String {
    let now = format!("\"schema\": {}", crate::import::json::SCHEMA);
    let file = codec::file(text).replacen(&now, "\"schema\": 1", 1);
    let crc = crate::model::checksum::crc32(file.as_bytes());
    format!("chengwen 1 3 1766000000000 {crc:08x}\n{file}")
}
