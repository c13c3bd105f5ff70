//! Places as a dialog tells them: a path, or an address such as `file:///home/me/knee.txt` or `smb://server/share`.

use std::ffi::OsString;
#[cfg(unix)]
use std::os::unix::ffi::OsStringExt as _;

use super::Chosen;

/// What stands for this computer in an address.
const HERE: [&str; 2] = ["", "localhost"];

/// The place that was chosen, by its address. One that is on another computer, or on a device that has no paths, is no
/// folder of this one.
pub(super) fn chosen_by_address(address: &str) -> Chosen {
    let path = address.split_once(':').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("file")).map(|(_, rest)| rest);
    let path = path.and_then(|rest| match rest.strip_prefix("//") {
        None => Some(rest),
        Some(rest) => {
            let (host, path) = rest.split_at(rest.find('/')?);
            HERE.iter().any(|here| host.eq_ignore_ascii_case(here)).then_some(path)
        }
    });
    match path.and_then(decoded).filter(|bytes| bytes.starts_with(b"/") && !bytes.contains(&0)) {
        Some(bytes) => Chosen::Path(os_string(bytes).into()),
        None => Chosen::NoFolder,
    }
}

/// The place that was chosen, as zenity prints it: a path, or an address where there is none.
pub(super) fn chosen_by_line(printed: &[u8]) -> Chosen {
    let line = printed.strip_suffix(b"\n").unwrap_or(printed);
    if line.starts_with(b"/") {
        return Chosen::Path(os_string(line.to_vec()).into());
    }
    std::str::from_utf8(line).map_or(Chosen::NoFolder, chosen_by_address)
}

/// The bytes behind `%C3%A4`; none where they are broken.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            bytes.push(digit()? * 16 + digit()?);
        } else {
            bytes.push(byte);
        }
    }
    Some(bytes)
}

#[cfg(unix)]
fn os_string(bytes: Vec<u8>) -> OsString {
    OsString::from_vec(bytes)
}

#[cfg(not(unix))]
fn os_string(bytes: Vec<u8>) -> OsString {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_of_this_computer_is_a_path_and_any_other_is_told_apart() {
        let here = Chosen::Path("/home/me/my kn\u{e9}e.txt".into());
        for address in [
            "file:///home/me/my%20kn%C3%A9e.txt",
            "file://localhost/home/me/my%20kn%c3%a9e.txt",
            "FILE://LocalHost/home/me/my kn\u{e9}e.txt",
            "file:/home/me/my%20kn%C3%A9e.txt",
        ] {
            assert_eq!(chosen_by_address(address), here, "{address}");
            assert_eq!(chosen_by_line(format!("{address}\n").as_bytes()), here, "{address}");
        }
        assert_eq!(chosen_by_line("/home/me/my kn\u{e9}e.txt\n".as_bytes()), here);
        assert_eq!(chosen_by_line(b"/a%20 \n\n"), Chosen::Path("/a%20 \n".into()));
        for address in [
            "smb://server/share/knee.txt",
            "sftp://me@host/home/me/knee.txt",
            "mtp://phone/Documents/knee.txt",
            "mtp:host=phone",
            "file://otherhost/home/me/knee.txt",
            "file://otherhost",
            "file://",
            "file:",
            "file:///a%2",
            "file:///a%zz",
            "file:///a%00b",
            "file:knee.txt",
            "knee.txt",
            "",
        ] {
            assert_eq!(chosen_by_address(address), Chosen::NoFolder, "{address}");
            assert_eq!(chosen_by_line(address.as_bytes()), Chosen::NoFolder, "{address}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_a_path_too() {
        let path = |bytes: &[u8]| Chosen::Path(OsString::from_vec(bytes.to_vec()).into());
        assert_eq!(chosen_by_address("file:///a%FF"), path(b"/a\xff"));
        assert_eq!(chosen_by_line(b"/a\xff\n"), path(b"/a\xff"));
    }
}
