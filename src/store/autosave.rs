//! When to save: soon after the last key, and not much later while keys go on.

/// A save follows the last key after this many milliseconds.
pub const QUIET_MS: f64 = 300.0;

/// While keys go on, a save follows the first unsaved one after this many.
pub const LATEST_MS: f64 = 500.0;

/// What has changed since the last save. Times are in milliseconds and only
/// ever compared with each other.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Autosave {
    unsaved: Option<Unsaved>,
    composing: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Unsaved {
    first: f64,
    last: f64,
}

impl Autosave {
    /// Something has changed.
    pub fn changed(&mut self, now: f64) {
        let first = self.unsaved.map_or(now, |it| it.first);
        self.unsaved = Some(Unsaved { first, last: now });
    }

    /// Everything is saved.
    pub fn saved(&mut self) {
        self.unsaved = None;
    }

    /// An input method begins or ends composing a word. No save falls into a
    /// composition: the field holds half a word then.
    pub fn composing(&mut self, composing: bool) {
        self.composing = composing;
    }

    /// Whether a word is being composed.
    pub fn is_composing(&self) -> bool {
        self.composing
    }

    /// Whether something has changed since the last save.
    pub fn is_dirty(&self) -> bool {
        self.unsaved.is_some()
    }

    /// How long to wait before the next save; 0 when it is due, `None` when
    /// there is nothing to save or a word is being composed.
    pub fn wait(&self, now: f64) -> Option<f64> {
        let unsaved = self.unsaved.filter(|_| !self.composing)?;
        let due = (unsaved.last + QUIET_MS).min(unsaved.first + LATEST_MS);
        Some((due - now).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::Autosave;

    #[test]
    fn a_save_follows_the_last_key() {
        let mut autosave = Autosave::default();
        assert_eq!(autosave.wait(0.0), None);
        autosave.changed(0.0);
        assert_eq!(autosave.wait(100.0), Some(200.0));
        autosave.changed(250.0);
        assert_eq!(autosave.wait(300.0), Some(200.0));
        assert_eq!(autosave.wait(500.0), Some(0.0));
        autosave.saved();
        assert_eq!(autosave.wait(600.0), None);
    }

    #[test]
    fn steady_typing_does_not_put_it_off_for_ever() {
        let mut autosave = Autosave::default();
        for key in 0..20 {
            autosave.changed(f64::from(key) * 100.0);
        }
        assert_eq!(autosave.wait(490.0), Some(10.0));
        assert_eq!(autosave.wait(1900.0), Some(0.0));
    }

    #[test]
    fn no_save_in_the_middle_of_a_word() {
        let mut autosave = Autosave::default();
        autosave.changed(0.0);
        autosave.composing(true);
        assert_eq!(autosave.wait(5000.0), None);
        autosave.composing(false);
        assert_eq!(autosave.wait(5000.0), Some(0.0));
    }
}
