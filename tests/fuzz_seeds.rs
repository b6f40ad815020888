//! The seeds of the fuzz targets: what they show is read, or the fuzzer would
//! never come behind the first refusal.

use std::fs;
use std::path::{Path, PathBuf};

use chengwen::import::{json, kind, profile};
use chengwen::store::backup::Backup;
use chengwen::store::codec;

fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|it| panic!("{}: {it}", folder.display()));
    let paths = entries.map(|it| it.expect("a readable folder").path());
    let seeds: Vec<_> =
        paths.map(|it| (it.clone(), fs::read(it).expect("a readable file"))).collect();
    assert!(!seeds.is_empty(), "{target} has no seeds");
    seeds
}

#[test]
fn drafts_kinds_and_layouts_are_read() {
    for (path, bytes) in seeds("draft") {
        assert_eq!(json::read(&bytes).err(), None, "{}", path.display());
    }
    for (path, bytes) in seeds("kind") {
        assert_eq!(kind::read(&bytes).err(), None, "{}", path.display());
    }
    for (path, bytes) in seeds("profile") {
        assert_eq!(profile::read(&bytes).err(), None, "{}", path.display());
    }
}

#[test]
fn texts_of_the_storage_are_draft_files_or_refused_by_name() {
    for (path, bytes) in seeds("restore") {
        let text = String::from_utf8(bytes).unwrap();
        // The target puts the right first line before a draft file.
        let is_file = path.extension().is_some_and(|it| it == "json");
        assert_eq!(json::read_text(&text).is_ok(), is_file, "{}", path.display());
        assert!(codec::read(&text).is_err(), "{}", path.display());
    }
}

#[test]
fn backups_are_read_with_the_drafts_in_them() {
    for (path, bytes) in seeds("backup") {
        let text = String::from_utf8(bytes).unwrap();
        for part in text.split("\n=\n") {
            let Ok(backup) = Backup::read(part.as_bytes()) else {
                assert!(path.ends_with("newer.json"), "{}", path.display());
                continue;
            };
            let stored = backup.texts.iter().filter(|(key, _)| key.starts_with("draft:"));
            let is_read = |text: &str| json::read_text(codec::file(text)).is_ok();
            assert!(stored.into_iter().any(|(_, it)| is_read(it)), "{}", path.display());
        }
    }
}
