//! Carries out a call.

use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::call::{Call, Input, Print, parse, quoted_path};
use super::faults::ErrorLines;
use super::ruler_lines::ruler_lines;
use super::runs;
use super::runs_call::{RunsCall, Zone};
use crate::assess::{Assessor, explain::explain};
use crate::check::Check;
use crate::check::file::{self, MOST_BYTES};
use crate::desktop::clock;
use crate::figure;
use crate::knee_map;
use crate::knowledge::Knowledge;
use crate::knowledge::files::{ContentError, ContentFiles, NAMES};
use crate::knowledge::{graph, validate};
use crate::note;
use crate::plain_text::quoted;
use crate::plan::{self, Plan};
use crate::run_files::progress::Progress;
use crate::run_files::settings::Settings;
use crate::run_files::walk;
use crate::store::text_file::{self, TextFileError, UnreadableFile};
use crate::training::list_answers::ListAnswers;
use crate::training::outing::Outings;
use crate::training::rulers::{Anchor, Rulers};
use crate::window;
use crate::wording::Wording;

/// A bad command line, a bad file, bad content.
const BAD_INPUT: u8 = 2;
/// What `--help` prints.
const HELP: &str = include_str!("../../assets/text/help.txt");

/// What a call comes to.
enum Reply {
    Text(String),
    /// What was found, which is nothing.
    NothingRead(String),
    Window(Option<Box<Check>>),
    /// A file that was to be opened in the window and cannot be read.
    Unreadable(ErrorLines),
}

/// Does what the arguments ask for, without the program's name.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let answer = parse(args).map_err(|fault| ErrorLines::line(format!("{fault}; kneenote --help lists what there is")));
    match answer.and_then(answer_to) {
        Ok(Reply::Text(text)) => print(&text),
        Ok(Reply::NothingRead(text)) => {
            print(&text);
            ExitCode::FAILURE
        }
        Ok(Reply::Window(check)) => match window::open_window(check.map(|check| Ok(*check)).as_ref()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => {
                ErrorLines::line(fault.to_string()).print();
                ExitCode::FAILURE
            }
        },
        Ok(Reply::Unreadable(faults)) => {
            faults.print();
            if is_opened_by_hand() {
                // Who double-clicked the file sees no line of text; the exit status stays that of a bad file.
                window::open_window(Some(&Err(UnreadableFile(faults.first())))).ok();
            }
            ExitCode::from(BAD_INPUT)
        }
        Err(faults) => {
            faults.print();
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// Whether nobody reads standard error, neither on a terminal nor from a pipe, and there is a screen to say it on.
fn is_opened_by_hand() -> bool {
    let has_screen = !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|at| !at.is_empty()));
    has_screen && !io::stderr().is_terminal() && !is_pipe()
}

#[cfg(unix)]
fn is_pipe() -> bool {
    use std::os::fd::AsFd as _;
    use std::os::unix::fs::FileTypeExt as _;
    let stderr = io::stderr().as_fd().try_clone_to_owned().map(std::fs::File::from);
    stderr.and_then(|stderr| stderr.metadata()).is_ok_and(|found| found.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_pipe() -> bool {
    false
}

fn answer_to(call: Call) -> Result<Reply, ErrorLines> {
    match call {
        Call::Help => Ok(Reply::Text(HELP.to_owned())),
        Call::CheckKnowledge(folder) => check_knowledge(folder.as_deref()).map(Reply::Text),
        Call::Graph(about) => graph(about.as_deref()).map(Reply::Text),
        Call::PlanTable => {
            Ok(Reply::Text(plan::table::table(&Assessor::new(&Arc::new(embedded()?)), clock::now().date())))
        }
        Call::Runs(call) => runs(&call),
        Call::Version => {
            let content = embedded()?.about.content;
            Ok(Reply::Text(format!("kneenote {}\ncontent {content}\n", env!("CARGO_PKG_VERSION"))))
        }
        Call::Window(None) => Ok(Reply::Window(None)),
        Call::Window(Some(input)) => match (check_of(&input, &embedded()?, text_file::read), input) {
            (Ok(check), _) => Ok(Reply::Window(Some(Box::new(check)))),
            (Err(faults), Input::File(_)) => Ok(Reply::Unreadable(faults)),
            (Err(faults), Input::Standard) => Err(faults),
        },
        Call::Print { what, of, on } => {
            let knowledge = Arc::new(embedded()?);
            // Who prints may name a pipe, and waits for it.
            let check = check_of(&of, &knowledge, text_file::read_stream)?;
            let on = on.or(check.made).unwrap_or_else(|| clock::now().date());
            let assessor = Assessor::new(&knowledge);
            let assessment = assessor.assess(&check, on);
            let wording = || Wording::embedded().map_err(|fault| ErrorLines::of_content(None, &[fault]));
            Ok(Reply::Text(match what {
                Print::Note => note::page(&wording()?.note, &check, &assessment, on).text,
                Print::Plan => {
                    let wording = wording()?;
                    let plan = Plan::of(&check, &assessment, on, check.race_on);
                    plan::text::text(&wording.plan, &wording.note.care, &assessment, &plan)
                }
                Print::Working => explain(&assessment, &assessor.next_questions(&assessment)),
            }))
        }
    }
}

fn runs(call: &RunsCall) -> Result<Reply, ErrorLines> {
    let now = clock::now();
    let zone = match &call.zone {
        None => now.time_zone().clone(),
        Some(Zone::Fixed(offset)) => offset.to_time_zone(),
        Some(Zone::Named(name)) => clock::zone_named(name)
            .ok_or_else(|| ErrorLines::line(format!("--zone \"{}\": there is no such zone", quoted(name))))?,
    };
    let today = call.on.unwrap_or_else(|| now.with_time_zone(zone.clone()).date());
    // Nobody watches, so nobody stops it.
    let reading = walk::read(
        &call.paths,
        &Settings { today, zone, lists: ListAnswers { unit: call.unit, ..ListAnswers::default() } },
        &Progress::default(),
    )
    .unwrap_or_default();
    let mut lines = runs::lines(&reading);
    if let Some(anchor) = call.began.and_then(Anchor::of) {
        let runs: Vec<_> = reading.runs.iter().map(|recorded| recorded.run.clone()).collect();
        lines.push_str(&ruler_lines(&Rulers::of(&Outings::of(&runs), anchor)));
    }
    Ok(if reading.is_unread() { Reply::NothingRead(lines) } else { Reply::Text(lines) })
}

fn embedded() -> Result<Knowledge, ErrorLines> {
    Knowledge::embedded().map_err(|faults| ErrorLines::of_content(None, &faults))
}

/// How a file is read, of at most so many bytes.
type Read = fn(&Path, usize) -> Result<String, TextFileError>;

fn check_of(input: &Input, knowledge: &Knowledge, read: Read) -> Result<Check, ErrorLines> {
    let text = match input {
        Input::File(path) => read(path, MOST_BYTES),
        Input::Standard => text_file::read_from(io::stdin().lock(), MOST_BYTES),
    };
    match text {
        Ok(text) => file::read(&text, knowledge).map_err(|fault| ErrorLines::of_check(input, &fault)),
        Err(TextFileError::TooLarge(_)) => Err(ErrorLines::of_check(input, &file::ReadError::TooLarge)),
        Err(fault) => Err(ErrorLines::of_text(input, &fault)),
    }
}

fn check_knowledge(folder: Option<&Path>) -> Result<String, ErrorLines> {
    let files = folder.map_or_else(|| Ok(ContentFiles::embedded()), content_of)?;
    let mut faults = validate::faults(&files, &knee_map::shapes());
    faults.extend(validate::undrawn(&files, |figure| figure::find(figure).is_some()));
    if !faults.is_empty() {
        return Err(ErrorLines::of_content(folder, &faults));
    }
    let knowledge = Knowledge::read(&files).map_err(|faults| ErrorLines::of_content(folder, &faults))?;
    let counts = [
        ("causes", knowledge.causes.len()),
        ("questions", knowledge.questions.len()),
        ("findings", knowledge.findings().count()),
        ("zones", knowledge.zones.len()),
        ("weights", knowledge.weight_count()),
        ("rules", knowledge.rules.len()),
        ("sources", knowledge.sources.len()),
    ];
    Ok(counts.map(|(name, count)| format!("{name}: {count}\n")).concat())
}

fn graph(about: Option<&str>) -> Result<String, ErrorLines> {
    let named = |fault| ErrorLines::line(format!("--graph \"{}\": {fault}", quoted(about.unwrap_or_default())));
    graph::as_dot(&embedded()?, about).map_err(named)
}

/// The content files of a folder; one that is not there is left out, and the validator says so.
fn content_of(folder: &Path) -> Result<ContentFiles, ErrorLines> {
    if !folder.is_dir() {
        return Err(ErrorLines::line(format!("{}:1:1: there is no such folder", quoted_path(folder))));
    }
    let mut faults = Vec::new();
    let mut files = ContentFiles::default();
    for name in NAMES {
        match text_file::read(&folder.join(name), MOST_BYTES) {
            Ok(text) => files.set(name, text),
            Err(TextFileError::System(fault)) if fault.kind() == ErrorKind::NotFound => {}
            Err(fault) => {
                let (line, column) = fault.place();
                faults.push(ContentError { file: name.to_owned(), line, column, what: fault.to_string() });
            }
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(ErrorLines::of_content(Some(folder), &faults)) }
}

/// Prints to standard output. Who reads only the first lines closes it early, and that is no fault; where nobody was
/// there to read anything, nothing was printed.
fn print(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    // The first line by itself: what the system took of it was read by somebody, or will be.
    let (first, rest) = text.split_at(text.find('\n').map_or(text.len(), |end| end + 1));
    let printed = out.write_all(first.as_bytes()).and_then(|()| out.flush());
    let printed = printed.and_then(|()| match out.write_all(rest.as_bytes()).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            ErrorLines::line(format!("standard output cannot be written: {fault}")).print();
            ExitCode::FAILURE
        }
    }
}
