//! Programs as text: packed with gzip, which browsers unpack, and written in base64.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::policy;
use crate::project::Outcome;

/// The bytes as the page's own `unpack` reads them; the same bytes give the same text.
pub(super) fn packed(bytes: &[u8]) -> Outcome<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(policy::base64(&gzip.finish()?))
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn packs_without_a_clock() {
        let text = packed(b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").unwrap();
        // Method, flags and four zeros where others write the time.
        assert!(text.starts_with("H4sIAAAAAAAC"), "{text}");
        assert_eq!(packed(b"a").unwrap(), packed(b"a").unwrap());
    }
}
