//! `chengwen check`: what it prints, and how it ends.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

fn file(name: &str, text: &str) -> PathBuf {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check");
    fs::create_dir_all(&dir).unwrap();
    let path = dir.join(name);
    fs::write(&path, text).unwrap();
    path
}

fn check(path: &PathBuf, option: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chengwen"))
        .arg("check")
        .arg(path)
        .args(option)
        .output()
        .unwrap()
}

#[test]
fn findings_are_listed_with_their_places() {
    let text = "云溪市档案馆2024年工作总结\n\n　　一年来,全馆抓收集,抓利用。\n　　共收集３件,学深悟透、融汇贯通。\n";
    let path = file("wrong.txt", text);
    let output = check(&path, &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = found.as_array().unwrap();
    let commas = rows.iter().find(|it| it["rule"] == "P01").unwrap();
    assert_eq!(commas["level"], "必错");
    assert_eq!((commas["line"].as_u64(), commas["column"].as_u64()), (Some(2), Some(4)));
    assert_eq!((&commas["text"], &commas["fix"]), (&",".into(), &"，".into()));
    assert_eq!(commas["places"], serde_json::json!([[2, 4], [2, 10], [3, 6]]));
    assert!(commas["message"].as_str().unwrap().contains("3处"));
    assert!(commas["source"].as_str().unwrap().contains("15834"));
    let digits = rows.iter().find(|it| it["rule"] == "P08").unwrap();
    assert!(digits.get("places").is_none(), "one place needs no list");
    let listing = String::from_utf8(check(&path, &[]).stdout).unwrap();
    assert!(listing.starts_with("必错："), "{listing}");
    assert!(listing.contains("3:4  共收集[３]件"), "{listing}");
}

#[test]
fn a_right_text_ends_well_and_a_bad_call_does_not() {
    let right = file("right.txt", "云溪市档案馆2024年工作总结\n一年来，全馆抓收集、抓利用。\n");
    assert_eq!(check(&right, &[]).status.code(), Some(0));
    assert_eq!(check(&right, &["--xml"]).status.code(), Some(2));
    assert_eq!(check(&PathBuf::from("nowhere.txt"), &[]).status.code(), Some(2));
    let empty = file("empty.txt", "");
    let output = check(&empty, &["--json"]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), b"".as_slice()));
}
