//! The content security policy: which scripts the page may run.
//!
//! `index.html` holds the policy. Trunk writes the script that starts the page
//! into it, so its hash is known after the build only, and filled in here.

use sha2::{Digest, Sha256};

/// What stands in `index.html` where the hashes of its own scripts belong.
const PLACEHOLDER: &str = "'sha256-inline'";

/// The page with its inline scripts allowed by their hashes, and no others.
///
/// None when the page has no policy to fill in: a build must not lose it quietly.
pub fn allow_own_scripts(html: &str) -> Option<String> {
    let hashes: Vec<_> = inline_scripts(html).map(|it| format!("'{}'", hash(it))).collect();
    html.contains(PLACEHOLDER).then(|| html.replace(PLACEHOLDER, &hashes.join(" ")))
}

/// The texts of the scripts that lie in the page itself.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(text)
    })
}

fn hash(script: &str) -> String {
    // The browser reads the page's line ends as single ones before it hashes.
    let text = script.replace("\r\n", "\n");
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | usize::from(*chunk.get(i).unwrap_or(&0)));
        for place in 0..4 {
            // One byte fills two digits, two fill three, three fill four.
            let digit = DIGITS[bits >> (18 - 6 * place) & 63];
            text.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_base64_with_its_padding() {
        assert_eq!(base64(b""), "");
        assert_eq!(base64(b"M"), "TQ==");
        assert_eq!(base64(b"Ma"), "TWE=");
        assert_eq!(base64(b"Man"), "TWFu");
        assert_eq!(base64(&[0xff, 0xfe, 0xfd, 0xfc]), "//79/A==");
    }

    #[test]
    fn hashes_as_browsers_do() {
        // The example of the specification, Content Security Policy Level 3.
        let expected = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert_eq!(hash("alert('Hello, world.');"), expected);
        assert_eq!(hash("a\r\nb"), hash("a\nb"));
    }

    #[test]
    fn allows_inline_scripts_and_only_those() {
        let html = "<meta content=\"script-src 'self' 'sha256-inline'\">\
                    <script src=\"a.js\"></script><script type=\"module\">one</script>\
                    <script>two</script>";
        let expected = format!("script-src 'self' '{}' '{}'\">", hash("one"), hash("two"));
        assert!(allow_own_scripts(html).unwrap().contains(&expected));
    }

    #[test]
    fn a_page_without_policy_is_refused() {
        assert_eq!(allow_own_scripts("<script>one</script>"), None);
    }
}
