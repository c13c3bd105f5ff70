//! Promise: a list of Strava beside its files tells each run once: start and zone by the file, kind and distance by the list.

use std::fs;
use std::path::Path;
use std::process::Command;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/runs").join(name)).unwrap()
}

#[test]
fn each_run_of_an_unpacked_export_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    let activities = folder.path().join("activities");
    fs::create_dir(&activities).unwrap();
    fs::write(activities.join("1.fit"), fixture("garmin-treadmill-run.fit")).unwrap();
    fs::write(activities.join("2.gpx"), fixture("garmin-connect-run.gpx")).unwrap();
    fs::write(activities.join("3.fit"), "").unwrap();
    let row = |date: &str, kind: &str, metres: u32, file: &str| {
        format!("1,{date},name,{kind},,3000,10,,,,,,{file},,,3000.0,2900.0,{metres}.0\n")
    };
    let list = [
        "Activity ID,Activity Date,Activity Name,Activity Type,a,Elapsed Time,Distance,b,c,d,e,f,Filename,g,h,Elapsed Time,Moving Time,Distance\n".to_owned(),
        row("2020-02-02 11:19:33", "Run", 10_000, "activities/1.fit"),
        row("2012-10-24 23:29:40", "Run", 3099, "activities/2.gpx"),
        row("2026-04-01 06:00:00", "Run", 8000, "activities/3.fit"),
        row("2026-04-03 06:00:00", "Run", 9000, "activities/4.fit"),
        row("2026-04-05 06:00:00", "Run", 7000, ""),
    ];
    fs::write(folder.path().join("activities.csv"), list.concat()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kneenote"));
    command.env("KNEENOTE_HOME", folder.path().join("home")).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    let args = ["--on", "2026-05-18", "--zone", "Europe/Berlin"];
    let output = command.arg("--runs").arg(folder.path()).args(args).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    for line in [
        "runs 5 others 0 same 0 asked 0 refused 1",
        "run 2012-10-25 2012-10-24T23:29:40Z +02:00 computer 3.099 - gpx 1 \"2.gpx\"",
        "run 2020-02-02 2020-02-02T11:19:33Z -05:00 watch 10.000 3098 fit 1 \"1.fit\"",
        "run 2026-04-01 2026-04-01T06:00:00Z +02:00 computer 8.000 2900 strava_list 3 \"activities.csv\"",
        "refused empty - \"3.fit\"",
        "remark list_only 2026-04-01 \"activities.csv\"",
        "remark list_only 2026-04-03 \"activities.csv\"",
    ] {
        assert!(lines.lines().any(|all| all == line), "{line}\n{lines}");
    }
    assert!(!lines.contains("list_only 2026-04-05"), "by hand: no file is missing");
}
