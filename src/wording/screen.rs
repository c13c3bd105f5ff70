//! The words of the screens.

use serde::Deserialize;

words!(
    /// All of them.
    ScreenWords { } { app: AppWords, steps: StepsWords, buttons: ButtonsWords, start: StartWords, safety: SafetyWords, place: PlaceWords, picker: PickerWords, questions: QuestionsWords, result: ResultWords, explanation: ExplanationWords, page: PageWords, menu: MenuWords, earlier: EarlierWords, close: CloseWords }
);
words!(
    /// The app itself.
    AppWords { name, knee_left, knee_right, knee_left_short, knee_right_short, left_out, advice_changed, advice_now }
);
words!(
    /// The step bar.
    StepsWords { safety, place, questions, result, numbered, step_of, step_part, part, here, go_to }
);
words!(
    /// Buttons.
    ButtonsWords { start, go_on, again, delete, back, continue_on, save, save_short, save_again, save_to_documents, copy, copy_short, open_file, open_folder, change, change_named, change_country, undo, redo, menu, close_menu, remove, remove_named, go_there, go_there_named, why_ask_named, clear_named, stop_waiting }
);
words!(
    /// The start page.
    StartWords { title, lead, time, privacy, same_pain, kept, old_content, kept_knee, kept_undated, kept_knee_undated, damaged, damaged_left, not_read, not_read_more, read_again, newer, privacy_not_kept, not_made_for, stopped, wrong_clock, not_kept, not_kept_more, parent, by_runner, by_parent, by_other }
);
words!(
    /// Step 1.
    SafetyWords { title, stale }
);
words!(
    /// Step 2.
    PlaceWords { title, which, which_hint, left, right, both, worse, worse_hint, mark, mark_hint, list_front, list_outer, list_inner, list_back, list_back_alone, list_buttons, list_of, missing_title, missing_side, missing_spot, nothing_marked, marked, spots_one, spots_many, knee_spots, most, cannot_tell, worst, now, now_above_worst, scale_least, scale_most, size, more_of, copy, moved }
);
words!(
    /// The picture of the knee.
    PickerWords { view_front, view_outer, view_inner, view_back, view_named, views, add, add_named, title_front, title_front_mirror, title_outer, title_inner, title_back, edge_outer, edge_inner, edge_front, edge_back, thigh, pick_side_first, worst, hint, zone_name, zone_marked, other_leg, usually_felt }
);
words!(
    /// Step 3.
    QuestionsWords { stale, said_before, said_before_what, more, none, or, not_sure, row_not_sure, tick_any, for_child, for_other, counted_as_no, not_counted, not_counted_one, not_all_seen, counted_more, number_bad, whole_bad, distance_km, distance_miles, units, km, miles, metric, imperial, height_feet, weight_pounds, feet_inches, feet_hint, feet_bad, pounds_hint, weight_doubt_kg, weight_doubt_lb, grown_child, grown_child_other, grown_child_mine, began, began_date, began_hint, began_bad, tried_days, tried_helped, helped_lots, helped_little, helped_while, helped_no }
);
words!(
    /// Urgency in words.
    LevelWords { emergency, urgent, clinician, self_care }
);
words!(
    /// Step 4.
    ResultWords { title, needs, needs_why, needs_go, why, if_true, if_answer, all_reasons, reason_line, unasked, unasked_one, unasked_go, causes, causes_later, fits_well, fits_part, fits_little, more_of_cause, fits, fits_not, fits_too, fits_not_too, unknown, nothing_against, said_no, said_headed, said_asked, said_weight, what, who, feels, helps, do_now, avoid, time, article, newer, article_says, evidence_says, clinical, to_rule_out, to_rule_out_lead, more_of_named, also_ask, would_change, would_urgency, would_first, would_help, would_nothing, do_title, until_seen, more_advice, rest, light, light_green, light_amber, light_red, exercises, exercise, exercise_next, back_to_running, entry, load, shoes, prevention, faq, avoid_title, avoid_why, special, check_again, check_on, check_between, check_any, answers, not_given, of_ten, side, spots } { levels: LevelWords }
);
words!(
    /// How a cause was weighed.
    ExplanationWords { title, lead, speaks_for, speaks_against, strong, fair, weak, faint, nothing, scale, besides, often, at_times, seldom, place_core, place_near, place_away, not_explained, not_known, references, reference, from, measured_by_examiner, measured_on_scan, told_by_patients, taken_from_records, otherwise, own_view, the_article, figure, sign, case_share, read, known, derived, judgement, seed, rules }
);
words!(
    /// The page for the visit, and saving it.
    PageWords { title, own_words, own_words_hint, box_full, why, goal, activities, activity, activity_can, activity_hint, activity_least, activity_most, think, worry, hope, past, questions, question, compared, compared_yes, compared_no, preview, meter, meter_left_out, privacy, changed, waiting, saved, saved_where, saved_next, copied, closed, given_up, still_open, problem, not_saved, not_allowed, disk_full, gone, in_use, bad_name, no_dialog, no_folder, other, dialog_title, text_files, could_not_open }
);
words!(
    /// The menu.
    MenuWords { title, answers, text_size, text_size_named, look, look_system, look_light, look_dark, look_hc_dark, look_hc_light, motion, motion_full, motion_less, country, country_now, keep, keep_yes, keep_no, deleted, not_deleted, not_remembered, still_not_kept, started_again, started_again_kept, keys, about, version, limits, not_checked, privacy, record, record_cases, record_first, record_three, record_named, record_range, record_used, record_others, sign_off, sources, source_row, disclaimer, opened, open_failed, open_detail, open_newer } { key_rows: Vec<(String, String)> }
);
words!(
    /// Earlier checks.
    EarlierWords { title, title_counted, lead, none, close, unnamed, no_date, no_knee, when, what, open, open_named, rename, rename_named, delete, delete_named, name, name_hint, keep_name, leave_name, renamed, not_renamed, not_moved, not_back, none_not_kept, deleted, deleted_for_good, unreadable }
);
words!(
    /// What is said of keeping answers, also when the window closes.
    CloseWords { not_kept, not_keeping, not_yet, kept_elsewhere, kept_beside, deleted_elsewhere, deleted_more, keep_after_all, keeping_elsewhere, not_keeping_elsewhere, lose, close, stay, copied, copied_more, close_copied }
);
