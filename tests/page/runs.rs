//! Promise: `--runs` prints what files say of runs in lines that a script can read, without a display, and changes nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/runs")
}

/// The program in Berlin, on a day of May 2026, without a display.
fn run<S: AsRef<std::ffi::OsStr>>(args: &[S]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kneenote"));
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    command.env("KNEENOTE_HOME", home.path().join("home")).env("TZ", "Europe/Berlin");
    let output = command.arg("--runs").args(args).args(["--on", "2026-05-18"]).output().unwrap();
    assert!(!home.path().join("home").exists(), "something was written");
    output
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_run_is_a_line_of_words() {
    let file = fixtures().join("garmin-treadmill-run.fit");
    let output = run(&[&file]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        text(output.stdout),
        "runs 1 others 0 same 0 asked 0 refused 0\n\
         run 2020-02-02 2020-02-02T11:19:33Z -05:00 watch 10.630 3098 fit 1 \"garmin-treadmill-run.fit\"\n"
    );
    assert_eq!(text(output.stderr), "");
}

#[test]
fn a_folder_is_read_whole_and_its_counts_add_up() {
    let output = run(&[fixtures()]);
    assert_eq!(output.status.code(), Some(0));
    let text = text(output.stdout);
    let (head, lines) = text.split_once('\n').unwrap();
    let head: Vec<&str> = head.split(' ').collect();
    for (class, line) in
        [("runs", "run "), ("others", "other "), ("same", "same "), ("asked", "ask "), ("refused", "refused ")]
    {
        let told = head.iter().position(|word| *word == class).map(|at| head[at + 1]);
        let count = lines.lines().filter(|all| all.starts_with(line)).count();
        assert_eq!(told, Some(count.to_string().as_str()), "{class}");
    }
    assert!(lines.lines().all(|line| !line.contains("  ") && line.ends_with('"')));
    let runs: Vec<&str> = lines.lines().filter(|line| line.starts_with("run ")).collect();
    assert!(runs.len() > 5 && runs.is_sorted(), "by day");
}

#[test]
fn the_order_of_files_changes_nothing_and_a_zone_that_is_told_moves_the_day() {
    let name = |name: &str| fixtures().join(name).into_os_string();
    let (coros, stryd) = (name("coros-apex-pro-run.fit"), name("stryd-developer-fields-run.fit"));
    let there = run(&[&coros, &stryd]);
    assert_eq!(there, run(&[&stryd, &coros]));
    let zone = |zone: &str| text(run(&[&coros, &"--zone".into(), &zone.into()]).stdout);
    assert!(zone("Pacific/Auckland").contains("run 2020-03-15 2020-03-14T13:52:29Z +13:00 computer"));
    assert!(zone("-14:00").contains("run 2020-03-13 2020-03-14T13:52:29Z -14:00 computer"));
}

/// A list that begins a week before its long run: that stands out, but what it is held against is not all known.
#[test]
fn with_the_day_on_which_it_began_both_rulers_are_printed() {
    let folder = tempfile::tempdir().unwrap();
    let list = "date,km\n2026-04-05,12.0\n2026-04-09,6.0\n2026-04-12,18.0\n2026-04-16,5.0\n2026-04-18,5.0\n";
    fs::write(folder.path().join("runs.csv"), list).unwrap();
    let path = folder.path().join("runs.csv").into_os_string();
    let output = text(run(&[path.clone(), "--began".into(), "2026-04-18".into(), "--unit".into(), "km".into()]).stdout);
    assert!(output.starts_with("runs 5 others 0 same 0 asked 0 refused 0\n"), "{output}");
    for line in [
        "longest 2026-04-12 18.000 12.000 1.500 30-100 unknown\n",
        "week 0 2026-04-12 2026-04-18 28.000 1.556 over_30\n",
        "stands_out 2026-04-12 18.000 12.000\n",
    ] {
        assert!(output.contains(line), "{line}{output}");
    }
    assert!(!output.contains("propose q_spike"), "the list does not reach back: {output}");
    let without = text(run(&[path, "--unit".into(), "km".into()]).stdout);
    assert!(!without.contains("longest"), "{without}");
}

#[test]
fn nothing_read_is_1_and_a_wrong_call_is_2() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).into_os_string();
    fs::write(path("empty.fit"), "").unwrap();
    let empty = run(&[path("empty.fit"), path("none.fit")]);
    assert_eq!(empty.status.code(), Some(1));
    assert_eq!(
        text(empty.stdout),
        "runs 0 others 0 same 0 asked 0 refused 2\nrefused empty - \"empty.fit\"\nrefused damaged - \"none.fit\"\n"
    );
    assert_eq!(run(&[folder.path().join("empty.fit"), "--zone".into(), "Middle/Earth".into()]).status.code(), Some(2));
    assert_eq!(run(&["a", "--unit", "ell"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn a_name_steers_no_terminal_and_links_of_a_folder_are_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let odd = folder.path().join("a\"\n\u{1b}[31m.fit");
    fs::copy(fixtures().join("garmin-fenix5-walk.fit"), odd).unwrap();
    std::os::unix::fs::symlink(fixtures().join("garmin-treadmill-run.fit"), folder.path().join("link.fit")).unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("round")).unwrap();
    let output = text(run(&[folder.path()]).stdout);
    assert!(output.contains("runs 0 others 1 same 0 asked 0 refused 0\n"), "{output}");
    assert!(output.contains("other 2017-06-11 walking 0.068 \"a\\\"\\u000a\\u001b[31m.fit\"\n"), "{output}");
}
