//! Whether what was copied outlives the window.

/// What becomes of copied text when the window closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopiedText {
    /// It can be pasted afterwards.
    Stays,
    /// It may be gone: on Linux the window itself hands it out, unless the desktop has a program that keeps it.
    MayGo,
}

/// As this system does it.
#[cfg(target_os = "linux")]
#[must_use]
pub fn of_system() -> CopiedText {
    if is_kept_by_x11() { CopiedText::Stays } else { CopiedText::MayGo }
}

/// As this system does it.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn of_system() -> CopiedText {
    CopiedText::Stays
}

/// Whether the screen has a program that takes over what a window copied; the window hands it over as it closes.
#[cfg(target_os = "linux")]
fn is_kept_by_x11() -> bool {
    use x11rb::protocol::xproto::ConnectionExt as _;
    let owner = || {
        let (screen, _) = x11rb::connect(None).ok()?;
        let manager = screen.intern_atom(false, b"CLIPBOARD_MANAGER").ok()?.reply().ok()?.atom;
        Some(screen.get_selection_owner(manager).ok()?.reply().ok()?.owner)
    };
    owner().is_some_and(|owner| owner != x11rb::NONE)
}
