//! Where a session's page comes from: a folder that is served, or one file.

use std::fs;
use std::path::Path;

use url::Url;
use xtask::fingerprint;
use xtask::server::Server;

/// The page to load.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Source<'a> {
    /// A built page, served by a server of the session's own.
    Folder(&'a Path),
    /// The same, in a folder that nobody else uses: what is changed there is served.
    Own(&'a Path),
    /// The page in a single file, opened from the disk.
    File(&'a Path),
}

impl Source<'_> {
    /// The server, if there is one, and the address. A script is put before
    /// everything on a copy of the page below `room`.
    #[track_caller]
    pub(crate) fn open(self, script: &str, room: &Path) -> (Option<Server>, String) {
        match self {
            Self::Folder(dist) | Self::Own(dist) => {
                let index = dist.join("index.html");
                assert!(index.is_file(), "no page in {}; build it first", dist.display());
                let mut site = dist.to_owned();
                if !script.is_empty() {
                    if let Self::Folder(_) = self {
                        site = room.join("site");
                        copy(dist, &site);
                    }
                    precede(&site, script);
                }
                let server = Server::start(&site, None);
                let server = server.unwrap_or_else(|it| panic!("no server: {it}"));
                let address = server.url();
                (Some(server), address)
            }
            Self::File(file) => {
                assert!(file.is_file(), "no {}; build it first", file.display());
                let file = if script.is_empty() {
                    file.to_owned()
                } else {
                    let copy = room.join("single.html");
                    let tag = format!("<script>{script}</script>");
                    write(&copy, &preceded(&read(file), &tag));
                    copy
                };
                let file = file.canonicalize().unwrap_or(file);
                let address = Url::from_file_path(&file).map(String::from);
                (None, address.unwrap_or_else(|()| panic!("no address for {}", file.display())))
            }
        }
    }
}

/// Copies a folder with all that is in it.
#[track_caller]
pub(crate) fn copy(dist: &Path, site: &Path) {
    let files = fingerprint::files(dist).unwrap_or_else(|it| panic!("{}: {it}", dist.display()));
    for file in files {
        let copy = site.join(fingerprint::relative(dist, &file));
        let made = copy.parent().map_or(Ok(()), fs::create_dir_all);
        let made = made.and_then(|()| fs::copy(&file, &copy));
        made.unwrap_or_else(|it| panic!("{}: {it}", copy.display()));
    }
}

/// Has a page load a script first. The script is a file, as the policy of a page lets
/// files of its own in.
#[track_caller]
fn precede(site: &Path, script: &str) {
    const NAME: &str = "chengwen-tests.js";
    let index = site.join("index.html");
    let (html, tag) = (read(&index), format!("<script src=\"{NAME}\"></script>"));
    if !html.contains(&tag) {
        write(&index, &preceded(&html, &tag));
    }
    write(&site.join(NAME), script);
}

/// The text of a page with a tag before its policy, or after its character set
/// when it has none.
fn preceded(html: &str, tag: &str) -> String {
    let policy = html.find("Content-Security-Policy").and_then(|it| html[..it].rfind('<'));
    let charset = html.find("<meta charset").and_then(|it| Some(it + html[it..].find('>')? + 1));
    let (before, after) = html.split_at(policy.or(charset).unwrap_or(0));
    format!("{before}{tag}{after}")
}

#[track_caller]
fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|it| panic!("{}: {it}", path.display()))
}

#[track_caller]
fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
}

#[cfg(test)]
mod tests {
    use super::preceded;

    #[test]
    fn a_script_comes_before_the_policy() {
        let html = "<meta charset=\"utf-8\"><meta\n http-equiv=\"Content-Security-Policy\">";
        let expected = "<meta charset=\"utf-8\">+<meta\n http-equiv=\"Content-Security-Policy\">";
        assert_eq!(preceded(html, "+"), expected);
        assert_eq!(
            preceded("<html><meta charset=utf-8><p>", "+"),
            "<html><meta charset=utf-8>+<p>"
        );
        assert_eq!(preceded("<p>", "+"), "+<p>");
    }
}
