//! The names under which things are kept, the same in every storage.

/// Drafts: `draft:ID`, and `draft:ID:TAB` for what a tab has written.
pub const DRAFT: &str = "draft:";
/// What lists show of a draft: `card:ID`.
pub const CARD: &str = "card:";
/// Where a draft lies: `place:ID`.
pub const PLACE: &str = "place:";
/// Versions of a draft: `version:ID:REVISION-CHECKSUM`.
pub const VERSION: &str = "version:";
/// What lists show of a version: `mark:ID:REVISION-CHECKSUM`.
pub const MARK: &str = "mark:";
/// Drafts that were removed for good: `grave:ID`.
pub const GRAVE: &str = "grave:";
/// What was typed and is in no draft yet: `typing:TAB`.
pub const TYPING: &str = "typing:";
/// What could not be read, put aside: `aside:…`.
pub const ASIDE: &str = "aside:";
/// Report kinds of the author: `kind:ID`.
pub const KIND: &str = "kind:";
/// Layouts of the author: `profile:NAME`.
pub const PROFILE: &str = "profile:";
/// Small things: `setting:NAME`.
pub const SETTING: &str = "setting:";

/// The id in `draft:ID` and `draft:ID:TAB`.
pub fn draft_id(key: &str) -> Option<&str> {
    let id = key.strip_prefix(DRAFT)?;
    Some(id.split_once(':').map_or(id, |(id, _)| id))
}
