#![no_main]

#[path = "../promises.rs"]
#[allow(dead_code, reason = "each target uses its promise")]
mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::of_a_check_file(bytes));
