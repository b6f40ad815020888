//! Document and draft to bytes: one function a format, the same bytes every time.

pub mod docx;
mod files;
mod md;
mod txt;

pub use docx::docx;
pub use files::{file_name, json, kind, properties};
pub use md::md;
pub use txt::txt;
