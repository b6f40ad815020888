//! The report as one web page that needs nothing else: the same sheets as on
//! the screen, so that whoever prints it gets the paper.

use std::fmt::Write;

use crate::assemble::Document;
use crate::layout::lines::Align;
use crate::layout::look::Look;
use crate::layout::units::{Emu, in_mm, in_pt};
use crate::layout::{Placed, Press, Rule, sheet};
use crate::model::profile::{Face, Profile};

/// The look of sheets, on the screen and on paper; the page of the program uses
/// the same file.
const STYLE: &str = include_str!("../../style/sheet.css");

/// Writes the document as a page of HTML.
pub fn html(document: &Document, profile: &Profile, title: &str) -> Vec<u8> {
    let press = Press::of(document, profile);
    let pages = press.pages();
    let mut html = String::new();
    html.push_str("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    escape(title, &mut html);
    html.push_str("</title>\n<style>\n");
    html.push_str(STYLE);
    html.push_str("\n:root{");
    for (name, value) in fonts(profile) {
        // Names of fonts are letters, digits and a few marks (`Sort::Font`).
        let _ = write!(html, "{name}:{value};");
    }
    html.push_str("}\nbody{margin:0;background:#eee}\n.sheet{margin:8mm auto}\n");
    html.push_str(
        "@media print{body{background:none}.sheet{margin:0}}\n</style>\n</head>\n<body>\n",
    );
    for (idx, page) in pages.pages.iter().enumerate() {
        let sheet = sheet(&press, page, idx + 1);
        let turned = if sheet.is_turned { " sheet__side--turned" } else { "" };
        let _ = writeln!(html, "<section class=\"sheet\"><div class=\"sheet__side{turned}\">");
        for rule in &sheet.rules {
            let red = if rule.red { " sheet__rule--red" } else { "" };
            let _ =
                writeln!(html, "<i class=\"sheet__rule{red}\" style=\"{}\"></i>", rule_style(rule));
        }
        for text in &sheet.texts {
            line(text, &mut html);
        }
        html.push_str("</div>\n");
        if let Some(folio) = &sheet.folio {
            line(folio, &mut html);
        }
        html.push_str("</section>\n");
    }
    html.push_str("</body>\n</html>\n");
    html.into_bytes()
}

fn line(text: &Placed, html: &mut String) {
    let _ = write!(html, "<p class=\"{}\" style=\"{}\">", line_class(text.align), line_style(text));
    for run in &text.runs {
        let _ = write!(
            html,
            "<span class=\"{}\" style=\"{}\">",
            face(run.look.face),
            run_style(&run.look)
        );
        escape(&run.text, html);
        html.push_str("</span>");
    }
    html.push_str("</p>\n");
}

/// The class of a typeface.
pub fn face(face: Face) -> &'static str {
    match face {
        Face::FangSong => "fangsong",
        Face::KaiTi => "kaiti",
        Face::HeiTi => "heiti",
        Face::SongTi => "songti",
        Face::XiaoBiaoSong => "biaosong",
    }
}

/// The class of a line.
pub fn line_class(align: Align) -> &'static str {
    match align {
        Align::Left => "line",
        Align::Justified => "line line--full",
        Align::Centred => "line line--centred",
    }
}

/// The place of a line, as a style.
pub fn line_style(text: &Placed) -> String {
    // A line that is not stretched is as wide as its text, whatever the font.
    let (x, width) = match text.align {
        Align::Justified => (text.x, Some(text.width)),
        Align::Left => (text.x, None),
        Align::Centred => (text.x + text.width / 2, None),
    };
    let mut style = place(x, text.y, width, text.height);
    let _ = write!(style, ";line-height:{}mm", mm(text.height));
    style
}

/// The place of a rule, as a style.
pub fn rule_style(rule: &Rule) -> String {
    place(rule.x, rule.y, Some(rule.width), rule.height)
}

/// The size and weight of a piece, as a style.
pub fn run_style(look: &Look) -> String {
    let mut style = format!("font-size:{}pt", rounded(in_pt(look.size)));
    if look.spacing != 0 {
        let _ = write!(style, ";letter-spacing:{}pt", rounded(in_pt(look.spacing)));
    }
    if look.bold {
        style.push_str(";font-weight:700");
    }
    if look.red {
        style.push_str(";color:#f00");
    }
    style
}

/// The fonts of a profile as properties of the style sheet: the unit's own
/// names first, then what may stand in.
pub fn fonts(profile: &Profile) -> Vec<(&'static str, String)> {
    let latin = profile.is_on(crate::model::profile::Parameter::LatinTimes);
    Face::ALL
        .into_iter()
        .map(|it| {
            let (name, stand_ins) = match it {
                Face::FangSong => ("--fangsong", "var(--fangsong-like)"),
                Face::KaiTi => ("--kaiti", "var(--kaiti-like)"),
                Face::HeiTi => ("--heiti", "var(--heiti-like)"),
                Face::SongTi => ("--songti", "var(--songti-like)"),
                Face::XiaoBiaoSong => ("--biaosong", "var(--biaosong-like)"),
            };
            let first = if latin { "\"Chengwen Latin\"," } else { "" };
            (name, format!("{first}\"{}\",{stand_ins}", profile.font(it)))
        })
        .collect()
}

fn place(x: Emu, y: Emu, width: Option<Emu>, height: Emu) -> String {
    let mut style = format!("left:{}mm;top:{}mm;height:{}mm", mm(x), mm(y), mm(height));
    if let Some(width) = width {
        let _ = write!(style, ";width:{}mm", mm(width));
    }
    style
}

fn mm(length: Emu) -> String {
    rounded(in_mm(length))
}

/// Four digits behind the point, without idle zeros: a tenth of a micrometre.
pub fn rounded(value: f64) -> String {
    let scaled = (value * 10_000.0).round() as i64;
    let (whole, part) = (scaled.abs() / 10_000, scaled.abs() % 10_000);
    let sign = if scaled < 0 { "-" } else { "" };
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let part = format!("{part:04}");
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_and_exact() {
        assert_eq!(rounded(28.0), "28");
        assert_eq!(rounded(-0.25), "-0.25");
        assert_eq!(rounded(10.213_05), "10.2131");
        assert_eq!(rounded(0.000_01), "0");
    }

    #[test]
    fn text_cannot_become_markup() {
        let mut html = String::new();
        escape("<b>&amp;\"", &mut html);
        assert_eq!(html, "&lt;b&gt;&amp;amp;\"");
    }
}
