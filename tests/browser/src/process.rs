//! A driver program with all that it starts, ended together.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use crate::clock;

/// A program to start.
#[derive(Debug)]
pub struct Start {
    /// Its name, as on PATH.
    pub name: String,
    /// Its arguments.
    pub args: Vec<String>,
    /// What is added to its environment.
    pub env: Vec<(String, String)>,
    /// How its number becomes known: the port of a driver, the number of a screen.
    pub number: Number,
}

/// How one learns a program's number.
#[derive(Debug, Clone, Copy)]
pub enum Number {
    /// It is in a line that the program prints, and this reads it.
    Said(fn(&str) -> Option<u16>),
    /// It was chosen for the program, which listens there when it is ready.
    Given(u16),
}

/// A running program.
#[derive(Debug)]
pub struct Program {
    child: Child,
    number: u16,
    mark: String,
}

impl Program {
    /// Starts a program and waits until its number is known. `mark` is a word
    /// that only the processes of this session have in their command line: the
    /// folder of its profile.
    pub fn start(start: &Start, log: &Path, mark: String) -> Result<Self, String> {
        let name = &start.name;
        let log = File::create(log).map_err(|it| it.to_string())?;
        let mut command = guarded(name, &start.args);
        command.envs(start.env.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(log);
        let child = command.spawn().map_err(|it| format!("{name} does not start: {it}"))?;
        // From here on the drop below cleans up, whatever happens.
        let mut program = Self { child, number: 0, mark };
        let output = program.child.stdout.take();
        let output = output.ok_or_else(|| format!("{name} has no output"))?;
        let lines = follow(output);
        let number = match start.number {
            Number::Said(read) => announced(&lines, read),
            Number::Given(port) => listening(port),
        };
        program.number = number.ok_or_else(|| format!("{name} does not start"))?;
        Ok(program)
    }

    /// The port on which the driver listens, or the number of the screen.
    pub fn number(&self) -> u16 {
        self.number
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

/// A port that is free now, for a driver that cannot choose one and say which.
pub fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|it| it.to_string())?;
    Ok(listener.local_addr().map_err(|it| it.to_string())?.port())
}

/// A command in a process group of its own, with a guard that ends the group
/// when our end of its input closes: when we are killed, nothing is left behind.
#[cfg(unix)]
fn guarded(name: &str, args: &[String]) -> Command {
    const GUARD: &str = "\"$@\" & cat > /dev/null; kill -s KILL -- -$$";
    let mut command = Command::new("sh");
    command.args(["-c", GUARD, "sh", name]).args(args);
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

#[cfg(not(unix))]
fn guarded(name: &str, args: &[String]) -> Command {
    let mut command = Command::new(name);
    command.args(args);
    command
}

/// Passes on what is printed to whoever waits for a line.
fn follow(output: impl std::io::Read + Send + 'static) -> mpsc::Receiver<String> {
    let (sent, lines) = mpsc::channel();
    // The thread also keeps the pipe from filling up later on.
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // Nobody waits once the number is known.
            let _ = sent.send(line);
        }
    });
    lines
}

fn announced(lines: &mpsc::Receiver<String>, read: fn(&str) -> Option<u16>) -> Option<u16> {
    let end = clock::now() + clock::PATIENCE * 2;
    loop {
        let left = end.saturating_duration_since(clock::now());
        if let Some(number) = read(&lines.recv_timeout(left).ok()?) {
            return Some(number);
        }
    }
}

fn listening(port: u16) -> Option<u16> {
    let answers = || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok().then_some(port);
    clock::wait(clock::PATIENCE * 2, answers)
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
