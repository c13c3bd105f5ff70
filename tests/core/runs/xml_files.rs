//! Promise: GPX and TCX are read as people's programs write them, and what is no run in them is named.

use std::io::Write as _;

use jiff::civil::date;
use kneenote::training::reading::Reading;
use kneenote::training::run::{Remark, Sport, ZoneSource};

use super::{file, read};

fn of(text: &str) -> Reading {
    read([("a", text.as_bytes())])
}

/// The reason why the whole file is refused.
fn refused(bytes: &[u8]) -> String {
    let reading = read([("a", bytes)]);
    assert!(reading.count() == 1 && reading.refused.len() == 1, "{reading:?}");
    reading.refused[0].fault.to_string()
}

/// Points 0.001 degrees of latitude apart, 111.2 m, a minute from one to the next.
fn points(count: u32, from_minute: u32) -> String {
    let point = |at: u32| {
        let (hour, minute) = (8 + (at + from_minute) / 60, (at + from_minute) % 60);
        format!(
            "<trkpt lat=\"52.{:03}\" lon=\"13\"><time>2026-04-10T{hour:02}:{minute:02}:00Z</time></trkpt>",
            at + from_minute
        )
    };
    (0..count).map(point).collect()
}

fn gpx(inner: &str) -> String {
    format!("<?xml version=\"1.0\"?><gpx>{inner}</gpx>")
}

fn tcx(sport: &str, laps: &str) -> String {
    format!(
        "<TrainingCenterDatabase><Activities><Activity Sport=\"{sport}\"><Id>2026-04-10T00:31:04.000+02:00</Id>{laps}</Activity></Activities></TrainingCenterDatabase>"
    )
}

fn lap(metres: &str, track: &str) -> String {
    format!(
        "<Lap StartTime=\"2026-04-09T22:31:04Z\"><TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>{metres}</DistanceMeters><Track>{track}</Track></Lap>"
    )
}

#[test]
fn a_track_is_measured_in_its_segments_and_not_between_them() {
    let reading = of(&gpx(&format!(
        "<trk><type>running</type><trkseg>{}</trkseg><trkseg>{}</trkseg></trk>",
        points(3, 0),
        points(2, 30)
    )));
    let run = &reading.runs[0].run;
    assert_eq!((run.distance_m, run.elapsed_s, run.moving_s), (334, Some(31 * 60), None));
    assert_eq!(reading.runs[0].remarks, [Remark::Zone]);
}

#[test]
fn a_leap_of_the_receiver_is_left_out_and_said() {
    let leap = "<trkpt lat=\"10\" lon=\"13\"><time>2026-04-10T08:02:01Z</time></trkpt>";
    let reading = of(&gpx(&format!("<trk><type>9</type><trkseg>{}{leap}</trkseg></trk>", points(3, 0))));
    assert_eq!(reading.runs[0].run.distance_m, 222);
    assert_eq!(reading.runs[0].remarks, [Remark::Zone, Remark::Jump]);
}

#[test]
fn each_track_is_one_and_the_type_of_a_link_is_none() {
    let track = |inner: &str, from| format!("<trk>{inner}<trkseg>{}</trkseg></trk>", points(3, from));
    let link = track("<link href=\"x\"><type>running</type></link>", 0);
    let ride = track("<type><![CDATA[cycling]]></type>", 20);
    let reading = of(&gpx(&[link, ride, track("<type>Trail Running</type>", 40)].concat()));
    assert_eq!((reading.asked.len(), reading.others.len(), reading.runs.len()), (1, 1, 1));
    assert_eq!(reading.runs[0].run.origin.item, 3);
}

#[test]
fn what_stands_before_the_declaration_and_prefixes_nobody_declared_do_not_matter() {
    let inner = format!(
        "<trk><type>run</type><trkseg>{}</trkseg></trk>",
        points(3, 0).replace("</time>", "</time><x:hr>1</x:hr>")
    );
    for text in [format!("\u{feff}{}", gpx(&inner)), format!("   \n{}", gpx(&inner))] {
        assert_eq!(of(&text).runs.len(), 1);
    }
    let named = tcx("running", &lap("5012.5", "")).replace('<', "<a:").replace("<a:/", "</a:");
    assert_eq!(of(&named).runs[0].run.distance_m, 5013);
}

#[test]
fn the_offset_beside_a_time_says_the_day() {
    let reading = of(&tcx("Running", &lap("5012.5", "")));
    let run = &reading.runs[0].run;
    assert_eq!(run.day, date(2026, 4, 10));
    assert!(matches!(run.zone, ZoneSource::Written(offset) if offset.seconds() == 7200));
    assert_eq!(run.start.unwrap().to_string(), "2026-04-09T22:31:04Z");
}

#[test]
fn laps_are_summed_and_the_points_stand_in_where_laps_tell_nothing() {
    let point = |metres: u32| {
        format!("<Trackpoint><Time>2026-04-09T22:40:00Z</Time><DistanceMeters>{metres}</DistanceMeters></Trackpoint>")
    };
    let track = [point(42_000), point(43_200)].concat();
    let metres = |laps: &str| {
        let reading = of(&tcx("Running", laps));
        (reading.runs[0].run.distance_m, reading.runs[0].remarks.clone())
    };
    assert_eq!(metres(&[lap("600", ""), lap("500", &track)].concat()), (1100, vec![]));
    assert_eq!(metres(&lap("0", &track)), (1200, vec![]));
    assert_eq!(metres(&lap("NaN", &track)), (1200, vec![]));
    assert_eq!(metres(&lap("1000", &track)), (1000, vec![Remark::Laps]));
}

#[test]
fn other_sport_needs_no_distance_and_no_sport_is_asked() {
    let reading = of(&tcx("Other", &lap("0", "")));
    assert_eq!(reading.others[0].sport, Sport::Other("other".to_owned()));
    assert_eq!(of(&tcx("", &lap("5000", ""))).asked[0].word(), "sport");
    assert_eq!(of(&tcx("Running", "")).refused[0].fault.reason(), "no_distance");
    assert_eq!(of(&tcx("Running", &lap("12000", ""))).asked[0].word(), "speed");
}

#[test]
fn a_route_a_page_and_a_picture_are_named_for_what_they_are() {
    assert_eq!(refused(gpx("<rte><rtept lat=\"1\" lon=\"1\"/></rte>").as_bytes()), "a route, not a run");
    assert_eq!(refused(gpx("<wpt lat=\"1\" lon=\"1\"/>").as_bytes()), "a route, not a run");
    let course = "<TrainingCenterDatabase><Courses><Course><Lap/></Course></Courses></TrainingCenterDatabase>";
    assert_eq!(refused(course.as_bytes()), "a route, not a run");
    assert_eq!(refused(gpx("").as_bytes()), "there is no activity in it");
    assert_eq!(
        refused(b"<html><body>Log in to get your gpx file</body></html>"),
        "KneeNote does not know this kind of file"
    );
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0"), "KneeNote does not know this kind of file");
}

#[test]
fn a_cut_file_says_how_far_it_was_readable() {
    let text = gpx(&format!("<trk><type>run</type><trkseg>{}</trkseg></trk>", points(50, 0)));
    let cut = &text.as_bytes()[..text.len() - 60];
    assert_eq!(refused(cut), "cut off after 5.3 km");
    let packed = packed(&file("garmin-connect-run.gpx"));
    assert!(refused(&packed[..packed.len() / 2]).starts_with("cut off after 1."));
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

#[test]
fn packed_files_are_read_once_and_bombs_stop_at_the_limit() {
    let fit = file("garmin-treadmill-run.fit");
    assert_eq!(read([("a", packed(&fit).as_slice())]).runs.len(), 1);
    assert_eq!(refused(&packed(&packed(&fit))), "packed too often");
    assert_eq!(refused(&packed(b"")), "the file is empty");
    let huge = [&fit[..12], &vec![0; 20 << 20]].concat();
    assert_eq!(refused(&packed(&huge)), "over 16 MB, no run is that large");
    let endless = [b"<gpx><trk><name>".to_vec(), vec![b'x'; 65 << 20]].concat();
    assert_eq!(refused(&packed(&endless)), "over 64 MB, no run is that large");
}

#[test]
fn deep_tags_and_entities_harm_nobody() {
    assert_eq!(refused("<gpx>".repeat(1_000_000).as_bytes()), "damaged");
    let bomb = "<!DOCTYPE gpx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let track = format!("<trk><name>&b;</name><type>run</type><trkseg>{}</trkseg></trk>", points(3, 0));
    assert_eq!(of(&(bomb.to_owned() + &gpx(&track))).runs.len(), 1);
}
