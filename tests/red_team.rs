//! Promise: dangerous answer sets, typical, atypical and sparse, reach an acceptable level, and harmless ones are not sent to hospital.

mod support;

use support::{AnswerSet, assess, knowledge, read};

#[test]
fn every_red_team_set_gets_an_acceptable_level() {
    let knowledge = knowledge();
    let sets = read::<Vec<AnswerSet>>("redteam.ron");
    let wrong: Vec<_> = sets
        .iter()
        .filter_map(|set| {
            let level = assess(&knowledge, &set.check()).urgency.level;
            (!set.levels.contains(&level))
                .then(|| format!("{}: {level:?}, accepted {:?} ({})", set.id, set.levels, set.why))
        })
        .collect();
    println!("{} sets, {} wrong", sets.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
