//! Earlier checks: found, renamed, taken away and put back.

use std::path::PathBuf;

use super::{Home, name, text};
use jiff::civil::date;
use kneenote::store::earlier::EarlierName;

#[test]
fn an_earlier_check_can_be_found_and_never_replaces_another() {
    let home = Home::new();
    let earlier = home.checks().earlier();
    for of in ["one", "two"] {
        earlier.add(&text(of), &name()).unwrap();
    }
    earlier.add(&text("old"), &EarlierName { made: Some(date(2025, 1, 1)), ..name() }).unwrap();
    let list = earlier.list();
    let names: Vec<_> = list.iter().map(|check| check.name.name.as_str()).collect();
    assert_eq!(names, ["Kneecap (2)", "Kneecap", "Kneecap"], "the newest first");
    assert_eq!(earlier.read(&list[1].path).unwrap(), text("one"));
    assert_eq!(list[2].name.made, Some(date(2025, 1, 1)));
}

#[test]
fn another_name_never_replaces_another_check() {
    let home = Home::new();
    let earlier = home.checks().earlier();
    for of in ["one", "two"] {
        earlier.add(&text(of), &EarlierName { name: of.to_owned(), ..name() }).unwrap();
    }
    let one = earlier.list().into_iter().find(|check| check.name.name == "one").unwrap();
    let path = earlier.rename(&one, "two").unwrap();
    assert_eq!(earlier.read(&path).unwrap(), text("one"));
    let names: Vec<_> = earlier.list().into_iter().map(|check| check.name.name).collect();
    assert_eq!(names, ["two (2)", "two"]);
    let two = earlier.list().into_iter().find(|check| check.name.name == "two").unwrap();
    assert_eq!(earlier.rename(&two, "two"), Ok(two.path.clone()), "the same name changes nothing");
    assert_eq!(earlier.read(&two.path).unwrap(), text("two"));
}

#[test]
fn what_was_taken_away_can_be_put_back_as_it_was() {
    let home = Home::new();
    let earlier = home.checks().earlier();
    let path = earlier.add(&text("one"), &name()).unwrap();
    let taken = earlier.take_away(&path).unwrap();
    assert_eq!(home.files(), Vec::<PathBuf>::new());
    earlier.add(&text("two"), &name()).unwrap();
    let back = earlier.put_back(&taken).unwrap();
    assert_ne!(back, path, "another one took the name meanwhile");
    assert_eq!(earlier.read(&back).unwrap(), text("one"));
    assert_eq!(earlier.read(&path).unwrap(), text("two"));
}

#[test]
fn a_check_that_is_there_already_is_known_whatever_it_is_called() {
    let home = Home::new();
    let earlier = home.checks().earlier();
    assert!(!earlier.holds(&text("one")));
    earlier.add(&text("one"), &EarlierName { name: "Hills".to_owned(), ..name() }).unwrap();
    assert!(earlier.holds(&text("one")) && !earlier.holds(&text("two")));
}
