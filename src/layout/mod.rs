//! Lays a document out by GB/T 9704-2012: lines, pages, and what stands where.
//!
//! No browser and no font is asked. The characters of the system's Chinese
//! typefaces are one em wide and its letters and digits half of that, so a page
//! is arithmetic: paragraphs become galleys (`lines`, `table`), galleys become
//! pages (`pages`), and a page becomes texts and rules in their places (`sheet`).

pub mod closing;
pub mod galley;
pub mod gaps;
pub mod kinsoku;
pub mod lines;
pub mod look;
pub mod measures;
pub mod pages;
pub mod press;
pub mod sheet;
pub mod table;
pub mod title;
pub mod units;
pub mod widths;

pub use look::{Look, Looks};
pub use measures::Measures;
pub use pages::{Notice, NoticeKind, Pages};
pub use press::Press;
pub use sheet::{Placed, Rule, Sheet, sheet};
