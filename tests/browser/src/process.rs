//! A driver program with all that it starts, ended together.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use crate::clock;

/// A running driver program.
#[derive(Debug)]
pub struct Program {
    child: Child,
    port: u16,
    mark: String,
}

impl Program {
    /// Starts a driver on a port that it chooses and waits for it to say which.
    /// `mark` is a word that only the processes of this session have in their
    /// command line: the folder of its profile.
    pub fn start(name: &str, args: &[&str], log: &Path, mark: String) -> Result<Self, String> {
        let log = File::create(log).map_err(|it| it.to_string())?;
        let mut command = guarded(name, args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(log);
        let child = command.spawn().map_err(|it| format!("{name} does not start: {it}"))?;
        // From here on the drop below cleans up, whatever happens.
        let mut program = Self { child, port: 0, mark };
        let output = program.child.stdout.take();
        let output = output.ok_or_else(|| format!("{name} has no output"))?;
        program.port = announced(output).ok_or_else(|| format!("{name} does not start"))?;
        Ok(program)
    }

    /// The port on which the driver listens.
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        // The browser may stand in a group of its own, so it is looked for too.
        for pid in marked(&self.mark).into_iter().chain([group]) {
            // A process that has ended meanwhile is what we want.
            let _ = Command::new("kill")
                .args(["-s", "KILL", "--", &pid])
                .stderr(Stdio::null())
                .status();
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command in a process group of its own, with a guard that ends the group
/// when our end of its input closes: when we are killed, nothing is left behind.
#[cfg(unix)]
fn guarded(name: &str, args: &[&str]) -> Command {
    const GUARD: &str = "\"$@\" & cat > /dev/null; kill -s KILL -- -$$";
    let mut command = Command::new("sh");
    command.args(["-c", GUARD, "sh", name]).args(args);
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

#[cfg(not(unix))]
fn guarded(name: &str, args: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(args);
    command
}

/// The port in a line such as `ChromeDriver was started successfully on port 4711.`
fn announced(output: impl std::io::Read + Send + 'static) -> Option<u16> {
    let (told, tell) = mpsc::channel();
    // The thread also keeps the pipe from filling up later on.
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(port) = port_in(&line) {
                let _ = told.send(port);
            }
        }
    });
    tell.recv_timeout(clock::PATIENCE * 2).ok()
}

fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').trim().parse().ok()
}

/// The processes that have this word in their command line.
fn marked(mark: &str) -> Vec<String> {
    // Elsewhere than on Linux there is no such folder, and the group must do.
    let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
    let names = processes.filter_map(|it| it.ok()?.file_name().into_string().ok());
    names
        .filter(|pid| pid.bytes().all(|it| it.is_ascii_digit()))
        .filter(|pid| {
            let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(mark)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn reads_the_port_that_the_driver_names() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 41234."), Some(41234));
        assert_eq!(port_in("Only local connections are allowed."), None);
    }
}
