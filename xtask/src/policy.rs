//! Content security policies: what the page may load and run, served and as one file.
//!
//! `index.html` holds the policy of the served page. Trunk writes the script that
//! starts the page into it, so its hash is known after the build only, and filled
//! in here.

use sha2::{Digest, Sha256};

use crate::markup::{self, Tag};

/// What a directive allows, by its name.
type Directive = (&'static str, &'static str);

/// What stands in a policy where the hashes of the page's own scripts belong.
const SCRIPTS: &str = "'sha256-inline'";

/// What stands in a policy where the hashes of the page's own styles belong.
const STYLES: &str = "'sha256-style'";

/// What the served page may do, as `index.html` says it.
///
/// The page is written by wasm, which is fetched from its own folder; geometry
/// is set through the CSSOM, which no policy asks about.
pub const SERVED: [Directive; 9] = [
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval' 'sha256-inline'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("form-action", "'none'"),
    ("base-uri", "'none'"),
];

/// What the page in one file may do: it has nobody to ask.
pub const SINGLE: [Directive; 8] = [
    ("default-src", "'none'"),
    ("connect-src", "'none'"),
    ("script-src", "'wasm-unsafe-eval' 'sha256-inline'"),
    ("worker-src", "blob:"),
    ("style-src", "'sha256-style'"),
    ("img-src", "data: blob:"),
    ("form-action", "'none'"),
    ("base-uri", "'none'"),
];

/// The policy as the page and the headers write it.
pub fn text(policy: &[Directive]) -> String {
    let directives: Vec<_> = policy.iter().map(|(name, value)| format!("{name} {value}")).collect();
    directives.join("; ")
}

/// The policy that the server sends with every file.
///
/// A header that named the hash of one build's script would stop the next build
/// from running. So the hashes are left to the page's own policy, which holds as
/// well: what runs is what both allow. The worker has this one alone.
pub fn header() -> String {
    let policy = text(&SERVED).replace(SCRIPTS, "'unsafe-inline'");
    policy + "; frame-ancestors 'none'"
}

/// The page with its inline scripts and styles allowed by their hashes, and no others.
///
/// None when the page has no policy to fill in: a build must not lose it quietly.
pub fn allow_own(html: &str) -> Option<String> {
    let tags = markup::tags(html);
    let scripts = tags.iter().filter(|it| it.is_inline_script());
    let styles = tags.iter().filter(|it| it.name == "style");
    let filled = html.replace(SCRIPTS, &hashes(scripts)).replace(STYLES, &hashes(styles));
    html.contains(SCRIPTS).then_some(filled)
}

fn hashes<'a>(tags: impl Iterator<Item = &'a Tag<'a>>) -> String {
    let hashes: Vec<_> = tags.map(|it| hash(it.text)).collect();
    hashes.join(" ")
}

/// A text as a policy names it.
fn hash(text: &str) -> String {
    // The browser reads the page's line ends as single ones before it hashes.
    let text = text.replace("\r\n", "\n");
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

/// Bytes as base64, with padding.
pub fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
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
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hash("alert('Hello, world.');"), expected);
        assert_eq!(hash("a\r\nb"), hash("a\nb"));
    }

    #[test]
    fn allows_inline_scripts_and_styles_and_only_those() {
        let html = "<meta content=\"script-src 'self' 'sha256-inline'; style-src 'sha256-style'\">\
                    <script src=\"a.js\"></script><script type=\"module\">one</script>\
                    <script type=\"text/plain\">data</script><script>two</script>\
                    <style>three</style>";
        let [one, two, three] = ["one", "two", "three"].map(hash);
        let expected = format!("script-src 'self' {one} {two}; style-src {three}\">");
        assert!(allow_own(html).unwrap().contains(&expected));
    }

    #[test]
    fn a_page_without_policy_is_refused() {
        assert_eq!(allow_own("<script>one</script>"), None);
    }

    #[test]
    fn the_page_has_the_policy_of_this_list() {
        let index = include_str!("../../index.html");
        assert!(index.contains(&format!("content=\"{}\"", text(&SERVED))), "{}", text(&SERVED));
    }

    #[test]
    fn no_policy_allows_strangers_or_inline_styles() {
        for policy in [header(), text(&SERVED), text(&SINGLE)] {
            assert!(policy.starts_with("default-src 'none'; "), "{policy}");
            assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
            assert!(!policy.contains("'unsafe-eval'"), "{policy}");
            assert!(!policy.contains("style-src 'unsafe-inline'"), "{policy}");
        }
    }
}
