//! The memory that a target may have, which every target shares.
//!
//! libFuzzer alone looks at what is in use once a second; this refuses the very
//! allocation that goes beyond, which ends the run like any other fault.

use std::alloc::System;

use cap::Cap;

/// The most that a target may hold at once, in bytes: an input has 64 KB.
pub const LIMIT: usize = 128 * 1024 * 1024;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, LIMIT);
