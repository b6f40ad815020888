//! What a rule is.

use std::ops::Range;

use crate::check::finding::{Level, Place, Source};
use crate::check::settings::Settings;
use crate::check::text::{Para, Text};

/// A rule: what it is called, how sure it is, and how it looks.
#[derive(Debug)]
pub struct Rule {
    /// Its id in the list of rules: `P01`.
    pub id: &'static str,
    /// How sure its findings are, unless a hit says otherwise.
    pub level: Level,
    /// On what it rests.
    pub source: Source,
    /// Whether its fixes cannot change the meaning, so that 一键修正 makes them.
    pub safe_fix: bool,
    /// Whether all its hits in a document are one finding with many places.
    pub gathers: bool,
    /// How it looks.
    pub scope: Scope,
}

/// What a rule reads.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// One paragraph, whatever stands round it: can follow every key.
    Paragraph(fn(&Para, &Ctx<'_>) -> Vec<Hit>),
    /// The whole document.
    Document(fn(&Ctx<'_>) -> Vec<Hit>),
}

/// What a rule may know besides its paragraph.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// The whole document, with its facts.
    pub text: &'a Text,
    /// What the unit has set.
    pub settings: &'a Settings,
}

/// What a rule found, before it becomes a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: Place,
    /// What to put there, where that can be said.
    pub fix: Option<String>,
    /// Which of the rule's messages; empty for its usual one.
    pub kind: &'static str,
    /// A level other than the rule's.
    pub level: Option<Level>,
    /// What the message tells, by name.
    pub args: Vec<(&'static str, String)>,
    /// Further places that belong to it: the other side of a contradiction.
    pub also: Vec<Place>,
    /// Whether the author must see this fix although the rule's are safe.
    pub unsafe_fix: bool,
}

impl Rule {
    /// A rule that tells each hit by itself and leaves fixes to the author.
    pub const fn new(id: &'static str, level: Level, source: Source, scope: Scope) -> Self {
        Self { id, level, source, safe_fix: false, gathers: false, scope }
    }

    /// The same rule, whose fixes cannot change the meaning.
    pub const fn safe(mut self) -> Self {
        self.safe_fix = true;
        self
    }

    /// The same rule, whose hits are one finding.
    pub const fn gathering(mut self) -> Self {
        self.gathers = true;
        self
    }
}

impl Hit {
    /// A hit at a range of characters.
    pub fn new(para: &Para, range: Range<usize>) -> Self {
        Self {
            place: Place { paragraph: para.idx, start: range.start, end: range.end },
            fix: None,
            kind: "",
            level: None,
            args: Vec::new(),
            also: Vec::new(),
            unsafe_fix: false,
        }
    }

    /// The same with what to put there.
    pub fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }

    /// The same with a fix that the author must see first.
    pub fn unsafe_fix(mut self, fix: impl Into<String>) -> Self {
        self.unsafe_fix = true;
        self.fix(fix)
    }

    /// The same with another level.
    pub fn level(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }

    /// The same with another of the rule's messages, `ID.kind` in the words.
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// The same with something that the message tells.
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same with another place that belongs to it.
    pub fn also(mut self, para: &Para, range: Range<usize>) -> Self {
        self.also.push(Place { paragraph: para.idx, start: range.start, end: range.end });
        self
    }
}
