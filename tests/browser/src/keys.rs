//! The keyboard, sent to whatever has the focus.

use serde_json::{Value, json};

use crate::session::Session;

/// A key, or some keys held while another is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "keys are what they are called")]
pub enum Key {
    Tab,
    BackTab,
    Enter,
    Space,
    Escape,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageDown,
    Delete,
    AltUp,
    AltDown,
    Control(char),
    ControlShift(char),
    Letter(char),
}

impl Key {
    /// WebDriver's characters for the keys held and the key pressed.
    fn characters(self) -> (&'static [char], char) {
        const SHIFT: char = '\u{e008}';
        const CONTROL: char = '\u{e009}';
        const ALT: char = '\u{e00a}';
        match self {
            Self::Tab => (&[], '\u{e004}'),
            Self::BackTab => (&[SHIFT], '\u{e004}'),
            Self::Enter => (&[], '\u{e007}'),
            Self::Space => (&[], ' '),
            Self::Escape => (&[], '\u{e00c}'),
            Self::Up => (&[], '\u{e013}'),
            Self::Down => (&[], '\u{e015}'),
            Self::Left => (&[], '\u{e012}'),
            Self::Right => (&[], '\u{e014}'),
            Self::Home => (&[], '\u{e011}'),
            Self::End => (&[], '\u{e010}'),
            Self::PageDown => (&[], '\u{e00f}'),
            Self::Delete => (&[], '\u{e017}'),
            Self::AltUp => (&[ALT], '\u{e013}'),
            Self::AltDown => (&[ALT], '\u{e015}'),
            Self::Control(c) => (&[CONTROL], c),
            Self::ControlShift(c) => (&[CONTROL, SHIFT], c),
            Self::Letter(c) => (&[], c),
        }
    }

    fn actions(self) -> Vec<Value> {
        let (held, key) = self.characters();
        let event = |kind: &str, key: char| json!({ "type": kind, "value": key });
        let down = held.iter().map(|&it| event("keyDown", it));
        let up = held.iter().rev().map(|&it| event("keyUp", it));
        down.chain([event("keyDown", key), event("keyUp", key)]).chain(up).collect()
    }
}

impl Session {
    /// Presses keys, one after the other.
    #[track_caller]
    pub fn press(&self, keys: &[Key]) {
        let actions: Vec<_> = keys.iter().flat_map(|it| it.actions()).collect();
        self.act(json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }

    /// Types a text letter by letter.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let keys: Vec<_> = text.chars().map(Key::Letter).collect();
        self.press(&keys);
    }

    #[track_caller]
    pub(crate) fn act(&self, source: Value) {
        let answer = self.driver().post("actions", json!({ "actions": [source] }));
        self.must(answer, "actions");
    }
}
