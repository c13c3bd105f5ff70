//! The words of the screen about the runner's runs.

use serde::Deserialize;

words!(
    /// All of them.
    RunsWords {
        title,
        not_kept,
        pick_files,
        pick_folder,
        back,
        way_in,
        distance_km,
        distance_miles,
    } {
        menu: MenuWords,
        reading: ReadingWords,
        left_out: LeftOutWords,
        faults: FaultWords,
        asked: AskedWords,
        by_hand: ByHandWords,
        shows: ShowsWords,
        proposals: ProposalWords,
        plot: PlotWords,
        list: ListWords,
    }
);
words!(
    /// The buttons of the menu that lead to runs, diary and the way back.
    MenuWords { title, diary, way_back }
);
words!(
    /// Choosing and reading files.
    ReadingWords {
        lead,
        drop_here,
        stays_here,
        works_with,
        drop_now,
        choose_files,
        choose_folder,
        choosing,
        looking,
        read_of,
        stop,
        stopped,
        no_dialog,
        nothing_read,
        kept_unreadable,
        kept_unreadable_body,
        kept_unreadable_why,
    }
);
words!(
    /// What is known, and what of the last reading is no run.
    LeftOutWords {
        runs,
        run,
        by_runner,
        zone,
        left_out,
        others,
        twice,
        refused,
        show_each,
        other_row,
        no_sport,
        same_row,
        refused_row,
        refused_item,
        typed,
        more,
    }
);
words!(
    /// Why something is no run, one for each fault.
    FaultWords {
        empty,
        not_known,
        cut_off,
        cut_off_after,
        damaged,
        damaged_after,
        unreadable,
        no_activity,
        no_date,
        clock,
        no_distance,
        short,
        long,
        far,
        large_file,
        bad_row,
        unknown_list,
        large_list,
        route,
        nested,
        encrypted,
        compression,
        large_zip,
        many_points,
        many_files,
        many_sessions,
        many_runs,
    }
);
words!(
    /// What is asked before it counts.
    AskedWords {
        lead,
        first,
        first_speed,
        first_same,
        km_an_hour,
        miles_an_hour,
        sport,
        sport_run,
        sport_other,
        speed,
        speed_run,
        speed_other,
        same,
        same_same,
        same_other,
        unit,
        unit_km,
        unit_miles,
        order,
        order_day,
        order_month,
        in_file,
    }
);
words!(
    /// Typing a run.
    ByHandWords {
        title,
        day,
        day_hint,
        day_bad,
        km,
        miles,
        distance_bad,
        felt,
        felt_least,
        felt_most,
        add,
    }
);
words!(
    /// What the runs show.
    ShowsWords {
        title,
        began_why,
        began_year,
        began_on,
        month,
        no_run_near,
        not_reached,
        ends_before,
        longer,
        no_longer,
        not_known,
        after_days,
        after_month,
        no_jump,
        week,
        week_before_unknown,
        week_unknown,
        what_it_means,
        means_longest,
        means_week,
        means_limits,
        on_page,
        off_page,
        is_on_page,
    }
);
words!(
    /// What the runs propose as answers.
    ProposalWords {
        title,
        lead,
        usual_week,
        back_after_break,
        more_each_week,
        much_longer,
        take,
        take_named,
        take_all,
        differs,
        other_run,
        other_run_lead,
        this_run,
        this_run_named,
    }
);
words!(
    /// The two plots.
    PlotWords {
        weeks,
        runs,
        name,
        began,
        unknown,
        weeks_hint,
        runs_hint,
        pain_hint,
        as_table,
        table_week,
        table_week_unknown,
        table_run,
        table_run_limit,
        table_run_pain,
        too_few,
    }
);
words!(
    /// The list of all runs.
    ListWords {
        title,
        row,
        row_felt,
        is_left_out,
        leave_out,
        leave_out_named,
        count_again,
        count_again_named,
        fit,
        tcx,
        gpx,
        strava_list,
        garmin_list,
        plain_list,
        by_hand,
        delete,
        delete_ask,
        delete_body,
        delete_yes,
        delete_no,
    }
);
