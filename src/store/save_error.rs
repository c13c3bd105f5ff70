//! Why a file could not be written, as far as the runner can do something about it.

use std::io::{self, ErrorKind};

/// Why a file could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The folder or file may not be written.
    NotAllowed,
    /// No room is left.
    DiskFull,
    /// The folder, stick or disk is not there any more.
    PlaceGone,
    /// Another program holds the file.
    InUse,
    /// The name cannot be used there.
    BadName,
    /// Something else, in the system's own words.
    Other(String),
}

impl From<io::Error> for SaveError {
    fn from(fault: io::Error) -> Self {
        Self::of_system_code(&fault)
            .or_else(|| Self::of_kind(fault.kind()))
            .unwrap_or_else(|| Self::Other(fault.to_string()))
    }
}

impl SaveError {
    fn of_kind(kind: ErrorKind) -> Option<Self> {
        Some(match kind {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotAllowed,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::StaleNetworkFileHandle
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown => Self::PlaceGone,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::InUse,
            // A name with a colon on a stick is an "invalid input" there.
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput | ErrorKind::IsADirectory => Self::BadName,
            _ => return None,
        })
    }

    /// Codes that the standard library gives no kind of its own, or too wide a one.
    fn of_system_code(fault: &io::Error) -> Option<Self> {
        let code = fault.raw_os_error()?;
        if cfg!(windows) {
            return Some(match code {
                // Write protected.
                19 => Self::NotAllowed,
                // Sharing violation, lock violation.
                32 | 33 => Self::InUse,
                // Handle disk full, disk full.
                39 | 112 => Self::DiskFull,
                // Not ready, bad network path, bad network name, device not connected.
                21 | 53 | 67 | 1167 => Self::PlaceGone,
                // Invalid name, bad path name, name too long.
                123 | 161 | 206 => Self::BadName,
                _ => return None,
            });
        }
        // EIO and ENXIO: what a stick says that was pulled out. ENODEV has the same number on all systems we build for.
        matches!(code, 5 | 6 | 19).then_some(Self::PlaceGone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn each_code_of_the_system_gets_its_fault() {
        // EACCES, EPERM, EROFS, ENOSPC, ENOENT, ENOTDIR, EIO, ENXIO, ENODEV, EBUSY, EISDIR, EINVAL.
        let faults = [
            (13, SaveError::NotAllowed),
            (1, SaveError::NotAllowed),
            (30, SaveError::NotAllowed),
            (28, SaveError::DiskFull),
            (2, SaveError::PlaceGone),
            (20, SaveError::PlaceGone),
            (5, SaveError::PlaceGone),
            (6, SaveError::PlaceGone),
            (19, SaveError::PlaceGone),
            (16, SaveError::InUse),
            (21, SaveError::BadName),
            (22, SaveError::BadName),
        ];
        for (code, fault) in faults {
            assert_eq!(SaveError::from(io::Error::from_raw_os_error(code)), fault, "{code}");
        }
        assert_eq!(SaveError::from(io::Error::other("odd")), SaveError::Other("odd".to_owned()));
    }
}
