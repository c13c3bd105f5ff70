//! Why a file, a session or a row is no run.

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Neither a known kind of file nor a list that is understood.
    #[error("KneeNote does not know this kind of file")]
    NotKnown,
    /// It ends early, after so many metres.
    #[error("cut off{}", after(*.0))]
    CutOff(Option<u32>),
    /// It makes no sense, after so many metres.
    #[error("damaged{}", after(*.0))]
    Damaged(Option<u32>),
    /// The system or a reader gave up.
    #[error("it could not be read")]
    Unreadable,
    /// It holds something else than what somebody did on a day.
    #[error("there is no activity in it")]
    NoActivity,
    /// No time at all.
    #[error("no date")]
    NoDate,
    /// A time that cannot be.
    #[error("the watch's clock was not set")]
    Clock,
    /// Nothing says how far it was.
    #[error("no distance")]
    NoDistance,
    /// Under 100 m.
    #[error("under 100 m")]
    Short,
    /// Over 48 hours in motion.
    #[error("over 48 hours")]
    Long,
    /// Over 300 km.
    #[error("over 300 km")]
    Far,
    /// Over so many million bytes.
    #[error("over {0} MB, no run is that large")]
    LargeFile(u64),
    /// A row of a list that is not understood.
    #[error("this row is not understood")]
    BadRow,
    /// A list of which the columns or all rows are not understood.
    #[error("KneeNote does not know this list")]
    UnknownList,
    /// More rows or columns than a list of runs has.
    #[error("over 100,000 rows or 256 columns")]
    LargeList,
    /// A way to go, and nobody went it.
    #[error("a route, not a run")]
    Route,
    /// A packed file within a packed file.
    #[error("packed too often")]
    Nested,
    /// A zip file, or something in it, that opens with a password only.
    #[error("it is locked with a password")]
    Encrypted,
    /// Something in a zip file that is neither stored nor deflated.
    #[error("packed in a way that KneeNote does not know")]
    Compression,
    /// What is left of a zip file once as much of it was read as is read of one.
    #[error("more than KneeNote reads of one zip file")]
    LargeZip,
    /// Over a million points.
    #[error("over 1,000,000 points")]
    ManyPoints,
    /// More sessions than so many in one file.
    #[error("over {0} runs in one file")]
    ManySessions(usize),
    /// More files than one import takes, of which this is the first.
    #[error("too many files at once")]
    ManyFiles,
    /// More runs than are kept, of which this is an old one.
    #[error("more than 20,000 runs, this is an old one")]
    ManyRuns,
}

impl Fault {
    /// The word of it, one of a closed list.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotKnown | Self::UnknownList => "not_known",
            Self::CutOff(_) => "cut_off",
            Self::Damaged(_) | Self::Unreadable => "damaged",
            Self::NoActivity => "no_activity",
            Self::NoDate => "no_date",
            Self::Clock => "clock",
            Self::NoDistance => "no_distance",
            Self::BadRow => "bad_row",
            Self::Route => "route",
            Self::Nested => "nested",
            Self::Short => "short",
            Self::Long => "long",
            Self::Encrypted => "encrypted",
            Self::Compression => "compression",
            Self::Far
            | Self::LargeFile(_)
            | Self::LargeList
            | Self::LargeZip
            | Self::ManyPoints
            | Self::ManySessions(_)
            | Self::ManyFiles
            | Self::ManyRuns => "large",
        }
    }
}

/// How far it was readable, in metres.
fn after(metres: Option<u32>) -> String {
    metres.map_or_else(String::new, |metres| format!(" after {}.{} km", metres / 1000, metres % 1000 / 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_says_how_far_it_was_readable() {
        assert_eq!(Fault::CutOff(Some(6149)).to_string(), "cut off after 6.1 km");
        assert_eq!(Fault::CutOff(None).to_string(), "cut off");
        assert_eq!(Fault::LargeFile(16).to_string(), "over 16 MB, no run is that large");
    }
}
