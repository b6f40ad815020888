//! What a rule found: where, how sure, by which source, and what to do.

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 必错: against a fixed rule.
    Error,
    /// 疑似: most likely wrong; the author decides.
    Doubt,
    /// 提示: worth a look.
    Hint,
}

/// On what a rule rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// 法规, such as 党政机关公文处理工作条例.
    Law,
    /// A national standard.
    Standard,
    /// 实务: what offices do; never called a standard.
    Practice,
    /// 单位: the unit's own words and rules.
    Unit,
}

/// The source of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub basis: Basis,
    /// Its name and clause, such as `GB/T 15834—2011，4.4.2`; may be empty.
    pub clause: &'static str,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the paragraph in the document.
    pub paragraph: usize,
    /// Where it begins, in characters of [`crate::assemble::Paragraph::text`].
    pub start: usize,
    /// Where it ends; the same as the start where something is missing.
    pub end: usize,
}

/// One place of a finding, with what stands there and what should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Where.
    pub place: Place,
    /// The text as it stands.
    pub text: String,
    /// What to put in its place, where that can be said.
    pub fix: Option<String>,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id: `P01`.
    pub rule: &'static str,
    /// Which of the rule's messages; empty for its usual one.
    pub kind: &'static str,
    /// How sure it is.
    pub level: Level,
    /// On what it rests.
    pub source: Source,
    /// All its places, the first one first; never empty. One finding can stand
    /// for many places, and a contradiction has two.
    pub spots: Vec<Spot>,
    /// What the message tells, by name.
    pub args: Vec<(&'static str, String)>,
    /// Whether its fixes may be made unseen (一键修正).
    pub safe: bool,
}

impl Level {
    /// All of them, the surest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Doubt, Self::Hint];

    /// Its name: 必错, 疑似, 提示.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "必错",
            Self::Doubt => "疑似",
            Self::Hint => "提示",
        }
    }
}

impl Source {
    /// A clause of a national standard, named in full.
    pub const fn standard(clause: &'static str) -> Self {
        Self { basis: Basis::Standard, clause }
    }

    /// A clause of a law or regulation, named in full.
    pub const fn law(clause: &'static str) -> Self {
        Self { basis: Basis::Law, clause }
    }

    /// What offices do.
    pub const PRACTICE: Self = Self { basis: Basis::Practice, clause: "" };

    /// The unit's own.
    pub const UNIT: Self = Self { basis: Basis::Unit, clause: "" };

    /// As it is shown: `国标 GB/T 15834—2011，4.4.2`.
    pub fn show(&self) -> String {
        let name = match self.basis {
            Basis::Law => "法规",
            Basis::Standard => "国标",
            Basis::Practice => "实务",
            Basis::Unit => "单位",
        };
        if self.clause.is_empty() { name.to_owned() } else { format!("{name} {}", self.clause) }
    }
}

impl Finding {
    /// Its first place.
    pub fn place(&self) -> Place {
        self.spots.first().map_or(Place { paragraph: 0, start: 0, end: 0 }, |it| it.place)
    }

    /// What stands at its first place.
    pub fn text(&self) -> &str {
        self.spots.first().map_or("", |it| it.text.as_str())
    }

    /// What should stand at its first place, where that can be said.
    pub fn fix(&self) -> Option<&str> {
        self.spots.first().and_then(|it| it.fix.as_deref())
    }
}
