//! Opens a saved file, or its folder, in the system's own programs.

use std::path::Path;

use crate::store::folders::folder_of;

/// Why nothing opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It is not there any more.
    Gone,
    /// The system has no program for it, in the system's own words.
    NothingOpensIt(String),
}

/// Opens a file in the program that the system has for it.
///
/// # Errors
/// When it is gone or nothing opens it. A program that fails later than after a quarter of a second is not noticed.
pub fn open_file(path: &Path) -> Result<(), OpenError> {
    // Never as a name that could be taken for an address.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if !path.exists() {
        return Err(OpenError::Gone);
    }
    open::that_detached(&path).map_err(|fault| OpenError::NothingOpensIt(fault.to_string()))
}

/// Opens the folder that a file is in.
///
/// # Errors
/// As [`open_file`].
pub fn open_folder_of(path: &Path) -> Result<(), OpenError> {
    open_file(&folder_of(path))
}
