//! Which tab writes in a draft that several have open: the first one, until
//! another takes over or it is closed.
//!
//! Tabs talk to each other in words that may come late or never: a tab can be
//! frozen or dead. So this only keeps people from working against each other;
//! that no revision is overwritten unseen is the durable storage's affair, which
//! compares before it writes.

/// How long a tab waits for another to say that the draft is its own.
pub const ANSWER_MS: u32 = 150;

/// How long a tab that takes over waits for the other to save.
pub const GIVE_MS: u32 = 1500;

/// What tabs say to each other, about one draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// May I write?
    Ask,
    /// I write.
    Mine,
    /// Let me write.
    Take,
    /// I have saved, and write no more.
    Free,
}

/// What this tab does with the draft that it has open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It has asked, and waits.
    Asking,
    /// It writes.
    Writing,
    /// It looks on; another writes.
    Reading,
    /// It has asked the other to save, and waits.
    Taking,
}

/// What is to be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Say this.
    Say(Word),
    /// Read the draft again, and write from now on.
    Write,
    /// Save, say [`Word::Free`], and write no more.
    Release,
    /// Come back with [`Presence::waited`] after so many milliseconds.
    Wait(u32),
}

/// One tab's part in the talk about one draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    tab: String,
    role: Role,
}

impl Presence {
    /// Begins by asking.
    pub fn new(tab: impl Into<String>) -> (Self, [Act; 2]) {
        let own = Self { tab: tab.into(), role: Role::Asking };
        (own, [Act::Say(Word::Ask), Act::Wait(ANSWER_MS)])
    }

    /// What this tab does with the draft.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Another tab has said something about the draft.
    pub fn hear(&mut self, word: Word, tab: &str) -> Vec<Act> {
        if tab == self.tab {
            return Vec::new();
        }
        match (word, self.role) {
            (Word::Ask | Word::Take, Role::Taking) => vec![Act::Say(Word::Mine)],
            (Word::Ask, Role::Writing) => vec![Act::Say(Word::Mine)],
            // Both ask at once: the one whose name comes first has it.
            (Word::Ask, Role::Asking) if self.tab.as_str() < tab => {
                self.role = Role::Writing;
                vec![Act::Say(Word::Mine), Act::Write]
            }
            (Word::Mine, Role::Asking) => {
                self.role = Role::Reading;
                Vec::new()
            }
            // This tab was frozen, and another has taken its place.
            (Word::Take | Word::Mine, Role::Writing) => {
                self.role = Role::Reading;
                vec![Act::Release]
            }
            (Word::Free, Role::Reading) => {
                self.role = Role::Asking;
                vec![Act::Say(Word::Ask), Act::Wait(ANSWER_MS)]
            }
            (Word::Free, Role::Taking) => self.write(),
            _ => Vec::new(),
        }
    }

    /// The author wants to write here.
    pub fn take_over(&mut self) -> Vec<Act> {
        if self.role != Role::Reading {
            return Vec::new();
        }
        self.role = Role::Taking;
        vec![Act::Say(Word::Take), Act::Wait(GIVE_MS)]
    }

    /// The time that was waited for is over. Whoever did not answer is gone.
    pub fn waited(&mut self) -> Vec<Act> {
        match self.role {
            Role::Asking | Role::Taking => self.write(),
            Role::Writing | Role::Reading => Vec::new(),
        }
    }

    fn write(&mut self) -> Vec<Act> {
        self.role = Role::Writing;
        vec![Act::Say(Word::Mine), Act::Write]
    }
}

impl Word {
    /// As it is sent: `WORD DRAFT TAB`.
    pub fn line(self, draft: &str, tab: &str) -> String {
        let word = match self {
            Self::Ask => "ask",
            Self::Mine => "mine",
            Self::Take => "take",
            Self::Free => "free",
        };
        format!("{word} {draft} {tab}")
    }

    /// Reads a line: the word, the draft and the tab.
    pub fn read(line: &str) -> Option<(Self, &str, &str)> {
        let (word, rest) = line.split_once(' ')?;
        let (draft, tab) = rest.split_once(' ')?;
        let word = match word {
            "ask" => Self::Ask,
            "mine" => Self::Mine,
            "take" => Self::Take,
            "free" => Self::Free,
            _ => return None,
        };
        Some((word, draft, tab))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_that_hears_nothing_writes() {
        let (mut tab, _) = Presence::new("a");
        assert_eq!(tab.waited(), [Act::Say(Word::Mine), Act::Write]);
        assert_eq!(tab.hear(Word::Ask, "b"), [Act::Say(Word::Mine)]);
    }

    #[test]
    fn the_second_tab_reads_until_it_takes_over() {
        let (mut second, _) = Presence::new("b");
        second.hear(Word::Mine, "a");
        assert_eq!(second.role(), Role::Reading);
        assert!(second.waited().is_empty());
        assert_eq!(second.take_over(), [Act::Say(Word::Take), Act::Wait(GIVE_MS)]);
        let mut first = Presence { tab: "a".to_owned(), role: Role::Writing };
        assert_eq!(first.hear(Word::Take, "b"), [Act::Release]);
        assert_eq!(first.role(), Role::Reading);
        assert_eq!(second.hear(Word::Free, "a"), [Act::Say(Word::Mine), Act::Write]);
        assert_eq!(second.role(), Role::Writing);
    }

    #[test]
    fn of_two_that_ask_at_once_one_writes() {
        let ((mut a, _), (mut b, _)) = (Presence::new("a"), Presence::new("b"));
        assert!(b.hear(Word::Ask, "a").is_empty());
        assert_eq!(a.hear(Word::Ask, "b"), [Act::Say(Word::Mine), Act::Write]);
        b.hear(Word::Mine, "a");
        assert_eq!((a.role(), b.role()), (Role::Writing, Role::Reading));
    }

    #[test]
    fn a_frozen_tab_gives_way_to_the_one_that_took_its_place() {
        let mut frozen = Presence { tab: "a".to_owned(), role: Role::Writing };
        assert_eq!(frozen.hear(Word::Mine, "b"), [Act::Release]);
        assert_eq!(frozen.role(), Role::Reading);
    }

    #[test]
    fn lines_are_read_as_they_are_sent() {
        let line = Word::Take.line("18f-0a", "9b1c");
        assert_eq!(Word::read(&line), Some((Word::Take, "18f-0a", "9b1c")));
        assert_eq!(Word::read("saved"), None);
        assert_eq!(Word::read("shout x y"), None);
    }
}
