//! Tells whether files have changed, by what is in them.
//!
//! Times would be quicker, but a checkout or an edit during a build sets them
//! so that a stale page looks fresh.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// A fingerprint over names and contents of files and folders below `root`.
///
/// What does not exist counts as absent, so that its coming is a change.
pub fn of(root: &Path, paths: &[&str]) -> io::Result<String> {
    let mut hash = Sha256::new();
    for path in paths {
        for file in files(&root.join(path))? {
            let name = relative(root, &file);
            let bytes = fs::read(&file)?;
            // The lengths keep a name from running into the contents.
            hash.update((name.len() as u64).to_le_bytes());
            hash.update(&name);
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(&bytes);
        }
    }
    Ok(hex(&hash.finalize()))
}

/// All files at or below `path`, sorted; none when it does not exist.
pub fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if path.is_file() {
        found.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            found.extend(files(&entry?.path())?);
        }
    }
    found.sort();
    Ok(found)
}

/// The name of `file` below `root`, with slashes on every system.
pub fn relative(root: &Path, file: &Path) -> String {
    let path = file.strip_prefix(root).unwrap_or(file);
    let parts: Vec<_> = path.iter().map(|it| it.to_string_lossy()).collect();
    parts.join("/")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|it| format!("{it:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A new folder below the system's own, one for each test.
    fn folder(name: &str) -> PathBuf {
        let dir = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(dir.join("src/a")).unwrap();
        fs::write(dir.join("src/a/one.rs"), "one").unwrap();
        fs::write(dir.join("Cargo.toml"), "").unwrap();
        dir
    }

    #[test]
    fn changes_with_contents_names_and_presence() {
        let dir = folder("fingerprint");
        let now = || of(&dir, &["src", "Cargo.toml", "absent"]).unwrap();
        let first = now();
        assert_eq!(now(), first);

        fs::write(dir.join("src/a/one.rs"), "two").unwrap();
        let second = now();
        assert_ne!(second, first);

        fs::rename(dir.join("src/a/one.rs"), dir.join("src/a/two.rs")).unwrap();
        let third = now();
        assert_ne!(third, second);

        fs::write(dir.join("absent"), "").unwrap();
        assert_ne!(now(), third);
        fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn lists_files_with_slashes() {
        let dir = folder("files");
        let names: Vec<_> = files(&dir).unwrap().iter().map(|it| relative(&dir, it)).collect();
        assert_eq!(names, ["Cargo.toml", "src/a/one.rs"]);
        fs::remove_dir_all(dir).unwrap();
    }
}
