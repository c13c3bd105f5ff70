//! The words of the page for the clinician.

use serde::Deserialize;

words!(
    /// The words of the page.
    NoteWords { title, by_runner, by_runner_who, by_parent, by_parent_who, by_other, by_other_who, aged, not_examined, list_more, none, cut, why_heading, goal, urgent_heading, urgent_heading_asked, urgent_heading_stale, advice, advice_none, why, why_if_true, yes, no, not_sure, not_asked, moves, where_heading, right_knee, left_knee, both_knees, both_knees_worse, no_mark, spots, pain_worst, pain_now, worst_of_week, course_heading, began, start, since, for_how_long, not_these, feel_heading, feels, when, worse, not_worse, not_when, other_heading, function_heading, walking, running, pain_running, after_run, training_heading, weekly_km, weekly_miles, longest_run, changed, habits, sport, tried_heading, days, day, health_heading, denied, past, thoughts_heading, think, worry, hope, questions_heading, compared_heading, fits_well, fits_part, fits_little, fits, does_not_fit, not_known, not_reported, too_few, to_check, also_ask, footer, nothing_left_out, left_out, left_out_by_runner } { advice_words: AdviceWords, sizes: SizeWords, helped: HelpedWords, section_names: SectionNames }
);
words!(
    /// The advice of each level.
    AdviceWords { emergency, urgent_day, urgent, clinician_days, clinician_week, clinician, self_care }
);
words!(
    /// How big a sore place is.
    SizeWords { spot, hand, all_over, moves }
);
words!(
    /// How much something helped.
    HelpedWords { lots, little, for_a_while, no }
);
words!(
    /// What sections are called when they are left out.
    SectionNames { feel, other, training, tried, health, thoughts, compared }
);
