//! What the worker does for the page on both storages. It reaches the durable one
//! by itself; of the quick one it is told what it holds, and tells what is to be
//! changed in it.

use crate::store::line::{self, BETWEEN};
use crate::store::texts::{Batch, Memory};

/// What comes back from the worker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// What was asked for, in the words of the errand.
    pub told: String,
    /// What is to be changed in the quick storage.
    pub quick: Batch,
}

/// What stands between the answer and the changes.
const CHANGES: char = '\u{1e}';

impl Done {
    /// The answer, and how a storage differs from what it held before.
    pub fn new(told: String, before: &Memory, after: &Memory) -> Self {
        let (before, after) = (before.texts(), after.texts());
        let gone = before.keys().filter(|it| !after.contains_key(*it)).cloned();
        let mut quick = Batch::removing(gone);
        quick.put.extend(after.into_iter().filter(|(key, text)| before.get(key) != Some(text)));
        Self { told, quick }
    }

    /// As it is sent to the page.
    pub fn write(&self) -> String {
        let mut text = format!("{}{CHANGES}{}", self.told, self.quick.remove.len());
        let put = self.quick.put.iter().flat_map(|(key, text)| [key, text]);
        for field in self.quick.remove.iter().chain(put) {
            text.push(BETWEEN);
            text.push_str(field);
        }
        text
    }

    /// Reads what [`Done::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let (told, changes) = text.split_once(CHANGES)?;
        let mut fields = line::fields(changes);
        let n_removed = line::number(&mut fields)? as usize;
        let mut quick = Batch::default();
        quick.remove.extend(fields.by_ref().take(n_removed).map(str::to_owned));
        while let (Some(key), Some(text)) = (fields.next(), fields.next()) {
            quick.put.insert(key.to_owned(), text.to_owned());
        }
        Some(Self { told: told.to_owned(), quick })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_as_it_is_sent() {
        let before = Memory::default();
        before.apply(&Batch::putting("draft:b:0", "x")).unwrap();
        let after = Memory::default();
        after.apply(&Batch::putting("draft:a", "x\ny")).unwrap();
        let done = Done::new("told".to_owned(), &before, &after);
        assert_eq!((done.quick.remove.len(), done.quick.put.len()), (1, 1));
        assert_eq!(Done::read(&done.write()), Some(done));
        assert_eq!(Done::read("1"), None);
    }
}
