#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::of_an_xml_file(bytes));
