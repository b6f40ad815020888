//! Opens the draft of the workbench, and settles with the other tabs who writes
//! in it.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::store::codec;
use crate::store::journal::Journal;
use crate::store::keys::TYPING;
use crate::store::open::{OpenError, Opened};
use crate::store::presence::{Act, Presence, Role, Word};
use crate::store::shelf::Saved;
use crate::store::texts::Error;
use crate::store::versions::Reason;
use crate::ui::bench::{Bench, keep};
use crate::ui::browser::clock;
use crate::ui::desk::Desk;
use crate::ui::notices::Notices;
use crate::ui::words::t;

/// One draft, opened in this tab; in the context of the workbench.
#[derive(Clone, Copy)]
pub struct Occupancy {
    desk: Desk,
    notices: Notices,
    id: StoredValue<String>,
    presence: StoredValue<Presence>,
    role: RwSignal<Role>,
    opened: RwSignal<Option<Result<Opened, OpenError>>>,
    bench: StoredValue<Option<Bench>>,
}

impl Occupancy {
    /// Asks the other tabs for a draft and opens it.
    pub fn new(id: String) -> Self {
        let (desk, notices) = (expect_context::<Desk>(), expect_context::<Notices>());
        let (presence, acts) = Presence::new(desk.shelf().tab());
        let own = Self {
            desk,
            notices,
            id: StoredValue::new(id),
            role: RwSignal::new(presence.role()),
            presence: StoredValue::new(presence),
            opened: RwSignal::new(None),
            bench: StoredValue::new(None),
        };
        desk.tabs.listen(Some(Rc::new(move |line| own.hear(line))));
        own.carry_out(acts.into());
        on_cleanup(move || {
            desk.tabs.listen(None);
            own.leave();
        });
        own
    }

    /// What was read, once it was; followed.
    pub fn opened(self) -> Option<Result<Opened, OpenError>> {
        self.opened.get()
    }

    /// Whether another tab writes in the draft; followed.
    pub fn is_elsewhere(self) -> bool {
        matches!(self.role.get(), Role::Reading | Role::Taking)
    }

    /// The bench that the draft lies on now.
    pub fn set_bench(self, bench: Bench) {
        self.bench.set_value(Some(bench));
    }

    /// The author wants to write here.
    pub fn take_over(self) {
        let acts = self.presence.try_update_value(Presence::take_over);
        self.carry_out(acts.unwrap_or_default());
    }

    /// This tab closes the draft, or itself.
    pub fn leave(self) {
        if self.role.try_get_untracked() == Some(Role::Writing) {
            self.say(Word::Free);
        }
    }

    fn hear(self, line: &str) {
        let is_own = |id: &str| self.id.try_with_value(|it| it == id) == Some(true);
        if let Some((word, id, tab)) = Word::read(line) {
            if is_own(id) {
                let acts = self.presence.try_update_value(|it| it.hear(word, tab));
                self.carry_out(acts.unwrap_or_default());
            }
        } else if line.strip_prefix("saved ").is_some_and(is_own)
            && self.role.get_untracked() == Role::Reading
        {
            self.look();
        }
    }

    fn say(self, word: Word) {
        if let Some(line) = self.id.try_with_value(|id| word.line(id, self.desk.shelf().tab())) {
            self.desk.tabs.say(&line);
        }
    }

    fn carry_out(self, acts: Vec<Act>) {
        let Some(role) = self.presence.try_with_value(Presence::role) else { return };
        self.role.set(role);
        if role == Role::Reading && !acts.contains(&Act::Release) {
            self.look();
        }
        for act in acts {
            match act {
                Act::Say(word) => self.say(word),
                Act::Wait(ms) => set_timeout(
                    move || {
                        let acts = self.presence.try_update_value(Presence::waited);
                        self.carry_out(acts.unwrap_or_default());
                    },
                    Duration::from_millis(ms.into()),
                ),
                Act::Write => spawn_local(self.write()),
                Act::Release => spawn_local(async move {
                    if let Some(bench) = self.bench.try_get_value().flatten() {
                        bench.settle_down().await;
                        bench.give_up();
                    }
                    self.say(Word::Free);
                    self.look();
                }),
            }
        }
    }

    /// Reads the draft to look at it.
    fn look(self) {
        spawn_local(async move {
            let Some(id) = self.id.try_get_value() else { return };
            let opened = self.desk.shelf().view(&id).await;
            if let Ok(opened) = &opened {
                self.desk.learn_kind(&opened.record.draft.kind).await;
            }
            // It may have become writable meanwhile.
            if matches!(self.role.try_get_untracked(), Some(Role::Reading | Role::Taking)) {
                self.opened.set(Some(opened));
            }
        });
    }

    /// Opens the draft for writing, with what was typed last when a tab died.
    async fn write(self) {
        let Some(id) = self.id.try_get_value() else { return };
        let mut opened = self.desk.open(&id).await;
        if let Ok(opened) = &mut opened {
            self.desk.learn_kind(&opened.record.draft.kind).await;
            let n_found = self.replay(opened).await;
            if 0 < n_found {
                self.notices.say(t!(tabs.found_again));
            } else if 0 < opened.others {
                self.notices.say(t!(tabs.others, n = opened.others));
            }
        }
        if self.role.try_get_untracked() == Some(Role::Writing) {
            self.opened.set(Some(opened));
        }
    }

    /// Puts what was typed and not saved into the draft, and saves it; how many
    /// recorders had something.
    async fn replay(self, opened: &mut Opened) -> usize {
        let Some(mut hold) = opened.hold.clone() else { return 0 };
        let shelf = self.desk.shelf();
        let mut n_found = 0;
        for (key, text) in shelf.recorded(TYPING) {
            let Some(journal) = Journal::read(&text).filter(|it| it.draft == hold.id) else {
                continue;
            };
            let Some(edit) = journal.edit(&opened.record.draft) else {
                shelf.forget(&key);
                continue;
            };
            let mut draft = opened.record.draft.clone();
            edit.apply(&mut draft);
            let is_next = journal.revision == opened.record.revision;
            let kept = if is_next {
                match shelf.save(&mut hold, &draft, clock()).await {
                    Saved::Kept(head) => {
                        hold.seen = Some(head);
                        Ok(())
                    }
                    Saved::Held => Ok(()),
                    Saved::Failed(error) => Err(error),
                }
            } else {
                // The draft has gone on since: what was typed is a version of it.
                let text = codec::write(&draft, hold.revision, clock());
                let what = format!("{} ", Reason::Other.number());
                let kept = keep(&shelf, &hold.id, &what, &text).await;
                kept.map_err(|_| Error::Denied)
            };
            if is_next {
                opened.record.draft = draft;
                opened.record.revision = hold.revision;
            }
            if kept.is_ok() {
                shelf.forget(&key);
            }
            // A text that is on the page is found, saved or not.
            n_found += usize::from(is_next || kept != Err(Error::Denied));
        }
        opened.hold = Some(hold);
        n_found
    }
}
