//! Programs as text: packed with gzip, which browsers unpack, and written seven bits
//! a character. Base64 has six, and would make the file an eighth larger.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project::Outcome;

/// What a script element does not hold as it is: it changes the first two, and the
/// third could end it. `start.js` knows them too.
const BARRED: [u8; 3] = [0, b'\r', b'<'];

/// Packs bytes as `LENGTH:TEXT`, where the length is that of the gzip.
pub(super) fn packed(bytes: &[u8]) -> Outcome<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(text(&gzip.finish()?))
}

/// Seven bits are a character, in UTF-8 one byte. A barred one is told by its number
/// and takes the next seven bits along: two bytes.
fn text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 16);
    let _ = write!(text, "{}:", bytes.len());
    let mut sevens = sevens(bytes).into_iter();
    while let Some(seven) = sevens.next() {
        let code = match BARRED.iter().position(|it| *it == seven) {
            None => u32::from(seven),
            Some(n) => 0x80 + (n as u32) * 0x80 + u32::from(sevens.next().unwrap_or(0)),
        };
        text.extend(char::from_u32(code));
    }
    text
}

fn sevens(bytes: &[u8]) -> Vec<u8> {
    let (mut held, mut n_held) = (0_u32, 0);
    let mut sevens = Vec::with_capacity(bytes.len() * 8 / 7 + 1);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        n_held += 8;
        while 7 <= n_held {
            n_held -= 7;
            sevens.push((held >> n_held) as u8 & 0x7f);
        }
        held &= (1 << n_held) - 1;
    }
    if 0 < n_held {
        sevens.push((held << (7 - n_held)) as u8 & 0x7f);
    }
    sevens
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `start.js` reads it.
    fn bytes(text: &str) -> Vec<u8> {
        let (length, text) = text.split_once(':').unwrap();
        let mut bytes = Vec::new();
        let (mut held, mut n_held) = (0_u32, 0);
        let mut take = |seven: u32| {
            held = (held << 7) | seven;
            n_held += 7;
            if 8 <= n_held {
                n_held -= 8;
                bytes.push((held >> n_held) as u8);
                held &= (1 << n_held) - 1;
            }
        };
        for c in text.chars().map(u32::from) {
            if c < 0x80 {
                take(c);
            } else {
                take(u32::from(BARRED[(c as usize - 0x80) >> 7]));
                take(c & 0x7f);
            }
        }
        bytes.truncate(length.parse().unwrap());
        bytes
    }

    #[test]
    fn any_bytes_are_read_back_and_none_is_barred() {
        let mut seed = 7_u32;
        for n in 0..200 {
            let all: Vec<u8> = (0..n)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    if seed & 0x3000 == 0 { 0 } else { (seed >> 24) as u8 }
                })
                .collect();
            let text = text(&all);
            assert_eq!(bytes(&text), all);
            assert!(!text.bytes().any(|it| BARRED.contains(&it)));
        }
    }
}
