//! What packages say of the program is true of it.

use std::path::Path;

use kneenote::window::APP_ID;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// Words that begin with two dashes or the name of a variable.
fn options(text: &str) -> Vec<String> {
    let plain = text.replace("\\-", "-");
    let words = plain.split(|sign: char| !(sign.is_alphanumeric() || "-_".contains(sign)));
    let mut found: Vec<String> =
        words.filter(|word| word.starts_with("--") || word.starts_with("KNEENOTE_")).map(str::to_owned).collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn the_desktop_knows_the_window_by_its_menu_entry() {
    let entry = read(&format!("packaging/linux/{APP_ID}.desktop"));
    for line in [format!("StartupWMClass={APP_ID}"), format!("Icon={APP_ID}"), "Exec=kneenote %f".to_owned()] {
        assert!(entry.lines().any(|is| is == line), "{line}");
    }
    let metainfo = read(&format!("packaging/linux/{APP_ID}.metainfo.xml"));
    assert!(metainfo.contains(&format!("<id>{APP_ID}</id>")));
    assert!(metainfo.contains(&format!("<launchable type=\"desktop-id\">{APP_ID}.desktop</launchable>")));
    assert!(read("packaging/macos/Info.plist").contains(&format!("<string>{APP_ID}</string>")));
}

#[test]
fn a_check_file_has_one_type_on_every_system() {
    let kind = "application/x-kneenote";
    for file in [
        format!("packaging/linux/{APP_ID}.desktop"),
        format!("packaging/linux/{APP_ID}.metainfo.xml"),
        format!("packaging/linux/{APP_ID}.mime.xml"),
        "packaging/macos/Info.plist".to_owned(),
    ] {
        assert!(read(&file).contains(kind), "{file}");
    }
    assert!(read(&format!("packaging/linux/{APP_ID}.mime.xml")).contains("glob pattern=\"*.kneenote\""));
}

#[test]
fn the_release_notes_tell_of_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(
        read(&format!("packaging/linux/{APP_ID}.metainfo.xml")).contains(&format!("release version=\"{version}\""))
    );
    assert!(read("CHANGELOG.md").contains(&format!("## [{version}]")));
}

#[test]
fn the_manual_page_has_the_options_of_the_help_and_no_others() {
    assert_eq!(options(&read("packaging/linux/kneenote.1")), options(&read("assets/text/help.txt")));
}

#[test]
fn every_picture_of_the_metainfo_is_there() {
    let metainfo = read(&format!("packaging/linux/{APP_ID}.metainfo.xml"));
    let pictures: Vec<_> =
        metainfo.split("@SCREENSHOTS@/").skip(1).filter_map(|rest| rest.split_once("</image>")).collect();
    assert!(!pictures.is_empty());
    for (name, _) in pictures {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/screenshots").join(name).is_file(), "{name}");
    }
}
