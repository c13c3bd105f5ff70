//! Promise: lists of Strava, of Garmin Connect and by hand are read by the names of their columns, whatever the language;
//! a row that is not understood is named by its number, and what is not told is asked.

use jiff::civil::date;
use kneenote::run_files::source;
use kneenote::training::list_answers::{ListAnswers, Unit};
use kneenote::training::reading::Reading;
use kneenote::training::run::{Sport, ZoneSource};

use super::settings;

fn with_unit(text: &[u8], unit: Option<Unit>) -> Reading {
    let mut reading = Reading::default();
    reading.take("list.csv", source::read_stream(text, ListAnswers { unit, ..ListAnswers::default() }), &settings());
    reading.settle();
    reading
}

fn of(text: &str) -> Reading {
    with_unit(text.as_bytes(), None)
}

/// Start or day, and metres, of each run.
fn runs(reading: &Reading) -> Vec<(String, u32)> {
    let when = |recorded: &kneenote::training::run::Recorded| {
        recorded.run.start.map_or_else(|| recorded.run.day.to_string(), |start| start.to_string())
    };
    reading.runs.iter().map(|recorded| (when(recorded), recorded.run.distance_m)).collect()
}

fn refused(reading: &Reading) -> Vec<(Option<u32>, &'static str)> {
    reading.refused.iter().map(|refused| (refused.item, refused.fault.reason())).collect()
}

/// The columns of a Strava list that matter, with others between them as in the wild.
fn strava(names: [&str; 8], rows: &[[&str; 8]]) -> String {
    let line = |cells: &[&str; 8]| {
        let [date, kind, elapsed, shown, file, elapsed_again, moving, metres] = cells;
        format!(
            "1,{date},\"A \"\"name\"\", with\na line end\",{kind},,{elapsed},{shown},,,,,,{file},,,{elapsed_again},{moving},{metres},x\r\n"
        )
    };
    let all: String = rows.iter().map(line).collect();
    line(&names) + &all
}

const ENGLISH: [&str; 8] = [
    "Activity Date",
    "Activity Type",
    "Elapsed Time",
    "Distance",
    "Filename",
    "Elapsed Time",
    "Moving Time",
    "Distance",
];
const GERMAN: [&str; 8] = [
    "Aktivitätsdatum",
    "Aktivitätsart",
    "Verstrichene Zeit",
    "Distanz",
    "Dateiname",
    "Verstrichene Zeit",
    "Bewegungszeit",
    "Distanz",
];
const FINNISH: [&str; 8] =
    ["Suorituksen päivä", "Laji", "Kulunut aika", "Matka", "Tiedosto", "Kulunut aika", "Liikeaika", "Matka"];

#[test]
fn a_strava_list_tells_the_same_in_km_in_miles_and_in_german() {
    let expected = [("2026-04-09T22:45:00Z".to_owned(), 6002), ("2026-04-12T06:55:00Z".to_owned(), 18_030)];
    let rows = |first: &'static str, second: &'static str| {
        let late =
            ["\"Apr 9, 2026, 10:45:00 PM\"", "Run", "1900", first, "activities/5.tcx.gz", "1900.0", "1880.0", "6002.0"];
        let trail = ["\"Apr 12, 2026, 6:55:00 AM\"", "Trail Run", "7400", second, "", "7400.0", "7305.0", "18030.0"];
        let ride = ["\"Apr 5, 2026, 4:30:00 PM\"", "Ride", "3600", "21", "", "3600.0", "3300.0", "21050.0"];
        let gym = ["\"Apr 22, 2026, 12:00:00 PM\"", "Weight Training", "2700", "", "", "2700.0", "", ""];
        [late, trail, ride, gym]
    };
    for list in [strava(ENGLISH, &rows("6.00", "18.03")), strava(ENGLISH, &rows("3.73", "11.20"))] {
        let reading = of(&list);
        assert_eq!(runs(&reading), expected);
        assert_eq!(reading.others.len(), 2);
        assert_eq!(reading.runs[0].run.moving_s, Some(1880));
        // Universal time: after midnight in Berlin.
        assert_eq!(reading.runs[0].run.day, date(2026, 4, 10));
        assert!(matches!(reading.runs[0].run.zone, ZoneSource::Computer(_)));
    }
    let late = ["\"09.04.2026, 22:45:00\"", "Lauf", "1900", "\"6,00\"", "", "1900.0", "1880.0", "6002.0"];
    let trail = ["\"12.04.2026, 06:55:00\"", "Traillauf", "7400", "\"18,03\"", "", "7400.0", "7305.0", "18030.0"];
    let ski = ["\"12.04.2026, 16:55:00\"", "Skilanglauf", "7400", "\"18,03\"", "", "7400.0", "7305.0", "18030.0"];
    let reading = of(&format!("\u{feff}{}", strava(GERMAN, &[late, trail, ski])));
    assert_eq!(runs(&reading), expected);
    assert_eq!(reading.others[0].sport, Sport::Other("Skilanglauf".to_owned()));
}

#[test]
fn a_strava_list_in_an_unknown_language_is_read_by_its_places_and_its_kinds_are_asked() {
    let row =
        ["\"9.4.2026 22:45:00\"", "Juoksu", "1900", "\"6,00\"", "activities/5.fit.gz", "1900.0", "1880.0", "6002.0"];
    let reading = of(&strava(FINNISH, &[row]));
    assert_eq!(reading.asked[0].word(), "sport");
    assert_eq!((reading.asked[0].day(), reading.asked[0].distance_m()), (Some(date(2026, 4, 10)), Some(6002)));
}

#[test]
fn a_strava_list_of_before_2019_is_in_metres() {
    let reading = of("id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n\
                      1,2026-03-29 00:40:00,Short night,Run,,1980,6010.4,false,,\n");
    assert_eq!(runs(&reading), [("2026-03-29T00:40:00Z".to_owned(), 6010)]);
}

#[test]
fn rows_that_are_not_understood_are_named_by_their_number() {
    let good = ["2026-04-02 06:12:41", "Run", "2460", "8.02", "", "2460.0", "2400.0", "8020.0"];
    let with = |at: usize, cell: &'static str| {
        let mut row = good;
        row[at] = cell;
        row
    };
    let rows = [
        good,
        with(0, "yesterday"),
        with(0, "\"Feb 30, 2026\""),
        with(0, "2099-04-02"),
        with(7, "-8020"),
        with(7, "nan"),
        with(7, "1e12"),
        with(7, ""),
    ];
    let text = strava(ENGLISH, &rows) + "1,2026-04-02,short,Run\n";
    let reading = of(&text);
    assert_eq!(runs(&reading).len(), 1);
    assert_eq!(
        refused(&reading),
        [
            (Some(2), "bad_row"),
            (Some(3), "bad_row"),
            (Some(4), "clock"),
            (Some(5), "bad_row"),
            (Some(6), "bad_row"),
            (Some(7), "large"),
            (Some(8), "no_distance"),
            (Some(9), "bad_row")
        ]
    );
}

#[test]
fn the_unit_of_a_garmin_list_is_asked_and_its_days_are_as_written() {
    let text = b"Activity Type,Date,Title,Distance,Time,Moving Time\n\
        Running,2026-04-05 09:00:09,\"Sunday, long\",\"12.01\",01:08:00.5,01:07:58\n\
        Pool Swim,2026-04-14 13:00:00,Pool,\"1,500\",00:40:00,--\n";
    let reading = with_unit(text, None);
    assert_eq!((reading.asked[0].word(), reading.asked[0].distance_m()), ("unit", None));
    assert_eq!(reading.others.len(), 1);
    let km = with_unit(text, Some(Unit::Kilometres));
    assert_eq!(runs(&km), [("2026-04-05".to_owned(), 12_010)]);
    assert_eq!((km.runs[0].run.zone, km.runs[0].run.moving_s), (ZoneSource::DayOnly, Some(4078)));
    assert_eq!(runs(&with_unit(text, Some(Unit::Miles))), [("2026-04-05".to_owned(), 19_328)]);
}

#[test]
fn a_list_by_hand_needs_a_date_and_a_distance() {
    let reading = of("date,km\n2026-04-05,12.0\n2024-02-29,10\n2026-02-29,10\n2026-04-19,twelve\n");
    assert_eq!(runs(&reading), [("2024-02-29".to_owned(), 10_000), ("2026-04-05".to_owned(), 12_000)]);
    assert_eq!(refused(&reading), [(Some(3), "bad_row"), (Some(4), "bad_row")]);
    let windows = b"Datum;Kilometer;Gef\xfchl\r\n05.04.2026;12,5;gut\r\n18.04.2026;5,0;\"Knie; au\xdfen\"\r\n";
    assert_eq!(runs(&with_unit(windows, None)), [("2026-04-05".to_owned(), 12_500), ("2026-04-18".to_owned(), 5000)]);
    assert_eq!(runs(&of("Date\tDistance (mi)\n5 May 2026\t10\n")), [("2026-05-05".to_owned(), 16_093)]);
}

#[test]
fn day_or_month_first_is_told_by_the_column_or_asked() {
    assert_eq!(runs(&of("date,km\n4/5/2026,10\n4/13/2026,10\n"))[0].0, "2026-04-05");
    assert_eq!(runs(&of("date,km\n4/5/2026,10\n13/4/2026,10\n"))[1].0, "2026-05-04");
    let reading = of("date,km\n4/5/2026,10\n4/6/2026,10\n");
    assert_eq!(
        (reading.asked.len(), reading.asked[0].word(), reading.asked[0].distance_m()),
        (2, "order", Some(10_000))
    );
}

#[test]
fn a_list_that_nobody_knows_is_refused_as_a_whole() {
    for text in ["a,b\n1,2\n", "Dear doctor,\nmy knee hurts.\n", "date,km\n", "date,km\nnever,none\n", "date,km\n,\n"] {
        assert_eq!(refused(&of(text)), [(None, "not_known")], "{text}");
    }
}

#[test]
fn a_list_has_an_end_in_every_direction() {
    let rows = "date,km\n".to_owned() + &"2026-04-05,1\n".repeat(100_001);
    assert_eq!(refused(&of(&rows)), [(None, "large")]);
    let columns = "date,km".to_owned() + &",x".repeat(255) + "\n2026-04-05,1\n";
    assert_eq!(refused(&of(&columns)), [(None, "large")]);
    let cell = format!("date,km,words\n2026-04-05,1,{}\n", "x".repeat(70_000));
    assert_eq!(refused(&of(&cell)), [(None, "not_known")]);
}
