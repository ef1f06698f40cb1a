//! Reads the command line: a call without a window, or the window.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser as _;
use landtag_annotator::app;
use landtag_annotator::cli::{self, Cli};
use landtag_annotator::files::sandbox::Sandbox;

fn main() -> ExitCode {
    let since = Instant::now();
    let cli = Cli::parse();
    // Without a path of its own the program is what it was called as. If that cannot be started either, files that
    // need the sandbox are not read.
    let called_as = || PathBuf::from(std::env::args_os().next().unwrap_or_default());
    Sandbox::register(std::env::current_exe().unwrap_or_else(|_| called_as()));
    if let Some(cli::Call::ReadInSandbox { .. }) = &cli.call {
        // What waits for ever takes no time of the processor: the clock ends it.
        std::thread::spawn(|| {
            std::thread::sleep(std::time::Duration::from_mins(1));
            std::process::exit(124);
        });
    }
    if let Some(call) = cli.call {
        let language = app::system_language();
        return ExitCode::from(cli::run(call, language, &mut std::io::stdout(), &mut std::io::stderr()));
    }
    match app::start(cli.files, cli.timings.then_some(since)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            let _ = writeln!(std::io::stderr(), "landtag-annotator: {reason}");
            ExitCode::from(cli::WRONG)
        }
    }
}
