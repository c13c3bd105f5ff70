//! What a save that was killed leaves in a folder of the runner: a file with the page, under a name that nobody else
//! gives. The next save there takes it away, and so does the next start.

use std::fs::File;
use std::path::Path;

/// What the name of a page that is being written begins with, whatever the page will be called: so it is never longer
/// than what the disk allows, and nobody else's.
const PREFIX: &str = ".kneenote-page-";
/// And what it ends in.
const SUFFIX: &str = ".part";
/// So many letters and digits in between.
const LETTERS: usize = 6;

/// Names a page that is being written.
pub(super) fn name<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a mut tempfile::Builder<'b, 'b> {
    builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(LETTERS)
}

/// Takes away what killed saves left in a folder. What another running copy is writing just now stays.
pub fn sweep(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_left = entry.file_name().to_str().is_some_and(is_left) && entry.file_type().is_ok_and(|it| it.is_file());
        if is_left && is_nobody_writing(&entry.path()) {
            // What cannot go now goes the next time.
            std::fs::remove_file(entry.path()).ok();
        }
    }
}

/// Says to other running copies that a page is being written, as long as the file is open. A folder that knows no locks
/// must not keep it from being saved.
pub(super) fn hold(file: &File) {
    file.try_lock().ok();
}

fn is_left(name: &str) -> bool {
    let between = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    between.is_some_and(|it| it.len() == LETTERS && it.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn is_nobody_writing(path: &Path) -> bool {
    File::options().write(true).open(path).is_ok_and(|file| file.try_lock().is_ok())
}
