//! The files of `tests/fixtures`.

use serde::de::DeserializeOwned;

/// The text of a file of `tests/fixtures`.
pub fn text(name: &str) -> String {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

/// Reads a RON file of `tests/fixtures`.
pub fn read<T: DeserializeOwned>(name: &str) -> T {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(&text(name))
        .unwrap_or_else(|fault| panic!("{name}: {fault}"))
}
