//! What kind of file it is, by its first bytes and never by its name.

/// A kind of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Empty,
    Fit,
    Gpx,
    Tcx,
    Gzip,
    Zip,
    /// Perhaps a list: text of no known kind.
    Text,
    /// No text and no known kind.
    Unknown,
}

impl Kind {
    /// Of a file that begins so.
    #[must_use]
    pub fn of(head: &[u8]) -> Self {
        let holds =
            |words: &[&str]| words.iter().any(|word| head.windows(word.len()).any(|part| part == word.as_bytes()));
        if head.is_empty() {
            Self::Empty
        } else if head.get(8..12) == Some(b".FIT") {
            Self::Fit
        } else if head.starts_with(&[0x1f, 0x8b]) {
            Self::Gzip
        } else if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            Self::Zip
        } else if head.contains(&0) {
            Self::Unknown
        } else if holds(&["<TrainingCenterDatabase", ":TrainingCenterDatabase"]) {
            Self::Tcx
        } else if holds(&["<gpx", ":gpx"]) {
            Self::Gpx
        } else if is_markup(head) {
            Self::Unknown
        } else {
            Self::Text
        }
    }
}

/// Whether it begins like a page of the web or other XML.
fn is_markup(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    text.trim_ascii_start().starts_with(b"<")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_says_the_kind() {
        for (head, kind) in [
            (&b""[..], Kind::Empty),
            (b"\x0e\x10\xd9\x07\0\0\0\0.FIT\0\0", Kind::Fit),
            (b"\x1f\x8b\x08", Kind::Gzip),
            (b"PK\x03\x04", Kind::Zip),
            (b"\xef\xbb\xbf  <?xml version=\"1.0\"?><gpx version", Kind::Gpx),
            (b"   <?xml?><a:TrainingCenterDatabase>", Kind::Tcx),
            (b"<html><body>Log in to see gpx files", Kind::Unknown),
            (b"date,km\n", Kind::Text),
            (b"\x89PNG\r\n\x1a\n\0\0", Kind::Unknown),
        ] {
            assert_eq!(Kind::of(head), kind);
        }
    }
}
