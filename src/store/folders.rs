//! Where things are kept.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

/// Names a folder that takes the place of the platform's own, for tests and for a trial run that leaves nothing behind.
pub const HOME_VARIABLE: &str = "KNEENOTE_HOME";

/// The folder that a file is in.
#[must_use]
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The folders of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Answers.
    pub data: PathBuf,
    /// Settings.
    pub config: PathBuf,
    /// Where the save dialog starts: the runner's documents, or their home when there is no such folder.
    pub documents: PathBuf,
}

impl Folders {
    /// The platform's own folders, or those under [`HOME_VARIABLE`]; none when the computer has no home folder.
    #[must_use]
    pub fn of_system() -> Option<Self> {
        match std::env::var_os(HOME_VARIABLE) {
            Some(home) if !home.is_empty() => Some(Self::under(&std::path::absolute(&home).unwrap_or(home.into()))),
            _ => Self::of_platform(),
        }
    }

    /// Everything under one folder.
    #[must_use]
    pub fn under(home: &Path) -> Self {
        Self {
            data: home.join("data"),
            config: home.join("config"),
            documents: existing(Some(&home.join("Documents")), home),
        }
    }

    fn of_platform() -> Option<Self> {
        let user = UserDirs::new()?;
        let project = ProjectDirs::from("org", "kneenote", "KneeNote")?;
        Some(Self {
            // The local folders: on Windows the others travel with the profile to a server.
            data: project.data_local_dir().to_owned(),
            config: project.config_local_dir().to_owned(),
            documents: existing(user.document_dir(), user.home_dir()),
        })
    }
}

fn existing(wanted: Option<&Path>, otherwise: &Path) -> PathBuf {
    wanted.filter(|folder| folder.is_dir()).unwrap_or(otherwise).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_where_they_exist() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(Folders::under(home.path()).documents, home.path());
        std::fs::create_dir(home.path().join("Documents")).unwrap();
        assert_eq!(Folders::under(home.path()).documents, home.path().join("Documents"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn on_linux_the_data_folder_is_named_kneenote() {
        let folders = Folders::of_platform().unwrap();
        assert!(folders.data.ends_with("kneenote"), "{folders:?}");
        assert!(folders.config.ends_with("kneenote"), "{folders:?}");
    }
}
