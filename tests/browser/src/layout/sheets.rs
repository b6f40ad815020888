//! Pages of lines, as a layout or a PDF file has them.

use serde_json::Value;

/// The left edge of 版心.
pub const LEFT: f64 = 28.0;

/// The top of 版心.
pub const TOP: f64 = 37.0;

/// The height of a line of the body: 28.95 points.
pub const PITCH: f64 = 28.95 * POINT;

/// What a character of the body takes: 15.75 points.
pub const EM: f64 = 15.75 * POINT;

/// A point in millimetres.
pub const POINT: f64 = 25.4 / 72.0;

/// Where LibreOffice sets the base line of a line of exact height, from its top.
pub const OFFICE_BASE: f64 = 0.8;

/// A page. Lengths are millimetres from the top left of the sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// From top to bottom; what is turned by 90 degrees comes last.
    pub lines: Vec<Line>,
    /// Bands of printed pixels, where they were looked for.
    pub ink: Vec<Ink>,
}

/// What stands on one base line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Its characters without white space.
    pub text: String,
    /// The left edge.
    pub left: f64,
    /// The right edge.
    pub right: f64,
    /// The base line; of a line of our own, where LibreOffice would set it.
    pub base: f64,
    /// The size of its type, in points.
    pub size: f64,
    /// Whether it reads on the sheet laid on its side; its place is one there.
    pub turned: bool,
    /// Whether the layout calls it full of full-width characters.
    pub solid: bool,
    /// Upper and lower edge of what its first character shows, where that was
    /// looked for.
    pub ink: Option<(f64, f64)>,
}

/// A band of printed pixels over the width of a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ink {
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
    /// The leftmost pixel.
    pub left: f64,
    /// The rightmost pixel.
    pub right: f64,
    /// Whether it is a rule: printed over more than half the sheet.
    pub is_rule: bool,
    /// Whether it is red where it begins.
    pub is_red: bool,
}

impl Sheet {
    /// Whether everything but the page number is turned.
    pub fn is_turned(&self) -> bool {
        self.lines.iter().any(|it| it.turned)
    }
}

impl Line {
    /// Whether this is a page number: `—1—` or `1`, without white space.
    pub fn is_number(&self, page: usize) -> bool {
        is_number(&self.text, page)
    }
}

/// Whether a text without white space is the number of this page, from one.
pub fn is_number(text: &str, page: usize) -> bool {
    text.trim_matches(|it| "—-－─".contains(it)) == page.to_string()
}

/// A text as it is compared: without white space, without what has no shape,
/// and without what the fonts of the tests cannot show, which a PDF has no text
/// for.
pub fn packed(text: &str) -> String {
    text.chars().filter(|&it| !is_unseen(it) && !is_exotic(it)).collect()
}

/// Whether a character leaves nothing on the paper, though it may take room.
pub fn is_unseen(it: char) -> bool {
    let is_control = matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}');
    it.is_whitespace() || is_control
}

/// Whether the fonts of the tests lack this character: then another font of
/// other widths steps in, or nothing is printed.
pub fn is_exotic(it: char) -> bool {
    0xffff < u32::from(it) || it == '\u{fffd}'
}

/// The pages that `chengwen layout` prints; page numbers are no lines there.
pub fn ours(json: &str) -> Result<Vec<Sheet>, String> {
    let value: Value = serde_json::from_str(json).map_err(|it| it.to_string())?;
    let pages = value["pages"].as_array().ok_or("no pages")?;
    Ok(pages.iter().map(our_page).collect())
}

/// What the layout says it could not place by the rules, and where.
pub fn notices(json: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(json).unwrap_or_default();
    let notices = value["notices"].as_array().into_iter().flatten();
    let text =
        |it: &Value| format!("{}, page {}", it["kind"].as_str().unwrap_or("something"), it["page"]);
    notices.map(text).collect()
}

fn our_page(page: &Value) -> Sheet {
    let turned = page["landscape"].as_bool().unwrap_or_default();
    let number = |line: &Value, key: &str| line[key].as_f64().unwrap_or_default();
    let line = |line: &Value| Line {
        text: packed(line["text"].as_str().unwrap_or_default()),
        left: number(line, "x"),
        right: number(line, "x") + number(line, "width"),
        base: number(line, "y") + OFFICE_BASE * number(line, "height"),
        size: number(line, "size"),
        turned,
        solid: line["solid"].as_bool().unwrap_or_default(),
        ink: None,
    };
    let lines = page["lines"].as_array().into_iter().flatten().map(line);
    Sheet { lines: lines.filter(|it| !it.text.is_empty()).collect(), ink: Vec::new() }
}

/// The pages of a PDF file as `tests/judge/pdf.py` prints them.
pub fn pdf(json: &str) -> Result<Vec<Sheet>, String> {
    let value: Value = serde_json::from_str(json).map_err(|it| it.to_string())?;
    let pages = value.as_array().ok_or("no pages")?;
    Ok(pages.iter().map(pdf_page).collect())
}

fn pdf_page(page: &Value) -> Sheet {
    let number = |it: &Value, key: &str| it[key].as_f64().unwrap_or_default();
    let is = |it: &Value, key: &str| it[key].as_bool().unwrap_or_default();
    let line = |it: &Value| Line {
        text: packed(it["text"].as_str().unwrap_or_default()),
        left: number(it, "left"),
        right: number(it, "right"),
        base: number(it, "base"),
        size: number(it, "size"),
        turned: is(it, "turned"),
        solid: false,
        ink: it["ink"][0].as_f64().zip(it["ink"][1].as_f64()),
    };
    let ink = |it: &Value| Ink {
        top: number(it, "top"),
        bottom: number(it, "bottom"),
        left: number(it, "left"),
        right: number(it, "right"),
        is_rule: is(it, "rule"),
        is_red: is(it, "red"),
    };
    let list = |key: &str| page[key].as_array().into_iter().flatten();
    Sheet { lines: list("lines").map(line).collect(), ink: list("ink").map(ink).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_layout_prints() {
        let json = r#"{"pages":[{"number":1,"landscape":false,"lines":[
            {"text":"一、 任务","x":39.1,"y":37,"width":20,"height":10,"size":16,"solid":true}]}],
            "notices":[{"kind":"table-too-wide","page":1}]}"#;
        assert_eq!(notices(json), ["table-too-wide, page 1"]);
        let sheets = ours(json).unwrap();
        let line = &sheets[0].lines[0];
        assert_eq!((line.text.as_str(), line.base, line.solid), ("一、任务", 45.0, true));
        assert!(ours("{}").is_err() && ours("no json").is_err());
    }

    #[test]
    fn reads_what_a_pdf_has() {
        let json = r#"[{"lines":[{"text":"甲","left":28.0,"right":33.6,"base":45.3,
            "size":16.0,"turned":true}],"ink":[{"top":1,"bottom":2,"left":3,"right":4,
            "rule":true,"red":true}]},{"lines":[]}]"#;
        let sheets = pdf(json).unwrap();
        assert!(sheets[0].is_turned() && sheets[0].ink[0].is_red);
        assert_eq!(sheets[1], Sheet::default());
    }

    #[test]
    fn knows_a_page_number() {
        assert!(is_number("—12—", 12) && is_number("3", 3));
        assert!(!is_number("—12—", 2) && !is_number("二", 2));
    }
}
