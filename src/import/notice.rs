//! What an author should know about an import.

/// Something that was left out, resolved, taken as accepted, or kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// Characters that neither paper nor XML can hold were dropped; how many.
    Controls(usize),
    /// The text was in this encoding and not in UTF-8.
    Encoding(&'static str),
    /// Marks of Markdown were taken off; in how many lines.
    Marks(usize),
    /// Automatic numbers became text; in how many paragraphs.
    AutoNumbers(usize),
    /// Tracked insertions were taken as accepted; how many.
    Insertions(usize),
    /// Tracked deletions were left out; how many.
    Deletions(usize),
    /// Comments were left out; how many.
    Comments(usize),
    /// A header was left out; its text.
    Header(String),
    /// A footer was left out; its text.
    Footer(String),
    /// A footnote or endnote was left out; its text.
    Note(String),
    /// A text box was left out; its text.
    TextBox(String),
    /// Pictures, charts and drawings were left out; how many.
    Pictures(usize),
    /// Formulas were taken as plain text; how many.
    Formulas(usize),
    /// Hidden text was taken in; in how many pieces.
    Hidden(usize),
    /// Lines that look like residue of a web page are in the draft; how many.
    Residue(usize),
    /// Numbers that are not those the program would count stand as written; how
    /// many.
    AsWritten(usize),
    /// Lines that could not be taken as what they look like stand as plain
    /// paragraphs; how many.
    Plain(usize),
}

impl Notice {
    /// Whether it counts nothing, and so need not be said.
    pub fn is_none(&self) -> bool {
        match self {
            Self::Controls(n)
            | Self::Marks(n)
            | Self::AutoNumbers(n)
            | Self::Insertions(n)
            | Self::Deletions(n)
            | Self::Comments(n)
            | Self::Pictures(n)
            | Self::Formulas(n)
            | Self::Hidden(n)
            | Self::Residue(n)
            | Self::AsWritten(n)
            | Self::Plain(n) => *n == 0,
            Self::Header(it) | Self::Footer(it) | Self::Note(it) | Self::TextBox(it) => {
                it.is_empty()
            }
            Self::Encoding(_) => false,
        }
    }
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Controls(n) => write!(f, "{n} control characters were dropped"),
            Self::Encoding(name) => write!(f, "the text was in {name}"),
            Self::Marks(n) => write!(f, "marks of Markdown were taken off in {n} lines"),
            Self::AutoNumbers(n) => write!(f, "automatic numbers became text in {n} paragraphs"),
            Self::Insertions(n) => write!(f, "{n} tracked insertions were taken as accepted"),
            Self::Deletions(n) => write!(f, "{n} tracked deletions were left out"),
            Self::Comments(n) => write!(f, "{n} comments were left out"),
            Self::Header(text) => write!(f, "a header was left out: {text}"),
            Self::Footer(text) => write!(f, "a footer was left out: {text}"),
            Self::Note(text) => write!(f, "a footnote was left out: {text}"),
            Self::TextBox(text) => write!(f, "a text box was left out: {text}"),
            Self::Pictures(n) => write!(f, "{n} pictures were left out"),
            Self::Formulas(n) => write!(f, "{n} formulas were taken as plain text"),
            Self::Hidden(n) => write!(f, "hidden text was taken in, {n} pieces"),
            Self::Residue(n) => write!(f, "{n} lines look like residue of a web page"),
            Self::AsWritten(n) => write!(f, "{n} numbers stand as written"),
            Self::Plain(n) => write!(f, "{n} lines stand as plain paragraphs"),
        }
    }
}
