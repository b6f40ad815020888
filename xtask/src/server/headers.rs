//! What a server says with every file of the page, in one list: ours sends it, and
//! `docs/serving.md` shows it for others.

use crate::policy;

/// What no page of ours asks the machine for; named one by one, since a header
/// cannot say "all".
const POWERS: [&str; 21] = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The headers, by name, in the order in which they are sent.
pub fn headers() -> Vec<(&'static str, String)> {
    let powers: Vec<_> = POWERS.iter().map(|it| format!("{it}=()")).collect();
    vec![
        ("Content-Security-Policy", policy::header()),
        // The browser itself lets nothing out but to where the page came from: no
        // link, no WebRTC, no address that is looked up. Chromium 152 and newer.
        ("Connection-Allowlist", "(response-origin)".to_owned()),
        ("Permissions-Policy", powers.join(", ")),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // A new version must be seen; what has not changed is not sent again.
        ("Cache-Control", "no-cache".to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The nginx example in the documentation, as it is to be.
    fn nginx() -> String {
        let line = |(name, value): &(&str, String)| {
            format!("        add_header {name} \"{value}\" always;\n")
        };
        headers().iter().map(line).collect()
    }

    #[test]
    fn the_documentation_shows_these_headers() {
        let text = include_str!("../../../docs/serving.md");
        let shown: String = text
            .lines()
            .filter(|it| it.trim_start().starts_with("add_header "))
            .map(|it| format!("{it}\n"))
            .collect();
        assert_eq!(shown, nginx(), "docs/serving.md must hold these lines:\n{}", nginx());
    }

    #[test]
    fn values_fit_into_quotes_and_one_line() {
        for (name, value) in headers() {
            assert!(value.is_ascii() && !value.contains(['"', '\r', '\n']), "{name}: {value}");
        }
    }
}
