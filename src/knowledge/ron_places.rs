//! Where the values of a RON text stand, as the parser itself reads them: no comment and no string can mislead it.

use std::fmt;

use ron::value::RawValue;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// One step on the way from the whole text to one of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// Into the value of this field.
    Field(&'static str),
    /// To this element of a list, or this entry of a map.
    Nth(usize),
}

/// Where each of these ways leads, in bytes: as far as it can be followed. One pass, however many ways there are.
pub(crate) fn places(text: &str, ways: &[&[Step]]) -> Vec<usize> {
    let mut found = vec![0; ways.len()];
    let wanted = ways.iter().copied().enumerate().collect();
    follow(text, text, start_of(text, text), wanted, &mut found);
    found
}

fn follow(whole: &str, value: &str, at: usize, wanted: Vec<(usize, &[Step])>, found: &mut [usize]) {
    let mut on = Vec::new();
    for (way, steps) in wanted {
        if let Some(place) = found.get_mut(way) {
            *place = at;
        }
        if let Some((first, rest)) = steps.split_first() {
            on.push((way, *first, rest));
        }
    }
    if on.is_empty() {
        return;
    }
    for (nth, part) in parts_of(value).into_iter().enumerate() {
        let leads_here = |step: Step| match step {
            Step::Field(name) => part.key == Key(Some(name)),
            Step::Nth(wanted) => wanted == nth,
        };
        let here: Vec<_> = on.iter().filter(|(_, step, _)| leads_here(*step)).copied().collect();
        if here.is_empty() {
            continue;
        }
        let is_entry = here.iter().any(|(_, step, _)| matches!(step, Step::Nth(_)));
        let at = if is_entry { part.place(whole) } else { start_of(whole, part.value) };
        let here = here.into_iter().map(|(way, _, rest)| (way, rest)).collect();
        follow(whole, part.value, at, here, found);
    }
}

/// A single value, or the name of a field or entry, with its place in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Where it starts.
    at: usize,
    /// Where its value starts.
    value_at: usize,
    /// `name:`, `name: value` or `value`, as they are written; a list or a struct has no value of its own.
    text: String,
}

impl Entry {
    /// Where in the text `anchor` stands, when this is what it means.
    pub(super) fn place_of(&self, anchor: &str) -> Option<usize> {
        let within = self.text.find(anchor)?;
        let before_value = self.text.find(": ").map_or(0, |colon| colon + 2);
        Some(within.checked_sub(before_value).map_or(self.at, |within| self.value_at + within))
    }
}

/// Everything that stands in a text, in its order.
pub(super) fn entries(text: &str) -> Vec<Entry> {
    let mut found = Vec::new();
    collect(text, text, &mut found);
    found
}

fn collect(whole: &str, value: &str, into: &mut Vec<Entry>) {
    for part in parts_of(value) {
        let is_leaf = parts_of(part.value).is_empty();
        let at = start_of(whole, part.value);
        let leaf = if is_leaf { whole.get(at..).unwrap_or_default() } else { "" };
        let leaf = leaf.get(..end_of(whole, part.value).saturating_sub(at)).unwrap_or_default();
        let text = match part.key {
            Key(None) => leaf.to_owned(),
            Key(Some(name)) if part.is_quoted(whole) => format!("\"{name}\": {leaf}"),
            Key(Some(name)) => format!("{name}: {leaf}"),
        };
        if !text.is_empty() {
            into.push(Entry { at: part.place(whole), value_at: at, text });
        }
        if !is_leaf {
            collect(whole, part.value, into);
        }
    }
}

/// The name of a field, or the key of an entry of a map; nothing before an element of a list, and where a key is written
/// with escapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key<'a>(Option<&'a str>);

/// A value inside of another, with the comments around it.
#[derive(Clone, Copy, Debug)]
struct Part<'a> {
    key: Key<'a>,
    value: &'a str,
}

impl Part<'_> {
    fn place(&self, whole: &str) -> usize {
        match self.key {
            Key(None) => start_of(whole, self.value),
            Key(Some(key)) => offset(whole, key) - usize::from(self.is_quoted(whole)),
        }
    }

    /// Whether its key is a text, not the name of a field.
    fn is_quoted(&self, whole: &str) -> bool {
        self.key.0.is_some_and(|key| whole.get(..offset(whole, key)).is_some_and(|before| before.ends_with('"')))
    }
}

/// How far into `whole` its slice `part` begins.
fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr().addr().saturating_sub(whole.as_ptr().addr()).min(whole.len())
}

/// Where the value in `part` begins, behind comments.
fn start_of(whole: &str, part: &str) -> usize {
    offset(whole, trimmed(part))
}

fn end_of(whole: &str, part: &str) -> usize {
    let value = trimmed(part);
    offset(whole, value) + value.len()
}

fn trimmed(part: &str) -> &str {
    RawValue::from_ron(part).map_or(part, |raw| raw.trim().get_ron())
}

/// The values of a list, a struct or a map; of anything else there are none.
fn parts_of(value: &str) -> Vec<Part<'_>> {
    let Ok(mut reader) = ron::Deserializer::from_str(value) else { return Vec::new() };
    reader.deserialize_any(Parts).unwrap_or_default()
}

struct Parts;

impl<'de> Visitor<'de> for Parts {
    type Value = Vec<Part<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, a map or named fields")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut parts = Vec::new();
        while let Some(key) = map.next_key::<Key<'de>>()? {
            parts.push(Part { key, value: map.next_value::<&RawValue>()?.get_ron() });
        }
        Ok(parts)
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Self::Value, S::Error> {
        let mut parts = Vec::new();
        while let Some(value) = list.next_element::<&RawValue>()? {
            parts.push(Part { key: Key(None), value: value.get_ron() });
        }
        Ok(parts)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        inner.deserialize_any(self)
    }
}

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field or a text")
            }

            fn visit_borrowed_str<E: serde::de::Error>(self, key: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Some(key)))
            }

            fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<Self::Value, E> {
                Ok(Key(None))
            }
        }
        deserializer.deserialize_any(KeyVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "// id: \"b\"\n(\n list: [\n  (id: \"a\", when: \"x & y\"), // \"y\"\n  (id: /* c */ \"b\", when: \"y | z\"),\n ],\n map: {\"k\": 1, // \"l\"\n  \"l\": Some(2)},\n)";

    fn seen(at: usize) -> &'static str {
        TEXT.get(at..).unwrap().lines().next().unwrap()
    }

    #[test]
    fn a_way_leads_to_the_value_itself_whatever_comments_say() {
        let ways: [&[Step]; 5] = [
            &[Step::Field("list"), Step::Nth(1), Step::Field("id")],
            &[Step::Field("map"), Step::Nth(1)],
            &[Step::Field("list"), Step::Nth(1)],
            &[Step::Field("list"), Step::Nth(7)],
            &[],
        ];
        let found: Vec<_> = places(TEXT, &ways).into_iter().map(seen).collect();
        assert_eq!(
            found,
            ["\"b\", when: \"y | z\"),", "\"l\": Some(2)},", "(id: /* c */ \"b\", when: \"y | z\"),", "[", "("]
        );
    }

    #[test]
    fn entries_hold_no_comments() {
        let entries = entries(TEXT);
        let at = |anchor: &str| entries.iter().find_map(|entry| entry.place_of(anchor)).map(seen);
        assert_eq!(at("id: \"b\""), Some("id: /* c */ \"b\", when: \"y | z\"),"));
        assert_eq!(at("z"), Some("z\"),"));
        assert_eq!(at("\"l\""), Some("\"l\": Some(2)},"));
        assert_eq!(at("list:"), Some("list: ["));
        assert_eq!(at("c */"), None);
    }
}
