//! How often case series name a cause, as a start weight: what a clinic sees of runners, of people who jump, and of
//! those who turn sharply. Only for the comparison; what the program starts with stands in `causes.ron`.

use kneenote::check::evidence::Evidence;
use kneenote::knowledge::cause::Cause;
use kneenote::knowledge::known_ids::findings;

/// Of 843 knee injuries in one runners' clinic (Taunton 2002; counts from memory of its table): cause, women, men.
const RUNNERS: [(&str, f64, f64); 4] =
    [("pfp", 207.0, 124.0), ("itbs", 105.0, 63.0), ("meniscus", 31.0, 69.0), ("patellar_tendinopathy", 41.0, 55.0)];
/// Of 2,002 runners in that clinic so many were women and men.
const WOMEN_AND_MEN: (f64, f64) = (1_076.0, 926.0);
/// Of 6,434 hurt knees of a sports clinic, mostly of people who play soccer or ski (Majewski 2006, read): per cent.
const SHARP_TURNS: [(&str, f64); 4] =
    [("acl_injury", 20.3), ("meniscus", 14.5), ("mcl_sprain", 7.9), ("lcl_sprain", 1.1)];
/// Of athletes, in 28 studies most of them of people who jump, so many have pain of the tendon below the kneecap
/// (Nutarelli 2023, read): per cent of women and of men.
const JUMPERS: (f64, f64) = (11.2, 17.0);
/// That so many of 100 painful knees of a runners' clinic have one of the four.
const OF_THE_FOUR: f64 = 82.0;

/// The share of a cause, of 100; what no series names has that of the content, which was set against the same runners.
pub fn share(cause: &Cause, evidence: &Evidence) -> f64 {
    let (women, men) = (evidence.is_yes(&findings::SEX_FEMALE), evidence.is_yes(&findings::SEX_MALE));
    let by_sex = |of_women: f64, of_men: f64| match (women, men) {
        (true, _) => of_women,
        (_, true) => of_men,
        _ => f64::midpoint(of_women, of_men),
    };
    let sharp = SHARP_TURNS.iter().find(|(id, _)| cause.id == *id).map(|(_, share)| *share);
    if let Some(share) = sharp.filter(|_| evidence.is_yes("sport_pivot")) {
        return share;
    }
    if cause.id == "patellar_tendinopathy" && evidence.is_yes("sport_jump") {
        return by_sex(JUMPERS.0, JUMPERS.1);
    }
    if !RUNNERS.iter().any(|(id, ..)| cause.id == *id) {
        return cause.prior * by_sex(cause.female, cause.male);
    }
    let rate = |women: f64, men: f64| by_sex(women / WOMEN_AND_MEN.0, men / WOMEN_AND_MEN.1);
    let all: f64 = RUNNERS.iter().map(|(_, women, men)| rate(*women, *men)).sum();
    let own = RUNNERS.iter().filter(|(id, ..)| cause.id == *id).map(|(_, women, men)| rate(*women, *men));
    OF_THE_FOUR * own.sum::<f64>() / all
}
