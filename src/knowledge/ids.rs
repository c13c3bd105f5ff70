//! Typed names. Each is the id that stands in the content files, never a position in a list.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it stands in the content.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }
    };
}

id!(
    /// One thing the runner can report, for example `stairs_down`.
    FindingId
);
id!(
    /// One question of the form, for example `q_walk`.
    QuestionId
);
id!(
    /// One place on the knee, for example `outer_femur_bump`.
    ZoneId
);
id!(
    /// One possible cause, for example `itbs`.
    CauseId
);
id!(
    /// One rule of urgency, for example `E01_blood_flow`.
    RuleId
);
id!(
    /// One published source, for example `OTTAWA04`.
    SourceId
);
id!(
    /// One number the runner can give, for example `age`.
    NumberId
);
id!(
    /// One card of questions, for example `safety`.
    CardId
);
id!(
    /// One statement of the article for runners, `SB01` to `SB36`.
    BulletId
);
id!(
    /// One exercise of a plan, for example `side_leg_lift`.
    ExerciseId
);
id!(
    /// One drawing of a movement, for example `wall_sit`.
    FigureId
);
