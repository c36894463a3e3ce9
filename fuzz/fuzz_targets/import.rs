#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| svod_fuzz::import(data));
