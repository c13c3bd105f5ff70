//! The words of the page for the clinician.

use serde::Deserialize;

use super::places::PlacesOfCare;
use crate::knowledge::rule::HowSoon;

words!(
    /// The words of the page.
    NoteWords {
        title,
        by_runner,
        by_parent,
        by_other,
        aged,
        not_examined,
        answers_on,
        answers_between,
        safety_on,
        told_on,
        told_between,
        pain_told,
        then,
        list_more,
        none,
        cut,
        goal,
        urgent_heading,
        urgent_heading_asked,
        urgent_heading_stale,
        advice,
        advice_none,
        advice_so_far,
        why,
        why_within,
        why_if_true,
        yes,
        no,
        not_sure,
        not_asked,
        moves,
        can,
        or,
        not_asked_too,
        not_asked_only,
        where_heading,
        right_knee,
        left_knee,
        both_knees,
        both_knees_worse,
        no_mark,
        spots,
        pain_worst,
        pain_now,
        worst_of_week,
        course_heading,
        began,
        start,
        since,
        for_how_long,
        not_these,
        feel_heading,
        feels,
        when,
        worse,
        not_worse,
        not_when,
        not_felt,
        other_heading,
        function_heading,
        walking,
        running,
        pain_running,
        after_run,
        training_heading,
        weekly_km,
        weekly_miles,
        longest_run,
        changed,
        habits,
        sport,
        tried_heading,
        days,
        day,
        health_heading,
        denied,
        past,
        thoughts_heading,
        think,
        worry,
        hope,
        questions_heading,
        compared_heading,
        fits_well,
        fits_part,
        fits_little,
        fits,
        does_not_fit,
        not_known,
        not_reported,
        too_few,
        to_check,
        also_ask,
        perhaps_both,
        footer,
        nothing_left_out,
        left_out,
        told_in_part,
        not_listed,
        left_out_by_runner,
    } {
        in_short: InShortWords,
        soon: SoonWords,
        care: PlacesOfCare,
        sizes: SizeWords,
        helped: HelpedWords,
        section_names: SectionNames,
        cut_names: CutNames,
        runs: RunsOnPage,
        since_then: SinceWords,
    }
);
words!(
    /// The short account at the head of the page.
    InShortWords {
        heading,
        age_and_sex,
        only_age,
        only_sex,
        no_age_no_sex,
        weekly_km,
        weekly_miles,
        pain,
        pain_in,
        pain_both,
        pain_less,
        more_places,
        lasting,
        since,
        worse,
        felt,
        worse_and_felt,
        worst,
        now,
        reports,
        denies,
        not_sure,
        race,
        race_in,
        why,
    }
);
words!(
    /// How soon somebody should see the knee, on the page and on the screens.
    SoonWords {
        now,
        today,
        two_days,
        few_days,
        week,
        two_weeks,
    }
);
impl SoonWords {
    /// In the middle of a sentence.
    #[must_use]
    pub fn of(&self, how_soon: HowSoon) -> &str {
        match how_soon {
            HowSoon::Now => &self.now,
            HowSoon::Today => &self.today,
            HowSoon::TwoDays => &self.two_days,
            HowSoon::FewDays => &self.few_days,
            HowSoon::Week => &self.week,
            HowSoon::TwoWeeks => &self.two_weeks,
        }
    }
}

words!(
    /// How big a sore place is.
    SizeWords {
        spot,
        hand,
        all_over,
        moves,
    }
);
words!(
    /// How much something helped.
    HelpedWords {
        lots,
        little,
        for_a_while,
        no,
    }
);
words!(
    /// What sections are called when they are left out.
    SectionNames {
        feel,
        other,
        training,
        tried,
        health,
        thoughts,
        compared,
    }
);
words!(
    /// What else is called where it is told in part.
    CutNames {
        why,
        reasons,
        places,
        course,
        activities,
        past,
        questions,
        denied,
    }
);
words!(
    /// What runs, diary and the way back to running add.
    RunsOnPage {
        km,
        miles,
        told_by,
        told_by_short,
        by_files,
        by_hand,
        usual_week,
        by_the_runs,
        last_weeks,
        stands_out,
        no_longer,
        no_base,
        way_step,
        step_walk,
        way_done,
        way_two_reds,
        way_stopped,
        said_yes,
        diary,
        diary_newest,
        diary_head,
        hour_back,
        hour_not_yet,
        morning_same,
        morning_worse,
        green,
        amber,
        red,
        open,
        same_day,
        next_day,
        later,
        limp,
        swollen,
        limp_and_swollen,
    }
);
words!(
    /// What is other than at the time of an earlier check.
    SinceWords {
        heading_left,
        heading_right,
        heading_both,
        number,
        worst,
        pain_now,
        better,
        worse,
        about_the_same,
        new_signs,
        gone_signs,
        to_yes,
        to_no,
        not_all,
        nothing,
        usual_week,
        lights,
    }
);
