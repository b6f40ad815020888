//! `cargo xtask COMMAND`: the one way to build, serve, test and measure Chengwen.

use std::process::ExitCode;

use xtask::browsers;
use xtask::corpus;
use xtask::deny;
use xtask::faults;
use xtask::fuzz;
use xtask::isolated;
use xtask::judged;
use xtask::layout;
use xtask::measure;
use xtask::offline;
use xtask::page;
use xtask::project::{Failure, Outcome, Project};
use xtask::reach;
use xtask::serve;
use xtask::single;
use xtask::verify;

const USAGE: &str = "\
cargo xtask serve [--port N] [--no-open]   set up, build when needed, serve the page and open it
cargo xtask build [--if-stale]             build the page into dist/
cargo xtask single                         the page in one file that opens by double-click
cargo xtask fuzz [--seconds N] [TARGET...]  what the readers make of bytes nobody would write
cargo xtask deny                           licences, bans and sources of what is linked
cargo xtask isolated [TEST...]             the main path without a network, and the browser's net log
cargo xtask reach                          what the built programs can ask of the browser
cargo xtask test [--fast]                  everything that CI runs; --fast leaves out docs and browsers
cargo xtask browsers [--single] [--main] [NAME...]
                                           the browser tests in every engine, or in these
cargo xtask faults [--long] [--seed N] [NAME...]  what is left of the text when something breaks
cargo xtask accept FILE...                 acceptance run over report files, in a browser
cargo xtask accept --rollover FILE...      the same, as last year's reports for the next year
cargo xtask layout PATH...                 what LibreOffice, Chromium and others make of texts and drafts
cargo xtask corpus --check DIR             what the checks find in the texts there, against the verdicts
cargo xtask corpus DIR                     whether import loses anything of the texts there
cargo xtask bench                          sizes and speed of the page
cargo xtask offline-shell [DIR]            fill in service worker and policy (Trunk calls it)";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Outcome {
    let project = Project::find()?;
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", rest @ ..] => serve::run(&project, &serve_options(rest)?),
        ["build"] => page::build(&project, page::Tools::Best),
        ["build", "--if-stale"] => page::build_if_stale(&project, page::Tools::Best),
        ["fuzz", rest @ ..] => {
            let (seconds, targets) = fuzz_options(rest)?;
            fuzz::run(&project, seconds, targets)
        }
        ["deny"] => deny::check(&project),
        ["isolated", tests @ ..] => isolated::run(&project, tests),
        ["reach"] => reach::run(&project),
        ["single"] => single::run(&project),
        ["test"] => verify::run(&project, verify::Extent::Full),
        ["test", "--fast"] => verify::run(&project, verify::Extent::Fast),
        ["browsers", rest @ ..] => browsers::run(&project, rest),
        ["faults", rest @ ..] => faults::run(&project, rest),
        ["accept", "--rollover", files @ ..] if !files.is_empty() => {
            measure::accept(&project, files, true)
        }
        ["accept", files @ ..] if !files.is_empty() && files != ["--rollover"] => {
            measure::accept(&project, files, false)
        }
        ["layout", paths @ ..] if !paths.is_empty() => layout::run(&project, paths),
        ["corpus", "--check", folder] => judged::run(&project, folder),
        ["corpus", folder] => corpus::run(&project, folder),
        ["bench", rest @ ..] => measure::bench(&project, rest),
        ["offline-shell"] => offline::write(&project, None),
        ["offline-shell", dir] => offline::write(&project, Some(dir.as_ref())),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(bad_call()),
    }
}

fn serve_options(args: &[&str]) -> Result<serve::Options, Failure> {
    let mut options = serve::Options::default();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match *arg {
            "--no-open" => options.open = false,
            "--port" => {
                let port = args.next().and_then(|it| it.parse().ok());
                options.port = port.ok_or_else(bad_call)?;
            }
            _ => return Err(bad_call()),
        }
    }
    Ok(options)
}

fn fuzz_options<'a>(args: &'a [&'a str]) -> Result<(u32, &'a [&'a str]), Failure> {
    match args {
        ["--seconds", seconds, rest @ ..] => {
            let seconds = seconds.parse().ok().filter(|it| 0 < *it);
            Ok((seconds.ok_or_else(bad_call)?, rest))
        }
        rest => Ok((fuzz::SECONDS, rest)),
    }
}

fn bad_call() -> Failure {
    Failure::new(format!("this call is not known; these are:\n{USAGE}"))
}
