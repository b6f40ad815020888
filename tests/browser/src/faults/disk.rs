//! A disk without room.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Options;
use super::author::{kept, stream};
use super::kills::whole;
use super::report::{Report, Verdict};
use super::rig::{Browser, Rig, pause};
use crate::clock::{self, PATIENCE};

/// A small disk that holds the profile runs full while the author types.
pub(super) fn full(report: &mut Report, _: &Options) {
    const FAULT: &str = "disk full, then room again";
    let disk = match Disk::mount() {
        Ok(disk) => disk,
        Err(why) => return report.add(FAULT, "", "", Verdict::NotRun(why)),
    };
    let rig = Rig::new().on(disk.0.join("profile"));
    let browser = rig.start();
    browser.begin(8_000);
    browser.type_on(0, 50, true);
    pause(2_000);
    let filler = disk.fill();
    let seen = browser.watch(5_000);
    browser.stop_typing();
    let n_typed = browser.field().chars().count();
    let status = browser.status();
    // What was said to be saved on the full disk has to be there without more room.
    browser.kill();
    let check = |report: &mut Report, browser: &Browser, what: &str| {
        let found = kept(&browser.field());
        let verdict = match &found {
            Ok(n) if *n < seen.n_acked => {
                Verdict::Broken(format!("I1: {} were saved, {n} found", seen.n_acked))
            }
            Ok(_) => Verdict::Holds("I1 I8"),
            Err(why) => Verdict::Broken(why.clone()),
        };
        let found = format!("{} characters; it said {status:?}", found.unwrap_or_default());
        let typed = format!("{n_typed} characters, {} saved", seen.n_acked);
        report.add(what, typed, found, verdict);
    };
    let _ = fs::remove_file(filler);
    let browser = rig.start();
    browser.open();
    check(report, &browser, "disk full, killed, room again");
    let before = browser.field().chars().count();
    let filler = disk.fill();
    browser.dash(20, "");
    pause(3_000);
    let full = browser.status();
    let _ = fs::remove_file(filler);
    // The database is opened anew; until then the text is held.
    let saves = browser.saved(PATIENCE * 3);
    let status = browser.status();
    // What is written after that outlasts the end of the session, too.
    browser.dash(20, "");
    let saves = saves && browser.saved(PATIENCE);
    browser.kill();
    let browser = rig.start();
    let opened = browser.try_open();
    let verdict = match (opened, whole(&browser, before + 40)) {
        (Err(why), _) if saves => Verdict::Broken(format!("I1: it said {status:?}, but {why}")),
        (Err(why), _) => Verdict::Broken(format!("I1: what was saved before is gone: {why}")),
        (Ok(()), None) if saves => Verdict::Holds("I1 I8"),
        (Ok(()), Some(why)) if saves => Verdict::Broken(format!("I1: {status:?}, but {why}")),
        (Ok(()), _) if browser.field().starts_with(&stream(before)) => {
            Verdict::Broken(format!("not saved when there was room again: {status:?}"))
        }
        (Ok(()), _) => Verdict::Broken("I1: what was saved before is gone".to_owned()),
    };
    let found = format!("{} characters; it said {full:?}", browser.field().chars().count());
    report.add(FAULT, format!("{} characters", before + 40), found, verdict);
}

/// A disk in memory, with little room.
struct Disk(PathBuf);

impl Disk {
    fn mount() -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!("chengwen-disk-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|it| it.to_string())?;
        let args = ["-t", "tmpfs", "-o", "size=120m", "tmpfs"];
        let mounted = Command::new("mount").args(args).arg(&folder).stderr(Stdio::null()).status();
        match mounted {
            Ok(status) if status.success() => Ok(Self(folder)),
            _ => Err("a small disk can be mounted by root on Linux only".to_owned()),
        }
    }

    /// Takes all of its room; gives the file to be removed.
    fn fill(&self) -> PathBuf {
        let path = self.0.join("filler");
        fill(&path);
        path
    }
}

fn fill(path: &Path) {
    let Ok(mut file) = File::create(path) else { return };
    for size in [1 << 20, 4096, 1] {
        let block = vec![0; size];
        while file.write_all(&block).is_ok() {}
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let gone = || {
            let done = Command::new("umount").arg(&self.0).stderr(Stdio::null()).status();
            done.is_ok_and(|it| it.success()).then_some(())
        };
        clock::wait(PATIENCE, gone);
        let _ = fs::remove_dir(&self.0);
    }
}
