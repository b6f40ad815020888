//! What a scene answers: pieces of HTML and things for the page to do, as one text
//! that the page takes apart with two splits.

use maud::Markup;

use crate::store::line::BETWEEN;

/// Between the operations.
pub const RECORD: char = '\u{1e}';

/// What the page does, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    ops: Vec<Op>,
}

/// One thing for the page to do. An element that is not there is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// Puts HTML into the element with this id, in place of what is there.
    Fill(String, String),
    /// Puts HTML in place of the element with this id; what has the keyboard keeps
    /// it, by its id.
    Replace(String, String),
    /// Gives the keyboard to the element with this id.
    Focus(String),
    /// Tells the author something.
    Say(String),
    /// Tells the author what went wrong.
    Warn(String),
    /// Puts this draft file in place of the draft that is open, as one step that can
    /// be taken back; the text before is kept as a version.
    Change(String),
    /// The same, where the change is small and the step back is enough.
    Set(String),
    /// Keeps a layout for later drafts: its name, its file.
    Shelve(String, String),
    /// Keeps it no longer, tells the author so in these words, and offers to take it
    /// back: its name, its file, the words.
    Unshelve(String, String, String),
    /// Gives the draft that is open the layout of this draft file, and nothing else of
    /// it, as one step that can be taken back.
    Profile(String),
    /// Puts a new draft on the shelf and opens it.
    Create(String),
    /// Shows the field with this id, and puts the caret behind these words of it.
    Show(String, String),
    /// Hands the scene the draft file with this id from the shelf, as the value of an
    /// event with this act.
    Fetch(String, String),
    /// Hands a file to the author: name, MIME type, bytes in base64.
    File(String, String, String),
    /// Prints the scene alone.
    Print,
    /// Hands the scene a list of the drafts, a line each, id and name with a tab between
    /// them, as the value of an event with this act.
    List(String),
    /// Keeps a setting: its name and text.
    Remember(String, String),
    /// Has the scene drawn again, when everything before this is done.
    Again,
    /// Marks the texts of these fields on the paper, and no others.
    Mark(Vec<String>),
    /// Leaves the scene.
    Close,
}

impl Reply {
    /// Nothing to do.
    pub fn none() -> Self {
        Self::default()
    }

    /// Draws the whole scene.
    pub fn scene(html: Markup) -> Self {
        Self::none().fill("", html)
    }

    /// With one more thing to do.
    pub fn with(mut self, op: Op) -> Self {
        self.ops.push(op);
        self
    }

    /// With HTML for the element with this id; the scene's own has none.
    pub fn fill(self, id: &str, html: Markup) -> Self {
        self.with(Op::Fill(id.to_owned(), html.into_string()))
    }

    /// With HTML in place of the element with this id.
    pub fn replace(self, id: &str, html: Markup) -> Self {
        self.with(Op::Replace(id.to_owned(), html.into_string()))
    }

    /// The same, where much of the draft is changed at once: the text before is kept
    /// as a version.
    pub fn in_bulk(mut self) -> Self {
        for op in &mut self.ops {
            if let Op::Set(draft) = op {
                *op = Op::Change(std::mem::take(draft));
            }
        }
        self
    }

    /// What there is to do.
    pub fn ops(&self) -> &[Op] {
        &self.ops
    }

    /// The reply as one text.
    pub fn write(&self) -> String {
        let ops: Vec<_> = self.ops.iter().map(Op::write).collect();
        ops.join(&RECORD.to_string())
    }
}

impl Op {
    fn write(&self) -> String {
        let list;
        let (name, fields): (_, &[&String]) = match self {
            Self::Fill(id, html) => ("fill", &[id, html]),
            Self::Replace(id, html) => ("replace", &[id, html]),
            Self::Focus(id) => ("focus", &[id]),
            Self::Say(text) => ("say", &[text]),
            Self::Warn(text) => ("warn", &[text]),
            Self::Change(draft) => ("change", &[draft]),
            Self::Set(draft) => ("set", &[draft]),
            Self::Shelve(name, file) => ("shelve", &[name, file]),
            Self::Unshelve(name, file, words) => ("unshelve", &[name, file, words]),
            Self::Profile(draft) => ("profile", &[draft]),
            Self::Create(draft) => ("create", &[draft]),
            Self::Show(id, before) => ("show", &[id, before]),
            Self::Fetch(id, act) => ("fetch", &[id, act]),
            Self::File(name, mime, base64) => ("file", &[name, mime, base64]),
            Self::Print => ("print", &[]),
            Self::List(act) => ("list", &[act]),
            Self::Remember(name, text) => ("remember", &[name, text]),
            Self::Again => ("again", &[]),
            Self::Mark(ids) => {
                list = ids.join(" ");
                ("mark", &[&list])
            }
            Self::Close => ("close", &[]),
        };
        let mut text = name.to_owned();
        for field in fields {
            text.push(BETWEEN);
            // A foreign text may hold what parts the fields.
            text.extend(field.chars().filter(|it| !matches!(*it, RECORD | BETWEEN)));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parts_the_fields_never_comes_from_a_text() {
        let reply = Reply::none().with(Op::Say("一\u{1e}二\u{1f}三".to_owned())).with(Op::Close);
        assert_eq!(reply.write(), "say\u{1f}一二三\u{1e}close");
    }
}
