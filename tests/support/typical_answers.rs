//! The typical runner of the tests: kneecap pain that came slowly.

/// What the typical runner answers; to everything else they say the first answer, or none.
pub const TYPICAL: [&str; 11] = [
    "walk_normal",
    "onset_gradual",
    "dur_3_14d",
    "trend_same",
    "stairs_down",
    "sitting_long",
    "q_ache",
    "swell_none",
    "sport_run",
    "sex_female",
    "pregnant_no",
];
