//! Promise: who comes back is asked first for the runs of which nothing was told yet, and only for those.

use kneenote::check::diary::{NOTHING_TOLD, RunPain};
use kneenote::wording::fill;

use super::{QUIET, ago, day_name, diary_words, ran, runner};
use crate::driver::{Driver, words};

#[test]
fn the_first_screen_asks_for_a_run_that_was_not_told() {
    let driver = Driver::with_check(runner(vec![ran(1, NOTHING_TOLD)]));
    driver.must_show(&fill(&diary_words().wait_one, &[("day", &day_name(ago(1)))]));
    assert!(driver.offers(&diary_words().wait_go));
    assert!(driver.offers(&words().buttons.go_on), "going on stays possible");
    let driver = Driver::with_check(runner(vec![ran(2, NOTHING_TOLD), ran(1, NOTHING_TOLD)]));
    driver.must_show(&fill(&diary_words().wait_more, &[("count", "2")]));
}

#[test]
fn what_was_told_and_what_cannot_be_told_yet_is_not_asked_for() {
    for diary in
        [vec![], vec![ran(1, QUIET)], vec![ran(0, RunPain { morning: None, ..QUIET })], vec![ran(9, NOTHING_TOLD)]]
    {
        assert!(!Driver::with_check(runner(diary.clone())).offers(&diary_words().wait_go), "{diary:?}");
    }
}
