//! What the file says about itself: `core.xml` and `app.xml`.

use super::Properties;
use super::xml::{Value, Xml};

const NAMESPACES: [(&str, Value<'_>); 4] = [
    (
        "xmlns:cp",
        Value::Word("http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
    ),
    ("xmlns:dc", Value::Word("http://purl.org/dc/elements/1.1/")),
    ("xmlns:dcterms", Value::Word("http://purl.org/dc/terms/")),
    ("xmlns:xsi", Value::Word("http://www.w3.org/2001/XMLSchema-instance")),
];

/// The `docProps/app.xml` of every file.
pub(super) const APP: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">"#,
    "<Application>成文</Application></Properties>",
);

/// Writes `docProps/core.xml`.
pub(super) fn core(properties: &Properties) -> String {
    let mut xml = Xml::part();
    xml.element("cp:coreProperties", &NAMESPACES, |xml| {
        for (name, text) in [("dc:title", &properties.title), ("dc:creator", &properties.creator)] {
            if !text.is_empty() {
                xml.element(name, &[], |xml| xml.text(text));
            }
        }
        // Word calls a file damaged whose time it cannot read.
        if let Some(time) = properties.created.as_deref().filter(|it| is_w3cdtf(it)) {
            for name in ["dcterms:created", "dcterms:modified"] {
                let attributes = [("xsi:type", "dcterms:W3CDTF".into())];
                xml.element(name, &attributes, |xml| xml.text(time));
            }
        }
    });
    xml.finish()
}

/// Whether the text is a day, or a second in UTC, that the calendar has.
fn is_w3cdtf(text: &str) -> bool {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    is_date(date) && time.is_none_or(is_time)
}

fn is_date(text: &str) -> bool {
    let Some([year, month, day]) = numbers(text, '-', [4, 2, 2]) else { return false };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    0 < year && (1..=12).contains(&month) && (1..=days).contains(&day)
}

fn is_time(text: &str) -> bool {
    let Some(text) = text.strip_suffix('Z') else { return false };
    let (text, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let fits = |[hour, minute, second]: [u32; 3]| hour < 24 && minute < 60 && second < 60;
    numbers(text, ':', [2, 2, 2]).is_some_and(fits)
        && (1..=7).contains(&fraction.len())
        && fraction.bytes().all(|it| it.is_ascii_digit())
}

/// Reads three numbers of so many digits each.
fn numbers(text: &str, separator: char, digits: [usize; 3]) -> Option<[u32; 3]> {
    let mut pieces = text.split(separator);
    let mut found = [0; 3];
    for (number, digits) in found.iter_mut().zip(digits) {
        let piece = pieces.next()?;
        if piece.len() != digits || !piece.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        }
        *number = piece.parse().ok()?;
    }
    pieces.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_times_that_word_can_read_are_written() {
        for time in ["2026-11-23", "2026-11-23T03:33:19Z", "2024-02-29T23:59:59.123Z"] {
            assert!(is_w3cdtf(time), "{time}");
        }
        let wrong = [
            "",
            "T",
            "2026",
            "2026-13-01",
            "2026-02-29",
            "2026-1-1",
            "2026-11-23T",
            "今天",
            "2026-11-23T24:00:00Z",
            "2026-11-23T03:33:19",
            "2026-11-23T03:33:19.Z",
            "+026-11-23",
            "2026-11-23-01",
            "2026-11-23T03:33Z",
            "0000-01-01",
        ];
        for time in wrong {
            assert!(!is_w3cdtf(time), "{time}");
        }
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let xml = core(&Properties::default());
        assert!(!xml.contains("<dc"), "{xml}");
        let properties = Properties {
            title: "甲&乙".to_owned(),
            creator: String::new(),
            created: Some("2026-11-23T03:33:19Z".to_owned()),
        };
        let xml = core(&properties);
        assert!(xml.contains("<dc:title>甲&amp;乙</dc:title><dcterms:created"), "{xml}");
        assert!(!xml.contains("dc:creator"), "{xml}");
    }
}
