//! The dialog of the program zenity, where there is no portal.

use std::ffi::OsString;
use std::io::{self, Read as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Instant;

use super::{Asked, Dialog, OnScreen};
use crate::desktop::save_dialog::address::chosen_by_line;
use crate::desktop::save_dialog::{Chosen, TOO_FAST_FOR_A_HAND};

/// What it is called.
pub(super) const PROGRAM: &str = "zenity";
/// Its status when the runner closed it.
const CANCELLED: i32 = 1;

/// A dialog of zenity that is open.
pub(super) struct Zenity(Child);

impl Zenity {
    /// Takes the dialog from the screen.
    pub(super) fn close(mut self) {
        // One that is gone already cannot be ended.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Opens the dialog and waits for its end.
pub(super) fn ask(asked: &Asked, on_screen: &OnScreen, program: &str) -> Chosen {
    let opened = Instant::now();
    let belonging = asked.parent.map(|window| format!("--attach={window}"));
    let mut ended = run(asked, on_screen, program, belonging.as_deref());
    if belonging.is_some() && ended.as_ref().is_ok_and(is_refused) && opened.elapsed() < TOO_FAST_FOR_A_HAND {
        // Some versions know no window that they belong to.
        ended = run(asked, on_screen, program, None);
    }
    match ended {
        Ok((status, printed)) if status.success() => chosen_by_line(&printed),
        Ok((status, _)) if status.code() == Some(CANCELLED) && opened.elapsed() >= TOO_FAST_FOR_A_HAND => {
            Chosen::ClosedByUser
        }
        Ok((status, _)) => {
            log::info!("{program} ended without an answer: {status}");
            Chosen::DidNotOpen
        }
        Err(fault) => {
            log::info!("{program} cannot be started: {fault}");
            Chosen::DidNotOpen
        }
    }
}

fn is_refused((status, _): &(ExitStatus, Vec<u8>)) -> bool {
    !status.success() && status.code() != Some(CANCELLED)
}

fn run(
    asked: &Asked,
    on_screen: &OnScreen,
    program: &str,
    belonging: Option<&str>,
) -> io::Result<(ExitStatus, Vec<u8>)> {
    let mut command = Command::new(program);
    command.args(["--file-selection", "--save", "--confirm-overwrite"]);
    command.arg(with("--title=", &asked.title)).arg(with("--filename=", asked.folder.join(&asked.suggested_name)));
    command.arg(format!("--file-filter={} | *.{}", asked.filter_name, asked.ending)).args(belonging);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let out = child.stdout.take();
    let mut printed = Vec::new();
    if on_screen.put(Dialog::Zenity(Zenity(child)))
        && let Some(mut out) = out
    {
        out.read_to_end(&mut printed)?;
    }
    match on_screen.take() {
        Dialog::Zenity(Zenity(mut child)) => Ok((child.wait()?, printed)),
        _ => Err(io::Error::other("nobody waits for it")),
    }
}

fn with(option: &str, value: impl Into<OsString>) -> OsString {
    let mut whole = OsString::from(option);
    whole.push(value.into());
    whole
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::Path;
    use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
    use std::thread;

    use super::*;

    /// A program that was just written can only be started once no other start holds it open.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

    fn alone() -> MutexGuard<'static, ()> {
        ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A program that stands in for zenity and does this.
    fn zenity(folder: &Path, does: &str) -> String {
        let path = folder.join("zenity");
        std::fs::write(&path, format!("#!/bin/sh\n{does}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn asked(parent: Option<u64>) -> Asked {
        Asked {
            title: "Save a summary".to_owned(),
            suggested_name: "knee.txt".to_owned(),
            folder: "/home/me/Documents".into(),
            filter_name: "Text".to_owned(),
            ending: "txt".to_owned(),
            parent,
        }
    }

    #[test]
    fn it_is_told_our_title_the_whole_path_and_its_window() {
        let _alone = alone();
        let folder = tempfile::tempdir().unwrap();
        let program = zenity(folder.path(), r#"printf '%s\n' "$@" >"$0.told"; echo /home/me/knee.txt"#);
        let chosen = ask(&asked(Some(77)), &OnScreen::default(), &program);
        assert_eq!(chosen, Chosen::Path("/home/me/knee.txt".into()));
        let told = std::fs::read_to_string(folder.path().join("zenity.told")).unwrap();
        for option in ["--title=Save a summary", "--filename=/home/me/Documents/knee.txt", "--attach=77"] {
            assert!(told.lines().any(|line| line == option), "{option} is missing:\n{told}");
        }
    }

    #[test]
    fn one_that_knows_no_window_to_belong_to_is_asked_without() {
        let _alone = alone();
        let folder = tempfile::tempdir().unwrap();
        let program = zenity(folder.path(), r#"case "$*" in *--attach*) exit 255;; esac; echo /home/me/knee.txt"#);
        assert_eq!(ask(&asked(Some(77)), &OnScreen::default(), &program), Chosen::Path("/home/me/knee.txt".into()));
    }

    #[test]
    fn one_that_is_not_there_or_fails_did_not_open_and_no_path_is_told_as_that() {
        let _alone = alone();
        let folder = tempfile::tempdir().unwrap();
        let none = folder.path().join("none");
        assert_eq!(ask(&asked(None), &OnScreen::default(), none.to_str().unwrap()), Chosen::DidNotOpen);
        for (does, chosen) in [
            ("exit 255", Chosen::DidNotOpen),
            ("exit 1", Chosen::DidNotOpen),
            ("kill -9 $$", Chosen::DidNotOpen),
            ("echo smb://server/share/knee.txt", Chosen::NoFolder),
            ("exit 0", Chosen::NoFolder),
        ] {
            let program = zenity(folder.path(), does);
            assert_eq!(ask(&asked(None), &OnScreen::default(), &program), chosen, "{does}");
        }
    }

    #[test]
    fn giving_up_ends_the_program_that_shows_it_and_opens_no_other() {
        let _alone = alone();
        let folder = tempfile::tempdir().unwrap();
        let program = zenity(folder.path(), r#"mkfifo "$0.waits"; exec cat "$0.waits""#);
        let on_screen = Arc::new(OnScreen::default());
        let shown_by = Arc::clone(&on_screen);
        let asking = thread::spawn(move || ask(&asked(None), &shown_by, &program));
        while !matches!(*on_screen.0.lock().unwrap(), Dialog::Zenity(_)) {
            thread::yield_now();
        }
        on_screen.give_up();
        assert_eq!(asking.join().unwrap(), Chosen::DidNotOpen);
        // Whoever was about to open one finds that nobody waits.
        let program = zenity(folder.path(), r#"exec cat "$0.waits""#);
        assert_eq!(ask(&asked(None), &on_screen, &program), Chosen::DidNotOpen);
    }
}
