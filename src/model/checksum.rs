//! CRC-32 (ISO-HDLC), as zip files and stored drafts use it.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// One table of a kilobyte; faster ones have sixteen, which the page would load.
const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The checksum of these bytes.
pub fn crc32(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn is_the_checksum_that_everybody_uses() {
        // The check value of the catalogue of CRC algorithms.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
