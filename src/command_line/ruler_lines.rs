//! The rulers as lines of words for programs: km and quotients with three decimals and a point, `-` for what there is not.

use std::fmt::Write as _;

use super::runs::km;
use crate::training::longest::{Band, Longest};
use crate::training::proposals::{Proposal, Proposed};
use crate::training::rulers::Rulers;
use crate::training::weeks::{WeekBand, WeekOnWeek};

const NOTHING: &str = "-";

/// The lines `outing`, `longest`, `week`, `usual`, `stands_out` and `propose`, each with its line end. Bands are those by
/// the list as it is; `known` and `unknown` say whether it reaches back.
#[must_use]
pub fn ruler_lines(rulers: &Rulers) -> String {
    let mut lines = String::new();
    let outings = rulers.outings.iter().map(outing_line);
    let longest = rulers.outings.iter().map(longest_line);
    let weeks = rulers.weeks.iter().map(week_line);
    let usual = format!("usual {}", km_or_nothing(rulers.usual_week_km.map(|km| km.saturating_mul(1000))));
    let stands_out = rulers.stands_out.iter().map(stands_out_line);
    let proposals = Proposal::of(rulers);
    let proposals = proposals.iter().map(propose_line);
    for line in outings.chain(longest).chain(weeks).chain([usual]).chain(stands_out).chain(proposals) {
        writeln!(lines, "{line}").ok();
    }
    lines
}

fn outing_line(longest: &Longest) -> String {
    let outing = &longest.outing;
    format!("outing {} {} {}", outing.day, km(outing.distance_m), outing.runs.len())
}

fn longest_line(longest: &Longest) -> String {
    let band = match longest.band() {
        Some(Band::AtMost10) => "none",
        Some(Band::From10To30) => "10-30",
        Some(Band::From30To100) => "30-100",
        Some(Band::Over100) => "over_100",
        None => "no_base",
    };
    let ratio = ratio_or_nothing(longest.ratio_thousandths());
    let known = if longest.is_known { "known" } else { "unknown" };
    format!("longest {} {ratio} {band} {known}", day_km_base(longest))
}

fn week_line(weeks: &WeekOnWeek) -> String {
    let week = weeks.week;
    let band = match weeks.band() {
        Some(WeekBand::AtMost10) => "none",
        Some(WeekBand::From10To30) => "10-30",
        Some(WeekBand::Over30) => "over_30",
        None => NOTHING,
    };
    let ratio = ratio_or_nothing(weeks.ratio_thousandths());
    format!("week {} {} {} {} {ratio} {band}", week.number, week.from, week.to, km(week.distance_m))
}

fn stands_out_line(longest: &Longest) -> String {
    format!("stands_out {}", day_km_base(longest))
}

fn propose_line(proposal: &Proposal) -> String {
    match proposal.proposed() {
        Proposed::Number(number, value) => format!("propose {} {value}", &*number),
        Proposed::Yes(finding) => format!("propose {} yes", &*finding),
    }
}

fn day_km_base(longest: &Longest) -> String {
    let base = longest.base.as_ref().map(|base| base.distance_m);
    format!("{} {} {}", longest.outing.day, km(longest.outing.distance_m), km_or_nothing(base))
}

/// Metres as km.
fn km_or_nothing(metres: Option<u32>) -> String {
    metres.map_or_else(|| NOTHING.to_owned(), km)
}

fn ratio_or_nothing(ratio: Option<u64>) -> String {
    ratio.map_or_else(|| NOTHING.to_owned(), thousandths)
}

fn thousandths(number: u64) -> String {
    format!("{}.{:03}", number / 1000, number % 1000)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::training::outing::Outings;
    use crate::training::rulers::Anchor;
    use crate::training::run::{FileKind, Origin, Run, ZoneSource};

    fn lines(runs: &[(&str, u32)], anchor: Anchor) -> String {
        let run = |(day, distance_m): &(&str, u32)| Run {
            start: None,
            day: day.parse().unwrap(),
            zone: ZoneSource::DayOnly,
            distance_m: *distance_m,
            moving_s: None,
            elapsed_s: None,
            origin: Origin { file: "runs.csv".to_owned(), item: 1, kind: FileKind::PlainList },
            felt: None,
        };
        let runs: Vec<Run> = runs.iter().map(run).collect();
        ruler_lines(&Rulers::of(&Outings::of(&runs), anchor))
    }

    fn day(year: i16, month: i8, day: i8) -> Anchor {
        let day = date(year, month, day);
        Anchor { day, last: day }
    }

    #[test]
    fn programs_read_the_lines_in_exactly_this_form() {
        let runs = [
            ("2026-02-01", 10_000),
            ("2026-03-13", 9_000),
            ("2026-04-05", 12_000),
            ("2026-04-09", 6_000),
            ("2026-04-12", 18_000),
            ("2026-04-16", 5_000),
            ("2026-04-18", 5_050),
        ];
        let expected = "\
outing 2026-02-01 10.000 1
outing 2026-03-13 9.000 1
outing 2026-04-05 12.000 1
outing 2026-04-09 6.000 1
outing 2026-04-12 18.000 1
outing 2026-04-16 5.000 1
outing 2026-04-18 5.050 1
longest 2026-02-01 10.000 - - no_base unknown
longest 2026-03-13 9.000 - - no_base known
longest 2026-04-05 12.000 9.000 1.333 30-100 known
longest 2026-04-09 6.000 12.000 0.500 none known
longest 2026-04-12 18.000 12.000 1.500 30-100 known
longest 2026-04-16 5.000 18.000 0.278 none known
longest 2026-04-18 5.050 18.000 0.281 none known
week 0 2026-04-12 2026-04-18 28.050 1.558 over_30
week 1 2026-04-05 2026-04-11 18.000 - -
week 2 2026-03-29 2026-04-04 0.000 - -
week 3 2026-03-22 2026-03-28 0.000 - -
week 4 2026-03-15 2026-03-21 0.000 0.000 none
week 5 2026-03-08 2026-03-14 9.000 - -
week 6 2026-03-01 2026-03-07 0.000 - -
week 7 2026-02-22 2026-02-28 0.000 - -
week 8 2026-02-15 2026-02-21 0.000 - -
week 9 2026-02-08 2026-02-14 0.000 0.000 none
week 10 2026-02-01 2026-02-07 10.000 - -
week 11 2026-01-25 2026-01-31 0.000 - -
week 12 2026-01-18 2026-01-24 0.000 - -
usual -
stands_out 2026-04-12 18.000 12.000
propose chg_restart yes
propose chg_week_up yes
propose spike_30_100 yes
";
        assert_eq!(lines(&runs, day(2026, 4, 18)), expected);
    }

    #[test]
    fn a_usual_week_is_told_in_km_and_proposed_as_the_number_to_take() {
        let runs: Vec<(&str, u32)> = [
            "2026-02-22",
            "2026-03-01",
            "2026-03-08",
            "2026-03-15",
            "2026-03-22",
            "2026-03-29",
            "2026-04-05",
            "2026-04-12",
        ]
        .map(|day| (day, 30_500))
        .to_vec();
        let told = lines(&runs, day(2026, 4, 18));
        let kept: Vec<&str> = told
            .lines()
            .filter(|line| ["usual", "stands_out", "propose"].iter().any(|word| line.starts_with(word)))
            .collect();
        assert_eq!(
            kept,
            ["usual 31.000", "stands_out 2026-04-12 30.500 30.500", "propose weekly_km 31", "propose spike_none yes"]
        );
        assert!(told.contains("week 0 2026-04-12 2026-04-18 30.500 1.000 none\n"), "{told}");
    }

    #[test]
    fn without_runs_there_are_empty_weeks_and_nothing_else() {
        let told = lines(&[], day(2026, 4, 18));
        assert_eq!(told.lines().count(), 14);
        assert!(told.ends_with("week 12 2026-01-18 2026-01-24 0.000 - -\nusual -\n"), "{told}");
    }
}
