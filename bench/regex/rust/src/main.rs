//! `regex-bench text OUT` writes the text. `regex-bench count TEXT ROUNDS` counts the matches of each pattern in it and prints, a
//! line each: the pattern's name, `rust`, how many matches, and the nanoseconds of the quickest round.

mod text;

use std::time::Instant;
use std::{env, error, fs};

use regex::Regex;

/// As in the programs in Go and in C#.
const PATTERNS: [(&str, &str); 4] = [
    ("name", "Holmes"),
    ("date", "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    ("address", r"[a-z.]+@[a-z]+\.[a-z]+"),
    ("either", "(?i)error|warning|failure"),
];

fn main() -> Result<(), Box<dyn error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["text", out] => fs::write(out, text::make(10 << 20))?,
        ["count", text, rounds] => count(&fs::read_to_string(text)?, rounds.parse()?)?,
        _ => return Err("usage: regex-bench text OUT | count TEXT ROUNDS".into()),
    }
    Ok(())
}

fn count(text: &str, rounds: u32) -> Result<(), regex::Error> {
    for (name, pattern) in PATTERNS {
        let regex = Regex::new(pattern)?;
        let (mut matches, mut least) = (0, u128::MAX);
        for _ in 0..rounds {
            let start = Instant::now();
            matches = regex.find_iter(text).count();
            least = least.min(start.elapsed().as_nanos());
        }
        println!("{name} rust {matches} {least}");
    }
    Ok(())
}
