//! Which files of a folder or zip file are opened, by their names; what they are, their content says.

/// How the names of files end that may hold activities, in small letters, also with `.gz`.
const ENDINGS: [&str; 4] = [".fit", ".gpx", ".tcx", ".csv"];

/// Whether a file of this name may hold an activity.
#[must_use]
pub fn is_activity_file(name: &str) -> bool {
    let name = name.to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Whether a file of this name may be a zip file.
#[must_use]
pub fn is_zip_file(name: &str) -> bool {
    name.to_lowercase().ends_with(".zip")
}
