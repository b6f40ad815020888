//! Document and draft to bytes: one function a format, the same bytes every time.

pub mod docx;
mod files;
pub mod html;
mod md;
pub mod pages;
mod txt;
mod xlsx;

pub use docx::docx;
pub use files::{file_name, json, kind, profile, profile_name, properties};
pub use html::html;
pub use md::md;
pub use pages::pages;
pub use txt::txt;
pub use xlsx::xlsx;
