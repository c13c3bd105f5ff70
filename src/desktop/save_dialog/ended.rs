//! What the end of a dialog means.

use std::path::PathBuf;
use std::time::Duration;

use super::Chosen;

/// Nobody closes a dialog this fast; one that could not open is gone after 5 to 14 milliseconds.
const TOO_FAST_FOR_A_HAND: Duration = Duration::from_millis(300);
/// What rfd reports of a chosen place that has no path, such as a share or a phone.
const SAID_OF_NO_PATH: &str = "lacks `file://`";
/// Zenity is the last way to open a dialog. An error of the desktop bus alone is no proof: zenity may have opened.
const LAST_WAY: &str = "zenity";
/// What stands for this computer in an address.
const HERE: &str = "localhost";

/// How a dialog ended that gave this path, while rfd reported these errors.
pub(in super::super) fn chosen(path: Option<PathBuf>, errors: &[String], was_open: Duration) -> Chosen {
    let said = |what: &str| errors.iter().any(|error| error.contains(what));
    match path {
        Some(path) => place(path),
        None if said(SAID_OF_NO_PATH) => Chosen::NoFolder,
        None if said(LAST_WAY) || was_open < TOO_FAST_FOR_A_HAND => Chosen::DidNotOpen,
        None => Chosen::ClosedByUser,
    }
}

/// The place that was chosen. rfd cuts `file://` off and leaves the computer's name; what has no path comes as its
/// address.
fn place(path: PathBuf) -> Chosen {
    if path.as_os_str().as_encoded_bytes().contains(&0) {
        return Chosen::NoFolder;
    }
    if path.is_absolute() {
        return Chosen::Path(path);
    }
    let mut parts = path.components();
    let first = parts.next();
    let rest = parts.as_path();
    if first.is_some_and(|first| first.as_os_str().eq_ignore_ascii_case(HERE)) && !rest.as_os_str().is_empty() {
        return Chosen::Path(PathBuf::from("/").join(rest));
    }
    Chosen::NoFolder
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLOW: Duration = Duration::from_secs(2);
    const NO_BUS: &str = "Failed to connect to session bus";
    const NO_ZENITY: &str = "Failed to save file with zenity: No such file or directory";
    const NO_PATH: &str = "Ignoring uri: [115, 109, 98] lacks `file://`";

    #[test]
    fn a_dialog_that_was_closed_is_told_from_one_that_never_opened_and_from_a_place_without_a_path() {
        let fast = Duration::from_millis(14);
        for (errors, was_open, end) in [
            (vec![], SLOW, Chosen::ClosedByUser),
            (vec![NO_BUS], SLOW, Chosen::ClosedByUser),
            (vec![], fast, Chosen::DidNotOpen),
            (vec![NO_BUS, NO_ZENITY], SLOW, Chosen::DidNotOpen),
            (vec![NO_PATH], SLOW, Chosen::NoFolder),
            (vec![NO_PATH], fast, Chosen::NoFolder),
        ] {
            let said: Vec<String> = errors.iter().map(|error| (*error).to_owned()).collect();
            assert_eq!(chosen(None, &said, was_open), end, "{errors:?} after {was_open:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_place_of_this_computer_is_a_path_and_any_other_is_told_apart() {
        let here = Chosen::Path("/home/me/my kn\u{e9}e.txt".into());
        for told in
            ["/home/me/my kn\u{e9}e.txt", "localhost/home/me/my kn\u{e9}e.txt", "LocalHost/home/me/my kn\u{e9}e.txt"]
        {
            assert_eq!(chosen(Some(told.into()), &[NO_BUS.to_owned()], SLOW), here, "{told}");
        }
        for told in [
            "otherhost/home/me/knee.txt",
            "smb://server/share/knee.txt",
            "mtp:host=phone",
            "localhost",
            "localhost/",
            "./localhost/home/me/knee.txt",
            "knee.txt",
            "/home/me/kn\0ee.txt",
            "",
        ] {
            assert_eq!(chosen(Some(told.into()), &[], SLOW), Chosen::NoFolder, "{told}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_a_path_too() {
        use std::os::unix::ffi::OsStringExt as _;
        let path = PathBuf::from(std::ffi::OsString::from_vec(b"/a\xff".to_vec()));
        assert_eq!(chosen(Some(path.clone()), &[], SLOW), Chosen::Path(path));
    }
}
