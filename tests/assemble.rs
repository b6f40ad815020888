//! Whole drafts through assembly and the text exporters, against `tests/ref`.
//!
//! `UPDATE=1 cargo test --test assemble` writes the references anew; the
//! difference is for review.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use chengwen::assemble::{Role, assemble};
use chengwen::export;
use chengwen::import::json;
use chengwen::layout::{Press, sheet};
use chengwen::model::draft::{Draft, Entry, NodeId, Section, TextAt};
use chengwen::model::kind::Kind;
use chengwen::model::pattern::Pattern;
use quick_xml::events::Event;

fn cases() -> Vec<(String, Draft)> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir("tests/suite").unwrap().map(|it| it.unwrap().path()).collect();
    folders.sort();
    folders
        .into_iter()
        .map(|folder| {
            let name = folder.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = fs::read(folder.join("draft.json")).unwrap();
            (name, json::read(&bytes).unwrap())
        })
        .collect()
}

#[track_caller]
fn check(reference: &Path, found: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(reference, found).unwrap();
    }
    let expected = fs::read_to_string(reference).unwrap_or_default();
    assert_eq!(found, expected, "{} (UPDATE=1 rewrites it)", reference.display());
}

#[test]
fn every_draft_of_the_suite_assembles_as_its_reference() {
    let cases = cases();
    assert!(!cases.is_empty());
    for (name, draft) in cases {
        let document = assemble(&draft);
        check(Path::new(&format!("tests/ref/{name}.txt")), &export::txt(&document));
        check(Path::new(&format!("tests/ref/{name}.md")), &export::md(&document));
    }
}

#[test]
fn the_docx_holds_the_paragraphs_of_the_txt() {
    for (name, draft) in cases() {
        let document = assemble(&draft);
        let docx = export::docx(&document, &draft.profile, &export::properties(&draft));
        let txt = export::txt(&document);
        let expected: Vec<_> = txt.lines().map(str::to_owned).collect();
        assert_eq!(paragraphs(&docx), expected, "{name}");
    }
}

#[test]
fn the_lines_of_the_pages_are_the_paragraphs_of_the_txt() {
    for (name, draft) in cases() {
        let document = assemble(&draft);
        let press = Press::of(&document, &draft.profile);
        let mut lines = String::new();
        let mut headers: Vec<(usize, TextAt)> = Vec::new();
        for (idx, page) in press.pages().pages.iter().enumerate() {
            for text in sheet(&press, page, idx + 1).texts {
                assert!(text.is_first || !lines.is_empty(), "{name} begins within a paragraph");
                // Every page repeats the header rows of its table.
                if let (Some(Role::Row(look)), Some(source)) = (text.role, text.source)
                    && look.is_header
                {
                    headers.push((idx, source));
                    if headers.iter().any(|(page, it)| *it == source && *page < idx) {
                        continue;
                    }
                }
                lines.push_str(&text.text());
            }
        }
        // Cells and names that stand side by side have a tab between them in the txt.
        let txt = export::txt(&document).replace(['\n', '\t'], "");
        let n_same = lines.chars().zip(txt.chars()).take_while(|(a, b)| a == b).count();
        let rest: String = lines.chars().skip(n_same).take(20).collect();
        assert!(lines == txt, "{name} differs at {rest:?}");
    }
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    for (name, draft) in cases() {
        let write = || {
            let document = assemble(&draft);
            [
                export::docx(&document, &draft.profile, &export::properties(&draft)),
                export::txt(&document).into_bytes(),
                export::md(&document).into_bytes(),
                export::html(&document, &draft.profile, draft.display_name()),
                export::json(&draft),
            ]
        };
        assert_eq!(write(), write(), "{name}");
    }
}

#[test]
fn the_sample_report_has_what_was_promised() {
    let bytes = fs::read("templates/samples/jixiao.json").unwrap();
    let draft = json::read(&bytes).unwrap();
    let items = |slot: &str| {
        let section = draft.sections.iter().find(|it| it.slot == slot).unwrap();
        section.entries.iter().filter(|it| it.numbered).count()
    };
    assert!(12 <= items("tasks") + items("highlights"));
    let txt = export::txt(&assemble(&draft));
    let mut n_figures = 0;
    let mut in_figure = false;
    for c in txt.chars() {
        let is_digit = c.is_ascii_digit() || (in_figure && c == '.');
        n_figures += usize::from(is_digit && !in_figure);
        in_figure = is_digit;
    }
    assert!(40 <= n_figures, "{n_figures} figures");
}

#[test]
fn numbers_run_past_ten_and_twenty_and_follow_the_scheme() {
    let mut draft = Kind::custom().draft("d".to_owned(), "", "");
    let entries = (0..25)
        .map(|n| Entry { text: format!("第{n}件。"), ..Entry::new(NodeId(100 + n), true) })
        .collect();
    let section = Section { entries, heading: "工作".to_owned(), ..draft.sections[0].clone() };
    draft.sections = vec![section];
    let first_words = |draft: &Draft| {
        let document = assemble(draft);
        let texts: Vec<_> = document.paragraphs[1..].iter().map(|it| it.text()).collect();
        [9, 10, 19, 20, 24].map(|idx| texts[idx + 1].split('第').next().unwrap().to_owned())
    };
    assert_eq!(first_words(&draft), ["十是", "十一是", "二十是", "二十一是", "二十五是"]);
    draft.sections[0].items = Pattern::try_from("（1）").unwrap();
    assert_eq!(first_words(&draft), ["（10）", "（11）", "（20）", "（21）", "（25）"]);
    draft.sections[0].entries.swap(0, 24);
    let txt = export::txt(&assemble(&draft));
    assert!(txt.contains("（1）第24件。") && txt.contains("（25）第0件。"), "{txt}");
}

#[test]
fn a_thousand_items_and_a_long_paragraph_are_no_matter() {
    let mut draft = Kind::custom().draft("d".to_owned(), "“引”🏔\u{202e}", "2025");
    draft.sections[0].entries = (0..1000)
        .map(|n| Entry { text: format!("第{n}件。"), ..Entry::new(NodeId(100 + n), true) })
        .collect();
    draft.sections[0].entries[0].text = "长".repeat(10_000);
    let document = assemble(&draft);
    let docx = export::docx(&document, &draft.profile, &export::properties(&draft));
    let found = paragraphs(&docx);
    assert_eq!(found.last().unwrap(), "一千是第999件。");
    assert_eq!(found.len(), document.paragraphs.len());
}

/// The lines of text of a docx, read by other code than wrote it: a row of a
/// table is one line, and what is in a text box follows the paragraph that holds it.
fn paragraphs(docx: &[u8]) -> Vec<String> {
    use std::io::Read;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut xml = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut lines, mut boxed) = (Vec::new(), Vec::new());
    let mut open: Vec<String> = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut in_run, mut in_text) = (false, false);
    loop {
        let mut line = None;
        match reader.read_event().unwrap() {
            Event::Start(it) => match it.name().as_ref() {
                "w:p" => open.push(String::new()),
                "w:tr" => rows.push(Vec::new()),
                "w:tc" => rows.last_mut().unwrap().push(String::new()),
                "w:r" => in_run = true,
                "w:t" => in_text = true,
                _ => {}
            },
            Event::Empty(it) if it.name().as_ref() == "w:tab" && in_run => {
                open.last_mut().unwrap().push('\t');
            }
            Event::Text(it) if in_text => open.last_mut().unwrap().push_str(&it.into_inner()),
            Event::GeneralRef(it) if in_text => {
                let reference = format!("&{};", it.into_inner());
                let text = quick_xml::escape::unescape(&reference).unwrap();
                open.last_mut().unwrap().push_str(&text);
            }
            Event::End(it) => match it.name().as_ref() {
                "w:p" => {
                    let text = open.pop().unwrap();
                    match rows.last_mut() {
                        Some(row) => row.last_mut().unwrap().push_str(&text),
                        None => line = Some(text),
                    }
                }
                "w:tr" => line = Some(rows.pop().unwrap().join("\t")),
                "w:r" => in_run = false,
                "w:t" => in_text = false,
                _ => {}
            },
            Event::Eof => return lines,
            _ => {}
        }
        // Paragraphs without text are there for the file alone.
        if let Some(line) = line.filter(|it| !it.is_empty()) {
            if open.is_empty() { lines.push(line) } else { boxed.push(line) }
        }
        if open.is_empty() && rows.is_empty() {
            lines.append(&mut boxed);
        }
    }
}
