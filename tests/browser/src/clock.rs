//! Time, for waiting and for measuring; no result depends on it.

use std::thread;
use std::time::{Duration, Instant};

/// How long anything on the page may take to appear.
pub const PATIENCE: Duration = Duration::from_secs(10);

const PAUSE: Duration = Duration::from_millis(25);

/// Now.
#[expect(clippy::disallowed_methods, reason = "waiting has an end, and measuring has two")]
pub fn now() -> Instant {
    Instant::now()
}

/// Asks until there is an answer, or the time is over.
pub fn wait<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let start = now();
    loop {
        // Asked once more after the time is over, so that a slow question counts.
        let over = patience <= start.elapsed();
        let answer = ask();
        if answer.is_some() || over {
            return answer;
        }
        thread::sleep(PAUSE);
    }
}
