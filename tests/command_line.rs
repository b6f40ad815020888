//! The command line keeps its contract: exit codes, one line on stderr, nothing
//! half written.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_chengwen"))
            .current_dir(&self.0)
            .args(args)
            .output()
            .unwrap()
    }

    fn files(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(&self.0)
            .unwrap()
            .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

#[track_caller]
fn refused(output: &Output, word: &str) {
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains(word), "{message}");
    assert!(output.stdout.is_empty());
}

#[test]
fn converts_a_draft_into_every_format_and_twice_the_same() {
    let folder = Folder::new("converts");
    fs::copy("templates/samples/jixiao.json", folder.0.join("draft.json")).unwrap();
    for extension in ["txt", "md", "docx", "json"] {
        let (first, second) = (format!("1.{extension}"), format!("2.{extension}"));
        for name in [&first, &second] {
            let output = folder.run(&["convert", "draft.json", name]);
            assert!(output.status.success(), "{output:?}");
            assert!(output.stdout.is_empty() && output.stderr.is_empty(), "{output:?}");
        }
        let read = |name: &str| fs::read(folder.0.join(name)).unwrap();
        assert_eq!(read(&first), read(&second));
        assert!(!read(&first).is_empty());
    }
    assert_eq!(folder.files().len(), 9, "{:?}", folder.files());
}

#[test]
fn reads_texts_and_word_documents_and_prints_their_outline() {
    let folder = Folder::new("imports");
    let text =
        "云溪市档案馆2025年工作总结\n各位代表：\n全年平稳。\n二、开放\n一是查档。\n二是展览。\n";
    fs::write(folder.0.join("report.txt"), text).unwrap();
    for (from, to) in [("report.txt", "a.docx"), ("a.docx", "b.md"), ("b.md", "c.txt")] {
        let output = folder.run(&["convert", from, to]);
        assert!(output.status.success(), "{output:?}");
    }
    assert_eq!(fs::read_to_string(folder.0.join("c.txt")).unwrap(), text);
    for file in ["report.txt", "a.docx", "b.md"] {
        let output = folder.run(&["outline", file]);
        let outline: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(outline["file"], file);
        assert_eq!(outline["title"], "云溪市档案馆2025年工作总结");
        assert_eq!(outline["addressee"], "各位代表");
        assert_eq!(outline["lead"], 1);
        assert_eq!(outline["outline"][0]["heading"], "开放");
        assert_eq!(outline["outline"][0]["number"], "二");
        assert_eq!(outline["enumerations"][0]["form"], "paragraph");
        assert_eq!(outline["enumerations"][0]["under"], "二");
    }
}

#[test]
fn tells_what_differs_between_two_drafts_figures_first() {
    let folder = Folder::new("compares");
    let sample = fs::read_to_string("templates/samples/jixiao.json").unwrap();
    let revised = sample
        .replace("年度绩效目标24项", "年度绩效目标26项")
        .replace("筑牢思想根基", "筑牢思想基础");
    fs::write(folder.0.join("old.json"), &sample).unwrap();
    fs::write(folder.0.join("new.json"), &revised).unwrap();
    let output = folder.run(&["compare", "old.json", "new.json"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let expected = "changes: 2, with figures: 1\n\
                    paragraphs: 2 changed, 0 added, 0 removed, 0 moved, 0 renumbered\n";
    assert!(text.starts_with(expected), "{text}");
    let place = |it: &str| text.find(it).unwrap_or_else(|| panic!("{it}: {text}"));
    let figure = place("24项 -> 26项\n");
    assert!(figure < place("年度绩效目标[-24-]{+26+}项"), "{text}");
    assert!(figure < place("[-根基-]{+基础+}"), "{text}");
    let same = folder.run(&["compare", "old.json", "old.json"]);
    assert!(same.stdout.starts_with(b"changes: 0, "), "{same:?}");
    assert_eq!(folder.files(), ["new.json", "old.json"]);
}

#[test]
fn bad_calls_and_bad_files_say_so_and_write_nothing() {
    let folder = Folder::new("refuses");
    let put = |name: &str, bytes: &[u8]| fs::write(folder.0.join(name), bytes).unwrap();
    let sample = fs::read("templates/samples/jixiao.json").unwrap();
    put("draft.json", &sample);
    put("cut.json", &sample[..sample.len() / 2]);
    put("other.json", b"{\"format\":\"other\"}");
    put("newer.json", br#"{"format":"chengwen-draft","schema":9,"draft":{}}"#);
    put("large.json", &vec![b' '; 21 * 1024 * 1024]);
    put("blank.txt", "　\n\n".as_bytes());
    put("binary.txt", &(0..=255).cycle().take(4000).collect::<Vec<u8>>());
    put("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on");
    put("print.docx", b"%PDF-1.7 and so on");
    put("out.docx", b"the old file");
    let before = folder.files();
    refused(&folder.run(&[]), "usage");
    refused(&folder.run(&["convert", "draft.json"]), "usage");
    refused(&folder.run(&["convert", "draft.json", "out.pdf"]), "cannot write .pdf");
    refused(&folder.run(&["convert", "blank.txt", "out.docx"]), "no text");
    refused(&folder.run(&["convert", "binary.txt", "out.docx"]), "not a text");
    refused(&folder.run(&["convert", "old.docx", "out.docx"]), "另存为 .docx");
    refused(&folder.run(&["outline", "print.docx"]), "PDF");
    refused(&folder.run(&["convert", "absent.json", "out.docx"]), "absent.json");
    refused(&folder.run(&["convert", "cut.json", "out.docx"]), "cut off");
    refused(&folder.run(&["convert", "other.json", "out.docx"]), "not a draft");
    refused(&folder.run(&["convert", "newer.json", "out.docx"]), "newer");
    refused(&folder.run(&["convert", "large.json", "out.docx"]), "20 MB");
    refused(&folder.run(&["convert", "draft.json", "no/such/folder/out.docx"]), "out.docx");
    refused(&folder.run(&["compare", "draft.json"]), "usage");
    refused(&folder.run(&["compare", "draft.json", "cut.json"]), "cut off");
    refused(&folder.run(&["compare", "absent.json", "draft.json"]), "absent.json");
    refused(&folder.run(&["outline", "draft.json"]), "cannot outline .json");
    refused(&folder.run(&["check", "absent.json", "--json"]), "absent.json");
    assert_eq!(folder.files(), before);
    assert_eq!(fs::read(folder.0.join("out.docx")).unwrap(), b"the old file");
}
