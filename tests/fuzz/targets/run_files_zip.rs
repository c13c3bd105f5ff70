#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::of_a_zip_file(bytes));
