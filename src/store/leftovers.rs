//! What a write that was killed leaves: a file with the page in a folder of the runner, or one with answers or settings
//! in a folder of ours, under a name that nobody else gives. The next save there takes it away, and so does the next start.

use std::fs::File;
use std::path::Path;

/// What the name of a page that is being written begins with, whatever the page will be called: so it is never longer
/// than what the disk allows, and nobody else's.
const PREFIX: &str = ".kneenote-page-";
/// The same of what is kept in our own folders.
const PREFIX_OF_KEPT: &str = ".kneenote-kept-";
/// And what it ends in.
const SUFFIX: &str = ".part";
/// So many letters and digits in between.
const LETTERS: usize = 6;

/// Names a page that is being written.
pub(super) fn name<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a mut tempfile::Builder<'b, 'b> {
    builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(LETTERS)
}

/// Names an answer or a setting that is being written.
pub(super) fn name_kept<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a mut tempfile::Builder<'b, 'b> {
    name(builder).prefix(PREFIX_OF_KEPT)
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

/// Says to other running copies that a file is being written, as long as the file is open. A folder that knows no locks
/// must not keep it from being written.
pub(super) fn hold(file: &File) {
    file.try_lock().ok();
}

/// Whether a file is one that is being written, or was until its writer was killed.
pub(super) fn is_left(name: &str) -> bool {
    let rest = name.strip_prefix(PREFIX).or_else(|| name.strip_prefix(PREFIX_OF_KEPT));
    let between = rest.and_then(|rest| rest.strip_suffix(SUFFIX));
    between.is_some_and(|it| it.len() == LETTERS && it.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Whether nobody goes on writing a file: whoever writes one holds its lock.
pub(super) fn is_nobody_writing(path: &Path) -> bool {
    File::options().write(true).open(path).is_ok_and(|file| file.try_lock().is_ok())
}
