//! What the author was promised, and whether it holds.
//!
//! Whatever is typed is a token, `~12~`, that no other text has. Where it is can be
//! seen without reading a draft, and unreadable texts have theirs, too.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::keys::{ASIDE, DRAFT, VERSION, draft_id};
use crate::store::simulation::faulty::{Disk, Texts, owner};

pub(super) type Tokens = BTreeSet<u32>;

/// The tokens in a text.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = u32> {
    text.split('~').skip(1).step_by(2).filter_map(|it| it.parse().ok())
}

/// The tokens in a storage, where it keeps drafts, versions and what is put aside.
pub(super) fn all(texts: &Texts) -> Tokens {
    let drafts = texts.iter().filter(|(key, _)| is_draft(key));
    drafts.flat_map(|(_, text)| tokens(text)).collect()
}

fn is_draft(key: &str) -> bool {
    [DRAFT, VERSION, ASIDE].iter().any(|it| key.starts_with(it))
}

#[derive(Default)]
pub(super) struct Ledger {
    n_tokens: u32,
    n_ids: u32,
    n_tabs: u32,
    n_openings: u32,
    /// What the author was told is kept.
    pub(super) acked: Tokens,
    /// And in which draft.
    pub(super) acked_in: BTreeMap<String, Tokens>,
    /// The revision that was told.
    pub(super) revisions: BTreeMap<String, u64>,
    /// What may be gone, because the author or the machine threw it away.
    pub(super) excused: Tokens,
    /// Drafts that the author has thrown away: all that they have may go at any time.
    pub(super) thrown: BTreeSet<String>,
    /// What was somewhere after the last step.
    present: Tokens,
    /// Removed for good by the author, and not written since.
    pub(super) removed: BTreeSet<String>,
    /// Drafts that two have written in, or that were brought back to an older text,
    /// or damaged: the newest text of these need not have all.
    pub(super) shared: BTreeSet<String>,
    /// The first thing that went wrong.
    pub(super) fault: Option<String>,
}

impl Ledger {
    pub(super) fn token(&mut self) -> String {
        self.n_tokens += 1;
        format!("~{}~", self.n_tokens)
    }

    pub(super) fn id(&mut self) -> String {
        self.n_ids += 1;
        format!("d{}", self.n_ids)
    }

    pub(super) fn tab(&mut self) -> String {
        self.n_tabs += 1;
        format!("tab{}", self.n_tabs)
    }

    pub(super) fn opening(&mut self) -> u32 {
        self.n_openings += 1;
        self.n_openings
    }

    pub(super) fn fail(&mut self, fault: String) {
        self.fault.get_or_insert(fault);
    }

    /// The author was told that a text is kept.
    pub(super) fn ack(&mut self, id: &str, text: &str, revision: u64) {
        self.acked.extend(tokens(text));
        let last = self.revisions.entry(id.to_owned()).or_default();
        *last = revision.max(*last);
        self.acked_in.entry(id.to_owned()).or_default().extend(tokens(text));
    }

    /// The author throws a draft away.
    pub(super) fn throw(&mut self, disk: &Disk, id: &str) {
        self.thrown.insert(id.to_owned());
        self.shared.insert(id.to_owned());
        self.excuse_thrown(disk);
    }

    /// All that is there now of what was thrown away may go.
    pub(super) fn excuse_thrown(&mut self, disk: &Disk) {
        for id in self.thrown.clone() {
            self.excuse(disk, &id);
        }
    }

    fn excuse(&mut self, disk: &Disk, id: &str) {
        for texts in [&disk.quick, &disk.durable] {
            let own = texts.iter().filter(|(key, _)| owner(key) == Some(id));
            self.excused.extend(own.flat_map(|(_, text)| tokens(text)));
        }
        for it in disk.pending.iter().flat_map(|it| &it.batch.put) {
            if owner(it.0) == Some(id) {
                self.excused.extend(tokens(it.1));
            }
        }
    }

    /// What only versions have may be gone, because there is no room.
    pub(super) fn excuse_versions(&mut self, disk: &Disk) {
        let drafts = |texts: &Texts| {
            let own = texts.iter().filter(|(key, _)| draft_id(key).is_some());
            own.flat_map(|(_, text)| tokens(text)).collect::<Tokens>()
        };
        let kept: Tokens = drafts(&disk.durable).union(&drafts(&disk.quick)).copied().collect();
        self.excused.extend(all(&disk.durable).difference(&kept));
        self.excused.extend(all(&disk.quick).difference(&kept));
    }

    /// After something that may lose: what is gone now is not missed later.
    pub(super) fn forgive(&mut self, disk: &Disk) {
        let durable = all(&disk.durable);
        self.present = all(&disk.quick).union(&durable).copied().collect();
        self.acked.retain(|it| durable.contains(it));
    }

    /// After every step: nothing is gone that was there, all that the author was
    /// told is kept is on disk, and nothing was overwritten unseen.
    pub(super) fn check(&mut self, disk: &Disk) {
        if let Some(unseen) = &disk.unseen {
            self.fail(unseen.clone());
        }
        let durable = all(&disk.durable);
        let present: Tokens = all(&disk.quick).union(&durable).copied().collect();
        let gone = self.present.difference(&present).find(|it| !self.excused.contains(it));
        if let Some(gone) = gone.copied() {
            self.fail(format!("~{gone}~ is gone"));
        }
        let lost = self.acked.difference(&durable).find(|it| !self.excused.contains(it));
        if let Some(lost) = lost.copied() {
            self.fail(format!("~{lost}~ was told to be kept and is not"));
        }
        self.present = present;
        self.excuse_thrown(disk);
    }

    /// What has to be found when all is opened again.
    pub(super) fn owed(&self) -> Tokens {
        self.present.difference(&self.excused).copied().collect()
    }
}
