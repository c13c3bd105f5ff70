//! Promise: a bad option or file gives at most three lines on standard error, exit status 2, nothing on standard output,
//! and changes nothing.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use kneenote::knowledge::Knowledge;

const GOOD: &str = include_str!("../fixtures/old_checks/version_1.kneenote");

/// A folder for one test; nothing the program does may show in it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        std::fs::write(self.path(name), bytes).unwrap();
        self.path(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kneenote"));
        // Neither a screen nor the runner's own folders.
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
        command.env("KNEENOTE_HOME", self.path("home")).stdin(Stdio::null());
        command
    }

    fn run<S: AsRef<std::ffi::OsStr>>(&self, args: &[S]) -> Output {
        self.command().args(args).output().unwrap()
    }

    fn run_with_input(&self, args: &[&str], input: &[u8]) -> Output {
        let mut command = self.command();
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that read enough closes its end.
        child.stdin.take().unwrap().write_all(input).ok();
        child.wait_with_output().unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The lines of a refusal, after "kneenote: ".
fn refused(what: &str, output: &Output) -> Vec<String> {
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{what}: {errors}");
    assert_eq!(text(&output.stdout), "", "{what}");
    let lines: Vec<_> = errors.lines().map(str::to_owned).collect();
    assert!((1..=3).contains(&lines.len()), "{what}: {errors}");
    lines.iter().map(|line| line.strip_prefix("kneenote: ").expect(&errors).to_owned()).collect()
}

/// Asserts that a refusal names the file with line and column, and returns the first line's place.
fn refused_file(what: &str, name: &str, output: &Output) -> (usize, usize) {
    let places: Vec<_> = refused(what, output)
        .iter()
        .map(|line| {
            let rest = line.strip_prefix(&format!("{name}:")).unwrap_or_else(|| panic!("{what}: {line}"));
            let mut parts = rest.splitn(3, ':');
            let mut number = || parts.next().unwrap().parse::<usize>().unwrap_or_else(|_| panic!("{what}: {line}"));
            let place = (number(), number());
            assert!(parts.next().is_some_and(|what| what.len() > 5), "{what}: {line}");
            place
        })
        .collect();
    places[0]
}

fn bad_texts() -> Vec<(&'static str, Vec<u8>, (usize, usize))> {
    let large = format!("(version: 1, words: {{ \"why\": \"{}\" }})", "x".repeat(1024 * 1024));
    let many = (0..50).map(|n| format!("\"no_{n}\": Yes,\n")).collect::<Vec<_>>().concat();
    vec![
        ("broken", b"(\n  version: 1,\n  side: Right".to_vec(), (3, 9)),
        ("unknown id", b"(version: 1, findings: {\n  \"nothing\": Yes })".to_vec(), (2, 3)),
        ("many faults", format!("(version: 1, findings: {{\n{many}}})").into_bytes(), (2, 1)),
        ("foreign text", b"{\"resourceType\": \"Questionnaire\"}".to_vec(), (1, 1)),
        ("foreign words", b"Dear doctor,\nmy knee hurts.\n".to_vec(), (1, 1)),
        ("foreign picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), (1, 1)),
        ("odd byte", b"(version: 1,\n words: { \"why\": \"\xff\" })".to_vec(), (2, 19)),
        ("another encoding", "\u{feff}(version: 1)".encode_utf16().flat_map(u16::to_le_bytes).collect(), (1, 1)),
        ("future", b"(version: 99, moons: [1, (phase: \"new\")])".to_vec(), (1, 1)),
        ("far future", b"(version: 4294967295)".to_vec(), (1, 1)),
        ("past all versions", b"(version: 0)".to_vec(), (1, 11)),
        ("version too large to count", b"(version: 99999999999999999999)".to_vec(), (1, 11)),
        ("huge", large.into_bytes(), (1, 1)),
        ("deep", vec![b'('; 1_000_000], (1, 1)),
        ("deep lists", format!("(version: 1, spots: {})", "[".repeat(1_000_000)).into_bytes(), (1, 1)),
        ("empty", Vec::new(), (1, 1)),
        ("blank", b" \n\t\n".to_vec(), (1, 1)),
        ("only a mark", b"\xef\xbb\xbf".to_vec(), (1, 1)),
        ("zeroes", vec![0; 4096], (1, 1)),
    ]
}

#[test]
fn a_bad_file_is_refused_with_its_place_and_stays_as_it_was() {
    let desk = Desk::new();
    for (what, bytes, place) in bad_texts() {
        let path = desk.file("bad.kneenote", &bytes);
        let name = path.to_str().unwrap();
        for args in [vec!["--note", name], vec!["--explain", name], vec![name]] {
            let found = refused_file(what, name, &desk.run(&args));
            if !what.starts_with("deep") {
                assert_eq!(found, place, "{what}");
            }
        }
        assert!(std::fs::read(&path).unwrap() == bytes, "{what} was changed");
        refused_file(what, "-", &desk.run_with_input(&["--explain", "-"], &bytes));
    }
    let left: Vec<_> = std::fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["bad.kneenote"], "something was written");
}

#[test]
fn a_refusal_is_short_whatever_the_file_holds() {
    let desk = Desk::new();
    let long = "x\u{202e}".repeat(200_000);
    for (what, field) in [
        ("a name", format!("findings: {{ \"{long}\": Yes, \"{long}y\": Yes }}")),
        ("a date", format!("began: \"{long}\"")),
        ("a field", format!("{}: 1", "x".repeat(400_000))),
        ("an answer", format!("findings: {{ \"stairs_down\": {} }}", "x".repeat(400_000))),
        ("a type", format!("spots: \"{long}\"")),
    ] {
        let path = desk.file("bad.kneenote", format!("(version: 1, {field})"));
        let lines = refused(what, &desk.run(&[Path::new("--explain"), &path])).concat();
        assert!(lines.chars().count() < 1200 && !lines.contains('\u{202e}'), "{what}: {lines}");
    }
}

#[test]
fn of_a_huge_file_only_the_beginning_is_read() {
    let desk = Desk::new();
    let path = desk.path("huge.kneenote");
    std::fs::File::create(&path).unwrap().set_len(1 << 40).unwrap();
    let output = desk.run(&[Path::new("--explain"), &path]);
    assert!(refused("huge", &output)[0].contains("larger than 1 MiB"));
    #[cfg(unix)]
    refused("endless", &desk.run(&["--explain", "/dev/zero"]));
}

#[test]
fn a_file_that_cannot_be_read_is_refused() {
    let desk = Desk::new();
    for (what, path) in [
        ("folder", desk.folder.path().to_owned()),
        ("missing", desk.path("none.kneenote")),
        ("missing folder", desk.path("none/none.kneenote")),
        ("file as folder", desk.file("a.txt", GOOD).join("b.kneenote")),
    ] {
        let name = path.to_str().unwrap();
        for args in [vec!["--note", name], vec!["--explain", name], vec![name]] {
            assert_eq!(refused_file(what, name, &desk.run(&args)), (1, 1));
        }
    }
    refused("no name", &desk.run(&["--explain", ""]));
}

#[cfg(unix)]
#[test]
fn a_file_without_the_right_to_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    let path = desk.file("secret.kneenote", GOOD);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Nobody forbids anything to the administrator.
    if std::fs::read(&path).is_err() {
        assert_eq!(refused_file("secret", path.to_str().unwrap(), &desk.run(&[Path::new("--note"), &path])), (1, 1));
    }
}

#[cfg(unix)]
#[test]
fn odd_names_make_no_odd_lines() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let desk = Desk::new();
    for name in [&b"a\nb\nc\nd\ne"[..], b"\xff\xfe", b"\x1b[31mred"] {
        for args in [vec![OsStr::new("--explain"), OsStr::from_bytes(name)], vec![OsStr::from_bytes(name)]] {
            let lines = refused("odd name", &desk.run(&args));
            assert!(!lines.concat().contains('\u{1b}'), "{lines:?}");
        }
    }
    refused("odd option", &desk.run(&["--a\nb\nc\nd\ne"]));
}

#[test]
fn a_bad_option_is_refused() {
    let desk = Desk::new();
    let good = desk.file("good.kneenote", GOOD);
    let good = good.to_str().unwrap();
    for args in [
        vec!["--nonsense"],
        vec!["-x"],
        vec!["--note"],
        vec!["--explain"],
        vec!["--note", good, "--on", "2026-02-30"],
        vec!["--note", good, "--on", "tomorrow"],
        vec!["--note", good, "--on"],
        vec!["--note", good, "--explain", good],
        vec!["--note", good, good],
        vec!["--graph", "nonsense"],
        vec!["--graph", "itbs", "pfp"],
        vec!["--version", good],
        vec!["--on", "2026-11-23"],
        vec![good, good],
    ] {
        refused(&args.join(" "), &desk.run(&args));
    }
    assert_eq!(std::fs::read_to_string(good).unwrap(), GOOD);
}

#[test]
fn a_good_file_is_explained_for_the_day_that_is_asked_for() {
    let desk = Desk::new();
    let path = desk.file("good.kneenote", GOOD);
    let path = path.to_str().unwrap();
    let explain = |args: &[&str]| {
        let output = desk.run(args);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
        text(&output.stdout)
    };
    let explanation = explain(&["--explain", path]);
    assert!(explanation.starts_with("urgency "), "{explanation}");
    assert!(explanation.contains("\ncause "), "{explanation}");
    assert_eq!(explain(&["--explain", path, "--on", "2026-11-23"]), explanation);
    assert_ne!(explain(&["--explain", path, "--on", "2027-11-23"]), explanation);
    assert_eq!(text(&desk.run_with_input(&["--explain", "-"], GOOD.as_bytes()).stdout), explanation);
    assert_eq!(std::fs::read_to_string(path).unwrap(), GOOD);
}

#[test]
fn version_and_help_are_told() {
    let desk = Desk::new();
    let version = desk.run(&["--version"]);
    assert!(text(&version.stdout).starts_with(&format!("kneenote {}\n", env!("CARGO_PKG_VERSION"))));
    assert!(text(&version.stdout).contains(&Knowledge::embedded().unwrap().about.content));
    let help = text(&desk.run(&["--help"]).stdout);
    for option in ["--note", "--explain", "--check-knowledge", "--graph", "--version", "--on", "unasked"] {
        assert!(help.contains(option), "{option}");
    }
}

#[test]
fn the_content_is_checked_and_counted() {
    let desk = Desk::new();
    let output = desk.run(&["--check-knowledge"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let knowledge = Knowledge::embedded().unwrap();
    let counts = [
        ("causes", knowledge.causes.len()),
        ("questions", knowledge.questions.len()),
        ("findings", knowledge.findings().count()),
        ("zones", knowledge.zones.len()),
        ("weights", knowledge.weight_count()),
        ("rules", knowledge.rules.len()),
        ("sources", knowledge.sources.len()),
    ];
    let expected = counts.map(|(name, count)| format!("{name}: {count}\n")).concat();
    assert_eq!(text(&output.stdout), expected);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/knowledge");
    assert_eq!(text(&desk.run(&[Path::new("--check-knowledge"), &folder]).stdout), expected);
}

#[test]
fn the_content_is_drawn_whole_or_around_one_id() {
    let desk = Desk::new();
    let drawn = |args: &[&str]| {
        let output = desk.run(args);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
        text(&output.stdout)
    };
    let (whole, around) = (drawn(&["--graph"]), drawn(&["--graph", "itbs"]));
    assert!(whole.starts_with("digraph") && around.starts_with("digraph"));
    assert!(around.lines().count() < whole.lines().count() / 4);
    let lines = refused("no id", &desk.run(&["--graph", "it\u{202e}bs"]));
    assert!(lines[0].contains("--graph \"it\\u{202e}bs\""), "{lines:?}");
}

#[test]
fn every_fault_of_a_content_folder_is_told() {
    let desk = Desk::new();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/knowledge");
    std::fs::create_dir(desk.path("content")).unwrap();
    for entry in std::fs::read_dir(content).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), desk.path("content").join(entry.file_name())).unwrap();
    }
    std::fs::remove_file(desk.path("content/zones.ron")).unwrap();
    desk.file("content/rules.ron", "(rules: [\n  oops");
    let output = desk.run(&[Path::new("--check-knowledge"), &desk.path("content")]);
    let errors = text(&output.stderr);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    assert!(errors.lines().any(|line| line.contains("content/zones.ron:1:1: this file is missing")), "{errors}");
    assert!(errors.lines().any(|line| line.contains("content/rules.ron:2:")), "{errors}");
    refused("no folder", &desk.run(&["--check-knowledge", "nowhere"]));
    refused("empty bytes", &desk.run(&[Path::new("--check-knowledge"), &desk.file("file", "")]));
}

#[test]
fn a_reader_that_closes_early_is_no_fault() {
    use std::io::Read as _;
    let desk = Desk::new();
    let path = desk.file("good.kneenote", GOOD);
    let mut child =
        desk.command().arg("--explain").arg(path).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdout.take().unwrap().read_exact(&mut [0]).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}

#[test]
fn an_output_that_nobody_reads_is_told() {
    let desk = Desk::new();
    let path = desk.file("good.kneenote", GOOD);
    for args in [&["--note", path.to_str().unwrap()][..], &["--explain", path.to_str().unwrap()], &["--help"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = desk.command().args(args).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert_eq!(text(&output.stderr).lines().count(), 1, "{args:?}");
    }
}

#[test]
fn every_message_is_short_whatever_the_arguments_hold() {
    let desk = Desk::new();
    let long = "a\u{202e}\u{1b}[31m\u{200b}b".repeat(2000);
    let (path, folder) = (format!("{}/x.kneenote", "y".repeat(250)), "z/".repeat(300));
    for args in [
        vec![format!("--{long}")],
        vec![format!("-{long}")],
        vec![format!("--version={long}")],
        vec![long.clone()],
        vec!["--note".to_owned(), long.clone()],
        vec!["--note".to_owned(), path.clone()],
        vec![path.clone()],
        vec!["--note".to_owned(), path.clone(), "--on".to_owned(), long.clone()],
        vec![path.clone(), long.clone()],
        vec!["--check-knowledge".to_owned(), long.clone()],
        vec!["--check-knowledge".to_owned(), folder],
        vec!["--graph".to_owned(), long.clone()],
    ] {
        for line in refused("long", &desk.run(&args)) {
            assert!(line.chars().count() <= 200, "{line}");
            assert!(!line.contains(['\u{202e}', '\u{1b}', '\u{200b}']), "{line}");
        }
    }
    let lines = refused("a long path", &desk.run(&["--note", &path]));
    assert!(lines[0].starts_with("...") && lines[0].contains("/x.kneenote:1:1: "), "its end is told: {lines:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_setting_of_the_window_is_quoted_in_short() {
    let desk = Desk::new();
    let output = desk.command().env("KNEENOTE_RENDERER", "\u{1b}x".repeat(5000)).output().unwrap();
    let errors = text(&output.stderr);
    assert_eq!((output.status.code(), errors.lines().count()), (Some(1), 1), "{errors}");
    assert!(errors.chars().count() <= 220 && !errors.contains('\u{1b}'), "{errors}");
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_is_told() {
    let desk = Desk::new();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = desk.command().arg("--help").stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr).lines().count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_screen_one_sentence_says_so() {
    let desk = Desk::new();
    let output = desk.run::<&str>(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    let errors = text(&output.stderr);
    assert_eq!(errors.lines().count(), 1, "{errors}");
    assert!(errors.contains("no screen was found"), "{errors}");
}

/// A shell hands over what another program prints as a pipe with a name.
#[cfg(unix)]
#[test]
fn a_page_can_be_made_from_a_pipe_and_a_window_waits_for_none() {
    let desk = Desk::new();
    let output = desk.run_with_input(&["--note", "/dev/stdin"], GOOD.as_bytes());
    assert!(output.status.success() && !output.stdout.is_empty(), "{}", text(&output.stderr));
    let lines = refused("a pipe", &desk.run_with_input(&["/dev/stdin"], GOOD.as_bytes()));
    assert!(lines[0].contains("pipe"), "{lines:?}");
}

/// Until then nothing was shown, and all memory went.
#[cfg(unix)]
#[test]
fn a_time_zone_that_never_ends_stops_nothing() {
    let desk = Desk::new();
    let undated = desk.file("undated.kneenote", "(version: 1)");
    for (name, value) in [("TZ", ":/dev/zero"), ("TZ", "/dev/zero"), ("TZDIR", "/dev")] {
        let output = desk.command().args(["--note".as_ref(), undated.as_os_str()]).env(name, value).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{name}={value}: {}", text(&output.stderr));
    }
}
