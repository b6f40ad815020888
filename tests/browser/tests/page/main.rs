//! The page in a real browser, as a person and as a screen reader meet it.
//!
//! Each test has a browser of its own with an empty profile. The texts in here
//! are made up for the tests.

mod harness;
