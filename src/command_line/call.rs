//! What the command line asks for.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use lexopt::Arg;

use super::runs_call::{RunsCall, RunsError};
use crate::check::began::Began;
use crate::plain_text::{MOST_QUOTED, ending, on_one_line, quoted, shortened};

/// What is said of an option, with the option in it.
const MOST_OF_OPTION: usize = 2 * MOST_QUOTED;
/// Of a path a message has at most so many characters.
const MOST_OF_PATH: usize = MOST_QUOTED;
/// What stands where a path was cut.
const CUT: &str = "...";

/// Where a check is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    File(PathBuf),
    /// Standard input, written `-`.
    Standard,
}

impl From<OsString> for Input {
    fn from(name: OsString) -> Self {
        if name == "-" { Self::Standard } else { Self::File(name.into()) }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.write_str(&quoted_path(path)),
            Self::Standard => f.write_str("-"),
        }
    }
}

/// What a message says of a path: its end, which has the name of the file, on one line.
#[must_use]
pub(super) fn quoted_path(path: &Path) -> String {
    let path = on_one_line(&path.to_string_lossy());
    if path.chars().nth(MOST_OF_PATH).is_none() {
        return path;
    }
    format!("{CUT}{}", ending(&path, MOST_OF_PATH - CUT.len()))
}

/// What to print of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// The page for the clinician.
    Note,
    Working,
    /// The plan for the runner.
    Plan,
}

/// One call of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// Open the window, with a check or without.
    Window(Option<Input>),
    /// Print something of a check.
    Print {
        what: Print,
        /// Of which check.
        of: Input,
        /// For which day; without it, the day the check was made.
        on: Option<Date>,
    },
    /// Print what files say of runs.
    Runs(RunsCall),
    /// Check the content that is built in, or the files of a folder, and count it.
    CheckKnowledge(Option<PathBuf>),
    /// Print who gets which exercises.
    PlanTable,
    /// Draw the content, or what hangs together with one of its ids.
    Graph(Option<String>),
    /// Print the version.
    Version,
    /// Print the help.
    Help,
}

/// Why a command line makes no sense.
#[derive(Debug, thiserror::Error)]
pub enum UsageError {
    /// An unknown option, or one without its value.
    #[error("{}", shortened(&.0.to_string(), MOST_OF_OPTION))]
    Option(#[from] lexopt::Error),
    /// The day is none.
    #[error("--on \"{}\" is no day, expected one like 2026-11-23", quoted(&.0.to_string_lossy()))]
    Day(OsString),
    /// Two things at once.
    #[error("one thing at a time: \"{}\" is one too many", quoted(&.0.to_string_lossy()))]
    TooMany(OsString),
    /// A day for something that has none.
    #[error("--on goes with --note, --plan, --explain or --runs")]
    DayOfNothing,
    /// How runs are read makes no sense.
    #[error(transparent)]
    Runs(#[from] RunsError),
}

/// Reads the arguments, without the program's name.
///
/// # Errors
/// See [`UsageError`].
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Call, UsageError> {
    let mut parser = lexopt::Parser::from_args(args);
    let (mut wanted, mut name, mut on) = (None, None, None);
    let mut runs = RunsCall::default();
    while let Some(arg) = parser.next()? {
        let (option, want) = match arg {
            Arg::Long("note") => ("--note", Request::Print(Print::Note, parser.value()?.into())),
            Arg::Long("explain") => ("--explain", Request::Print(Print::Working, parser.value()?.into())),
            Arg::Long("plan") => ("--plan", Request::Print(Print::Plan, parser.value()?.into())),
            Arg::Long("plan-table") => ("--plan-table", Request::PlanTable),
            Arg::Long("check-knowledge") => ("--check-knowledge", Request::CheckKnowledge),
            Arg::Long("graph") => ("--graph", Request::Graph),
            Arg::Long("version") | Arg::Short('V') => ("--version", Request::Version),
            Arg::Long("help") | Arg::Short('h') => ("--help", Request::Help),
            Arg::Long("runs") => {
                runs.paths.extend(parser.values()?.map(PathBuf::from));
                ("--runs", Request::Runs)
            }
            Arg::Long(option @ ("began" | "zone" | "unit")) => {
                let option = option.to_owned();
                runs.set(&option, parser.value()?)?;
                continue;
            }
            Arg::Long("on") => {
                let text = parser.value()?;
                if on.replace(day(&text)?).is_some() {
                    return Err(UsageError::TooMany(text));
                }
                continue;
            }
            Arg::Value(value) => {
                if name.is_some() {
                    return Err(UsageError::TooMany(value));
                }
                name = Some(value);
                continue;
            }
            other => return Err(other.unexpected().into()),
        };
        if wanted.replace(want).is_some() {
            return Err(UsageError::TooMany(option.into()));
        }
    }
    call_of(wanted, name, on, runs)
}

/// What the options ask for together.
fn call_of(
    wanted: Option<Request>,
    name: Option<OsString>,
    on: Option<Date>,
    mut runs: RunsCall,
) -> Result<Call, UsageError> {
    if on.is_some() && !matches!(wanted, Some(Request::Print(..) | Request::Runs)) {
        return Err(UsageError::DayOfNothing);
    }
    if !matches!(wanted, Some(Request::Runs)) {
        runs.must_be_unused()?;
    }
    match (wanted, name) {
        (None, name) => Ok(Call::Window(name.map(Input::from))),
        (Some(Request::CheckKnowledge), folder) => Ok(Call::CheckKnowledge(folder.map(PathBuf::from))),
        (Some(Request::Graph), about) => Ok(Call::Graph(about.map(|id| id.to_string_lossy().into_owned()))),
        (Some(Request::Runs), name) => {
            runs.paths.extend(name.map(PathBuf::from));
            Ok(Call::Runs(RunsCall { on, ..runs }))
        }
        (Some(_), Some(name)) => Err(UsageError::TooMany(name)),
        (Some(Request::Print(what, of)), None) => Ok(Call::Print { what, of, on }),
        (Some(Request::PlanTable), None) => Ok(Call::PlanTable),
        (Some(Request::Version), None) => Ok(Call::Version),
        (Some(Request::Help), None) => Ok(Call::Help),
    }
}

enum Request {
    Print(Print, Input),
    Runs,
    CheckKnowledge,
    PlanTable,
    Graph,
    Version,
    Help,
}

fn day(text: &OsString) -> Result<Date, UsageError> {
    match text.to_str().map(str::parse) {
        Some(Ok(Began::Day(day))) => Ok(day),
        _ => Err(UsageError::Day(text.clone())),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::Offset;

    use super::super::runs_call::Zone;
    use super::*;
    use crate::training::list_answers::Unit;

    fn call(line: &str) -> Result<Call, UsageError> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn reads_every_call() {
        let file = || Input::File("a.kneenote".into());
        let print = |what, of, on| Call::Print { what, of, on };
        for (line, expected) in [
            ("", Call::Window(None)),
            ("a.kneenote", Call::Window(Some(file()))),
            ("-", Call::Window(Some(Input::Standard))),
            ("--note a.kneenote", print(Print::Note, file(), None)),
            ("--explain -", print(Print::Working, Input::Standard, None)),
            ("--note=a.kneenote --on 2026-11-23", print(Print::Note, file(), Some(date(2026, 11, 23)))),
            ("--on 2026-11-23 --explain a.kneenote", print(Print::Working, file(), Some(date(2026, 11, 23)))),
            ("--plan a.kneenote", print(Print::Plan, file(), None)),
            ("--plan-table", Call::PlanTable),
            ("--runs a b", Call::Runs(RunsCall { paths: vec!["a".into(), "b".into()], ..RunsCall::default() })),
            (
                "--runs a --on 2026-11-23 --began 2026-11-20 --zone -03:30 --unit mi",
                Call::Runs(RunsCall {
                    paths: vec!["a".into()],
                    began: Some(Began::Day(date(2026, 11, 20))),
                    on: Some(date(2026, 11, 23)),
                    zone: Some(Zone::Fixed(Offset::from_seconds(-12_600).unwrap())),
                    unit: Some(Unit::Miles),
                }),
            ),
            (
                "--zone Europe/Berlin --runs a",
                Call::Runs(RunsCall {
                    paths: vec!["a".into()],
                    zone: Some(Zone::Named("Europe/Berlin".to_owned())),
                    ..RunsCall::default()
                }),
            ),
            ("--check-knowledge", Call::CheckKnowledge(None)),
            ("--check-knowledge content", Call::CheckKnowledge(Some("content".into()))),
            ("--graph", Call::Graph(None)),
            ("--graph itbs", Call::Graph(Some("itbs".to_owned()))),
            ("--version", Call::Version),
            ("-V", Call::Version),
            ("--help", Call::Help),
            ("-h", Call::Help),
        ] {
            assert_eq!(call(line).unwrap(), expected, "{line}");
        }
    }

    #[test]
    fn of_a_long_path_the_end_is_told_from_a_whole_letter_on() {
        let most = MOST_OF_PATH - CUT.len();
        let path = |letter: &str, after: usize| quoted_path(Path::new(&(letter.repeat(90) + &"x".repeat(after))));
        assert_eq!(path("e\u{301}", most - 1), format!("...{}", "x".repeat(most - 1)));
        assert_eq!(path("e\u{301}", most - 2), format!("...e\u{301}{}", "x".repeat(most - 2)));
    }

    #[test]
    fn refuses_what_makes_no_sense() {
        for line in [
            "--nonsense",
            "-x",
            "--note",
            "--explain",
            "--plan",
            "--plan-table a",
            "--on",
            "--on 2026-11-23",
            "--on 2026-11-23 a.kneenote",
            "--note a --on 2026-11",
            "--note a --on 2026-02-30",
            "--note a --on 2026-11-23 --on 2026-11-23",
            "--note a --explain b",
            "--note a b",
            "--version a",
            "--help --version",
            "--version=3",
            "a b",
            "--check-knowledge a b",
            "--graph a b",
            "--graph --on 2026-11-23",
            "--runs",
            "--runs a --note b",
            "--runs a --began 2026",
            "--runs a --began soon",
            "--runs a --unit ell",
            "--runs a --unit km --unit mi",
            "--runs a --zone +2",
            "--runs a --zone +25:61",
            "--zone +02:00",
            "--note a --unit km",
            "a --began 2026-11",
        ] {
            assert!(call(line).is_err(), "{line}");
        }
    }
}
