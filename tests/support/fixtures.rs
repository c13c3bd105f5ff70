//! The files of `tests/fixtures`.

use serde::de::DeserializeOwned;

/// Reads a RON file of `tests/fixtures`.
pub fn read<T: DeserializeOwned>(name: &str) -> T {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(&text)
        .unwrap_or_else(|fault| panic!("{path}: {fault}"))
}
