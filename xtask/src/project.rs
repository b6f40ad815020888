//! Where things lie: sources, build results, tools.

use std::env;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What a task ends with.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a task stopped, in words that say what to do.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure that reads as `message`.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

/// The folders of this checkout.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The checkout that this program was compiled in.
    pub fn find() -> Outcome<Self> {
        // Cargo sets the variable for `cargo xtask`; the compiled-in path serves
        // a program that is started by hand.
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .ancestors()
            .find(|it| it.join("Trunk.toml").is_file())
            .ok_or_else(|| Failure::new("no Trunk.toml above xtask/; is the checkout whole?"))?
            .to_owned();
        // A relative CARGO_TARGET_DIR is meant from where the caller stands, and
        // children are started elsewhere, so it is made absolute once.
        let target = match env::var_os("CARGO_TARGET_DIR").filter(|it| !it.is_empty()) {
            Some(dir) => env::current_dir()?.join(dir),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The folder of the root Cargo.toml.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Where the built page lies.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where set-up installs what the machine does not have.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Where npm packages are installed.
    pub fn npm(&self) -> PathBuf {
        self.tools().join("npm")
    }

    /// A file of an npm package.
    pub fn npm_file(&self, path: &str) -> PathBuf {
        self.npm().join("node_modules").join(path)
    }

    /// The command line of Chengwen, built for release.
    pub fn command_line(&self) -> PathBuf {
        self.target.join("release").join(format!("chengwen{}", env::consts::EXE_SUFFIX))
    }
}
