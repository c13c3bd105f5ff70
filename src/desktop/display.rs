//! Which of a Linux desktop's two ways to the screen is there.
//!
//! The window library tries one of them, by the names that the system gives, and can be asked once only. A name that was
//! left behind by another session must not keep the window from the way that works.

use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::net::{SocketAddr, UnixStream};
use std::path::{Path, PathBuf};

/// A way to the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// As the window library chooses.
    Usual,
    /// X11, though there is a name for Wayland.
    X11,
    /// Wayland, though there is a name for X11 alone.
    Wayland,
}

/// What a program is told of the screen.
#[derive(Clone, Debug, Default)]
struct DisplayVariables {
    wayland: Option<PathBuf>,
    wayland_socket: Option<PathBuf>,
    x11: Option<String>,
    runtime_folder: Option<PathBuf>,
}

/// What Wayland is called where nobody says.
const WAYLAND: &str = "wayland-0";
/// Where X11 listens, with the display's number.
const X11: &str = "/tmp/.X11-unix/X";

/// The way that works here.
#[must_use]
pub fn of_system() -> Display {
    let told = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let told = DisplayVariables {
        wayland: told("WAYLAND_DISPLAY").map(Into::into),
        wayland_socket: told("WAYLAND_SOCKET").map(Into::into),
        x11: told("DISPLAY").map(|name| name.to_string_lossy().into_owned()),
        runtime_folder: told("XDG_RUNTIME_DIR").map(Into::into),
    };
    of(&told, listens)
}

fn of(told: &DisplayVariables, listens: impl Fn(&Path) -> bool) -> Display {
    if told.wayland_socket.is_some() {
        return Display::Usual;
    }
    let wayland = |name: &Path| match &told.runtime_folder {
        Some(folder) => listens(&folder.join(name)),
        None => name.is_absolute() && listens(name),
    };
    // One on another computer may be there; only trying tells.
    let x11 = |name: &str| number_of(name).is_none_or(|number| listens(Path::new(&format!("{X11}{number}"))));
    match (&told.wayland, &told.x11) {
        (Some(name), Some(other)) if !wayland(name) && x11(other) => Display::X11,
        (None, Some(name)) if !x11(name) && wayland(Path::new(WAYLAND)) => Display::Wayland,
        _ => Display::Usual,
    }
}

/// The number of a display on this computer: 0 in `:0` and `unix:0.1`.
fn number_of(name: &str) -> Option<u32> {
    let (host, number) = name.rsplit_once(':')?;
    let is_here = host.is_empty() || host == "unix";
    number.split('.').next().filter(|_| is_here)?.parse().ok()
}

fn listens(path: &Path) -> bool {
    use std::os::unix::ffi::OsStrExt as _;
    let without_a_file = || SocketAddr::from_abstract_name(path.as_os_str().as_bytes());
    UnixStream::connect(path).is_ok() || without_a_file().is_ok_and(|at| UnixStream::connect_addr(&at).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_leads_nowhere_does_not_hide_the_screen_that_is_there() {
        let there = |path: &Path| {
            ["/run/wayland-0", "/run/wayland-1", "/tmp/.X11-unix/X7", "/else/wayland"]
                .iter()
                .any(|it| path == Path::new(it))
        };
        for (wayland, x11, display) in [
            (Some("wayland-9"), Some(":7"), Display::X11),
            (Some("wayland-9"), Some("unix:7.0"), Display::X11),
            (Some("wayland-9"), Some("server:3"), Display::X11),
            (Some("wayland-9"), Some(":8"), Display::Usual),
            (Some("wayland-9"), None, Display::Usual),
            (Some("wayland-1"), Some(":7"), Display::Usual),
            (Some("/else/wayland"), Some(":7"), Display::Usual),
            (None, Some(":7"), Display::Usual),
            (None, Some(":8"), Display::Wayland),
            (None, None, Display::Usual),
        ] {
            let told = DisplayVariables {
                wayland: wayland.map(Into::into),
                x11: x11.map(Into::into),
                runtime_folder: Some("/run".into()),
                wayland_socket: None,
            };
            assert_eq!(of(&told, there), display, "{told:?}");
            let handed = DisplayVariables { wayland_socket: Some("3".into()), ..told.clone() };
            assert_eq!(of(&handed, there), Display::Usual, "a socket that was handed over");
            let nowhere = DisplayVariables { runtime_folder: None, ..told };
            let is_x11 = x11.is_some_and(|name| name != ":8");
            let elsewhere = wayland.is_some() && is_x11 && wayland != Some("/else/wayland");
            assert_eq!(of(&nowhere, there) == Display::X11, elsewhere, "{nowhere:?}");
        }
    }

    #[test]
    fn a_socket_that_listens_is_found_and_one_that_is_left_behind_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("wayland-0");
        assert!(!listens(&path));
        let socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
        assert!(listens(&path));
        drop(socket);
        assert!(path.exists() && !listens(&path));
    }
}
