//! What `KneeNote` costs in processor time: `cargo bench` prints all tables, `cargo bench -- frames start` these. They
//! assert nothing.
#![expect(clippy::print_stdout, reason = "the tables are what it is for")]

mod assess;
mod frames;
mod growth;
mod start;
mod support;

fn main() -> Result<(), String> {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    for (name, print) in [
        ("assess", assess::print as fn() -> _),
        ("start", start::print),
        ("frames", frames::print),
        ("growth", growth::print),
    ] {
        if wanted.is_empty() || wanted.iter().any(|table| table == name) {
            println!("== {name}");
            print()?;
            println!();
        }
    }
    Ok(())
}
